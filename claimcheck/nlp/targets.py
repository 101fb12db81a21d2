"""Targets: what a verb is said to act on or to bring about, sought in its object and its subject."""

from __future__ import annotations

from claimcheck.nlp.lexicon import BODY, CHANGE, CUE, MODIFIER, NOUN, STATE, TARGET, Entry
from claimcheck.nlp.units import Unit

OBJECT_SPAN = 16
"""Items behind a verb in which its object is sought."""
PHRASE = frozenset("dDSTNBUPKGRCHOAM.#-'&,pa?VtQXI")
DOWN = frozenset(("down", "any"))
Target = tuple[int, str, str]
"""(item, family, category)."""


def sense(unit: Unit, index: int, kind: str) -> Entry | None:
    """The sense of a kind that an item has, whatever class context gave it."""
    return unit.words[index].senses.get(kind)


def earlier(unit: Unit, index: int, entry: Entry) -> list[Target]:
    """*If you have lines, exosomes erase them*: the pronoun stands for a target before it."""
    if not entry.direction:
        return []
    for position in range(index - 1, -1, -1):
        target = sense(unit, position, TARGET) or sense(unit, position, BODY)
        if target is not None and unit.classes[position] in "TB":
            return [(index + 1, target.family, target.category)]
    return []


def compound(unit: Unit, index: int, entry: Entry) -> list[Target]:
    """*collagen-boosting*: the target stands before the hyphen."""
    for position in range(index - 2, max(index - 4, -1), -1):
        target = sense(unit, position, TARGET) or sense(unit, position, NOUN) or sense(unit, position, BODY)
        if target is not None:
            family = entry.family if entry.own and target.kind == BODY and target.family != "hair" else target.family
            return [(position, family, target.category)]
        if unit.classes[position] not in "-B":
            break
    return []


def of_object(unit: Unit, verb: int, entry: Entry) -> list[Target]:
    """The targets in the verb's object; the skin or hair itself where nothing closer stands."""
    found: list[Target] = []
    if unit.classes[verb + 1 : verb + 2] == ["v"] and unit.forms[verb + 1] == "gerund":
        return found  # *keep applying the serum*
    if not (entry.direction or entry.result or entry.own or entry.treats or entry.outcome):
        return found
    body: Target | None = None
    direct = True
    classes, english = unit.classes, unit.english
    for position in range(verb + 1, min(len(classes), verb + OBJECT_SPAN)):
        cls = classes[position]
        if unit.finite_at[position] and cls in "Vvmbho":
            described = any(unit.words[i].text in english.describing_words for i in range(verb + 1, position))
            if described or _is_described(unit, verb):
                break  # *cells that drive ageing*, *a serum that firms skin is ...*: the object ended before
            mark = max((i for i in range(verb, position) if classes[i] in ",&"), default=verb)
            found = [target for target in found if mark == verb or target[0] < mark]
            body = body if body and (mark == verb or body[0] < mark) else None
            if mark == verb and classes[verb + 1] not in "QVv" and classes[verb - 1 : verb] != ["t"]:
                found, body = [], None  # *change skin looks*, but not *the power to change skin makes ...*
            break
        acts = (cls in "Vv" and unit.forms[position] == "base") or unit.words[position].text in english.copulas
        if entry.soft and acts and classes[position - 1] not in ",&":
            return []  # *helps calm the face*, *helps skin look smoother*: the verb behind it is the effect
        if _ends_object(unit, verb, position):
            break
        target = _target(unit, position, entry)
        if target:
            found.append(target)
        elif cls == "p" and unit.words[position].text not in english.object_particles:
            direct = False
            if entry.result and not entry.direction and (position > verb + 1 or unit.words[position].text == "for"):
                break  # *is offered for hair restoration*
        elif body is None and direct and cls != "V" and (noun := sense(unit, position, BODY)) and _takes_body(entry):
            body = (position, _body_family(entry, noun), entry.category)
        elif entry.own and body is None and not found and cls in ".PRKGC" and position + 1 < len(classes):
            following = classes[position + 1]
            if cls == "." and following in (";", "p") and unit.words[position].text not in english.object_pronouns:
                return []  # an object of another kind: it *lifts the lid*
    return found or ([body] if body else [])


def _is_described(unit: Unit, verb: int) -> bool:
    """Whether the verb belongs to a clause that describes a noun (*that firms*, *which may also help firm*)."""
    before = verb - 1
    while before > 0 and unit.classes[before] in "maVv":
        before -= 1
    return before >= 0 and unit.words[before].text in unit.english.describing_words


def _body_family(entry: Entry, noun: Entry) -> str:
    if entry.own:
        return noun.family if noun.family == "hair" and entry.family != "ageing" else entry.family
    return noun.family


def _ends_object(unit: Unit, verb: int, position: int) -> bool:
    cls, word = unit.classes[position], unit.words[position].text
    cue = unit.words[position].senses.get(CUE)
    if cue is not None and cue.cls == "negation" and cls == "Q":
        return True  # *brightens the skin without downtime*
    if cls == "r":
        return position > verb + 1
    if cls == "v":
        return unit.forms[position] not in ("gerund", "participle")
    if cls not in PHRASE or (word in unit.english.object_ending_prepositions and unit.classes[position - 1] != "-"):
        return True
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
    if "".join(unit.classes[position + 1 : position + 2]) in ("P", "C") and cls in "TN" and not entry.result:
        return None  # *add barrier cream*, *transform the beauty industry*
    if target is not None and cls != "V":
        if target.direction != "bad" and _is_scanty(unit, position, entry):
            return None
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
        turning = unit.words[position - 1].text in unit.english.copulas  # *stops skin from turning red*
        body = position if turning else body_ahead(unit, position)
        return (body, family, state.category) if relieves and body >= 0 else None
    carried = "".join(unit.classes[position + 1 : position + 2]) in ("K", "G")
    if entry.result and state is not None and cls in "AM" and carried:
        return position, state.family, state.category  # *delivers calming signals*
    promising = state is not None and cls in "AM" and (entry.result or entry.direction) and not down
    body = body_ahead(unit, position) if promising else -1
    if state is not None and promising and (body >= 0 or (entry.result and body_behind(unit, position))):
        return max(body, position), state.family, state.category
    return None


def _is_scanty(unit: Unit, position: int, entry: Entry) -> bool:
    """*gives minimal radiance*, *notice reduced firmness*: no good news."""
    before = unit.words[position - 1]
    less = before.senses.get(MODIFIER)
    lowered = entry.result and not entry.direction and less is not None and less.direction == "down"
    return lowered or before.text in unit.english.scanty


def _specific(unit: Unit, position: int, target: Entry) -> str:
    """*follicle regeneration* is about hair, whatever regeneration is about."""
    if target.family in ("regeneration", "ageing", "collagen", "radiance"):
        for cursor in range(position - 1, max(position - 4, -1), -1):
            if unit.classes[cursor] in ";,vVmbht":
                break
            body = sense(unit, cursor, BODY)
            if body is not None and body.family == "hair" and unit.classes[cursor] in "BT":
                return "hair"
    return target.family


def _agrees(entry: Entry, polarity: str, category: str, unit: Unit, position: int) -> bool:
    """Whether a verb of this direction makes a claim of a target of this polarity."""
    if category == "medical" and polarity == "bad":
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
        pronoun = unit.words[cursor].text in unit.english.described_pronouns
        if pronoun or sense(unit, cursor, BODY) or sense(unit, cursor, TARGET):
            return True
        if unit.classes[cursor] not in "A,&.aMVvd-'bQ":
            return False
    return False


def of_subject(unit: Unit, index: int, entry: Entry) -> list[Target]:
    """Targets before the verb: *wrinkles are reduced*, *hair density improves*, *redness fades*."""
    described = unit.forms[index] in ("past", "participle")
    for position in range(index - 1, max(index - 12, -1), -1):
        cls = unit.classes[position]
        if cls == "," and described:
            continue  # *jawline, visibly lifted*
        if cls in ";,icSP" or (cls == "&" and _joins_clauses(unit, position, index)):
            break
        described = described and cls == "a"
        target = sense(unit, position, TARGET) or sense(unit, position, NOUN)
        if target is not None and cls in "TN":
            if (target.direction == "bad" and _is_passing(unit, position)) or _is_topic(unit, position):
                break
            return [(position, _specific(unit, position, target), target.category)]
        body = sense(unit, position, BODY)
        if body is not None and cls not in "vV" and (entry.own or entry.direction in ("any", "up")):
            return [(position, _body_family(entry, body), entry.category)]
    return []


def _joins_clauses(unit: Unit, coordinator: int, verb: int) -> bool:
    """Whether a clause ends before a coordinator and the verb's begins there: *hair falls, and some is treated*."""
    return any(unit.finite_at[:coordinator]) and any(unit.finite_at[coordinator + 1 : verb])


def _is_topic(unit: Unit, item: int) -> bool:
    """*the science behind exosomes and hair growth is developing*: named as what something else is about."""
    return any(word.text in unit.english.topical_prepositions for word in unit.words[max(item - 4, 0) : item])


def _is_passing(unit: Unit, item: int) -> bool:
    """Whether a problem is one that the treatment itself brings: *any redness fades by the next day*."""
    return any(word.text in unit.english.passing for word in unit.words[max(item - 3, 0) : item])


def stands_alone(unit: Unit, verb: int) -> bool:
    """No object follows: the end, a mark, a preposition, an adverb or a reflexive."""
    position = verb + 1
    while position < len(unit.classes) and unit.classes[position] == "a":
        position += 1
    if position >= len(unit.classes):
        return True
    return unit.classes[position] in ";,&pcibtQX" or unit.words[position].text in unit.english.intransitive_followers
