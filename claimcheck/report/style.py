"""How text is written to a terminal: colours, widths, and copy that cannot speak to the terminal itself."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36"}
MAX_REMARK = 500
"""Characters of a message or a wording."""
COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}

_UNSAFE = "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
"""Control characters, line separators, characters that turn the direction of text, and lone surrogates."""


_OTHER = re.compile(r"[^\x00-\x7f]")


class Style(NamedTuple):
    """What the output can show."""

    color: bool = False
    width: int = 100
    """Columns of a code frame."""

    def paint(self, text: str, *names: str) -> str:
        """The text in colours, where there are any."""
        if not self.color or not names:
            return text
        return f"\x1b[{';'.join(CODES[name] for name in names)}m{text}\x1b[0m"


def safe(text: str) -> str:
    """The text with every character that a terminal would obey written out visibly, on one line."""
    return text if text.isprintable() else re.sub(_UNSAFE, _visible, text)


def brief(text: str) -> str:
    """The text made safe, and cut where nobody would read on."""
    return safe(text if len(text) <= MAX_REMARK else text[:MAX_REMARK] + "…")


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return " " if code in (9, 10, 13) else chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def columns(text: str) -> int:
    """How many terminal columns a text takes."""
    return len(text) if text.isascii() else len(text) + sum(_column(each) - 1 for each in _OTHER.findall(text))


@cache
def _column(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
