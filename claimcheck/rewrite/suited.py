"""What is said to be ideal for a result: *is perfect for firming skin* → *may help firm skin*."""

from __future__ import annotations

import re

from claimcheck.rewrite.coordinate import governing
from claimcheck.rewrite.group import read_group
from claimcheck.rewrite.inflected import conjunct
from claimcheck.rewrite.prose import Draft, Rewrite, place
from claimcheck.rewrite.soften import softened, without_look

MESSAGE = "Say what it may do"


def is_for(draft: Draft) -> bool:
    """Whether the predicate opens with an -ing form behind *for*: *ideal for firming skin*."""
    verbs = draft.verbs
    return bool(verbs) and verbs[0].form == "gerund" and read_group(draft, verbs[0]).previous == "for"


def hedge_suited(draft: Draft) -> Rewrite | None:
    """The rewrite of *is ideal for* and what it is to do; None where no such adjective stands between."""
    first = draft.verbs[0]
    adjectives = "|".join(draft.sets["suited"])
    one = rf"(?:\w+ly |well )?(?:an? )?(?:\w+ly )?(?:{adjectives})(?: (?:choice|option|solution))?"
    shape = re.compile(rf"\s+{one} for\s+", re.IGNORECASE)
    for verb in governing(draft):
        group = read_group(draft, verb)
        if verb.lemma == "be" and group.letters in ("", "m") and shape.fullmatch(draft.text, verb.end, first.start):
            end = without_look(draft, first)
            edits = [place(draft, group.start, end, "may help " + softened(draft, first))]
            for before, other in zip(draft.verbs, draft.verbs[1:], strict=False):
                edits += conjunct(draft, other, before.end, False)
            return Rewrite(tuple(edits), "unsafe", MESSAGE)
    return None
