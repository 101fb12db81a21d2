"""Claim × rule → finding: which claims are reported, under which code, and how severely."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.model import GAP, Block, Claim, Finding, Rule, SourceFile
from claimcheck.packs import Pack
from claimcheck.selection import Selection

SEVERITY = {2: "note", 3: "warning", 4: "error"}
STRICT = {**SEVERITY, 2: "warning"}
BARE_HEDGE = "EXO902"
BENEFIT = "benefit"


def judge(
    claims: Iterable[Claim],
    blocks: Sequence[Block],
    file: SourceFile,
    pack: Pack,
    *,
    strict: bool = False,
    selection: Selection | None = None,
) -> list[Finding]:
    """The findings of one file in the order of their places, one for each rule and range, without fingerprints."""
    found: dict[tuple[str, int, int], Finding] = {}
    for claim in claims:
        rule = rule_of(claim, pack.rules, strict)
        if rule is None or (selection and not selection.selected(rule.code)):
            continue
        severity = (selection and selection.severity(rule.code)) or rule.severity or severity_of(claim, strict)
        finding = _finding(claim, rule, severity, blocks, file)
        key = (finding.code, finding.start, finding.end)
        if key not in found or found[key].level < finding.level:
            found[key] = finding
    return sorted(found.values(), key=lambda each: (each.start, each.end, each.code))


def rule_of(claim: Claim, rules: Mapping[str, Rule], strict: bool = False) -> Rule | None:
    """The rule that reports a claim, None for one that may stand or that the pack has no rule for."""
    if claim.level >= 2:
        return _matching(claim, rules)
    if strict and claim.level == 1 and not claim.limited:
        return rules.get(BARE_HEDGE)
    return None


def with_fingerprints(findings: Sequence[Finding], identity: str, blocks: Sequence[Block]) -> list[Finding]:
    """The findings with fingerprints over code, path, words of the claim and how often these stood before.

    No line number goes in, so that moving or re-wrapping a paragraph and edits elsewhere change nothing.
    """
    seen: Counter[tuple[str, str]] = Counter()
    marked = []
    for finding in findings:
        words = normalised(claim_text(finding, blocks))
        occurrence = seen[finding.code, words]
        seen[finding.code, words] += 1
        parts = "\0".join((finding.code, identity, words, str(occurrence)))
        marked.append(
            finding._replace(fingerprint=hashlib.sha256(parts.encode("utf-8", "surrogateescape")).hexdigest()[:32])
        )
    return marked


def claim_text(finding: Finding, blocks: Sequence[Block]) -> str:
    """The words of a finding's claim, without mark-up."""
    claim = finding.claim
    return blocks[claim.block].text[claim.start : claim.end] if claim else finding.unit


def normalised(text: str) -> str:
    """Letters and digits in lower case, single spaces between: what makes two claims the same claim."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _matching(claim: Claim, rules: Mapping[str, Rule]) -> Rule | None:
    by_category = (rule for rule in rules.values() if claim.category in rule.categories)
    by_family = (rule for rule in rules.values() if claim.family in rule.families)
    return next(by_category if claim.category != BENEFIT else by_family, None) or next(by_family, None)


def severity_of(claim: Claim, strict: bool = False) -> str:
    """The severity that a claim's level stands for."""
    return (STRICT if strict else SEVERITY).get(claim.level, "note")


def _finding(claim: Claim, rule: Rule, severity: str, blocks: Sequence[Block], file: SourceFile) -> Finding:
    block = blocks[claim.block]
    start, end = block.map.span(claim.start, claim.end)
    effect = readable(block.text[slice(*claim.effect)])
    heading = readable(blocks[block.heading].text) if block.heading is not None else None
    subject = claim.subject
    if not subject.text:
        own = block.text[subject.start : subject.end] if subject.start >= 0 else heading or ""
        subject = subject._replace(text=readable(own))
    return Finding(
        code=rule.code,
        name=rule.name,
        message=rule.message.replace("{effect}", effect).replace("{subject}", subject.text),
        path=file.path,
        start=start,
        end=end,
        severity=severity,
        level=claim.level,
        family=claim.family,
        status=claim.status,
        subject=subject,
        effect=effect,
        unit=readable(block.text[slice(*claim.unit)]),
        heading=heading,
        evidence=rule.evidence,
        url=rule.url,
        scope=block.scope,
        claim=claim,
    )


def readable(text: str) -> str:
    """Text of a block with template gaps written as an ellipsis."""
    return text.replace(GAP, "…")
