"""Rich text of content systems: how its nodes are called, and what kind of block a node stands for."""

from __future__ import annotations

import re

CONTAINERS = frozenset(("children", "content", "nodes"))
TEXTS = frozenset(("text", "value"))
TYPES = frozenset(("type", "_type", "nodetype", "style", "tag"))
INLINE = frozenset("text span link a hyperlink strong em mention textnode inline emphasis bold italic".split())
BLOCK = re.compile(r"paragraph|heading|header|\bh[1-6]\b|list|item|\bli\b|\bp\b|quote|block|normal|cell")
_HEADING = re.compile(r"(?:heading|header|\bh)[-_ ]?([1-6]|one|two|three|four|five|six)?\b")
_ITEM = re.compile(r"item|\bli\b")
_LEVELS = {name: 1 + number // 2 for number, name in enumerate("1 one 2 two 3 three 4 four 5 five 6 six".split())}


def kind_of(types: str) -> tuple[str, int]:
    """The kind and heading level of the block that a node with these types stands for."""
    heading = _HEADING.search(types)
    if heading is None:
        return ("list-item" if _ITEM.search(types) else "paragraph"), 0
    return "heading", _LEVELS.get(heading.group(1) or "", 2)
