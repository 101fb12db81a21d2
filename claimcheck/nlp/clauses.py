"""Clauses: where a clause begins and ends, and the range of its subject."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.nlp import asides
from claimcheck.nlp.units import Unit

OPENING = frozenset(";icrD,&")
"""Classes of items that a clause can open at."""
NOTHING = ("", "", 0)
NOUNISH = frozenset("STNBUPKGRCHO.")


@dataclass(slots=True)
class Clause:
    """A range of items. ``kind``: main, relative, complement, sub, condition."""

    start: int
    end: int
    kind: str
    marker: str = ""
    subject: tuple[int, int] = (0, 0)
    verb: int = -1
    """Item of its first finite verb or auxiliary; -1 for none."""
    parent: int = -1


def find(unit: Unit) -> list[Clause]:
    """The clauses of a unit in order; each item stands in exactly one."""
    size = len(unit.classes)
    inverting = size > 2 and unit.words[0].text in unit.english.inverting_auxiliaries
    inverted = inverting and unit.classes[1] in "SrdP" and not unit.question
    clauses = [Clause(0, size, "condition" if inverted else "main")]
    index = 0
    while index < size:
        kind, marker, start = _opens(unit, index, clauses) if unit.classes[index] in OPENING else NOTHING
        if kind:
            clauses[-1].end = index
            parent = _parent(clauses, kind)
            clauses.append(Clause(start, size, kind, marker, parent=parent))
            index = max(start, index + 1)
        else:
            index += 1
    clauses = [clause for clause in clauses if clause.end > clause.start] or clauses[:1]
    for position, clause in enumerate(clauses):
        _find_subject(unit, clause, clauses[:position])
    return clauses


def _parent(clauses: list[Clause], kind: str) -> int:
    if kind == "resume":
        return next((i for i in range(len(clauses) - 1, -1, -1) if clauses[i].kind not in ("relative", "sub")), 0)
    return len(clauses) - 1


def _opens(unit: Unit, index: int, clauses: list[Clause]) -> tuple[str, str, int]:
    """(kind, marker, first item) of the clause that opens at an item, or empty."""
    cls = unit.classes[index]
    word = unit.words[index].text
    if cls == ";":
        aside = asides.closing(unit, index) if word == "(" else word == ")" and asides.closes(unit, index)
        return NOTHING if aside else ("main", word, index + 1)
    if cls == "i":
        return "condition", word, index + 1
    if cls in "cr" and word in unit.english.relative_pronouns:
        return "relative", word, index + 1
    if cls == "c":
        if word == "so" and not _finite_ahead(unit, index + 1):
            return "", "", 0
        return "sub", word, index + 1
    if cls == "D" and word == "that":
        return _that(unit, index)
    if cls == "," and clauses[-1].kind in ("relative", "sub", "condition") and _resumes(unit, index + 1):
        return "resume", "", index + 1
    if cls == "," and clauses[-1].kind == "condition":
        return "main", "", index + 1
    if cls == "," and _closes_fronted(unit, clauses[-1], index):
        return "main", "", index + 1
    fronted = clauses[-1].kind in ("sub", "condition", "relative")
    if cls in ",&" and (fronted or _has_verb(unit, clauses[-1].start, index)) and _subject_and_verb(unit, index + 1):
        return "main", word, index + 1
    return "", "", 0


def _has_verb(unit: Unit, start: int, end: int) -> bool:
    return any(unit.classes[i] in "Vvmbho" for i in range(start, end))


def _that(unit: Unit, index: int) -> tuple[str, str, int]:
    following = unit.classes[index + 1] if index + 1 < len(unit.classes) else ""
    before = unit.classes[index - 1] if index else ""
    if following and following in "VvmbhoQa" and before in NOUNISH:
        return "relative", "that", index + 1
    if before and before in "VvQba.S" and _finite_ahead(unit, index + 1):
        return "complement", "that", index + 1
    if before in NOUNISH and following in ("r", "d"):
        return "relative", "that", index + 1
    return "", "", 0


def _closes_fronted(unit: Unit, clause: Clause, index: int) -> bool:
    """*Because cells talk, benefits last*: a clause that opens the sentence ends at its comma, not at a list."""
    if clause.kind != "sub" or clause.start > 1 or not any(unit.finite_at[clause.start : index]):
        return False
    following = index + 1
    if following >= len(unit.classes) or unit.classes[following] in "&VvQ":
        return False
    verb = any(unit.finite_at[following:]) or unit.classes[following] in "SrK"
    return verb and "&" not in unit.classes[following : following + 4]


def _resumes(unit: Unit, index: int) -> bool:
    """Whether the verb of the clause around a relative one comes next; a bare form may be a conjunct instead."""
    while index < len(unit.classes) and unit.classes[index] in "a'":
        index += 1
    if index >= len(unit.classes) or not (is_finite(unit, index) or unit.forms[index] == "base"):
        return False
    earlier = next((form for form in reversed(unit.forms[:index]) if form), "")
    if unit.forms[index] != "base" or earlier != "base":
        return is_finite(unit, index)
    listed = any(
        unit.classes[i] == "&" and any(form == "base" for form in unit.forms[i + 1 : i + 3])
        for i in range(index - 2, len(unit.classes))
    )
    if not listed:
        unit.finite_at[index] = True  # *exosomes, which might come from milk, repair the skin*
    return not listed


def _verb_next(unit: Unit, index: int) -> bool:
    while index < len(unit.classes) and unit.classes[index] in "a'":
        index += 1
    return index < len(unit.classes) and is_finite(unit, index)


def is_finite(unit: Unit, index: int) -> bool:
    """Whether an item is a finite verb or auxiliary."""
    return unit.finite_at[index]


def _finite_ahead(unit: Unit, index: int) -> bool:
    for position in range(index, min(index + 8, len(unit.classes))):
        if unit.classes[position] in ";ic":
            return False
        if is_finite(unit, position) and position > index:
            return True
    return False


def _subject_and_verb(unit: Unit, index: int) -> bool:
    """Whether a subject and its finite verb begin here, so that a comma or *and* opens a clause."""
    size = len(unit.classes)
    while index < size and unit.classes[index] in "a&'":
        index += 1
    if index >= size:
        return False
    index = past_adjunct(unit, index)
    start = index
    if unit.classes[index] == "r":
        return index + 1 < size and _verb_next(unit, index + 1)
    relative = unit.english.relative_pronouns
    while index < size and index < start + 5 and unit.classes[index] in "dDSTNBUPKGRCHO.AM#-'":
        if index > start and unit.words[index].text in relative:
            break
        index += 1
    named = index > start
    while index < size and unit.classes[index] == "a":
        index += 1
    if not named or index >= size:
        return False
    cls = unit.classes[index]
    return (
        cls in "mbh"
        or (cls in "VvQ" and unit.forms[index] == "third")
        or (cls in "Vv" and unit.forms[index] in ("base", "past") and unit.classes[start] in "SDdr" and cls != ",")
    )


def past_adjunct(unit: Unit, index: int) -> int:
    """The item behind a short fronted phrase (*and by morning the serum has ...*), or the item itself."""
    if unit.classes[index] == "p":
        for position in range(index + 2, min(index + 5, len(unit.classes))):
            if unit.classes[position] in "dSr":
                return position
    return index


def _find_subject(unit: Unit, clause: Clause, earlier: list[Clause]) -> None:
    verb = next((i for i in range(clause.start, clause.end) if is_finite(unit, i)), -1)
    if verb >= 0 and unit.forms[verb] == "past" and verb + 1 < clause.end and unit.classes[verb + 1] == "p":
        later = next((i for i in range(verb + 1, clause.end) if is_finite(unit, i)), -1)
        joined = any(unit.classes[i] in ",&" for i in range(verb, later))
        verb = later if later > 0 and not joined else verb  # *PRP combined with exosomes regrows hair*
    if (
        verb >= 0
        and unit.forms[verb] == "past"
        and "," in unit.classes[verb + 1 : verb + 2]
        and _verb_next(unit, verb + 2)
    ):
        verb = next(i for i in range(verb + 2, len(unit.classes)) if is_finite(unit, i))  # *exosomes included, has*
    clause.verb = verb
    start = clause.start
    while start < clause.end and unit.classes[start] in "a&,'":
        start += 1
    if verb >= 0:
        clause.subject = (_skip_adjunct(unit, start, verb), verb)
    else:
        clause.subject = (start, start)
    if clause.subject[0] >= clause.subject[1] and earlier and clause.kind in ("relative", "resume"):
        source = earlier[-1] if clause.kind == "relative" else _main(earlier)
        clause.subject = _antecedent(unit, source) if clause.kind == "relative" else source.subject


def _main(earlier: list[Clause]) -> Clause:
    return next((c for c in reversed(earlier) if c.kind in ("main", "complement", "resume")), earlier[0])


def _antecedent(unit: Unit, clause: Clause) -> tuple[int, int]:
    """The noun phrase that a relative clause follows, with what it is said to contain."""
    end = clause.end
    while end > clause.start and unit.classes[end - 1] in ",'":
        end -= 1
    start = _phrase_start(unit, clause.start, end, "dDSTNBUPKGRCHO.AM#-'")
    whole = _phrase_start(unit, clause.start, end, "dDSTNBUPKGRCHO.AM#-'&,")
    holds = any(unit.words[index].text in unit.english.containing for index in range(whole, end))
    return (whole if holds and "S" in unit.classes[whole:end] else start), end


def _phrase_start(unit: Unit, first: int, end: int, classes: str) -> int:
    start, containing = end, unit.english.containing
    while start > first and (unit.classes[start - 1] in classes or unit.words[start - 1].text in containing):
        start -= 1
    return start


def _after_adjunct(unit: Unit, start: int, verb: int) -> int:
    """The subject behind a fronted phrase without a comma (*after treatment your skin looks ...*), or 0."""
    for index in range(start + 2, verb):
        if unit.classes[index] == "d" and unit.classes[index - 1] in "PSKRH." and unit.classes[index - 2] in "pdPS":
            return index
    return 0


def _skip_adjunct(unit: Unit, start: int, verb: int) -> int:
    """Drop what stands before the subject (*With exosomes, ...*, *After three sessions, ...*, *Today, ...*)."""
    before = verb - 1
    while before > start and unit.classes[before] == "a":
        before -= 1
    if unit.classes[start] in "p." and unit.classes[before] == "r":
        return before  # *at our clinic they firm the skin*, *overnight it firms the skin*
    if unit.classes[start] == "p" and (own := _after_adjunct(unit, start, verb)):
        return own
    comma = next((index for index in range(verb - 1, start, -1) if unit.classes[index] == ","), -1)
    if comma < 0 or comma + 1 >= verb:
        return start
    adjunct = unit.classes[start] in "pVvtQ" or unit.words[start].text in unit.english.adjunct_openers
    if adjunct or not any(unit.classes[index] in "SRPCKr" for index in range(start, comma)):
        return comma + 1
    return start
