"""The ``json-lines`` format: one finding a line, then one failure a line."""

from __future__ import annotations

import json
from typing import TextIO

from claimcheck.report.json import as_json
from claimcheck.report.style import Style
from claimcheck.result import Result


def render(result: Result, stream: TextIO, style: Style) -> None:
    """Write findings as in ``json``; a failure is an object with ``error``, ``filename`` and ``row``."""
    for finding in result.findings:
        data = as_json(finding, result.sources[finding.path])
        stream.write(json.dumps(data, ensure_ascii=False) + "\n")
    for failure in result.failures:
        data = {"error": failure.message, "filename": failure.path or None, "row": failure.line}
        stream.write(json.dumps(data, ensure_ascii=False) + "\n")
