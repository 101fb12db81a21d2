"""A large file needs little more room than its text, and gives the same results as a small one."""

from __future__ import annotations

import json
import tracemalloc

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.blocks import Blocks
from claimcheck.extract import extract
from claimcheck.model import Block, Segment, SourceFile, SourceMap

PLAIN = "Our calm mask leaves the face soft, and guests mention a fresh scent of tea after the hour."
MIXED = 'The <b>calm</b> mask & its "tea"\nleave the face soft, and guests mention a fresh scent after the hour.'
MULTIPLE = 3
"""Bytes that extraction may take at most for each of the file."""


def peak(text: str) -> int:
    """Bytes that extraction takes at most, without the text itself."""
    file = SourceFile("site.json", text)
    extract(SourceFile("site.json", text[:2000]))
    tracemalloc.start()
    try:
        blocks = extract(file)
        assert len(blocks) > 5000
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def catalogue(sentence: str) -> str:
    """A catalogue of one megabyte."""
    entries = (
        {f"entry{number}": {"id": number, "title": f"Tea hour {number}", "items": [sentence, f"{sentence} Again."]}}
        for number in range(4000)
    )
    return "\n".join(map(json.dumps, entries))


def test_a_large_file_of_plain_strings_takes_little_more_than_its_text() -> None:
    text = catalogue(PLAIN)
    assert peak(text) < MULTIPLE * len(text)


def test_so_does_one_whose_strings_are_decoded_and_cut_up() -> None:
    text = catalogue(MIXED)
    assert peak(text) < MULTIPLE * len(text)


LETTERS = "ab /€\ud800"
NUMBER = st.none() | st.integers(0, 9)
SOURCE = "Tea, steam & calm \ud800 for 9 minutes"


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """Any block of ``SOURCE``: one that stands in it, or one that was decoded and cut together."""
    start = draw(st.integers(0, len(SOURCE) - 1))
    end = draw(st.integers(start + 1, len(SOURCE)))
    text, pieces = SOURCE[start:end], (Segment(0, start, end, True),)
    if draw(st.booleans()):
        text = draw(st.text(LETTERS, min_size=2, max_size=9))
        cut = draw(st.integers(1, len(text) - 1))
        pieces = (Segment(0, start, end, draw(st.booleans())), Segment(cut, end, end, draw(st.booleans())))
    kind, scope = draw(st.sampled_from(("heading", "string"))), draw(st.text(LETTERS, max_size=9))
    places = (draw(st.integers(0, 6)), draw(NUMBER), draw(NUMBER), draw(st.integers(0, 9)), draw(st.booleans()))
    return Block(kind, text, SourceMap(pieces), scope, *places)


@settings(deadline=None)
@given(st.lists(blocks(), max_size=6))
def test_blocks_come_back_as_they_went_in(every: list[Block]) -> None:
    packed = Blocks(SOURCE, every)
    assert list(packed) == packed[:] == every
    for number, block in enumerate(every):
        assert packed[number] == packed[number - len(every)] == block
        assert (packed.kind(number), packed.text(number), packed.heading(number)) == (
            block.kind, block.text, block.heading,
        )  # fmt: skip


@settings(deadline=None)
@given(st.lists(blocks(), min_size=2, max_size=6))
def test_a_correction_changes_one_block_alone(every: list[Block]) -> None:
    packed = Blocks(SOURCE, every)
    packed.change(1, kind="string", level=0, heading=0)
    assert (packed.kind(1), packed[1].level, packed.heading(1)) == ("string", 0, 0)
    assert [packed[0], *packed[2:]] == [every[0], *every[2:]]
