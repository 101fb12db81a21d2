"""HTML with the tags of a template language: Liquid, Nunjucks, Jinja, Twig, Handlebars, Mustache, ERB and EJS.

The tags are written over before the page is read: an output becomes a gap, all else leaves no trace. Strings inside
of tags that look like copy are read on their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from claimcheck.extract.data import Data
from claimcheck.extract.engine import HIDDEN, Copy, Layer
from claimcheck.extract.html import HtmlReader
from claimcheck.model import GAP, Segment

MARKS = ("{{", "{%", "{#", "<%")

_HASH = r"\{\#(?:[^\#{]++|\#(?!\})|\{(?!\#))*+\#\}"
_PERCENT = r"\{%(?:[^%{]++|%(?!\})|\{(?!%))*+%\}"
_BRACES = r"\{\{(?:[^{}]++|\}(?!\})|\{(?!\{))*+\}\}"
_ANGLE = r"(?:[^%<]++|%(?!>)|<(?!%))*+%>"
"""Tags that begin inside of a tag end it unread, so that no scan runs on to the end of the file twice."""
_TAG = re.compile(
    rf"""
      (?P<comment> {_HASH} | \{{\{{!--(?:(?!\{{\{{!--|--\}}\}}).)*+--\}}\}}
        | (?=\{{\{{(?:!|/\*)){_BRACES} | <%(?=\#|--){_ANGLE}
        | \{{%-?\s*(?P<block>comment|style|stylesheet|javascript)\b
          (?:(?!\{{%-?\s*(?:end)?(?P=block)\b).)*+\{{%-?\s*end(?P=block)\s*-?%\}} )
    | \{{%-?\s*schema\s*-?%\}} (?P<schema>(?:(?!\{{%).)*+) \{{%-?\s*endschema\s*-?%\}}
    | (?P<control> {_PERCENT} | (?=\{{\{{\s*[~&]?\s*(?:[\#/^><%]|else\b)){_BRACES} | <%(?![=-]){_ANGLE} )
    | (?P<output> \{{{_BRACES}\}} | {_BRACES} | <%[=-]{_ANGLE} )
    """,
    re.DOTALL | re.VERBOSE,
)
_STRING = re.compile(r"(?:([\w-]+)\s*[=:]\s*)?(?:\"([^\"\n]*)\"|'([^'\n]*)')")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n.*?^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as HTML that may hold template tags and begin with front matter."""
    head = _FRONT_MATTER.match(copy.source, start, end)
    if head is not None:
        copy.read("front-matter", *head.span())
        start = head.end()
    read_masked(copy, start, end, lambda masked, length: HtmlReader(masked, length).read(0))


def read_masked(copy: Copy, start: int, end: int, reader: Callable[[Copy, int], None]) -> None:
    """Let a reader read source[start:end] with its template tags written over."""
    text = mask(copy, start, end)
    with copy.within(Layer(text, [Segment(0, start, end, True)] if start < end else [])):
        reader(copy, len(text))


def mask(copy: Copy, start: int, end: int) -> str:
    """source[start:end] with gaps for outputs and nothing for other tags, at the same length."""
    source = copy.source
    text = source[start:end]
    if not any(mark in text for mark in MARKS):
        return text
    data = Data(copy, "template", paths_head=False)
    parts = []
    for tag in _TAG.finditer(source, start, end):
        parts += [source[start : tag.start()], _trace(copy, data, tag)]
        start = tag.end()
    return "".join(parts) + source[start:end]


def _trace(copy: Copy, data: Data, tag: re.Match[str]) -> str:
    if tag.group("schema"):
        copy.read("json", *tag.span("schema"))
    elif not tag.group("comment"):
        for string in _STRING.finditer(copy.source, *tag.span()):
            data.string(string.group(1) or "", *string.span(string.lastindex or 0))
    return (GAP if tag.group("output") else HIDDEN) * (tag.end() - tag.start())
