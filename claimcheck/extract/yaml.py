"""YAML files, and the YAML or TOML at the head of a page."""

from __future__ import annotations

import re

from tree_sitter import Node

from claimcheck.extract.data import Data
from claimcheck.extract.engine import Copy, Layer
from claimcheck.extract.grammars import parse
from claimcheck.extract.strings import DOUBLED_QUOTE, ESCAPES, Escapes, Pieces
from claimcheck.model import Range

MAX_DEPTH = 150
FRONT_MATTER_LEVEL = 1
_BREAK = re.compile(r"[ \t]*\r?\n\s*")
_HEADER = re.compile(r"([|>])[-+0-9]*[ \t]*(?:#[^\n]*)?\r?\n")
_CONTENT = re.compile(r"([ \t]*)[^\r\n]*(?:\r?\n|\Z)")


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as YAML."""
    YamlReader(copy, Data(copy, "yaml"), start).read(end)


def read_front_matter(copy: Copy, start: int, end: int) -> None:
    """Read the YAML between ``---`` lines at the head of a page; its title heads the page."""
    data = Data(copy, "front-matter", paths_head=False, top_level=FRONT_MATTER_LEVEL)
    YamlReader(copy, data, start).read(end)
    if data.title is not None:
        copy.outline.append((FRONT_MATTER_LEVEL, data.title))


class YamlReader:
    """Walks the tree of a YAML text."""

    def __init__(self, copy: Copy, data: Data, start: int) -> None:
        self.copy = copy
        self.data = data
        self.start = start

    def read(self, end: int) -> None:
        """Read from the start to a source offset."""
        self.node(parse("yaml", self.copy.source[self.start : end]), "", None, 0)
        self.data.finish()

    def node(self, node: Node, key: str, place: Range | None, depth: int) -> None:
        """Read a node that is stored under ``key``."""
        if depth > MAX_DEPTH:
            return
        kind = node.type
        if kind in ("block_mapping", "flow_mapping", "block_sequence", "flow_sequence"):
            self.data.open(key, kind.endswith("sequence"), place)
            for child in node.named_children:
                self.node(child, "", None, depth + 1)
                self.data.item()
            self.data.close()
        elif kind in ("block_mapping_pair", "flow_pair"):
            self.pair(node, depth)
        elif kind.endswith("_scalar"):
            self.scalar(node, key)
        elif kind not in ("comment", "anchor", "tag", "alias"):
            for child in node.named_children:
                self.node(child, key, place, depth + 1)

    def pair(self, node: Node, depth: int) -> None:
        """Read a key with its value."""
        key, value = node.child_by_field_name("key"), node.child_by_field_name("value")
        if value is None:
            return
        place = None if key is None else self.range(key)
        name = "" if place is None else self.copy.source[slice(*place)].strip("\"'")
        self.node(value, name, place, depth + 1)

    def range(self, node: Node) -> Range:
        """The source range of a node."""
        return self.start + node.start_byte, self.start + node.end_byte

    def scalar(self, node: Node, key: str) -> None:
        """Read a scalar of any style; numbers, dates and truth values are no copy."""
        start, end = self.range(node)
        if node.type == "block_scalar":
            layer = self.block(start, end)
            self.data.string(key, start, end, layer)
        elif node.type == "double_quote_scalar":
            self.flow(key, start + 1, end - 1, ESCAPES)
        elif node.type == "single_quote_scalar":
            self.flow(key, start + 1, end - 1, DOUBLED_QUOTE)
        elif node.named_children and node.named_children[0].type == "string_scalar":
            self.flow(key, start, end, None)

    def flow(self, key: str, start: int, end: int, escapes: Escapes | None) -> None:
        """Read a plain or quoted scalar, which may run over several lines."""
        source = self.copy.source
        mark = "'" if escapes is DOUBLED_QUOTE else "\\"
        if source.find("\n", start, end) < 0 and (escapes is None or source.find(mark, start, end) < 0):
            self.data.string(key, start, end)
            return
        pieces = Pieces(self.copy)
        for line in _BREAK.finditer(source, start, end):
            self.piece(pieces, start, line.start(), escapes)
            pieces.decoded("\n\n" if line.group().count("\n") > 1 else " ", *line.span())
            start = line.end()
        self.piece(pieces, start, end, escapes)
        self.data.string(key, start, end, pieces.layer())

    def piece(self, pieces: Pieces, start: int, end: int, escapes: Escapes | None) -> None:
        """Add one line of a scalar."""
        if escapes is None:
            pieces.add(start, end)
        else:
            pieces.escaped(start, end, escapes)

    def block(self, start: int, end: int) -> Layer:
        """The layer of a literal (``|``) or folded (``>``) scalar without its indentation."""
        pieces = Pieces(self.copy)
        header = _HEADER.match(self.copy.source, start, end)
        if header is None:
            return pieces.layer()
        indent = -1
        for line in _CONTENT.finditer(self.copy.source, header.end(), end):
            if line.group(0).strip() and indent < 0:
                indent = line.end(1) - line.start()
            first = line.start() + min(max(indent, 0), line.end(1) - line.start())
            stripped = len(self.copy.source[first : line.end()].rstrip("\r\n")) + first
            if header.group(1) == "|":
                pieces.add(first, line.end())
            elif first == stripped:
                pieces.decoded("\n\n", first, line.end())
            else:
                pieces.add(first, stripped)
                pieces.decoded(" ", stripped, line.end())
        return pieces.layer()
