"""``claimcheck rule``."""

from __future__ import annotations

import json

import click

from claimcheck.cli.options import rules_from
from claimcheck.model import ClaimcheckError


@click.command("rule")
@click.argument("code", required=False, shell_complete=lambda ctx, param, incomplete: rules_from(incomplete))
@click.option("--all", "every", is_flag=True, help="Explain every rule.")
@click.option("--pack", "packs", multiple=True, metavar="PACK", help="A rule pack other than the shipped one.")
@click.option("--output-format", type=click.Choice(("text", "json", "markdown")), default="text")
def command(code: str | None, every: bool, packs: tuple[str, ...], output_format: str) -> None:
    """Explain a rule: what it flags, what the evidence says, how to reword, and its examples."""
    from claimcheck.packs import load_pack
    from claimcheck.rulepage import as_json, markdown_book, markdown_page, text_page
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
    elif output_format == "markdown" and every:
        click.echo("\n".join(markdown_book(pack)))
    else:
        write = text_page if output_format == "text" else markdown_page
        click.echo("\n\n".join("\n".join(write(rule, pack)) for rule in rules))
