"""reStructuredText: sections, paragraphs, lists and grid tables; directives and comments are passed over."""

from __future__ import annotations

import re

from claimcheck.extract.engine import Copy, Place, Prose
from claimcheck.extract.marks import add_marked
from claimcheck.extract.text import TextReader

_MARKS = re.compile(
    r"""
      (?P<gap> ``(?:[^`]|`(?!`))+`` | \|[^|\s][^|\n]*\|_? )
    | (?::[\w-]+:)? `(?P<link>[^`<]+?) \s* (?:<[^>`]*>)? `_{0,2}
    | \*\*(?P<text>(?=\S)[^*]+?(?<=\S))\*\*
    | (?<![\w*])\*(?P<soft>(?=\S)[^*]+?(?<=\S))\*(?![\w*])
    | \s?\[(?:\#?\w*|\*)\]_
    """,
    re.VERBOSE,
)
_BULLET = re.compile(r"([ \t]*)(?:[-*+•]|\(?(?:\d{1,3}|[a-zA-Z#])[.)])[ \t]+(?=\S)")
_RULE = re.compile(r"([=\-`:'\"~^_*+#<>])\1+[ \t]*(?:\r?\n|\Z)")
_DIRECTIVE = re.compile(r"[ \t]*\.\.(?:[ \t]|\r?$)", re.MULTILINE)
_ALT = re.compile(r"[ \t]+:alt:[ \t]*")
_FIELD = re.compile(r"[ \t]*:[\w -]+:(?:[ \t]|\r?$)", re.MULTILINE)
_TITLED = re.compile(r"[ \t]*\.\.[ \t]+(?:note|tip|important|warning|admonition|hint|attention|caution|topic)::")
_BORDER = re.compile(r"[ \t]*\+[-=+]+\+[ \t]*\r?$|[ \t]*=+(?:[ \t]+=+)+[ \t]*\r?$", re.MULTILINE)
_CELL = re.compile(r"\|([^|\r\n]+)(?=\|)")


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as reStructuredText."""
    RstReader(copy, Place("paragraph", "rst.paragraph")).read(start, end)


class RstReader(TextReader):
    """Reads lines; an underline makes the line above a heading, by the order in which underlines first stand."""

    bullet_line = _BULLET

    def __init__(self, copy: Copy, place: Place) -> None:
        super().__init__(copy, place)
        self.rules: list[str] = []
        self.passed: int | None = None
        """Indent of a directive or literal block whose lines are passed over."""

    def line(self, start: int, end: int) -> None:
        """Read one line."""
        text = self.source[start:end]
        indent = len(text) - len(text.lstrip(" \t"))
        if self.passed is not None and (text.isspace() or indent > self.passed):
            alt = _ALT.match(self.source, start, end)
            if alt is not None:
                self.copy.emit(self.prose(alt.end(), end), "attribute", "rst.image.alt")
            return
        self.passed = None
        if _RULE.match(self.source, start, end):
            self.rule(text[0])
        elif _DIRECTIVE.match(self.source, start, end):
            self.flush()
            self.passed = None if _TITLED.match(self.source, start, end) else indent
        elif _BORDER.match(self.source, start, end) or _FIELD.match(self.source, start, end):
            self.flush()
        elif text.lstrip().startswith("|") and _CELL.search(self.source, start, end):
            self.cells(start, end)
        else:
            super().line(start, end)
            if text.rstrip().endswith("::"):
                self.flush()
                self.passed = indent

    def rule(self, character: str) -> None:
        """Read an underline or overline."""
        block, self.block = self.block, None
        if block is not None:
            if character not in self.rules:
                self.rules.append(character)
            self.heading(*block, min(self.rules.index(character) + 1, 6))

    def cells(self, start: int, end: int) -> None:
        """Read the cells of one line of a grid table."""
        self.flush()
        group = self.copy.group()
        for cell in _CELL.finditer(self.source, start, end):
            self.copy.emit(self.prose(*cell.span(1)), "cell", "rst.cell", group=group)

    def prose(self, start: int, end: int) -> Prose:
        """The prose of some lines without their marks."""
        prose = self.copy.prose()
        add_marked(prose, start, end, _MARKS)
        return prose
