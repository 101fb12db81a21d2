"""Which entries of the lexicon the examples of a pack exercise: those of its rules, and those of the cues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.examples import work_of
from claimcheck.nlp import lexicon as lx
from claimcheck.nlp.pipeline import Analyser
from claimcheck.nlp.units import Unit
from claimcheck.packs import LANGUAGE, Pack, load_pack
from claimcheck.pipeline import analyse
from claimcheck.yamlfile import load

NOMINAL = frozenset((lx.TARGET, lx.NOUN, lx.STATE, lx.BODY, lx.CHANGE, lx.MODIFIER))
"""Senses that a word does not have where it is read as a verb."""

Name = tuple[str, str]
"""Origin and text of an entry; the forms of a verb and the plural of a noun are one with it."""


@dataclass(frozen=True)
class ListCoverage:
    """One word list, for example ``effects/hair.nouns``."""

    name: str
    total: int
    missing: tuple[str, ...]
    """The entries that stand in no example, sorted."""

    @property
    def exercised(self) -> int:
        """How many entries stand in an example."""
        return self.total - len(self.missing)


def coverage(names: Sequence[str]) -> list[ListCoverage]:
    """Every word list with what the examples of the named packs leave out, by name. Raises DataError."""
    pack = load_pack(names)
    entries = {_name(entry) for word in pack.lexicon.all_words() for entry in word.senses.values()}
    missing = entries - _exercised(pack, tuple(names))
    lists = sorted({origin for origin, _ in entries})
    return [
        ListCoverage(
            each,
            sum(origin == each for origin, _ in entries),
            tuple(sorted(text for origin, text in missing if origin == each)),
        )
        for each in lists
    ]


def percent(lists: Sequence[ListCoverage]) -> float:
    """The share of entries that stand in an example, 0 to 100."""
    total = sum(each.total for each in lists)
    return 100 * sum(each.exercised for each in lists) / total if total else 100.0


def _exercised(pack: Pack, names: tuple[str, ...]) -> set[Name]:
    analyser = Analyser(pack.lexicon)
    return {_name(entry) for text in _texts(pack, names) for unit in analyser.read(text) for entry in _entries(unit)}


def _texts(pack: Pack, names: tuple[str, ...]) -> Iterator[str]:
    for rule in pack.rules.values():
        for example in rule.examples:
            yield from (block.text for block in analyse(work_of(rule, example, names)).blocks)
    for entries in load(pack.root / LANGUAGE / "cues.yaml").values():
        for entry in entries:
            yield from (entry["example"], entry["counter"])


def _entries(unit: Unit) -> Iterator[lx.Entry]:
    """The senses that the words of a unit have where they stand."""
    for word, cls in zip(unit.words, unit.classes, strict=True):
        for kind, entry in word.senses.items():
            if kind not in NOMINAL if cls == lx.VERB else kind != lx.VERB:
                yield entry


def _name(entry: lx.Entry) -> Name:
    return entry.origin, entry.text
