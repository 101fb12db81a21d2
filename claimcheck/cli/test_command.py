"""``claimcheck test``."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from claimcheck.cli import FINDINGS

if TYPE_CHECKING:
    from claimcheck.coverage import ListCoverage
    from claimcheck.examples import Mismatch

WIDTH = 100


@click.command("test")
@click.argument("packs", nargs=-1)
@click.option("--coverage", is_flag=True, help="Name the words that no example exercises; run nothing.")
@click.option("--output-format", type=click.Choice(("text", "json")), default="text")
@click.option("-q", "--quiet", is_flag=True, help="Only the examples that fail; with --coverage, only the total.")
def command(packs: tuple[str, ...], coverage: bool, output_format: str, quiet: bool) -> int:
    """Run every flagged and clean example of the rule packs; without names, of the one that ships.

    Exit status: 0 all as stated, 1 some are not, 2 a pack cannot be used. With --coverage 0 or 2.
    """
    from claimcheck.packs import DEFAULT

    names = packs or (DEFAULT,)
    if coverage:
        from claimcheck.coverage import coverage as measure

        _show_coverage(measure(names), output_format, quiet)
        return 0
    count, failed = _run(names)
    if output_format == "json":
        click.echo(json.dumps({"examples": count, "failed": list(map(_plain, failed))}, indent=2, ensure_ascii=False))
    else:
        _show_failed(count, failed, quiet)
    return FINDINGS if failed else 0


def _run(names: Sequence[str]) -> tuple[int, list[Mismatch]]:
    from claimcheck.examples import run_examples
    from claimcheck.packs import load_pack

    results = [result for name in names for result in run_examples(load_pack([name]), (name,))]
    return len(results), [result for result in results if result is not None]


def _plain(mismatch: Mismatch) -> dict[str, str]:
    from claimcheck.paths import shown

    return {
        "file": shown(mismatch.rule.file),
        "code": mismatch.rule.code,
        "kind": "flagged" if mismatch.example.flagged else "clean",
        "text": mismatch.example.text,
        "problem": mismatch.problem,
    }


def _show_failed(count: int, failed: Sequence[Mismatch], quiet: bool) -> None:
    from claimcheck.report.style import safe

    for each in map(_plain, failed):
        click.echo(f"{each['file']}: {each['code']} {each['kind']}: {safe(each['text'])}")
        click.echo(f"    {safe(each['problem'])}")
    if not quiet or failed:
        click.echo(f"{count - len(failed)} of {count} examples pass.")


def _show_coverage(lists: Sequence[ListCoverage], output_format: str, quiet: bool) -> None:
    from claimcheck.coverage import percent

    total, exercised = sum(each.total for each in lists), sum(each.exercised for each in lists)
    if output_format == "json":
        rows = [
            {"list": each.name, "total": each.total, "exercised": each.exercised, "missing": each.missing}
            for each in lists
        ]
        data = {"total": total, "exercised": exercised, "percent": round(percent(lists), 1), "lists": rows}
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
        return
    for each in lists:
        if each.missing and not quiet:
            click.echo(f"{each.name}: {len(each.missing)} of {each.total} in no example")
            click.echo(_wrapped(each.missing))
    click.echo(f"{exercised} of {total} entries ({percent(lists):.1f} %) stand in an example.")


def _wrapped(phrases: Sequence[str]) -> str:
    """Phrases over several lines, none of them broken."""
    text = ", ".join(phrase.replace(" ", "\N{NO-BREAK SPACE}") for phrase in phrases)
    lines = textwrap.fill(text, WIDTH, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
    return lines.replace("\N{NO-BREAK SPACE}", " ")
