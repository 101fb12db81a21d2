"""Comments come out with the range of the whole comment."""

from __future__ import annotations

import pytest

from claimcheck.extract import FORMATS
from claimcheck.extract.comments import STYLES, comments
from claimcheck.model import SourceFile


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.md", "Soft.\n<!-- claimcheck: off -->\n", ("claimcheck: off", 6, 30)),
        ("a.html", "<p>a</p><!--x\ny-->", ("x\ny", 8, 18)),
        ("a.tsx", 'const a = "https://b.c";\n{/* x */}', ("x", 26, 33)),
        ("a.ts", "a(); // x", ("x", 5, 9)),
        ("a.liquid", "{% comment %}x{% endcomment %}", ("x", 0, 30)),
        ("a.php", "<?php # x\n", ("x", 6, 9)),
        ("a.mdx", "Soft {/* x */}", ("x", 6, 13)),
        ("a.md", "---\na: b # x\n---\n# Heading\n", ("x", 9, 12)),
        ("a.mdx", "export const a = 1 // x\n", ("x", 19, 23)),
        ("a.yaml", "a: b#c\nd: e # note", ("note", 12, 18)),
    ],
)
def test_comments(name: str, text: str, expected: tuple[str, int, int]) -> None:
    assert list(comments(SourceFile(name, text))) == [expected]


@pytest.mark.parametrize("name", ["a.json", "a.txt", "a.unknown"])
def test_formats_without_comments(name: str) -> None:
    assert not comments(SourceFile(name, "<!-- x --> // y\n# z"))


def test_styles_are_of_known_formats() -> None:
    assert set(STYLES) <= set(FORMATS)
