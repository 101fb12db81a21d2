"""From the parameters of a command to the result of a run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from claimcheck.cli.options import overrides, read_stdin
from claimcheck.config import Resolver
from claimcheck.discovery import STDIN, Discovery
from claimcheck.extract import EXTRACTORS
from claimcheck.result import Result
from claimcheck.runner import Runner

STDIN_NAME = "<stdin>"


def run(paths: tuple[str, ...], params: Mapping[str, Any]) -> Result:
    """Check what the command line names."""
    runner = runner_of(params)
    if STDIN in paths:
        if len(paths) > 1:
            raise click.UsageError("- (standard input) goes alone")
        return runner.run_text(read_stdin(), params["stdin_filename"] or STDIN_NAME)
    return runner.run(discovery_of(runner, params).find(paths or (".",)))


def runner_of(params: Mapping[str, Any]) -> Runner:
    """A runner with the settings of the command line."""
    resolver = Resolver(overrides(params), params["config"], params["isolated"])
    return Runner(resolver, frozenset(EXTRACTORS), jobs=resolver.settings(Path.cwd()).jobs)


def discovery_of(runner: Runner, params: Mapping[str, Any]) -> Discovery:
    """How this command line looks for files."""
    return Discovery(
        runner.resolver.settings,
        runner.suffixes,
        respect_gitignore=not params["no_respect_gitignore"],
        force_exclude=params["force_exclude"],
    )
