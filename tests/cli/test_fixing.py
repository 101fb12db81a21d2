"""``--fix``, ``--diff`` and their relatives through the command line."""

from __future__ import annotations

import subprocess
import sys

import pytest

CLAIM = "Our exosomes rebuild collagen.\n"
FIXED = "Our exosomes may help rebuild collagen.\n"
APPROVED = "Ours are FDA-approved exosomes.\n"


def test_fix_writes_and_reports_what_is_left(claimcheck, write):
    path = write("a.md", CLAIM + "\n" + APPROVED)
    ran = claimcheck("check", "a.md", "--fix", "--output-format", "json")
    assert path.read_text() == FIXED + "\n" + APPROVED
    assert ran.status == 1 and ran.codes == ["EXO502"] and "fixed 1 finding" in ran.err
    assert ran.json[0]["location"]["row"] == 3


def test_fixing_twice_is_fixing_once(claimcheck, write):
    path = write("a.md", CLAIM)
    assert claimcheck("check", "--fix").status == 0
    assert claimcheck("check", "--fix").status == 0
    assert path.read_text() == FIXED


def test_show_fixes(claimcheck, write):
    write("a.md", CLAIM)
    assert "a.md: EXO101 “rebuild collagen”: Hedge the claim" in claimcheck("check", "--fix", "--show-fixes").err


def test_fix_only_neither_reports_nor_fails(claimcheck, write):
    path = write("a.md", CLAIM + "\n" + APPROVED)
    ran = claimcheck("check", "--fix-only")
    assert (ran.status, ran.out) == (0, "") and path.read_text().startswith(FIXED)


def test_diff_changes_nothing_and_applies(claimcheck, write, folder):
    path = write("a.md", CLAIM + "\n" + APPROVED)
    ran = claimcheck("check", "--diff")
    assert ran.status == 1 and path.read_text().startswith(CLAIM)
    assert "error[EXO502]" in ran.err and "EXO502" not in ran.out
    (folder / "fix.diff").write_text(ran.out)
    subprocess.run(["git", "apply", "fix.diff"], cwd=folder, check=True)
    assert path.read_text() == FIXED + "\n" + APPROVED


def test_unsafe_fixes_are_asked_for(claimcheck, write):
    path = write("a.md", "Studies show that exosomes rebuild collagen.\n")
    before = path.read_text()
    claimcheck("check", "--fix")
    assert path.read_text() == before
    claimcheck("check", "--fix", "--unsafe-fixes")
    assert path.read_text() != before


def test_standard_input_to_standard_output(claimcheck):
    ran = claimcheck("check", "-", "--fix", stdin=CLAIM)
    assert (ran.status, ran.out) == (0, FIXED)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_standard_input_keeps_its_encoding(folder, encoding):
    command = [sys.executable, "-m", "claimcheck", "check", "-", "--fix"]
    for text, expected in ((CLAIM, FIXED), ("Open daily.\n", "Open daily.\n")):
        ran = subprocess.run(command, input=text.encode(encoding), capture_output=True, check=False)
        assert ran.stdout == expected.encode(encoding), ran.stderr


def test_standard_input_without_anything_to_fix_passes_through(claimcheck):
    for text in ("Open daily.\n", APPROVED):
        assert claimcheck("check", "-", "--fix", stdin=text).out == text


def test_baselined_findings_are_not_fixed(claimcheck, write):
    path = write("a.md", CLAIM)
    claimcheck("check", "--write-baseline", "base.json")
    assert claimcheck("check", "--baseline", "base.json", "--fix").status == 0
    assert path.read_text() == CLAIM


def test_unused_suppressions_are_removed(claimcheck, write):
    path = write("a.md", "Hello.\n\n<!-- claimcheck: ignore[EXO101] old -->\nOpen daily.\n")
    assert claimcheck("check", "--output-format", "json").codes == ["EXO901"]
    assert claimcheck("check", "--fix").status == 0
    assert path.read_text() == "Hello.\n\nOpen daily.\n"


def test_a_file_that_changes_meanwhile_is_left_alone(claimcheck, write, monkeypatch):
    from claimcheck import fixing

    path = write("a.md", CLAIM)
    real = fixing.fix_file

    def slow(*arguments):
        path.write_text("Somebody else was here.\n")
        return real(*arguments)

    monkeypatch.setattr(fixing, "fix_file", slow)
    ran = claimcheck("check", "--fix")
    assert ran.status == 2 and "not fixed: it changed while it was being checked" in ran.err
    assert path.read_text() == "Somebody else was here.\n"


def test_a_diff_is_exact_in_a_pipe_and_safe_on_a_screen(claimcheck, write, monkeypatch):
    write("a.md", "\x1b[2J Our exosomes rebuild collagen.\n")
    assert "\n-\x1b[2J Our exosomes rebuild collagen.\n" in claimcheck("check", "--diff", "--no-cache").out
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda self: self is sys.stdout)
    ran = claimcheck("check", "--diff", "--no-cache", "--color", "never")
    assert "\n-␛[2J Our exosomes rebuild collagen.\n" in ran.out and "\x1b[2J" not in ran.out
