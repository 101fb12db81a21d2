"""The ``checkstyle`` format."""

from __future__ import annotations

from itertools import groupby
from typing import TextIO
from xml.etree.ElementTree import Element, SubElement

from claimcheck.report.style import Style
from claimcheck.report.xml import clean, write
from claimcheck.result import Result

SEVERITIES = {"note": "info", "warning": "warning", "error": "error"}


def render(result: Result, stream: TextIO, style: Style) -> None:
    """Write the findings by file; a file that could not be checked has an error of its own."""
    root = Element("checkstyle", version="4.3")
    for path, findings in groupby(result.findings, key=lambda each: each.path):
        element = SubElement(root, "file", name=clean(path))
        for finding in findings:
            row, column = result.sources[path].location(finding.start)
            place = {"line": str(row), "column": str(column), "severity": SEVERITIES[finding.severity]}
            SubElement(element, "error", place, message=clean(finding.message), source=f"claimcheck.{finding.code}")
    for failure in result.failures:
        element = SubElement(root, "file", name=clean(failure.path or "claimcheck"))
        place = {"line": str(failure.line or 1), "severity": "error"}
        SubElement(element, "error", place, message=clean(failure.message), source="claimcheck.failure")
    write(root, stream)
