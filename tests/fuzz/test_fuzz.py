"""Every part on whatever bytes: inputs that once broke it, and new ones. ``long.py`` goes on for longer."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .targets import FIXTURES, TARGETS

SAVED = sorted(path for path in (Path(__file__).parent / "saved").glob("*/*"))
SCRAPS = (
    *"""< > </p> <p> <b> <br> <!-- --> <script> { } {{ }} {% %} ${ ` ``` * ** _ [ ]( ) ![ # ## - 1. | \\ \\n " ' : , ;
    => ( ) // /* */ --- +++ :: .. = title: msgid msgstr <?php ?> --> !!python/object & *a &a ? ! packs: [EXO1] extends:
    register: code: examples: claims: ** *a*a*b [z-a] claimcheck: ignore[EXO1]""".split(),
    *("Exosomes rebuild collagen.", "\x00", "\ufeff", "\u202e", "\u00ad", "é", "👩‍⚕️", "\r\n"),
    *("\n", "\n\n", "  ", "\t", " "),
)
SOUP = st.lists(st.sampled_from(SCRAPS), max_size=40).map(lambda parts: "".join(parts).encode())
CUT = st.builds(
    lambda whole, soup, place: whole[: place % (len(whole) + 1)] + soup + whole[place % (len(whole) + 1) :],
    st.sampled_from(sorted(path.read_bytes() for path in FIXTURES.iterdir())),
    SOUP,
    st.integers(0, 5000),
)


def test_every_saved_input_has_its_target() -> None:
    assert {path.parent.name for path in SAVED} <= TARGETS.keys()


@pytest.mark.parametrize("path", SAVED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_once_broke_it(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=25, deadline=None)
@given(data=st.one_of(st.binary(max_size=200), SOUP, CUT))
def test_any_bytes(name: str, data: bytes) -> None:
    TARGETS[name](data)
