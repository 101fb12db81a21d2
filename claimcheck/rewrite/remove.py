"""Claims that are taken out, not hedged: proof, grade, approval, comparison, safety, if a clean sentence is left."""

from __future__ import annotations

import re

from claimcheck.model import Edit
from claimcheck.rewrite.prose import WORD, Draft, Rewrite, realise, removal, sounds_open

SEGMENT = re.compile(
    r"\s*\((?P<bracket>[^()]+)\)|\s+[-–—]\s+(?P<dash>[^–—()]+?)(?=[.!]?\s*$)"
    r"|\s+[·•|]\s+(?P<item>[^·•|]+?)(?=\s+[·•|]|[.!]?\s*$)"
)
LABEL = re.compile(r"[^,;:.!?]{1,40}: +")
MAX_WORDS = 6
CLOSES = re.compile(r"\s*(?:[.!;:)–—]|$)")


def remove_words(draft: Draft) -> Rewrite | None:
    """The removal of words that assert proof, approval or grade before a noun, or of an adverb at the end."""
    start, end = draft.claim.effect
    if draft.text[: draft.claim.unit[1]].rstrip("”\"'’ )").endswith("?"):
        return None
    for match in draft.wording.removable.finditer(draft.text, draft.start, draft.claim.unit[1]):
        if match.start() < end and start < match.end():
            edits = _adverb(draft, match) or _listed(draft, match) or _attribute(draft, match)
            if edits and (kind := _left(draft, match, edits)):
                return Rewrite(edits, kind, f"Remove “{match.group()}”", True)
    return None


def _left(draft: Draft, match: re.Match[str], edits: tuple[Edit, ...]) -> str:
    """The applicability by what is left of the unit; empty where one word is left that says nothing alone."""
    after = realise(draft.text, draft.claim.unit, edits)
    words = WORD.findall(after)
    if len(words) > 1:
        return "unsafe" if re.match(r"[\w-]+, \w+ed\b", after) else "safe"
    told = any(word.lower() in draft.wording.pack["studied"] for word in words)
    return "unsafe" if told or match.group().lower().endswith(" and") else ""


def remove_tail(draft: Draft) -> Rewrite | None:
    """The removal of a phrase that only promises quality or safety: *for maximum purity*, *with no side effects*."""
    start, end = draft.claim.effect
    for match in draft.wording.tail.finditer(draft.text, draft.start, draft.claim.unit[1]):
        before = WORD.findall(draft.text[draft.start : match.start()].lower())
        free = before and before[-1] not in draft.sets["phrase-takers"]
        if match.group().lstrip().lower().startswith("to "):
            free = free and before[-1] not in draft.wording.groups and before[-1] not in draft.sets["to-takers"]
        if free and start < match.end() and match.start() < end:
            words = match.group().strip()
            return Rewrite((Edit(*match.span(), ""),), "safe", f"Remove “{words}”", True)
    return None


def remove_segment(draft: Draft) -> Rewrite | None:
    """The removal of a claim that is all there is in brackets, behind the last dash, or behind a dot of a list."""
    for match in SEGMENT.finditer(draft.text, draft.start, draft.claim.unit[1]):
        body, at = match[match.lastgroup or 0], match.start(match.lastgroup or 0)
        inside = at <= draft.claim.effect[0] and draft.claim.effect[1] <= at + len(body)
        if inside and match.start() > draft.start and len(WORD.findall(body)) <= MAX_WORDS:
            return Rewrite((Edit(match.start(), match.end(), ""),), "safe", f"Remove “{body}”", True)
    return None


def without_opener(draft: Draft) -> Rewrite | None:
    """The removal of an opening that hands the claim to science: *Studies show that …*."""
    label = LABEL.match(draft.text, draft.start)
    match = draft.wording.openers.match(draft.text, label.end() if label else draft.start)
    if match is None or match.end() >= draft.end:
        return None
    edits = removal(draft, match.start(), match.end() - 1)
    return Rewrite(edits, "unsafe", "Hedge the claim without the appeal to studies")


def _adverb(draft: Draft, match: re.Match[str]) -> tuple[Edit, ...]:
    """The removal of an adverb that ends its clause: *renews skin safely*, *quickly and safely*."""
    before = draft.text[draft.start : match.start()].rstrip()
    if not match.group().endswith("ly") or not before or not CLOSES.match(draft.text, match.end()):
        return ()
    words = WORD.findall(before.lower())
    pair = re.search(r"ly(?:,? and)$", before)
    if not words or before.endswith(","):
        return ()
    if not pair and (_binds(draft, words[-1]) or words[-1] in ("but", "work", "works")):
        return ()
    start = draft.start + (pair.start() + 2 if pair else len(before))
    return (Edit(start, match.end(), ""),)


def _listed(draft: Draft, match: re.Match[str]) -> tuple[Edit, ...]:
    """The removal of one of several such words before a noun: *lab-certified, GMP-grade vials*."""
    comma = re.compile(r",\s+").match(draft.text, match.end())
    if comma is None or _predicative(draft, match.start()):
        return ()
    following = WORD.match(draft.text, comma.end())
    known = following and following.group().lower() in draft.wording.pack["agencies"]
    if not known and not draft.wording.removable.match(draft.text, comma.end()):
        return ()
    return removal(draft, match.start(), comma.end() - 1)


def _binds(draft: Draft, word: str) -> bool:
    """Whether an adjective cannot go behind a word: *is pure*, *more potent*."""
    return draft.wording.groups.get(word) == "be" or word in draft.sets["binders"]


def _predicative(draft: Draft, offset: int) -> bool:
    """Whether a list of adjectives belongs to a verb: *is proven, pure and gentle*."""
    words = WORD.findall(draft.text[draft.start : offset].lower())
    return any(draft.wording.groups.get(word) == "be" for word in words[-3:])


def _attribute(draft: Draft, match: re.Match[str]) -> tuple[Edit, ...]:
    """The removal of words before their noun; not so *is proven*, *proven results*, *from FDA-listed labs*."""
    after = re.match(r"\s+([\w’'-]+)", draft.text[match.end() : draft.claim.unit[1]])
    text = draft.text[draft.start : match.start()].rstrip()
    before = WORD.findall(text.lower())
    if not after or (before and _binds(draft, before[-1])):
        return ()
    if text.endswith("%") or (text.endswith(",") and _predicative(draft, match.start())):
        return ()
    following = after.group(1).lower()
    if following == "than":
        return ()  # *more potent than*: what it is compared with would stand alone
    if following in draft.wording.pack["tails"]["nouns"] or _is_quality(draft, match.end(), before):
        return ()
    if following in draft.wording.pack["bare"] and before and before[-1] in ("a", "an", "by", "from", "in"):
        return ()
    groups = draft.sets["small-words"] | {
        "results",
        "result",
        "efficacy",
        "history",
        "record",
        "track",
        "way",
        "that",
        "which",
    }
    if following in groups or following in draft.sets["object-enders"] or following.endswith("ing"):
        return ()
    if match.group().lower() in draft.wording.pack["removable"]["superiority"]:
        return _compared(draft, match, after, text)
    if text.endswith(","):
        return (Edit(draft.start + len(text) - 1, match.end(), ""),)
    return _with_degree(draft, match, text, before)


def _is_quality(draft: Draft, start: int, before: list[str]) -> bool:
    """Whether a bare noun behind *with* or *for* would be left, which says nothing: *with superior bioactivity*."""
    noun = re.compile(r"\s+[\w’'-]+(?=\s*(?:[.,;!)–—]|$))").match(draft.text, start)
    return noun is not None and before[-1:] in (["with"], ["for"], ["of"]) and not noun.group().endswith("s")


def _compared(draft: Draft, match: re.Match[str], after: re.Match[str], text: str) -> tuple[Edit, ...]:
    """The removal of a comparison: *the* becomes *a*, and a noun that it was all there is of stays as it is."""
    before = WORD.findall(text.lower())
    behind = re.match(r"\s*(\w*)", draft.text[match.end() + after.end() :])
    last = behind is None or behind.group(1).lower() in (draft.sets["object-enders"] | {""}) - {"to"}
    if before[-1:] == ["the"]:
        if before[-2:-1] != ["is"] or "available" in draft.text[match.end() : draft.end]:
            return ()
        start = draft.start + len(text) - len("the")
        new = "an" if sounds_open(after.group(1), draft.wording) else "a"
        return (Edit(start, match.end(), new),)
    if re.match(r"[^,;:.!?–—]* than\b", draft.text[match.end() :]):
        return ()
    bare = last and (before[-1:] in (["a"], ["an"]) or before[-2:-1] in (["a"], ["an"]))
    return () if bare else _with_degree(draft, match, text, before)


def _with_degree(draft: Draft, match: re.Match[str], text: str, before: list[str]) -> tuple[Edit, ...]:
    """The removal of a word and of the adverb before it: *a clearly superior serum*."""
    degree = bool(before) and before[-1].endswith("ly") and before[-1] not in draft.sets["not-adverbs"]
    start = draft.start + len(text) - len(before[-1]) if degree else match.start()
    return removal(draft, start, match.end())
