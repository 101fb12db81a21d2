"""JSON, with comments and trailing commas, or many values one after the other.

A scan of tokens rather than a grammar: it keeps no tree, so that a file of 50 MB needs little more than its blocks.
"""

from __future__ import annotations

import re

from claimcheck.extract.data import Data
from claimcheck.extract.engine import Copy
from claimcheck.extract.strings import ESCAPES, Pieces, add_escaped

_TOKEN = re.compile(r'"((?:[^"\\\n]++|\\.)*+)"(\s*:)?|[\[\]{},]|//[^\n]*|/\*(?s:.*?)\*/')


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as JSON."""
    data = Data(copy, "json")
    key, place = "", None
    for token in _TOKEN.finditer(copy.source, start, end):
        if token.group(2):
            place = token.span(1)
            key = token.group(1)
            continue
        character = copy.source[token.start()]
        if character == '"':
            _string(copy, data, key, *token.span(1))
        elif character in "{[":
            data.open(key, character == "[", place)
        elif character in "}]":
            data.close()
        elif character == ",":
            data.item()
        if character != "/":
            key, place = "", None
    data.finish()


def _string(copy: Copy, data: Data, key: str, start: int, end: int) -> None:
    if copy.source.find("\\", start, end) < 0:
        data.string(key, start, end)
        return
    pieces = Pieces(copy)
    add_escaped(pieces, start, end, ESCAPES)
    data.string(key, start, end, pieces.layer())
