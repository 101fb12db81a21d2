"""Copy in other languages is passed over and counted, English copy beside it is not."""

from __future__ import annotations

import json

import pytest

from claimcheck.blocks import Blocks
from claimcheck.language import english, is_english
from claimcheck.model import Block, Segment, SourceMap

FOREIGN = {
    "german": "Exosome regenerieren die Haut und straffen sie von innen.",
    "french": "Les exosomes stimulent le collagène de la peau.",
    "spanish": "Los exosomas estimulan el colágeno de la piel.",
    "korean": "엑소좀(exosome)은 콜라겐을 재생합니다.",
    "russian": "Экзосомы восстанавливают коллаген.",
    "japanese": "エクソソームが肌のコラーゲンを増やします",
    "arabic": "تعيد الإكسوسومات بناء الكولاجين",
    "italian": "Per una pelle più giovane con gli exosomes",
    "portuguese": "Os exosomes não são iguais para todos",
}
ENGLISH = (
    "Exosomes rebuild collagen.",
    "Boost collagen, firm skin, erase lines",
    "Deep hydration + radiance",
    "Die Seren",
    "Éclat Crème",
    "Our exosomes outshine the Crème de la Lune.",
    "Éclat exosome serum by Maison Lumière rebuilds collagen",
    "The 엑소좀 serum is what our guests call the exosome hour",
    "10⁹ – 10¹⁰ vesicles per mL",
    "Reduces TGF-β and IL-6",
    "𝗘𝘅𝗼𝘀𝗼𝗺𝗲𝘀 rebuild collagen",
    "Ferrante, J., Özkan, M., & Müller, K. (2031)",
    "Volume. Thickness. Shine. Growth.",
    "35 ml",
    "",
)


@pytest.mark.parametrize("name", FOREIGN)
def test_other_languages(name: str) -> None:
    assert not is_english(FOREIGN[name])


@pytest.mark.parametrize("text", ENGLISH)
def test_english_fragments(text: str) -> None:
    assert is_english(text)


def block(text: str, heading: int | None = None, lead: int | None = None) -> Block:
    return Block("string", text, SourceMap((Segment(0, 0, len(text), True),)), heading=heading, lead=lead)


def test_what_stays_keeps_its_place_in_the_outline() -> None:
    blocks = [
        block("Exosome therapy"),
        block(FOREIGN["german"], heading=0),
        block("Firms the skin", heading=1, lead=1),
        block(FOREIGN["korean"], heading=1),
        block("Lifts the mood", heading=0, lead=2),
    ]
    kept = english(Blocks("", blocks))
    assert [(each.text, each.heading, each.lead) for each in kept] == [
        ("Exosome therapy", None, None),
        ("Firms the skin", 0, None),
        ("Lifts the mood", 0, 1),
    ]


def test_a_catalogue_of_many_languages(claimcheck, write) -> None:
    strings = {"en": "Our exosomes rebuild collagen.", **FOREIGN}
    del strings["japanese"]
    write("site.json", json.dumps(strings, ensure_ascii=False, indent=1))
    for _ in range(2):
        ran = claimcheck("check", "site.json", "--verbose", "--output-format", "json")
        assert [each["location"]["row"] for each in ran.json] == [2]
        assert f"left out site.json: {len(FOREIGN) - 1} strings not in English" in ran.err
    assert "not in English" not in claimcheck("check", "site.json").err


def test_counted_where_there_is_no_finding(claimcheck, write) -> None:
    write("site.md", f"{FOREIGN['french']}\n")
    for _ in range(2):
        ran = claimcheck("check", "--verbose")
        assert ran.status == 0
        assert "left out site.md: 1 string not in English" in ran.err
