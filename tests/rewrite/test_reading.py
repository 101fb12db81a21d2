"""Rewrites that have to read well to a strict reader, not only to parse; the copy is invented."""

import pytest

from .outcomes import fixed, outcomes

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
        "Our exosomes may help calm redness, dullness and scars, and reveal smooth skin."
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
    # The hedge of a clause covers its means and its examples.
    "Exosomes promote scalp repair by encouraging renewal.": (
        "Exosomes may help promote scalp repair by encouraging renewal."
    ),
    "Our exosome gel calms redness by soothing nerves and feeding cells.": (
        "Our exosome gel may help calm redness by soothing nerves and feeding cells."
    ),
    "Exosomes can bring several benefits, such as boosting collagen, calming redness, and softening lines.": (
        "Exosomes may bring several benefits, such as boosting collagen, calming redness, and softening lines."
    ),
    "Exosomes support the skin in many ways, including boosting collagen and calming redness.": (
        "Exosomes may help support the skin in many ways, including boosting collagen and calming redness."
    ),
    "Exosomes speak to your cells, telling them to renew.": "Exosomes speak to your cells and may tell them to renew.",
    "They wake tired cells, instructing them to renew and heal.": (
        "They may wake tired cells and instruct them to renew and heal."
    ),
    # An aside about a place is closed before the clause goes on.
    "Exosomes travel to the bulge, where roots rest, to trigger regrowth.": (
        "Exosomes travel to the bulge, where roots rest, and may help trigger regrowth."
    ),
    "Exosomes sink to the dermis, where fibres are made, boosting collagen.": (
        "Exosomes sink to the dermis, where fibres are made, and may help boost collagen."
    ),
    "Exosome gel can be utilised to calm redness by soothing nerves.": (
        "Exosome gel may help calm redness by soothing nerves."
    ),
    "Our exosome wrap is utilized to firm the neck.": "Our exosome wrap may help firm the neck.",
    # A verb and the infinitive behind its object stay together.
    "They instruct your older, damaged skin or hair cells to repair and act young again.": (
        "They may encourage your older, damaged skin or hair cells to repair and act young again."
    ),
    "They tell tired, thinning follicles to grow.": "They may encourage tired, thinning follicles to grow.",
    # A pair behind a pair gets a comma, and a pair alone has none.
    "Exosomes strengthen the barrier and calm the skin, slowing down ageing.": (
        "Exosomes may help strengthen the barrier and calm the skin, and slow down ageing."
    ),
    "This exosome facial speeds renewal and reduces the signs of ageing, leaving your skin soft.": (
        "This exosome facial may help speed renewal and reduce the signs of ageing, and leave your skin soft."
    ),
    "Exosome gel brightens skin, and is used to calm the scalp.": (
        "Exosome gel may help brighten skin and calm the scalp."
    ),
    "Exosome gel calms skin, and it firms the neck.": "Exosome gel may help calm skin, and it may help firm the neck.",
    "Our exosome peel lifts the brows, tightens the jaw, and is loved by guests.": (
        "Our exosome peel may help lift the brows and tighten the jaw, and is loved by guests."
    ),
    "Exosome gel firms the neck, calms redness, fades scars, and comes in glass.": (
        "Exosome gel may help firm the neck, calm redness and fade scars, and comes in glass."
    ),
    # The first half of *not only* is a claim too.
    "Not only do exosomes calm redness, they also rebuild collagen.": (
        "Not only may exosomes help calm redness, they may also help rebuild collagen."
    ),
    "Not only does our exosome gel firm the neck, it also fades scars.": (
        "Not only may our exosome gel help firm the neck, it may also help fade scars."
    ),
    # An adverb stays with the verb before it.
    "Exosome serum sinks in quickly to plump lines.": "Exosome serum sinks in quickly and may help plump lines.",
    "Exosomes travel freely to wake tired roots.": "Exosomes travel freely and may wake tired roots.",
    # Verbs listed behind *helps* share its hedge.
    "An exosome cream that gives light coverage, helps strengthen the barrier, nourishes skin and brings a glow.": (
        "An exosome cream that gives light coverage and may help strengthen the barrier, nourish skin and bring a glow."
    ),
    "Exosome serum helps calm redness, firms the neck and brightens skin.": (
        "Exosome serum may help calm redness, firm the neck and brighten skin."
    ),
    # An adjective and a verb under one modal.
    "The exosome drops are lifting and firm the neck.": "The exosome drops may be lifting and help firm the neck.",
    "The exosome mist is soothing and calms your scalp.": "The exosome mist may be soothing and help calm your scalp.",
    "Exosome drops are lifting and help firm the neck.": "Exosome drops may be lifting and help firm the neck.",
    "The exosome mist is deeply calming and firms your neck.": (
        "The exosome mist may be deeply calming and help firm your neck."
    ),
    "Exosome mist is refreshing and helps firm skin.": "Exosome mist may be refreshing and help firm skin.",
    # Words set apart by quotation marks stay alone in them.
    "They 'rewire' tired cells in the scalp.": "They may help 'rewire' tired cells in the scalp.",
    "By night exosomes “refresh” tired skin.": "By night exosomes may help “refresh” tired skin.",
    # An adverb of degree stays with its adjective.
    "Exosome gel is especially calming.": "Exosome gel may be especially calming.",
    "Skin is also brighter after exosomes.": "Skin may also be brighter after exosomes.",
    # A compound moves right behind its noun.
    "An exosome plan, paired with pore-refining sessions under medical oversight.": (
        "An exosome plan, paired with sessions that may help refine pores under medical oversight."
    ),
    "Exosome drops with collagen-boosting peptides through the night": (
        "Exosome drops with peptides that may help boost collagen through the night"
    ),
    # *Slow thinning hair* could be read the wrong way.
    "Our exosome clinic reverses thinning hair.": "Our exosome clinic may help improve the look of thinning hair.",
    "Exosomes stop thinning hair.": "Exosomes may help improve the look of thinning hair.",
    # A label and its sentence would both open with *may*.
    "- Skin tightening: lifts the neck.": "- Skin tightening: may help lift the neck.",
    "- Collagen stimulation: helps restore firmness.": "- Collagen stimulation: may help restore firmness.",
    # A sentence opens with a capital, and so does what follows a label.
    "- The glow: Helps restore firmness with exosomes.": "- The glow: Exosomes may help restore firmness.",
    "100 % pure exosomes from Norway": "Exosomes from Norway",
}
UNSAFE = {
    # The noun before the comma could be what is meant.
    "Try our exosome veil, leaving skin dewy.": "Try our exosome veil, which may leave skin dewy.",
    # The visit does not calm, its last step does; nor do the exosomes that settle firm.
    "The visit ends with a coat of sun cream to protect your renewed skin.": (
        "The visit ends with a coat of sun cream, which may help protect your renewed skin."
    ),
    "Each exosome session starts with a warm mask to calm redness.": (
        "Each exosome session starts with a warm mask, which may help calm redness."
    ),
    "The dermis drinks in the exosomes so they can settle, resulting in firmer skin.": (
        "The dermis drinks in the exosomes so they can settle, which may result in firmer skin."
    ),
    "Skin stays damp while they settle in, boosting collagen.": (
        "Skin stays damp while they settle in, which may help boost collagen."
    ),
    # What it is used for stays as it is.
    "We love exosomes because guests come to treat lines by boosting collagen.": (
        "We love exosomes because guests come to treat lines by potentially boosting collagen."
    ),
    "Our nurses take exosomes to work on lines by boosting collagen.": (
        "Our nurses take exosomes to work on lines by potentially boosting collagen."
    ),
    # What people report is theirs to say.
    "Clients report firmer skin after exosomes.": "Clients may report firmer skin after exosomes.",
    "Patients report thicker hair after exosomes.": "Patients may report thicker hair after exosomes.",
    # A slogan that says its verb twice.
    "## Renew Your Scalp, Renew Your Mood": "## May Help Renew Your Scalp, Renew Your Mood",
    "## Boost your glow, boost your day": "## May help boost your glow, boost your day",
    # One *may help* is enough.
    "Boost the glow with a second exosome layer, further improving renewal.": (
        "May help boost the glow with a second exosome layer and further improve renewal."
    ),
    "Boost the glow with a second exosome layer, visibly smoothing lines.": (
        "May help boost the glow with a second exosome layer and smooth lines."
    ),
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
    "We place exosomes near the bulge, where roots rest, to wake them.",
    "Exosomes are bubbles released by cells to help them talk.",
    "Exosomes, bubbles sent by fibroblasts to repair collagen, are tiny.",
    # A noun behind *to*.
    "Our exosomes bring peptides to target tissues.",
    "Exosomes take their letters to target cells.",
    # Nouns that look like verbs.
    "Our scalp plans and hair recovery programs combine exosomes with patience to tackle thinning.",
    "Guests like our exosome visit, with density increases measured through photographs.",
    "Exosome therapy moved from hiding lines to inviting natural repairs.",
    "With exosomes came remarkable lifts.",
    # Clauses that say when, ask, or tell of something else.
    "When creams fail and your glow fades, exosomes offer another way.",
    "Once the swelling settles and your skin clears, you can book exosomes again.",
    "We will wait with exosomes until the studies and the rules are clearer.",
    "It is not yet clear which exosomes boost collagen best.",
    "Exosomes reach your follicles, the roots that grow hair.",
    # The rest would stay a fact.
    "By supporting cell renewal, we help prevent the wear that ends in dull skin.",
    "By waking roots with exosomes, you take care of your hair.",
    # What brings people is not what they get.
    "Guests return to firm the neck with exosomes.",
    "Many guests come to calm redness with our exosome gel.",
    # Names in a row.
    "Herbal Facial, Cooling Foam, Radiant Glow Mask, Firming Renewal, Exosome Awakening",
    "Deep Cleanse, Exosome Mask, Calming Renewal, Brightening Tonic",
    # Echoes of a verb.
    "Guests notice calmer skin after exosomes, and so do we.",
    "Exosomes firm the neck, and so does sleep.",
    # Half of a list cannot go.
    "Our exosomes pass three checks to ensure exceptional purity, quality, and useful activity.",
    "Our exosomes are filtered for purity, potency, and a light scent.",
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


@pytest.mark.parametrize(("text", "unsafe", "expected"), outcomes(SAFE, UNSAFE, LEFT))
def test_it_reads_well(text: str, unsafe: bool, expected: str) -> None:
    assert fixed(text, unsafe=unsafe) == expected
