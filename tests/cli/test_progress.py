"""The progress line."""

from __future__ import annotations

import io
import sys

from claimcheck.cli import progress
from claimcheck.cli.progress import Progress


def test_nothing_is_drawn_for_quick_work():
    stream = io.StringIO()
    line = Progress(stream)
    line(0, 10)
    line(10, 10)
    line.close()
    assert stream.getvalue() == ""


def test_the_line_is_drawn_and_removed(monkeypatch):
    monkeypatch.setattr(progress, "DELAY", 0.0)
    monkeypatch.setattr(progress, "PAUSE", 0.0)
    stream = io.StringIO()
    line = Progress(stream)
    line(5, 10)
    line.close()
    assert stream.getvalue() == "\r[============            ] 5 of 10 files\r\x1b[K"


def test_only_a_terminal_sees_it(claimcheck, write, monkeypatch):
    monkeypatch.setattr(progress, "DELAY", 0.0)
    write("a.md", "Our exosomes rebuild collagen.\n")
    assert "files" not in claimcheck("check", "--no-cache").err
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda self: self is sys.stderr)
    assert "0 of 1 files" in claimcheck("check", "--no-cache").err
    assert "of 1 files" not in claimcheck("check", "--no-cache", "--quiet").err
