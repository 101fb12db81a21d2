"""Path patterns in the language of ``.gitignore``, for excludes, per-file ignores and ``.gitignore`` itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from claimcheck.model import ClaimcheckError

ANY_DEPTH = "^(?:.+/)?"
"""How the expression of a pattern begins that may match in any folder."""

_Compiled = tuple[bool, re.Pattern[str]]


@dataclass(frozen=True)
class Globs:
    """An ordered list of patterns; the last one that matches a path decides."""

    patterns: tuple[str, ...]
    runs: tuple[_Compiled, ...]
    """Neighbouring patterns of one sign as one expression."""

    def match(self, path: str) -> bool | None:
        """True where the path is matched, False where a ``!`` pattern takes it out again, None where nothing does.

        The path is relative to the folder of the patterns, with ``/``, and ends in ``/`` if it is a folder.
        """
        for include, regex in reversed(self.runs):
            if regex.match(path):
                return include
        return None

    def matching(self, path: str) -> str:
        """The pattern that decides on a path that is matched."""
        return next(pattern for pattern in reversed(self.patterns) if _alone(pattern).match(path))

    def without(self, path: str) -> Globs:
        """The patterns that do not match this very path."""
        return globs(pattern for pattern in self.patterns if _alone(pattern).match(path) is None)


def globs(patterns: Iterable[str]) -> Globs:
    """Compile patterns. Raises ClaimcheckError for one that is none."""
    patterns = tuple(patterns)
    compiled = [each for pattern in patterns if (each := _compile(pattern))]
    runs = [
        (include, _union([regex for _, regex in run])) for include, run in groupby(compiled, key=lambda each: each[0])
    ]
    return Globs(patterns, tuple(runs))


@cache
def _alone(pattern: str) -> Globs:
    return globs([pattern])


def _union(regexes: Sequence[str]) -> re.Pattern[str]:
    """One expression for all; those that match at any depth share the way down, which is the slow part."""
    deep = [regex.removeprefix(ANY_DEPTH) for regex in regexes if regex.startswith(ANY_DEPTH)]
    parts = [regex for regex in regexes if not regex.startswith(ANY_DEPTH)]
    if deep:
        parts.append(f"{ANY_DEPTH}(?:{'|'.join(deep)})")
    return re.compile("|".join(f"(?:{part})" for part in parts))


def _compile(pattern: str) -> tuple[bool, str] | None:
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    try:
        compiled = GitIgnoreSpecPattern(pattern)
    except ValueError as error:
        raise ClaimcheckError(f"not a path pattern: {pattern!r}") from error
    if compiled.include is None or compiled.regex is None:
        return None
    return compiled.include, re.sub(r"\?P<\w+>", "?:", compiled.regex.pattern)
