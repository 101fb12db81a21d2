"""The ``gitlab`` format: a code quality report."""

from __future__ import annotations

from typing import Any, TextIO

from claimcheck.model import Finding, SourceFile
from claimcheck.report.json import write
from claimcheck.report.style import Style, safe
from claimcheck.result import Result

SEVERITIES = {"note": "info", "warning": "minor", "error": "major"}


def render(result: Result, stream: TextIO, style: Style) -> None:
    """Write an array of issues."""
    write([_issue(each, result.sources[each.path]) for each in result.findings], stream)


def _issue(finding: Finding, file: SourceFile) -> dict[str, Any]:
    return {
        "description": f"{finding.code}: {safe(finding.message)}",
        "check_name": finding.code,
        "fingerprint": finding.fingerprint,
        "severity": SEVERITIES[finding.severity],
        "location": {
            "path": finding.path,
            "lines": {
                "begin": file.location(finding.start)[0],
                "end": file.location(max(finding.end - 1, finding.start))[0],
            },
        },
    }
