"""HTML, whole pages or pieces of one, from a scan of its tags.

A scan rather than a grammar: the same reader serves templates, half pages and pages that were never valid, where a
tree of elements is wrong in more ways than a run of tags.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimcheck.extract import tags
from claimcheck.extract.engine import Copy, Place, Prose
from claimcheck.extract.markup import TAG_NAME, Attribute, add_text, attributes, tag_end
from claimcheck.extract.tables import Table

_WORTH_READING = re.compile(r"\b(?:alt|title|aria-|placeholder|content|value)", re.IGNORECASE)
_LINKED_DATA = re.compile(r"\btype\s*=\s*[\"']?application/ld\+json", re.IGNORECASE)
LEADS = ("paragraph", "list-item", "string")
"""Kinds of blocks that introduce a list which follows them."""
MAX_DEPTH = 40
"""How far up an end tag looks for its start tag."""
_NO_BRACES: Mapping[int, int] = {}


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as HTML."""
    HtmlReader(copy, end).read(start)


def read_tag(copy: Copy, start: int, end: int) -> None:
    """Read the attributes of the one tag at source[start:end]."""
    name = TAG_NAME.match(copy.source, start, end)
    if name is not None:
        HtmlReader(copy, end).attributes(name.group(1), name.end(), end)


@dataclass(slots=True)
class _Open:
    """An element that ends sentences and is still open."""

    name: str
    kind: str = "paragraph"
    group: int = 0
    lead: int | None = None
    item: int | None = None
    """Index of the first block in a list item, which introduces the lists nested in it."""
    table: Table | None = None
    outline: int | None = None
    """Length of the outline to return to at the end of a component that has a title of its own."""


class HtmlReader:
    """Reads tags in order; formats that extend HTML override what they change."""

    scope = "html"
    marks = re.compile("<")
    braces: Mapping[int, int] = _NO_BRACES
    place: Place | None
    """What text outside of all block elements is, where the HTML is the string of a data file."""

    def __init__(self, copy: Copy, end: int, place: Place | None = None) -> None:
        self.copy = copy
        self.place = place
        self.source = copy.source
        self.end = end
        self.stack = [_Open("")]
        self.inline: list[str] = []
        self.prose = copy.prose()
        self.last: int | None = None
        self.link_ended = False

    def read(self, position: int) -> None:
        """Read from a source offset to the end."""
        while (mark := self.marks.search(self.source, position, self.end)) is not None:
            self.text(position, mark.start())
            position = self.markup(mark.start())
        self.text(position, self.end)
        self.flush()

    def text(self, start: int, end: int) -> None:
        """Add text between tags to the block at hand."""
        if start < end:
            if self.link_ended and not self.source[start:end].isspace():
                self.link_ended = False
            add_text(self.prose, start, end)

    def markup(self, at: int) -> int:
        """Read what begins at a mark and return the offset behind it."""
        source = self.source
        if source.startswith("<!--", at):
            close = source.find("-->", at + 4, self.end)
            return close + 3 if close >= 0 else at + 4
        if source.startswith("<![CDATA[", at):
            return at + 9
        name = TAG_NAME.match(source, at, self.end)
        if name is None:
            return self.other(at)
        behind = tag_end(source, name.end(), self.end, self.braces)
        if source[at + 1] == "/":
            self.close(name.group(1))
            return behind
        return self.open(name.group(1), name.end(), behind)

    def other(self, at: int) -> int:
        """Read a ``<`` that begins no tag: a declaration, or just a character."""
        if self.source[at + 1 : at + 2] in ("!", "?"):
            close = self.source.find(">", at, self.end)
            return close + 1 if close >= 0 else self.end
        self.text(at, at + 1)
        return at + 1

    def open(self, tag: str, attributes_start: int, behind: int) -> int:
        """Read a start tag, and with it the content of an element that holds no copy."""
        name = tag.lower()
        self_closing = self.source.startswith("/>", behind - 2)
        outline = len(self.copy.outline)
        titled = self.attributes(tag, attributes_start, behind)
        if name in tags.SKIPPED:
            return behind if self_closing else self.skip(name, attributes_start, behind)
        if name in tags.CODE:
            after = self.skip(name, attributes_start, behind)
            self.prose.gap(behind, after)
            return after
        if name == "br":
            self.prose.space(attributes_start, behind)
        elif name in tags.INLINE or (self.is_component(tag) and self.prose.length):
            self.open_inline(name, self_closing)
        elif name in tags.VOID or self_closing:
            self.flush()
            if titled:
                del self.copy.outline[outline:]
        else:
            self.flush()
            self.push(name, outline if titled else None)
        return behind

    def open_inline(self, name: str, self_closing: bool) -> None:
        """Go on with the sentence, except between two links of a row of links."""
        if name == "a" and self.link_ended:
            self.flush()
        if not self_closing and name not in tags.INLINE:
            self.inline.append(name)

    def close(self, tag: str) -> None:
        """Read an end tag; one that ends nothing ends at most the sentence."""
        name = tag.lower()
        if name in tags.INLINE:
            self.link_ended = name == "a"
            return
        if name in self.inline:
            self.inline.remove(name)
            return
        self.flush()
        if name in tags.LISTS:
            self.last = None
        for depth in range(len(self.stack) - 1, max(len(self.stack) - MAX_DEPTH, 0), -1):
            if self.stack[depth].name == name:
                self.pop(depth)
                return

    def push(self, name: str, outline: int | None) -> None:
        """Enter an element, leaving those that it ends by standing there."""
        ended = tags.CLOSED_BY.get(name)
        if ended:
            self.close_open(ended)
        elif self.stack[-1].name == "p":
            self.pop(len(self.stack) - 1)
        parent = self.stack[-1]
        entry = _Open(name, kind_of(name) or parent.kind, parent.group, parent.lead, parent.item, parent.table, outline)
        if name in tags.LISTS:
            entry.kind = "paragraph"
            entry.group = self.copy.group()
            entry.lead = parent.item if parent.item is not None else self.last
        elif name in ("li", "dd"):
            entry.item = None
        elif name == "table":
            entry.table, entry.kind = Table(self.copy), "paragraph"
        elif entry.table and name == "tr":
            entry.table.row()
        elif entry.table and name in ("td", "th"):
            entry.table.cell(header=name == "th")
        self.stack.append(entry)

    def close_open(self, names: frozenset[str]) -> None:
        """Leave open elements of these names inside of the nearest list or table."""
        for depth in range(len(self.stack) - 1, max(len(self.stack) - MAX_DEPTH, 0), -1):
            name = self.stack[depth].name
            if name in tags.FENCES:
                return
            if name in names:
                self.pop(depth)

    def pop(self, depth: int) -> None:
        """Leave the element at this depth of the stack and all inside of it."""
        outline = next((entry.outline for entry in self.stack[depth:] if entry.outline is not None), None)
        if outline is not None:
            del self.copy.outline[max(outline, self.copy.floor) :]
        del self.stack[depth:]

    def flush(self) -> None:
        """End the block at hand."""
        prose, self.link_ended = self.prose, False
        if not prose.length:
            return
        self.prose = self.copy.prose()
        index = self.emit_block(prose)
        if index is not None:
            self.last = index if self.copy.blocks[index].kind in LEADS else None

    def emit_block(self, prose: Prose) -> int | None:
        """Add a block of the kind of the innermost element that has one."""
        entry = self.stack[-1]
        kind = entry.kind
        if self.place is not None and len(self.stack) == 1:
            return self.copy.emit(prose, *self.place)
        if kind in tags.HEADINGS:
            level = tags.HEADINGS[kind]
            return self.copy.emit(prose, "heading", f"{self.scope}.heading.{level}", level)
        if kind == "title":
            return self.copy.emit(prose, "heading", f"{self.scope}.title", 1)
        if kind in tags.QUESTIONS:
            return self.copy.emit(prose, "heading", f"{self.scope}.{kind}", tags.QUESTION_LEVEL)
        if kind == "cell" and entry.table:
            return entry.table.emit(prose, f"{self.scope}.cell")
        if kind != "list-item":
            return self.copy.emit(prose, kind, f"{self.scope}.{kind}")
        index = self.copy.emit(prose, kind, f"{self.scope}.{kind}", lead=entry.lead, group=entry.group)
        for each in reversed(self.stack):
            if each.kind != "list-item" or each.item is not None:
                break
            each.item = index
        return index

    def skip(self, name: str, attributes_start: int, behind: int) -> int:
        """Pass over an element that holds no copy, and return the offset behind it."""
        close = _end_tag(name).search(self.source, behind, self.end)
        if close is None:
            return self.end if name in ("script", "style") else behind
        if name == "script":
            self.script(attributes_start, behind, close.start())
        return close.end()

    def script(self, attributes_start: int, start: int, end: int) -> None:
        """Read the content of a script: linked data is copy, code is not."""
        if _LINKED_DATA.search(self.source, attributes_start, start):
            self.copy.read("json", start, end)

    def is_component(self, tag: str) -> bool:
        """Whether an element is one that HTML does not know, and so may stand in a sentence or around one."""
        return "-" in tag

    def attributes(self, tag: str, start: int, end: int) -> bool:
        """Add the attributes that readers see; say whether one of them is the element's title."""
        if not _WORTH_READING.search(self.source, start, end):
            return False
        found = attributes(self.source, start, end, self.braces)
        name = tag.lower()
        for attribute in found:
            key = attribute.name.lower()
            if key in tags.ATTRIBUTES and name != "link":
                self.emit_value(attribute, "attribute", f"{self.scope}.attr.{key}")
        if name == "meta":
            self.meta(found)
        elif name == "input" and any(self.value(each).lower() in ("submit", "button") for each in found):
            self.emit_values(found, "value", "attribute", f"{self.scope}.attr.value")
        return False

    def meta(self, found: list[Attribute]) -> None:
        """Add the content of a ``<meta>`` element that is shown to people."""
        names = [self.value(each).lower() for each in found if each.name.lower() in ("name", "property", "itemprop")]
        if names and names[0] in tags.META:
            self.emit_values(found, "content", "meta", f"{self.scope}.meta.{names[0]}")

    def value(self, attribute: Attribute) -> str:
        """The source of an attribute's value."""
        return self.source[attribute.start : attribute.end]

    def emit_values(self, found: list[Attribute], name: str, kind: str, scope: str) -> None:
        """Add the values of the attributes of this name."""
        for attribute in found:
            if attribute.name.lower() == name:
                self.emit_value(attribute, kind, scope)

    def emit_value(self, attribute: Attribute, kind: str, scope: str) -> None:
        """Add one attribute's value."""
        prose = self.copy.prose()
        add_text(prose, attribute.start, attribute.end)
        self.copy.emit(prose, kind, scope)


@cache
def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\b[^>]*>", re.IGNORECASE)


def kind_of(name: str) -> str:
    """The kind of block that an element makes of its text; empty for one that leaves it to what is around it."""
    if name in tags.HEADINGS or name in tags.QUESTIONS or name == "title":
        return name
    return tags.KINDS.get(name, "")
