"""Extraction: a file → blocks of copy, each with a map back to its source."""

from __future__ import annotations

from claimcheck.extract import html, json, markdown, text, yaml
from claimcheck.extract.engine import Copy, Reader
from claimcheck.extract.formats import EXTRACTORS, format_of
from claimcheck.extract.keys import Keys
from claimcheck.model import Block, SourceFile

__all__ = ["EXTRACTORS", "READERS", "Keys", "extract", "format_of"]

READERS: dict[str, Reader] = {
    "html": html.read,
    "json": json.read,
    "markdown": markdown.read,
    "text": text.read,
    "yaml": yaml.read,
}
"""Format name → reader. Suffixes are in ``EXTRACTORS``."""

PARTS: dict[str, Reader] = {
    "front-matter": yaml.read_front_matter,
    "html-tag": html.read_tag,
}
"""Readers of what only stands inside of other formats."""


def extract(file: SourceFile, format: str | None = None, keys: Keys | None = None) -> list[Block]:
    """The blocks of a file, in order of reading; ``format`` is a format name or a suffix, by default the file's own.

    A broken file gives what can be read of it; this never raises for what a file holds.
    """
    name = format_of(file.path) if format is None else EXTRACTORS.get(format, format)
    copy = Copy(file.text, keys or Keys(), READERS | PARTS)
    copy.read(name, 0, len(file.text))
    return copy.blocks
