"""The ``junit`` format: a test suite for each file with findings, for build servers."""

from __future__ import annotations

from itertools import groupby
from typing import TextIO
from xml.etree.ElementTree import Element, SubElement

from claimcheck.model import Failure, Finding
from claimcheck.report.style import Style
from claimcheck.report.xml import clean, write
from claimcheck.result import Result


def render(result: Result, stream: TextIO, style: Style) -> None:
    """Write findings that fail as failures, the others as passed cases with output, and failures as errors."""
    failing = set(map(id, result.failing()))
    root = Element("testsuites", name="claimcheck")
    for path, findings in groupby(result.findings, key=lambda each: each.path):
        own = list(findings)
        suite = _suite(root, path, len(own), sum(id(each) in failing for each in own), 0)
        for finding in own:
            _case(suite, finding, result, id(finding) in failing)
    if result.failures:
        suite = _suite(root, "not checked", len(result.failures), 0, len(result.failures))
        for failure in result.failures:
            _error(suite, failure)
    if not len(root):
        suite = _suite(root, "claimcheck", 1, 0, 0)
        SubElement(suite, "testcase", name=f"{len(result.checked)} files", classname="claimcheck")
    write(root, stream)


def _suite(root: Element, name: str, tests: int, failures: int, errors: int) -> Element:
    return SubElement(root, "testsuite", name=clean(name), tests=str(tests), failures=str(failures), errors=str(errors))


def _case(suite: Element, finding: Finding, result: Result, fails: bool) -> None:
    row, column = result.sources[finding.path].location(finding.start)
    name = f"{finding.code} {finding.name} {row}:{column}"
    case = SubElement(suite, "testcase", name=name, classname=clean(finding.path))
    wording = f"\nTry: {finding.suggestions[0]}" if finding.suggestions else ""
    text = clean(f"{finding.path}:{row}:{column}: {finding.unit}{wording}")
    if fails:
        failure = SubElement(case, "failure", message=clean(finding.message), type=finding.severity)
        failure.text = text
    else:
        SubElement(case, "system-out").text = clean(f"{finding.severity}: {finding.message}\n{text}")


def _error(suite: Element, failure: Failure) -> None:
    case = SubElement(suite, "testcase", name=clean(failure.path or "claimcheck"), classname="claimcheck")
    SubElement(case, "error", message=clean(failure.message), type="error").text = clean(failure.message)
