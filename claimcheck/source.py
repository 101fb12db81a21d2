"""Bytes → SourceFile: UTF-8, UTF-8 with a byte-order mark, and UTF-16 with one; anything else is refused."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterable

from claimcheck.model import Block, ClaimcheckError, SourceFile
from claimcheck.paths import shown, suffix

BINARY = {
    ".7z", ".avi", ".avif", ".bmp", ".bz2", ".doc", ".eot", ".exe", ".flac", ".gif", ".gz", ".heic", ".ico", ".jar",
    ".jpeg", ".jpg", ".mov", ".mp3", ".mp4", ".ods", ".odt", ".ogg", ".otf", ".pdf", ".png", ".ppt", ".pptx", ".psd",
    ".rar", ".sqlite", ".tar", ".tgz", ".tif", ".tiff", ".ttf", ".wasm", ".wav", ".webm", ".webp", ".woff", ".woff2",
    ".xls", ".xlsx", ".xz", ".zip",
}  # fmt: skip
"""Suffixes of files that hold no text."""


MAX_BYTES = 200_000_000
"""Beyond this a file is not even read."""
MAX_COPY = 60_000_000
"""Characters of a file that mentions a subject; with more of them a check takes many minutes."""
MAX_PIECE = 10_000_000
"""Characters of one paragraph or string in it; with more of them it takes gigabytes."""


_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""Without waiting for what may have become a pipe meanwhile."""


class ReadError(ClaimcheckError):
    """A file whose text cannot be read."""


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file that may hold text. Raises ReadError."""
    kind = suffix(os.fspath(path))
    if kind in BINARY:
        raise ReadError(f"{kind[1:]} files hold no text that can be checked")
    try:
        descriptor = os.open(path, _FLAGS)
        try:
            known = os.fstat(descriptor)
            if not stat.S_ISREG(known.st_mode):
                raise ReadError("not a regular file")
            if known.st_size > MAX_BYTES:
                raise _too_large(MAX_BYTES)
            return b"".join(iter(lambda: os.read(descriptor, known.st_size + 1), b""))
        finally:
            os.close(descriptor)
    except OSError as error:
        raise ReadError(error.strerror or str(error)) from error


def refuse_long(file: SourceFile) -> None:
    """Raise ReadError for a file with more copy than a check can bear."""
    if len(file.text) > MAX_COPY:
        raise _too_large(MAX_COPY)


def refuse_long_pieces(file: SourceFile, pieces: Iterable[Block]) -> None:
    """Raise ReadError for a file with a paragraph or string that is more than a check can bear."""
    if len(file.text) > MAX_PIECE and any(len(piece.text) > MAX_PIECE for piece in pieces):
        raise ReadError(f"a paragraph or string of more than {MAX_PIECE // 1_000_000} MB; split it, or exclude it")


def _too_large(size: int) -> ReadError:
    return ReadError(f"larger than {size // 1_000_000} MB; split it, or exclude it")


def decode(raw: bytes, path: str) -> SourceFile:
    """The file with these bytes. Raises ReadError with the place of the first byte that does not fit."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if raw.startswith(mark):
            return SourceFile(path, _text(raw[len(mark) :], encoding), encoding, bom=True)
    if b"\0" in raw[:8192]:
        raise ReadError("holds no text, or text in an encoding without a byte-order mark; save it as UTF-8")
    return SourceFile(path, _text(raw, "utf-8"))


def read(path: str | os.PathLike[str]) -> SourceFile:
    """The decoded file. Raises ReadError."""
    return decode(read_bytes(path), shown(path))


def _text(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ReadError(f"not {encoding.upper()} at byte {error.start} (line {line}); save it as UTF-8") from error
