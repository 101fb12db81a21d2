"""Infinitives of purpose: a clause of its own for *to boost collagen*, tied to what does the boosting.

| before                                        | after                               |
|-----------------------------------------------|-------------------------------------|
| A mask with exosomes to firm skin.            | A mask with exosomes that may help firm skin. |
| Try our exosomes to firm skin.                | Try our exosomes, which may help firm skin. |
| Exosomes speak to your cells to firm skin.    | Exosomes speak to your cells and may help firm skin. |
| Ampoules used after peels, lasers to firm skin. | … to potentially firm skin. |
"""

from __future__ import annotations

import re

from claimcheck.rewrite.certain import finite_before, has_object
from claimcheck.rewrite.group import Group
from claimcheck.rewrite.prose import WORD, Draft, join
from claimcheck.rewrite.soften import softened
from claimcheck.rewrite.tie import AND, PART, WHERE, WHICH, is_denied, tie

AIMED = re.compile(r"target (?:the )?(?:areas?|cells?|sites?|tissues?|zones?)\b", re.IGNORECASE)
"""A noun: what is carried *to target cells*."""
AGENT = re.compile(r"\b(?:\w+ed|given|made|sent|shed) by (?:[\w’'-]+ ){1,4}$", re.IGNORECASE)
"""Somebody else whose purpose it is: *released by cells to help them talk*."""
AND_TO = re.compile(r"\b(?:and|or) to \w")
ORIGIN = re.compile(r"(?<![-‑\w])(?:derived|extracted|harvested|isolated|made|obtained|sourced|taken|used) ", re.I)
"""A noun behind these words is not what the purpose belongs to: *vesicles derived from fat*."""


def purpose(draft: Draft, group: Group) -> str | None:
    """The words for an infinitive of purpose that follows a noun; None where no clause can be made of it."""
    if not _is_purpose(draft, group):
        return None
    helped = "h" in group.letters or group.verb.lemma not in draft.sets["no-help"]
    rest = join(*group.adverbs, "help" if helped else "", softened(draft, group.verb))
    if group.previous == ",":
        opening, certain = tie(draft, group.start, active=True)
        aside = WHERE.search(draft.text, draft.start, len(draft.text[: group.start].rstrip(" ,")))
        return None if aside and not certain else f"{opening if aside else WHICH} {rest}"
    verb = finite_before(draft, group.start) or finite_before(draft, group.start, PART)
    if verb is None:
        return _of_a_fragment(draft, group, rest)
    opening, certain = tie(draft, group.start, active=True)
    if opening == AND:
        return f"{opening} {rest}"
    return None if not certain and _is_unclear(draft, group, verb.end) else f", {opening} {rest}"


def _is_purpose(draft: Draft, group: Group) -> bool:
    """Whether a noun that needs no infinitive stands before it, and no second *to* behind."""
    sets, previous = draft.sets, group.previous
    if group.verb.lemma in draft.wording.language["reader-verbs"] and group.verb.lemma != "achieve":
        return False
    before = draft.text[draft.start : group.start].lower()
    if re.search(r"\b(?:enough|too) [\w’'-]+(?: [\w’'-]+)? $", before):
        return False
    if is_denied(draft, group.start) or AGENT.search(before) or AIMED.match(draft.text, group.verb.start):
        return False
    if sets["message-nouns"] & set(WORD.findall(re.split(r"[,;:.–—]", before)[-1])):
        return False
    if previous in sets["abilities"] | sets["to-takers"] | sets["no-nouns"]:
        return False
    if not re.fullmatch(r"\w[\w’'‑-]*|[%)™®,]", previous):
        return False
    if draft.wording.verbs.analyse(previous) and previous in draft.wording.groups:
        return False
    if re.search(r"\b(?:be|is|are|was|were|been) (?:\w+ly )?$", before.rstrip().removesuffix(previous)):
        return False
    end = draft.verbs[-1].end if draft.verbs else group.end
    if previous in sets["affected"] and not has_object(draft, end):
        return False
    return not AND_TO.search(draft.text, end, draft.end)


def _is_unclear(draft: Draft, group: Group, start: int) -> bool:
    """Whether *which* would seem to belong to what the effect is had on, or to where the subject comes from."""
    return group.previous in draft.sets["affected"] or bool(ORIGIN.search(draft.text, start, group.start))


def _of_a_fragment(draft: Draft, group: Group, rest: str) -> str | None:
    """The clause of a noun phrase without a verb, or one adverb where the noun is too far away."""
    words = draft.words(draft.start, group.start)
    text = draft.text[draft.start : group.start]
    forms = {form for _, form in draft.wording.verbs.analyse(draft.lower(words[0]))}
    if forms & {"participle", "gerund"} and (len(words) < 2 or draft.lower(words[1]) in draft.sets["object-enders"]):
        return None
    if "," not in text and not _is_unclear(draft, group, draft.start):
        return "that may " + rest
    if group.adverbs or draft.claim.level < 3:
        return None
    return "to potentially " + softened(draft, group.verb)
