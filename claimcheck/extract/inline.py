"""Markdown's inline marks: which characters of a paragraph are mark-up and which are read.

Follows the CommonMark 0.31 rules for delimiter runs and links, without building a tree: every mark becomes an event
on a range of the source, and what lies between events is text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from claimcheck.extract import tags
from claimcheck.extract.engine import Copy, Prose
from claimcheck.extract.markup import ENTITY, matching_braces, tag_end
from claimcheck.model import Range

DROP, GAP, SPACE, DECODE = "drop", "gap", "space", "decode"

_SPECIAL = re.compile(r"[\\`*_~\[\]<&]|!\[")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HARD_BREAK = re.compile(r"\\[\r\n]")
_ADDRESS = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>")
_TAG = re.compile(r"</?([A-Za-z][\w.:-]*)(?=[\s/>])")
_TARGET = re.compile(
    r"\(\s*(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)"
    r"(?:\s+(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s*\)"
)
_REFERENCE = re.compile(r"\[[^\[\]]{0,999}\]")
_TICKS = re.compile(r"`+")
_RUN = re.compile(r"\*+|_+|~+")
_ATTRIBUTES = re.compile(r"\{[:#.][^{}\n]*\}")


@dataclass(slots=True)
class _Run:
    """A run of ``*``, ``_`` or ``~`` with what of it is not yet matched."""

    start: int
    end: int
    character: str
    opens: bool
    closes: bool
    length: int


Event = tuple[int, int, str]


def read_inline(
    copy: Copy, start: int, end: int, references: frozenset[str] = frozenset(), skips: Sequence[Range] = ()
) -> Prose:
    """The prose of source[start:end] without Markdown's marks; the ``skips`` are marks of the blocks around it."""
    if skips or _SPECIAL.search(copy.source, start, end) is not None:
        return Inline(copy, references).read(start, end, skips)
    prose = copy.prose()
    prose.add(start, end)
    return prose


class Inline:
    """Finds the marks in one paragraph."""

    def __init__(self, copy: Copy, references: frozenset[str]) -> None:
        self.copy = copy
        self.source = copy.source
        self.references = references
        self.events: list[Event] = []
        self.runs: list[_Run] = []
        self.brackets: list[tuple[int, int]] = []
        self.unclosed: set[int] = set()
        self.braces: dict[int, int] | None = None

    def read(self, start: int, end: int, skips: Sequence[Range] = ()) -> Prose:
        """The prose of source[start:end] without its marks; the ``skips`` are marks of the blocks around it."""
        prose = self.copy.prose()
        self._scan(start, end)
        self._match_runs()
        self.events.extend((*skip, DROP) for skip in skips)
        self.events.sort()
        for first, last, action in self.events:
            if first >= start:
                prose.add(start, first)
                self._apply(prose, first, last, action)
                start = last
        prose.add(start, end)
        return prose

    def _apply(self, prose: Prose, start: int, end: int, action: str) -> None:
        if action == GAP:
            prose.gap(start, end)
        elif action == SPACE:
            prose.space(start, end)
        elif action == DECODE:
            raw = self.source[start:end]
            if raw[0] == "\\":
                prose.decoded(raw[1:], start, end)
            else:
                prose.decoded(unescape(raw), start, end)

    def _scan(self, position: int, end: int) -> None:
        while (mark := _SPECIAL.search(self.source, position, end)) is not None:
            position = self._mark(mark.start(), mark.end(), mark.group(), end)

    def _mark(self, at: int, behind: int, mark: str, end: int) -> int:
        if mark in "*_~":
            return self._run(at, end)
        if mark == "`":
            return self._code(at, end)
        if mark == "<":
            return self._tag(at, end)
        if mark == "]":
            return self._close_bracket(at, end)
        if mark in ("[", "!["):
            self.brackets.append((at, len(self.events)))
            return behind
        if _HARD_BREAK.match(self.source, at, end):
            self.events.append((at, at + 1, DROP))
            return at + 1
        return self._decode(at, end, _ESCAPE if mark == "\\" else ENTITY)

    def _decode(self, at: int, end: int, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self.source, at, end)
        if found is None:
            return at + 1
        self.events.append((at, found.end(), DECODE))
        return found.end()

    def _code(self, at: int, end: int) -> int:
        ticks = _TICKS.match(self.source, at, end)
        assert ticks is not None
        length = ticks.end() - at
        if length in self.unclosed:
            return ticks.end()
        for close in _TICKS.finditer(self.source, ticks.end(), end):
            if close.end() - close.start() == length:
                self.events.append((at, close.end(), GAP))
                return close.end()
        self.unclosed.add(length)
        return ticks.end()

    def _tag(self, at: int, end: int) -> int:
        address = _ADDRESS.match(self.source, at, end)
        if address is not None:
            self.events.append((at, address.end(), GAP))
            return address.end()
        if self.source.startswith("<!--", at):
            close = self.source.find("-->", at, end)
            behind = close + 3 if close >= 0 else at + 4
            self.events.append((at, behind, DROP))
            return behind
        tag = _TAG.match(self.source, at, end)
        if tag is None:
            return at + 1
        if self.braces is None:
            self.braces = matching_braces(self.source, at, end)
        behind = tag_end(self.source, tag.end(), end, self.braces)
        name = tag.group(1).lower()
        if name in tags.CODE and self.source[at + 1] != "/":
            close = self.source.find(f"</{tag.group(1)}>", behind, end)
            behind = close if close >= 0 else behind
            self.events.append((at, behind, GAP))
        else:
            self.events.append((at, behind, SPACE if name == "br" else DROP))
            self.copy.read("html-tag", at, behind)
        return behind

    def _close_bracket(self, at: int, end: int) -> int:
        if not self.brackets:
            return at + 1
        opening, number = self.brackets.pop()
        image = self.source[opening] == "!"
        first = opening + (2 if image else 1)
        label = self.source[first:at]
        behind = self._target(label, at + 1, end)
        if label.startswith("^") or label in (" ", "x", "X"):
            self.events[number:] = [(opening, at + 1, DROP)]
            return at + 1
        if behind is None:
            return at + 1
        if image:
            self.events[number:] = [(opening, behind, DROP)]
            self.runs = [run for run in self.runs if run.start < opening]
            prose = read_inline(self.copy, first, at, self.references)
            self.copy.emit(prose, "attribute", "markdown.image.alt")
        else:
            self.events.append((opening, opening + 1, DROP))
            self.events.append((at, behind, DROP))
        return behind

    def _target(self, label: str, at: int, end: int) -> int | None:
        """Offset behind what makes a link of a bracket that ends at ``at``; None where it is no link."""
        inline = _TARGET.match(self.source, at, end)
        if inline is not None:
            return inline.end()
        reference = _REFERENCE.match(self.source, at, end)
        if reference is not None and normal(reference.group()[1:-1] or label) in self.references:
            return reference.end()
        if normal(label) in self.references:
            return at
        attributes = _ATTRIBUTES.match(self.source, at, end)
        return attributes.end() if attributes else None

    def _run(self, at: int, end: int) -> int:
        source = self.source
        run = _RUN.match(source, at, end)
        assert run is not None
        before = source[at - 1] if at else " "
        after = source[run.end()] if run.end() < end else " "
        left = not after.isspace() and (_is_letter(after) or before.isspace() or not _is_letter(before))
        right = not before.isspace() and (_is_letter(before) or after.isspace() or not _is_letter(after))
        opens, closes = left, right
        if source[at] == "_":
            opens = left and (not right or not _is_letter(before))
            closes = right and (not left or not _is_letter(after))
        if source[at] != "~" or run.end() - at == 2:
            self.runs.append(_Run(at, run.end(), source[at], opens, closes, run.end() - at))
        return run.end()

    def _match_runs(self) -> None:
        """Pair delimiter runs: each closer with the nearest opener of its kind; what is paired is dropped."""
        waiting: dict[str, list[_Run]] = {"*": [], "_": [], "~": []}
        for run in self.runs:
            openers = waiting[run.character]
            while run.closes and run.length and openers:
                opener = openers[-1]
                used = 2 if min(opener.length, run.length) >= 2 else 1
                self._drop_right(opener, used)
                self._drop_left(run, used)
                if not opener.length:
                    openers.pop()
            if run.opens and run.length:
                openers.append(run)

    def _drop_right(self, run: _Run, used: int) -> None:
        last = run.start + run.length
        run.length -= used
        self.events.append((last - used, last, DROP))

    def _drop_left(self, run: _Run, used: int) -> None:
        self.events.append((run.start, run.start + used, DROP))
        run.start += used
        run.length -= used


def normal(label: str) -> str:
    """A link label as CommonMark compares them."""
    return " ".join(label.split()).casefold()


def _is_letter(character: str) -> bool:
    return character.isalnum()
