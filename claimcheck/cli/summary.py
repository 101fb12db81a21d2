"""The closing lines of a run, for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.model import SEVERITIES
from claimcheck.result import Result

if TYPE_CHECKING:
    from claimcheck.fixing import Fixer


def summary(result: Result, hidden: int = 0) -> Iterator[str]:
    """What was found, what was let pass, and what can be fixed."""
    files = f"in {_plural(len(result.checked), 'file')}"
    counts = [_plural(result.count(each), each) for each in reversed(SEVERITIES) if result.count(each)]
    yield f"Found {', '.join(counts)} {files}." if counts else f"No findings {files}."
    passed = {
        "suppressed": result.suppressed,
        "registered": result.registered,
        "in the baseline": result.baselined,
        "on unchanged lines": result.unchanged,
        "below --min-severity": hidden,
    }
    if any(passed.values()):
        yield "Not shown: " + ", ".join(f"{count} {why}" for why, count in passed.items() if count) + "."
    fixable = {kind: sum(_offers(each.fix, kind) for each in result.findings) for kind in ("safe", "unsafe")}
    if fixable["safe"]:
        yield f"[*] {fixable['safe']} fixable with --fix" + (
            f", {fixable['unsafe']} more with --unsafe-fixes." if fixable["unsafe"] else "."
        )
    elif fixable["unsafe"]:
        yield f"{fixable['unsafe']} fixable with --fix --unsafe-fixes."


def failures(result: Result) -> Iterator[str]:
    """What should have been checked and was not."""
    for each in result.failures:
        place = f"{each.path}:{each.line}" if each.line else each.path
        yield f"error: {place}: {each.message}" if place else f"error: {each.message}"


def _offers(fix: object, kind: str) -> bool:
    return getattr(fix, "applicability", None) == kind


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def applied(fixer: Fixer, each_one: bool, only_diff: bool) -> Iterator[str]:
    """How many fixes were made, and each of them on request."""
    if each_one:
        for finding in fixer.applied:
            message = finding.fix.message if finding.fix else ""
            yield f"{finding.path}: {finding.code} “{finding.effect}”: {message}"
    if fixer.applied or each_one:
        yield f"{'would fix' if only_diff else 'fixed'} {_plural(len(fixer.applied), 'finding')}"


def withheld(fixer: Fixer) -> Iterator[str]:
    """Fixes that were not applied because they made nothing better: our bugs."""
    for each in fixer.withheld:
        finding = each.finding
        yield (
            f"bug: {finding.path}: {finding.code} “{finding.effect}”: fix withheld, {each.reason}; please report this"
        )


def read_only(fixer: Fixer) -> Iterator[str]:
    """Files whose findings are left to the reader."""
    for path in fixer.read_only:
        yield f"not fixed: {path} can only be read; reword it by hand"
