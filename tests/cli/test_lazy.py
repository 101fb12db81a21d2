"""What must be quick never imports the language stage."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """\
import sys
from claimcheck.cli import main
try:
    main(sys.argv[1:])
finally:
    print("HEAVY", sorted({"spacy", "numpy", "thinc"} & set(sys.modules)), file=sys.stderr)
"""


def heavy(folder, *arguments: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    return ran.stderr.strip().splitlines()[-1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["check", "--help"],
        ["rule", "EXO101"],
        ["rule", "--all", "--output-format", "json"],
        ["config"],
        ["clean"],
        ["check", "page.md"],
        ["check", "page.md", "--no-cache", "--strict", "--output-format", "html"],
        ["claims", "page.md"],
    ],
)
def test_no_spacy(folder, write, arguments):
    write("page.md", "# Opening hours\n\nFrom nine to five. Our serum firms the skin.\n")
    assert heavy(folder, *arguments) == "HEAVY []"


def test_spacy_where_there_is_something_to_read(folder, write):
    write("page.md", "Our exosomes rebuild collagen.\n")
    assert "spacy" in heavy(folder, "check", "page.md")


def test_a_second_run_needs_no_spacy(folder, write):
    write("page.md", "Our exosomes rebuild collagen.\n")
    assert "spacy" in heavy(folder, "check", "page.md")
    assert heavy(folder, "check", "page.md") == "HEAVY []"
