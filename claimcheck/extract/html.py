"""HTML, whole pages or pieces of one, from a scan of its tags.

A scan rather than a grammar: the same reader serves templates, half pages and pages that were never valid, where a
tree of elements is wrong in more ways than a run of tags.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from claimcheck.extract import tags
from claimcheck.extract.engine import Copy, Place
from claimcheck.extract.flow import Flow
from claimcheck.extract.markup import TAG_NAME, Attribute, add_text, attributes, tag_end

_WORTH_READING = re.compile(r"\b(?:alt|title|aria-|placeholder|content|value)", re.IGNORECASE)
_DATA = re.compile(r"\btype\s*=\s*[\"']?application/(?:ld\+)?json\b", re.IGNORECASE)
_OTHER = re.compile(r"\btype\s*=(?!\s*[\"']?(?:module|(?:text|application)/(?:java|ecma)script)\b)", re.IGNORECASE)
"""The type of what is neither data nor a script, such as a template of some library."""
_STREAM = "__next_f"
"""Marks what a framework sends along to draw the page a second time."""
_NO_BRACES: Mapping[int, int] = {}


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as HTML."""
    HtmlReader(copy, end).read(start)


class HtmlReader:
    """Reads tags in order; formats that extend HTML override what they change."""

    scope = "html"
    marks = re.compile("<")
    braces: Mapping[int, int] = _NO_BRACES

    def __init__(self, copy: Copy, end: int, place: Place | None = None) -> None:
        self.copy = copy
        self.source = copy.source
        self.end = end
        self.comment_end = -1
        """Where the next comment ends; the end of the text where none does."""
        self.flow = Flow(copy, self.scope, place)

    def read(self, position: int) -> None:
        """Read from a source offset to the end."""
        while (mark := self.marks.search(self.source, position, self.end)) is not None:
            self.text(position, mark.start())
            position = self.markup(mark.start())
        self.text(position, self.end)
        self.flow.flush()

    def text(self, start: int, end: int) -> None:
        """Add text between tags to the block at hand."""
        if start < end:
            if self.flow.link_ended and not self.source[start:end].isspace():
                self.flow.link_ended = False
            add_text(self.flow.prose, start, end)

    def markup(self, at: int) -> int:
        """Read what begins at a mark and return the offset behind it."""
        source = self.source
        if source.startswith("<!--", at):
            if self.comment_end < at + 4:
                close = source.find("-->", at + 4, self.end)
                self.comment_end = close if close >= 0 else self.end
            return self.comment_end + 3 if self.comment_end < self.end else at + 4
        if source.startswith("<![CDATA[", at):
            return at + 9
        name = TAG_NAME.match(source, at, self.end)
        if name is None:
            return self.other(at)
        tag = name.group(1)
        behind = tag_end(source, name.end(), self.end, self.braces)
        if source[at + 1] == "/":
            self.close(tag)
            return behind
        return self.open(tag, name.end(), behind)

    def other(self, at: int) -> int:
        """Read a ``<`` that begins no tag: a declaration, or just a character."""
        if self.source[at + 1 : at + 2] in ("!", "?"):
            close = self.source.find(">", at, self.end)
            return close + 1 if close >= 0 else self.end
        self.text(at, at + 1)
        return at + 1

    def open(self, tag: str, attributes_start: int, behind: int) -> int:
        """Read a start tag, and with it the content of an element that holds no copy."""
        component = self.is_component(tag)
        name = tag if component else tag.lower()
        self_closing = self.source.startswith("/>", behind - 2)
        outline = len(self.copy.outline)
        titled = self.attributes(tag, attributes_start, behind)
        if name in tags.SKIPPED:
            return behind if self_closing else self.skip(name, attributes_start, behind)
        if name in tags.CODE:
            after = self.skip(name, attributes_start, behind)
            self.flow.prose.gap(attributes_start - len(tag) - 1, after)
            return after
        if name == "br":
            self.flow.prose.space(attributes_start - len(tag) - 1, behind)
        else:
            self.flow.start(tag, component, self_closing, outline if titled else None)
        return behind

    def close(self, tag: str) -> None:
        """Read an end tag."""
        self.flow.end(tag, self.is_component(tag))

    def skip(self, name: str, attributes_start: int, behind: int) -> int:
        """Pass over an element that holds no copy, and return the offset behind it."""
        close = _end_tag(name).search(self.source, behind, self.end)
        if close is None:
            return self.end if name in ("script", "style") else behind
        if name == "script":
            self.script(attributes_start, behind, close.start())
        return close.end()

    def script(self, attributes_start: int, start: int, end: int) -> None:
        """Read the content of a script: its data objects, which hold the copy of widgets and pop-ups."""
        if _DATA.search(self.source, attributes_start, start):
            format = "json"
        elif _OTHER.search(self.source, attributes_start, start) or _STREAM in self.source[start:end]:
            return
        else:
            format = "html-script"
        with self.copy.nested():
            self.copy.read(format, start, end)

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
