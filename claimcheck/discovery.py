"""Paths → files to lint, in one order on every machine; whatever is left out is reported with its reason."""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from claimcheck.globs import Globs, globs
from claimcheck.model import ClaimcheckError, Failure
from claimcheck.paths import absolute, shown, suffix
from claimcheck.settings import Settings
from claimcheck.yamlfile import DataError

STDIN = "-"
SettingsOf = Callable[[Path], Settings]

_PLACE = r"(?s)(?P<file>(?!--).*?)(?::(?P<line>\d+))?: (?P<message>.*)"


class Target(NamedTuple):
    """A file to lint."""

    path: str
    name: str
    """The last part of the path."""
    explicit: bool
    """Named by the user, not found in a folder."""


class Skipped(NamedTuple):
    """A file or folder that is left out on purpose."""

    path: str
    reason: str


Found = Target | Failure | Skipped


@dataclass(eq=False, repr=False)
class Discovery:
    """How to look for files. ``settings_of`` gives the settings of a folder and may raise ClaimcheckError."""

    settings_of: SettingsOf
    suffixes: Collection[str]
    """What is linted inside folders, lower case, with the dot."""
    respect_gitignore: bool = True
    force_exclude: bool = False
    written: frozenset[str] = frozenset()
    """Absolute paths that this run writes to."""
    seen: set[str] = field(default_factory=set)
    others: Counter[str] = field(default_factory=Counter)
    """How many files of each unknown suffix the folder at hand holds."""

    def find(self, paths: Sequence[str]) -> Iterator[Found]:
        """Every file below the paths once, sorted within each; a path that cannot be checked is a Failure."""
        for name in paths:
            path = Path(os.path.normpath(name))
            try:
                yield from self._path(path)
            except OSError as error:
                yield Failure(shown(path), error.strerror or str(error))
            except ClaimcheckError as error:
                yield failure(shown(path), error)

    def _path(self, path: Path) -> Iterator[Found]:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            yield from self._folder(path)
        elif not stat.S_ISREG(mode):
            yield Failure(shown(path), "not a regular file")
        elif self.force_exclude and _excluded(self.settings_of(path.parent), path):
            yield Skipped(shown(path), "excluded")
        elif absolute(path) not in self.seen:
            self.seen.add(absolute(path))
            yield Target(os.fspath(path), path.name, explicit=True)

    def _folder(self, folder: Path) -> Iterator[Found]:
        ignored = _ignored_above(folder) if self.respect_gitignore else []
        count = 0
        for found in self._walk(folder, ignored, folder):
            count += not isinstance(found, Skipped)
            yield found
        if self.others:
            yield Skipped(shown(folder), _others(self.others))
            self.others.clear()
        if not count and not self.force_exclude:
            yield Failure(shown(folder), "no files to check in this folder")

    def _walk(self, folder: Path, ignored: list[_Ignored], top: Path) -> Iterator[Found]:
        settings, here = self.settings_of(folder), folder.absolute()
        exclude = settings.excluded
        if exclude.match(settings.relative(top) + "/") is not None:
            exclude = exclude.without(settings.relative(top) + "/")
        if self.respect_gitignore and (file := folder / ".gitignore").is_file():
            ignored = [*ignored, _Ignored(here, _gitignore(file))]
        own = {settings.register, settings.baseline, *self.written}
        seen_as, full = _prefix(settings.relative(folder)), os.path.join(absolute(folder), "")  # noqa: PTH118
        of_files = exclude.of_files()
        known_as = "" if of_files.by_name else seen_as
        ignored_as = [(each.patterns, _prefix(here.relative_to(each.folder).as_posix())) for each in ignored]
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            is_plain = entry.is_file(follow_symlinks=False)
            is_folder = not is_plain and entry.is_dir(follow_symlinks=False)
            if not is_folder and suffix(entry.name) not in self.suffixes and not _is_linked_folder(entry):
                self.others[suffix(entry.name) or entry.name] += 1
                continue
            name = entry.name + "/" * is_folder
            if not is_plain and entry.is_symlink():
                yield Skipped(shown(entry.path), "a symbolic link; name it to check it")
            elif exclude.match(seen_as + name) if is_folder else of_files.match(known_as + name):
                yield Skipped(shown(entry.path), f"excluded by {exclude.matching(seen_as + name)}")
            elif full + entry.name in own:
                yield Skipped(shown(entry.path), "a file of claimcheck's own")
            elif ignored_as and _is_ignored(ignored_as, name):
                yield Skipped(shown(entry.path), "in .gitignore")
            elif is_folder:
                yield from self._enter(Path(entry.path), ignored, top)
            elif not is_plain:
                yield Skipped(shown(entry.path), "not a regular file")
            elif full + entry.name not in self.seen:
                self.seen.add(full + entry.name)
                yield Target(entry.path, entry.name, explicit=False)

    def _enter(self, folder: Path, ignored: list[_Ignored], top: Path) -> Iterator[Found]:
        try:
            yield from self._walk(folder, ignored, top)
        except OSError as error:
            yield Failure(shown(folder), error.strerror or str(error))
        except ClaimcheckError as error:
            yield failure(shown(folder), error)


def failure(path: str, error: ClaimcheckError) -> Failure:
    """The failure of a file; an error in data names its own place, ``file:line:`` or ``file:``."""
    place = re.fullmatch(_PLACE, str(error)) if isinstance(error, DataError) else None
    if place is None:
        return Failure("" if isinstance(error, DataError) else path, str(error))
    return Failure(place["file"], place["message"], int(place["line"]) if place["line"] else None)


class _Ignored(NamedTuple):
    """The patterns of one ``.gitignore`` and the folder they are relative to."""

    folder: Path
    patterns: Globs


def _is_linked_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_symlink() and entry.is_dir()


def _others(counts: Counter[str]) -> str:
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])))
    return f"files of other types ({kinds}); name one to check it as plain text"


def _is_ignored(ignored: Sequence[tuple[Globs, str]], name: str) -> bool:
    """Whether the innermost ``.gitignore`` with an opinion hides an entry; each comes with its prefix of the path."""
    decisions = (patterns.match(prefix + name) for patterns, prefix in reversed(ignored))
    return next((decision for decision in decisions if decision is not None), False)


def _prefix(folder: str) -> str:
    return "" if folder == "." else folder + "/"


def _ignored_above(folder: Path) -> list[_Ignored]:
    """The ``.gitignore`` files from the repository down to the parent of a folder; what hides it is left out."""
    above = []
    for parent in folder.absolute().parents if not (folder / ".git").exists() else ():
        if (file := parent / ".gitignore").is_file():
            inside = folder.absolute().relative_to(parent).as_posix()
            above.append(_Ignored(parent, _gitignore(file).without(inside + "/")))
        if (parent / ".git").exists():
            return above[::-1]
    return []


def _gitignore(file: Path) -> Globs:
    return globs(file.read_text(encoding="utf-8", errors="replace").splitlines())


def _excluded(settings: Settings, path: Path) -> bool:
    """Whether the path or a folder on the way from the root to it is excluded."""
    parts = settings.relative(path).split("/")
    folders = ["/".join(parts[:count]) + "/" for count in range(1, len(parts))]
    return any(settings.excluded.match(each) for each in (*folders, "/".join(parts)))
