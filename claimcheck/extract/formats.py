"""Which format a file's name stands for."""

from __future__ import annotations

from pathlib import PurePath

EXTRACTORS: dict[str, str] = {
    ".adoc": "asciidoc",
    ".asciidoc": "asciidoc",
    ".astro": "astro",
    ".cjs": "javascript",
    ".csv": "csv",
    ".cts": "typescript",
    ".ejs": "template",
    ".erb": "template",
    ".handlebars": "template",
    ".hbs": "template",
    ".htm": "html",
    ".html": "html",
    ".j2": "template",
    ".jinja": "template",
    ".jinja2": "template",
    ".js": "javascript",
    ".json": "json",
    ".jsonl": "json",
    ".jsx": "javascript",
    ".liquid": "template",
    ".markdown": "markdown",
    ".md": "markdown",
    ".mdx": "mdx",
    ".mjs": "javascript",
    ".mts": "typescript",
    ".mustache": "template",
    ".njk": "template",
    ".nunjucks": "template",
    ".php": "php",
    ".phtml": "php",
    ".po": "po",
    ".pot": "po",
    ".rst": "rst",
    ".srt": "subtitles",
    ".svelte": "svelte",
    ".text": "text",
    ".toml": "toml",
    ".ts": "typescript",
    ".tsv": "csv",
    ".tsx": "javascript",
    ".twig": "template",
    ".txt": "text",
    ".vtt": "subtitles",
    ".vue": "vue",
    ".xhtml": "html",
    ".xlf": "xliff",
    ".xliff": "xliff",
    ".yaml": "yaml",
    ".yml": "yaml",
}
"""Suffix of a file's name → format name, one of ``READERS``."""


def format_of(path: str) -> str:
    """The format that a file's name stands for; plain text for an unknown suffix."""
    return EXTRACTORS.get(PurePath(path).suffix.lower(), "text")
