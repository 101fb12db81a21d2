"""A file on its way through the stages, what comes of it, and whether it has to go at all; imports no stage."""

from __future__ import annotations

import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.model import Finding, SourceFile
from claimcheck.packs import Pack, load_pack
from claimcheck.settings import Settings
from claimcheck.source import refuse_long

if TYPE_CHECKING:
    from claimcheck.register import Entry

TEXT = "text"


class Work(NamedTuple):
    """A decoded file with all that its result depends on."""

    file: SourceFile
    settings: Settings
    format: str | None
    """None takes it from the suffix of the path."""
    identity: str
    """The path that fingerprints are built on: relative to the repository."""
    path: str
    """The path that patterns of the configuration see."""
    source: Path
    """Where the file really is; ``file.path`` is how it is shown."""
    today: datetime.date
    register: tuple[Entry, ...] = ()
    """The substantiated claims."""
    packed: bytes = b""
    """The bytes of a file such as DOCX, whose text only stands in for it: it is checked and never written."""


class Outcome(NamedTuple):
    """The findings of one file and what was let pass."""

    findings: tuple[Finding, ...] = ()
    suppressed: int = 0
    registered: int = 0
    foreign: int = 0
    """Strings passed over because they are not English."""


@lru_cache(maxsize=8)
def pack_of(packs: tuple[str, ...]) -> Pack:
    """The pack of these settings, loaded once per process. Raises PackError."""
    return load_pack(packs)


def may_matter(file: SourceFile, settings: Settings) -> bool:
    """Whether a file can have findings at all: it may mention a subject, or speak to claimcheck.

    Raises ReadError where it may, and is too long to be checked.
    """
    from claimcheck.nlp.gate import may_mention

    stems = _stems(settings.packs, settings.products)
    if "claimcheck:" not in file.text and not may_mention(file.text, stems):
        return False
    refuse_long(file)
    return True


@lru_cache(maxsize=64)
def _stems(packs: tuple[str, ...], products: tuple[str, ...]) -> frozenset[str]:
    from claimcheck.nlp.gate import stems

    return pack_of(packs).stems | stems(products)
