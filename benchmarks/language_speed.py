"""Prints the throughput of the language stage against spaCy's blank English tokenizer alone, on generated copy.

Usage: ``python benchmarks/language_speed.py [--words N] [--rounds N] [--seed N]``. The copy is invented from the words
of the pack: few words, each met often, and an effect in most sentences, which is the tokenizer's best case and the
grammar's worst. Where ``CLAIMCHECK_CORPUS`` names a labelled corpus, its pages are timed too, each word of them met for
the first time as on any cold run. Each round times the two in turn, in one process on one core; the printed ratio is
the median of the rounds' ratios.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import random
import statistics
import time
from collections import defaultdict
from pathlib import Path

import spacy

from claimcheck.model import Block, Segment, SourceMap
from claimcheck.nlp.pipeline import Analyser
from claimcheck.packs import load_pack

OPENINGS = ("In our studio", "After three visits", "For the evening", "Between two appointments", "Every spring")
SUBJECTS = ("exosomes", "our exosome serum", "they", "this treatment", "the exosome facial", "it", "our guests")
MODALS = ("", "", "", "may", "can", "are thought to", "will", "are designed to", "do not")
EXTRAS = ("over a few weeks", "on most faces", "with daily use", "as part of a calm routine", "before a long flight")
FILLERS = (
    "The studio opens at {n} and the tea is on us.",
    "Bring a scarf, {n} minutes of patience and a clean face.",
    "A session takes {n} minutes and ends with a mirror.",
    "Ask Mira about prices, parking and the {n} steps to our door.",
    "Vesicles were first described some {n} years ago.",
)


def sentences(words: int, seed: int, share: float = 0.6) -> list[str]:
    """Invented sentences, ``words`` in all; ``share`` of them are about an effect."""
    chance = random.Random(seed)
    entries = [entry for word in load_pack().lexicon.all_words() for entry in word.senses.values()]
    verbs = sorted({entry.lemma for entry in entries if entry.kind == "V" and entry.direction})
    targets = sorted({entry.text for entry in entries if entry.kind in "TN"})
    result: list[str] = []
    count = 0
    while count < words:
        if chance.random() < share:
            verb, target, other = chance.choice(verbs), chance.choice(targets), chance.choice(targets)
            parts = [chance.choice(SUBJECTS), chance.choice(MODALS), verb, target, "and", other, chance.choice(EXTRAS)]
            if chance.random() < 0.4:
                parts.insert(0, chance.choice(OPENINGS) + ",")
            text = " ".join(part for part in parts if part) + "."
        else:
            text = chance.choice(FILLERS).format(n=chance.randrange(2, 5000))
        result.append(text[0].upper() + text[1:])
        count += len(text.split())
    return result


def blocks(lines: list[str]) -> list[Block]:
    """Paragraphs of four sentences under a heading."""
    texts = ["Exosome facials at Halden House"]
    texts += [" ".join(lines[index : index + 4]) for index in range(0, len(lines), 4)]
    kinds = ["heading"] + ["paragraph"] * (len(texts) - 1)
    return [
        Block(kind, text, SourceMap((Segment(0, 0, len(text), True),)), heading=0 if index else None, level=index == 0)
        for index, (kind, text) in enumerate(zip(kinds, texts, strict=True))
    ]


def real_pages(corpus: Path) -> list[list[Block]]:
    """The pages of a labelled corpus as blocks."""
    pages: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in (corpus / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        unit = json.loads(line)
        pages[unit["doc"]].append((unit["kind"], unit["text"]))
    return [
        [
            Block("heading" if kind == "heading" else "paragraph", text, SourceMap((Segment(0, 0, len(text), True),)))
            for kind, text in units
        ]
        for units in pages.values()
    ]


def time_both(pages: list[list[Block]]) -> tuple[int, float, float]:
    """Words, and the seconds that a fresh tokenizer and a fresh language stage take for them."""
    lexicon = load_pack().lexicon
    words = sum(len(block.text.split()) for page in pages for block in page)
    blank = spacy.blank("en")
    started = time.perf_counter()
    for page in pages:
        for block in page:
            blank(block.text)
    tokenized = time.perf_counter() - started
    analyser = Analyser(lexicon)
    started = time.perf_counter()
    for page in pages:
        analyser.analyse(page)
    return words, tokenized, time.perf_counter() - started


def report(name: str, rounds: list[tuple[int, float, float]]) -> None:
    """Print the medians of some rounds."""
    tokenizer = statistics.median(words / tokenized for words, tokenized, _ in rounds)
    stage = statistics.median(words / analysed for words, _, analysed in rounds)
    ratio = statistics.median(tokenized / analysed for _, tokenized, analysed in rounds)
    speeds = f"tokenizer {tokenizer:>9,.0f} words/s   language stage {stage:>7,.0f} words/s"
    print(f"{name:<15} {rounds[0][0]:>7,} words   {speeds}   ratio {ratio:.2f}")


def main() -> None:
    """Time and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=40_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, {datetime.date.today()}")
    corpus = os.environ.get("CLAIMCHECK_CORPUS")
    if corpus:
        report("labelled pages", [time_both(real_pages(Path(corpus))) for _ in range(options.rounds)])
    turns = range(options.rounds)
    report("generated", [time_both([blocks(sentences(options.words, options.seed + turn))]) for turn in turns])


if __name__ == "__main__":
    main()
