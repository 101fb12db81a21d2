"""JavaScript and TypeScript: strings of data objects, arrays and templates; what is code is passed over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tree_sitter import Node

from claimcheck.extract.data import Data
from claimcheck.extract.engine import Copy, Layer
from claimcheck.extract.grammars import parse
from claimcheck.extract.strings import ESCAPES, Pieces, Target, add_escaped
from claimcheck.model import Range

MAX_DEPTH = 120
"""How deep objects, elements and expressions may nest before they are passed over."""

CHILD = "#child"
"""Instead of a key, for strings and elements that stand where an element's text stands."""

PAGE_OBJECTS = frozenset(("metadata", "meta", "seo", "frontmatter"))
"""Variables whose title is the page's."""
PAGE_LEVEL = 1
LITERALS = ("string", "template_string")

Handler = Callable[[Any, Node, str], None]

SKIPPED = frozenset(
    """comment import_statement type_annotation type_arguments type_parameters type_alias_declaration
    interface_declaration literal_type regex jsx_closing_element subscript_expression ambient_declaration
    predefined_type asserts_annotation type_predicate_annotation""".split()
)
"""Kinds of nodes that hold no copy."""


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as TypeScript without elements."""
    ScriptReader(copy, start).read("typescript", end)


class ScriptReader:
    """Walks the tree; what has no handler of its own is only passed through, with the key that leads to it."""

    scope = "js"

    def __init__(self, copy: Copy, start: int) -> None:
        self.copy = copy
        self.source = copy.source
        self.start = start
        self.depth = 0
        self.data = Data(copy, self.scope, paths_head=False)
        self.handlers: dict[str, Handler] = dict(HANDLERS)

    def read(self, grammar: str, end: int) -> None:
        """Read from the start to a source offset."""
        self.visit(parse(grammar, self.source[self.start : end]), "")
        self.data.finish()

    def visit(self, node: Node, key: str) -> None:
        """Read a node, the value of ``key``."""
        handler = self.handlers.get(node.type)
        if handler is not None:
            self.handle(handler, node, key)
            return
        cursor = node.walk()
        if not cursor.goto_first_child():
            return
        while True:
            child = cursor.node
            assert child is not None
            handler = self.handlers.get(child.type)
            if handler is not None:
                self.handle(handler, child, key)
            elif cursor.goto_first_child():
                continue
            while not cursor.goto_next_sibling():
                if not cursor.goto_parent():
                    return

    def handle(self, handler: Handler, node: Node, key: str) -> None:
        """Read a node that has a handler, unless it is nested beyond reason."""
        if self.depth < MAX_DEPTH:
            self.depth += 1
            handler(self, node, key)
            self.depth -= 1

    def range(self, node: Node) -> Range:
        """The source range of a node."""
        return self.start + node.start_byte, self.start + node.end_byte

    def slice(self, node: Node | None) -> str:
        """The source of a node; empty for none."""
        return "" if node is None else self.source[self.start + node.start_byte : self.start + node.end_byte]

    def pass_over(self, node: Node, key: str) -> None:
        """Read nothing."""

    def string(self, node: Node, key: str) -> None:
        """Read a string literal or a template without gaps."""
        start, end = self.range(node)
        start, end = start + 1, end - 1
        if self.source.find("\\", start, end) < 0:
            self.take(key, start, end)
        else:
            self.take_layer(key, self.pieces(node).layer())

    def template(self, node: Node, key: str) -> None:
        """Read a template literal; what fills its gaps may hold strings of its own."""
        gaps = [child for child in node.named_children if child.type == "template_substitution"]
        if not gaps:
            self.string(node, key)
            return
        self.take_layer(key, self.pieces(node).layer())
        for gap in gaps:
            self.visit(gap, "")

    def pieces(self, node: Node) -> Pieces:
        """The pieces of a string or template literal."""
        pieces = Pieces(self.copy)
        self.literal(node, pieces)
        return pieces

    def literal(self, node: Node, target: Target) -> None:
        """Add what a string or template literal stands for."""
        start, end = self.range(node)
        start, end = start + 1, end - 1
        if node.type == "template_string":
            for child in node.named_children:
                if child.type == "template_substitution":
                    first, last = self.range(child)
                    add_escaped(target, start, first, ESCAPES)
                    target.gap(first, last)
                    start = last
        add_escaped(target, start, end, ESCAPES)

    def take(self, key: str, start: int, end: int) -> None:
        """Take source[start:end] as the string under a key."""
        self.data.string(key, start, end)

    def take_layer(self, key: str, layer: Layer) -> None:
        """Take a decoded string under a key."""
        self.data.string(key, 0, 0, layer)

    def object(self, node: Node, key: str) -> None:
        """Read an object literal."""
        self.data.open("" if key == CHILD else key, array=False)
        for child in node.named_children:
            if child.type == "pair":
                name = child.child_by_field_name("key")
                value = child.child_by_field_name("value")
                if value is not None:
                    self.visit(value, self.slice(name).strip("\"'`[]"))
            else:
                self.visit(child, "")
        self.data.close()

    def array(self, node: Node, key: str) -> None:
        """Read an array literal."""
        self.data.open("" if key == CHILD else key, array=True)
        for child in node.named_children:
            self.visit(child, "")
            self.data.item()
        self.data.close()

    def named_value(self, node: Node, key: str) -> None:
        """Read a variable, a field or an assignment under its own name."""
        name = node.child_by_field_name("name") or node.child_by_field_name("left")
        value = node.child_by_field_name("value") or node.child_by_field_name("right")
        key = self.slice(name).rpartition(".")[2]
        self.data.title = None
        if value is not None:
            self.visit(value, key)
        if key in PAGE_OBJECTS and self.data.title is not None:
            self.copy.blocks.change(self.data.title, level=PAGE_LEVEL)
            self.copy.outline.append((PAGE_LEVEL, self.data.title))

    def body(self, node: Node, key: str) -> None:
        """Read the statements of a function: what stands in them is no value of the function's name."""
        for child in node.named_children:
            self.visit(child, key if key == CHILD else "")

    def statement(self, node: Node, key: str) -> None:
        """Read a statement; one that is only a string is a directive."""
        for child in node.named_children:
            if child.type != "string":
                self.visit(child, "")

    def export(self, node: Node, key: str) -> None:
        """Read an export; a string is the module that it comes from."""
        for child in node.named_children:
            if child.type != "string":
                self.visit(child, key)

    def case(self, node: Node, key: str) -> None:
        """Read a case of a switch without the value that it stands for."""
        value = node.child_by_field_name("value")
        for child in node.named_children:
            if child != value:
                self.visit(child, "")

    def call(self, node: Node, key: str) -> None:
        """Read a call: the arguments of some functions are code."""
        function = node.child_by_field_name("function") or node.child_by_field_name("constructor")
        arguments = node.child_by_field_name("arguments")
        if function is not None and function.type not in ("identifier", "import", "super"):
            self.visit(function, key)
        if arguments is None:
            return
        if self.slice(function) == "JSON.parse" and [each.type for each in arguments.named_children] == ["string"]:
            self.json(arguments.named_children[0])
            return
        if not self.copy.keys.is_code_call(self.slice(function)):
            self.visit(arguments, key)
            return
        for child in arguments.named_children:
            if child.type in ("arrow_function", "function_expression"):
                self.visit(child, "")

    def json(self, node: Node) -> None:
        """Read a literal that holds a whole data file."""
        layer = self.pieces(node).layer()
        with self.copy.within(layer), self.copy.nested():
            self.copy.read("json", 0, len(layer.text))

    def binary(self, node: Node, key: str) -> None:
        """Read an operation: strings added make one string, strings compared are code."""
        operands, operators = self.operands(node)
        if operators & {"||", "??", "&&"}:
            for operand in operands:
                self.visit(operand, key)
            return
        others = [operand for operand in operands if operand.type not in LITERALS]
        if operators == {"+"} and len(others) < len(operands):
            self.sum(operands, key)
        for operand in others:
            self.visit(operand, "")

    def operands(self, node: Node) -> tuple[list[Node], set[str]]:
        """The operands of a chain of one operator, left to right, and its operators."""
        right: list[Node] = []
        operators: set[str] = set()
        while True:
            left, operator = node.child_by_field_name("left"), self.slice(node.child_by_field_name("operator"))
            if node.type != "binary_expression" or left is None or (operators and operator not in operators):
                return [node, *reversed(right)], operators
            operators.add(operator)
            last = node.child_by_field_name("right")
            right += [] if last is None else [last]
            node = left

    def sum(self, operands: list[Node], key: str) -> None:
        """Take strings that are added up; anything else between them is a gap."""
        pieces = Pieces(self.copy)
        for operand in operands:
            if operand.type in LITERALS:
                self.literal(operand, pieces)
            else:
                pieces.gap(*self.range(operand))
        self.take_layer(key, pieces.layer())


HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(SKIPPED, ScriptReader.pass_over),
    "array": ScriptReader.array,
    "assignment_expression": ScriptReader.named_value,
    "assignment_pattern": ScriptReader.named_value,
    "binary_expression": ScriptReader.binary,
    "call_expression": ScriptReader.call,
    "export_statement": ScriptReader.export,
    "expression_statement": ScriptReader.statement,
    "field_definition": ScriptReader.named_value,
    "new_expression": ScriptReader.call,
    "object": ScriptReader.object,
    "public_field_definition": ScriptReader.named_value,
    "statement_block": ScriptReader.body,
    "string": ScriptReader.string,
    "switch_case": ScriptReader.case,
    "template_string": ScriptReader.template,
    "variable_declarator": ScriptReader.named_value,
}
"""Kind of node → how it is read."""
