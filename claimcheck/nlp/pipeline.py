"""The language stage as spaCy components on ``spacy.blank("en")``."""

from __future__ import annotations

from collections.abc import Sequence

import spacy
from spacy.language import Language

from claimcheck.model import Block, Claim
from claimcheck.nlp import brands, limitations
from claimcheck.nlp import claims as claim_module
from claimcheck.nlp.discourse import Discourse, page_topic
from claimcheck.nlp.lexicon import RIVAL, SUBJECT, Lexicon, Word
from claimcheck.nlp.readings import read
from claimcheck.nlp.units import Unit, itemise


SCIENCE_RATIO = 3
"""So many words of the laboratory for one of copy that sells make a page a scientific one."""


class Analyser:
    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.nlp: Language = spacy.blank("en")
        self.cache: dict[int, Word] = {}
        self.abbreviations = frozenset(" ".join(words) for words in lexicon.topics["abbreviations"])

    def units(self, block: Block) -> list[Unit]:
        units = itemise(self.nlp.make_doc(block.text), self.lexicon, self.abbreviations, self.cache)
        for unit in units:
            read(unit)
        return units

    def _sells(self, every: Sequence[list[Unit]]) -> bool:
        """Whether the words are those of copy and not of a laboratory; names must stand behind abbreviations."""
        words = [word for units in every for unit in units for word in unit.words]
        names = [word.senses[SUBJECT].category for word in words if SUBJECT in word.senses]
        if not names or all(category == "abbreviation" for category in names):
            return False
        science = sum(word.tone < 0 for word in words)
        return science <= SCIENCE_RATIO * sum(word.tone > 0 for word in words)

    def analyse(self, blocks: Sequence[Block]) -> list[Claim]:
        every = [self.units(block) for block in blocks]
        brands.adopt(blocks, every, self.lexicon)
        mentions = {}
        for index, units in enumerate(every):
            ours = sum(cls == SUBJECT for unit in units for cls in unit.classes)
            rivals = sum(cls == RIVAL for unit in units for cls in unit.classes)
            if ours or rivals:
                mentions[index] = (ours, rivals)
        if not self._sells(every):
            return []
        discourse = Discourse(self.lexicon, page_topic(blocks, mentions))
        found: list[Claim] = []
        for index, (block, units) in enumerate(zip(blocks, every, strict=True)):
            section = discourse.open(block, index, units)
            claims = [
                claim
                for unit in units
                for claim in claim_module.of_unit(unit, block, index, discourse, section, self.lexicon)
            ]
            found.extend(limitations.note(claims, units, self.lexicon))
        return found
