"""The cache changes how long a run takes and nothing else."""

from __future__ import annotations

import json
import os
import time

import pytest

from claimcheck import __version__, pipeline
from claimcheck.cache import NOTHING, Cache, build

CLAIM = "Our exosomes rebuild collagen.\n"


@pytest.fixture
def checked(monkeypatch):
    """The paths that went through the language stage."""
    paths: list[str] = []

    check = pipeline.check

    def counted(work):
        paths.append(work.file.path)
        return check(work)

    monkeypatch.setattr(pipeline, "check", counted)
    return paths


def age(folder, seconds: int = 60) -> None:
    """Make every file look as if it had not been touched for a while."""
    for path in folder.rglob("*.md"):
        os.utime(path, (time.time() - seconds,) * 2)


def report(claimcheck, *options: str):
    ran = claimcheck("check", "--output-format", "json", *options)
    return ran.status, ran.out


def test_a_second_run_says_the_same_without_the_language_stage(claimcheck, write, folder, checked):
    write("a.md", CLAIM + "\n<!-- claimcheck: ignore[EXO106] x -->\nExosome therapy regrows hair.\n")
    write("b.md", "Open daily.\n")
    age(folder)
    first = report(claimcheck)
    assert checked == ["a.md"]
    full = claimcheck("check")
    assert report(claimcheck) == first and checked == ["a.md"]
    assert claimcheck("check", "--no-cache") == full and checked == ["a.md", "a.md"]


@pytest.mark.parametrize("aged", [False, True])
def test_an_edit_is_seen_even_at_the_same_size_and_time(claimcheck, write, folder, aged):
    path = write("a.md", CLAIM)
    if aged:
        age(folder)
    report(claimcheck)
    times = path.stat()
    write("a.md", CLAIM.replace("collagen", "a house "[:8]))
    if not aged:
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert report(claimcheck) == (0, "[]\n")


@pytest.mark.parametrize("options", [["--strict"], ["--ignore", "EXO1"], ["--isolated", "--select", "EXO2"]])
def test_other_settings_are_other_results(claimcheck, write, folder, options):
    write("a.md", CLAIM + "\nOur exosomes can calm redness.\n")
    age(folder)
    report(claimcheck)
    assert report(claimcheck, *options) == report(claimcheck, *options, "--no-cache")


def test_the_register_counts(claimcheck, write, folder):
    write("a.md", CLAIM)
    write(".claimcheck.yaml", "register: register.yaml\n")
    entry = (
        "- {{id: a, claim: {{family: collagen}}, evidence: {{title: b}}, owner: c, approved: 2020-01-01, "
        "expires: 2999-01-01, allows: {}}}\n"
    )
    write("register.yaml", entry.format(3))
    age(folder)
    assert report(claimcheck)[0] == 0
    write("register.yaml", entry.format(2))
    assert report(claimcheck)[0] == 1


def test_findings_are_shown_under_the_path_of_this_run(claimcheck, write, folder, monkeypatch):
    write("site/a.md", CLAIM)
    report(claimcheck, "--cache-dir", str(folder / "cache"))
    monkeypatch.chdir(folder / "site")
    ran = claimcheck("check", "--cache-dir", str(folder / "cache"), "--output-format", "json")
    assert ran.json[0]["filename"] == "a.md"


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: "{",
        lambda text: "[]",
        lambda text: '{"version": 1}',
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"code"', '"kode"'),
        lambda text: text.replace('"suppressed"', '"suppress"'),
        lambda text: text.replace('"files":{', '"files":[').replace("}}", "]}"),
        lambda text: json.dumps({**json.loads(text), "files": {key: [1] * 9 for key in json.loads(text)["files"]}}),
        lambda text: json.dumps({**json.loads(text), "files": dict.fromkeys(json.loads(text)["files"], 1)}),
    ],
)
def test_a_damaged_cache_is_no_cache(claimcheck, write, folder, damage):
    write("a.md", CLAIM)
    age(folder)
    first = report(claimcheck)
    index = folder / ".claimcheck-cache" / "index.json"
    index.write_text(damage(index.read_text()))
    assert report(claimcheck) == first == report(claimcheck)


def test_a_folder_that_cannot_be_written(claimcheck, write, folder):
    write("a.md", CLAIM)
    write("taken", "a file where the cache would go")
    first = report(claimcheck, "--no-cache")
    assert report(claimcheck, "--cache-dir", "taken") == first
    assert report(claimcheck, "--cache-dir", "taken/deeper") == first


def test_failures_are_not_remembered(claimcheck, write, folder, monkeypatch):
    write("a.md", CLAIM)
    age(folder)

    def broken(work):
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "check", broken)
        assert report(claimcheck)[0] == 2
    assert report(claimcheck)[0] == 1


def test_no_cache_writes_nothing(claimcheck, write, folder):
    write("a.md", CLAIM)
    report(claimcheck, "--no-cache")
    assert not (folder / ".claimcheck-cache").exists()


def test_clean_removes_the_cache_and_nothing_else(claimcheck, write, folder):
    write("a.md", CLAIM)
    assert "no cache in .claimcheck-cache" in claimcheck("clean").out
    report(claimcheck)
    assert (folder / ".claimcheck-cache" / ".gitignore").read_text() == "*\n"
    write(".claimcheck-cache/precious.txt", "mine")
    assert "removed .claimcheck-cache" in claimcheck("clean").out
    assert [path.name for path in (folder / ".claimcheck-cache").iterdir()] == ["precious.txt"]


def test_clean_takes_no_other_folder_for_a_cache(claimcheck, write, folder):
    write("site/.gitignore", "*.tmp\n")
    claimcheck("clean", "--cache-dir", "site")
    assert (folder / "site" / ".gitignore").exists()


def test_entries_of_other_runs_are_kept(claimcheck, write, folder, checked):
    write("a/a.md", CLAIM)
    write("b/b.md", CLAIM)
    age(folder)
    for name in ("a", "b", "a", "b"):
        claimcheck("check", name)
    assert checked == ["a/a.md", "b/b.md"]


def test_a_forged_time_is_seen(claimcheck, write, folder):
    path = write("a.md", CLAIM)
    age(folder)
    assert report(claimcheck)[0] == 1
    times = path.stat()
    path.write_text("Open daily.".ljust(len(CLAIM) - 1) + "\n")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert path.stat().st_size == times.st_size
    assert report(claimcheck) == (0, "[]\n")


def test_runs_at_once_end_in_a_whole_index(claimcheck, write, folder):
    write("a.md", CLAIM)
    write("b.md", CLAIM)
    index = folder / ".claimcheck-cache" / "index.json"
    first, second = Cache(index.parent).load(), Cache(index.parent).load()
    first.put("/a", "", "", NOTHING)
    second.put("/b", "", "", NOTHING)
    first.save()
    second.save()
    assert json.loads(index.read_text())["files"].keys() == {"/a", "/b"}
    assert [path.name for path in index.parent.iterdir() if path.name.startswith("index")] == ["index.json"]


def test_clean_takes_what_a_killed_run_left(claimcheck, write, folder):
    write(".claimcheck-cache/index.json.x1y2", "{")
    claimcheck("clean")
    assert not (folder / ".claimcheck-cache").exists()


def test_a_file_under_another_repository_has_other_fingerprints(claimcheck, write, folder):
    write("site/a.md", CLAIM)
    before = report(claimcheck, "--cache-dir", str(folder / "cache"))
    (folder / "site" / ".git").mkdir()
    after = report(claimcheck, "--cache-dir", str(folder / "cache"))
    assert after == report(claimcheck, "--no-cache") != before


def test_an_installed_copy_is_known_by_its_content_and_not_by_its_times(tmp_path):
    def installed(name: str, digest: str, moment: int) -> str:
        code, record = tmp_path / name / "claimcheck", tmp_path / name / f"claimcheck_copy-{__version__}.dist-info"
        code.mkdir(parents=True)
        record.mkdir()
        (code / "model.py").write_text("")
        os.utime(code / "model.py", (moment, moment))
        (record / "RECORD").write_text(f"claimcheck/model.py,sha256={digest},9\n../../bin/claimcheck,sha256={name},1\n")
        return build(code)

    first = installed("one", "abc", 1_000)
    assert installed("two", "abc", 2_000) == first
    assert installed("three", "abd", 1_000) != first


def test_a_checkout_is_known_by_the_time_of_its_last_change(tmp_path):
    (tmp_path / "model.py").write_text("")
    first = build(tmp_path)
    os.utime(tmp_path / "model.py", (1_000, 1_000))
    assert build(tmp_path) != first
