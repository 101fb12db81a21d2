"""Lower the verb with the certainty: *erase* → *soften the look of*, where the pack gives the softer verb."""

from __future__ import annotations

import re

from claimcheck.model import Verb
from claimcheck.rewrite.prose import Draft
from claimcheck.rewrite.wording import Softer

OUT = re.compile(r"[\w\s’'-]*? out\b")
"""*Even* is no verb without it: *evens out tone*, *evens your tone out*."""
SIGNS = re.compile(r"\s+(?:the |all |any |visible |early )*signs of\b", re.IGNORECASE)


def softened(draft: Draft, verb: Verb) -> str:
    """The base form that a hedge should carry: the writer's verb, or a softer one that takes the same object."""
    softer = softer_for(draft, verb)
    if softer is None:
        plain = "even out" if verb.lemma == "even" and not OUT.match(draft.text, verb.end) else verb.lemma
        return plain + (" the look of" if _needs_look(draft, verb) else "")
    signs = SIGNS.match(draft.text, verb.end + (len(softer.rest) + 1 if softer.rest else 0))
    return softer.use.removesuffix(" the look of") if signs else softer.use


def softer_for(draft: Draft, verb: Verb) -> Softer | None:
    """The entry for this verb with the words and the object that follow it."""
    after = draft.text[verb.end : draft.end]
    for entry in draft.wording.softer.get(verb.lemma, ()):
        rest = _rest(entry, after)
        if rest is not None and (entry.objects is None or entry.objects.match(rest)):
            return entry
    return None


def softened_noun(draft: Draft, lemma: str, thing: str) -> str:
    """The verb that a noun hides, or a softer one that takes the same object: *reversal of lines*."""
    for entry in draft.wording.softer.get(lemma, ()):
        if not entry.rest and (entry.objects is None or entry.objects.match(thing)):
            return draft.spell(entry.use)
    return lemma


def _rest(entry: Softer, after: str) -> str | None:
    """What follows the entry's own words; None where they do not follow the verb."""
    if not entry.rest:
        return after.lstrip()
    match = re.match(r"\s+" + re.escape(entry.rest).replace(r"\ ", r"\s+") + r"\b", after, re.IGNORECASE)
    rest = after[match.end() :].lstrip() if match else None
    closed = entry.objects is None and not entry.rest.endswith(("to", "of", "away", "out"))
    return None if rest and closed and _opens_object(rest) else rest


def _opens_object(rest: str) -> bool:
    """Whether an object follows an idiom that has its own already: *take years off your face*."""
    return re.match(r"(?:an?|her|his|its|my|our|skin|the|their|your)\b", rest, re.IGNORECASE) is not None


def _needs_look(draft: Draft, verb: Verb) -> bool:
    """Whether a proof claim about lines should speak of their look."""
    if draft.claim.level < 4 or verb.lemma not in draft.wording.pack["look-of"]["verbs"]:
        return False
    return bool(draft.wording.look_of.match(draft.text[verb.end : draft.end].lstrip()))


def without_look(draft: Draft, verb: Verb) -> int:
    """Where the edit of this verb ends: behind the words that the softer verb takes the place of."""
    softer = softer_for(draft, verb)
    if softer is None or not softer.rest:
        return verb.end
    words = re.escape(softer.rest).replace(r"\ ", r"\s+")
    match = re.compile(r"\s+" + words, re.IGNORECASE).match(draft.text, verb.end)
    return match.end() if match else verb.end
