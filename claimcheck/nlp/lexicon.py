"""The words of a pack as the grammar sees them: every surface form with its senses, and phrases in a trie."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.nlp.folding import fold, tokenise

if TYPE_CHECKING:
    from claimcheck.nlp.english import English

_WORD = re.compile(r"[^\W_]+")
VERB, SUBJECT, PRODUCT, ANAPHOR, CARGO, RIVAL, COMPANY, PEOPLE, RESULT = "VSPKGRCHO"
TARGET, NOUN, STATE, BODY, CHANGE, MODIFIER, MARK, IDIOM, CUE, ANSWER = "TNABUMXIQY"
FUNCTION = "f"
PLAIN = "w"
"""A plain noun: only says that a verb form may be one."""


class Entry(NamedTuple):
    """One sense of a word or phrase."""

    kind: str
    text: str
    family: str = ""
    direction: str = ""
    """up, down or any for verbs, nouns of change and modifiers; good or bad for targets."""
    lemma: str = ""
    form: str = ""
    own: bool = False
    """A verb that is an effect without a target."""
    soft: bool = False
    result: bool = False
    """A verb that brings the reader a result: get, leave, see."""
    treats: bool = False
    outcome: bool = False
    """A verb for which an outcome is target enough (*amplifies results*)."""
    alone: bool = False
    """A verb with a use without an object (*density improves*)."""
    carries: bool = False
    """A verb of transport, for claims of delivery."""
    category: str = "benefit"
    level: int = 3
    boosts: bool = False
    adjacent: bool = False
    """A mark that counts only right beside a verb."""
    needs: bool = False
    """A mark that is a claim only beside an effect."""
    scope: str = ""
    cls: str = ""
    """The class letter of a function word; the class of a cue."""
    origin: str = ""
    """File and list it comes from, for coverage and errors."""


@dataclass(slots=True)
class Word:
    """A surface form: all its senses, by kind, and its readings as a verb."""

    text: str
    senses: dict[str, Entry] = field(default_factory=dict)
    verbs: tuple[tuple[str, str], ...] = ()
    particles: dict[str, Entry] = field(default_factory=dict)
    """What it means with a particle behind its object (*chase dullness away*), by particle."""
    cls: str = "."
    """The class letter where it has but one reading; ``?`` where context must decide."""


class Lexicon:
    """Words and phrases of one pack; built by ``claimcheck.nlp.loading``."""

    def __init__(self, english: English) -> None:
        self.english = english
        self._known: list[Word] = []
        self.words: dict[str, Word] = {}
        self.trie: dict[str, dict[str, object]] = {}
        self.topics: dict[str, set[tuple[str, ...]]] = {}
        """Named lists of phrases of the pack that judge a heading, a page or what stands near, as tuples of words."""
        self.prefixes: tuple[str, ...] = ()
        self.stems: tuple[str, ...] = ()
        """Single-word names of the subject: a capitalised word that holds one is a product name."""
        self.friends: set[str] = set()
        """Words with a subject prefix that are something else (exotic)."""
        self.tones: dict[str, int] = {}
        """1 for a word of copy that sells, -1 for a word of the laboratory."""
        self.triggers: frozenset[str] = frozenset()
        """First words of everything that can make or carry a claim: text without any needs no reading."""

    @cached_property
    def namers(self) -> frozenset[str]:
        """First words of the names of the subject and of rivals."""
        names = (word.text for word in self.all_words() if SUBJECT in word.senses or RIVAL in word.senses)
        return frozenset(first for name in names for first in _WORD.findall(name)[:1])

    def add(self, phrase: str, entry: Entry) -> None:
        """Enter a sense for a phrase; the first sense of a kind stays."""
        parts = tokenise(phrase)
        word = self._word(parts)
        word.senses.setdefault(entry.kind, entry)

    def _word(self, parts: tuple[str, ...]) -> Word:
        if len(parts) == 1:
            return self.words.get(parts[0]) or self.words.setdefault(parts[0], self._new(parts))
        node: dict[str, object] = self.trie.setdefault(parts[0], {})
        for part in parts[1:]:
            node = node.setdefault(part, {})  # type: ignore[assignment]
        found = node.get("") or node.setdefault("", self._new(parts))
        assert isinstance(found, Word)
        return found

    def _new(self, parts: tuple[str, ...]) -> Word:
        word = Word(" ".join(parts))
        self._known.append(word)
        return word

    def phrase(self, parts: tuple[str, ...]) -> Word | None:
        """The phrase of these parts, if it is one."""
        node: object = self.trie.get(parts[0]) if parts else None
        for part in parts[1:]:
            node = node.get(part) if isinstance(node, dict) else None
        found = node.get("") if isinstance(node, dict) else None
        return found if isinstance(found, Word) else None

    def with_products(self, products: Iterable[str]) -> Lexicon:
        """A copy in which the given product names count as the subject."""
        other = copy.deepcopy(self)
        for product in products:
            entry = Entry(SUBJECT, product, category="product", origin="configuration.products")
            other.add(product, entry)
            other._word(tokenise(product)).cls = SUBJECT
            first = frozenset(_WORD.findall(tokenise(product)[0])[:1])
            other.triggers, other.namers = other.triggers | first, other.namers | first
        return other

    def all_words(self) -> Sequence[Word]:
        """Every word and phrase."""
        return self._known

    def has(self, topic: str, words: Iterable[str]) -> int:
        """The length of the longest phrase of a topic list in a sequence of folded words, 0 for none."""
        phrases = self.topics.get(topic, set())
        sequence = [word for word in words if word != "-"]
        starts = range(len(sequence))
        sizes = (size for size in (4, 3, 2, 1) for start in starts if tuple(sequence[start : start + size]) in phrases)
        return next(sizes, 0)


class Scan(NamedTuple):
    """What plain word look-ups say of a text before it is read."""

    may_claim: bool
    """Whether it holds a word that could make or carry a claim, or leads into a list. False is certain."""
    may_name: bool
    """Whether it can name the subject or a rival. False is certain."""
    science: int
    """Words of the laboratory."""
    consumer: int
    """Words of copy that sells."""


def scan(text: str, lexicon: Lexicon) -> Scan:
    """Look every word of a text up once."""
    folded = fold(text)
    words = _WORD.findall(folded)
    tones = [lexicon.tones[word] for word in words if word in lexicon.tones]
    consumer = tones.count(1)
    branded = any(stem in folded for stem in lexicon.prefixes)
    may_claim = branded or folded.endswith(":") or not lexicon.triggers.isdisjoint(words)
    return Scan(may_claim, branded or not lexicon.namers.isdisjoint(words), len(tones) - consumer, consumer)
