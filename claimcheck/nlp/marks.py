"""Claims that a phrase or a figure makes: proof, absolutes, superiority, grade, dose, safety, approval, idioms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.nlp.changes import fits
from claimcheck.nlp.effects import Effect
from claimcheck.nlp.lexicon import BODY, CHANGE, COMPANY, IDIOM, MARK, NOUN, RESULT, STATE, TARGET, Entry, Lexicon
from claimcheck.nlp.targets import sense
from claimcheck.nlp.units import Unit

SAFE_BEHIND = frozenset(";,&pPKcAr")
"""What may follow *safe* where it is said of the product and not of a place or pair of hands."""


def find(unit: Unit, effects: Sequence[Effect], lexicon: Lexicon) -> Iterator[Effect]:
    """Effects of marks, idioms and figures; an idiom's benefit is taken from what stands near it."""
    marks: list[Effect] = []
    for index, word in enumerate(unit.words):
        entry = word.senses.get(MARK)
        if entry is not None and _applies(unit, index, entry):
            effect = Effect(index, index + 1, index, entry.family, "proof", entry.level, entry.category)
            effect.boosts, effect.needs = entry.boosts, entry.needs
            marks.append(effect)
        if IDIOM in word.senses:
            yield from _idiom(unit, index)
    marks = [mark for mark in marks if not _stray(unit, mark, effects)]
    compared = [mark for mark in marks if mark.category == "superiority"]
    claims = [effect for effect in effects if effect.construction != "concern"]
    yield from marks
    against = list(_set_against(unit, claims, bool(compared), lexicon))
    yield from against
    yield from _figures(unit, claims, [*compared, *against], lexicon)
    yield from _deliveries(unit, lexicon)
    yield from _durations(unit, lexicon)


def _durations(unit: Unit, lexicon: Lexicon) -> Iterator[Effect]:
    """*The effects of one course last between nine and twelve months*: how long an outcome is expected to stay."""
    if RESULT not in unit.classes:
        return
    for index, word in enumerate(unit.words):
        if not any(lemma in unit.english.lasting_verbs for lemma, _ in word.verbs):
            continue
        outcome = any(RESULT in word.senses for word in unit.words[max(index - 8, 0) : index])
        if outcome and lexicon.has("periods", [word.text for word in unit.words[index + 1 : index + 9]]):
            yield Effect(index, index + 1, index, "other", "proof", 3)


def _deliveries(unit: Unit, lexicon: Lexicon) -> Iterator[Effect]:
    """*delivers actives straight to the follicle*."""
    direct = lexicon.topics["directness"]
    for index, cls in enumerate(unit.classes):
        entry = unit.entries[index] if cls == "V" else None
        if entry is None or not entry.carries:
            continue
        for position in range(index + 1, min(index + 12, len(unit.words) - 1)):
            following = unit.words[position + 1]
            needed = unit.words[position].text == "where" and unit.classes[position + 1] in "rdDB"
            if (unit.classes[position] in ";c" and not needed) or unit.classes[position] == "S":
                break
            onward = position + 2 if following.text in unit.english.particles else position + 1  # *right down into*
            if needed or (
                (unit.words[position].text,) in direct
                and (unit.classes[onward : onward + 1] in (["p"], ["t"], ["d"]) or following.text == "where")
                and _word(unit, onward + 1).partition(" ")[0]
                not in unit.english.fellow_words  # *from one cell directly to another*
            ):
                yield Effect(index, position + 1, index, "delivery", "finite", 3, "delivery", (index,))
                break


def _set_against(unit: Unit, claims: Sequence[Effect], compared: bool, lexicon: Lexicon) -> Iterator[Effect]:
    """*Unlike peptides, exosomes reach the dermis*: a rival is set against the subject, and an effect is claimed."""
    if "R" not in unit.classes and "P" not in unit.classes:
        return
    works = any(word.text in unit.english.working for word in unit.words)
    for index, word in enumerate(unit.words[:-1]):
        rival = "R" in unit.classes[index : index + 4] or (not compared and _is_other(unit, index + 1))
        if word.text == "than" and index and rival and not lexicon.has("prices", [w.text for w in unit.words]):
            yield Effect(index - 1, index + 1, index, "superiority", "proof", 3, "superiority")
        if word.text in unit.english.outdoing and rival:
            yield Effect(index, index + 1, index, "superiority", "proof", 3, "superiority")
        if word.text == "unlike" and (claims or works) and rival:
            yield Effect(
                index, index + 1, claims[0].head if claims else index, "superiority", "proof", 3, "superiority"
            )


def _is_other(unit: Unit, index: int) -> bool:
    """*other treatments*, *traditional serums*."""
    return _word(unit, index) in unit.english.othering and "P" in unit.classes[index + 1 : index + 3]


def _stray(unit: Unit, mark: Effect, effects: Sequence[Effect]) -> bool:
    """An adverb such as *completely* that stands beside no verb of an effect."""
    entry = sense(unit, mark.head, MARK)
    if entry is None or not entry.adjacent:
        return False
    return not any(abs(effect.head - mark.head) <= 1 or effect.end == mark.start for effect in effects)


def _applies(unit: Unit, index: int, mark: Entry) -> bool:
    if (
        mark.category == "benefit"
        and mark.family == "other"
        and all(cls in ";'" for i, cls in enumerate(unit.classes) if i != index)
    ):
        return False  # a label, no statement: *Success rate*
    if _is_name(unit, index) or (mark.text.endswith(" than") and _word(unit, index + 1) in unit.english.earlier_times):
        return False
    following = _word(unit, index + 1)
    if mark.text.startswith("most ") and (
        following in unit.english.plan_nouns or unit.classes[index + 1 : index + 2] in (["c"], ["i"])
    ):
        return False  # *to find the most effective protocol for you*, *is most effective when ...*
    if mark.category == "absolute" and _is_problem(unit, index + 1):
        return False  # *leads to permanent hair loss*
    if mark.text == "no other" and {COMPANY, "m"} & set(unit.classes[index + 1 : index + 3]):
        return False  # *no other clinic offers exosomes*, *no other treatment should follow*
    bought = any(word.text in unit.english.purchase_words for word in unit.words)
    if bought and mark.text.endswith(tuple(unit.english.riskless)):
        return False  # *try it risk-free for 30 days*
    if mark.text in unit.english.safety_words:
        following = unit.classes[index + 1] if index + 1 < len(unit.classes) else ""
        ahead = {word.text for word in unit.words[index + 1 : index + 3]}
        return following == "" or following in SAFE_BEHIND or not ahead.isdisjoint(unit.english.option_nouns)
    return True


def _is_problem(unit: Unit, index: int) -> bool:
    """Whether a phrase is a problem and no more: *hair loss*, not *hair loss treatment*."""
    if index >= len(unit.words) or unit.classes[index] != TARGET:
        return False
    target = sense(unit, index, TARGET)
    return target is not None and target.direction == "bad" and _ends_phrase(unit, index)


def _ends_phrase(unit: Unit, index: int) -> bool:
    """Whether no noun follows for which an item would be a modifier."""
    return "".join(unit.classes[index + 1 : index + 2]) in ("", *";,&pcbm")


def _word(unit: Unit, index: int) -> str:
    return unit.words[index].text if index < len(unit.words) else ""


def _idiom(unit: Unit, index: int) -> Iterator[Effect]:
    idiom = sense(unit, index, IDIOM)
    assert idiom is not None
    if idiom.scope == "none":
        family = idiom.family
        for position in range(max(index - 4, 0), index):
            target = sense(unit, position, TARGET)
            family = target.family if target else family
        yield Effect(index, index + 1, index, family, "idiom", idiom.level)
        return
    for position in (*range(index + 1, min(index + 8, len(unit.words))), *range(index - 1, max(index - 6, -1), -1)):
        if unit.classes[position] == "I" and position > index:
            break
        if unit.classes[position] == ";" and position > index:
            continue
        target = sense(unit, position, TARGET) or sense(unit, position, NOUN) or sense(unit, position, STATE)
        target = target or (sense(unit, position, BODY) if position < index else None)
        if target is not None:
            start, end = min(index, position), max(index, position) + 1
            yield Effect(start, end, index, target.family, "idiom", idiom.level, target.category)
            return


def _figures(unit: Unit, effects: Sequence[Effect], compared: Sequence[Effect], lexicon: Lexicon) -> Iterator[Effect]:
    """A quantity beside an effect (*by 47 %*, *10x*, *+180 %*) or a count of particles (*150 billion exosomes*)."""
    english = unit.english
    for index, cls in enumerate(unit.classes):
        if _is_dose(unit, index, lexicon):
            yield Effect(max(index - 1, 0), index + 1, index, "standardisation", "proof", 3, "dose")
            continue
        if cls != "#":
            continue
        following = unit.words[index + 1].text if index + 1 < len(unit.words) else ""
        if following == "-" and index + 2 < len(unit.words):
            following = unit.words[index + 2].text  # *a 3-fold rise*
        if _expected(unit, index, lexicon):
            yield Effect(index, index + 1, index, "other", "proof", 3)
            continue
        lasting = _lasting(unit, index)
        if lasting:
            yield lasting
            continue
        nearby = _nearest(index, effects)
        of_all = following in english.share_prepositions and "#" in unit.classes[index + 2 : index + 4]
        if of_all and nearby is not None:
            yield Effect(index, index + 3, index, nearby.family, "number", 4, "number", boosts=True)  # 9 out of 10
            continue
        measured = following in english.percentages or following in english.multiples
        if measured and lexicon.has("purities", _word(unit, index + 2).split()[:1]):
            yield Effect(index, index + 3, index, "standardisation", "number", 4, "number")
            continue
        if measured and not _counts(unit, index + (3 if following == "per" else 2)):
            continue
        if following == "times" and _word(unit, index + 2) in english.frequency_words:
            continue  # *twice or 3 times a year*
        times = unit.words[index].text.endswith("x") or following in english.multiples
        ahead = range(index + 1, min(index + 9, len(unit.words)))
        if times and any(unit.classes[i] == "R" or unit.words[i].text in english.comparatives for i in ahead):
            yield Effect(index, index + 2, index, "superiority", "number", 4, "number")
            continue
        if not measured and not unit.words[index].text.endswith(("x", "fold", "%")):
            continue
        near = _nearest(index, [*effects, *compared]) or _beside(unit, index)
        if near is None and lexicon.has("measures", [word.text for word in unit.words[index : index + 8]]):
            yield Effect(index, index + 1, index, "proof", "number", 4, "number")
            continue
        if near is not None:
            yield Effect(index, index + 1, index, near.family, "number", 4, "number", boosts=True)


def _is_dose(unit: Unit, index: int, lexicon: Lexicon) -> bool:
    """*150 billion exosomes*: a number in words, and what it counts."""
    text = unit.words[index].text.rstrip("+")
    if text not in unit.english.numbers and text not in unit.english.number_letters:
        return False
    counted, ahead = lexicon.topics["counted"], range(index + 1, min(index + 10, len(unit.words)))
    return any(unit.classes[item] == "S" or (unit.words[item].text,) in counted for item in ahead)


def _counts(unit: Unit, index: int) -> bool:
    """Whether what stands behind a percentage is a change or its object, not an ingredient (*2 % bakuchiol*)."""
    return index >= len(unit.classes) or unit.classes[index] not in ".RSPGC"


def _is_name(unit: Unit, index: int) -> bool:
    """A capitalised word beside another in a sentence that is no headline: *the Miracle Skin Centre*."""
    if index == 0 or not unit.capital[index] or " " in unit.words[index].text:
        return False
    beside = index + 1 < len(unit.capital) and unit.capital[index + 1]
    return beside and sum(unit.capital) * 2 < len(unit.capital)


def _expected(unit: Unit, index: int, lexicon: Lexicon) -> bool:
    """*Results in 2-4 weeks*: an outcome, then a time."""
    near = range(max(index - 8, 0), index)
    if not any(RESULT in unit.words[item].senses for item in near) or any(unit.classes[item] == "m" for item in near):
        return False
    if any(lemma in unit.english.reviewing_verbs for item in near for lemma, _ in unit.words[item].verbs):
        return False  # *results are assessed at 6 months*
    return lexicon.has("periods", [word.text for word in unit.words[max(index - 1, 0) : index + 5]]) > 0


def _lasting(unit: Unit, index: int) -> Effect | None:
    """*72 hours of moisture*, *24-hour hydration*: how long a benefit is promised to last."""
    for position in range(index + 1, min(index + 6, len(unit.words))):
        target = sense(unit, position, TARGET) or sense(unit, position, NOUN)
        if target is not None:
            timed = {word.text for word in unit.words[index + 1 : position]} & unit.english.hours
            good = timed and target.direction != "bad" and _ends_phrase(unit, position)
            return Effect(index, position + 1, index, target.family, "number", 4, "number") if good else None
        if unit.classes[position] not in "-.'ApM":
            return None
    return None


def _nearest(index: int, effects: Sequence[Effect]) -> Effect | None:
    near = [effect for effect in effects if effect.start - 10 <= index <= effect.end + 8]
    return min(near, key=lambda effect: abs(effect.head - index)) if near else None


def _beside(unit: Unit, index: int) -> Effect | None:
    """A benefit noun right beside a figure in a tile: *Elastin synthesis +180 %*."""
    if unit.finite:
        return None
    for position in range(max(index - 4, 0), min(index + 5, len(unit.words))):
        target = sense(unit, position, TARGET) or sense(unit, position, NOUN) or sense(unit, position, STATE)
        if target is None or unit.words[index - 1].text in unit.english.discounts:
            continue
        between = range(min(position, index) + 1, max(position, index))
        if not any((unit.classes[i] == "." and unit.words[i].verbs) or _worsens(unit, i, target) for i in between):
            return Effect(position, position + 1, position, target.family, "number")
    return None


def _worsens(unit: Unit, index: int, target: Entry) -> bool:
    """*collagen decreases by 1 % a year*: a change that nobody would promise."""
    change = sense(unit, index, CHANGE)
    return change is not None and not fits(change.direction, target)
