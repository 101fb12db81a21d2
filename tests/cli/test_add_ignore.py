"""``--add-ignore``: a comment of the language that a claim stands in, where it changes nothing that a reader sees."""

from __future__ import annotations

import json

import pytest

from claimcheck.extract import extract
from claimcheck.model import SourceFile

CLAIM = "Our exosomes rebuild collagen."
MARKUP = "<!-- claimcheck: ignore[EXO101] agreed -->"
HASH = "# claimcheck: ignore[EXO101] agreed"
SLASHES = "// claimcheck: ignore[EXO101] agreed"
BRACES = "{/* claimcheck: ignore[EXO101] agreed */}"

PLACES = [
    ("a.md", "# Hello\n\n@CLAIM\n", MARKUP),
    ("a.md", "---\ntitle: Hello\n@description: CLAIM\n---\n", HASH),
    ("a.md", '+++\n@description = "CLAIM"\n+++\n', HASH),
    ("a.md", "- One\n- CLAIM@\n- Three\n", MARKUP),
    ("a.md", "| a | b |\n|---|---|\n| x | CLAIM |@\n", MARKUP),
    ("a.md", "Some words, and\nmore. CLAIM@\nThe end.\n", MARKUP),
    ("a.md", '@<img\n  alt="CLAIM"\n  src="a.png">\n', MARKUP),
    ("a.mdx", "# Hello\n\n@CLAIM\n", BRACES),
    ("a.mdx", 'Hello\n\n@<Card\n  title="CLAIM"\n/>\n', BRACES),
    ("a.mdx", "export const meta = {\n  @title: 'CLAIM'\n}\n", SLASHES),
    ("a.html", "<div>\n  @<p>CLAIM</p>\n</div>\n", MARKUP),
    ("a.html", '<img\n  src="a.png"\n  alt="CLAIM">@\n', MARKUP),
    ("a.xhtml", '<?xml version="1.0"?><p>CLAIM</p>@\n', MARKUP),
    ("a.njk", "{% block body %}\n@<p>CLAIM</p>\n{% endblock %}\n", MARKUP),
    ("a.php", "<?php\n$a = 1;\n@$text = 'CLAIM';\n?>\n", SLASHES),
    ("a.php", "<?php $a = 1; ?>\n@<p>CLAIM</p>\n", MARKUP),
    ("a.php", "<div>\n@<?php echo 'CLAIM'; ?>\n</div>\n", MARKUP),
    ("a.ts", "@export const text: string = 'CLAIM';\n", SLASHES),
    ("a.js", "@const text = `\n  Words\n  CLAIM\n`;\n", SLASHES),
    ("a.jsx", "export const A = () => (\n  <div>\n    @<p>CLAIM</p>\n  </div>\n);\n", BRACES),
    ("a.jsx", "export const A = () => (\n  <p>\n    Words\n    CLAIM@\n  </p>\n);\n", BRACES),
    ("a.jsx", 'export const A = () => (\n  <Card\n    @title="CLAIM"\n  />\n);\n', SLASHES),
    ("a.tsx", "export const A = () => {\n  return (\n    @<p>CLAIM</p>\n  );\n};\n", SLASHES),
    ("a.vue", "<template>\n  @<p>CLAIM</p>\n</template>\n", MARKUP),
    ("a.vue", "<script>\nexport default {\n  @data: { text: 'CLAIM' }\n}\n</script>\n", SLASHES),
    ("a.svelte", "<script>\n  @let text = 'CLAIM';\n</script>\n", SLASHES),
    ("a.astro", "---\n@const text = 'CLAIM';\n---\n", SLASHES),
    ("a.astro", "---\nconst a = 1;\n---\n@<p>CLAIM</p>\n", MARKUP),
    ("a.yaml", "title: Hello\n@description: CLAIM\n", HASH),
    ("a.yaml", "title: Hello\n@description: |\n  Words\n  CLAIM\n", HASH),
    ("a.toml", '@description = "CLAIM"\n', HASH),
    ("a.po", 'msgid ""\nmsgstr ""\n\n@#: a.c\nmsgid "x"\nmsgstr ""\n"CLAIM"\n', HASH),
    ("a.adoc", "* One\n@* CLAIM\n", SLASHES),
    ("a.rst", "Hello\n=====\n\n@CLAIM\n", ".. claimcheck: ignore[EXO101] agreed\n"),
    ("a.vtt", "WEBVTT\n\n@1\n00:01.000 --> 00:02.000\nCLAIM\n", "NOTE claimcheck: ignore[EXO101] agreed\n"),
    ("a.xlf", '<xliff version="1.2"><file source-language="en" target-language="en"><body>\n<trans-unit id="1">\n'
              "@<source>CLAIM</source></trans-unit></body></file></xliff>\n", MARKUP),
]  # fmt: skip
"""Name and text with ``@`` where the comment is to stand, and the comment."""


def commented(text: str, comment: str) -> str:
    """The text with the comment at its ``@``: on a line of its own before a line, or behind one."""
    before, _, after = text.partition("@")
    indent = before.rpartition("\n")[2]
    return f"{before} {comment}{after}" if indent.strip() else f"{before}{comment}\n{indent}{after}"


@pytest.mark.parametrize(("name", "text", "comment"), PLACES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_comment_fits_its_place_and_works(claimcheck, write, name, text, comment, newline):
    text = text.replace("CLAIM", CLAIM)
    plain = text.replace("@", "").replace("\n", newline)
    path = write(name, plain)
    ran = claimcheck("check", name, "--add-ignore=agreed")
    assert ran.status == 0 and "wrote comments for 1 findings" in ran.err
    done = path.read_bytes().decode()
    assert done == commented(text, comment).replace("\n", newline)
    ran = claimcheck("check", name)
    assert ran.status == 0 and "1 suppressed" in ran.out
    shown = [[(each.kind, each.text) for each in extract(SourceFile(name, one))] for one in (plain, done)]
    assert shown[0] == shown[1]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", json.dumps({"title": "Hello", "description": CLAIM})),
        ("a.csv", f"name,description\nx,{CLAIM}\n"),
        ("a.txt", f"{CLAIM}\n"),
        ("a.srt", f"1\n00:00:01,000 --> 00:00:02,000\n{CLAIM}\n"),
        ("a.html", f'<script type="application/ld+json">{{"description": "{CLAIM}"}}</script>\n'),
        ("a.rst", f"* One\n* {CLAIM}\n"),
    ],
)
def test_where_no_comment_may_stand_none_is_written(claimcheck, write, name, text):
    path = write(name, text)
    ran = claimcheck("check", name, "--add-ignore=agreed")
    assert "no place for a comment about EXO101; use ignores in the configuration" in ran.err
    assert path.read_text() == text


def test_each_of_several_equal_claims_has_its_comment(claimcheck, write):
    path = write("a.md", f"{CLAIM}\n\n- One\n- {CLAIM}\n\n{CLAIM} {CLAIM}\n")
    assert "wrote comments for 4 findings" in claimcheck("check", "a.md", "--add-ignore=agreed").err
    assert path.read_text() == (f"{MARKUP}\n{CLAIM}\n\n- One\n- {CLAIM} {MARKUP}\n\n{MARKUP}\n{CLAIM} {CLAIM}\n")


def test_add_ignore_without_a_reason_takes_no_path_for_one(claimcheck, write):
    path = write("a.md", f"{CLAIM}\n")
    assert claimcheck("check", "--add-ignore", "a.md").status == 0
    assert path.read_text() == f"<!-- claimcheck: ignore[EXO101] -->\n{CLAIM}\n"


def test_add_ignore_where_there_are_no_comments(claimcheck, write):
    path = write("a.json", json.dumps({"title": "Hello", "description": CLAIM}))
    before = path.read_text()
    ran = claimcheck("check", "a.json", "--add-ignore=agreed")
    assert "a.json:1: no place for a comment about EXO101; use ignores in the configuration" in ran.err
    assert path.read_text() == before
