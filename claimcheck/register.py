"""The register of substantiated claims: what a team can prove is let pass, up to a level and a date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from claimcheck.globs import globs
from claimcheck.inflect import VerbTable, load_verbs
from claimcheck.model import Block, Claim, Finding, Range, Rule
from claimcheck.packs import rules_root
from claimcheck.yamlfile import DataError, Either, Fields, ListOf, OneOf, at, check, load, nearest

OVERREACH = "EXO903"
MAX_GAP = 2
"""Words that may stand between two words of a registered phrase."""
REGISTERED, EXPIRED, BEYOND, UNREGISTERED = "registered", "expired", "beyond its entry", "unregistered"

CLAIM = Fields(optional={"family": str, "phrase": str, "product": str, "paths": ListOf(str)})
ENTRY = Fields(
    required={
        "id": str,
        "claim": Either([str, CLAIM]),
        "evidence": Fields({"title": str}, {"link": str, "doi": str, "type": str, "n": int}),
        "owner": str,
        "approved": datetime.date,
        "expires": datetime.date,
        "allows": OneOf([2, 3, 4]),
    },
    optional={"note": str},
)
REGISTER = Either([Fields({"claims": ListOf(ENTRY)}), ListOf(ENTRY)])


class RegisterError(DataError):
    """A register that cannot be used; the message names file and line."""


@dataclass(frozen=True)
class Entry:
    """One claim that somebody substantiated."""

    id: str
    owner: str
    approved: datetime.date
    expires: datetime.date
    allows: int
    evidence: tuple[tuple[str, Any], ...]
    family: str = ""
    phrase: tuple[str, ...] = ()
    """The base forms of its words."""
    product: str = ""
    paths: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """What the register says of a claim."""

    status: str
    """registered, expired, beyond its entry, or unregistered."""
    entry: Entry | None = None

    @property
    def reason(self) -> str:
        """Why the entry does not carry the claim; empty if it does."""
        if self.entry and self.status == EXPIRED:
            return f"entry {self.entry.id} expired on {self.entry.expires}"
        return f"entry {self.entry.id} allows level {self.entry.allows}" if self.entry and self.status == BEYOND else ""


def load_register(file: str, families: Collection[str] = ()) -> tuple[Entry, ...]:
    """The entries of a register file, of these families where some are given. Raises RegisterError."""
    path = Path(file)
    try:
        data = load(path)
        check(data, REGISTER, at(path))
        return read_entries(data, at(path), families)
    except DataError as error:
        raise RegisterError(str(error)) from error


def read_entries(data: Any, place: Any = None, families: Collection[str] = ()) -> tuple[Entry, ...]:
    """The entries of checked register data. Raises DataError for an entry that names neither phrase nor family, or
    another family than these.
    """
    prefix = () if isinstance(data, list) else ("claims",)
    entries, seen = [], set()
    for index, each in enumerate(data if isinstance(data, list) else data["claims"]):
        claim = {"phrase": each["claim"]} if isinstance(each["claim"], str) else each["claim"]
        if not claim.get("phrase") and not claim.get("family"):
            raise DataError(f"{place((*prefix, index, 'claim'))}: a claim needs a phrase or a family")
        family = claim.get("family", "")
        if families and family and family not in families:
            where = place((*prefix, index, "claim", "family"))
            raise DataError(f"{where}: no family {family!r}{nearest(family, families)}")
        if each["id"] in seen:
            raise DataError(f"{place((*prefix, index, 'id'))}: {each['id']!r} stands twice")
        seen.add(each["id"])
        entries.append(
            Entry(
                **{key: each[key] for key in ("id", "owner", "approved", "expires", "allows")},
                evidence=tuple(each["evidence"].items()),
                family=family,
                phrase=tuple(_base(word) for word in _words(claim.get("phrase", ""))),
                product=claim.get("product", ""),
                paths=tuple(claim.get("paths", ())),
            )
        )
    return tuple(entries)


def apply_register(
    findings: Iterable[Finding],
    blocks: Sequence[Block],
    entries: Sequence[Entry],
    rule: Rule | None,
    path: str,
    today: datetime.date,
) -> list[Finding]:
    """The findings without those that an entry carries; what goes beyond its entry comes under ``rule`` (EXO903)."""
    kept = []
    for finding in findings:
        claim = finding.claim
        verdict = judge_entry(claim, blocks, entries, path, today) if claim and claim.level >= 2 else Verdict("")
        if verdict.status == REGISTERED:
            continue
        if rule and verdict.reason:
            message = f"{rule.message.replace('{effect}', finding.effect)} ({verdict.reason})"
            finding = finding._replace(
                code=rule.code,
                name=rule.name,
                message=message,
                severity=rule.severity or finding.severity,
                evidence=rule.evidence,
                url=rule.url,
            )
        kept.append(finding)
    return kept


def judge_entry(
    claim: Claim, blocks: Sequence[Block], entries: Sequence[Entry], path: str, today: datetime.date
) -> Verdict:
    """What the register says of a claim: the entry that carries it, else the first that matches but does not."""
    first = Verdict(UNREGISTERED)
    for entry in entries:
        if not _matches(entry, claim, blocks, path):
            continue
        status = EXPIRED if entry.expires < today else BEYOND if claim.level > entry.allows else REGISTERED
        if status == REGISTERED:
            return Verdict(status, entry)
        if first.entry is None:
            first = Verdict(status, entry)
    return first


def _matches(entry: Entry, claim: Claim, blocks: Sequence[Block], path: str) -> bool:
    if entry.family and entry.family != claim.family:
        return False
    if entry.paths and not globs(entry.paths).match(path):
        return False
    block = blocks[claim.block]
    heading = blocks[block.heading].text if block.heading is not None else ""
    if entry.product and entry.product.casefold() not in f"{claim.subject.text}\n{block.text}\n{heading}".casefold():
        return False
    return not entry.phrase or _says(entry.phrase, block.text, claim)


def _says(phrase: tuple[str, ...], text: str, claim: Claim) -> bool:
    """Whether the unit holds the phrase, in any inflection, where it touches the claim's effect."""
    words = [(_base(match[0]), match.span()) for match in _WORD.finditer(text, *claim.unit)]
    return any(
        (last := _follow(phrase, words, first)) is not None
        and words[first][1][0] < claim.effect[1]
        and claim.effect[0] < words[last][1][1]
        for first in range(len(words))
    )


def _follow(phrase: tuple[str, ...], words: Sequence[tuple[str, Range]], first: int) -> int | None:
    """The index of the phrase's last word when it starts at ``first``, None where it does not."""
    if words[first][0] != phrase[0]:
        return None
    at = first
    for wanted in phrase[1:]:
        window = range(at + 1, min(at + 2 + MAX_GAP, len(words)))
        found = next((index for index in window if words[index][0] == wanted), None)
        if found is None:
            return None
        at = found
    return at


_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


@lru_cache(maxsize=1)
def _verbs() -> VerbTable:
    return load_verbs(rules_root())


@lru_cache(maxsize=4096)
def _base(word: str) -> str:
    """A verb's lemma by the table, else the word without a plural ending."""
    word = word.casefold()
    readings = _verbs().analyse(word)
    if readings:
        return readings[0][0]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
