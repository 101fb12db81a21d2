"""*Not just*, *not only*: no negations, but claims with one more behind them."""

from __future__ import annotations

import re

from claimcheck.model import Verb
from claimcheck.rewrite.group import Group
from claimcheck.rewrite.inflected import MESSAGE, edit_verb
from claimcheck.rewrite.prose import Draft, Rewrite, join, place
from claimcheck.rewrite.soften import softened

NOT_JUST = re.compile(r"\b(?:do|does)(?:n['’]?t| not) (?:just|only|simply|merely)\s+$", re.IGNORECASE)
NOT_ONLY = re.compile(r"\bnot (?P<only>only|just) (?P<verb>\w+)\b(?=[^,;:.–—]*,? but )", re.IGNORECASE)
SWAPPED = re.compile(r"\bnot only (?P<do>do|does) (?:[\w’'-]+ ){1,4}$", re.IGNORECASE)


def not_just(draft: Draft, group: Group) -> Rewrite | None:
    """*don't just hydrate* → *may do more than hydrate*; None for a real negation."""
    match = NOT_JUST.search(draft.text[draft.start : group.verb.start])
    if match is None or group.verb.form != "base":
        return None
    content = f"may do more than {group.verb.lemma}"
    return Rewrite((place(draft, draft.start + match.start(), group.end, content),), "unsafe", MESSAGE)


def both_halves(draft: Draft, group: Group) -> Rewrite | None:
    """*not only smooth lines but also boost collagen* → *may not only help smooth …*: one modal for both."""
    match = NOT_ONLY.search(draft.text, draft.start, group.start)
    if match is None or group.letters:
        return None
    for lemma, form in draft.wording.verbs.analyse(match["verb"]):
        if form == group.verb.form:
            verb = Verb(*match.span("verb"), lemma, form)
            helped = "" if lemma in draft.sets["no-help"] else "help"
            first = place(draft, match.start(), verb.end, join("may not", match["only"], helped, softened(draft, verb)))
            also = "also" if "also" not in group.adverbs else ""
            second = join(also, *group.adverbs, softened(draft, group.verb))
            edits = (first, *edit_verb(draft, group.start, group.verb, second))
            return Rewrite(edits, "safe", MESSAGE)
    return None


def swapped(draft: Draft, group: Group) -> Rewrite | None:
    """*Not only do exosomes calm redness, they …* → *Not only may exosomes help calm redness, they …*."""
    match = SWAPPED.search(draft.text, draft.start, group.start)
    if match is None or group.letters or group.verb.form != "base":
        return None
    helped = "" if group.verb.lemma in draft.sets["no-help"] else "help"
    edits = (
        place(draft, *match.span("do"), "may"),
        *edit_verb(draft, group.start, group.verb, join(helped, softened(draft, group.verb))),
    )
    return Rewrite(edits, "safe", MESSAGE)
