"""``claimcheck clean``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from claimcheck.cli.options import CONFIG, with_options
from claimcheck.model import ClaimcheckError


@click.command("clean")
@click.option("--cache-dir", type=click.Path(), metavar="DIR", help="Where results are kept.")
@with_options(*CONFIG)
def command(**params: Any) -> None:
    """Remove the cache."""
    from claimcheck.cache import clean
    from claimcheck.cli.running import cache_folder, runner_of
    from claimcheck.paths import shown

    folder: Path = cache_folder(runner_of(params))
    try:
        removed = clean(folder)
    except OSError as error:
        raise ClaimcheckError(f"cannot remove {shown(folder)}: {error.strerror}") from error
    click.echo(f"removed {shown(folder)}" if removed else f"no cache in {shown(folder)}")
