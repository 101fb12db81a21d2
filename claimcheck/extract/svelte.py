"""Svelte: HTML with scripts, components, expressions and blocks such as ``{#if}``."""

from __future__ import annotations

import re

from claimcheck.extract.components import ComponentReader
from claimcheck.extract.engine import Copy


class SvelteReader(ComponentReader):
    """Reads the template."""

    scope = "svelte"
    control = re.compile(r"\{\s*(?:[#/:]|@(?!html|render))")


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as a Svelte component."""
    SvelteReader(copy, start, end).read(start)
