"""Plain text: paragraphs between blank lines, and lines that look like bullets."""

from __future__ import annotations

import re

from claimcheck.extract.engine import Copy, Place

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_BULLET = re.compile(r"(\s*)(?:[-*+•◦▪‣·✓✔✅–—]\s+|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s+)(?=\S)")
PARAGRAPH = Place("paragraph", "text.paragraph")


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as plain text."""
    TextReader(copy).read(start, end)


class TextReader:
    """Joins the lines of a paragraph; indented deeper than its own, a bullet is led by the one above."""

    def __init__(self, copy: Copy, place: Place = PARAGRAPH) -> None:
        self.copy = copy
        self.place = place
        self.item_scope = place.scope.replace(".paragraph", ".list-item")
        self.prose = copy.prose()
        self.indents: list[tuple[int, int | None, int]] = []
        """Indent, lead and group of the lists that are open."""
        self.bullet: int | None = None
        """Indent of the bullet at hand."""
        self.last: int | None = None

    def read(self, start: int, end: int) -> None:
        """Read from one source offset to another."""
        for line in _LINE.finditer(self.copy.source, start, end):
            if line.start() == line.end():
                break
            self.line(line.start(), line.end())
        self.flush()

    def line(self, start: int, end: int) -> None:
        """Read one line with its line break."""
        source = self.copy.source
        bullet = _BULLET.match(source, start, end)
        if bullet is not None:
            self.flush()
            self.bullet = bullet.end(1) - start
            self.prose.add(bullet.end(), end)
        elif source[start:end].isspace():
            self.flush()
        else:
            self.prose.add(start, end)

    def flush(self) -> None:
        """End the block at hand."""
        prose, bullet = self.prose, self.bullet
        if not prose.length:
            return
        self.prose, self.bullet = self.copy.prose(), None
        if bullet is None:
            self.last = self.copy.emit(prose, *self.place)
            self.indents.clear()
            return
        lead = self.last
        while self.indents and self.indents[-1][0] > bullet:
            _, lead, _ = self.indents.pop()
        if not self.indents or self.indents[-1][0] < bullet:
            self.indents.append((bullet, lead, self.copy.group()))
        _, lead, group = self.indents[-1]
        self.last = self.copy.emit(prose, "list-item", self.item_scope, lead=lead, group=group)
