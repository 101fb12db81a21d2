"""The language stage: from blocks of prose to claims. spaCy is imported only when there is something to analyse."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.model import Block, Claim

if TYPE_CHECKING:
    from claimcheck.nlp.lexicon import Lexicon
    from claimcheck.nlp.pipeline import Analyser


@lru_cache(maxsize=8)
def _analyser(lexicon: Lexicon, products: tuple[str, ...]) -> Analyser:
    from claimcheck.nlp.pipeline import Analyser

    return Analyser(lexicon.with_products(products) if products else lexicon)


def analyse(blocks: Sequence[Block], lexicon: Lexicon, products: Sequence[str] = ()) -> list[Claim]:
    """Every claim in the blocks of one file, hedged and negated ones (levels 0 and 1) included, in reading order.

    ``products`` are configured names that count as the subject.
    """
    return _analyser(lexicon, tuple(products)).analyse(blocks)
