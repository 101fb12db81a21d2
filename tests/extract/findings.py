"""Findings as lines of text, for the fixtures.

``claimcheck check FILE --isolated --min-severity warning --output-format json | python tests/extract/findings.py``
prints a file's own.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

OPTIONS = ("--isolated", "--no-cache", "--min-severity", "warning", "--output-format", "json")


def line(finding: dict[str, Any]) -> str:
    """One finding: place of its first and behind its last character, code, severity, effect, heading."""
    start, end = (":".join(map(str, finding[name].values())) for name in ("location", "end_location"))
    heading = f" under “{finding['heading']}”" if finding["heading"] else ""
    return f"{start}-{end} {finding['code']} {finding['severity']} | {finding['effect']}{heading}"


def render(findings: Sequence[dict[str, Any]]) -> str:
    """All findings of a file, one a line."""
    return "".join(line(finding) + "\n" for finding in findings)


if __name__ == "__main__":
    sys.stdout.write(render(json.load(sys.stdin)))
