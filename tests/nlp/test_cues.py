"""Every cue of ``english/cues.yaml`` at work and beside the point: its example and its counter-example."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.extract import extract
from claimcheck.model import Claim, SourceFile
from claimcheck.nlp import analyse
from claimcheck.nlp.wordlists import expand
from claimcheck.packs import load_pack
from claimcheck.yamlfile import load

PACK = load_pack()
CUES = load(PACK.root / "english" / "cues.yaml")
ENTRIES = [
    pytest.param(cls, entry, id=f"{cls}-{number}-{expand(entry['forms'][0])[0].replace(' ', '-')}")
    for cls, entries in CUES.items()
    for number, entry in enumerate(entries, 1)
]


def claims_of(text: str) -> list[Claim]:
    """Every claim in a line of plain text."""
    return analyse(extract(SourceFile("cue.txt", text)), PACK.lexicon)


def shown(claims: list[Claim]) -> str:
    """The claims for a message."""
    return "; ".join(f"level {c.level} {c.status} by {[cue.text for cue in c.cues]}" for c in claims) or "no claim"


def carries(claim: Claim, cls: str, entry: dict[str, Any]) -> bool:
    """Whether one of the entry's own forms reaches the claim."""
    spelt = {each for form in entry["forms"] for each in expand(form)}
    return any(cue.kind == cls and cue.text in spelt for cue in claim.cues)


@pytest.mark.parametrize(("cls", "entry"), ENTRIES)
def test_example(cls: str, entry: dict[str, Any]) -> None:
    claims = claims_of(entry["example"])
    found = f"{entry['example']!r}: {shown(claims)}"
    if cls == "pseudo-negation":
        assert claims and max(claim.level for claim in claims) >= 3, found
        return
    assert any(carries(claim, cls, entry) for claim in claims), found
    if cls in ("softener", "invitation"):
        assert max(claim.level for claim in claims) == 2, found
    elif cls == "negation":
        assert {(claim.level, claim.status) for claim in claims} == {(0, "negated")}, found
    else:
        assert max(claim.level for claim in claims) == 1, found


@pytest.mark.parametrize(("cls", "entry"), ENTRIES)
def test_counter_example(cls: str, entry: dict[str, Any]) -> None:
    claims = claims_of(entry["counter"])
    assert max((claim.level for claim in claims), default=0) >= 3, f"{entry['counter']!r}: {shown(claims)}"
