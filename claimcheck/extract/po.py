"""Gettext catalogues: the translations, which are what readers see."""

from __future__ import annotations

import re

from claimcheck.extract.engine import Copy, Place
from claimcheck.extract.strings import ESCAPES, Pieces, add_escaped, read_layer

_ENTRY = re.compile(
    r'^msgid[ \t]+(?P<id>(?:"(?:[^"\\\n]|\\.)*"\s*)+)(?:msgid_plural[ \t]+(?:"(?:[^"\\\n]|\\.)*"\s*)+)?'
    r'(?P<all>(?:msgstr(?:\[\d+\])?[ \t]+(?:"(?:[^"\\\n]|\\.)*"\s*)+)+)',
    re.MULTILINE,
)
_TRANSLATION = re.compile(r'msgstr(?:\[\d+\])?[ \t]+((?:"(?:[^"\\\n]|\\.)*"\s*)+)')
_LINE = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_HOLE = re.compile(r"%(?:\(\w+\))?(?:\d+\$)?[-+0-9.]*[sdifu]|\{\w*\}")


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as a catalogue; its header entry is no copy."""
    for entry in _ENTRY.finditer(copy.source, start, end):
        if entry.group("id").strip() == '""':
            continue
        for translation in _TRANSLATION.finditer(copy.source, *entry.span("all")):
            _string(copy, *translation.span(1))


def _string(copy: Copy, start: int, end: int) -> None:
    pieces = Pieces(copy)
    for line in _LINE.finditer(copy.source, start, end):
        first, last = line.span(1)
        for hole in _HOLE.finditer(copy.source, first, last):
            add_escaped(pieces, first, hole.start(), ESCAPES)
            pieces.gap(*hole.span())
            first = hole.end()
        add_escaped(pieces, first, last, ESCAPES)
    read_layer(copy, Place("string", "po.msgstr"), pieces.layer())
