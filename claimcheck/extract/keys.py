"""Which keys, props and calls hold copy: data from ``rules/english/copy-keys.yaml``, and a shape test for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from claimcheck.packs import LANGUAGE, rules_root
from claimcheck.yamlfile import Fields, ListOf, at, check, load

MAX_KNOWN = 20_000
"""Keys that are remembered; more than this many in a file are no names but numbers of entries."""

COPY, CODE, HEADING, UNKNOWN = "copy", "code", "heading", "unknown"

_SHAPE = Fields(dict.fromkeys(("heading", "copy", "code", "code-calls", "utilities"), ListOf(str)))
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_]+")
_WORD = re.compile(r"(?<!\w)[^\W\d_]{2,}")
_IDENTIFIER = re.compile(
    r"[a-z0-9]+|[\w.]*_[\w.]*|[a-z0-9]+[A-Z]\w*|[a-z0-9]+(?:-[a-z0-9]+)+|[\w-]+(?:\.[\w-]+)+|[A-Z0-9]+(?:[-_][A-Z0-9]+)+"
)
_LABEL = re.compile(r"[A-Z][a-z]{3,}(?:-[A-Za-z][a-z]+)*")
_ADDRESS = re.compile(r"\S*/\S*|(?:mailto|tel|data|https?):\S*|[^\s@]+@[^\s@]+|[#.@]\S+")
_CODE = re.compile(
    r"\((?:max|min)-width|[{;]\s*$|^\s*[a-z-]+\s*:\s*[^;.!?]+;\s*[a-z-]+\s*:"
    r"|^(?:SELECT|INSERT|UPDATE|DELETE|CREATE) |=>|\)\s*\{|^use \w+$"
)
_SENTENCE = re.compile(
    r"(?=(?:\S+\s+){3})[A-Z0-9\"'“‘][^{}<>=]*(?:[.!?]\W*|\s(?:and|by|for|from|in|is|of|on|or|the|to|with)\s[^{}<>=]*)"
)
"""Four words or more from a capital on, to a full stop or with a function word."""
_UTILITY = re.compile(r"(?=[^\s\[]*[-:/\[\d])[!*@a-z0-9-][^\sA-Z\[]*(?:\[[^\]\s]*\][^\sA-Z\[]*)*(?<![.,;:!?])")
"""A token of a list of utility classes: lower case with a hyphen, colon, slash, bracket or digit."""


@lru_cache(maxsize=MAX_KNOWN)
def words(key: str) -> tuple[str, ...]:
    """The lower-case words of a key: ``heroTitle_2`` is hero, title."""
    return tuple(part.lower() for part in _PARTS.findall(key))


class Keys:
    """Tells copy from code by the name that a string is stored under, else by its shape."""

    def __init__(self, copy_keys: Iterable[str] = (), code_keys: Iterable[str] = ()) -> None:
        data = _tables()
        self._names = dict.fromkeys(data["copy"], COPY)
        self._names.update(dict.fromkeys(data["heading"], HEADING))
        self._names.update(dict.fromkeys(data["code"], CODE))
        self._configured = {"".join(words(key)): COPY for key in copy_keys}
        self._configured.update({"".join(words(key)): CODE for key in code_keys})
        self._calls = frozenset(data["code-calls"])
        self._utilities = frozenset(data["utilities"])
        self._rank = {name: rank for rank, name in enumerate(data["heading"])}
        self._known: dict[str, str] = {}

    def of(self, key: str) -> str:
        """What a key holds: COPY, CODE, HEADING (copy that names its object) or UNKNOWN."""
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= MAX_KNOWN:
                self._known.clear()
            known = self._known[key] = self._look_up(key)
        return known

    def rank(self, key: str) -> int | None:
        """How strongly a key names its object, 0 first; None where it only names a part of it, or nothing."""
        return self._rank.get("".join(words(key)))

    def is_code_call(self, name: str) -> bool:
        """Whether the arguments of this function are code."""
        parts = name.split(".")
        return parts[0] in self._calls or parts[-1] in self._calls

    def accepts(self, key: str, text: str) -> bool:
        """Whether the string under this key is for readers."""
        kind = self.of(key)
        if not _WORD.search(text) or (kind == CODE and not self._is_sentence(key, text)):
            return False
        if " " not in text.strip() and (_IDENTIFIER.fullmatch(text) or _ADDRESS.fullmatch(text)):
            return False
        return kind != UNKNOWN or self.looks_like_copy(text)

    def _is_sentence(self, key: str, text: str) -> bool:
        """Whether a string under a code key is prose after all; never where the key was configured."""
        if "".join(words(key)) in self._configured or "keyword" in key.lower():
            return False
        return _SENTENCE.fullmatch(text.strip()) is not None and self.looks_like_copy(text)

    def is_label(self, key: str, text: str) -> bool:
        """Whether a word in a list is one that readers see: ``Hydration`` under ``helps``, and no tag or class."""
        return self.of(key) == UNKNOWN and _LABEL.fullmatch(text) is not None

    def looks_like_copy(self, text: str) -> bool:
        """The shape test: at least two words, and no class list, style, query or media condition."""
        tokens = text.split()
        if len(tokens) < 2 or len(_WORD.findall(text)) < 2 or _CODE.search(text):
            return False
        return not all(token in self._utilities or _UTILITY.fullmatch(token) for token in tokens)

    def _look_up(self, key: str) -> str:
        parts = words(key)
        whole = "".join(parts)
        if whole in self._configured:
            return self._configured[whole]
        if whole in self._names:
            return self._names[whole]
        for number in range(1, len(parts)):
            tail = self._names.get("".join(parts[number:]))
            if tail is not None:
                return tail
        return UNKNOWN


@cache
def _tables() -> dict[str, list[str]]:
    path = rules_root() / LANGUAGE / "copy-keys.yaml"
    data = load(path)
    check(data, _SHAPE, at(path))
    return dict(data)
