"""``claimcheck claims``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli import FAILURE
from claimcheck.cli.options import CONFIG, FILES, OUTPUT_FILE, chosen_paths, say, with_options
from claimcheck.model import ClaimcheckError
from claimcheck.writing import write_whole

if TYPE_CHECKING:
    from claimcheck.inventory import Listed


@click.command("claims")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--output-format", type=click.Choice(("table", "json", "csv")), default="table")
@with_options(OUTPUT_FILE, *CONFIG, *FILES)
def command(paths: tuple[str, ...], output_format: str, **params: Any) -> int:
    """List every claim, flagged or not, with its level, family, place and status in the register."""
    from claimcheck.cli import running
    from claimcheck.cli.summary import failures
    from claimcheck.discovery import failure
    from claimcheck.inventory import inventory

    runner = running.runner_of(params)
    result, works = running.works(runner, chosen_paths(paths), params)
    listed: list[Listed] = []
    for work in works:
        try:
            listed += inventory(work)
        except ClaimcheckError as error:
            result.fail(failure(work.file.path, error))
    text = "".join(WRITERS[output_format](listed))
    if params["output_file"]:
        try:
            write_whole(params["output_file"], text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            raise ClaimcheckError(f"cannot write {params['output_file']}: {error.strerror}") from error
    else:
        click.echo(text, nl=False)
    say(failures(result))
    return FAILURE if result.failures else 0


def _table(listed: Sequence[Listed]) -> Iterator[str]:
    from claimcheck.report.style import safe

    heads = ("place", "level", "status", "family", "rule", "register", "claim")
    rows = [
        (f"{each.path}:{each.row}:{each.column}", str(each.level), each.status, each.family, each.code or "-",
         " ".join(filter(None, (each.register or "-", each.entry))), each.claim)
        for each in listed
    ]  # fmt: skip
    cells = [heads, *[tuple(map(safe, row)) for row in rows]]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    for row in cells:
        yield "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"
    yield f"{len(listed)} claims\n"


def _json(listed: Sequence[Listed]) -> Iterator[str]:
    yield json.dumps([asdict(each) for each in listed], indent=2, ensure_ascii=False) + "\n"


def _csv(listed: Sequence[Listed]) -> Iterator[str]:
    from claimcheck.inventory import Listed

    stream = io.StringIO()
    writer = csv.DictWriter(stream, [each.name for each in fields(Listed)], lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in asdict(each).items()} for each in listed)
    yield stream.getvalue()


def _cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula, and no terminal for a command."""
    from claimcheck.report.style import safe

    if not isinstance(value, str):
        return value
    return f"'{safe(value)}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else safe(value)


WRITERS = {"table": _table, "json": _json, "csv": _csv}
