"""What a copy editor would pass: sentences fixed from end to end, and those that are better left to a person."""

import pytest

from claimcheck.fix import fix_file
from claimcheck.model import SourceFile

from .test_end_to_end import findings

REWRITTEN = {
    # A purpose is tied to what does it, not to the nearest noun.
    "A balm with exosomes to plump dry cheeks.": "A balm with exosomes that may help plump dry cheeks.",
    "Supervised exosome sessions to calm redness and even tone.": (
        "Supervised exosome sessions that may help calm redness and even tone."
    ),
    "Our balm carries lipids to plump dry cheeks.": "Our balm carries lipids, which may help plump dry cheeks.",
    "Exosomes speak to your cells and your scalp to thicken hair.": (
        "Exosomes speak to your cells and your scalp and may help thicken hair."
    ),
    "Exosomes are vesicles that deliver lipids taken from fat cells to firm the skin.": (
        "Exosomes are vesicles that deliver lipids taken from fat cells and may help firm the skin."
    ),
    "It talks to skin cells to calm redness.": "It talks to skin cells and may help calm redness.",
    "Tiny couriers taken from rice cells, designed to firm the skin.": (
        "Tiny couriers taken from rice cells, thought to help firm the skin."
    ),
    "Little parcels sent by stem cells, formulated to reduce wrinkles.": (
        "Little parcels sent by stem cells, thought to help reduce wrinkles."
    ),
    # What is perfect for something may help do it.
    "Our exosome mask is perfect for achieving a glow, firming the skin and calming redness.": (
        "Our exosome mask may help achieve a glow, firm the skin and calm redness."
    ),
    "This exosome balm is an ideal choice for plumping lips and softening lines.": (
        "This exosome balm may help plump lips and soften lines."
    ),
    # Nobody helps tell, signal or ensure.
    "Exosomes tell your skin to mend itself.": "Exosomes may encourage your skin to mend itself.",
    "They instruct tired cells to renew themselves.": "They may encourage tired cells to renew themselves.",
    "Exosomes signal your cells to make collagen.": "Exosomes may signal your cells to make collagen.",
    "Their size allows them to easily penetrate deep into the skin.": (
        "Their size may allow them to easily penetrate deep into the skin."
    ),
    "Exosomes carry notes to nearby cells, telling them to calm redness.": (
        "Exosomes carry notes to nearby cells and may tell them to calm redness."
    ),
    "They speak to worn roots, telling them to grow hair.": (
        "They speak to worn roots and may tell them to grow hair."
    ),
    "Every vial is filtered twice to ensure the highest purity.": "Every vial is filtered twice.",
    "Our exosomes are sorted by hand to guarantee consistent quality and potency.": "Our exosomes are sorted by hand.",
    # All verbs of a list change alike.
    "It softens lines, battles dullness and plumps lips.": "It may help soften lines, battle dullness and plump lips.",
    "It directly enhances the skin’s repair, combats wear, and strengthens the barrier.": (
        "It may help enhance the skin’s repair, combat wear, and strengthen the barrier."
    ),
    "Exosome serum sinks in, firming cheeks and visibly calming redness.": (
        "Exosome serum sinks in and may help firm cheeks and calm redness."
    ),
    "Our exosome balm sinks in fast, plumping lips, softening lines and also calming redness.": (
        "Our exosome balm sinks in fast and may help plump lips, soften lines and also calm redness."
    ),
    "A balm that seals in oils, firms the skin and evens tone.": (
        "A balm that seals in oils and may help firm the skin and even out tone."
    ),
    "With our exosome balm, skin looks dewy and renewed.": "With our exosome balm, skin may look dewy and renewed.",
    "Exosomes feed the roots, thereby boosting hair growth.": (
        "Exosomes may help feed the roots, thereby potentially boosting hair growth."
    ),
    "While creams firm the surface, exosomes firm the skin.": (
        "While creams firm the surface, exosomes may help firm the skin."
    ),
    # A result behind a preposition takes one adverb.
    "Formulated with exosomes for firmer, brighter skin.": (
        "Formulated with exosomes that may help skin look firmer and brighter."
    ),
    "Dry lips? Exosomes go from coating them to gently repairing them.": (
        "Dry lips? Exosomes go from coating them to potentially repairing them gently."
    ),
    "Dull cheeks? Exosomes go from masking them to deeply renewing them.": (
        "Dull cheeks? Exosomes go from masking them to potentially renewing them deeply."
    ),
    "Made with exosomes for improved elasticity.": "Made with exosomes for potentially improved elasticity.",
    "The reward is often firmer skin with exosomes.": "The reward may be firmer skin with exosomes.",
    "The reward is also brighter skin with exosomes.": "The reward may also be brighter skin with exosomes.",
    "Exosome therapy has arrived. Reclaim your density and shine.": (
        "Exosome therapy has arrived. It may help reclaim your density and shine."
    ),
    "We love exosome therapy here. Rebuild your collagen by Friday.": (
        "We love exosome therapy here. It may help rebuild your collagen by Friday."
    ),
    # A compound and a purpose are one clause.
    "Pore-refining exosome balm with clay to mattify and calm skin.": (
        "Exosome balm with clay that may help refine pores, mattify and calm skin."
    ),
    "Skin-firming exosome gel with caffeine to brighten the cheeks.": (
        "Exosome gel with caffeine that may help firm skin and brighten the cheeks."
    ),
    "Watch fine lines fade with exosomes.": "You may see fine lines fade with exosomes.",
    "See redness fade with exosomes.": "You may see redness fade with exosomes.",
    "Skin heals quickly, looks calm and feels soft after exosomes.": (
        "Skin may heal quickly, look calm and feel soft after exosomes."
    ),
    "What makes exosomes special is how they renew skin.": (
        "What makes exosomes special is how they may help renew skin."
    ),
    # What is taken out leaves a sentence.
    "Exosomes are a clearly superior answer to dull winter skin.": "Exosomes are an answer to dull winter skin.",
    "Our gel is the most potent exosome gel we make.": "Our gel is an exosome gel we make.",
}
BULLETS = {
    "Improved tone, reduced redness and increased elasticity": (
        "May help improve tone, reduce redness and increase elasticity"
    ),
    "Enhanced glow and softened lines": "May help enhance glow and soften lines",
    "Reduction in fine lines and improved firmness": "May help reduce fine lines and improve firmness",
    "Skin renewal, collagen synthesis": "May support skin renewal and collagen synthesis",
    "Faster recovery, visible glow": "May offer faster recovery and visible glow",
    "Results in 2–4 weeks": "Results may show in 2–4 weeks",
    "Results after 3 sessions": "Results may show after 3 sessions",
    "Visibly lifts, firms and sculpts": "May help lift, firm and sculpt",
    "Natural-looking results": "May offer natural-looking results",
    "Long-lasting glow": "May offer a long-lasting glow",
    "Noticeable softening and glow": "May offer noticeable softening and glow",
    "Reviving tired cells: exosomes pass on a message.": ("May help revive tired cells: exosomes pass on a message."),
    "Regeneration activation": "May help activate regeneration",
}
LEFT = (
    # No verb after all.
    "Our clinics report visible increases in density with exosomes.",
    "Exosome hair programs combining growth factors and light.",
    "Minerva brings exosomes to your door with a plumping protocol built on science.",
    "Our exosome gel enhances the skin’s repair by night and hugs it.",
    # Somebody else's verb.
    "If you are ready to restart your collagen, call us about exosomes.",
    "Our studio offers clients looking to firm their skin the latest in exosome care.",
    "Exosomes suit people seeking to improve their skin texture.",
    "Clients who firm their skin with exosomes come back.",
    "Those who smooth fine lines with our exosome serum tell their friends.",
    "An exosome plan for clients aiming to firm their skin.",
    "While creams firm the surface, exosomes are new.",
    "The goal of exosome care is to firm skin.",
    "The purpose of exosomes is to calm redness.",
    "Add exosome gel to your glow menu.",
    "Current evidence supports better elasticity with exosomes.",
    "Fibroblasts, the cells responsible for producing collagen, listen to exosomes.",
    "How exosomes speak with and renew cells",
    "In short, plumping cheeks with exosomes takes a week.",
    # Compounds that have no object, or stand in a list.
    "Say goodbye to grey days and hello to a radiant glow with exosomes.",
    "Boost your results by adding exosomes to any peel.",
    "Bio-restructuring exosome actives in a jar.",
    "Our masks, barrier-soothing creams and exosome vials arrive on Monday.",
    "Pore-refining exosome balm with clay that may help calm skin.",
    "Two sessions of exosome care are advised to firm the skin.",
    # Little would be left.
    "Exosome serum: one of the most powerful tools we own.",
    "Our exosome gel offers a superior method.",
    # Names, concerns and labels.
    "## Nimbus Series — Stem Rejuvenation",
    "## Line Two — Hair Rejuvenation",
    "- Surgeon-led hair regrowth",
    "- Exosome-driven skin renewal",
    "- Skincare & regeneration",
    "- New strands thickening and extending",
    "- Full density improvement measurable",
    "- Improved tone and firmer skin",
    "- Wrinkles and dull skin",
    "- Safe sessions",
)


def fixed(text: str, heading: str = "# Exosome therapy") -> str:
    whole = fix_file(SourceFile("a.md", f"{heading}\n\n{text}\n"), findings, unsafe=True)
    assert whole.withheld == (), text
    return whole.text.removeprefix(f"{heading}\n\n").rstrip("\n")


@pytest.mark.parametrize("text", REWRITTEN)
def test_the_sentence_reads_well(text: str) -> None:
    assert fixed(text) == REWRITTEN[text]


@pytest.mark.parametrize("text", BULLETS)
def test_the_bullet_reads_well(text: str) -> None:
    assert fixed(f"- {text}", "# Benefits of exosome therapy") == f"- {BULLETS[text]}"


@pytest.mark.parametrize("text", LEFT)
def test_what_no_rule_rewrites_well_is_left_with_advice(text: str) -> None:
    assert fixed(text, "# Benefits of exosome therapy") == text
