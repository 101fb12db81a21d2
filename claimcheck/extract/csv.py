"""CSV and TSV: each row is an object whose keys are the column names; its label heads the other cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.extract.data import Data
from claimcheck.extract.engine import Copy, Layer
from claimcheck.extract.keys import CODE, HEADING
from claimcheck.extract.strings import Escapes, Pieces, add_escaped

LABEL = "title"
"""The key of the column that labels the rows."""
MAX_NAME = 60
"""Characters in the longest cell of a row that can be a row of column names."""
_DOUBLED = Escapes(re.compile('""'))

Cell = tuple[int, int, Layer | None]


class Rows(Data):
    """The rows of a table."""

    kind = "cell"


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as CSV, TSV or what else one character separates."""
    rows = _rows(copy, start, end)
    first = next(rows, [])
    names = [_text(copy, cell).strip() for cell in first]
    data = Rows(copy, "csv", paths_head=False)
    data.open("", array=True)
    if any(len(name) > MAX_NAME or name.endswith((".", "!", "?")) for name in names):
        _row(data, first, [""] * len(first))
        names = []
    keys = _keys(copy, names)
    for row in rows:
        _row(data, row, keys)
    data.finish()


def _keys(copy: Copy, names: list[str]) -> list[str]:
    """The column names; where none names a row, the first column that holds copy does."""
    kinds = [copy.keys.of(name) for name in names]
    if HEADING in kinds or not names:
        return names
    label = next((number for number, kind in enumerate(kinds) if kind != CODE), 0)
    return [*names[:label], LABEL, *names[label + 1 :]]


def _row(data: Data, row: list[Cell], keys: list[str]) -> None:
    data.open("", array=False)
    for number, cell in enumerate(row):
        data.string(keys[number] if number < len(keys) else "", *cell)
    data.close()
    data.item()


def _rows(copy: Copy, start: int, end: int) -> Iterator[list[Cell]]:
    source = copy.source
    line = source[start : min(end, start + 4096)].partition("\n")[0]
    pattern = _cell(max(",;\t", key=line.count))
    row: list[Cell] = []
    while start < end:
        found = pattern.match(source, start, end)
        assert found is not None
        row.append(_value(copy, found))
        start = found.end()
        if found.group("end") not in (",", ";", "\t"):
            yield row
            row = []
    if row:
        yield row


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    plain = rf"[^{delimiter}\r\n]*+"
    return re.compile(rf'(?:"(?P<quoted>(?:[^"]++|"")*+)"{plain}|(?P<plain>{plain}))(?P<end>{delimiter}|\r\n?|\n|\Z)')


def _value(copy: Copy, found: re.Match[str]) -> Cell:
    start, end = found.span("plain" if found.group("quoted") is None else "quoted")
    if copy.source.find('""', start, end) < 0:
        return start, end, None
    pieces = Pieces(copy)
    add_escaped(pieces, start, end, _DOUBLED)
    return start, end, pieces.layer()


def _text(copy: Copy, cell: Cell) -> str:
    start, end, layer = cell
    return layer.text if layer else copy.source[start:end]
