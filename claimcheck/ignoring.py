"""``--add-ignore``: write suppression comments, each proved by checking the new text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.fix import write_atomic
from claimcheck.model import Finding, SourceFile
from claimcheck.pipeline import check
from claimcheck.work import Work

STYLES = (
    "<!-- claimcheck: ignore[{codes}]{reason} -->",
    "# claimcheck: ignore[{codes}]{reason}",
    "// claimcheck: ignore[{codes}]{reason}",
    "{{/* claimcheck: ignore[{codes}]{reason} */}}",
    ".. claimcheck: ignore[{codes}]{reason}",
    "{{# claimcheck: ignore[{codes}]{reason} #}}",
)
"""Comments of all syntaxes; which one a place takes is found out by trying."""


def add_ignores_to(work: Work, findings: Sequence[Finding], reason: str) -> tuple[int, list[Finding]]:
    """Write comments into a file; returns how many findings they let pass, and those left. Raises OSError."""
    rows: dict[int, list[Finding]] = {}
    for finding in findings:
        rows.setdefault(work.file.location(finding.start)[0], []).append(finding)
    text, left = work.file.text, []
    for row in sorted(rows, reverse=True):
        better = _commented(work, text, row, rows[row], reason)
        if better is None:
            left += rows[row]
        else:
            text = better
    if text != work.file.text:
        write_atomic(work.source, work.file, text)
    return len(findings) - len(left), left


def _commented(work: Work, text: str, row: int, findings: Sequence[Finding], reason: str) -> str | None:
    """The text with a comment above a row that lets exactly these findings pass, None where no comment does."""
    file = replace(work.file, text=text)
    before = _counts(work, file)
    start = file.line_starts[row - 1]
    indent = re.match(r"[ \t]*", text[start:])
    newline = "\r\n" if "\r\n" in text else "\n"
    codes = ",".join(sorted({each.code for each in findings}))
    said = " " + " ".join(reason.replace("--", "–").replace("*/", "").split()) if reason.strip() else ""
    for style in STYLES:
        comment = style.format(codes=codes, reason=said)
        new = text[:start] + (indent[0] if indent else "") + comment + newline + text[start:]
        after = _counts(work, replace(file, text=new))
        if len(after) == len(before) - len(findings) and not set(after) - set(before):
            return new
    return None


def _counts(work: Work, file: SourceFile) -> list[tuple[str, str, str]]:
    return sorted((each.code, each.unit, each.effect) for each in check(replace(work, file=file)).findings)
