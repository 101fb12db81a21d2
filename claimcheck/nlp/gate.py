"""The gate: can this text mention the subject at all? Plain string work, long before spaCy is imported."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.nlp.lexicon import fold, tokenise

if TYPE_CHECKING:
    from claimcheck.nlp.lexicon import Lexicon

HIDING = re.compile(r"[&<\\*_~`]|[^\x00-\x7f]")
"""What a name can hide behind: entities, tags, escapes, emphasis inside a word, invisible characters."""
ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")
MARKUP = re.compile(r"<!--.*?-->|<[^<>]*>|[*_~`\\]|[\u00ad\u200b-\u200f\u2060\ufeff]", re.DOTALL)


@lru_cache(maxsize=8)
def _pattern(stems: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(re.escape(stem) for stem in stems)))


def stems(lexicon: Lexicon, products: Sequence[str] = ()) -> frozenset[str]:
    """First words of every name of the subject, and the prefixes of product names; folded."""
    own = {tokenise(product)[0] for product in products if tokenise(product)}
    return frozenset(lexicon.gate | set(lexicon.prefixes) | own)


def may_mention(text: str, wanted: frozenset[str]) -> bool:
    """Whether any name can stand in the text. False is certain; True may be a false alarm.

    Mark-up, escapes and invisible characters inside a word (``exo<b>some</b>``) are taken out before giving up.
    """
    pattern = _pattern(wanted)
    if pattern.search(fold(text)):
        return True
    if not HIDING.search(text):
        return False
    bare = html.unescape(ESCAPE.sub(_decoded, text))
    return pattern.search(MARKUP.sub("", fold(MARKUP.sub("", bare)))) is not None


def _decoded(match: re.Match[str]) -> str:
    code = int(next(group for group in match.groups() if group), 16)
    return chr(code) if code <= 0x10FFFF else ""
