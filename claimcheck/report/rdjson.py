"""The ``rdjson`` format of reviewdog; its columns count bytes of UTF-8."""

from __future__ import annotations

from typing import Any, TextIO

from claimcheck.model import Failure, Finding, SourceFile
from claimcheck.report.json import write
from claimcheck.report.style import Style
from claimcheck.result import Result

SEVERITIES = {"note": "INFO", "warning": "WARNING", "error": "ERROR"}


def render(result: Result, stream: TextIO, style: Style) -> None:
    """Write one diagnostic result; a fix becomes a suggestion where it is a single edit."""
    diagnostics = [_diagnostic(each, result.sources[each.path]) for each in result.findings]
    diagnostics += [_failure(each) for each in result.failures]
    write({"source": {"name": "claimcheck"}, "diagnostics": diagnostics}, stream)


def _failure(failure: Failure) -> dict[str, Any]:
    place = {"range": {"start": {"line": failure.line}}} if failure.line else {}
    return {"message": failure.message, "location": {"path": failure.path, **place}, "severity": "ERROR"}


def _diagnostic(finding: Finding, file: SourceFile) -> dict[str, Any]:
    code = {"value": finding.code, **({"url": finding.url} if finding.url else {})}
    suggestions = []
    if finding.fix and len(finding.fix.edits) == 1:
        edit = finding.fix.edits[0]
        suggestions = [{"range": _range(file, edit.start, edit.end), "text": edit.content}]
    return {
        "message": finding.message + (f"\nTry: {finding.suggestions[0]}" if finding.suggestions else ""),
        "location": {"path": finding.path, "range": _range(file, finding.start, finding.end)},
        "severity": SEVERITIES[finding.severity],
        "code": code,
        **({"suggestions": suggestions} if suggestions else {}),
    }


def _range(file: SourceFile, start: int, end: int) -> dict[str, dict[str, int]]:
    return {"start": _position(file, start), "end": _position(file, end)}


def _position(file: SourceFile, offset: int) -> dict[str, int]:
    row, column = file.location(offset)
    before = file.text[offset - column + 1 : offset]
    return {"line": row, "column": len(before.encode("utf-8", "replace")) + 1}
