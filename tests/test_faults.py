"""Whatever goes wrong around it: a file is the old one or the new one, what failed is said, nothing else suffers."""

from __future__ import annotations

import errno
import json
import os
import resource
import shutil
import socket
import subprocess
import sys
import time

import pytest

from claimcheck import cache, fixing, runner, writing

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX file system")
CLAIM = "Our exosomes rebuild collagen.\n"
FIXED = "Our exosomes may help rebuild collagen.\n"
COMMAND = [sys.executable, "-m", "claimcheck"]


def names(folder) -> list[str]:
    """What a folder holds, the cache apart."""
    return sorted(path.name for path in folder.iterdir() if path.name != ".claimcheck-cache")


@pytest.fixture
def full_disk(monkeypatch):
    """The first file that is written finds no space."""
    sync, calls = os.fsync, []

    def fail_once(handle):
        calls.append(handle)
        if len(calls) == 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(handle)

    monkeypatch.setattr(writing.os, "fsync", fail_once)


@pytest.fixture
def run(folder):
    """Run the command line in a process that the permissions of files hold for, root or not."""
    tool = shutil.which("setpriv")
    if os.geteuid() == 0 and tool is None:
        pytest.skip("root, and no setpriv to give up its powers")
    drop = [tool, "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"]
    prefix = drop if os.geteuid() == 0 else []

    def run(*arguments: str):
        return subprocess.run([*prefix, *COMMAND, *arguments], cwd=folder, capture_output=True, text=True, check=False)

    return run


def test_a_full_disk_leaves_the_old_file_and_fixes_the_next(claimcheck, write, folder, full_disk):
    first, second = write("a.md", CLAIM), write("b.md", CLAIM)
    ran = claimcheck("check", "--fix")
    assert ran.status == 2 and "a.md: not fixed: No space left on device" in ran.err
    assert (first.read_text(), second.read_text()) == (CLAIM, FIXED)
    assert names(folder) == ["a.md", "b.md"]


def test_a_limit_amid_a_file_leaves_it_whole(write, folder):
    large, small = write("a.md", CLAIM + "\nOpen daily.\n" * 20_000), write("b.md", CLAIM)
    before = large.read_bytes()

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    ran = subprocess.run(
        [*COMMAND, "check", "--fix"], cwd=folder, preexec_fn=limit, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2 and "a.md: not fixed: File too large" in ran.stderr
    assert large.read_bytes() == before and small.read_text() == FIXED
    assert names(folder) == ["a.md", "b.md"]


@pytest.mark.parametrize("option", ["--output-file", "--write-baseline"])
def test_a_full_disk_leaves_the_old_report_and_the_old_baseline(claimcheck, write, folder, full_disk, option):
    write("a.md", CLAIM)
    old = write("kept", "old")
    ran = claimcheck("check", option, "kept")
    assert ran.status == 2 and "cannot write kept: No space left on device" in ran.err
    assert old.read_text() == "old" and names(folder) == ["a.md", "kept"]


@pytest.mark.parametrize("arguments", [["check", "-o", "/dev/full"], ["claims", "-o", "/dev/full"]])
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_a_full_device(claimcheck, write, arguments):
    write("a.md", CLAIM)
    ran = claimcheck(*arguments)
    assert ran.status == 2 and "cannot write /dev/full: No space left on device" in ran.err


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_a_full_standard_output_is_an_error(write, folder):
    write("a.md", CLAIM)
    with open("/dev/full", "w") as full:  # noqa: PTH123
        ran = subprocess.run([*COMMAND, "check"], cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True)
    assert ran.returncode == 2 and "No space left on device" in ran.stderr and "Traceback" not in ran.stderr


def test_a_cache_without_space_changes_nothing(claimcheck, write, monkeypatch):
    def fail(path, text):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    write("a.md", CLAIM)
    expected = claimcheck("check", "--no-cache")
    monkeypatch.setattr(cache, "_replace", fail)
    assert claimcheck("check") == expected == claimcheck("check")


def test_a_step_summary_that_cannot_be_written(claimcheck, write, folder, monkeypatch):
    write("a.md", CLAIM)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "none" / "summary.md"))
    ran = claimcheck("check", "--output-format", "github")
    assert ran.status == 2 and "cannot write the step summary: No such file" in ran.err and "EXO101" in ran.out


def test_read_only_files_are_not_replaced(write, folder, run):
    write("a.md", CLAIM).chmod(0o444)
    write("b.md", CLAIM)
    ran = run("check", "--fix")
    assert ran.returncode == 2 and "a.md: not fixed: Permission denied" in ran.stderr
    assert (folder / "a.md").read_text() == CLAIM and (folder / "b.md").read_text() == FIXED


def test_a_read_only_folder(write, folder, run):
    write("site/a.md", CLAIM)
    (folder / "site").chmod(0o555)
    ran = run("check", "site", "--fix")
    assert ran.returncode == 2 and "site/a.md: not fixed: Permission denied" in ran.stderr
    ran = run("check", "site", "--add-ignore")
    assert ran.returncode == 2 and "site/a.md: no comments written: Permission denied" in ran.stderr
    assert (folder / "site/a.md").read_text() == CLAIM and names(folder / "site") == ["a.md"]


def test_unreadable_files_and_folders_hide_nothing_else(write, folder, run):
    write("a.md", CLAIM).chmod(0)
    write("b/a.md", CLAIM)
    (folder / "b").chmod(0)
    write("c.md", CLAIM)
    ran = run("check", "--output-format", "concise")
    (folder / "b").chmod(0o755)
    assert ran.returncode == 2 and "c.md:1:5" in ran.stdout
    assert "a.md: Permission denied" in ran.stderr and "b: Permission denied" in ran.stderr


def test_a_read_only_cache_changes_nothing(write, folder, run):
    write("a.md", CLAIM)
    (folder / ".claimcheck-cache").mkdir(mode=0o555)
    for arguments in (["check"], ["check", "--cache-dir", ".claimcheck-cache/deeper"]):
        assert run(*arguments).stdout == run("check", "--no-cache").stdout
    assert list((folder / ".claimcheck-cache").iterdir()) == []


def test_a_cache_that_is_a_link_is_not_written_through(claimcheck, write, folder):
    write("site/a.md", CLAIM)
    (folder / "home").mkdir()
    (folder / "site" / ".git").mkdir()
    (folder / "site" / ".claimcheck-cache").symlink_to(folder / "home")
    os.chdir(folder / "site")
    assert claimcheck("check").status == 1
    assert names(folder / "home") == []
    (folder / "site" / ".claimcheck-cache").unlink()
    (folder / "site" / ".claimcheck-cache").mkdir()
    (folder / "site" / ".claimcheck-cache" / ".gitignore").symlink_to(folder / "home" / "new")
    assert claimcheck("check").status == 1
    assert names(folder / "home") == []


def test_a_file_that_vanishes_before_it_is_read(claimcheck, write, monkeypatch):
    gone = write("a.md", CLAIM)
    write("b.md", CLAIM)
    read = runner.read_bytes

    def late(path):
        gone.unlink(missing_ok=True)
        return read(path)

    monkeypatch.setattr(runner, "read_bytes", late)
    ran = claimcheck("check", "--output-format", "json")
    assert ran.status == 2 and "a.md: No such file or directory" in ran.err
    assert [each["filename"] for each in ran.json] == ["b.md"]


def test_a_file_that_vanishes_while_it_is_fixed_stays_gone(claimcheck, write, folder, monkeypatch):
    path = write("a.md", CLAIM)
    fix = fixing.fix_file

    def slow(*arguments):
        path.unlink()
        return fix(*arguments)

    monkeypatch.setattr(fixing, "fix_file", slow)
    ran = claimcheck("check", "--fix")
    assert ran.status == 2 and "a.md: not fixed: No such file or directory" in ran.err
    assert names(folder) == []


def test_a_file_that_becomes_a_pipe_is_not_waited_for(claimcheck, write, monkeypatch):
    path = write("a.md", CLAIM)
    read = runner.read_bytes

    def late(each):
        path.unlink()
        os.mkfifo(path)
        return read(each)

    monkeypatch.setattr(runner, "read_bytes", late)
    ran = claimcheck("check")
    assert ran.status == 2 and "a.md: not a regular file" in ran.err


def test_a_folder_that_vanishes_amid_the_search(claimcheck, write, folder, monkeypatch):
    for name in ("a/a.md", "b/b.md", "c/c.md"):
        write(name, CLAIM)
    scan = os.scandir

    def late(path="."):
        if str(path).endswith("b") and (folder / "b").exists():
            shutil.rmtree(folder / "b")
        return scan(path)

    monkeypatch.setattr(os, "scandir", late)
    ran = claimcheck("check", "--output-format", "json")
    assert ran.status == 2 and "error: b: No such file or directory" in ran.err
    assert [each["filename"] for each in ran.json] == ["a/a.md", "c/c.md"]


def test_sockets_and_links_to_themselves(claimcheck, write, folder):
    write("a.md", CLAIM)
    (folder / "self.md").symlink_to("self.md")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.md")
        ran = claimcheck("check", "--verbose", "--output-format", "json")
        assert ran.codes == ["EXO101"] and "left out socket.md: not a regular file" in ran.err
        ran = claimcheck("check", "socket.md", "self.md", "a.md", "--output-format", "json")
    assert ran.status == 2 and ran.codes == ["EXO101"]
    assert "socket.md: not a regular file" in ran.err and "self.md: Too many levels of symbolic links" in ran.err


@pytest.mark.parametrize("key", ["register", "baseline"])
def test_a_pipe_in_the_configuration_is_not_waited_for(claimcheck, write, folder, key):
    write("a.md", CLAIM)
    os.mkfifo(folder / "pipe")
    write(".claimcheck.yaml", f"{key}: pipe\n")
    ran = claimcheck("check")
    assert ran.status == 2 and "pipe: not a regular file" in ran.err


def test_strange_names_everywhere(claimcheck, folder):
    raw = (b"with space.md", b"[set]*?.md", b"new\nline.md", b"caf\xe9.md", b"-dash.md", b"l" * 250 + b".md")
    paths = [folder / os.fsdecode(name) for name in raw]
    for path in paths:
        path.write_text(CLAIM)
    assert claimcheck("check", "--write-baseline", ".claimcheck-baseline.json").status == 0
    assert claimcheck("check", "--baseline", ".claimcheck-baseline.json").status == 0
    first = claimcheck("check", "--output-format", "json")
    assert len(first.json) == len(raw) and claimcheck("check", "--output-format", "json") == first
    assert claimcheck("check", "--fix").status == 0
    assert {path.read_text() for path in paths} == {FIXED}
    assert len(list(folder.glob("*.md"))) == len(raw)


def test_several_fixes_at_once_end_in_whole_files_and_a_whole_cache(write, folder):
    paths = [write(f"{number}.md", CLAIM * 5) for number in range(12)]
    started = [
        subprocess.Popen([*COMMAND, "check", "--fix", "-q"], cwd=folder, stderr=subprocess.DEVNULL) for _ in range(3)
    ]
    while any(process.poll() is None for process in started):
        assert {path.read_text() for path in paths} <= {CLAIM * 5, FIXED * 5}
        time.sleep(0.02)
    assert {path.read_text() for path in paths} == {FIXED * 5}
    assert len(names(folder)) == len(paths)
    assert "files" in json.loads((folder / ".claimcheck-cache" / "index.json").read_bytes())


def test_what_a_killed_fix_leaves_behind_is_not_tripped_over(claimcheck, write):
    write("a.md", "Open daily.\n")
    write(".claimcheck-0011223344556677.tmp", CLAIM)
    ran = claimcheck("check", "--verbose")
    assert ran.status == 0 and "1 .tmp" in ran.err
