"""Verb or noun, by context: the readings of words that could be either (*boost*, *repair*, *results*, *firming*).

The rules are those of an English grammar reader, checked on marketing fragments: after a determiner, preposition or
adjective a noun; after a modal, *to* or a subject a verb; at the start of a fragment before an object a verb.
"""

from __future__ import annotations

from claimcheck.nlp.lexicon import CHANGE, MODIFIER, NOUN, STATE, VERB, Entry, Word
from claimcheck.nlp.units import Unit

OBJECT = frozenset("dDTNBAMUSHG#rRKV?")
NOMINAL = frozenset("TNBUSPKGRCHOA")
AFTER_NOUN_WORD = frozenset("dDp#AM")
SUBJECTS = frozenset("SPKGRCHrO")
ORDER = "SRXIQPTNUAMBKGCHOY-"


def read(unit: Unit) -> None:
    """Choose the sense, class and verb form of every item, left to right."""
    classes, words = unit.classes, unit.words
    for index, word in enumerate(words):
        cls = classes[index]
        if cls == "?":
            cls = _decide(unit, index)
            classes[index] = cls
        if cls == "V" and unit.entries[index] is None:
            unit.entries[index] = word.senses.get(VERB)
        elif cls in word.senses:
            unit.entries[index] = word.senses[cls]
        if cls in "VvbhomQ":
            unit.finite = unit.finite or _is_finite(unit, index, cls)


def _decide(unit: Unit, index: int) -> str:
    word = unit.words[index]
    entry = word.senses.get(VERB)
    noun = next((kind for kind in ORDER if kind in word.senses), "")
    forms = {form for _, form in word.verbs} or ({entry.form} if entry else set())
    if not forms:
        return noun or "."
    form = _verb_form(unit, index, word, noun, forms)
    if not form:
        if not noun and "participle" in forms and entry is not None:
            return "M"
        return noun or "."
    unit.forms[index] = form
    return "V" if entry is not None else "v"


def _previous(unit: Unit, index: int) -> str:
    """The class before an item, adverbs and hyphens skipped; empty at the start of the unit."""
    index -= 1
    while index >= 0 and unit.classes[index] in "a-'":
        index -= 1
    return unit.classes[index] if index >= 0 else ""


def _next(unit: Unit, index: int) -> str:
    """The class behind an item, adverbs skipped; empty at the end."""
    index += 1
    while index < len(unit.classes) and unit.classes[index] in "a'":
        index += 1
    return unit.classes[index] if index < len(unit.classes) else ""


def _verb_form(unit: Unit, index: int, word: Word, noun: str, forms: set[str]) -> str:
    """The verb form that context allows, or empty for a noun, adjective or participle before a noun."""
    before, behind = _previous(unit, index), _next(unit, index)
    hyphen = index > 0 and unit.classes[index - 1] == "-"
    if hyphen and forms & {"gerund", "participle", "past"}:
        return "gerund" if "gerund" in forms else ""
    if "gerund" in forms:
        return _gerund(noun, before, behind)
    if forms & {"past", "participle"} and "base" not in forms:
        return _past(unit, index, noun, before, behind)
    if "third" in forms:
        return "third" if _third(word, noun, before, behind) else ""
    return "base" if _base(unit, index, noun, before, behind) else ""


def _gerund(noun: str, before: str, behind: str) -> str:
    if before == "b":
        return "gerund"
    if behind in OBJECT and behind != "":
        return "gerund" if not (noun and before in "dDA") else ""
    return "" if noun else "gerund"


def _past(unit: Unit, index: int, noun: str, before: str, behind: str) -> str:
    if before in ("b", "h"):
        return "participle"
    if before in SUBJECTS or (before in NOMINAL and behind in ("", ",", ";", "p", "a")):
        return "past" if noun != MODIFIER or behind not in "TNBA" else ""
    if behind in "TNBAUM" and behind:
        return ""
    if before in ("&", ",") and _last_form(unit, index) in ("past", "participle"):
        return _last_form(unit, index)
    return "" if noun else "participle"


def _third(word: Word, noun: str, before: str, behind: str) -> bool:
    if before in AFTER_NOUN_WORD:
        return False
    if VERB not in word.senses:
        return before in SUBJECTS or before in ("&", ",", "m") or (before in NOMINAL and behind in "dDTBNAr")
    if not noun:
        return not (before in "TBN" and before and behind in ("", "p", ";"))
    if before in "TBNU" and before:
        return behind in "dDTBNArM" and behind != ""
    return True


def _base(unit: Unit, index: int, noun: str, before: str, behind: str) -> bool:
    if before in ("m", "o", "t") or unit.words[index - 1].text == "to" and index:
        return True
    if before == "Q":
        return not noun or behind in OBJECT
    if before in AFTER_NOUN_WORD:
        return False
    if before in ("S", "K", "r", "H", "P", "G"):
        return behind in OBJECT or behind in ("", ";") or (behind in (",", "&") and not noun) or not noun
    if before in ("", ";", "c", "Y"):
        return behind in OBJECT or behind in ("", ",", "&", ";") or (behind == "." and not noun)
    if before in (",", "&"):
        last = _last_form(unit, index)
        if last in ("base", "third"):
            return behind in OBJECT or behind in ("", ";", ",", "&") or not noun
        return not noun or (last == "" and behind in "dTB" and behind != "")
    return not noun and before not in "TBNUA."


def _last_form(unit: Unit, index: int) -> str:
    """The form of the last verb before an item in its clause, or empty."""
    for position in range(index - 1, -1, -1):
        if unit.forms[position]:
            return unit.forms[position]
        if unit.classes[position] == ";":
            return ""
    return ""


def _is_finite(unit: Unit, index: int, cls: str) -> bool:
    if cls in "mo":
        return True
    if cls in "bh":
        return unit.words[index].text not in ("being", "been", "be", "having")
    form = unit.forms[index]
    return form in ("third", "past") or (form == "base" and _previous(unit, index) not in ("",))



