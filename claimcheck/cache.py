"""Results of earlier runs, keyed by content, packs, settings and version; without it everything works, only slower.

One JSON file holds an entry per linted file. A file whose size and time are those of the entry is not even read; a
file that changed so recently that its time proves nothing is compared by its hash. Whatever is wrong with the cache
(unreadable, broken, written by two runs at once, no space left) costs time and never a result.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from claimcheck import __version__
from claimcheck.model import Edit, Finding, Fix, Subject
from claimcheck.paths import absolute
from claimcheck.pipeline import Outcome

FOLDER = ".claimcheck-cache"
INDEX = "index.json"
EXTRAS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# written by claimcheck\n",
}
MAX_FOREIGN = 50_000
"""Entries of files outside this run that are kept."""
MAX_BYTES = 256_000_000
RACY = 2_000_000_000
"""Nanoseconds within which two writes may leave the same time on a file."""


@dataclass
class Cache:
    """The cache in one folder. ``context`` of an entry names all but the content that its result depends on."""

    folder: Path
    started: int = field(default_factory=time.time_ns)
    entries: dict[str, list[Any]] = field(default_factory=dict)
    """Absolute path → [size, time of change, time of check, context, hash, findings, suppressed, registered,
    foreign]."""
    changed: set[str] = field(default_factory=set)

    def load(self) -> Cache:
        """Read what is there."""
        self.entries = self._read()
        return self

    def by_time(self, path: Path, context: str) -> Outcome | None:
        """The outcome for a file that is surely unchanged, None where that cannot be told without reading it."""
        entry = self.entries.get(_key(path))
        if entry is None or entry[3] != context:
            return None
        with suppress(OSError):
            now = path.stat()
            if [now.st_size, now.st_mtime_ns] == entry[:2] and now.st_mtime_ns < entry[2] - RACY:
                return _outcome(entry)
        return None

    def by_content(self, path: Path, context: str, content: bytes) -> Outcome | None:
        """The outcome for a file with this content."""
        entry = self.entries.get(_key(path))
        if entry is None or entry[3] != context or entry[4] != _hash(content):
            return None
        outcome = _outcome(entry)
        if outcome is not None:
            self.put(path, context, content, outcome)
        return outcome

    def put(self, path: Path, context: str, content: bytes, outcome: Outcome) -> None:
        """Remember an outcome."""
        with suppress(OSError):
            now = path.stat()
            findings = [_plain(each) for each in outcome.findings]
            entry = [now.st_size, now.st_mtime_ns, self.started, context, _hash(content), findings]
            self.entries[_key(path)] = [*entry, outcome.suppressed, outcome.registered, outcome.foreign]
            self.changed.add(_key(path))

    def save(self) -> None:
        """Write what is new, on top of what another run may have written meanwhile."""
        if not self.changed:
            return
        entries = self._read()
        if len(entries) > len(self.entries) + MAX_FOREIGN:
            entries = {}
        entries |= {key: self.entries[key] for key in self.changed}
        with suppress(OSError, ValueError):
            self.folder.mkdir(parents=True, exist_ok=True)
            for name, text in EXTRAS.items():
                if not (self.folder / name).exists():
                    (self.folder / name).write_text(text, encoding="utf-8")
            _replace(self.folder / INDEX, json.dumps({"version": __version__, "files": entries}, separators=(",", ":")))

    def _read(self) -> dict[str, list[Any]]:
        with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
            path = self.folder / INDEX
            if path.stat().st_size <= MAX_BYTES:
                data = json.loads(path.read_bytes())
                if data["version"] == __version__:
                    return {str(key): entry for key, entry in data["files"].items() if len(entry) == 9}
        return {}


def build() -> str:
    """The version, and when the code last changed, for those who work on claimcheck itself."""
    code = Path(__file__).parent
    newest = max(path.stat().st_mtime_ns for path in code.rglob("*.py"))
    return f"{__version__} {newest}"


def clean(folder: Path) -> bool:
    """Remove the cache from a folder; returns whether there was one. Other files in it stay. Raises OSError."""
    names = (INDEX, *EXTRAS)
    found = [folder / name for name in names if (folder / name).is_file()]
    if not (folder / INDEX).is_file():
        return False
    for path in found:
        path.unlink()
    with suppress(OSError):
        folder.rmdir()
    return True


def _key(path: Path) -> str:
    return os.fsencode(absolute(path)).decode("utf-8", "backslashreplace")


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _plain(finding: Finding) -> dict[str, Any]:
    return asdict(replace(finding, path="", claim=None))


def _outcome(entry: list[Any]) -> Outcome | None:
    with suppress(TypeError, KeyError, ValueError, AttributeError):
        return Outcome(tuple(map(_finding, entry[5])), *map(int, entry[6:]))
    return None


def _finding(data: dict[str, Any]) -> Finding:
    fix = data["fix"]
    if fix is not None:
        fix = Fix(fix["applicability"], fix["message"], tuple(Edit(**edit) for edit in fix["edits"]))
    values = {
        **data,
        "subject": Subject(**data["subject"]),
        "evidence": tuple(data["evidence"]),
        "suggestions": tuple(data["suggestions"]),
        "fix": fix,
    }
    return Finding(**values)


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
