"""Sentences of many shapes, and how sure their rewrite is: safe ones are made by ``--fix``, others when asked for.

Where a change of the code turns one of these into another wording, a reader should say which of the two is better.
"""

import pytest

from .outcomes import fixed, outcomes

SAFE = {
    "Reduces fine lines, Boosts elastin, Evens tone": "May help reduce fine lines, boost elastin, even out tone",
    "Tightens necks, Calms redness, Lifts brows": "May help tighten necks, calm redness, lift brows",
    "The same letters that wake tired roots also boost elastin, reduce lines and improve tone.": (
        "The same letters that may wake tired roots also boost elastin, reduce lines and improve tone."
    ),
    "Visibly firms and smooths skin by boosting elastin.": ("May help firm and smooth skin by boosting elastin."),
    "Supports the dermis by speeding up fibroblast activity.": (
        "May help support the dermis by speeding up fibroblast activity."
    ),
    "Revives dull skin by feeding the barrier and locking in moisture.": (
        "May help revive dull skin by feeding the barrier and locking in moisture."
    ),
    "The gel wakes fibroblasts, leading to firmer skin, better tone and a calmer look.": (
        "The gel may wake fibroblasts and lead to firmer skin, better tone and a calmer look."
    ),
    "Daily exosome toner supporting scalp health and a calm barrier.": (
        "Daily exosome toner that may help support scalp health and a calm barrier."
    ),
    "Nightly exosome mist targeting several signs of ageing.": (
        "Nightly exosome mist that may help target several signs of ageing."
    ),
    "Exosome shampoo supporting follicle health": "Exosome shampoo that may help support follicle health",
    "Exosomes offer a new approach to fading scars.": "Exosomes may offer a new approach to fading scars.",
    "Reminding cells: exosomes help to calm an angry scalp.": "Reminding cells: exosomes may help calm an angry scalp.",
    "Exosome therapy uses these vesicles, often taken from rice, to signal tired cells to renew themselves.": (
        "Exosome therapy uses these vesicles, often taken from rice, which may signal tired cells to renew themselves."
    ),
    "Stimulate tired roots and regrow hair with doctor-led exosome sessions in Lindow.": (
        "Doctor-led exosome sessions in Lindow may help stimulate tired roots and regrow hair."
    ),
    "- Deep cellular regeneration": "- May support deep cellular regeneration",
    "- Anti-ageing: it helps reduce the look of lines and improve tone.": (
        "- Anti-ageing: it may help reduce the look of lines and improve tone."
    ),
    "Exosome-rich scalp serums and follicle-stimulating tonics for the weeks between sessions.": (
        "Exosome-rich scalp serums and tonics that may help stimulate follicles for the weeks between sessions."
    ),
    "We offer exosome therapy, using billions of rice particles to trigger renewal and thick hair growth.": (
        "We offer exosome therapy, using billions of rice particles, which may help trigger renewal and "
        "thick hair growth."
    ),
    "Our exosome therapy offers renewing plans, including lotions to calm redness; masks to firm the skin.": (
        "Our exosome therapy offers renewing plans, including lotions, which may help calm redness; "
        "masks, which may help firm the skin."
    ),
    "This duo boosts healing, offering our guests a gentle plan to achieve radiant skin.": (
        "This duo may help boost healing, offering our guests a gentle plan to achieve radiant skin."
    ),
    "Unlike stem cells, exosomes work by sending notes that encourage cells to heal, renew or calm redness.": (
        "Unlike stem cells, exosomes work by sending notes that may encourage cells to heal, renew or calm redness."
    ),
    "Exosomes tighten necks permanently.": "Exosomes may help tighten necks.",
    "Exosomes smooth lines quickly and permanently.": "Exosomes may help smooth the look of lines quickly.",
    "Our nurses check every jar and use only medical-grade, clinically tested exosome gels.": (
        "Our nurses check every jar and use only exosome gels."
    ),
    "Gentle, science-backed exosome letters for the scalp.": "Gentle exosome letters for the scalp.",
    "Anyone looking for a strong, science-backed exosome peel is welcome.": (
        "Anyone looking for a strong exosome peel is welcome."
    ),
    "Made in FDA-compliant labs for purity and potency, our exosomes come on ice.": (
        "Made in FDA-compliant labs, our exosomes come on ice."
    ),
    "This cooling tool lets us set the warmth, boosting exosome absorption while reducing redness.": (
        "This cooling tool lets us set the warmth, boosting exosome absorption while potentially reducing redness."
    ),
    "Exosomes wake roots to enter the growth phase and extend it, allowing follicles to make stronger, longer hair.": (
        "Exosomes may wake roots to enter the growth phase and extend it, and allow follicles to make "
        "stronger, longer hair."
    ),
    "Our exosome mask really firms your neck and gently calms it.": (
        "Our exosome mask may help firm your neck and gently calm it."
    ),
    "Exosome drops can really help to lift your brows.": "Exosome drops may help lift your brows.",
    "Necks were tightened by our exosome wrap.": "Necks may have been tightened by our exosome wrap.",
    "Our exosome wrap is formulated to calm redness, to firm skin and to lift brows.": (
        "Our exosome wrap may help calm redness, firm skin and lift brows."
    ),
    "Our exosome wrap is made to calm redness and firm skin.": "Our exosome wrap may help calm redness and firm skin.",
    "Exosomes let your skin renew itself.": "Exosomes may let your skin renew itself.",
    "Exosomes enable cells to repair themselves.": "Exosomes may enable cells to repair themselves.",
    "Exosomes encourage hair to grow.": "Exosomes may encourage hair to grow.",
    "Exosomes train your skin to heal faster.": "Exosomes may help train your skin to heal faster.",
    "Exosomes eliminate crow's feet.": "Exosomes may help soften the look of crow's feet.",
    "Exosomes reverse hair loss.": "Exosomes may help slow hair loss.",
    "Exosomes stop shedding.": "Exosomes may stop shedding.",
    "Exosomes transform dull skin.": "Exosomes may help transform dull skin.",
    "Exosomes restore your youthful glow.": "Exosomes may help restore your youthful glow.",
    "Exosomes give your skin a new glow.": "Exosomes may give your skin a new glow.",
    "Exosomes deliver firmer skin.": "Exosomes may deliver firmer skin.",
    "Exosomes bring back your glow.": "Exosomes may bring back your glow.",
    "Exosomes speed up healing and cut redness down.": "Exosomes may help speed up healing and cut redness down.",
    "Exosomes turn back the clock and firm your neck.": (
        "Exosomes may help soften the look of ageing and firm your neck."
    ),
    "Wake up tired skin with exosome drops.": "Exosome drops may help wake up tired skin.",
    "GET FIRMER SKIN WITH EXOSOMES": "YOU MAY GET FIRMER-LOOKING SKIN WITH EXOSOMES",
    "Firm, Lift And Smooth Your Neck With Exosomes": "Exosomes May Help Firm, Lift And Smooth Your Neck",
    "You’ll love how exosomes firm your neck.": "You’ll love how exosomes may help firm your neck.",
    "Exosome peel – brightens skin, lifts brows.": "Exosome peel – may help brighten skin, lift brows.",
    "Exosome wrap (calms redness)": "Exosome wrap (may help calm redness)",
    "An exosome wrap that calms redness, firms skin and lifts brows.": (
        "An exosome wrap that may help calm redness, firm skin and lift brows."
    ),
    "The exosome wrap, which calms redness, sells out fast.": (
        "The exosome wrap, which may help calm redness, sells out fast."
    ),
    "Exosomes, the vesicles that firm skin, come from rice.": (
        "Exosomes, the vesicles that may help firm skin, come from rice."
    ),
    "Exosome gel with wrinkle-smoothing lipids": "Exosome gel with lipids that may help smooth wrinkles",
    "Exosomes firm your skin with no side effects.": "Exosomes may help firm your skin.",
    "Exosomes firm your skin without any risk.": "Exosomes may help firm your skin.",
    "Exosomes safely firm your skin.": "Exosomes may help firm your skin.",
    "Exosomes always firm your skin.": "Exosomes may help firm your skin.",
    "Exosomes treat acne and calm redness.": "Exosomes treat acne and may help calm redness.",
    "Try exosomes to smooth your lines.": "Try exosomes, which may help smooth your lines.",
    "Clients use exosomes to smooth lines.": "Clients use exosomes, which may help smooth lines.",
    "Exosomes carry lipids, and they firm the skin.": "Exosomes carry lipids, and they may help firm the skin.",
    "Because exosomes firm the skin, we love them.": "Because exosomes may help firm the skin, we love them.",
    "When exosomes reach your cells, they firm the skin.": (
        "When exosomes reach your cells, they may help firm the skin."
    ),
    "Do exosomes firm skin? Yes, they firm it fast.": "Do exosomes firm skin? Yes, they may help firm it fast.",
    "Skin is firmer, brighter and calmer after exosomes.": "Skin may be firmer, brighter and calmer after exosomes.",
    "Your hair will be thicker with exosomes.": "Your hair may be thicker with exosomes.",
    "Exosomes may firm the skin and they lift brows.": "Exosomes may firm the skin and they may help lift brows.",
    "Exosomes can firm the skin.": "Exosomes may help firm the skin.",
    "Exosomes help firm the skin.": "Exosomes may help firm the skin.",
    "Exosomes support collagen.": "Exosomes may help support collagen.",
    "Exosomes support firm skin and lift brows.": "Exosomes may help support firm skin and lift brows.",
    "- Firms the neck": "- May help firm the neck",
    "- Firming the neck": "- May help firm the neck",
    "- Reduction in pores": "- May help reduce pores",
    "- Skin tightening": "- May help tighten skin",
    "- Collagen stimulation and repair": "- May support collagen stimulation and repair",
    "- Improved Skin Texture": "- May Help Improve Skin Texture",
    "- Firmer skin: exosomes signal the dermis": "- May help skin look firmer: exosomes signal the dermis",
    "- Faster healing after lasers": "- May offer faster healing after lasers",
    "- Wrinkle reduction": "- May help reduce wrinkles",
    "- Glowing skin in 3 days": "- May help skin look glowing in 3 days",
    "We buy FDA-approved exosome vials.": "We buy exosome vials.",
    "Our highly potent, medical-grade exosome gel sinks in.": "Our highly potent exosome gel sinks in.",
    "- Anti-redness": "- May help reduce redness",
    "- Anti-shedding": "- May help reduce shedding",
}
UNSAFE = {
    "Delivers lipids meant to wake tired roots.": "Delivers lipids that may wake tired roots.",
    "It can be useful in calming or renewing tired skin.": (
        "It can be useful in potentially calming or renewing tired skin."
    ),
    "Exosomes pass on notes – calming your skin, fading scars, and firming the neck.": (
        "Exosomes pass on notes – potentially calming your skin, fading scars, and firming the neck."
    ),
    "Ideal after lasers or peels – speeding recovery and reducing redness.": (
        "Ideal after lasers or peels – potentially speeding recovery and reducing redness."
    ),
    "Calming face mist with exosomes, lipids and sugars to support recovery, bring moisture and calm redness.": (
        "Calming face mist with exosomes, lipids and sugars to potentially support recovery, bring "
        "moisture and calm redness."
    ),
    "Night serum with urea, clay, and rice exosomes to visibly refine skin texture and support elasticity.": (
        "Night serum with urea, clay, and rice exosomes to potentially refine skin texture and support elasticity."
    ),
    "Firm the neck, calm redness, and smooth lines with needling and rice exosomes in Lindow.": (
        "May help firm the neck, calm redness, and smooth lines with needling and rice exosomes in Lindow."
    ),
    "- Visible improvement in fewer sessions": "- Potentially visible improvement in fewer sessions",
    "Proven to calm flushing: the Veluna exosome veil": "May help calm flushing: the Veluna exosome veil",
    "Our exosome gel has been proven to smooth lines and lift brows.": (
        "Our exosome gel is thought to help smooth the look of lines and lift brows."
    ),
    "Clinical trials prove that exosome drops fade scars.": "Exosome drops may help fade the look of scars.",
    "Research shows exosomes regrow hair.": "Exosomes may help regrow hair.",
    "Exosomes are clinically shown to tighten necks.": "Exosomes are thought to help tighten necks.",
    "Get firmer skin with exosomes today.": "You may get firmer-looking skin with exosomes today.",
    "See thicker hair with exosomes.": "You may see thicker-looking hair with exosomes.",
    "Experience brighter skin with our exosome peel.": "You may see brighter-looking skin with our exosome peel.",
    "Achieve brighter skin with our exosome peel.": "You may achieve brighter-looking skin with our exosome peel.",
    "Exosomes are perfect for smoothing lines.": "Exosomes may help smooth lines.",
    "Exosomes are ideal for firming necks and lifting brows.": "Exosomes may help firm necks and lift brows.",
    "Our exosome wrap is a great choice for calming redness.": "Our exosome wrap may help calm redness.",
    "Exosomes for smoother skin and firmer necks": (
        "Exosomes, which are being studied for smoother skin and firmer necks"
    ),
    "A wrap with exosomes for smoother skin.": "A wrap with exosomes that may help skin look smoother.",
    "Exosomes are known to smooth lines.": "Exosomes are thought to help smooth the look of lines.",
    "Exosomes for hair loss": "Exosomes, which are being studied for hair loss",
    "Exosomes for a firmer neck": "Exosomes, which are being studied for a firmer neck",
    "Rice exosomes for scars and pores": "Rice exosomes, which are being studied for scars and pores",
    "Exosomes for glow": "Exosomes, which are being studied for glow",
    "With exosomes, tired skin is a thing of the past.": "With exosomes, tired skin may be a thing of the past.",
    "With exosomes, improvements are often visible within a week.": (
        "With exosomes, improvements may be visible within a week."
    ),
    "We love our exosome wrap. It’s proven to firm skin.": "We love our exosome wrap. It’s thought to help firm skin.",
    "We love our exosome wrap. It's proven to firm skin.": "We love our exosome wrap. It's thought to help firm skin.",
}
LEFT = (
    "It is a key to boosting hair density.",
    "Used after needling to firm the skin.",
    "They carry signals that show cells how to repair tissue.",
    "Experience the future of skin rejuvenation with exosome drops.",
    "- Fine-line and radiance improvement",
    "- Anti-ageing and texture refinement",
    "Enjoy exosome therapy for faster healing and visible improvements.",
    "Many guests choose it for maximum hair restoration.",
    "Signature exosome cream for deep renewal.",
    "These paths let exosomes sink deeper into the skin for faster recovery, improved tone and a better glow.",
    "Say goodbye to dull skin and hello to a glow with our exosome drops.",
    "Our collagen-boosting exosome gel sinks in fast.",
    "Our exosomes are FDA-approved.",
    "Our exosome gel is the purest on the market.",
    "Our exosome gel is 100% safe.",
    "Exosomes are safe and firm your skin.",
    "Exosomes firm your skin, guaranteed.",
    "Exosomes are guaranteed to firm your skin.",
    "Exosomes instantly calm redness and permanently fade scars.",
    "Exosomes calm redness by up to 40%.",
    "Exosomes calm redness and heal eczema.",
    "Exosomes have the power to smooth lines.",
    "The secret to firmer skin is exosomes.",
    "Exosomes play a role in skin repair.",
    "If you want firmer skin, our exosome wrap delivers it.",
    "“Exosomes firmed my neck in a week,” says Mia.",
    "I saw firmer skin after exosomes.",
    "9 in 10 saw firmer skin with exosomes.",
    "- Hair growth",
    "- Proven results",
    "- Clinically tested formula",
    "An exosome wrap for dull skin",
    "Exosomes for women",
    "Exosomes are for hair loss.",
    "What is exosome therapy for hair loss?",
    "Our exosomes come from FDA-compliant labs.",
    "Exosomes from FDA-approved facilities",
    "Our exosome gel gives clinically proven results.",
)


@pytest.mark.parametrize(("text", "unsafe", "expected"), outcomes(SAFE, UNSAFE, LEFT))
def test_shapes_are_fixed_as_surely_as_their_grammar_allows(text: str, unsafe: bool, expected: str) -> None:
    assert fixed(text, unsafe=unsafe) == expected
