"""Verb or noun, by context: the readings of words that could be either (*boost*, *repair*, *results*, *firming*).

Where it may be a verb, ``verbforms`` says in which form; else the most telling of its other senses counts.
"""

from __future__ import annotations

from claimcheck.nlp.lexicon import CHANGE, PLAIN, RESULT, STATE, VERB, Entry, Word
from claimcheck.nlp.units import Unit
from claimcheck.nlp.verbforms import SUBJECTS, class_before, verb_form

FINITE_AFTER = frozenset("SPKGRCHrOTBND.&,QcX")
LONGEST_PARTICLE = 4
"""Words of the longest particle: *to the next level*."""
ORDER = "SRXIQPTNUAMBKGCHOYw-"


def read(unit: Unit) -> None:
    """Choose the sense, class and verb form of every item, left to right."""
    classes, words = unit.classes, unit.words
    for index, word in enumerate(words):
        cls = classes[index]
        if cls == "?":
            cls = classes[index] = _decide(unit, index)
        elif cls == "a" and index and STATE in word.senses and words[index - 1].text in unit.english.degree_words:
            cls = classes[index] = STATE  # *more even*
        elif word.text == "yet" and index and classes[index - 1] not in ",;":
            cls = classes[index] = "a"
        elif cls == "b" and word.text == "'s" and index and classes[index - 1] not in "rDc":
            cls = classes[index] = "'"
        elif cls == "P" and CHANGE in word.senses and [after.text for after in words[index + 1 : index + 2]] == ["in"]:
            cls = classes[index] = CHANGE  # *the drop in hair density*
        elif cls == "m" and unit.capital[index] and index and not _is_modal(unit, index):
            cls = classes[index] = "."
        if cls == CHANGE and RESULT in word.senses and _stands_apart(unit, index):
            cls = classes[index] = RESULT  # *most clients see meaningful improvement*
        if cls == "Q" and word.verbs and class_before(unit, index) in SUBJECTS:
            unit.forms[index] = word.verbs[0][1]  # *the serum needs, promises, aims*: a cue that is a finite verb
        if cls == "V":
            unit.entries[index] = unit.entries[index] or word.senses.get(VERB)
        elif cls in word.senses:
            unit.entries[index] = word.senses[cls]
        if cls in "VvbhomQ" and _is_finite(unit, index, cls):
            unit.finite = unit.finite_at[index] = True


def _decide(unit: Unit, index: int) -> str:
    word = unit.words[index]
    entry = unit.entries[index] = _separated(unit, index) or word.senses.get(VERB)
    if index + 1 < len(unit.words) and unit.classes[index + 1] == "-":
        entry = unit.entries[index] = None
        word = Word(word.text, {kind: s for kind, s in word.senses.items() if kind != VERB})
    noun = next((kind for kind in ORDER if kind in word.senses), "")
    forms = {form for _, form in word.verbs} or ({entry.form} if entry else set())
    if entry is None and STATE in word.senses:
        return STATE  # *her lines were gone*
    if not forms:
        return noun if noun and noun != PLAIN else "."
    form = verb_form(unit, index, word, entry, noun, forms)
    if not form:
        unit.entries[index] = None
        if not noun and "participle" in forms and entry is not None:
            return "M"
        return noun if noun and noun != PLAIN else "."
    unit.forms[index] = form
    return "V" if entry is not None else "v"


def _separated(unit: Unit, index: int) -> Entry | None:
    """What a verb means with the particle behind its object: *chase dullness away*, *cools them down*."""
    particles = unit.words[index].particles
    if particles:
        for position in range(index + 1, min(index + 7, len(unit.words))):
            ahead = [word.text for word in unit.words[position : position + LONGEST_PARTICLE]]
            for size in range(len(ahead) if position > index + 1 else 0, 0, -1):
                particle = " ".join(ahead[:size])
                if particle in particles and _closes(unit, position, particle):
                    return particles[particle]
            if unit.classes[position] in ";,cmibhot":
                break
    return None


def _closes(unit: Unit, index: int, particle: str) -> bool:
    """Whether a word is a particle at its place, and no preposition before a noun."""
    following = "".join(unit.classes[index + 1 : index + 2])
    return particle not in unit.english.closing_particles or following in ("", ",", "&", ";", "c")


def _stands_apart(unit: Unit, index: int) -> bool:
    """Whether a noun of change is only described, and nothing beside it changes: no *improvement in tone*."""
    beside = unit.classes[index + 1 : index + 2] in (["&"], ["T"], ["."])
    described = index > 0 and unit.classes[index - 1] in "MA" and not beside
    behind = [word.text for word in unit.words[index + 1 : index + 2]]
    return described and not unit.english.change_prepositions.intersection(behind)


def _is_modal(unit: Unit, index: int) -> bool:
    """Whether a capitalised *May*, *Will*, *Can* has its verb, and is no month or name."""
    following = index + 1
    while following < len(unit.words) and unit.classes[following] in "aQ":
        following += 1
    if following >= len(unit.words):
        return False
    forms = {form for _, form in unit.words[following].verbs}
    return "base" in forms or unit.classes[following] in "bhr"


def _is_finite(unit: Unit, index: int, cls: str) -> bool:
    if cls in "mo":
        return True
    if cls in "bh":
        return unit.words[index].text not in unit.english.nonfinite_auxiliaries
    form = unit.forms[index]
    if form != "base":
        return form in ("third", "past")
    before = class_before(unit, index)
    if before in (",", "&"):
        earlier = next((i for i in range(index - 1, -1, -1) if unit.forms[i]), -1)
        if earlier >= 0 and unit.forms[earlier] == "base":
            return unit.finite_at[earlier]
    if index and unit.words[index - 1].text.endswith(" to"):
        return False
    return before in FINITE_AFTER
