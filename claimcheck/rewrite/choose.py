"""Which rewrite fits which construction, in the order of trial."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from claimcheck.model import Claim, Edit, Verb
from claimcheck.rewrite.compound import hedge_compound
from claimcheck.rewrite.coordinate import follows_verb, governing, predicate
from claimcheck.rewrite.fragment import LABEL, hedge_fragment
from claimcheck.rewrite.group import read_group
from claimcheck.rewrite.imperative import hedge_imperative, is_imperative
from claimcheck.rewrite.participle import HEDGE, hedge_participle
from claimcheck.rewrite.predicate import control, hedge_predicate
from claimcheck.rewrite.prose import Draft, Rewrite, aside_end, realise
from claimcheck.rewrite.purpose import hedge_purpose, hedge_result
from claimcheck.rewrite.remove import remove_segment, remove_tail, remove_words, without_opener
from claimcheck.rewrite.soften import softer_for
from claimcheck.rewrite.sound import is_sound
from claimcheck.rewrite.suited import hedge_suited, is_for

Realiser = Callable[[Draft], Rewrite | None]
REMOVERS: tuple[Realiser, ...] = (remove_words, remove_tail, remove_segment)
SECOND = re.compile(r"(?:,? ?which| ?and) may (?P<adverbs>(?:\w+ly |also |further )*)(?P<help>help )?(?P<rest>.+)")
ELSE = re.compile(r"[;:.!?–—(]|\b(?:but|while|because|so|although|though)\b", re.IGNORECASE)
"""Behind these the hedge of what stands before is no longer understood."""
INSIDE = re.compile(r"\bmay\b[^;:.!?–—(]* by \w+ing\b[^,;:.!?–—(]*$", re.IGNORECASE)
UNDER = re.compile(r" (?:by|such as|like|including) (?:[^,;:.!?–—(]*, )*(?:and |or )?$", re.IGNORECASE)
"""What opens the means or the examples of a clause: its hedge covers them."""
FOR_WHAT = re.compile(r"\bto [a-z]+ [^,;:.!?–—(]*$")
"""A purpose that stays as it is."""
SEEN = re.compile(
    r"[^;:.–—]{0,40}?, (?P<be>are|is)(?= (?:\w+ly )?(?:apparent|evident|measurable|noticeable|noticed|seen|visible)\b)"
)
REMOVE = ("proof", "approval", "safety", "standardisation", "superiority", "absolute", "number")
"""Families and categories that are taken out, not hedged."""


def reword(draft: Draft, siblings: Sequence[Claim]) -> Rewrite | None:
    """The first rewrite that fits and is sound; for a claim that has none, that of a neighbour that includes it.

    Every claim of a unit asks for its neighbours' rewrites too, so that the last ones are remembered.
    """
    near = [claim for claim in siblings if claim.unit == draft.claim.unit]
    return _reword(draft, tuple(sorted(near, key=lambda claim: (claim.effect, claim.start, claim.family))))


@lru_cache(maxsize=128)
def _reword(draft: Draft, siblings: tuple[Claim, ...]) -> Rewrite | None:
    own = _first(draft, siblings)
    if own is not None:
        return _linked(draft, own, siblings)
    for other in siblings:
        if other.unit == draft.claim.unit and other.level >= 2 and not _removes(other):
            neighbour = draft.about(other)
            verbs = parallel(predicate(neighbour, [draft.claim, *siblings]))
            for realiser in (hedge_verbs, hedge_fragment):
                found = _sound(neighbour.hedging(verbs), realiser)
                if found and _covers(found, draft.claim):
                    return _linked(neighbour, found, [draft.claim, *siblings])
    return None


def _first(draft: Draft, siblings: Sequence[Claim]) -> Rewrite | None:
    verbs = parallel(predicate(draft, siblings))
    misread = bool(verbs) and follows_verb(draft, read_group(draft, verbs[0]))
    draft = draft.hedging(() if misread else verbs)
    return next((found for realiser in _order(draft) if (found := _sound(draft, realiser))), None)


def _covers(rewrite: Rewrite, claim: Claim) -> bool:
    start, end = claim.effect
    return claim.category == "number" or any(edit.start < end and start < edit.end for edit in rewrite.edits)


def _sound(draft: Draft, realiser: Realiser) -> Rewrite | None:
    found = realiser(draft)
    return found if found is not None and is_sound(draft, found) else None


def _linked(draft: Draft, rewrite: Rewrite, siblings: Sequence[Claim]) -> Rewrite | None:
    """The rewrite with *and* for a second *may*: *serum, which may feed roots and boost density*.

    None where a second one cannot go, and would only be stacked: *By potentially calming skin, it may help firm it*.
    """
    at = next((index for index, edit in enumerate(rewrite.edits) if SECOND.fullmatch(edit.content)), 0)
    first = rewrite.edits[at]
    if first.content.lower().startswith(HEDGE) and UNDER.search(draft.text, draft.start, first.start):
        return _governed(draft, rewrite, siblings)
    if _is_second(draft, first, siblings):
        return None
    link = SECOND.fullmatch(first.content)
    comma = len(draft.text[: first.start].rstrip(" ,"))
    if link is None or (link["rest"] and draft.text[comma : first.start + 1].strip()[:1] not in (",", "t")):
        return rewrite
    for found in _hedges_before(draft, comma, siblings):
        hedge = next((edit for edit in reversed(found.edits) if "may" in edit.content.lower().split()), None)
        if hedge is not None and not ELSE.search(draft.text, hedge.end, comma):
            helped = "" if "help" in hedge.content.lower().split() else link["help"] or ""
            pairs = " and " in draft.text[hedge.end : comma]
            joint = ", " if len(rewrite.edits) > at + 1 else ", and " if pairs else " and "
            joined = Edit(comma, first.end, f"{joint}{link['adverbs']}{helped}{link['rest']}")
            edits = (*(edit for edit in found.edits if edit.end <= comma), joined, *rewrite.edits[at + 1 :])
            return replace(rewrite, edits=edits, applicability=found.applicability)
    return rewrite


def _governed(draft: Draft, rewrite: Rewrite, siblings: Sequence[Claim]) -> Rewrite:
    """The hedge of the clause that a phrase with *by* or *such as* belongs to, which covers the phrase too."""
    start = rewrite.edits[0].start
    for found in _hedges_before(draft, start, siblings, reaching=True):
        hedge = next((edit for edit in found.edits if "may" in edit.content.lower().split()), None)
        if hedge is not None and not ELSE.search(draft.text, hedge.end, start):
            return found
    half = FOR_WHAT.search(draft.text, draft.start, start) is not None
    return replace(rewrite, applicability="unsafe") if half else rewrite


def _hedges_before(draft: Draft, end: int, siblings: Sequence[Claim], reaching: bool = False) -> Iterator[Rewrite]:
    """The rewrites of the claims that end, or only start, before an offset of the same unit, nearest first."""
    near = (other for other in siblings if other.unit == draft.claim.unit and other.effect[not reaching] <= end)
    for other in sorted(near, key=lambda claim: -claim.effect[1]):
        found = _first(draft.about(other), siblings) if other.level >= 2 else None
        if found is not None and not found.removes:
            yield found


def _is_second(draft: Draft, edit: Edit, siblings: Sequence[Claim]) -> bool:
    """Whether a hedge stands inside what another one covers: in an opening with *by*, or behind one."""
    text = draft.text[: edit.start]
    if re.fullmatch(r"by (?:\w+ly )?", text[draft.start :], re.IGNORECASE):
        behind = (other for other in siblings if other.unit == draft.claim.unit and other.effect[0] > edit.end)
        return any(other.level >= 2 for other in behind) or " may " in draft.text[edit.end :]
    if not re.search(r" by \w+ing\b[^,;:.!?–—(]*$", text):
        return False
    for found in _hedges_before(draft, edit.start, siblings):
        text = realise(draft.text, (draft.start, edit.start), (each for each in found.edits if each.end <= edit.start))
        if INSIDE.search(text):
            return True
    return INSIDE.search(draft.text[draft.start : edit.start]) is not None


def taking_out(draft: Draft, rewrite: Rewrite, culprits: Sequence[Claim]) -> Rewrite | None:
    """The rewrite that takes out the claims which no hedge can carry as well; None where one of them must stay."""
    edits = list(rewrite.edits)
    for culprit in culprits:
        part = draft.about(culprit)
        found = next((each for realiser in REMOVERS if (each := _sound(part, realiser))), None)
        if culprit is draft.claim or found is None:
            return None
        edits += [edit for edit in found.edits if edit not in edits]
    whole = replace(rewrite, edits=tuple(edits))
    clash = any(one.start <= two.end and two.start <= one.end for one in edits for two in edits if one is not two)
    return None if clash or not is_sound(draft, whole) else whole


def _order(draft: Draft) -> list[Realiser]:
    if draft.claim.family == "standardisation" and draft.claim.category != "dose":
        return [*REMOVERS, hedge_quality]
    if draft.claim.category in ("number", "absolute"):
        return [*REMOVERS, hedge_verbs]
    if _removes(draft.claim):
        return [*REMOVERS]
    if draft.claim.construction == "compound":
        return [hedge_compound, hedge_fragment, hedge_verbs]
    if draft.claim.effect[0] < aside_end(draft):
        return []
    if _is_label(draft):
        return [hedge_fragment, hedge_verbs]
    if draft.claim.construction in ("nominal", "state", "phrase"):
        return [hedge_verbs, hedge_fragment, hedge_compound, hedge_result, hedge_purpose, hedge_carrier, hedge_seen]
    order: list[Realiser] = [hedge_verbs, hedge_compound, hedge_fragment, hedge_result, hedge_purpose, hedge_carrier]
    return [hedge_suited, hedge_carrier, *order] if is_for(draft) else order


def _is_label(draft: Draft) -> bool:
    """Whether an -ing form opens a label before a colon: *Plumping skin: …*."""
    verbs, label = draft.verbs, LABEL.match(draft.text, draft.start)
    opens = bool(verbs) and verbs[0].form == "gerund" and draft.opens(verbs[0].start)
    return opens and label is not None and verbs[0].end <= label.end()


def _removes(claim: Claim) -> bool:
    return claim.category in REMOVE or claim.family in REMOVE


def hedge_verbs(draft: Draft) -> Rewrite | None:
    """The rewrite of a claim with verbs: its whole predicate is hedged."""
    return hedge(draft, draft.verbs)


def hedge_carrier(draft: Draft) -> Rewrite | None:
    """The rewrite of a claim by the verb that governs it: one without a verb of its own, or behind *for* or *to*."""
    if draft.claim.level < 3 or draft.claim.construction in ("category", "concern", "phrase"):
        return None
    if not _may_be_governed(draft):
        return None
    if draft.verbs and read_group(draft, draft.verbs[0]).previous in draft.sets["wanters"]:
        return None
    for verb in governing(draft):
        found = hedge(draft, [verb])
        if found is not None and is_sound(draft, found):
            return replace(found, applicability="unsafe")
    return None


def hedge_seen(draft: Draft) -> Rewrite | None:
    """The rewrite of an aside that is seen later on: *Results, such as thicker brows, are usually visible*."""
    match = SEEN.match(draft.text, draft.claim.effect[1], draft.end)
    if draft.claim.level < 3 or match is None:
        return None
    return hedge(draft, [Verb(*match.span("be"), "be", "third")])


def hedge_quality(draft: Draft) -> Rewrite | None:
    """The rewrite of a promise of quality by a verb that governs it; what a product is or has is not hedged."""
    verbs = [verb for verb in governing(draft) if verb.lemma not in ("be", "have")]
    if verbs and "t" in read_group(draft, verbs[0]).letters:
        return None  # *checked to ensure purity*: what the product is checked for is not what it does
    found = hedge(draft, verbs[:1])
    return replace(found, applicability="unsafe") if found else None


def _may_be_governed(draft: Draft) -> bool:
    verbs = draft.verbs
    if not verbs or is_for(draft):
        return True
    group = read_group(draft, verbs[0])
    return group.letters in ("t", "th") or group.previous in draft.sets["aspects"]


def hedge(draft: Draft, verbs: Sequence[Verb]) -> Rewrite | None:
    """The rewrite of a predicate by the form and place of its first verb."""
    if not verbs:
        return None
    draft, opener = draft.hedging(verbs), without_opener(draft)
    farewell = verbs[0].lemma in draft.sets["farewells"]
    if farewell and (
        softer_for(draft, verbs[0]) is None or " and hello to " in draft.text[verbs[0].end : draft.end].lower()
    ):
        return None
    if verbs[0].form == "gerund":
        found = hedge_participle(draft, verbs)
    elif (head := control(draft, verbs[0])).form == "gerund" and read_group(draft, head).previous == ",":
        found = hedge_participle(draft, (head,))
    elif is_imperative(draft, verbs[0]):
        found = hedge_imperative(draft, verbs)
    else:
        found = hedge_predicate(draft, verbs)
    if found is None or opener is None:
        return found
    return Rewrite((*opener.edits, *found.edits), opener.applicability, opener.message)


def parallel(verbs: Sequence[Verb]) -> list[Verb]:
    """The first verb and those that are coordinated with it: an -ing form is not, behind a finite verb."""
    if not verbs:
        return []
    first = verbs[0].form == "gerund"
    return [verbs[0], *(verb for verb in verbs[1:] if first or verb.form != "gerund")]
