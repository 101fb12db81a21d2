"""Every claim of a file, flagged or not, with its place in the register: what a reviewer asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.judge import readable, rule_of
from claimcheck.pipeline import analyse
from claimcheck.register import judge_entry
from claimcheck.work import Work, pack_of


@dataclass(frozen=True)
class Listed:
    """One claim of the inventory; rows and columns are 1-based."""

    path: str
    row: int
    column: int
    level: int
    status: str
    family: str
    category: str
    code: str
    """The rule that covers the claim; empty for one that may stand."""
    register: str
    """registered, expired, beyond its entry, or unregistered; empty for a claim that needs no entry."""
    entry: str
    claim: str
    unit: str


def inventory(work: Work) -> Iterator[Listed]:
    """The claims of a file from level 1 up, in the order of their places."""
    analysis = analyse(work)
    rules = pack_of(work.settings.packs).rules
    for claim in sorted(analysis.claims, key=lambda each: (each.block, each.start, each.end)):
        if claim.level < 1:
            continue
        block = analysis.blocks[claim.block]
        row, column = work.file.location(block.map.start(claim.start))
        rule = rule_of(claim, rules, work.settings.strict)
        verdict = judge_entry(claim, analysis.blocks, work.register, work.path, work.today)
        yield Listed(
            path=work.file.path,
            row=row,
            column=column,
            level=claim.level,
            status=claim.status,
            family=claim.family,
            category=claim.category,
            code=rule.code if rule else "",
            register=verdict.status if claim.level >= 2 else "",
            entry=verdict.entry.id if verdict.entry else "",
            claim=readable(block.text[claim.start : claim.end]),
            unit=readable(block.text[slice(*claim.unit)]),
        )
