"""Path patterns in the language of ``.gitignore``, for excludes, per-file ignores and ``.gitignore`` itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

ANY_DEPTH = "^(?:.+/)?"
"""How the expression of a pattern begins that may match in any folder."""

ANYWHERE = "**"
PIECES = frozenset("?[\\")
"""What makes a pattern more than plain pieces between stars."""

_Compiled = tuple[bool, re.Pattern[str]]
_TOKEN = re.compile(r"\*+|\[(?P<not>[!^]?)(?P<set>\]?+(?:\\.|[^\]\\])*+)\]|\\.|[^\\\[]", re.DOTALL)
"""Stars, a set, an escaped character, or a plain one."""
_RANGE = re.compile(r"\\?(.)(?:-\\?(.))?", re.DOTALL)


class Globs(NamedTuple):
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
        likely = (pattern for pattern in reversed(self.patterns) if _may_match(pattern, path))
        return next(pattern for pattern in likely if _alone(pattern).match(path))

    def of_files(self) -> Globs:
        """The patterns that can match a file in a folder that none of them matches."""
        return _of_files(self.patterns)

    @property
    def by_name(self) -> bool:
        """Whether the name of a file decides, whatever folder it is in."""
        return not any("/" in pattern for pattern in self.patterns)

    def without(self, path: str) -> Globs:
        """The patterns that do not match this very path."""
        return globs(pattern for pattern in self.patterns if _alone(pattern).match(path) is None)


def globs(patterns: Iterable[str]) -> Globs:
    """Compile patterns; what git would pass over matches nothing."""
    patterns = tuple(patterns)
    compiled = [each for pattern in patterns if (each := _compile(pattern))]
    runs = [
        (include, _union([regex for _, regex in run])) for include, run in groupby(compiled, key=lambda each: each[0])
    ]
    return Globs(patterns, tuple(runs))


def _may_match(pattern: str, path: str) -> bool:
    """Whether the plain pieces of a pattern stand in a path: False is certain, and spares compiling the pattern."""
    pieces = (piece.strip("/").strip().strip("/") for piece in pattern.split("*"))
    return not PIECES.isdisjoint(pattern) or all(piece in path for piece in pieces)


@cache
def _of_files(patterns: tuple[str, ...]) -> Globs:
    turns = any(pattern.startswith("!") for pattern in patterns)  # may take out again what stands in its folder
    return globs(pattern for pattern in patterns if turns or not pattern.rstrip().endswith("/"))


@cache
def _alone(pattern: str) -> Globs:
    return globs([pattern])


def _union(regexes: Sequence[str]) -> re.Pattern[str]:
    """One expression for all; those that match at any depth share the way down, which is the slow part."""
    deep = [regex.removeprefix(ANY_DEPTH) for regex in regexes if regex.startswith(ANY_DEPTH)]
    parts = [regex for regex in regexes if not regex.startswith(ANY_DEPTH)]
    if deep:
        parts.append(f"{ANY_DEPTH}(?:{'|'.join(deep)})")
    return re.compile("|".join(f"(?:{part})" for part in parts), re.DOTALL)


def _compile(pattern: str) -> tuple[bool, str] | None:
    """Whether a pattern includes, and its expression; None for a blank, a comment, and what git passes over."""
    line = pattern if pattern.endswith("\\ ") else pattern.rstrip()
    include = not line.startswith("!")
    line = line if include else line[1:]
    if not line.strip("/") or (include and line.startswith("#")):
        return None
    segments = line.removeprefix("/").removesuffix("/").split("/")
    if "/" not in line.removesuffix("/"):
        segments.insert(0, ANYWHERE)
    translated = [ANYWHERE if each == ANYWHERE else _segment(each) for each in segments]
    known = [each for each in translated if each]
    return (include, _expression(known, folder=line.endswith("/"))) if len(known) == len(segments) else None


def _expression(segments: list[str], folder: bool) -> str:
    """The segments of a pattern joined.

    What stands between two ``**`` is taken at the first place where it fits and never anywhere else, since ``**`` goes
    on from there as well as from any later one. So time does not explode with the number of ``**``.
    """
    runs = [[""]]
    for segment in segments:
        if segment != ANYWHERE:
            runs[-1].append(segment)
        elif len(runs[-1]) > 1 or len(runs) == 1:
            runs.append([""])
    inside = len(runs) > 1 and len(runs[-1]) == 1
    first, *middle = ["/".join(run)[1:] for run in (runs[:-1] if inside else runs)]
    end = ("/.+/" if folder else "/") if inside else "/" if folder else "(?:/|$)"
    if not middle:
        return f"^{first}{end}" if first else ".*/" if folder else "."
    *middle, last = middle
    if not first and not middle:
        return f"{ANY_DEPTH}{last}{end}"
    head = f"^{first}" if first else f"^(?>(?:.+?/)??{middle.pop(0)}(?=/))"
    return head + "".join(f"(?>(?:/.+?)??/{each}(?=/))" for each in middle) + f"(?:/.+)?/{last}{end}"


def _segment(glob: str) -> str | None:
    """The expression of one segment, None for one that git passes over.

    As with ``**``, the piece between two stars is taken at the first place where it fits.
    """
    pieces = [""]
    at = 0
    while at < len(glob):
        token = _TOKEN.match(glob, at)
        if token is None:
            return None
        at = token.end()
        if token[0].startswith("*"):
            pieces.append("")
        else:
            pieces[-1] += _class(*token.group("not", "set")) if token["set"] else _character(token[0])
    if pieces == ["", ""]:
        return "[^/]+"
    first, *middle = pieces
    last = "[^/]*" + middle.pop() if middle else ""
    return first + "".join(f"(?>[^/]*?{each})" for each in middle) + last


def _character(token: str) -> str:
    return "[^/]" if token == "?" else re.escape(token[-1])


def _class(negated: str, content: str) -> str:
    """A set of characters; a range that runs backwards is, as for git, its first one."""
    ranges = ((low, max(low, high)) for low, high in _RANGE.findall(content))
    return f"(?!/)[{'^' if negated else ''}{''.join(f'{re.escape(low)}-{re.escape(high)}' for low, high in ranges)}]"
