"""Baseline, changed lines, written-in suppressions: claimcheck on a site with a past."""

from __future__ import annotations

import json
import subprocess

import pytest

CLAIM = "Our exosomes rebuild collagen."
OTHER = "Exosome therapy regrows hair."


@pytest.fixture
def git(folder):
    def git(*arguments: str) -> str:
        command = [
            "git",
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@example.com",
            "-c",
            "commit.gpgsign=false",
            *arguments,
        ]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout

    git("init", "-q", "-b", "main")
    return git


def codes(ran) -> list[str]:
    return [each["code"] for each in json.loads(ran.out)]


def test_baseline_lets_old_findings_pass_and_new_ones_not(claimcheck, write):
    write("a.md", f"{CLAIM}\n")
    assert claimcheck("check", "--write-baseline", "base.json").status == 0
    ran = claimcheck("check", "--baseline", "base.json")
    assert ran.status == 0 and "1 in the baseline" in ran.out
    write("a.md", f"{CLAIM}\n\n{OTHER}\n")
    assert claimcheck("check", "--baseline", "base.json", "--output-format", "json").codes == ["EXO106"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"# New heading\n\nSomething else.\n\n{CLAIM}\n", 0),
        ("Our exosomes\nrebuild\ncollagen.\n", 0),
        ("Our **exosomes** rebuild   collagen!\n", 0),
        ("Our exosomes rebuild elastin.\n", 1),
        ("Our exosomes rebuild your collagen.\n", 1),
        (f"{CLAIM} {CLAIM}\n", 1),
    ],
)
def test_moving_and_wrapping_keep_the_baseline_and_editing_does_not(claimcheck, write, text, status):
    write("a.md", f"{CLAIM}\n")
    claimcheck("check", "--write-baseline", "base.json")
    write("a.md", text)
    assert claimcheck("check", "--baseline", "base.json").status == status


def test_baseline_in_the_configuration_holds_from_any_folder(claimcheck, write, folder, monkeypatch, git):
    write("site/a.md", f"{CLAIM}\n")
    write(".claimcheck.yaml", "baseline: base.json\n")
    claimcheck("check", "--write-baseline", "base.json")
    assert claimcheck("check").status == 0
    monkeypatch.chdir(folder / "site")
    assert claimcheck("check", "a.md").status == 0


def test_prune_drops_what_is_gone_and_keeps_what_was_not_looked_at(claimcheck, write, folder):
    write("a.md", f"{CLAIM}\n\n{OTHER}\n")
    write("b.md", f"{CLAIM}\n")
    write("c.md", f"{CLAIM}\n")
    claimcheck("check", "--write-baseline", "base.json")
    write("a.md", f"{CLAIM}\n")
    (folder / "c.md").unlink()
    ran = claimcheck("check", "a.md", "--baseline", "base.json", "--prune-baseline")
    assert ran.status == 0 and "dropped 2 of 4 findings" in ran.err
    entries = json.loads((folder / "base.json").read_text())["findings"]
    assert sorted((each["path"], each["code"]) for each in entries) == [("a.md", "EXO101"), ("b.md", "EXO101")]


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2, "findings": []}', '{"version": 1, "findings": [{}]}'])
def test_a_broken_baseline_is_an_error(claimcheck, write, text):
    write("a.md", f"{CLAIM}\n")
    write("base.json", text)
    ran = claimcheck("check", "a.md", "--baseline", "base.json")
    assert ran.status == 2 and "base.json" in ran.err


def test_missing_baseline(claimcheck, write):
    write("a.md", f"{CLAIM}\n")
    ran = claimcheck("check", "--baseline", "none.json")
    assert ran.status == 2 and "none.json: No such file or directory; --write-baseline writes one" in ran.err


def test_prune_needs_a_baseline(claimcheck, write):
    write("a.md", f"{CLAIM}\n")
    assert claimcheck("check", "--prune-baseline").status == 2


def test_diff_base_reports_changed_lines_only(claimcheck, write, git):
    write("a.md", f"{CLAIM}\n\nOpen daily.\n")
    git("add", "."), git("commit", "-qm", "one"), git("checkout", "-qb", "work")
    write("a.md", f"{CLAIM}\n\nOpen daily.\n\n{OTHER}\n")
    write("new é.md", f"{CLAIM}\n")
    ran = claimcheck("check", "--diff-base", "main", "--output-format", "json")
    assert [(each["filename"], each["code"]) for each in ran.json] == [("a.md", "EXO106"), ("new é.md", "EXO101")]


def test_diff_base_uses_the_merge_base_and_follows_renames(claimcheck, write, git):
    write("a.md", f"{CLAIM}\n\n" + "A line of copy about opening hours.\n\n" * 20)
    git("add", "."), git("commit", "-qm", "one"), git("checkout", "-qb", "work")
    git("mv", "a.md", 'ren "amed" é.md'), git("commit", "-qm", "rename")
    git("checkout", "-q", "main")
    write("b.md", f"{CLAIM}\n")
    git("add", "."), git("commit", "-qm", "two"), git("checkout", "-q", "work")
    assert claimcheck("check", "--diff-base", "main").status == 0
    write('ren "amed" é.md', f"{CLAIM}\n\n" + "A line of copy about opening hours.\n\n" * 20 + f"{OTHER}\n")
    assert claimcheck("check", "--diff-base", "main", "--output-format", "json").codes == ["EXO106"]


@pytest.mark.parametrize("reference", ["no-such-ref", "--output=x"])
def test_diff_base_with_an_unknown_reference(claimcheck, write, git, folder, reference):
    write("a.md", f"{CLAIM}\n")
    git("add", "."), git("commit", "-qm", "one")
    ran = claimcheck("check", f"--diff-base={reference}")
    assert ran.status == 2 and "--diff-base: git merge-base" in ran.err
    assert not (folder / "x").exists()


def test_diff_base_in_a_shallow_clone(claimcheck, write, git, folder, tmp_path_factory, monkeypatch):
    write("a.md", f"{CLAIM}\n")
    git("add", "."), git("commit", "-qm", "one"), git("checkout", "-qb", "work")
    clone = tmp_path_factory.mktemp("clone")
    git("clone", "-q", "--depth", "1", folder.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    ran = claimcheck("check", "--diff-base", "origin/main")
    assert ran.status == 2 and "fetch the whole history, this clone is shallow" in ran.err


def test_diff_base_outside_a_repository(claimcheck, write):
    write("a.md", f"{CLAIM}\n")
    ran = claimcheck("check", "--diff-base", "main")
    assert ran.status == 2 and "--diff-base: git rev-parse" in ran.err


def test_a_site_of_500_files_adopts_in_three_commands(claimcheck, write):
    for number in range(500):
        write(f"site/{number % 20}/{number}.md", f"{CLAIM}\n" if number % 10 == 0 else "Open daily.\n")
    assert claimcheck("init", "--ci", "github").status == 0
    assert "wrote 50 findings" in claimcheck("check", "--write-baseline", ".claimcheck-baseline.json").err
    assert claimcheck("check", "--baseline", ".claimcheck-baseline.json").status == 0
