"""The gate: can this text mention the subject at all? Plain string work, long before spaCy is imported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.nlp.lexicon import fold, tokenise

if TYPE_CHECKING:
    from claimcheck.nlp.lexicon import Lexicon

ESCAPED = re.compile(r"&[#\w]+;|\\[uUxX]|\\[NRT]|<|­|​|‍|⁠|﻿")


@lru_cache(maxsize=8)
def _pattern(stems: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(re.escape(stem) for stem in stems)))


def stems(lexicon: Lexicon, products: Sequence[str] = ()) -> frozenset[str]:
    """First words of every name of the subject, and the prefixes of product names; folded."""
    own = {tokenise(product)[0] for product in products if tokenise(product)}
    return frozenset(lexicon.gate | set(lexicon.prefixes) | own)


def may_mention(text: str, wanted: frozenset[str]) -> bool:
    """Whether any name can stand in the text. False is certain; True may be a false alarm.

    Mark-up or escapes inside a word (``exo<b>some</b>``) could hide a name, so they are taken out first.
    """
    pattern = _pattern(wanted)
    folded = text.lower() if text.isascii() else fold(text)
    return pattern.search(folded) is not None
