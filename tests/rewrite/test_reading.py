"""Rewrites that have to read well to a strict reader, not only to parse; the copy is invented."""

import pytest

from .test_shapes import fixed

SAFE = {
    # One *may* is enough for what the same subject does.
    "Exosome serum renews tired skin, improving its tone.": (
        "Exosome serum may help renew tired skin and improve its tone."
    ),
    "Our exosomes calm flushed cheeks, leaving them soft.": (
        "Our exosomes may help calm flushed cheeks and leave them soft."
    ),
    "Exosomes renew the neck, softening lines and lifting brows.": (
        "Exosomes may help renew the neck, soften lines and lift brows."
    ),
    "Our exosomes calm redness, dullness and scars to reveal smooth skin.": (
        "Our exosomes may help calm redness, dullness and scars and reveal smooth skin."
    ),
    # Who does it stays clear.
    "Exosomes carry lipids between cells, triggering renewal.": (
        "Exosomes carry lipids between cells and may help trigger renewal."
    ),
    "They travel into the dermis, boosting collagen.": "They travel into the dermis and may help boost collagen.",
    "At night exosomes start to act, calming the skin.": "At night exosomes start to act and may help calm the skin.",
    "At night exosomes get to work, **calming redness** as you doze.": (
        "At night exosomes get to work and may help **calm redness** as you doze."
    ),
    "They work at the root to rebuild follicles.": "They work at the root and may help rebuild follicles.",
    "It sinks in quickly, leaving skin dewy.": "It sinks in quickly and may leave skin dewy.",
    # Even is no verb alone.
    "Our exosome balm softens scars and evens skin tone.": (
        "Our exosome balm may help soften scars and even out skin tone."
    ),
    # A modal takes no adverb of frequency.
    "Exosomes generally firm the skin.": "Exosomes may help firm the skin.",
    "Skin is usually brighter after exosomes.": "Skin may be brighter after exosomes.",
    # What is reversed is lowered, whatever it is.
    "Exosomes reverse hair loss.": "Exosomes may help slow hair loss.",
    "Exosomes reverse roughness and calm the scalp.": "Exosomes may help soften roughness and calm the scalp.",
    # The adjective of what is reduced stays.
    "- Deep wrinkle reduction": "- May help reduce deep wrinkles",
    "- Deep line reduction after one visit": "- May help reduce deep lines after one visit",
    # Lists with capitals are one list of verbs.
    "- Firms the neck, Calms redness, Lifts the brows": "- May help firm the neck, calm redness, lift the brows",
    "- Reduce redness, Smooth rough skin, Boost collagen": (
        "- May help reduce redness, smooth rough skin, boost collagen"
    ),
    # Both halves of *not only … but also* are hedged by one may.
    "Exosomes not only smooth lines but also boost collagen.": (
        "Exosomes may not only help smooth lines but also boost collagen."
    ),
    "Our exosome gel not only calms redness but also lifts brows.": (
        "Our exosome gel may not only help calm redness but also lift brows."
    ),
    # A sentence opens with a capital.
    "100 % pure exosomes from Norway": "Pure exosomes from Norway",
}
UNSAFE = {
    # The noun before the comma could be what is meant.
    "Try our exosome veil, leaving skin dewy.": "Try our exosome veil, which may leave skin dewy.",
    # The reader does it, not the product.
    "Look five years younger with exosomes.": "You may look five years younger with exosomes.",
    "Look five years younger with exosome drops.": "You may look five years younger with exosome drops.",
    # A call to act behind the promise.
    "## Get your glow back – book exosomes now": "## You may get your glow back – book exosomes now",
    # How skin looks, not what it is.
    "An exosome veil for firmer, brighter skin.": "An exosome veil that may help skin look firmer and brighter.",
    "Rich exosome mask for silkier hair.": "Rich exosome mask that may help hair look silkier.",
}
LEFT = (
    # Infinitives that hang on something.
    "The sooner you begin with exosomes, the easier it is to firm the skin.",
    "With exosomes it is important to calm the skin.",
    "Exosomes are messengers, telling cells when and how to renew.",
    "You don’t need needles to look younger: exosomes are here.",
    "Nobody wants exosomes to look older.",
    # -ing forms before a noun.
    "- Calming and soothing properties",
    "- Smoothing and firming effects of exosomes",
    # The reader does it.
    "Wake up to smoother skin with exosomes.",
    "Leave the studio glowing with exosomes.",
    # Questions are not edited at all.
    "## Which exosome gel offers superior results for thin hair?",
    "Looking for a clinically proven exosome gel?",
    # Quoted and attributed words.
    "“Exosomes firm skin,” says our head nurse.",
    "According to Dr Halloway, exosomes firm the skin.",
    "Dr Halloway explains that exosomes smooth lines.",
    # A hedge would clash with what governs it.
    "Let it dry to ensure that exosomes penetrate the skin.",
    "You may have noticed that our exosome veil smooths lines.",
    "Nothing firms a neck quite like our exosome gel.",
    "Every single guest leaves with smoother skin after exosomes.",
    "8 out of 10 guests noticed thicker hair with exosomes.",
    "No serum firms the neck like our exosome gel.",
    "Our exosome gel smooths skin so well that guests skip primer.",
    "## Why exosomes work so well on scars",
    "## Why exosomes brighten skin so well",
    # Diseases in a list of objects.
    "Exosomes speed up the healing of wounds, leg ulcers and scars.",
    "Exosomes calm redness, psoriasis and dry skin.",
    # Bare nouns of quality.
    "- Vesicles of rice with superior bioactivity",
    "- Pharmaceutical-grade purity and consistency",
    # Somebody's own complaint is no field of research.
    "Exosomes for her redness",
    "Exosome therapy for your thinning hair",
    # A bare form shares the hedge before it.
    "They carry notes that may urge cells to rest, form new vessels (capillaries) and restore the skin.",
    "Exosomes could carry notes to cells, quieten nerves (at rest) and calm redness.",
    # An infinitive behind a dash has a subject before it.
    "We use exosomes — fifty billion a vial — to speed up healing.",
    "Each batch of our exosomes has the same potency.",
    "## Brighter Skin Tomorrow With Less Effort",
    "Exosome drops are well loved, and their effectiveness is maximised when they are used at night.",
    "Targeted exosome eye ritual for dark circles.",
)


@pytest.mark.parametrize("text", SAFE)
def test_what_is_put_in_place_reads_well(text: str) -> None:
    assert fixed(text, unsafe=False) == SAFE[text]


@pytest.mark.parametrize("text", UNSAFE)
def test_what_changes_the_tone_is_asked_for(text: str) -> None:
    assert fixed(text, unsafe=False) == text
    assert fixed(text, unsafe=True) == UNSAFE[text]


@pytest.mark.parametrize("text", LEFT)
def test_what_cannot_read_well_is_left(text: str) -> None:
    assert fixed(text, unsafe=True) == text
