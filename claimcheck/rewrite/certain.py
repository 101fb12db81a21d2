"""Whether a word is surely the verb it seems to be, and whether what follows would be left without its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.model import Verb
from claimcheck.rewrite.coordinate import NOT_VERBAL
from claimcheck.rewrite.group import Group
from claimcheck.rewrite.prose import Draft

MEANWHILE = re.compile(r"\b(?:as|once|when|until|after|before) (?:[\w’'-]+ ){1,3}$", re.IGNORECASE)
"""A clause that says when: its verb is not what is claimed of the product."""
INVERTED = re.compile(
    r"\b(?:do|does|did|can|could|will|would|should|may|might|must) (?:[\w’'-]+ ){1,4}$", re.IGNORECASE
)
"""An auxiliary before the subject: *Not only does it …*."""
PLURAL = re.compile(r"s$|^(?:they|you|we|i|that|which|who|people|women|men|skin)$", re.IGNORECASE)
"""The word before a bare verb form where that form can be finite."""
EARLIER = re.compile(r"\b(?:that|which|who|it) (?:\w+ly )?(?P<verb>\w+s)\b[^,;:.–—]*, $", re.IGNORECASE)
AT_ONCE = re.compile(r" (?:\w+ly )?(?P<verb>\w+)\b[^,;:.–—]*, $")


def is_unlikely(draft: Draft, group: Group) -> bool:
    """Whether the word is no finite verb after all, or continues a list whose first verb is not known."""
    if draft.text[group.end : group.end + 1] in ("-", "‑"):
        return True
    if group.letters or group.verb.lemma == "be" or group.verb.form not in ("base", "third"):
        return False
    if group.verb.form == "base" and INVERTED.search(draft.text, draft.start, group.start):
        return True
    if group.previous in NOT_VERBAL or MEANWHILE.search(draft.text, draft.start, group.start):
        return True
    subject = draft.claim.subject
    known = 0 <= subject.start < group.start and not _opens_imperative(draft)
    alone = group.verb.form == "base" and bool(group.previous) and not known and not draft.opens(group.start)
    return alone and not PLURAL.search(group.previous)


def leaves_a_verb(draft: Draft, verbs: Sequence[Verb]) -> bool:
    """Whether *and* and a word that looks like a verb follow the last verb at once: *refines and re-awakens skin*."""
    match = re.compile(r",? (?:and|or|&) ([\w-]+)").match(draft.text, verbs[-1].end, draft.end)
    return match is not None and verbs[-1].form == "third" and match.group(1).endswith("s")


def _opens_imperative(draft: Draft) -> bool:
    first = draft.words(draft.start, draft.end)[:1]
    return any(form == "base" for span in first for _, form in draft.wording.verbs.analyse(draft.lower(span)))


def continues(draft: Draft, group: Group) -> bool:
    """Whether a verb before the comma has the same subject and is left as it is: *that seals in oils, feeds roots*."""
    found = EARLIER.search(draft.text, draft.start, group.start)
    subject = draft.claim.subject
    if found is None and 0 <= subject.end < group.start:
        found = AT_ONCE.match(draft.text, subject.end, group.start)
    if found is not None and group.verb.form == "base":
        return any(form == "base" for _, form in draft.wording.verbs.analyse(found["verb"]))
    return found is not None and any(form == "third" for _, form in draft.wording.verbs.analyse(found["verb"]))
