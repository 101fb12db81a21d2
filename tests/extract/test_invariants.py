"""What holds for every file, however broken: blocks map into the file, and verbatim text equals its source."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extract import EXTRACTORS, extract
from claimcheck.model import Block, SourceFile

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


def check(blocks: list[Block], text: str) -> None:
    """Assert what every stage after extraction relies on."""
    for number, block in enumerate(blocks):
        assert block.text == " ".join(block.text.split()) != ""
        for other in (block.heading, block.lead):
            assert other is None or (0 <= other < len(blocks) and other != number)
        assert block.heading is None or block.heading < len(blocks)
        starts = [segment.text_start for segment in block.map.segments]
        assert starts[0] == 0
        assert starts == sorted(set(starts))
        for segment, end in zip(block.map.segments, [*starts[1:], len(block.text)], strict=True):
            assert 0 <= segment.source_start < segment.source_end <= len(text)
            if segment.verbatim:
                assert block.text[segment.text_start : end] == text[segment.source_start : segment.source_end]


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=150, deadline=None)
@given(text=SOUP)
def test_soup(format: str, text: str) -> None:
    check(extract(SourceFile("soup", text), format), text)


def test_an_import_that_breaks_off_at_a_tag() -> None:
    text = "# Care\n\nThe vesicle wash is mild.\n\nimport <"
    blocks = extract(SourceFile("post.mdx", text))
    check(blocks, text)
    assert blocks[1].text == "The vesicle wash is mild."


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_cut_and_broken_fixtures(path: Path, data: st.DataObject) -> None:
    whole = path.read_bytes().decode("utf-8")
    start, end = sorted((data.draw(st.integers(0, len(whole))), data.draw(st.integers(0, len(whole)))))
    at = data.draw(st.integers(start, end))
    text = whole[start:at] + data.draw(SOUP) + whole[at:end]
    check(extract(SourceFile(path.name, text)), text)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_line_ends_change_nothing_but_offsets(path: Path) -> None:
    unix = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    texts = [
        [block.text for block in extract(SourceFile(path.name, text))] for text in (unix, unix.replace("\n", "\r\n"))
    ]
    assert texts[0] == texts[1]
