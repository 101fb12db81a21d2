"""``claimcheck config``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from claimcheck.cli.options import CONFIG, with_options
from claimcheck.settings import Ignore


@click.command("config")
@click.argument("path", default=".", type=click.Path(path_type=Path))
@click.option("--output-format", type=click.Choice(("text", "json")), default="text")
@click.option("--schema", is_flag=True, help="Print a JSON Schema of the configuration file, for editors.")
@with_options(*CONFIG)
def command(path: Path, output_format: str, schema: bool, config: Path | None, isolated: bool) -> None:
    """Show the configuration that holds for PATH, each value with the file it came from."""
    from claimcheck.config import Resolver
    from claimcheck.paths import shown
    from claimcheck.schema import json_schema
    from claimcheck.settings import SHAPE

    if schema:
        click.echo(json.dumps(json_schema(), indent=2))
        return
    settings = Resolver({}, config, isolated).settings(path if path.is_dir() else path.parent)
    values = {
        key: {"value": _plain(settings.value(key)), "origin": settings.origins.get(key, "default")}
        for key in SHAPE.optional
        if key != "extends"
    }
    if output_format == "json":
        click.echo(json.dumps(values, indent=2, ensure_ascii=False))
        return
    click.echo(f"# paths are relative to {shown(settings.root)}")
    for key, each in values.items():
        click.echo(f"{key}: {json.dumps(each['value'], ensure_ascii=False)}  # {each['origin']}")


def _plain(value: Any) -> Any:
    """The value as a configuration file would state it."""
    if isinstance(value, Ignore):
        return {key: each for key, each in value._asdict().items() if each}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value
