"""Run the examples of a rule pack: each is a test of its rule."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.config import Resolver
from claimcheck.model import ClaimcheckError, Example, Finding, Rule, SourceFile
from claimcheck.packs import Pack
from claimcheck.pipeline import check
from claimcheck.register import REGISTER, read_entries
from claimcheck.result import at_least
from claimcheck.work import TEXT, Work
from claimcheck.yamlfile import check as check_shape

MARKDOWN = "markdown"


@dataclass(frozen=True)
class Mismatch:
    """An example that does not come out as its rule says."""

    rule: Rule
    example: Example
    problem: str


def run_examples(pack: Pack, packs: tuple[str, ...]) -> Iterator[Mismatch | None]:
    """For every example of a pack, in order, what is wrong with it, or None."""
    for rule in pack.rules.values():
        for example in rule.examples:
            yield _run(rule, example, packs)


def _run(rule: Rule, example: Example, packs: tuple[str, ...]) -> Mismatch | None:
    try:
        findings = list(check(work_of(rule, example, packs)).findings)
    except ClaimcheckError as error:
        return Mismatch(rule, example, str(error))
    problem = _flagged(rule, example, findings) if example.flagged else _clean(rule, findings)
    return Mismatch(rule, example, problem) if problem else None


def work_of(rule: Rule, example: Example, packs: tuple[str, ...]) -> Work:
    """The file that an example stands for, with the settings it asks for. Raises DataError for a broken register."""
    values = {"packs": list(packs), "strict": example.strict, **example.config}
    register = values.pop("register", None)
    if register is not None:
        check_shape(register, REGISTER, lambda keys: f"{rule.file}: config.register")
    text, format = example.text, example.format
    if example.heading is not None:
        text, format = f"## {example.heading}\n\n{example.text}\n", MARKDOWN if format == TEXT else format
    return Work(
        SourceFile(f"example.{format}", text),
        Resolver(values, isolated=True).settings(Path.cwd()),
        format,
        identity="example",
        path="example",
        source=Path("example"),
        today=datetime.date.today(),
        register=read_entries(register) if register is not None else (),
    )


def _flagged(rule: Rule, example: Example, findings: list[Finding]) -> str:
    own = [each for each in findings if each.code == rule.code]
    if not own:
        return f"expected {rule.code}, found {_list(findings)}"
    if example.level is not None and all(each.level != example.level for each in own):
        return f"expected level {example.level}, found {_list(own)}"
    wordings = [example.text.replace(each.unit, wording) for each in own for wording in each.suggestions[:1]]
    if example.rewrite is not None and example.rewrite not in wordings:
        return f"expected the rewrite {example.rewrite!r}, found {', '.join(map(repr, wordings)) or 'none'}"
    return ""


def _clean(rule: Rule, findings: list[Finding]) -> str:
    wrong = [each for each in findings if each.code == rule.code or at_least(each.severity, "warning")]
    return f"expected nothing, found {_list(wrong)}" if wrong else ""


def _list(findings: list[Finding]) -> str:
    return ", ".join(f"{each.code} level {each.level} ({each.effect})" for each in findings) or "nothing"
