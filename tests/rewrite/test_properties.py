"""What no rewrite may ever do, over every effect verb × form × construction × object."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .drafting import VERBS, advise, read

EFFECT_VERBS = (
    "accelerate activate balance banish blur boost brighten build calm clear combat correct deepen defy "
    "densify diminish eliminate energise enhance erase even extend fade fight firm fortify halt heal "
    "hydrate improve increase lift lighten maximise melt mend minimise modulate nourish optimise plump "
    "polish prevent program prolong promote protect purify rebuild recharge redensify reduce refine "
    "refresh regenerate regrow rejuvenate relieve remodel remove renew repair replenish reset restore "
    "resurface retrain reverse revitalise revive shrink slow smooth soften soothe stimulate strengthen "
    "supercharge support thicken tighten tone transform trigger unclog undo unlock"
).split(" ")
OBJECTS = ("collagen", "tired skin", "your 3 problem areas", "fine lines", "the signs of ageing", "Elastin-7 levels")
SUBJECTS = ("Exosomes", "Our exosome gel", "They", "Lumen & Fern exosomes")
ADVERBS = ("", "visibly ", "naturally ", "deeply and gently ")
ENDINGS = (".", "!", "", " over 12 weeks.", ", and not only at night.")
MODALS = "may might can could will would shall should must".split(" ")


def finite(verb: str, form: str) -> str:
    """A marked verb group for a form."""
    forms = VERBS.forms(verb)
    return {
        "third": f"{{{forms.third}}}",
        "past": f"{{{forms.past}:past}}",
        "will": f"will {{{verb}:base}}",
        "can help": f"can help {{{verb}:base}}",
        "has": f"has {{{forms.participle}:participle}}",
        "is": f"is {{{forms.gerund}}}",
        "works to": f"works to {{{verb}:base}}",
        "designed to": f"is designed to {{{verb}:base}}",
        "proven to": f"is clinically proven to {{{verb}:base}}",
        "helps": f"helps {{{verb}:base}}",
    }[form]


FORMS = ("third", "past", "will", "can help", "has", "is", "works to", "designed to", "proven to", "helps")


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A marked sentence with one or two coordinated verbs."""
    subject, form = draw(st.sampled_from(SUBJECTS)), draw(st.sampled_from(FORMS))
    verb, obj = draw(st.sampled_from(EFFECT_VERBS)), draw(st.sampled_from(OBJECTS))
    text = f"[{subject}] "
    text += draw(st.sampled_from(ADVERBS if form == "third" else ("",))) + finite(verb, form) + f" {obj}"
    if form in ("third", "past", "will", "works to", "proven to") and draw(st.booleans()):
        second, tail = draw(st.sampled_from(EFFECT_VERBS)), draw(st.sampled_from(OBJECTS))
        forms = VERBS.forms(second)
        marked = {"third": f"{{{forms.third}}}", "past": f"{{{forms.past}:past}}"}.get(form, f"{{{second}:base}}")
        text += f" and {marked} {tail}"
    return text + draw(st.sampled_from(ENDINGS))


def words(text: str) -> list[str]:
    return re.findall(r"[\w’'-]+", text.lower())


@given(sentences(), st.sampled_from((3, 4)))
@settings(max_examples=600, deadline=None)
def test_every_rewrite_is_grammatical_and_keeps_what_it_must(marked: str, level: int) -> None:
    _, before = read(marked)
    found = advise(marked, level=level)
    assert found.fix is not None, before
    after = found.suggestions[0]
    assert_one_hedge(after)
    assert_bare_after_may(after)
    for kept in (r"\d+", r"\bnot\b", r"&", r"[.!]$"):
        assert re.findall(kept, after) == re.findall(kept, before)
    assert after[0] == before[0]
    names = re.findall(r"\b[A-Z]\w*", before)
    assert [name for name in names if name not in after] == []
    assert "  " not in after and " ," not in after and " ." not in after


def assert_one_hedge(text: str) -> None:
    hedges = [word for word in words(text) if word in (*MODALS, "potentially", "possibly")]
    hedges += re.findall(r"thought to", text)
    assert len(hedges) == 1, text


def assert_bare_after_may(text: str) -> None:
    """Behind *may* and *help* stand base forms; *have* and *be* take their participles."""
    for match in re.finditer(r"\bmay (?:\w+ly (?:and \w+ly )?)?([\w-]+)(?: ([\w-]+))?", text):
        first, second = match.group(1), match.group(2) or ""
        assert ("base" in {form for _, form in VERBS.analyse(first)}) or first == "be", text
        if first == "help":
            assert "base" in {form for _, form in VERBS.analyse(second)} or second in ("to",), text
        if first == "have":
            assert second == "helped" or {"past", "participle"} & {form for _, form in VERBS.analyse(second)}, text


@given(sentences())
@settings(max_examples=200, deadline=None)
def test_every_conjunct_loses_its_ending(marked: str) -> None:
    claim, _ = read(marked)
    after = advise(marked).suggestions[0]
    for verb in claim.verbs[1:]:
        forms = VERBS.forms(verb.lemma)
        inflected = {forms.third, forms.past} - {verb.lemma}
        assert not inflected & set(words(after)) or verb.lemma in words(after), after


@given(sentences())
@settings(max_examples=200, deadline=None)
def test_a_fix_makes_the_first_suggestion_and_touches_nothing_else(marked: str) -> None:
    _, before = read(marked)
    found = advise(marked)
    assert found.fix is not None
    after = before
    for edit in reversed(found.fix.edits):
        after = after[: edit.start] + edit.content + after[edit.end :]
    assert after == found.suggestions[0]


@pytest.mark.parametrize("verb", EFFECT_VERBS)
def test_every_effect_verb_in_every_other_construction(verb: str) -> None:
    forms = VERBS.forms(verb)
    cases = {
        f"{{{forms.third.capitalize()}}} collagen": "May help",
        f"{{{verb.capitalize()}:base}} collagen with [exosomes]": "Exosomes may",
        f"[It] sinks in, {{{forms.gerund}}} collagen.": "in and may",
        f"A gel with [exosomes] to {{{verb}:base}} collagen.": "exosomes that may",
        f"[Our gel] carries peptides to {{{verb}:base}} collagen.": "peptides and may",
        f"Collagen is {{{forms.participle}:participle}} by [exosomes].": "may be",
        f"It is good for {{{forms.gerund}}} collagen.": "may be good",
    }
    for marked, hedge in cases.items():
        after = advise(marked, "list-item").suggestions[0]
        assert hedge in after, after
        assert_one_hedge(after)
        assert_bare_after_may(after)
