"""PHP: a page of HTML, and the strings and arrays in its islands of code."""

from __future__ import annotations

import re

from claimcheck.extract.data import Data
from claimcheck.extract.engine import HIDDEN, Copy, Layer
from claimcheck.extract.html import HtmlReader
from claimcheck.extract.strings import Escapes, Pieces, add_escaped
from claimcheck.extract.templates import mask
from claimcheck.model import GAP, Segment

_ISLAND = re.compile(r"<\?(php\b|=)?(.*?)(?:\?>|\Z)", re.DOTALL | re.IGNORECASE)
_ECHO = re.compile(r"\s*(?:echo|print|the_|esc_|_e\b)")
_TOKEN = re.compile(
    r"""
      (?P<comment> //[^\n]* | \#(?!\[)[^\n]* | /\*.*?\*/ )
    | (?: \$(?P<variable>\w+) \s* = \s* (?![=>]) )
    | (?: (?P<key> '(?:[^'\\\n]|\\.)*' | "(?:[^"\\\n]|\\.)*" ) \s* => \s* )
    | '(?P<single> (?:[^'\\]|\\.)*+ )'
    | "(?P<double> (?:[^"\\]|\\.)*+ )"
    | <<<['"]?(?P<label>\w+)['"]?\r?\n (?P<here> .*? ) \r?\n[ \t]*(?P=label)\b
    | (?P<open> \barray\s*\( | \[ ) (?P<named> (?=\s*(?:'[^'\n]*'|"[^"\n]*")\s*=>) )?
    | (?P<mark> [()\],;] )
    """,
    re.DOTALL | re.VERBOSE,
)
_DOUBLE = Escapes(
    re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u\{[0-9A-Fa-f]{1,6}\}|[\s\S])"), {"n": "\n", "t": "\t", "r": "\r", "v": " "}
)
_SINGLE = Escapes(re.compile(r"\\[\\']"))
_VARIABLE = re.compile(r"\{\$[^{}]*\}|\$\w+(?:\[[^\]\s]*\]|->\w+)?")


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as PHP."""
    parts, position = [], start
    for island in _ISLAND.finditer(copy.source, start, end):
        first, last = island.span(2)
        PhpReader(copy).read(first, last)
        shown = island.group(1) == "=" or _ECHO.match(copy.source, first, last)
        parts += [copy.source[position : island.start()], (GAP if shown else HIDDEN) * len(island.group())]
        position = island.end()
    text = "".join(parts) + copy.source[position:end]
    if not text:
        return
    with copy.within(Layer(text, [Segment(0, start, end, True)])):
        masked = mask(copy, 0, len(text))
        with copy.within(Layer(masked, [Segment(0, 0, len(text), True)])):
            HtmlReader(copy, len(masked)).read(0)


class PhpReader:
    """Reads the tokens of one island."""

    def __init__(self, copy: Copy) -> None:
        self.copy = copy
        self.data = Data(copy, "php", paths_head=False)
        self.brackets: list[bool] = []
        """For each open bracket, whether it is an array's."""
        self.key = ""

    def read(self, start: int, end: int) -> None:
        """Read the code from one source offset to another."""
        for token in _TOKEN.finditer(self.copy.source, start, end):
            kind = token.lastgroup
            if kind == "variable" or kind == "key":
                self.key = token.group(kind).strip("'\"")
            elif kind in ("single", "double", "here"):
                self.string(*token.span(kind), _SINGLE if kind == "single" else _DOUBLE)
            elif token.group("open"):
                self.brackets.append(True)
                self.data.open(self.key, array=token.group("named") is None)
                self.key = ""
            elif kind == "mark":
                self.mark(token.group())
        self.data.finish()

    def mark(self, mark: str) -> None:
        """Read a bracket or what parts two values."""
        if mark == "(":
            self.brackets.append(False)
        elif mark in ")]":
            if self.brackets and self.brackets.pop():
                self.data.close()
        else:
            self.key = ""
            if mark == "," and self.brackets and self.brackets[-1]:
                self.data.item()

    def string(self, start: int, end: int, escapes: Escapes) -> None:
        """Read a string; the variables in it are gaps."""
        source = self.copy.source
        if source.find("\\", start, end) < 0 and (escapes is _SINGLE or source.find("$", start, end) < 0):
            self.data.string(self.key, start, end)
            return
        pieces = Pieces(self.copy)
        if escapes is _DOUBLE:
            for variable in _VARIABLE.finditer(source, start, end):
                add_escaped(pieces, start, variable.start(), escapes)
                pieces.gap(*variable.span())
                start = variable.end()
        add_escaped(pieces, start, end, escapes)
        self.data.string(self.key, start, end, pieces.layer())
