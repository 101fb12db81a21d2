"""The level of an effect by its construction and its place on the page, before any cue."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.nlp.discourse import OURS, Section
from claimcheck.nlp.effects import Effect
from claimcheck.nlp.lexicon import NOUN
from claimcheck.nlp.units import Unit

NAMING = ("category", "concern", "nominal", "state", "quality")
"""Constructions that name an effect and state none."""
FOR_SPAN = 20
"""Items behind *for* that still are what something is for."""


def base_level(unit: Unit, effect: Effect, section: Section, softened: bool, kind: str) -> int:
    """The level by construction, before any cue."""
    fragment, is_heading = not unit.finite, kind == "heading"
    if fragment and section.role == "neutral" and effect.construction in NAMING:
        return 0
    if effect.construction in ("category", "concern") and not fragment and _is_counted(unit, effect):
        return 3
    if effect.construction in ("category", "concern") and fragment and 0 < _colon(unit) < effect.start:
        return 2 if _is_bad(unit, effect.head) else 3
    if effect.construction in ("category", "concern") and not _is_bad(unit, effect.head) and _occurs(unit, effect):
        return 3
    if effect.construction == "category":
        return _category(unit, effect, section, fragment, is_heading)
    named = effect.construction == "imperative" or "O" in unit.classes
    label = effect.construction in ("state", "proof", "imperative") and named and _only(unit, effect)
    if label and fragment and is_heading:
        return 0  # *Visible results* over a table is a label
    if effect.construction in ("state", "proof") and _varies(unit, effect):
        return 0
    if effect.construction == "label":
        return 3 if section.role == "benefits" else 0
    equal = effect.start > 0 and unit.words[effect.start - 1].text in unit.english.equating
    named = not {"S", "P"}.isdisjoint(unit.classes)
    if effect.construction in ("quality", "state", "concern") and equal and named:
        return 3  # *exosomes = glow*
    if effect.construction == "concern":
        if any(lemma in unit.english.harming for lemma in _lemmas_before(unit, effect.start)):
            return 0  # *exosomes can cause swelling*: a warning
        tile = fragment and section.role == "benefits" and len(unit.words) <= 4
        tile = tile or (fragment and section.topic == OURS and _names_people(unit))
        tile = tile or (fragment and _is_listed(unit, kind, section) and _is_concerns(unit))
        return 2 if softened or tile or section.role == "concerns" or after_for(unit, effect.start) else 0
    if effect.construction == "quality":
        if fragment and after_for(unit, effect.start):
            return 3  # *for luminous, even skin*: a result
        bare = fragment and effect.start <= 1 and not after_for(unit, effect.start)
        return 3 if bare and section.role == "benefits" else 2
    aimed = effect.construction == "nominal" or _is_named(unit, effect)
    if aimed and after_for(unit, effect.start):
        return 2
    if effect.construction == "infinitive" and effect.level == 3 and _is_administered(unit, effect):
        return 2
    if effect.construction == "gerund" and effect.head and unit.words[effect.head - 1].text == "for":
        return 2
    if section.role == "concerns" and fragment and effect.construction in NAMING:
        return min(effect.level, 2)
    return effect.level


def _occurs(unit: Unit, effect: Effect) -> bool:
    """*Cell repair and follicle activation occur over weeks*: a benefit as the subject of what comes about."""
    ahead = range(effect.end, len(unit.words))
    emerging = (i for i in ahead if unit.words[i].text in unit.english.emerging and unit.classes[i] in ".vV")
    verb = next((i for i in emerging if unit.classes[i + 1 : i + 2] != ["-"]), 0)
    return verb > 0 and {"p", ";", "c", "m", "V", "b"}.isdisjoint(unit.classes[:verb])


def _is_named(unit: Unit, effect: Effect) -> bool:
    """*for deep skin renewal*: a modifier that changes nothing, before a category."""
    category = unit.entries[effect.end - 1]
    plain = not unit.words[effect.head].text.endswith(("ed", "er"))
    return effect.construction == "state" and plain and category is not None and category.kind == NOUN


def _varies(unit: Unit, effect: Effect) -> bool:
    """*Real results depend on your skin*."""
    following = unit.words[effect.end : effect.end + 1]
    return any(lemma in unit.english.varying_verbs for word in following for lemma, _ in word.verbs)


def _is_administered(unit: Unit, effect: Effect) -> bool:
    """*is applied to the skin to stimulate collagen*: the purpose of a procedure."""
    to = max((index for index in range(effect.head) if unit.classes[index] == "t"), default=0)
    verb = next((index for index in range(to - 1, -1, -1) if unit.classes[index] in "Vv"), -1)
    if verb < 0:
        return False
    lemmas = {lemma for lemma, _ in unit.words[verb].verbs}
    if unit.forms[verb] in ("past", "participle"):
        if unit.classes[verb - 1] != "b" and not lemmas.isdisjoint(unit.english.needing):
            return False  # *the signals needed to start repair*
        return not lemmas.isdisjoint(unit.english.administering_verbs)
    sold = not {"S", "P"}.isdisjoint(unit.classes[verb:to])
    wanting = unit.english.offering_verbs | unit.english.choosing_verbs
    return sold and not lemmas.isdisjoint(wanting)  # *we offer exosomes to restore hair*


def _lemmas_before(unit: Unit, start: int) -> Iterator[str]:
    """Lemmas of the verb whose list of objects an item stands in, but for a gerund (*conditions involving redness*)."""
    for position in range(start - 1, -1, -1):
        if unit.classes[position] in "Vv" and unit.forms[position] != "gerund":
            yield from (lemma for lemma, _ in unit.words[position].verbs)
            return
        if unit.classes[position] in ";cmi":
            return


def _only(unit: Unit, effect: Effect) -> bool:
    """Whether the effect is all that the unit says."""
    return all(cls in ";',&O" for i, cls in enumerate(unit.classes) if not effect.start <= i < effect.end)


def _names_people(unit: Unit) -> bool:
    """*Individuals with thinning hair*: whom it is for."""
    return unit.classes[0] == "H" or unit.words[0].text in unit.english.people_pronouns


def _is_listed(unit: Unit, kind: str, section: Section) -> bool:
    """Whether a piece is of the list of what the subject is for: an item, or a pair under a heading that names it."""
    pair = section.named and kind != "heading" and not {"&", ","}.isdisjoint(unit.classes)
    return section.topic == OURS and (kind == "list-item" or pair)


def _is_concerns(unit: Unit) -> bool:
    """*Fine lines & wrinkles*: a list item that names concerns and nothing else."""
    return all(cls in "TBA&,-';" for cls in unit.classes) and any(
        entry is not None and entry.direction == "bad" for entry in unit.entries
    )


def _is_list(unit: Unit, section: Section) -> bool:
    """*Skin renewal, cell proliferation*: nothing but outcomes, two or more."""
    outcomes = [entry for entry in unit.entries if entry is not None and entry.kind in "TNU"]
    return (
        len(outcomes) > 1 and ("," in unit.classes or section.named) and all(cls in "TNUB,&;" for cls in unit.classes)
        and all(entry.direction != "bad" for entry in outcomes)
    )  # fmt: skip


def _is_bad(unit: Unit, item: int) -> bool:
    entry = unit.entries[item]
    return entry is not None and entry.direction == "bad"


def _colon(unit: Unit) -> int:
    """The colon behind a label that names outcomes (*Key benefits: hydration, glow*), or 0."""
    end = next((index for index, word in enumerate(unit.words[:5]) if word.text == ":"), 0)
    return end if "O" in unit.classes[:end] else 0


def _is_counted(unit: Unit, effect: Effect) -> bool:
    """*the benefits of exosomes include hair growth*: a good thing in a list of outcomes."""
    before = unit.classes[: effect.start]
    if _is_bad(unit, effect.head) or not {"O", "S"} <= set(before):
        return False
    behind = unit.words[before.index("O") : effect.start]
    return any(word.text in unit.english.listing_words for word in behind)


def _category(unit: Unit, effect: Effect, section: Section, fragment: bool, is_heading: bool) -> int:
    """*Cellular renewal* as a tile of its own is an outcome; inside a name or a sentence it names a field."""
    near = range(effect.start - 3, effect.start) if effect.start > 1 else ()
    if any(unit.words[item].text in unit.english.possessing for item in near):
        return 3
    start = max(_list_start(unit, effect.start) - 3, 0)
    if _is_property(unit, effect) and any(word.text in ("with", "for") for word in unit.words[start : effect.start]):
        return 3  # *potent, with healing and regenerative properties*
    if is_heading and "O" in unit.classes:
        return 0  # *Results & recovery* is a label
    bare = fragment and len(unit.words) <= 6 and not any(cls in "SPRp" for cls in unit.classes)
    labels = effect.end < len(unit.words) and unit.words[effect.end].text == ":" and section.role == "benefits"
    if labels or (fragment and not is_heading and _is_list(unit, section)):
        return 3
    return 3 if bare and section.role == "benefits" else 2


def _list_start(unit: Unit, item: int) -> int:
    """Where a list of categories that an item stands in begins."""
    while item > 1 and unit.classes[item - 1] in "N&,":
        item -= 1
    return item


def _is_property(unit: Unit, effect: Effect) -> bool:
    """*anti-wrinkle benefits*, *regenerative properties*."""
    behind = unit.words[effect.end].text if effect.end < len(unit.words) else ""
    return {unit.words[effect.end - 1].text.split()[-1], behind} & unit.english.property_nouns != set()


def after_for(unit: Unit, start: int) -> bool:
    """Whether the phrase hangs on *for* (*exosomes for hair loss and scars*)."""
    for position in range(start - 1, max(start - FOR_SPAN, -1), -1):
        word, cls = unit.words[position].text, unit.classes[position]
        if word.rpartition(" ")[2] == "for":
            return position > 0 or "," not in unit.classes[:start]  # not *For hair, regrowth shows ...*
        if cls in ";cmbVv":
            return False
    return False
