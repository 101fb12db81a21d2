"""Comments of a file in its own syntax, where people tell claimcheck what to let pass."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from claimcheck.extract.formats import EXTRACTORS
from claimcheck.model import SourceFile

Comment = tuple[str, int, int]
"""The text between the marks of a comment, and the source range of the whole."""

_MARKUP = r"<!--(.*?)-->"
_BLOCK = r"/\*(.*?)\*/"
_LINE = r"(?<![:\w])//([^\r\n]*)"
_HASH = r"(?<![^\s;])#([^\r\n]*)"
_TEMPLATE = (
    r"\{#(.*?)#\}",
    r"\{\{!--(.*?)--\}\}",
    r"\{\{!(.*?)\}\}",
    r"\{%-?\s*comment\s*-?%\}(.*?)\{%-?\s*endcomment\s*-?%\}",
    r"<%#(.*?)%>",
    r"<%--(.*?)--%>",
)
_FRONT_MATTER = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n.*?^\1", re.DOTALL | re.MULTILINE)
_WEB = (_MARKUP, *_TEMPLATE, _BLOCK, _LINE)

STYLES: dict[str, tuple[str, ...]] = {
    "asciidoc": (r"^//([^\r\n]*)",),
    "astro": _WEB,
    "html": (_MARKUP, *_TEMPLATE),
    "javascript": (_BLOCK, _LINE),
    "markdown": (_MARKUP,),
    "mdx": (_MARKUP, _BLOCK, _LINE),
    "php": (*_WEB, _HASH),
    "po": (r"^#([^\r\n]*)",),
    "rst": (r"^\.\. ([^\r\n]*)",),
    "subtitles": (r"^NOTE\b([^\r\n]*)",),
    "svelte": _WEB,
    "template": _WEB,
    "toml": (_HASH,),
    "typescript": (_BLOCK, _LINE),
    "vue": _WEB,
    "xliff": (_MARKUP,),
    "yaml": (_HASH,),
}
"""Format name → what its comments look like. JSON, CSV and plain text have none."""


def comments(file: SourceFile, format: str | None = None) -> Sequence[Comment]:
    """The comments of a file in order; a mark inside of a string counts too, which no instruction stands in."""
    suffix = PurePath(file.path).suffix.lower() if format is None else format
    styles = STYLES.get(EXTRACTORS.get(suffix, suffix), ())
    found = []
    for style in styles:
        for match in re.finditer(style, file.text, re.DOTALL | re.MULTILINE):
            found.append((match.group(1).strip(), *match.span()))
    front = _FRONT_MATTER.match(file.text) if styles and _HASH not in styles else None
    if front:
        found += [(match.group(1).strip(), *match.span()) for match in re.finditer(_HASH, front[0])]
    return sorted(found, key=lambda comment: comment[1:])
