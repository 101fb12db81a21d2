"""The JSON Schemas beside the rules: as the readers check, and true of every file that ships."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from claimcheck.packs import rules_root
from claimcheck.schema import SCHEMAS, json_schema
from claimcheck.yamlfile import load

ROOT = rules_root()
FILES = {
    **dict.fromkeys((ROOT / "exosome" / "rules").glob("*.yaml"), "rule"),
    **dict.fromkeys((ROOT / "exosome" / "effects").glob("*.yaml"), "effects"),
    ROOT / "exosome" / "effects" / "general.yaml": "general-effects",
    ROOT / "exosome" / "evidence.yaml": "evidence",
    ROOT / "english" / "verbs.yaml": "verbs",
    ROOT / "english" / "words.yaml": "words",
    ROOT / "english" / "cues.yaml": "cues",
    ROOT / "english" / "rewriting.yaml": "rewriting",
    ROOT / "exosome" / "subjects.yaml": "subjects",
    ROOT / "exosome" / "marks.yaml": "marks",
    ROOT / "exosome" / "idioms.yaml": "idioms",
    ROOT / "exosome" / "rewrites.yaml": "rewrites",
}
WRITE = (
    "stale; from the root: python -c \"import pathlib, claimcheck.schema as s; s.write(pathlib.Path('rules/schema'))\""
)
MODELINE = "# yaml-language-server: $schema="


def problems(name: str, data: Any) -> list[str]:
    """What a schema has against some data."""
    return [error.message for error in jsonschema.Draft202012Validator(json_schema(name)).iter_errors(data)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_file_beside_the_rules_is_what_the_readers_check(name: str) -> None:
    assert json.loads((ROOT / "schema" / f"{name}.json").read_text(encoding="utf-8")) == json_schema(name), WRITE


def test_no_schema_is_left_over() -> None:
    assert {path.stem for path in (ROOT / "schema").iterdir()} == set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(name))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_shipped_file_is_valid(path: Path) -> None:
    assert problems(FILES[path], load(path)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_editors_are_shown_the_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    if first.startswith(MODELINE) or FILES[path] in ("rule", "evidence"):
        assert (path.parent / first.removeprefix(MODELINE)).resolve() == ROOT / "schema" / f"{FILES[path]}.json"


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("configuration", {"strikt": True}, "'strikt' was unexpected"),
        ("configuration", {"fail-on": "warn"}, "'warn' is not one of"),
        ("verbs", {"firm": ["firms", "firmed", "firming"]}, "too short"),
        ("idioms", {"idioms": [{"phrase": "a", "target": "all"}], "answers": []}, "'all' is not one of"),
        ("marks", {"dose": {"family": "x", "level": 3, "phrases": ["a", "a"]}}, "has non-unique elements"),
        ("register", [{"id": "a", "approved": str(datetime.date.today())}], "not valid under any"),
    ],
)
def test_a_mistake_is_seen(name: str, data: Any, problem: str) -> None:
    assert any(problem in each for each in problems(name, data))
