"""The language stage over the blocks of a file, and the same as spaCy components for anyone's pipeline.

``nlp.add_pipe("claimcheck")`` fills ``doc.spans["claims"]``: each span's label is the claim's family (or category,
*proof*, *absolute* ...), and ``span._.claim`` is its ``claimcheck.model.Claim`` with level, status, subject link
and cues.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from claimcheck.model import Block, Claim, Segment, SourceMap
from claimcheck.nlp import brands, limitations
from claimcheck.nlp import claims as claim_module
from claimcheck.nlp.discourse import OURS, RIVALS, Discourse, page_topic
from claimcheck.nlp.lexicon import MARK, RIVAL, SUBJECT, Lexicon, Scan, Word, scan
from claimcheck.nlp.readings import read
from claimcheck.nlp.units import Unit, itemise

SCIENCE_RATIO = 5
"""So many words of the laboratory for one of copy that sells make a page a scientific one."""
_RUN = re.compile(r"(?<!\S)\S{500,}")
"""What is no prose, whatever it is. The tokenizer's time grows with the square of it."""
SCIENCE_LEAST = 2
"""Fewer words of the laboratory than this say nothing of a page."""


class Analyser:
    """Finds claims with one lexicon. ``nlp`` is the pipeline whose tokens it reads, by default a blank English one."""

    def __init__(self, lexicon: Lexicon, nlp: Language | None = None) -> None:
        self.lexicon = lexicon
        self.nlp = nlp or spacy.blank("en")
        self.cache: dict[int, Word] = {}
        self.abbreviations = frozenset(" ".join(words) for words in lexicon.topics["abbreviations"])

    def units(self, doc: Doc, text: str | None = None) -> list[Unit]:
        """The units of a doc, every word read; ``text`` saves spaCy the joining of its tokens."""
        units = itemise(doc, doc.text if text is None else text, self.lexicon, self.abbreviations, self.cache)
        for unit in units:
            read(unit)
        return units

    def read(self, text: str) -> list[Unit]:
        """The units of a text; an overlong run without spaces is read as a word that nobody knows."""
        plain = _RUN.sub(lambda run: "x" * len(run.group()), text)
        return self.units(self.nlp.tokenizer(plain), plain)

    def analyse(self, blocks: Sequence[Block]) -> list[Claim]:
        """Every claim in the blocks of one file, in reading order; levels 0 and 1 included."""
        scans = [scan(block.text, self.lexicon) for block in blocks]
        if not _sells(scans):
            return []
        every = [
            self.read(block.text) if seen.may_claim or block.kind == "heading" else []
            for block, seen in zip(blocks, scans, strict=True)
        ]
        return self.claims(blocks, every)

    def claims(self, blocks: Sequence[Block], every: Sequence[list[Unit]]) -> list[Claim]:
        """The claims of blocks whose units are known."""
        if not _is_named(every):
            return []
        brands.adopt(blocks, every, self.lexicon)
        mentions = {}
        for index, units in enumerate(every):
            ours = sum(unit.classes.count(SUBJECT) for unit in units)
            rivals = sum(unit.classes.count(RIVAL) for unit in units)
            if ours or rivals:
                mentions[index] = (ours, rivals)
        discourse = Discourse(self.lexicon, page_topic(blocks, mentions))
        for index, (block, units) in enumerate(zip(blocks, every, strict=True)):
            if block.kind == "heading":
                discourse.enter(block, index, units)
        found: list[Claim] = []
        for index, (block, units) in enumerate(zip(blocks, every, strict=True)):
            found.extend(self._of_block(block, index, units, discourse))
        return found

    def _of_block(self, block: Block, index: int, units: list[Unit], discourse: Discourse) -> list[Claim]:
        section = discourse.open(block, index)
        if discourse.antecedent == RIVALS and section.topic == OURS:
            discourse.antecedent = OURS  # a rival in one paragraph does not take over the next
        if block.kind != "heading" and any(cls in "SR" for unit in units for cls in unit.classes):
            discourse.topics[index] = OURS if any("S" in unit.classes for unit in units) else RIVALS
        if not units and not block.text.endswith("?"):
            discourse.asked = ""
        if block.scope.endswith(".path"):
            return []  # a key path that stands in for a heading: context, no copy
        claims = [
            claim
            for unit in units
            for claim in claim_module.of_unit(unit, block, index, discourse, section, self.lexicon)
        ]
        return limitations.note(claims, units, self.lexicon)


def _sells(scans: Sequence[Scan]) -> bool:
    """Whether the words are those of copy and not of a laboratory."""
    science = sum(seen.science for seen in scans)
    return science < SCIENCE_LEAST or science <= SCIENCE_RATIO * sum(seen.consumer for seen in scans)


def _is_named(every: Sequence[list[Unit]]) -> bool:
    """Whether the subject is named by more than an abbreviation (*EV* may be a car)."""
    return any(
        word.senses[SUBJECT].category != "abbreviation"
        for units in every
        for unit in units
        if SUBJECT in unit.classes or MARK in unit.classes
        for word in unit.words
        if SUBJECT in word.senses
    )


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
        sells = _sells([scan(text, self.analyser.lexicon)])
        for claim in self.analyser.claims([block], [units]) if sells else ():
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
