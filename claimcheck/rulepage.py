"""A rule as a page: for the terminal, as Markdown, and as data."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from claimcheck.model import Evidence, Rule
from claimcheck.packs import Pack


def as_json(rule: Rule, pack: Pack) -> dict[str, Any]:
    """A rule as data."""
    return {
        "code": rule.code,
        "name": rule.name,
        "title": rule.title,
        "severity": rule.severity,
        "families": list(rule.families),
        "categories": list(rule.categories),
        "message": rule.message,
        "what": rule.what,
        "why": rule.why,
        "reword": rule.reword,
        "url": rule.url,
        "evidence": [
            {"id": each.id, "paraphrase": each.paraphrase, "stance": each.stance, "source": each.source,
             "paragraph": each.paragraph, "article": pack.article.title}
            for each in _evidence(rule, pack)
        ],
        "examples": {
            kind: [{"text": each.text, "heading": each.heading, "level": each.level, "rewrite": each.rewrite,
                    "strict": each.strict, "format": each.format}
                   for each in rule.examples if each.flagged == (kind == "flagged")]
            for kind in ("flagged", "clean")
        },
    }  # fmt: skip


def text_page(rule: Rule, pack: Pack) -> Iterator[str]:
    """A rule for the terminal."""
    yield f"{rule.code} {rule.name}: {rule.title}"
    for heading, body in _sections(rule):
        yield f"\n{heading}"
        yield from _wrapped(body)
    yield f"\nWhat the evidence says ({pack.article.title})"
    for each in _evidence(rule, pack):
        yield from _wrapped(f"- {each.paraphrase} ({_place(each)})")
    for kind, flagged in (("Flagged", True), ("Clean", False)):
        yield f"\n{kind}"
        for example in rule.examples:
            if example.flagged == flagged:
                head = f"  under “{example.heading}”: " if example.heading else "  "
                yield head + example.text.rstrip().replace("\n", "\n  ")
                if example.rewrite:
                    yield f"    → {example.rewrite}"


def markdown_page(rule: Rule, pack: Pack) -> Iterator[str]:
    """A rule as a page of documentation."""
    yield f"# {rule.code} {rule.name}\n\n{rule.title}."
    for heading, body in _sections(rule):
        yield f"\n## {heading}\n\n{body}"
    yield f"\n## What the evidence says\n\nFrom *{pack.article.title}*:\n"
    for each in _evidence(rule, pack):
        yield f"- {each.paraphrase} *({_place(each)})*"
    for kind, flagged in (("Flagged", True), ("Clean", False)):
        yield f"\n## {kind}\n"
        for example in rule.examples:
            if example.flagged == flagged:
                yield _markdown_example(example.text.strip(), example.heading, example.rewrite)


def _markdown_example(text: str, heading: str | None, rewrite: str | None) -> str:
    if "\n" in text:
        return "- ```\n  " + text.replace("\n", "\n  ") + "\n  ```"
    under = f" (under *{heading}*)" if heading else ""
    code = f"`` {text} ``" if "`" in text else f"`{text}`"
    return f"- {code}{under}" + (f"\n  → `{rewrite}`" if rewrite else "")


def _sections(rule: Rule) -> list[tuple[str, str]]:
    return [("What it flags", rule.what), ("Why", rule.why), ("How to reword", rule.reword)]


def _evidence(rule: Rule, pack: Pack) -> list[Evidence]:
    return [pack.evidence[each] for each in rule.evidence]


def _place(evidence: Evidence) -> str:
    place = f", paragraph {evidence.paragraph}" if evidence.paragraph else ""
    return f"{evidence.stance}; {evidence.source}{place}; {evidence.id}"


def _wrapped(text: str) -> list[str]:
    return wrap(text, 100, initial_indent="  ", subsequent_indent="    " if text.startswith("- ") else "  ")
