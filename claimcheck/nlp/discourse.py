"""What a unit is about: explicit mentions, pronouns and definite phrases, headings and the page.

``Discourse`` walks the blocks of a file in order and remembers the last subject and the topic of each section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from claimcheck.model import Block
from claimcheck.nlp.lexicon import PRODUCT, RIVAL, SUBJECT, Lexicon
from claimcheck.nlp.units import Unit

ROLES = ("ingredients", "concerns", "neutral", "benefits")
"""What a section's heading says of its list: the role with the longest phrase in it."""
OURS, RIVALS, NEITHER = "subject", "rival", ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading's topic."""

    topic: str
    text: str = ""
    """The heading, where it names the subject."""
    named: bool = False
    """Whether the heading itself names the subject."""
    role: str = ""
    """benefits, concerns, ingredients, neutral or empty."""


@dataclass
class Discourse:
    """The state that carries from unit to unit."""

    lexicon: Lexicon
    page: str = NEITHER
    """The topic of the page, from the block on that ``starts`` says."""
    starts: int = 0
    title: str = ""
    """What the page calls itself: its first heading."""
    sections: dict[int, Section] = field(default_factory=dict)
    antecedent: str = NEITHER
    told: tuple[int | None, str] = (None, NEITHER)
    """The last named subject of a sentence, and the heading it stood under."""
    last_heading: int | None = None
    topics: dict[int, str] = field(default_factory=dict)
    """What a block that leads a list or a table row names, by block."""
    leads: dict[int, frozenset[str]] = field(default_factory=dict)
    """Kinds of the cues that reach from a lead-in (*Exosomes may:*) over its list, by block."""
    _tiles: int = 0
    """Headings in a row with a block or none between them: a list of ingredients, say."""
    asked: str = ""
    """Family of the benefit that the last unit asked about (*Want firmer skin?*)."""

    def enter(self, block: Block, index: int, units: Sequence[Unit], below: Iterable[Unit] = ()) -> None:
        """Take note of a heading and of the units right below it; all headings are entered before any block is opened,
        as a title may come late."""
        close = self.last_heading is not None and index - self.last_heading <= 2
        self._tiles = self._tiles + 1 if close else 0
        self.sections[index] = self._heading(block, index, units, below)
        self.last_heading = index
        self.title = self.title or block.text

    def open(self, block: Block, index: int) -> Section:
        """The section that a block stands in; a heading opens its own, a cell also hears its row and column."""
        if block.kind == "heading":
            self.antecedent = self.sections[index].topic
            return self.sections[index]
        found = self.sections.get(block.heading) if block.heading is not None else None
        found = found if found is not None else Section(self._page_at(index))
        topic = next((self.topics[i] for i in (block.lead, block.heading) if i in self.topics), "")
        if not topic and found.topic == NEITHER and block.kind == "list-item" and found.role != "neutral":
            topic = OURS if self.told == (block.heading, OURS) else ""  # *Exosomes wake up the scalp.* and its list
        return Section(topic, found.text, topic == OURS and found.named, found.role) if topic else found

    def _page_at(self, index: int) -> str:
        """The topic of the page where a block stands."""
        return self.page if index >= self.starts else NEITHER

    def lead(self, block: Block) -> frozenset[str]:
        """Kinds of the cues that reach into a block from its lead-in, or from a heading that is one (*They help:*)."""
        heading = block.heading if block.kind in ("list-item", "cell") else None
        above = (index for index in (block.lead, heading) if index is not None)
        return next((self.leads[index] for index in above if index in self.leads), frozenset())

    def _heading(self, block: Block, index: int, units: Sequence[Unit], below: Iterable[Unit]) -> Section:
        words = [word for unit in units for word in unit.words]
        kinds = {kind for word in words for kind in (SUBJECT, RIVAL) if kind in word.senses}
        flat = [part for word in words for part in word.text.split()]
        page, own_role = self._page_at(index), self._role(flat)
        role = own_role or ("" if SUBJECT in kinds else self._tile_role(units))
        if SUBJECT in kinds:
            role = "" if role == "neutral" and PRODUCT in words[-1].senses else role
            return Section(OURS, block.text, named=True, role=role)
        if RIVAL in kinds and _is_rival(units):
            return _unnamed(RIVALS, role)
        if _is_product(units, self.lexicon) or _is_name(block.text, units, below):
            return _unnamed(NEITHER, "" if role == "neutral" else role)
        if page == OURS and self._tiles > 1 and own_role:
            return _unnamed(OURS, role)  # *Clinical results* behind a row of ingredients is about the product
        if page != OURS and not role and not any(unit.question for unit in units):
            parent = self.sections.get(block.heading) if block.heading is not None else None
            return _unnamed(parent.topic if parent is not None else NEITHER, "")
        return _unnamed(self._inherited(block, page), role)

    def _role(self, words: Sequence[str]) -> str:
        if self._ends_neutral(words):
            return "neutral"
        lengths = {role: self.lexicon.has(f"section-{role}", words) for role in ROLES}
        longest = max(lengths.values())
        if not longest or ("before" in words and "after" in words):
            return ""
        roles = [role for role in ROLES if lengths[role] == longest]
        return roles[0] if len(roles) == 1 or roles[0] in ("ingredients", "concerns") else ""

    def _ends_neutral(self, words: Sequence[str]) -> bool:
        """*Possible side effects*, though *effects* alone would promise outcomes."""
        neutral = self.lexicon.topics["section-neutral"]
        start = next((start for start in range(len(words)) if tuple(words[start:]) in neutral), -1)
        return start >= 0 and not self.lexicon.has("section-benefits", words[:start])

    def _tile_role(self, units: Sequence[Unit]) -> str:
        """A short heading that is no question is a tile of the list that the heading before it opened."""
        if self.last_heading is None or len(units) != 1 or units[0].question:
            return ""
        role = self.sections[self.last_heading].role
        return role if role != "neutral" and len(units[0].words) <= 4 else ""

    def _inherited(self, block: Block, page: str) -> str:
        if block.heading is not None and block.heading in self.sections:
            parent = self.sections[block.heading]
            if parent.topic != NEITHER:
                return parent.topic
        if self.last_heading is not None and self.last_heading != block.heading:
            return self.sections[self.last_heading].topic
        return page


@cache
def _unnamed(topic: str, role: str) -> Section:
    """The section of a heading that does not name the subject: the same for all of this kind."""
    return Section(topic, role=role)


def _is_rival(units: Sequence[Unit]) -> bool:
    """Whether a heading is about the rival it names, not *before* or *with* it; a question is about its subject."""
    for unit in units:
        for index, word in enumerate(unit.words):
            if RIVAL in word.senses and unit.question:
                before = "".join(unit.classes[:index])
                return set(before.removesuffix("Op")) <= set("cobmhdDaA.")  # *Does PRP work?*, *results from PRP*
            if RIVAL in word.senses:
                near, topical = range(max(index - 3, 0), index), unit.english.topic_prepositions
                return not any(unit.classes[i] == "p" and unit.words[i].text not in topical for i in near)
    return False


def _is_product(units: Sequence[Unit], lexicon: Lexicon) -> bool:
    """A heading that names another product or treatment: its head noun is one and nothing points back."""
    if not units or units[-1].question:
        return False
    unit = units[-1]
    last = len(unit.words) - 1
    while last > 0 and (unit.classes[last] in ";#" or unit.ends[last] - unit.starts[last] < 2):
        last -= 1
    word = unit.words[last]
    if unit.words[0].text in unit.english.indefinite_articles:
        return False  # *A natural confidence booster*
    if last < 1 or (PRODUCT not in word.senses and (word.text,) not in lexicon.topics["ranges"]):
        return False
    if any(cls in "VvbmcQX" for cls in unit.classes):
        return False
    named = any(cls in ".G" for cls in unit.classes[:last])
    points_back = any(word.text in unit.english.pointing_words for word in unit.words)
    return named and not points_back and unit.classes[last - 1] not in "p-"


COINED = re.compile(r"\b[A-Z][a-z]{2,}[A-Z][a-z]|\w[®™]")
"""A name that no dictionary holds: a capital inside a word, or a trade mark behind it."""


def _is_name(text: str, units: Sequence[Unit], below: Iterable[Unit]) -> bool:
    """A heading that is the name of another thing: coined (*AquaLift*), or the subject of a sentence below it
    (*Silk Peel* above *Silk Peel is a ...*)."""
    if len(units) != 1 or units[0].finite or "." not in units[0].classes:
        return False
    name = [word.text for word in units[0].words]
    told = (unit for unit in below if len(name) > 1 and [word.text for word in unit.words[: len(name)]] == name)
    return COINED.search(text) is not None or any(any(unit.finite_at[len(name) : len(name) + 1]) for unit in told)


OPENING = 3
"""Blocks that open a page: what they name is what is sold, whatever else is in it."""
NAMING_RATE = 0.13
"""Share of blocks that name the subject on a page about it that says so in no title (measured on real pages)."""


def page_topic(mentions: Mapping[int, tuple[int, int]], headings: Sequence[int], blocks: int) -> tuple[str, int]:
    """Whether a page is about the subject, and from which block on.

    It is where its title or opening names the subject, or where it names it often, and more than rivals. If it is a
    heading further down that names it first, what stands above is about something else. ``mentions`` gives, by block,
    how often the subject and rivals are named.
    """
    if headings and mentions.get(headings[0], (0, 0))[0]:
        return OURS, 0
    if len(mentions) > 2 and any(mentions.get(index, (0, 0))[0] for index in range(OPENING)):
        return OURS, 0
    total = sum(count for count, _ in mentions.values())
    rivals = sum(count for _, count in mentions.values())
    naming = [index for index, (count, _) in sorted(mentions.items()) if count]
    if total <= rivals or (total <= 2 and headings):
        return NEITHER, 0
    if rivals and len(naming) < NAMING_RATE * blocks:
        return NEITHER, 0
    return OURS, naming[0] if naming[0] in headings else 0
