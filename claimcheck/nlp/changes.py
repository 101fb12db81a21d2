"""Nouns of change and what they change (*collagen stimulation*, *reduction of fine lines*), and benefits only named."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.nlp.effects import Effect
from claimcheck.nlp.lexicon import BODY, CHANGE, NOUN, TARGET, Entry
from claimcheck.nlp.targets import sense
from claimcheck.nlp.units import Unit


def fits(direction: str, target: Entry) -> bool:
    """Whether a change of this direction is good news for the target."""
    if direction == "any":
        return True
    return direction == ("down" if target.direction == "bad" else "up")


def change(unit: Unit, index: int, used: set[int]) -> Iterator[Effect]:
    """A noun of change with its target beside it: *collagen stimulation*, *reduction of fine lines*."""
    noun = sense(unit, index, CHANGE)
    assert noun is not None
    found = _behind(unit, index) or _before(unit, index, noun)
    if found is None or not (fits(noun.direction, found[1]) or found[1].kind == NOUN):
        return
    item, target = found
    start, end = min(item, index), max(item, index) + 1
    used.update(range(start, end))
    yield Effect(start, end, index, target.family, "nominal", 2 if noun.soft else 3, target.category)


def _before(unit: Unit, index: int, change: Entry) -> tuple[int, Entry] | None:
    for position in range(index - 1, max(index - 6, -1), -1):
        between = unit.classes[position] == "." and position == index - 1  # *absorption depth improvement*
        if unit.classes[position] not in "TNB&,-'A" and not between:
            return None
        target = sense(unit, position, TARGET) or sense(unit, position, NOUN) or sense(unit, position, BODY)
        if target is not None and (fits(change.direction, target) or target.kind == NOUN):
            return position, target
    return None


def _behind(unit: Unit, index: int) -> tuple[int, Entry] | None:
    following = index + 1
    if following >= len(unit.classes) or unit.words[following].text not in unit.english.change_prepositions:
        return None
    for position in range(following + 1, min(following + 7, len(unit.classes))):
        target = sense(unit, position, TARGET) or sense(unit, position, NOUN) or sense(unit, position, BODY)
        if target is not None:
            return position, target
        if unit.classes[position] not in "dTNBAM.a-'p":
            return None
    return None


def named(unit: Unit, index: int, used: set[int]) -> Iterator[Effect]:
    """A category (*skin rejuvenation*) or a concern or goal (*for scars*, *hair thinning*): what it is worth is
    decided by what stands around it."""
    entry = unit.entries[index]
    assert entry is not None
    used.add(index)
    construction = "category" if entry.kind == NOUN else "concern"
    yield Effect(index, index + 1, index, entry.family, construction, 2, entry.category)
