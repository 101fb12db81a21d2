"""The ``concise`` format: one line per finding."""

from __future__ import annotations

from typing import TextIO

from claimcheck.report.style import COLOURS, Style, brief, safe
from claimcheck.result import Result


def render(result: Result, stream: TextIO, style: Style) -> None:
    """Write ``path:row:column: CODE severity message`` for every finding."""
    for finding in result.findings:
        row, column = result.sources[finding.path].location(finding.start)
        severity = style.paint(finding.severity, COLOURS[finding.severity])
        mark = " [*]" if finding.fix and finding.fix.applicability == "safe" else ""
        code = style.paint(finding.code, "bold")
        stream.write(f"{safe(finding.path)}:{row}:{column}: {code} {severity} {brief(finding.message)}{mark}\n")
