"""The ``full`` format: for each finding a code frame, the evidence and a better wording."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from claimcheck.model import Evidence, Finding
from claimcheck.report.frame import frame
from claimcheck.report.style import COLOURS, Style, brief, safe
from claimcheck.result import Result

LINKS = {
    "pronoun": "a pronoun",
    "definite": "a phrase that points back",
    "heading": "the heading above",
    "page": "what the page is about",
}
MARKS = {"safe": " [*]", "unsafe": " [* unsafe]"}


def render(result: Result, stream: TextIO, style: Style) -> None:
    """Write every finding in full."""
    for finding in result.findings:
        stream.write("\n".join(describe(finding, result, style)) + "\n\n")


def describe(finding: Finding, result: Result, style: Style) -> Iterator[str]:
    """The lines of one finding."""
    file = result.sources[finding.path]
    colour = COLOURS[finding.severity]
    row, column = file.location(finding.start)
    yield f"{style.paint(f'{finding.severity}[{finding.code}]', colour, 'bold')}: {brief(finding.message)}"
    yield f"  {style.paint('-->', 'blue')} {safe(finding.path)}:{row}:{column}"
    yield from frame(file, finding.start, finding.end, style, colour)
    for label, text in _remarks(finding, result):
        yield f"  {style.paint('=', 'blue')} {style.paint(label, 'bold')}: {brief(text)}"


def _remarks(finding: Finding, result: Result) -> Iterator[tuple[str, str]]:
    if finding.subject.link in LINKS:
        yield "subject", f"“{finding.subject.text}”, {LINKS[finding.subject.link]}"
    if finding.evidence:
        others = len(finding.evidence) - 1
        more = f"; {others} more in: claimcheck rule {finding.code}" if others else ""
        yield "evidence", _quoted(result.pack.evidence[finding.evidence[0]]) + more
    mark = MARKS.get(finding.fix.applicability, "") if finding.fix else ""
    if finding.suggestions:
        yield "try", finding.suggestions[0] + mark
    elif finding.fix:
        yield "fix", finding.fix.message + mark
    if finding.advice:
        yield "advice", finding.advice


def _quoted(evidence: Evidence) -> str:
    place = f", paragraph {evidence.paragraph}" if evidence.paragraph else ""
    return f"{evidence.paraphrase} ({evidence.stance}{place})"
