"""Extraction: a file → blocks of copy, each with a map back to its source."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimcheck.extract.formats import EXTRACTORS, FORMATS, SUFFIXES, format_of, is_packed, reader_of, unpacker_of
from claimcheck.model import SourceFile
from claimcheck.source import decode

if TYPE_CHECKING:
    from claimcheck.blocks import Blocks
    from claimcheck.extract.keys import Keys

__all__ = ["EXTRACTORS", "FORMATS", "SUFFIXES", "extract", "format_of", "is_packed", "text_of", "unpack"]


def extract(file: SourceFile, format: str | None = None, keys: Keys | None = None) -> Blocks:
    """The blocks of a file, in order of reading; ``format`` is a format name or a suffix, by default the file's own.

    A broken file gives what can be read of it. Raises ClaimcheckError only for a script that no parser comes to an end
    with.
    """
    from claimcheck.extract.engine import Copy
    from claimcheck.extract.keys import Keys

    name = format if format in FORMATS else format_of(file.path if format is None else f"x{format}")
    copy = Copy(file.text, keys or Keys(), reader_of)
    with _no_collection():
        copy.read(name, 0, len(file.text))
    return copy.blocks


def unpack(raw: bytes, path: str, keys: Keys | None = None) -> tuple[SourceFile, Blocks] | None:
    """The text that stands in for a packed file, such as DOCX, with its blocks; None for a file of plain text.

    Raises ClaimcheckError for a file that cannot be unpacked.
    """
    if not is_packed(path):
        return None
    from claimcheck.extract.keys import Keys

    return unpacker_of(path)(raw, path, keys or Keys())


def text_of(raw: bytes, path: str) -> SourceFile:
    """The text of a file with these bytes, of a packed one what stands in for it. Raises ClaimcheckError."""
    unpacked = unpack(raw, path)
    return decode(raw, path) if unpacked is None else unpacked[0]


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
