"""Scanning of tags, attributes and entities, for every format that has them. All scans are linear."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from claimcheck.extract.engine import Prose

TAG_NAME = re.compile(r"</?([A-Za-z][\w.:-]*)")
ENTITY = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};)")
_STOP = re.compile(r"[<>\"'{]")
_NAME = re.compile(r"\s*/?([^\s=<>\"'/{}]+|\{)")
_VALUE = re.compile(r"\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(\{)|([^\s\"'<>]+))")
_CODE_STOP = re.compile(
    r"[{}]|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|/\*.*?\*/|(?<!:)//[^\n]*", re.S
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute with the source range of its value, without quotes or braces."""

    name: str
    start: int
    end: int
    code: bool = False
    """Whether the value is an expression in braces."""


def add_text(prose: Prose, start: int, end: int) -> None:
    """Add source[start:end], entities decoded."""
    source = prose.source
    if source.find("&", start, end) < 0:
        prose.add(start, end)
        return
    for entity in ENTITY.finditer(source, start, end):
        prose.add(start, entity.start())
        character = unescape(entity.group())
        if character == entity.group():
            prose.add(*entity.span())
        else:
            prose.decoded(character, *entity.span())
        start = entity.end()
    prose.add(start, end)


def tag_end(source: str, position: int, end: int, braces: Mapping[int, int]) -> int:
    """Offset behind the tag whose name ends at ``position``; a tag that is never closed ends before the next ``<``."""
    while (stop := _STOP.search(source, position, end)) is not None:
        character, at = stop.group(), stop.start()
        if character == ">":
            return at + 1
        if character == "<":
            return at
        if character == "{":
            position = braces.get(at, at) + 1
            continue
        closing = source.find(character, at + 1, end)
        position = (closing if closing >= 0 else at) + 1
    return end


def attributes(source: str, position: int, end: int, braces: Mapping[int, int]) -> list[Attribute]:
    """The attributes of a tag that have a value, between the end of its name and its end."""
    found = []
    while (name := _NAME.match(source, position, end)) is not None:
        position = name.end()
        if name.group(1) == "{":
            position = braces.get(position - 1, position) + 1
            continue
        value = _VALUE.match(source, position, end)
        if value is None:
            continue
        position = value.end()
        if value.group(3):
            closing = braces.get(position - 1, position)
            found.append(Attribute(name.group(1), position, closing, code=True))
            position = closing + 1
        else:
            found.append(Attribute(name.group(1), *value.span(value.lastindex or 0)))
    return found


def matching_braces(source: str, start: int, end: int) -> dict[int, int]:
    """For each ``{`` that is closed, the offset of its ``}``. Quotes and comments count only inside of braces."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    position = source.find("{", start, end)
    while 0 <= position < end:
        token = _CODE_STOP.search(source, position, end)
        if token is None:
            break
        position = token.end()
        if token.group() == "{":
            waiting.append(token.start())
        elif token.group() == "}" and waiting:
            found[waiting.pop()] = token.start()
            if not waiting:
                position = source.find("{", position, end)
    return found
