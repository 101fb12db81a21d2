"""DOCX: a text of one line per paragraph stands in for the file, so that a place is a paragraph and a character.

Such a file can be checked and never fixed.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

from claimcheck.blocks import Blocks
from claimcheck.extract.engine import Copy
from claimcheck.extract.formats import reader_of
from claimcheck.extract.keys import Keys
from claimcheck.extract.tables import Table
from claimcheck.model import ClaimcheckError, SourceFile

MAX_BYTES = 200_000_000
"""Size of the unpacked text part beyond which a file is refused."""
_PART = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|überschrift|titre)\s*([1-6])", re.IGNORECASE)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, ElementTree.ParseError, KeyError, EOFError, NotImplementedError, RuntimeError,
)  # fmt: skip
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "‑"}


def extract_docx(raw: bytes, path: str, keys: Keys | None = None) -> tuple[SourceFile, Blocks]:
    """The stand-in text of a DOCX file and its blocks. Raises ClaimcheckError for what is no DOCX file."""
    body = _body(raw)
    paragraphs = list(_paragraphs(body, None)) if body is not None else []
    texts = [_text(paragraph) for paragraph, _ in paragraphs]
    file = SourceFile(path, "\n".join(texts), "docx")
    reader = _Reader(Copy(file.text, keys or Keys(), reader_of))
    start = 0
    for (paragraph, cell), text in zip(paragraphs, texts, strict=True):
        reader.paragraph(paragraph, cell, start, start + len(text))
        start += len(text) + 1
    return file, Blocks(file.text, (replace(block, editable=False) for block in reader.copy.blocks))


class _Cell:
    """A table cell, as far as its paragraphs need to know it."""

    def __init__(self, table: ElementTree.Element, row: int, column: int) -> None:
        self.table = table
        self.row = row
        self.column = column


class _Reader:
    def __init__(self, copy: Copy) -> None:
        self.copy = copy
        self.list: tuple[int | None, int] | None = None
        self.last: int | None = None
        self.table: tuple[ElementTree.Element, Table] | None = None
        self.cell: _Cell | None = None

    def paragraph(self, paragraph: ElementTree.Element, cell: _Cell | None, start: int, end: int) -> None:
        prose = self.copy.prose()
        prose.add(start, end)
        style = _style(paragraph)
        heading = _HEADING.match(style)
        index: int | None = None
        if cell is not None:
            index = self._table(cell).emit(prose, "docx.cell")
        elif heading is not None or style.lower() in ("title", "titel", "titre"):
            level = int(heading.group(1)) if heading else 1
            self.copy.emit(prose, "heading", f"docx.heading.{level}", level)
        elif paragraph.find(f"{_W}pPr/{_W}numPr") is not None or style.lower().startswith("list"):
            self.list = self.list or (self.last, self.copy.group())
            lead, group = self.list
            index = self.copy.emit(prose, "list-item", "docx.list-item", lead=lead, group=group)
        else:
            index = self.copy.emit(prose, "paragraph", "docx.paragraph")
        if index is None or self.copy.blocks.kind(index) != "list-item":
            self.list = None
        self.last = index

    def _table(self, cell: _Cell) -> Table:
        if self.table is None or self.table[0] is not cell.table:
            self.table = (cell.table, Table(self.copy))
        table = self.table[1]
        if cell is not self.cell:
            if self.cell is None or (self.cell.table, self.cell.row) != (cell.table, cell.row):
                table.row()
            table.cell(header=cell.row == 0)
            self.cell = cell
        return table


def _body(raw: bytes) -> ElementTree.Element | None:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if archive.getinfo(_PART).file_size > MAX_BYTES:
                raise ClaimcheckError(f"its text is larger than {MAX_BYTES // 1_000_000} MB")
            return ElementTree.fromstring(archive.read(_PART)).find(f"{_W}body")
    except _BROKEN as error:
        raise ClaimcheckError(f"not a DOCX file that can be read ({error})") from error


def _paragraphs(node: ElementTree.Element, cell: _Cell | None) -> Iterator[tuple[ElementTree.Element, _Cell | None]]:
    for child in node:
        if child.tag == f"{_W}p":
            yield child, cell
        elif child.tag == f"{_W}tbl":
            for row, line in enumerate(_rows(child)):
                for column, each in enumerate(line.findall(f"{_W}tc")):
                    yield from _paragraphs(each, _Cell(child, row, column))
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _paragraphs(child, cell)


def _rows(table: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The rows of a table, those in content controls too, without those of tables in its cells."""
    for child in table:
        if child.tag == f"{_W}tr":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _rows(child)


def _text(paragraph: ElementTree.Element) -> str:
    parts = []
    for run in paragraph.iter(f"{_W}r"):
        for node in run:
            parts.append((node.text or "") if node.tag == f"{_W}t" else _BREAKS.get(node.tag, ""))
    return "".join(parts).replace("\n", " ").replace("\r", " ")


def _style(paragraph: ElementTree.Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "")
