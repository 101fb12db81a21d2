"""What governs what: headings, leads and groups, and files that nest or break beyond reason."""

from __future__ import annotations

import pytest

from claimcheck.extract import FORMATS, extract
from claimcheck.extract.keys import Keys
from claimcheck.model import GAP, Block, SourceFile

SCRAPS = r"""
<div> <b> </p> { [ ( {"a":[ - > *a ` <!-- <a_href=' {{ ${` ![ a+ "a"+ <A_b={ [a]( a:_ <? _ | ' " {%_ /* & \ &
"""
UNITS = [unit.replace("_", " ") for unit in SCRAPS.split()] + ["- ", "> ", "  - a\n", "# a\n"]


def read(text: str, format: str, keys: Keys | None = None) -> list[Block]:
    return extract(SourceFile("x", text), format, keys)


def headings(blocks: list[Block], text: str) -> list[str]:
    """The headings above the block with this text, nearest first."""
    block = next(each for each in blocks if each.text == text)
    found = []
    while block.heading is not None:
        block = blocks[block.heading]
        found.append(block.text)
    return found


def test_heading_hierarchy() -> None:
    blocks = read("# Top\n\n## One\n\na b\n\n### Deep\n\nc d\n\n## Two\n\ne f\n", "markdown")
    assert headings(blocks, "a b") == ["One", "Top"]
    assert headings(blocks, "c d") == ["Deep", "One", "Top"]
    assert headings(blocks, "e f") == ["Two", "Top"]


def test_a_title_heads_nested_arrays_whatever_its_place() -> None:
    text = (
        'const x = [{benefits: ["Soft feel"], title: "Mask", more: [{text: "A calm hour"}]}, {text: "No title here"}]'
    )
    blocks = read(text, "javascript")
    assert headings(blocks, "Soft feel") == ["Mask"]
    assert headings(blocks, "A calm hour") == ["Mask"]
    assert headings(blocks, "No title here") == []


def test_the_path_heads_what_no_string_names() -> None:
    blocks = read('{"care": {"vesicleMask": {"p1": "It feels soft"}}, "note": "Not under it"}', "json")
    assert headings(blocks, "It feels soft") == ["care / vesicle mask"]
    assert headings(blocks, "Not under it") == []
    assert not blocks[0].editable


def test_the_english_title_heads_an_object_of_translations() -> None:
    text = """[{"title": {"es": "Máscara", "en": "Mask"}, "text": {"es": "Piel suave", "en": "Soft feel"}},
        {"text": {"en": "It comes first"}, "title": {"en-GB": "Tea hour"}}, {"text": "After all"}]"""
    blocks = read(text, "json")
    assert headings(blocks, "Soft feel") == ["Mask"]
    assert headings(blocks, "Piel suave") == ["Mask"]
    assert headings(blocks, "It comes first") == ["Tea hour"]
    assert headings(blocks, "After all") == []


def test_a_sentence_cut_up_over_numbered_keys() -> None:
    text = """{"textP1": "Our weekly", "textP2": " mask\\u0020", "textP3": "feels soft.", "note": "Not in it",
        "noteP2": "No first part", "item1": "One item", "item2": "Another item",
        "titleP1": "Calm", "titleP2": "care"}"""
    blocks = read(text, "json")
    texts = ["Our weekly mask feels soft.", "Not in it", "No first part", "One item", "Another item", "Calm care"]
    assert [each.text for each in blocks] == texts
    assert headings(blocks, "One item") == ["Calm care"]
    sentence = blocks[0]
    assert text[slice(*sentence.map.span(16, 21))] == "feels"
    assert sentence.map.is_verbatim(16, 21)
    assert not sentence.map.is_verbatim(4, 15)


def test_a_bare_ampersand_is_text() -> None:
    text = "const a = <h2>Tea & towels <em>R&D</em> && more &amp; <br/>all</h2>; const b = ok && <p>Soft & calm</p>"
    assert [each.text for each in read(text, "javascript")] == ["Tea & towels R&D && more & all", "Soft & calm"]


def test_a_component_title_heads_the_component_only() -> None:
    blocks = read(
        'const a = <main><h1>Top</h1><Card title="Mask"><p>In it</p></Card><p>After it</p></main>', "javascript"
    )
    assert headings(blocks, "In it") == ["Mask", "Top"]
    assert headings(blocks, "After it") == ["Top"]


def test_configured_keys() -> None:
    text = 'const x = {slug: "Soft feel", title: "Not copy here"}'
    assert [each.text for each in read(text, "javascript", Keys(["slug"], ["title"]))] == ["Soft feel"]


@pytest.mark.parametrize("address", ["https://lumenbrook.example/care", "www.lumenbrook.example", "./care/mask.csv"])
def test_addresses_are_gaps(address: str) -> None:
    assert [each.text for each in read(f"See {address}, and/or us.", "text")] == [f"See {GAP}, and/or us."]


def test_gaps_are_opaque_words() -> None:
    assert [each.text for each in read("<p>From {{ price }} on</p>", "html")] == [f"From {GAP} on"]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "unit",
    [
        "<div>",
        "<b>",
        "</p>",
        "{",
        "[",
        "(",
        '{"a":[',
        "- ",
        "> ",
        "  - a\n",
        "*a ",
        "`",
        "<!--",
        "<a href='",
        "{{",
        "${`",
        "![",
        "a+",
    ],
)
def test_deep_nesting_is_survived(format: str, unit: str) -> None:
    read(unit * 3000, format)


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("javascript", 'const a = [{title: "Soft feel"},\n<<<<<<< ours\n{text: "A calm hour"'),
        ("javascript", "const a = <div><p>Soft feel</p><p>A calm hour</div>"),
        ("html", "<p>Soft feel<div><p>A calm hour<b"),
        ("json", '{"text": "Soft feel",\n<<<<<<< ours\n"text": "A calm hour", "x": '),
        ("yaml", "a: Soft feel\nb: A calm hour\nc: [x"),
        ("markdown", "Soft feel\n\n<div\n\nA calm hour\n\n```\nx"),
        ("toml", 'a = "Soft feel"\n<<<<<<<\ntext = "A calm hour"\nb = ['),
    ],
)
def test_broken_files_give_what_can_be_read(format: str, text: str) -> None:
    assert {"Soft feel", "A calm hour"} <= {block.text for block in read(text, format)}


def test_data_in_a_string_of_a_script() -> None:
    text = r"""const a = JSON.parse('[{"slug": "exo-x", "name": "Exosome \\"Tea\\"", "text": "It\'s a soft feel"}]');"""
    blocks = read(text, "typescript")
    assert [block.text for block in blocks] == ['Exosome "Tea"', "It's a soft feel"]
    assert headings(blocks, "It's a soft feel") == ['Exosome "Tea"']
    start, end = blocks[1].map.span(0, len(blocks[1].text))
    assert text[start:end] == r"It\'s a soft feel"


LABELS = """const page = {
  title: "Exosome care", helps: ["Hydration", "Rejuvenation", "Anti-ageing"], tags: ["Skin", "Exosome"],
  classes: ["Card", "Exosome"], slug: ["Exosome"], icons: ["Sparkles"], sizes: ["Small"],
  rows: ["exosome", "ExoCard", "EXO"],
};
const areas = ["Forehead"];"""


def test_single_words_in_the_lists_of_a_named_object_are_copy() -> None:
    blocks = read(LABELS, "typescript")
    assert [block.text for block in blocks] == ["Exosome care", "Hydration", "Rejuvenation", "Anti-ageing"]
    assert headings(blocks, "Anti-ageing") == ["Exosome care"]


@pytest.mark.parametrize(
    ("attributes", "content", "texts"),
    [
        ('id="__NEXT_DATA__" type="application/json"', '{"cls": "exosome-x", "text": "Soft feel"}', ["Soft feel"]),
        ("type='application/ld+json'", '{"@type": "Thing", "name": "Exosome care"}', ["Exosome care"]),
        ("", "track('exosome_click'); const a = [{t: 'exosome-1', text: 'Soft feel'}];", ["Soft feel"]),
        ("", 'const banner = "Exosome care here"; alert("Exosome care here");', []),
        ("type=module", "const a = {text: `Soft ${x} feel`};", [f"Soft {GAP} feel"]),
        ('type="text/x-template"', "<p>No copy of ours</p>", []),
        ("", 'self.__next_f.push([1, "Exosome care once more"])', []),
        ('type="importmap"', '{"imports": {"a b": "Exosome care here"}}', []),
    ],
)
def test_inline_scripts(attributes: str, content: str, texts: list[str]) -> None:
    blocks = read(f"<h1>Top</h1><script {attributes}>{content}</script><p>Behind it", "html")
    assert [block.text for block in blocks if not block.scope.endswith(".path")] == ["Top", *texts, "Behind it"]
    assert headings(blocks, "Behind it") == ["Top"]
