"""The ``github`` format: annotations on a pull request.

GitHub shows ten annotations of each kind in one step; what goes beyond that stands in the step summary, as does a table
of all findings.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from claimcheck.model import ClaimcheckError, Finding
from claimcheck.report.style import Style, brief
from claimcheck.result import Result

CAP = 10
COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
MAX_SUMMARY = 1_000_000
"""Bytes; GitHub refuses a summary of more than 1 MiB."""


def render(result: Result, stream: TextIO, style: Style) -> None:
    """Write a workflow command for each finding within the cap, and the step summary where there is one."""
    written: Counter[str] = Counter()
    for finding in result.findings:
        written[finding.severity] += 1
        if written[finding.severity] <= CAP:
            stream.write(_command(finding, result) + "\n")
    for failure in result.failures:
        place = {"file": failure.path, "line": str(failure.line or 1)} if failure.path else {}
        stream.write(_line("error", {**place, "title": "claimcheck could not check this"}, failure.message) + "\n")
    over = sum(max(count - CAP, 0) for count in written.values())
    if over:
        stream.write(f"{over} more findings are in the step summary.\n")
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        try:
            with Path(path).open("a", encoding="utf-8", errors="backslashreplace") as summary:
                summary.writelines(_summary(result))
        except OSError as error:
            raise ClaimcheckError(f"cannot write the step summary: {error.strerror}") from error


def _command(finding: Finding, result: Result) -> str:
    file = result.sources[finding.path]
    row, column = file.location(finding.start)
    end_row, end_column = file.location(finding.end)
    place = {"file": finding.path, "line": str(row), "endLine": str(end_row)}
    if row == end_row:
        place |= {"col": str(column), "endColumn": str(end_column)}
    message = finding.message + (f"\nTry: {finding.suggestions[0]}" if finding.suggestions else "")
    return _line(COMMANDS[finding.severity], {**place, "title": f"{finding.code} {finding.name}"}, message)


def _line(command: str, properties: dict[str, str], message: str) -> str:
    values = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{command} {values}::{_data(message)}"


def _data(text: str) -> str:
    lines = map(brief, text.split("\n"))
    return "%0A".join(line.replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _summary(result: Result) -> Iterator[str]:
    yield "## claimcheck\n\n"
    if not result.findings:
        yield "No findings.\n"
        return
    yield "| severity | rule | place | claim | try |\n|---|---|---|---|---|\n"
    size = 0
    for count, finding in enumerate(result.findings):
        row, _ = result.sources[finding.path].location(finding.start)
        wording = finding.suggestions[0] if finding.suggestions else finding.advice
        cells = (finding.severity, finding.code, f"{finding.path}:{row}", finding.unit, wording)
        line = "| " + " | ".join(map(markdown, cells)) + " |\n"
        size += len(line.encode("utf-8", "replace"))
        if size > MAX_SUMMARY:
            yield f"\n{len(result.findings) - count} more findings are left out here.\n"
            return
        yield line


def markdown(text: str) -> str:
    """Text that Markdown shows as it is, in one cell of a table."""
    escaped = brief(text).replace("\\", "\\\\").replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|")
    for mark in "`*_[]#@!":
        escaped = escaped.replace(mark, "\\" + mark)
    return escaped
