"""YAML as people write it, and as attackers do."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.yamlfile import DataError, Either, Fields, ListOf, MapOf, OneOf, at, check, load, locate, nearest

SHAPE = Fields(
    required={"name": str},
    optional={
        "level": int,
        "strict": bool,
        "share": float,
        "tags": ListOf(str),
        "kind": OneOf(["soft", "hard"]),
        "by": MapOf(Either([str, ListOf(str)])),
    },
)


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    def write(text: str | bytes) -> Path:
        path = tmp_path / "a.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def refused(path: Path, shape=None) -> str:
    with pytest.raises(DataError) as error:
        data = load(path)
        check(data, shape, at(path))
    return str(error.value)


def test_words_that_yaml_takes_for_truth_values_stay_words(write):
    assert load(write("[no, off, Yes, y, true, False]")) == ["no", "off", "Yes", "y", True, False]


def test_empty_file_and_byte_order_mark(write):
    assert load(write("")) is None
    assert load(write(b"\xef\xbb\xbfa: 1\n")) == {"a": 1}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", "a.yaml:3: key 'a' stands twice"),
        ("a: 1\nb: c: d\n", "a.yaml:2: mapping values are not allowed in this context"),
        ("a: &x [*x]\n", "a.yaml:1: an alias contains itself"),
        ("a: !!python/object/apply:os.getcwd []\n", "a.yaml:1: could not determine a constructor"),
        (b"a: b\nc: \xff\n", "a.yaml:2: not UTF-8 text"),
        ("a: 2024-13-01\n", "a.yaml: month must be in 1..12"),
    ],
)
def test_broken_files_are_named_with_their_line(write, text, message):
    assert refused(write(text)).startswith(message)


def test_alias_bomb_is_refused(write):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    assert "aliases expand to more than" in refused(write("\n".join(lines)))


@pytest.mark.parametrize("text", ["[" * 50_000, "{a: " * 50_000, "- " * 50_000, "[" * 3_000 + "]" * 3_000])
def test_deep_nesting_is_refused_without_a_crash(write, text):
    assert "nested too deeply" in refused(write(text))


def test_missing_file(tmp_path):
    assert "No such file" in refused(tmp_path / "none.yaml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name: a\nlevle: 3\n", "a.yaml:2: unknown key 'levle' (did you mean 'level'?)"),
        ("level: 3\n", "a.yaml:1: missing key 'name'"),
        ("name: 3\n", "a.yaml:1: 'name': expected text, found 3"),
        ("name: a\nlevel: true\n", "a.yaml:2: 'level': expected a number, found True"),
        ("name: a\ntags:\n  - b\n  - 4\n", "a.yaml:4: 'tags': expected text, found 4"),
        ("name: a\nkind: sofd\n", "a.yaml:2: 'kind': expected 'soft' or 'hard', found 'sofd' (did you mean 'soft'?)"),
        ("name: a\nby:\n  x: y\n  z: 3\n", "a.yaml:4: 'z': expected text or a list, found 3"),
        ("- a\n", "a.yaml:1: expected a mapping, found a list"),
    ],
)
def test_shapes(write, text, message):
    assert refused(write(text), SHAPE) == message


def test_a_fitting_file_passes(write):
    path = write("name: a\nlevel: 1\nstrict: false\nshare: 1\ntags: [b]\nkind: soft\nby: {c: d, e: [f]}\n")
    check(load(path), SHAPE, at(path))


def test_locate_stops_at_the_deepest_key_that_exists(write):
    path = write("a:\n  b:\n    - c: 1\n    - d: 2\n")
    assert locate(path, ("a", "b", 1, "d")) == 4
    assert locate(path, ("a", "x")) == 1


def test_nearest():
    assert nearest("selct", ["select", "ignore"]) == " (did you mean 'select'?)"
    assert nearest("zzz", ["select"]) == ""
