"""Blocks as lines of text, for the fixtures: ``python tests/extract/blocks.py FILE`` prints a file's own."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from claimcheck.extract import extract, unpack
from claimcheck.model import Block, SourceFile


def read(path: Path) -> tuple[SourceFile, Sequence[Block]]:
    """A fixture as discovery would decode or unpack it, with its blocks."""
    raw = path.read_bytes()
    unpacked = unpack(raw, path.name)
    if unpacked is not None:
        return unpacked
    file = SourceFile(path.name, raw.decode("utf-8"))
    return file, extract(file)


def line(number: int, block: Block, file: SourceFile) -> str:
    """One block: number, place of its first and behind its last character, what it is, what governs it, its text."""
    start, end = block.map.span(0, len(block.text))
    places = ":".join(map(str, file.location(start))) + "-" + ":".join(map(str, file.location(end)))
    facts = {"level": block.level or None, "heading": block.heading, "lead": block.lead, "group": block.group or None}
    known = [f"{name}={value}" for name, value in facts.items() if value is not None]
    words = [str(number), places, block.kind, block.scope, *known, *([] if block.editable else ["read-only"])]
    return f"{' '.join(words)} | {block.text}"


def render(blocks: Sequence[Block], file: SourceFile) -> str:
    """All blocks of a file, one a line."""
    return "".join(line(number, block, file) + "\n" for number, block in enumerate(blocks))


if __name__ == "__main__":
    for name in sys.argv[1:]:
        source, found = read(Path(name))
        sys.stdout.write(render(found, source))
