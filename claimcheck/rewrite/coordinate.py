"""The predicate a claim stands in: its verbs and those of other claims that are coordinated with them.

*calms redness and reduces wrinkles* is one predicate, whichever of its claims is asked for, so that both get one fix.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from claimcheck.model import Claim, Range, Verb
from claimcheck.rewrite.advise import never_hedged
from claimcheck.rewrite.group import Group, is_adverb, read_group
from claimcheck.rewrite.prose import WORD, Draft, aside_end

SECOND = re.compile(r"[\w\s’'-]+? and (?P<verb>\w+s)\b(?= \w)")
LISTED = re.compile(r"[\w\s’'-]+?(?:, | and )(?P<verb>\w+s)\b(?= \w)")
MAX_DISTANCE = 12
BREAKS = re.compile(
    r"[;:.!?–—(]|\b(?:which|that|who|while|because|so|but|although|though|since|as|if|when|where|whereas)\b",
    re.IGNORECASE,
)
PARALLEL = {"third": ("third", "base"), "base": ("base",), "past": ("past", "participle"), "gerund": ("gerund",)}
PARALLEL["participle"] = PARALLEL["past"]


def predicate(draft: Draft, siblings: Sequence[Claim]) -> list[Verb]:
    """The verbs of the claim's predicate in the order of the text; empty for a claim without a verb."""
    own = verbs_of(draft, draft.claim)
    if not own:
        return []
    near = (claim for claim in siblings if claim.unit == draft.claim.unit and claim.level >= 2)
    others = [verb for claim in near if not never_hedged(claim) for verb in verbs_of(draft, claim)]
    groups = [read_group(draft, verb) for verb in others]
    others = [each.verb for each in groups if not (_is_owned(each) or follows_verb(draft, each))]
    others += _unread(draft, [*own, *others]) if own[0].form in ("third", "gerund") else []
    run = next(run for run in _runs(draft, _unique([*own, *others])) if any(verb.start == own[0].start for verb in run))
    run = _governors(draft, run, own, others) or run
    run = [*run, *_further(draft, run[-1])]
    head = list_head(draft, run[0])
    if head is not None:
        run = [head, *run]
    alone = len(run) == 1 and draft.claim.construction == "state" and run[0].form == "participle"
    return [] if alone and read_group(draft, run[0]).previous in draft.sets["joints"] else run


def _unread(draft: Draft, verbs: Sequence[Verb]) -> list[Verb]:
    """The verbs of a list that claim nothing: they share the modal, as *combats* in *firms skin, combats dullness*."""
    spans, known, found = draft.words(draft.start, draft.end), {verb.start for verb in verbs}, []
    third, plain = verbs[0].form == "third", _plain(draft, verbs[0].form)
    facts = draft.sets["factual"] if third else draft.sets["factual"] | draft.sets["no-help"]
    for span, after in pairwise(spans):
        word = draft.lower(span)
        readings = draft.wording.verbs.analyse(word)
        lemmas = [lemma for lemma, form in readings if form == verbs[0].form and lemma not in facts]
        if not lemmas or span[0] in known or word in plain:
            continue
        joint = re.search(r"(?:,|\band|&)\s(?:(?:\w+ly|also|even|further) )?$", draft.text[draft.start : span[0]])
        adverb = re.search(r"\w+ly $", draft.text[draft.start : span[0]])
        start = draft.start + adverb.start() if adverb else span[0]
        opens = third and (draft.opens(start) or _follows_subject(draft, span[0]))
        joint = joint if third or span[0] > verbs[0].start else None
        gap = draft.text[span[1] : after[0]]
        clear = gap == " " and draft.lower(after) not in draft.sets["after-nouns"]
        clear = clear or (gap == ", " and third and _is_third(draft, after)) or _shares_object(draft, span, verbs)
        if clear and (joint or opens):
            found += [Verb(*span, lemma, verbs[0].form) for lemma in lemmas]
    return found


def _shares_object(draft: Draft, span: Range, verbs: Sequence[Verb]) -> bool:
    """Whether the next verb of a list, which is known, follows at once: *soothing and firming skin*."""
    match = re.compile(r"(?:,|,? and|,? or| &) ").match(draft.text, span[1])
    return match is not None and any(verb.start == match.end() for verb in verbs)


def _is_third(draft: Draft, span: Range) -> bool:
    return any(form == "third" for _, form in draft.wording.verbs.analyse(draft.lower(span)))


def _plain(draft: Draft, form: str) -> frozenset[str]:
    """The words that are nouns or adjectives in a list (*thinning hair*)."""
    sets = draft.sets
    words = draft.wording.changeable
    return words if form == "third" else words | sets["comparatives"] | sets["adjectival"]


def _follows_subject(draft: Draft, start: int) -> bool:
    """Whether the subject of the claim, or a pronoun, stands right before."""
    between = draft.text[max(draft.claim.subject.end, draft.start) : start]
    near = draft.claim.subject.start >= 0 and re.fullmatch(r" (?:\w+ly )?", between)
    return bool(near) or bool(re.search(r"\b(?:it|that|which) (?:\w+ly )?$", draft.text[draft.start : start], re.I))


def _is_owned(group: Group) -> bool:
    """Whether *'s* stands before a bare form, which then is a noun: *the skin's repair*."""
    return group.verb.form == "base" and group.letters.endswith("b")


def follows_verb(draft: Draft, group: Group) -> bool:
    """Whether a bare form stands right behind a finite verb, and is an adjective or noun: *means better skin*."""
    lemmas = {lemma for lemma, form in draft.wording.verbs.analyse(group.previous) if form == "third"}
    before = draft.sets["carriers"] | draft.sets["copulas"]
    return group.verb.form == "base" and not group.letters and bool(lemmas & before)


def _governors(draft: Draft, run: Sequence[Verb], own: Sequence[Verb], others: Sequence[Verb]) -> list[Verb] | None:
    """The run whose hedge reaches a purpose behind it: *delivering lipids to firm skin*; None where there is none."""
    if read_group(draft, run[0]).letters not in ("t", "th"):
        return None
    for before in reversed(_runs(draft, _unique([*own, *others]))):
        if before[-1].end <= run[0].start and draft.text[before[0].start - 1] not in "-‑":
            between = draft.text[before[-1].end : run[0].start]
            return None if "," in between or BREAKS.search(between) else before
    return None


def verbs_of(draft: Draft, claim: Claim) -> list[Verb]:
    """The verbs of a claim; for an idiom, copula or coordinated participle without any, the one that opens it."""
    if claim.verbs:
        return sorted((_head(draft, verb) for verb in claim.verbs), key=lambda verb: verb.start)
    words = draft.words(draft.start, claim.effect[1])
    inside = [span for span in words if span[0] >= claim.effect[0]]
    before = [span for span in words if span[1] <= claim.effect[0]][-1:]
    if claim.construction == "copula":
        spans = inside
    elif claim.construction in ("idiom", "finite", "modal", "passive"):
        spans = [*inside[:1], *before]
    elif claim.construction == "state":
        spans = inside[:1]
    else:
        return []
    return next(([verb] for span in spans if (verb := _verb(draft, span, claim)) is not None), [])


def _further(draft: Draft, verb: Verb) -> Iterator[Verb]:
    """The verb of the next conjunct, which claims nothing itself: *looks plumper and feels smoother*."""
    shape = LISTED if draft.opens(verb.start) else SECOND
    match = shape.match(draft.text, verb.end, draft.end) if verb.form == "third" else None
    if match is None or match["verb"].lower() in draft.wording.changeable or BREAKS.search(match.group()):
        return
    lemma = next((each for each, form in draft.wording.verbs.analyse(match["verb"]) if form == "third"), None)
    if lemma and lemma not in draft.sets["factual"] and not read_group(draft, verb).letters:
        yield Verb(*match.span("verb"), lemma, "third")


def _head(draft: Draft, verb: Verb) -> Verb:
    """The word of a phrasal verb that is inflected: *speeds* of *speeds up*."""
    lemma = verb.lemma.partition(" ")[0]
    word = draft.words(verb.start, verb.end)[0]
    return verb._replace(lemma=lemma, end=word[1]) if lemma != verb.lemma else verb


def _verb(draft: Draft, span: Range, claim: Claim) -> Verb | None:
    sets = draft.sets
    for lemma, form in draft.wording.verbs.analyse(draft.text[slice(*span)]):
        verb = Verb(*span, lemma, form)
        previous = read_group(draft, verb).previous
        if claim.construction == "copula" and lemma not in sets["copulas"]:
            continue
        behind = previous in sets["subject-pronouns"] or _behind_subject(draft, verb, claim)
        if claim.construction == "state" and not (form == "participle" and (behind or previous in sets["joints"])):
            continue
        if previous not in sets["not-verbal"] or form == "gerund":
            return verb._replace(form="past") if behind and form == "participle" else verb
    return None


def _behind_subject(draft: Draft, verb: Verb, claim: Claim) -> bool:
    """Whether the subject stands directly before the verb: *Exosome therapy reduced redness*."""
    gap = draft.text[claim.subject.end : verb.start]
    return claim.subject.start >= 0 and bool(re.fullmatch(r"\s(?:[a-z]+\s)?", gap))


def list_head(draft: Draft, verb: Verb) -> Verb | None:
    """The verb that opens the list which a bare form continues: *have* in *to have cargo, firm the skin*."""
    group = read_group(draft, verb)
    if group.letters or verb.form != "base" or group.previous not in draft.sets["joints"]:
        return None
    if behind_aside(draft, group.start):
        return None
    for span in reversed(draft.words(draft.start, group.start)):
        if BREAKS.search(draft.text[span[1] : group.start]):
            return None
        for lemma, form in draft.wording.verbs.analyse(draft.lower(span)):
            head = Verb(*span, lemma, form)
            if form == "base" and _opens_list(draft, read_group(draft, head)):
                return head
    return None


def behind_aside(draft: Draft, start: int) -> str:
    """The noun phrase that a relative clause between commas parts from a verb that starts here; empty without one."""
    subject = draft.claim.subject
    if not 0 <= subject.start < start:
        return ""
    match = re.fullmatch(r"(?P<noun>[\w’' -]+), (?:which|who) [^,]*, ", draft.text[subject.start : start])
    return match["noun"] if match else ""


def _opens_list(draft: Draft, group: Group) -> bool:
    """Whether a bare form has an auxiliary, or a plural before it where the claim's own subject is further off."""
    if group.letters.endswith(("t", "m", "h")):
        return True
    own, before = draft.claim.subject.start >= 0, group.previous
    return not own and not group.letters and before.endswith("s") and before not in draft.sets["not-verbal"]


def governing(draft: Draft) -> Iterator[Verb]:
    """The verbs that may govern the claim, nearest first: *drives* in *drives the actives deeper into the dermis*."""
    carriers = draft.sets["carriers"]
    end = draft.verbs[0].start if draft.verbs else draft.claim.effect[1]
    inside = len(draft.words(min(draft.claim.effect[0], end), end))
    for span in reversed(draft.words(aside_end(draft), end)[-MAX_DISTANCE - inside :]):
        if BREAKS.search(draft.text[span[1] : end]):
            return
        for lemma, form in draft.wording.verbs.analyse(draft.lower(span)):
            verb = Verb(*span, lemma, form)
            group = read_group(draft, verb)
            if lemma not in carriers or (lemma == "be" and _is_auxiliary(draft, span[1])):
                continue
            if group.previous in draft.sets["not-verbal"] | draft.sets["readers"]:
                continue
            plain = form == "base" and (group.letters or lemma in draft.sets["plain-carriers"])
            if plain or form in ("third", "gerund"):
                yield verb
                break


def _is_auxiliary(draft: Draft, end: int) -> bool:
    """Whether *be* only helps the verb that follows it: *are introduced*, *are looking*."""
    words = (draft.lower(span) for span in draft.words(end, draft.end))
    following = next((word for word in words if not is_adverb(draft.wording, word)), "")
    known = any(form in ("gerund", "participle") for _, form in draft.wording.verbs.analyse(following))
    return known or following.endswith("ed")


def _unique(verbs: Iterable[Verb]) -> list[Verb]:
    return sorted({verb.start: verb for verb in verbs}.values(), key=lambda verb: verb.start)


def _runs(draft: Draft, verbs: Sequence[Verb]) -> list[list[Verb]]:
    runs: list[list[Verb]] = []
    for verb in verbs:
        if runs and _coordinated(draft, runs[-1], verb):
            runs[-1].append(verb)
        else:
            runs.append([verb])
    return runs


def _coordinated(draft: Draft, run: Sequence[Verb], verb: Verb) -> bool:
    """Whether a verb continues a run: behind *and* or a comma, in a parallel form, with nothing unread between."""
    group = read_group(draft, verb, run[-1].end)
    between = draft.text[run[-1].end : group.start]
    if group.previous not in draft.sets["joints"] or BREAKS.search(between):
        return False
    modal = set(group.letters) & set("mhtpgwe")
    if not modal and verb.form not in PARALLEL[_form(draft, run[0])]:
        return False
    return not any(_looks_finite(draft, span) for span in draft.words(run[-1].end, group.start))


def _form(draft: Draft, verb: Verb) -> str:
    """The form of a verb, or that of *help* before it: *helps firm* goes on with *calms*."""
    group = read_group(draft, verb)
    return {"helps": "third", "helped": "past"}.get(group.word("h"), verb.form) if "h" in group.letters else verb.form


def _looks_finite(draft: Draft, span: tuple[int, int]) -> bool:
    """Whether an unread word in the third person stands behind a comma or *and*: it would stay behind."""
    word = draft.lower(span)
    if is_adverb(draft.wording, word) or all(form != "third" for _, form in draft.wording.verbs.analyse(word)):
        return False
    before = draft.text[draft.start : span[0]].rstrip()
    return before.endswith(",") or (WORD.findall(before) or [""])[-1].lower() in draft.sets["joints"]
