"""Extraction: a file → blocks of copy, each with a map back to its source."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from claimcheck.extract import (
    asciidoc,
    astro,
    components,
    csv,
    html,
    json,
    jsx,
    mdx,
    php,
    po,
    rst,
    script,
    subtitles,
    svelte,
    templates,
    text,
    toml,
    vue,
    xliff,
    yaml,
)
from claimcheck.extract.engine import Copy, Reader
from claimcheck.extract.formats import EXTRACTORS, format_of
from claimcheck.extract.keys import Keys
from claimcheck.model import Block, SourceFile

__all__ = ["EXTRACTORS", "READERS", "Keys", "extract", "format_of"]

READERS: dict[str, Reader] = {
    "asciidoc": asciidoc.read,
    "astro": astro.read,
    "csv": csv.read,
    "html": templates.read,
    "javascript": jsx.read,
    "json": json.read,
    "markdown": mdx.read_markdown,
    "mdx": mdx.read,
    "php": php.read,
    "po": po.read,
    "rst": rst.read,
    "subtitles": subtitles.read,
    "svelte": svelte.read,
    "template": templates.read,
    "text": text.read,
    "toml": toml.read,
    "typescript": script.read,
    "vue": vue.read,
    "xliff": xliff.read,
    "yaml": yaml.read,
}
"""Format name → reader. Suffixes are in ``EXTRACTORS``."""

PARTS: dict[str, Reader] = {
    "front-matter": yaml.read_front_matter,
    "front-matter-toml": toml.read_front_matter,
    "html-part": html.read,
    "html-tag": components.read_tag,
}
"""Readers of what only stands inside of other formats."""


def extract(file: SourceFile, format: str | None = None, keys: Keys | None = None) -> list[Block]:
    """The blocks of a file, in order of reading; ``format`` is a format name or a suffix, by default the file's own.

    A broken file gives what can be read of it; this never raises for what a file holds.
    """
    name = format if format in READERS else format_of(file.path if format is None else f"x{format}")
    copy = Copy(file.text, keys or Keys(), READERS | PARTS)
    with _no_collection():
        copy.read(name, 0, len(file.text))
    return copy.blocks


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from walking over blocks that all stay: it makes time grow faster than files."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
