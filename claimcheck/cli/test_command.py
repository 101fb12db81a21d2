"""``claimcheck test``."""

from __future__ import annotations

import click

from claimcheck.cli import FINDINGS


@click.command("test")
@click.argument("packs", nargs=-1)
@click.option("-q", "--quiet", is_flag=True, help="Only the examples that fail.")
def command(packs: tuple[str, ...], quiet: bool) -> int:
    """Run every flagged and clean example of the rule packs; without names, of the one that ships.

    Exit status: 0 all as stated, 1 some are not, 2 a pack cannot be used.
    """
    from claimcheck.examples import run_examples
    from claimcheck.packs import DEFAULT, load_pack
    from claimcheck.paths import shown
    from claimcheck.report.style import safe

    count = failed = 0
    for name in packs or (DEFAULT,):
        pack = load_pack([name])
        for mismatch in run_examples(pack, (name,)):
            count += 1
            if mismatch is None:
                continue
            failed += 1
            kind = "flagged" if mismatch.example.flagged else "clean"
            click.echo(f"{shown(mismatch.rule.file)}: {mismatch.rule.code} {kind}: {safe(mismatch.example.text)}")
            click.echo(f"    {safe(mismatch.problem)}")
    if not quiet or failed:
        click.echo(f"{count - failed} of {count} examples pass.")
    return FINDINGS if failed else 0
