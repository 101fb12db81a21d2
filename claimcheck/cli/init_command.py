"""``claimcheck init``."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.model import ClaimcheckError

CONFIG = ".claimcheck.yaml"
PRE_COMMIT = ".pre-commit-config.yaml"
GITHUB = ".github/workflows/claimcheck.yml"
GITLAB = ".gitlab-ci.yml"

EXAMPLES = {
    "extends": "../base.yaml",
    "packs": "[exosome]",
    "select": "[ALL]",
    "ignore": "[EXO602]",
    "extend-select": "[]",
    "exclude": "[archive/]",
    "extend-exclude": "[legal/]",
    "per-file-ignores": '{"press/*.md": [EXO301]}',
    "ignores": '[{path: "i18n/*.json", code: EXO104, phrase: morning glow, reason: name of a product}]',
    "severity": "{EXO3: note}",
    "fail-on": "warning",
    "strict": "false",
    "spelling": "auto",
    "products": "[Night Ferry]",
    "copy-keys": "[strapline]",
    "code-keys": "[variant]",
    "register": "claims.yaml",
    "baseline": ".claimcheck-baseline.json",
    "cache-dir": ".claimcheck-cache",
    "jobs": "0",
}

SNIPPETS = {
    PRE_COMMIT: """\
repos:
  - repo: local
    hooks:
      - id: claimcheck
        name: claimcheck
        entry: claimcheck check --force-exclude
        language: python
        additional_dependencies: [claimcheck-copy]
        types_or: [markdown, html, json, yaml, jsx, tsx, javascript, ts, plain-text, csv, vue, svelte, php, mdx]
""",
    GITHUB: """\
name: claimcheck
on: [push, pull_request]
jobs:
  claims:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.11"
      - run: python -m pip install claimcheck-copy
      - run: claimcheck check . --output-format github
""",
    GITLAB: """\
claimcheck:
  image: python:3.11
  script:
    - python -m pip install claimcheck-copy
    - claimcheck check . --output-format gitlab --output-file claimcheck.json
  artifacts:
    when: always
    reports:
      codequality: claimcheck.json
""",
}


@click.command("init")
@click.option("--pre-commit", is_flag=True, help=f"Also {PRE_COMMIT}.")
@click.option("--ci", type=click.Choice(("github", "gitlab")), help="Also a job for this service.")
@click.option("--force", is_flag=True, help=f"Replace a {CONFIG} that exists.")
def command(pre_commit: bool, ci: str | None, force: bool) -> None:
    """Write a commented configuration file, and on request the snippets for pre-commit and CI.

    A pre-commit or CI file that exists is left as it is, and the snippet is printed instead.
    """
    wanted = [PRE_COMMIT] * pre_commit + ([{"github": GITHUB, "gitlab": GITLAB}[ci]] if ci else [])
    path = Path(CONFIG)
    if force or not path.exists():
        _write(path, commented())
    elif wanted:
        click.echo(f"{CONFIG} exists and stays as it is")
    else:
        raise ClaimcheckError(f"{CONFIG} exists; --force replaces it")
    for name in wanted:
        if Path(name).exists():
            click.echo(f"\n{name} exists; add this to it:\n\n{SNIPPETS[name]}")
        else:
            _write(Path(name), SNIPPETS[name])


def commented() -> str:
    """A configuration file that states nothing yet: every key with its meaning and an example, commented out."""
    from claimcheck.settings import HELP

    head = "# The configuration of claimcheck. Every key is optional; remove the # in front of one to set it.\n"
    return head + "".join(f"\n# {text}\n# {key}: {EXAMPLES[key]}\n" for key, text in HELP.items())


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ClaimcheckError(f"cannot write {path}: {error.strerror}") from error
    click.echo(f"wrote {path.as_posix()}")
