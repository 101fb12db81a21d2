"""From effects, cues and subjects to ``Claim``s: the ladder of strength."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.model import Block, Claim, Cue, Subject, Verb
from claimcheck.nlp import clauses as clause_module
from claimcheck.nlp import cues as cue_module
from claimcheck.nlp import effects as effect_module
from claimcheck.nlp import marks, states, subjects
from claimcheck.nlp.cues import Reach
from claimcheck.nlp.discourse import Discourse, Section
from claimcheck.nlp.effects import Effect
from claimcheck.nlp.ladder import covers, strength, supported
from claimcheck.nlp.lexicon import ANSWER, Lexicon
from claimcheck.nlp.mentions import mentions
from claimcheck.nlp.units import Unit

FRAGMENT_KINDS = frozenset(("list-item", "heading", "cell", "string", "caption", "attribute"))
EFFECTIVE = frozenset("VNUTAMXI#O")
RELEVANT = frozenset("SR")


def of_unit(
    unit: Unit, block: Block, index: int, discourse: Discourse, section: Section, lexicon: Lexicon
) -> Iterator[Claim]:
    """The claims of one unit, negated and hedged ones included."""
    kinds = set(unit.classes)
    opens_list = unit.words[-1].text == ":" or (block.kind == "heading" and _opens_list(unit))
    if kinds.isdisjoint(EFFECTIVE) and not kinds >= RELEVANT and not discourse.asked and not opens_list:
        if kinds & RELEVANT:
            subjects.remember(unit, block, clause_module.find(unit), mentions(unit), discourse)
        return
    clauses = clause_module.find(unit)
    lead = discourse.lead(block)
    effects = _effects(unit, lexicon)
    named = mentions(unit)
    effects.extend(_answer(unit, named, discourse))
    if effects or opens_list:
        reaches = cue_module.find(unit, clauses)
        if opens_list:
            discourse.leads[index] = frozenset(reach.kind for reach in reaches if _leads(unit, reach))
            if block.kind == "heading" and _debunks(unit):
                discourse.leads[index] |= {"negation"}
        effects = [each for each in effects if not each.needs or supported(unit, each, effects, clauses, reaches)]
        for effect in [*effects, *_witnessed(unit, effects)]:
            link = subjects.link(unit, effect, clauses, named, discourse, section)
            if link is None:
                continue
            level, status = strength(unit, effect, effects, reaches, clauses, block, section, lead, lexicon)
            if section.role == "neutral" and link.kind in ("heading", "page") and not _states(unit, effect):
                level = 0
            named_by = section.text if link.kind == "heading" else discourse.title
            yield _claim(unit, effect, link, level, status, reaches, index, block.text, named_by)
    if unit.question:
        named_families = [entry.family for entry in unit.entries if entry is not None and entry.kind in "TBA"]
        discourse.asked = effects[0].family if effects else (named_families or [""])[0]
    else:
        discourse.asked = ""
    subjects.remember(unit, block, clauses, named, discourse)


def _opens_list(unit: Unit) -> bool:
    """Whether a heading goes on in what stands under it: *Exosomes may help to*, *What they cannot do*, *Myths*."""
    return unit.words[-1].text.rpartition(" ")[2] in unit.english.list_openers or _debunks(unit)


def _debunks(unit: Unit) -> bool:
    """*Common myths about exosomes*, not *Myths and facts*."""
    words = {word.text for word in unit.words}
    return not words.isdisjoint(unit.english.debunking) and words.isdisjoint(unit.english.affirming)


def _leads(unit: Unit, reach: Reach) -> bool:
    """Whether a cue reaches over the list that its unit opens: *They may:*, *Potential benefits include:*."""
    last = len(unit.words) - 1
    return all(cls in "vVbto" for cls in unit.classes[reach.end : last])


def _states(unit: Unit, effect: Effect) -> bool:
    """Whether an effect is told (*Speeds healing*), not advised (*Hydrate the skin*) or named."""
    return effect.construction == "finite" and any(unit.forms[verb] == "third" for verb in effect.verbs)


def cues_of(unit: Unit) -> list[Cue]:
    """Every cue of a unit, in order, whether or not it reaches an effect."""
    return [_cue(unit, reach) for reach in cue_module.find(unit, clause_module.find(unit))]


def _effects(unit: Unit, lexicon: Lexicon) -> list[Effect]:
    used: set[int] = set()
    effects = list(effect_module.find(unit, used))
    effects.extend(states.find(unit, used))
    effects.extend(marks.find(unit, effects, lexicon))
    return effects


def _witnessed(unit: Unit, effects: list[Effect]) -> Iterator[Effect]:
    """A testimonial (*my hair grew back*) or a before-and-after claims the effect a second time, by example."""
    stated = [effect for effect in effects if effect.level > 2 and effect.category == "benefit"]
    if not stated:
        return
    words = {word.text for word in unit.words}
    if not unit.english.first_person.isdisjoint(words):
        yield replace(stated[0], category="testimonial", boosts=False)
    if {"before", "after"} <= words or "before and after" in words:
        yield replace(stated[0], category="before-after", boosts=False)


def _answer(unit: Unit, named: list[int], discourse: Discourse) -> Iterator[Effect]:
    if not discourse.asked or unit.question or len(unit.words) > 12:
        return
    if named and all(cls in "SPd;'" for cls in unit.classes):
        yield Effect(0, len(unit.words), named[0], discourse.asked, "answer", 3)  # *The secret to calm skin? Exosomes.*
        return
    for index, word in enumerate(unit.words):
        verb = unit.entries[index] if unit.classes[index] == "V" else None
        acts = (
            verb is not None
            and (verb.own or verb.direction)
            and unit.words[min(index + 1, len(unit.words) - 1)].text in unit.english.answer_objects
        )
        if (ANSWER in word.senses and len(unit.words) < 8) or acts:
            yield Effect(0, len(unit.words), index, discourse.asked, "answer", 3)
            return


def _claim(
    unit: Unit,
    effect: Effect,
    link: subjects.Link,
    level: int,
    status: str,
    reaches: list[Reach],
    index: int,
    text: str,
    named_by: str,
) -> Claim:
    start, end = unit.starts[effect.start], unit.ends[effect.end - 1]
    effect_range = (start, end)
    subject = Subject(named_by, link.kind)
    if link.item >= 0:
        left, right = unit.starts[link.item], unit.ends[link.item]
        subject = Subject(text[left:right], link.kind, left, right)
        start, end = min(start, left), max(end, right)
    return Claim(
        block=index,
        unit=(unit.start, unit.end),
        start=start,
        end=end,
        subject=subject,
        effect=effect_range,
        family=effect.family,
        category=effect.category,
        construction=effect.construction,
        level=level,
        status=status,
        verbs=tuple(_verb(unit, item) for item in effect.verbs),
        cues=tuple(_cue(unit, reach) for reach in reaches if covers(reach, effect)),
    )


def _cue(unit: Unit, reach: Reach) -> Cue:
    scope = (unit.starts[reach.start], unit.ends[reach.end - 1])
    entry = reach.entry
    return Cue(entry.text, reach.kind, unit.starts[reach.item], unit.ends[reach.item], scope, entry.origin)


def _verb(unit: Unit, item: int) -> Verb:
    entry = unit.entries[item]
    assert entry is not None
    return Verb(unit.starts[item], unit.ends[item], entry.lemma, unit.forms[item])
