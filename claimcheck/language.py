"""The language of each block: copy that is not English is passed over, even beside English copy.

A vote of frequent words after the script of the letters; what is too short to tell counts as English, because a claim
that is missed costs more than a foreign string that is read for nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache

from claimcheck.blocks import Blocks
from claimcheck.model import Block
from claimcheck.packs import LANGUAGE, rules_root
from claimcheck.yamlfile import Fields, ListOf, MapOf, at, check, load

MIN_WORDS = 4
"""Shorter strings in Latin letters count as English."""
MAX_OTHER = 0.3
"""Share of letters of other scripts from which on a string is not English, unless English words outvote it."""
SURE = 2
"""Votes that are no chance."""

_SHAPE = Fields({"english": ListOf(str), "others": MapOf(ListOf(str))})
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_LETTER = re.compile(
    r"[^\W\d_\u0000-\u02ff\u1d00-\u1eff\u2070-\u209f\u2c60-\u2c7f\uff21-\uff5a\U0001d400-\U0001d7ff]"
)
_MARKED = re.compile(r"[\u00c0-\u024f\u1e00-\u1eff]")


def english(blocks: Blocks) -> Blocks:
    """The blocks in English, their headings and leads numbered anew; what a foreign one headed goes to those above."""
    foreign = [number for number in range(len(blocks)) if not is_english(blocks.text(number))]
    if not foreign:
        return blocks
    kept = Blocks(blocks.source)
    numbers = Numbers(foreign)
    for number, block in enumerate(blocks):
        if number in numbers:
            kept.append(_renumbered(block, blocks, numbers))
    return kept


class Numbers:
    """The numbers that blocks have once foreign ones are left out."""

    def __init__(self, foreign: list[int]) -> None:
        self.foreign = foreign

    def __contains__(self, number: int) -> bool:
        at = bisect_left(self.foreign, number)
        return at == len(self.foreign) or self.foreign[at] != number

    def of(self, number: int) -> int:
        """The new number of a block that is kept."""
        return number - bisect_left(self.foreign, number)


def is_english(text: str) -> bool:
    """Whether a string is English, or too short to tell."""
    others = 0 if text.isascii() else len(_OTHER_LETTER.findall(text))
    words = _WORD.findall(text.lower())
    if others and others >= MAX_OTHER * sum(map(len, words)):
        return _votes(words)[0] >= SURE and others < sum(map(len, words)) / 2
    if len(words) < MIN_WORDS:
        return True
    own, foreign = _votes(words)
    if not foreign:
        return True
    marked = 0 if text.isascii() else sum(_MARKED.search(word) is not None for word in words)
    return foreign <= 2 * own or foreign + marked < SURE


def _votes(words: Sequence[str]) -> tuple[int, int]:
    """How many different words speak for English, and for the one other language that most speak for."""
    table = _table()
    votes = Counter(language for word in set(words) for language in table.get(word, ()))
    own = votes.pop(LANGUAGE, 0)
    return own, max(votes.values(), default=0)


def _renumbered(block: Block, blocks: Blocks, numbers: Numbers) -> Block:
    lead = None if block.lead is None or block.lead not in numbers else numbers.of(block.lead)
    return block._replace(heading=_above(block.heading, blocks, numbers), lead=lead)


def _above(heading: int | None, blocks: Blocks, numbers: Numbers) -> int | None:
    while heading is not None and heading not in numbers:
        heading = blocks.heading(heading)
    return None if heading is None else numbers.of(heading)


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Word → the languages that it speaks for."""
    path = rules_root() / LANGUAGE / "languages.yaml"
    data = load(path)
    check(data, _SHAPE, at(path))
    table: dict[str, tuple[str, ...]] = {}
    for language, words in (*data["others"].items(), (LANGUAGE, data["english"])):
        for word in dict.fromkeys(words):
            table[word] = (*table.get(word, ()), language)
    return table
