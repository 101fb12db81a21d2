"""Read YAML that people write: errors name file and line, and mistyped keys are found."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from claimcheck.model import ClaimcheckError
from claimcheck.paths import shown
from claimcheck.plainyaml import lists_of

Keys = tuple[str | int, ...]
Place = Callable[[Keys], str]

MAX_BYTES = 10_000_000
MAX_MARKS = 500_000
"""Line ends, commas, colons and brackets, which bound the nodes that a document is composed of."""
MAX_QUOTE = 80
"""Characters of a value in an error."""


class DataError(ClaimcheckError):
    """A file of data or configuration that cannot be used."""


def load(path: Path) -> Any:
    """The data of a YAML file; None for an empty one. Raises DataError with file and line."""
    text = read_text(path)
    if sum(map(text.count, "\n,:[{-")) > MAX_MARKS:
        raise DataError(f"{shown(path)}: more than {MAX_MARKS} values")
    plain = lists_of(text)
    if plain is not None:
        return plain
    from claimcheck.yamltree import parse

    return parse(path, text)


def locate(path: Path, keys: Keys) -> int:
    """The 1-based line of a key path in a YAML file, or of the deepest part of it that exists."""
    from claimcheck.yamltree import line_of

    return line_of(read_text(path), keys)


def at(path: Path) -> Place:
    """A function that writes a key path of this YAML file as ``file:line``."""
    return lambda keys: f"{shown(path)}:{locate(path, keys)}"


def nearest(word: str, candidates: Iterable[str]) -> str:
    """`` (did you mean 'x'?)`` for the closest candidate, or the empty string."""
    if len(word) > MAX_QUOTE:
        return ""
    import difflib

    close = difflib.get_close_matches(word, list(candidates), n=1, cutoff=0.6)
    return f" (did you mean {close[0]!r}?)" if close else ""


class Fields(NamedTuple):
    """A mapping with known keys."""

    required: Mapping[str, Any] = {}
    optional: Mapping[str, Any] = {}


class ListOf(NamedTuple):
    """A list whose items all have one shape."""

    item: Any


class MapOf(NamedTuple):
    """A mapping from any text to values of one shape."""

    value: Any


class OneOf(NamedTuple):
    """One of a few values."""

    values: Sequence[Any]


class Either(NamedTuple):
    """The first shape whose outer type fits."""

    shapes: Sequence[Any]


_NAMES = {
    str: "text",
    int: "a number",
    float: "a number",
    bool: "true or false",
    dict: "a mapping",
    list: "a list",
    date: "a date",
}


def check(data: Any, shape: Any, place: Place, keys: Keys = ()) -> None:
    """Raise DataError at the first value that does not have the shape: a type, or one of the classes above."""
    if isinstance(shape, Either):
        shape = next((each for each in shape.shapes if _fits(data, each)), shape)
    if not _fits(data, shape):
        name = next((f"{key!r}: " for key in reversed(keys) if isinstance(key, str)), "")
        hint = nearest(data, map(str, shape.values)) if isinstance(shape, OneOf) and isinstance(data, str) else ""
        raise DataError(f"{place(keys)}: {name}expected {_describe(shape)}, found {_found(data)}{hint}")
    if isinstance(shape, Fields):
        _check_fields(data, shape, place, keys)
    elif isinstance(shape, ListOf):
        for index, item in enumerate(data):
            check(item, shape.item, place, (*keys, index))
    elif isinstance(shape, MapOf):
        for key, value in data.items():
            check(key, str, place, (*keys, key))
            check(value, shape.value, place, (*keys, key))


def _check_fields(data: Mapping[Any, Any], shape: Fields, place: Place, keys: Keys) -> None:
    known = {**shape.required, **shape.optional}
    for key in data:
        if key not in known:
            raise DataError(f"{place((*keys, key))}: unknown key {quoted(key)}{nearest(str(key), known)}")
    for key in shape.required:
        if key not in data:
            raise DataError(f"{place(keys)}: missing key {key!r}")
    for key, value in data.items():
        check(value, known[key], place, (*keys, key))


def _outer(shape: Any) -> Any:
    return dict if isinstance(shape, Fields | MapOf) else list if isinstance(shape, ListOf) else shape


def _fits(data: Any, shape: Any) -> bool:
    if isinstance(shape, Either):
        return any(_fits(data, each) for each in shape.shapes)
    if isinstance(shape, OneOf):
        return any(type(data) is type(value) and data == value for value in shape.values)
    outer = _outer(shape)
    if isinstance(data, bool):
        return outer is bool or outer is object
    return isinstance(data, int | float) if outer is float else isinstance(data, outer)


def _describe(shape: Any) -> str:
    if isinstance(shape, Either):
        return " or ".join(map(_describe, shape.shapes))
    if isinstance(shape, OneOf):
        return " or ".join(map(repr, shape.values))
    outer = _outer(shape)
    return "nothing" if outer is type(None) else _NAMES.get(outer, outer.__name__)


def _found(data: Any) -> str:
    return quoted(data) if isinstance(data, str | int | float | type(None)) else _describe(type(data))


def quoted(data: object) -> str:
    """A value as an error shows it, cut where it is long."""
    try:
        text = repr(data)
    except ValueError:  # a number of too many digits
        return "a number"
    return text if len(text) <= MAX_QUOTE else text[:MAX_QUOTE] + "…"


def read_text(path: Path) -> str:
    """The text of a file that people write. Raises DataError for what is no regular file, too large, or not UTF-8."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise DataError(f"{shown(path)}: not a regular file")
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise DataError(f"{shown(path)}: {error.strerror}") from error
    if len(raw) > MAX_BYTES:
        raise DataError(f"{shown(path)}: larger than {MAX_BYTES // 1_000_000} MB")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise DataError(f"{shown(path)}:{line}: not UTF-8 text") from error
