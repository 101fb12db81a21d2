"""JSX and TSX: elements read as a page, in the midst of their script."""

from __future__ import annotations

import re
from itertools import groupby

from tree_sitter import Node

from claimcheck.extract import tags
from claimcheck.extract.data import NAME_LEVEL, Data
from claimcheck.extract.engine import HIDDEN, Copy, Layer
from claimcheck.extract.flow import Flow
from claimcheck.extract.grammars import parse
from claimcheck.extract.markup import add_text
from claimcheck.extract.script import CHILD, LITERALS, Handler, ScriptReader
from claimcheck.model import Range, Segment

DEEPEST = 100
"""Elements inside each other; what is nested deeper is read as HTML, which does not recurse."""
_ELEMENTS = ("jsx_element", "jsx_self_closing_element")
_VOID = re.compile(rf"<(?:{'|'.join(sorted(tags.VOID))})\b[^<>]*(?<!/)>|<!--.*?-->", re.DOTALL)
"""Tags and comments that are good HTML and break a script, as Astro allows."""


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as JSX or TSX."""
    JsxReader(copy, start).read("tsx", end)


def read_inline(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end], the script of a page."""
    InlineReader(copy, start).read("tsx", end)


def read_expression(
    copy: Copy,
    start: int,
    end: int,
    key: str,
    flow: Flow | None = None,
    hole: Range | None = None,
    props: Data | None = None,
) -> None:
    """Read source[start:end], the expression in a template's braces or quotes.

    Among an element's children (``CHILD``) it joins the flow, and ``hole`` is its range with the braces.
    """
    text = _VOID.sub(_written_over, copy.source[start:end])
    reader = JsxReader(copy, start - 1)
    reader.flow = flow or reader.flow
    reader.data = props or reader.data
    if text == copy.source[start:end]:
        reader.read_hole(parse("tsx", f"({text})"), key, hole)
        return
    for tag in _VOID.finditer(copy.source, start, end):
        copy.read("html-tag", *tag.span())
    with copy.within(Layer(f"({text})", [Segment(0, start - 1, end + 1, True)])):
        reader = JsxReader(copy, 0)
        reader.flow = flow.branch() if flow else reader.flow
        reader.data = props or reader.data
        reader.read_hole(parse("tsx", copy.source), key, None if hole is None else (0, end - start + 2))
        reader.flow.flush()


class Props(Data):
    """The props of a component: copy by their names, and a title for what stands in the component."""

    kind = "attribute"

    def path(self, key: str = "") -> str:
        """Where a prop stands."""
        names = [name for name in (*(frame.key for frame in self.frames), key) if name]
        return f"{self.scope}.attr." + ".".join(name for name, _ in groupby(names))


class JsxReader(ScriptReader):
    """Walks scripts with elements in them."""

    scope = "jsx"

    def __init__(self, copy: Copy, start: int) -> None:
        super().__init__(copy, start)
        self.handlers.update(ELEMENT_HANDLERS)
        self.flow = Flow(copy, self.scope)

    def element(self, node: Node, key: str) -> None:
        """Read an element; where it is no child of one, it begins a flow of its own."""
        if key == CHILD:
            self.in_flow(node)
            return
        outer, self.flow = self.flow, Flow(self.copy, self.scope)
        self.in_flow(node)
        self.flow.flush()
        self.flow = outer

    def in_flow(self, node: Node) -> None:
        """Read an element with its children into the flow."""
        opening = node if node.type == "jsx_self_closing_element" else node.child_by_field_name("open_tag")
        name = None if opening is None else opening.child_by_field_name("name")
        tag = self.slice(name)
        if opening is None or not tag:
            self.children(node)
            return
        component = tag[0].isupper() or "." in tag
        if component and tag.rpartition(".")[2].islower():
            tag, component = tag.rpartition(".")[2], False
        outline = len(self.copy.outline)
        titled = self.attributes(opening, tag, component)
        self_closing = opening is node
        if tag in tags.SKIPPED or (tag in tags.CODE and self_closing):
            return
        if tag in tags.CODE:
            self.flow.prose.gap(*self.range(node))
        elif tag == "br":
            self.flow.prose.space(*self.range(node))
        else:
            self.flow.start(tag, component, self_closing, outline if titled else None)
            if not self_closing:
                self.children(node)
                self.flow.end(tag, component)

    def children(self, node: Node) -> None:
        """Read what stands between the tags of an element: text is what no other node covers."""
        position: int | None = None
        for child in node.named_children:
            kind = child.type
            if kind in ("jsx_text", "html_character_reference"):
                continue
            start, end = self.range(child)
            if position is not None:
                self.text(position, start)
            if kind == "jsx_expression":
                self.expression(child)
            elif kind in _ELEMENTS and self.depth < DEEPEST:
                self.handle(self.handlers[kind], child, CHILD)
            elif kind in _ELEMENTS:
                self.flow.flush()
                self.copy.read("html", start, end)
            position = end

    def text(self, start: int, end: int) -> None:
        """Add text between tags."""
        if start < end:
            if self.flow.link_ended and not self.source[start:end].isspace():
                self.flow.link_ended = False
            add_text(self.flow.prose, start, end)

    def read_hole(self, root: Node, key: str, hole: Range | None) -> None:
        """Read a parsed expression."""
        if hole is not None:
            self.child(root, hole)
        else:
            self.visit(_unwrapped(root), key)

    def expression(self, node: Node) -> None:
        """Read an expression among an element's children."""
        inner = [child for child in node.named_children if child.type != "comment"]
        if inner:
            self.child(inner[0], self.range(node))

    def child(self, node: Node, hole: Range) -> None:
        """Read what stands in a hole among children: a literal is text, all else is a gap with copy inside."""
        inner = _unwrapped(node)
        if inner.type in LITERALS:
            self.literal(inner, self.flow.prose)
            return
        if inner.type in ("program", "comment"):
            return
        if self.flow.prose.length:
            self.flow.prose.gap(*hole)
            outer, self.flow = self.flow, self.flow.branch()
            self.visit(inner, CHILD)
            self.flow.flush()
            self.flow = outer
            return
        blocks = len(self.copy.blocks)
        self.visit(inner, CHILD)
        self.flow.flush()
        if len(self.copy.blocks) == blocks:
            self.flow.prose.gap(*hole)

    def take(self, key: str, start: int, end: int) -> None:
        """Take a string; among an element's children it is a block of the element's kind."""
        if key != CHILD:
            super().take(key, start, end)
        elif self.copy.keys.looks_like_copy(self.source[start:end]):
            self.flow.prose.add(start, end)
            self.flow.flush()

    def take_layer(self, key: str, layer: Layer) -> None:
        """Take a decoded string, as ``take`` does."""
        if key != CHILD:
            super().take_layer(key, layer)
        elif self.copy.keys.looks_like_copy(layer.text):
            with self.copy.within(layer):
                self.flow.prose = self.copy.prose()
                self.flow.prose.add(0, len(layer.text))
            self.flow.flush()

    def attributes(self, opening: Node, tag: str, component: bool) -> bool:
        """Read the attributes of an element; say whether one of them is the title of a component."""
        found = [child for child in opening.named_children if child.type in ("jsx_attribute", "jsx_expression")]
        if not component:
            for each in found:
                self.attribute(each, tag)
            return False
        props = Props(self.copy, self.scope, paths_head=False)
        outer, self.data = self.data, props
        props.open("", array=False)
        for each in found:
            self.prop(each)
        title = props.frames[0].name
        props.close()
        self.data = outer
        if title is not None:
            self.copy.outline.append((NAME_LEVEL, title[1]))
        return title is not None

    def prop(self, node: Node) -> None:
        """Read a prop of a component."""
        name, value = self.parts(node)
        if name.lower() in tags.ATTRIBUTES and name != "title" and value.type in LITERALS:
            self.seen(name, value)
        elif value.type == "string":
            start, end = self.range(value)
            self.data.string(name, start + 1, end - 1)
        else:
            self.visit(value, name)

    def attribute(self, node: Node, tag: str) -> None:
        """Read an attribute of an HTML element."""
        name, value = self.parts(node)
        if value.type not in LITERALS:
            self.visit(value, name)
        elif name.lower() in tags.ATTRIBUTES:
            self.seen(name, value)
        elif tag == "meta" and name == "content" and tags.META.intersection(self.slice(node.parent).split('"')):
            self.seen(name, value, "meta")
        elif value.type == "template_string":
            self.visit(value, name)

    def parts(self, node: Node) -> tuple[str, Node]:
        """The name of an attribute and its value, out of braces; the attribute itself where it has no value."""
        children = [child for child in node.named_children if child.type != "comment"]
        if node.type == "jsx_expression" or len(children) < 2:
            return "", children[0] if children else node
        value = children[1]
        if value.type == "jsx_expression":
            inner = [child for child in value.named_children if child.type != "comment"]
            value = inner[0] if inner else value
        return self.slice(children[0]), value

    def seen(self, name: str, value: Node, kind: str = "attribute") -> None:
        """Add the value of an attribute that readers see."""
        prose = self.copy.prose()
        if value.parent is not None and value.parent.type == "jsx_attribute":
            start, end = self.range(value)
            add_text(prose, start + 1, end - 1)
        else:
            self.literal(value, prose)
        self.copy.emit(prose, kind, f"{self.scope}.attr.{name.lower()}")


class InlineReader(JsxReader):
    """Reads the scripts of a page, whose data objects hold copy and whose lone strings are code far more often."""

    def take(self, key: str, start: int, end: int) -> None:
        """Take a string of an object or array."""
        if self.data.frames:
            super().take(key, start, end)

    def take_layer(self, key: str, layer: Layer) -> None:
        """Take a decoded string of an object or array."""
        if self.data.frames:
            super().take_layer(key, layer)


ELEMENT_HANDLERS: dict[str, Handler] = {
    "jsx_element": JsxReader.element,
    "jsx_self_closing_element": JsxReader.element,
}


def _written_over(tag: re.Match[str]) -> str:
    return ("\n" if tag.group()[:3].lower() == "<br" else HIDDEN) * len(tag.group())


def _unwrapped(node: Node) -> Node:
    """The only thing in a program, a statement or parentheses."""
    while node.type in ("program", "expression_statement", "parenthesized_expression"):
        inner = [child for child in node.named_children if child.type != "comment"]
        if len(inner) != 1:
            break
        node = inner[0]
    return node
