"""Which words claim what: every claim of a text of ``words/*.yaml``, with its level, its family and its words.

A case lists all claims of level 1 and above as ``level family: words``, with ``by heading`` (pronoun, definite, page)
in front of the colon where the text does not name the subject; no list means that nothing may be claimed. So a case
holds more than the levels of ``test_language``: that the range is right, and that nothing else is found beside it.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.extract import extract
from claimcheck.model import Block, Claim, SourceFile
from claimcheck.nlp import analyse
from claimcheck.packs import load_pack

FOLDER = Path(__file__).parent / "words"


def described(claim: Claim, block: Block) -> str:
    """A claim as the cases write it."""
    what = claim.family if claim.category == "benefit" else claim.category
    link = "" if claim.subject.link == "explicit" else f" by {claim.subject.link}"
    return f"{claim.level} {what}{link}: {block.text[slice(*claim.effect)]}"


@functools.cache
def lexicon() -> Any:
    """The lexicon of the built-in pack, loaded once."""
    return load_pack().lexicon


def found(markdown: str) -> list[str]:
    """The claims of a text, level 0 left out."""
    blocks = extract(SourceFile("case.md", markdown))
    claims = analyse(blocks, lexicon())
    return [described(claim, blocks[claim.block]) for claim in claims if claim.level]


def params() -> list[Any]:
    cases = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for group in yaml.safe_load(path.read_text(encoding="utf-8")):
            name = f"{path.stem}/{group['group'].replace(' ', '-')}"
            for number, case in enumerate(group["cases"], 1):
                heading = f"## {case['heading']}\n\n" if "heading" in case else ""
                cases.append(pytest.param(f"{heading}{case['text']}\n", case.get("claims", []), id=f"{name}/{number}"))
    return cases


@pytest.mark.parametrize(("markdown", "claims"), params())
def test_the_words_of_each_claim(markdown: str, claims: list[str]) -> None:
    assert sorted(found(markdown)) == sorted(claims)
