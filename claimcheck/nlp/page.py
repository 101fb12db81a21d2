"""A page as the language stage goes over it: what plain word look-ups say of its blocks, and their units when asked.

The units of a block take far more room than its text. Those of an ordinary page are kept; beyond that they are read
anew whenever they are needed, so that memory does not grow with the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from claimcheck.model import Block
from claimcheck.nlp.brands import Names
from claimcheck.nlp.folding import fold
from claimcheck.nlp.lexicon import MARK, PRODUCT, RIVAL, SUBJECT, Lexicon, scan
from claimcheck.nlp.units import Unit

KEPT = 4_000
"""Blocks of a page whose units are kept."""
SCIENCE_RATIO = 5
"""So many words of the laboratory for one of copy that sells make a page a scientific one."""
SCIENCE_LEAST = 2
"""Fewer words of the laboratory than this say nothing of a page."""

_HEADING, _CLAIMS, _NAMES, _ASKS = 1, 2, 4, 8


class Page:
    """The blocks of one file. ``read`` makes the units of a block."""

    def __init__(self, blocks: Sequence[Block], lexicon: Lexicon, read: Callable[[Block], list[Unit]]) -> None:
        self.blocks = blocks
        self.lexicon = lexicon
        self.names = Names(lexicon)
        """The brands that the page introduces as the subject."""
        self.mentions: dict[int, tuple[int, int]] = {}
        """How often the subject and rivals are named, by block."""
        self.is_named = False
        """Whether the subject is named by more than an abbreviation (*EV* may be a car)."""
        self._read = read
        self._kept: dict[int, list[Unit]] = {}
        self._science = self._consumer = 0
        self._flags = bytearray(map(self._flag, blocks))

    @property
    def sells(self) -> bool:
        """Whether the words are those of copy and not of a laboratory, or the title offers something."""
        plain = self._science < SCIENCE_LEAST or self._science <= SCIENCE_RATIO * self._consumer
        return plain or self._offers

    @property
    def _offers(self) -> bool:
        """Whether the title names a product or treatment: *Exosome therapy*, not *Exosomes in wound repair*."""
        title = next(self.headings(), None)
        units = [] if title is None else self._read(self.blocks[title])
        return any(
            SUBJECT in word.senses and PRODUCT in following.senses
            for unit in units
            for word, following in pairwise(unit.words)
        )

    def units(self, index: int) -> list[Unit]:
        """The units of a block; none for one that holds nothing to claim with and is no heading."""
        if not self._flags[index] & (_HEADING | _CLAIMS):
            return []
        units = self._kept.get(index)
        if units is None:
            block = self.blocks[index]
            units = self._read(block)
            self.names.rename(block, units)
            if len(self._kept) < KEPT:
                self._kept[index] = units
        return units

    def headings(self) -> Iterator[int]:
        """The headings, in order."""
        return (index for index, flags in enumerate(self._flags) if flags & _HEADING)

    def asks(self, index: int) -> bool:
        """Whether a block ends in a question mark."""
        return bool(self._flags[index] & _ASKS)

    def survey(self) -> None:
        """Find out who is named where, and which brands stand for the subject."""
        for index in self._naming():
            block, units = self.blocks[index], self.units(index)
            self._count(index, units)
            self.is_named = self.is_named or any(map(_is_named, units))
            described = index > 0 and self._flags[index - 1] & _HEADING and self.names.describes(block, units)
            above = (self.blocks[index - 1], self.units(index - 1)) if described else None
            self.names.learn(block, units, above)
        if self.names.settle():
            self._rename()

    def _naming(self) -> Iterator[int]:
        return (index for index, flags in enumerate(self._flags) if flags & (_HEADING | _NAMES))

    def _rename(self) -> None:
        """Let the learned names count wherever they stand."""
        for index, units in self._kept.items():
            self.names.rename(self.blocks[index], units)
        for index, block in enumerate(self.blocks):
            if self.names.stand_in(fold(block.text)):
                self._count(index, self.units(index))

    def _count(self, index: int, units: Sequence[Unit]) -> None:
        ours = sum(unit.classes.count(SUBJECT) for unit in units)
        rivals = sum(unit.classes.count(RIVAL) for unit in units)
        if ours or rivals:
            self.mentions[index] = (ours, rivals)

    def _flag(self, block: Block) -> int:
        seen = scan(block.text, self.lexicon)
        self._science += seen.science
        self._consumer += seen.consumer
        flags = _HEADING if block.kind == "heading" else 0
        if seen.may_claim:
            flags |= _CLAIMS
        if seen.may_name:
            flags |= _NAMES
        return flags | _ASKS if block.text.endswith("?") else flags


def _is_named(unit: Unit) -> bool:
    if SUBJECT not in unit.classes and MARK not in unit.classes:
        return False
    senses = (word.senses for word in unit.words if SUBJECT in word.senses)
    return any(each[SUBJECT].category != "abbreviation" for each in senses)
