"""Who a unit speaks of: where it names the pack's subject, and what kind of thing is the subject of a clause."""

from __future__ import annotations

from claimcheck.nlp.clauses import Clause
from claimcheck.nlp.lexicon import ANAPHOR, CARGO, COMPANY, MARK, PEOPLE, PRODUCT, RIVAL, SUBJECT
from claimcheck.nlp.units import Unit


def mentions(unit: Unit) -> list[int]:
    """Items that name the subject, those that are only compared against or done without left out."""
    found = []
    for index, word in enumerate(unit.words):
        if SUBJECT in word.senses and unit.classes[index] in "SX":
            if index + 1 < len(unit.words) and unit.classes[index + 1] == COMPANY:
                continue  # an exosome market or hub is none
            if not _set_aside(unit, index):
                found.append(index)
    return found


def _set_aside(unit: Unit, index: int) -> bool:
    """Whether a mention is only compared against, done without or denied (*no exosomes, only oils that ...*)."""
    before = [unit.words[i].text for i in range(max(index - 4, 0), index)]
    if any(text.rpartition(" ")[2] in unit.english.setting_aside for text in before[-2:]) and not _wins(unit, index):
        return True
    if "without" in before and not {"&", ","} & set(unit.classes[max(index - 4, 0) : index]):
        return True  # *without the help of exosomes*, *without ever trying exosomes*
    if "not" in before and unit.classes[index + 1 : index + 2] == [","]:
        return True  # *the massage, not the exosomes, ...*
    mark = next((i for i in range(index, len(unit.classes)) if unit.classes[i] in ",;" or unit.finite_at[i]), -1)
    return before[-1:] == ["no"] and (mark < 0 or not unit.finite_at[mark])


def _wins(unit: Unit, index: int) -> bool:
    """*never smoother than after exosomes*, *no better serum than exosomes*: the mention is what is praised."""
    before = [word.text for word in unit.words[max(index - 10, 0) : index]]
    english = unit.english
    denied = any(text.split()[0] in english.denying_words for text in before)
    compared = any(text.rpartition(" ")[2] == "than" for text in before[-2:])
    return compared and (denied or before[-1] in english.consequence_prepositions)


def is_set_aside(unit: Unit) -> bool:
    """Whether every mention in a unit is set aside."""
    return any(cls == "S" and _set_aside(unit, index) for index, cls in enumerate(unit.classes))


def subject_kind(unit: Unit, clause: Clause) -> tuple[str, int]:
    """(class, item) of a clause's subject: explicit, rival, pronoun, definite, person, people, company, cargo,
    outcome, other or none."""
    start, end = clause.subject
    classes, english = unit.classes, unit.english
    definite, indefinite = english.definite_determiners, english.indefinite_determiners
    if start < end - 1 and classes[start] == MARK and unit.words[start].senses[MARK].category != "benefit":
        start += 1  # *studies prove they firm skin*
    if start >= end:
        return "none", -1
    span = range(start, end)
    for index in span:
        if classes[index] == "S" and not _against(unit, index):
            return "explicit", index
    for kind, name in ((RIVAL, "rival"), (COMPANY, "company")):
        for index in span:
            if kind == COMPANY and index + 1 < end and classes[index + 1] in ".-PTNBKUG":
                continue  # *stem-cell serum*, *clinic range*: only a modifier
            first = start + 1 if kind == COMPANY else max(index - 3, start + 1)
            if classes[index] == kind and "p" not in classes[first:index]:
                return name, index
    word = unit.words[start].text
    if word in english.anaphoric_pronouns and (end - start == 1 or classes[start + 1] not in "PKSTNBOG.MA"):
        return "pronoun", start
    if word in english.owning_determiners and any(unit.words[index].text in english.duties for index in span):
        return "pronoun", start  # *their job is to calm skin*
    for index in span:
        if classes[index] in (PRODUCT, ANAPHOR):
            before = [unit.words[item].text for item in range(index - 1, start - 1, -1)]
            opening = next((text for text in before if text in definite or text in indefinite), unit.words[start].text)
            generic = (
                opening in definite
                or _is_telegraphic(unit, clause, index)
                or all(classes[i] == "a" for i in span if i != index)
                or (classes[index] == ANAPHOR and opening not in indefinite)
            )
            return ("definite" if generic and not _is_coined(unit, start, index) else "product"), index
    if word in english.plural_demonstratives:
        return "definite", start  # *these little couriers*
    if any(unit.words[index].text not in english.anaphoric_pronouns for index in span if classes[index] == "r"):
        return "person", start
    for index in span:
        if classes[index] == CARGO:
            return "cargo", index
        if classes[index] == PEOPLE:
            return "people", index
    entry = unit.entries[head := _head(unit, start, end)]
    if classes[head] in "TNBOU" or (entry is not None and entry.kind == MARK and entry.category == "benefit"):
        return "outcome", start
    if all(classes[index] in "aQ'-&," for index in span):
        return "none", -1
    return "other", start


def _is_coined(unit: Unit, start: int, head: int) -> bool:
    """*our Silt clay mask*: a capitalised name inside the phrase, in a sentence that is no headline."""
    named = any(unit.capital[i] and unit.classes[i] == "." for i in range(start + 1, head))
    return named and unit.words[start].text != "the" and sum(unit.capital) * 2 < len(unit.capital)


def _head(unit: Unit, start: int, end: int) -> int:
    """The item of the noun that a subject is about: the last before its first preposition, participle or comma."""
    stop = next((i for i in range(start + 1, end) if unit.classes[i] in "pVvc,;"), end)
    while stop > start + 1 and unit.classes[stop - 1] in "a'&t":
        stop -= 1
    return max(stop - 1, start)


def _is_telegraphic(unit: Unit, clause: Clause, head: int) -> bool:
    """A singular noun that opens its sentence without an article (*Stable formula absorbs fast*): the thing sold."""
    bare = clause.kind == "main" and clause.subject == (0, head + 1)
    return bare and clause.verb > head and not unit.words[head].text.endswith("s") and "d" not in unit.classes[:head]


def _against(unit: Unit, index: int) -> bool:
    return index > 0 and compares(unit, index - 1)


def compares(unit: Unit, index: int) -> bool:
    text = unit.words[index].text
    return text == "like" or text in unit.english.setting_aside
