"""tree-sitter grammars, each imported when a file of its kind is first read."""

from __future__ import annotations

import codecs
import re
from functools import cache
from importlib import import_module

from tree_sitter import Language, Node, Parser

from claimcheck.extract.engine import HIDDEN
from claimcheck.model import ClaimcheckError

GRAMMARS = {
    "markdown": ("tree_sitter_markdown", "language"),
    "tsx": ("tree_sitter_typescript", "language_tsx"),
    "typescript": ("tree_sitter_typescript", "language_typescript"),
}
"""Module and function of each grammar."""

MIN_STEPS = 300
STEPS_PER_BYTE = 0.2
"""How often a parser may report progress; dense good scripts need a quarter of it, some broken ones go on for ever."""

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
    and, unlike a bare &, good text between tags. Raises ClaimcheckError for a text so broken that the parser finds no
    end.
    """
    plain = text.replace(HIDDEN, " ").replace("\0", " ")  # a zero byte ends no loop of the scanners
    if "\r" in plain:
        plain = _LONE_RETURN.sub(lambda found: " \n" if len(found.group()) == 2 else "\n", plain)
    if grammar != "markdown" and "<<<<<<<" in plain:
        plain = _CONFLICT.sub(lambda found: " " * len(found.group()), plain)
    if grammar == "tsx":
        plain = plain.replace("&", "|")
    return _bounded(_parser(grammar), plain.encode("ascii", "claimcheck-one-byte-each"))


def _bounded(parser: Parser, content: bytes) -> Node:
    left = MIN_STEPS + len(content) * STEPS_PER_BYTE

    def stop(offset: int, failed: bool) -> bool:
        nonlocal left
        left -= 1
        return left < 0

    try:
        return parser.parse(lambda offset, _: content[offset:], progress_callback=stop).root_node
    except ValueError as error:
        parser.reset()
        raise ClaimcheckError("a script in it is too broken to be read; is a quote or a bracket missing?") from error


@cache
def _parser(grammar: str) -> Parser:
    module, function = GRAMMARS[grammar]
    return Parser(Language(getattr(import_module(module), function)()))
