"""Which format a file's name stands for."""

from __future__ import annotations

from pathlib import PurePath

EXTRACTORS: dict[str, str] = {
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".jsonl": "json",
    ".markdown": "markdown",
    ".md": "markdown",
    ".text": "text",
    ".txt": "text",
    ".yaml": "yaml",
    ".yml": "yaml",
}
"""Suffix of a file's name → format name, one of ``READERS``."""


def format_of(path: str) -> str:
    """The format that a file's name stands for; plain text for an unknown suffix."""
    return EXTRACTORS.get(PurePath(path).suffix.lower(), "text")
