"""Effects: a verb with its target, a change that is named, a state that is promised.

Each finder reads the classes of a unit and yields ``Effect``s; none of them knows who the subject is or what cue
stands near.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.nlp.lexicon import BODY, CHANGE, MODIFIER, NOUN, STATE, TARGET, Entry
from claimcheck.nlp.units import Unit

STOP_PREPOSITIONS = frozenset(("by", "after", "before", "with", "through", "via", "during", "following", "like", "unlike"))
OBJECT_SPAN = 14
PHRASE = frozenset("dDSTNBUPKGRCHOAM.#-'&,pa?VtQ")
GOOD_DIRECTIONS = frozenset(("up", "any"))
BAD_DIRECTIONS = frozenset(("down", "any"))


@dataclass(slots=True)
class Effect:
    """An effect in a unit, as item ranges."""

    start: int
    end: int
    head: int
    """The item that cues must cover to change it."""
    family: str
    construction: str
    level: int = 3
    category: str = "benefit"
    verbs: tuple[int, ...] = ()
    boosts: bool = False


def find(unit: Unit) -> list[Effect]:
    """Every effect of a unit, in order of its head; one for each family that a predicate touches."""
    used: set[int] = set()
    effects: list[Effect] = []
    for index, cls in enumerate(unit.classes):
        if cls == "V":
            effects.extend(_verb(unit, index, used))
    for index, cls in enumerate(unit.classes):
        if index in used:
            continue
        if cls in "AM" or (cls == "a" and unit.words[index].text in ("more", "less")):
            effects.extend(_state(unit, index, used))
    for index, cls in enumerate(unit.classes):
        if index not in used and cls in "NUT":
            effects.extend(_nominal(unit, index, used))
    effects.sort(key=lambda effect: effect.head)
    return effects


def sense(unit: Unit, index: int, kind: str) -> Entry | None:
    """The sense of a kind that an item has, whatever class context gave it."""
    return unit.words[index].senses.get(kind)


def _verb(unit: Unit, index: int, used: set[int]) -> Iterator[Effect]:
    entry = unit.entries[index]
    if entry is None or index in used:
        return
    form = unit.forms[index]
    conjuncts = _conjuncts(unit, index)
    last = conjuncts[-1]
    passive = form == "participle" and _follows_be(unit, index)
    targets = _targets(unit, last, entry)
    if passive and not targets:
        targets = _subject_targets(unit, index, entry)
        construction = "passive"
    else:
        construction = _construction(unit, index, form)
    if not targets and entry.own and _stands_alone(unit, last):
        targets = [(last, entry.family, entry.category)]
    if not targets and not entry.result and form in ("base", "third", "past", "gerund"):
        targets = _subject_targets(unit, index, entry) if _stands_alone(unit, last) else []
        construction = "finite" if targets else construction
    seen: set[tuple[str, str]] = set()
    for target, family, category in targets:
        used.add(target)
        used.update(range(min(index, target), max(index, target) + 1))
        if (family, category) in seen:
            continue
        seen.add((family, category))
        yield Effect(
            min(index, target), max(last, target) + 1, index, family, construction,
            2 if entry.soft else 3, category, tuple(conjuncts),
        )  # fmt: skip


def _construction(unit: Unit, index: int, form: str) -> str:
    before = unit.classes[index - 1] if index else ""
    previous = unit.words[index - 1].text if index else ""
    if previous == "-":
        return "compound"
    if form == "gerund":
        return "gerund" if before == "p" else "participle"
    if previous == "to":
        return "infinitive"
    position = index - 1
    while position >= 0 and unit.classes[position] in "a'":
        position -= 1
    if position < 0 or unit.classes[position] == ";":
        return "imperative" if form == "base" else "finite"
    if unit.classes[position] == "m":
        return "modal"
    return "finite"


def _follows_be(unit: Unit, index: int) -> bool:
    position = index - 1
    while position >= 0 and unit.classes[position] in "a'Q":
        position -= 1
    return position >= 0 and unit.classes[position] == "b"


def _conjuncts(unit: Unit, index: int) -> list[int]:
    """The verb and those coordinated behind it that share its object: *calms, soothes and repairs the skin*."""
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


def _targets(unit: Unit, verb: int, entry: Entry) -> list[tuple[int, str, str]]:
    """(item, family, category) of each target in the verb's object."""
    found: list[tuple[int, str, str]] = []
    body: tuple[int, str, str] | None = None
    classes = unit.classes
    position = verb + 1
    while position < min(len(classes), verb + OBJECT_SPAN):
        cls = classes[position]
        if cls not in PHRASE or unit.words[position].text in STOP_PREPOSITIONS:
            break
        if cls in "Vv" and unit.forms[position] != "gerund" and classes[position - 1] in ",&a":
            break
        if cls == "," and not found and body is None:
            break
        target = _target(unit, position, entry)
        if target:
            found.append(target)
        elif body is None and (noun := sense(unit, position, BODY)) and _takes_body(entry, unit, position):
            body = (position, entry.family if entry.own else noun.family, entry.category)
        position += 1
    if entry.own:
        return found or ([body] if body else [])
    return found or ([body] if body else [])


def _takes_body(entry: Entry, unit: Unit, position: int) -> bool:
    if entry.result and not entry.direction:
        return False
    return entry.own or entry.direction in ("up", "any") or entry.treats


def _target(unit: Unit, position: int, entry: Entry) -> tuple[int, str, str] | None:
    cls = unit.classes[position]
    target = sense(unit, position, TARGET)
    noun = sense(unit, position, NOUN)
    if target is not None and cls not in "V":
        if not _agrees(entry, target.direction, target.category, unit, position):
            return None
        return position, target.family, target.category
    if noun is not None and (cls not in "V"):
        return (position, noun.family, noun.category) if not _only_down(entry) else None
    state = sense(unit, position, STATE)
    if state is not None and cls == "A" and (entry.result or entry.direction):
        if not _only_down(entry) and (_has_body_ahead(unit, position) or _has_body_behind(unit, position)):
            return position, state.family, state.category
        return None
    return None


def _only_down(entry: Entry) -> bool:
    return entry.direction == "down" and not entry.result


def _agrees(entry: Entry, polarity: str, category: str, unit: Unit, position: int) -> bool:
    """Whether a verb of this direction makes a claim of a target of this polarity."""
    if category == "medical":
        return entry.treats or entry.direction in BAD_DIRECTIONS or entry.own
    if entry.own:
        return True
    if entry.direction == "any" or entry.treats:
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
            if found is not None and found.direction in BAD_DIRECTIONS:
                return True
    return False


def _has_body_ahead(unit: Unit, position: int) -> bool:
    for cursor in range(position + 1, min(position + 6, len(unit.classes))):
        if sense(unit, cursor, BODY) or sense(unit, cursor, TARGET):
            return True
        if unit.classes[cursor] not in "A,&.aM-DV'":
            return False
    return False


def _has_body_behind(unit: Unit, position: int) -> bool:
    for cursor in range(position - 1, max(position - 8, -1), -1):
        if sense(unit, cursor, BODY) or unit.words[cursor].text in ("you", "it"):
            return True
        if unit.classes[cursor] not in "A,&.aMVd-'bQ":
            return False
    return False


def _subject_targets(unit: Unit, index: int, entry: Entry) -> list[tuple[int, str, str]]:
    """Targets before the verb: *wrinkles are reduced*, *hair density improves*, *redness fades*."""
    for position in range(index - 1, max(index - 12, -1), -1):
        cls = unit.classes[position]
        if cls in ";,ic" and cls:
            break
        if cls in "S":
            break
        target = sense(unit, position, TARGET) or sense(unit, position, NOUN)
        if target is not None and cls in "TN":
            return [(position, target.family, target.category)]
        body = sense(unit, position, BODY)
        if body is not None and (entry.own or entry.direction == "any"):
            return [(position, entry.family if entry.own else body.family, entry.category)]
    return []


def _stands_alone(unit: Unit, verb: int) -> bool:
    """No object follows: the end, a mark, a preposition or an adverb."""
    position = verb + 1
    while position < len(unit.classes) and unit.classes[position] == "a":
        position += 1
    if position >= len(unit.classes):
        return True
    return unit.classes[position] in ";,&pcibt" or unit.words[position].text in ("itself", "themselves", "it", "out")


def _state(unit: Unit, index: int, used: set[int]) -> Iterator[Effect]:
    """*thicker hair*, *improved texture*, *skin looks younger*, *reduced redness*."""
    cls = unit.classes[index]
    if cls == "M":
        yield from _modified(unit, index, used)
        return
    entry = sense(unit, index, STATE)
    if entry is None:
        return
    comparative = _is_comparative(unit, index)
    if _predicate(unit, index) or (comparative and index == len(unit.classes) - 1 - _trailing(unit)):
        used.add(index)
        yield Effect(_predicate_start(unit, index), index + 1, index, entry.family, "copula", 3, entry.category)
        return
    if _has_body_ahead(unit, index):
        end = index + 1
        family = entry.family
        while end < len(unit.classes) and unit.classes[end] in "A,&.aM-TBNV'":
            noun = sense(unit, end, BODY) or sense(unit, end, TARGET)
            used.add(end)
            end += 1
            if noun is not None:
                family = noun.family if noun.kind == TARGET or noun.family == "hair" else family
                break
        level = 3 if comparative else 2
        yield Effect(index, end, index, family, "state", level, entry.category)


def _trailing(unit: Unit) -> int:
    return 1 if unit.classes and unit.classes[-1] == ";" else 0


def _is_comparative(unit: Unit, index: int) -> bool:
    text = unit.words[index].text
    return text.endswith(("er", "er-looking")) or text in ("younger-looking", "fuller-looking") or (
        index > 0 and unit.words[index - 1].text in ("more", "less")
    )


def _predicate(unit: Unit, index: int) -> bool:
    """Behind *is, looks, feels, becomes, leaves skin ...*."""
    position = index - 1
    while position >= 0 and (unit.classes[position] in "aA,&'" or unit.words[position].text in ("years", "ten")):
        position -= 1
    if position < 0:
        return False
    text = unit.words[position].text
    if unit.classes[position] == "b" or text in COPULAS:
        return _has_body_behind(unit, position) or any(
            sense(unit, cursor, BODY) or unit.classes[cursor] == "r" for cursor in range(max(position - 6, 0), position)
        )
    return False


COPULAS = frozenset(
    "look looks looked looking feel feels felt feeling become becomes became becoming appear appears appeared "
    "seem seems seemed stay stays stayed remain remains get gets grow grows turn turns turned".split()
)


def _predicate_start(unit: Unit, index: int) -> int:
    for position in range(index - 1, max(index - 8, -1), -1):
        if sense(unit, position, BODY):
            return position
    return index


def _modified(unit: Unit, index: int, used: set[int]) -> Iterator[Effect]:
    modifier = sense(unit, index, MODIFIER)
    direction = modifier.direction if modifier else (unit.entries[index].direction if unit.entries[index] else "")  # type: ignore[union-attr]
    seen: set[str] = set()
    position = index + 1
    while position < min(len(unit.classes), index + 8):
        cls = unit.classes[position]
        if cls not in "AMTNBUG.&,-'aSK" or (cls == "," and not seen):
            break
        target = sense(unit, position, TARGET) or sense(unit, position, NOUN)
        if target is not None and _fits(direction, target) and target.family not in seen:
            seen.add(target.family)
            used.update(range(index, position + 1))
            yield Effect(index, position + 1, index, target.family, "state", 3, target.category)
        elif target is None and not seen and (body := sense(unit, position, BODY)) and direction in GOOD_DIRECTIONS:
            following = unit.classes[position + 1] if position + 1 < len(unit.classes) else ""
            if following not in "TNU." or not following:
                seen.add(body.family)
                used.update(range(index, position + 1))
                yield Effect(index, position + 1, index, body.family, "state", 3)
        position += 1


def _fits(direction: str, target: Entry) -> bool:
    if direction == "any":
        return True
    return direction == ("down" if target.direction == "bad" else "up")


def _nominal(unit: Unit, index: int, used: set[int]) -> Iterator[Effect]:
    """*collagen stimulation*, *relief of redness*, *skin rejuvenation*, *collagen-boosting*."""
    cls = unit.classes[index]
    if cls == "U":
        yield from _change(unit, index, used)
        return
    if cls == "N":
        noun = unit.entries[index]
        if noun is None:
            return
        after = index + 1
        if after < len(unit.classes) and unit.classes[after] == "U":
            return
        used.add(index)
        yield Effect(index, index + 1, index, noun.family, "category", 2, noun.category)


def _change(unit: Unit, index: int, used: set[int]) -> Iterator[Effect]:
    change = sense(unit, index, CHANGE)
    assert change is not None
    for position in range(index - 1, max(index - 6, -1), -1):
        if unit.classes[position] not in "TNB&,.-'A":
            break
        target = sense(unit, position, TARGET) or sense(unit, position, NOUN) or sense(unit, position, BODY)
        if target is not None and (_fits(change.direction, target) or target.kind == NOUN):
            used.update((position, index))
            yield Effect(position, index + 1, index, target.family, "nominal", 3, target.category)
            return
    following = index + 1
    if following < len(unit.classes) and unit.words[following].text in ("of", "in", "from", "to"):
        for position in range(following + 1, min(following + 6, len(unit.classes))):
            target = sense(unit, position, TARGET) or sense(unit, position, NOUN) or sense(unit, position, BODY)
            if target is not None and (_fits(change.direction, target) or target.kind == NOUN):
                used.update(range(index, position + 1))
                yield Effect(index, position + 1, index, target.family, "nominal", 3, target.category)
                return
            if unit.classes[position] not in "dTNBAM.a-'":
                return
