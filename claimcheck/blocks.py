"""Many blocks in little room: columns of numbers instead of objects; a block is made when it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from struct import Struct
from typing import overload

from claimcheck.model import Block, Segment, SourceMap

_ROW = Struct("7i")
"""The numbers of a block: what it is, start, end, end of its scope, heading, lead, group."""
WIDTH, NUMBER = 7, 4
NONE = -1
RECENT = 16
"""Blocks that are kept as objects."""
_What = tuple[str, int, bool]


class Blocks(Sequence[Block]):
    """The blocks of one file. One that stands in the source as it is read costs some sixty bytes with its scope."""

    __slots__ = ("_ids", "_numbers", "_pieces", "_recent", "_scopes", "_texts", "_whats", "_woven", "source")

    def __init__(self, source: str, blocks: Iterable[Block] = ()) -> None:
        self.source = source
        """The text that the blocks point into."""
        self._whats: list[_What] = []
        self._ids: dict[_What, int] = {}
        self._numbers = array("i")
        self._scopes = bytearray()
        self._woven = array("i")
        """For each text that is not in the source as it is read, where its text and its pieces end."""
        self._texts = bytearray()
        self._pieces = array("i")
        self._recent: dict[int, Block] = {}
        """Blocks that were asked for lately, by index: many findings stand in one block, below one heading."""
        for block in blocks:
            self.append(block)

    def __len__(self) -> int:
        return len(self._numbers) // WIDTH

    @overload
    def __getitem__(self, index: int) -> Block: ...

    @overload
    def __getitem__(self, index: slice) -> list[Block]: ...

    def __getitem__(self, index: int | slice) -> Block | list[Block]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            index = range(len(self))[index]
        block = self._recent.get(index)
        if block is None:
            if len(self._recent) == RECENT:
                self._recent.clear()
            block = self._recent[index] = self._made(index)
        return block

    def _made(self, index: int) -> Block:
        at = index * WIDTH
        what, start, end, scope_end, heading, lead, group = _ROW.unpack_from(self._numbers, at * NUMBER)
        kind, level, editable = self._whats[what]
        return Block(
            kind,
            self._text(start, end),
            SourceMap(self._segments(start, end)),
            self._scopes[self._numbers[at - 4] if index else 0 : scope_end].decode("utf-8", "surrogatepass"),
            level,
            None if heading == NONE else heading,
            None if lead == NONE else lead,
            group,
            editable,
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def append(self, block: Block) -> None:
        """Add a block."""
        place = (block.scope, block.level, block.heading, block.lead, block.group, block.editable)
        self.add(block.kind, block.text, block.map.segments, *place)

    def add(
        self,
        kind: str,
        text: str,
        segments: Sequence[Segment],
        scope: str,
        level: int = 0,
        heading: int | None = None,
        lead: int | None = None,
        group: int = 0,
        editable: bool = True,
    ) -> None:
        """Add the block that has these fields."""
        self._scopes += scope.encode("utf-8", "surrogatepass")
        start, end = self._place(text, segments)
        what = self._what(kind, level, editable)
        heading, lead = (NONE if heading is None else heading), (NONE if lead is None else lead)
        self._numbers.frombytes(_ROW.pack(what, start, end, len(self._scopes), heading, lead, group))

    def kind(self, index: int) -> str:
        """The kind of a block."""
        return self._whats[self._numbers[index * WIDTH]][0]

    def text(self, index: int) -> str:
        """The text of a block."""
        at = index * WIDTH
        return self._text(self._numbers[at + 1], self._numbers[at + 2])

    def heading(self, index: int) -> int | None:
        """The heading of a block."""
        heading = self._numbers[index * WIDTH + 4]
        return None if heading == NONE else heading

    def change(
        self, index: int, *, kind: str | None = None, level: int | None = None, heading: int | None = None
    ) -> None:
        """Correct what a block is, or what heads it."""
        self._recent.clear()
        at = index * WIDTH
        old_kind, old_level, editable = self._whats[self._numbers[at]]
        self._numbers[at] = self._what(kind or old_kind, old_level if level is None else level, editable)
        if heading is not None:
            self._numbers[at + 4] = heading

    def _what(self, kind: str, level: int, editable: bool) -> int:
        what = (kind, level, editable)
        number = self._ids.get(what)
        if number is None:
            number = self._ids[what] = len(self._whats)
            self._whats.append(what)
        return number

    def _place(self, text: str, segments: Sequence[Segment]) -> tuple[int, int]:
        """The source range of a text, or for one that was decoded or cut together, what stands for it."""
        start, end = segments[0].source_start, segments[0].source_end
        if len(segments) == 1 and segments[0].verbatim and self.source[start:end] == text:
            return start, end
        self._texts += text.encode("utf-8", "surrogatepass")
        for each in segments:
            end = each.source_end if each.verbatim else ~each.source_end
            self._pieces.extend((each.text_start, each.source_start, end))
        self._woven.extend((len(self._texts), len(self._pieces)))
        return -len(self._woven) // 2, 0

    def _text(self, start: int, end: int) -> str:
        if start >= 0:
            return self.source[start:end]
        at = ~start * 2
        first = self._woven[at - 2] if at else 0
        return self._texts[first : self._woven[at]].decode("utf-8", "surrogatepass")

    def _segments(self, start: int, end: int) -> tuple[Segment, ...]:
        if start >= 0:
            return (Segment(0, start, end, True),)
        at = ~start * 2
        numbers = self._pieces[self._woven[at - 1] if at else 0 : self._woven[at + 1]]
        triples = zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)
        return tuple(Segment(first, low, high if high >= 0 else ~high, high >= 0) for first, low, high in triples)
