"""``claimcheck test --coverage``: the words that no example exercises."""

from __future__ import annotations

import pytest

EVIDENCE = """\
article: {title: An explainer}
statements:
  - {id: explainer.hair, paraphrase: Growth is promised., stance: attributed, source: writer, paragraph: 1}
"""
RULE = """\
code: ABC106
name: hair
title: Hair
families: [hair]
message: Says that {subject} grow hair.
what: Growth stated as fact.
why: It is promised only.
reword: Hedge it.
evidence: [explainer.hair]
examples:
  flagged: [SPECIMEN, B., C., D.]
  clean: [E., F., G., H.]
"""


@pytest.fixture
def missing(claimcheck, write):
    """The entries left out by a pack whose one telling example is the given text, by list."""

    def missing(text: str) -> dict[str, list[str]]:
        write("own/evidence.yaml", EVIDENCE)
        write("own/rules/ABC106.yaml", RULE.replace("SPECIMEN", text))
        ran = claimcheck("test", "own", "--coverage", "--output-format", "json")
        assert ran.status == 0
        return {each["list"]: each["missing"] for each in ran.json["lists"]}

    return missing


def test_an_example_exercises_its_words_in_any_form(missing):
    before, after = missing("Nothing."), missing("Microblading aside, exosomes are densifying the beard densities.")
    gone = {name: set(before[name]) - set(after[name]) for name in before}
    assert gone["effects/hair.verbs"] == {"densify"}
    assert gone["effects/hair.targets.good"] == {"beard density"}
    assert gone["subjects.rivals"] == {"microblading"}


def test_a_verb_does_not_exercise_the_noun_of_the_same_spelling(missing):
    before, after = missing("Nothing."), missing("Exosomes boost hair density.")
    assert "boost" in before["effects/general.verbs.up"] and "boost" not in after["effects/general.verbs.up"]
    assert "boost" in after["effects/general.change-nouns"]


def test_examples_of_cues_count(missing):
    assert "may" not in missing("Nothing.")["cues.hedge"]


def test_the_total_is_that_of_the_lists(claimcheck):
    data = claimcheck("test", "--coverage", "--output-format", "json").json
    assert data["total"] == sum(each["total"] for each in data["lists"])
    assert data["total"] - data["exercised"] == sum(len(each["missing"]) for each in data["lists"])
    assert data["percent"] == pytest.approx(100 * data["exercised"] / data["total"], abs=0.05)


def test_the_text_names_each_list_and_the_total(claimcheck):
    full, quiet = claimcheck("test", "--coverage"), claimcheck("test", "--coverage", "--quiet")
    assert full.status == quiet.status == 0
    assert full.out.endswith(quiet.out) and "stand in an example" in quiet.out
    data = claimcheck("test", "--coverage", "--output-format", "json").json
    heads = [line for line in full.out.splitlines()[:-1] if not line.startswith(" ")]
    assert [head.partition(":")[0] for head in heads] == [each["list"] for each in data["lists"] if each["missing"]]
    assert max(map(len, full.out.splitlines())) <= 100


def test_failures_as_json(claimcheck, write):
    write("own/evidence.yaml", EVIDENCE)
    write("own/rules/ABC106.yaml", RULE.replace("SPECIMEN", "Exosomes regrow hair."))
    ran = claimcheck("test", "own", "--output-format", "json")
    assert ran.status == 1 and ran.json["examples"] == 8
    assert [(each["code"], each["kind"], each["text"]) for each in ran.json["failed"]] == [
        ("ABC106", "flagged", text) for text in ("B.", "C.", "D.")
    ]


def test_a_pack_that_does_not_exist(claimcheck):
    assert claimcheck("test", "--coverage", "exosom").status == 2
