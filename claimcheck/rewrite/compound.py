"""Compounds before a noun: *Collagen-boosting exosomes* → *Exosomes that may help boost collagen*."""

from __future__ import annotations

import re

from claimcheck.model import Edit, Range
from claimcheck.rewrite.prose import Draft, Rewrite, removal

COMPOUND = re.compile(r"\b(?P<thing>[^\W\d_]+(?:[’'][^\W\d_]+)?)[-‑](?P<verb>[^\W\d_]+ing)\b\s+")
MAX_WORDS = 6
BEHIND = frozenset({"with", "from", "in", "after", "under", "during", "through", "via"})
"""Besides the small words, what ends a noun phrase."""
PURPOSE = re.compile(r"[^;:.]* (?:to [a-z]+|(?:that|which|and) may) ")
"""A purpose behind the noun: it would be hedged a second time."""
JOINED = re.compile(r" with [^,;:.–—]*? to (?P<verb>[a-z]+) (?P<rest>[^;:.–—]*)$")
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
        if not closed and not _is_subject(draft, end):
            continue
        noun, following = draft.text[match.end() : end], draft.words(end, draft.end)[:1]
        if not noun.strip() or any(draft.lower(word) in ("of", "that", "which", "who", "to") for word in following):
            continue
        before = draft.text[draft.start : match.start()].rstrip()
        if not _heads_noun(draft, before):
            continue
        if PURPOSE.match(draft.text, end, draft.end):
            return _with_purpose(draft, match, end, action)
        edits: tuple[Edit, ...] = (*removal(draft, match.start(), match.end() - 1), insert)
        if before.endswith(","):
            edits = (Edit(draft.start + len(before) - 1, match.end() - 1, ""), insert)
        return Rewrite(edits, "safe" if closed else "unsafe", MESSAGE)
    return None


def _with_purpose(draft: Draft, match: re.Match[str], end: int, action: str) -> Rewrite | None:
    """One clause for the compound and a purpose: *… with clay that may help refine pores and calm skin*."""
    found = JOINED.match(draft.text, end, draft.end)
    if found is None or not _is_base(draft, found["verb"]):
        return None
    several = any(_is_base(draft, word) for word in re.findall(r"\band ([a-z]+) [a-z]", found["rest"]))
    clause = draft.styled(draft.spell(f"that may help {action}")) + (", " if several else " and ")
    to = Edit(found.start("verb") - len("to "), found.start("verb"), clause)
    return Rewrite((*removal(draft, match.start(), match.end() - 1), to), "safe", MESSAGE)


def _is_base(draft: Draft, word: str) -> bool:
    return any(form == "base" for _, form in draft.wording.verbs.analyse(word.lower()))


def _heads_noun(draft: Draft, before: str) -> bool:
    """Whether the compound opens its unit or stands behind the word that opens its noun phrase."""
    words = re.findall(r"[\w’'-]+|[,;&]", before.lower())
    if len(words) > 1 and words[-1] == "," and "-" in words[-2]:
        words = words[:-2]
    return not words or words[-1] in draft.sets["phrase-openers"] or draft.opens(draft.start + len(before))


def _is_subject(draft: Draft, end: int) -> bool:
    """Whether an auxiliary follows, so that the noun phrase surely ends here and is a subject."""
    following = [draft.lower(word) for word in draft.words(end, draft.end)[:1]]
    return any(draft.wording.groups.get(word) in ("be", "have", "modal", "help") for word in following)


def _action(draft: Draft, match: re.Match[str]) -> str | None:
    """The verb and its object: *refine pores* for *pore-refining*."""
    thing = match["thing"]
    low = thing.lower()
    lemma = next((each for each, form in draft.wording.verbs.analyse(match["verb"]) if form == "gerund"), None)
    if lemma is None or low in draft.sets["not-objects"] or lemma in draft.sets["no-help"]:
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
            closed = draft.lower(span) in draft.sets["small-words"] | BEHIND
            return end, closed
        end = span[1]
    return end, True


def _ends_noun(draft: Draft, span: Range, number: int) -> bool:
    word = draft.lower(span)
    if word in draft.sets["small-words"] | BEHIND or word in ("that", "which", "is", "are"):
        return True
    forms = draft.wording.verbs.analyse(word)
    product = word in draft.wording.pack["preparations"]
    return bool(number and forms and not product and all(form in ("third", "past", "participle") for _, form in forms))
