"""``--fix`` on real files of every format: the words change, and nothing of the format does."""

import csv
import io
import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

FIXED = {
    "page.tsx": r"""
const rows = [
  { title: 'Bounce', description: 'Our exosome serum [boosts|may help boost] collagen, and it\'s ours.' },
  { title: "Calm", description: "Our \"cloud\" exosome gel [calms|may help calm] redness \u2014 daily." },
  { title: `Hair`, description: `In ${city}, exosome therapy [boosts|may help boost] hair growth.` },
];
export default () => (
  <main className="exosomes-boost-collagen">
    <h1>Exosomes [rebuild|may help rebuild] collagen</h1>
    <p>
      Our exosome serum&apos;s peptides [boost|may help boost]
      collagen &amp; [calm|calm] <strong>redness</strong>.
    </p>
    <Card subtitle="Exosome therapy [firms|may help firm] skin" text={"Exosomes [reduce|may help reduce] redness"} />
  </main>
);
""",
    "copy.ts": "export const hero = { title: 'Exosomes [firm|may help firm] skin', href: '/exosomes-firm-skin' };\n",
    "copy.js": 'module.exports = { title: "Exosomes [firm|may help firm] skin, that\'s it" };\n',
    "card.jsx": "const C = <p title='Exosomes [firm|may help firm] skin'>Exosomes [calm|may help calm] skin</p>;\n",
    "data.json": r"""{
  "slug": "exosomes-boost-collagen",
  "title": "Exosomes [boost|may help boost] collagen",
  "description": "Our \"cloud\" exosome serum [boosts|may help boost] collagen\nand [calms|calm] redness \u2014 daily.",
  "benefits": ["Exosome gel carries peptides [to firm|and may help firm] skin", "[Boosts|May help boost] collagen"]
}
""",
    "data.yaml": """title: Exosomes [boost|may help boost] collagen   # keep me
single: 'Our exosome serum''s peptides [boost|may help boost] collagen.'
double: "Our \\"cloud\\" exosome gel [firms|may help firm] skin."
folded: >
  Our exosome serum [boosts|may help boost]
  collagen and [calms|calm] redness.
flow: [Try exosomes to firm skin, "Exosomes [calm|may help calm] redness"]
""",
    "data.toml": "title = \"Exosomes [firm|may help firm] skin\"\ntext = 'Exosome gel [firms|may help firm] skin'\n",
    "prices.csv": (
        "name,description\r\n"
        'Gel,"Exosome gel, our ""cloud"", [boosts|may help boost] collagen"\r\n'
        'Balm,"Try exosomes[ to firm|, which may help firm] skin"\r\n'
        "Mist,Try exosomes to firm skin\r\n"
        "Oil,Exosome oil [firms|may help firm] skin\r\n"
    ),
    "page.html": """<!doctype html>
<html><head><title>Exosomes [boost|may help boost] collagen</title>
<meta name="description" content="Our exosome serum [boosts|may help boost] collagen &amp; [calms|calm] redness.">
<script type="application/ld+json">{"name":"Exosomes","description":"Exosome gel [firms|may help firm] skin."}</script>
</head><body>
<img alt='Exosome gel [firms|may help firm] skin' src="exosomes-boost.png">
<p class="boosts">Our exosome&nbsp;gel <b>[boosts|may help boost]</b> collagen &amp; more.<br></p>
<a href="/exosomes-boost" title="Exosomes [calm|may help calm] redness">Read&hellip;</a>
</body></html>
""",
    "page.md": """---
title: "Exosomes [boost|may help boost] collagen"
slug: exosomes-boost-collagen
---
# Exosomes *[rebuild|may help rebuild]* collagen

Our **exosome serum** [boosts|may help boost] [[collagen]](https://x.test/boosts).

- [Boosts|May help boost] collagen
- [Thicker, fuller hair|May help hair look thicker and fuller]

| Exosome gel | [Boosts|May help boost] collagen |
|---|---|
| Exosome mist | [Calms|May help calm] redness |
""",
    "page.mdx": """import X from './x'

<Hero title="Exosomes [boost|may help boost] collagen" text={'Exosome gel [firms|may help firm] skin'} />

Our exosome serum [boosts|may help boost] collagen and [calms|calm] redness.
""",
    "de.po": 'msgid "Exosome gel"\nmsgstr "Our \\"cloud\\" exosome gel [boosts|may help boost] collagen"\n',
    "page.vue": """<template>
  <Card title="Exosomes [boost|may help boost] collagen" :text="'Exosome gel [firms|may help firm] skin'" />
</template>
<script>
export default { data: () => ({ title: 'Exosomes [firm|may help firm] skin' }) }
</script>
""",
    "page.svelte": "<script>let title = 'Exosomes [boost|may help boost] collagen';</script>\n<p>Open daily</p>\n",
    "page.astro": "---\nconst title = 'Exosomes [boost|may help boost] collagen';\n---\n<p>Open &amp; warm</p>\n",
    "page.php": "<?php $t = __('Exosome serum [calms|may help calm] redness', 'x'); ?>\n",
    "page.rst": "Hello\n=====\n\nOur *exosome serum* [boosts|may help boost] collagen.\n",
    "page.adoc": "= Hello\n\nOur *exosome serum* [boosts|may help boost] collagen.\n",
    "a.srt": "1\n00:00:01,000 --> 00:00:02,000\nExosomes [boost|may help boost] collagen.\n",
    "a.xlf": (
        '<?xml version="1.0"?>\n<xliff version="1.2"><file><body><trans-unit id="a"><source>Exosome gel</source>'
        "<target>Exosomes [boost|may help boost] collagen &amp; hair</target></trans-unit></body></file></xliff>\n"
    ),
    "a.txt": "Exosomes [boost|may help boost] collagen.\r\nOpen “daily”.\r\n",
}
CHANGE = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")


def text(name: str, side: int) -> str:
    """The file before (1) or after (2) fixing; ``[old|new]`` marks what changes."""
    return CHANGE.sub(rf"\{side}", FIXED[name]).replace("[[", "[").replace("]]", "]")


@pytest.mark.parametrize("name", FIXED)
def test_only_the_words_change(name, claimcheck, write) -> None:  # type: ignore[no-untyped-def]
    path = write(name, text(name, 1))
    claimcheck("check", "--fix", "--isolated", "--no-cache")
    assert path.read_bytes().decode() == text(name, 2)
    claimcheck("check", "--fix", "--isolated", "--no-cache")
    assert path.read_bytes().decode() == text(name, 2)


def test_what_is_fixed_can_still_be_read() -> None:
    assert "may help boost" in json.loads(text("data.json", 2))["description"]
    assert yaml.safe_load(text("data.yaml", 2))["single"].endswith("may help boost collagen.")
    assert len(yaml.safe_load(text("data.yaml", 2))["flow"]) == 2
    assert "may help" in tomllib.loads(text("data.toml", 2))["text"]
    rows = list(csv.reader(io.StringIO(text("prices.csv", 2))))
    assert [len(row) for row in rows] == [2] * 5 and rows[2][1] == "Try exosomes, which may help firm skin"


def test_one_diff_of_all_files_applies(claimcheck, write, folder: Path) -> None:  # type: ignore[no-untyped-def]
    for name in FIXED:
        write(f"my site/{name}", text(name, 1))
    ran = claimcheck("check", "--diff", "--isolated", "--no-cache", "my site")
    assert ran.status == 1
    assert "prices.csv:4:" in ran.err and "data.yaml:7:" in ran.err, "what stays is listed"
    subprocess.run(["git", "apply", "-"], input=ran.out.encode(), cwd=folder, check=True)
    for name in FIXED:
        assert (folder / "my site" / name).read_bytes().decode() == text(name, 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_newlines_and_permissions_are_kept(encoding, newline, claimcheck, folder: Path) -> None:  # type: ignore[no-untyped-def]
    before = newline.join(["Café Lumen", "", "Exosomes boost collagen.", "", "Open daily", ""])
    path = folder / "a.md"
    path.write_bytes(before.encode(encoding))
    path.chmod(0o640)
    claimcheck("check", "--fix", "--isolated", "--no-cache")
    assert path.read_bytes() == before.replace("boost", "may help boost").encode(encoding)
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in folder.iterdir()] == ["a.md"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_standard_input_comes_back_byte_by_byte(newline, claimcheck) -> None:  # type: ignore[no-untyped-def]
    before = f"Café{newline}{newline}Exosomes boost collagen.{newline}"
    ran = claimcheck("check", "-", "--fix", "--isolated", stdin=before)
    assert ran.out == before.replace("boost", "may help boost")
