"""Participles and gerunds: *…, leaving skin radiant* → *…, which may leave skin radiant*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.model import Edit, Range, Verb
from claimcheck.rewrite.certain import finite_before
from claimcheck.rewrite.group import Group, read_group
from claimcheck.rewrite.inflected import MESSAGE, conjunct, edit_verb
from claimcheck.rewrite.predicate import base, hedge_predicate
from claimcheck.rewrite.prose import TITLE, WORD, Draft, Rewrite, join, place
from claimcheck.rewrite.tie import AND, led, tie

OUR_MEANS = re.compile(r"by (?:\w+ly )?\w+ing\b[^,;:.–—]*, (?:we|you)\b", re.IGNORECASE)
"""What people reach by it stays a fact: *By feeding cells, we prevent …*."""
HEDGE = "potentially"
MAX_BEFORE = 8
"""A noun phrase that opens the unit has fewer words."""
ROLE = re.compile(
    r"\b(?:responsible|involved|essential|critical|crucial|needed|vital|important|role) (?:for|in) $", re.IGNORECASE
)
"""Behind these words an -ing form says what something is there for: plain biology."""


def hedge_participle(draft: Draft, verbs: Sequence[Verb]) -> Rewrite | None:
    """The rewrite of an -ing form: a relative clause behind a comma, or *that may* behind a noun, else one adverb."""
    group = read_group(draft, verbs[0])
    if group.letters.startswith(("b", "m", "v")):
        return hedge_predicate(draft, verbs)
    stops = draft.sets["adjective-openers"] | draft.sets["negations"]
    if group.previous in stops or draft.text[verbs[0].start - 1] in "-‑":
        return None
    if draft.lower((verbs[0].start, verbs[0].end)) in draft.wording.pack["reduces"]:
        return None
    if ROLE.search(draft.text, draft.start, group.start):
        return None
    if draft.text.startswith(" of ", verbs[0].end) or (verbs[-1].end == draft.end and group.previous):
        return None
    if OUR_MEANS.match(draft.text, draft.start, draft.end):
        return None
    if group.previous == "by" and (works := _works(draft, group)):
        return hedge_predicate(draft, (works,))
    if group.previous == "," and draft.style == TITLE and draft.text.count(",", draft.start, draft.end) > 1:
        return None  # names in a row: *Rice Mask, Cooling Foam, Firming Oil*
    if group.previous == "," and _opens_late(draft, group.start):
        return None
    listed = _list_start(draft, group)
    if listed is not None and (first := _behind_comma(draft, listed)):
        return hedge_participle(replace(draft, verbs=(first, *verbs)), (first, *verbs))
    if group.previous == "," and _tells(draft, group) and tie(draft, group.start)[0] != AND:
        return _adverb(draft, group, None)
    if group.previous == "," and listed is None:
        opening, certain = tie(draft, group.start)
        found = _clause(draft, group, verbs, led(draft, opening, group.start))
        return found if certain or found is None else replace(found, applicability="unsafe")
    if _noun_before(draft, group) or _says_what_it_does(draft, group):
        return _clause(draft, group, verbs, "that may")
    return _adverb(draft, group, listed)


def _tells(draft: Draft, group: Group) -> bool:
    """Whether somebody is told something right behind their own name: *speak to cells, telling them to renew*."""
    before = draft.text[: group.start].rstrip(" ,")
    word = (WORD.findall(before) or [""])[-1].lower()
    return word in draft.sets["affected"] and group.verb.lemma in draft.sets["tellers"]


def _opens_late(draft: Draft, start: int) -> bool:
    """Whether only a phrase stands before the comma: the -ing form is the subject, as in *In short, boosting …*."""
    words = draft.words(draft.start, start)
    opened = draft.lower(words[0]) in draft.sets["small-words"] | {"with", "after", "from", "during", "over"}
    return opened and finite_before(draft, len(draft.text[:start].rstrip(" ,"))) is None


def _clause(draft: Draft, group: Group, verbs: Sequence[Verb], opening: str) -> Rewrite | None:
    rest = draft.text[verbs[-1].end : draft.end]
    if re.search(r"\b(?:where|that|which|when)\b[^,;:.]* and \w+ing\b", rest):
        return None
    edits: list[Edit] = [*edit_verb(draft, group.start, group.verb, join(opening, *group.adverbs, base(draft, group)))]
    for verb in verbs[1:]:
        if verb.form in ("gerund", "base"):
            edits += conjunct(draft, verb, group.end, False)
    return Rewrite(tuple(edits), "safe", MESSAGE)


def _adverb(draft: Draft, group: Group, listed: Range | None) -> Rewrite | None:
    """*Boosting collagen, exosomes …* → *Potentially boosting collagen, exosomes …*; a list has it at its start."""
    if group.previous not in draft.sets["participle-openers"] and not re.fullmatch(r"\W?", group.previous):
        return None
    if any(word.endswith("ly") for word in group.adverbs):
        return _adverb_behind(draft, group)
    if group.previous == "to":
        return None
    start, end = (group.start, group.verb.end) if listed is None else listed
    words = draft.text[group.verb.start if listed is None else start : end]
    if draft.opens(start):
        words = words.lower()
    adverbs = " ".join(group.adverbs if listed is None else ())
    edit = place(draft, start, end, join(adverbs, HEDGE, words))
    return Rewrite((edit,), "safe" if group.previous in ("by", "while", "and") else "unsafe", MESSAGE)


def _adverb_behind(draft: Draft, group: Group) -> Rewrite | None:
    """*by gently plumping it* → *by potentially plumping it gently*; None without a pronoun before the adverb."""
    match = re.compile(r" (?:it|them|these|both)\b").match(draft.text, group.verb.end, draft.end)
    if match is None or len(group.adverbs) > 1:
        return None
    words = draft.text[group.verb.start : match.end()]
    edit = place(draft, group.start, match.end(), join(HEDGE, words, *group.adverbs))
    return Rewrite((edit,), "unsafe", MESSAGE)


def _list_start(draft: Draft, group: Group) -> Range | None:
    """The -ing form that opens the list which this one continues: *plumping skin, calming redness*."""
    if group.previous not in (",", "and", "or", "&"):
        return None
    low = max(draft.text.rfind(mark, draft.start, group.start) for mark in ".;:–—") + 1
    for span in draft.words(max(low, draft.start), group.start):
        before = draft.text[draft.start : span[0]].rstrip()
        plain = re.sub(r" \w+ly$", "", before)
        led = any(before.lower().endswith(f" {word}") for word in draft.sets["list-openers"])
        opens = led or draft.opens(span[0]) or plain.endswith(",")
        if opens and draft.lower(span) not in draft.wording.changeable and "gerund" in _forms(draft, span):
            return span
    return None


def _behind_comma(draft: Draft, span: Range) -> Verb | None:
    """The verb that opens a list, where the list is a clause behind a comma: *sinks in, calming and cooling skin*."""
    comma = re.search(r", (?:\w+ly )?$", draft.text[draft.start : span[0]])
    lemma = next((each for each, form in draft.wording.verbs.analyse(draft.lower(span)) if form == "gerund"), None)
    clause = comma is not None and finite_before(draft, draft.start + comma.start()) is not None
    return Verb(*span, lemma, "gerund") if lemma and clause else None


def _forms(draft: Draft, span: Range) -> set[str]:
    return {form for _, form in draft.wording.verbs.analyse(draft.lower(span))}


def _says_what_it_does(draft: Draft, group: Group) -> bool:
    """Whether the -ing form follows a preparation that opens the unit: *Daily toner firming skin*."""
    if group.previous not in draft.wording.pack["preparations"] or group.start - group.verb.start:
        return False
    before = draft.words(draft.start, group.start)
    small = draft.sets["small-words"] - {"a", "an", "the", "and"}
    plain = not re.search(r"[,;:–—()]", draft.text[draft.start : group.start])
    small |= set(draft.wording.groups)
    clause = any(draft.lower(span) in small or _forms(draft, span) & {"third", "past"} for span in before)
    return plain and not clause and len(before) < MAX_BEFORE


def _works(draft: Draft, group: Group) -> Verb | None:
    """The verb of *exosomes work by boosting*."""
    by = draft.text.lower().rindex("by", draft.start, group.start)
    found = list(WORD.finditer(draft.text, draft.start, by))
    if not found:
        return None
    for lemma, form in draft.wording.verbs.analyse(found[-1].group()):
        if lemma in draft.sets["workers"] and form in ("base", "third"):
            return Verb(*found[-1].span(), lemma, form)
    return None


def _noun_before(draft: Draft, group: Group) -> bool:
    """Whether the participle stands directly behind the noun it belongs to: *exosomes boosting collagen*."""
    subject = draft.claim.subject
    return subject.start >= 0 and 0 < group.start - subject.end < 3 and not re.search(r"\W{2}", group.previous)
