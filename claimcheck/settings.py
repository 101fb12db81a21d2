"""The settings of one linted file: what each key means, its default, and its shape in a configuration file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from claimcheck.globs import Globs, globs
from claimcheck.model import SEVERITIES
from claimcheck.paths import absolute
from claimcheck.yamlfile import Fields, ListOf, MapOf, OneOf

SPELLINGS = ("british", "american", "auto")

EXCLUDE = (
    # version control, dependencies, caches
    ".git/", ".hg/", ".svn/", "node_modules/", "bower_components/", "vendor/", ".venv/", "venv/", "__pycache__/",
    ".cache/", ".parcel-cache/", ".turbo/", ".yarn/", ".pnpm-store/", ".claimcheck-cache/", ".mypy_cache/",
    ".pytest_cache/", ".ruff_cache/", ".tox/",
    # build output
    "dist/", "build/", "out/", "_site/", ".next/", ".nuxt/", ".output/", ".svelte-kit/", ".astro/", ".vercel/",
    ".netlify/", "storybook-static/", "coverage/", "htmlcov/",
    # minified and generated files
    "*.min.*", "*.bundle.*", "*.map", "*.d.ts", "*.generated.*", "*-lock.json", "*-lock.yaml", "npm-shrinkwrap.json",
    "composer.lock", "tsconfig*.json",
    # tests
    "__tests__/", "__mocks__/", "__snapshots__/", "*.test.*", "*.spec.*",
    # claimcheck's own files
    ".claimcheck.yaml", "claims.yaml", ".claimcheck-baseline.json",
)  # fmt: skip

SHAPE = Fields(
    optional={
        "extends": str,
        "packs": ListOf(str),
        "select": ListOf(str),
        "ignore": ListOf(str),
        "extend-select": ListOf(str),
        "exclude": ListOf(str),
        "extend-exclude": ListOf(str),
        "per-file-ignores": MapOf(ListOf(str)),
        "ignores": ListOf(Fields({"reason": str}, {"path": str, "code": str, "phrase": str})),
        "severity": MapOf(OneOf(SEVERITIES)),
        "fail-on": OneOf(SEVERITIES),
        "strict": bool,
        "spelling": OneOf(SPELLINGS),
        "products": ListOf(str),
        "copy-keys": ListOf(str),
        "code-keys": ListOf(str),
        "register": str,
        "baseline": str,
        "cache-dir": str,
        "jobs": int,
    }
)
PATHS = ("register", "baseline", "cache-dir")
"""Keys whose value is a path relative to the file that states it (so are ``extends`` and the items of ``packs``)."""

HELP = {
    "extends": "another configuration file, relative to this one; a key stated here replaces the one there",
    "packs": "rule packs: the shipped one, and folders with rules/*.yaml",
    "select": "rules to apply, as codes or their first letters; ALL for every rule",
    "ignore": "rules to leave out; the longer of two prefixes wins",
    "extend-select": "rules to apply on top of select",
    "exclude": "path patterns (as in .gitignore) to leave out, in place of the default ones",
    "extend-exclude": "path patterns to leave out as well",
    "per-file-ignores": "path pattern: codes to leave out there",
    "ignores": "findings to pass over, by path, code and phrase, each with its reason",
    "severity": "code or prefix: note, warning or error",
    "fail-on": "the lowest severity that makes the exit status 1",
    "strict": "report soft claims as warnings and bare hedges as notes",
    "spelling": "of suggestions: british, american, or auto for that of the copy",
    "products": "brand names that count as exosome-based",
    "copy-keys": "object keys and JSX props that hold copy, on top of the known ones",
    "code-keys": "object keys and JSX props that never hold copy",
    "register": "the register of substantiated claims",
    "baseline": "the baseline of accepted findings",
    "cache-dir": "where results are kept between runs",
    "jobs": "processes to use; 0 for one per core",
}


class Ignore(NamedTuple):
    """One entry of ``ignores``; every part that is stated must fit."""

    reason: str
    path: str = ""
    code: str = ""
    phrase: str = ""


@dataclass(frozen=True)
class Settings:
    """The resolved configuration; field names are the keys with ``_`` for ``-``."""

    root: Path
    """The folder that path patterns are relative to: that of the configuration file, else the working directory."""
    packs: tuple[str, ...] = ("exosome",)
    select: tuple[str, ...] = ("ALL",)
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    exclude: tuple[str, ...] = EXCLUDE
    extend_exclude: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ignores: tuple[Ignore, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    fail_on: str = "warning"
    strict: bool = False
    spelling: str = "auto"
    products: tuple[str, ...] = ()
    copy_keys: tuple[str, ...] = ()
    code_keys: tuple[str, ...] = ()
    register: str | None = None
    baseline: str | None = None
    cache_dir: str | None = None
    jobs: int = 0
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)
    """For each key that was set, the file it came from, or ``command line``."""

    @cached_property
    def excluded(self) -> Globs:
        """``exclude`` and ``extend-exclude`` as one list of patterns."""
        return globs(self.exclude + self.extend_exclude)

    @cached_property
    def digest(self) -> str:
        """A hash over every value that a result can depend on."""
        import hashlib

        values = [repr(getattr(self, each.name)) for each in fields(self) if each.name not in _NO_RESULT]
        return hashlib.sha256("\0".join(values).encode()).hexdigest()

    def relative(self, path: Path) -> str:
        """The path as patterns see it: relative to the root where it lies below it, with ``/``."""
        full = absolute(path)
        written = "." if full == str(self.root) else full.removeprefix(self._prefix)
        return written.replace(os.sep, "/")

    @cached_property
    def _prefix(self) -> str:
        return os.path.join(self.root, "")  # noqa: PTH118

    def value(self, key: str) -> Any:
        """The value of a key as it is written in a configuration file."""
        return getattr(self, key.replace("-", "_"))


_NO_RESULT = {"exclude", "extend_exclude", "fail_on", "baseline", "cache_dir", "jobs", "origins"}
