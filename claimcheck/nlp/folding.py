"""Words as they are compared: the gate before everything else, and the word lists, fold them the same way."""

from __future__ import annotations

import re
import unicodedata

CONFUSABLES = str.maketrans("асеорхуіјѕԁһӏАВЕКМНОРСТХ’‘ʼ‐‑‒−", "aceopxyijsdhlABEKMHOPCTX'''----")
"""Cyrillic look-alikes, typographic apostrophes and hyphens, folded for matching only."""

_SPLIT = re.compile(r"n't\b|'(?:s|ll|re|ve|d|m)\b|[\w.+]+?(?=n't\b)|[\w+]+(?:\.\w+)*|[%&#=×→⇒]")


def fold(text: str) -> str:
    """The form used for look-up: NFKC, look-alike letters and apostrophes folded, lower case."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", text).translate(CONFUSABLES).lower()


def tokenise(phrase: str) -> tuple[str, ...]:
    """A lexicon phrase in the parts that spaCy's English tokenizer would make of it, hyphens dropped."""
    folded = fold(phrase).replace("cannot", "can not")
    if folded.isascii() and folded.replace(" ", "").isalnum():
        return tuple(folded.split())  # most phrases are plain words
    return tuple(_SPLIT.findall(folded))
