"""Which rewrite fits which construction, in the order of trial."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from claimcheck.model import Claim, Verb
from claimcheck.rewrite.compound import hedge_compound, remove_segment, remove_words, without_opener
from claimcheck.rewrite.coordinate import governing, predicate
from claimcheck.rewrite.fragment import hedge_fragment
from claimcheck.rewrite.imperative import hedge_imperative, is_imperative
from claimcheck.rewrite.participle import hedge_participle
from claimcheck.rewrite.predicate import hedge_predicate
from claimcheck.rewrite.prose import Draft, Rewrite
from claimcheck.rewrite.purpose import hedge_purpose
from claimcheck.rewrite.sound import is_sound

Realiser = Callable[[Draft], Rewrite | None]
REMOVE = ("proof", "approval", "safety", "standardisation", "superiority", "absolute", "number")
"""Families and categories that are taken out, not hedged."""


def reword(draft: Draft, siblings: Sequence[Claim]) -> Rewrite | None:
    """The first rewrite that fits and is sound; for a claim that has none, that of a neighbour that includes it."""
    own = next((found for realiser in _order(draft, siblings) if (found := _sound(draft, realiser))), None)
    if own is not None:
        return own
    for other in siblings:
        if other.unit == draft.claim.unit and other.level >= 2 and not _removes(other):
            neighbour = replace(draft, claim=other)
            found = _sound(neighbour, partial(hedge_verbs, siblings=[draft.claim, *siblings]))
            if found and _covers(found, draft.claim):
                return found
    return None


def _covers(rewrite: Rewrite, claim: Claim) -> bool:
    start, end = claim.effect
    return claim.category == "number" or any(edit.start < end and start < edit.end for edit in rewrite.edits)


def _sound(draft: Draft, realiser: Realiser) -> Rewrite | None:
    found = realiser(draft)
    return found if found is not None and is_sound(draft, found) else None


def _order(draft: Draft, siblings: Sequence[Claim]) -> list[Realiser]:
    verbs = partial(hedge_verbs, siblings=siblings)
    if draft.claim.family == "standardisation" and draft.claim.category != "dose":
        return [remove_words, remove_segment, hedge_carrier]
    if draft.claim.category in ("number", "absolute"):
        return [remove_words, remove_segment, verbs]
    if _removes(draft.claim):
        return [remove_words, remove_segment]
    if draft.claim.construction == "compound":
        return [hedge_compound, hedge_fragment, verbs]
    if draft.claim.construction in ("nominal", "state", "phrase"):
        return [verbs, hedge_fragment, hedge_compound, hedge_purpose, hedge_carrier]
    return [verbs, hedge_compound, hedge_fragment, hedge_purpose, hedge_carrier]


def _removes(claim: Claim) -> bool:
    return claim.category in REMOVE or claim.family in REMOVE


def hedge_verbs(draft: Draft, siblings: Sequence[Claim]) -> Rewrite | None:
    """The rewrite of a claim with verbs: its whole predicate is hedged."""
    return hedge(draft, parallel(predicate(draft, siblings)))


def hedge_carrier(draft: Draft) -> Rewrite | None:
    """The rewrite of a claim without a verb by the verb that governs it."""
    verb = governing(draft)
    named = draft.claim.construction in ("category", "concern", "phrase")
    found = hedge(draft, [verb]) if verb is not None and not draft.claim.verbs and not named else None
    return replace(found, applicability="unsafe") if found is not None else None


def hedge(draft: Draft, verbs: Sequence[Verb]) -> Rewrite | None:
    """The rewrite of a predicate by the form and place of its first verb."""
    if not verbs:
        return None
    draft, opener = replace(draft, verbs=tuple(verbs)), without_opener(draft)
    if verbs[0].form == "gerund":
        found = hedge_participle(draft, verbs)
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
