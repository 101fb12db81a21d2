"""Units: the sentences and sentence-like pieces of a block, and their items (words and phrases with a class).

An *item* is a word or a phrase of the lexicon; a unit is a row of items with one class letter each, so that the
grammar reads letters: ``V`` effect verb, ``v`` other verb, ``S`` subject, ``T`` target, ``,`` and so on
(see ``claimcheck.nlp.lexicon`` for the kinds and ``loading.FUNCTION_CLASSES`` for the function words).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spacy.attrs import IDX, LENGTH, ORTH
from spacy.tokens import Doc

from claimcheck.nlp.english import English
from claimcheck.nlp.folding import fold, tokenise
from claimcheck.nlp.lexicon import ANSWER, SUBJECT, VERB, Entry, Lexicon, Word

BREAK = re.compile(
    r"""
    [.!?…]+["'”’)\]*]*(?=\s+["'“‘(\[]?(?:[^\sa-z,;)]|[a-z]{1,3}[A-Z]))   # before a capital, also that of cGMP
    | [.!?]["”’]?$
    | \s?[•✓✔✦●▪■◆➤►|\U0001F300-\U0001FAFF\u2600-\u27BF]+\ufe0f?\s?    # bullets inside a text
    | \n[^\S\n]*\n\s*                                                     # a blank line
    """,
    re.VERBOSE,
)
STRONG = frozenset(";:—–()[]{}|…•.!?")
COMMA = ","
ANSWER_LENGTH = 9
"""Tokens of the longest unit that may be a mere answer (*They do.*); elsewhere its words are read one by one."""
MAX_TOKENS = 200
"""A sentence without end is cut, so that the cost grows with its length and not with its square."""


@dataclass(slots=True)
class Unit:
    """One sentence with its items. ``start`` and ``end`` are text offsets in the block, half-open."""

    start: int
    end: int
    english: English
    words: list[Word] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    entries: list[Entry | None] = field(default_factory=list)
    """The chosen sense of each item."""
    forms: list[str] = field(default_factory=list)
    """The form of each item that is a verb, else empty."""
    capital: list[bool] = field(default_factory=list)
    finite_at: list[bool] = field(default_factory=list)
    """Which items are finite verbs or auxiliaries."""
    question: bool = False
    finite: bool = False
    """Whether it has a finite verb, so that it is no fragment."""

    def entries_own(self, index: int) -> bool:
        """Whether an item can be a verb that is an effect by itself."""
        verb = self.words[index].senses.get(VERB)
        return verb is not None and verb.own


def split(text: str, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    """Text ranges of the sentences; bullets, check marks and pipes inside the text separate as well."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in BREAK.finditer(text):
        stop = match.end()
        if match.group()[:1] == "." and stop < len(text):
            head = text[max(start, match.start() - 12) : match.start() + 1]
            last = head.rsplit(None, 1)[-1].strip("(“\"'").rstrip(".").lower() if head.strip() else ""
            if last in abbreviations or (len(last) == 1 and last.isalpha() and last != "i"):
                continue
        spans.append((start, match.start() if match.group().strip()[:1] not in ".!?…" else stop))
        start = stop
    spans.append((start, len(text)))
    result = []
    for left, right in spans:
        piece = text[left:right]
        stripped = piece.strip()
        if stripped:
            left += len(piece) - len(piece.lstrip())
            result.append((left, left + len(stripped)))
    return result


def itemise(doc: Doc, text: str, lexicon: Lexicon, cache: dict[int, Word]) -> list[Unit]:
    """The units of a doc, whose text is ``text``, with their items; classes are ``?`` where context must decide."""
    table = doc.to_array([ORTH, IDX, LENGTH]).tolist()
    words = [cache.get(row[0]) or _word(doc, index, row[0], lexicon, cache) for index, row in enumerate(table)]
    units = []
    position = 0
    for start, end in split(text, lexicon.english.abbreviations):
        question = text[end - 1] == "?" or text[start:end].rstrip("\"'”’)*").endswith("?")
        unit = Unit(start, end, lexicon.english, question=question)
        while position < len(words) and table[position][1] < start:
            position += 1
        stop = position
        while stop < len(words) and table[stop][1] < end:
            stop += 1
        for first in range(position, stop, MAX_TOKENS):
            last = min(first + MAX_TOKENS, stop)
            part = unit if stop - position <= MAX_TOKENS else _part(unit, table, first, last)
            _fill(part, text, words, table, first, last, lexicon)
            units.append(part)
        position = stop
    return units


def _part(unit: Unit, table: list[list[int]], first: int, last: int) -> Unit:
    return Unit(table[first][1], table[last - 1][1] + table[last - 1][2], unit.english, question=unit.question)


def _word(doc: Doc, index: int, orth: int, lexicon: Lexicon, cache: dict[int, Word]) -> Word:
    token = doc[index].text
    folded = fold(token)
    folded = folded.rstrip("†‡*™®©") or folded
    if len(folded) > 3 and folded.endswith("n't"):
        folded = "n't"
    word = lexicon.words.get(folded)
    if word is None and "-" in folded[1:-1]:
        word = lexicon.phrase(tokenise(folded))  # *GLP-1*, which the tokenizer leaves whole
    if word is None and token[:1].isupper() and _is_brand(folded, lexicon):
        word = Word(
            folded, {SUBJECT: Entry(SUBJECT, folded, category="brand", origin="subjects.prefixes")}, cls=SUBJECT
        )
    elif word is None:
        word = Word(folded, cls=_punctuation(folded))
    if len(cache) < 200_000:
        cache[orth] = word
    return word


def _is_brand(folded: str, lexicon: Lexicon) -> bool:
    if any(folded.startswith(friend) for friend in lexicon.friends):
        return False
    return folded.startswith(lexicon.prefixes) or any(name in folded for name in lexicon.stems)


def _punctuation(text: str) -> str:
    if text[0] in STRONG or text in ("--", "..."):
        return ";"
    if text == COMMA:
        return COMMA
    if text in ("/", "+", "·"):
        return "&"
    if text == "-":
        return "-"
    if text[0].isdigit() or (text[0] in "+-~≈<>" and text[1:2].isdigit()):
        return "#"
    if text.endswith("ly") and len(text) > 4:
        return "a"
    return "." if text[0].isalnum() else "'"


def _fill(
    unit: Unit, text: str, words: list[Word], table: list[list[int]], start: int, stop: int, lexicon: Lexicon
) -> None:
    """Append the items of tokens ``start:stop``: the longest phrase of the lexicon at each place, else the word."""
    trie = lexicon.trie
    found: list[Word] = []
    classes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    index = start
    while index < stop:
        word, row = words[index], table[index]
        last = index
        if word.text in trie:
            phrase, end = _longest(trie[word.text], word, words, index, stop)
            if phrase.cls != ANSWER or stop - start <= ANSWER_LENGTH:
                word, last = phrase, end
        dash = word.text == "-" and text[row[1] - 1 : row[1] + 2] == " - "
        found.append(word)
        classes.append(";" if dash else word.cls)
        starts.append(row[1])
        ends.append(row[1] + row[2] if last == index else table[last][1] + table[last][2])
        index = last + 1
    size = len(found)
    unit.words, unit.classes, unit.starts, unit.ends = found, classes, starts, ends
    unit.capital = [text[offset].isupper() for offset in starts]
    unit.entries = [None] * size
    unit.forms = [""] * size
    unit.finite_at = [False] * size


def _longest(node: dict[str, object], word: Word, words: list[Word], index: int, stop: int) -> tuple[Word, int]:
    """The longest phrase that starts at a token, and its last token; a hyphen or an adverb inside is passed over."""
    last = cursor = index
    while True:
        cursor += 1
        if cursor < stop and words[cursor].text == "-":
            cursor += 1
        if cursor >= stop:
            return word, last
        if words[cursor].cls == "a" and words[cursor].text not in node and cursor + 1 < stop:
            cursor += 1
        following = node.get(words[cursor].text) or (node.get("#") if words[cursor].cls == "#" else None)
        if not isinstance(following, dict):
            return word, last
        node = following
        found = node.get("")
        if isinstance(found, Word):
            word, last = found, cursor
