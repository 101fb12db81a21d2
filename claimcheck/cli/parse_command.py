"""``claimcheck parse``: the analysis of a text, for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli.options import CONFIG, read_stdin, with_options

if TYPE_CHECKING:
    from claimcheck.model import Block, Claim, Cue
    from claimcheck.pipeline import Analysis
    from claimcheck.work import Work

LEVELS = ("none", "hedged", "soft", "assertive", "proof or absolute")


@click.command("parse")
@click.argument("text")
@click.option("--heading", help="Read the text under this heading.")
@click.option("--format", "format", metavar="FORMAT", help="Read the text as this format: markdown, html ...")
@click.option("--strict", is_flag=True, help="Judge as under --strict.")
@click.option("--output-format", type=click.Choice(("text", "json")), default="text")
@with_options(*CONFIG)
def command(text: str, heading: str | None, format: str | None, output_format: str, **params: Any) -> None:
    """Show the analysis of a text (- reads standard input).

    Blocks and units, each item with its class, and every effect with its subject, the cues and what they cover, the
    level and the rule.
    """
    from claimcheck.cli.options import overrides
    from claimcheck.config import Resolver
    from claimcheck.extract import EXTRACTORS
    from claimcheck.pipeline import analyse
    from claimcheck.runner import Runner
    from claimcheck.source import decode

    content = read_stdin() if text == "-" else text.encode("utf-8", "surrogateescape")
    if heading:
        content = f"## {heading}\n\n".encode() + content
        format = format or "markdown"
    runner = Runner(Resolver(overrides(params), params["config"], params["isolated"]), frozenset(EXTRACTORS))
    work = runner.work(decode(content, "<text>"), Path("<text>"), format)
    shown = list(_blocks(analyse(work), work))
    if output_format == "json":
        click.echo(json.dumps(shown, indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(line for block in shown for line in _block_lines(block)))


def _blocks(analysis: Analysis, work: Work) -> Iterator[dict[str, Any]]:
    from claimcheck.pipeline import readings_of

    every = readings_of(analysis.blocks, work)
    for index, block in enumerate(analysis.blocks):
        own = [claim for claim in analysis.claims if claim.block == index]
        heading = analysis.blocks[block.heading].text if block.heading is not None else None
        units = [
            {
                "text": block.text[slice(*reading.range)],
                "location": list(work.file.location(block.map.start(reading.range[0]))),
                "items": [{"text": text, "class": cls} for text, cls in reading.items],
                "claims": [_claim(each, reading.cues, block, work) for each in own if each.unit == reading.range],
            }
            for reading in every[index]
        ]
        yield {"kind": block.kind, "scope": block.scope, "heading": heading, "units": units}


def _claim(claim: Claim, cues: Iterable[Cue], block: Block, work: Work) -> dict[str, Any]:
    from claimcheck.judge import rule_of, severity_of
    from claimcheck.work import pack_of

    strict = work.settings.strict
    rule = rule_of(claim, pack_of(work.settings.packs).rules, strict)
    subject = claim.subject
    own = block.text[subject.start : subject.end] if subject.start >= 0 else ""
    return {
        "text": block.text[claim.start : claim.end],
        "effect": block.text[slice(*claim.effect)],
        "subject": {"text": subject.text or own, "link": subject.link},
        "family": claim.family,
        "category": claim.category,
        "construction": claim.construction,
        "cues": [_cue(cue, cue in claim.cues, block) for cue in cues],
        "limited": claim.limited,
        "status": claim.status,
        "level": claim.level,
        "code": rule.code if rule else None,
        "name": rule.name if rule else None,
        "severity": (rule.severity or severity_of(claim, strict)) if rule else None,
    }


def _cue(cue: Cue, covers: bool, block: Block) -> dict[str, Any]:
    return {
        "text": cue.text,
        "kind": cue.kind,
        "scope": block.text[slice(*cue.scope)],
        "covers": covers,
        "entry": cue.entry,
    }


def _block_lines(block: dict[str, Any]) -> Iterator[str]:
    from claimcheck.report.style import safe

    heading = f" under “{safe(block['heading'])}”" if block["heading"] else ""
    yield f"{block['kind']} {block['scope']}{heading}"
    for unit in block["units"]:
        row, column = unit["location"]
        yield f"  {row}:{column} {safe(unit['text'])}"
        yield "    " + " ".join(f"{safe(item['text'])}/{item['class']}" for item in unit["items"])
        if not unit["claims"]:
            yield "    no effect that is said of a subject"
        for claim in unit["claims"]:
            yield from (f"    {line}" for line in _claim_lines(claim))


def _claim_lines(claim: dict[str, Any]) -> Iterator[str]:
    from claimcheck.report.style import safe

    yield f"effect   {safe(claim['effect'])} ({claim['family']}, {claim['category']}, {claim['construction']})"
    yield f"subject  {safe(claim['subject']['text']) or 'none in the text'} ({claim['subject']['link']})"
    for cue in claim["cues"]:
        verdict = "covers the effect" if cue["covers"] else "does not reach the effect"
        yield f"cue      {safe(cue['text'])} ({cue['kind']}) over “{safe(cue['scope'])}”: {verdict}"
    verdict = f"{claim['severity']} {claim['code']} {claim['name']}" if claim["code"] else "clean"
    yield f"level    {claim['level']} {LEVELS[claim['level']]}, {claim['status']} → {verdict}"
