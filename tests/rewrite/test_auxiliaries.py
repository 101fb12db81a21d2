"""What stands around the verb of a claim: auxiliaries, verbs of aspect and of helping, joints, marks and capitals."""

import pytest

from .outcomes import fixed, outcomes

SAFE = {
    "An exosome serum to feed the roots, boosting density.": (
        "An exosome serum that may help feed the roots and boost density."
    ),
    "Our exosome wrap carries lipids to firm skin, calming redness.": (
        "Our exosome wrap carries lipids and may help firm skin and calm redness."
    ),
    "Exosomes sink in, gently firming and lifting the neck.": (
        "Exosomes sink in and may gently help firm and lift the neck."
    ),
    "The exosome wrap is used with masks, firming skin.": (
        "The exosome wrap is used with masks and may help firm skin."
    ),
    "It quickly gets to work with exosomes to firm skin.": (
        "It quickly gets to work with exosomes, which may help firm skin."
    ),
    "It gently works on cells with exosomes to firm skin.": (
        "It gently works on cells with exosomes, which may help firm skin."
    ),
    "Exosomes were made to firm skin.": "Exosomes may help firm skin.",
    "Exosomes have helped firm skin.": "Exosomes may help firm skin.",
    "Exosomes have helped to firm skin.": "Exosomes may help firm skin.",
    "Exosomes helped firm skin.": "Exosomes may help firm skin.",
    "Exosomes had firmed skin.": "Exosomes may have helped firm skin.",
    "Exosomes had worked to firm skin.": "Exosomes may have helped firm skin.",
    "Exosomes worked to firm skin.": "Exosomes may have helped firm skin.",
    "Exosomes are working to firm skin.": "Exosomes may help firm skin.",
    "Our wrap with exosomes, working to firm skin, sells out.": (
        "Our wrap with exosomes, which may help firm skin, sells out."
    ),
    "Skin that has been firmed by exosomes": "Skin that may have been firmed by exosomes",
    "Your skin will have been firmed by exosomes.": "Your skin may have been firmed by exosomes.",
    "Lines would be softened by exosomes.": "Lines may be softened by exosomes.",
    "Exosomes would firm skin.": "Exosomes may help firm skin.",
    "Exosomes must firm skin.": "Exosomes may help firm skin.",
    "Exosomes should firm skin.": "Exosomes may help firm skin.",
    "Exosomes continue to firm skin.": "Exosomes may help firm skin.",
    "Exosomes start to firm skin at once.": "Exosomes may help firm skin at once.",
    "Exosomes try to firm skin.": "Exosomes may help firm skin.",
    "Exosomes firm, and calm, skin.": "Exosomes may help firm, and calm, skin.",
    "Exosomes firm skin and then calm redness.": "Exosomes may help firm skin and then calm redness.",
    "Exosomes both firm skin and calm redness.": "Exosomes may both help firm skin and calm redness.",
    "Exosomes firm skin as well as calming redness.": "Exosomes may help firm skin as well as calming redness.",
    "Exosomes firm skin while calming redness.": "Exosomes may help firm skin while potentially calming redness.",
    "Exosomes firm skin, then lift brows, and finally calm redness.": (
        "Exosomes may help firm skin, then lift brows, and finally calm redness."
    ),
    "Exosomes firm skin – and calm redness.": "Exosomes may help firm skin – and calm redness.",
    "Exosomes firm skin, so lines fade.": "Exosomes may help firm skin, so lines may fade.",
    "Exosomes firm skin so that lines fade.": "Exosomes may help firm skin so that lines may fade.",
    "Exosomes firm skin because they feed cells.": "Exosomes may help firm skin because they may help feed cells.",
    "Exosomes firm skin by feeding cells and calming redness.": (
        "Exosomes may help firm skin by feeding cells and calming redness."
    ),
    "Exosomes firm skin after lasers.": "Exosomes may help firm skin after lasers.",
    "Exosomes firm skin (and calm redness).": "Exosomes may help firm skin (and may help calm redness).",
    "Exosomes firm skin: lines fade, redness calms.": "Exosomes may help firm skin: lines may fade, redness may calm.",
    "Exosomes? They firm skin.": "Exosomes? They may help firm skin.",
    "They firm skin! Exosomes, we mean.": "They may help firm skin! Exosomes, we mean.",
    "EXOSOMES FIRM SKIN AND CALM REDNESS.": "EXOSOMES MAY HELP FIRM SKIN AND CALM REDNESS.",
    "Exosomes Firm Skin And Calm Redness": "Exosomes May Help Firm Skin And Calm Redness",
    "exosomes firm skin": "exosomes may help firm skin",
}

UNSAFE = {
    "These really useful exosomes gently speak to cells to firm the skin.": (
        "These really useful exosomes gently speak to cells to potentially firm the skin."
    ),
    "Exosomes gently speak to your cells to firm the skin.": (
        "Exosomes gently speak to your cells to potentially firm the skin."
    ),
}


@pytest.mark.parametrize(("text", "unsafe", "expected"), outcomes(SAFE, UNSAFE))
def test_what_stands_around_the_verb(text: str, unsafe: bool, expected: str) -> None:
    assert fixed(text, unsafe=unsafe) == expected
