"""Inline marks that one regular expression can tell: for light mark-up languages other than Markdown."""

from __future__ import annotations

import re

from claimcheck.extract.engine import Prose


def add_marked(prose: Prose, start: int, end: int, marks: re.Pattern[str]) -> None:
    """Add source[start:end]; of each mark only its innermost named group is kept.

    The group ``gap`` becomes an opaque word, ``drop`` and marks without a group leave no trace.
    """
    for mark in marks.finditer(prose.source, start, end):
        prose.add(start, mark.start())
        name = mark.lastgroup
        if name == "gap":
            prose.gap(*mark.span())
        elif name is not None and name != "drop":
            add_marked(prose, *mark.span(name), marks)
        start = mark.end()
    prose.add(start, end)
