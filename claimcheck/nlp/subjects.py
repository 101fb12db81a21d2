"""Who an effect is said of: the link from it to the pack's subject, and what the next pronoun stands for."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model import Block
from claimcheck.nlp.clauses import Clause
from claimcheck.nlp.discourse import NEITHER, OURS, RIVALS, Discourse, Section
from claimcheck.nlp.effects import Effect
from claimcheck.nlp.folding import fold
from claimcheck.nlp.lexicon import COMPANY, RIVAL
from claimcheck.nlp.mentions import compares, is_set_aside, subject_kind
from claimcheck.nlp.units import Unit

GRADES = ("standardisation", "dose")
"""Categories of claims about the making of a product, whatever the subject of their sentence."""


@dataclass(slots=True)
class Link:
    """How an effect leads to the subject. ``item`` is the mention in the unit, -1 if it stands elsewhere."""

    kind: str
    item: int = -1


def link(
    unit: Unit, effect: Effect, clauses: list[Clause], named: list[int], discourse: Discourse, section: Section
) -> Link | None:
    """The link from an effect to the subject, or None where it is said of something else."""
    if not named and is_set_aside(unit):
        return None
    clause = next((c for c in reversed(clauses) if c.start <= effect.head), clauses[0])
    kind, item = subject_kind(unit, clause)
    end = clause.end
    if kind == "none" and clause.kind == "main" and clause.start in named:
        return Link("explicit", clause.start)  # *while PRP varies, exosomes deliver consistent potency*
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
        if compares(unit, index):
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
