"""README, CONTRIBUTING and docs say what claimcheck does: their excerpts, tables, links and snippets are tried out."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest
import yaml

from claimcheck.cli import COMMANDS
from claimcheck.extract import SUFFIXES
from claimcheck.packs import load_pack
from claimcheck.report import REPORTERS
from claimcheck.settings import SHAPE

ROOT = Path(__file__).parent.parent
PAGES = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    *sorted(f"docs/{path.name}" for path in (ROOT / "docs").iterdir()),
]
TEXTS = {page: (ROOT / page).read_text("utf-8") for page in PAGES}


def fences(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXTS[page], re.DOTALL | re.MULTILINE)


def every(language: str) -> list[tuple[str, str]]:
    return [(page, block) for page in PAGES for block in fences(page, language)]


def options_of(command: str) -> set[str]:
    found = import_module(f"claimcheck.cli.{command}_command").command
    return {each for param in found.params if isinstance(param, click.Option) for each in param.opts}


def heads(page: str) -> set[str]:
    """The anchors of a page, as GitHub makes them."""
    titles = re.findall(r"^#+ (.+)$", TEXTS[page], re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize(("page", "block"), every("console"))
def test_what_the_terminal_prints_is_what_claimcheck_prints(claimcheck, monkeypatch, page, block):
    command, _, shown = block.partition("\n")
    monkeypatch.chdir(ROOT)
    _, *arguments = shlex.split(command.removeprefix("$ "))
    printed = claimcheck(*arguments, *["--no-cache"] * (arguments[0] == "check")).out
    for excerpt in shown.split("\n…\n"):
        assert excerpt.strip("\n") in printed
        printed = printed.partition(excerpt.strip("\n"))[2]


@pytest.mark.parametrize(("page", "block"), every("sh"))
def test_commands_in_snippets_exist_with_their_options(page, block):
    for command, rest in re.findall(r"\bclaimcheck (\w+)([^|#\n]*)", block):
        assert command in COMMANDS
        assert set(re.findall(r"(?<=\s)--?[a-z][\w-]*", rest)) <= options_of(command)


@pytest.mark.parametrize("page", PAGES)
def test_options_named_in_prose_exist(page):
    known = set().union(*map(options_of, COMMANDS)) | {"--help"}
    assert set(re.findall(r"(?<=`)--[a-z][\w-]*", TEXTS[page])) - {"--files"} <= known


def test_every_option_is_documented():
    text = TEXTS["docs/commands.md"]
    for command in COMMANDS:
        assert f"`claimcheck {command}" in text
        missing = {each for each in options_of(command) if each.startswith("--") and f"`{each}" not in text}
        assert missing <= {"--output-format"}


def test_every_key_of_the_configuration_is_documented():
    table = TEXTS["docs/configuration.md"].partition("## Keys")[2].partition("\n\nPatterns")[0]
    rows = [row.split("|")[1] for row in table.splitlines() if row.startswith("| `")]
    assert sorted(key for row in rows for key in re.findall("`([^`]+)`", row)) == sorted(SHAPE.optional)


def test_every_report_is_documented():
    rows = re.findall(r"^\| (`.+?) \|", TEXTS["docs/reports.md"].partition("\n## ")[0], re.MULTILINE)
    assert sorted(name for row in rows for name in re.findall("`([^`]+)`", row)) == sorted(REPORTERS)


def test_every_suffix_is_documented():
    rows = re.findall(r"^\| [^|]+ \| (`[^|]+) \|", TEXTS["docs/formats.md"], re.MULTILINE)
    assert sorted(each for row in rows for each in re.findall("`([^`]+)`", row)) == sorted(SUFFIXES)


def test_the_rule_pages_are_current(claimcheck):
    shown = claimcheck("rule", "--all", "--output-format", "markdown").out
    assert TEXTS["docs/rules.md"] == shown, "run: claimcheck rule --all --output-format markdown > docs/rules.md"


def test_every_rule_points_to_its_section():
    for rule in load_pack().rules.values():
        place, _, anchor = rule.url.partition("#")
        assert place.endswith("/docs/rules.md") and anchor == rule.code.lower()
        assert anchor in heads("docs/rules.md")


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", TEXTS[page])):
        path, _, anchor = target.partition("#")
        file = (ROOT / page).parent / path if path else ROOT / page
        assert file.exists(), target
        assert not anchor or anchor in heads(os.path.relpath(file, ROOT).replace(os.sep, "/")), target


@pytest.mark.parametrize(("page", "block"), every("yaml"))
def test_yaml_can_be_read(page, block):
    assert yaml.safe_load(block)


@pytest.mark.parametrize(("page", "block"), every("markdown"))
def test_suppressed_copy_passes(claimcheck, page, block):
    ran = claimcheck("check", "-", "--stdin-filename", "page.md", stdin=block)
    assert (ran.status, "1 suppressed" in ran.out) == (0, True)


def test_the_json_of_a_finding_is_what_is_reported(claimcheck, write):
    write("site/serum.md", "Our exosome serum firms the skin.\n")
    (block,) = fences("docs/reports.md", "json")
    assert [json.loads(block)] == claimcheck("check", "site", "--output-format", "json").json


def test_the_spacy_example_runs(capsys):
    (block,) = fences("README.md", "python")
    exec(block, {})
    assert re.search(r"# (.*) \.\.\.$", block, re.MULTILINE)[1] in capsys.readouterr().out.replace("\n", " ")


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {key: value for key, value in os.environ.items() if key != "GITHUB_STEP_SUMMARY"} | {"PATH": path}
    return subprocess.run(
        ["bash", "-e", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("page", ["README.md", "docs/baseline.md"])
def test_an_old_site_of_500_files_adopts_with_three_commands(folder, write, page):
    for number in range(500):
        write(f"site/{number}.md", f"# Exosome facial {number}\n\nOur exosomes firm skin, visit {number}.\n")
    subprocess.run(["git", "init", "-q"], check=True)
    block = next(each for each in fences(page, "sh") if "--write-baseline" in each)
    assert len(block.splitlines()) == 3
    adopted = shell(block, folder)
    assert (adopted.returncode, "wrote 500 findings" in adopted.stderr) == (0, True), adopted.stderr
    job = yaml.safe_load((folder / ".github/workflows/claimcheck.yml").read_text("utf-8"))["jobs"]["claims"]
    command = next(step["run"] for step in job["steps"] if "claimcheck check" in step.get("run", ""))
    assert shell(command, folder).returncode == 0
    write("site/7.md", "# Exosome facial 7\n\nNew words. Our exosomes firm skin, visit 7.\n\nExosomes regrow hair.\n")
    later = shell(command, folder)
    assert (later.returncode, later.stdout.count("::warning")) == (1, 1) and "EXO106" in later.stdout
