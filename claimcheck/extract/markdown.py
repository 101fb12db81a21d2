"""Markdown: blocks from the tree-sitter grammar, marks inside a paragraph by our own scan."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tree_sitter import Node

from claimcheck.extract.engine import Copy, Prose
from claimcheck.extract.grammars import parse
from claimcheck.extract.inline import normal, read_inline
from claimcheck.extract.tables import Table
from claimcheck.model import Range

MAX_DEPTH = 100
CONTAINERS = ("document", "section", "block_quote", "list_item", "ERROR")
_CLOSING_MARK = re.compile(r"(?:(?<=\s)|^)#+\s*$")
_DEFINITION = re.compile(r"^[ >]{0,8}\[([^\[\]\n]+)\]:", re.MULTILINE)
_MARKER_LEVEL = re.compile(r"\d")


def references(source: str, start: int, end: int) -> frozenset[str]:
    """The labels of the links that are defined somewhere in source[start:end]."""
    if source.find("]:", start, end) < 0:
        return frozenset()
    return frozenset(normal(label.group(1)) for label in _DEFINITION.finditer(source, start, end))


@dataclass(slots=True)
class _List:
    """The list around a block."""

    group: int
    lead: int | None
    item: int | None = None
    """Index of the first block of the present item."""


class MarkdownReader:
    """Walks the block tree."""

    html = "html-part"

    def __init__(self, copy: Copy, start: int, labels: frozenset[str]) -> None:
        self.copy = copy
        self.start = start
        self.references = labels
        self.lists: list[_List] = []
        self.contained = False
        """Whether lines may begin with marks of the blocks around."""
        self.last: int | None = None
        """Index of the paragraph just read, which a list could follow."""

    def read(self, end: int) -> None:
        """Read from the start to a source offset."""
        text = self.copy.source[self.start : end]
        self.node(parse("markdown", text), 0)

    def node(self, node: Node, depth: int) -> None:
        """Read one block and what it holds."""
        kind = node.type
        if kind == "paragraph":
            self.paragraph(node)
        elif kind in ("atx_heading", "setext_heading"):
            self.heading(node)
        elif kind == "pipe_table":
            self.table(node)
        elif kind == "html_block":
            self.last = None
            self.copy.read(self.html, *self.range(node))
        elif kind == "minus_metadata":
            self.copy.read("front-matter", *self.range(node))
        elif kind == "plus_metadata":
            self.copy.read("front-matter-toml", *self.range(node))
        elif kind == "list":
            self.items(node, depth)
        elif kind in CONTAINERS and depth >= MAX_DEPTH:
            prose = read_inline(self.copy, *self.range(node), self.references)
            self.copy.emit(prose, "paragraph", "markdown.paragraph")
        elif kind in CONTAINERS:
            contained = self.contained
            self.contained = contained or kind in ("block_quote", "list_item")
            for child in node.named_children:
                self.node(child, depth + 1)
            self.contained = contained

    def range(self, node: Node) -> Range:
        """The source range of a node."""
        return self.start + node.start_byte, self.start + node.end_byte

    def heading(self, node: Node) -> None:
        """Read a heading."""
        marker = next((each.type for each in node.children if "_h" in each.type and "marker" in each.type), "")
        level = _level(marker or node.children[-1].type)
        for child in node.named_children:
            inline = child.named_children[0] if child.type == "paragraph" and child.named_children else child
            if inline.type == "inline":
                prose = self.inline(inline, closing=bool(marker))
                self.copy.emit(prose, "heading", f"markdown.heading.{level}", level)
        self.last = None

    def paragraph(self, node: Node) -> None:
        """Read a paragraph, which may be all or a part of a list item."""
        inline = next((child for child in node.named_children if child.type == "inline"), None)
        if inline is None:
            return
        prose = self.inline(inline)
        around = self.lists[-1] if self.lists else None
        if around is None:
            self.last = self.copy.emit(prose, "paragraph", "markdown.paragraph")
            return
        index = self.copy.emit(prose, "list-item", "markdown.list-item", lead=around.lead, group=around.group)
        if around.item is None:
            around.item = index

    def items(self, node: Node, depth: int) -> None:
        """Read a list; what stands before it, or the item that it is nested in, leads it."""
        lead = self.lists[-1].item if self.lists else self.last
        around = _List(self.copy.group(), lead)
        self.lists.append(around)
        for item in node.named_children:
            around.item = None
            self.node(item, depth + 1)
        self.lists.pop()
        self.last = None

    def table(self, node: Node) -> None:
        """Read a table, each cell a block."""
        table = Table(self.copy)
        for row in node.named_children:
            if row.type not in ("pipe_table_header", "pipe_table_row"):
                continue
            table.row()
            for cell in row.named_children:
                if cell.type == "pipe_table_cell":
                    table.cell(header=row.type == "pipe_table_header")
                    table.emit(self.inline(cell), "markdown.cell")
        self.last = None

    def inline(self, node: Node, closing: bool = False) -> Prose:
        """The prose of a node without its marks; ``closing`` drops the hashes that may end a heading."""
        start, end = self.range(node)
        if closing:
            mark = _CLOSING_MARK.search(self.copy.source, start, end)
            end = mark.start() if mark else end
        skips = []
        if self.contained and self.copy.source.find("\n", start, end) >= 0:
            skips = [self.range(child) for child in node.children if child.type == "block_continuation"]
        return read_inline(self.copy, start, end, self.references, skips)


def _level(marker: str) -> int:
    digit = _MARKER_LEVEL.search(marker)
    return int(digit.group()) if digit else 1
