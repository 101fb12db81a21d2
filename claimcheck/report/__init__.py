"""Reports: one file per format, each with ``render(result, stream, style)``."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, TextIO, cast

if TYPE_CHECKING:
    from claimcheck.report.style import Style
    from claimcheck.result import Result

    Reporter = Callable[[Result, TextIO, Style], None]

REPORTERS = {
    "full": "text",
    "concise": "concise",
    "json": "json",
    "json-lines": "json_lines",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "rdjson": "rdjson",
    "html": "html",
}
"""Format → module below ``claimcheck.report``, imported when it is asked for."""

TEXT_FORMATS = ("full", "concise")
"""Formats for people at a terminal: they end with a summary."""


def reporter(name: str) -> Reporter:
    """The function that writes a format."""
    return cast("Reporter", import_module(f"claimcheck.report.{REPORTERS[name]}").render)
