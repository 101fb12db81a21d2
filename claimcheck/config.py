"""Find, merge and validate configuration: the nearest file upward from what is linted, then the command line."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from claimcheck.paths import shown
from claimcheck.settings import PATHS, SHAPE, Ignore, Settings
from claimcheck.yamlfile import DataError, Keys, Place, at, check, load, read_text

FILE = ".claimcheck.yaml"
PYPROJECT = "pyproject.toml"
COMMAND_LINE = "command line"
ADDED = {"extend-select", "extend-exclude", "ignore"}
"""Keys that the command line adds to; it replaces all others."""


class ConfigError(DataError):
    """A configuration that cannot be used; the message names file and line."""


class Resolver:
    """Settings by folder, each configuration file read once.

    ``overrides`` are values from the command line by key. With ``config`` that file alone is used, its patterns
    relative to the working directory; ``isolated`` uses none.
    """

    def __init__(
        self, overrides: Mapping[str, Any] | None = None, config: Path | None = None, isolated: bool = False
    ) -> None:
        self.overrides = overrides or {}
        self.config = config
        self.isolated = isolated
        self._folders: dict[Path, Settings | ConfigError] = {}
        self._fixed: Settings | None = None

    def settings(self, folder: Path) -> Settings:
        """The settings of the files in a folder. Raises ConfigError, the same one each time."""
        if self.isolated or self.config:
            if self._fixed is None:
                layer = read_layer(self.config) if self.config else {}
                self._fixed = self._resolve(Path.cwd(), layer)
            return self._fixed
        folder = folder.absolute()
        if folder not in self._folders:
            self._folders[folder] = self._search(folder)
        found = self._folders[folder]
        if isinstance(found, ConfigError):
            raise found
        return found

    def _search(self, folder: Path) -> Settings | ConfigError:
        try:
            if file := own_file(folder):
                return self._resolve(folder, read_layer(file))
            if is_repository(folder) or folder == folder.parent:
                return self._resolve(Path.cwd(), {})
            return self.settings(folder.parent)
        except ConfigError as error:
            return error

    def _resolve(self, root: Path, layer: Mapping[str, tuple[Any, str]]) -> Settings:
        merged = dict(layer)
        if "select" in self.overrides:
            for key in ("ignore", "extend-select"):
                merged.pop(key, None)
        for key, value in self.overrides.items():
            kept = list(merged[key][0]) if key in ADDED and key in merged else []
            merged[key] = (kept + list(value) if key in ADDED else value, COMMAND_LINE)
        values = {key.replace("-", "_"): _freeze(key, value) for key, (value, _) in merged.items()}
        return replace(Settings(root), **values, origins={key: origin for key, (_, origin) in merged.items()})


def own_file(folder: Path) -> Path | None:
    """The configuration file that stands in this very folder. Raises ConfigError for a broken ``pyproject.toml``."""
    if (file := folder / FILE).is_file():
        return file
    if (file := folder / PYPROJECT).is_file() and "claimcheck" in _toml(file).get("tool", {}):
        return file
    return None


def is_repository(folder: Path) -> bool:
    """Whether the folder is the root of a repository."""
    return (folder / ".git").exists()


def project_root(folder: Path) -> Path:
    """The repository that a folder lies in, else the working directory."""
    folder = folder.absolute()
    return next((each for each in (folder, *folder.parents) if is_repository(each)), Path.cwd())


def read_layer(file: Path, chain: tuple[Path, ...] = ()) -> dict[str, tuple[Any, str]]:
    """Key → (value, file it came from) of a configuration file and of those it extends. Raises ConfigError."""
    file = file.absolute()
    _refuse_outside(file, file.name, shown(file))
    data, place = _read(file)
    try:
        check(data, SHAPE, place)
    except DataError as error:
        raise ConfigError(str(error)) from error
    _check_values(data, place)
    for key in (*PATHS, "packs", "extends"):
        for path in data.get(key, ()) if key == "packs" else [data[key]] if key in data else ():
            _refuse_outside(file, path, place((key,)))
    own = {key: (_anchor(key, value, file.parent), shown(file)) for key, value in data.items() if key != "extends"}
    if "extends" not in data:
        return own
    base = (file.parent / data["extends"]).resolve()
    if base in (file.resolve(), *chain):
        raise ConfigError(f"{place(('extends',))}: {data['extends']!r} extends itself")
    if not base.is_file():
        raise ConfigError(f"{place(('extends',))}: no such file: {data['extends']!r}")
    return {**read_layer(base, (*chain, file.resolve())), **own}


def place_of(settings: Settings, key: str) -> str:
    """Where a key was set, for a message: ``file:line: 'key'``, or the option."""
    origin = settings.origins.get(key, COMMAND_LINE)
    if origin == COMMAND_LINE:
        return f"--{key}"
    file = Path(origin)
    line = f"{origin}:{_toml_line(file, (key,))}" if file.suffix == ".toml" else at(file)((key,))
    return f"{line}: {key!r}"


def _refuse_outside(file: Path, path: str, place: str) -> None:
    """Raise ConfigError where a file of a repository leads out of it: it may be a stranger's, and errors quote."""
    root = next((each for each in file.parents if is_repository(each)), None)
    if root is not None and not Path(os.path.realpath(file.parent / path)).is_relative_to(os.path.realpath(root)):
        raise ConfigError(f"{place}: {path!r} lies outside the repository")


def _read(file: Path) -> tuple[dict[str, Any], Place]:
    if file.suffix == ".toml":
        tables = _toml(file)
        data = tables.get("tool", {}).get("claimcheck", {})
        return data, lambda keys: f"{shown(file)}:{_toml_line(file, keys)}"
    try:
        data = load(file)
    except DataError as error:
        raise ConfigError(str(error)) from error
    return ({} if data is None else data), at(file)


def _toml(file: Path) -> dict[str, Any]:
    try:
        text = read_text(file)
        if "claimcheck" not in text:
            return {}
        import tomllib

        return tomllib.loads(text)
    except DataError as error:
        raise ConfigError(str(error)) from error
    except ValueError as error:
        raise ConfigError(f"{shown(file)}: {error}") from error
    except RecursionError as error:
        raise ConfigError(f"{shown(file)}: nested too deeply") from error


def _toml_line(file: Path, keys: Keys) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    found = next((n for n, line in enumerate(lines, 1) if line.strip().startswith("[tool.claimcheck")), 1)
    for key in keys:
        pattern = re.compile(rf"\s*(\[tool\.claimcheck\.)?[\"']?{re.escape(str(key))}[\"']?\s*[=\].]")
        found = next((n for n, line in enumerate(lines, 1) if n >= found and pattern.match(line)), found)
    return found


def _check_values(data: Mapping[str, Any], place: Place) -> None:
    if data.get("jobs", 0) < 0:
        raise ConfigError(f"{place(('jobs',))}: 'jobs': expected 0 or more, found {data['jobs']}")
    for index, entry in enumerate(data.get("ignores", ())):
        if not entry.keys() & {"path", "code", "phrase"}:
            raise ConfigError(f"{place(('ignores', index))}: an entry needs a path, a code or a phrase")


def _anchor(key: str, value: Any, folder: Path) -> Any:
    if key in PATHS:
        return str(folder / value)
    if key == "packs":
        return [str(folder / pack) if (folder / pack).is_dir() else pack for pack in value]
    return value


def _freeze(key: str, value: Any) -> Any:
    if key == "ignores":
        return tuple(Ignore(**entry) for entry in value)
    if key == "per-file-ignores":
        return {pattern: tuple(codes) for pattern, codes in value.items()}
    return tuple(value) if isinstance(value, list | tuple) else value
