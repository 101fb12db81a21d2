"""YAML files, and the YAML at the head of a page.

The events of the YAML parser rather than the tree of a grammar: the grammar for tree-sitter ends the process on text
that nests deeply.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from claimcheck.extract.data import Data
from claimcheck.extract.engine import HIDDEN, Copy, Layer
from claimcheck.extract.strings import DOUBLED_QUOTE, ESCAPES, Escapes, Pieces, add_escaped
from claimcheck.model import Range

FRONT_MATTER_LEVEL = 1
MAX_DEPTH = 500
MAX_ERRORS = 20
"""How often reading goes on behind what is no YAML."""
_BREAK = re.compile(r"[ \t]*\r?\n\s*")
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\n]*)?\r?\n")
_CONTENT = re.compile(r"([ \t]*)[^\r\n]*(?:\r?\n|\Z)")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")
_TOP_LINE = re.compile(r"^[^\s#]", re.MULTILINE)
_UNREADABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as YAML."""
    YamlReader(copy, Data(copy, "yaml")).read(start, end)


def read_front_matter(copy: Copy, start: int, end: int) -> None:
    """Read the YAML between ``---`` lines at the head of a page; its title heads the page."""
    data = Data(copy, "front-matter", paths_head=False, top_level=FRONT_MATTER_LEVEL)
    YamlReader(copy, data).read(start, end)
    if data.title is not None:
        copy.outline.append((FRONT_MATTER_LEVEL, data.title))


def _events(text: str) -> Iterator[tuple[yaml.Event, int, int]]:
    """The events of a text with their ranges; behind an error, reading goes on at the next line without indent."""
    start = 0
    for _ in range(MAX_ERRORS):
        position = start
        try:
            for event in yaml.parse(text[start:], Loader=_Loader):
                assert event.start_mark is not None and event.end_mark is not None
                first, position = start + event.start_mark.index, start + event.end_mark.index
                yield event, first, position
            return
        except yaml.MarkedYAMLError as error:
            position = max(position, start + error.problem_mark.index if error.problem_mark else 0)
        line = _TOP_LINE.search(text, text.find("\n", position) + 1 or len(text))
        if line is None:
            return
        start = line.start()


class YamlReader:
    """Takes the events of a YAML text."""

    def __init__(self, copy: Copy, data: Data) -> None:
        self.copy = copy
        self.source = copy.source
        self.data = data
        self.key: str | None = None
        self.place: Range | None = None

    def read(self, start: int, end: int) -> None:
        """Read from one source offset to another."""
        text = _UNREADABLE.sub(" ", self.source[start:end].replace(HIDDEN, " "))
        for event, first, last in _events(text):
            if isinstance(event, yaml.ScalarEvent):
                self.scalar(event.style, start + first, start + last)
            elif isinstance(event, yaml.CollectionStartEvent):
                if len(self.data.frames) > MAX_DEPTH:
                    break
                self.data.open(self.key or "", isinstance(event, yaml.SequenceStartEvent), self.place)
                self.key = self.place = None
            elif isinstance(event, yaml.CollectionEndEvent):
                self.data.close()
                self.value_read()
            elif isinstance(event, yaml.AliasEvent):
                self.value_read()
            elif isinstance(event, yaml.DocumentStartEvent):
                self.data.finish()
                self.key = None
        self.data.finish()

    def value_read(self) -> None:
        """Go on behind a value."""
        self.key = self.place = None
        self.data.item()

    def scalar(self, style: str | None, start: int, end: int) -> None:
        """Read a scalar: in a mapping, every other one is a key."""
        frames = self.data.frames
        properties = _PROPERTIES.match(self.source, start, end)
        start = properties.end() if properties else start
        if frames and not frames[-1].array and self.key is None:
            self.key, self.place = self.source[start:end].strip("\"'"), (start, end)
            return
        key = self.key or ""
        if style in ("|", ">"):
            self.data.string(key, start, end, self.block(style, start, end))
        elif style in ("'", '"'):
            self.flow(key, start + 1, end - 1, ESCAPES if style == '"' else DOUBLED_QUOTE)
        else:
            self.flow(key, start, end, None)
        self.value_read()

    def flow(self, key: str, start: int, end: int, escapes: Escapes | None) -> None:
        """Read a plain or quoted scalar, which may run over several lines."""
        source = self.source
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
            add_escaped(pieces, start, end, escapes)

    def block(self, style: str, start: int, end: int) -> Layer:
        """The layer of a literal (``|``) or folded (``>``) scalar without its indentation."""
        pieces = Pieces(self.copy)
        header = _HEADER.match(self.source, start, end)
        if header is None:
            return pieces.layer()
        indent = -1
        for line in _CONTENT.finditer(self.source, header.end(), end):
            if line.group(0).strip() and indent < 0:
                indent = line.end(1) - line.start()
            first = line.start() + min(max(indent, 0), line.end(1) - line.start())
            stripped = len(self.source[first : line.end()].rstrip("\r\n")) + first
            if style == "|":
                pieces.add(first, line.end())
            elif first == stripped:
                pieces.decoded("\n\n", first, line.end())
            else:
                pieces.add(first, stripped)
                pieces.decoded(" ", stripped, line.end())
        return pieces.layer()
