"""Rewrites that once lost letters, left a verb behind, or hedged half of a pair; the copy is invented."""

import pytest

from .outcomes import fixed, outcomes

SAFE = {
    # A progressive passive is one verb group.
    "Our exosome gel brightens skin, and is being used to firm necks.": (
        "Our exosome gel may help brighten skin and firm necks."
    ),
    "Our exosome mist calms redness and is being used to smooth scars.": (
        "Our exosome mist may help calm redness and smooth scars."
    ),
    "The glow is lifted and lines are being softened by exosomes.": (
        "The glow may be lifted and lines may be softened by exosomes."
    ),
    "Redness is being calmed by exosomes.": "Redness may be calmed by exosomes.",
    # Verbs of a list that share one object, or have none.
    "Exosomes are calming, soothing and firming skin.": "Exosomes may be helping to calm, soothe and firm skin.",
    "Exosomes are soothing, calming or plumping skin.": "Exosomes may be helping to soothe, calm or plump skin.",
    "Exosome peel: brightens, lifts and firms.": "Exosome peel: may help brighten, lift and firm.",
    "Exosome mist calms, cools and smooths skin.": "Exosome mist may help calm, cool and smooth skin.",
    # A pair is hedged whole.
    "Our exosome serum works at night to give you skin that looks and feels years younger.": (
        "Our exosome serum works at night to give you skin that may look and feel years younger."
    ),
    "Skin that feels and looks years younger with exosomes.": (
        "Skin that may feel and look years younger with exosomes."
    ),
    "Exosomes not only hush stinging cheeks but bulk up wispy strands.": (
        "Exosomes may not only help hush stinging cheeks but also bulk up wispy strands."
    ),
    "Our exosome oil not only calms redness but lifts brows.": (
        "Our exosome oil may not only help calm redness but also lift brows."
    ),
    # What is left smooth is no verb.
    "Exosomes carry lipids to firm skin, leaving it smooth.": (
        "Exosomes carry lipids and may help firm skin, leaving it smooth."
    ),
    "Our exosome serum leaves hair thick and the scalp calm.": (
        "Our exosome serum may leave hair thick and the scalp calm."
    ),
    # Helping belongs to the noun before it, or to the verb.
    "Our exosome wrap, helping to firm skin, sells out.": "Our exosome wrap, which may help firm skin, sells out.",
    "Exosomes sink in, helping to firm skin.": "Exosomes sink in and may help firm skin.",
    # An idiom has its object already.
    "Exosomes take years off your face.": "Exosomes may take years off your face.",
    "Exosomes take years off.": "Exosomes may help soften the look of ageing.",
    # It happens by itself.
    "Skin treated with exosomes heals faster.": "Skin treated with exosomes may heal faster.",
    "Skin treated with exosomes heals more quickly.": "Skin treated with exosomes may heal more quickly.",
    # What is seen later on.
    "Exosome results, with hair regrowth, are usually noticeable by week 8.": (
        "Exosome results, with hair regrowth, may be noticeable by week 8."
    ),
    "Full results of exosomes, including lash regrowth and density, are typically visible at 3 months.": (
        "Full results of exosomes, including lash regrowth and density, may be visible at 3 months."
    ),
    # A hedge in an aside is not that of the sentence.
    "Exosomes, which could be pressed from oats, quell redness.": (
        "Exosomes, which could be pressed from oats, may help quell redness."
    ),
    "Our exosome drops, which can be kept cold, calm the scalp.": (
        "Our exosome drops, which can be kept cold, may help calm the scalp."
    ),
}
UNSAFE = {
    # The whole auxiliary is replaced.
    "It is proven to firm skin: exosome wrap.": "It is thought to help firm skin: exosome wrap.",
    "It has been proven to calm redness, exosome mist.": "It is thought to help calm redness, exosome mist.",
    "They’ve been proven to firm skin, these exosomes.": "They’re thought to help firm skin, these exosomes.",
    "It’s been proven to calm redness, our exosome mist.": "It’s thought to help calm redness, our exosome mist.",
    # The appeal to studies goes behind a label too, and one may is enough.
    "Exosome gel: Clinical trials show that exosome gel firms the neck.": (
        "Exosome gel: Exosome gel may help firm the neck."
    ),
    "Studies show that exosome gel firms the neck, leaving it soft.": (
        "Exosome gel may help firm the neck and leave it soft."
    ),
}
LEFT = (
    # Half of it would be hedged, or the wrong half.
    "Exosomes leave your scalp calm and your hair dense.",
    "Exosomes sink in, leaving the scalp calm.",
    "Skin being firmed by exosomes glows.",
    "Lashes being thickened by exosomes shine.",
    "Exosome serum firms, lifts.",
    "Exosomes had been proven to firm skin.",
    # When is no noun that a clause can describe.
    "They tell skin cells when to repair damaged tissue, exosomes do.",
    "Exosomes tell skin cells when to repair tissue, calm redness and build collagen.",
    # What is compared needs its adjective.
    "Exosomes have a more potent glow than retinol.",
    "Exosomes offer a more effective lift than fillers.",
    "Exosomes never fail to smooth lines and calm redness.",
    # Without the word they say nothing, or something else.
    "Exosomes manufactured in an FDA-registered facility.",
    "Made in a GMP-certified lab.",
    "99% pure exosomes, free from contaminants.",
    "Exosomes have a proven track record in skin care.",
    # The reader or the clinic does it.
    "Exosomes are revolutionising the way we treat ageing skin.",
    "Exosomes change the ways you treat redness.",
    # The words that present it as proven would stay.
    "Exosomes have shown great skill in promoting tissue repair.",
    "An exosome tonic with a proven record of filling in sparse crowns.",
)


@pytest.mark.parametrize(("text", "unsafe", "expected"), outcomes(SAFE, UNSAFE, LEFT))
def test_words_stay_whole(text: str, unsafe: bool, expected: str) -> None:
    assert fixed(text, unsafe=unsafe) == expected
