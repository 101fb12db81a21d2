"""Participles and gerunds: *…, leaving skin radiant* → *…, which may leave skin radiant*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.model import Edit, Verb
from claimcheck.rewrite.group import Group, read_group
from claimcheck.rewrite.predicate import MESSAGE, STOPS, base, conjunct, edit_verb, hedge_predicate, join
from claimcheck.rewrite.prose import WORD, Draft, Rewrite, place

HEDGE = "potentially"
DETERMINERS = ("a", "an", "the", "our", "your", "its", "their", "this", "these", "any", "every")
"""Behind them an -ing form is an adjective: *a growing body*."""
WORKS = ("work", "act", "function", "operate")


def hedge_participle(draft: Draft, verbs: Sequence[Verb]) -> Rewrite | None:
    """The rewrite of an -ing form: a relative clause behind a comma, or *that may* behind a noun, else one adverb."""
    group = read_group(draft, verbs[0])
    if group.letters.startswith(("b", "m", "v")):
        return hedge_predicate(draft, verbs)
    if group.previous in DETERMINERS or group.previous in STOPS:
        return None
    if group.previous == "by" and (works := _works(draft, group)):
        return hedge_predicate(draft, (works,))
    if group.previous in (",", "thereby", "thus") and not _continues(draft, group):
        return _clause(draft, group, verbs, "which may")
    if _noun_before(draft, group):
        return _clause(draft, group, verbs, "that may")
    return _adverb(draft, group)


def _clause(draft: Draft, group: Group, verbs: Sequence[Verb], opening: str) -> Rewrite:
    edits: list[Edit] = [*edit_verb(draft, group.start, group.verb, join(opening, *group.adverbs, base(draft, group)))]
    for verb in verbs[1:]:
        if verb.form in ("gerund", "base"):
            edits += conjunct(draft, verb, group.end, False)
    return Rewrite(tuple(edits), "safe", MESSAGE)


def _adverb(draft: Draft, group: Group) -> Rewrite:
    """*Boosting collagen, exosomes …* → *Potentially boosting collagen, exosomes …*."""
    words = draft.text[group.verb.start : group.verb.end]
    if draft.opens(group.start):
        words = words.lower()
    edit = place(draft, group.start, group.verb.end, join(HEDGE, *group.adverbs, words))
    return Rewrite((edit,), "safe" if group.previous in ("by", "while", "and") else "unsafe", MESSAGE)


def _continues(draft: Draft, group: Group) -> bool:
    """Whether an earlier -ing form opens the list that this one stands in: *plumping skin, calming redness*."""
    clause = re.split(r"[.;:–—]", draft.text[draft.start : group.start])[-1]
    tail = [word for word in WORD.findall(clause) if word.lower().endswith("ing")]
    forms = [form for word in tail for _, form in draft.wording.verbs.analyse(word)]
    return "gerund" in forms


def _works(draft: Draft, group: Group) -> Verb | None:
    """The verb of *exosomes work by boosting*."""
    by = draft.text.rindex("by", draft.start, group.start)
    found = list(WORD.finditer(draft.text, draft.start, by))
    if not found:
        return None
    for lemma, form in draft.wording.verbs.analyse(found[-1].group()):
        if lemma in WORKS and form in ("base", "third"):
            return Verb(*found[-1].span(), lemma, form)
    return None


def _noun_before(draft: Draft, group: Group) -> bool:
    """Whether the participle stands directly behind the noun it belongs to: *exosomes boosting collagen*."""
    subject = draft.claim.subject
    return subject.start >= 0 and 0 < group.start - subject.end < 3 and not re.search(r"\W{2}", group.previous)
