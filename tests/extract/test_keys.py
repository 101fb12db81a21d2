"""Copy keys and code keys are data; what they do not name is judged by its shape."""

from __future__ import annotations

import pytest

from claimcheck.extract.keys import CODE, COPY, HEADING, UNKNOWN, Keys
from claimcheck.packs import LANGUAGE, rules_root
from claimcheck.yamlfile import load

TABLES = load(rules_root() / LANGUAGE / "copy-keys.yaml")


@pytest.mark.parametrize("name", [name for name in TABLES if name != "heading"])
def test_lists_are_sorted_without_doubles(name: str) -> None:
    assert TABLES[name] == sorted(set(TABLES[name]), key=str.lower)


def test_no_key_is_both_copy_and_code() -> None:
    kinds = [set(TABLES[name]) for name in ("heading", "copy", "code")]
    assert len(set.union(*kinds)) == sum(map(len, kinds))


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("title", HEADING),
        ("heroTitle", HEADING),
        ("hero_title_2", HEADING),
        ("hero-description", COPY),
        ("META_DESCRIPTION", COPY),
        ("className", CODE),
        ("imageUrl", CODE),
        ("whatever", UNKNOWN),
    ],
)
def test_a_key_is_matched_whole_or_by_its_last_words(key: str, kind: str) -> None:
    assert Keys().of(key) == kind


def test_configured_keys_come_first() -> None:
    keys = Keys(copy_keys=["slug"], code_keys=["heroTitle"])
    assert (keys.of("slug"), keys.of("heroTitle"), keys.of("title")) == (COPY, CODE, HEADING)


@pytest.mark.parametrize(
    "text",
    ["Feels soft", "Our anti-ageing ritual, in short", "für müde Haut", "Note: it is calm; we like it.", "A/B or both"],
)
def test_copy_by_shape(text: str) -> None:
    assert Keys().accepts("unheardOf", text)


@pytest.mark.parametrize(
    "text",
    [
        "soft",
        "mx-auto px-4 text-center",
        "flex items-center md:grid-cols-2 hover:bg-[#FFF]",
        "(max-width: 600px) 100vw, 50vw",
        "color: red; margin: 0 auto;",
        "0 0 24 24",
        "M12 2 L4 5",
        "1px solid",
        "/care/vesicle-mask",
        "use client",
    ],
)
def test_code_by_shape(text: str) -> None:
    assert not Keys().accepts("unheardOf", text)


@pytest.mark.parametrize(
    "text", ["vesicle-mask", "vesicleMask", "vesicle_mask", "home.title", "#top", "/care", "a@b.example"]
)
def test_identifiers_are_no_copy_under_any_key(text: str) -> None:
    assert not Keys().accepts("title", text)


def test_one_word_is_copy_under_a_copy_key() -> None:
    assert Keys().accepts("badge", "Popular")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("property", "Less noise and a softer feel"),
        ("background", "Trained in Lumenbrook. Pours tea."),
        ("event", "A calm hour is waiting!"),
        ("bestFor", "Tired faces"),
    ],
)
def test_a_sentence_is_copy_under_a_code_key_too(key: str, text: str) -> None:
    assert Keys().accepts(key, text)
    assert not Keys(code_keys=[key]).accepts(key, text)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("fontFamily", "Inter, Helvetica Neue, Arial, Roboto, sans-serif"),
        ("className", "flex grow to the end."),
        ("keywords", "A mask for the face. And tea."),
        ("query", "Query { all { of the } }"),
        ("event", "Opening Night Tea Hour"),
        ("d", "M12 2 L4 5 to 7 9"),
    ],
)
def test_code_stays_code(key: str, text: str) -> None:
    assert not Keys().accepts(key, text)
