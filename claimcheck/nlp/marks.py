"""Claims that a fixed phrase makes: proof, absolutes, superiority, grade, dose, safety, approval, idioms, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.nlp.effects import Effect, sense
from claimcheck.nlp.lexicon import IDIOM, MARK, NOUN, TARGET
from claimcheck.nlp.units import Unit

QUANTITY = re.compile(r"^\d[\d.,]*(%|x|-fold|fold)?$")


def find(unit: Unit, effects: list[Effect]) -> Iterator[Effect]:
    """Effects of marks and idioms; the benefit that an idiom points at is taken from what stands near."""
    for index in range(len(unit.words)):
        mark = sense(unit, index, MARK)
        if mark is not None and not _is_negated_grade(unit, index, mark.category):
            yield Effect(
                index, index + 1, index, mark.family, "proof", mark.level, mark.category, boosts=mark.boosts
            )
        idiom = sense(unit, index, IDIOM)
        if idiom is not None:
            yield from _idiom(unit, index, effects)
    yield from _numbers(unit, effects)


def _is_negated_grade(unit: Unit, index: int, category: str) -> bool:
    return False


def _idiom(unit: Unit, index: int, effects: list[Effect]) -> Iterator[Effect]:
    idiom = sense(unit, index, IDIOM)
    assert idiom is not None
    if idiom.scope == "none":
        yield Effect(index, index + 1, index, idiom.family, "idiom", idiom.level)
        return
    for position in (*range(index + 1, min(index + 8, len(unit.words))), *range(index - 1, max(index - 6, -1), -1)):
        if position > index and unit.classes[position] == ";":
            continue
        target = sense(unit, position, TARGET) or sense(unit, position, NOUN) or sense(unit, position, "A")
        if target is not None:
            start, end = min(index, position), max(index, position) + 1
            yield Effect(start, end, index, target.family, "idiom", idiom.level, target.category)
            return


def _numbers(unit: Unit, effects: list[Effect]) -> Iterator[Effect]:
    """A quantity beside an effect: *by 47 %*, *45 % increase*, *10x*, *95 % success rate*."""
    for index, cls in enumerate(unit.classes):
        if cls != "#":
            continue
        text = unit.words[index].text
        following = unit.words[index + 1].text if index + 1 < len(unit.words) else ""
        if not (following in ("%", "percent", "x", "times", "fold", "×") or text.endswith(("x", "fold", "%"))):
            continue
        near = [e for e in effects if e.category == "benefit" and e.start - 8 <= index <= e.end + 6]
        if near:
            yield Effect(index, index + 1, index, near[0].family, "number", 4, "number", boosts=True)
