"""From the parameters of a command to the result of a run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.cache import FOLDER, Cache
from claimcheck.cli.options import overrides, read_stdin
from claimcheck.config import Resolver, project_root
from claimcheck.discovery import STDIN, Discovery
from claimcheck.extract import SUFFIXES
from claimcheck.filters import Baseline, Unchanged
from claimcheck.paths import absolute
from claimcheck.result import Result
from claimcheck.runner import Filter, Runner
from claimcheck.work import Work

if TYPE_CHECKING:
    from claimcheck.fixing import Fixer

STDIN_NAME = "<stdin>"


def run(runner: Runner, paths: tuple[str, ...], params: Mapping[str, Any]) -> Result:
    """Check what the command line names."""
    if STDIN in paths:
        content, name = read_stdin(), params["stdin_filename"] or STDIN_NAME
        if runner.fixer is not None:
            from claimcheck.fixing import Fixer

            assert isinstance(runner.fixer, Fixer)
            runner.fixer.texts[name] = content
        return runner.run_text(content, name)
    return runner.run(discovery_of(runner, params).find(paths))


def works(runner: Runner, paths: tuple[str, ...], params: Mapping[str, Any]) -> tuple[Result, list[Work]]:
    """The files that the command line names and that may hold a claim, and what could not be read."""
    if STDIN in paths:
        return runner.prepare_text(read_stdin(), params["stdin_filename"] or STDIN_NAME)
    return runner.prepare(discovery_of(runner, params).find(paths))


def runner_of(params: Mapping[str, Any]) -> Runner:
    """A runner with the settings of the command line."""
    resolver = Resolver(overrides(params), params["config"], params["isolated"])
    return Runner(resolver, SUFFIXES, jobs=resolver.settings(Path.cwd()).jobs)


def cache_folder(runner: Runner) -> Path:
    """Where results are kept: as configured for the working directory, else in the repository."""
    configured = runner.resolver.settings(Path.cwd()).cache_dir
    return Path(configured) if configured else project_root(Path.cwd()) / FOLDER


def cache_of(runner: Runner) -> Cache | None:
    """The cache of this run; none where a checkout brings a link in its place, which may lead anywhere."""
    folder = cache_folder(runner)
    if folder.is_symlink() and not runner.resolver.settings(Path.cwd()).cache_dir:
        return None
    return Cache(folder).load()


def discovery_of(runner: Runner, params: Mapping[str, Any]) -> Discovery:
    """How this command line looks for files; what it writes itself is not among them."""
    written = filter(None, (params.get("write_baseline"), params["output_file"]))
    return Discovery(
        runner.resolver.settings,
        runner.suffixes,
        respect_gitignore=not params["no_respect_gitignore"],
        force_exclude=params["force_exclude"],
        written=frozenset(map(absolute, written)),
    )


def filters_of(params: Mapping[str, Any]) -> tuple[Filter, ...]:
    """What lets findings pass: the baseline, unless it is being written, and --diff-base."""
    filters: list[Filter] = []
    if not params["write_baseline"] and not params["prune_baseline"]:
        filters.append(Baseline())
    if params["diff_base"]:
        from claimcheck.changes import changes_since

        filters.append(Unchanged(changes_since(params["diff_base"], Path.cwd())))
    return tuple(filters)


def fixer_of(params: Mapping[str, Any], filters: tuple[Filter, ...], stdin: bool) -> Fixer | None:
    """The fixer that the command line asks for, if any."""
    if not (params["fix"] or params["fix_only"] or params["diff"]):
        return None
    from claimcheck.fixing import Fixer

    return Fixer(params["unsafe_fixes"], write=not params["diff"] and not stdin, filters=filters)
