"""Product names that a page introduces as the subject: *Velmora NX exosome serum* makes *NX* a name for its rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Block
from claimcheck.nlp.lexicon import RIVAL, SUBJECT, Entry, Lexicon, Word
from claimcheck.nlp.units import Unit

REACH = 3
"""Items before a mention that may belong to its name."""
SHORT = 6
"""Items of a line that only says what the heading above it is (*Plant-derived exosomes.*)."""


def adopt(blocks: Sequence[Block], every: Sequence[list[Unit]], lexicon: Lexicon) -> None:
    """Turn each further occurrence of a learned name into a mention of the subject."""
    names = set(_learned(blocks, every)) - {" ".join(words) for words in lexicon.topics["not-brands"]}
    names -= set(_shared(blocks, every))
    if not names:
        return
    entry = {name: Entry(SUBJECT, name, category="brand", origin="learned") for name in names}
    for block, units in zip(blocks, every, strict=True):
        for unit in units:
            for index, word in enumerate(unit.words):
                if word.text in names and unit.classes[index] == "." and _is_coined(_raw(block, unit, index)):
                    unit.words[index] = Word(word.text, {SUBJECT: entry[word.text]}, cls=SUBJECT)
                    unit.classes[index] = SUBJECT
                    unit.entries[index] = entry[word.text]


def _learned(blocks: Sequence[Block], every: Sequence[list[Unit]]) -> Iterator[str]:
    for position, (block, units) in enumerate(zip(blocks, every, strict=True)):
        for unit in units:
            for index, cls in enumerate(unit.classes):
                if cls != SUBJECT:
                    continue
                for near in range(max(index - REACH, 0), index):
                    if unit.classes[near] == "." and _is_coined(_raw(block, unit, near)):
                        yield unit.words[near].text
        described = position > 0 and block.kind != "heading" and blocks[position - 1].kind == "heading"
        if described and units and len(units[0].words) <= SHORT and SUBJECT in units[0].classes:
            yield from _of_heading(blocks[position - 1], every[position - 1])


def _shared(blocks: Sequence[Block], every: Sequence[list[Unit]]) -> Iterator[str]:
    """Words of headings that name a rival and not the subject: a house brand that sells both."""
    for block, units in zip(blocks, every, strict=True):
        if block.kind == "heading":
            classes = {cls for unit in units for cls in unit.classes}
            if RIVAL in classes and SUBJECT not in classes:
                yield from (word.text for unit in units for word in unit.words)


def _of_heading(block: Block, units: Sequence[Unit]) -> Iterator[str]:
    for unit in units:
        for index, cls in enumerate(unit.classes):
            if cls == "." and _is_coined(_raw(block, unit, index)):
                yield unit.words[index].text


def _raw(block: Block, unit: Unit, index: int) -> str:
    return block.text[unit.starts[index] : unit.ends[index]]


def _is_coined(text: str) -> bool:
    """A capital behind the first letter marks a coined name (*NX*, *VelGro*) and no word of the language."""
    return len(text) > 1 and text[0].isupper() and any(character.isupper() for character in text[1:])
