"""Hedge a predicate: one modal or attribution on its first verb, every coordinated verb back to its base form.

| group of the first verb      | becomes                       |
|------------------------------|-------------------------------|
| boosts, helps boost          | may help boost                |
| boosted                      | may have helped boost         |
| will / can (help) boost      | may help boost                |
| has boosted                  | may have helped boost         |
| is boosting                  | may be helping to boost       |
| is / has been / will be boosted | may (have) be(en) boosted  |
| is designed to, works to boost  | may help boost             |
| is clinically proven to boost   | is thought to help boost   |
| (exosomes) to boost          | see ``infinitive`` |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.model import Edit, Verb
from claimcheck.rewrite.certain import continues, has_object, is_unlikely, leaves_a_verb
from claimcheck.rewrite.group import Group, read_group
from claimcheck.rewrite.infinitive import purpose
from claimcheck.rewrite.inflected import MESSAGE, conjunct, edit_verb
from claimcheck.rewrite.notonly import both_halves, not_just, swapped
from claimcheck.rewrite.prose import WORD, Draft, Rewrite, join, place
from claimcheck.rewrite.soften import softened, softer_for
from claimcheck.rewrite.tie import led, tie

HOW = re.compile(r" (?:better|faster|quicker|sooner|more \w+ly)(?=$|[.,;:!?–—)]| (?:after|than|and|with|once|when)\b)")
"""Behind a verb that says what happens by itself: *heals faster*."""
COPULA_ADVERB = re.compile(r" (also|already|often|now|still|\w+ly)\b")
FACT = re.compile(r"[^,;:.–—]*, and (?:are|come|comes|has|have|is)\b")
"""What is only told of the product behind its list of verbs."""
PAIR = re.compile(r"[^,;:.–—]*, and ")
"""Two verbs that a comma parts."""
STATE = re.compile(r"\b(?P<be>are|is) (?:\w+ly )?(?P<word>\w+ing),? and $")
"""A state in front that would stay a fact: *is lifting and helps firm the neck*."""
ADDED = re.compile(r" (?:\w+ly )?[\w-]+ and (?P<verb>[a-z]+)(?= (?:its|our|the|their|your)\b)")
"""A verb behind an adjective that shares the modal now: *are lifting and firm the neck*."""
PART_ENDS = re.compile(
    r"(?<!ed)(?<!er)(?<!ing),|[;:–—.]|\b(?:how|that|which|why|when|where|because|is|are)\b", re.IGNORECASE
)
"""Behind one of these a verb is not governed by one before it."""


def hedge_predicate(draft: Draft, verbs: Sequence[Verb]) -> Rewrite | None:
    """The rewrite of a predicate with a subject of its own; None where its group cannot be read."""
    head = control(draft, verbs[0])
    others = [verb for verb in verbs if verb.start > verbs[0].start]
    group = read_group(draft, head)
    if group.previous in draft.sets["negations"]:
        return not_just(draft, group)
    if group.previous == "but" and (both := both_halves(draft, group)):
        return both
    if moved := swapped(draft, group):
        return moved
    if is_unlikely(draft, group) or leaves_a_verb(draft, verbs):
        return None
    told = head.start != verbs[0].start and head.form == "base" and draft.opens(group.start)
    new = _head(draft, group) if not told else _watched(draft, group)
    if new is None:
        return None
    if new.startswith("may") and continues(draft, group):
        new = " and " + new if _second(draft, group) else "and " + new
    edits = _lead(draft, group, new)
    passive = _voice(group) == "passive"
    if _voice(group) == "active" and "be" in new.split():
        edits += _behind_adjective(draft, head)
    for before, verb in zip([head, *others], others, strict=False):
        edits += conjunct(draft, verb, before.end, passive)
    edits += _joined(draft, head, others)
    loose = ", which may" in new and not tie(draft, group.start, active=True)[1]
    unsure = (
        loose
        or ("g" in group.letters and "b" not in group.letters)
        or "p" in group.letters
        or "potentially" in new
        or (head.lemma == "report" and not group.letters)  # what people say is theirs
    )
    return Rewrite(tuple(edits), "unsafe" if unsure else "safe", MESSAGE)


def _lead(draft: Draft, group: Group, new: str) -> list[Edit]:
    """The edits of the first verb, whose group becomes ``new``, and of the *be* that shares its modal."""
    head = group.verb
    adverb = COPULA_ADVERB.match(draft.text, head.end) if head.lemma == "be" and new == "may be" else None
    if adverb and is_moved(draft, adverb.group(1)):
        kept = "" if adverb.group(1) in draft.sets["intensifiers"] else adverb.group(1)
        return [place(draft, group.start, adverb.end(), join("may", kept, "be"))]
    state = STATE.search(draft.text, draft.start, group.start) if new.startswith("may ") else None
    if state and state["word"].lower() in draft.wording.language["nominalisations"]:
        be = place(draft, *state.span("be"), "may be")
        return [be, *edit_verb(draft, group.start, head, new.removeprefix("may "))]
    return [*edit_verb(draft, group.start, head, new), *looking(draft, head)]


def _behind_adjective(draft: Draft, verb: Verb) -> Sequence[Edit]:
    """The edit of a verb that shares the modal of *be* and an adjective: *may be lifting and help firm the neck*."""
    match = ADDED.match(draft.text, verb.end if verb.lemma == "be" else verb.start - 1, draft.end)
    for lemma, form in draft.wording.verbs.analyse(match["verb"]) if match else ():
        if match and form in ("base", "third"):
            added = Verb(*match.span("verb"), lemma, form)
            helped = "" if lemma in draft.sets["no-help"] else "help"
            return edit_verb(draft, added.start, added, join(helped, softened(draft, added)))
    return ()


def _joined(draft: Draft, head: Verb, others: Sequence[Verb]) -> tuple[Edit, ...]:
    """The comma of a pair of verbs that one modal governs goes: *may firm skin and calm it*.

    Where a fact follows the list, its last comma becomes *and*: *may firm skin and calm it, and is loved by guests*.
    """
    if not others:
        return ()
    before = others[-2] if len(others) > 1 else head
    start = read_group(draft, others[-1], before.end).start
    gap = draft.text[before.end : start]
    if FACT.match(draft.text, others[-1].end, draft.end) and gap.endswith(", "):
        return (Edit(start - len(", "), start - 1, " and"),)
    pair = len(others) == 1 and PAIR.fullmatch(gap) is not None and has_object(draft, head.end)
    comma = start - len(", and ")
    return (Edit(comma, comma + 1, ""),) if pair and " and " not in gap[: -len(", and ")] else ()


def is_moved(draft: Draft, adverb: str) -> bool:
    """Whether an adverb says how often or how surely, and does not grade the adjective behind it."""
    return adverb in draft.sets["intensifiers"] or adverb in draft.sets["adverbs"]


def _watched(draft: Draft, group: Group) -> str | None:
    """What the reader is told to see happen: *Watch lines fade*; None for *Let exosomes fade lines*."""
    if group.verb.lemma in ("let", "make"):
        return None
    reader = draft.wording.language["reader-verbs"].get(group.verb.lemma)
    return f"you may {reader}" if reader else _head(draft, group)


def _second(draft: Draft, group: Group) -> bool:
    """Whether the comma before the group is the only one of its list, and goes when *and* comes."""
    before = draft.text[draft.start : group.start]
    return before.endswith(", ") and "," not in before[:-2]


def looking(draft: Draft, verb: Verb) -> tuple[Edit, ...]:
    """*see thicker hair* → *see thicker-looking hair*."""
    sets = draft.sets
    if verb.lemma not in draft.wording.language["reader-verbs"]:
        return ()
    nouns, adjectives = "|".join(sets["result-nouns"]), "|".join(sets["comparatives"])
    found = re.match(rf"(?:\s+[\w’-]+,?){{0,4}}?\s+(?:{adjectives})(?=\s+(?:{nouns})\b)", draft.text[verb.end :], re.I)
    at = verb.end + found.end() if found else 0
    return (Edit(at, at, draft.styled("-looking")),) if found and at <= draft.end else ()


def control(draft: Draft, verb: Verb) -> Verb:
    """The verb that governs a bare infinitive behind its object, as *help* in *help skin recover*; or the verb."""
    if verb.form != "base":
        return verb
    before = draft.text[draft.start : verb.start]
    spans = [match.span() for match in WORD.finditer(before)][-10:]
    for start, end in reversed(spans[:-1]):
        if PART_ENDS.search(before[start:]):
            return verb
        for lemma, form in draft.wording.verbs.analyse(before[start:end]):
            if lemma in draft.sets["controllers"] and _reaches(draft, before[end:], lemma):
                return Verb(draft.start + start, draft.start + end, lemma, form)
    return verb


def _reaches(draft: Draft, between: str, lemma: str) -> bool:
    """Whether an object, and before most verbs a *to*, stands between a controller and the verb."""
    words = [word for word in between.lower().split() if not word.endswith("ly")]
    if words and words[0] in ("to", "of", "with", "in"):
        return False
    bare = lemma in draft.sets["bare-controllers"]
    return bool(words) and (words[-1] == "to" or (bare and words[-1] not in ("and", "or", "to")))


def _voice(group: Group) -> str:
    if group.letters.endswith("b") and group.verb.form in ("participle", "past"):
        return "passive"
    return "active"


def _head(draft: Draft, group: Group) -> str | None:
    """The new words for the whole group of the first verb."""
    letters, form = group.letters, group.verb.form
    if letters.endswith("b") and form in ("participle", "past", "gerund"):
        return _after_be(draft, group)
    if letters in ("h", "ht", "th") and group.word("h") == "helping":
        opening = tie(draft, group.start)[0] if group.previous == "," else ""
        return join(led(draft, opening, group.start), *group.adverbs, base(draft, group)) if opening else None
    if "p" in letters:
        return _proof(draft, group)
    if letters.endswith("v"):
        return join("may have", *group.adverbs, *_done(draft, group))
    if letters in ("t", "th"):
        return purpose(draft, group)
    if letters in ("gt", "gth") and not group.previous and "," in draft.text[group.end : draft.end]:
        return None
    if letters in ("gt", "gth") and group.previous:
        return join("thought to" if group.previous == "," else "that may", *group.adverbs, base(draft, group))
    if not letters and form in ("past", "participle") and not group.previous:
        return None
    if not letters and form in ("past", "participle"):
        return join("may have", *group.adverbs, *_done(draft, group))
    if letters in ("wt", "wth") and group.word("w").endswith("ing"):
        return join("which may", *group.adverbs, base(draft, group)) if group.previous == "," else None
    if (letters == "w" or letters.endswith("wt")) and group.word("w").endswith("ed"):
        return join("may have", *group.adverbs, *_done(draft, group))
    if not letters and form == "gerund":
        return None
    return join("may", *group.adverbs, base(draft, group))


def _after_be(draft: Draft, group: Group) -> str | None:
    """Passives and progressives; None for a participle that only describes: *skin being firmed glows*."""
    if group.words[0] == "being":
        return None
    forms = draft.wording.verbs.forms(group.verb.lemma, draft.american)
    perfect = "v" in group.letters or (group.word("b") in ("was", "were") and "m" not in group.letters)
    modal = "may have" if perfect else "may"
    often = [adverb for adverb in group.adverbs if is_moved(draft, adverb)]
    be = join(modal, *often, "been" if perfect else "be", *(each for each in group.adverbs if each not in often))
    if group.verb.form != "gerund":
        return join(be, forms.participle)
    alone = all(verb.form != "gerund" for verb in draft.verbs[1:]) and not has_object(draft, group.end)
    if perfect or alone or not takes_help(draft, group):
        return join(be, forms.gerund)
    return join(modal, *group.adverbs, "be helping to", softened(draft, group.verb))


def _proof(draft: Draft, group: Group) -> str | None:
    """*proven to* and its like become *thought to*, with *be* in the present; None for the past perfect."""
    if "had" in group.words:
        return None
    be = next((word for word in group.words if word in ("is", "are", "was", "were", "has", "have", "been")), "")
    verb = base(draft, group)
    adverbs = [word for word in group.adverbs if word != "well"]
    opens = not be and not group.previous
    if "m" in group.letters or (opens and "," not in draft.text[group.end : draft.end]):
        return join("may", *adverbs, verb)
    if group.words[0][0] in "'’":
        be = group.words[0].replace("ve", "re")
    present = {"has": "is", "was": "is", "have": "are", "were": "are", "been": ""}.get(be, be)
    return join(present, *adverbs, "thought to", verb)


def _done(draft: Draft, group: Group) -> tuple[str, str]:
    """What follows *may have*: *helped boost*, or the participle of a verb that takes no help."""
    if takes_help(draft, group) or "h" in group.letters:
        return "helped", softened(draft, group.verb)
    return "", draft.wording.verbs.forms(group.verb.lemma, draft.american).participle


def base(draft: Draft, group: Group) -> str:
    """*help* and the base form, or the base form alone."""
    return join("help" if "h" in group.letters or takes_help(draft, group) else "", softened(draft, group.verb))


def takes_help(draft: Draft, group: Group) -> bool:
    """Whether *may help boost*, not *may boost*, fits: something is helped, and the subject is not what changes."""
    sets = draft.sets
    if softer := softer_for(draft, group.verb):
        return softer.use.split()[0] not in sets["no-help"]
    if group.verb.lemma in sets["no-help"] or HOW.match(draft.text, group.end):
        return False
    if group.previous in ("that", "which") and _antecedent(draft, group) in sets["affected"]:
        return False
    subject = draft.claim.subject
    near = subject.start >= 0 and subject.end <= group.start and group.start - subject.end < 3
    if near:
        return draft.text[subject.start : subject.end].lower().split()[-1] not in sets["affected"]
    if group.previous in sets["affected"]:
        return False
    return has_object(draft, group.end) or len(draft.verbs) > 1 or not group.previous


def _antecedent(draft: Draft, group: Group) -> str:
    """The word before the relative pronoun that the group follows."""
    words = WORD.findall(draft.text[draft.start : group.start].lower())
    return words[-2] if len(words) > 1 else ""
