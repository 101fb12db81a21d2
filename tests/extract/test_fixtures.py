"""Every fixture gives exactly the blocks and the findings written beside it, at their exact places."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from claimcheck.extract import EXTRACTORS, SUFFIXES, format_of

from . import findings
from .blocks import read, render

FIXTURES = Path(__file__).parent / "fixtures"
FILES = sorted(path for path in FIXTURES.iterdir() if path.suffix not in (".blocks", ".findings"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_blocks(path: Path) -> None:
    file, blocks = read(path)
    assert render(blocks, file) == Path(f"{path}.blocks").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_findings(path: Path, claimcheck, folder: Path) -> None:
    shutil.copy(path, folder)
    found = claimcheck("check", path.name, *findings.OPTIONS).json
    assert found
    assert findings.render(found) == Path(f"{path}.findings").read_text(encoding="utf-8")
    text = read(path)[0].text
    for each in found:
        place = text[each["offset"] : each["end_offset"]]
        assert place[0] not in " \n\r\t"
        assert each["effect"].split()[0][:4].lower() in place.lower()


def test_every_format_has_a_fixture() -> None:
    assert {format_of(path.name) for path in FILES} >= set(EXTRACTORS.values())
    assert {path.suffix for path in FILES} >= SUFFIXES - set(EXTRACTORS)
