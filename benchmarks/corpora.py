"""Writes invented copy to a folder, for the other benchmarks: ``python benchmarks/corpora.py FOLDER --files N``.

``clean`` copy never mentions the subject, of ``sparse`` copy one file in twenty does, once; in ``dense`` copy every
paragraph is about it. A file holds about 2 kB; the same seed writes the same bytes.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

KINDS = ("clean", "sparse", "dense")
SUFFIXES = {"markdown": ".md", "tsx": ".tsx"}
SPARSE_EVERY = 20
PER_FOLDER = 100
SECTIONS = 6

PLAIN = (
    "The studio opens at {n} and the tea is on us.",
    "Bring a scarf, {n} minutes of patience and a clean face.",
    "Our serum keeps skin soft through a long winter on the coast.",
    "Ask Mira about prices, parking and the {n} steps to our door.",
    "Guests at Halden House stay for the garden and come back for the quiet.",
    "The cream melts in within {n} seconds and leaves no film.",
    "Every jar is filled by hand, numbered, and sent in paper that you can plant.",
    "A session takes {n} minutes and ends with a mirror.",
)
CLAIMS = (
    "Exosomes rebuild collagen and smooth {n} fine lines.",
    "Our exosome facial firms the skin and restores its glow in {n} days.",
    "The serum is made with exosomes, which calm redness and repair the skin barrier.",
    "Thanks to exosomes, hair grows back thicker after {n} visits.",
    "Exosome therapy may help the look of dull skin.",
    "They are thought to support collagen, though studies are small.",
    "This treatment reduces wrinkles and evens out the tone of your face.",
    "Nothing at Halden House regenerates tired skin faster than exosomes do.",
)


def paragraph(draw: random.Random, lines: tuple[str, ...]) -> str:
    """Four sentences."""
    return " ".join(draw.choice(lines).format(n=draw.randrange(2, 5000)) for _ in range(4))


def section(draw: random.Random, kind: str, mention: bool) -> tuple[str, list[str]]:
    """A heading and two paragraphs; one sentence of them is a claim where a ``sparse`` section mentions the subject."""
    lines = CLAIMS + PLAIN[:3] if kind == "dense" else PLAIN
    title = f"{'Exosome evening' if kind == 'dense' else 'Evening'} {draw.randrange(1000)} at Halden House"
    paragraphs = [paragraph(draw, lines), paragraph(draw, lines)]
    if mention:
        paragraphs[0] += " " + CLAIMS[0].format(n=draw.randrange(2, 5000))
    return title, paragraphs


def markdown(sections: list[tuple[str, list[str]]]) -> str:
    """A page with headings, paragraphs and a link."""
    parts = ["\n\n".join((f"## {title}", *texts, "- [Book now](/book)")) for title, texts in sections]
    return "# Halden House\n\n" + "\n\n".join(parts) + "\n"


def tsx(sections: list[tuple[str, list[str]]]) -> str:
    """A component with text in elements, in props and in a data object."""
    body = "\n".join(
        f'      <h2 className="text-3xl font-bold">{title}</h2>\n'
        f'      <p className="mt-4 text-gray-600">{texts[0]}</p>\n'
        f'      <Card id="card" size={{3}} title="{title}" description="{texts[1]}" />'
        for title, texts in sections
    )
    return (
        'import { Card } from "./card";\n\nexport default function Page() {\n  return (\n    <main>\n'
        f"{body}\n    </main>\n  );\n}}\n"
    )


def write(folder: Path, kind: str, format: str, files: int, seed: int = 1) -> int:
    """Write a corpus into a new folder; returns its size in bytes."""
    draw, total = random.Random(seed), 0
    page = {"markdown": markdown, "tsx": tsx}[format]
    for number in range(files):
        mention = kind == "sparse" and number % SPARSE_EVERY == 0
        sections = [section(draw, kind, mention and index == 0) for index in range(SECTIONS // 2)]
        content = page(sections).encode()
        place = folder / f"part-{number // PER_FOLDER:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"page-{number:05}{SUFFIXES[format]}").write_bytes(content)
        total += len(content)
    return total


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kind", choices=KINDS, default="dense")
    parser.add_argument("--format", choices=tuple(SUFFIXES), default="markdown")
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    size = write(options.folder, options.kind, options.format, options.files, options.seed)
    print(f"{options.files} files, {size / 1e6:.1f} MB in {options.folder}")
