"""Lists in fragments: *Improved tone, reduced redness* is one list of verbs, *Firmness, tone* one of benefits."""

from __future__ import annotations

import re

from claimcheck.rewrite.prose import Draft


def others_in_base(draft: Draft, text: str) -> str | None:
    """The rest of a list that a participle opens, each further one in the base form too; None for other adjectives."""
    for match in reversed(list(re.finditer(r"(?:, (?:and )?| and | & )([\w-]+)(?= \w)", text))):
        word = match.group(1).lower()
        lemma = next((each for each, form in draft.wording.verbs.analyse(word) if form == "participle"), "")
        if word in draft.sets["comparatives"] | draft.sets["benefit-degrees"]:
            return None
        if lemma and word not in draft.sets["adjectival"]:
            text = text[: match.start(1)] + draft.styled(lemma) + text[match.end() :]
    return text


def as_pair(content: str) -> str:
    """*May support firmness, tone* with *and*, as the two are objects of one verb now."""
    if content.count(",") != 1 or re.search(r" (?:and|or|look) |[&:;–—(]", content):
        return content
    return content.replace(", ", " and ")


def kinds(draft: Draft) -> frozenset[str]:
    """What may stand before a benefit and say of what it is one: *deep skin renewal*, not *surgeon-led renewal*."""
    sets = draft.sets
    nouns = frozenset(draft.wording.language["nominalisations"])
    return draft.wording.changeable | sets["relational"] | sets["kinds"] | sets["small-words"] | nouns | {"&"}


def only_benefits(draft: Draft, text: str) -> bool:
    """Whether a list names benefits from its first word to its last: *repair & renewal*, not *skincare & renewal*."""
    listed = re.split(r"\s(?:with|in|after|for|from|at|through|without|over|following|during|on)\s|[(–—]", text)[0]
    return all(word in kinds(draft) for word in re.findall(r"[\w’'-]+|&", listed.lower()))
