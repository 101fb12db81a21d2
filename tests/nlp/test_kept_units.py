"""A page of which nothing is kept is read as one of which all is."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

from claimcheck.extract import extract
from claimcheck.model import SourceFile
from claimcheck.nlp import analyse
from claimcheck.packs import load_pack
from claimcheck.source import read

LEXICON = load_pack().lexicon
EXAMPLES = sorted(path for path in Path("examples").rglob("*.*") if path.suffix not in (".docx", ".yaml"))
BRANDS = """# Velmora NX exosome serum

NX firms the skin.

## QTherm laser

QTherm tightens the jaw. The other one, NX, does it gently.
"""


@pytest.mark.parametrize("path", EXAMPLES, ids=str)
def test_claims_do_not_depend_on_what_is_kept(path: Path) -> None:
    blocks = extract(read(path))
    kept = analyse(blocks, LEXICON)
    with patch("claimcheck.nlp.page.KEPT", 0):
        assert analyse(blocks, LEXICON) == kept


def test_nor_do_the_brands_that_a_page_introduces() -> None:
    blocks = extract(SourceFile("copy.md", BRANDS))
    kept = analyse(blocks, LEXICON)
    assert any(claim.subject.text == "NX" for claim in kept)
    with patch("claimcheck.nlp.page.KEPT", 0):
        assert analyse(blocks, LEXICON) == kept


def test_a_configured_product_is_seen_where_nothing_else_is() -> None:
    blocks = extract(SourceFile("copy.md", "Exosome care at home.\n\nThis is Ulmora.\n\nIt firms the skin."))
    claims = analyse(blocks, LEXICON, ["Ulmora"])
    assert [(claim.block, claim.subject.link) for claim in claims] == [(2, "pronoun")]
