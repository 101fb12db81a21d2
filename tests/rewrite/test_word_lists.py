"""The language's word lists for rewrites: every one is asked for, and no word stands twice in one."""

from __future__ import annotations

import ast
from pathlib import Path

import claimcheck.rewrite
from claimcheck.packs import rules_root
from claimcheck.rewrite.wording import LANGUAGE
from claimcheck.yamlfile import load

LISTS = load(rules_root() / LANGUAGE)
CODE = Path(claimcheck.rewrite.__file__).parent


def test_every_list_is_asked_for() -> None:
    nodes = [node for path in CODE.glob("*.py") for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    keys = [node.slice for node in nodes if isinstance(node, ast.Subscript)]
    asked = {key.value for key in keys if isinstance(key, ast.Constant)}
    assert sorted(LISTS.keys() - asked) == []


def test_no_word_stands_twice_in_a_list() -> None:
    lists = {name: words for name, words in LISTS.items() if isinstance(words, list)}
    assert {name: words for name, words in lists.items() if len(set(words)) < len(words)} == {}
