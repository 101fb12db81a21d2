"""Each construction of marketing copy with its rewrite; the copy is invented."""

import pytest

from .drafting import advise, applicability, reworded

FINITE = [
    ("[Exosomes] {plump} tired skin.", "Exosomes may help plump tired skin."),
    ("[Our mist] {soothes} cheeks and {evens} tone.", "Our mist may help soothe cheeks and even out tone."),
    ("[They] {calm}, {soothe} and {repair} skin.", "They may help calm, soothe and repair skin."),
    ("[Our mask] {firmed} slack skin.", "Our mask may have helped firm slack skin."),
    ("[Our mask] has {firmed:participle} skin.", "Our mask may have helped firm skin."),
    ("[Exosomes] will {thicken} hair.", "Exosomes may help thicken hair."),
    ("[Exosomes] can help {thicken} hair.", "Exosomes may help thicken hair."),
    ("[They]’ll {thicken} hair.", "They may help thicken hair."),
    ("[Exosomes] help to {thicken} hair.", "Exosomes may help thicken hair."),
    ("[Exosomes] are {rebuilding} the dermis.", "Exosomes may be helping to rebuild the dermis."),
    ("Redness is {calmed:participle} by [exosomes].", "Redness may be calmed by exosomes."),
    ("Lines have been {softened:participle} by [exosomes].", "Lines may have been softened by exosomes."),
    ("Scars will be {faded:participle} by [exosomes].", "Scars may be faded by exosomes."),
    ("[Exosomes] work to {rebuild} skin.", "Exosomes may help rebuild skin."),
    ("[Our gel] is designed to {firm} skin.", "Our gel may help firm skin."),
    ("[Our gel] is able to {firm} skin.", "Our gel may help firm skin."),
    ("[Our gel] is capable of {firming} skin.", "Our gel may help firm skin."),
    ("[Exosomes] naturally {firm} skin.", "Exosomes may naturally help firm skin."),
    ("[Exosomes] instantly {firm} skin.", "Exosomes may help firm skin."),
    ("With [exosomes], lines {fade}.", "With exosomes, lines may fade."),
    ("With [exosomes], skin {regains} its bounce.", "With exosomes, skin may regain its bounce."),
    ("[Exosomes] do not just {hydrate} skin.", "Exosomes may do more than hydrate skin."),
    ("[Exosomes] tell your cells to {repair} themselves.", "Exosomes may encourage your cells to repair themselves."),
    ("[Exosomes] help skin {recover}.", "Exosomes may help skin recover."),
    ("[Exosomes] {erase} deep wrinkles.", "Exosomes may help soften the look of deep wrinkles."),
    ("[Exosomes] {turn} back the clock.", "Exosomes may help soften the look of ageing."),
    ("[Exosomes] {reverse} the signs of ageing.", "Exosomes may help soften the signs of ageing."),
    ("With [exosomes] you’ll {see} thicker hair.", "With exosomes you may see thicker-looking hair."),
    ("[It] {works} by {boosting} collagen.", "It may work by boosting collagen."),
    ("By {boosting} collagen, [it] firms skin.", "By potentially boosting collagen, it firms skin."),
]

OTHER = [
    ("A mask with [exosomes] to {firm} skin.", "A mask with exosomes that may help firm skin."),
    ("[It] sinks in, {leaving} skin dewy.", "It sinks in and may leave skin dewy."),
    ("[It] sinks in, {calming} and {cooling} skin.", "It sinks in and may help calm and cool skin."),
    ("[Exosomes] {boosting} collagen.", "Exosomes that may help boost collagen."),
    ("{Firm} your jawline with [our gel].", "Our gel may help firm your jawline."),
    ("{Say} goodbye to wrinkles with [our gel].", "Our gel may help soften the look of wrinkles."),
]

FRAGMENTS = [
    ("<Enhanced Skin Repair>", "May Help Enhance Skin Repair"),
    ("<Reduced redness>", "May help reduce redness"),
    ("<Elastin stimulation>", "May help stimulate elastin"),
    ("<Follicle activation>", "May help activate follicles"),
    ("<Reduction of redness>", "May help reduce redness"),
    ("<Cellular renewal>", "May support cellular renewal"),
    ("<Thicker, fuller hair>", "May help hair look thicker and fuller"),
    ("<Brighter, firmer and smoother skin>", "May help skin look brighter, firmer and smoother"),
    ("{Boosts} elastin", "May help boost elastin"),
    ("{Boost} elastin", "May help boost elastin"),
    ("{BOOST} ELASTIN NOW", "MAY HELP BOOST ELASTIN NOW"),
    ("{Boosts} Elastin Levels", "May Help Boost Elastin Levels"),
    ("Calm: {soothes} angry skin", "Calm: may help soothe angry skin"),
]

COMPOUNDS = [
    ("<Elastin-boosting> [exosomes]", "Exosomes that may help boost elastin"),
    ("Our <pore-refining> [exosome mask]", "Our exosome mask that may help refine pores"),
    ("An <age-defying> [exosome gel] for you", "An exosome gel that may help soften the look of ageing for you"),
    ("A <collagen-building> [exosome gel].", "An exosome gel that may help build collagen."),
]


@pytest.mark.parametrize(("marked", "expected"), FINITE + OTHER)
def test_sentences(marked: str, expected: str) -> None:
    assert reworded(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), FRAGMENTS)
def test_bullets(marked: str, expected: str) -> None:
    assert reworded(marked, "list-item") == expected


@pytest.mark.parametrize(("marked", "expected"), COMPOUNDS)
def test_compounds(marked: str, expected: str) -> None:
    assert reworded(marked, "heading", construction="compound") == expected


def test_a_proof_claim_is_thought_not_proven() -> None:
    marked = "[Our gels] are clinically proven to {reduce} wrinkles."
    assert reworded(marked, level=4) == "Our gels are thought to help reduce the look of wrinkles."
    assert applicability(marked, level=4) == "unsafe"


def test_the_present_tense_follows_the_number_of_the_subject() -> None:
    assert reworded("[Our gel] has been shown to {firm} skin.").startswith("Our gel is thought to")
    assert reworded("[Our gels] have been shown to {firm} skin.").startswith("Our gels are thought to")


def test_an_appeal_to_studies_goes() -> None:
    assert reworded("Studies show that [exosomes] {firm} skin.", level=4) == "Exosomes may help firm skin."


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Our <clinically proven> exosome gel.", "Our exosome gel."),
        ("A <clinically proven> exosome gel.", "An exosome gel."),
        ("<Clinically proven> gel with exosomes.", "Gel with exosomes."),
        ("Our <FDA-approved> gel.", "Our gel."),
        ("Exosome facial (<best results>)", "Exosome facial"),
    ],
)
def test_words_that_assert_proof_are_removed(marked: str, expected: str) -> None:
    family = "approval" if "FDA" in marked else "superiority" if "best" in marked else "proof"
    advice = advise(marked, "heading", category=family, family=family, construction="proof", level=4)
    assert advice.suggestions[0] == expected
    assert advice.fix is not None and advice.fix.applicability == "safe"
    assert "Remove" in advice.advice


@pytest.mark.parametrize("marked", ["Our gel is <clinically proven>.", "<Proven results>", "It is <safe> and gentle."])
def test_words_that_carry_the_sentence_stay(marked: str) -> None:
    assert advise(marked, category="proof", family="proof", construction="proof", level=4).fix is None


@pytest.mark.parametrize(
    ("marked", "kind", "expected"),
    [
        ("[Exosomes] {firm} skin.", "paragraph", "safe"),
        ("{Firm} your skin.", "paragraph", "unsafe"),
        ("{Firm} your skin.", "list-item", "safe"),
        ("{Firm} your skin with [exosomes].", "paragraph", "safe"),
        ("A gel designed to {firm} skin.", "paragraph", "unsafe"),
        ("Our <skin-firming> [exosome gel] has landed.", "paragraph", "unsafe"),
    ],
)
def test_applicability(marked: str, kind: str, expected: str) -> None:
    construction = "compound" if "<" in marked else "finite"
    assert applicability(marked, kind, construction=construction) == expected


def test_american_spelling_is_kept() -> None:
    marked = "In any color, [exosomes] {turn} back the clock."
    assert reworded(marked) == "In any color, exosomes may help soften the look of aging."


def test_the_caveat_and_a_fact_follow_the_minimal_wording() -> None:
    first, second, third = advise("[Exosomes] {firm} skin!").suggestions
    assert first == "Exosomes may help firm skin!"
    assert second == "Exosomes may help firm skin, though more research is needed."
    assert "being studied" in third


def test_strict_fixes_carry_the_caveat() -> None:
    fix = advise("[Exosomes] {firm} skin.", strict=True).fix
    assert fix is not None
    assert [edit.content for edit in fix.edits] == ["may help firm", ", though more research is needed"]


def test_no_second_caveat() -> None:
    marked = "[Exosomes] {firm} skin, but studies are small."
    assert len(advise(marked).suggestions) == 2
