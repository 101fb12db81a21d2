"""Edits in the source: only in one verbatim piece, written as the format writes them."""

import pytest

from claimcheck.model import Block, Edit, Segment, SourceFile, SourceMap
from claimcheck.rewrite.encode import source_edits

TEXT = "Exosomes plump skin"


def block_in(source: str, scope: str = "", editable: bool = True) -> Block:
    start = source.index(TEXT)
    return Block("string", TEXT, SourceMap((Segment(0, start, start + len(TEXT), True),)), scope, editable=editable)


def written(source: str, path: str, content: str, scope: str = "") -> str | None:
    """The content of an edit of *plump* in this source."""
    found = source_edits([Edit(9, 14, content)], block_in(source, scope), SourceFile(path, source))
    return found[0].content if found else None


@pytest.mark.parametrize(
    ("source", "path", "content", "expected"),
    [
        (f"<p>{TEXT}</p>", "a.html", "R&D <b>", "R&amp;D &lt;b&gt;"),
        (f'{{"a": "{TEXT}"}}', "a.json", 'say "may"', 'say \\"may\\"'),
        (f"const a = '{TEXT}'", "a.ts", "it's", "it\\'s"),
        (f'const a = "{TEXT}"', "a.ts", "it's", "it's"),
        (f'1,"{TEXT}"', "a.csv", 'a, "b"', 'a, ""b""'),
        (f"1,{TEXT},2", "a.csv", "may help", "may help"),
        (f"1,{TEXT},2", "a.csv", "which, may", None),
        (f"a: '{TEXT}'", "a.yaml", "it's", "it''s"),
        (f"a: [{TEXT}]", "a.yaml", "which, may", None),
        (f"a: {TEXT}", "a.yaml", "which, may", "which, may"),
        (TEXT, "a.md", "may help", "may help"),
    ],
)
def test_the_format_decides_how_words_are_written(source: str, path: str, content: str, expected: str | None) -> None:
    assert written(source, path, content) == expected


def test_an_attribute_has_its_quotes_escaped() -> None:
    assert written(f'<img alt="{TEXT}">', "a.html", 'a "b"', "html.attr.alt") == "a &quot;b&quot;"


@pytest.mark.parametrize(("scope", "path"), [("jsx:/text", "a.html"), ("jsx:/text", "a.vue"), ("php:/text", "a.php")])
def test_a_string_of_a_script_is_no_html_wherever_it_stands(scope: str, path: str) -> None:
    assert written(f"text: '{TEXT}'", path, "it's R&D", scope) == "it\\'s R&D"


def test_a_string_of_linked_data_is_no_html() -> None:
    assert written(f'<script>{{"name": "{TEXT}"}}', "a.html", 'a "b" & c', "json:/name") == 'a \\"b\\" & c'


def test_offsets_are_those_of_the_source() -> None:
    found = source_edits([Edit(9, 14, "x")], block_in(f"<p>{TEXT}</p>"), SourceFile("a.html", f"<p>{TEXT}</p>"))
    assert found == (Edit(12, 17, "x"),)


def test_nothing_is_edited_across_mark_up_or_in_a_key() -> None:
    source = "Exosomes <b>plump</b> skin"
    split = SourceMap((Segment(0, 0, 9, True), Segment(9, 12, 17, True), Segment(14, 21, 26, True)))
    block, file = Block("paragraph", TEXT, split), SourceFile("a.html", source)
    assert source_edits([Edit(9, 14, "may help plump")], block, file) == (Edit(12, 17, "may help plump"),)
    assert source_edits([Edit(0, 14, "x")], block, file) is None
    assert source_edits([Edit(9, 14, "x")], block_in(TEXT, editable=False), SourceFile("a.md", TEXT)) is None
