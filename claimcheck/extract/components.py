"""HTML with components and expressions in braces: what Astro, Svelte, Vue and MDX have in common."""

from __future__ import annotations

import re
from collections.abc import Mapping

from claimcheck.extract import tags
from claimcheck.extract.data import NAME_LEVEL
from claimcheck.extract.engine import Copy, Place
from claimcheck.extract.html import HtmlReader
from claimcheck.extract.jsx import Props, read_expression
from claimcheck.extract.markup import TAG_NAME, Attribute, attributes, matching_braces
from claimcheck.extract.script import CHILD

_FOREIGN = re.compile(r"\btype\s*=|\bsrc\s*=")


def read_tag(copy: Copy, start: int, end: int) -> None:
    """Read the attributes or props of the one tag at source[start:end]."""
    name = TAG_NAME.match(copy.source, start, end)
    if name is not None and copy.source[start + 1] != "/":
        outline = len(copy.outline)
        ComponentReader(copy, start, end).attributes(name.group(1), name.end(), end)
        del copy.outline[max(outline, copy.floor) :]


class ComponentReader(HtmlReader):
    """Reads props by their names, and expressions as scripts."""

    marks = re.compile(r"[<{]")
    own_script = True
    """Whether the file's scripts are its own, and not only what the page sends along."""
    control = re.compile(r"(?!)")
    """Expressions that only steer the template and leave no trace in the text."""

    def __init__(self, copy: Copy, start: int, end: int, place: Place | None = None) -> None:
        super().__init__(copy, end, place)
        self.braces: Mapping[int, int] = matching_braces(self.source, start, end)

    def is_component(self, tag: str) -> bool:
        """Whether a tag is a component's."""
        return tags.is_component(tag)

    def markup(self, at: int) -> int:
        """Read a tag or an expression."""
        if self.source[at] == "<":
            return super().markup(at)
        close = self.braces.get(at)
        if close is None:
            self.text(at, at + 1)
            return at + 1
        self.expression(at, close)
        return close + 1

    def expression(self, at: int, close: int) -> None:
        """Read the expression between two braces."""
        if not self.control.match(self.source, at, close):
            read_expression(self.copy, at + 1, close, CHILD, self.flow, (at, close + 1))

    def script(self, attributes_start: int, start: int, end: int) -> None:
        """Read the script of a component."""
        if self.own_script and not _FOREIGN.search(self.source, attributes_start, start):
            self.copy.read("javascript", start, end)
        else:
            super().script(attributes_start, start, end)

    def attributes(self, tag: str, start: int, end: int) -> bool:
        """Read the attributes of an element or the props of a component."""
        if not self.is_component(tag):
            self.expressions(start, end)
            return super().attributes(tag, start, end)
        props = Props(self.copy, self.scope, paths_head=False)
        props.open("", array=False)
        for each in attributes(self.source, start, end, self.braces):
            self.prop(props, each)
        title = props.frames[0].name
        props.close()
        if title is not None:
            self.copy.outline.append((NAME_LEVEL, title[1]))
        return title is not None

    def expressions(self, start: int, end: int) -> None:
        """Read the attributes of an element whose values are expressions."""
        if self.source.find("{", start, end) < 0:
            return
        for each in attributes(self.source, start, end, self.braces):
            if each.code:
                read_expression(self.copy, each.start, each.end, each.name)

    def prop(self, props: Props, attribute: Attribute) -> None:
        """Read one prop of a component."""
        name = attribute.name
        if attribute.code:
            read_expression(self.copy, attribute.start, attribute.end, name, props=props)
        elif name.lower() in tags.ATTRIBUTES and name != "title":
            self.emit_value(attribute, "attribute", f"{self.scope}.attr.{name.lower()}")
        else:
            props.string(name, attribute.start, attribute.end)

    def emit_value(self, attribute: Attribute, kind: str, scope: str) -> None:
        """Add one attribute's value, unless it was read as an expression."""
        if not attribute.code:
            super().emit_value(attribute, kind, scope)
