"""Results of earlier runs, keyed by content, packs, settings and version; without it everything works, only slower.

One JSON file holds an entry per linted file. A file whose size and times are those of the entry is not even read; a
file that changed so recently that its times prove nothing is compared by its hash. Whatever is wrong with the cache
(unreadable, broken, written by two runs at once, no space left) costs time and never a result.
"""

from __future__ import annotations

import os
import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimcheck import __version__
from claimcheck.model import Edit, Finding, Fix, Subject
from claimcheck.work import Outcome

FOLDER = ".claimcheck-cache"
INDEX = "index.json"
EXTRAS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# written by claimcheck\n",
}
FORMAT = f"{__version__} 4"
"""The version that wrote the index, and that of its shape."""
MAX_ENTRIES = 200_000
"""From here on old entries are dropped: most are of files that are gone."""
MAX_BYTES = 256_000_000
RACY = 2_000_000_000
"""Nanoseconds within which two writes may leave the same times on a file."""
NOTHING = Outcome()
KEPT = [name for name in Finding._fields if name not in ("path", "claim")]
"""What is kept of a finding."""

Stamp = list[int]
"""Size and times of a file: of its content, and of whatever else the file system knows of it."""


@dataclass(eq=False, repr=False)
class Cache:
    """The cache in one folder. Files go by their absolute paths; ``context`` names all that a result depends on
    besides the content."""

    folder: Path
    started: int = field(default_factory=time.time_ns)
    entries: dict[str, list[Any]] = field(default_factory=dict)
    """Absolute path → [stamp, context, hash, what the outcome holds]."""
    changed: set[str] = field(default_factory=set)
    stamps: dict[str, Stamp] = field(default_factory=dict)
    """Those of the files that had to be read, from before they were."""

    def load(self) -> Cache:
        """Read what is there."""
        self.entries = self._read()
        return self

    def by_time(self, path: str, context: str) -> Outcome | None:
        """The outcome for a file that is surely unchanged and without findings, else None: it has to be read."""
        try:
            now = os.stat(path)  # noqa: PTH116  # a path object costs more than the look at the file
        except OSError:
            return None
        stamp = [now.st_size, now.st_mtime_ns, now.st_ctime_ns]
        entry = self.entries.get(path)
        if entry is not None and entry[0] == stamp and entry[1] == context:
            if entry[3] is None:
                return NOTHING
            outcome = None if _has_findings(entry[3]) else _outcome(entry)
            if outcome is not None:
                return outcome
        self.stamps[path] = stamp
        return None

    def by_content(self, path: str, context: str, content: bytes) -> Outcome | None:
        """The outcome for a file with this content."""
        entry = self.entries.get(path)
        if entry is None or entry[1] != context or entry[2] != hash_of(content):
            return None
        outcome = _outcome(entry)
        if outcome is not None and entry[0] != self._lasting(path):
            self.put(path, context, entry[2], outcome)
        return outcome

    def put(self, path: str, context: str, hash: str, outcome: Outcome) -> None:
        """Remember an outcome for content with this hash."""
        self.entries[path] = [self._lasting(path), context, hash, None if outcome == NOTHING else _plain(outcome)]
        self.changed.add(path)

    def save(self) -> None:
        """Write what is new, on top of what another run may have written meanwhile."""
        if not self.changed:
            return
        import json

        entries = self._read()
        if len(entries) > MAX_ENTRIES:
            entries = {}
        entries |= {key: self.entries[key] for key in self.changed}
        with suppress(OSError, ValueError):
            self.folder.mkdir(parents=True, exist_ok=True)
            for name, text in EXTRAS.items():
                with suppress(FileExistsError), (self.folder / name).open("x", encoding="utf-8") as stream:
                    stream.write(text)
            _replace(self.folder / INDEX, json.dumps({"format": FORMAT, "files": entries}, separators=(",", ":")))

    def _read(self) -> dict[str, list[Any]]:
        import json

        with suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            path = self.folder / INDEX
            if path.is_file() and path.stat().st_size <= MAX_BYTES:
                data = json.loads(path.read_bytes())
                if data["format"] == FORMAT and _are_entries(data["files"].values()):
                    return dict(data["files"])
        return {}

    def _lasting(self, path: str) -> Stamp | None:
        """The stamp that proves in a later run that a file is unchanged; None where a second write could share it."""
        stamp = self.stamps.get(path)
        return stamp if stamp and max(stamp[1:]) < self.started - RACY else None


def build(code: Path = Path(__file__).parent) -> str:
    """The version and what tells its code from any other: the hashes that its installer recorded, so that a cache
    restored on another machine still counts; in a checkout, when the code last changed."""
    with suppress(OSError, UnicodeError):
        record = (code.parent / f"claimcheck_copy-{__version__}.dist-info" / "RECORD").read_text("utf-8")
        listed = [line for line in record.splitlines() if line.startswith(f"{code.name}/") and ",sha256=" in line]
        if listed:
            return f"{__version__} {hash_of(''.join(sorted(listed)).encode())}"
    newest = max(path.stat().st_mtime_ns for path in code.rglob("*.py"))
    return f"{__version__} {newest}"


def clean(folder: Path) -> bool:
    """Remove the cache from a folder; returns whether there was one. Other files in it stay. Raises OSError."""
    found = [*folder.glob(f"{INDEX}*"), *(path for name in EXTRAS if (path := folder / name).is_file())]
    if not found or not found[0].name.startswith(INDEX):
        return False
    for path in found:
        path.unlink()
    with suppress(OSError):
        folder.rmdir()
    return True


def hash_of(content: bytes) -> str:
    """What stands for the content of a file: half a SHA-256, as a long index takes longer to read."""
    import hashlib

    return hashlib.sha256(content).hexdigest()[:32]


def _are_entries(entries: Collection[Any]) -> bool:
    return set(map(type, entries)) <= {list} and set(map(len, entries)) <= {4}


def _has_findings(plain: Any) -> bool:
    return type(plain) is list and bool(plain and plain[0])


def _plain(outcome: Outcome) -> list[Any]:
    findings = [[getattr(finding, name) for name in KEPT] for finding in outcome.findings]
    return [findings, outcome.suppressed, outcome.registered, outcome.foreign]


def _outcome(entry: list[Any]) -> Outcome | None:
    if entry[3] is None:
        return NOTHING
    with suppress(TypeError, KeyError, ValueError, AttributeError):
        findings, *counts = entry[3]
        return Outcome(tuple(map(_finding, findings)), *counts)
    return None


def _finding(data: list[Any]) -> Finding:
    values = dict(zip(KEPT, data, strict=True))
    if values["fix"] is not None:
        applicability, message, edits = values["fix"]
        values["fix"] = Fix(applicability, message, tuple(Edit(*edit) for edit in edits))
    values["subject"] = Subject(*values["subject"])
    for name in ("evidence", "suggestions"):
        values[name] = tuple(values[name])
    return Finding(path="", **values)


def _replace(path: Path, text: str) -> None:
    import tempfile

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
