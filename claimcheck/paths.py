"""How paths are written for people and reports."""

from __future__ import annotations

import os

SEPARATORS = ("/", os.sep)


def shown(path: str | os.PathLike[str]) -> str:
    """The path relative to the working directory where it lies below it, else absolute; always with ``/``.

    Bytes of a file name that are not UTF-8 are written as ``\\xe9``, so that every report can hold the path.
    """
    try:
        relative = os.path.relpath(path) if os.path.isabs(path) else os.path.normpath(path)  # noqa: PTH117
    except ValueError:  # another drive
        relative = ".."
    outside = relative == ".." or relative.startswith(("../", "..\\"))
    written = (absolute(path) if outside else relative).replace(os.sep, "/")
    return readable(written)


def readable(name: str) -> str:
    """The name with bytes that are not UTF-8 written as ``\\xe9``."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "backslashreplace")


def absolute(path: str | os.PathLike[str]) -> str:
    """The absolute path without ``..``; symbolic links stay."""
    return os.path.abspath(path)  # noqa: PTH100  # resolve() would follow links


def suffix(name: str) -> str:
    """The suffix of the name of a file or path with its dot, in lower case; empty where there is none."""
    dot = name.rfind(".")
    if dot < 1 or name[dot - 1] in SEPARATORS or "/" in name[dot:]:
        return ""
    return name[dot:].lower()
