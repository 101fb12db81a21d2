"""YAML by way of the library: aliases are bounded, and every error has its line.

Two rules of YAML 1.1 are dropped because word lists trip over them: only ``true`` and ``false`` are truth values
(``no``, ``on``, ``yes`` stay words), and a key that stands twice is an error.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, ClassVar

import yaml

from claimcheck.paths import shown
from claimcheck.yamlfile import DataError, Keys, quoted

MAX_NODES = 1_000_000
"""Nodes of one document once all aliases are written out."""
MAX_DEPTH = 500
BOOL_TAG = "tag:yaml.org,2002:bool"

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != BOOL_TAG or first in "tTfF"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def parse(path: Path, text: str) -> Any:
    """The data of a YAML file that holds this text; None for an empty one. Raises DataError with file and line."""
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


def line_of(text: str, keys: Keys) -> int:
    """The 1-based line of a key path in a YAML text, or of the deepest part of it that exists."""
    loader = _Loader(text)
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
                    raise DataError(f"{_place(self.path, key.start_mark)}: key {quoted(key.value)} stands twice")
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
