"""Every effect verb in every tense, number and construction, through the language stage and the proof of the fix."""

import re
from functools import lru_cache

import pytest

from claimcheck.fix import Fixed, fix_file
from claimcheck.model import SourceFile
from claimcheck.yamlfile import load

from .drafting import ROOT, VERBS
from .test_end_to_end import findings
from .test_properties import assert_bare_after_may, assert_one_hedge

FAMILIES = ("ageing", "collagen", "hair", "inflammation", "radiance", "regeneration")
SINGULAR = (
    "Our 7-day exosome serum {third} {object}.",
    "Our 7-day exosome serum {past} {object}.",
    "Our 7-day exosome serum will {base} {object}.",
    "Our 7-day exosome serum can {base} {object}.",
    "Our 7-day exosome serum helps {base} {object}.",
    "Our 7-day exosome serum helped {base} {object}.",
    "Our 7-day exosome serum has {participle} {object}.",
    "Our 7-day exosome serum is {gerund} {object}.",
    "Our 7-day exosome serum is designed to {base} {object}.",
    "Our 7-day exosome serum is clinically proven to {base} {object}.",
    "Our 7-day exosome serum has been shown to {base} {object}.",
    "Our 7-day exosome serum works to {base} {object}.",
    "Our 7-day exosome serum works by {gerund} {object}.",
    "Our 7-day exosome serum sinks in, {gerund} {object}.",
    "Meet our 7-day exosome serum that {third} {object}.",
    "Our 7-day exosome serum, made by Lumen & Fern, {third} {object}.",
    "Our 7-day exosome serum visibly {third} {object} and is not just for Mondays.",
    "Our 7-day exosome serum {third} {object} and soothes redness.",
    "An exosome serum with 7 peptides to {base} {object}.",
    "{Base} {object} with our 7-day exosome serum.",
    "Studies show that our 7-day exosome serum {third} {object}.",
)
PLURAL = (
    "Our 7 exosome serums {base} {object}.",
    "Our 7 exosome serums {past} {object}.",
    "Our 7 exosome serums have {participle} {object}.",
    "Our 7 exosome serums are {gerund} {object}.",
    "Our 7 exosome serums are proven to {base} {object}.",
    "Our 7 exosome serums do not just {base} {object}.",
    "Our 7 exosome serums {base} {object} and soothe redness.",
    "- {Third} {object} (7 exosome serums)",
    "- {Base} {object}",
    "## Our 7 Exosome Serums {Third_} {Object}",
)
NEGATED = (
    "Our exosome serum does not {base} {object}.",
    "There is no evidence that exosomes {base} {object}.",
    "Exosomes have never {participle} {object}.",
    "Does our exosome serum {base} {object}?",
)


@lru_cache
def verbs() -> dict[str, str]:
    """Every effect verb of the pack with an object that it is a claim about."""
    general = load(ROOT / "exosome" / "effects" / "general.yaml")["verbs"]
    found = dict.fromkeys(general["down"], "fine lines") | dict.fromkeys(general["up"], "collagen levels")
    for family in FAMILIES:
        found |= dict.fromkeys(load(ROOT / "exosome" / "effects" / f"{family}.yaml").get("verbs", []), "skin")
    return {verb: thing for verb, thing in sorted(found.items()) if verb.split()[0] in VERBS}


def lines(template: str) -> list[str]:
    made = []
    for verb, thing in verbs().items():
        if " " in verb and "{Third_}" in template:
            continue
        head, _, particle = verb.partition(" ")
        forms = VERBS.forms(head)
        words = {"base": head, "third": forms.third, "past": forms.past}
        words |= {"participle": forms.participle, "gerund": forms.gerund}
        words = {name: f"{form} {particle}".strip() for name, form in words.items()}
        words |= {"Base": words["base"].capitalize(), "Third": words["third"].capitalize()}
        words |= {"object": thing, "Object": thing.title(), "Third_": verb.title()}
        made.append(template.format(**words))
    return made


def fixed(text: str) -> Fixed:
    return fix_file(SourceFile("a.md", text), findings, unsafe=True)


@pytest.mark.parametrize("template", SINGULAR + PLURAL)
def test_every_verb_is_hedged_once_and_cleanly(template: str) -> None:
    before = lines(template)
    done = fixed("# Exosomes\n\n" + "\n\n".join(before) + "\n")
    after = done.text.split("\n\n")[1:]
    assert [each.finding.unit for each in done.withheld] == []
    changed = [(old, new.strip()) for old, new in zip(before, after, strict=True) if old != new.strip()]
    assert len(changed) > 0.5 * len(before), "most of these verbs make a claim here"
    for old, new in changed:
        assert_one_hedge(new)
        assert_bare_after_may(new)
        assert_kept(old, new)
    assert fixed(done.text).text == done.text


def assert_kept(old: str, new: str) -> None:
    """Numbers, negations, names, marks and the first capital are as they were; no word is doubled."""
    for kept in (r"\d+", r"\bnot\b", r"&", r"[.!?]$", r"Lumen|Fern|Mondays"):
        wanted = re.findall(kept, old.replace("do not just", "do just"))
        assert re.findall(kept, new) == wanted, new
    assert re.match(r"(?:[-#]+ )?[A-Z]", new), new
    assert not re.search(r"\b(\w+) \1\b|  | [,.]", new), new


@pytest.mark.parametrize("template", NEGATED)
def test_what_claims_nothing_is_left_alone(template: str) -> None:
    text = "\n\n".join(lines(template)) + "\n"
    assert fixed(text).text == text
