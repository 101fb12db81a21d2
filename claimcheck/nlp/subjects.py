"""Who the effect is said of: the class of a clause's subject, and whether it leads back to the pack's subject."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model import Block
from claimcheck.nlp.clauses import Clause
from claimcheck.nlp.discourse import NEITHER, OURS, RIVALS, Discourse, Section
from claimcheck.nlp.effects import Effect
from claimcheck.nlp.folding import fold
from claimcheck.nlp.lexicon import ANAPHOR, CARGO, COMPANY, MARK, PEOPLE, PRODUCT, RIVAL, SUBJECT
from claimcheck.nlp.units import Unit

GRADES = ("standardisation", "dose")
"""Categories of claims about the making of a product, whatever the subject of their sentence."""


@dataclass(slots=True)
class Link:
    """How an effect leads to the subject. ``item`` is the mention in the unit, -1 if it stands elsewhere."""

    kind: str
    item: int = -1


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


def _is_set_aside(unit: Unit) -> bool:
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
    return index > 0 and _compares(unit, index - 1)


def _compares(unit: Unit, index: int) -> bool:
    text = unit.words[index].text
    return text == "like" or text in unit.english.setting_aside


def link(
    unit: Unit, effect: Effect, clauses: list[Clause], named: list[int], discourse: Discourse, section: Section
) -> Link | None:
    """The link from an effect to the subject, or None where it is said of something else."""
    if not named and _is_set_aside(unit):
        return None
    clause = next((c for c in reversed(clauses) if c.start <= effect.head), clauses[0])
    kind, item = subject_kind(unit, clause)
    end = clause.end
    described = clause.kind == "relative" and kind == "product" and not named and clauses[0].verb >= 0
    position = clauses.index(clause)
    if described and _is_said(unit, clauses[position - 1]):
        position -= 1  # *this is a treatment that ...*
        clause = clauses[position]
        kind, item = subject_kind(unit, clause)
    elif described or (clause.kind == "relative" and _compared(unit, clause)):
        return None
    while (
        position > 0
        and clause.kind != "complement"
        and (kind == "none" or (kind in ("other", "product") and clause.kind == "relative"))
    ):
        position -= 1
        clause = clauses[position]
        kind, item = subject_kind(unit, clause)
    if _is_business(unit, clause, discourse):
        return None
    if kind == "explicit":
        return Link("explicit", item)
    if _is_general(unit, effect, clause) or (effect.category == "delivery" and _is_carried(unit, effect, named)):
        return None
    if kind == "other" and effect.category == "safety":
        return None
    ahead = bool(named) and min(named) < end
    if kind == "person" and not ahead and unit.words[clause.subject[0]].text == "we":
        return None  # what the clinic does with something else
    if kind == "rival":
        near = [i for i in named if clause.subject[0] <= i < clause.subject[1]]
        if unit.words[clause.subject[0]].text in unit.english.denying_words:
            near = named  # *no peel or laser calms skin the way exosomes do*
        return Link("explicit", near[0]) if near else None
    agent = kind in ("other", "company", "product") and clause.verb >= 0
    agent = agent and effect.category in ("benefit", "proof", "absolute")
    if agent and named and not ahead:
        return None  # *stem cells renew tissue; exosomes are ...*
    if named:
        return Link("explicit", min(named, key=lambda i: abs(i - effect.head)))
    if kind == "pronoun" and _follows_rival(unit, clauses[:position]):
        return None  # *PRP is your own blood: it stimulates ...*
    if kind in ("pronoun", "definite") or (effect.construction == "answer" and kind == "none"):
        if discourse.antecedent == OURS or (discourse.antecedent == NEITHER and section.topic == OURS):
            return Link("definite" if kind == "none" else kind, item)
        return None
    if kind == "product" and section.named and clauses[0].verb < 0:
        return Link("heading")  # a toner that firms, under the toner's own heading
    if section.topic != OURS or discourse.antecedent == RIVALS or _is_its_own(unit, effect, clause, kind, section):
        return None
    if effect.category in GRADES and {RIVAL, COMPANY} & set(unit.classes[effect.end : effect.end + 3]):
        return None  # *medical-grade numbing cream*
    if section.role == "ingredients" or _led_by_rival(unit, effect.start, fold(section.text) if section.named else ""):
        return None
    return Link("heading" if section.named else "page")


def _follows_rival(unit: Unit, earlier: list[Clause]) -> bool:
    """Whether a rival is the subject that a unit begins with, and the last that it names."""
    kinds = [subject_kind(unit, clause)[0] for clause in earlier]
    return kinds[:1] == ["rival"] and earlier[0].kind == "main" and {"explicit", "definite"}.isdisjoint(kinds)


def _is_its_own(unit: Unit, effect: Effect, clause: Clause, kind: str, section: Section) -> bool:
    """Whether a clause has a subject that the page does not lend: *the new lighting lifts the room*."""
    if kind == "other" and clause.verb >= 0 and not section.named and not unit.question:
        return effect.category not in GRADES
    if kind == "other":
        return effect.category in ("superiority", "proof", "approval")
    if kind == "none" and clause.verb < 0 and effect.category not in (*GRADES, "approval"):
        return _is_company(unit)
    return kind in ("company", "product")


def _is_company(unit: Unit) -> bool:
    """*Family-run clinic with visible results*: a piece whose noun is the firm."""
    lead = next((i for i, cls in enumerate(unit.classes) if cls in "p;VvcST"), len(unit.classes))
    return lead > 0 and unit.classes[lead - 1] == COMPANY


def _is_business(unit: Unit, clause: Clause, discourse: Discourse) -> bool:
    """*demand for exosomes is growing*: a clause about trade and talk, and of no effect."""
    head = [word.text for word in unit.words[clause.subject[0] : clause.subject[1]]][:3]
    return bool(head) and discourse.lexicon.has("business", head) > 0


def _is_general(unit: Unit, effect: Effect, clause: Clause) -> bool:
    """*it is easier to keep skin calm*: said of anybody, and of no treatment."""
    if effect.construction not in ("infinitive", "proof") or clause.verb < 1 or unit.classes[clause.verb] != "b":
        return False
    before = unit.classes[clause.verb + 1 : effect.head]
    if unit.words[clause.verb - 1].text != "it":
        return False
    return "t" in before if effect.construction == "proof" else set(before) <= set(".aAMt")


def _is_carried(unit: Unit, effect: Effect, named: list[int]) -> bool:
    """*helps the absorption of exosomes*: something else carries them."""
    return any("of" in [word.text for word in unit.words[effect.end : item]] for item in named)


def _is_said(unit: Unit, clause: Clause) -> bool:
    """Whether a clause says of what came before what it is: *it is a serum*."""
    copular = clause.verb >= 0 and unit.classes[clause.verb] == "b" and unit.words[clause.verb].text != "be"
    return copular and subject_kind(unit, clause)[0] in ("pronoun", "definite")


def _compared(unit: Unit, clause: Clause) -> bool:
    """Whether a relative clause describes what the subject is set against (*unlike creams that hide lines*)."""
    for index in range(clause.start - 1, max(clause.start - 7, -1), -1):
        if _compares(unit, index):
            return True
        if unit.classes[index] in ";,":
            return False
    return False


def _led_by_rival(unit: Unit, end: int, title: str = "") -> bool:
    """Whether a rival stands before the effect as an agent, not in a phrase such as *after laser*, and is no part
    of what the section's ``title`` names."""
    for index in range(end):
        if unit.classes[index] == RIVAL and unit.words[index].text not in title:
            before = index - 1
            while before >= 0 and unit.classes[before] in "R,&.#-A'":
                before -= 1
            if before < 0 or unit.classes[before] not in "pVvQ":
                return True
    return False


def remember(unit: Unit, block: Block, clauses: list[Clause], named: list[int], discourse: Discourse) -> None:
    """Let a unit change what the next pronoun stands for."""
    kind, _ = subject_kind(unit, clauses[0])
    if kind == "rival" and clauses[0].kind == "sub":  # *while PRP is older, exosomes are ...*
        kind = next((subject_kind(unit, c)[0] for c in clauses if c.kind == "main"), kind)
    if clauses[0].verb >= 0 and kind in ("explicit", "rival") and block.kind != "list-item":
        discourse.told = block.heading, OURS if kind == "explicit" else RIVALS
    if kind == "explicit":
        discourse.antecedent = OURS
    elif kind == "rival":
        discourse.antecedent = RIVALS
    elif named:
        discourse.antecedent = OURS
    elif kind in ("person", "company") and "R" in unit.classes:
        discourse.antecedent = RIVALS  # *we also offer light therapy*
    elif kind in ("none", "other") and _led_by_rival(unit, len(unit.words)):
        discourse.antecedent = RIVALS
