"""What a sentence means by what stands around it; each of these once survived a mutant of the code."""

from __future__ import annotations

import pytest

from claimcheck.extract import extract
from claimcheck.model import Claim, SourceFile
from claimcheck.nlp import analyse
from claimcheck.packs import load_pack

LEXICON = load_pack().lexicon


def claims_of(text: str) -> list[Claim]:
    """Every claim in a page of Markdown."""
    return analyse(extract(SourceFile("a.md", text)), LEXICON)


def test_a_name_in_a_heading_is_learned_from_a_short_description_below_it() -> None:
    page = "## VelmiraX\n\n{}\n\n## Daily\n\nVelmiraX firms the skin.\n"
    assert [claim.level for claim in claims_of(page.format("Exosome serum for the face."))] == [3]


@pytest.mark.parametrize("between", ["", "We open at nine. "])
def test_an_answer_answers_the_sentence_before_it_alone(between: str) -> None:
    found = claims_of(f"Do exosomes calm redness? {between}Yes, they do.\n")
    assert [claim.level for claim in found if claim.status != "question"] == ([] if between else [3])


def test_degrees_make_a_comparative_of_an_adjective() -> None:
    found = claims_of("Exosome therapy\n\n- more radiant skin\n- less dull skin\n")
    assert [claim.level for claim in found if claim.level] == [3]


def test_a_heading_of_before_and_after_lists_no_concerns() -> None:
    for heading, level in (("Exosomes: before and after concerns", 0), ("Exosomes: skin concerns", 2)):
        assert {claim.level for claim in claims_of(f"# {heading}\n\nRedness.\n")} == {level}


def test_a_limitation_counts_in_the_sentence_behind_the_claim_wherever_the_two_stand() -> None:
    for before in ("", "We open at nine. ", "We open at nine. Tea is on us. "):
        (claim,) = claims_of(f"{before}Exosomes may firm the skin. Studies are small, and more research is needed.\n")
        assert claim.limited
    (claim,) = claims_of("Exosomes may firm the skin. We open at nine. More research is needed.\n")
    assert not claim.limited


def test_a_sentence_without_end_is_read_in_parts() -> None:
    text = "Exosomes firm the skin, " + "we mix clay, salt and water, " * 70 + "and exosomes calm redness."
    found = [claim for claim in claims_of(text + "\n") if claim.level]
    assert [text[slice(*claim.effect)] for claim in found] == ["firm the skin", "calm redness"]
    for claim in found:
        assert claim.unit[0] <= claim.start < claim.end <= claim.unit[1] <= len(text)
    assert found[0].unit[1] <= found[1].unit[0]
