"""When no wording may be put in place automatically, and what to say then."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.model import GAP, Claim
from claimcheck.rewrite.prose import Draft

NEVER_HEDGED = ("medical", "approval", "safety", "superiority", "number", "absolute", "testimonial", "before-after")
"""Kinds of claim that a hedge would only make look acceptable."""
QUOTED = re.compile(r"[“\"][^“”\"]+[”\"]")


def kind_of_advice(draft: Draft, siblings: Sequence[Claim]) -> str:
    """Why a claim gets no automatic hedge: the key of its advice; empty where it may be hedged."""
    claim = draft.claim
    own = next((name for name in (claim.category, claim.family) if name in NEVER_HEDGED), "")
    if own:
        return own
    unit = draft.text[slice(*claim.unit)]
    if unit.rstrip("”\"'’ )").endswith("?"):
        return "question"
    start, end = claim.start - claim.unit[0], claim.end - claim.unit[0]
    if any(found.start() < end and start < found.end() for found in QUOTED.finditer(unit)):
        return "quotation"
    for other in siblings:
        if other.unit == claim.unit and other.level >= 2 and _shares(draft, other):
            return next((name for name in (other.category, other.family) if name in NEVER_HEDGED), "")
    return ""


def _shares(draft: Draft, other: Claim) -> bool:
    """Whether a claim that is never hedged lies in the stretch that a hedge on this claim would cover."""
    if other.category not in NEVER_HEDGED and other.family not in NEVER_HEDGED:
        return False
    start = min([verb.start for verb in draft.claim.verbs] + [draft.claim.effect[0]])
    return other.effect[1] > start


def advice_for(draft: Draft, key: str) -> str:
    """The advice in words, with the claim's own words in it; empty where the suggestion says it all."""
    claim = draft.claim
    if not key and claim.family in draft.wording.pack["advice"]:
        key = claim.family
    if not key:
        return ""
    boosters = [cue.text for cue in claim.cues if cue.kind == "booster"]
    words = draft.text[slice(*claim.effect)] if not boosters else " and ".join(dict.fromkeys(boosters))
    return str(draft.wording.pack["advice"][key]).replace("{words}", f"“{words.replace(GAP, '…')}”")
