"""The last check of a rewrite, and the caveat: no stacked hedges, no two modals, no *may* before an inflected verb."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.model import GAP, Edit
from claimcheck.rewrite.group import is_adverb
from claimcheck.rewrite.prose import SENTENCE, WORD, Draft, Rewrite, realise, style_of
from claimcheck.rewrite.wording import Wording

HEDGES = re.compile(
    r"\b(?:may|might|could|potentially|possibly|perhaps|(?:thought|believed|said|appears?|seems?) to|promise in)\b",
    re.IGNORECASE,
)
CLASH = re.compile(r"\b(?:to may|to which|that that|help help|a a|the the|, ,|which which)\b|,\s*,|\(\s*\)| {2}", re.I)
GOVERNED = re.compile(
    r"\b(?:nothing|no one|nobody|none|few|hardly any|no \w+)\b[^,;:.–—]* may\b"
    r"|\b(?:every|each|all)(?: single| of our)? (?:clients?|customers?|guests?|patients?|users?)\b[^,;:.–—]* may\b"
    r"|\b\d+ (?:in|out of) \d+\b[^,;:.–—]* may\b"
    r"|\b(?:ensur(?:e|es|ing)|mak(?:e|es|ing) sure|notice[ds]?|noticing|knows?|knew)\b[^,;:.–—]* may\b"
    r"|\bmay\b[^;:.–—]*\bso (?:(?!daily)\w+ly|well|much|good|great|smooth|soft)\b"
    r"|\bmay\b.*\bso (?:did|do|does) \w+\b|^why\b.* may (?!help\b|also help\b)|\beasier\b[^.]* may\b",
    re.IGNORECASE,
)
"""What clashes with a hedge: nobody or everybody as the subject, a verb of certainty, a degree, a headline with why.

And what echoes it: *and so do we*."""
CAPITAL = re.compile(r"\bmay (?:\w+ly )?(?:help )?[A-Z][a-z]")
LIST = re.compile(r", (?:and )?[A-Z][a-z]+ [a-z]")
STRETCH = re.compile(r"[,;:.!?–—]| and | which | that | who ")
LIMITED = re.compile(r"\b(?:though|although|but|however|research is|studies are|not yet|unproven)\b", re.IGNORECASE)


def is_sound(draft: Draft, rewrite: Rewrite) -> bool:
    """Whether the new sentence keeps the rules that every rewrite must keep."""
    before = draft.text[slice(*draft.claim.unit)]
    after = realise(draft.text, draft.claim.unit, rewrite.edits)
    if after == before or GAP in "".join(edit.content for edit in rewrite.edits):
        return False
    return _reads_well(draft.wording, before, after)


@lru_cache(maxsize=64)
def _reads_well(wording: Wording, before: str, after: str) -> bool:
    if CLASH.search(after) and not CLASH.search(before):
        return False
    if GOVERNED.search(after) and not GOVERNED.search(before):
        return False
    return not _split(before, after) and not _stacked(wording, after, before) and not _inflected(wording, after)


def _stacked(wording: Wording, after: str, before: str) -> bool:
    """Whether two hedges, or a modal and a hedge, stand in one stretch without a mark between them."""
    for part in STRETCH.split(after):
        modals = sum(wording.groups.get(word.lower()) == "modal" for word in WORD.findall(part))
        if (modals > 1 or len(HEDGES.findall(part)) > 1) and part not in before:
            return True
    return False


def _split(before: str, after: str) -> bool:
    """Whether a list of parts with capitals would be half lower-case behind the hedge."""
    if style_of(before) != SENTENCE:
        return False
    capital = CAPITAL.search(after) is not None and CAPITAL.search(before) is None
    return capital or (len(LIST.findall(before)) > 1 and LIST.search(after) is not None)


def _inflected(wording: Wording, after: str) -> bool:
    """Whether a form that no modal takes follows *may*."""
    words = [word.lower() for word in WORD.findall(after)]
    for index, word in enumerate(words):
        if word != "may":
            continue
        following = next((each for each in words[index + 1 :] if not is_adverb(wording, each)), "")
        forms = {form for _, form in wording.verbs.analyse(following)}
        if forms and "base" not in forms and following not in ("been",):
            return True
    return False


def with_caveat(draft: Draft, rewrite: Rewrite) -> tuple[Edit, ...]:
    """The edits that add the caveat at the end of the unit; none where it cannot stand or one stands already."""
    after = realise(draft.text, draft.claim.unit, rewrite.edits)
    if LIMITED.search(after) or after.rstrip().endswith("?") or any(edit.end > draft.end for edit in rewrite.edits):
        return ()
    words = ", " + draft.styled(draft.wording.pack["caveat"])
    end = draft.end
    if draft.text[end : end + 1] == "!":
        return (Edit(end, end + 1, words + "."),)
    return (Edit(end, end, words),)
