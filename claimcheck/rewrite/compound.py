"""Compounds and other words before a noun: *Collagen-boosting exosomes* → *Exosomes that may help boost collagen*."""

from __future__ import annotations

import re

from claimcheck.model import Edit, Range
from claimcheck.rewrite.prose import WORD, Draft, Rewrite, removal

COMPOUND = re.compile(r"\b(?P<thing>[^\W\d_]+(?:[’'][^\W\d_]+)?)[-‑](?P<verb>[^\W\d_]+ing)\b\s+")
SEGMENT = re.compile(r"\s*\((?P<bracket>[^()]+)\)|\s+[-–—]\s+(?P<dash>[^–—()]+?)(?=[.!]?\s*$)")
MAX_WORDS = 6
MESSAGE = "Say what it may do, behind the noun"


def hedge_compound(draft: Draft) -> Rewrite | None:
    """The rewrite of a noun phrase with a compound that names an effect; None where the noun's end is not clear."""
    for match in COMPOUND.finditer(draft.text, draft.start, draft.claim.unit[1]):
        action = _action(draft, match)
        if action is None or not (match.start() < draft.claim.end and match.end() > draft.claim.start):
            continue
        end, closed = _noun_end(draft, match.end())
        clause = draft.styled(draft.spell(f"may help {action}"))
        if closed:
            insert = Edit(end, end, " " + draft.styled("that") + " " + clause)
        else:
            insert = Edit(end, end, ", " + draft.styled("which") + " " + clause + ",")
        noun = draft.text[match.end() : end]
        if not noun.strip():
            continue
        edits = (*removal(draft, match.start(), match.end() - 1), insert)
        return Rewrite(edits, "safe" if closed else "unsafe", MESSAGE)
    return None


def _action(draft: Draft, match: re.Match[str]) -> str | None:
    """The verb and its object: *refine pores* for *pore-refining*."""
    thing = match["thing"]
    low = thing.lower()
    lemma = next((each for each, form in draft.wording.verbs.analyse(match["verb"]) if form == "gerund"), None)
    if lemma is None or low in draft.wording.sets["not-objects"] or lemma in draft.wording.sets["no-help"]:
        return None
    if low == "age":
        return draft.spell("soften the look of ageing")
    plain = thing if thing.isupper() and len(thing) > 1 else low
    return f"{lemma} {draft.wording.language['plurals'].get(low, plain)}"


def _noun_end(draft: Draft, start: int) -> tuple[int, bool]:
    """Where the noun phrase ends, and whether nothing that needs it as its subject follows."""
    end = start
    for number, span in enumerate(draft.words(start, draft.end)):
        gap = draft.text[end : span[0]]
        if number and gap.strip():
            return end, True
        if number == MAX_WORDS or _ends_noun(draft, span, number):
            closed = draft.lower(span) in draft.wording.sets["small-words"] | {"with", "from", "in", "after", "is"}
            return end, closed and draft.lower(span) != "is"
        end = span[1]
    return end, True


def _ends_noun(draft: Draft, span: Range, number: int) -> bool:
    word = draft.lower(span)
    if word in draft.wording.sets["small-words"] or word in ("with", "from", "after", "that", "which", "is", "are"):
        return True
    forms = draft.wording.verbs.analyse(word)
    return bool(number and forms and all(form in ("third", "past", "participle") for _, form in forms))


def remove_words(draft: Draft) -> Rewrite | None:
    """The removal of words that assert proof, approval or grade before a noun, where a clean sentence is left."""
    for match in draft.wording.removable.finditer(draft.text, draft.start, draft.claim.unit[1]):
        start, end = draft.claim.effect
        if match.start() < end and start < match.end() and _attributive(draft, match):
            return Rewrite(removal(draft, *match.span()), "safe", f"Remove “{match.group()}”", True)
    return None


def remove_segment(draft: Draft) -> Rewrite | None:
    """The removal of a claim that is all there is between brackets or behind the last dash of its unit."""
    for match in SEGMENT.finditer(draft.text, draft.start, draft.claim.unit[1]):
        body = match["bracket"] or match["dash"]
        at = match.start("bracket") if match["bracket"] else match.start("dash")
        inside = at <= draft.claim.effect[0] and draft.claim.effect[1] <= at + len(body)
        if inside and match.start() > draft.start and len(WORD.findall(body)) <= MAX_WORDS:
            return Rewrite((Edit(match.start(), match.end(), ""),), "safe", f"Remove “{body}”", True)
    return None


def _attributive(draft: Draft, match: re.Match[str]) -> bool:
    """Whether the words stand before a noun and can go; not so *is clinically proven* and *proven results*."""
    after = re.match(r"(?:,)?\s+([\w’'-]+)", draft.text[match.end() : draft.claim.unit[1]])
    before = WORD.findall(draft.text[draft.start : match.start()].lower())
    if not after or after.group().startswith(","):
        return False
    if before and before[-1] in ("is", "are", "was", "were", "been", "be", "and", "or", "more", "most", "not"):
        return False
    following = after.group(1).lower()
    groups = draft.wording.sets["small-words"] | {"results", "result", "efficacy", "way", "that", "which"}
    return following not in groups and not following.endswith("ing")


def without_opener(draft: Draft) -> Rewrite | None:
    """The removal of an opening that hands the claim to science: *Studies show that …*."""
    match = draft.wording.openers.match(draft.text, draft.start)
    if match is None or match.end() >= draft.end:
        return None
    edits = removal(draft, match.start(), match.end() - 1)
    return Rewrite(edits, "unsafe", "Hedge the claim without the appeal to studies")
