"""Astro: a script between ``---`` lines, then HTML with components and expressions."""

from __future__ import annotations

import re

from claimcheck.extract.components import ComponentReader
from claimcheck.extract.engine import Copy

_SCRIPT = re.compile(r"\s*---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)


class AstroReader(ComponentReader):
    """Reads the template."""

    scope = "astro"
    own_script = False


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as an Astro component."""
    script = _SCRIPT.match(copy.source, start, end)
    if script is not None:
        copy.read("javascript", *script.span(1))
        start = script.end()
    AstroReader(copy, start, end).read(start)
