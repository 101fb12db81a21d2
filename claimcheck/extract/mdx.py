"""Markdown with components in it: MDX, and the many ``.md`` files of sites that build like it.

Tags of components and, in MDX, scripts and expressions are read on their own; what lies between them is Markdown.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from claimcheck.extract import tags
from claimcheck.extract.components import ComponentReader
from claimcheck.extract.engine import HIDDEN, Copy, Layer
from claimcheck.extract.jsx import read_expression
from claimcheck.extract.markdown import MarkdownReader, references
from claimcheck.extract.markup import TAG_NAME, matching_braces, tag_end
from claimcheck.extract.templates import MARKS, read_masked
from claimcheck.model import GAP, Range, Segment

COMPONENT = re.compile(
    rf"^[ \t]*(?=</?(?!(?:{'|'.join(sorted(tags.KNOWN)).upper()})\b)[A-Z][\w.]*(?:[\s/>]|$))", re.MULTILINE
)
_FENCE = re.compile(r"^[ \t]*(```+|~~~+).*?(?:^[ \t]*\1|\Z)", re.DOTALL | re.MULTILINE)
_SCRIPT = re.compile(r"^(?:import|export)\s", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t]*\r?\n|\Z")


def read_markdown(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as Markdown, with its components where there are any."""
    if COMPONENT.search(copy.source, start, end):
        MdxReader(copy, start, end, scripts=False).read()
    else:
        _markdown(copy, start, end, references(copy.source, start, end))


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as MDX."""
    MdxReader(copy, start, end, scripts=True).read()


def _markdown(copy: Copy, start: int, end: int, labels: frozenset[str]) -> None:
    if any(copy.source.find(mark, start, end) >= 0 for mark in MARKS):
        read_masked(copy, start, end, lambda masked, length: MarkdownReader(masked, 0, labels).read(length))
    else:
        MarkdownReader(copy, start, labels).read(end)


class MdxReader:
    """Takes a file apart into tags, scripts and the Markdown between them."""

    def __init__(self, copy: Copy, start: int, end: int, scripts: bool) -> None:
        self.copy = copy
        self.source = copy.source
        self.start, self.end = start, end
        self.scripts = scripts
        self.marks = (COMPONENT, _FENCE, _SCRIPT) if scripts else (COMPONENT, _FENCE)
        self.braces = matching_braces(self.source, start, end)
        self.outermost: list[Range] = []
        for first, last in sorted(self.braces.items()):
            if not self.outermost or first > self.outermost[-1][1]:
                self.outermost.append((first, last))
        self.fences = {each.start(): each.end() for each in _FENCE.finditer(self.source, start, end)}
        self.labels = references(self.source, start, end)
        self.titled: list[tuple[str, int]] = []
        """Open components with a title of their own, and the outline to return to."""

    def read(self) -> None:
        """Read the whole."""
        found = sorted(
            (*mark.span(), each is COMPONENT)
            for each in self.marks
            for mark in each.finditer(self.source, self.start, self.end)
        )
        position = self.start
        behind = self.start
        for first, last, component in found:
            if first < behind:
                continue
            if first in self.fences:
                behind = self.fences[first]
                continue
            self.markdown(position, first)
            position = behind = self.tag(last) if component else self.script(first)
        self.markdown(position, self.end)

    def markdown(self, start: int, end: int) -> None:
        """Read the Markdown between two tags; in MDX, expressions in it are gaps."""
        holes = [] if not self.scripts else self.within(start, end)
        if not holes:
            _markdown(self.copy, start, end, self.labels)
            return
        parts, position = [], start
        for first, last in holes:
            comment = self.source.startswith("/*", first + 1)
            if not comment:
                read_expression(self.copy, first + 1, last, "")
            parts += [self.source[position:first], (HIDDEN if comment else GAP) * (last + 1 - first)]
            position = last + 1
        text = "".join(parts) + self.source[position:end]
        with self.copy.within(Layer(text, [Segment(0, start, end, True)])):
            MarkdownReader(self.copy, 0, self.labels).read(len(text))

    def within(self, start: int, end: int) -> list[Range]:
        """The outermost pairs of braces in a range, but for those in code."""
        fences = [range(*fence) for fence in self.fences.items() if start <= fence[0] < end]
        return [
            (first, last)
            for first, last in self.outermost[
                bisect_left(self.outermost, (start, 0)) : bisect_left(self.outermost, (end, 0))
            ]
            if last < end and not any(first in fence for fence in fences)
        ]

    def tag(self, at: int) -> int:
        """Read a component's tag and return the offset behind it."""
        name = TAG_NAME.match(self.source, at, self.end)
        assert name is not None
        behind = tag_end(self.source, name.end(), self.end, self.braces)
        outline = len(self.copy.outline)
        if self.source[at + 1] == "/":
            while self.titled and name.group(1) in [each[0] for each in self.titled]:
                closed, outline = self.titled.pop()
                del self.copy.outline[outline:]
                if closed == name.group(1):
                    break
        elif ComponentReader(self.copy, at, behind).attributes(name.group(1), name.end(), behind):
            if self.source.startswith("/>", behind - 2):
                del self.copy.outline[outline:]
            else:
                self.titled.append((name.group(1), outline))
        return behind

    def script(self, at: int) -> int:
        """Read an import or export, up to the blank line behind it, and return the offset there."""
        position = at
        while (blank := _BLANK.search(self.source, position, self.end)) is not None:
            number = bisect_left(self.outermost, (blank.start(), 0)) - 1
            if number < 0 or self.outermost[number][1] < blank.start():
                break
            position = self.outermost[number][1]
        behind = blank.end() if blank else self.end
        self.copy.read("javascript", at, behind)
        return behind
