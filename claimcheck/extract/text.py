"""Plain text: paragraphs between blank lines, and lines that look like bullets."""

from __future__ import annotations

import re

from claimcheck.extract.engine import Copy, Place, Prose
from claimcheck.model import Range

PARAGRAPH = Place("paragraph", "text.paragraph")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_BULLET = re.compile(r"([ \t]*)(?:[-*+•◦▪‣·✓✔✅–—]\s+|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s+)(?=\S)")


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as plain text."""
    TextReader(copy).read(start, end)


class TextReader:
    """Joins the lines of a paragraph; formats that are read by lines override what a line is."""

    bullet_line = _BULLET
    """A bullet with its indent as group 1, up to the text behind it."""

    def __init__(self, copy: Copy, place: Place = PARAGRAPH) -> None:
        self.copy = copy
        self.source = copy.source
        self.place = place
        self.item_scope = place.scope.replace(".paragraph", ".list-item")
        self.block: Range | None = None
        """Source range of the lines at hand."""
        self.bullet: int | None = None
        """Indent of the bullet that they began with."""
        self.lists: list[tuple[int, int | None, int]] = []
        """Indent, lead and group of the lists that are open."""
        self.last: int | None = None

    def read(self, start: int, end: int) -> None:
        """Read from one source offset to another."""
        for line in _LINE.finditer(self.source, start, end):
            if line.start() == line.end():
                break
            self.line(line.start(), line.end())
        self.flush()

    def line(self, start: int, end: int) -> None:
        """Read one line with its line break."""
        bullet = self.bullet_line.match(self.source, start, end)
        if bullet is not None:
            self.flush()
            self.bullet = bullet.end(1) - start
            self.block = (bullet.end(), end)
        elif self.source[start:end].isspace():
            self.flush()
        else:
            self.block = (self.block[0] if self.block else start, end)

    def prose(self, start: int, end: int) -> Prose:
        """The prose of some lines."""
        prose = self.copy.prose()
        prose.add(start, end)
        return prose

    def flush(self) -> None:
        """End the block at hand."""
        block, bullet = self.block, self.bullet
        self.block = self.bullet = None
        if block is None:
            return
        prose = self.prose(*block)
        if bullet is None:
            self.last = self.copy.emit(prose, *self.place)
            self.lists.clear()
        else:
            self.item(prose, bullet)

    def item(self, prose: Prose, indent: int) -> None:
        """Add a list item: indented deeper, it is led by the item above."""
        lead = self.last
        while self.lists and self.lists[-1][0] > indent:
            _, lead, _ = self.lists.pop()
        if not self.lists or self.lists[-1][0] < indent:
            self.lists.append((indent, lead, self.copy.group()))
        _, lead, group = self.lists[-1]
        self.last = self.copy.emit(prose, "list-item", self.item_scope, lead=lead, group=group)

    def heading(self, start: int, end: int, level: int) -> None:
        """Add a heading."""
        scope = self.place.scope.replace(".paragraph", f".heading.{level}")
        self.copy.emit(self.prose(start, end), "heading", scope, level)
        self.lists.clear()
        self.last = None
