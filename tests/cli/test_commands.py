"""The commands besides ``check``."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from claimcheck.cli import COMMANDS
from claimcheck.packs import load_pack

ROOT = Path(__file__).parent.parent.parent
OPTIONS = """
--fix --unsafe-fixes --diff --fix-only --show-fixes --output-format --output-file --select --ignore --extend-select
--min-severity --fail-on --max-warnings --exit-zero --strict --stdin-filename --config --isolated --exclude
--extend-exclude --force-exclude --no-respect-gitignore --diff-base --baseline --write-baseline --prune-baseline
--add-ignore --no-cache --cache-dir --jobs --statistics --quiet --verbose --color
""".split()


@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_is_in_the_help(claimcheck, option):
    assert re.search(rf"(^|[ ,]){option}\b", claimcheck("check", "--help").out, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(claimcheck, name):
    ran = claimcheck(name, "--help")
    assert ran.status == 0 and ran.out.startswith(f"Usage: claimcheck {name}")
    assert name in claimcheck("--help").out


@pytest.mark.parametrize("code", load_pack().rules)
def test_rule_explains_every_rule(claimcheck, code):
    rule = load_pack().rules[code]
    text = claimcheck("rule", code).out
    assert text.startswith(f"{code} {rule.name}: {rule.title}")
    for heading in ("What it flags", "Why", "How to reword", "What the evidence says", "Flagged", "Clean"):
        assert f"\n{heading}" in text
    page = claimcheck("rule", code.lower(), "--output-format", "markdown").out
    assert page.startswith(f"# {code} {rule.name}\n")
    data = claimcheck("rule", code, "--output-format", "json").json
    assert [each["id"] for each in data["evidence"]] == list(rule.evidence)
    assert len(data["examples"]["flagged"]) >= 4 and len(data["examples"]["clean"]) >= 4


def test_rule_all(claimcheck):
    assert [each["code"] for each in claimcheck("rule", "--all", "--output-format", "json").json] == list(
        load_pack().rules
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["EXO110"], "no rule 'EXO110' (did you mean 'EXO10"),
        ([], "name one rule, or use --all"),
        (["EXO101", "--all"], "name one rule, or use --all"),
        (["EXO101", "--pack", "none"], "no rule pack 'none'"),
    ],
)
def test_rule_refuses(claimcheck, arguments, message):
    ran = claimcheck("rule", *arguments)
    assert ran.status == 2 and message in ran.err


def test_parse_shows_how_a_sentence_is_read(claimcheck):
    out = claimcheck("parse", "Exosomes may come from plants, and they rebuild collagen.").out
    assert "effect   rebuild collagen (collagen, benefit, finite)" in out
    assert "cue      may (hedge) over “may come from plants”: does not reach the effect" in out
    assert "→ warning EXO101 collagen" in out


@pytest.mark.parametrize("text", ["False lashes or exosomes firm skin.", "Fiction writers say exosomes firm skin."])
def test_parse_shows_no_cue_where_a_label_is_a_plain_word(claimcheck, text):
    assert "cue      " not in claimcheck("parse", text).out
    assert "cue      " in claimcheck("parse", text.split()[0] + ": exosomes firm skin.").out


def test_parse_as_json(claimcheck):
    (block,) = claimcheck("parse", "Exosomes may calm redness. Hello.", "--output-format", "json").json
    first, second = block["units"]
    (claim,) = first["claims"]
    assert (claim["level"], claim["status"], claim["code"]) == (1, "hedged", None)
    assert claim["cues"][0]["text"] == "may" and claim["cues"][0]["covers"] is True
    assert second["text"] == "Hello." and second["claims"] == []
    assert {"text": "redness", "class": "T"} in first["items"]


def test_parse_under_a_heading_and_from_standard_input(claimcheck):
    ran = claimcheck(
        "parse", "-", "--heading", "Benefits of exosome therapy", "--output-format", "json", stdin="Less redness"
    )
    heading, text = ran.json
    assert heading["kind"] == "heading" and text["heading"] == "Benefits of exosome therapy"
    assert text["units"][0]["claims"][0]["subject"]["link"] == "heading"


def test_parse_strict_and_format(claimcheck):
    ran = claimcheck(
        "parse", "<p>Exosomes may calm <b>redness</b>.</p>", "--format", "html", "--strict", "--output-format", "json"
    )
    assert ran.json[0]["units"][0]["claims"][0]["code"] == "EXO902"


EVIDENCE = """\
article: {title: An explainer}
statements: [{id: a.b, paraphrase: It is said., stance: attributed, source: writer}]
"""
RULE = """\
code: EXO101
name: collagen
title: Collagen
families: [collagen]
message: "{effect}"
what: a
why: b
reword: c
evidence: [a.b]
examples:
  flagged:
    - {text: Exosomes rebuild collagen., level: 3, rewrite: Exosomes may help rebuild collagen.}
    - Exosomes boost collagen.
    - {text: More collagen, heading: Benefits of exosome therapy}
    - {text: "<p>Exosomes boost collagen.</p>", format: html}
  clean: [Hello., Exosomes may boost collagen., We sell exosomes., Collagen is a protein.]
"""


def test_test_runs_the_examples_of_a_pack(claimcheck, write):
    write("house/evidence.yaml", EVIDENCE)
    write("house/rules/one.yaml", RULE)
    ran = claimcheck("test", "house")
    assert ran.status == 0 and ran.out == "8 of 8 examples pass.\n"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("level: 3", "level: 4", "expected level 4, found EXO101 level 3"),
        (
            "may help rebuild collagen.}",
            "may rebuild collagen.}",
            "expected the rewrite 'Exosomes may rebuild collagen.'",
        ),
        ("- Exosomes boost collagen.", "- Exosomes are small.", "expected EXO101, found nothing"),
        ("clean: [Hello.", "clean: [Exosomes boost collagen.", "expected nothing, found EXO101 level 3"),
    ],
)
def test_test_says_what_does_not_hold(claimcheck, write, old, new, message):
    assert old in RULE
    write("house/evidence.yaml", EVIDENCE)
    write("house/rules/one.yaml", RULE.replace(old, new))
    ran = claimcheck("test", "house")
    assert ran.status == 1 and message in ran.out and "7 of 8 examples pass." in ran.out


def test_test_with_a_broken_pack(claimcheck, write):
    write("house/evidence.yaml", EVIDENCE)
    write("house/rules/one.yaml", RULE.replace("a.b]\n", "a.c]\n"))
    ran = claimcheck("test", "house")
    assert ran.status == 2 and "house/rules/one.yaml:9: no evidence 'a.c' (did you mean 'a.b'?)" in ran.err


def test_init_writes_a_configuration_that_states_nothing(claimcheck, write, folder):
    assert claimcheck("init").out == "wrote .claimcheck.yaml\n"
    write("a.md", "Our exosomes rebuild collagen.\n")
    assert claimcheck("check").status == 1
    ran = claimcheck("init")
    assert ran.status == 2 and ".claimcheck.yaml exists; --force replaces it" in ran.err
    assert claimcheck("init", "--force").status == 0


def test_every_example_in_the_configuration_is_valid(claimcheck, write, folder):
    claimcheck("init")
    path = folder / ".claimcheck.yaml"
    stated = re.sub(r"(?m)^# (?=[a-z-]+: )", "", path.read_text())
    path.write_text(stated.replace("extends: ../base.yaml\n", ""))
    from claimcheck.settings import SHAPE
    from claimcheck.yamlfile import check, load

    data = load(path)
    check(data, SHAPE, str)
    assert set(data) == set(SHAPE.optional) - {"extends"}
    assert claimcheck("config").status == 0


def test_init_leaves_what_exists_alone(claimcheck, write, folder):
    path = write(".pre-commit-config.yaml", "repos: []\n")
    ran = claimcheck("init", "--pre-commit", "--ci", "gitlab")
    assert "add this to it:" in ran.out and path.read_text() == "repos: []\n"
    assert (folder / ".gitlab-ci.yml").exists()


def test_init_adds_a_job_beside_a_configuration_that_exists(claimcheck, write, folder):
    path = write(".claimcheck.yaml", "strict: true\n")
    ran = claimcheck("init", "--ci", "github")
    assert ran.status == 0 and ".claimcheck.yaml exists and stays as it is" in ran.out
    assert path.read_text() == "strict: true\n" and (folder / ".github/workflows/claimcheck.yml").exists()


def test_version(claimcheck):
    import claimcheck as package

    assert claimcheck("--version").out == f"claimcheck, version {package.__version__}\n"


def test_a_pack_on_another_ingredient(claimcheck, write, folder):
    shutil.copytree(load_pack().words, folder / "bakuchiol", ignore=shutil.ignore_patterns("rules"))
    subjects = folder / "bakuchiol" / "subjects.yaml"
    lists = yaml.safe_load(subjects.read_text("utf-8"))
    lists |= {"names": ["bakuchiol"], "abbreviations": [], "prefixes": ["baku"], "brand-words": [], "misspellings": []}
    lists["false-friends"] = []
    subjects.write_text(yaml.safe_dump(lists), "utf-8")
    shutil.copytree(load_pack().words / "rules", folder / "bakuchiol" / "rules")
    write(".claimcheck.yaml", "packs: [./bakuchiol]\n")
    write("page.md", "Bakuchiol rebuilds collagen. Bakuchiol may calm redness.\n")
    write("other.md", "Exosomes rebuild collagen.\n")
    ran = claimcheck("check", ".", "--no-cache", "--output-format", "json")
    assert [(each["code"], each["subject"]["text"], each["filename"]) for each in ran.json] == [
        ("EXO101", "Bakuchiol", "page.md")
    ]
