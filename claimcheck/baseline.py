"""The baseline: findings that were accepted when a project adopted claimcheck, by fingerprint."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.model import Finding
from claimcheck.paths import shown
from claimcheck.writing import write_whole
from claimcheck.yamlfile import DataError, Fields, ListOf, OneOf, check, read_text

VERSION = 1
ENTRY = Fields({"fingerprint": str, "code": str, "path": str, "claim": str})
BASELINE = Fields({"version": OneOf([VERSION]), "findings": ListOf(ENTRY)})


class BaselineError(DataError):
    """A baseline that cannot be used."""


@dataclass(frozen=True)
class Entry:
    """One accepted finding; code, path and claim are there for the people who read the file."""

    fingerprint: str
    code: str
    path: str
    """Relative to the repository."""
    claim: str


def load_baseline(file: str) -> dict[str, Entry]:
    """The entries of a baseline by fingerprint. Raises BaselineError."""
    path = Path(file)
    try:
        data: Any = json.loads(read_text(path))
        check(data, BASELINE, lambda keys: f"{shown(path)}: {'.'.join(map(str, keys))}")
    except DataError as error:
        hint = "" if path.exists() else "; --write-baseline writes one"
        raise BaselineError(f"{error}{hint}") from error
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"{shown(path)}: not a baseline: {error}") from error
    return {entry["fingerprint"]: Entry(**entry) for entry in data["findings"]}


def entries_of(findings: Iterable[tuple[str, Finding]]) -> list[Entry]:
    """Baseline entries for findings, each with the path of its file relative to the repository."""
    return [Entry(each.fingerprint, each.code, path, each.unit) for path, each in findings]


def pruned(entries: Iterable[Entry], found: Collection[str], checked: Collection[str], root: Path) -> list[Entry]:
    """The entries that still stand: found again, or in a file that exists and was not checked this time."""
    return [
        each
        for each in entries
        if each.fingerprint in found or (each.path not in checked and (root / each.path).exists())
    ]


def write_baseline(path: Path, entries: Iterable[Entry]) -> None:
    """Write a baseline, sorted so that changes to it can be reviewed. Raises BaselineError."""
    ordered = sorted(set(entries), key=lambda each: (each.path, each.code, each.claim, each.fingerprint))
    data = {"version": VERSION, "findings": [vars(each) for each in ordered]}
    text = json.dumps(data, indent=1, ensure_ascii=False) + "\n"
    try:
        write_whole(path, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise BaselineError(f"cannot write {shown(path)}: {error.strerror}") from error
