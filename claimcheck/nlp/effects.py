"""Effects that a verb makes: *rebuilds collagen*, *calms and soothes*, *wrinkles are reduced*, *leaves skin radiant*.

A finder reads the classes of a unit and yields ``Effect``s; it knows neither the subject nor the cues.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.nlp.lexicon import BODY, CHANGE, MODIFIER, NOUN, STATE, TARGET, Entry
from claimcheck.nlp.units import Unit

STOP_PREPOSITIONS = frozenset(
    ("at", "by", "after", "before", "with", "through", "via", "during", "following", "like", "unlike", "than")
)
OBJECT_SPAN = 16
"""Items behind a verb in which its object is sought."""
PHRASE = frozenset("dDSTNBUPKGRCHOAM.#-'&,pa?VtQXI")
DOWN = frozenset(("down", "any"))
QUANTIFIED = frozenset(("double", "triple", "halve", "quadruple", "cure"))
"""Lemmas that say how much, or all: level 4."""

Target = tuple[int, str, str]
"""(item, family, category)."""


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


def sense(unit: Unit, index: int, kind: str) -> Entry | None:
    """The sense of a kind that an item has, whatever class context gave it."""
    return unit.words[index].senses.get(kind)


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
    conjuncts = _conjuncts(unit, index)
    last = conjuncts[-1]
    owner = next((unit.entries[v] for v in conjuncts if unit.entries[v].own), entry)  # type: ignore[union-attr]
    construction = _construction(unit, index, form)
    if form == "participle" and _follows_be(unit, index):
        targets = _subject_targets(unit, index, entry)
        construction = "passive"
    elif construction == "compound":
        targets = _compound(unit, index, entry)
        if not targets and entry.own:
            targets = [(index, entry.family, entry.category)]
    else:
        targets = _targets(unit, last, unit.entries[last] or entry)
        if not targets and not entry.own and last + 1 < len(unit.words) and unit.words[last + 1].text in BACK_TO:
            targets = _earlier(unit, index, entry)
    if not targets and owner is not None and owner.own and _stands_alone(unit, last):
        targets = [(last, owner.family, owner.category)]
    if not targets and form and _changes(unit, entry, form) and _stands_alone(unit, last):
        targets = _subject_targets(unit, index, entry)
        construction = "intransitive" if targets else construction
    if targets:
        targets = targets + _own_families(unit, conjuncts, targets)
    seen: set[tuple[str, str]] = set()
    for target, family, category in targets:
        used.update(range(min(index, target), max(last, target) + 1))
        if (family, category) in seen:
            continue
        seen.add((family, category))
        soft = entry.soft or _names_only(unit, target, entry) or _vague(unit, last, target)
        level = 4 if entry.lemma in QUANTIFIED else 2 if soft else 3
        effect = Effect(
            min(index, target), max(last, target) + 1, index, family, construction, level, category, tuple(conjuncts)
        )
        yield effect
        if level == 4 and category == "benefit":
            yield _quantified(effect)


VAGUE = frozenset(("potential", "power", "ability", "capacity"))


def _vague(unit: Unit, verb: int, target: int) -> bool:
    """*awaken your skin's potential*: what is acted on is no effect."""
    stop = min(target + 4, len(unit.words))
    return any(unit.words[item].text in VAGUE for item in range(verb + 1, stop))


def _quantified(effect: Effect) -> Effect:
    """*doubles collagen*: the figure is a claim of its own."""
    return Effect(
        effect.start, effect.end, effect.head, effect.family, effect.construction, 4, "number", effect.verbs
    )


def _names_only(unit: Unit, target: int, entry: Entry) -> bool:
    """*discover regeneration*: a field is named, nothing is done to anything."""
    return entry.result and not entry.direction and unit.classes[target] == "N" and entry.lemma in ("discover", "love")


BACK_TO = frozenset(("them", "it"))


def _earlier(unit: Unit, index: int, entry: Entry) -> list[Target]:
    """*If you have lines, exosomes erase them*: the pronoun stands for a target before it."""
    if not entry.direction:
        return []
    for position in range(index - 1, -1, -1):
        target = sense(unit, position, TARGET) or sense(unit, position, BODY)
        if target is not None and unit.classes[position] in "TB":
            return [(index + 1, target.family, target.category)]
    return []


def _compound(unit: Unit, index: int, entry: Entry) -> list[Target]:
    """*collagen-boosting*: the target stands before the hyphen."""
    for position in range(index - 2, max(index - 4, -1), -1):
        target = sense(unit, position, TARGET) or sense(unit, position, NOUN) or sense(unit, position, BODY)
        if target is not None:
            family = entry.family if entry.own and target.kind == BODY and target.family != "hair" else target.family
            return [(position, family, target.category)]
        if unit.classes[position] not in "-B":
            break
    return []


def _own_families(unit: Unit, conjuncts: list[int], targets: list[Target]) -> list[Target]:
    """*brighten and firm the skin*: each verb that is an effect by itself adds its own family."""
    if len(conjuncts) < 2:
        return []
    entries = [unit.entries[verb] for verb in conjuncts]
    return [(targets[0][0], entry.family, entry.category) for entry in entries if entry is not None and entry.own]


def _changes(unit: Unit, entry: Entry, form: str) -> bool:
    """Whether the noun before can be what changes: *density improves*; in a fragment also *condition improved*."""
    if form in ("past", "participle") and not any(cls in "mbh" for cls in unit.classes):
        return bool(entry.own or entry.direction)
    return entry.own or entry.alone


def _construction(unit: Unit, index: int, form: str) -> str:
    previous = unit.words[index - 1].text if index else ""
    if previous == "-":
        return "compound"
    if form == "gerund":
        return "gerund" if index and unit.classes[index - 1] == "p" else "participle"
    if previous == "to":
        return "infinitive"
    position = index - 1
    while position >= 0 and unit.classes[position] in "a'":
        position -= 1
    if position < 0 or unit.classes[position] in (";", "c") or unit.words[position].text in ("and", ","):
        if form != "base":
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


def _targets(unit: Unit, verb: int, entry: Entry) -> list[Target]:
    """The targets in the verb's object; the skin or hair itself where nothing closer stands."""
    found: list[Target] = []
    if not (entry.direction or entry.result or entry.own or entry.treats or entry.outcome):
        return found
    body: Target | None = None
    direct = True
    classes = unit.classes
    for position in range(verb + 1, min(len(classes), verb + OBJECT_SPAN)):
        cls = classes[position]
        if _ends_object(unit, verb, position):
            break
        target = _target(unit, position, entry)
        if target:
            found.append(target)
        elif cls == "p" and unit.words[position].text not in DIRECT:
            direct = False
            if entry.result and not entry.direction and position > verb + 1:
                break
        elif body is None and direct and cls != "V" and (noun := sense(unit, position, BODY)) and _takes_body(entry):
            body = (position, _body_family(entry, noun), entry.category)
        elif entry.own and body is None and not found and cls in ".PRKGC" and position + 1 < len(classes):
            following = classes[position + 1]
            if cls == "." and following in (";", "p") and unit.words[position].text not in PRONOUN_OBJECTS:
                return []  # an object of another kind: it *lifts the lid*
    return found or ([body] if body else [])


DIRECT = frozenset(("of", "up", "out", "back", "away", "down"))
"""Prepositions and particles behind which a noun still is the object itself."""
PRONOUN_OBJECTS = frozenset(("itself", "themselves", "them", "yourself"))


def _body_family(entry: Entry, noun: Entry) -> str:
    if entry.own:
        return noun.family if noun.family == "hair" and entry.family != "ageing" else entry.family
    return noun.family


def _ends_object(unit: Unit, verb: int, position: int) -> bool:
    cls, word = unit.classes[position], unit.words[position].text
    if cls == "r":
        return position > verb + 1
    if cls == "v":
        return unit.forms[position] not in ("gerund", "participle")
    if cls not in PHRASE or word in STOP_PREPOSITIONS:
        return True
    if cls == "V" and unit.forms[position] == "base" and unit.entries[verb] and unit.entries[verb].soft:  # type: ignore[union-attr]
        return True  # *helps calm the face*: the verb behind it is the effect
    if cls == "t" and position + 1 < len(unit.classes) and unit.classes[position + 1] in "Vv":
        return True
    if cls in "Vv" and unit.forms[position] != "gerund" and unit.classes[position - 1] in ",&a":
        return True
    if cls == "V" and unit.forms[position] == "gerund" and unit.classes[position - 1] == ",":
        return True
    return cls == "," and position == verb + 1


def _takes_body(entry: Entry) -> bool:
    if entry.result and not entry.direction:
        return False
    return entry.own or entry.direction in ("up", "any")  # *change your skin*, not *reduce your skin*


def _target(unit: Unit, position: int, entry: Entry) -> Target | None:
    cls = unit.classes[position]
    target, noun = sense(unit, position, TARGET), sense(unit, position, NOUN)
    if target is not None and cls != "V":
        if not _agrees(entry, target.direction, target.category, unit, position):
            return None
        return position, _specific(unit, position, target), target.category
    down = entry.direction == "down" and not entry.result
    if noun is not None and cls != "V":
        return None if down else (position, _specific(unit, position, noun), noun.category)
    if cls == "O" and entry.outcome:
        return position, "other", "benefit"
    state = sense(unit, position, STATE)
    if state is not None and state.direction == "bad" and cls in "AM":
        relieves = entry.own or entry.direction in DOWN
        family = entry.family if entry.own else state.family
        return (position, family, state.category) if relieves and body_ahead(unit, position) >= 0 else None
    if state is not None and cls in "AM" and (entry.result or entry.direction) and not down:
        if body_ahead(unit, position) >= 0 or (entry.result and body_behind(unit, position)):
            return position, state.family, state.category
    return None


def _specific(unit: Unit, position: int, target: Entry) -> str:
    """*follicle regeneration* is about hair, whatever regeneration is about."""
    if target.family in ("regeneration", "ageing", "collagen", "radiance"):
        for cursor in range(max(position - 3, 0), position):
            body = sense(unit, cursor, BODY)
            if body is not None and body.family == "hair" and unit.classes[cursor] in "BT":
                return "hair"
    return target.family


def _agrees(entry: Entry, polarity: str, category: str, unit: Unit, position: int) -> bool:
    """Whether a verb of this direction makes a claim of a target of this polarity."""
    if category == "medical":
        return entry.treats or entry.direction in DOWN or entry.own
    if entry.own or entry.direction == "any" or entry.treats:
        return True
    if polarity == "good":
        return entry.direction == "up" or entry.result
    if entry.direction == "down":
        return True
    return entry.result and _modified_down(unit, position)


def _modified_down(unit: Unit, position: int) -> bool:
    """*see fewer wrinkles*, *enjoy reduced redness*, *notice a reduction in pores*."""
    for cursor in range(max(position - 5, 0), position):
        for kind in (MODIFIER, CHANGE):
            found = sense(unit, cursor, kind)
            if found is not None and found.direction in DOWN:
                return True
    return False


def body_ahead(unit: Unit, position: int) -> int:
    """The item of the body or target noun that an adjective stands before, or -1."""
    for cursor in range(position + 1, min(position + 7, len(unit.classes))):
        if unit.classes[cursor] != "A" and (sense(unit, cursor, BODY) or sense(unit, cursor, TARGET)):
            return cursor
        if unit.classes[cursor] not in "A,&.aM-DV'":
            return -1
    return -1


def body_behind(unit: Unit, position: int) -> bool:
    """Whether an adjective follows the body noun that it describes (*leaves skin radiant*)."""
    for cursor in range(position - 1, max(position - 8, -1), -1):
        if sense(unit, cursor, BODY) or unit.words[cursor].text in ("you", "it"):
            return True
        if unit.classes[cursor] not in "A,&.aMVvd-'bQ":
            return False
    return False


def _subject_targets(unit: Unit, index: int, entry: Entry) -> list[Target]:
    """Targets before the verb: *wrinkles are reduced*, *hair density improves*, *redness fades*."""
    for position in range(index - 1, max(index - 12, -1), -1):
        cls = unit.classes[position]
        if cls in ";,icS":
            break
        target = sense(unit, position, TARGET) or sense(unit, position, NOUN)
        if target is not None and cls in "TN":
            return [(position, _specific(unit, position, target), target.category)]
        body = sense(unit, position, BODY)
        if body is not None and (entry.own or entry.direction in ("any", "up")):
            return [(position, _body_family(entry, body), entry.category)]
    return []


def _stands_alone(unit: Unit, verb: int) -> bool:
    """No object follows: the end, a mark, a preposition, an adverb or a reflexive."""
    position = verb + 1
    while position < len(unit.classes) and unit.classes[position] == "a":
        position += 1
    if position >= len(unit.classes):
        return True
    return unit.classes[position] in ";,&pcibtQ" or unit.words[position].text in ("itself", "themselves", "them", "it")
