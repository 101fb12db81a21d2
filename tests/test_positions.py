"""What a finding's offsets cut out of the decoded file is the claim, whatever stands around and inside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CASES = {
    "plain": ("copy.md", "Our exosomes rebuild collagen.\n", "exosomes rebuild collagen"),
    "crlf": ("copy.md", "# Visit\r\n\r\nTea first.\r\nThen exosomes calm redness.\r\n", "exosomes calm redness"),
    "lone cr": ("copy.txt", "Tea first.\rThen exosomes calm redness.\r", "exosomes calm redness"),
    "bom": ("copy.md", "\ufeffExosomes firm the skin.\n", "Exosomes firm the skin"),
    "tabs": ("copy.txt", "\tTea\tand\tcake.\tExosomes\tfirm the skin.\n", "Exosomes\tfirm the skin"),
    "emoji": ("copy.md", "🌿👩‍🦰 So: exosomes plump the skin ✨\n", "exosomes plump the skin"),
    "soft wrap": ("copy.md", "At Velmora our exosomes\nsoften\n  fine lines.\n", "exosomes\nsoften\n  fine lines"),
    "soft wrap crlf": ("copy.md", "At Velmora our exosomes\r\nsoften fine lines.\r\n", "exosomes\r\nsoften fine lines"),
    "entities": (
        "copy.html",
        "<p>Tea &amp; exosomes&nbsp;repair&#32;the skin&hellip;</p>\n",
        "exosomes&nbsp;repair&#32;the skin",
    ),
    "entity inside": ("copy.html", "<p>Exosomes fade crow&rsquo;s feet.</p>", "Exosomes fade crow&rsquo;s feet"),
    "nested tags": (
        "copy.html",
        "<p>Our <b>exo<i>somes</i></b> really <span>re<em>build</em></span> <a href='/c'>collagen</a>.</p>\n",
        "exo<i>somes</i></b> really <span>re<em>build</em></span> <a href='/c'>collagen",
    ),
    "emphasis": ("copy.md", "Our *exosomes* **rebuild** [collagen](/why).\n", "exosomes* **rebuild** [collagen"),
    "attribute": ("copy.html", '<img src="a.png" alt="Exosomes thicken hair">\n', "Exosomes thicken hair"),
    "jsx": (
        "page.tsx",
        "export const A = () => <p>\n  Exosomes{' '}\n  <b>thicken</b> hair.\n</p>;\n",
        "Exosomes{' '}\n  <b>thicken</b> hair",
    ),
    "js escape": (
        "data.ts",
        'export const a = { text: "Caf\\u00e9 exosomes fade crow\\u2019s feet" };\n',
        "exosomes fade crow\\u2019s feet",
    ),
    "json escape": ("copy.json", '{"text": "Tea,\\tthen exosomes\\ncalm redness"}\n', "exosomes\\ncalm redness"),
    "csv": ("prices.csv", 'name,text\r\nMask,"Tea, ""exosomes"" calm redness, cake"\r\n', 'exosomes"" calm redness'),
}


def place(text: str, offset: int) -> dict[str, int]:
    """Row and column of an offset, told by cutting lines the slow way."""
    row, start = 1, 0
    for match in re.finditer("\r\n|\r|\n", text):
        if match.end() > offset:
            break
        row, start = row + 1, match.end()
    return {"row": row, "column": offset - start + 1}


@pytest.mark.parametrize(("name", "text", "claim"), CASES.values(), ids=CASES)
def test_the_range_is_the_claim(claimcheck, folder: Path, name: str, text: str, claim: str) -> None:
    (folder / name).write_bytes(text.encode("utf-8"))
    ran = claimcheck("check", name, "--isolated", "--no-cache", "--output-format", "json")
    decoded = text.removeprefix("\ufeff")
    assert claim in [decoded[found["offset"] : found["end_offset"]] for found in ran.json]
    for found in ran.json:
        assert found["location"] == place(decoded, found["offset"])
        assert found["end_location"] == place(decoded, found["end_offset"])
