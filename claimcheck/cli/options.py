"""Options that several commands share, and what they mean for settings and terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Command = TypeVar("Command", bound=Callable[..., Any])

SEVERITY = click.Choice(("note", "warning", "error"))
KEYS = {
    "select": "select",
    "ignore": "ignore",
    "extend_select": "extend-select",
    "exclude": "exclude",
    "extend_exclude": "extend-exclude",
    "fail_on": "fail-on",
    "strict": "strict",
    "cache_dir": "cache-dir",
    "baseline": "baseline",
    "jobs": "jobs",
}
"""Parameter → configuration key that it overrides."""
PATHS = ("baseline", "cache-dir")


def with_options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """A decorator that adds options in the order in which the help lists them."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


class Parts(click.ParamType):  # type: ignore[type-arg]  # generic only in newer versions
    """A comma-separated list."""

    name = "parts"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> list[str]:
        """Split at commas."""
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else list(value)


class Codes(Parts):
    """A comma-separated list of codes, which a shell completes one by one."""

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The codes that the last part may become."""
        from click.shell_completion import CompletionItem

        before, comma, last = incomplete.rpartition(",")
        return [CompletionItem(before + comma + each.value, help=each.help) for each in rules_from(last)]


def rules_from(start: str) -> list[CompletionItem]:
    """The codes of the shipped rules that begin so, with their titles."""
    from click.shell_completion import CompletionItem

    from claimcheck.packs import load_pack

    rules = load_pack().rules.values()
    return [CompletionItem(each.code, help=each.title) for each in rules if each.code.startswith(start.upper())]


def codes(name: str, text: str) -> Callable[[Command], Command]:
    """An option that takes codes or their prefixes and may be repeated."""
    return click.option(name, type=Codes(), multiple=True, metavar="CODES", help=text)


def globs_option(name: str, text: str) -> Callable[[Command], Command]:
    """An option that takes path patterns and may be repeated."""
    return click.option(name, type=Parts(), multiple=True, metavar="GLOBS", help=text)


CONFIG = (
    click.option(
        "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this configuration file alone."
    ),
    click.option("--isolated", is_flag=True, help="Use no configuration file."),
)
FILES = (
    click.option("--stdin-filename", metavar="FILE", help="Name that standard input is checked under."),
    globs_option("--exclude", "Path patterns to leave out, in place of the default ones."),
    globs_option("--extend-exclude", "Path patterns to leave out as well."),
    click.option("--force-exclude", is_flag=True, help="Leave out excluded files even if they are named."),
    click.option("--no-respect-gitignore", is_flag=True, help="Check what .gitignore hides."),
)
JOBS = click.option("-j", "--jobs", type=click.IntRange(0), metavar="N", help="Processes to use; 0: one per core.")
COLOR = click.option(
    "--color", type=click.Choice(("auto", "always", "never")), default="auto", help="Colours; auto honours NO_COLOR."
)
OUTPUT_FILE = click.option("-o", "--output-file", type=click.Path(path_type=Path), help="Write the report to a file.")


def overrides(params: Mapping[str, Any]) -> dict[str, Any]:
    """The configuration values that the command line states."""
    found: dict[str, Any] = {}
    for name, key in KEYS.items():
        value = params.get(name)
        if isinstance(value, tuple):
            value = [each for group in value for each in group]
        if key in PATHS and isinstance(value, str):
            value = str(Path(value).absolute())
        if value is not None and value is not False and value != []:
            found[key] = value
    return found


def has_color(stream: TextIO, mode: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to write colours: as told, else only to a terminal that has not opted out."""
    if mode != "auto":
        return mode == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def read_stdin() -> bytes:
    """The bytes of standard input."""
    return sys.stdin.buffer.read()


def chosen_paths(names: Iterable[str]) -> tuple[str, ...]:
    """The paths to check; - goes alone."""
    paths = tuple(names) or (".",)
    if "-" in paths and len(paths) > 1:
        raise click.UsageError("- (standard input) goes alone")
    return paths


def say(lines: Iterable[str], quiet: bool = False) -> None:
    """Write remarks to standard error."""
    from claimcheck.report.style import safe

    if not quiet:
        for line in lines:
            click.echo(f"claimcheck: {safe(line)}", err=True)
