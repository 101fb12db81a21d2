"""What is let pass: comments in the file, and ``ignores`` and ``per-file-ignores`` of the configuration.

A directive is ``claimcheck: ignore[EXO101,EXO2] reason`` on a line of the unit or alone on the line before it,
``ignore-file[EXO1] reason`` anywhere, or ``off`` … ``on`` around a passage.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from claimcheck.globs import globs
from claimcheck.model import Block, Edit, Finding, Fix, Range, Rule, SourceFile, Subject
from claimcheck.selection import ALL, covers
from claimcheck.settings import Settings

UNUSED = "EXO901"
Comment = tuple[str, int, int]
"""The text of a comment and its range in the source, delimiters included."""

_DIRECTIVE = re.compile(r"claimcheck:\s*([\w-]+)\s*(?:\[([^\]]*)\])?\s*(.*)", re.DOTALL)
_CODE = re.compile(r"[^\s,]+")


@dataclass(frozen=True)
class Directive:
    """One suppression comment."""

    kind: str
    """ignore, ignore-file, off, or on."""
    codes: tuple[str, ...]
    reason: str
    range: Range
    """Of the comment in the source."""
    reach: Range = (0, 0)
    """The source range whose units it lets pass."""
    problem: str = ""
    """Why it cannot work."""


@dataclass(frozen=True)
class Suppressed:
    """What is left, and what was let pass by which directive."""

    kept: list[Finding]
    passed: list[tuple[Finding, Directive]]
    unused: list[tuple[Directive, tuple[str, ...]]]
    """Directives with those of their codes that let nothing pass; no codes for a directive that cannot work."""


def suppress(
    findings: Iterable[Finding],
    blocks: Sequence[Block],
    file: SourceFile,
    comments: Sequence[Comment],
    idle: Collection[str] = (),
) -> Suppressed:
    """Apply the directives of a file. ``idle`` are codes that did not run, and ALL where the user left some out;
    nothing is called unused for their sake.
    """
    directives = parse(comments, blocks, file)
    kept, passed = [], []
    used: set[tuple[Directive, str]] = set()
    for finding in findings:
        hit = next((each for each in directives if _applies(each, finding, blocks)), None)
        if hit is None:
            kept.append(finding)
        else:
            passed.append((finding, hit))
            used.update((hit, code) for code in hit.codes if covers(code, finding.code))
    unused = []
    for each in directives:
        codes = tuple(code for code in each.codes if (each, code) not in used and not _is_idle(code, idle))
        if codes or each.problem:
            unused.append((each, codes))
    return Suppressed(kept, passed, unused)


def parse(comments: Sequence[Comment], blocks: Sequence[Block], file: SourceFile) -> list[Directive]:
    """The directives among a file's comments, in order, each with its reach."""
    found: list[Directive] = []
    open_off: int | None = None
    for text, start, end in comments:
        match = _DIRECTIVE.search(text)
        if not match:
            continue
        kind, codes, reason = match[1], tuple(_CODE.findall(match[2] or "")), match[3].strip(" \t\r\n-*/#}>")
        problem = _problem(kind, codes, open_off is not None)
        reach = (0, 0)
        if kind == "ignore":
            reach = _reach(file, blocks, start, end)
        elif kind == "ignore-file":
            reach = (0, len(file.text) + 1)
        elif kind == "off" and not problem:
            codes, reach, open_off = (ALL,), (end, len(file.text) + 1), len(found)
        elif kind == "on" and open_off is not None:
            off = found[open_off]
            found[open_off] = Directive(off.kind, off.codes, off.reason, off.range, (off.reach[0], start))
            open_off = None
        found.append(Directive(kind, () if problem else codes, reason, (start, end), reach, problem))
    return found


def unused_findings(unused: Iterable[tuple[Directive, tuple[str, ...]]], file: SourceFile, rule: Rule) -> list[Finding]:
    """A finding for each directive that lets nothing pass, with the fix that removes it."""
    return [_unused_finding(directive, idle, file, rule) for directive, idle in unused]


def passed_by_settings(finding: Finding, settings: Settings, path: str) -> bool:
    """Whether ``per-file-ignores`` or ``ignores`` let a finding pass; ``path`` is relative to the settings' root."""
    for pattern, codes in settings.per_file_ignores.items():
        if any(covers(code, finding.code) for code in codes) and globs([pattern]).match(path):
            return True
    return any(
        (not entry.code or covers(entry.code, finding.code))
        and (not entry.phrase or _folded(entry.phrase) in _folded(finding.unit))
        and (not entry.path or bool(globs([entry.path]).match(path)))
        for entry in settings.ignores
    )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _problem(kind: str, codes: tuple[str, ...], is_off: bool) -> str:
    if kind not in ("ignore", "ignore-file", "off", "on"):
        return f"there is no directive '{kind}'"
    if kind.startswith("ignore") and not codes:
        return f"it names no rule; write {kind}[CODE]"
    if kind == "on" and not is_off:
        return "nothing was switched off before it"
    return "it is switched off already" if kind == "off" and is_off else ""


def _is_idle(code: str, idle: Collection[str]) -> bool:
    if code == ALL:
        return ALL in idle
    return any(covers(code, each) for each in idle if each != ALL)


def _applies(directive: Directive, finding: Finding, blocks: Sequence[Block]) -> bool:
    if directive.problem or not any(covers(code, finding.code) for code in directive.codes):
        return False
    start, end = _unit(finding, blocks)
    if directive.kind == "off":
        return directive.reach[0] <= start < directive.reach[1]
    return start < directive.reach[1] and directive.reach[0] < end


def _unit(finding: Finding, blocks: Sequence[Block]) -> Range:
    claim = finding.claim
    return blocks[claim.block].map.span(*claim.unit) if claim else (finding.start, finding.end)


def _reach(file: SourceFile, blocks: Sequence[Block], start: int, end: int) -> Range:
    """The lines of the comment, and for a comment that stands alone the line of copy behind it."""
    first, last = file.location(start)[0], file.location(max(end - 1, start))[0]
    if _line(file, first)[: start - file.line_starts[first - 1]].strip(" \t{"):
        return _lines(file, first, last)
    begins = sorted(file.location(block.map.start(0))[0] for block in blocks)
    row = last + 1
    while row <= len(file.line_starts) and not _line(file, row).strip():
        row += 1
    following = bisect_right(begins, row - 1)
    if following < len(begins) and all(_line(file, each).strip() for each in range(row, begins[following])):
        row = begins[following]
    return _lines(file, first, min(row, len(file.line_starts)))


def _unused_finding(directive: Directive, codes: tuple[str, ...], file: SourceFile, rule: Rule) -> Finding:
    start, end = directive.range
    stated = f"[{','.join(codes)}]" if directive.kind.startswith("ignore") and codes else ""
    effect = f"claimcheck: {directive.kind}{stated}"
    message = rule.message.replace("{effect}", effect)
    return Finding(
        code=rule.code,
        name=rule.name,
        message=f'"{effect}" has no effect: {directive.problem}' if directive.problem else message,
        path=file.path,
        start=start,
        end=end,
        severity=rule.severity or "warning",
        level=0,
        family="",
        status="asserted",
        subject=Subject("", "explicit"),
        effect=effect,
        unit=" ".join(file.text[start:end].split()),
        heading=None,
        evidence=rule.evidence,
        url=rule.url,
        fix=_removal(directive, codes, file),
    )


def _removal(directive: Directive, codes: tuple[str, ...], file: SourceFile) -> Fix | None:
    """The edit that takes out the unused codes, or the whole comment with the line that it alone stands on."""
    if directive.kind not in ("ignore", "ignore-file"):
        return None
    start, end = directive.range
    left = [code for code in directive.codes if code not in codes]
    if left and codes:
        inner = re.search(r"\[([^\]]*)\]", file.text[start:end])
        assert inner is not None
        edit = Edit(start + inner.start(1), start + inner.end(1), ",".join(left))
        return Fix("safe", "Remove the unused codes", (edit,))
    if file.text[start - 1 : start] == "{" and file.text[end : end + 1] == "}":
        start, end = start - 1, end + 1
    first, last = file.location(start)[0], file.location(max(end - 1, start))[0]
    begin, stop = _lines(file, first, last)
    before, after = file.text[begin:start], file.text[end:stop]
    if not before.strip() and not after.strip():
        start, end = begin, stop
    else:
        start -= len(before) - len(before.rstrip())
    return Fix("safe", "Remove the unused suppression", (Edit(start, end, ""),))


def _line(file: SourceFile, row: int) -> str:
    return file.text[slice(*_lines(file, row, row))]


def _lines(file: SourceFile, first: int, last: int) -> Range:
    return file.line(first)[0], file.line(last)[1]
