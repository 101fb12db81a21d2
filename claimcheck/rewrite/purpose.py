"""Purpose phrases: *Exosomes for thinning hair* → *Exosomes, which are being studied for thinning hair*.

Only of exosomes and exosome therapy at large: that a product is being studied would be a new claim.
"""

from __future__ import annotations

import re

from claimcheck.model import Edit
from claimcheck.rewrite.fragment import is_verbless
from claimcheck.rewrite.prose import Draft, Rewrite

FOR = re.compile(r"(?P<noun>[\w’'-]+)(?P<for>\s+for)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
MESSAGE = "Say that it is being studied"


def hedge_purpose(draft: Draft) -> Rewrite | None:
    """The rewrite of *for* and a benefit behind the subject of a headline; None anywhere else."""
    match = FOR.search(draft.text[draft.start : draft.claim.effect[0]])
    if match is None or not _is_subject(draft, draft.start + match.start()):
        return None
    if not is_verbless(draft, (draft.start, draft.end)):
        return None
    noun = match["noun"].lower()
    be = "are" if noun.endswith("s") and not noun.endswith("ss") else "is"
    at = draft.start + match.start("for")
    content = ", " + draft.styled(f"which {be} being studied for")
    return Rewrite((Edit(at, draft.start + match.end("for"), content),), "unsafe", MESSAGE)


def _is_subject(draft: Draft, noun: int) -> bool:
    """Whether the noun at this offset, or the subject that its phrase starts with, is what research speaks of."""
    subject = draft.claim.subject
    if not 0 <= subject.start <= noun or re.search(r"[,;:.–—]|\b(?:for|with|and)\b", draft.text[subject.end : noun]):
        return False
    studied = draft.wording.pack["studied"]
    ends = [*draft.words(subject.start, subject.end)[-1:], *draft.words(noun, draft.end)[:1]]
    return any(draft.lower(word) in studied for word in ends)
