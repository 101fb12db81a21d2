"""Fixes become text: apply, prove, write, show. Linting is a stand-in here: ``bad`` words are findings."""

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.fix import apply, fix_file, unified_diff, write_atomic
from claimcheck.model import Edit, Finding, Fix, SourceFile, Subject


def fix(start: int, end: int, content: str, applicability: str = "safe") -> Fix:
    return Fix(applicability, "", (Edit(start, end, content),))


def finding(start: int, end: int, word: str, change: Fix | None, code: str = "EXO101") -> Finding:
    return Finding(
        code=code,
        name="x",
        message="",
        path="a.md",
        start=start,
        end=end,
        severity="warning",
        level=3,
        family="collagen",
        status="asserted",
        subject=Subject("", "page"),
        effect=word,
        unit=word,
        heading=None,
        evidence=(),
        fix=change,
    )


def findings_of(replacements: dict[str, tuple[str, str]]):  # type: ignore[no-untyped-def]
    """A linter that finds each key and offers its replacement with that applicability."""

    def lint(text: str) -> Sequence[Finding]:
        found = []
        for word, (content, applicability) in replacements.items():
            for match in re.finditer(rf"\b{word}\b", text):
                found.append(finding(*match.span(), word, fix(*match.span(), content, applicability)))
        return found

    return lint


def test_edits_are_made_last_to_first_and_identical_ones_once() -> None:
    text, applied, skipped = apply("one two three", [fix(8, 13, "3"), fix(0, 3, "first"), fix(0, 3, "first")])
    assert text == "first two 3"
    assert (len(applied), len(skipped)) == (3, 0)


def test_what_overlaps_or_touches_waits() -> None:
    text, applied, skipped = apply("one two three", [fix(0, 5, "x"), fix(4, 7, "y"), fix(5, 5, "z")])
    assert text == "xwo three"
    assert (len(applied), len(skipped)) == (1, 2)


@given(st.text("ab \n\r", max_size=40), st.data())
def test_characters_outside_the_edits_stay(text: str, data: st.DataObject) -> None:
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    fixes = [fix(start, end, "Z") for start, end in data.draw(st.lists(places, max_size=5))]
    new, applied, skipped = apply(text, fixes)
    assert len(applied) + len(skipped) == len(fixes)
    kept = [True] * len(text)
    for each in applied:
        for edit in each.edits:
            kept[edit.start : edit.end] = [False] * (edit.end - edit.start)
    assert new.replace("Z", "") == "".join(character for character, keep in zip(text, kept, strict=True) if keep)


def test_a_file_is_fixed_until_nothing_is_left() -> None:
    lint = findings_of({"bad": ("worse", "safe"), "worse": ("good", "safe")})
    fixed = fix_file(SourceFile("a.md", "bad day, worse night"), lint)
    assert (fixed.text, len(fixed.applied), fixed.left, fixed.withheld) == ("good day, good night", 3, (), ())


def test_unsafe_fixes_are_asked_for() -> None:
    lint = findings_of({"bad": ("good", "unsafe"), "sad": ("glad", "display")})
    file = SourceFile("a.md", "bad and sad")
    assert fix_file(file, lint).text == "bad and sad"
    assert fix_file(file, lint, unsafe=True).text == "good and sad"


def test_a_fix_that_does_not_remove_its_finding_is_withheld() -> None:
    lint = findings_of({"bad": ("very bad", "safe"), "sad": ("glad", "safe")})
    fixed = fix_file(SourceFile("a.md", "bad and sad"), lint)
    assert fixed.text == "bad and glad"
    assert [(each.finding.effect, each.reason) for each in fixed.withheld] == [("bad", "the finding is still there")]


def test_a_fix_that_brings_another_finding_is_withheld() -> None:
    def lint(text: str) -> list[Finding]:
        found = list(findings_of({"bad": ("evil", "safe"), "sad": ("glad", "safe")})(text))
        return found + [finding(*match.span(), "evil", None, "EXO202") for match in re.finditer("evil", text)]

    fixed = fix_file(SourceFile("a.md", "bad and sad"), lint)
    assert fixed.text == "bad and glad"
    assert fixed.withheld[0].reason == "it brings EXO202 “evil”"


def test_endless_fixes_end() -> None:
    lint = findings_of({"tick": ("tock", "safe"), "tock": ("tick", "safe")})
    assert fix_file(SourceFile("a.md", "tick"), lint).text in ("tick", "tock")


@pytest.mark.parametrize(
    ("encoding", "bom"), [("utf-8", False), ("utf-8", True), ("utf-16-le", True), ("utf-16-be", True)]
)
def test_encoding_mark_newlines_and_permissions_are_kept(tmp_path: Path, encoding: str, bom: bool) -> None:
    path = tmp_path / "a.md"
    raw = ("\ufeff" if bom else "") + "één\r\ntwo\rthree\n"
    path.write_bytes(raw.encode(encoding))
    path.chmod(0o640)
    file = SourceFile("a.md", "één\r\ntwo\rthree\n", encoding, bom)
    write_atomic(path, file, file.text.replace("two", "2"))
    assert path.read_bytes() == raw.replace("two", "2").encode(encoding)
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old", encoding="utf-8")
    (tmp_path / "link.md").symlink_to("real.md")
    write_atomic(tmp_path / "link.md", SourceFile("link.md", "old"), "new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text(encoding="utf-8") == "new"


def test_a_failed_write_leaves_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_atomic(path, SourceFile("a.md", "old"), "new \ud800")
    assert path.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a\nb\nc\n", "a\nB\nc\n"),
        ("a\nb", "a\nB"),
        ("a\r\nb\r\n", "a\r\nB\r\n"),
        ("a\rb\u2028c\x0cd\n", "a\rb\u2028c\x0cD\n"),
        ("only", "changed"),
    ],
)
@pytest.mark.parametrize("bom", [False, True])
@pytest.mark.parametrize("name", ["a.md", "my copy/über uns.md"])
def test_git_applies_the_diff(tmp_path: Path, old: str, new: str, bom: bool, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    mark = "\ufeff" if bom else ""
    path.write_bytes((mark + old).encode())
    diff = unified_diff(SourceFile(name, old, bom=bom), new)
    subprocess.run(["git", "apply", "-"], input=diff.encode(), cwd=tmp_path, check=True)
    assert path.read_bytes() == (mark + new).encode()


def test_no_change_no_diff() -> None:
    assert unified_diff(SourceFile("a.md", "a\n"), "a\n") == ""


@pytest.mark.parametrize("blanks", [3, 300])
def test_lines_between_two_changes_stay_out_of_the_diff(blanks: int) -> None:
    old = "one\n\ntwo\n" + "\nrest\n" * blanks
    changed = unified_diff(SourceFile("a.md", old), old.replace("one", "1").replace("two", "2")).splitlines()[2:]
    assert [line for line in changed if line[0] in "-+"] == ["-one", "+1", "-two", "+2"]
    assert changed[0] == "@@ -1,6 +1,6 @@"


def test_a_neighbour_with_the_same_last_word_does_not_withhold_a_fix() -> None:
    def lint(text: str) -> list[Finding]:
        found = [finding(0, len(text), "new cells", None)]
        return found + [finding(0, len(text), "old cells", fix(*m.span(), "aged")) for m in re.finditer("old", text)]

    fixed = fix_file(SourceFile("a.md", "new cells wake old cells"), lint)
    assert (fixed.text, fixed.withheld) == ("new cells wake aged cells", ())


def test_what_the_fix_next_to_it_settles_is_not_withheld() -> None:
    bad, sad = finding(0, 3, "bad", fix(0, 3, "very bad")), finding(4, 7, "sad", fix(4, 7, "glad"))
    left = {"bad sad": [bad, sad], "very bad glad": [finding(5, 8, "bad", None)]}
    fixed = fix_file(SourceFile("a.md", "bad sad"), lambda text: left.get(text, []))
    assert (fixed.text, fixed.left, fixed.withheld) == ("bad glad", (), ())
