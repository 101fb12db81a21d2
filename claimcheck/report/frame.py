"""Code frames: the lines of a finding with a caret under every character of the claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.model import SourceFile
from claimcheck.report.style import Style, columns, safe

MAX_LINES = 6
ELLIPSIS = "…"


class Line(NamedTuple):
    """One line of the source and the part of it that belongs to the claim."""

    row: int
    text: str
    start: int
    end: int


def frame(file: SourceFile, start: int, end: int, style: Style, colour: str) -> Iterator[str]:
    """The lines of a code frame for a source range; long lines are cut around the claim."""
    lines = list(_lines(file, start, end))
    margin = len(str(lines[-1].row))
    bar = style.paint("|", "blue")
    yield f"{'':{margin}} {bar}"
    for index, line in enumerate(lines):
        if index == MAX_LINES - 1 < len(lines) - 1:
            yield f"{'':{margin}} {bar} {ELLIPSIS}"
            return
        before, claim, after = _cut(line, style.width)
        number = style.paint(f"{line.row:{margin}}", "blue")
        yield f"{number} {bar} {before}{claim}{after}".rstrip()
        carets = "^" * max(columns(claim), 1)
        yield f"{'':{margin}} {bar} {' ' * columns(before)}{style.paint(carets, colour, 'bold')}"
    yield f"{'':{margin}} {bar}"


def _lines(file: SourceFile, start: int, end: int) -> Iterator[Line]:
    first, last = file.location(start)[0], file.location(max(end - 1, start))[0]
    for row in range(first, last + 1):
        begin, behind = file.line(row)
        text = file.text[begin:behind].rstrip("\r\n")
        left = max(start - begin, len(text) - len(text.lstrip())) if row > first else start - begin
        yield Line(row, text, left, max(left, min(end - begin, len(text))))


def _cut(line: Line, width: int) -> tuple[str, str, str]:
    """The text before, inside and after the claim, together no wider than ``width``."""
    before, claim, after = (
        _shown(line.text[: line.start]),
        _shown(line.text[line.start : line.end]),
        line.text[line.end :],
    )
    if len(claim) > width:
        claim = claim[: width - 1] + ELLIPSIS
    room = max(width - len(claim), 0)
    after = _shown(after[: room + 1])
    left = max(room - min(len(after), room // 2), 0)
    if len(before) > left:
        before = ELLIPSIS + before[len(before) - max(left - 1, 0) :]
    right = max(room - len(before), 0)
    if len(after) > right:
        after = after[: max(right - 1, 0)] + ELLIPSIS
    return before, claim, after


def _shown(text: str) -> str:
    return safe(text.replace("\t", "    "))
