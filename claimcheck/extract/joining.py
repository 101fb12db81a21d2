"""Several strings of a data file that make one piece of copy."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract.engine import Copy, Layer
from claimcheck.model import Segment

Piece = tuple[int, int, Layer | None]
"""Start and end of a string in the source, or the layer that was decoded from it."""

_PART = re.compile(r"(.+?)[_-]?P(?:art)?[_-]?([1-9])|(.+?)[_-]p(?:art)?[_-]?([1-9])")


def part_of(key: str) -> tuple[str, int]:
    """The name and number of a key such as ``textP2``; number 0 for a key that names no part."""
    found = _PART.fullmatch(key)
    if found is None:
        return key, 0
    return found[1] or found[3], int(found[2] or found[4])


def text_of(copy: Copy, piece: Piece) -> str:
    """What a string says."""
    start, end, layer = piece
    return layer.text if layer else copy.source[start:end]


def joined(copy: Copy, pieces: Sequence[Piece], between: str = "") -> Layer:
    """One layer of several strings; what is written between two of them stands for the source between them."""
    segments: list[Segment] = []
    parts: list[str] = []
    length = 0
    for piece in pieces:
        start, end, layer = piece
        own = [Segment(0, start, end, True)] if layer is None else layer.segments or ()
        if not own:
            continue
        if between and segments:
            segments.append(Segment(length, segments[-1].source_end, own[0].source_start, False))
            parts.append(between)
            length += len(between)
        segments += [each._replace(text_start=each.text_start + length) for each in own]
        parts.append(text_of(copy, piece))
        length += len(parts[-1])
    return Layer("".join(parts), segments)
