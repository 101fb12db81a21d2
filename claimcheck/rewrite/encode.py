"""From edits of prose to edits of the source: only inside one verbatim piece, encoded for the file's format."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable

from claimcheck.model import Block, Edit, SourceFile
from claimcheck.paths import suffix as suffix_of

HTML = {".html", ".htm", ".xhtml", ".vue", ".svelte", ".astro", ".php", ".liquid"}
SCRIPT = {".js", ".jsx", ".ts", ".tsx", ".mjs", ".cjs", ".mts", ".cts"}
QUOTES = "\"'`"


def source_edits(edits: Iterable[Edit], block: Block, file: SourceFile) -> tuple[Edit, ...] | None:
    """The same edits in source offsets; None where one crosses mark-up, or cannot be written in this format."""
    if not block.editable:
        return None
    result = []
    for edit in (piece for whole in edits for piece in _pieces(whole, block)):
        if not block.map.is_verbatim(edit.start, edit.end):
            return None
        content = encoded(edit.content, block, file)
        if content is None:
            return None
        start = block.map.start(edit.start)
        result.append(Edit(start, start + edit.end - edit.start, content))
    return tuple(sorted(result, key=lambda each: each.start))


def _pieces(edit: Edit, block: Block) -> tuple[Edit, ...]:
    """An edit from a comma into mark-up as two, one on each side: *, **firming*** → * and may help **firm***."""
    old, (head, _, last) = block.text[edit.start : edit.end], edit.content.rpartition(" ")
    if block.map.is_verbatim(edit.start, edit.end) or not (old.startswith(", ") and old.count(" ") == 1 and head):
        return (edit,)
    return Edit(edit.start, edit.start + 1, head), Edit(edit.start + 2, edit.end, last)


def encoded(content: str, block: Block, file: SourceFile) -> str | None:
    """New words as the format writes them; None where the place cannot hold them."""
    suffix = suffix_of(file.path)
    first, last = block.map.start(0), block.map.end(len(block.text))
    quote = _quote(file.text, first, last)
    data = block.scope.partition(":/")[0] if ":/" in block.scope else ""
    if data in ("js", "jsx", "php"):
        return _script(content, quote)
    if data != "json" and (block.scope.startswith(("html", "jsx")) or suffix in HTML):
        return html.escape(content, quote="attr" in block.scope)
    if suffix == ".csv" or suffix == ".tsv":
        return _csv(content, quote, "\t" if suffix == ".tsv" else ",;")
    if suffix in (".json", ".jsonl", ".json5") or block.scope.startswith("json"):
        return json.dumps(content, ensure_ascii=False)[1:-1]
    if suffix in (".yaml", ".yml") or block.scope.startswith("yaml"):
        return _yaml(content, quote, file.text[file.text.rfind("\n", 0, first) + 1 : first])
    return _script(content, quote) if suffix in SCRIPT else content


def _script(content: str, quote: str) -> str:
    return content.replace("\\", "\\\\").replace(quote, "\\" + quote) if quote else content


def _quote(text: str, start: int, end: int) -> str:
    """The quotation mark around a source range; empty where there is none."""
    while start and text[start - 1].isspace():
        start -= 1
    while text[end : end + 1].isspace():
        end += 1
    before = text[start - 1 : start]
    return before if before and before in QUOTES and text[end : end + 1] == before else ""


def _csv(content: str, quote: str, delimiters: str) -> str | None:
    if quote == '"':
        return content.replace('"', '""')
    return None if '"' in content or any(mark in content for mark in delimiters) else content


def _yaml(content: str, quote: str, line: str) -> str | None:
    if quote == '"':
        return json.dumps(content, ensure_ascii=False)[1:-1]
    if quote == "'":
        return content.replace("'", "''")
    flow = "," in content and ("[" in line or "{" in line)
    return None if flow or ": " in content or " #" in content else content
