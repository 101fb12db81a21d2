"""Fragments without a verb: bullets, headlines and labels.

*Enhanced skin repair* → *May help enhance skin repair*; *Collagen stimulation* → *May help stimulate collagen*;
*Thicker, fuller hair* → *May help hair look thicker and fuller*; *Skin barrier function* → *May support skin …*;
*Faster recovery* → *May offer faster recovery*. A label before a colon is a fragment of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from claimcheck.model import Edit, Range
from claimcheck.rewrite.listing import as_pair, kinds, only_benefits, others_in_base
from claimcheck.rewrite.prose import SENTENCE, TITLE, Draft, Rewrite, capitalised, sounds_open
from claimcheck.rewrite.soften import softened_noun

MESSAGE = "Say what it may do"
TAIL = r"(?=\s*$|\s*[(–—]|\s(?:with|in|after|for|from|at|through|without|over|following|during|on|as|between)\s)"
LISTED = r"(?=\s*(?:$|[,;(–—·/|]|and\b|&)|\s(?:with|in|after|for|from|at|through|without|over|following|during|on)\s)"
ADJECTIVE = re.compile(r"(?:ed|er|al|ic|able|ible|ous|ful|ive|ing|and|&)$")
HYPHENED = re.compile(r"anti-\w+y$|\w+-looking$|long(?:er)?-lasting$|age-\w+ing$")
Shape = Callable[[Draft, str], str | None]
MAX_WORDS = 12
MAX_BEFORE = 4
"""Words that may stand between the start of the fragment and the claim."""
LABEL = re.compile(r"(?:[\w’'-]+ (?:and |& )?){0,3}[\w’'-]+(?=:\s)")
EXPECTED = re.compile(r"results(?= (?:in|within|after|from) \d)", re.IGNORECASE)
PREDICATIVE = re.compile(r" (?:apparent|evident|measurable|noticeable|noticed|seen|visible)$", re.IGNORECASE)
"""The end of a fragment that is a sentence without its verb."""
MEANWHILE = re.compile(r"\b(?:as|once|when|while) (?:the |your )?[\w’'-]+ \w+s\b", re.IGNORECASE)
MEANS = re.compile(r"\s+(?:with|through|from)\s+((?:(?!\b(?:and|or|to)\b)[^,;:()+–—/])+)$", re.IGNORECASE)


def hedge_fragment(draft: Draft) -> Rewrite | None:
    """The rewrite of a noun phrase that stands alone; None where it does not have one of the known shapes."""
    label = LABEL.match(draft.text, draft.start)
    if label is not None and draft.claim.effect[1] <= label.end():
        if " " not in label.group():
            return None
        unnamed = draft.claim.subject._replace(start=-1, end=-1)
        subject = unnamed if draft.claim.subject.start >= label.end() else draft.claim.subject
        found = _hedge_part(draft.about(draft.claim._replace(unit=label.span(), subject=subject)))
        return replace(found, applicability="unsafe") if found and _opens_with_verb(draft, label.end()) else found
    return _hedge_part(draft)


def _opens_with_verb(draft: Draft, start: int) -> bool:
    """Whether what follows a label opens with a verb, so that label and sentence would both open with *may*."""
    first = [draft.lower(span) for span in draft.words(start, draft.end)[:1]]
    helped = any(draft.wording.groups.get(word) in ("help", "modal") for word in first)
    return helped or any(form == "third" for word in first for _, form in draft.wording.verbs.analyse(word))


def _hedge_part(draft: Draft) -> Rewrite | None:
    start, end = span = _part(draft)
    if (start > draft.start and not draft.fragment) or draft.claim.level < 3:
        return None
    if start > draft.start and draft.kind == "heading" and not draft.start <= draft.claim.subject.start < start:
        return None
    before = draft.words(start, max(start, draft.claim.effect[0]))
    if _has_subject(draft, start):
        return None
    if MEANWHILE.search(draft.text, draft.claim.effect[0], end):
        return None
    if expected := _expected(draft, draft.text[start:end]):
        return Rewrite((Edit(start, end, expected),), "unsafe", MESSAGE)
    joined = any(draft.lower(word) in ("for", "with", "of", "in", "on", "from", "by", "after") for word in before)
    if joined or len(before) > MAX_BEFORE or len(draft.words(start, end)) > MAX_WORDS or not is_verbless(draft, span):
        return None
    text = draft.text[start:end]
    means = MEANS.search(text) if draft.claim.subject.start > draft.claim.effect[0] else None
    if means is not None:
        text = text[: means.start()]
    elif draft.claim.subject.start > draft.claim.effect[0]:
        return None
    for shape in (_finite, _gerund, looks, _participle, _nominal, _anti, _noun, _offer, _adjective):
        content = shape(draft, text)
        if content is not None and (means is None or content.split()[0].lower() == "may"):
            content = f"{means.group(1)} {content}" if means else as_pair(content)
            opened = draft.style == SENTENCE and text[:1].isupper()
            edit = Edit(start, end, capitalised(content) if opened else content)
            return Rewrite((edit,), _applicability(draft, shape), MESSAGE)
    return None


def _applicability(draft: Draft, shape: Shape) -> str:
    """Unsafe where the fragment may be the name of a step or field, or is a sentence of running text."""
    named = draft.kind == "heading" and draft.style == TITLE and shape in (_nominal, _noun)
    return "safe" if draft.fragment and shape is not _adjective and not named else "unsafe"


def _has_subject(draft: Draft, start: int) -> bool:
    """Whether the subject stands before the claim as a word of its own, not as part of a compound."""
    subject = draft.claim.subject
    inside = start <= subject.start and subject.end <= draft.claim.effect[0]
    return inside and draft.text[subject.end : subject.end + 1] == " "


def is_verbless(draft: Draft, span: Range) -> bool:
    """Whether a range has no auxiliary, no pronoun and nothing else that makes it a clause."""
    groups = draft.wording.groups
    words = [draft.lower(word) for word in draft.words(*span)]
    auxiliary = any(groups.get(word) in ("modal", "be", "have", "do", "help") for word in words)
    carriers = draft.sets["carriers"]
    found = [pair for word in words[1:] for pair in draft.wording.verbs.analyse(word)]
    if any(lemma in carriers and form == "third" for lemma, form in found):
        return False
    return not auxiliary and not {"i", "you", "we", "they", "it", "that", "which", "to", "not", "who"} & set(words)


def _part(draft: Draft) -> Range:
    """The part of the unit that holds the claim: behind a mark or label, up to the unit's last word."""
    start = draft.start
    for match in re.finditer(r"(?:[:✓✔•→✦|·]|\s[–—])\s*", draft.text[draft.start : draft.claim.effect[0]]):
        start = draft.start + match.end()
    end = draft.text.find(";", draft.claim.effect[1], draft.end)
    return start, draft.end if end < 0 else end


@lru_cache(maxsize=64)
def _one_of(words: tuple[str, ...]) -> str:
    """A pattern for one of these words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _finite(draft: Draft, text: str) -> str | None:
    """*Evens tone*: a verb after all, though it could be a noun elsewhere."""
    match = re.match(r"([A-Za-z]+s)\s+(?=\w)", text)
    own = draft.text.find(text, draft.start) >= draft.claim.effect[0]
    if match is None or not own or match.group(1).lower() in draft.wording.changeable:
        return None
    known = draft.wording.verbs.analyse(match.group(1))
    lemma = next((each for each, form in known if form == "third" and each not in draft.sets["no-help"]), None)
    return f"{draft.styled('may help ' + lemma)} {text[match.end() :]}" if lemma else None


def _expected(draft: Draft, text: str) -> str | None:
    """*Results in 2 weeks*: the verb that is left out."""
    match = EXPECTED.match(text)
    return f"{match.group()} {draft.styled('may show')}{text[match.end() :]}" if match else None


def _gerund(draft: Draft, text: str) -> str | None:
    """*Plumping dry skin*: the same verb in the base form."""
    match = re.match(r"([A-Za-z-]+ing)\s+(?!of\b)(?=\w)", text)
    if match and _describes(draft, text):
        return None
    known = draft.wording.verbs.analyse(match.group(1)) if match else ()
    lemma = next((each for each, form in known if form == "gerund" and each not in draft.sets["no-help"]), None)
    own = draft.text.find(text, draft.start) >= draft.claim.effect[0]
    return f"{draft.styled('may help ' + lemma)} {text[match.end() :]}" if match and lemma and own else None


def _describes(draft: Draft, text: str) -> bool:
    """Whether -ing forms only describe the noun behind them: *soothing and calming properties*."""
    offered = _one_of((*draft.wording.pack["offered"]["mass"], *draft.wording.pack["offered"]["count"]))
    return re.match(rf"\w+ing(?:,? (?:and |& )?\w+ing)+ (?:{offered})\b", text, re.IGNORECASE) is not None


def _participle(draft: Draft, text: str) -> str | None:
    """*Reduced redness*: the participle becomes the verb."""
    strong = _one_of(tuple(draft.sets["intensifiers"]))
    match = re.match(rf"(?:(?:{strong})\s+)?([a-z-]+)\s+(?=\w)", text, re.IGNORECASE)
    if not match or match.group(1).lower() in draft.sets["adjectival"] or PREDICATIVE.search(text):
        return None
    first = re.split(r"(?:, (?:and )?| and | & )(?=\w+ed )", text)[0]
    unwanted = bool(set(first.lower().split()) & set(draft.wording.pack["reduces"]))
    for lemma, form in draft.wording.verbs.analyse(match.group(1)):
        refused = draft.sets["no-help"] | draft.sets["raisers"] if unwanted else draft.sets["no-help"]
        if form == "participle" and lemma not in refused:
            rest = others_in_base(draft, text[match.end() :])
            return f"{draft.styled('may help ' + lemma)} {rest}" if rest else None
    return None


def _nominal(draft: Draft, text: str) -> str | None:
    """*Collagen stimulation*, *Reduction in redness*: the noun becomes the verb."""
    nouns = draft.wording.language["nominalisations"]
    of = re.match(rf"({_one_of(tuple(nouns))}) (?:of|in) (?=\w)", text, re.IGNORECASE)
    if of:
        verb = softened_noun(draft, nouns[of.group(1).lower()], text[of.end() :])
        rest = others_in_base(draft, text[of.end() :])
        return f"{draft.styled('may help ' + verb)} {_inside(draft, rest)}" if rest else None
    match = re.match(rf"((?:[\w’'-]+ (?:and |& )?){{1,4}}?)({_one_of(tuple(nouns))}){TAIL}", text, re.IGNORECASE)
    thing = _object(draft, match.group(1).strip()) if match else None
    if match is None or thing is None or (" " in thing and set(re.findall(r"[\w-]+", thing.lower())) & set(nouns)):
        return None
    verb = softened_noun(draft, nouns[match.group(2).lower()], thing)
    return f"{draft.styled('may help ' + verb)} {thing}{text[match.end() :]}"


def _object(draft: Draft, words: str) -> str | None:
    """The modifiers of a noun as an object; None where one of them only says what kind."""
    low, sets = words.lower().split(), draft.sets
    while low and low[0] in sets["praise"] | sets["intensifiers"]:
        low, words = low[1:], words.partition(" ")[2]
    if not low or low[-1] in sets["relational"] or ADJECTIVE.search(low[-1]):
        return None
    if low[-1] not in draft.wording.changeable or low[0] in sets["benefit-degrees"] | sets["comparatives"]:
        return None
    if not all(word.strip(",") in kinds(draft) for word in low):
        return None
    plural = draft.wording.language["plurals"].get(low[-1])
    if plural:
        words = words[: -len(low[-1])] + (plural if words.split()[-1].islower() else capitalised(plural))
    return _inside(draft, words)


def _noun(draft: Draft, text: str) -> str | None:
    """*Cellular renewal*, *Skin barrier function*: support what is wanted, reduce what is not."""
    pack = draft.wording.pack
    if re.match(r"(?:an? )?(?:[\w’'-]+er|more|less|no|better|zero|\d+)\b", text, re.IGNORECASE) or _raised(draft, text):
        return None
    for verb, nouns in (("support", pack["supports"]), ("help reduce", pack["reduces"])):
        if re.match(rf"(?:[\w’'-]+,? (?:and |& )?){{0,4}}?(?:{_one_of(tuple(nouns))}){LISTED}", text, re.IGNORECASE):
            mixed = verb == "support" and set(text.lower().split()) & set(pack["reduces"])
            fits = not mixed and only_benefits(draft, text)
            return f"{draft.styled('may ' + verb)} {_inside(draft, text)}" if fits else None
    return None


def _anti(draft: Draft, text: str) -> str | None:
    """*Anti-redness*, *Anti-wrinkle*: reduce it, or soften its look."""
    pack, plurals = draft.wording.pack, draft.wording.language["plurals"]
    match = re.fullmatch(r"anti[-‑](\w+)", text, re.IGNORECASE)
    thing = match.group(1).lower() if match else ""
    thing = plurals.get(thing, thing)
    if thing in pack["look-of"]["objects"]:
        return draft.styled(draft.spell(f"may help soften the look of {thing}"))
    return draft.styled(f"may help reduce {thing}") if thing in pack["reduces"] else None


def _raised(draft: Draft, text: str) -> bool:
    """Whether the fragment opens with *increased* or its like: then what follows is no benefit to be hedged."""
    first = (re.match(r"[\w’'-]+", text.lower()) or [""])[0]
    lemmas = {lemma for lemma, form in draft.wording.verbs.analyse(first) if form == "participle"}
    return not lemmas.isdisjoint(draft.sets["raisers"])


def looks(draft: Draft, text: str) -> str | None:
    """*Thicker, fuller hair*: how it looks, not what it is."""
    sets = draft.sets
    adjectives, nouns = _one_of(tuple(sets["comparatives"])), _one_of(tuple(sets["result-nouns"]))
    one = rf"(?:more |visibly |noticeably )?(?:{adjectives})\b(?:-looking)?"
    shape = rf"({one}(?:(?:, and | and |, | & ){one})*),? ((?:[\w’'-]+ )?(?:{nouns})){TAIL}"
    match = re.match(shape, text, re.IGNORECASE)
    if not match or not all(word in kinds(draft) for word in match.group(2).lower().split()):
        return None
    listed = [_inside(draft, each) for each in re.findall(one, match.group(1), re.IGNORECASE)]
    looks = [re.sub(r"(?i)^(?:visibly|noticeably) |-looking$", "", each) for each in listed]
    joined = " and ".join([", ".join(looks[:-1]), looks[-1]]) if len(looks) > 1 else looks[0]
    return f"{draft.styled('may help')} {match.group(2)} {draft.styled('look')} {joined}{text[match.end() :]}"


def _offer(draft: Draft, text: str) -> str | None:
    """*Faster recovery, visible glow*, *Targeted delivery*: the subject may offer it."""
    offered = draft.wording.pack["offered"]
    nouns = _one_of((*offered["mass"], *offered["count"]))
    match = re.match(rf"(an? )?((?:[\w’'-]+,? (?:and |& )?){{1,4}}?)({nouns}){LISTED}", text, re.IGNORECASE)
    if not match or not _is_quality(draft, text[match.start(2) :]):
        return None
    single = match.group(3).lower() in offered["count"] and not match.group(1)
    article = ("an" if sounds_open(text, draft.wording) else "a") if single else ""
    return f"{draft.styled(f'may offer {article}'.strip())} {_inside(draft, text)}"


def _adjective(draft: Draft, text: str) -> str | None:
    """*Anti-inflammatory blend*: one adverb before the adjective."""
    first = (re.match(r"[\w’'-]+", text.lower()) or [""])[0]
    if " " not in text or not _is_quality(draft, text) or PREDICATIVE.search(text):
        return None
    if first in draft.sets["comparatives"]:
        return None
    return f"{draft.styled('potentially')} {_inside(draft, text)}"


def _is_quality(draft: Draft, text: str) -> bool:
    """Whether the fragment opens with an adjective that makes the claim: *longer*, *targeted*, *anti-inflammatory*."""
    first = (re.match(r"[\w’'-]+", text.lower()) or [""])[0]
    return first in draft.sets["comparatives"] | draft.sets["benefit-degrees"] or bool(HYPHENED.match(first))


def _inside(draft: Draft, text: str) -> str:
    """Words that opened the fragment, as they read behind the new ones."""
    return (
        text[:1].lower() + text[1:] if draft.style == SENTENCE and re.match(r"(?:[A-Z][a-z’'-]+|A)\b", text) else text
    )
