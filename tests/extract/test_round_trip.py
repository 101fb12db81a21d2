"""Sentences hidden in a format's mark-up come out whole, each character mapped to its own source."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extract import extract
from claimcheck.model import Block, SourceFile

WORD = st.sampled_from(["Vesicles", "feel", "soft", "naïve", "skin", "it’s", "50", "A&B", "👩‍⚕️", "tea,", "5", "ok"])
SENTENCES = st.lists(st.lists(WORD, min_size=3, max_size=12).map(" ".join), min_size=1, max_size=6)
WRAPS = st.lists(st.sampled_from([" ", "\n", "\r\n", "\t ", " \n  "]), min_size=1)
MARKS = st.lists(st.sampled_from(["", "", "b", "em", "span"]), min_size=1)


def spread(sentence: str, wraps: list[str]) -> str:
    """The sentence with other white space between its words."""
    words = sentence.split(" ")
    return words[0] + "".join(wraps[number % len(wraps)] + word for number, word in enumerate(words[1:]))


def cut(block: Block, text: str) -> str:
    """What the block's words map to in the file, one after the other."""
    places = []
    position = 0
    for word in block.text.split(" "):
        places.append(text[slice(*block.map.span(position, position + len(word)))])
        position += len(word) + 1
    return " ".join(places)


def plain(source: str) -> str:
    """Source text with the escapes decoded that the renderers write."""
    source = re.sub(r"(?:\\u[0-9a-f]{4})+", lambda found: json.loads(f'"{found.group()}"'), source)
    return source.replace("&amp;", "&")


def as_html(sentence: str, wraps: list[str], marks: list[str]) -> str:
    words = ("Also " + sentence).replace("&", "&amp;").split(" ")
    for number, word in enumerate(words):
        mark = marks[number % len(marks)]
        words[number] = f"<{mark} class='vesicle'>{word}</{mark}>" if mark else word
    return f"<p>{spread(' '.join(words), [' ', *wraps]) if not any(marks) else ' '.join(words)}</p>"


def as_markdown(sentence: str, wraps: list[str], marks: list[str]) -> str:
    words = [
        f"**{word}**" if marks[number % len(marks)] == "b" else word for number, word in enumerate(sentence.split(" "))
    ]
    wrap = "\n" if "\n" in wraps else " "
    return "Also " + wrap.join(words).replace("\n50", " 50").replace("\n5", " 5") + "\n\n"


def as_text(sentence: str, wraps: list[str], marks: list[str]) -> str:
    return "Also " + spread(sentence, wraps) + "\n\n"


def as_json(sentence: str, wraps: list[str], marks: list[str]) -> str:
    return json.dumps({"text": "Also " + sentence, "slug": "vesicle-care"}, ensure_ascii="b" in marks) + "\n"


def as_tsx(sentence: str, wraps: list[str], marks: list[str]) -> str:
    words = ("Also " + sentence).replace("&", "&amp;").split(" ")
    for number, word in enumerate(words):
        mark = marks[number % len(marks)]
        words[number] = f'<{mark} className="vesicle care">{word}</{mark}>' if mark else word
    page = "\n      ".join(words) if "\n" in wraps else '{" "}'.join(words)
    return f'export const A = () => <section id="vesicle care"><p>{page}</p></section>;\n'


def as_typescript(sentence: str, wraps: list[str], marks: list[str]) -> str:
    text = ("Also " + sentence).replace("’", "\\u2019" if "b" in marks else "’")
    return f'export const a = {{ id: "vesicle care", text: "{text}" }};\n'


def as_yaml(sentence: str, wraps: list[str], marks: list[str]) -> str:
    words = ("Also " + sentence).split(" ")
    return "- text: >-\n    " + "\n    ".join(words) + "\n  slug: vesicle care\n"


def as_csv(sentence: str, wraps: list[str], marks: list[str]) -> str:
    return f'vesicle,"Also {sentence}"\n'


def as_po(sentence: str, wraps: list[str], marks: list[str]) -> str:
    words = ("Also " + sentence).split(" ")
    return 'msgid "vesicle"\nmsgstr ""\n' + "".join(f'"{word} "\n' for word in words) + "\n"


RENDERERS: dict[str, Callable[[str, list[str], list[str]], str]] = {
    "csv": as_csv,
    "html": as_html,
    "javascript": as_tsx,
    "json": as_json,
    "markdown": as_markdown,
    "po": as_po,
    "text": as_text,
    "typescript": as_typescript,
    "yaml": as_yaml,
}

HEADS = {"csv": "slug,text\n"}


@pytest.mark.parametrize("format", RENDERERS)
@settings(max_examples=100, deadline=None)
@given(sentences=SENTENCES, wraps=WRAPS, marks=MARKS)
def test_round_trip(format: str, sentences: list[str], wraps: list[str], marks: list[str]) -> None:
    text = HEADS.get(format, "") + "".join(RENDERERS[format](sentence, wraps, marks) for sentence in sentences)
    blocks = extract(SourceFile("x", text), format)
    assert [block.text.removeprefix("Also ") for block in blocks] == sentences
    for block in blocks:
        assert plain(cut(block, text)) == block.text
