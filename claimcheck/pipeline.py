"""One file through the stages: extract → analyse → judge → register → suppress → rewrite."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.blocks import Blocks
from claimcheck.judge import BARE_HEDGE, judge, readable, with_fingerprints
from claimcheck.language import english
from claimcheck.model import Block, Claim, Cue, Finding, Range
from claimcheck.packs import Pack
from claimcheck.register import OVERREACH, apply_register
from claimcheck.selection import ALL, Selection
from claimcheck.source import refuse_long_pieces
from claimcheck.suppress import UNUSED, passed_by_settings, suppress, unused_findings
from claimcheck.work import Outcome, Work, pack_of

if TYPE_CHECKING:
    from claimcheck.nlp.units import Unit


MAX_CLAIMS = 30
"""In one sentence; where there are more, no wording is looked for, since it depends on every other claim."""


@dataclass(frozen=True)
class Analysis:
    """A file as the language stage sees it."""

    blocks: Sequence[Block]
    """Those in English."""
    claims: Sequence[Claim]
    foreign: int = 0
    """How many blocks are in other languages."""


def analyse(work: Work) -> Analysis:
    """The blocks and claims of a file, levels 0 to 4."""
    from claimcheck.nlp import analyse as analyse_blocks

    settings = work.settings
    found = blocks_of(work)
    blocks = english(found)
    claims = analyse_blocks(blocks, pack_of(settings.packs).lexicon, settings.products)
    return Analysis(blocks, claims, len(found) - len(blocks))


def blocks_of(work: Work) -> Blocks:
    """The copy of a file, in all languages."""
    from claimcheck.extract import extract, unpack
    from claimcheck.extract.keys import Keys

    keys = Keys(work.settings.copy_keys, work.settings.code_keys)
    unpacked = unpack(work.packed, work.file.path, keys) if work.packed else None
    blocks = unpacked[1] if unpacked else extract(work.file, work.format, keys)
    refuse_long_pieces(work.file, blocks)
    return blocks


@dataclass(frozen=True)
class Reading:
    """How a unit is read: what a person asks for who wonders why it was or was not flagged."""

    range: Range
    items: tuple[tuple[str, str], ...]
    """Its words and phrases, each with its class."""
    cues: tuple[Cue, ...]


def readings_of(blocks: Sequence[Block], work: Work) -> list[list[Reading]]:
    """For each block its units as they are read."""
    from claimcheck.nlp.claims import cues_of
    from claimcheck.nlp.pipeline import Analyser

    lexicon, products = pack_of(work.settings.packs).lexicon, work.settings.products
    analyser = Analyser(lexicon.with_products(products) if products else lexicon)

    def reading(block: Block, unit: Unit) -> Reading:
        places = zip(unit.starts, unit.ends, unit.classes, strict=True)
        items = tuple((block.text[start:end], cls) for start, end, cls in places)
        return Reading((unit.start, unit.end), items, tuple(cues_of(unit)))

    return [[reading(block, unit) for unit in analyser.read(block.text)] for block in blocks]


def check(work: Work) -> Outcome:
    """The findings of a file. Raises ClaimcheckError for data that cannot be used."""
    settings = work.settings
    pack, selection = pack_of(settings.packs), Selection(settings)
    analysis = analyse(work)
    blocks = analysis.blocks
    found = judge(analysis.claims, blocks, work.file, pack, strict=settings.strict, selection=selection)
    overreach = pack.rules.get(OVERREACH) if selection.selected(OVERREACH) else None
    left = apply_register(found, blocks, work.register, overreach, work.path, work.today)
    left = with_fingerprints(left, work.identity, blocks)
    comments = _comments(work)
    passed = suppress(left, blocks, work.file, comments, _idle(work, selection, pack) if comments else ())
    kept = _with_advice(passed.kept, analysis, work, pack)
    if UNUSED in pack.rules and selection.selected(UNUSED):
        unused = unused_findings(passed.unused, work.file, pack.rules[UNUSED])
        kept += with_fingerprints(unused, work.identity, blocks)
    shown = [finding for finding in kept if not passed_by_settings(finding, settings, work.path)]
    shown.sort(key=lambda finding: (finding.start, finding.end, finding.code))
    return Outcome(
        tuple(shown),
        suppressed=len(passed.passed) + len(kept) - len(shown),
        registered=len(found) - len(left),
        foreign=analysis.foreign,
    )


def _comments(work: Work) -> Sequence[tuple[str, int, int]]:
    if "claimcheck:" not in work.file.text:
        return ()
    from claimcheck.extract.comments import comments

    return comments(work.file, work.format or Path(work.file.path).suffix)


def _idle(work: Work, selection: Selection, pack: Pack) -> list[str]:
    """The codes that cannot fire under these settings, and ALL where the user left out some."""
    left_out = [code for code in pack.rules if not selection.selected(code)]
    strict = [] if work.settings.strict else [BARE_HEDGE]
    register = [] if work.register else [OVERREACH]
    return [*left_out, *strict, *register, *([ALL] if left_out else [])]


def _with_advice(findings: Sequence[Finding], analysis: Analysis, work: Work, pack: Pack) -> list[Finding]:
    """The findings with wordings and fixes, their claims left behind; spelling and neighbours are found once."""
    if not any(finding.claim and finding.claim.level for finding in findings):
        return list(findings)
    from claimcheck.rewrite import Advice, suggest

    spelling = work.settings.spelling
    if spelling == "auto":
        spelling = "american" if pack.wording.american(work.file.text) else "british"
    by_unit: dict[tuple[int, Range], list[Claim]] = {}
    for each in analysis.claims:
        by_unit.setdefault((each.block, each.unit), []).append(each)
    advised = []
    for finding in findings:
        claim, advice = finding.claim, Advice()
        if claim is not None and claim.level and len(by_unit[claim.block, claim.unit]) <= MAX_CLAIMS:
            siblings = [other for other in by_unit[claim.block, claim.unit] if other is not claim]
            block = analysis.blocks[claim.block]
            advice = suggest(claim, block, work.file, pack, siblings, work.settings.strict, spelling)
        wordings = tuple(map(readable, advice.suggestions))
        advised.append(finding._replace(suggestions=wordings, advice=advice.advice, fix=advice.fix, claim=None))
    return advised
