"""Imperatives: *Boost collagen with exosomes* → *Exosomes may help boost collagen*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.model import Edit, Verb
from claimcheck.rewrite.certain import has_object
from claimcheck.rewrite.group import read_group
from claimcheck.rewrite.inflected import MESSAGE, conjunct
from claimcheck.rewrite.predicate import looking, takes_help
from claimcheck.rewrite.prose import SENTENCE, WORD, Draft, Rewrite, capitalised, join, place
from claimcheck.rewrite.soften import softened, softer_for, without_look

MEANS = re.compile(r"\s+(?:by using|with the help of|thanks to|with|using|through|via)\s+", re.IGNORECASE)
MAX_WORDS = 9
MAX_LABEL = 2


def is_imperative(draft: Draft, verb: Verb) -> bool:
    """Whether this verb opens its unit, or a labelled part of it, in the base form."""
    group = read_group(draft, verb)
    late = "t" in group.letters and bool(WORD.search(draft.text, draft.start, group.start))
    return verb.form == "base" and draft.opens(group.start) and not late and not set("pge") & set(group.letters)


def hedge_imperative(draft: Draft, verbs: Sequence[Verb]) -> Rewrite | None:
    """The rewrite of an imperative: what stands behind *with* becomes the subject, else the sentence has none."""
    group = read_group(draft, verbs[0])
    reader = draft.wording.language["reader-verbs"].get(verbs[0].lemma)
    if reader and reader != verbs[0].lemma and not _is_result(draft, verbs[0].end):
        return None
    if (
        _is_readers(draft, verbs[0])
        or not has_object(draft, verbs[-1].end)
        or _is_told(draft, group.start)
        or _takes_product(draft, verbs[0].end)
    ):
        return None
    means = None if reader else _means(draft, verbs)
    if means is None and not reader and re.search(r" by \w+ing\b", draft.text[verbs[-1].end : draft.end]):
        return None
    if reader:
        verb, end = reader, verbs[0].end
    else:
        helps = takes_help(draft, group) or (means is not None and softer_for(draft, verbs[0]) is None)
        verb, end = join("help" if helps else "", softened(draft, verbs[0])), without_look(draft, verbs[0])
    verb = join(*group.adverbs, verb)
    if means is None:
        pronoun = "you" if reader else "" if draft.fragment else draft.named
        edits = [place(draft, group.start, end, join(pronoun, "may", verb))]
    else:
        edits = [
            Edit(
                group.start,
                end,
                _subject(draft, group.start, *means[1:]) + " " + draft.styled(draft.spell("may " + verb)),
            )
        ]
        edits.append(Edit(len(draft.text[: means[0]].rstrip()), means[1], ""))
    edits += looking(draft, verbs[0])
    for other in verbs[1:]:
        edits += [] if reader else conjunct(draft, other, end, False)
    moved = means is not None or draft.fragment
    called = _is_echoed(draft, verbs[0], end) or (reader and re.search(r"\s[-–—]\s", draft.text[end : draft.end]))
    return Rewrite(tuple(edits), "safe" if moved and not called else "unsafe", MESSAGE)


def _is_echoed(draft: Draft, verb: Verb, end: int) -> bool:
    """Whether the verb comes again, as slogans have it: *Renew your skin, renew your mood*."""
    again = re.compile(rf", {draft.text[verb.start : verb.end]}\b", re.IGNORECASE)
    return again.search(draft.text, end, draft.end) is not None


def _is_readers(draft: Draft, verb: Verb) -> bool:
    """Whether the reader, not a product, wakes or leaves: *Wake up to a glow*, *Leave the studio glowing*."""
    if verb.lemma not in ("leave", "wake"):
        return False
    near = [draft.lower(span) for span in draft.words(verb.end, draft.end)[:3]]
    return {"to", "with"} & set(near[:2]) != set() or draft.sets["affected"].isdisjoint(near)


def _is_told(draft: Draft, start: int) -> bool:
    """Whether a sentence with a colon tells the reader what to do: *The rule: treat the barrier first*."""
    before = draft.text[draft.start : start].rstrip()
    return before.endswith(":") and draft.text[start].islower() and len(WORD.findall(before)) > MAX_LABEL


def _takes_product(draft: Draft, end: int) -> bool:
    """Whether the product is what the reader is to do something with: *Add exosome gel to your menu*."""
    subject = draft.claim.subject
    between = WORD.findall(draft.text[end : subject.start].lower()) if subject.start >= end else ["", "", ""]
    return len(between) < 3 and not {"with", "by", "through", "from", "of", "using", "via"} & set(between)


def _is_result(draft: Draft, start: int) -> bool:
    """Whether what the reader is to discover is a result: *discover smoother skin*, not *discover our range*."""
    sets, near = draft.sets, draft.words(start, draft.end)[:4]
    of = next((index for index, word in enumerate(near) if draft.lower(word) == "of"), len(near))
    wanted = sets["result-nouns"] | sets["comparatives"] | set(draft.wording.pack["supports"]) | {"results"}
    return any(draft.lower(word) in wanted for word in near[:of])


def _means(draft: Draft, verbs: Sequence[Verb]) -> tuple[int, int, int] | None:
    """The range of *with our exosome serum* at the end of the unit, and where its noun phrase starts."""
    subject = draft.claim.subject
    if subject.start < verbs[0].end:
        return None
    found = [match for match in MEANS.finditer(draft.text, verbs[-1].end, draft.end) if match.end() <= subject.start]
    if not found:
        return None
    phrase = draft.text[found[-1].end() : draft.end]
    words = WORD.findall(phrase.lower())
    if len(words) > MAX_WORDS or re.search(r"[,;:()–—]", phrase) or not draft.sets["clause-joints"].isdisjoint(words):
        return None
    if re.search(r" by \w+ing\b", draft.text[verbs[-1].end : found[-1].start()]):
        return None
    return found[-1].start(), draft.end, found[-1].end()


def _subject(draft: Draft, start: int, end: int, noun: int) -> str:
    words = draft.text[noun:end]
    return capitalised(words) if draft.text[start].isupper() or draft.style != SENTENCE else words
