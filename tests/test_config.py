"""Configuration: found from the file, merged only on request, refused with file and line."""

from __future__ import annotations

import json

import pytest

CLAIM = "Our exosomes rebuild collagen.\n"
SOFT = "Our exosomes can improve firmness.\n"


def settings(claimcheck, path="."):
    ran = claimcheck("config", path, "--output-format", "json")
    assert ran.status == 0, ran.err
    return {key: (each["value"], each["origin"]) for key, each in ran.json.items()}


def test_defaults(claimcheck):
    values = settings(claimcheck)
    assert values["fail-on"] == ("warning", "default") and values["packs"] == (["exosome"], "default")


def test_the_nearest_file_counts_alone(claimcheck, write):
    write(".claimcheck.yaml", "strict: true\nfail-on: error\n")
    write("site/.claimcheck.yaml", "strict: false\n")
    values = settings(claimcheck, "site")
    assert values["strict"] == (False, "site/.claimcheck.yaml") and values["fail-on"] == ("warning", "default")
    assert settings(claimcheck)["fail-on"] == ("error", ".claimcheck.yaml")


def test_each_file_has_the_settings_of_its_folder(claimcheck, write):
    write(".claimcheck.yaml", "ignore: [EXO1]\n")
    write("a.md", CLAIM)
    write("site/.claimcheck.yaml", "strict: true\n")
    write("site/b.md", SOFT)
    ran = claimcheck("check", "--output-format", "json")
    assert [(each["filename"], each["severity"]) for each in ran.json] == [("site/b.md", "warning")]


def test_the_search_stops_at_the_repository(claimcheck, write, folder):
    write(".claimcheck.yaml", "strict: true\n")
    (folder / "repository" / ".git").mkdir(parents=True)
    (folder / "repository" / "site").mkdir()
    assert settings(claimcheck, "repository/site")["strict"] == (False, "default")


def test_pyproject(claimcheck, write):
    write("pyproject.toml", '[project]\nname = "x"\n[tool.claimcheck]\nstrict = true\nproducts = ["Night Ferry"]\n')
    assert settings(claimcheck)["strict"] == (True, "pyproject.toml")


def test_pyproject_of_somebody_else_is_passed_over(claimcheck, write):
    write(".claimcheck.yaml", "strict: true\n")
    write("site/pyproject.toml", '[tool.other]\nx = "claimcheck"\n')
    assert settings(claimcheck, "site")["strict"] == (True, ".claimcheck.yaml")


def test_extends_replaces_key_by_key(claimcheck, write):
    write("base.yaml", "strict: true\nignore: [EXO1, EXO2]\n")
    write(".claimcheck.yaml", "extends: base.yaml\nignore: [EXO3]\n")
    values = settings(claimcheck)
    assert values["strict"] == (True, "base.yaml") and values["ignore"] == (["EXO3"], ".claimcheck.yaml")


def test_paths_are_relative_to_the_file_that_states_them(claimcheck, write, folder):
    write("shared/base.yaml", "baseline: base.json\n")
    write("site/.claimcheck.yaml", "extends: ../shared/base.yaml\n")
    assert settings(claimcheck, "site")["baseline"][0] == str(folder / "shared" / "base.json")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (".claimcheck.yaml", "a: 1\n", ".claimcheck.yaml:1: unknown key 'a'"),
        (".claimcheck.yaml", "strict: true\nselct: [EXO1]\n", "2: unknown key 'selct' (did you mean 'select'?)"),
        (".claimcheck.yaml", "strict: maybe\n", "1: 'strict': expected true or false, found 'maybe'"),
        (".claimcheck.yaml", "fail-on: warn\n", "'error', found 'warn' (did you mean 'warning'?)"),
        (".claimcheck.yaml", "jobs: -1\n", "1: 'jobs': expected 0 or more, found -1"),
        (".claimcheck.yaml", "ignores:\n  - reason: x\n", "2: an entry needs a path, a code or a phrase"),
        (".claimcheck.yaml", "ignores:\n  - code: EXO1\n", "2: missing key 'reason'"),
        (".claimcheck.yaml", "extends: none.yaml\n", "1: no such file: 'none.yaml'"),
        (".claimcheck.yaml", "extends: .claimcheck.yaml\n", "1: '.claimcheck.yaml' extends itself"),
        (".claimcheck.yaml", "a: [\n", ".claimcheck.yaml:2: "),
        (".claimcheck.yaml", "- a\n", "1: expected a mapping, found a list"),
        ("pyproject.toml", "[tool.claimcheck]\nstrict = true\nselct = []\n", "pyproject.toml:3: unknown key 'selct'"),
        ("pyproject.toml", "[tool.claimcheck\n", "pyproject.toml: "),
    ],
)
def test_what_is_wrong_is_said_with_its_place(claimcheck, write, name, text, message):
    write(name, text)
    write("a.md", CLAIM)
    ran = claimcheck("check", "a.md")
    assert ran.status == 2 and message in ran.err and ran.err.count("error:") == 1


def test_a_broken_configuration_stops_only_its_own_folder(claimcheck, write):
    write("bad/.claimcheck.yaml", "nonsense: 1\n")
    write("bad/a.md", CLAIM)
    write("bad/b.md", CLAIM)
    write("good/a.md", CLAIM)
    ran = claimcheck("check", "bad/a.md", "bad/b.md", "good", "--output-format", "json")
    assert ran.status == 2 and [each["filename"] for each in ran.json] == ["good/a.md"]
    assert ran.err.count("bad/.claimcheck.yaml:1: unknown key 'nonsense'") == 1


def test_extends_in_a_circle(claimcheck, write):
    write("a.yaml", "extends: b.yaml\n")
    write("b.yaml", "extends: a.yaml\n")
    write(".claimcheck.yaml", "extends: a.yaml\n")
    ran = claimcheck("config")
    assert ran.status == 2 and "extends itself" in ran.err


def test_extends_does_not_leave_the_repository(claimcheck, write, folder, monkeypatch):
    write("outside.yaml", "strict: true\n")
    (folder / "repository" / ".git").mkdir(parents=True)
    write("repository/.claimcheck.yaml", "extends: ../outside.yaml\n")
    monkeypatch.chdir(folder / "repository")
    ran = claimcheck("config")
    assert ran.status == 2 and "'../outside.yaml' lies outside the repository" in ran.err


def test_isolated_and_config(claimcheck, write):
    write(".claimcheck.yaml", "ignore: [EXO1]\n")
    write("other.yaml", "per-file-ignores: {'b.*': [EXO1]}\n")
    write("a.md", CLAIM)
    write("b.md", CLAIM)
    assert claimcheck("check").status == 0
    assert claimcheck("check", "--isolated", "--output-format", "json").codes == ["EXO101", "EXO101"]
    ran = claimcheck("check", "--config", "other.yaml", "--output-format", "json")
    assert [each["filename"] for each in ran.json] == ["a.md"]
    assert claimcheck("check", "--config", "none.yaml").status == 2


def test_the_command_line_wins(claimcheck, write):
    write(".claimcheck.yaml", "select: [EXO2]\nignore: [EXO101]\nfail-on: error\nstrict: false\n")
    write("a.md", CLAIM + "\n" + SOFT)
    assert claimcheck("check").status == 0
    assert claimcheck("check", "--select", "EXO1", "--fail-on", "note", "--strict").status == 1


def test_severity_by_code_and_prefix(claimcheck, write):
    write(".claimcheck.yaml", "severity: {EXO1: note, EXO101: error}\n")
    write("a.md", CLAIM + "\nOur exosomes calm redness.\n")
    ran = claimcheck("check", "--output-format", "json")
    assert [(each["code"], each["severity"]) for each in ran.json] == [("EXO101", "error"), ("EXO102", "note")]


def test_per_file_ignores_and_ignores(claimcheck, write):
    write(
        ".claimcheck.yaml",
        "per-file-ignores: {press/: [EXO1]}\n"
        "ignores:\n  - {reason: agreed, path: 'i18n/*.json', code: EXO101, phrase: REBUILD  collagen}\n",
    )
    write("press/a.md", CLAIM)
    write("i18n/en.json", json.dumps({"hero": {"title": "Exosomes", "text": CLAIM.strip()}}))
    write("site/a.md", CLAIM)
    ran = claimcheck("check", "--output-format", "json")
    assert [each["filename"] for each in ran.json] == ["site/a.md"]


def test_products_count_as_exosome_based(claimcheck, write):
    write("a.md", "Night Ferry rebuilds collagen.\n")
    assert claimcheck("check").status == 0
    write(".claimcheck.yaml", "products: [Night Ferry]\n")
    assert claimcheck("check", "--output-format", "json").codes == ["EXO101"]


def test_copy_keys_and_code_keys(claimcheck, write):
    write("a.json", json.dumps({"title": "Exosomes", "zzz": "rebuild-collagen", "description": CLAIM.strip()}))
    assert claimcheck("check").status == 1
    write(".claimcheck.yaml", "code-keys: [description]\n")
    assert claimcheck("check").status == 0


@pytest.mark.parametrize(("spelling", "word"), [("british", "ageing"), ("american", "aging"), ("auto", "aging")])
def test_spelling_of_suggestions(claimcheck, write, spelling, word):
    write("a.md", "The color is new.\n\nExosomes rejuvenate skin.\n")
    write(".claimcheck.yaml", f"spelling: {spelling}\n")
    (finding,) = claimcheck("check", "--output-format", "json").json
    assert f"skin {word}" in finding["suggestions"][-1] or f"{word} skin" in finding["suggestions"][-1]


def test_own_packs(claimcheck, write):
    write(".claimcheck.yaml", "packs: [exosome, house]\n")
    write("a.md", CLAIM)
    write("house/rules/EXO101.yaml", "code: EXO101\n")
    ran = claimcheck("check")
    assert ran.status == 2 and "house/rules/EXO101.yaml:1: missing key" in ran.err


def test_schema_describes_every_key(claimcheck):
    from claimcheck.settings import SHAPE

    schema = claimcheck("config", "--schema").json
    assert list(schema["properties"]) == list(SHAPE.optional)
    assert all(each["description"] for each in schema["properties"].values())


def test_the_text_form_reads_back(claimcheck, write):
    from claimcheck.yamlfile import load

    write(".claimcheck.yaml", "strict: true\nignores: [{reason: a, phrase: b}]\nper-file-ignores: {x: [EXO1]}\n")
    printed = claimcheck("config").out
    assert "strict: true  # .claimcheck.yaml" in printed
    path = write("printed.yaml", printed)
    values = load(path)
    assert values["ignores"] == [{"reason": "a", "phrase": "b"}] and values["per-file-ignores"] == {"x": ["EXO1"]}


def test_a_zero_on_the_command_line_is_a_value():
    from claimcheck.cli.options import overrides

    assert overrides({"jobs": 0, "strict": False, "select": (), "fail_on": None}) == {"jobs": 0}


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (".claimcheck.yaml", "strict: true\nselect: [EXO999]\n", ".claimcheck.yaml:2: 'select': no rule 'EXO999'"),
        (".claimcheck.yaml", "\nseverity: {EXO6O: note}\n", ".claimcheck.yaml:2: 'severity': no rule 'EXO6O'"),
        (".claimcheck.yaml", "\npacks: [exosom]\n", ".claimcheck.yaml:2: 'packs': no rule pack 'exosom'"),
        (
            "pyproject.toml",
            "[tool.claimcheck]\nstrict = true\nignore = ['EXO999']\n",
            "pyproject.toml:3: 'ignore': no rule 'EXO999'",
        ),
    ],
)
def test_a_code_or_pack_that_does_not_exist_is_one_error_with_its_line(claimcheck, write, name, text, message):
    for number in range(3):
        write(f"{number}.md", CLAIM)
    write(name, text)
    ran = claimcheck("check")
    assert ran.status == 2 and ran.err.count("no rule") == ran.err.count("did you mean") == 1
    assert f"claimcheck: error: {message}" in ran.err
