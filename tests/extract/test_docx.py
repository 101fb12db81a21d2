"""DOCX files: a place is a paragraph and a character in it, and nothing can be edited."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pytest

from claimcheck.extract.docx import extract_docx
from claimcheck.model import ClaimcheckError

from .blocks import render

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(*runs: str, properties: str = "") -> str:
    texts = "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{texts}</w:p>"


def docx(*body: str) -> bytes:
    document = f'<w:document xmlns:w="{NAMESPACE}"><w:body>{"".join(body)}</w:body></w:document>'
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", document)
    return target.getvalue()


def cell(text: str) -> str:
    return f"<w:tc>{paragraph(text)}</w:tc>"


CLAIM = "Our exosomes rebuild collagen."


def test_nested_tables_are_read_once() -> None:
    inner = f"<w:tbl><w:tr>{cell('Soft feel')}</w:tr></w:tbl>"
    controlled = f"<w:sdt><w:sdtContent><w:tr>{cell('Tea')}</w:tr></w:sdtContent></w:sdt>"
    _, blocks = extract_docx(docx(f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr>{controlled}</w:tbl>"), "note.docx")
    assert [block.text for block in blocks] == ["Soft feel", "Tea"]


def test_paragraphs_lists_and_tables() -> None:
    bullet = "<w:numPr><w:numId w:val='1'/></w:numPr>"
    raw = docx(
        paragraph("Vesicle care", properties="<w:pStyle w:val='Heading1'/>"),
        paragraph("Our weekly ", "ritual", " feels soft &amp; calm. ", properties="<w:tabs><w:tab/></w:tabs>"),
        paragraph("tea", properties=bullet),
        paragraph(""),
        f"<w:tbl><w:tr>{cell('Step')}{cell('Gain')}</w:tr><w:tr>{cell('Mask')}{cell('Soft feel')}</w:tr></w:tbl>",
    )
    file, blocks = extract_docx(raw, "note.docx")
    assert render(blocks, file).splitlines() == [
        "0 1:1-1:13 heading docx.heading.1 level=1 read-only | Vesicle care",
        "1 2:1-2:37 paragraph docx.paragraph heading=0 read-only | Our weekly ritual feels soft & calm.",
        "2 3:1-3:4 list-item docx.list-item heading=0 lead=1 group=1 read-only | tea",
        "3 5:1-5:5 cell docx.cell heading=0 group=2 read-only | Step",
        "4 6:1-6:5 cell docx.cell heading=0 group=2 read-only | Gain",
        "5 7:1-7:5 cell docx.cell heading=3 group=3 read-only | Mask",
        "6 8:1-8:10 cell docx.cell heading=4 lead=5 group=3 read-only | Soft feel",
    ]


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04 broken", docx("<w:p>").replace(b"</w:body>", b"")])
def test_what_is_no_docx_is_refused(raw: bytes) -> None:
    with pytest.raises(ClaimcheckError, match=r"not a DOCX file"):
        extract_docx(raw[:-30] if raw else raw, "note.docx")


@pytest.fixture
def brief(folder: Path) -> Path:
    path = folder / "copy" / "brief.docx"
    path.parent.mkdir()
    path.write_bytes(docx(paragraph("A calm hour"), paragraph(""), paragraph("Tea. ", "Our exosomes ", CLAIM[13:])))
    return path


def test_findings_name_paragraph_and_text(claimcheck, brief) -> None:
    for target in (".", "copy/brief.docx", "."):
        ran = claimcheck("check", target, "--output-format", "json")
        assert ran.status == 1
        (finding,) = ran.json
        assert finding["filename"] == "copy/brief.docx"
        assert (finding["location"], finding["end_location"]) == ({"row": 3, "column": 10}, {"row": 3, "column": 35})
        assert finding["unit"] == CLAIM
        assert finding["suggestions"]
        assert finding["fix"] is None
    assert "copy/brief.docx:3:10: EXO101" in claimcheck("check", "--output-format", "concise").out
    assert "brief.docx:3:10" in claimcheck("claims").out


def test_standard_input(claimcheck, brief) -> None:
    ran = claimcheck("check", "-", "--stdin-filename", "a.docx", "--output-format", "json", stdin=brief.read_bytes())
    assert [each["location"]["row"] for each in ran.json] == [3]


@pytest.mark.parametrize("option", ["--fix", "--diff", "--fix-only", "--add-ignore"])
def test_nothing_is_written(claimcheck, brief, option) -> None:
    before = brief.read_bytes()
    ran = claimcheck("check", option, "--unsafe-fixes")
    assert brief.read_bytes() == before
    assert "copy/brief.docx" in ran.err
    if option != "--add-ignore":
        assert "not fixed: copy/brief.docx can only be read" in ran.err


def test_changes_since_a_commit(claimcheck, brief, folder) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=a", "-c", "user.email=a@b.example")
        subprocess.run(["git", *identity, *arguments], cwd=folder, check=True)

    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "a")
    assert claimcheck("check", "--diff-base", "main").status == 0
    brief.write_bytes(docx(paragraph(CLAIM)))
    assert claimcheck("check", "--diff-base", "main").status == 1


def test_a_broken_file_is_an_error(claimcheck, brief, folder) -> None:
    (folder / "broken.docx").write_bytes(brief.read_bytes()[:-40])
    ran = claimcheck("check", "--output-format", "json")
    assert ran.status == 2
    assert len(ran.json) == 1
    assert "error: broken.docx: not a DOCX file that can be read" in ran.err
