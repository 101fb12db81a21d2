"""AsciiDoc: sections, paragraphs, lists and tables; listings, comments and attributes are passed over."""

from __future__ import annotations

import re

from claimcheck.extract.engine import Copy, Place, Prose
from claimcheck.extract.marks import add_marked
from claimcheck.extract.tables import Table
from claimcheck.extract.text import TextReader

_MARKS = re.compile(
    r"""
      (?P<gap> `[^`\n]+` | \{[\w-]+\} )
    | (?:https?://|link:|mailto:|xref:)[^\s\[\]]+\[(?P<link>[^\]]*)\]
    | <<[^<,>\s]+(?:,(?P<reference>[^>]*))?>>
    | (?P<drop>image:[^\s\[\]:]+\[[^\]]*\])
    | \*{1,2}(?P<text>(?=\S)[^*\n]+?(?<=\S))\*{1,2}
    | (?<!\w)_{1,2}(?P<soft>(?=\S)[^_\n]+?(?<=\S))_{1,2}(?!\w)
    | (?:\[[.\#][^\]]*\])?\#(?P<marked>[^\#\n]+)\#
    | [ \t]\+(?=\r?\n)
    """,
    re.VERBOSE,
)
_HEADING = re.compile(r"(={1,6}|\#{1,6})[ \t]+(?=\S)")
_BULLET = re.compile(r"((?:[ \t]*)(?:\*{1,5}|-|\.{1,5}|\d{1,3}\.))[ \t]+(?=\S)")
_FENCE = re.compile(r"(----+|\.\.\.\.+|\+\+\+\++|////+|```)[ \t]*\w*[ \t]*\r?$", re.MULTILINE)
_PASSED = re.compile(
    r"//|:!?[\w-]+!?:|\[[^\]]*\][ \t]*\r?$|(?:====+|\*\*\*\*+|____+|--|<<<|'''+|\+)[ \t]*\r?$", re.MULTILINE
)
_IMAGE = re.compile(r"image::[^\s\[\]]+\[([^\],]*)")
_LABEL = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+|\.(?=[A-Z])")
_TERM = re.compile(r"([^\r\n]+?)::+[ \t]*")
_CELL = re.compile(r"\|([^|\r\n]+)")


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as AsciiDoc."""
    AsciiDocReader(copy, Place("paragraph", "asciidoc.paragraph")).read(start, end)


class AsciiDocReader(TextReader):
    """Reads lines."""

    bullet_line = _BULLET

    def __init__(self, copy: Copy, place: Place) -> None:
        super().__init__(copy, place)
        self.fence = ""
        self.table: Table | None = None

    def line(self, start: int, end: int) -> None:
        """Read one line."""
        text = self.source[start:end]
        fence = _FENCE.match(self.source, start, end)
        if self.fence or fence is not None:
            self.flush()
            if fence is not None and self.fence in ("", fence.group(1)):
                self.fence = "" if self.fence else fence.group(1)
        elif text.startswith("|==="):
            self.flush()
            self.table = None if self.table else Table(self.copy)
        elif self.table is not None:
            self.cells(self.table, start, end)
        else:
            self.outside(start, end)

    def outside(self, start: int, end: int) -> None:
        """Read a line outside of listings and tables."""
        heading = _HEADING.match(self.source, start, end)
        image = _IMAGE.match(self.source, start, end)
        label = _LABEL.match(self.source, start, end)
        term = _TERM.match(self.source, start, end)
        if heading is not None:
            self.flush()
            self.heading(heading.end(), end, len(heading.group(1)))
        elif image is not None:
            self.flush()
            self.copy.emit(self.prose(*image.span(1)), "attribute", "asciidoc.image.alt")
        elif _PASSED.match(self.source, start, end):
            self.flush()
        elif term is not None and self.block is None:
            self.heading(*term.span(1), 6)
            super().line(term.end(), end)
        else:
            super().line(label.end() if label else start, end)

    def cells(self, table: Table, start: int, end: int) -> None:
        """Read one line of a table; the first line with cells is its header."""
        cells = list(_CELL.finditer(self.source, start, end))
        if cells:
            table.row()
        for cell in cells:
            table.cell(header=table.rows == 1)
            table.emit(self.prose(*cell.span(1)), "asciidoc.cell")

    def prose(self, start: int, end: int) -> Prose:
        """The prose of some lines without their marks."""
        prose = self.copy.prose()
        add_marked(prose, start, end, _MARKS)
        return prose
