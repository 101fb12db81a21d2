"""When no wording may be put in place automatically, and what to say then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.model import GAP, Claim, Edit, Range
from claimcheck.rewrite.prose import WORD, Draft, Rewrite, realise

NEVER_HEDGED = ("medical", "approval", "safety", "superiority", "number", "absolute", "testimonial", "before-after")
"""Kinds of claim that a hedge would only make look acceptable."""
NO_WORDING = ("medical", "approval", "safety", "testimonial", "before-after")
"""Those of them that no other wording of the same sentence can save."""
QUOTED = re.compile(r"[“\"](?:[^\s“”\"]+\s+){3,}[^“”\"]*[”\"]")
"""Words between quotation marks; one to three of them are only set apart, not quoted."""
SPEAKS = r"(?:says|said|explains|explained|notes|adds|told us|tells us|comments|believes)"
ATTRIBUTED = re.compile(
    rf"^according to (?:\w+ )*?(?:dr|doctor|prof|professor|dermatologist|surgeon|director|founder|ceo)\b"
    rf"|\b(?:dr|prof|professor)\.? [^,;:]*{SPEAKS}\b|{SPEAKS} (?:dr|prof|professor|our)\b|[”\"] {SPEAKS}\b",
    re.IGNORECASE,
)
"""Words of somebody who is named, or of one of the house."""
PERCENT = re.compile(r"\d\s?%|\d\s?per ?cent\b|\b\d+(?:\.\d+)?\s?(?:x|times)\b", re.IGNORECASE)
PROMISE = re.compile(r"\b(?:we|I) (?:promise|guarantee|swear)\b|\bguaranteed\b", re.IGNORECASE)
FIRST_PERSON = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y|me|mine)\b")
FIGURE = re.compile(
    r",?\s+(?:by |in )?(?:up to |over |more than |as much as |at least |around |about )?"
    r"\d[\d.,]*\s?(?:%|per ?cent\b|percent\b|times\b|x\b|fold\b|-fold\b)(?:\s*$|(?=[\s.,;!]))",
    re.IGNORECASE,
)


def blocker(draft: Draft, rewrite: Rewrite | None, siblings: Sequence[Claim]) -> tuple[str, list[Claim]]:
    """Why a claim gets no automatic hedge, as the key of its advice, and the claims that stand in the way."""
    claim = draft.claim
    hedged = min([claim.effect[0], *(verb.start for verb in claim.verbs)])
    if rewrite is not None and not rewrite.removes:
        hedged = min([hedged, *(edit.start for edit in rewrite.edits)])
    sharing = [other for other in siblings if other.unit == claim.unit and _shares(other, hedged)]
    grave = [other for other in sharing if never_hedged(other) in NO_WORDING]
    if own := never_hedged(claim):
        return (never_hedged(grave[0]) if grave else own), [claim, *grave]
    unit = draft.text[slice(*claim.unit)]
    if kind := _kind(unit):
        return kind, [] if kind == "question" else [claim]
    start, end = claim.effect[0] - claim.unit[0], claim.effect[1] - claim.unit[0]
    if any(found.start() < end and start < found.end() for found in QUOTED.finditer(unit)):
        return "quotation", []
    if sharing:
        return never_hedged(sharing[0]), sharing
    return ("medical", [claim]) if _names_disease(draft, hedged) else ("", [])


@lru_cache(maxsize=64)
def _kind(unit: str) -> str:
    """What makes a whole unit one that is not hedged; empty for most."""
    if unit.rstrip("”\"'’ )").endswith("?"):
        return "question"
    kinds = (("quotation", ATTRIBUTED), ("number", PERCENT), ("absolute", PROMISE), ("testimonial", FIRST_PERSON))
    return next((kind for kind, words in kinds if words.search(unit)), "")


def _names_disease(draft: Draft, start: int) -> bool:
    """Whether a disease is among what the effect from here on is had on: *heals scars, wounds and ulcers*."""
    stretch = re.split(r"[;:.!?–—(]|\b(?:which|that|who|while|because|so|but)\b", draft.text[start : draft.end])[0]
    return not {word.lower() for word in WORD.findall(stretch)}.isdisjoint(draft.wording.pack["diseases"])


def never_hedged(claim: Claim) -> str:
    """The kind of a claim that is taken out, not hedged; empty for one that may be hedged."""
    if claim.category in NEVER_HEDGED:
        return claim.category
    return claim.family if claim.family in NEVER_HEDGED else ""


def _shares(other: Claim, start: int) -> bool:
    """Whether a claim that is never hedged lies in the stretch that a hedge from here on would cover."""
    return other.level >= 2 and bool(never_hedged(other)) and other.effect[1] > start


def without(
    draft: Draft, rewrite: Rewrite, why: str, culprits: Sequence[Claim], siblings: Sequence[Claim]
) -> Rewrite | None:
    """The rewrite without the words that no hedge can carry; None where they cannot be left out."""
    if why in NO_WORDING:
        return None
    words = [draft.text[slice(*claim.effect)].lower() for claim in culprits]
    edits = rewrite.edits
    if why == "number" and (figure := FIGURE.search(draft.text, draft.start, draft.claim.unit[1])):
        if any(_overlap(other, figure.span()) and never_hedged(other) in NO_WORDING for other in siblings):
            return None
        edits = (*edits, Edit(*figure.span(), ""))
    if any(a.start < b.end and b.start < a.end for a in edits for b in edits if a is not b):
        return None
    after = realise(draft.text, draft.claim.unit, edits).lower()
    kept = re.search(r"\d", after) if why == "number" else any(each in after for each in words)
    return None if kept else Rewrite(edits, "display", rewrite.message)


def _overlap(claim: Claim, span: Range) -> bool:
    return claim.effect[0] < span[1] and span[0] < claim.effect[1]


def advice_for(draft: Draft, key: str, culprits: Sequence[Claim] = ()) -> str:
    """The advice in words, with those of the claim that stands in the way; empty where the suggestion says it all."""
    claim = next((each for each in culprits if never_hedged(each) == key), draft.claim)
    if key in ("", "default") and claim.family in draft.wording.pack["advice"]:
        key = claim.family
    if not key:
        return ""
    boosters = [cue.text for cue in claim.cues if cue.kind == "booster"]
    words = draft.text[slice(*claim.effect)] if not boosters else " and ".join(dict.fromkeys(boosters))
    return str(draft.wording.pack["advice"][key]).replace("{words}", f"“{words.replace(GAP, '…')}”")
