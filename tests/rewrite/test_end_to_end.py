"""Sentences over the lexicon, linted, fixed and linted again: no finding left that a fix was made for, none added."""

import re
import subprocess
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.config import Resolver
from claimcheck.extract import EXTRACTORS
from claimcheck.fix import fix_file, unified_diff
from claimcheck.model import Finding, SourceFile
from claimcheck.runner import Runner
from claimcheck.yamlfile import load

from .drafting import ROOT, VERBS
from .test_properties import assert_bare_after_may, assert_one_hedge

EFFECTS = load(ROOT / "exosome" / "effects" / "general.yaml")["verbs"]
UP = ("collagen production", "elasticity", "hair growth", "skin radiance", "cell renewal")
DOWN = ("redness", "fine lines", "hair loss", "inflammation", "dullness")
TEMPLATES = (
    "{subject} {third} {object}.",
    "{subject} {third} {object} and {also}.",
    "{subject} will {base} {object}.",
    "{subject} can help {base} {object}.",
    "{subject} {past} {object}.",
    "{subject} has {participle} {object}.",
    "{subject} is {gerund} {object}.",
    "{subject} is designed to {base} {object}.",
    "{subject} is clinically proven to {base} {object}.",
    "{subject} works by {gerund} {object}.",
    "{subject} sinks in fast, {gerund} {object}.",
    "Our studio offers {lower} to {base} {object}.",
    "{Base} {object} with {lower}.",
)
SUBJECTS = ("Exosome therapy", "Our exosome serum")


@lru_cache
def runner() -> Runner:
    return Runner(Resolver({}, None, True), frozenset(EXTRACTORS))


def findings(text: str, path: str = "a.md") -> list[Finding]:
    result = runner().run_text(text.encode(), path)
    assert result.failures == []
    return result.findings


@st.composite
def copy(draw: st.DrawFn) -> str:
    """One sentence about an exosome product."""
    direction = draw(st.sampled_from(("up", "down")))
    verb = draw(st.sampled_from([each for each in EFFECTS[direction] if each in VERBS]))
    forms, subject = VERBS.forms(verb), draw(st.sampled_from(SUBJECTS))
    return draw(st.sampled_from(TEMPLATES)).format(
        subject=subject,
        lower=subject[0].lower() + subject[1:],
        object=draw(st.sampled_from(UP if direction == "up" else DOWN)),
        also=draw(st.sampled_from(("soothes irritation", "visibly brightens skin", "can plump the skin"))),
        base=verb,
        Base=verb.capitalize(),
        third=forms.third,
        past=forms.past,
        participle=forms.participle,
        gerund=forms.gerund,
    )


@given(copy())
@settings(max_examples=150, deadline=None)
def test_what_is_fixed_is_clean_and_stays_as_it_is(text: str) -> None:
    fixed = fix_file(SourceFile("a.md", text + "\n"), findings, unsafe=True)
    assert fixed.withheld == (), text
    if fixed.applied:
        assert_one_hedge(fixed.text)
        assert_bare_after_may(fixed.text)
        assert not any(each.level >= 3 for each in fixed.left), fixed.text
    assert fix_file(SourceFile("a.md", fixed.text), findings, unsafe=True).text == fixed.text


SOURCES = {
    "a.md": "# Glow & Co\n\nOur **exosome serum** boosts\n[collagen](https://x.test/boosts) *and* calms redness.\n",
    "a.html": '<p class="boosts">Our exosome&nbsp;gel <b>boosts</b> collagen &amp; more.<br></p>\n',
    "a.txt": "Exosomes boost collagen.\r\nExosomes calm “angry” skin.\r\n",
}


@pytest.mark.parametrize("name", SOURCES)
def test_mark_up_links_and_newlines_are_not_touched(name: str, tmp_path: Path) -> None:
    source = SOURCES[name]
    fixed = fix_file(SourceFile(name, source), lambda text: findings(text, name))
    assert fixed.applied
    marks = r"<[^>]*>|\]\([^)]*\)|&\w+;|\r?\n|[“”*#—]"
    assert [re.sub('(?<=alt=")[^"]*', "", each) for each in re.findall(marks, fixed.text)] == [
        re.sub('(?<=alt=")[^"]*', "", each) for each in re.findall(marks, source)
    ]
    (tmp_path / name).write_bytes(source.encode())
    diff = unified_diff(SourceFile(name, source), fixed.text)
    subprocess.run(["git", "apply", "-"], input=diff.encode(), cwd=tmp_path, check=True)
    assert (tmp_path / name).read_bytes() == fixed.text.encode()


NEVER_HEDGED = {
    "Our exosome serum permanently firms skin and cures eczema.": "eczema",
    "Our exosome serum calms redness and heals psoriasis.": "psoriasis",
    "Exosomes are 100% safe and calm redness.": "safe",
    "Exosomes reduce wrinkles by 47% and calm redness.": "47",
    "Our exosome serum doubles collagen levels and soothes redness.": "double",
    "Our exosome serum soothes redness and halves fine lines.": "halve",
    "FDA-approved exosomes calm redness.": "FDA",
    "Our exosome serum is guaranteed to firm skin.": "guarantee",
}


@pytest.mark.parametrize("text", NEVER_HEDGED)
def test_no_hedge_makes_a_disease_approval_guarantee_or_figure_acceptable(text: str) -> None:
    fixed = fix_file(SourceFile("a.md", text + "\n"), findings, unsafe=True)
    wordings = [fixed.text, *(each for found in findings(text) for each in found.suggestions)]
    assert not any("may" in each and NEVER_HEDGED[text] in each for each in wordings), wordings
    assert any(found.advice or found.fix for found in findings(text))


WHOLE = {
    "Exosomes speed up healing, wipe out dullness and bring back bounce.": (
        "Exosomes may help speed up healing, soften the look of dullness and bring back bounce."
    ),
    "Hair looks fuller and feels stronger after exosomes.": "Hair may look fuller and feel stronger after exosomes.",
    "Not only do exosomes firm skin, they calm redness.": (
        "Not only may exosomes help firm skin, they may help calm redness."
    ),
    "Clinically proven to reduce redness, our exosome gel is back.": (
        "Thought to help reduce redness, our exosome gel is back."
    ),
    "As exosomes reach the dermis, they stimulate collagen.": (
        "As exosomes reach the dermis, they may help stimulate collagen."
    ),
    "Exosomes, sourced from rice, strengthen the skin barrier.": (
        "Exosomes, sourced from rice, may help strengthen the skin barrier."
    ),
    "Hair with exosomes: hair that grows back stronger.": "Hair with exosomes: hair that may grow back stronger.",
    "Exosome gel sinks in, helping create smoother skin.": "Exosome gel sinks in and may help create smoother skin.",
    "Say hello to smoother skin with exosomes.": "Exosomes may bring smoother skin.",
    "Exosome-powered, wrinkle-smoothing night cream.": "Exosome-powered night cream that may help smooth wrinkles.",
}


@pytest.mark.parametrize("text", WHOLE)
def test_the_whole_sentence_still_reads(text: str) -> None:
    assert fix_file(SourceFile("a.md", text + "\n"), findings, unsafe=True).text == WHOLE[text] + "\n"


def test_a_template_gap_is_an_ellipsis_in_a_suggestion():
    (finding,) = findings("Our exosomes rebuild collagen in the {{ product.name }} mask.\n")
    assert finding.suggestions[0] == "Our exosomes may help rebuild collagen in the … mask."


def test_a_sentence_gets_the_same_wording_wherever_it_stands(claimcheck, write):
    sentence, other = "Our exosome mist firms the skin and calms redness.", "Tea is at four: bring a scarf! "
    texts = {"alone.md": sentence, "behind.md": other + sentence, "before.md": f"{sentence} {other}"}
    for name, text in texts.items():
        write(name, text)
    wordings = [
        [each["suggestions"] for each in claimcheck("check", name, "--output-format", "json").json] for name in texts
    ]
    assert wordings[0] and wordings == [wordings[0]] * 3
    assert claimcheck("check", "--fix").status == 0
    alone = Path("alone.md").read_text()
    assert alone != sentence and Path("behind.md").read_text() == other + alone


@pytest.mark.parametrize(
    "text", ["Our **clinically proven** exosomes lift the cheeks.", "Our exosomes <b>permanently</b> calm redness."]
)
def test_no_fix_where_mark_up_keeps_what_makes_it_worse(claimcheck, write, text):
    write("a.md", text + "\n")
    ran = claimcheck("check", "--diff", "--unsafe-fixes")
    assert "withheld" not in ran.err
    assert not any(each["fix"] for each in claimcheck("check", "--output-format", "json").json)


@pytest.mark.parametrize(
    "text", ["3 times more potent than retinol: our exosome oil", "Exosomes are more potent than PRP."]
)
def test_no_comparison_loses_its_word(claimcheck, write, text):
    write("a.md", text + "\n")
    assert "withheld" not in claimcheck("check", "--diff", "--unsafe-fixes").err


@pytest.mark.parametrize(
    "opener", ["Scientific papers show", "Trial after trial confirms that", "Experts have found that"]
)
def test_any_appeal_to_science_goes(claimcheck, write, opener):
    write("a.md", f"{opener} exosomes firm slack skin.\n")
    assert "+Exosomes may help firm slack skin." in claimcheck("check", "--diff", "--unsafe-fixes").out
