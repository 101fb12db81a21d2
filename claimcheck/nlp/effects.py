"""Effects that a verb makes: *rebuilds collagen*, *calms and soothes*, *wrinkles are reduced*, *leaves skin radiant*.

A finder reads the classes of a unit and yields ``Effect``s; it knows neither the subject nor the cues.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.nlp import targets
from claimcheck.nlp.lexicon import PRODUCT, TARGET, Entry
from claimcheck.nlp.targets import Target
from claimcheck.nlp.units import Unit


@dataclass(slots=True)
class Effect:
    """An effect in a unit: item ranges, half-open."""

    start: int
    end: int
    head: int
    """The item that a cue must cover to change the effect."""
    family: str
    construction: str
    level: int = 3
    category: str = "benefit"
    verbs: tuple[int, ...] = ()
    boosts: bool = False
    needs: bool = False


def find(unit: Unit, used: set[int]) -> Iterator[Effect]:
    """The effects of the verbs of a unit, one for each family that a predicate touches; ``used`` gets their items."""
    for index, cls in enumerate(unit.classes):
        if cls == "V" and index not in used:
            yield from _verb(unit, index, used)


def _verb(unit: Unit, index: int, used: set[int]) -> Iterator[Effect]:
    entry = unit.entries[index]
    if entry is None:
        return
    form = unit.forms[index]
    if form == "gerund" and _describes_product(unit, index):
        return
    conjuncts = _conjuncts(unit, index)
    last = conjuncts[-1]
    owner = next((unit.entries[v] for v in conjuncts if unit.entries[v].own), entry)  # type: ignore[union-attr]
    construction = _construction(unit, index, form)
    if form == "participle" and _follows_be(unit, index):
        found = targets.of_subject(unit, index, entry)
        if _describes_place(unit, index):
            found = []
        construction = "passive"
    elif construction == "compound":
        found = targets.compound(unit, index, entry)
        if not found and entry.own:
            found = [(index, entry.family, entry.category)]
    else:
        found = targets.of_object(unit, last, unit.entries[last] or entry)
        following = unit.words[last + 1].text if last + 1 < len(unit.words) else ""
        related = index and unit.words[index - 1].text in unit.english.describing_words  # *cells that produce them*
        if not found and not entry.own and not related and following in unit.english.object_anaphors:
            found = targets.earlier(unit, index, entry)
    if not found and owner is not None and owner.own and targets.stands_alone(unit, last):
        found = [(last, owner.family, owner.category)]
    changes = form and _changes(unit, entry, form) and not _in_phases(unit, last)
    if not found and changes and targets.stands_alone(unit, last):
        found = targets.of_subject(unit, index, entry)
        if found and ((form == "base" and not _agrees(unit, found[0][0], index)) or _worsens(unit, found[0][0], entry)):
            found = []
        construction = "intransitive" if found else construction
    if found:
        found = found + _own_families(unit, conjuncts, found)
    seen: set[tuple[str, str]] = set()
    for target, family, category in found:
        used.update(range(min(index, target), max(last, target) + 1))
        if (family, category) in seen:
            continue
        seen.add((family, category))
        soft = entry.soft or _names_only(unit, target, entry) or _vague(unit, last, target)
        level = 4 if entry.lemma in unit.english.quantifying_verbs else 2 if soft else 3
        effect = Effect(
            min(index, target), max(last, target) + 1, index, family, construction, level, category, tuple(conjuncts)
        )
        yield effect
        if level == 4 and category == "benefit":
            yield _quantified(effect)


def _describes_product(unit: Unit, index: int) -> bool:
    """*with hydrating and nutrient-rich serums*, *Cooling & calming mask*: an adjective among others."""
    if (index and unit.classes[index - 1] != "p") or unit.classes[index + 1 : index + 2] not in (["&"], [","]):
        return False
    ahead = next((cls for cls in unit.classes[index + 1 :] if cls not in "&,-.aAMV'"), "")
    return ahead == PRODUCT


def _describes_place(unit: Unit, index: int) -> bool:
    """*the areas being treated*: a participle that says which, and not what becomes of it."""
    return unit.words[index - 1].text == "being" and unit.classes[index - 2] not in "bh"


def _vague(unit: Unit, verb: int, target: int) -> bool:
    """*awaken your skin's potential*: what is acted on is no effect."""
    stop = next((i for i in range(target + 1, len(unit.words)) if unit.classes[i] in "pt"), len(unit.words))
    stop = min(target + 4, stop)
    return any(unit.words[item].text.split()[-1] in unit.english.vague_nouns for item in range(verb + 1, stop))


def _quantified(effect: Effect) -> Effect:
    """*doubles collagen*: the figure is a claim of its own."""
    return Effect(effect.start, effect.end, effect.head, effect.family, effect.construction, 4, "number", effect.verbs)


def _names_only(unit: Unit, target: int, entry: Entry) -> bool:
    """*discover regeneration*: a field is named, nothing is done to anything."""
    names = entry.result and not entry.direction and entry.lemma in unit.english.naming_verbs
    return names and unit.classes[target] == "N"


def _own_families(unit: Unit, conjuncts: list[int], targets: list[Target]) -> list[Target]:
    """*brighten and firm the skin*: each verb that is an effect by itself adds its own family."""
    if len(conjuncts) < 2:
        return []
    entries = [unit.entries[verb] for verb in conjuncts]
    return [(targets[0][0], entry.family, entry.category) for entry in entries if entry is not None and entry.own]


def _in_phases(unit: Unit, verb: int) -> bool:
    """*hair grows in phases*: how nature has it."""
    ahead = [word.text for word in unit.words[verb + 1 : verb + 4]]
    return ahead[:1] == ["in"] and not unit.english.cycle_words.isdisjoint(ahead)


def _worsens(unit: Unit, noun: int, verb: Entry) -> bool:
    """*when your glow fades*: a good thing that grows less."""
    target = targets.sense(unit, noun, TARGET)
    return verb.direction == "down" and target is not None and target.direction == "good"


def _agrees(unit: Unit, noun: int, verb: int) -> bool:
    """Whether a bare form fits its noun: *lashes grow*, *tone and shine improve*, *hair will grow*, not *Brow Grow*."""
    plural = unit.words[noun].text.endswith("s") or "&" in unit.classes[max(noun - 2, 0) : noun]
    if plural or "m" in unit.classes[noun:verb] or _begins(unit, verb):
        return True
    return any(word.text in unit.english.causatives for word in unit.words[max(noun - 4, 0) : noun])


def _begins(unit: Unit, verb: int) -> bool:
    """Whether a verb of aspect leads to it (*density begins to improve*, *density continues building*)."""
    before = verb - 2 if unit.classes[verb - 1] == "t" else verb - 1
    return before > 0 and any(lemma in unit.english.aspect_verbs for lemma, _ in unit.words[before].verbs)


def _changes(unit: Unit, entry: Entry, form: str) -> bool:
    """Whether the noun before can be what changes: *density improves*; in a fragment also *condition improved*."""
    if form in ("past", "participle") and not any(cls in "mbh" for cls in unit.classes):
        return bool(entry.own or entry.direction)
    return entry.own or entry.alone or (form == "gerund" and bool(entry.direction))


def _construction(unit: Unit, index: int, form: str) -> str:
    previous = unit.words[index - 1].text if index else ""
    if index and unit.classes[index - 1] == "-":
        return "compound"
    if form == "gerund":
        return "gerund" if index and unit.classes[index - 1] == "p" else "participle"
    if previous == "to":
        return "infinitive"
    position = index - 1
    while position >= 0 and unit.classes[position] in "a'":
        position -= 1
    if position < 0 or unit.classes[position] in (";", "c") or unit.words[position].text in ("and", ","):
        if form != "base" or (unit.finite_at[index] and position >= 0 and unit.classes[position] in ",&"):
            return "finite"
        return "imperative" if position < 0 or unit.classes[position] == ";" else _conjoined(unit, position)
    if unit.words[position].text == "to":
        return "infinitive"
    return "modal" if unit.classes[position] == "m" else "finite"


def _conjoined(unit: Unit, position: int) -> str:
    """A base form behind *and* or a comma continues the infinitive, modal or imperative before it."""
    for cursor in range(position - 1, -1, -1):
        if unit.forms[cursor] == "base" and unit.classes[cursor] in "Vv":
            return _construction(unit, cursor, "base")
        if unit.classes[cursor] == ";":
            break
    return "finite"


def _follows_be(unit: Unit, index: int) -> bool:
    position = index - 1
    while position >= 0 and unit.classes[position] in "a'Q":
        position -= 1
    return position >= 0 and unit.classes[position] == "b"


def _conjuncts(unit: Unit, index: int) -> list[int]:
    """The verb and those coordinated right behind it that share its object: *calms, soothes and repairs the skin*."""
    verbs = [index]
    position = index + 1
    while position < len(unit.classes):
        cls = unit.classes[position]
        if cls in ",&a":
            position += 1
        elif cls == "V" and unit.forms[position] == unit.forms[index] and unit.classes[position - 1] in ",&a":
            verbs.append(position)
            position += 1
        else:
            break
    return verbs
