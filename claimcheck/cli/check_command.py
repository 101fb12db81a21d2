"""``claimcheck check``."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli import FAILURE, FINDINGS
from claimcheck.cli.options import (
    COLOR,
    CONFIG,
    FILES,
    JOBS,
    OUTPUT_FILE,
    SEVERITY,
    codes,
    has_color,
    say,
    with_options,
)
from claimcheck.model import ClaimcheckError
from claimcheck.report import REPORTERS, TEXT_FORMATS

if TYPE_CHECKING:
    from claimcheck.result import Result

OUTPUT = (
    click.option("--output-format", type=click.Choice(tuple(REPORTERS)), default="full", help="How to report."),
    OUTPUT_FILE,
    click.option("--min-severity", type=SEVERITY, default="note", help="The lowest severity that is shown."),
    click.option("--statistics", is_flag=True, help="Count findings by rule instead of showing them."),
    COLOR,
    click.option("-q", "--quiet", is_flag=True, help="Only findings and failures."),
    click.option("-v", "--verbose", is_flag=True, help="Also what was left out, and why."),
)
RULES = (
    codes("--select", "Rules to apply, as codes or their first letters (EXO1); ALL for every rule."),
    codes("--ignore", "Rules to leave out."),
    codes("--extend-select", "Rules to apply on top of those selected."),
    click.option("--strict", is_flag=True, help="Soft claims are warnings, bare hedges notes."),
)
STATUS = (
    click.option("--fail-on", type=SEVERITY, help="The lowest severity that makes the exit status 1.  [warning]"),
    click.option("--max-warnings", type=click.IntRange(0), metavar="N", help="Warnings that do not yet fail."),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 in spite of findings."),
)
CACHE = (
    click.option("--no-cache", is_flag=True, help="Neither read nor write results of earlier runs."),
    click.option("--cache-dir", type=click.Path(), metavar="DIR", help="Where results are kept."),
)


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path())
@with_options(*OUTPUT, *RULES, *STATUS, *CONFIG, *FILES, *CACHE, JOBS)
def command(paths: tuple[str, ...], **params: Any) -> int:
    """Lint files, folders (recursively) or standard input (-); without paths, the working directory.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something that should have been checked was not.
    """
    from claimcheck.cli.running import run
    from claimcheck.cli.summary import failures, summary

    result = run(paths, params)
    status = _status(result, params)
    hidden = result.show_from(params["min_severity"])
    _write(result, params)
    if _for_people(params):
        click.echo("\n".join(summary(result, hidden)))
    say(failures(result))
    say([f"left out {path}: {reason}" for path, reason in result.skipped], quiet=not params["verbose"])
    return status


def _for_people(params: dict[str, Any]) -> bool:
    silent = params["quiet"] or params["statistics"] or params["output_file"]
    return params["output_format"] in TEXT_FORMATS and not silent


def _write(result: Result, params: dict[str, Any]) -> None:
    from claimcheck.report import reporter
    from claimcheck.report.style import Style

    target: Path | None = params["output_file"]
    if params["statistics"]:
        from claimcheck.report.statistics import render
    else:
        render = reporter(params["output_format"])
    if target is None:
        render(result, sys.stdout, Style(has_color(sys.stdout, params["color"])))
        return
    buffer = io.StringIO()
    render(result, buffer, Style(params["color"] == "always"))
    try:
        target.write_text(buffer.getvalue(), encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        raise ClaimcheckError(f"cannot write {target}: {error.strerror}") from error


def _status(result: Result, params: dict[str, Any]) -> int:
    if result.failures:
        return FAILURE
    failing = result.failing()
    allowed = params["max_warnings"]
    if allowed is not None and result.count("warning") <= allowed:
        failing = [each for each in failing if each.severity != "warning"]
    elif allowed is not None:
        return 0 if params["exit_zero"] else FINDINGS
    return FINDINGS if failing and not params["exit_zero"] else 0
