"""XLIFF: the target of each unit, or its source where there is no target yet."""

from __future__ import annotations

import re

from claimcheck.extract.engine import Copy, Place
from claimcheck.extract.html import HtmlReader

_UNIT = re.compile(r"<(trans-unit|segment)\b(?:(?!<(?:trans-unit|segment)\b).)*?</\1>", re.DOTALL)
_TEXT = re.compile(r"<(target|source)\b[^>]*?(?<!/)>(.*?)</\1>", re.DOTALL)


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as XLIFF."""
    for unit in _UNIT.finditer(copy.source, start, end):
        texts = {text.group(1): text.span(2) for text in _TEXT.finditer(copy.source, *unit.span())}
        for name in ("target", "source"):
            if name in texts:
                first, last = texts[name]
                XliffReader(copy, last, Place("string", f"xliff.{name}")).read(first)
                break


class XliffReader(HtmlReader):
    """Reads the content of a unit, in which every element stands inside of the sentence."""

    placeholders = frozenset(("x", "ph", "bx", "ex", "it"))

    def open(self, tag: str, attributes_start: int, behind: int) -> int:
        """Read a start tag: a placeholder is a gap, all else leaves no trace."""
        if tag in self.placeholders:
            self.flow.prose.gap(attributes_start - len(tag) - 1, behind)
            if not self.source.startswith("/>", behind - 2):
                close = self.source.find(f"</{tag}>", behind, self.end)
                return close if close >= 0 else behind
        return behind

    def close(self, tag: str) -> None:
        """Read an end tag, which ends nothing."""
