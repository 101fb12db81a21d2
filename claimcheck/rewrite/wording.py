"""The words that rewrites are made of, as the YAML states them: the language's and the pack's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from claimcheck.inflect import VerbTable, load_verbs
from claimcheck.yamlfile import Fields, ListOf, MapOf, at, check, load

LANGUAGE = Path("english", "rewriting.yaml")
PACK = "rewrites.yaml"
WORDS = ListOf(str)
GROUPS = re.compile(r"\([^()]*\)|[^()]+")
"""The pieces of a phrase: alternatives in brackets, and what stands between them."""
LETTERS = re.compile(r"[A-Za-z-]+")

LANGUAGE_SHAPE = Fields(
    {
        **dict.fromkeys(
            (
                "adverbs",
                "adjectival",
                "not-adverbs",
                "intensifiers",
                "no-help",
                "affected",
                "carriers",
                "controllers",
                "to-takers",
                "abilities",
                "relational",
                "not-objects",
                "result-nouns",
                "comparatives",
                "small-words",
                "message-nouns",
                "phrase-takers",
                "in-takers",
                "wanters",
                "suited",
                "factual",
                "farewells",
                "findings",
                "made-by",
                "kinds",
                "british",
                "american",
                "bringers",
                "closers",
                "copulas",
                "plain-carriers",
                "readers",
                "subject-pronouns",
                "own-subjects",
                "not-verbal",
                "joints",
                "clause-joints",
                "after-nouns",
                "noun-makers",
                "object-enders",
                "no-nouns",
                "phrase-openers",
                "adjective-openers",
                "list-openers",
                "participle-openers",
                "workers",
                "tellers",
                "bare-controllers",
                "aspects",
                "negations",
                "binders",
                "praise",
                "benefit-degrees",
                "raisers",
            ),
            WORDS,
        ),
        **dict.fromkeys(("reader-verbs", "nominalisations", "plurals"), MapOf(str)),
        "groups": MapOf(WORDS),
        "an-exceptions": MapOf(WORDS),
    }
)
SOFTER = Fields({"verbs": WORDS, "use": str}, {"objects": str})
PACK_SHAPE = Fields(
    {
        "caveat": str,
        "softer": ListOf(SOFTER),
        "objects": MapOf(WORDS),
        "american": MapOf(str),
        "look-of": Fields({"verbs": WORDS, "objects": WORDS}),
        "supports": WORDS,
        "reduces": WORDS,
        "removable": MapOf(WORDS),
        "agencies": WORDS,
        "marks": WORDS,
        "bare": WORDS,
        "tails": Fields({"qualifiers": WORDS, "nouns": WORDS, "verbs": WORDS}),
        "offered": Fields({"mass": WORDS, "count": WORDS}),
        "changeable": WORDS,
        "preparations": WORDS,
        "openers": WORDS,
        "studied": WORDS,
        "diseases": WORDS,
        "alternatives": MapOf(str),
        "advice": MapOf(str),
    }
)


@dataclass(frozen=True, slots=True)
class Softer:
    """A softer verb for one that promises too much."""

    lemma: str
    rest: str
    """The words behind the verb that belong to it: ``goodbye to``."""
    use: str
    objects: re.Pattern[str] | None


@dataclass(frozen=True, eq=False)
class Wording:
    """All that a rewrite looks up: the verb table, the language's word lists and the pack's wording."""

    verbs: VerbTable
    language: Mapping[str, Any]
    pack: Mapping[str, Any]

    @cached_property
    def sets(self) -> dict[str, frozenset[str]]:
        """The language's word lists by name."""
        return {name: frozenset(words) for name, words in self.language.items() if isinstance(words, list)}

    @cached_property
    def groups(self) -> dict[str, str]:
        """The class of each word that may stand left of a verb in its group."""
        return {word: name for name, words in self.language["groups"].items() for word in words}

    @cached_property
    def softer(self) -> dict[str, list[Softer]]:
        """The softer verbs by lemma, longest phrase first."""
        found: dict[str, list[Softer]] = {}
        for entry in sorted(self._softer(), key=lambda entry: -len(entry.rest)):
            found.setdefault(entry.lemma, []).append(entry)
        return found

    def _softer(self) -> Iterable[Softer]:
        for entry in self.pack["softer"]:
            objects = self.pack["objects"][entry["objects"]] if "objects" in entry else None
            for verb in entry["verbs"]:
                lemma, _, rest = verb.partition(" ")
                yield Softer(lemma, rest, entry["use"], ending_in(objects) if objects else None)

    @cached_property
    def look_of(self) -> re.Pattern[str]:
        """Matches an object whose look, not itself, may be said to change."""
        return ending_in(self.pack["look-of"]["objects"])

    @cached_property
    def changeable(self) -> frozenset[str]:
        """What something can be done to, so that the noun behind it hides a verb: *collagen stimulation*."""
        pack, plurals = self.pack, self.language["plurals"]
        wanted = [*pack["supports"], *pack["reduces"], *pack["changeable"], *plurals, *plurals.values()]
        return self.sets["affected"].union(wanted, *pack["objects"].values())

    @cached_property
    def tail(self) -> re.Pattern[str]:
        """Matches a phrase at the end of a clause that only promises quality or safety: *for maximum purity*."""
        qualifiers, nouns = ("|".join(map(re.escape, self.pack["tails"][name])) for name in ("qualifiers", "nouns"))
        verbs = "|".join(self.pack["tails"]["verbs"])
        one = rf"(?:(?:{qualifiers}) )*(?:{nouns})"
        listed = r",(?!(?: [\w-]+(?: [\w-]+)?,)* (?:and|or) (?:[\w-]+ ){0,2}[\w-]+\s*(?:[.;!]|$))"
        after = rf"(?=\s*(?:[.;!)–—]|{listed}|$)|\s(?:at|in|from|when|through|during)\b)"
        opens = rf"\s+(?:with|without|for|to (?:{verbs}))\s+"
        return re.compile(rf"{opens}{one}(?:(?:, and |, | and | or ){one})*{after}", re.IGNORECASE)

    @cached_property
    def removable(self) -> re.Pattern[str]:
        """Matches words that assert proof, approval or grade before a noun."""
        phrases = [word for words in self.pack["removable"].values() for word in words]
        marks, agencies = "|".join(self.pack["marks"]), "|".join(self.pack["agencies"])
        named = rf"\b(?:{agencies})(?:[- ](?:{marks})\b|(?= (?:{agencies})\b))"
        return re.compile(rf"{_any(phrases).pattern}|{named}", re.IGNORECASE)

    @cached_property
    def openers(self) -> re.Pattern[str]:
        """Matches the openings that hand the claim to science."""
        return re.compile(_any(self.pack["openers"]).pattern + r"(?:\s+that\b)?,?\s+(?!to\b)", re.IGNORECASE)

    def american(self, text: str) -> bool:
        """Whether a text is spelt the American way, by the words that differ; British where nothing shows."""
        words = set(LETTERS.findall(text.lower()))
        return len(words & self.sets["american"]) > len(words & self.sets["british"])


def ending_in(words: Sequence[str]) -> re.Pattern[str]:
    """Matches, at the start of a text, a short noun phrase that ends in one of these words."""
    ends = "|".join(re.escape(word).replace("'", "['’]") for word in words)
    joint = r"(?:of |and |& )?"
    return re.compile(rf"(?:{joint}[\w’'-]+,? ){{0,5}}?{joint}(?:{ends})\b", re.IGNORECASE)


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    body = "|".join(map(_spelt, longest))
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w-])", re.IGNORECASE)


def _spelt(phrase: str) -> str:
    """The pattern of a phrase; *(studies|trials) show* is either, and a space may be a hyphen."""
    parts = [[part] if part[0] != "(" else part[1:-1].split("|") for part in GROUPS.findall(phrase)]
    return "".join(f"(?:{'|'.join(map(_joined, options))})" for options in parts)


def _joined(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"[\s-]").replace(r"\-", r"[\s-]")


def load_wording(root: Path, folder: Path) -> Wording:
    """Read the wording of a rules root and of a pack; a broken file raises DataError with file and line."""
    language, pack = load(root / LANGUAGE), load(folder / PACK)
    check(language, LANGUAGE_SHAPE, at(root / LANGUAGE))
    check(pack, PACK_SHAPE, at(folder / PACK))
    return Wording(load_verbs(root), language, pack)
