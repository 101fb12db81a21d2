"""Rewriting on labelled copy, where ``CLAIMCHECK_CORPUS`` names it, on the examples, and on words in any order."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.fix import fix_file
from claimcheck.model import Finding, SourceFile

from .drafting import ROOT, VERBS
from .test_end_to_end import findings
from .test_every_verb import verbs

EXAMPLES = sorted(path for path in (ROOT.parent / "examples").rglob("*") if path.suffix in (".md", ".txt", ".html"))
CORPUS = os.environ.get("CLAIMCHECK_CORPUS")


@pytest.fixture(scope="module")
def page() -> str:
    """Every unit of the corpus as a paragraph, below its heading."""
    if not CORPUS:
        pytest.skip("CLAIMCHECK_CORPUS is not set")
    units = [json.loads(line) for line in (Path(CORPUS) / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    heading, lines = None, ["# Exosomes"]
    for unit in units:
        if unit["heading"] and unit["heading"] != heading:
            heading = unit["heading"]
            lines.append("## " + heading)
        if unit["kind"] != "heading":
            lines.append(("- " if unit["kind"] == "list" else "") + unit["text"])
    return "\n\n".join(lines) + "\n"


def test_most_findings_come_with_a_wording_and_a_fix(page: str) -> None:
    found = findings(page)
    serious = [each for each in found if each.severity != "note"]
    assert share(serious, lambda each: bool(each.suggestions or each.advice)) >= 0.95
    asserted = [each for each in found if each.level == 3]
    assert share(asserted, lambda each: each.fix is not None and each.fix.applicability == "safe") >= 0.55
    assert share(asserted, lambda each: each.fix is not None) >= 0.75


def share(found: list[Finding], holds) -> float:  # type: ignore[no-untyped-def]
    return sum(holds(each) for each in found) / len(found)


def test_safe_fixes_of_the_corpus_are_proved_and_stay(page: str) -> None:
    fixed = fix_file(SourceFile("a.md", page), findings)
    assert [each.finding.unit for each in fixed.withheld] == []
    assert fixed.applied
    assert fix_file(SourceFile("a.md", fixed.text), findings).text == fixed.text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("unsafe", [False, True])
def test_fixes_of_the_examples_are_proved_and_stay(path: Path, unsafe: bool) -> None:
    def lint(text: str) -> list[Finding]:
        return findings(text, path.name)

    fixed = fix_file(SourceFile(path.name, path.read_text(encoding="utf-8")), lint, unsafe)
    assert [each.finding.unit for each in fixed.withheld] == []
    assert fix_file(SourceFile(path.name, fixed.text), lint, unsafe).text == fixed.text


FORMS = [
    form for verb in verbs() if verb in VERBS for form in (verb, VERBS.forms(verb).third, VERBS.forms(verb).gerund)
]
GLUE = "and or by to for with , : — . not just which that may can is are been have a the our your skin hair lines safe"
PARTS = [
    *FORMS,
    *GLUE.split(),
    "proven",
    "no side effects",
    "collagen-boosting",
    "47%",
    "(best)",
    "exosomes",
    "exosome gel",
]


@given(st.lists(st.sampled_from(PARTS), max_size=14), st.booleans(), st.booleans())
@settings(max_examples=400, deadline=None)
def test_no_order_of_words_is_too_much(words: list[str], title: bool, bullet: bool) -> None:
    text = " ".join(["exosomes", *words])
    text = ("- " if bullet else "") + (text.title() if title else text.capitalize()) + "\n"
    findings(text)
