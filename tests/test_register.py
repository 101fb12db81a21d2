"""The register of substantiated claims."""

from __future__ import annotations

import csv
import io

import pytest

ENTRY = """\
- id: mist
  claim: {claim}
  evidence: {{title: Split-face study, type: randomised, n: 32}}
  owner: Mira Holt
  approved: 2024-02-01
  expires: {expires}
  allows: {allows}
"""


@pytest.fixture
def register(write):
    def register(claim: str = "calm redness", expires: str = "2999-01-01", allows: int = 3, head: str = "") -> None:
        write("claims.yaml", head + ENTRY.format(claim=claim, expires=expires, allows=allows))
        write(".claimcheck.yaml", "register: claims.yaml\n")

    return register


def check(claimcheck, write, text, name="a.md", *options):
    write(name, text)
    return claimcheck("check", name, "--output-format", "json", *options)


@pytest.mark.parametrize(
    ("claim", "text", "expected"),
    [
        ("calm redness", "Our exosome mist calms redness.", []),
        ("calm redness", "Our exosome mist calmed visible redness.", []),
        ("calm redness", "Our exosome mist calms the skin and tints burning redness.", ["EXO102"]),
        ("calm redness", "Our exosome mist fades redness.", ["EXO102"]),
        ("{family: inflammation}", "Our exosome mist fades redness.", []),
        ("{family: inflammation}", "Our exosome mist rebuilds collagen.", ["EXO101"]),
        ("{phrase: calm redness, product: Harbour}", "Our exosome mist calms redness.", ["EXO102"]),
        ("{phrase: calm redness, product: Harbour}", "# Harbour Mist\n\nOur exosome mist calms redness.", []),
        ("{family: inflammation, paths: [site/]}", "Our exosome mist calms redness.", ["EXO102"]),
        ("{family: inflammation, paths: ['*.md']}", "Our exosome mist calms redness.", []),
        ("calm redness", "Our exosome mist calms redness and rebuilds collagen.", ["EXO101"]),
    ],
)
def test_what_an_entry_covers(claimcheck, write, register, claim, text, expected):
    register(claim)
    assert check(claimcheck, write, text + "\n").codes == expected


@pytest.mark.parametrize(
    ("expires", "allows", "text", "reason"),
    [
        ("2020-01-01", 3, "Our exosome mist calms redness.", "entry mist expired on 2020-01-01"),
        ("2999-01-01", 2, "Our exosome mist calms redness.", "entry mist allows level 2"),
    ],
)
def test_expired_and_beyond(claimcheck, write, register, expires, allows, text, reason):
    register(expires=expires, allows=allows)
    (finding,) = check(claimcheck, write, text + "\n").json
    assert finding["code"] == "EXO903" and finding["severity"] == "error" and reason in finding["message"]
    assert check(claimcheck, write, text + "\n", "a.md", "--ignore", "EXO903").codes == ["EXO102"]


def test_a_baseline_does_not_hide_an_expired_entry(claimcheck, write, register):
    check(claimcheck, write, "Our exosome mist calms redness.\n")
    claimcheck("check", "--write-baseline", "base.json")
    register(expires="2020-01-01")
    assert claimcheck("check", "--baseline", "base.json", "--output-format", "json").codes == ["EXO903"]


def test_entries_may_stand_under_claims(claimcheck, write, register):
    register(head="claims:\n")
    assert check(claimcheck, write, "Our exosome mist calms redness.\n").codes == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("owner: Mira Holt", "ownr: Mira Holt", "claims.yaml:4: unknown key 'ownr' (did you mean 'owner'?)"),
        ("  owner: Mira Holt\n", "", "claims.yaml:1: missing key 'owner'"),
        ("expires: 2999-01-01", "expires: soon", "claims.yaml:6: 'expires': expected a date, found 'soon'"),
        ("allows: 3", "allows: 5", "claims.yaml:7: 'allows': expected 2 or 3 or 4, found 5"),
        ("claim: calm redness", "claim: {product: Harbour}", "claims.yaml:2: a claim needs a phrase or a family"),
        (
            "claim: calm redness",
            "claim: {family: colagen}",
            "claims.yaml:2: no family 'colagen' (did you mean 'collagen'?)",
        ),
    ],
)
def test_a_broken_register(claimcheck, write, old, new, message):
    text = ENTRY.format(claim="calm redness", expires="2999-01-01", allows=3)
    assert old in text
    write("claims.yaml", text.replace(old, new))
    write(".claimcheck.yaml", "register: claims.yaml\n")
    ran = check(claimcheck, write, "Our exosome mist calms redness.\n")
    assert ran.status == 2 and message in ran.err


def test_a_missing_register(claimcheck, write):
    write(".claimcheck.yaml", "register: none.yaml\n")
    ran = check(claimcheck, write, "Our exosome mist calms redness.\n")
    assert ran.status == 2 and "none.yaml: No such file" in ran.err


TEXT = "Our exosome mist calms redness. It may firm the skin. Exosomes regrow hair.\n"


def test_the_inventory_lists_every_claim_with_its_status(claimcheck, write, register):
    register()
    write("a.md", TEXT)
    ran = claimcheck("claims", "--output-format", "json")
    assert ran.status == 0
    assert [(each["family"], each["level"], each["register"], each["entry"]) for each in ran.json] == [
        ("inflammation", 3, "registered", "mist"),
        ("collagen", 1, "", ""),
        ("hair", 3, "unregistered", ""),
    ]
    assert ran.json[0] == {
        "path": "a.md", "row": 1, "column": 5, "level": 3, "status": "asserted", "family": "inflammation",
        "category": "benefit", "code": "EXO102", "register": "registered", "entry": "mist",
        "claim": "exosome mist calms redness", "unit": "Our exosome mist calms redness.",
    }  # fmt: skip


def test_the_inventory_as_table_and_csv(claimcheck, write, register):
    register()
    write("a.md", TEXT)
    table = claimcheck("claims").out.splitlines()
    assert table[0].split() == ["place", "level", "status", "family", "rule", "register", "claim"]
    assert table[1].startswith("a.md:1:5") and table[-1] == "3 claims"
    rows = list(csv.DictReader(io.StringIO(claimcheck("claims", "--output-format", "csv").out)))
    assert [row["family"] for row in rows] == ["inflammation", "collagen", "hair"]
    ran = claimcheck("claims", "--output-format", "csv", "-o", "claims.csv", "missing.md", "a.md")
    assert ran.status == 2 and ran.out == ""


def test_no_cell_of_the_csv_is_a_formula(claimcheck, write):
    write("=a.md", "Our exosomes rebuild collagen.\n")
    assert "'=a.md" in claimcheck("claims", "--output-format", "csv").out


def test_no_cell_of_the_csv_speaks_to_the_terminal(claimcheck, write):
    write("a.md", "Our exosomes rebuild collagen, \x1b[31m as it were.\n")
    out = claimcheck("claims", "--output-format", "csv").out
    assert "␛[31m as it were." in out and "\x1b" not in out
