"""Files that a program wrote: what they say is said in their sources, so they are left out unless they are named."""

from __future__ import annotations

import re

from claimcheck.paths import suffix

SCRIPTS = frozenset((".cjs", ".js", ".mjs"))
"""Suffixes of files that are minified."""
HEAD = 2_000
"""Characters in which a generator says what it is."""
MINIFIED_SIZE = 5_000
MINIFIED_LINE = 500
"""Mean length of the lines of a minified script."""
MINIFIED_SPACE = 0.1
"""Share of white space below which long lines are code rather than copy."""

_HANDS_OFF = r"\bdo not (?:edit|modify|change)\b"
_MARK = rf"(?i)@generated\b|\bgenerated\b[^\n]{{0,80}}{_HANDS_OFF}|{_HANDS_OFF}[^\n]{{0,80}}\bgenerated\b"


def generated(text: str, path: str) -> str | None:
    """Why a file seems to be written by a program; None for one that people write."""
    head = text[:HEAD]
    if "generated" in head.lower() and (mark := re.search(_MARK, head)):
        return f"says “{mark.group()}”"
    if suffix(path) in SCRIPTS and len(text) > MINIFIED_SIZE:
        spaces = sum(map(text.count, " \t\n\r"))
        if len(text) > MINIFIED_LINE * (text.count("\n") + 1) and spaces < MINIFIED_SPACE * len(text):
            return "minified"
    return None
