"""Grammars are imported when a file of their kind is read, not before."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from claimcheck.extract import extract
from claimcheck.model import SourceFile
extract(SourceFile("x" + sys.argv[1], "a b"))
print(*sorted(name for name in sys.modules if name.startswith("tree_sitter") and "." not in name))
"""


@pytest.mark.parametrize(
    ("suffix", "loaded"),
    [
        (".txt", []),
        (".html", []),
        (".json", []),
        (".md", ["tree_sitter", "tree_sitter_markdown"]),
        (".ts", ["tree_sitter", "tree_sitter_typescript"]),
    ],
)
def test_grammars_are_imported_late(suffix: str, loaded: list[str]) -> None:
    result = subprocess.run([sys.executable, "-c", PROGRAM, suffix], capture_output=True, text=True, check=True)
    assert result.stdout.split() == loaded
