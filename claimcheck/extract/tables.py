"""Where the cells of a table stand: under their column's header, beside their row's label."""

from __future__ import annotations

from claimcheck.extract.engine import Copy, Prose


class Table:
    """Takes the cells of a table in order of reading."""

    def __init__(self, copy: Copy) -> None:
        self.copy = copy
        self.headers: dict[int, int] = {}
        self.rows = 0
        self.group = 0
        self.column = -1
        self.header_row = False
        self.label: int | None = None

    def row(self) -> None:
        """Begin a row."""
        self.rows += 1
        self.group = self.copy.group()
        self.column = -1
        self.label = None

    def cell(self, header: bool = False) -> None:
        """Begin a cell; header cells of the first row head their columns."""
        self.column += 1
        self.header_row = header and self.rows <= 1

    def emit(self, prose: Prose, scope: str) -> int | None:
        """Add a block of the present cell."""
        heading = None if self.header_row else self.headers.get(self.column)
        lead = self.label if self.headers and self.column else None
        index = self.copy.emit(prose, "cell", scope, heading=heading, lead=lead, group=self.group)
        if index is not None and self.header_row:
            self.headers.setdefault(self.column, index)
        elif index is not None and self.column == 0 and self.label is None:
            self.label = index
        return index
