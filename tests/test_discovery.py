"""Which files are looked at, and what is said about the others."""

from __future__ import annotations

import os
import subprocess

import pytest

CLAIM = "Our exosomes rebuild collagen.\n"


def files(ran) -> list[str]:
    return [each["filename"] for each in ran.json]


@pytest.fixture
def found(claimcheck):
    def found(*arguments: str) -> list[str]:
        return files(claimcheck("check", *arguments, "--output-format", "json"))

    return found


def test_folders_are_searched_in_order(found, write):
    for name in ("b/z.md", "b/a.html", "a.txt", "c.unknown", "b/c/d.markdown"):
        write(name, CLAIM)
    assert found() == ["a.txt", "b/a.html", "b/c/d.markdown", "b/z.md"]


def test_a_file_is_checked_once(found, write):
    write("a/b.md", CLAIM)
    assert found("a", "a/b.md", "./a/../a/b.md", ".") == ["a/b.md"]


def test_named_files_are_always_checked(found, write):
    for name in ("node_modules/a.md", "notes.unknown", "b.min.html"):
        write(name, CLAIM)
    assert found("node_modules/a.md", "notes.unknown", "b.min.html") == [
        "node_modules/a.md",
        "notes.unknown",
        "b.min.html",
    ]


def test_default_excludes_and_verbose(claimcheck, write):
    for name in ("node_modules/a.md", "dist/a.html", "a.min.html", "a.md"):
        write(name, CLAIM)
    ran = claimcheck("check", "--verbose", "--output-format", "json")
    assert files(ran) == ["a.md"]
    for name in ("node_modules", "dist", "a.min.html"):
        assert f"left out {name}: excluded" in ran.err


def test_a_named_folder_is_searched_even_if_it_is_excluded(found, write):
    for name in ("dist/a.html", "dist/node_modules/b.html"):
        write(name, CLAIM)
    write(".gitignore", "dist/\n")
    assert found("dist") == ["dist/a.html"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--exclude", "a/"], ["dist/c.md", "x.md"]),
        (["--extend-exclude", "a/,x.md"], []),
        (["--extend-exclude", "a/", "--extend-exclude", "*.md,!x.md"], ["x.md"]),
    ],
)
def test_exclude_options(claimcheck, write, options, expected):
    for name in ("a/b.md", "dist/c.md", "x.md"):
        write(name, CLAIM)
    assert files(claimcheck("check", *options, "--output-format", "json")) == expected


def test_force_exclude(claimcheck, write):
    write("node_modules/a.md", CLAIM)
    write("legal/a.md", CLAIM)
    write("a.md", CLAIM)
    write(".claimcheck.yaml", "extend-exclude: [legal/]\n")
    ran = claimcheck("check", "--force-exclude", "node_modules/a.md", "legal/a.md", "a.md", "--output-format", "json")
    assert files(ran) == ["a.md"] and ran.status == 1
    assert claimcheck("check", "--force-exclude", "legal/a.md").status == 0


def test_gitignore(found, claimcheck, write, folder):
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    write(".gitignore", "drafts/\n*.tmp.md\n")
    write("site/.gitignore", "old.md\n!keep.tmp.md\n")
    for name in ("drafts/a.md", "x.tmp.md", "site/old.md", "site/keep.tmp.md", "site/new.md", "old.md"):
        write(name, CLAIM)
    assert found() == ["old.md", "site/keep.tmp.md", "site/new.md"]
    assert found("site") == ["site/keep.tmp.md", "site/new.md"]
    assert "drafts/a.md" in files(claimcheck("check", "--no-respect-gitignore", "--output-format", "json"))


def test_own_files_are_left_out(found, write):
    write("a.md", CLAIM)
    write("register.yaml", "claims: []\n# description: Our exosomes rebuild collagen.\n")
    write(".claimcheck.yaml", "register: register.yaml\n")
    write("claims.yaml", f"description: {CLAIM}")
    assert found() == ["a.md"]


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_links_loops_and_pipes(claimcheck, write, folder):
    write("a/a.md", CLAIM)
    (folder / "a" / "loop").symlink_to(folder)
    (folder / "a" / "link.md").symlink_to(folder / "a" / "a.md")
    os.mkfifo(folder / "a" / "pipe.md")
    ran = claimcheck("check", "--output-format", "json", "-v")
    assert files(ran) == ["a/a.md"] and "left out a/link.md: a symbolic link" in ran.err
    ran = claimcheck("check", "a/pipe.md")
    assert ran.status == 2 and "a/pipe.md: not a regular file" in ran.err


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX file system")
def test_strange_names(claimcheck, folder):
    for name in (b"with space.md", b"[brackets].md", b"new\nline.md", b"caf\xe9.md", b"-dash.md"):
        (folder / os.fsdecode(name)).write_text(CLAIM)
    ran = claimcheck("check", "--output-format", "json")
    assert ran.status == 1 and len(ran.json) == 5 and "caf\\xe9.md" in files(ran)
    assert claimcheck("check").status == 1
    assert claimcheck("check", "--fix").status == 0


def test_utf_16_and_byte_order_marks(claimcheck, folder):
    for number, encoding in enumerate(("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig")):
        mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
        (folder / f"{number}.md").write_bytes(mark + f"Café. {CLAIM}".encode(encoding))
    ran = claimcheck("check", "--output-format", "json")
    assert [each["location"]["column"] for each in ran.json] == [11] * 4
    (folder / "bad.md").write_bytes(b"\xff\xfe" + b"\x00\xd8")
    assert claimcheck("check", "bad.md").status == 2


def test_reports_name_paths_from_the_working_directory(claimcheck, write, folder, monkeypatch):
    write("site/a.md", CLAIM)
    (folder / "other").mkdir()
    monkeypatch.chdir(folder / "other")
    assert files(claimcheck("check", "../site", "--output-format", "json")) == [(folder / "site/a.md").as_posix()]
