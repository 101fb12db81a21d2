"""DOCX files: a place is a paragraph and a character in it, and nothing can be edited."""

from __future__ import annotations

import io
import zipfile

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
    with pytest.raises(ClaimcheckError, match=r"note\.docx"):
        extract_docx(raw[:-30] if raw else raw, "note.docx")
