"""Asides: a few words between commas or in brackets that the sentence goes on behind."""

from __future__ import annotations

from claimcheck.nlp.units import Unit

CLOSING = {",": ",", "(": ")"}
LONGEST = 8
"""Items that an aside may hold; what is longer is a clause or a list."""


def closing(unit: Unit, index: int) -> int:
    """The item that closes the aside which opens at a comma or bracket; 0 if none without a finite verb does."""
    mark = CLOSING.get(unit.words[index].text) if index < len(unit.words) else None
    if mark is None:
        return 0
    for position in range(index + 1, min(index + LONGEST + 2, len(unit.words))):
        if unit.words[position].text == mark:
            return position if position > index + 1 else 0
        if unit.finite_at[position]:
            return 0
    return 0


def closes(unit: Unit, index: int) -> bool:
    """Whether the bracket at an item closes an aside."""
    opening = next((i for i in range(index - 1, -1, -1) if unit.words[i].text == "("), -1)
    return opening >= 0 and closing(unit, opening) == index


def around(unit: Unit, index: int) -> int:
    """The end of an aside that holds the cue (*exosomes, possibly from apples, firm ...*), or 0 if it is in none.

    An aside opens with a comma or bracket right before the cue and closes before the verb of its clause.
    """
    opening = index - 1
    while opening > 0 and unit.classes[opening] in "a'b":
        opening -= 1
    if opening <= 0 or unit.classes[opening] not in ",;" or unit.words[opening].text in (":", ";", "—", "–"):
        return 0
    for position in range(index + 1, len(unit.classes)):
        cls = unit.classes[position]
        if cls == "," or (cls == ";" and unit.words[position].text == ")"):
            after = position + 1
            while after < len(unit.classes) and unit.classes[after] in "a'":
                after += 1
            if after < len(unit.classes) and unit.finite_at[after]:
                return position
    return 0
