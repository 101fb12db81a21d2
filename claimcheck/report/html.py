"""The ``html`` format: one self-contained page for a reviewer, without any network."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TextIO
from urllib.parse import urlencode

from claimcheck.model import SEVERITIES, Failure, Finding, SourceFile
from claimcheck.report.style import Style, brief, safe
from claimcheck.result import Result

CONTEXT = 2
"""Lines of copy shown before and after a claim."""
MAX_PIECE = 600
"""Characters of a line shown before, inside and after a claim."""


def render(result: Result, stream: TextIO, style: Style) -> None:
    """Write the page; every piece of copy is escaped, and nothing but its own style and script may run on it."""
    folder = Path(__file__).parent
    css, script = ((folder / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    policy = f"default-src 'none'; style-src {_source(css)}; script-src {_source(script)}; base-uri 'none'"
    stream.write('<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
    stream.write(f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n')
    stream.write('<meta name="viewport" content="width=device-width, initial-scale=1">\n')
    stream.write(f"<title>claimcheck: {len(result.findings)} findings</title>\n<style>{css}</style>\n</head>\n<body>\n")
    stream.writelines(_header(result))
    stream.write("<main>\n")
    stream.writelines(_controls(result.findings))
    for path, findings in groupby(result.findings, key=lambda each: each.path):
        stream.write(f'<section class="file">\n<h2>{_text(path)}</h2>\n')
        for finding in findings:
            stream.writelines(_article(finding, result))
        stream.write("</section>\n")
    stream.write(f"</main>\n<script>{script}</script>\n</body>\n</html>\n")


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _text(text: str) -> str:
    return escape(safe(text))


def _header(result: Result) -> Iterator[str]:
    yield "<header>\n<h1>Claims about exosomes</h1>\n"
    let_pass = result.suppressed + result.registered + result.baselined + result.unchanged
    passed = f", {let_pass} let pass" if let_pass else ""
    yield f'<p class="dim">{len(result.findings)} findings in {len(result.checked)} files{passed}. '
    yield f"Measured against “{_text(result.pack.article.title)}”.</p>\n"
    yield '<ul class="totals">'
    for severity in reversed(SEVERITIES):
        yield f'<li class="{severity}"><b>{result.count(severity)}</b> <span class="severity">{severity}</span></li>'
    yield "</ul>\n"
    if result.failures:
        yield '<div class="failures"><b class="error severity">Not checked</b><ul>'
        yield from (f"<li>{_failure(each)}</li>" for each in result.failures)
        yield "</ul></div>\n"
    if result.findings:
        yield '<div class="tables">\n'
        yield from _table("family", result.findings, list(map(_family, result.findings)))
        yield from _table("file", result.findings, [each.path for each in result.findings])
        yield "</div>\n"
    yield "</header>\n"


def _family(finding: Finding) -> str:
    """Findings about the checking itself have no family; their rule stands for one."""
    return finding.family or finding.name


def _failure(failure: Failure) -> str:
    return _text(": ".join(part for part in (failure.path, failure.message) if part))


def _table(key: str, findings: Iterable[Finding], names: list[str]) -> Iterator[str]:
    counts = Counter((name, each.severity) for name, each in zip(names, findings, strict=True))
    heads = "".join(f'<th scope="col">{severity}</th>' for severity in reversed(SEVERITIES))
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="Findings by {key}"><table>\n'
    yield f'<thead><tr><th scope="col">{key.capitalize()}</th>{heads}</tr></thead><tbody>\n'
    for name, _ in Counter(names).most_common():
        cells = "".join(f"<td>{counts[name, severity] or ''}</td>" for severity in reversed(SEVERITIES))
        yield f'<tr><td><a href="#{urlencode({key: safe(name)})}">{_text(name)}</a></td>{cells}</tr>\n'
    yield "</tbody></table></div>\n"


def _controls(findings: list[Finding]) -> Iterator[str]:
    yield '<div class="controls" role="search">\n'
    yield from _select("severity", "any severity", reversed(SEVERITIES))
    yield from _select("family", "every family", sorted(set(map(_family, findings))))
    yield from _select("rule", "every rule", sorted({each.code for each in findings}))
    yield from _select("file", "every file", dict.fromkeys(each.path for each in findings))
    yield '<input id="search" type="search" placeholder="Search" aria-label="Search">\n'
    yield '<span id="count" class="dim" aria-live="polite"></span>\n'
    yield '<span class="keys dim">j / k: next, previous · /: search · Esc: all</span>\n</div>\n'


def _select(name: str, every: str, values: Iterable[str]) -> Iterator[str]:
    yield f'<select id="{name}" aria-label="{name}"><option value="">{every}</option>'
    yield from (f'<option value="{_text(each)}">{_text(each)}</option>' for each in values)
    yield "</select>\n"


def _article(finding: Finding, result: Result) -> Iterator[str]:
    file = result.sources[finding.path]
    row, column = file.location(finding.start)
    data = {"severity": finding.severity, "family": _family(finding), "rule": finding.code, "file": finding.path}
    attributes = " ".join(f'data-{key}="{_text(value)}"' for key, value in data.items())
    yield f'<article class="{finding.severity}" tabindex="-1" {attributes}>\n'
    yield f'<p class="head"><span class="severity">{finding.severity}</span> <b>{finding.code}</b> '
    yield f'{_text(finding.name)} <span class="dim">{row}:{column}</span><br>{escape(brief(finding.message))}</p>\n'
    yield f"<pre>{''.join(_copy(file, finding))}</pre>\n<dl>\n"
    yield from _details(finding, result)
    yield "</dl>\n</article>\n"


def _details(finding: Finding, result: Result) -> Iterator[str]:
    if finding.suggestions:
        yield "<dt>Try</dt>" + "".join(f'<dd class="try">{escape(brief(each))}</dd>' for each in finding.suggestions)
    if finding.advice:
        yield f"<dt>Advice</dt><dd>{escape(brief(finding.advice))}</dd>"
    if finding.heading:
        yield f"<dt>Under</dt><dd>{escape(brief(finding.heading))}</dd>"
    if finding.evidence:
        first, *others = (f"<dd>{_evidence(name, result)}</dd>" for name in finding.evidence)
        yield f"<dt>Evidence</dt>{first}\n"
        if others:
            yield f"<dd><details><summary>{len(others)} more</summary><dl>{''.join(others)}</dl></details></dd>\n"


def _evidence(name: str, result: Result) -> str:
    evidence = result.pack.evidence[name]
    place = f", paragraph {evidence.paragraph}" if evidence.paragraph else ""
    return f'{_text(evidence.paraphrase)} <span class="dim">({evidence.stance}{place})</span>'


def _copy(file: SourceFile, finding: Finding) -> Iterator[str]:
    """The lines round a claim, with the claim marked."""
    first, last = file.location(finding.start)[0], file.location(max(finding.end - 1, finding.start))[0]
    for row in range(max(first - CONTEXT, 1), min(last + CONTEXT, len(file.line_starts)) + 1):
        begin, behind = file.line(row)
        line = file.text[begin:behind].rstrip("\r\n")
        left = min(max(finding.start - begin, 0), len(line))
        right = min(max(finding.end - begin, 0), len(line))
        before, claim, after = line[:left], line[left:right], line[right:]
        yield f"<span><i>{row}</i>{_marked(before, claim, after) if claim else _text(_head(line))}</span>"


def _marked(before: str, claim: str, after: str) -> str:
    cut = "…" if len(before) > MAX_PIECE else ""
    return f"{_text(cut + before[-MAX_PIECE:])}<mark>{_text(_head(claim))}</mark>{_text(_head(after))}"


def _head(text: str) -> str:
    return text if len(text) <= MAX_PIECE else text[:MAX_PIECE] + "…"
