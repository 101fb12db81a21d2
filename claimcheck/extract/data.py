"""Structure as context: objects, arrays and strings of a data format → blocks with headings, leads and groups."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claimcheck.extract import richtext
from claimcheck.extract.engine import Copy, Layer, Place
from claimcheck.extract.joining import Piece, joined, part_of, text_of
from claimcheck.extract.keys import COPY, HEADING, words
from claimcheck.extract.strings import read_layer, read_string
from claimcheck.model import Range

NAME_LEVEL = 5
"""Heading level of the string that names an object."""
PART_LEVEL = 6
"""Heading level of a string that names only some of its siblings, such as ``heroTitle``."""

_LOCALE = re.compile(
    r"(?:ar|ca|cs|da|de|en|es|fi|fr|he|hi|hu|it|ja|ko|ms|nl|pl|pt|ro|ru|sv|th|tr|uk|vi|zh)(?:[-_]\w+)?"
)
"""A key that names a language; ``id`` and ``no`` are left out, being other things far more often."""
MAX_DEPTH = 200
"""Every string states its path, so that deep ones would take the square of their number."""


@dataclass(slots=True)
class Frame:
    """An object or array that is still open."""

    key: str
    array: bool
    place: Range | None
    """Source range of the key."""
    group: int
    outline: int
    floor: int
    first: int
    """Index of the first block inside."""
    outer: int | None
    """The heading around."""
    lead: int | None = None
    items: int = 0
    last: int | None = None
    name: tuple[int, int] | None = None
    """Rank and block of the string that names the object."""
    path_done: bool = False
    path: int | None = None
    """The block of the keys that lead here, once a string has needed it."""
    types: list[str] = field(default_factory=list)
    run: list[Piece] = field(default_factory=list)
    """Texts of rich text that make one paragraph."""
    parts_key: str = ""
    parts: list[Piece] = field(default_factory=list)
    """Strings under ``parts_key`` with P1, P2 ... behind it: one sentence, cut up for its mark-up."""


class Data:
    """Takes the events of a data format in order of reading; a missing end is no error."""

    kind = "string"

    def __init__(self, copy: Copy, scope: str, paths_head: bool = True, top_level: int = NAME_LEVEL) -> None:
        self.copy = copy
        self.scope = scope
        self.path_scope = f"{scope}.path"
        self.paths_head = paths_head
        """Whether the path to an object without a name heads what stands in it."""
        self.top_level = top_level
        self.frames: list[Frame] = []
        self.beyond = 0
        """Objects and arrays that are open beyond ``MAX_DEPTH``: what they hold is read as of the innermost frame."""
        self.title: int | None = None
        """The block that named the outermost object, once it is closed."""

    def open(self, key: str, array: bool, place: Range | None = None) -> None:
        """Enter an object or array, stored under ``key``; an array's items share the array's key."""
        copy = self.copy
        if len(self.frames) >= MAX_DEPTH:
            self.beyond += 1
            return
        key, place = self._key(key), place if key else None
        self._end_parts()
        lead = self.frames[-1].last if self.frames and array else None
        if lead is not None and not copy.blocks[lead].text.endswith(":"):
            lead = None
        frame = Frame(key, array, place, 0, len(copy.outline), copy.floor, len(copy.blocks), copy.heading, lead)
        copy.floor = len(copy.outline)
        self.frames.append(frame)

    def close(self) -> None:
        """Leave the innermost object or array."""
        if self.beyond:
            self.beyond -= 1
            return
        if not self.frames:
            return
        self._end_parts()
        frame = self.frames.pop()
        if frame.run:
            self._end_run(frame)
        if not self.frames and frame.name:
            self.title = frame.name[1]
        del self.copy.outline[max(frame.outline, frame.floor) :]
        self.copy.floor = frame.floor

    def finish(self) -> None:
        """Leave all that is still open."""
        self.beyond = 0
        while self.frames:
            self.close()

    def item(self) -> None:
        """Go on to the next item of an array."""
        if self.frames:
            self.frames[-1].items += 1

    def string(self, key: str, start: int, end: int, layer: Layer | None = None) -> None:
        """Read a string: source[start:end], or the layer that was decoded from it."""
        key = self._key(key)
        text = layer.text if layer else self.copy.source[start:end]
        frame = self.frames[-1] if self.frames else None
        if frame and self._is_part(frame, key):
            frame.parts.append((start, end, layer))
            return
        self._end_parts()
        if frame and key.lower() in richtext.TYPES:
            frame.types.append(text.lower())
        if self._is_run(frame, key):
            assert frame is not None
            frame.run.append((start, end, layer))
        elif frame and self._is_translation(frame, key):
            self._translation(key, frame, (start, end, layer))
        elif self.copy.keys.accepts(key, text) or (self._is_listed() and self.copy.keys.is_label(key, text)):
            self._read(key, frame, (start, end, layer))

    def path(self, key: str = "") -> str:
        """Where a value stands, as a JSON pointer with the scope before it."""
        steps = []
        for number, frame in enumerate(self.frames):
            if number and self.frames[number - 1].array:
                steps.append(str(self.frames[number - 1].items))
            elif frame.key:
                steps.append(frame.key)
        if self.frames and self.frames[-1].array:
            steps.append(str(self.frames[-1].items))
        elif key:
            steps.append(key)
        return f"{self.scope}:/" + "/".join(steps)

    def _key(self, key: str) -> str:
        """The key that decides: an array hands its own down to its items."""
        return self.frames[-1].key if not key and self.frames and self.frames[-1].array else key

    def _is_listed(self) -> bool:
        """Whether a string stands in a list of an object that has a name."""
        frames = self.frames
        return len(frames) > 1 and frames[-1].array and not frames[-2].array and frames[-2].name is not None

    def _is_part(self, frame: Frame, key: str) -> bool:
        name, number = part_of(key)
        if frame.array or (number != 1 and (name != frame.parts_key or number != len(frame.parts) + 1)):
            return False
        if number == 1:
            self._end_parts()
            frame.parts_key = name
        return True

    def _end_parts(self) -> None:
        frame = self.frames[-1] if self.frames else None
        if frame and frame.parts:
            whole, frame.parts = joined(self.copy, frame.parts, " "), []
            if self.copy.keys.accepts(frame.parts_key, whole.text):
                self._read(frame.parts_key, frame, (0, 0, whole))

    def _read(self, key: str, frame: Frame | None, piece: Piece) -> None:
        path = self._path_heading()
        if self.copy.keys.of(key) == HEADING and frame and not frame.array:
            rank = self.copy.keys.rank(key)
            if rank is None:
                self._emit(key, piece, "heading", PART_LEVEL, path)
                return
            if frame.name is None or rank < frame.name[0]:
                self._name(key, frame, rank, piece, path)
                return
        outline = len(self.copy.outline)
        if path is not None and not (frame and frame.name):
            self.copy.outline.append((PART_LEVEL, path))
        floor, self.copy.floor = self.copy.floor, len(self.copy.outline)
        self._emit(key, piece, self.kind)
        del self.copy.outline[outline:]
        self.copy.floor = floor

    def _is_translation(self, frame: Frame, key: str) -> bool:
        if frame.array or not _LOCALE.fullmatch(key):
            return False
        return self.copy.keys.of(frame.key) in (COPY, HEADING)

    def _translation(self, locale: str, frame: Frame, piece: Piece) -> None:
        """Read one language of a string where its translations stand; a title in another language names nothing."""
        key = frame.key
        if not self.copy.keys.accepts(key, text_of(self.copy, piece)):
            return
        self.frames.pop()
        self.copy.floor = frame.floor
        if self.copy.keys.of(key) == HEADING and not locale.startswith("en"):
            self._emit(key, piece, self.kind)
        else:
            self._read(key, self.frames[-1] if self.frames else None, piece)
        frame.outline = self.copy.floor = len(self.copy.outline)
        self.frames.append(frame)

    def _name(self, key: str, frame: Frame, rank: int, piece: Piece, path: int | None) -> None:
        """Read the string that names an object, also for the siblings that stand before it."""
        copy = self.copy
        index = len(copy.blocks)
        level = self.top_level if len(self.frames) <= 1 else NAME_LEVEL
        former = {frame.outer, *(each.path for each in self.frames)}
        if frame.name:
            former.add(frame.name[1])
        del copy.outline[frame.outline :]
        self._emit(key, piece, "heading", level, path)
        if index == len(copy.blocks):
            return
        for number in range(frame.first, index):
            if copy.blocks.heading(number) in former and not self._is_path(number):
                copy.blocks.change(number, heading=index)
        if frame.name:
            copy.blocks.change(frame.name[1], kind="string", level=0, heading=index)
        frame.name = (rank, index)

    def _emit(self, key: str, piece: Piece, kind: str, level: int = 0, heading: int | None = None) -> None:
        frame = self.frames[-1] if self.frames else None
        first = len(self.copy.blocks)
        if frame and not frame.group:
            frame.group = self.copy.group()
        lead, group = (frame.lead if frame.array else None, frame.group) if frame else (None, 0)
        place = Place(kind, self.path(key), level, heading, lead, group)
        start, end, layer = piece
        if layer is None:
            read_string(self.copy, place, start, end)
        else:
            read_layer(self.copy, place, layer)
        if frame and len(self.copy.blocks) > first:
            frame.last = len(self.copy.blocks) - 1

    def _path_heading(self) -> int | None:
        """The block of the keys that lead here, where no string has named anything around."""
        frames = self.frames
        if not self.paths_head or any(frame.name for frame in frames[:-1]):
            return None
        depth = max((number for number, frame in enumerate(frames) if frame.place is not None), default=-1)
        if depth >= 0 and not frames[depth].path_done:
            frames[depth].path_done = True
            frames[depth].path = self._emit_path(frames[: depth + 1])
        return frames[depth].path if depth >= 0 else None

    def _emit_path(self, frames: list[Frame]) -> int | None:
        prose = self.copy.prose()
        for frame in frames:
            spoken = " ".join(words(frame.key))
            if frame.place is not None and spoken:
                prose.decoded(f" / {spoken}" if prose.length else spoken, *frame.place)
        with self.copy.nested():
            return self.copy.emit(prose, "heading", self.path_scope, PART_LEVEL, editable=False)

    def _is_path(self, index: int) -> bool:
        return self.copy.blocks.kind(index) == "heading" and self.copy.blocks[index].scope == self.path_scope

    def _is_run(self, frame: Frame | None, key: str) -> bool:
        if frame is None or frame.array or key not in richtext.TEXTS or len(self.frames) < 3:
            return False
        return self.frames[-2].array and self.frames[-2].key in richtext.CONTAINERS and not self.frames[-3].array

    def _end_run(self, frame: Frame) -> None:
        """Hand the texts of an inline node to the node around it; make a block of those of a block node."""
        kind = " ".join(frame.types)
        inside = len(self.frames) > 1 and self.frames[-1].array and self.frames[-1].key in richtext.CONTAINERS
        if inside and (not kind or richtext.INLINE.intersection(frame.types)):
            self.frames[-2].run += frame.run
        elif richtext.BLOCK.search(kind):
            self.frames.append(frame)
            self._emit("", (0, 0, joined(self.copy, frame.run)), *richtext.kind_of(kind))
            self.frames.pop()
        else:
            self.frames.append(frame)
            for piece in frame.run:
                if self.copy.keys.accepts("text", text_of(self.copy, piece)):
                    self._emit("text", piece, self.kind)
            self.frames.pop()
