"""The pieces of copy in ``examples/``: what is found in them is what a careful reader listed by hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
SEVERITIES = {2: "note", 3: "warning", 4: "error"}
LISTS = yaml.safe_load((EXAMPLES / "expected.yaml").read_text("utf-8"))
KNOWN = LISTS.pop("known")
FILES = sorted(path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("*.*") if path.suffix != ".yaml")


class Line(NamedTuple):
    """A line of the hand list."""

    words: str
    code: str
    level: int


def line(entry: Mapping[str, Any]) -> Line:
    return Line(entry["words"], entry["code"], entry["level"])


def known(name: str, problem: str) -> list[Line]:
    return [line(entry) for entry in KNOWN if (entry["file"], entry["problem"]) == (name, problem)]


def answers(finding: Mapping[str, Any], expected: Line) -> bool:
    """Whether a finding reports the listed words: same rule and level, and the effect lies in or over the words."""
    if (finding["code"], finding["level"]) != (expected.code, expected.level):
        return False
    start, effect = finding["unit"].find(expected.words), finding["unit"].find(finding["effect"])
    return start >= 0 and start < effect + len(finding["effect"]) and effect < start + len(expected.words)


@pytest.fixture
def found(claimcheck, monkeypatch):
    def found(name: str) -> list[dict[str, Any]]:
        monkeypatch.chdir(ROOT)
        return claimcheck("check", f"examples/{name}", "--no-cache", "--output-format", "json").json

    return found


def test_every_example_has_a_list():
    assert sorted(LISTS) == FILES


@pytest.mark.parametrize("name", FILES)
def test_findings_are_those_of_the_hand_list(found, name):
    left, missed = found(name), []
    for expected in map(line, LISTS[name]):
        finding = next((each for each in left if answers(each, expected)), None)
        if finding is None:
            missed.append(expected)
            continue
        left.remove(finding)
        assert finding["severity"] == SEVERITIES[expected.level]
    extra = [Line(each["effect"], each["code"], each["level"]) for each in left]
    assert missed == known(name, "missed"), "not found, or listed under known and found"
    assert extra == known(name, "extra"), "found without being listed, or listed under known and not found"


def test_known_lines_say_why():
    for entry in KNOWN:
        assert entry["file"] in LISTS and entry["problem"] in ("missed", "extra") and entry["reason"]
