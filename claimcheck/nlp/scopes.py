"""How far a cue reaches: over its verb, its clause, its phrase, its sentence.

Forward scope ends where medspaCy's ConText would end it and earlier: at a strong mark, a subordinator, a new finite
clause. A false "in scope" is a missed claim, so a modal governs its own verb and that verb's bare conjuncts only.
"""

from __future__ import annotations

from claimcheck.nlp import asides
from claimcheck.nlp.clauses import Clause, is_finite, past_adjunct
from claimcheck.nlp.lexicon import Entry
from claimcheck.nlp.units import Unit

NOUN_PHRASE = frozenset("dDSTNBUPKGRCHOAM.#-'&,?XI")


def scope_of(unit: Unit, index: int, entry: Entry, clauses: list[Clause]) -> tuple[int, int]:
    """The items that the cue at ``index`` covers, half-open and never empty."""
    size = len(unit.classes)
    aside = asides.around(unit, index)
    if aside and entry.scope != "none" and entry.cls in ("hedge", "attribution", "limitation"):
        return (0, size) if aside == index + 1 else (index, aside)  # *exosomes, it is hoped, thicken hair*
    if entry.scope in ("unit", "label"):
        return 0, size
    if entry.scope == "status":
        return _status(unit, index, clauses)
    if entry.scope == "none":
        return index, index + 1
    following = unit.words[index + 1].text if index + 1 < size else ""
    if entry.cls == "negation" and following in unit.english.needing:
        purpose = next((i for i in range(index + 3, size) if unit.classes[i] == "t" or _turned(unit, i)), size)
        return index, size if "S" in unit.classes[index:purpose] else purpose  # *need no needle to*
    if index and unit.words[index - 1].text in unit.english.needing and "S" in unit.classes[index + 1 : index + 3]:
        return index, size  # *you need no exosomes to keep the glow*
    if entry.scope == "verb":
        clause = next(c for c in reversed(clauses) if c.start <= index)
        if clause.marker == "what" and clause.start == 1:
            return 0, size  # *what tamed the redness may have been the exosomes*, *what they cannot do is ...*
        start = _subject_start(unit, index, clause) if _emerges(unit, index, clause) else index
        return min(start, index), min(_verb_end(unit, index, entry.cls), max(clause.end, index + 1))
    if entry.scope == "phrase":
        if entry.cls == "negation" and _praises(unit, index):
            return index, index + 1
        if entry.cls in ("negation", "hedge") and _subject_of_clause(index, clauses):
            return index, _clause_end(unit, index)
        return index, _phrase_end(unit, index, entry.cls)
    if entry.scope == "both":
        return _both(unit, index, clauses)
    clause = next(c for c in reversed(clauses) if c.start <= index)
    if entry.cls == "attribution" and not any(cls in "VvINUAM" for cls in unit.classes[index + 1 :]):
        return 0, size  # *..., the brand claims*
    if clause.kind in ("sub", "condition", "relative"):
        return index, max(min(_clause_end(unit, index), _with_complement(clause, clauses)), index + 1)
    return index, _clause_end(unit, index)


def _with_complement(clause: Clause, clauses: list[Clause]) -> int:
    """Where a clause ends, with the one that completes it (*but nobody has shown that they regrow hair*)."""
    following = clauses[clauses.index(clause) + 1 :][:1]
    return next((each.end for each in following if each.kind == "complement"), clause.end)


def _emerges(unit: Unit, index: int, clause: Clause) -> bool:
    """Whether a modal hedges that its subject comes about at all: *improvements may appear*, *can be noticed*."""
    if unit.classes[index] != "m" or index >= clause.end:
        return False
    ahead = unit.words[index + 1 : index + 5]
    return any(word.text in unit.english.emerging for word in ahead)


def _subject_start(unit: Unit, index: int, clause: Clause) -> int:
    """Where the subject before a modal begins, with the list in brackets that names it."""
    opening = next((i for i in range(index - 1, 0, -1) if unit.words[i].text == "("), 0)
    bracketed = unit.words[index - 1].text == ")" and opening > 0
    return min(opening if bracketed else index, clause.subject[0])


def _status(unit: Unit, index: int, clauses: list[Clause]) -> tuple[int, int]:
    """A status (*is being studied for*, *remains unproven*) speaks of its own clause, and of the clause before it
    where it takes that up: *..., which remains unproven*, *..., though this is not yet confirmed*."""
    position = max(i for i, clause in enumerate(clauses) if clause.start <= index)
    clause = clauses[position]
    start = clause.start
    subject = unit.words[clause.subject[0]].text if clause.subject[0] < clause.subject[1] else ""
    back = clause.kind == "relative" or subject in unit.english.status_subjects
    if position and (back or clause.marker in unit.english.concessive_conjunctions):
        start = clauses[position - 1].start
    return start, _clause_end(unit, index)


def _praises(unit: Unit, index: int) -> bool:
    """*Nothing firms skin like exosomes*, *no cream calms it the way our exosome serum does*: praise by denial."""
    for item in range(index + 3, len(unit.words)):
        if unit.classes[item] == "S":
            before = {word.text.rpartition(" ")[2] for word in unit.words[max(item - 3, index) : item]}
            return not before.isdisjoint(unit.english.likening_words)
    return False


def _subject_of_clause(index: int, clauses: list[Clause]) -> bool:
    """Whether *no ...* opens the subject, so that it denies the whole clause."""
    clause = next(c for c in reversed(clauses) if c.start <= index)
    return clause.verb >= 0 and clause.subject[0] <= index < clause.verb


def _verb_end(unit: Unit, index: int, entry_cls: str) -> int:
    """A modal's reach: its verb, objects, bare conjuncts and trailing participles, to the next finite verb."""
    classes, english = unit.classes, unit.english
    modal = unit.words[index].text.split()[0] in english.modals  # *can also*
    helping = classes[index] == "V" or (classes[index] == "Q" and not modal)
    seen_verb = helping
    perceived, causes = False, helping
    position = index + 1
    while position < len(classes):
        cls = classes[position]
        word = unit.words[position].text
        if word == "(" and (closing := asides.closing(unit, position)):
            position = closing + 1
            continue
        if cls in ";ic" and not (cls == "c" and word == "how" and not seen_verb):
            return position
        if cls == "D" and word == "that" and _finite_soon(unit, position + 2):
            return position
        if cls == "r" and word == "who":
            return position
        if seen_verb and helping and cls == "," and _gerund_next(unit, position + 1):
            return position
        if entry_cls == "invitation" and cls == "t" and position + 1 < len(classes) and classes[position + 1] == "V":
            return position
        if cls == "t" and seen_verb and unit.words[position - 1].text in english.advising:
            return position  # *sessions may be needed to maintain the glow*: the need is hedged, not the glow
        if perceived:
            if cls == "&" and _fresh_clause(unit, position + 1):
                return position
            position += 1
            continue
        if seen_verb and cls in "mbho" and is_finite(unit, position):
            return _back_to_break(unit, index, position)
        if cls in "Vv" or (cls == "Q" and unit.forms[position]):
            form = unit.forms[position]
            perceived = not seen_verb and word in english.perception
            if seen_verb and form == "base" and not causes and classes[position - 1] in "TBN.KPS#":
                return position  # *exosomes that may come from milk soothe the skin*
            causes = word in english.causatives
            fresh = position > index + 2 and _new_subject(unit, position)  # but not *helps you reduce lines*
            if seen_verb and (form in ("third", "past") or (form == "base" and fresh)):
                return _back_to_break(unit, index, position)
            seen_verb = True
        elif cls in "bho" or (cls == "." and position == index + 1):
            seen_verb = True
        position += 1
    return position


def _gerund_next(unit: Unit, index: int) -> bool:
    """A result clause: *helps cells talk, triggering repair* states the repair."""
    while index < len(unit.forms) and unit.classes[index] == "a":
        index += 1
    return index < len(unit.forms) and unit.forms[index] == "gerund"


def _turns(unit: Unit, index: int) -> bool:
    """Whether what stands behind the comma of a denied list is claimed instead."""
    only = index < len(unit.words) and unit.words[index].text in unit.english.restricting_adverbs
    return only or _gerund_next(unit, index)


def _turned(unit: Unit, index: int) -> bool:
    return unit.classes[index] == "," and _turns(unit, index + 1)  # *do not require surgery, yielding faster results*


def _new_subject(unit: Unit, position: int) -> bool:
    before = unit.classes[position - 1]
    if before == "a" and position > 1:
        before = unit.classes[position - 2]
    if before == "r":
        return True
    if before in "SK":
        start = position - 1
        while start > 0 and unit.classes[start - 1] in "dDASPK.-":
            start -= 1
        return not (start > 0 and unit.classes[start - 1] in "QVp")
    return False


def _back_to_break(unit: Unit, index: int, position: int) -> int:
    """The comma, coordinator or subject start before a new finite verb; an object that it follows stays covered."""
    cursor = position - 1
    while cursor > index and unit.classes[cursor] in NOUN_PHRASE | {"a", "r"}:
        if unit.classes[cursor] in ",&":
            return cursor
        cursor -= 1
    describes = unit.words[index - 1].text in unit.english.describing_words if index else False
    return position if describes and unit.forms[cursor] == "base" else cursor + 1  # *exosomes that may firm skin are*


def _clause_end(unit: Unit, index: int) -> int:
    """A clausal cue passes commas and *that*; it ends at a strong mark, a contrast or a new main clause."""
    classes = unit.classes
    seen_verb = any(is_finite(unit, item) for item in range(index))
    for position in range(index + 1, len(classes)):
        cls, word = classes[position], unit.words[position].text
        if cls == ";" and word not in ("(", ")", "/") and not (word == ":" and position == index + 1):
            return position
        if cls == "c" and word in unit.english.contrast_conjunctions:
            return position
        if word in unit.english.wh_relatives:
            return position
        if cls == "&" and unit.words[position + 1 : position + 2] and unit.words[position + 1].text == "that":
            continue  # *it is thought that they calm skin and that they firm it*
        if cls == "," and position == index + 1:
            continue  # *reportedly, exosomes calm skin*
        if cls in ",&" and _fresh_clause(unit, position + 1):
            return position
        if cls in "&" and seen_verb and position + 1 < len(classes) and _third_conjunct(unit, position + 1):
            return position
        if cls in "Vv":
            seen_verb = True
    return len(classes)


def _third_conjunct(unit: Unit, index: int) -> bool:
    while index < len(unit.classes) and unit.classes[index] == "a":
        index += 1
    return (
        index < len(unit.classes)
        and unit.classes[index] in "Vvbh"
        and (unit.forms[index] in ("third", "past") or unit.classes[index] in "bh")
    )


def _fresh_clause(unit: Unit, index: int) -> bool:
    """A pronoun or the subject itself with a finite verb: a clause of its own."""
    while index < len(unit.classes) and unit.classes[index] in "&a'":
        index += 1
    index = past_adjunct(unit, index) if index < len(unit.classes) else index
    if index >= len(unit.classes) or unit.classes[index] not in "rSDd":
        return False
    return _finite_soon(unit, index + 1) and unit.words[index].text not in unit.english.wh_relatives


def _finite_soon(unit: Unit, index: int) -> bool:
    for position in range(index, min(index + 6, len(unit.classes))):
        if unit.classes[position] in ";,&":
            return False
        if is_finite(unit, position):
            return True
    return False


def _phrase_end(unit: Unit, index: int, entry_cls: str) -> int:
    position = index + 1
    classes = unit.classes
    while position < len(classes) and (
        classes[position] in NOUN_PHRASE | {"p", "a", "t"}
        or (unit.words[position].text == ":" and entry_cls == "hedge")  # *possible benefits: firmer skin*
        or unit.forms[position] in ("gerund", "participle")
        or (unit.words[position - 1].text.endswith("to") and unit.forms[position] == "base")
        or _joined(unit, position)
    ):
        if classes[position] == "," and entry_cls == "negation" and _turns(unit, position + 1):
            return position  # *without surgery, reducing risk*, *no needles, just radiant skin*
        turns = classes[position] == "," and _gerund_next(unit, position + 1)
        if turns and entry_cls == "softener" and "gerund" not in unit.forms[index:position]:
            return position  # *an option for the eye area, adding volume*
        if classes[position] in ",&" and _finite_soon(unit, position + 1):
            return position
        if classes[position] == "p" and unit.words[position].text in unit.english.means_prepositions:
            return position
        position += 1
    return position


def _joined(unit: Unit, position: int) -> bool:
    """Whether a bare verb continues another (*to reduce wrinkles or restore hair*)."""
    earlier = next((form for form in reversed(unit.forms[:position]) if form), "")
    return unit.forms[position] == earlier == "base" and unit.classes[position - 1] in "&,"


def _both(unit: Unit, index: int, clauses: list[Clause]) -> tuple[int, int]:
    """An adverb covers its clause; before a noun or adjective, from itself on."""
    clause = next(c for c in reversed(clauses) if c.start <= index)
    return clause.start, max(clause.end, index + 1)
