"""How well rewriting does on a labelled corpus: coverage, proof by linting again, and what a grammar checker says.

Usage: rewrite_corpus.py [--corpus FILE] [--sample N] [--seed N]
The corpus (JSON Lines with ``doc``, ``block``, ``heading``, ``kind``, ``text``) is named by ``CLAIMCHECK_CORPUS`` too.
The grammar figures need ``pip install harper-py``; without it they are left out.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimcheck.config import Resolver
from claimcheck.extract import EXTRACTORS
from claimcheck.fix import fix_file
from claimcheck.model import Finding, SourceFile
from claimcheck.runner import Runner

RUNNER = Runner(Resolver({}, None, True), frozenset(EXTRACTORS))

IGNORED = ("Spelling", "Style", "Readability", "Enhancement")
"""Kinds of complaint about spelling and taste; what stays is about grammar, words, punctuation and capitals."""


def pages(corpus: Path) -> Iterator[SourceFile]:
    """The corpus as Markdown files, one a page, one unit a line."""
    units = defaultdict(list)
    for line in corpus.read_text(encoding="utf-8").splitlines():
        unit = json.loads(line)
        units[unit["doc"]].append(unit)
    for name, page in units.items():
        yield SourceFile(f"{name}.md", "\n".join(_lines(page)) + "\n")


def _lines(page: list[dict[str, Any]]) -> Iterator[str]:
    heading, block = None, None
    for unit in page:
        if unit["kind"] == "heading":
            yield from ("", "## " + unit["text"], "")
            heading = unit["text"]
            continue
        if unit["heading"] != heading and unit["heading"]:
            yield from ("", "## " + unit["heading"], "")
        heading = unit["heading"]
        if unit["block"] != block:
            yield ""
        yield ("- " if unit["kind"] == "list" and unit["block"] != block else "") + unit["text"]
        block = unit["block"]


def findings(file: SourceFile, text: str) -> list[Finding]:
    """The findings of a text under a file's name."""
    result = RUNNER.run_text(text.encode(), file.path)
    if result.failures:
        raise SystemExit(str(result.failures[0]))
    return result.findings


def coverage(found: list[Finding]) -> None:
    """Print how many findings have a suggestion, an advice and a fix, by level."""
    for level in (2, 3, 4):
        some = [each for each in found if each.level == level]
        kinds = Counter(each.fix.applicability if each.fix else "none" for each in some)
        helped = sum(bool(each.suggestions or each.advice) for each in some)
        shares = ", ".join(f"{kind} {number} ({number / len(some):.0%})" for kind, number in sorted(kinds.items()))
        print(f"level {level}: {len(some)} findings, {helped} with suggestion or advice; fixes: {shares}")


def proof(file: SourceFile, unsafe: bool, total: Counter[str]) -> None:
    """Fix a page and count what was applied, withheld, and changed by fixing again."""
    fixed = fix_file(file, lambda text: findings(file, text), unsafe)
    again = fix_file(SourceFile(file.path, fixed.text), lambda text: findings(file, text), unsafe)
    total["applied"] += len(fixed.applied)
    total["withheld"] += len(fixed.withheld)
    total["not idempotent"] += again.text != fixed.text
    for each in fixed.withheld:
        print(f"withheld: {each.reason}\n    {each.finding.unit}\n    {each.finding.suggestions[0]}")


def grammar(pairs: list[tuple[str, str]]) -> None:
    """Print for how many rewrites the grammar checker has a complaint that the original did not have."""
    try:
        from harper import Dialect, Linter
    except ImportError:
        print("grammar: harper-py is not installed")
        return
    linter = Linter(dialect=Dialect.BRITISH)

    def complaints(text: str) -> Counter[str]:
        return Counter(lint.lint_kind for lint in linter.lint(text) if lint.lint_kind not in IGNORED)

    worse = [(before, after) for before, after in pairs if complaints(after) - complaints(before)]
    print(f"grammar: {len(pairs)} rewrites, {len(worse)} with a new complaint ({1 - len(worse) / len(pairs):.1%} free)")
    for before, after in worse:
        print(f"  {dict(complaints(after) - complaints(before))}\n    {before}\n    {after}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", default=os.environ.get("CLAIMCHECK_CORPUS"))
    parser.add_argument("--sample", type=int, default=0, help="print this many rewrites, to be read")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    if not options.corpus:
        parser.error("name a corpus with --corpus or CLAIMCHECK_CORPUS")
    path = Path(options.corpus)
    files = list(pages(path / "dev.jsonl" if path.is_dir() else path))
    found = [each for file in files for each in findings(file, file.text)]
    coverage(found)
    for unsafe in (False, True):
        total: Counter[str] = Counter()
        for file in files:
            proof(file, unsafe, total)
        print("safe and unsafe:" if unsafe else "safe:", dict(total))
    pairs = sorted({(each.unit, each.suggestions[0]) for each in found if each.fix})
    grammar(pairs)
    for before, after in random.Random(options.seed).sample(pairs, min(options.sample, len(pairs))):
        print(f"- {before}\n  {after}")


if __name__ == "__main__":
    main()
