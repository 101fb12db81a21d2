"""The gate: can this text mention the subject at all? Plain string work, long before spaCy is imported."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from claimcheck.nlp.folding import fold, tokenise
from claimcheck.yamlfile import Fields, ListOf, at, check, load

SUBJECTS = Fields(
    dict.fromkeys(
        (
            *("names", "abbreviations", "prefixes", "brand-words", "misspellings", "false-friends", "not-brands"),
            *("products", "anaphors", "cargo", "counted", "rivals", "bystanders", "people", "results", "science"),
            *("consumer", "section-neutral", "section-benefits", "section-concerns", "section-ingredients"),
            *("instructions", "prices", "business", "ranges"),
        ),
        ListOf(str),
    )
)
PIECE = 4
"""Characters of what stems share: in copy, so many are rare."""
NOWHERE = "\0"
"""Stands in no stem."""

LISTS = ("names", "prefixes", "brand-words", "misspellings")
"""The lists of ``subjects.yaml`` whose entries name the subject by themselves; an abbreviation alone does not."""

HIDERS = "&<\\*_~`"
"""What a name can hide behind, besides invisible characters: entities, tags, escapes, emphasis inside a word."""
ESCAPE = r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))"
WINDOW = 1_000_000
"""Characters that are folded at a time, so that a large file is not held twice."""
MARKUP = r"(?s)<!--.*?-->|<[^<>]*>|[*_~`\\]|[\u00ad\u200b-\u200f\u2060\ufeff]"


def load_stems(words: Path) -> frozenset[str]:
    """Some word of every name of the subject, and the prefixes of product names; folded.

    Reads ``subjects.yaml`` in the folder of the word lists and none of the others. Raises DataError.
    """
    path = words / "subjects.yaml"
    data = load(path)
    check(data, SUBJECTS, at(path))
    return stems([name for key in LISTS for name in data[key]])


def stems(names: Sequence[str]) -> frozenset[str]:
    """A word of each name, folded: one that a shorter name stands in, else the longest (``small`` is everywhere)."""
    phrases = [words for name in names if (words := tokenise(name))]
    single = {words[0] for words in phrases if len(words) == 1}
    others = (words for words in phrases if not any(stem in word for word in words for stem in single))
    longest = {max(words, key=len) for words in others}
    return frozenset(word.removesuffix("y") or word for word in single | longest)  # plurals may lack the y


class _Needles(NamedTuple):
    """What to look for in a text: every look through all of it takes time."""

    alone: tuple[str, ...]
    alike: re.Pattern[str]
    """The stems that hold one piece; it begins with that piece, so it is looked for as fast as a string."""
    longest: int

    def found(self, text: str) -> bool:
        """Whether a stem stands in a folded text."""
        return _holds(text, self.alone) or self.alike.search(text) is not None


@lru_cache(maxsize=8)
def _needles(wanted: frozenset[str]) -> _Needles:
    """The stems that hold no other stem; those that share the commonest piece (misspellings do) become one look."""
    least = sorted(stem for stem in wanted if not any(other in stem for other in wanted - {stem}))
    counts = Counter(piece for stem in least for piece in sorted(_pieces(stem)))
    shared = max(counts, key=counts.__getitem__, default=NOWHERE)
    alike = [map(re.escape, stem.partition(shared)) for stem in least if shared in stem]
    around = "|".join(f"(?<={before}{piece}){after}" for before, piece, after in alike)
    alone = tuple(stem for stem in least if shared not in stem)
    return _Needles(alone, re.compile(f"{re.escape(shared)}(?:{around})"), max(map(len, least), default=0))


def _pieces(stem: str) -> set[str]:
    return {stem[at : at + PIECE] for at in range(len(stem) - PIECE + 1)}


def may_mention(text: str, wanted: frozenset[str]) -> bool:
    """Whether any name can stand in the text. False is certain; True may be a false alarm.

    Mark-up, escapes and invisible characters inside a word (``exo<b>some</b>``) are taken out before giving up.
    """
    needles = _needles(wanted)
    overlap = 4 * needles.longest
    if any(needles.found(fold(text[at : at + WINDOW + overlap])) for at in range(0, len(text), WINDOW)):
        return True
    if text.isascii() and not _holds(text, HIDERS):
        return False
    import html

    bare = html.unescape(re.sub(ESCAPE, _decoded, text))
    return needles.found(re.sub(MARKUP, "", fold(re.sub(MARKUP, "", bare))))


def _holds(text: str, needles: Sequence[str]) -> bool:
    for needle in needles:  # noqa: SIM110  # far faster than one regular expression for all, or a generator
        if needle in text:
            return True
    return False


def _decoded(match: re.Match[str]) -> str:
    code = int(next(group for group in match.groups() if group), 16)
    return chr(code) if code <= 0x10FFFF else ""
