"""Honest wording for a claim: finding in, sentences and edits out.

``suggest`` tries, by the claim's construction, the rewrites below in turn; the first that fits gives the first
suggestion, and the fix makes exactly that change. Applicability of a fix:

* **safe**: verbs of one predicate, and of one list, are hedged and inflected alike; a trailing participle or an
  infinitive of purpose becomes *and may* behind its own subject and verb, *and* alone behind an earlier *may*, *which
  may* behind the product itself or where no noun stands before it, *that may* in a phrase without a verb; means and
  examples (*by feeding cells*, *such as calming redness*) stay under the *may* of their clause; both halves
  of *not only … but also* share one *may*; an imperative whose means becomes its subject, or that stands as a bullet or
  headline; a verbless bullet, or a label before a colon, becomes a clause
  with *may*, what stands behind *with* its subject; results that are seen
  later on *may be* seen; a compound moves behind its noun where the noun phrase ends the
  unit or a preposition follows, and shares the clause of a purpose there. Removed, and the article and the capital
  mended, are: a proof, grade, rank or approval word before a noun or in a list of such words, if more than a bare noun
  is left; an adverb of safety that ends its clause; *for*, *with* or *to ensure* and nothing but words of quality or
  safety, unless the word before needs the phrase; an aside in brackets, behind a last dash or between dots. If a
  single word is left that still says something, that is unsafe. Beside a claim that can only be removed, a hedge is
  made if that removal is clean too, and both are one fix.
* **unsafe**: the grammar holds, but tone or word class changes: *proven to* → *thought to*, a reduced *designed to*,
  *is perfect for firming* → *may help firm*, *Studies show that* removed, an imperative in running text, *not just* →
  *do more than*, one adverb before a participle or adjective (*for potentially firmer skin*), a compound inside a
  sentence, *for firmer skin* → *that may help skin look firmer*, *for* → *which is being studied for*, *which may*
  behind another noun, behind a clause that says when or behind the last step of a session, a heading that may be the
  name of a step or field, an imperative before a call to book, a verb
  that is left out (*Results in 2 weeks*), a claim hedged by the verb that governs it (*lets them reach*, *send
  instructions to*), the caveat behind a bare hedge.
* **display** (no fix at all, suggestions and advice only): questions, quotations, testimonials, diseases, approvals,
  safety, numbers, guarantees, comparisons, unless their words can go as above; text that crosses mark-up; places that
  must not be edited; a predicate that also holds one of these; a soft claim without a verb (names, categories,
  concerns); a word that may not be the verb it seems to be, or whose subject is somebody else;
  attributed words, objects that are diseases, infinitives that hang on *how*, *easier* or *need*, subjects that are
  nobody or everybody, what the reader or the clinic does (*the way we treat*), what is asked or
  said of when (*not clear which*, *when your glow fades*), an adjective behind *leave* that could
  be a verb, proof words that would stay beside the hedge, degrees
  (*so well that*), lists of which only some parts are verbs, bare nouns of quality.

A rewrite that would put two hedges or two modals together, or *may* before an inflected verb, is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple, Protocol

from claimcheck.model import Block, Claim, Edit, Fix, SourceFile
from claimcheck.rewrite.advise import advice_for, blocker, never_hedged, without
from claimcheck.rewrite.choose import reword, taking_out
from claimcheck.rewrite.encode import source_edits
from claimcheck.rewrite.prose import Draft, Rewrite, moved, realise
from claimcheck.rewrite.sound import is_sound, with_caveat
from claimcheck.rewrite.wording import Wording, load_wording

__all__ = ["Advice", "load_wording", "suggest"]


class HasWording(Protocol):
    """A pack, as far as rewriting needs it."""

    @property
    def wording(self) -> Wording: ...


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do about a claim: whole sentences to put in its place, what to remove, and an edit if there is one."""

    suggestions: tuple[str, ...] = ()
    advice: str = ""
    fix: Fix | None = None


def suggest(
    claim: Claim,
    block: Block,
    file: SourceFile,
    pack: HasWording,
    siblings: Sequence[Claim] = (),
    strict: bool = False,
    spelling: str = "auto",
) -> Advice:
    """Reword one claim. ``siblings`` are the other claims of its block: what a disease shares is never edited.

    A claim that is hedged already (level 1) gets the caveat alone. With ``strict`` the fix carries the caveat too,
    since a bare hedge is not enough then. ``spelling`` is british, american, or auto for that of the file.
    """
    wording = pack.wording
    american = wording.american(file.text) if spelling == "auto" else spelling == "american"
    first, end = claim.unit
    named = _named(block.text[:first], claim.subject.text)
    draft = Draft(moved(claim, first), block.kind, block.text[first:end], wording, american, named=named)
    near = tuple(moved(other, first) for other in siblings if other.unit == claim.unit)
    plan = _plan(draft, near, strict)
    edits, blocked = source_edits(_back(plan.edits, first), block, file), plan.blocked
    if edits and claim.status == "boosted":
        rest = [_plan(draft.about(other), (*_without(near, other), draft.claim), strict).edits for other in near]
        taken = [edit for each in (plan.edits, *rest) for edit in each]
        if _stays(near, taken):
            edits, blocked = None, advice_for(draft, "default")
        elif any(source_edits(_back(each, first), block, file) is None for each in rest):
            edits = None  # what strengthens the claim stays behind in mark-up
    fix = Fix(plan.applicability, plan.message, edits) if edits else None
    return Advice(plan.suggestions, plan.advice if edits else blocked, fix)


def _stays(claims: Iterable[Claim], edits: Sequence[Edit]) -> bool:
    """Whether no edit reaches the words of one of these claims that present all others as proven."""
    spans = [claim.effect for claim in claims if claim.family == "proof" and claim.level >= 2]
    return any(not any(edit.start < end and start < edit.end for edit in edits) for start, end in spans)


def _without(claims: Sequence[Claim], claim: Claim) -> tuple[Claim, ...]:
    return tuple(other for other in claims if other is not claim)


def _named(earlier: str, name: str) -> str:
    """The pronoun for a product that the earlier sentences of a block name; empty where they do not."""
    if not name or name.lower() not in earlier.lower():
        return ""
    return "they" if name.lower().endswith("s") else "it"


class Plan(NamedTuple):
    """What to do about a claim of a unit, wherever the unit stands."""

    suggestions: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    """Those to try, in offsets of the unit."""
    applicability: str = ""
    message: str = ""
    advice: str = ""
    blocked: str = ""
    """The advice where nothing can be edited."""


@lru_cache(maxsize=1024)
def _plan(draft: Draft, siblings: tuple[Claim, ...], strict: bool) -> Plan:
    """The plan for a claim; sites say the same in many places."""
    claim = draft.claim
    rewrite = reword(draft, siblings) if claim.level >= 2 else None
    why, culprits = blocker(draft, rewrite, siblings)
    if claim.level < 2:
        return _with_caveat_only(draft, why)
    if why and rewrite is not None and not rewrite.removes:
        whole = taking_out(draft, rewrite, culprits) if culprits else None
        why, rewrite = ("", whole) if whole else (why, without(draft, rewrite, why, culprits, siblings))
    if rewrite is not None and strict:
        rewrite = replace(rewrite, edits=(*rewrite.edits, *with_caveat(draft, rewrite)))
    suggestions = _suggestions(draft, rewrite, siblings)
    if rewrite is None:
        advice = advice_for(draft, why or "default", culprits)
        return Plan(suggestions, advice=advice, blocked=advice)
    edits = rewrite.edits if not why or rewrite.removes else ()
    if rewrite.removes:
        why = never_hedged(claim)
    advice, blocked = advice_for(draft, why, culprits), advice_for(draft, why or "markup", culprits)
    return Plan(suggestions, edits, rewrite.applicability, rewrite.message, advice, blocked)


def _with_caveat_only(draft: Draft, why: str) -> Plan:
    """What to do about a hedge that says nothing about the evidence: add the caveat, where it may stand."""
    caveat = () if why else with_caveat(draft, Rewrite((), "unsafe", ""))
    if not caveat:
        advice = advice_for(draft, why) if why else ""
        return Plan(advice=advice, blocked=advice)
    whole = realise(draft.text, draft.claim.unit, caveat).strip()
    return Plan((whole,), caveat, "unsafe", "Say that more research is needed")


def _back(edits: Iterable[Edit], offset: int) -> list[Edit]:
    """Edits of a unit as edits of its block."""
    return [Edit(edit.start + offset, edit.end + offset, edit.content) for edit in edits]


def _suggestions(draft: Draft, rewrite: Rewrite | None, siblings: Sequence[Claim]) -> tuple[str, ...]:
    """The minimal wording of the whole unit, the one with the caveat, and a plain fact about exosomes."""
    found = []
    if rewrite is not None:
        whole = replace(rewrite, edits=(*rewrite.edits, *_neighbours(draft, rewrite, siblings)))
        whole = whole if is_sound(draft, whole) else rewrite
        for edits in (whole.edits, (*whole.edits, *with_caveat(draft, whole))):
            found.append(realise(draft.text, draft.claim.unit, edits).strip())
    fact = draft.wording.pack["alternatives"].get(draft.claim.family)
    return tuple(dict.fromkeys([*found, *([draft.spell(fact)] if fact else [])]))


def _covers_grave(draft: Draft, rewrite: Rewrite, siblings: Sequence[Claim]) -> bool:
    """Whether a hedge would also cover what no hedge may make acceptable."""
    return any(never_hedged(claim) for claim in blocker(draft, rewrite, siblings)[1])


def _neighbours(draft: Draft, rewrite: Rewrite, siblings: Sequence[Claim]) -> list[Edit]:
    """The edits that the unit's other claims ask for, so that the suggested sentence is whole."""
    edits: list[Edit] = []
    for other in siblings:
        if other.unit != draft.claim.unit or other.level < 2:
            continue
        rest = [draft.claim, *(each for each in siblings if each is not other)]
        part, taken = draft.about(other), [*rewrite.edits, *edits]
        found = reword(part, rest)
        kept = rest[1:] if rewrite.removes else rest
        if found and (found.removes or not _covers_grave(part, found, kept)):
            new = [edit for edit in found.edits if edit not in taken]
            if not any(one.start <= two.end and two.start <= one.end for one in new for two in taken):
                edits += new
    return edits
