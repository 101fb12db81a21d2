"""tree-sitter grammars, each imported when a file of its kind is first read."""

from __future__ import annotations

import codecs
import re
from functools import cache
from importlib import import_module

from tree_sitter import Language, Node, Parser

from claimcheck.extract.engine import HIDDEN

GRAMMARS = {
    "markdown": ("tree_sitter_markdown", "language"),
    "tsx": ("tree_sitter_typescript", "language_tsx"),
    "typescript": ("tree_sitter_typescript", "language_typescript"),
}
"""Module and function of each grammar."""

_LONE_RETURN = re.compile(r"\r\n?")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})[^\n]*", re.MULTILINE)


def _one_byte_each(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return "x" * (error.end - error.start), error.end


codecs.register_error("claimcheck-one-byte-each", _one_byte_each)


def parse(grammar: str, text: str) -> Node:
    """The root node of a text; its byte offsets are code-point offsets.

    No character outside of ASCII means anything to these grammars, so each is parsed as the letter x: that makes one
    byte of every code point and spares a table of offsets. In TSX each & is parsed as |, which is as good an operator
    and, unlike a bare &, good text between tags.
    """
    plain = text.replace(HIDDEN, " ")
    if "\r" in plain:
        plain = _LONE_RETURN.sub(lambda found: " \n" if len(found.group()) == 2 else "\n", plain)
    if grammar != "markdown" and "<<<<<<<" in plain:
        plain = _CONFLICT.sub(lambda found: " " * len(found.group()), plain)
    if grammar == "tsx":
        plain = plain.replace("&", "|")
    return _parser(grammar).parse(plain.encode("ascii", "claimcheck-one-byte-each")).root_node


@cache
def _parser(grammar: str) -> Parser:
    module, function = GRAMMARS[grammar]
    return Parser(Language(getattr(import_module(module), function)()))
