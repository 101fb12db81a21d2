"""How paths are written for people and reports."""

from __future__ import annotations

import os
from pathlib import Path


def shown(path: str | os.PathLike[str]) -> str:
    """The path relative to the working directory where it lies below it, else absolute; always with ``/``."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        relative = ".."
    return (Path(path).absolute() if relative.startswith("..") else Path(relative)).as_posix()
