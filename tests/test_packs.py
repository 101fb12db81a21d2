"""Rule packs: what is read, what is refused, and where the message points."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.packs import PackError, load_pack

EVIDENCE = """\
article: {title: An explainer}
statements:
  - {id: explainer.glow, paraphrase: The glow is promised., stance: attributed, source: writer, paragraph: 1}
"""
RULE = """\
code: ABC101
name: glow
title: Glow
families: [radiance]
message: Says that {subject} give a glow.
what: A glow stated as fact.
why: It is promised only.
reword: Hedge it.
evidence: [explainer.glow]
examples:
  flagged:
    - A.
    - {text: B., level: 3, heading: Benefits, rewrite: Maybe b.}
    - C.
    - D.
  clean: [E., F., G., H.]
"""


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    root = tmp_path / "own"
    (root / "rules").mkdir(parents=True)
    (root / "evidence.yaml").write_text(EVIDENCE)
    (root / "rules" / "ABC101.yaml").write_text(RULE)
    return root


def test_rule_and_evidence_are_read(pack):
    loaded = load_pack([pack])
    rule = loaded.rules["ABC101"]
    assert (rule.name, rule.families, rule.categories) == ("glow", ("radiance",), ("benefit",))
    assert [example.flagged for example in rule.examples] == [True] * 4 + [False] * 4
    assert rule.examples[1].level == 3 and rule.examples[1].heading == "Benefits"
    assert loaded.evidence["explainer.glow"].paragraph == 1
    assert loaded.article.title == "An explainer"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("explainer.glow]", "explainer.glo]", "ABC101.yaml:9: no evidence 'explainer.glo' (did you mean"),
        ("clean: [E., F., G., H.]", "clean: [E., F.]", "ABC101.yaml:16: ABC101 needs 4 clean examples or more"),
        ("    - C.\n", "", "ABC101.yaml:11: ABC101 needs 4 flagged examples or more"),
        ("title: Glow", "titel: Glow", "ABC101.yaml:3: unknown key 'titel' (did you mean 'title'?)"),
        ("code: ABC101", "code: abc", "ABC101.yaml:1: a code is three capitals and three digits, found 'abc'"),
        ("level: 3", "level: 5", "ABC101.yaml:13: 'level': expected 0 or 1 or 2 or 3 or 4, found 5"),
    ],
)
def test_a_broken_rule_is_named_with_file_and_line(pack, old, new, message):
    (pack / "rules" / "ABC101.yaml").write_text(RULE.replace(old, new))
    with pytest.raises(PackError) as error:
        _ = load_pack([pack]).rules
    assert str(error.value).startswith(f"own/rules/{message}")


def test_one_code_in_two_files_is_refused(pack):
    (pack / "rules" / "again.yaml").write_text(RULE)
    with pytest.raises(PackError, match="'ABC101' stands twice"):
        _ = load_pack([pack]).rules


def test_unknown_pack_is_refused():
    with pytest.raises(PackError, match="did you mean 'exosome'"):
        load_pack(["exosom"])


def test_digest_follows_the_bytes(pack):
    before = load_pack([pack]).digest
    assert load_pack([pack]).digest == before
    (pack / "rules" / "ABC101.yaml").write_text(RULE.replace("Hedge it.", "Hedge it!"))
    assert load_pack([pack]).digest != before
