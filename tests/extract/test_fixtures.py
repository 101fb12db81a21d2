"""Every fixture gives exactly the blocks written beside it, at their exact places."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.extract import EXTRACTORS, extract, format_of

from .blocks import read, render

FIXTURES = Path(__file__).parent / "fixtures"
FILES = sorted(path for path in FIXTURES.iterdir() if path.suffix != ".blocks")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_blocks(path: Path) -> None:
    file = read(path)
    assert render(extract(file), file) == Path(f"{path}.blocks").read_text(encoding="utf-8")


def test_every_format_has_a_fixture() -> None:
    assert {format_of(path.name) for path in FILES} >= set(EXTRACTORS.values())
