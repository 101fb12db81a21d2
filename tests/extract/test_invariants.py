"""What holds for every file, however broken: blocks map into the file, and verbatim text equals its source."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.targets import blocks_fit
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extract import EXTRACTORS, extract
from claimcheck.model import SourceFile

FORMATS = sorted(set(EXTRACTORS.values()))
NOT_TEXT = (".blocks", ".findings", ".docx")
FIXTURES = sorted(path for path in (Path(__file__).parent / "fixtures").iterdir() if path.suffix not in NOT_TEXT)
SCRAPS = r"""
< > </p> <p> <b> </b> <br> <img alt=" "> <!-- --> <script> </script> <li> <ul> <td title=' &amp; &#8217; &nbsp; &lt
{ } {{ }} {% %} ${ ` ``` * ** _ ~~ [ ]( ) ![ # ## - 1. | |--| > \ \n \u00e9 \" " ' : , ; => ( ) // /* */ --- +++ :: .. =
title: answer: "title": className= return export const <?php echo ?> <% %> msgid msgstr 00:00:01,000 --> <<<<<<< =======
""".split()
WORDS = ("soft", "Vesicle care", "a", "👩‍⚕️", "é", "\u00ad", "\u00a0", "\ufeff", "\t", "\n", "\r\n", "\n\n", "    ", " ")
SOUP = st.lists(st.sampled_from([*SCRAPS, *WORDS]), max_size=40).map("".join)


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=150, deadline=None)
@given(text=SOUP)
def test_soup(format: str, text: str) -> None:
    blocks_fit(extract(SourceFile("soup", text), format), text)


def test_an_import_that_breaks_off_at_a_tag() -> None:
    text = "# Care\n\nThe vesicle wash is mild.\n\nimport <"
    blocks = extract(SourceFile("post.mdx", text))
    blocks_fit(blocks, text)
    assert blocks[1].text == "The vesicle wash is mild."


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_cut_and_broken_fixtures(path: Path, data: st.DataObject) -> None:
    whole = path.read_bytes().decode("utf-8")
    start, end = sorted((data.draw(st.integers(0, len(whole))), data.draw(st.integers(0, len(whole)))))
    at = data.draw(st.integers(start, end))
    text = whole[start:at] + data.draw(SOUP) + whole[at:end]
    blocks_fit(extract(SourceFile(path.name, text)), text)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_line_ends_change_nothing_but_offsets(path: Path) -> None:
    unix = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    texts = [
        [block.text for block in extract(SourceFile(path.name, text))] for text in (unix, unix.replace("\n", "\r\n"))
    ]
    assert texts[0] == texts[1]
