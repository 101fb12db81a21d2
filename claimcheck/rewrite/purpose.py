"""Purpose phrases: *Exosomes for thinning hair* → *Exosomes, which are being studied for thinning hair*.

Only of exosomes and exosome therapy at large: that a product is being studied would be a new claim.
"""

from __future__ import annotations

import re

from claimcheck.model import Edit
from claimcheck.rewrite.certain import finite_before
from claimcheck.rewrite.fragment import is_verbless, looks
from claimcheck.rewrite.prose import Draft, Rewrite

FOR = re.compile(r"(?P<noun>[\w’'-]+)(?P<for>\s+for)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
OWNED = re.compile(r"\b(?:her|his|my|our|their|your)\b", re.IGNORECASE)
"""Somebody's own concern is no field of research."""
RESULT = re.compile(r"\b(?:for|with)\s$", re.IGNORECASE)
MESSAGE = "Say that it is being studied"


def hedge_purpose(draft: Draft) -> Rewrite | None:
    """The rewrite of *for* and a benefit behind the subject of a headline; None anywhere else."""
    match = FOR.search(draft.text[draft.start : draft.claim.effect[0]])
    if match is None or not _is_subject(draft, draft.start + match.start()):
        return None
    if not is_verbless(draft, (draft.start, draft.end)) or _is_told(draft) or _is_vague(draft):
        return None
    noun = match["noun"].lower()
    if OWNED.search(draft.text, draft.start + match.start("for"), draft.claim.effect[1]):
        return None
    be = "are" if noun.endswith("s") and not noun.endswith("ss") else "is"
    at = draft.start + match.start("for")
    content = ", " + draft.styled(f"which {be} being studied for")
    return Rewrite((Edit(at, draft.start + match.end("for"), content),), "unsafe", MESSAGE)


def hedge_result(draft: Draft) -> Rewrite | None:
    """The rewrite of *for firmer skin*, *with reduced redness*: one adverb before the adjective that promises it."""
    start = draft.claim.effect[0]
    if draft.claim.level < 3 or not RESULT.search(draft.text, draft.start, start):
        return None
    if _is_told(draft) or finite_before(draft, start):
        return None
    first = draft.lower(draft.words(start, draft.end)[0])
    forms = {form for lemma, form in draft.wording.verbs.analyse(first) if lemma not in draft.sets["no-help"]}
    if first in draft.sets["comparatives"]:
        return _looks(draft, start)
    promised = first in draft.sets["comparatives"] or first.endswith("er") or "participle" in forms
    if not promised or first in draft.sets["adjectival"]:
        return None
    return Rewrite((Edit(start, start, draft.styled("potentially") + " "),), "unsafe", "Hedge the result")


def _looks(draft: Draft, start: int) -> Rewrite | None:
    """*for firmer, brighter skin* → *that may help skin look firmer and brighter*; None where nothing looks so."""
    text = draft.text[start : draft.end]
    content = looks(draft, text)
    if content is None or draft.text[start - len("for ") : start].lower() != "for ":
        return None
    edit = Edit(start - len("for "), draft.end, f"{draft.styled('that')} {content}")
    return Rewrite((edit,), "unsafe", "Say how it may look")


def _is_subject(draft: Draft, noun: int) -> bool:
    """Whether the noun at this offset, or the subject that its phrase starts with, is what research speaks of."""
    subject = draft.claim.subject
    if not 0 <= subject.start <= noun or re.search(r"[,;:.–—]|\b(?:for|with|and)\b", draft.text[subject.end : noun]):
        return False
    return any(draft.lower(word) in draft.wording.pack["studied"] for word in draft.words(noun, draft.end)[:1])


def _is_told(draft: Draft) -> bool:
    """Whether the unit tells the reader to do something."""
    first = draft.words(draft.start, draft.end)[:1]
    forms = {form for span in first for _, form in draft.wording.verbs.analyse(draft.lower(span))}
    return "base" in forms and draft.claim.subject.start > draft.start


def _is_vague(draft: Draft) -> bool:
    """Whether only results are named, which nobody studies."""
    return draft.text[slice(*draft.claim.effect)].lower().endswith(("results", "outcomes"))
