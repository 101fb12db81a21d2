"""Read YAML that people write: errors name file and line, aliases are bounded, mistyped keys are found.

Two rules of YAML 1.1 are dropped because word lists trip over them: only ``true`` and ``false`` are truth values
(``no``, ``on``, ``yes`` stay words), and a key that stands twice is an error.
"""

from __future__ import annotations

import difflib
import re
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import yaml

from claimcheck.model import ClaimcheckError
from claimcheck.paths import shown

Keys = tuple[str | int, ...]
Place = Callable[[Keys], str]

MAX_BYTES = 10_000_000
MAX_NODES = 1_000_000
"""Nodes of one document once all aliases are written out."""
MAX_MARKS = 500_000
"""Line ends, commas, colons and brackets, which bound the nodes that a document is composed of."""
MAX_DEPTH = 500
MAX_QUOTE = 80
"""Characters of a value in an error."""
BOOL_TAG = "tag:yaml.org,2002:bool"


class DataError(ClaimcheckError):
    """A file of data or configuration that cannot be used."""


_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != BOOL_TAG or first in "tTfF"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def load(path: Path) -> Any:
    """The data of a YAML file; None for an empty one. Raises DataError with file and line."""
    text = read_text(path)
    if sum(map(text.count, "\n,:[{-")) > MAX_MARKS:
        raise DataError(f"{shown(path)}: more than {MAX_MARKS} values")
    _refuse_depth(path, text)
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        _Guard(path).size(node)
        return loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        raise DataError(f"{_place(path, error.problem_mark)}: {error.problem or error}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise DataError(f"{shown(path)}: {error}") from error
    except RecursionError as error:
        raise DataError(f"{shown(path)}: nested too deeply") from error
    finally:
        loader.dispose()


def locate(path: Path, keys: Keys) -> int:
    """The 1-based line of a key path in a YAML file, or of the deepest part of it that exists."""
    loader = _Loader(read_text(path))
    try:
        node, line = loader.get_single_node(), 1
    finally:
        loader.dispose()
    for key in keys:
        step = _step(node, key)
        if step is None:
            break
        line, node = step
    return line


def at(path: Path) -> Place:
    """A function that writes a key path of this YAML file as ``file:line``."""
    return lambda keys: f"{shown(path)}:{locate(path, keys)}"


def nearest(word: str, candidates: Iterable[str]) -> str:
    """`` (did you mean 'x'?)`` for the closest candidate, or the empty string."""
    if len(word) > MAX_QUOTE:
        return ""
    close = difflib.get_close_matches(word, list(candidates), n=1, cutoff=0.6)
    return f" (did you mean {close[0]!r}?)" if close else ""


@dataclass(frozen=True)
class Fields:
    """A mapping with known keys."""

    required: Mapping[str, Any] = field(default_factory=dict)
    optional: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ListOf:
    """A list whose items all have one shape."""

    item: Any


@dataclass(frozen=True)
class MapOf:
    """A mapping from any text to values of one shape."""

    value: Any


@dataclass(frozen=True)
class OneOf:
    """One of a few values."""

    values: Sequence[Any]


@dataclass(frozen=True)
class Either:
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
            raise DataError(f"{place((*keys, key))}: unknown key {_quoted(key)}{nearest(str(key), known)}")
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
    return _quoted(data) if isinstance(data, str | int | float | type(None)) else _describe(type(data))


def _quoted(data: object) -> str:
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


def _refuse_depth(path: Path, text: str) -> None:
    """Raise DataError where nesting would overflow the C stack of the composer; the parser itself is iterative."""
    indent = max((match.end() - match.start() for match in re.finditer(r"(?m)^[ ?-]+", text)), default=0)
    if text.count("[") + text.count("{") + indent < 10 * MAX_DEPTH:
        return
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                raise DataError(f"{_place(path, event.start_mark)}: nested too deeply")
    except yaml.YAMLError:
        return  # composing names the error


def _place(path: Path, mark: Any) -> str:
    return f"{shown(path)}:{mark.line + 1}" if mark else shown(path)


class _Guard:
    """Counts the nodes of a document with every alias written out; refuses bombs, loops and repeated keys."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sizes: dict[int, int] = {}

    def size(self, node: yaml.Node) -> int:
        known = self.sizes.get(id(node))
        if known is not None:
            if known == 0:
                raise DataError(f"{_place(self.path, node.start_mark)}: an alias contains itself")
            return known
        if isinstance(node, yaml.ScalarNode):
            return 1
        self.sizes[id(node)] = 0
        total = 1 + sum(map(self.size, self.children(node)))
        if total > MAX_NODES:
            raise DataError(f"{_place(self.path, node.start_mark)}: aliases expand to more than {MAX_NODES} values")
        self.sizes[id(node)] = total
        return total

    def children(self, node: yaml.Node) -> list[yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            return list(node.value)
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    raise DataError(f"{_place(self.path, key.start_mark)}: key {_quoted(key.value)} stands twice")
                seen.add(key.value)
        return [child for pair in node.value for child in pair]


def _step(node: yaml.Node | None, key: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        child = node.value[key]
        return child.start_mark.line + 1, child
    if isinstance(node, yaml.MappingNode):
        for name, child in node.value:
            if isinstance(name, yaml.ScalarNode) and name.value == str(key):
                return name.start_mark.line + 1, child
    return None
