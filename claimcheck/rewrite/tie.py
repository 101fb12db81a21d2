"""How a clause is tied to what does it: *and may* where the subject does both, *which may* where nothing is in between.

*Exosomes carry lipids between cells, triggering renewal*: with *which may*, the cells would seem to trigger it.
"""

from __future__ import annotations

import re

from claimcheck.model import Verb
from claimcheck.rewrite.certain import finite_before
from claimcheck.rewrite.prose import WORD, Draft

PART = re.compile(r"[;:.–—]|\b(?:which|who|while|because)\b", re.IGNORECASE)
LATE = re.compile(
    r"\b(?:because|if|once|so(?: that)?|until|when|where|while|(?:as|since) (?:it|our|the|they|we|you|your)) "
    r"[^,;:.–—]*$",
    re.IGNORECASE,
)
"""A clause that says when or why: what follows it need not be done by its subject."""
WHERE = re.compile(r", (?:where|in which) [^,;:.–—]*$", re.IGNORECASE)
"""An aside about a place, which *which* would seem to belong to."""
NEGATED = re.compile(r"\b(?:not|never|no|nor|nobody|nothing|neither|cannot)\b|n[’']t\b", re.IGNORECASE)
PHRASE = re.compile(r", \w+ing [^,]*$")
AND, WHICH = "and may", "which may"


def tie(draft: Draft, start: int, active: bool = False) -> tuple[str, bool]:
    """What opens the clause of a verb group that starts here, and whether it surely means the same.

    ``active`` is for an infinitive: it does not belong to the subject of a passive (*is pressed in to firm skin*), and
    in a phrase behind a comma it belongs to the noun before it (*, using oils to firm skin*).
    """
    end = len(draft.text[:start].rstrip(" ,"))
    if draft.claim.subject.end == end:
        return WHICH, True
    if aside := WHERE.search(draft.text, draft.start, end):
        opening, _ = tie(draft, aside.start(), active)
        return opening, opening == AND
    verb = finite_before(draft, end) or finite_before(draft, end, PART)
    if verb is not None and verb.end == end:
        start = verb.start
        verb = finite_before(draft, start) or finite_before(
            draft, start, PART
        )  # a noun after all: *calm redness and scars to …*
    if active and (verb is None or PHRASE.search(draft.text, verb.end, end)):
        return WHICH, True
    if verb is not None and (_closes(draft, verb) or LATE.search(draft.text, draft.start, verb.start)):
        return WHICH, False
    if verb is not None and is_own(draft, verb) and not (active and _is_passive(draft, verb)):
        return (AND, True) if not NEGATED.search(draft.text, _clause_start(draft, verb), end) else (WHICH, False)
    return WHICH, verb is not None and not _is_noun(draft, end)


def _closes(draft: Draft, verb: Verb) -> bool:
    """Whether a verb says what is done first or last: *the visit ends with a mask to calm skin*."""
    return verb.lemma in draft.sets["closers"] and draft.text.startswith((" by ", " in ", " with "), verb.end)


def led(draft: Draft, opening: str, start: int) -> str:
    """The opening of a clause that starts here behind a comma; *and* takes the place of the comma, or ends an aside."""
    aside = WHERE.search(draft.text, draft.start, len(draft.text[:start].rstrip(" ,")))
    return f" {opening}" if opening == AND and not aside else opening


def is_own(draft: Draft, verb: Verb) -> bool:
    """Whether the subject of the claim, or a pronoun, is that of this verb or of one that it is listed behind."""
    spans = draft.words(draft.start, verb.start)
    while spans and (draft.lower(spans[-1]).endswith("ly") or draft.lower(spans[-1]) in _auxiliaries(draft)):
        spans.pop()
    if not spans:
        return False
    last = draft.lower(spans[-1])
    if _names(draft, spans[-1][1]):
        return True
    if last in ("and", "or", "to"):
        before = finite_before(draft, spans[-1][0])
        return before is not None and before.start < verb.start and is_own(draft, before)
    return last in draft.sets["own-subjects"]


def _names(draft: Draft, end: int) -> bool:
    """Whether a noun phrase that ends here is the subject, whose own words may be less: *the exosome wrap*."""
    subject = draft.claim.subject
    if not 0 <= subject.end <= end or subject.start < 0 or re.search(r"[,;:.–—(]", draft.text[subject.end : end]):
        return False
    rest = [draft.lower(span) for span in draft.words(subject.end, end)]
    others = draft.sets["small-words"] | draft.sets["not-verbal"] | draft.sets["own-subjects"] | _auxiliaries(draft)
    return len(rest) < 5 and others.isdisjoint(rest)


def is_denied(draft: Draft, start: int) -> bool:
    """Whether the clause before an offset is negated, or says what somebody needs or wants."""
    low = max([draft.start, *(mark.end() for mark in PART.finditer(draft.text, draft.start, start))])
    wanting = draft.sets["wanters"].isdisjoint(draft.lower(span) for span in draft.words(low, start))
    return NEGATED.search(draft.text, low, start) is not None or not wanting


def _auxiliaries(draft: Draft) -> set[str]:
    return {word for word, name in draft.wording.groups.items() if name in ("modal", "be", "have", "help")}


def _is_passive(draft: Draft, verb: Verb) -> bool:
    be = draft.wording.groups.get(draft.lower((verb.start, verb.end))) in ("be", "modal")
    following = [draft.lower(span) for span in draft.words(verb.end, draft.end)[:3]]
    return be and any(word.endswith("ed") for word in following)


def _is_noun(draft: Draft, end: int) -> bool:
    """Whether the word that ends here could be what *which* stands for."""
    word = (WORD.findall(draft.text[:end]) or [""])[-1].lower()
    return not word.endswith("ly") and word not in draft.sets["object-enders"] | draft.sets["adverbs"]


def _clause_start(draft: Draft, verb: Verb) -> int:
    return max([draft.start, *(mark.end() for mark in PART.finditer(draft.text, draft.start, verb.start))])
