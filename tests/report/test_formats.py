"""Every report: valid by the format's own published schema where there is one, complete, and safe with hostile copy."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from junitparser import JUnitXml

from claimcheck.packs import load_pack
from claimcheck.report import REPORTERS

from .conftest import COPY, HOSTILE

ROOT = Path(__file__).parent.parent.parent


def findings(report) -> list[dict]:
    return json.loads(report("json"))


def test_json_lines_are_the_objects_of_json_and_then_failures(report):
    lines = [json.loads(line) for line in report("json-lines", COPY, "missing.md").splitlines()]
    assert lines[:-1] == findings(report)
    assert lines[-1] == {"error": "No such file or directory", "filename": "missing.md", "row": None}


def test_sarif_holds_all_that_code_scanning_shows(report):
    log = json.loads(report("sarif", COPY, "missing.md"))
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(load_pack().rules)
    assert all(rule["help"]["markdown"].startswith(f"# {rule['id']}") for rule in rules)
    assert run["columnKind"] == "unicodeCodePoints"
    expected = findings(report)
    assert len(run["results"]) == len(expected) > 3
    for result, finding in zip(run["results"], expected, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding["code"]
        assert result["level"] == finding["severity"]
        assert result["partialFingerprints"] == {"claimcheck/v1": finding["fingerprint"]}
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": "site/my%20page.md", "uriBaseId": "%SRCROOT%"}
        region = place["region"]
        assert (region["startLine"], region["startColumn"]) == tuple(finding["location"].values())
        assert (region["endLine"], region["endColumn"]) == tuple(finding["end_location"].values())
        assert COPY[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"]
        assert ("fixes" in result) == bool(finding["fix"])
    fixed = next(result for result in run["results"] if "fixes" in result)
    (change,) = fixed["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"]["text"]
    invocation = run["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "No such file or directory"


def test_github_annotations(report):
    lines = report("github", COPY, "missing.md").splitlines()
    assert lines[0].startswith(
        "::warning file=site/my page.md,line=3,endLine=3,col=5,endColumn=30,title=EXO101 collagen::"
    )
    assert "%0ATry: Our exosomes may help rebuild collagen." in lines[0]
    assert any(line.startswith("::notice ") for line in lines) and any(line.startswith("::error ") for line in lines)
    assert lines[-1].startswith("::error file=missing.md,line=1,")


def test_a_broken_configuration_is_marked_in_its_own_file(report, write):
    write("site/.claimcheck.yaml", "# house rules\nstrikt: true\n")
    wrong = "unknown key 'strikt' (did you mean 'strict'?)"
    assert json.loads(report("json-lines")) == {"error": wrong, "filename": "site/.claimcheck.yaml", "row": 2}
    assert report("github").startswith("::error file=site/.claimcheck.yaml,line=2,")
    (diagnostic,) = json.loads(report("rdjson"))["diagnostics"]
    assert diagnostic["location"] == {"path": "site/.claimcheck.yaml", "range": {"start": {"line": 2}}}


def test_github_keeps_to_its_cap_and_summarises_the_rest(report, folder, monkeypatch):
    summary = folder / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    lines = report("github", "Our exosomes rebuild collagen.\n\n" * 25).splitlines()
    assert sum(line.startswith("::warning ") for line in lines) == 10
    assert lines[-1] == "15 more findings are in the step summary."
    rows = [line for line in summary.read_text().splitlines() if line.startswith("| warning")]
    assert len(rows) == 25 and "Our exosomes may help rebuild collagen." in rows[0]


def test_gitlab_has_the_fields_that_gitlab_reads(report):
    for issue, finding in zip(json.loads(report("gitlab")), findings(report), strict=True):
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["fingerprint"] == finding["fingerprint"]
        assert issue["location"]["path"] == "site/my page.md"
        assert issue["location"]["lines"]["begin"] == finding["location"]["row"]


def test_junit_is_read_by_a_parser_of_it(report, folder):
    (folder / "junit.xml").write_text(report("junit", COPY, "missing.md"))
    xml = JUnitXml.fromfile(str(folder / "junit.xml"))
    page, rest = list(xml)
    expected = findings(report)
    assert page.name == "site/my page.md" and page.tests == len(expected)
    assert page.failures == sum(each["severity"] != "note" for each in expected)
    assert rest.errors == 1 and [case.name for case in rest] == ["missing.md"]


def test_junit_without_findings_has_a_case_that_passes(report, folder):
    (folder / "junit.xml").write_text(report("junit", "Hello.\n"))
    (suite,) = JUnitXml.fromfile(str(folder / "junit.xml"))
    assert suite.tests == 1 and suite.failures == 0 and next(iter(suite)).is_passed


def test_checkstyle(report):
    root = ElementTree.fromstring(report("checkstyle", COPY, "missing.md"))
    page, missing = root
    assert root.tag == "checkstyle" and page.get("name") == "site/my page.md"
    for error, finding in zip(page, findings(report), strict=True):
        assert (error.get("line"), error.get("column")) == tuple(map(str, finding["location"].values()))
        assert error.get("severity") in ("info", "warning", "error")
        assert error.get("source") == f"claimcheck.{finding['code']}"
    assert missing[0].get("message") == "No such file or directory"


def test_rdjson_counts_bytes(report):
    data = json.loads(report("rdjson"))
    expected = findings(report)
    assert data["source"] == {"name": "claimcheck"}
    lines = COPY.split("\n")
    for diagnostic, finding in zip(data["diagnostics"], expected, strict=True):
        assert diagnostic["severity"] in ("INFO", "WARNING", "ERROR") and diagnostic["code"]["value"] == finding["code"]
        start, end = (diagnostic["location"]["range"][side] for side in ("start", "end"))
        raw = lines[start["line"] - 1].encode()
        cut = COPY[finding["offset"] : finding["end_offset"]]
        assert raw[start["column"] - 1 : end["column"] - 1].decode() == cut
    assert any("suggestions" in each for each in data["diagnostics"])


@pytest.mark.parametrize("name", REPORTERS)
def test_hostile_copy_is_data_in_every_format(report, name):
    text = HOSTILE * 3 + "Our exosomes rebuild collagen " + "x" * 200_000 + ".\n"
    assert len(json.loads(report("json", text))) == 4
    out = report(name, text)
    if name in ("json", "json-lines", "sarif", "gitlab", "rdjson"):
        for line in out.splitlines() if name == "json-lines" else [out]:
            json.loads(line)
        return
    assert not set(out) & {"\x1b", "\x00"}
    if name in ("junit", "checkstyle"):
        ElementTree.fromstring(out)
    elif name == "github":
        assert all(line.startswith("::") or "step summary" in line for line in out.splitlines())
    elif name == "html":
        assert "<script>alert" not in out and "<img" not in out and "\u202e" not in out
    else:
        assert "\u202e" not in out and max(map(len, out.splitlines())) < 1_000


@pytest.mark.parametrize("name", [name for name in REPORTERS if name not in ("full", "concise")])
def test_a_clean_run_is_valid_too(report, name):
    out = report(name, "Hello.\n")
    if name in ("json", "gitlab"):
        assert json.loads(out) == []
    elif name in ("junit", "checkstyle"):
        ElementTree.fromstring(out)
    elif name in ("github", "json-lines"):
        assert out == ""


def validate(schema: str, path: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_is_valid():
    validate("github-actions", ROOT / "action.yml")


def test_the_ci_snippets_are_valid(claimcheck, folder):
    claimcheck("init", "--ci", "github")
    validate("github-workflows", folder / ".github/workflows/claimcheck.yml")
    claimcheck("init", "--force", "--ci", "gitlab")
    validate("gitlab-ci", folder / ".gitlab-ci.yml")


def test_the_schema_of_the_configuration_is_one(claimcheck):
    jsonschema.Draft202012Validator.check_schema(claimcheck("config", "--schema").json)


def test_hooks_take_the_formats_that_are_read():
    from claimcheck.extract.formats import EXTRACTORS, PACKED
    from claimcheck.yamlfile import load

    for hook in load(ROOT / ".pre-commit-hooks.yaml"):
        assert hook["types"] == ["file"]
        for suffix in (*EXTRACTORS, *PACKED):
            written = suffix not in PACKED or "--fix" not in hook["entry"]
            assert bool(re.search(hook["files"], f"site/page{suffix}")) == written, suffix
        assert not re.search(hook["files"], "site/page.py")
