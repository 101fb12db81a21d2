"""The command line. Commands are imported when they are asked for, and the language stage only to analyse."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import cast

import click

from claimcheck import __version__
from claimcheck.model import ClaimcheckError

COMMANDS = {
    "check": "Lint files, folders or standard input.",
    "rule": "Explain a rule.",
    "parse": "Show how a text is understood: why was this (not) flagged?",
    "test": "Run the examples of the rule packs.",
    "claims": "List every claim, flagged or not.",
    "config": "Show the resolved configuration and where each value comes from.",
    "init": "Write a commented configuration file.",
    "clean": "Remove the cache.",
}
FINDINGS, FAILURE = 1, 2
COLLECT_AFTER = 50_000
"""New objects before garbage is looked for: most of what a run makes stays, or goes at once."""


class LazyGroup(click.Group):
    """Finds a command in the module of its name below ``claimcheck.cli``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of their table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        return cast(click.Command, import_module(f"claimcheck.cli.{cmd_name}_command").command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="claimcheck")
def group() -> None:
    """Find claims about exosomes that lack validated evidence, and propose honest wording."""


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 clean, 1 findings, 2 something was not checked."""
    gc.set_threshold(COLLECT_AFTER, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    status = _run(args)
    gc.freeze()  # or Python looks through everything once more as it exits
    sys.exit(status)


def _run(args: Sequence[str] | None) -> int:
    try:
        status = group.main(args, prog_name="claimcheck", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.ClickException as error:
        error.show()
        return FAILURE
    except ClaimcheckError as error:
        return _say(str(error))
    except (click.Abort, KeyboardInterrupt):
        return _say("interrupted")
    except BrokenPipeError:
        sys.stdout = None  # nothing is left to write to, not even at exit
        return FAILURE
    except Exception as error:
        if "--verbose" in (args or sys.argv) or "-v" in (args or sys.argv):
            raise
        return _say(f"internal error: {type(error).__name__}: {error} (--verbose shows where)")


def _say(message: str) -> int:
    from claimcheck.report.style import safe

    click.echo(f"claimcheck: error: {safe(message)}", err=True)
    return FAILURE
