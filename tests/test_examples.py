"""Every flagged and clean example of every shipped rule, as ``claimcheck test`` runs them."""

from __future__ import annotations

import pytest

from claimcheck.examples import Mismatch, run_examples
from claimcheck.packs import DEFAULT, load_pack


@pytest.fixture(scope="module")
def mismatches() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {code: [] for code in load_pack().rules}
    for each in run_examples(load_pack(), (DEFAULT,)):
        if isinstance(each, Mismatch):
            found[each.rule.code].append(f"{each.example.text!r}: {each.problem}")
    return found


@pytest.mark.parametrize("code", load_pack().rules)
def test_examples_hold(mismatches, code):
    assert mismatches[code] == []
