"""The language suite: every case of the YAML files beside this module, judged in-process by extract and nlp.

Three layouts, told apart by their keys: a *case* is one text with the level of its unit, a *pair* is a cue with a
sentence in its scope and a counter-example, a *document* is Markdown with a level for each of several lines.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.extract import extract
from claimcheck.model import LINKS, Claim, SourceFile
from claimcheck.nlp import analyse
from claimcheck.packs import load_pack

FOLDER = Path(__file__).parent
BENEFITS = {"collagen", "inflammation", "ageing", "radiance", "regeneration", "hair", "other"}
FAMILIES = BENEFITS | {"delivery", "superiority", "proof", "standardisation", "safety", "approval", "medical"}


@dataclass(frozen=True)
class Case:
    """A unit, the Markdown it stands in and the levels that a careful reader accepts for it."""

    id: str
    markdown: str
    unit: str
    levels: tuple[int, ...]
    families: frozenset[str] = frozenset()
    link: str = ""
    products: tuple[str, ...] = ()
    why: str = ""

    @property
    def expected(self) -> frozenset[str]:
        """The accepted grades."""
        return frozenset(map(grade, self.levels))


def grade(level: int) -> str:
    """Levels 0 and 1 are both clean; 2, 3 and 4 are told apart."""
    return "clean" if level <= 1 else str(level)


def slug(text: str) -> str:
    """A readable part of a test id."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:40]


def as_levels(value: int | list[int]) -> tuple[int, ...]:
    """One level, or the list of levels where the definition leaves room."""
    return tuple(value) if isinstance(value, list) else (value,)


def text_case(name: str, entry: dict[str, Any], why: str) -> Case:
    """A case whose text stands alone or under a heading."""
    text, heading = entry["text"], entry.get("heading")
    return Case(
        id=name,
        markdown=f"## {heading}\n\n{text}\n" if heading else f"{text}\n",
        unit=entry.get("unit", text),
        levels=as_levels(entry["level"]),
        families=frozenset(entry.get("families", ())),
        link=entry.get("link", ""),
        products=tuple(entry.get("products", ())),
        why=entry.get("why", why),
    )


def pair_cases(name: str, entry: dict[str, Any]) -> Iterator[Case]:
    """The two sentences of a cue: in its scope, and with the word but outside its scope."""
    for side, key in (("scoped", "level"), ("counter", "counter_level")):
        text = entry[side]
        yield Case(f"{name}/{side}", f"{text}\n", text, as_levels(entry[key]), why=f"{entry['cue']}: {side}")


def document_cases(name: str, entry: dict[str, Any]) -> Iterator[Case]:
    """One case for each line whose level the document states."""
    for number, line in enumerate(entry["expect"], 1):
        yield Case(
            id=f"{name}/{number}",
            markdown=entry["markdown"],
            unit=line["line"],
            levels=as_levels(line["level"]),
            families=frozenset(line.get("families", ())),
            link=line.get("link", ""),
            products=tuple(entry.get("products", ())),
            why=entry.get("why", ""),
        )


def file_cases(path: Path) -> Iterator[Case]:
    """All cases of one YAML file, in order."""
    for group in yaml.safe_load(path.read_text(encoding="utf-8")):
        name = f"{path.stem}/{slug(group.get('group') or group.get('name') or group['cue'])}"
        if "expect" in group:
            yield from document_cases(name, group)
        elif "cue" in group:
            yield from pair_cases(name, group)
        else:
            for number, entry in enumerate(group["cases"], 1):
                yield text_case(f"{name}/{number}", entry, group.get("why", ""))


@functools.cache
def load_cases() -> tuple[Case, ...]:
    """The whole suite."""
    return tuple(case for path in sorted(FOLDER.glob("*.yaml")) for case in file_cases(path))


@functools.cache
def lexicon() -> Any:
    """The lexicon of the built-in pack, loaded once."""
    return load_pack().lexicon


@functools.cache
def claims_of(markdown: str, products: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Claim, ...]]:
    """Block texts and claims of a Markdown document."""
    blocks = extract(SourceFile("case.md", markdown))
    return tuple(block.text for block in blocks), tuple(analyse(blocks, lexicon(), products))


def unit_claims(case: Case) -> list[Claim]:
    """The claims whose unit overlaps the case's sentence; LookupError when no block holds the sentence."""
    texts, claims = claims_of(case.markdown, case.products)
    for block, text in reversed(list(enumerate(texts))):
        start = text.find(case.unit)
        if start >= 0:
            end = start + len(case.unit)
            return [c for c in claims if c.block == block and c.unit[0] < end and c.unit[1] > start]
    raise LookupError(f"{case.unit!r} stands in no block of {texts}")


def unit_level(case: Case) -> int:
    """The strongest level found in the case's sentence; 0 when there is no claim."""
    return max((claim.level for claim in unit_claims(case)), default=0)


def params(test: str, cases: Iterable[Case]) -> list[Any]:
    """Parameters of a test; a known limit must fail, and says so once it no longer does."""
    limits = yaml.safe_load((FOLDER / "known" / "limits.yaml").read_text(encoding="utf-8"))
    known = {entry["id"] for entry in limits[test]}
    limit = pytest.mark.xfail(strict=True, reason="a known limit of the grammar, see known/limits.yaml")
    return [pytest.param(case, id=case.id, marks=[limit] if case.id in known else []) for case in cases]


CASES = load_cases()
GRADED = params("level", CASES)
WITH_FAMILY = params("family", (case for case in CASES if case.families))
WITH_LINK = params("link", (case for case in CASES if case.link))


@pytest.mark.parametrize("case", GRADED)
def test_level(case: Case) -> None:
    found = unit_level(case)
    assert grade(found) in case.expected, f"{case.unit!r}: level {found}, expected {case.levels} ({case.why})"


@pytest.mark.parametrize("case", WITH_FAMILY)
def test_family(case: Case) -> None:
    found = {claim.family for claim in unit_claims(case) if claim.level >= 2}
    assert found & case.families, f"{case.unit!r}: families {sorted(found)}, expected {sorted(case.families)}"


@pytest.mark.parametrize("case", WITH_LINK)
def test_subject_link(case: Case) -> None:
    found = {claim.subject.link for claim in unit_claims(case)}
    assert case.link in found, f"{case.unit!r}: linked by {sorted(found)}, expected {case.link}"


def test_suite_is_consistent() -> None:
    ids = Counter(case.id for case in CASES)
    places = Counter((case.markdown, case.unit, case.products) for case in CASES)
    assert [name for name, count in ids.items() if count > 1] == []
    assert [place for place, count in places.items() if count > 1] == []
    for case in CASES:
        assert case.unit in case.markdown, case.id
        assert set(case.levels) <= set(range(5)), case.id
        assert case.families <= FAMILIES, case.id
        assert case.link in ("", *LINKS), case.id
