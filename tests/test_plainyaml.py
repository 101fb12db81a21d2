"""What is read without the library is read as the library reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.packs import rules_root
from claimcheck.plainyaml import lists_of
from claimcheck.yamltree import parse

LINES = st.one_of(
    st.from_regex(r"[a-c]{1,2}(?:-[ab])?: *(?:# ?\w{0,3})?", fullmatch=True),
    st.from_regex(r" {0,3}- ?[a-cA-C0-9'+#: -]{0,8}", fullmatch=True),
    st.sampled_from(["", "# note", "  - no", "  - true", "  - Null", "  - e'g", "  - a #b", "  - a# b", "---", "on:"]),
)


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_whatever_is_read_here_is_read_so_there(text):
    found = lists_of(text)
    assert found is None or found == parse(Path("a.yaml"), text)


@pytest.mark.parametrize("name", ["exosome/subjects.yaml", "english/copy-keys.yaml"])
def test_word_lists_that_every_run_reads_need_no_library(name):
    assert lists_of((rules_root() / name).read_text(encoding="utf-8")) is not None


@pytest.mark.parametrize(
    "text", ["", "a: b\n", "a:\n  - [b]\n", "a:\n  - b\na:\n  - c\n", "a:\n", "a:\n- b\n", "a:\n  - 1\n", "  - b\n"]
)
def test_everything_else_is_left_to_the_library(text):
    assert lists_of(text) is None
