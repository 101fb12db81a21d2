"""The ``json`` format: an array of findings."""

from __future__ import annotations

import json
from typing import Any, TextIO

from claimcheck.model import Finding, Fix, SourceFile
from claimcheck.report.style import Style
from claimcheck.result import Result


def render(result: Result, stream: TextIO, style: Style) -> None:
    """Write all findings as one array."""
    write([as_json(each, result.sources[each.path]) for each in result.findings], stream)


def write(data: Any, stream: TextIO) -> None:
    """Write data as JSON, indented by two."""
    json.dump(data, stream, indent=2, ensure_ascii=False)
    stream.write("\n")


def as_json(finding: Finding, file: SourceFile) -> dict[str, Any]:
    """One finding as data; rows and columns are 1-based, offsets and columns count code points."""
    return {
        "code": finding.code,
        "name": finding.name,
        "message": finding.message,
        "url": finding.url,
        "filename": finding.path,
        "location": location(file, finding.start),
        "end_location": location(file, finding.end),
        "offset": finding.start,
        "end_offset": finding.end,
        "severity": finding.severity,
        "level": finding.level,
        "family": finding.family,
        "status": finding.status,
        "subject": {"text": finding.subject.text, "link": finding.subject.link},
        "effect": finding.effect,
        "unit": finding.unit,
        "heading": finding.heading,
        "evidence": list(finding.evidence),
        "fingerprint": finding.fingerprint,
        "suggestions": list(finding.suggestions),
        "fix": fix_as_json(finding.fix, file) if finding.fix else None,
    }


def fix_as_json(fix: Fix, file: SourceFile) -> dict[str, Any]:
    """A fix as data."""
    edits = [
        {
            "content": edit.content,
            "location": location(file, edit.start),
            "end_location": location(file, edit.end),
        }
        for edit in fix.edits
    ]
    return {"applicability": fix.applicability, "message": fix.message, "edits": edits}


def location(file: SourceFile, offset: int) -> dict[str, int]:
    """The place of a source offset."""
    row, column = file.location(offset)
    return {"row": row, "column": column}
