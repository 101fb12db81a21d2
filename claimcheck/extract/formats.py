"""The table of formats: what a file's suffix stands for, and what reads it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.paths import suffix

if TYPE_CHECKING:
    from claimcheck.blocks import Blocks
    from claimcheck.extract.engine import Reader
    from claimcheck.extract.keys import Keys
    from claimcheck.model import SourceFile

    Unpacker = Callable[[bytes, str, Keys], tuple[SourceFile, Blocks]]


class Format(NamedTuple):
    """A format of files."""

    reader: str
    """Module in this package, and function in it; imported when a file of the format is first read."""
    suffixes: str
    """Ends of the names of its files, parted by spaces."""


FORMATS: dict[str, Format] = {
    "asciidoc": Format("asciidoc.read", ".adoc .asciidoc"),
    "astro": Format("astro.read", ".astro"),
    "csv": Format("csv.read", ".csv .tsv"),
    "html": Format("templates.read", ".htm .html .xhtml"),
    "javascript": Format("jsx.read", ".cjs .js .jsx .mjs .tsx"),
    "json": Format("json.read", ".json .jsonl"),
    "markdown": Format("mdx.read_markdown", ".markdown .md"),
    "mdx": Format("mdx.read", ".mdx"),
    "php": Format("php.read", ".php .phtml"),
    "po": Format("po.read", ".po .pot"),
    "rst": Format("rst.read", ".rst"),
    "subtitles": Format("subtitles.read", ".srt .vtt"),
    "svelte": Format("svelte.read", ".svelte"),
    "template": Format(
        "templates.read", ".ejs .erb .handlebars .hbs .j2 .jinja .jinja2 .liquid .mustache .njk .nunjucks .twig"
    ),
    "text": Format("text.read", ".text .txt"),
    "toml": Format("toml.read", ".toml"),
    "typescript": Format("script.read", ".cts .mts .ts"),
    "vue": Format("vue.read", ".vue"),
    "xliff": Format("xliff.read", ".xlf .xliff"),
    "yaml": Format("yaml.read", ".yaml .yml"),
}
"""Format name → format. To add one: a reader, a line here, a fixture."""

PARTS: dict[str, str] = {
    "front-matter": "yaml.read_front_matter",
    "front-matter-toml": "toml.read_front_matter",
    "html-part": "html.read",
    "html-script": "jsx.read_inline",
    "html-tag": "components.read_tag",
}
"""Readers of what only stands inside of other formats."""

PACKED: dict[str, str] = {".docx": "docx.extract_docx"}
"""Suffix of files that hold their text packed → what unpacks it; see ``unpack``."""

EXTRACTORS: dict[str, str] = {suffix: name for name, each in FORMATS.items() for suffix in each.suffixes.split()}
"""Suffix of a file's name → format name."""

SUFFIXES = frozenset(EXTRACTORS) | PACKED.keys()
"""The ends of the names of all files that have a reader of their own."""


def format_of(path: str) -> str:
    """The format that a file's name stands for; plain text for an unknown suffix."""
    return EXTRACTORS.get(suffix(path), "text")


@cache
def reader_of(name: str) -> Reader:
    """The reader of a format or of a part of one."""
    reader: Reader = _imported(FORMATS[name].reader if name in FORMATS else PARTS[name])
    return reader


def is_packed(path: str) -> bool:
    """Whether a file of this name holds its text packed."""
    return suffix(path) in PACKED


def unpacker_of(path: str) -> Unpacker:
    """What unpacks a packed file of this name."""
    unpacker: Unpacker = _imported(PACKED[suffix(path)])
    return unpacker


def _imported(place: str) -> Any:
    module, _, function = place.partition(".")
    return getattr(import_module(f"claimcheck.extract.{module}"), function)
