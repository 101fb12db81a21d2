"""The GitHub action and the pre-commit hooks, run: their own commands in a scratch repository."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from claimcheck.yamlfile import load

ROOT = Path(__file__).parent.parent
CLAIM = "Our exosomes rebuild collagen.\n"
BIN = Path(sys.executable).parent


@pytest.fixture
def repository(folder, write):
    write("site/a.md", CLAIM)
    write("emails/b.html", f"<p>{CLAIM}</p>\n")
    write("archive/old.md", CLAIM)
    write(".claimcheck.yaml", "extend-exclude: [archive/]\n")
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "."], check=True)
    return folder


@pytest.fixture
def action(repository, tmp_path_factory):
    """Run the action's last step as GitHub does, with these inputs; the steps before it only install claimcheck."""
    runner = tmp_path_factory.mktemp("runner")
    (runner / "claimcheck").mkdir()
    (runner / "claimcheck" / "bin").symlink_to(BIN)
    summary = runner / "summary.md"

    def run(**given: str) -> tuple[subprocess.CompletedProcess[str], str]:
        definition = load(ROOT / "action.yml")
        inputs = {name: each["default"] for name, each in definition["inputs"].items()} | given
        step = definition["runs"]["steps"][-1]

        def filled(text: str) -> str:
            return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: inputs[match[1]], text)

        environment = {
            **os.environ,
            "RUNNER_TEMP": str(runner),
            "GITHUB_STEP_SUMMARY": str(summary),
            **{name: filled(value) for name, value in step["env"].items()},
        }
        assert step["shell"] == "bash" and "${{" not in step["run"]
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True, check=False)
        return done, summary.read_text("utf-8") if summary.exists() else ""

    return run


def test_the_action_annotates_and_fails(action):
    done, summary = action()
    assert done.returncode == 1
    assert re.findall("^::warning file=([^,]*),line=1,", done.stdout, re.MULTILINE) == ["emails/b.html", "site/a.md"]
    assert "| warning | EXO101 | site/a.md:1 |" in summary


def test_the_action_takes_paths_options_and_a_file(action, repository):
    done, summary = action(
        **{"paths": "site/ emails/", "args": "--exit-zero --strict", "output-format": "sarif", "output-file": "a.sarif"}
    )
    assert (done.returncode, done.stdout, summary) == (0, "", "")
    (run,) = json.loads((repository / "a.sarif").read_text("utf-8"))["runs"]
    uris = [each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in run["results"]]
    assert uris == ["site/a.md", "emails/b.html"]


def test_an_input_of_the_action_is_never_a_command(action, repository):
    done, _ = action(paths="site $(touch${IFS}x) ;touch y")
    assert done.returncode == 2 and not (repository / "x").exists() and not (repository / "y").exists()


def pre_commit(hook: str, *files: str) -> subprocess.CompletedProcess[str]:
    """Run a hook of this repository with the installed claimcheck in place of a fresh installation."""
    (definition,) = (each for each in load(ROOT / ".pre-commit-hooks.yaml") if each["id"] == hook)
    repos = [{"repo": "local", "hooks": [definition | {"language": "system"}]}]
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": repos}), "utf-8")
    command = [sys.executable, "-m", "pre_commit", "run", "--files", *files]
    environment = os.environ | {"PATH": os.pathsep.join((str(BIN), os.environ["PATH"]))}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_the_hook_honours_what_is_excluded_although_each_file_is_named(repository):
    done = pre_commit("claimcheck", "site/a.md", "archive/old.md", "emails/b.html")
    assert done.returncode == 1 and "Found 2 warnings in 2 files." in done.stdout
    done = pre_commit("claimcheck", "archive/old.md")
    assert done.returncode == 0 and "Passed" in done.stdout


def test_the_fixing_hook_changes_files_and_stops_the_commit(repository):
    done = pre_commit("claimcheck-fix", "site/a.md", "archive/old.md")
    assert done.returncode == 1 and "files were modified by this hook" in done.stdout
    assert (repository / "site/a.md").read_text() == "Our exosomes may help rebuild collagen.\n"
    assert (repository / "archive/old.md").read_text() == CLAIM
    assert pre_commit("claimcheck-fix", "site/a.md").returncode == 0
