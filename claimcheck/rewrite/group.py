"""The verb group: a verb with its auxiliaries, adverbs and governors, read from right to left.

*are clinically proven to reduce* is one group: be, adverb, proof, to, verb. A group is written as a string of letters,
one a word, adverbs apart, so that a rewrite can be chosen by a pattern: ``bpt``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.model import Verb
from claimcheck.rewrite.prose import Draft
from claimcheck.rewrite.wording import Wording

LETTERS = {
    "modal": "m",
    "be": "b",
    "have": "v",
    "do": "d",
    "help": "h",
    "proof": "p",
    "purpose": "g",
    "aim": "w",
    "able": "e",
}
TOKEN = re.compile(r"[^\W_]+(?:[‑-][^\W_]+)*|[’'](?:ll|d|m|re|s|ve)\b|[^\w\s]", re.IGNORECASE)
LEFT_OF = {
    "": "mbvdh",
    "h": "mbvd",
    "t": "mbvdhpgwe",
    "p": "bv",
    "g": "bv",
    "w": "mbvd",
    "e": "b",
    "b": "bmv",
    "v": "m",
    "m": "",
    "d": "",
}
"""Which letters may stand directly left of a letter; the empty one is the verb itself."""
ONLY_BASE = "dh"
"""Letters that stand directly before a base form only."""


@dataclass(frozen=True, slots=True)
class Group:
    """A verb and what stands left of it, up to its subject."""

    verb: Verb
    start: int
    letters: str
    words: tuple[str, ...]
    """The words of the letters, in lower case."""
    adverbs: tuple[str, ...]
    """Adverbs that say how or when; those that strengthen the claim are gone."""
    previous: str
    """The word or mark left of the group; empty at the start of the unit."""

    @property
    def end(self) -> int:
        """Text offset behind the verb."""
        return self.verb.end

    def word(self, letter: str) -> str:
        """The first word of this class."""
        return self.words[self.letters.index(letter)]


def read_group(draft: Draft, verb: Verb, floor: int | None = None) -> Group:
    """The group of a verb; ``floor`` is the offset it may not cross (default: the start of the unit)."""
    return _read(draft.wording, draft.text, draft.start if floor is None else floor, verb)


@lru_cache(maxsize=64)
def _read(wording: Wording, text: str, low: int, verb: Verb) -> Group:
    tokens = list(TOKEN.finditer(text, low, verb.start))
    read: list[tuple[str, re.Match[str]]] = []
    while tokens:
        before = tokens[-2].group().lower() if len(tokens) > 1 else ""
        leftmost = _leftmost(read)
        letter = _letter(wording, tokens[-1], before, leftmost, verb.form)
        if letter is None:
            break
        read.insert(0, (letter, tokens.pop()))
    while read and read[0][0] == "a" and _leftmost(read) == "t":
        tokens.append(read.pop(0)[1])  # *sinks in quickly to plump skin*: the adverb belongs to the verb before
    start = read[0][1].start() if read else verb.start
    found = [(letter, token.group().lower()) for letter, token in read]
    strong = wording.sets["intensifiers"]
    return Group(
        verb,
        start,
        "".join(letter for letter, _ in found if letter != "a"),
        tuple(word for letter, word in found if letter != "a"),
        tuple(word for letter, word in found if letter == "a" and word not in strong),
        tokens[-1].group().lower() if tokens else "",
    )


def _leftmost(read: list[tuple[str, re.Match[str]]]) -> str:
    """The letter of the first word that is no adverb; empty where only the verb is read."""
    return next((letter for letter, _ in read if letter != "a"), "")


def _letter(wording: Wording, token: re.Match[str], before: str, leftmost: str, form: str) -> str | None:
    """The class of the next word to the left, or None where the group ends."""
    word = token.group().lower()
    if is_adverb(wording, word) and token.string[token.end()] != ",":
        return "a"
    if word == "to" or (word == "of" and before == "capable" and form == "gerund"):
        return "t" if leftmost in ("", "h") and (leftmost or form == "base" or word == "of") else None
    letter = LETTERS.get(wording.groups.get(word, ""))
    if letter is None or letter not in LEFT_OF[leftmost]:
        return None
    if letter == "b" and leftmost == "b" and token.string[token.end() :].split()[0].lower() != "being":
        return None
    return None if letter in ONLY_BASE and not leftmost and form != "base" else letter


def is_adverb(wording: Wording, word: str) -> bool:
    """Whether a word may stand between a modal and its verb."""
    sets = wording.sets
    if word in sets["intensifiers"] or word in sets["adverbs"]:
        return True
    return word.endswith("ly") and len(word) > 4 and word not in sets["not-adverbs"]
