"""The engine that all readers share: pieces of source go in, blocks with source maps come out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from claimcheck.blocks import Blocks
from claimcheck.extract.keys import Keys
from claimcheck.model import GAP, Range, Segment

HIDDEN = "\ufeff"
"""What a reader writes over source that leaves no trace in the copy, such as a template's control tags."""

_SPECIAL = re.compile(rf"[^\S ]\s*| \s+|[\u00ad\u200b\u2060{HIDDEN}]+|{GAP}+")
_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'`()\[\]{}|]*[^\s<>\"'`()\[\]{}|.,;:!?]|(?<!\S)\.{0,2}/(?:[\w.-]+/)+[\w.-]*\w",
    re.IGNORECASE,
)
"""Web addresses, and paths of two steps or more."""
_READABLE = re.compile(r"[^\W_]")


Piece = tuple[int, int, int, bool]
"""A segment in the making: text start, start and end in the text that is read, verbatim."""


class Layer:
    """A text to read and the way from it to the file; without segments it is the file's own text."""

    __slots__ = ("segments", "starts", "text")

    def __init__(self, text: str, segments: Sequence[Segment] | None = None) -> None:
        self.text = text
        self.segments = segments
        self.starts = [segment.text_start for segment in segments or ()]

    def resolve(self, pieces: Sequence[Piece]) -> list[Segment]:
        """Carry pieces that point into this text on to the file."""
        if self.segments is None:
            return [Segment(*piece) for piece in pieces]
        return [segment for piece in pieces for segment in self._resolve(*piece)]

    def _resolve(self, text_start: int, start: int, end: int, verbatim: bool) -> Iterator[Segment]:
        assert self.segments is not None
        number = max(bisect_right(self.starts, start) - 1, 0)
        last = max(bisect_right(self.starts, max(end - 1, start)) - 1, number)
        if not verbatim:
            low, high = self.segments[number], self.segments[last]
            source_start = low.source_start + (start - low.text_start if low.verbatim else 0)
            source_end = high.source_start + end - high.text_start if high.verbatim else high.source_end
            yield Segment(text_start, source_start, source_end, False)
            return
        for segment in self.segments[number : last + 1]:
            number += 1
            begin = max(start, segment.text_start)
            stop = min(end, self.starts[number]) if number < len(self.starts) else end
            source = (segment.source_start, segment.source_end)
            if segment.verbatim:
                shift = segment.source_start - segment.text_start
                source = (begin + shift, stop + shift)
            yield Segment(text_start + begin - start, *source, segment.verbatim)


class Prose:
    """Grows the text of one block: folds white space, drops what no reader sees, and keeps the way back."""

    __slots__ = ("layer", "length", "parts", "pending", "pieces", "source")

    def __init__(self, layer: Layer) -> None:
        self.layer = layer
        self.source = layer.text
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0
        self.pending: Range | None = None

    def add(self, start: int, end: int) -> None:
        """Take source[start:end] as it stands."""
        piece = self.source[start:end]
        if piece.isascii() and piece and " ".join(piece.split()) == piece:
            self._put(piece, start, end, True)
            return
        while start < end:
            run = _SPECIAL.search(self.source, start, end)
            if run is None:
                self._words(start, end)
                return
            first, last = run.span()
            if first > start:
                self._words(start, first)
            character = self.source[first]
            if character == GAP:
                self.gap(first, last)
            elif character.isspace():
                self.space(first, last)
            start = last

    def decoded(self, text: str, start: int, end: int) -> None:
        """Take ``text``, which source[start:end] stands for: an entity or an escape."""
        if text.isspace():
            self.space(start, end)
        elif text and not _SPECIAL.match(text):
            self._put(text, start, end, text == self.source[start:end])

    def gap(self, start: int, end: int) -> None:
        """Take one opaque word for source[start:end]."""
        self._put(GAP, start, end, False)

    def space(self, start: int, end: int) -> None:
        """Let source[start:end] part two words; only the first white space between them counts."""
        if self.length and self.pending is None:
            self.pending = (start, end)
        elif self.pending and self.pending[1] == start:
            self.pending = (self.pending[0], end)

    def done(self) -> tuple[str, list[Segment]] | None:
        """The text with its segments in the file, or None where there is nothing to read."""
        text = "".join(self.parts)
        if _READABLE.search(text) is None:
            return None
        segments = self.layer.resolve(self.pieces)
        if "/" in text or "www." in text or "WWW." in text:
            text, segments = _without_addresses(text, segments)
        return (text, segments) if _READABLE.search(text) else None

    def _words(self, start: int, end: int) -> None:
        """Take a piece whose only white space is single spaces."""
        if self.source[start] == " ":
            self.space(start, start + 1)
            start += 1
            if start == end:
                return
        last = end - 1 if self.source[end - 1] == " " else end
        if last > start:
            self._put(self.source[start:last], start, last, True)
        if last < end:
            self.space(last, end)

    def _put(self, text: str, start: int, end: int, verbatim: bool) -> None:
        pieces = self.pieces
        if self.pending is not None:
            first, last = self.pending
            self.pending = None
            self._put(" ", first, last, self.source[first:last] == " ")
        if verbatim and pieces and pieces[-1][3] and pieces[-1][2] == start:
            pieces[-1] = (pieces[-1][0], pieces[-1][1], end, True)
        else:
            pieces.append((self.length, start, end, verbatim))
        self.parts.append(text)
        self.length += len(text)


def _without_addresses(text: str, segments: list[Segment]) -> tuple[str, list[Segment]]:
    """Write a gap for each web address in a text."""
    prose = Prose(Layer(text, segments))
    position = 0
    for address in _URL.finditer(text):
        prose.add(position, address.start())
        prose.gap(*address.span())
        position = address.end()
    prose.add(position, len(text))
    return "".join(prose.parts), prose.layer.resolve(prose.pieces)


class Place(NamedTuple):
    """What a block is and where it stands; see ``Block``."""

    kind: str
    scope: str
    level: int = 0
    heading: int | None = None
    """Overrides the heading that governs by the outline."""
    lead: int | None = None
    group: int = 0
    editable: bool = True


class Copy:
    """The blocks found so far and where in the outline the reader stands."""

    def __init__(self, text: str, keys: Keys, reader_of: Callable[[str], Reader]) -> None:
        self.layer = Layer(text)
        self.keys = keys
        self.reader_of = reader_of
        self.blocks = Blocks(text)
        self.outline: list[tuple[int, int]] = []
        self.floor = 0
        self.groups = 0

    @property
    def source(self) -> str:
        """The text that the reader at work reads."""
        return self.layer.text

    @property
    def heading(self) -> int | None:
        """Index of the heading that governs what comes next."""
        return self.outline[-1][1] if self.outline else None

    def prose(self) -> Prose:
        """An empty text to grow a block from."""
        return Prose(self.layer)

    def read(self, format: str, start: int, end: int) -> None:
        """Let another format's reader read source[start:end]."""
        self.reader_of(format)(self, start, end)

    def group(self) -> int:
        """A new group number."""
        self.groups += 1
        return self.groups

    def emit(
        self,
        prose: Prose,
        kind: str,
        scope: str,
        level: int = 0,
        heading: int | None = None,
        lead: int | None = None,
        group: int = 0,
        editable: bool = True,
    ) -> int | None:
        """Add a block and return its index; None where there is nothing to read.

        A heading takes its place in the outline. ``heading`` overrides the governing heading for table cells.
        """
        made = prose.done()
        if made is None:
            return None
        index = len(self.blocks)
        if kind == "heading":
            self._leave(level)
        governing = self.heading if heading is None else heading
        if kind == "heading":
            self.outline.append((level, index))
        text, segments = made
        self.blocks.add(kind, text, segments, scope, level, governing, lead, group, editable)
        return index

    @contextmanager
    def nested(self) -> Iterator[None]:
        """Headings met inside govern nothing outside and leave the outer outline as it is."""
        floor, self.floor = self.floor, len(self.outline)
        try:
            yield
        finally:
            del self.outline[self.floor :]
            self.floor = floor

    @contextmanager
    def within(self, layer: Layer) -> Iterator[None]:
        """Let readers read a text that was decoded from, or written over, the present one."""
        outer = self.layer
        if layer.segments is not None and outer.segments is not None:
            pieces = [(each.text_start, each.source_start, each.source_end, each.verbatim) for each in layer.segments]
            layer = Layer(layer.text, outer.resolve(pieces))
        self.layer = layer
        try:
            yield
        finally:
            self.layer = outer

    def _leave(self, level: int) -> None:
        while len(self.outline) > self.floor and self.outline[-1][0] >= level:
            self.outline.pop()


Reader = Callable[[Copy, int, int], None]
"""Reads copy.source[start:end] and adds what it finds to the copy."""
