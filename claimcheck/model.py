"""The types that every stage shares: frozen dataclasses and named tuples, standard library only.

Offsets count code points and ranges are half-open. *Text* offsets point into ``Block.text``,
*source* offsets into ``SourceFile.text``. Lines and columns are 1-based.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

Range = tuple[int, int]

SEVERITIES = ("note", "warning", "error")
STATUSES = ("asserted", "boosted", "soft", "hedged", "attributed", "negated", "question", "conditional")
LINKS = ("explicit", "pronoun", "definite", "heading", "page")
APPLICABILITIES = ("safe", "unsafe", "display")

GAP = "\ufffc"
"""Stands in ``Block.text`` for a template gap such as ``${price}``: one opaque word."""

_NEWLINE = re.compile(r"\r\n?|\n")


class ClaimcheckError(Exception):
    """Something that should have been checked was not; the message names place and remedy."""


@dataclass(frozen=True)
class SourceFile:
    """A decoded file. ``text`` holds every character but the byte-order mark; newlines stay as they were."""

    path: str
    """As the user will read it: relative to the working directory where possible, with ``/``."""
    text: str
    encoding: str = "utf-8"
    bom: bool = False

    @cached_property
    def line_starts(self) -> array[int]:
        """Source offset of each line's first character; a line ends at LF, CRLF or a lone CR."""
        return array("i", chain((0,), (match.end() for match in _NEWLINE.finditer(self.text))))

    def line(self, row: int) -> Range:
        """The source range of a line with its line break."""
        starts = self.line_starts
        return starts[row - 1], starts[row] if row < len(starts) else len(self.text)

    def location(self, offset: int) -> tuple[int, int]:
        """The 1-based (row, column) of a source offset."""
        row = bisect_right(self.line_starts, offset)
        return row, offset - self.line_starts[row - 1] + 1


class Segment(NamedTuple):
    """One piece of a source map: text from ``text_start`` on comes from ``source_start:source_end``.

    ``verbatim`` says that both sides are equal character by character, so that the piece can be edited in place.
    """

    text_start: int
    source_start: int
    source_end: int
    verbatim: bool


@dataclass(frozen=True)
class SourceMap:
    """Maps text offsets of a block to source offsets. Segments are ordered and cover the whole text."""

    segments: tuple[Segment, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [segment.text_start for segment in self.segments]

    def _segment(self, offset: int) -> Segment:
        return self.segments[max(bisect_right(self._starts, offset) - 1, 0)]

    def start(self, offset: int) -> int:
        """Source offset of the character at this text offset."""
        segment = self._segment(offset)
        return segment.source_start + (offset - segment.text_start if segment.verbatim else 0)

    def end(self, offset: int) -> int:
        """Source offset just behind the character before this text offset."""
        segment = self._segment(max(offset - 1, 0))
        reached = segment.source_start + max(offset - segment.text_start, 0)
        return min(reached, segment.source_end) if segment.verbatim else segment.source_end

    def span(self, start: int, end: int) -> Range:
        """The source range of a text range."""
        return self.start(start), self.end(end)

    def is_verbatim(self, start: int, end: int) -> bool:
        """Whether the text range lies inside one verbatim segment, so that it may be edited."""
        segment = self._segment(start)
        return segment.verbatim and segment is self._segment(max(end - 1, start))


class Block(NamedTuple):
    """A piece of copy that a reader sees as one: a heading, a paragraph, a bullet, a cell, an attribute, a string.

    ``text`` is prose: mark-up removed, white space folded to single spaces, entities and escapes decoded,
    a template gap written as ``GAP``. It never starts or ends with white space.
    """

    kind: str
    """One of heading, paragraph, list-item, cell, caption, attribute, string, meta."""
    text: str
    map: SourceMap
    scope: str = ""
    """Where it stands, for people and for rules: ``markdown.heading.2``, ``html.attr.alt``, ``json:/hero/title``."""
    level: int = 0
    """Heading level 1-6; 0 for what is no heading."""
    heading: int | None = None
    """Index, in the file's blocks, of the nearest heading above; a heading names its parent heading."""
    lead: int | None = None
    """Index of the block that introduces this list, table row or group (*Benefits include:*)."""
    group: int = 0
    """Blocks of one list, one table row or one data object share a group number other than 0."""
    editable: bool = True
    """False where an automatic edit must never happen: slugs, keys, URLs, read-only formats."""


class Cue(NamedTuple):
    """A word or phrase that changes what an effect claims."""

    text: str
    kind: str
    """hedge, attribution, limitation, softener, booster, negation, question, conditional."""
    start: int
    end: int
    scope: Range
    entry: str = ""
    """The lexicon entry that matched."""


class Verb(NamedTuple):
    """A verb of the claim's predicate, with what a rewrite needs to inflect it."""

    start: int
    end: int
    lemma: str
    form: str
    """base, third (*boosts*), past, participle, gerund."""


class Subject(NamedTuple):
    """What the claim is about and how that was found out."""

    text: str
    link: str
    """One of ``LINKS``."""
    start: int = -1
    """Text offsets inside the block; -1 where the subject stands in another block."""
    end: int = -1


class Claim(NamedTuple):
    """One effect said of the subject in one unit. All offsets are text offsets of its block."""

    block: int
    """Index of the block in the file."""
    unit: Range
    start: int
    end: int
    subject: Subject
    effect: Range
    family: str
    category: str
    """What kind of claim it is: ``benefit``, or what its rule lists (proof, absolute, number, testimonial ...)."""
    construction: str
    """finite, modal, infinitive, imperative, copula, passive, participle, gerund, compound, nominal, state, idiom,
    proof, phrase."""
    level: int
    status: str
    verbs: tuple[Verb, ...] = ()
    """The predicate's verbs, coordinated ones included, in order; empty for nominal constructions."""
    cues: tuple[Cue, ...] = ()
    limited: bool = False
    """Whether a limitation stands in the same or the next unit of the block."""


class Evidence(NamedTuple):
    """One statement of the source article."""

    id: str
    paraphrase: str
    stance: str
    """established, attributed, hedged, needs-validation, silent."""
    source: str
    """Who says it in the article."""
    paragraph: int | None
    """1-based paragraph of the article; None where the article is silent."""


class Example(NamedTuple):
    """A flagged or clean example of a rule; run as a test."""

    text: str
    flagged: bool
    level: int | None = None
    heading: str | None = None
    rewrite: str | None = None
    format: str = "text"
    strict: bool = False
    config: Mapping[str, Any] = {}


class Rule(NamedTuple):
    """A rule as the pack states it."""

    code: str
    name: str
    title: str
    families: tuple[str, ...]
    categories: tuple[str, ...]
    message: str
    what: str
    why: str
    reword: str
    evidence: tuple[str, ...]
    examples: tuple[Example, ...]
    severity: str | None = None
    """A fixed severity; None takes it from the claim's level."""
    url: str = ""
    file: str = ""


class Edit(NamedTuple):
    """Replace a source range by ``content``, already encoded for the file's format."""

    start: int
    end: int
    content: str


class Fix(NamedTuple):
    """Edits that belong together. ``safe`` keeps meaning and grammar by construction, ``unsafe`` is probably
    right, ``display`` is advice and never applied."""

    applicability: str
    message: str
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """One reported claim: all that a report prints."""

    code: str
    name: str
    message: str
    path: str
    start: int
    end: int
    severity: str
    level: int
    family: str
    status: str
    subject: Subject
    effect: str
    unit: str
    heading: str | None
    evidence: tuple[str, ...]
    fingerprint: str = ""
    url: str = ""
    scope: str = ""
    suggestions: tuple[str, ...] = ()
    advice: str = ""
    """What to remove and why, where no wording can save the claim."""
    fix: Fix | None = None
    claim: Claim | None = None
    """What it was made of, until nothing asks for that any more."""


class Failure(NamedTuple):
    """Something that should have been checked and was not; always makes exit status 2."""

    path: str
    message: str
    line: int | None = None
