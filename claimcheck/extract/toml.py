"""TOML files, and the TOML between ``+++`` lines at the head of a page."""

from __future__ import annotations

import re

from claimcheck.extract.data import Data
from claimcheck.extract.engine import Copy
from claimcheck.extract.strings import ESCAPES, Pieces, add_escaped
from claimcheck.extract.yaml import FRONT_MATTER_LEVEL
from claimcheck.model import Range

_TOKEN = re.compile(
    r'''
      (?P<comment> \#[^\n]* )
    | ^[ \t]*\[(?P<many>\[)?[ \t]*(?P<table>[\w."'-][\w."' -]*)\]\]?[ \t]*(?=\r?$|\#)
    | (?<![\w.-])(?P<key> (?:[\w-]++|"[^"\n]*"|'[^'\n]*')(?:\.(?:[\w-]++|"[^"\n]*"|'[^'\n]*'))*+ )[ \t]*=[ \t]*
    | """(?:\r?\n)?(?P<long> (?:[^"\\]|\\.|"(?!""))*+ )"""
    | \'\'\'(?:\r?\n)?(?P<longraw> .*? )\'\'\'
    | "(?P<basic> (?:[^"\\\n]|\\.)*+ )"
    | '(?P<raw> [^'\n]* )'
    | (?P<mark> [\[\]{},] )
    ''',
    re.DOTALL | re.VERBOSE | re.MULTILINE,
)


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as TOML."""
    TomlReader(copy, Data(copy, "toml")).read(start, end)


def read_front_matter(copy: Copy, start: int, end: int) -> None:
    """Read the TOML at the head of a page; its title heads the page."""
    data = Data(copy, "front-matter", paths_head=False, top_level=FRONT_MATTER_LEVEL)
    TomlReader(copy, data).read(start, end)
    if data.title is not None:
        copy.outline.append((FRONT_MATTER_LEVEL, data.title))


class TomlReader:
    """Reads tokens."""

    def __init__(self, copy: Copy, data: Data) -> None:
        self.copy = copy
        self.data = data
        self.key = ""
        self.place: Range | None = None
        self.depth = 0
        """How many brackets are open."""

    def read(self, start: int, end: int) -> None:
        """Read from one source offset to another."""
        self.data.open("", array=False)
        for token in _TOKEN.finditer(self.copy.source, start, end):
            kind = token.lastgroup
            if kind == "table" and not self.depth:
                self.table(token)
            elif kind == "key":
                self.key, self.place = token.group("key").strip("\"'"), token.span("key")
            elif kind in ("long", "longraw", "basic", "raw"):
                self.string(*token.span(kind), raw=kind.endswith("raw"))
            elif kind == "mark":
                self.mark(token.group())
        self.data.finish()

    def table(self, token: re.Match[str]) -> None:
        """Read the header of a table."""
        name = token.group("table").strip()
        while len(self.data.frames) > 1:
            self.data.close()
        self.data.open(name.strip("\"'"), array=bool(token.group("many")), place=token.span("table"))
        if token.group("many"):
            self.data.open("", array=False)

    def mark(self, mark: str) -> None:
        """Read a bracket or comma."""
        if mark in "[{":
            self.depth += 1
            self.data.open(self.key, array=mark == "[", place=self.place)
            self.key, self.place = "", None
        elif mark == ",":
            self.data.item()
        elif self.depth:
            self.depth -= 1
            self.data.close()

    def string(self, start: int, end: int, raw: bool) -> None:
        """Read a string."""
        if raw or self.copy.source.find("\\", start, end) < 0:
            self.data.string(self.key, start, end)
        else:
            pieces = Pieces(self.copy)
            add_escaped(pieces, start, end, ESCAPES)
            self.data.string(self.key, start, end, pieces.layer())
        if not self.depth:
            self.key, self.place = "", None
