"""The language stage over the blocks of a file, and the same as spaCy components for anyone's pipeline.

``nlp.add_pipe("claimcheck")`` fills ``doc.spans["claims"]``: each span's label is the claim's family (or category,
*proof*, *absolute* ...), and ``span._.claim`` is its ``claimcheck.model.Claim`` with level, status, subject link
and cues.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.vocab import Vocab

from claimcheck.model import Block, Claim, Segment, SourceMap
from claimcheck.nlp import claims as claim_module
from claimcheck.nlp import limitations
from claimcheck.nlp.discourse import OURS, RIVALS, Discourse, page_topic
from claimcheck.nlp.lexicon import Lexicon, Word
from claimcheck.nlp.page import Page
from claimcheck.nlp.readings import read
from claimcheck.nlp.units import Unit, itemise

_RUN = re.compile(r"(?<!\S)\S{500,}")
"""What is no prose, whatever it is. The tokenizer's time grows with the square of it."""


class Analyser:
    """Finds claims with one lexicon. ``nlp`` is the pipeline whose tokens it reads.

    By default that is a blank English one whose words have no features (shape, norm ...): nobody asks for them, and
    a word that is met for the first time costs three times as much with them.
    """

    def __init__(self, lexicon: Lexicon, nlp: Language | None = None) -> None:
        self.lexicon = lexicon
        self.nlp = nlp or English(vocab=Vocab())
        self.cache: dict[int, Word] = {}

    def units(self, doc: Doc, text: str | None = None) -> list[Unit]:
        """The units of a doc, every word read; ``text`` saves spaCy the joining of its tokens."""
        units = itemise(doc, doc.text if text is None else text, self.lexicon, self.cache)
        for unit in units:
            read(unit)
        return units

    def read(self, text: str) -> list[Unit]:
        """The units of a text; an overlong run without spaces is read as a word that nobody knows."""
        plain = _RUN.sub(lambda run: "x" * len(run.group()), text)
        return self.units(self.nlp.tokenizer(plain), plain)

    def analyse(self, blocks: Sequence[Block]) -> list[Claim]:
        """Every claim in the blocks of one file, in reading order; levels 0 and 1 included."""
        return self.claims(Page(blocks, self.lexicon, lambda block: self.read(block.text)))

    def claims(self, page: Page) -> list[Claim]:
        """The claims of a page; none where it does not sell, or does not name the subject."""
        if not page.sells:
            return []
        page.survey()
        if not page.is_named:
            return []
        headings = list(page.headings())
        topic, starts = page_topic(page.mentions, headings, len(page.blocks))
        discourse = Discourse(self.lexicon, topic, starts)
        for index in headings:
            below = (unit for i in range(index + 1, min(index + 3, len(page.blocks))) for unit in page.units(i))
            discourse.enter(page.blocks[index], index, page.units(index), below)
        return [claim for index in range(len(page.blocks)) for claim in self._of_block(page, index, discourse)]

    def _of_block(self, page: Page, index: int, discourse: Discourse) -> list[Claim]:
        units = page.units(index)
        if not units and not page.asks(index):
            discourse.asked = ""
        if not units and discourse.antecedent != RIVALS:
            return []
        block = page.blocks[index]
        section = discourse.open(block, index)
        if discourse.antecedent == RIVALS and section.topic == OURS:
            discourse.antecedent = OURS  # a rival in one paragraph does not take over the next
        if block.kind != "heading" and any(cls in "SR" for unit in units for cls in unit.classes):
            discourse.topics[index] = OURS if any("S" in unit.classes for unit in units) else RIVALS
        if block.scope.endswith(".path"):
            return []  # a key path that stands in for a heading: context, no copy
        claims = [
            claim
            for unit in units
            for claim in claim_module.of_unit(unit, block, index, discourse, section, self.lexicon)
        ]
        return limitations.note(claims, units)


class UnitComponent:
    """Reads a doc's units into ``doc.user_data["claimcheck.units"]`` and ``doc.spans["units"]``."""

    def __init__(self, analyser: Analyser) -> None:
        self.analyser = analyser

    def __call__(self, doc: Doc) -> Doc:
        units = self.analyser.units(doc)
        doc.user_data["claimcheck.units"] = units
        spans = [doc.char_span(unit.start, unit.end, alignment_mode="expand") for unit in units]
        doc.spans["units"] = [span for span in spans if span is not None]
        return doc


class ClaimComponent:
    """Fills ``doc.spans["claims"]`` from the units of a doc; needs ``claimcheck_units`` before it."""

    def __init__(self, analyser: Analyser) -> None:
        self.analyser = analyser
        if not Span.has_extension("claim"):
            Span.set_extension("claim", getter=_claim_of)

    def __call__(self, doc: Doc) -> Doc:
        units = doc.user_data.get("claimcheck.units")
        if units is None:
            raise ValueError("claimcheck_claims needs claimcheck_units earlier in the pipeline")
        text = doc.text
        block = Block("paragraph", text, SourceMap((Segment(0, 0, len(text), True),)))
        group, kept = [], {}
        for claim in self.analyser.claims(Page([block], self.analyser.lexicon, lambda _: units)):
            label = claim.family if claim.category == "benefit" else claim.category
            span = doc.char_span(claim.start, claim.end, label=label, alignment_mode="expand")
            if span is not None:
                group.append(span)
                kept[span.start, span.end, label] = claim
        doc.user_data["claimcheck.claims"] = kept
        doc.spans["claims"] = SpanGroup(doc, name="claims", spans=group)
        return doc


def _claim_of(span: Span) -> Claim | None:
    claims: dict[Any, Claim] = span.doc.user_data.get("claimcheck.claims", {})
    return claims.get((span.start, span.end, span.label_))


def _analyser(nlp: Language) -> Analyser:
    from claimcheck.packs import load_pack

    return Analyser(load_pack().lexicon, nlp)


@Language.factory("claimcheck_units", assigns=["doc.spans"])
def create_units(nlp: Language, name: str) -> UnitComponent:
    """The component that reads sentences, words and their classes."""
    return UnitComponent(_analyser(nlp))


@Language.factory("claimcheck_claims", assigns=["doc.spans", "span._.claim"])
def create_claims(nlp: Language, name: str) -> ClaimComponent:
    """The component that finds clauses, effects, cues, subjects and claims."""
    return ClaimComponent(_analyser(nlp))


@Language.factory("claimcheck", assigns=["doc.spans", "span._.claim"])
def create_claimcheck(nlp: Language, name: str) -> ClaimcheckComponent:
    """Both in one."""
    return ClaimcheckComponent(_analyser(nlp))


class ClaimcheckComponent:
    """The whole language stage as one component."""

    def __init__(self, analyser: Analyser) -> None:
        self.units, self.claims = UnitComponent(analyser), ClaimComponent(analyser)

    def __call__(self, doc: Doc) -> Doc:
        return self.claims(self.units(doc))
