"""Effects without a verb: *thicker hair*, *improved texture*, *collagen stimulation*, *skin rejuvenation*."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.nlp.changes import change, fits, named
from claimcheck.nlp.effects import Effect
from claimcheck.nlp.lexicon import BODY, MODIFIER, NOUN, STATE, TARGET, Entry
from claimcheck.nlp.targets import body_ahead, sense
from claimcheck.nlp.units import Unit

LINKING = frozenset("aA,&'#X")


def find(unit: Unit, used: set[int]) -> Iterator[Effect]:
    """States, named changes, categories and concerns, in that order; ``used`` holds and gets the items taken."""
    size = len(unit.classes)
    for index in range(size):
        degree = unit.classes[index] == "a" and sense(unit, index, MODIFIER) is not None
        if index not in used and (degree or unit.classes[index] in "MA"):
            finder = _modified if sense(unit, index, MODIFIER) or unit.classes[index] == "M" else _state
            yield from finder(unit, index, used)
            if finder is _modified and index not in used and sense(unit, index, STATE):
                yield from _state(unit, index, used)
    for index in range(size):
        if index not in used and unit.classes[index] == "U":
            yield from change(unit, index, used)
    for index in range(size):
        if index not in used and unit.classes[index] in "NT":
            yield from named(unit, index, used)


def _state(unit: Unit, index: int, used: set[int]) -> Iterator[Effect]:
    entry = sense(unit, index, STATE)
    if entry is None:
        return
    if entry.direction == "bad":
        yield from _complaint(unit, index, entry, used)
        return
    comparative = is_comparative(unit, index)
    said = index > 0 and _is_copula(unit, index - 1)
    if _predicate(unit, index) or (comparative and _is_last(unit, index) and not said):
        used.add(index)
        start = _predicate_start(unit, index)
        said_of = sense(unit, start, BODY)
        family = "hair" if said_of is not None and said_of.family == "hair" else entry.family
        yield Effect(start, index + 1, index, family, "copula", 3, entry.category)
        return
    if (
        entry.text.endswith("ing")
        and entry.text.partition("-")[2]
        and "".join(unit.classes[index + 1 : index + 2]) in ("S", "P")
    ):
        used.add(index)
        yield Effect(index, index + 1, index, entry.family, "compound", 3, entry.category)
        return
    if held := _property(unit, index):
        used.update(range(index, held + 1))
        yield Effect(index, held + 1, held, entry.family, "category", 2, entry.category)
        return
    noun_item = body_ahead(unit, index)
    if noun_item < 0:
        yield from _label(unit, index, entry, comparative, used)
        return
    noun = sense(unit, noun_item, TARGET) or sense(unit, noun_item, BODY)
    assert noun is not None
    family = noun.family if noun.kind == TARGET or noun.family == "hair" else entry.family
    if noun.kind == TARGET and noun.direction == "bad":
        return
    used.update(range(index, noun_item + 1))
    strong = comparative or any(is_comparative(unit, item) for item in range(index, noun_item))
    yield Effect(
        index, noun_item + 1, index, family, "state" if strong else "quality", 3 if strong else 2, entry.category
    )


def _label(unit: Unit, index: int, entry: Entry, comparative: bool, used: set[int]) -> Iterator[Effect]:
    """A tile or a label that is only the adjective: *Anti-inflammatory: ...*, *Healthier foundation*."""
    if (comparative and _is_labelled(unit, index)) or [word.text for word in unit.words[:2]] == ["after", ":"]:
        used.add(index)
        yield Effect(0, index + 1, index, entry.family, "copula", 3, entry.category)
        return
    alone = index == 0 and (len(unit.words) == 1 or unit.words[1].text == ":")
    if alone or (comparative and index == 0 and len(unit.words) <= 2):
        used.add(index)
        yield Effect(0, 1, 0, entry.family, "state" if comparative else "label", 3, entry.category)


def _property(unit: Unit, index: int) -> int:
    """The noun behind *soothing and antioxidant properties*, or 0."""
    for position in range(index + 1, min(index + 6, len(unit.words))):
        if unit.words[position].text in unit.english.property_nouns:
            return position
        if unit.classes[position] not in "A&,.N'":
            return 0
    return 0


def _is_labelled(unit: Unit, index: int) -> bool:
    """*Hair: thicker and stronger*: a state behind the name of what has it."""
    position = index
    while position > 0 and unit.classes[position] in "A&,a":
        position -= 1
    return 0 < position <= 3 and unit.words[position].text == ":" and unit.classes[position - 1] in "BT"


def _complaint(unit: Unit, index: int, entry: Entry, used: set[int]) -> Iterator[Effect]:
    """*dull skin*, *brittle or thinning hair*: a concern, if it is named as one."""
    noun_item = body_ahead(unit, index)
    if noun_item < 0:
        return
    used.update(range(index, noun_item + 1))
    organ = sense(unit, noun_item, TARGET)
    if organ is not None and organ.category != "benefit":
        yield Effect(index, noun_item + 1, index, organ.family, "concern", 2, organ.category)
        return
    noun = sense(unit, noun_item, BODY)
    family = noun.family if noun is not None and noun.family == "hair" else entry.family
    yield Effect(index, noun_item + 1, index, family, "concern", 2)


def _is_last(unit: Unit, index: int) -> bool:
    return all(unit.classes[item] in ";'" for item in range(index + 1, len(unit.classes)))


def is_comparative(unit: Unit, index: int) -> bool:
    """*thicker*, *firmer-looking*, *more radiant*."""
    text = unit.words[index].text
    if sense(unit, index, STATE) is None:
        return False
    return text.split("-")[0].split(" ")[0].endswith(("er", "est")) or (
        index > 0 and unit.words[index - 1].text in unit.english.degree_words
    )


def _predicate(unit: Unit, index: int) -> bool:
    """Behind *is, looks, feels, becomes* with the skin, the hair or the reader as its subject."""
    degrees = unit.english.predicate_degrees
    if index and unit.words[index - 1].text == "how":
        return _exclaimed(unit, index)
    position = index - 1
    while position >= 0 and (unit.classes[position] in LINKING or unit.words[position].text in degrees):
        position -= 1
    if position < 0 or not _is_copula(unit, position):
        return False
    opens = next((i for i in range(position - 1, -1, -1) if unit.classes[i] in ";ci"), -1)
    before = range(max(position - 6, opens + 1), position)
    return any(
        sense(unit, item, BODY)
        or sense(unit, item, TARGET)
        or (unit.classes[item] in "rH" and unit.words[item].text != "it")
        for item in before
    )


def _is_copula(unit: Unit, index: int) -> bool:
    return unit.classes[index] == "b" or unit.words[index].text.rpartition(" ")[2] in unit.english.copulas


def _exclaimed(unit: Unit, index: int) -> bool:
    """*how smooth your skin feels*: the state before the skin and its copula."""
    for position in range(index + 1, min(index + 6, len(unit.words))):
        if unit.words[position].text in unit.english.copulas or unit.classes[position] == "b":
            return any(sense(unit, item, BODY) for item in range(index + 1, position))
        if unit.classes[position] in ";,cV":
            return False
    return False


def _predicate_start(unit: Unit, index: int) -> int:
    for position in range(index - 1, max(index - 8, -1), -1):
        if sense(unit, position, BODY) or unit.classes[position] == "r":
            return position
    return index


def _modified(unit: Unit, index: int, used: set[int]) -> Iterator[Effect]:
    """A participle or comparative before its targets: *reduced redness*, *faster healing*, *improved tone*."""
    if (compared := _lower(unit, index)) is not None:
        used.update((index, compared))
        named = sense(unit, compared, TARGET) or sense(unit, compared, NOUN)
        entry = named or Entry("O", "", family="superiority", category="superiority")
        yield Effect(compared, index + 1, index, entry.family, "copula", 3, entry.category)
        return
    modifier = sense(unit, index, MODIFIER) or unit.entries[index] or sense(unit, index, "V")
    direction = modifier.direction if modifier else ""
    hyphened = index > 0 and unit.classes[index - 1] == "-"
    driven = hyphened and unit.words[index].text in unit.english.driving_participles
    if driven or unit.classes[index + 1 : index + 2] == ["-"]:
        return  # *exosome-driven renewal*, *high-volume clinics*
    level = 2 if modifier is not None and modifier.soft else 3
    if not direction and not (modifier and modifier.own):
        return
    seen: set[str] = set()
    for position in range(index + 1, min(len(unit.classes), index + 9)):
        cls = unit.classes[position]
        if cls not in "AMTNBUGOP.&,-'aSKp" or (cls in ",p" and not seen and unit.words[position].text != "in"):
            break
        if cls == "p" and unit.words[position].text not in unit.english.part_prepositions:
            break
        target = sense(unit, position, TARGET) or sense(unit, position, NOUN)
        if cls == "O" and position <= index + 3 and not seen and direction:
            used.update(range(index, position + 1))
            yield Effect(index, position + 1, index, "other", "state", 3)
            return
        if target is not None and _helps(unit, index, direction or "up", target) and target.family not in seen:
            seen.add(target.family)
            used.update(range(index, position + 1))
            yield Effect(index, position + 1, index, target.family, "state", level, target.category)
        elif (
            target is None
            and not seen
            and (body := sense(unit, position, BODY))
            and direction in ("up", "any", "")
            and position < index + 4
        ):
            following = unit.classes[position + 1] if position + 1 < len(unit.classes) else ""
            if following not in ("T", "N", "U", ".", "P", "C", "K", "H"):
                seen.add(body.family)
                used.update(range(index, position + 1))
                yield Effect(index, position + 1, index, body.family, "state", 3)


def _helps(unit: Unit, index: int, direction: str, target: Entry) -> bool:
    """*significant hair loss* is no good news, *improved* or *transformed* anything is."""
    if direction == "any" and target.direction == "bad" and not unit.words[index].text.endswith("ed"):
        return False
    return fits(direction, target)


def _lower(unit: Unit, index: int) -> int | None:
    """The target of a comparative predicate: *the risk of reactions is lower*, *hair density is higher*."""
    modifier = sense(unit, index, MODIFIER)
    position = index - 1
    while position >= 0 and unit.classes[position] in LINKING:
        position -= 1
    suited = unit.classes[index + 1 : index + 2] == ["Q"]  # *treatment is best suited for*
    if modifier is None or suited or position < 0 or not _is_copula(unit, position) or body_ahead(unit, index) >= 0:
        return None
    for cursor in range(position - 1, max(position - 9, -1), -1):
        target = sense(unit, cursor, TARGET) or sense(unit, cursor, NOUN)
        if unit.classes[cursor] in ";cS":
            return None
        if unit.classes[cursor] == "O" and modifier.direction != "down":
            return cursor
        if target is not None and unit.classes[cursor] in "TN" and fits(modifier.direction, target):
            return cursor
    return None
