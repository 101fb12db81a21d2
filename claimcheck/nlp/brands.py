"""Product names that a page introduces as the subject: *Velmora NX exosome serum* makes *NX* a name for its rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Block
from claimcheck.nlp.lexicon import COMPANY, PRODUCT, RIVAL, SUBJECT, Entry, Lexicon, Word
from claimcheck.nlp.units import Unit

REACH = 3
"""Items before a mention that may belong to its name."""
SHORTEST = 4
"""Letters of a name that is no coined one."""
SHORT = 6
"""Items of a line that only says what the heading above it is (*Plant-derived exosomes.*)."""


class Names:
    """The names that one page introduces: learned from all of its blocks, then settled."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.others = {" ".join(words) for words in lexicon.topics["not-brands"]}
        """What is no name of the subject: known words, and words of headings that name a rival and not the subject,
        as a house brand does that sells both."""
        self.found: set[str] = set()
        self.entries: dict[str, Entry] = {}
        """The settled names."""

    def learn(self, block: Block, units: Sequence[Unit], above: tuple[Block, Sequence[Unit]] | None) -> None:
        """Take the names that a block introduces; ``above`` is the heading that it describes, if it does."""
        self.found.update(name for unit in units for name in _before_subject(block, unit))
        self.found.update(name for unit in units for name in _introduced(block, unit))
        if above is not None:
            self.found.update(_coined(*above))
        if block.kind == "heading":
            classes = {cls for unit in units for cls in unit.classes}
            if RIVAL in classes and SUBJECT not in classes:
                self.others.update(word.text for unit in units for word in unit.words)

    def describes(self, block: Block, units: Sequence[Unit]) -> bool:
        """Whether a block below a heading only says that it is the subject."""
        first = units[0] if units and block.kind != "heading" else None
        return first is not None and len(first.words) <= SHORT and SUBJECT in first.classes

    def settle(self) -> bool:
        """Let the names count from now on; returns whether there are any."""
        names = self.found - self.others
        self.entries = {name: Entry(SUBJECT, name, category="brand", origin="learned") for name in names}
        return bool(names)

    def stand_in(self, folded: str) -> bool:
        """Whether a folded text may hold a name."""
        return any(name in folded for name in self.entries)

    def rename(self, block: Block, units: Sequence[Unit]) -> None:
        """Turn each occurrence of a settled name into a mention of the subject."""
        if not self.entries:
            return
        for unit in units:
            for index, word in enumerate(unit.words):
                entry = self.entries.get(word.text)
                if entry is not None and unit.classes[index] == "." and _raw(block, unit, index)[0].isupper():
                    unit.words[index] = Word(word.text, {SUBJECT: entry}, cls=SUBJECT)
                    unit.classes[index] = SUBJECT
                    unit.entries[index] = entry


def _before_subject(block: Block, unit: Unit) -> Iterator[str]:
    for index, cls in enumerate(unit.classes):
        if cls == SUBJECT:
            for near in range(max(index - REACH, 0), index):
                if unit.classes[near] == "." and _is_coined(_raw(block, unit, near)):
                    yield unit.words[near].text


def _introduced(block: Block, unit: Unit) -> Iterator[str]:
    """A capitalised word that is called the subject: *Dewlight, our exosome serum*, *Dewlight is an exosome gel*,
    *Dewlight Night Serum, made with plant exosomes*."""
    for index, cls in enumerate(unit.classes[:-2]):
        name = _raw(block, unit, index)
        if cls != "." or len(name) < SHORTEST or not name[0].isupper():
            continue
        if index and unit.classes[index - 1] not in ";.":
            continue
        end = next((i for i in range(index + 1, len(unit.classes)) if unit.classes[i] not in ".BP"), index)
        if unit.classes[end] not in ",b" or (end > index + 1 and unit.classes[end - 1] != PRODUCT):
            continue
        between = "dDAM.a-'" if unit.classes[end - 1] != PRODUCT else "dDAM.a-'vpQ"
        told = next((i for i in range(end + 1, len(unit.classes)) if unit.classes[i] not in between), index)
        if unit.classes[told] == SUBJECT and COMPANY not in unit.classes:
            yield unit.words[index].text


def _coined(block: Block, units: Sequence[Unit]) -> Iterator[str]:
    for unit in units:
        for index, cls in enumerate(unit.classes):
            if cls == "." and _is_coined(_raw(block, unit, index)):
                yield unit.words[index].text


def _raw(block: Block, unit: Unit, index: int) -> str:
    return block.text[unit.starts[index] : unit.ends[index]]


def _is_coined(text: str) -> bool:
    """A capital behind the first letter marks a coined name (*NX*, *VelGro*) and no word of the language."""
    return len(text) > 1 and text[0].isupper() and any(character.isupper() for character in text[1:])
