"""The ladder of strength: how much is claimed of an effect, from 0 (nothing) to 4 (settled), and how."""

from __future__ import annotations

from claimcheck.model import Block
from claimcheck.nlp.clauses import Clause
from claimcheck.nlp.construction import NAMING, after_for, base_level
from claimcheck.nlp.cues import Reach
from claimcheck.nlp.discourse import Section
from claimcheck.nlp.effects import Effect
from claimcheck.nlp.lexicon import Lexicon
from claimcheck.nlp.states import is_comparative
from claimcheck.nlp.units import Unit


def strength(
    unit: Unit,
    effect: Effect,
    effects: list[Effect],
    reaches: list[Reach],
    clauses: list[Clause],
    block: Block,
    section: Section,
    lead: frozenset[str],
    lexicon: Lexicon,
) -> tuple[int, str]:
    kinds = set(lead) | {reach.kind for reach in reaches if covers(reach, effect)}
    if label := _label_end(unit, effect):
        kinds |= {reach.kind for reach in reaches if reach.item >= label} & {"hedge", "attribution", "limitation"}
    clause = next((c for c in reversed(clauses) if c.start <= effect.head), clauses[0])
    if "negation" in kinds or _denied(effect, effects, reaches, clause):
        return 0, "negated"
    if unit.question:
        return (2, "soft") if _presupposes(unit, effect) else (0, "question")
    if clause.kind == "condition":
        readers = any(unit.words[item].text in unit.english.reader_words for item in range(clause.start, clause.end))
        told = lexicon.has("instructions", [word.text for word in unit.words])
        return (2, "soft") if readers and not told else (0, "conditional")
    if effect.category == "proof" and _is_demanded(unit, effect):
        return 0, "demanded"
    if clause.marker == "when" and effect.construction == "copula":
        return 0, "conditional"  # *when skin is young*: a circumstance
    if clause.marker == "whether" and unit.words[clause.start].text != "you":
        return 1, "hedged"
    boosted = effect.boosts or any(
        other.boosts and other is not effect and _near(other, effect, clauses) for other in effects
    )
    if boosted and not (kinds & {"limitation", "attribution"}):
        return 4, "boosted"
    if "limitation" in kinds or "hedge" in kinds:
        return 1, "hedged"
    if "attribution" in kinds:
        return 1, "attributed"
    timed = clause.marker in unit.english.timing_conjunctions
    if (
        timed
        and effect.construction in ("finite", "intransitive", "passive", "copula")
        and _runs_its_course(unit, clause)
    ):
        return 2, "soft"  # *wait until your skin heals*
    level = base_level(unit, effect, section, "softener" in kinds, block.kind)
    if level <= 0:
        return 0, "asserted"
    promised = any(is_comparative(unit, item) for item in range(effect.start, effect.end))
    if "invitation" in kinds and not promised and effect.construction not in ("state", "copula", "proof") and level < 4:
        return min(level, 2), "soft"
    opening = [word.text for word in unit.words[:3]]
    asks = not unit.english.headline_words.isdisjoint(opening)
    asks = asks or (opening[0] in unit.english.question_words and opening[1:2] == ["to"])
    if level < 4 and unit.classes[0] != "D" and asks:
        return min(level, 2), "soft"  # a headline that takes the effect for granted; *this is why ...* is none
    if level == 3 and effect.construction in NAMING and _under_soft(unit, effect, effects):
        return 2, "soft"
    if "softener" in kinds and level < 4:
        return min(level, 2), "soft"
    return level, "soft" if level == 2 else "asserted"


def _label_end(unit: Unit, effect: Effect) -> int:
    """Where the sentence begins that a named effect is the label of (*Better texture: exosomes may ...*), or 0."""
    colon = unit.words[effect.end].text == ":" if effect.end < len(unit.words) else False
    opens = effect.construction in NAMING and not any(unit.finite_at[: effect.end])
    return effect.end + 1 if colon and opens else 0


def _runs_its_course(unit: Unit, clause: Clause) -> bool:
    """Whether the skin or hair itself is the subject of a clause: *while your scalp recovers*."""
    subject = unit.classes[clause.subject[0] : clause.subject[1]]
    return bool(subject) and set(subject) <= set("dDBTNA.M'")


def covers(reach: Reach, effect: Effect) -> bool:
    """Whether a cue reaches the effect: its head, or for a phrase (*the look of*) its target."""
    if reach.entry.scope == "phrase":
        return reach.start <= effect.end - 1 < reach.end or reach.start <= effect.head < reach.end
    return reach.start <= effect.head < reach.end


def supported(unit: Unit, mark: Effect, effects: list[Effect], clauses: list[Clause], reaches: list[Reach]) -> bool:
    """Whether a mark that is a claim only beside one (*always*, *studies show*) stands beside one.

    What is denied supports no mark behind it, and what is hedged none before it: *cannot wake follicles that are
    permanently lost*, *studies show that they may firm skin*.
    """
    return any(
        not other.needs
        and not any(covers(reach, other) and _undoes(unit, reach, mark, other) for reach in reaches)
        and (other.construction != "concern" or other.start == mark.end)
        and _near(mark, other, clauses)
        for other in effects
    )


def _undoes(unit: Unit, reach: Reach, mark: Effect, effect: Effect) -> bool:
    if reach.kind == "hedge":
        return mark.category == "proof" and mark.end <= reach.item and "&" not in unit.classes[mark.end : reach.item]
    return reach.kind == "negation" and effect.head < mark.start


def _denied(effect: Effect, effects: list[Effect], reaches: list[Reach], clause: Clause) -> bool:
    """*not proven that ...*, *cannot guarantee that ...*: what is denied proof is not claimed."""
    return any(
        other.boosts
        and (other.category == "proof" or (other.category == "absolute" and clause.kind == "complement"))
        and any(reach.kind == "negation" and covers(reach, other) for reach in reaches)
        for other in effects
    )


def _is_demanded(unit: Unit, effect: Effect) -> bool:
    """*a claim should be backed by science*: what ought to be proven is not said to be."""
    before = (word.text for word in unit.words[max(effect.start - 4, 0) : effect.start])
    return not unit.english.demanding.isdisjoint(before)


def _near(booster: Effect, effect: Effect, clauses: list[Clause]) -> bool:
    """Whether a booster strengthens an effect: in one clause, or in the clause that governs or qualifies it."""
    first, second = (
        max(i for i, clause in enumerate(clauses) if clause.start <= item or i == 0)
        for item in (booster.head, effect.head)
    )
    if first == second or not _has_own_subject(clauses[max(first, second)]):
        return True
    return clauses[second].kind in ("complement", "relative") and second == first + 1


def _has_own_subject(clause: Clause) -> bool:
    return clause.kind in ("main", "resume", "sub") and clause.subject[0] < clause.subject[1]


def _presupposes(unit: Unit, effect: Effect) -> bool:
    """*How do exosomes firm the skin?* takes the effect for granted; *Do exosomes ...?* does not."""
    if not unit.finite and effect.construction == "category" and "S" in unit.classes:
        return True  # *Exosomes: the next anti-ageing revolution?*
    if [word.text for word in unit.words[:3]] == ["did", "you", "know"]:
        return True
    opening = {word.text for word in unit.words[: 3 if unit.classes[1:2] == [","] else 1]}  # *So, how do they ...?*
    if unit.words[0].text in unit.english.assuming_openers:
        return effect.construction != "concern"
    if opening.isdisjoint(unit.english.question_words):
        return False
    return effect.construction != "concern" or after_for(unit, effect.start)


def _under_soft(unit: Unit, effect: Effect, effects: list[Effect]) -> bool:
    """*supports collagen and visible texture improvement*: a further object of a verb that only supports."""
    return any(
        other.verbs
        and other.level == 2
        and other.verbs[-1] < effect.start
        and all(cls in "dDTNBUAM,&-'.a" for cls in unit.classes[other.verbs[-1] + 1 : effect.start])
        for other in effects
    )
