"""The shapes of the word-list files, and the errors that would otherwise be words that never match.

A new list or key is entered here first, one of ``subjects.yaml`` in ``gate``, which reads it long before the others;
``claimcheck.nlp.loading`` gives it its meaning, and ``rules/schema`` is written from these shapes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from claimcheck.nlp import lexicon as lx
from claimcheck.nlp.english import GROUPS
from claimcheck.nlp.folding import tokenise
from claimcheck.nlp.gate import SUBJECTS
from claimcheck.yamlfile import DataError, Fields, Keys, ListOf, MapOf, OneOf, Place, at, check, load, nearest

CUE_CLASSES = ("hedge", "attribution", "limitation", "softener", "invitation", "negation", "pseudo-negation")
SCOPES = ("verb", "clause", "phrase", "both", "unit", "status", "label", "none")
LEVELS = OneOf((1, 2, 3, 4))

WORDS = ListOf(str)
CUE = Fields({"forms": WORDS, "scope": OneOf(SCOPES), "example": str, "counter": str})
FUNCTION_WORDS = Fields(
    dict.fromkeys(
        (
            *("determiners", "demonstratives", "pronouns", "prepositions", "coordinators", "subordinators"),
            *("conditionals", "infinitive", "modals", "be", "have", "do", "adverbs", "numbers", "nouns-too"),
            *GROUPS,
        ),
        WORDS,
    )
)
DIRECTIONS = Fields({"up": WORDS, "down": WORDS, "any": WORDS})
GENERAL = Fields(
    {
        **dict.fromkeys(("verbs", "change-nouns", "result-modifiers"), DIRECTIONS),
        **dict.fromkeys(("soft-verbs", "outcome-verbs", "result-verbs", "intransitive-verbs", "soft-nouns"), WORDS),
        **dict.fromkeys(("measures", "periods", "purities"), WORDS),
        "bodies": MapOf(WORDS),
    }
)
EFFECTS = Fields(
    {
        "family": str,
        "verbs": WORDS,
        "targets": Fields({"good": WORDS, "bad": WORDS}),
        "nouns": WORDS,
        "adjectives": WORDS,
    },
    {
        "category": str,
        **dict.fromkeys(("treating-verbs", "carriers", "directness", "complaints"), WORDS),
        "phrases": Fields(optional={"soft": WORDS, "assertive": WORDS}),
    },
)
MARKS = MapOf(
    Fields(
        {"family": str, "level": LEVELS, "phrases": WORDS},
        {"category": str, "boosts": bool, "needs-effect": bool, "adjacent": bool},
    )
)
IDIOM = Fields({"phrase": str}, {"family": str, "target": OneOf(("any", "none")), "level": LEVELS})
IDIOMS = Fields({"idioms": ListOf(IDIOM), "answers": WORDS})
CUES = Fields(dict.fromkeys(CUE_CLASSES, ListOf(CUE)))

LANGUAGE_SHAPES = {
    "english/words.yaml": FUNCTION_WORDS,
    "english/cues.yaml": CUES,
}
"""File below the rules root → its shape."""
PACK_SHAPES = {
    "subjects.yaml": SUBJECTS,
    "marks.yaml": MARKS,
    "idioms.yaml": IDIOMS,
    "effects/general.yaml": GENERAL,
}
"""File below the folder of a pack → its shape; the other files of ``effects`` have that of ``EFFECTS``."""
KINDS = {
    "targets": lx.TARGET,
    "nouns": lx.NOUN,
    "adjectives": lx.STATE,
    "complaints": lx.STATE,
    "phrases": lx.MARK,
    "verbs": lx.VERB,
}
"""Lists of an effects file → the kind of their entries."""

ALTERNATIVES = re.compile(r"\([^()]*\)|[^()]+")
"""The pieces of a phrase: groups of alternatives and what stands between them."""

Meaning = tuple[str, str, Keys, str]
"""Kind of entry, what it means (family or class), where it stands, the phrase."""


def files(root: Path, pack: Path) -> Iterator[tuple[Path, Any]]:
    """Every word-list file of a rules root and of the folder of a pack with its shape."""
    yield from ((root / name, shape) for name, shape in LANGUAGE_SHAPES.items())
    yield from ((pack / name, shape) for name, shape in PACK_SHAPES.items())
    for path in sorted((pack / "effects").glob("*.yaml")):
        if path.name != "general.yaml":
            yield path, EFFECTS


def check_lists(root: Path, pack: Path, verbs: Collection[str]) -> dict[Path, Any]:
    """Read and check every word list of a rules root and a pack; ``verbs`` holds the lemmas that have inflections.

    Returns the data by file. Raises DataError, with file and line, for a key, type, class or scope that does not
    exist, a verb without inflections, a phrase without a word, and an entry that stands twice or with two meanings.
    """
    lists = {}
    for path, shape in files(root, pack):
        lists[path] = load(path)
        check(lists[path], shape, at(path))
    for path, data in lists.items():
        _refuse_lists(data, at(path))
        _refuse_verbs(data, verbs, at(path))
    _refuse_families(lists, pack)
    _refuse_two_meanings(lists)
    return {path: _expanded(data) for path, data in lists.items()}


@cache
def expand(phrase: str) -> tuple[str, ...]:
    """The spellings that a phrase stands for: *(studies|trials) (show|prove)* is four of them."""
    if "(" not in phrase and "|" not in phrase:
        return (" ".join(phrase.split()),)
    parts = [part.strip("()").split("|") for part in ALTERNATIVES.findall(phrase)]
    return tuple(" ".join(" ".join(words).split()) for words in product(*parts))


def _expanded(data: Any) -> Any:
    """The data of a file with every phrase that holds alternatives written out."""
    if isinstance(data, Mapping):
        return {key: _expanded(value) for key, value in data.items()}
    if not isinstance(data, list):
        return data
    items: list[Any] = []
    for item in data:
        if isinstance(item, Mapping):
            spelt = expand(item["phrase"]) if "phrase" in item else [None]
            items += [_expanded({**item, "phrase": each} if each else item) for each in spelt]
        else:
            items += expand(item) if isinstance(item, str) and "(" in item else [item]
    return items


def phrase_lists(data: Any, keys: Keys = ()) -> Iterator[list[tuple[Keys, str]]]:
    """Every list of phrases in the data of a file, each spelling of a phrase with its place."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from phrase_lists(value, (*keys, key))
    elif isinstance(data, list):
        places = [((*keys, index), item) for index, item in enumerate(data)]
        yield [(place, each) for place, item in places if isinstance(item, str) for each in expand(item)]
        mappings = [(place, item) for place, item in places if isinstance(item, Mapping)]
        spelt = [(place, each) for place, item in mappings for each in expand(item.get("phrase", ""))]
        yield [((*place, "phrase"), each) for place, each in spelt if each]
        for place, item in mappings:
            yield from phrase_lists(item, place)


def verb_lemmas(data: Mapping[str, Any]) -> Iterator[tuple[Keys, str]]:
    """The verbs of an effects file, each with its place: ``verbs``, ``carriers`` and every ``...-verbs``."""
    for name, value in data.items():
        if name in ("verbs", "carriers") or name.endswith("-verbs"):
            for phrases in phrase_lists(value, (name,)):
                yield from phrases


def _refuse_lists(data: Any, place: Place) -> None:
    for phrases in phrase_lists(data):
        seen: dict[str, Keys] = {}
        for keys, phrase in phrases:
            if not any(map(str.isalnum, phrase)) and not tokenise(phrase):
                raise DataError(f"{place(keys)}: {phrase!r} has no word to match")
            if phrase in seen:
                first = place(seen[phrase]).rpartition(":")[2]
                raise DataError(f"{place(keys)}: {phrase!r} stands twice in this list (first in line {first})")
            seen[phrase] = keys


def _refuse_verbs(data: Mapping[str, Any], verbs: Collection[str], place: Place) -> None:
    for keys, lemma in verb_lemmas(data):
        head = lemma.split()[0]
        if head not in verbs:
            hint = nearest(head, verbs)
            raise DataError(f"{place(keys)}: no inflections for {head!r}; add it to english/verbs.yaml{hint}")


def _refuse_families(lists: Mapping[Path, Any], pack: Path) -> None:
    """Idioms and body parts name families that an effects file or a group of marks has."""
    idioms, general = pack / "idioms.yaml", pack / "effects/general.yaml"
    families = {data["family"] for path, data in lists.items() if path.parent == general.parent and path != general}
    families |= {group["family"] for group in lists[pack / "marks.yaml"].values()}
    stated: list[tuple[Path, Keys, str]] = [(general, ("bodies", name), name) for name in lists[general]["bodies"]]
    for index, item in enumerate(lists[idioms]["idioms"]):
        if "family" in item:
            stated.append((idioms, ("idioms", index, "family"), item["family"]))
    for path, keys, family in stated:
        if family not in families:
            raise DataError(f"{at(path)(keys)}: no family {family!r}{nearest(family, families)}")


def _refuse_two_meanings(lists: Mapping[Path, Any]) -> None:
    seen: dict[tuple[str, str], tuple[str, Path, Keys]] = {}
    for path, data in lists.items():
        for kind, meaning, keys, phrase in meanings(path, data):
            first, where, earlier = seen.setdefault((kind, phrase), (meaning, path, keys))
            if first != meaning:
                other = f"{first!r} at {at(where)(earlier)}"
                raise DataError(f"{at(path)(keys)}: {phrase!r} is {meaning!r} here and {other}")


def meanings(path: Path, data: Mapping[str, Any]) -> Iterator[Meaning]:
    """Every entry of a file that can mean but one thing: an effect has one family, a cue one class."""
    sources: list[tuple[str, str, Keys]] = []
    if path.parent.name == "effects":
        sources = [(KINDS[name], data["family"], (name,)) for name in KINDS if "family" in data]
        sources += [(lx.BODY, family, ("bodies", family)) for family in data.get("bodies", ())]
        if "family" not in data:
            sources += [("direction", way, ("verbs", way)) for way in data["verbs"]]
    elif path.name == "marks.yaml":
        sources = [(lx.MARK, group["family"], (name,)) for name, group in data.items()]
    elif path.name == "idioms.yaml":
        for index, item in enumerate(data["idioms"]):
            yield lx.IDIOM, item.get("family", ""), ("idioms", index, "phrase"), item["phrase"]
    else:
        sources = [(lx.CUE, cls, (cls,)) for cls in CUE_CLASSES if cls in data]
    for kind, meaning, keys in sources:
        for phrases in phrase_lists(_inside(data, keys), keys):
            for place, phrase in phrases:
                yield kind, meaning, place, phrase


def _inside(data: Any, keys: Keys) -> Any:
    for key in keys:
        data = data.get(key)
    return data
