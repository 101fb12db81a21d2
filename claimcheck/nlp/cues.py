"""Cues: the hedges, softeners and negations of a unit, told from what only looks like one, with their scope."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.nlp import asides
from claimcheck.nlp.clauses import Clause
from claimcheck.nlp.lexicon import CUE, Entry
from claimcheck.nlp.scopes import NOUN_PHRASE, scope_of
from claimcheck.nlp.units import Unit


@dataclass(slots=True)
class Reach:
    """A cue and the items that it covers, half-open."""

    item: int
    entry: Entry
    start: int
    end: int

    @property
    def kind(self) -> str:
        """hedge, attribution, limitation, softener, negation, pseudo-negation or booster."""
        return self.entry.cls


def find(unit: Unit, clauses: list[Clause]) -> list[Reach]:
    """Every cue of a unit with its scope, in order."""
    reaches = []
    for index, word in enumerate(unit.words):
        entry = word.senses.get(CUE)
        if entry is None or not _is_cue(unit, index, entry):
            continue
        if entry.cls == "hedge" and _leaves_choice(unit, index):
            entry = entry._replace(cls="softener")
        reaches.append(Reach(index, entry, *scope_of(unit, index, entry, clauses)))
    return reaches


def _leaves_choice(unit: Unit, index: int) -> bool:
    """*some may opt for exosomes to firm the skin*: whether they do is left open, and not what it does."""
    verb = index + 2 if unit.classes[index + 1 : index + 2] == ["a"] else index + 1
    lemmas = {lemma for word in unit.words[verb : verb + 1] for lemma, _ in word.verbs}
    return unit.classes[index] == "m" and not lemmas.isdisjoint(unit.english.choosing_verbs)


def _is_cue(unit: Unit, index: int, entry: Entry) -> bool:
    """Drop look-alikes: the month of May, a can of mist, the might of, *the best possible*."""
    cls = unit.classes[index]
    before = unit.classes[index - 1] if index else ""
    behind = unit.classes[index + 1] if index + 1 < len(unit.classes) else ""
    if entry.scope == "label" and not _is_label(unit, index):
        return False
    if entry.cls == "attribution" and before == "r" and " " not in entry.text:
        return False  # *we suggest a course of three*
    if entry.cls == "hedge" and cls == "." and " " not in entry.text:
        return False
    if entry.text == "not all" and behind not in NOUN_PHRASE:
        return False  # *it is not all about glow*
    if entry.cls == "invitation" and index and before not in ",;&t" and unit.forms[index] != "gerund":
        return False
    if cls == "m":
        leads = behind == ";" and index + 2 == len(unit.classes)
        leads = leads or _resumes(unit, index + 1)
        if before in ("d", "p", "#") or (behind in ("#", "", ",", ";", "p") and not leads):
            return False
        return leads or _has_verb(unit, index)
    if entry.text in unit.english.purposeful_softeners:
        return any(
            unit.classes[i] == "t" and unit.classes[i + 1] == "V" and i > index + 1
            for i in range(index + 1, min(index + 12, len(unit.classes) - 1))
        )
    if entry.text.endswith(" to") and entry.scope != "phrase" and behind in ("d", "D", "r", "S", "P", "#", ""):
        return False
    if entry.scope == "verb" and before == "d" and "the" not in entry.text.split()[:1]:
        return False
    if cls in "TNBU":
        return False
    return not (entry.cls in ("softener", "attribution") and " " not in entry.text and before == "d")


def _is_label(unit: Unit, index: int) -> bool:
    """*Myth: ...*, *Myth 3 - ...*: a word that opens the unit and stands off from it."""
    behind = index + 2 if unit.classes[index + 1 : index + 2] == ["#"] else index + 1
    return index == 0 and unit.classes[behind : behind + 1] == [";"]


def _resumes(unit: Unit, index: int) -> bool:
    """Whether a bare verb follows an aside that begins at an item (*can, in some cases, calm*, *may (often) calm*)."""
    behind = asides.closing(unit, index) + 1
    return behind > 1 and unit.forms[behind : behind + 1] == ["base"]


def _has_verb(unit: Unit, index: int) -> bool:
    for position in range(index + 1, min(index + 8, len(unit.classes))):
        cls = unit.classes[position]
        if cls in "VvbhoQ?IX":
            return True
        if cls in ";,":
            return False
    return True
