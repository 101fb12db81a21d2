"""Files, configuration and packs that were made to do harm: each has a clear result. Sizes are small enough for a test;
``benchmarks/hostile.py`` has the large ones. What would take for ever here never ends, so nothing is timed."""

from __future__ import annotations

import json
import shutil

import pytest

from claimcheck import source, yamlfile
from claimcheck.extract.data import MAX_DEPTH
from claimcheck.packs import rules_root
from claimcheck.pipeline import MAX_CLAIMS

CLAIM = "Our exosomes rebuild collagen."
BOMB = "\n".join(
    ["a0: &a0 [x, x, x, x, x, x, x, x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
)
MERGES = "\n".join(
    ["a0: &a0 {k0: x, k1: x}"] + [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 9)]
)
BOMBS = {
    "aliases": (BOMB, "aliases expand to more than"),
    "merges": (MERGES, "aliases expand to more than"),
    "itself": ("a: &a [*a]\n", "an alias contains itself"),
    "nesting": ("[" * 100_000, "nested too deeply"),
    "values": ("[" + "a," * 600_000 + "]", "more than 500000 values"),
    "size": ("a: " + "x" * 11_000_000, "larger than 10 MB"),
    "number": ("a: " + "9" * 10_000 + "\n", ""),
    "object": ("a: !!python/object/apply:os.getcwd []\n", "could not determine a constructor"),
}


@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.parametrize(
    ("path", "configuration"),
    [
        (".claimcheck.yaml", None),
        ("base.yaml", "extends: base.yaml"),
        ("register.yaml", "register: register.yaml"),
        ("house/rules/A.yaml", "packs: [house]"),
        ("house/subjects.yaml", "packs: [house]"),
    ],
)
def test_yaml_bombs(claimcheck, write, folder, name, path, configuration):
    text, message = BOMBS[name]
    write("a.md", CLAIM)
    if path.startswith("house"):
        shutil.copytree(rules_root() / "exosome", folder / "house")
    write(path, text)
    if configuration:
        write(".claimcheck.yaml", configuration)
    ran = claimcheck("check", "a.md")
    assert ran.status == 2 and "internal error" not in ran.err
    assert message in ran.err and len(ran.err) < 1000


@pytest.mark.parametrize("text", ["a = " + "[" * 5_000, "a = {b=" * 5_000, "a = " + "9" * 10_000, "a" * 11_000_000])
def test_a_hostile_pyproject(claimcheck, write, text):
    write("a.md", CLAIM)
    write("pyproject.toml", "[tool.claimcheck]\n" + text)
    ran = claimcheck("check", "a.md")
    assert ran.status == 2 and "pyproject.toml" in ran.err and "internal error" not in ran.err


def test_a_secret_is_not_quoted_at_length(claimcheck, write):
    write(".claimcheck.yaml", "fail-on: " + "secret" * 1000 + "\n" + "key" * 1000 + ": 1\n")
    ran = claimcheck("check")
    assert ran.status == 2 and len(ran.err) < 400


@pytest.mark.parametrize("pattern", ["*a" * 40 + "b", "**/a/" * 40 + "b", "?*" * 60 + "b", "[a-z]*" * 40 + "1"])
def test_path_patterns_do_not_explode(claimcheck, write, pattern):
    path = "a/" * 40 + "a" * 200 + ".md"
    write(path, CLAIM)
    write(".gitignore", pattern)
    write(".git/HEAD", "")
    write(".claimcheck.yaml", f"extend-exclude: ['{pattern}']\nper-file-ignores: {{'{pattern}': [EXO1]}}\n")
    assert claimcheck("check", "--output-format", "json").codes == ["EXO101"]


@pytest.mark.parametrize("pattern", ["[z-a]", "[", "[]", "[[:nothing:]]", "\\", "!", "/", "//", "(?P<a>", "*" * 5_000])
def test_broken_path_patterns_match_nothing(claimcheck, write, pattern):
    write("b.md", CLAIM)
    write(".gitignore", pattern if pattern[0] != "*" else "x" + pattern)
    write(".git/HEAD", "")
    assert claimcheck("check").status == 1


PHRASES = ["(a+)+$", "(?:(?:a*)*)*b", "^(.|\\s)*$", "[", "\\"]


@pytest.mark.parametrize("phrase", PHRASES)
def test_what_users_write_is_no_regular_expression(claimcheck, write, phrase):
    write("a.md", CLAIM + " " + "a" * 5_000)
    write(".claimcheck.yaml", json.dumps({"products": [phrase + "x"], "ignores": [{"reason": "x", "phrase": phrase}]}))
    assert claimcheck("check", "--output-format", "json").codes == ["EXO101"]


DEPTH = 3_000
NESTED = {
    "a.html": "<div>" * DEPTH + CLAIM + "</div>" * DEPTH,
    "b.html": "<ul><li>" * DEPTH + CLAIM,
    "a.json": "[" * DEPTH + json.dumps(CLAIM) + "]" * DEPTH,
    "b.json": '{"text": ' * DEPTH + json.dumps(CLAIM),
    "c.json": f'["{CLAIM}",' * DEPTH,
    "a.toml": f'a = {"[" * DEPTH}"{CLAIM}"',
    "a.md": "> " * DEPTH + CLAIM,
    "b.md": "- " * DEPTH + CLAIM,
    "c.md": "*a " * DEPTH + CLAIM,
    "d.md": "[" * DEPTH + CLAIM,
    "a.vue": f"<template>{'<div>' * DEPTH}{CLAIM}</template>",
    "a.svelte": "{#if a}" * DEPTH + f"<p>{CLAIM}</p>",
    "a.mdx": "{" * DEPTH + CLAIM,
    "e.md": "(“" * DEPTH + CLAIM,
}


@pytest.mark.parametrize("name", NESTED)
def test_deep_nesting_hides_no_claim(claimcheck, write, name):
    write(name, NESTED[name])
    ran = claimcheck("check", name, "--output-format", "json")
    assert ran.status == 1 and set(ran.codes) == {"EXO101"}, ran.err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tsx", "export const a = " + "<div>" * DEPTH + CLAIM + "</div>" * DEPTH),
        ("b.tsx", "<p>" * DEPTH + CLAIM),
        ("c.tsx", "const a = " + "[" * DEPTH + json.dumps(CLAIM)),
        ("a.yaml", "a: " + "[" * DEPTH + CLAIM),
        ("a.xlf", "<g>" * DEPTH + CLAIM),
    ],
)
def test_absurd_nesting_ends(claimcheck, write, name, text):
    write(name, text)
    write("b.md", CLAIM)
    ran = claimcheck("check", name, "b.md", "--output-format", "json")
    assert "b.md" in {each["filename"] for each in ran.json} and "internal error" not in ran.err


@pytest.mark.parametrize("text", ['s={"""t"/>5:5:7E|n ', "<a {{b:>c:d(e f)", "|--" * 5_000])
def test_a_script_without_an_end_is_an_error_of_its_file(claimcheck, write, text):
    write("a.tsx", f"// {CLAIM}\n{text}")
    write("b.md", CLAIM)
    ran = claimcheck("check", "--output-format", "json")
    assert ran.status == 2 and [each["filename"] for each in ran.json] == ["b.md"]
    assert "a.tsx: a script in it is too broken to be read" in ran.err
    assert claimcheck("check", "--fix").status == 2
    assert "a.tsx: a script in it is too broken" in claimcheck("claims").err


RUNS = {
    ".md": ["<" * 50_000, '"' * 50_000, "[" * 50_000, "x" * 200_000, "\n" * 50_000, "&#" * 20_000],
    ".adoc": ["<" * 30_000, "[.a" * 10_000, "<<a" * 10_000],
    ".html": ["<!--" * 10_000, "<a " * 10_000, "<" * 30_000],
    ".txt": ["(" * 50_000, "'s" * 30_000, "a.b." * 20_000],
}


@pytest.mark.parametrize(("suffix", "run"), [(suffix, run) for suffix, runs in RUNS.items() for run in runs])
def test_long_runs_do_not_take_the_square_of_their_length(claimcheck, write, suffix, run):
    write(f"a{suffix}", f"{CLAIM}\n\n{run}\n")
    assert "EXO101" in claimcheck("check", "--output-format", "json").codes


def test_a_long_line_and_a_crowded_sentence(claimcheck, write):
    write("a.md", f"{CLAIM} " + "The studio opens at nine. " * 10_000)
    write("b.md", "Our exosomes " + "rebuild collagen and calm redness, " * 1_000)
    ran = claimcheck("check", "--output-format", "json")
    first, *others = ran.json
    assert first["suggestions"] and len(others) >= 1_000
    crowded = [each for each in others if each["unit"] == others[0]["unit"]]
    assert len(crowded) > MAX_CLAIMS and not crowded[0]["suggestions"]


@pytest.mark.parametrize("depth", [50, 150, 1_000])
def test_copy_in_elements_without_end_is_found(claimcheck, write, depth):
    write("a.tsx", "export default () => " + "<div>" * depth + f"<p>{CLAIM}</p>" + "</div>" * depth)
    assert "EXO101" in claimcheck("check", "a.tsx", "--output-format", "json").codes


def test_deep_data_has_a_path_that_ends(claimcheck, write):
    write("a.json", '{"a": ' * DEPTH + f'{{"text": "{CLAIM}"}}')
    write(".claimcheck.yaml", "strict: true\n")
    (finding,) = claimcheck("check", "a.json", "--output-format", "json").json
    assert len(json.dumps(finding)) < 20 * MAX_DEPTH + 5_000


def test_too_much_copy_is_an_error_of_its_file(claimcheck, write, monkeypatch):
    monkeypatch.setattr(source, "MAX_COPY", 1_000_000)
    write("a.md", CLAIM + " Open daily." * 100_000)
    write("b.md", "Open daily." * 100_000)
    write("c.md", CLAIM)
    ran = claimcheck("check", "--output-format", "json")
    assert ran.status == 2 and [each["filename"] for each in ran.json] == ["c.md"]
    assert ran.err.strip() == "claimcheck: error: a.md: larger than 1 MB; split it, or exclude it"
    assert claimcheck("check", "-", stdin=CLAIM + " Open daily." * 100_000).status == 2


def test_too_long_a_paragraph_is_an_error_of_its_file(claimcheck, write, monkeypatch):
    monkeypatch.setattr(source, "MAX_PIECE", 1_000_000)
    write("a.md", CLAIM + " Open daily." * 100_000)
    write("b.md", CLAIM + "\n\nOpen daily." * 100_000)
    ran = claimcheck("check", "--output-format", "json")
    assert ran.status == 2 and [each["filename"] for each in ran.json] == ["b.md"]
    assert ran.err.strip().startswith("claimcheck: error: a.md: a paragraph or string of more than 1 MB; split it")


def test_a_file_beyond_all_bounds_is_not_read(claimcheck, folder):
    with (folder / "a.md").open("wb") as stream:
        stream.truncate(source.MAX_BYTES + 1)
    ran = claimcheck("check")
    assert ran.status == 2 and "a.md: larger than 200 MB" in ran.err


def test_escapes_reach_no_terminal_by_any_way(claimcheck, write, folder):
    bad = "\x1b]0;owned\x07\x1b[2J\u202e\u2066\x9b31m"
    write(f"x{bad}.md", f"{bad}Our exosomes{bad} rebuild collagen.\n")
    write(f"y{bad}.md", "\udce9".encode("utf-8", "surrogateescape").decode("latin-1"))
    write(".claimcheck.yaml", "per-file-ignores:\n  'none': [EXO3]\nselect: [ALL]\n")
    for arguments in (
        ["check"], ["check", "--output-format", "concise"], ["check", "--output-format", "github"], ["check", "-v"],
        ["check", "--statistics"], ["check", "--show-fixes", "--diff"], ["claims"], ["parse", bad + CLAIM],
        ["check", f"none{bad}.md"], ["check", "--select", f"EXO1,{bad}"], ["config", f"x{bad}.md"],
    ):  # fmt: skip
        ran = claimcheck(*arguments)
        assert not {"\x1b", "\x07", "\u202e", "\u2066", "\x9b"} & set(ran.err), arguments
        if "--diff" not in arguments:
            assert not {"\x1b", "\x07", "\u202e", "\u2066", "\x9b"} & set(ran.out), arguments


def test_bounds_are_above_what_ships(claimcheck):
    assert claimcheck("rule", "--all").status == 0 and yamlfile.MAX_MARKS > 100_000
