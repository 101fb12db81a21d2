"""Whether a word is surely the verb it seems to be, and whether what follows would be left without its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claimcheck.model import Range, Verb
from claimcheck.rewrite.coordinate import BREAKS, behind_aside, follows_verb
from claimcheck.rewrite.group import Group
from claimcheck.rewrite.prose import WORD, Draft

MEANWHILE = re.compile(r"\b(?:as|once|when|until|after|before) (?:[\w’'-]+ ){1,3}$", re.IGNORECASE)
"""A clause that says when: its verb is not what is claimed of the product."""
INVERTED = re.compile(
    r"\b(?:do|does|did|can|could|will|would|should|may|might|must) (?:[\w’'-]+ ){1,4}$", re.IGNORECASE
)
"""An auxiliary before the subject: *Not only does it …*."""
SHARED_TO = re.compile(r"\bto [\w-]+[^,;:.]*(?:,|,? and|,? or| &) (?:\w+ly )?$")
"""An infinitive whose verb is not known, and shares its *to*: *to mattify and calm skin*."""
SHARED_MAY = re.compile(r"\b(?:may|might|could) [^;:.!?–—]*$", re.IGNORECASE)
"""A hedge that a bare form behind *and* shares."""
UNTIL = re.compile(r"\b(?:till|until) (?:[\w’'-]+ ){1,7}$", re.IGNORECASE)
"""What is still to come is no claim of the product: *until the studies and rules are clearer*."""
OPENING = re.compile(r"(?:after|before|if|once|until|when)\b[^,;:.!?–—]*,", re.IGNORECASE)
"""A clause in front that says when."""
ASKED = re.compile(
    r"\b(?:clear|decided|known|settled|sure|unclear) (?:how|what|whether|which|who) (?:\w+ )?$", re.IGNORECASE
)
"""What is asked is not claimed: *it is not yet clear which works best*."""
APPOSED = re.compile(r"(?P<noun>[\w’'-]+), (?:an?|the) (?:[\w’'-]+ ){1,4}(?:that|which) (?:\w+ly )?$", re.IGNORECASE)
"""What is told of the noun before the comma: *collagen, a protein that gives skin its firmness*."""
PEOPLE_DO = re.compile(r"\b(?:(?:how|what|why|where|when|ways?) (?:we|you)|who) (?:\w+ly )?$", re.IGNORECASE)
"""What people do is no claim to hedge: *how we treat scars*, *clients who firm their skin with it*."""
LEFT = re.compile(r"\b(?:keep|keeps|keeping|leave|leaves|leaving) (?:[\w’'-]+ ){1,3}$", re.IGNORECASE)
"""What something is left like is an adjective: *leaves the scalp calm*."""
PLURAL = re.compile(r"s$|^(?:they|you|we|i|that|which|who|people|women|men|skin)$", re.IGNORECASE)
"""The word before a bare verb form where that form can be finite."""
EARLIER = re.compile(r"\b(?:that|which|who|it) (?:\w+ly )?(?P<verb>\w+s)\b[^,;:.–—]*, $", re.IGNORECASE)
AT_ONCE = re.compile(r" (?:\w+ly )?(?P<verb>\w+)\b[^,;:.–—]*, $")
BEST = re.compile(r"(?:maximi[sz]ed|optimi[sz]ed|enhanced) (?:when|if)\b", re.IGNORECASE)
"""How to use something, not what it does: *is maximised when applied to damp skin*."""
NEXT = re.compile(r"\s+(?P<word>[\w’'-]+)")
CLAUSE = re.compile(r"[,;:.–—]|\b(?:that|which|who|while|because)\b", re.IGNORECASE)
UNKNOWN = re.compile(r"(?:,| and|,) (?P<verb>[a-z]+[^su\W]s) (?P<next>[\w’'-]+)")


def is_unlikely(draft: Draft, group: Group) -> bool:
    """Whether the word is no finite verb after all, or continues a list whose first verb is not known."""
    if draft.text[group.end : group.end + 1] in ("-", "‑"):
        return True
    if group.letters.endswith("b") and group.verb.form in ("base", "third"):
        return True
    if group.previous in draft.sets["findings"] or _is_told_of(draft, group):
        return True
    if _is_set_apart(draft, group):
        return True
    if group.letters or group.verb.lemma == "be" or group.verb.form == "gerund":
        return False
    if group.previous in draft.sets["praise"] and group.verb.form == "third":
        return True
    if group.previous in draft.sets["not-verbal"] or group.previous in ("'s", "’s"):
        return True
    if MEANWHILE.search(draft.text, draft.start, group.start):
        return True
    if PEOPLE_DO.search(draft.text, draft.start, group.start):
        return True
    if group.verb.lemma in draft.sets["bringers"] and _is_wanted(draft, group.end):
        return True
    if group.verb.form in ("past", "participle"):
        return not _is_past(draft, group)
    if (
        group.verb.form == "base"
        and group.previous in draft.sets["joints"]
        and SHARED_TO.search(draft.text, draft.start, group.start)
    ):
        return True
    if group.verb.form == "base" and INVERTED.search(draft.text, draft.start, group.start):
        return True
    if group.verb.form == "base" and LEFT.search(draft.text, draft.start, group.start):
        return True
    listed = group.verb.form == "base" and group.previous in draft.sets["joints"]
    if listed and not behind_aside(draft, group.start) and SHARED_MAY.search(draft.text, draft.start, group.start):
        return True
    return _is_noun(draft, group) or (group.verb.form == "base" and not _agrees(draft, group))


def _is_set_apart(draft: Draft, group: Group) -> bool:
    """Whether the verb is that of a clause that says when, asks, or tells of what the effect is had on."""
    opening = OPENING.match(draft.text, draft.start, draft.end)
    if opening and group.start < opening.end() and not draft.start <= draft.claim.subject.start < opening.end():
        return True
    if any(words.search(draft.text, draft.start, group.start) for words in (UNTIL, ASKED)):
        return True
    apposed = APPOSED.search(draft.text, draft.start, group.start)
    return apposed is not None and apposed["noun"].lower() in draft.sets["affected"]


def _is_told_of(draft: Draft, group: Group) -> bool:
    """Whether an auxiliary shows that no effect is claimed: *the goal is to*, *is built around*, *they’ve got*."""
    sets = draft.sets
    if group.letters in ("bt", "bth") or (group.letters.endswith("v") and group.verb.lemma == "get"):
        return True
    if group.letters.endswith("b") and group.verb.form in ("participle", "past"):
        return group.verb.lemma in sets["made-by"] or BEST.match(draft.text, group.verb.start) is not None
    unowned = draft.claim.subject.end < group.start - 1
    return group.letters == "v" and unowned and not has_object(draft, group.end)


def _is_wanted(draft: Draft, start: int) -> bool:
    """Whether what follows says what people want, not what they get: *offers clients looking to firm skin*."""
    end = max(draft.claim.effect[1], start)
    words = [draft.lower(span) for span in draft.words(start, end)]
    wanters = draft.sets["wanters"]
    return any(one in wanters and two == "to" for one, two in pairwise(words))


def _agrees(draft: Draft, group: Group) -> bool:
    """Whether a bare form opens its part, or has a plural before it or for its subject, and no verb."""
    if follows_verb(draft, group):
        return False
    if noun := behind_aside(draft, group.start):
        return PLURAL.search(noun) is not None
    if not group.previous or draft.opens(group.start) or PLURAL.search(group.previous):
        return True
    subject = draft.claim.subject
    aside = subject.start >= 0 and re.fullmatch(r", [^,]*, ", draft.text[subject.end : group.start])
    if group.previous in draft.sets["joints"] and not aside:
        before = finite_before(draft, group.start)
        return continues(draft, group) or (before is not None and before.form == "base")
    if not 0 <= subject.start < group.start or _opens_imperative(draft):
        return False
    if not aside and finite_before(draft, group.start) is not None:
        return False
    joined = re.search(r"(?: and |&)", draft.text[subject.start : group.start])
    return subject.end >= group.start - 1 or bool(joined or PLURAL.search(draft.text[subject.start : subject.end]))


def _is_noun(draft: Draft, group: Group) -> bool:
    """Whether what follows makes a noun of the word: *visible increases in density*, *programs combining …*."""
    match = NEXT.match(draft.text, group.end, draft.end)
    word = match["word"].lower() if match else ""
    if word in draft.sets["noun-makers"]:
        return not (word in ("in", "of") and group.verb.lemma in draft.sets["in-takers"])
    readings = draft.wording.verbs.analyse(word)
    if group.verb.form == "third" and any(_has_verb(draft, pair, match) for pair in readings):
        return True
    gerund = any(form == "gerund" for _, form in readings)
    opens = not group.previous or draft.opens(group.start)
    return gerund and not opens and word not in draft.wording.changeable and group.verb.form == "third"


def _has_verb(draft: Draft, reading: tuple[str, str], match: re.Match[str] | None) -> bool:
    """Whether the next word is the verb of the noun: *programs combine*, *increases measured by*."""
    lemma, form = reading
    if match is None or form == "base":
        return lemma in draft.sets["bringers"]
    behind = NEXT.match(draft.text, match.end(), draft.end)
    return form == "participle" and behind is not None and behind["word"].lower() in draft.sets["object-enders"]


def _is_past(draft: Draft, group: Group) -> bool:
    """Whether a past form without an auxiliary is finite: a subject right before, an object behind, no verb yet."""
    if group.previous in draft.sets["joints"] or finite_before(draft, group.start):
        return False
    if group.previous in draft.sets["affected"]:
        return True
    match = NEXT.match(draft.text, group.end, draft.end)
    word = match["word"].lower() if match else ""
    return has_object(draft, group.end) and not word.endswith("ly") and word not in ("of", "on", "onto", "per", "via")


def finite_before(draft: Draft, offset: int, clause: re.Pattern[str] = CLAUSE) -> Verb | None:
    """The nearest finite verb before an offset in its own clause, as far as the words show; the subject is no verb."""
    subject, low = draft.claim.subject, draft.start
    for mark in clause.finditer(draft.text, draft.start, offset):
        low = mark.end()
    spans = draft.words(low, offset)
    for index in range(len(spans) - 1, -1, -1):
        if not subject.start <= spans[index][0] < subject.end:
            before = draft.lower(spans[index - 1]) if index else ""
            found = _finite(draft, spans[index], before)
            if found and not re.match(r",|\s(?:and|or|&)\s", draft.text[spans[index][1] : offset]):
                return found
    return None


def _finite(draft: Draft, span: Range, before: str) -> Verb | None:
    word = draft.lower(span)
    if draft.wording.groups.get(word) in ("modal", "be", "have", "do", "help"):
        return Verb(*span, "be", "third")
    product = word in draft.wording.pack["preparations"] and span[0] == draft.claim.subject.end + 1
    if product or before in draft.sets["not-verbal"] or before.endswith(("'s", "’s")):
        return None
    for lemma, form in draft.wording.verbs.analyse(word):
        plural = not before or PLURAL.search(before) or before == "to" or draft.wording.groups.get(before) == "modal"
        if form == "third" or (form == "base" and plural):
            return Verb(*span, lemma, form)
    return None


def has_object(draft: Draft, offset: int) -> bool:
    """Whether a noun phrase follows."""
    match = re.match(r"\s+(?:up |out |away )?([\w’'-]+)", draft.text[offset : draft.end])
    return match is not None and match.group(1).lower() not in draft.sets["object-enders"]


def leaves_a_verb(draft: Draft, verbs: Sequence[Verb]) -> bool:
    """Whether *and* and a word that looks like a verb follow the last verb at once: *refines and re-awakens skin*.

    Or whether a verb before shares the object of the first: *communicate with and renew cells*.
    """
    match = re.compile(r",? (?:and|or|&) ([\w-]+)").match(draft.text, verbs[-1].end, draft.end)
    shared = re.search(r"\b(?:with|to|on|for|into|in) (?:and|or) $", draft.text[draft.start : verbs[0].start])
    left = match is not None and verbs[-1].form == "third" and match.group(1).endswith("s")
    bare = re.compile(r", (\w+s)$").match(draft.text, verbs[-1].end, draft.end)
    left = left or (bare is not None and any(form == "third" for _, form in draft.wording.verbs.analyse(bare.group(1))))
    return left or shared is not None or _unknown_verb(draft, verbs[-1])


def _unknown_verb(draft: Draft, last: Verb) -> bool:
    """Whether a word that the table does not know continues a list of finite verbs: *firms, plumps and hugs skin*."""
    if last.form != "third":
        return False
    for match in UNKNOWN.finditer(draft.text, last.end, draft.end):
        word, known = match["verb"].lower(), draft.wording.changeable
        objectless = match["next"].lower() in draft.sets["after-nouns"]
        if BREAKS.search(draft.text, last.end, match.start()):
            return False
        if not objectless and word not in known and not draft.wording.verbs.analyse(word):
            return True
    return False


def _opens_imperative(draft: Draft) -> bool:
    first = WORD.search(draft.text, draft.start, draft.end)
    return first is not None and any(form == "base" for _, form in draft.wording.verbs.analyse(first.group()))


def continues(draft: Draft, group: Group) -> bool:
    """Whether a verb before the comma has the same subject and is left as it is: *that seals in oils, feeds roots*."""
    found = EARLIER.search(draft.text, draft.start, group.start)
    subject = draft.claim.subject
    if found is None and 0 <= subject.end < group.start:
        found = AT_ONCE.match(draft.text, subject.end, group.start)
    if found is not None and group.verb.form == "base" and "helps" not in group.words:
        return any(form == "base" for _, form in draft.wording.verbs.analyse(found["verb"]))
    return found is not None and any(form == "third" for _, form in draft.wording.verbs.analyse(found["verb"]))
