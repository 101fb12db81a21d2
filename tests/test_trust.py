"""No network, no programs but git, no code from what is read, and nothing written that was not asked for."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

CLAIM = "Our exosomes rebuild collagen.\n"
WATCHED = """\
import os, sys
from claimcheck.cli import main

here, allowed, seen = os.getcwd(), sys.argv[1].split(","), []

def outside(path):
    return not os.path.abspath(os.fsdecode(path)).startswith(tuple(os.path.join(here, each) for each in allowed))

def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg"):
        seen.append(event)
    elif event == "subprocess.Popen" and not ("git" in allowed and arguments[0] == "git"):
        seen.append(f"{event} {arguments[0]}")
    elif event in ("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "pty.spawn"):
        seen.append(event)
    elif event == "exec" and arguments[0].co_filename.startswith(here):
        seen.append(f"{event} {arguments[0].co_filename}")
    elif event == "open" and isinstance(arguments[0], (str, bytes)) and arguments[2] & 3 and outside(arguments[0]):
        seen.append(f"{event} {arguments[0]}")
    elif event in ("os.rename", "os.remove", "os.mkdir", "os.symlink", "os.truncate") and outside(arguments[0]):
        seen.append(f"{event} {arguments[0]}")

sys.addaudithook(watch)
try:
    main(sys.argv[2:])
finally:
    print("SEEN", seen, file=sys.stderr)
"""
HOSTILE = {
    "a.md": "<script src='https://a.invalid/a.js'></script>\n\n![x](https://a.invalid/a.png)\n\n" + CLAIM,
    "b.html": f"<?php system('touch owned'); ?><!DOCTYPE x SYSTEM 'http://a.invalid/x.dtd'><p>{CLAIM}</p>",
    "c.liquid": "{{ ''.__class__.__mro__ }} {% include 'https://a.invalid' %} " + CLAIM,
    "d.yaml": "a: !!python/object/apply:os.system ['touch owned']\nb: " + CLAIM,
    "e.xliff": "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><target>&e; " + CLAIM + "</target>",
    "f.ts": "import 'https://a.invalid'; export const a = `${require('fs')} " + CLAIM + "`;",
    "yaml.py": "open('owned', 'w')\n",
    "click.py": "open('owned', 'w')\n",
    "spacy.py": "open('owned', 'w')\n",
    "sitecustomize.py": "open('owned', 'w')\n",
    "house/__init__.py": "open('owned', 'w')\n",
    "house/rules/__init__.py": "open('owned', 'w')\n",
}
RULE_OF_CODE = "code: !!python/object/apply:os.system ['touch owned']\n"


@pytest.fixture
def watched(folder, tmp_path_factory):
    """Run the command line with every network, program and write recorded; ``allowed`` is where it may write."""
    program = tmp_path_factory.mktemp("program") / "watched.py"
    program.write_text(WATCHED)
    quiet = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | {"PYTHONDONTWRITEBYTECODE": "1"}

    def watched(allowed: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        ran = subprocess.run(
            [sys.executable, str(program), allowed, *arguments],
            cwd=folder,
            env=quiet,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.stderr.strip().splitlines()[-1] == "SEEN []", ran.stderr
        assert "Traceback" not in ran.stderr
        assert not (folder / "owned").exists()
        return ran

    return watched


@pytest.fixture
def checkout(write):
    """A checkout by somebody hostile."""
    for name, text in HOSTILE.items():
        write(name, text)


def test_the_watch_sees(folder, watched):
    with pytest.raises(AssertionError, match=r"open .*\.claimcheck\.yaml"):
        watched("nothing", "init")
    with pytest.raises(AssertionError, match=r"subprocess.Popen git"):
        watched("nothing", "check", "--diff-base", "HEAD")


@pytest.mark.parametrize(
    ("allowed", "arguments", "status"),
    [
        (".claimcheck-cache", ["check"], 1),
        ("nothing", ["check", "--no-cache", "--output-format", "html"], 1),
        (".claimcheck-cache,a.md,b.html,c.liquid,d.yaml,e.xliff,f.ts,.claimcheck-", ["check", "--fix"], 0),
        ("nothing", ["check", "--diff", "--unsafe-fixes", "--no-cache"], 1),
        ("report.json,.claimcheck-", ["check", "--no-cache", "-o", "report.json"], 1),
        ("nothing", ["claims"], 0),
        ("nothing", ["rule", "EXO101"], 0),
        ("nothing", ["rule", "--all", "--output-format", "json"], 0),
        ("nothing", ["config"], 0),
        ("nothing", ["parse", CLAIM], 0),
    ],
)
def test_nothing_but_reading(watched, checkout, allowed, arguments, status):
    assert watched(allowed, *arguments).returncode == status


def test_examples_are_run_from_reading_alone(watched):
    assert "examples pass" in watched("nothing", "test").stdout


@pytest.mark.parametrize("name", [".claimcheck.yaml", "pyproject.toml"])
def test_no_code_from_configuration(watched, checkout, write, name):
    text = "packs: !!python/object/apply:os.system ['touch owned']\n"
    write(name, text if name.endswith("yaml") else "[tool.claimcheck]\npacks = ['__import__(\"os\")']\n")
    assert watched("nothing", "check", "--no-cache").returncode == 2
    watched("nothing", "config")


@pytest.mark.parametrize("name", ["rules/X.yaml", "evidence.yaml", "subjects.yaml", "rewrites.yaml"])
def test_no_code_from_packs(watched, checkout, write, name):
    write(".claimcheck.yaml", "packs: [house]\n")
    write(f"house/{name}", RULE_OF_CODE)
    assert watched("nothing", "check", "--no-cache").returncode == 2


def test_only_git_for_a_difference(watched, checkout, folder):
    marker = folder / "owned"
    me = ("-c", "user.name=a", "-c", "user.email=a@b")
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run(["git", *me, *arguments], cwd=folder, check=True)
    for key in ("core.fsmonitor", "diff.x.textconv", "diff.external", "diff.x.command"):
        subprocess.run(["git", "config", key, f"touch {marker}; false"], cwd=folder, check=True)
    (folder / ".gitattributes").write_text("* diff=x\n")
    (folder / "a.md").write_text(HOSTILE["a.md"] + "\n" + CLAIM)
    assert watched("git", "check", "--no-cache", "--diff-base", "HEAD").returncode == 1


@pytest.mark.parametrize("key", ["register", "baseline", "cache-dir", "extends"])
@pytest.mark.parametrize("path", ["../secret", "/etc/passwd"])
def test_configuration_stays_in_its_repository(watched, write, folder, key, path):
    (folder / ".git").mkdir()
    write(".claimcheck.yaml", f"{key}: {path}\n")
    write("a.md", CLAIM)
    ran = watched("nothing", "check")
    assert ran.returncode == 2 and f"'{path}' lies outside the repository" in ran.stderr


def test_a_link_out_of_the_repository_is_not_followed(watched, write, folder):
    write("secret", "password: hunter2\n")
    (folder / "site" / ".git").mkdir(parents=True)
    (folder / "site" / ".claimcheck.yaml").symlink_to(folder / "secret")
    write("site/a.md", CLAIM)
    ran = watched("nothing", "check", "site/a.md")
    assert ran.returncode == 2 and "lies outside the repository" in ran.stderr and "hunter2" not in ran.stderr


def test_the_command_line_may_lead_anywhere(claimcheck, write, folder):
    (folder / "site" / ".git").mkdir(parents=True)
    write("site/a.md", CLAIM)
    write("own.yaml", "ignore: [EXO1]\n")
    assert claimcheck("check", "site", "--config", "own.yaml", "--cache-dir", "kept").status == 0
    assert (folder / "kept").is_dir()
