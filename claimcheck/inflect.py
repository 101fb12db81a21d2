"""The inflection of English verbs by table: no rule is guessed at run time, no library is asked.

The table is ``english/verbs.yaml`` under the rules root; every entry gives the four inflected forms of a lemma.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from claimcheck.model import ClaimcheckError

FORMS = ("base", "third", "past", "participle", "gerund")
TABLE = Path("english", "verbs.yaml")
BE = {"am": "base", "are": "base", "were": "past"}


@dataclass(frozen=True, slots=True)
class Forms:
    """The five forms of one verb; *past* and *participle* are equal for regular verbs."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


@dataclass(frozen=True)
class VerbTable:
    """Every known verb with its forms, readable both ways."""

    entries: dict[str, tuple[tuple[str, ...], ...]]
    words: dict[str, list[tuple[str, str]]]

    def __contains__(self, lemma: str) -> bool:
        return lemma in self.entries

    def forms(self, lemma: str, american: bool = False) -> Forms:
        """The forms of a lemma, British spelling first where there are two; KeyError if it is unknown."""
        return Forms(lemma, *(cell[-1] if american else cell[0] for cell in self.entries[lemma]))

    def analyse(self, word: str) -> list[tuple[str, str]]:
        """Every (lemma, form) that a word may be, in the order of the table; empty if it is no known verb."""
        return self.words.get(word.lower(), [])


def _index(entries: dict[str, tuple[tuple[str, ...], ...]]) -> dict[str, list[tuple[str, str]]]:
    words: dict[str, list[tuple[str, str]]] = {}
    for lemma, cells in entries.items():
        for form, spellings in zip(FORMS, ((lemma,), *cells), strict=True):
            for spelling in spellings:
                words.setdefault(spelling, []).append((lemma, form))
    for word, form in BE.items():
        if ("be", form) not in words.setdefault(word, []):
            words[word].append(("be", form))
    return words


@lru_cache(maxsize=2)
def load_verbs(root: Path) -> VerbTable:
    """Read the verb table under a rules root; a broken table raises ClaimcheckError with the file's name."""
    import yaml

    path = root / TABLE
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        entries = {lemma: tuple(tuple(cell.split("|")) for cell in cells) for lemma, cells in raw.items()}
    except (OSError, AttributeError, yaml.YAMLError) as error:
        raise ClaimcheckError(f"{path}: the verb table cannot be read: {error}") from error
    short = next((lemma for lemma, cells in entries.items() if len(cells) != 4), None)
    if short is not None:
        raise ClaimcheckError(f"{path}: {short}: give third person, past, participle and gerund")
    return VerbTable(entries, _index(entries))


def plural(noun: str) -> str:
    """The regular plural of a noun or of the last word of a phrase."""
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
