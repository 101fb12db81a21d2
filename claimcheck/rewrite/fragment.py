"""Fragments without a verb: bullets, headlines and labels.

*Enhanced skin repair* → *May help enhance skin repair*; *Collagen stimulation* → *May help stimulate collagen*;
*Thicker, fuller hair* → *May help hair look thicker and fuller*; *Skin barrier repair* → *May help repair the skin …*.
"""

from __future__ import annotations

import re

from claimcheck.model import Edit, Range
from claimcheck.rewrite.prose import SENTENCE, Draft, Rewrite, capitalised

MESSAGE = "Say what it may do"
END = r"(?=\s*(?:$|[,;(–—]| (?:with|in|after|for|from|and|at|through|without|over|following|during|on) ))"


def hedge_fragment(draft: Draft) -> Rewrite | None:
    """The rewrite of a noun phrase that stands alone; None where it does not have one of the known shapes."""
    span = _part(draft)
    for shape in (_state, _participle, _nominal, _noun):
        content = shape(draft, draft.text[span[0] : span[1]], span)
        if content is not None:
            return Rewrite((Edit(*span, _styled(draft, span, content)),), "safe", MESSAGE)
    return None


def _part(draft: Draft) -> Range:
    """The part of the unit that holds the claim: behind a mark or label, up to the unit's last word."""
    start = draft.start
    for match in re.finditer(r"(?:[:✓✔•→✦|]|\s[–—])\s*", draft.text[draft.start : draft.claim.effect[0]]):
        start = draft.start + match.end()
    return start, draft.end


def _styled(draft: Draft, span: Range, content: str) -> str:
    if draft.style == SENTENCE:
        return capitalised(content) if draft.text[span[0]].isupper() else content
    words = [draft.styled(word) if word.islower() else word for word in content.split(" ")]
    return " ".join(words)


def _participle(draft: Draft, text: str, span: Range) -> str | None:
    """*Reduced redness*, *Faster, improved healing*: the participle becomes the verb."""
    strong = "|".join(draft.wording.sets["intensifiers"])
    match = re.match(rf"(?:(?:{strong})\s+)?([a-z-]+ed)\s+(?=\w)", text, re.IGNORECASE)
    if not match:
        return None
    for lemma, form in draft.wording.verbs.analyse(match.group(1)):
        if form == "participle" and lemma not in draft.wording.sets["no-help"]:
            return f"may help {lemma} {text[match.end() :]}"
    return None


def _nominal(draft: Draft, text: str, span: Range) -> str | None:
    """*Collagen stimulation*: the noun becomes the verb, what stands before it the object."""
    nouns = draft.wording.language["nominalisations"]
    body = "|".join(nouns)
    match = re.match(rf"((?:[\w’'-]+ (?:and |& )?){{1,4}}?)({body}){END}", text, re.IGNORECASE)
    if not match:
        of = re.match(rf"({body}) (?:of|in) (?=\w)", text, re.IGNORECASE)
        return f"may help {nouns[of.group(1).lower()]} {_inner(draft, text[of.end():], span)}" if of else None
    thing = _object(draft, match.group(1).strip())
    if thing is None:
        return None
    return f"may help {nouns[match.group(2).lower()]} {thing}{text[match.end():]}"


def _object(draft: Draft, words: str) -> str | None:
    """The modifiers of a noun as an object; None where one of them only says what kind."""
    low = words.lower().split()
    sets = draft.wording.sets
    praise = ("powerful", "visible", "dramatic", "remarkable", "natural", "advanced", "significant", "rapid", "deep")
    while low and (low[0] in praise or low[0] in sets["intensifiers"]):
        low, words = low[1:], words.split(" ", 1)[-1]
    if not low or low[-1] in sets["relational"] or low[-1].endswith(("ed", "er", "al", "ic", "and", "&")):
        return None
    first = words.split(" ")[0]
    named = draft.style != SENTENCE or not re.fullmatch(r"[A-Z][a-z-]+", first)
    return words if named else words[0].lower() + words[1:]


def _noun(draft: Draft, text: str, span: Range) -> str | None:
    """*Cellular renewal*, *Skin barrier function*: support what is wanted, reduce what is not."""
    pack = draft.wording.pack
    for verb, nouns in (("support", pack["supports"]), ("help reduce", pack["reduces"])):
        match = re.match(rf"(?:[\w’'-]+,? (?:and |& )?){{0,4}}?(?:{'|'.join(nouns)}){END}", text, re.IGNORECASE)
        if match and not re.match(r"(?:[\w’'-]+er|more|less|no|\d+)\b", text, re.IGNORECASE):
            return f"may {verb} {_inner(draft, text, span)}"
    return None


def _state(draft: Draft, text: str, span: Range) -> str | None:
    """*Thicker, fuller hair*: how it looks, not what it is."""
    adjectives = "|".join(draft.wording.sets["comparatives"])
    nouns = "|".join(draft.wording.sets["result-nouns"])
    one = rf"(?:more |visibly |noticeably )?(?:{adjectives})(?:-looking)?"
    shape = rf"({one}(?:(?:, and | and |, | & ){one})*),? ((?:[\w’'-]+ )?(?:{nouns})){END}"
    match = re.match(shape, text, re.IGNORECASE)
    if not match:
        return None
    listed = re.findall(one, match.group(1), re.IGNORECASE)
    found = [re.sub(r"(?i)^(?:visibly|noticeably) |-looking$", "", each) for each in listed]
    first = found[0] if draft.style != SENTENCE else found[0][0].lower() + found[0][1:]
    looks = " and ".join([", ".join([first, *found[1:-1]]), found[-1]]) if len(found) > 1 else first
    return f"may help {match.group(2)} look {looks}{text[match.end():]}"


def _inner(draft: Draft, text: str, span: Range) -> str:
    low = text[:1].lower() + text[1:]
    return low if draft.style == SENTENCE and re.match(r"[A-Z][a-z]", text) else text

