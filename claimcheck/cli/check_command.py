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
    chosen_paths,
    codes,
    has_color,
    say,
    with_options,
)
from claimcheck.model import ClaimcheckError
from claimcheck.report import REPORTERS, TEXT_FORMATS
from claimcheck.writing import write_whole

if TYPE_CHECKING:
    from claimcheck.fixing import Fixer
    from claimcheck.report import Reporter
    from claimcheck.result import Result
    from claimcheck.runner import Runner

FIXES = (
    click.option("--fix", is_flag=True, help="Apply safe fixes; report what is left."),
    click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff, unsafe fixes as well."),
    click.option("--diff", is_flag=True, help="Show what --fix would change, and what would be left."),
    click.option("--fix-only", is_flag=True, help="Apply fixes; neither report nor fail on what is left."),
    click.option("--show-fixes", is_flag=True, help="List the fixes that were applied."),
)
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
ADOPTION = (
    click.option("--diff-base", metavar="REF", help="Only lines changed since the merge base with this commit."),
    click.option("--baseline", metavar="FILE", help="Let pass the findings in this file."),
    click.option("--write-baseline", metavar="FILE", help="Accept all present findings in this file."),
    click.option("--prune-baseline", is_flag=True, help="Drop what is gone from the baseline."),
    click.option("--add-ignore", metavar="[=REASON]", help="Write a comment above every finding that lets it pass."),
)
CACHE = (
    click.option("--no-cache", is_flag=True, help="Neither read nor write results of earlier runs."),
    click.option("--cache-dir", type=click.Path(), metavar="DIR", help="Where results are kept."),
)


class CheckCommand(click.Command):
    """Takes a value for --add-ignore only after an equals sign, so that a path may follow it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give a bare --add-ignore an empty reason."""
        return super().parse_args(ctx, ["--add-ignore=" if each == "--add-ignore" else each for each in args])


@click.command("check", cls=CheckCommand)
@click.argument("paths", nargs=-1, type=click.Path())
@with_options(*FIXES, *OUTPUT, *RULES, *STATUS, *CONFIG, *FILES, *ADOPTION, *CACHE, JOBS)
def command(paths: tuple[str, ...], **params: Any) -> int:
    """Lint files, folders (recursively) or standard input (-); without paths, the working directory.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something that should have been checked was not.
    """
    from claimcheck.cli import running
    from claimcheck.cli.progress import Progress

    names = chosen_paths(paths)
    runner = running.runner_of(params)
    if not params["no_cache"]:
        runner.cache = running.cache_of(runner)
    runner.filters = running.filters_of(params)
    fixer = runner.fixer = running.fixer_of(params, runner.filters, names == ("-",))
    progress = Progress(sys.stderr)
    if sys.stderr.isatty() and not params["quiet"]:
        runner.progress = progress
    result = running.run(runner, names, params)
    progress.close()
    for failure in fixer.failures if fixer else ():
        result.fail(failure)
    if params["write_baseline"] or params["prune_baseline"] or params["add_ignore"] is not None:
        return _adopt(runner, result, params)
    status = _status(result, params)
    if fixer:
        _tell_fixes(fixer, params, names == ("-",))
        if params["fix_only"] or (params["diff"] and params["quiet"]):
            _tell_failures(result, params)
            return FAILURE if result.failures else _diff_status(fixer, params)
        status = max(status, _diff_status(fixer, params))
    hidden = result.show_from(params["min_severity"])
    _write(result, params, sys.stderr if fixer and (names == ("-",) or params["diff"]) else sys.stdout)
    _tell_summary(result, hidden, params, fixer)
    _tell_failures(result, params)
    return status


def _diff_status(fixer: Fixer, params: dict[str, Any]) -> int:
    return FINDINGS if params["diff"] and fixer.diffs and not params["exit_zero"] else 0


def _adopt(runner: Runner, result: Result, params: dict[str, Any]) -> int:
    from claimcheck.cli import adopting

    if params["add_ignore"] is not None:
        say(adopting.add_ignores(runner, result, params["add_ignore"], params["min_severity"]), quiet=params["quiet"])
    else:
        say(adopting.save_baseline(result, runner, params), quiet=params["quiet"])
    _tell_failures(result, params)
    return FAILURE if result.failures else 0


def _write(result: Result, params: dict[str, Any], stream: Any) -> None:
    from claimcheck.report.style import Style

    target: Path | None = params["output_file"]
    render = _renderer(params)
    if target is None:
        render(result, stream, Style(has_color(stream, params["color"])))
        return
    buffer = io.StringIO()
    render(result, buffer, Style(params["color"] == "always"))
    try:
        write_whole(target, buffer.getvalue().encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise ClaimcheckError(f"cannot write {target}: {error.strerror}") from error


def _renderer(params: dict[str, Any]) -> Reporter:
    from claimcheck.report import reporter

    if not params["statistics"]:
        return reporter(params["output_format"])
    from claimcheck.report import statistics

    return statistics.render


def _tell_fixes(fixer: Fixer, params: dict[str, Any], stdin: bool) -> None:
    from claimcheck.cli.summary import applied, read_only, withheld

    if params["diff"]:
        sys.stdout.write("".join(map(_visible, fixer.diffs) if sys.stdout.isatty() else fixer.diffs))
    elif stdin:
        click.echo(b"".join(fixer.texts.values()), nl=False)
    say(applied(fixer, params["show_fixes"], params["diff"]), quiet=params["quiet"])
    say(withheld(fixer))
    say(read_only(fixer), quiet=params["quiet"])


def _visible(diff: str) -> str:
    """A diff for the screen; one for a pipe stays as it is, so that it can be applied."""
    from claimcheck.report.style import safe

    return "".join(safe(line) + "\n" for line in diff.removesuffix("\n").split("\n"))


def _tell_summary(result: Result, hidden: int, params: dict[str, Any], fixer: Fixer | None) -> None:
    from claimcheck.cli.summary import summary

    silent = params["quiet"] or params["statistics"] or params["output_file"]
    if params["output_format"] in TEXT_FORMATS and not silent:
        click.echo("\n".join(summary(result, hidden)), err=fixer is not None and not fixer.write)


def _tell_failures(result: Result, params: dict[str, Any]) -> None:
    from claimcheck.cli.summary import failures

    say(failures(result))
    say([f"left out {path}: {reason}" for path, reason in result.skipped], quiet=not params["verbose"])


def _status(result: Result, params: dict[str, Any]) -> int:
    if result.failures:
        return FAILURE
    failing = result.failing()
    allowed = params["max_warnings"]
    if allowed is not None:
        tolerated = result.count("warning") <= allowed
        failing = [each for each in failing if each.severity != "warning"] if tolerated else result.findings
    return FINDINGS if failing and not params["exit_zero"] else 0
