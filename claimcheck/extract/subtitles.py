"""SRT and WebVTT subtitles: a sentence may run over several cues and is one block."""

from __future__ import annotations

import re

from claimcheck.extract.engine import Copy
from claimcheck.extract.markup import add_text

_CUE = re.compile(
    r"^[ \t]*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}[ \t]*-->[^\r\n]*\r?\n(?P<text>(?:[ \t]*\S[^\r\n]*(?:\r?\n|\Z))*)",
    re.MULTILINE,
)
_MARK = re.compile(r"</?[^<>\n]*>|\{\\[^{}\n]*\}|^[ \t]*[-–—][ \t]+", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*\s*\Z")


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as subtitles."""
    prose = copy.prose()
    for cue in _CUE.finditer(copy.source, start, end):
        first, last = cue.span("text")
        prose.space(cue.start(), first)
        position = first
        for mark in _MARK.finditer(copy.source, first, last):
            add_text(prose, position, mark.start())
            position = mark.end()
        add_text(prose, position, last)
        if _SENTENCE_END.search(_MARK.sub("", cue.group("text"))):
            copy.emit(prose, "caption", "subtitles.cue")
            prose = copy.prose()
    copy.emit(prose, "caption", "subtitles.cue")
