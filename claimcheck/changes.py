"""The lines that changed since the merge base with another commit, by git; renames are followed."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.model import ClaimcheckError

_HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(r"\\([0-7]{3}|.)")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


@dataclass(frozen=True)
class Changes:
    """Which lines of which files changed. ``lines`` holds half-open row ranges by absolute path."""

    root: Path
    lines: dict[Path, list[tuple[int, int]]]
    new: frozenset[Path]
    """Files that git does not know yet: every line counts."""
    files: frozenset[Path] = frozenset()
    """All files that changed, whether or not they have lines."""

    def touches_file(self, path: Path) -> bool:
        """Whether a file changed at all."""
        path = path.resolve()
        return path in self.new or path in self.files or not path.is_relative_to(self.root)

    def touches(self, path: Path, first: int, last: int) -> bool:
        """Whether any row from ``first`` to ``last`` changed; outside the repository everything did."""
        path = path.resolve()
        if path in self.new or not path.is_relative_to(self.root):
            return True
        return any(start <= last and first < end for start, end in self.lines.get(path, ()))


def changes_since(reference: str, folder: Path) -> Changes:
    """The changes of the working tree against the merge base of HEAD and ``reference``. Raises ClaimcheckError."""
    root = Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n")).resolve()
    try:
        base = _git(root, "merge-base", "--end-of-options", reference, "HEAD").strip()
    except ClaimcheckError as error:
        hint = "; fetch the whole history, this clone is shallow" if (root / ".git" / "shallow").exists() else ""
        raise ClaimcheckError(f"{error}{hint}") from error
    compare = ("diff", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames", "--no-relative")
    diff = _git(root, *compare, "--unified=0", "--src-prefix=a/", "--dst-prefix=b/", base, "--")
    lines: dict[Path, list[tuple[int, int]]] = {}
    for name, start, count in _hunks(diff):
        lines.setdefault((root / name).resolve(), []).append((start, start + count))
    untracked = _git(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    changed = _git(root, *compare, "--name-only", "-z", base, "--").split("\0")
    return Changes(root, lines, _paths(root, untracked), _paths(root, changed))


def _paths(root: Path, names: list[str]) -> frozenset[Path]:
    return frozenset((root / name).resolve() for name in names if name)


def _hunks(diff: str) -> Iterator[tuple[str, int, int]]:
    """(file, first new row, number of rows) of every hunk that adds or changes lines."""
    name = None
    in_header = True
    for line in diff.split("\n"):
        if line.startswith("diff --git "):
            name, in_header = None, True
        elif in_header and line.startswith("+++ "):
            name = _unquoted(line[4:].rstrip("\t"))
        elif match := _HUNK.match(line):
            in_header = False
            count = int(match[2]) if match[2] is not None else 1
            if name is not None and count:
                yield name, int(match[1]), count


def _unquoted(name: str) -> str | None:
    """A path as git writes it in a diff, without prefix and quotes; None for a deleted file."""
    if name == "/dev/null":
        return None
    if name.startswith('"'):
        raw = _ESCAPE.sub(lambda match: _character(match[1]), name[1:-1])
        name = raw.encode("latin-1", "surrogateescape").decode("utf-8", "surrogateescape")
    return name.removeprefix("b/")


def _character(escape: str) -> str:
    return chr(int(escape, 8)) if escape.isdigit() else _LETTERS.get(escape, escape)


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", *arguments],
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
        )
    except OSError as error:
        raise ClaimcheckError(f"--diff-base needs git: {error.strerror}") from error
    if done.returncode:
        reason = done.stderr.strip().splitlines()
        raise ClaimcheckError(f"--diff-base: git {arguments[0]}: {reason[0] if reason else 'failed'}")
    return done.stdout
