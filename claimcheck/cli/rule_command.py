"""``claimcheck rule``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from claimcheck.model import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.model import Evidence, Rule
    from claimcheck.packs import Pack


@click.command("rule")
@click.argument("code", required=False)
@click.option("--all", "every", is_flag=True, help="Explain every rule.")
@click.option("--pack", "packs", multiple=True, metavar="PACK", help="A rule pack other than the shipped one.")
@click.option("--output-format", type=click.Choice(("text", "json", "markdown")), default="text")
def command(code: str | None, every: bool, packs: tuple[str, ...], output_format: str) -> None:
    """Explain a rule: what it flags, what the evidence says, how to reword, and its examples."""
    from claimcheck.packs import load_pack
    from claimcheck.yamlfile import nearest

    if (code is None) == (not every):
        raise click.UsageError("name one rule, or use --all")
    pack = load_pack(packs)
    wanted = (code or "").upper()
    if code and wanted not in pack.rules:
        raise ClaimcheckError(f"no rule {code!r}{nearest(wanted, pack.rules)}")
    rules = [pack.rules[wanted]] if code else list(pack.rules.values())
    if output_format == "json":
        data = [as_json(rule, pack) for rule in rules]
        click.echo(json.dumps(data[0] if code else data, indent=2, ensure_ascii=False))
    else:
        write = text_page if output_format == "text" else markdown_page
        click.echo("\n\n".join("\n".join(write(rule, pack)) for rule in rules))


def as_json(rule: Rule, pack: Pack) -> dict[str, Any]:
    """A rule as data."""
    return {
        "code": rule.code,
        "name": rule.name,
        "title": rule.title,
        "severity": rule.severity,
        "families": list(rule.families),
        "categories": list(rule.categories),
        "message": rule.message,
        "what": rule.what,
        "why": rule.why,
        "reword": rule.reword,
        "url": rule.url,
        "evidence": [
            {"id": each.id, "paraphrase": each.paraphrase, "stance": each.stance, "source": each.source,
             "paragraph": each.paragraph, "article": pack.article.title}
            for each in _evidence(rule, pack)
        ],
        "examples": {
            kind: [{"text": each.text, "heading": each.heading, "level": each.level, "rewrite": each.rewrite,
                    "strict": each.strict, "format": each.format}
                   for each in rule.examples if each.flagged == (kind == "flagged")]
            for kind in ("flagged", "clean")
        },
    }  # fmt: skip


def text_page(rule: Rule, pack: Pack) -> Iterator[str]:
    """A rule for the terminal."""
    yield f"{rule.code} {rule.name}: {rule.title}"
    for heading, body in _sections(rule):
        yield f"\n{heading}"
        yield from _wrapped(body)
    yield f"\nWhat the evidence says ({pack.article.title})"
    for each in _evidence(rule, pack):
        yield from _wrapped(f"- {each.paraphrase} ({_place(each)})")
    for kind, flagged in (("Flagged", True), ("Clean", False)):
        yield f"\n{kind}"
        for example in rule.examples:
            if example.flagged == flagged:
                head = f"  under “{example.heading}”: " if example.heading else "  "
                yield head + example.text.rstrip().replace("\n", "\n  ")
                if example.rewrite:
                    yield f"    → {example.rewrite}"


def markdown_page(rule: Rule, pack: Pack) -> Iterator[str]:
    """A rule as a page of documentation."""
    yield f"# {rule.code} {rule.name}\n\n{rule.title}."
    for heading, body in _sections(rule):
        yield f"\n## {heading}\n\n{body}"
    yield f"\n## What the evidence says\n\nFrom *{pack.article.title}*:\n"
    for each in _evidence(rule, pack):
        yield f"- {each.paraphrase} *({_place(each)})*"
    for kind, flagged in (("Flagged", True), ("Clean", False)):
        yield f"\n## {kind}\n"
        for example in rule.examples:
            if example.flagged == flagged:
                yield _markdown_example(example.text.strip(), example.heading, example.rewrite)


def _markdown_example(text: str, heading: str | None, rewrite: str | None) -> str:
    if "\n" in text:
        return "- ```\n  " + text.replace("\n", "\n  ") + "\n  ```"
    under = f" (under *{heading}*)" if heading else ""
    code = f"`` {text} ``" if "`" in text else f"`{text}`"
    return f"- {code}{under}" + (f"\n  → `{rewrite}`" if rewrite else "")


def _sections(rule: Rule) -> list[tuple[str, str]]:
    return [("What it flags", rule.what), ("Why", rule.why), ("How to reword", rule.reword)]


def _evidence(rule: Rule, pack: Pack) -> list[Evidence]:
    return [pack.evidence[each] for each in rule.evidence]


def _place(evidence: Evidence) -> str:
    place = f", paragraph {evidence.paragraph}" if evidence.paragraph else ""
    return f"{evidence.stance}; {evidence.source}{place}; {evidence.id}"


def _wrapped(text: str) -> list[str]:
    from textwrap import wrap

    return wrap(text, 100, initial_indent="  ", subsequent_indent="    " if text.startswith("- ") else "  ")
