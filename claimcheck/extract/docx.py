"""DOCX: a text of one line per paragraph stands in for the file, so that a place is a paragraph and a character.

Such a file can be checked and never fixed.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from claimcheck.blocks import Blocks
from claimcheck.extract.engine import Copy
from claimcheck.extract.formats import reader_of
from claimcheck.extract.keys import Keys
from claimcheck.extract.tables import Table
from claimcheck.model import ClaimcheckError, SourceFile

MAX_BYTES = 200_000_000
"""Size of the unpacked text beyond which a file is refused."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_STYLES = "word/styles.xml"
_PART = re.compile(r"word/(footnote|endnote|header|footer)s?(\d*)\.xml")
_PARTS = ("footnote", "endnote", "header", "footer")
"""What is read behind the body, in this order."""
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What an old Word reads instead of a text box: its text once more."""
_BOX = f"{_W}txbxContent"
_GONE = (f"{_W}moveFrom", f"{_W}del", _FALLBACK)
_HEADING = re.compile(r"(?:heading|überschrift|titre)\s*([1-6])", re.IGNORECASE)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, ElementTree.ParseError, KeyError, EOFError, NotImplementedError, RuntimeError,
)  # fmt: skip
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "‑"}
Element = ElementTree.Element


def extract_docx(raw: bytes, path: str, keys: Keys | None = None) -> tuple[SourceFile, Blocks]:
    """The stand-in text of a DOCX file and its blocks. Raises ClaimcheckError for what is no DOCX file.

    Notes, headers and footers stand behind the body, so that the paragraphs of the body keep their numbers.
    """
    parts, styles = _unpacked(raw)
    paragraphs = [(name, *each) for name, root in parts for each in _paragraphs(root, None)]
    texts = [_text(paragraph) for _, paragraph, _ in paragraphs]
    file = SourceFile(path, "\n".join(texts), "docx")
    reader = _Reader(Copy(file.text, keys or Keys(), reader_of), styles)
    start = 0
    for (name, paragraph, cell), text in zip(paragraphs, texts, strict=True):
        reader.part(name)
        reader.paragraph(paragraph, cell, start, start + len(text))
        start += len(text) + 1
    return file, Blocks(file.text, (block._replace(editable=False) for block in reader.copy.blocks))


class _Cell:
    """A table cell, as far as its paragraphs need to know it."""

    def __init__(self, table: Element, row: int, column: int) -> None:
        self.table = table
        self.row = row
        self.column = column


class _Reader:
    def __init__(self, copy: Copy, styles: Mapping[str, str]) -> None:
        self.copy = copy
        self.styles = styles
        self.name = ""
        self.list: tuple[int | None, int] | None = None
        self.last: int | None = None
        self.table: tuple[ElementTree.Element, Table] | None = None
        self.cell: _Cell | None = None

    def part(self, name: str) -> None:
        """Go on to a part of the file: no heading of one governs another."""
        if name != self.name:
            self.name, self.list, self.last = name, None, None
            self.copy.outline.clear()

    def paragraph(self, paragraph: Element, cell: _Cell | None, start: int, end: int) -> None:
        prose = self.copy.prose()
        prose.add(start, end)
        style = self._style(paragraph)
        scope = f"docx.{self.name.rstrip('0123456789')}.".replace(".body.", ".")
        heading = _HEADING.match(style)
        index: int | None = None
        if cell is not None:
            index = self._table(cell).emit(prose, f"{scope}cell")
        elif heading is not None or style.lower() in ("title", "titel", "titre"):
            level = int(heading.group(1)) if heading else 1
            self.copy.emit(prose, "heading", f"{scope}heading.{level}", level)
        elif paragraph.find(f"{_W}pPr/{_W}numPr") is not None or style.lower().startswith("list"):
            self.list = self.list or (self.last, self.copy.group())
            lead, group = self.list
            index = self.copy.emit(prose, "list-item", f"{scope}list-item", lead=lead, group=group)
        else:
            index = self.copy.emit(prose, "paragraph", f"{scope}paragraph")
        if index is None or self.copy.blocks.kind(index) != "list-item":
            self.list = None
        self.last = index

    def _style(self, paragraph: Element) -> str:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        value = "" if style is None else style.get(f"{_W}val", "")
        return self.styles.get(value, value)

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


def _unpacked(raw: bytes) -> tuple[list[tuple[str, Element]], dict[str, str]]:
    """The parts that hold text, by name, and the names of styles by their ids, which are in Word's own language."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            found = filter(None, map(_PART.fullmatch, archive.namelist()))
            others = sorted(found, key=lambda part: (_PARTS.index(part[1]), int(part[2] or 0)))
            names = {"body": _BODY, **{part[1] + part[2]: part[0] for part in others}}
            if sum(archive.getinfo(name).file_size for name in names.values()) > MAX_BYTES:
                raise ClaimcheckError(f"its text is larger than {MAX_BYTES // 1_000_000} MB")
            parts = [(name, ElementTree.fromstring(archive.read(part))) for name, part in names.items()]
            styles = ElementTree.fromstring(archive.read(_STYLES)) if _STYLES in archive.namelist() else ()
    except _BROKEN as error:
        raise ClaimcheckError(f"not a DOCX file that can be read ({error})") from error
    named = ((style.get(f"{_W}styleId", ""), style.find(f"{_W}name")) for style in styles)
    return parts, {id: name.get(f"{_W}val", "") for id, name in named if name is not None}


def _paragraphs(node: Element, cell: _Cell | None) -> Iterator[tuple[Element, _Cell | None]]:
    """The paragraphs of a part in order of reading, those of a text box behind the one that holds it."""
    for child in node:
        if child.tag == f"{_W}p":
            yield child, cell
            for box in _inside(child, _BOX):
                yield from _paragraphs(box, None)
        elif child.tag == f"{_W}tbl":
            for row, line in enumerate(_rows(child)):
                for column, each in enumerate(line.findall(f"{_W}tc")):
                    yield from _paragraphs(each, _Cell(child, row, column))
        elif child.tag not in _GONE:
            yield from _paragraphs(child, cell)


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, those in content controls too, without those of tables in its cells."""
    for child in table:
        if child.tag == f"{_W}tr":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _rows(child)


def _inside(node: Element, tag: str) -> Iterator[Element]:
    """The elements of this kind that belong to a paragraph and to no text box in it."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag != _BOX and child.tag not in _GONE:
            yield from _inside(child, tag)


def _text(paragraph: Element) -> str:
    parts = []
    for run in _inside(paragraph, f"{_W}r"):
        for node in run:
            parts.append((node.text or "") if node.tag == f"{_W}t" else _BREAKS.get(node.tag, ""))
    return "".join(parts).replace("\n", " ").replace("\r", " ")
