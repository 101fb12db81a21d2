"""The ``sarif`` format: SARIF 2.1.0 for code scanning."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any, TextIO
from urllib.parse import quote

from claimcheck import __version__
from claimcheck.model import Failure, Finding, Fix, Rule, SourceFile
from claimcheck.packs import Pack
from claimcheck.report.json import write
from claimcheck.report.style import Style
from claimcheck.result import Result
from claimcheck.rulepage import markdown_page, text_page

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "claimcheck/v1"
BASE = "%SRCROOT%"


def render(result: Result, stream: TextIO, style: Style) -> None:
    """Write one run; what could not be checked becomes a notification of it."""
    rules = list(result.pack.rules.values())
    index = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "claimcheck",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule, result.pack) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(result.failures)],
        "results": [_result(each, result.sources[each.path], index) for each in result.findings],
    }
    write({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, stream)


def uri(path: str) -> dict[str, str]:
    """An artifact location: relative to the root of the sources, or absolute for what lies elsewhere."""
    if PurePosixPath(path).is_absolute():
        return {"uri": "file://" + quote(path)}
    return {"uri": quote(path), "uriBaseId": BASE}


def _rule(rule: Rule, pack: Pack) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.what} {rule.why}"},
        "help": {"text": "\n".join(text_page(rule, pack)), "markdown": "\n".join(markdown_page(rule, pack))},
        "defaultConfiguration": {"level": rule.severity or "warning"},
        "properties": {
            "tags": list(dict.fromkeys(("marketing", *rule.categories, *rule.families))),
            "evidence": list(rule.evidence),
        },
        **({"helpUri": rule.url} if rule.url else {}),
    }


def _result(finding: Finding, file: SourceFile, index: dict[str, int]) -> dict[str, Any]:
    known = {"ruleIndex": index[finding.code]} if finding.code in index else {}
    return {
        "ruleId": finding.code,
        **known,
        "level": finding.severity,
        "message": {"text": _message(finding)},
        "locations": [_location(finding, file)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        **({"fixes": [_fix(finding.fix, finding.path, file)]} if finding.fix and finding.fix.edits else {}),
        "properties": {
            "level": finding.level,
            "family": finding.family,
            "status": finding.status,
            "evidence": list(finding.evidence),
            "suggestions": list(finding.suggestions),
        },
    }


def _message(finding: Finding) -> str:
    wording = f" Try: {finding.suggestions[0]}" if finding.suggestions else ""
    return f"{finding.message}.{wording}"


def _location(finding: Finding, file: SourceFile) -> dict[str, Any]:
    region = {
        **_region(file, finding.start, finding.end),
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
        "snippet": {"text": file.text[finding.start : finding.end]},
    }
    return {"physicalLocation": {"artifactLocation": uri(finding.path), "region": region}}


def _region(file: SourceFile, start: int, end: int) -> dict[str, int]:
    row, column = file.location(start)
    end_row, end_column = file.location(end)
    return {"startLine": row, "startColumn": column, "endLine": end_row, "endColumn": end_column}


def _fix(fix: Fix, path: str, file: SourceFile) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(file, edit.start, edit.end), "insertedContent": {"text": edit.content}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": f"{fix.message} ({fix.applicability})"},
        "artifactChanges": [{"artifactLocation": uri(path), "replacements": replacements}],
    }


def _invocation(failures: list[Failure]) -> dict[str, Any]:
    notifications = []
    for failure in failures:
        region = {"region": {"startLine": failure.line}} if failure.line else {}
        place = [{"physicalLocation": {"artifactLocation": uri(failure.path), **region}}] if failure.path else []
        notifications.append(
            {"level": "error", "message": {"text": failure.message}, **({"locations": place} if place else {})}
        )
    return {"executionSuccessful": not failures, "toolExecutionNotifications": notifications}
