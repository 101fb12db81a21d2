"""What is never hedged, and what is said instead."""

import pytest

from claimcheck.model import Block, Claim, Segment, SourceFile, SourceMap
from claimcheck.rewrite import suggest

from .drafting import Pack, advise, read
from .test_end_to_end import findings


def both(first: str, second: str, **fields: object) -> tuple[Claim, Claim, str]:
    """Two claims of one sentence, each marked by itself."""
    one, text = read(first)
    two, same = read(second, **fields)
    assert text == same
    return one, two, text


def advice_of(claim: Claim, other: Claim, text: str) -> tuple[tuple[str, ...], bool]:
    block = Block("paragraph", text, SourceMap((Segment(0, 0, len(text), True),)))
    found = suggest(claim, block, SourceFile("a.md", text), Pack(), (other,))
    return found.suggestions, found.fix is not None


@pytest.mark.parametrize("family", ["medical", "approval", "safety", "superiority"])
def test_a_claim_of_these_families_gets_no_hedge(family: str) -> None:
    found = advise("[Exosomes] {treat} eczema.", family=family)
    assert found.fix is None
    assert not any("may" in text and "eczema" in text for text in found.suggestions)
    assert "treat eczema" in found.advice


def test_a_hedge_never_covers_a_disease_behind_it() -> None:
    claim, disease, text = both(
        "[Exosomes] {calm} redness and cure eczema.", "[Exosomes] calm redness and {cure} eczema.", family="medical"
    )
    suggestions, fixed = advice_of(claim, disease, text)
    assert not fixed
    assert not any("cure" in each for each in suggestions)


def test_a_disease_before_the_claim_stays_outside_the_hedge() -> None:
    claim, disease, text = both(
        "[Exosomes] cure eczema and {calm} redness.", "[Exosomes] <cure eczema> and calm redness.", family="medical"
    )
    suggestions, fixed = advice_of(claim, disease, text)
    assert fixed
    assert suggestions[0] == "Exosomes cure eczema and may help calm redness."


def test_both_claims_of_a_predicate_get_the_same_fix() -> None:
    first, second, text = both("[Our gel] {calms} and firms skin.", "[Our gel] calms and {firms} skin.")
    block = Block("paragraph", text, SourceMap((Segment(0, 0, len(text), True),)))
    file = SourceFile("a.md", text)
    one, two = suggest(first, block, file, Pack(), (second,)), suggest(second, block, file, Pack(), (first,))
    assert one.fix == two.fix
    assert one.suggestions[0] == "Our gel may help calm and firm skin."


def test_advice_on_a_proof_word_is_about_proof_whatever_else_the_sentence_claims() -> None:
    proof, approval, text = both("Our <proven> gel is approved.", "Our proven gel is <approved>.", family="approval")
    block = Block("paragraph", text, SourceMap((Segment(0, 0, len(text), True),)))
    claim = proof._replace(category="proof", family="proof", construction="proof")
    found = suggest(claim, block, SourceFile("a.md", text), Pack(), (approval,))
    assert found.fix is not None
    assert "still need validation" in found.advice


def test_a_figure_is_left_out_of_the_wording() -> None:
    found = advise("[Our gel] {reduces} wrinkles by 47%.", category="number", level=4)
    assert found.fix is None
    assert found.suggestions[0] == "Our gel may help reduce the look of wrinkles."
    assert "figure" in found.advice


@pytest.mark.parametrize(
    ("marked", "word"),
    [
        ("How do [exosomes] {firm} skin?", "whether"),
        ("My skin {glowed:past} after [exosomes].", "one person's opinion"),
        ("“After a week [exosomes] really {firmed:past} her skin,” says the founder.", "speaker's consent"),
    ],
)
def test_questions_and_speech_are_advised_on(marked: str, word: str) -> None:
    found = advise(marked)
    assert found.fix is None
    assert word in found.advice


@pytest.mark.parametrize(
    "marked",
    [
        "[Exosomes] do not {firm} skin.",
        "The way to {firm} skin is [exosomes].",
        "Sit back, {firm} skin, and rest.",
        "Backed by a {growing} body of users.",
        "One {double}-blind trial of exosomes.",
    ],
)
def test_no_edit_where_the_grammar_is_not_certain(marked: str) -> None:
    assert advise(marked).fix is None


def test_every_family_has_a_plain_alternative() -> None:
    wording = Pack.wording.pack["alternatives"]
    for family in ("collagen", "hair", "ageing", "medical", "proof", "other", "delivery", "superiority"):
        assert wording[family].endswith(".")


def test_a_bare_hedge_gets_the_caveat_and_nothing_else() -> None:
    found = advise("[Exosomes] may {firm:base} skin.", level=1, status="hedged", strict=True)
    assert found.suggestions == ("Exosomes may firm skin, though more research is needed.",)
    assert found.fix is not None and found.fix.applicability == "unsafe"


@pytest.mark.parametrize(
    "marked", ["[Exosomes] may {firm:base} skin, but studies are small.", "May [exosomes] {firm:base} skin?"]
)
def test_no_caveat_where_one_stands_or_none_can(marked: str) -> None:
    assert advise(marked, level=1, status="hedged", strict=True).fix is None


def test_a_disease_behind_a_hedge_is_advised_on() -> None:
    found = advise("[Exosomes] may {treat:base} eczema.", level=1, family="medical", strict=True)
    assert found.suggestions == () and "treat eczema" in found.advice


NO_HEDGE = {
    # Without the figure the sentence may stand; with a disease or a promise of safety nothing is offered.
    "Exosomes calm redness by up to 40%.": ["Exosomes may help calm redness.", "figure"],
    "Exosomes smooth lines by 30% and calm redness.": [
        "Exosomes may help smooth the look of lines and calm redness.",
        "figure",
    ],
    "Our exosome gel is clinically proven to firm the skin by 25%.": [
        "Our exosome gel is thought to help firm the skin.",
        "figure",
    ],
    "Exosomes instantly calm redness and permanently fade scars.": [
        "Exosomes may help calm redness and fade the look of scars.",
        "“permanently”",
    ],
    "Exosomes calm redness and heal eczema.": ["", "“heal eczema”"],
    "Ask how exosomes firm skin and treat acne.": ["", "“treat acne”"],
    "We promise that exosomes firm your skin.": ["", "certain or permanent"],
    "Our exosome gel is 100% safe and firms the skin.": ["", "safety cannot be hedged"],
    "Exosomes firmed my neck, and I love it.": ["", "one person's opinion"],
    "How do exosomes firm the skin?": ["", "ask whether"],
}


@pytest.mark.parametrize("text", NO_HEDGE)
def test_what_stands_in_the_way_of_a_hedge_is_named(text: str) -> None:
    wording, words = NO_HEDGE[text]
    found = findings(f"# Exosome therapy\n\n{text}\n")
    facts = tuple(Pack.wording.pack["alternatives"].values())
    assert all(each.fix is None for each in found)
    assert found[0].suggestions[0] == wording if wording else found[0].suggestions[0] in facts
    assert words in found[0].advice
