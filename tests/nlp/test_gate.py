"""The gates save work and change no result: that of the file, and that of the block."""

from __future__ import annotations

import datetime
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.config import Resolver
from claimcheck.extract import extract
from claimcheck.inflect import plural
from claimcheck.model import Finding, SourceFile
from claimcheck.nlp import analyse
from claimcheck.nlp.gate import may_mention, stems
from claimcheck.nlp.lexicon import SUBJECT, TARGET, VERB, Lexicon, Scan, scan
from claimcheck.packs import load_pack
from claimcheck.pipeline import check
from claimcheck.runner import Runner
from claimcheck.yamlfile import load

LEXICON = load_pack().lexicon
SUBJECTS = load(load_pack().root / "exosome" / "subjects.yaml")
WORDS = sorted(word.text for word in LEXICON.all_words() if SUBJECT not in word.senses)
TARGETS = sorted(word.text for word in LEXICON.all_words() if TARGET in word.senses)
THIRDS = sorted(word.text for word in LEXICON.all_words() if VERB in word.senses and word.senses[VERB].form == "third")
NAMES = [name for key in ("names", "abbreviations", "brand-words", "misspellings") for name in SUBJECTS[key]]
NAMES += ["ExoGlow", "EXO-Velmira", "Neoexosomal"]
MARKS = [".", ",", ":", "?", "!", ";", "\n\n", "\n", "\n\n# ", "\n\n- ", " – "]


def entity(name: str) -> str:
    """With a letter as an HTML entity."""
    return f"{name[:2]}&#{ord(name[2])};{name[3:]}" if len(name) > 2 else name


def inside(scrap: str) -> st.SearchStrategy[str]:
    """A name with a scrap in the middle of it."""
    return st.sampled_from(NAMES).map(lambda name: name[: len(name) // 2] + scrap + name[len(name) // 2 :])


PLAIN = st.sampled_from(NAMES)
SPELLED = st.one_of(
    PLAIN,
    PLAIN.map(str.upper),
    PLAIN.map(str.capitalize),
    PLAIN.map(lambda name: name.replace(" ", "-")),
    PLAIN.map(lambda name: name.replace(" ", "\n")),
    PLAIN.map(lambda name: name.replace("o", "о")),
    PLAIN.map(lambda name: "".join(chr(ord(c) + 0xFEE0) if c.isalpha() and c.isascii() else c for c in name)),
    *map(inside, ("\u00ad", "\u200b", "\u200d")),
)
HIDDEN = {
    "markdown": st.one_of(*map(inside, ("*", "**", "&shy;", "&#8203;", "<!-- -->", "\\")), PLAIN.map(entity)),
    "html": st.one_of(*map(inside, ("<b>", "</i>", "&shy;", "&#8203;", "<!-- -->", "<wbr>")), PLAIN.map(entity)),
    "json": PLAIN.map(lambda name: f"\\u{ord(name[0]):04x}{name[1:]}"),
}
LABORATORY = sorted(word for word, tone in LEXICON.tones.items() if tone < 0)
TONE = st.lists(st.sampled_from(LABORATORY), max_size=12).map(", ".join)
SALAD = st.lists(st.sampled_from([*WORDS, *MARKS * 30]), max_size=12).map(" ".join)


@st.composite
def documents(draw: st.DrawFn, names: st.SearchStrategy[str], density: int) -> str:
    """Sentences that claim something of a name or of a pronoun, among words of the lexicon in no order."""
    parts = []
    for _ in range(draw(st.integers(1, 5))):
        named = draw(st.integers(0, 9)) < density
        subject = draw(names) if named else draw(st.sampled_from(("They", "This serum", "Our treatment", "It")))
        effect = f"{draw(st.sampled_from(THIRDS))} {draw(st.sampled_from(TARGETS))}"
        parts.append(
            draw(st.sampled_from((f"{subject} {effect}.", f"{subject}: {draw(SALAD)}", draw(SALAD), draw(TONE))))
        )
        parts.append(draw(st.sampled_from(("\n\n", "\n\n# ", " ", "\n\n- "))))
    return "".join(parts).rstrip("# -\n")


def dressed(text: str, format: str) -> str:
    """The text in a format."""
    if format == "html":
        return "".join(f"<p>{part}</p>\n" for part in text.split("\n\n"))
    if format == "json":
        lines = [line.replace("\n", " ").replace('"', "") for line in text.split("\n\n")]
        return "[" + ", ".join(f'{{"title": "{line}"}}' for line in lines) + "]"
    return text


def both(text: str, path: str) -> tuple[list[Finding], list[Finding]]:
    """The findings of a file with the gate, and without."""
    runner = Runner(Resolver({}, None, isolated=True), frozenset((".md", ".html", ".json")), today=datetime.date.min)
    without = check(runner.work(SourceFile(path, text), Path(path)))
    return runner.run_text(text.encode(), path).findings, list(without.findings)


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "json"])
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_the_gate_of_the_file_changes_no_result(suffix: str, data: st.DataObject) -> None:
    text = data.draw(documents(SPELLED, data.draw(st.sampled_from((0, 1, 5)))))
    with_gate, without = both(dressed(text, suffix), f"copy.{suffix}")
    assert with_gate == without


@pytest.mark.parametrize("format", HIDDEN)
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_names_behind_markup_and_escapes_pass_the_gate(format: str, data: st.DataObject) -> None:
    suffix = {"markdown": "md"}.get(format, format)
    text = dressed(data.draw(documents(HIDDEN[format], 8)), format)
    with_gate, without = both(text, f"copy.{suffix}")
    assert with_gate == without


@pytest.mark.parametrize("product", ["Velmira", "Our Small Velmira", "Velmira Therapy", "Q&A Glow", "É Clair"])
def test_a_product_and_its_plural_pass_the_gate(product: str) -> None:
    wanted = load_pack().stems | stems([product])
    for name in (product, plural(product), product.upper(), product.replace(" ", "-"), *NAMES, *map(plural, NAMES)):
        abbreviation = name.removesuffix("s") in SUBJECTS["abbreviations"]
        assert may_mention(f"Our {name} rebuilds collagen.", wanted) or abbreviation


@pytest.mark.parametrize("size", range(1, 12))
def test_a_name_across_two_windows_passes_the_gate(size: int) -> None:
    with patch("claimcheck.nlp.gate.WINDOW", size):
        assert may_mention("Tea, and exosomes ’ and more tea.", load_pack().stems)
        assert not may_mention("Tea, and green leaves ’ and more tea.", load_pack().stems)


def test_words_that_are_everywhere_open_no_gate() -> None:
    assert not may_mention("A small culture of tea, like no other, in every vesicle.", load_pack().stems)


def ungated(text: str, lexicon: Lexicon) -> Scan:
    """The same tones, every block read."""
    return scan(text, lexicon)._replace(may_claim=True, may_name=True)


@settings(max_examples=300, deadline=None)
@given(text=documents(SPELLED, 4))
def test_the_gate_of_the_block_changes_no_result(text: str) -> None:
    blocks = extract(SourceFile("copy.md", text))
    with_gate = analyse(blocks, LEXICON)
    with patch("claimcheck.nlp.page.scan", ungated):
        assert analyse(blocks, LEXICON) == with_gate


@settings(max_examples=100, deadline=None)
@given(claim=documents(PLAIN, 10), tone=st.lists(TONE, max_size=4))
def test_the_gate_of_the_block_still_sees_a_laboratory(claim: str, tone: list[str]) -> None:
    blocks = extract(SourceFile("copy.md", "\n\n".join(["Exosomes rebuild collagen.", *tone, claim])))
    with_gate = analyse(blocks, LEXICON)
    with patch("claimcheck.nlp.page.scan", ungated):
        assert analyse(blocks, LEXICON) == with_gate
