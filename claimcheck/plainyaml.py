"""The plainest YAML, read without the library: keys with lists of words, as most word lists are.

Reading starts every run, and importing the library alone takes longer than looking through a hundred files.
"""

from __future__ import annotations

import re

MAX_CHARACTERS = 500_000
"""Longer files go to the library, which counts what it reads."""

_KEY = "([a-z]+(?:-[a-z]+)*):"
_ITEM = "  - ([A-Za-z][A-Za-z0-9+]*(?:[ '-][A-Za-z0-9+]+)*)"
_LINE = re.compile(rf"(?:{_KEY}|{_ITEM})?(?: *| +#[ -~]*)$|#[ -~]*$")
_NO_WORDS = frozenset(("true", "false", "null"))


def lists_of(text: str) -> dict[str, list[str]] | None:
    """The lists of words by key; None for whatever is not surely read the way the library reads it."""
    if len(text) > MAX_CHARACTERS or not text.isascii():
        return None
    found: dict[str, list[str]] = {}
    words: list[str] | None = None
    for line in text.split("\n"):
        match = _LINE.match(line)
        if match is None:
            return None
        key, word = match.groups()
        if key:
            if key in found or key in _NO_WORDS:
                return None
            words = found[key] = []
        elif word:
            if words is None or word.lower() in _NO_WORDS:
                return None
            words.append(word)
    return found if found and all(found.values()) else None
