"""Strings of data and code: joined from decoded pieces, then read as what they hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from claimcheck.extract.engine import Copy, Layer, Place, Prose
from claimcheck.extract.html import HtmlReader
from claimcheck.extract.inline import read_inline
from claimcheck.extract.markup import add_text
from claimcheck.extract.text import TextReader
from claimcheck.model import GAP, Segment

_TAGS = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>")
_MARKDOWN_BLOCKS = re.compile(r"^(?:#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|>\s|\|.*\|\s*$)|\*\*|\]\(", re.MULTILINE)
_MARKDOWN_MARKS = re.compile(r"\*\*\S|\]\(|__\S|`\S")


class Pieces:
    """Grows a decoded string from pieces of source, white space and all."""

    def __init__(self, copy: Copy) -> None:
        self.source = copy.source
        self.parts: list[str] = []
        self.segments: list[Segment] = []
        self.length = 0

    def add(self, start: int, end: int) -> None:
        """Take source[start:end] as it stands."""
        if start < end:
            self._put(self.source[start:end], start, end, True)

    def decoded(self, text: str, start: int, end: int) -> None:
        """Take ``text``, which source[start:end] stands for."""
        if text:
            self._put(text, start, end, False)

    def gap(self, start: int, end: int) -> None:
        """Take one opaque word for source[start:end]."""
        self._put(GAP, start, end, False)

    def layer(self) -> Layer:
        """The string with the way back to the source."""
        return Layer("".join(self.parts), self.segments)

    def _put(self, text: str, start: int, end: int, verbatim: bool) -> None:
        self.segments.append(Segment(self.length, start, end, verbatim))
        self.parts.append(text)
        self.length += len(text)


Target = Pieces | Prose
"""What pieces of source can be added to."""


@dataclass(frozen=True)
class Escapes:
    """The escapes of a language: how one looks, and what the letter after the backslash stands for."""

    pattern: re.Pattern[str]
    letters: Mapping[str, str] = field(default_factory=dict)

    def decode(self, escape: str) -> str:
        """The character that an escape stands for; an unknown one stands for itself."""
        body = escape[1:]
        if len(escape) == 12 and body[0] == "u":
            return (
                escape.encode().decode("unicode-escape").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            )
        if len(body) > 1 and body[0] in "xuU":
            code = int(body[1:].strip("{}"), 16)
            return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"
        return self.letters.get(body, body)


_LETTERS = {"n": "\n", "r": "\r", "t": "\t", "b": " ", "f": " ", "v": " ", "0": "", "\n": "", "\r": "", "\r\n": ""}
_PAIR = r"u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_CODES = r"x[0-9a-fA-F]{2}|u(?:[0-9a-fA-F]{4}|\{[0-9a-fA-F]{1,6}\})|U[0-9a-fA-F]{8}"
ESCAPES = Escapes(re.compile(rf"\\(?:{_PAIR}|{_CODES}|\r\n|[\s\S])"), _LETTERS)
"""Backslash escapes as in JavaScript, JSON, YAML and TOML."""
DOUBLED_QUOTE = Escapes(re.compile("''"))


def add_escaped(target: Target, start: int, end: int, escapes: Escapes) -> None:
    """Add source[start:end] with its escapes decoded."""
    for escape in escapes.pattern.finditer(target.source, start, end):
        target.add(start, escape.start())
        target.decoded(escapes.decode(escape.group()), *escape.span())
        start = escape.end()
    target.add(start, end)


def read_string(copy: Copy, place: Place, start: int, end: int) -> None:
    """Read source[start:end], a decoded string: HTML, Markdown and lists by their own readers, the rest as prose."""
    text = copy.source
    if text.find("<", start, end) >= 0 and _TAGS.search(text, start, end):
        HtmlReader(copy, end, place).read(start)
    elif place.kind != "heading" and _lines(text, start, end) and _MARKDOWN_BLOCKS.search(text, start, end):
        copy.read("markdown", start, end)
    elif _lines(text, start, end):
        TextReader(copy, place).read(start, end)
    elif _MARKDOWN_MARKS.search(text, start, end):
        copy.emit(read_inline(copy, start, end), *place)
    else:
        prose = copy.prose()
        add_text(prose, start, end)
        copy.emit(prose, *place)


def read_layer(copy: Copy, place: Place, layer: Layer) -> None:
    """Read a string that had to be decoded."""
    with copy.within(layer):
        read_string(copy, place, 0, len(layer.text))


def _lines(text: str, start: int, end: int) -> bool:
    return text.find("\n", start, end) >= 0
