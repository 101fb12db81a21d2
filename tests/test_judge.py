"""Claims to findings: rule, severity, place and fingerprint, without any language stage."""

from __future__ import annotations

import pytest

from claimcheck.judge import judge, normalised, with_fingerprints
from claimcheck.model import Block, Claim, Segment, SourceFile, SourceMap, Subject
from claimcheck.packs import load_pack
from claimcheck.selection import Selection
from claimcheck.settings import Settings

TEXT = "Vial one. Exosomes rebuild collagen."
PACK = load_pack()


def block(text: str, start: int = 0, **features) -> Block:
    return Block("paragraph", text, SourceMap((Segment(0, start, start + len(text), True),)), **features)


def claim(**features) -> Claim:
    base = Claim(
        block=1,
        unit=(10, 36),
        start=10,
        end=35,
        subject=Subject("", "explicit", 10, 18),
        effect=(19, 35),
        family="collagen",
        category="benefit",
        construction="finite",
        level=3,
        status="asserted",
    )
    return base._replace(**features)


FILE = SourceFile("a.md", f"# Head\n\n{TEXT}\n")
BLOCKS = [block("Head", 2), block(TEXT, 8, heading=0, scope="markdown.paragraph")]


def found(*claims: Claim, **options):
    return judge(claims, BLOCKS, FILE, PACK, **options)


def test_a_finding_has_everything_a_report_needs():
    (finding,) = found(claim())
    assert FILE.text[finding.start : finding.end] == "Exosomes rebuild collagen"
    assert (finding.code, finding.name, finding.severity) == ("EXO101", "collagen", "warning")
    assert finding.subject == Subject("Exosomes", "explicit", 10, 18)
    assert (finding.effect, finding.unit) == ("rebuild collagen", "Exosomes rebuild collagen.")
    assert (finding.heading, finding.scope) == ("Head", "markdown.paragraph")
    assert finding.evidence == PACK.rules["EXO101"].evidence
    assert "rebuild collagen" in finding.message


@pytest.mark.parametrize(
    ("level", "strict", "limited", "expected"),
    [
        (0, False, False, []),
        (0, True, False, []),
        (1, False, False, []),
        (1, True, False, [("EXO902", "note")]),
        (1, True, True, []),
        (2, False, False, [("EXO101", "note")]),
        (2, True, False, [("EXO101", "warning")]),
        (3, False, False, [("EXO101", "warning")]),
        (3, True, False, [("EXO101", "warning")]),
        (4, False, False, [("EXO101", "error")]),
    ],
)
def test_severity_follows_the_level(level, strict, limited, expected):
    findings = found(claim(level=level, limited=limited), strict=strict)
    assert [(each.code, each.severity) for each in findings] == expected


@pytest.mark.parametrize("code", [code for code in PACK.rules if code < "EXO9"])
def test_every_rule_can_be_reached(code):
    rule = PACK.rules[code]
    for category in rule.categories:
        for family in rule.families or ("collagen",):
            (finding,) = found(claim(category=category, family=family))
            assert finding.code == code


def test_a_family_without_a_category_of_its_own_goes_to_the_rule_of_the_family():
    assert found(claim(family="delivery"))[0].code == "EXO302"


def test_a_pack_reports_only_what_it_has_rules_for():
    assert found(claim(family="mood")) == []


def test_the_shipped_rules_cover_all_that_the_lexicon_can_find():
    entries = [sense for word in PACK.lexicon.all_words() for sense in word.senses.values()]
    kinds = {(sense.family, sense.category) for sense in entries if sense.family}
    assert len(kinds) > 10
    for family, category in kinds:
        assert found(claim(family=family, category=category)), (family, category)


def test_one_finding_for_one_rule_and_place():
    findings = found(claim(level=2), claim(level=4), claim(family="hair"))
    assert [(each.code, each.level) for each in findings] == [("EXO101", 4), ("EXO106", 3)]


def test_selection_and_configured_severity():
    settings = Settings(root=None, ignore=("EXO106",), severity={"EXO1": "error"})  # type: ignore[arg-type]
    findings = found(claim(), claim(family="hair"), selection=Selection(settings))
    assert [(each.code, each.severity) for each in findings] == [("EXO101", "error")]


def test_fingerprints_follow_the_words_and_not_the_place():
    (one,) = with_fingerprints(found(claim()), "site/a.md", BLOCKS)
    moved = [block("Head", 2), block(TEXT, 80)]
    far = SourceFile("a.md", "\n" * 80 + TEXT)
    (two,) = with_fingerprints(judge([claim()], moved, far, PACK), "site/a.md", moved)
    (other,) = with_fingerprints(found(claim()), "site/b.md", BLOCKS)
    assert one.fingerprint == two.fingerprint != other.fingerprint


def test_the_same_words_again_have_another_fingerprint():
    twice = [block("Head", 2), block(TEXT, 8), block(TEXT, 60)]
    file = SourceFile("a.md", " " * 100)
    findings = with_fingerprints(judge([claim(), claim(block=2)], twice, file, PACK), "a.md", twice)
    assert len({each.fingerprint for each in findings}) == 2


def test_normalised():
    assert normalised("Exosomes  REBUILD\n“collagen”!") == normalised("exosomes rebuild collagen")
