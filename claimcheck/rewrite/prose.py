"""Words, capitals and edits in a piece of prose. All offsets are text offsets of the block."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claimcheck.model import Claim, Edit, Range, Verb
from claimcheck.rewrite.wording import Wording

WORD = re.compile(r"[^\W_]+(?:[’'‑-][^\W_]+)*")
PLAIN = re.compile(r"[A-Z]?[a-z’']+(?:[‑-][A-Z]?[a-z’']+)*")
"""A word whose capital says something of the unit: no name such as IL-6 or ExoGlow."""
ASIDE = re.compile(r"(?:while|whereas|where|unlike|instead of|although|though|if)\b[^,;:.–—]*,", re.IGNORECASE)
SET_APART = re.compile(r"[\w-]+[”\"]")
"""One word between quotation marks, which opens nothing."""
AFTER_SPACE = re.compile(r"(?<=\s)")
SENTENCE, TITLE, UPPER = "sentence", "title", "upper"


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Edits of the block's text that together make one better sentence."""

    edits: tuple[Edit, ...]
    applicability: str
    message: str
    removes: bool = False
    """Whether words are only taken out, so that nothing is hedged."""


@dataclass(frozen=True)
class Draft:
    """One claim to be reworded, with everything needed to do so."""

    claim: Claim
    kind: str
    """The kind of the block: paragraph, heading, list-item ..."""
    text: str
    wording: Wording
    american: bool = False
    verbs: tuple[Verb, ...] = ()
    """The verbs to be hedged together, once they are known."""
    named: str = ""
    """The pronoun for a product that an earlier sentence of the block names; empty without one."""

    @property
    def start(self) -> int:
        """Where the unit starts."""
        return self.claim.unit[0]

    @cached_property
    def end(self) -> int:
        """Where the unit's words end: before its final punctuation and closing quotes."""
        unit = self.text[: self.claim.unit[1]]
        return len(unit.rstrip(" .!?…”’\"'")) or self.claim.unit[1]

    @property
    def style(self) -> str:
        """How the unit is capitalised: sentence, title or upper."""
        return style_of(self.text[self.start : self.end])

    def about(self, claim: Claim) -> Draft:
        """The same of another claim."""
        return Draft(claim, self.kind, self.text, self.wording, self.american, self.verbs, self.named)

    def hedging(self, verbs: Iterable[Verb]) -> Draft:
        """The same with the verbs that are to be hedged."""
        return Draft(self.claim, self.kind, self.text, self.wording, self.american, tuple(verbs), self.named)

    @property
    def fragment(self) -> bool:
        """Whether the unit is a bullet, headline, cell or label rather than a sentence of running text."""
        closed = self.text[self.claim.unit[0] : self.claim.unit[1]].rstrip("”\"'’ ").endswith((".", "!"))
        return self.kind != "paragraph" or not closed

    @property
    def sets(self) -> dict[str, frozenset[str]]:
        """The word lists of the language, by name."""
        return self.wording.sets

    def words(self, start: int, end: int) -> list[Range]:
        """The ranges of the words between two offsets."""
        return [match.span() for match in WORD.finditer(self.text, start, end)]

    def lower(self, span: Range) -> str:
        """The text of a range in lower case."""
        return self.text[span[0] : span[1]].lower()

    def styled(self, words: str) -> str:
        """New words in the unit's capitals; a sentence keeps them as they are."""
        if self.style == UPPER:
            return words.upper()
        if self.style == TITLE:
            small = self.sets["small-words"]
            return " ".join(word if word in small else word[:1].upper() + word[1:] for word in words.split(" "))
        return words

    def opens(self, offset: int) -> bool:
        """Whether the unit, or a part of it behind a colon or mark, starts here."""
        before = self.text[self.start : offset].rstrip()
        if before.endswith(("“", '"')) and SET_APART.match(self.text, offset):
            before = before[:-1].rstrip()
        return not before or before[-1] in ':.!?✓✔•–—|·→“"(' or not WORD.search(before)

    def spell(self, words: str) -> str:
        """New words in the text's own spelling, British or American."""
        if not self.american:
            return words
        return " ".join(self.wording.pack["american"].get(word, word) for word in words.split(" "))


def aside_end(draft: Draft) -> int:
    """Where an opening aside about something else ends: *While creams only soften skin, …*; the start without one."""
    match = ASIDE.match(draft.text, draft.start, draft.end)
    own = match is not None and match.start() <= draft.claim.subject.start < match.end()
    return draft.start if match is None or own else match.end()


def join(*words: str) -> str:
    """The words that are not empty, with single spaces."""
    return " ".join(word for word in words if word)


def moved(claim: Claim, offset: int) -> Claim:
    """The claim of a block as one of its unit alone, which starts at this offset."""
    subject = claim.subject
    if subject.start >= 0:
        subject = subject._replace(start=subject.start - offset, end=subject.end - offset)
    return claim._replace(
        block=0,
        unit=_shifted(claim.unit, offset),
        start=claim.start - offset,
        end=claim.end - offset,
        subject=subject,
        effect=_shifted(claim.effect, offset),
        verbs=tuple(verb._replace(start=verb.start - offset, end=verb.end - offset) for verb in claim.verbs),
        cues=tuple(
            cue._replace(start=cue.start - offset, end=cue.end - offset, scope=_shifted(cue.scope, offset))
            for cue in claim.cues
        ),
    )


def _shifted(span: Range, offset: int) -> Range:
    return span[0] - offset, span[1] - offset


@lru_cache(maxsize=64)
def style_of(unit: str) -> str:
    """How the words of a unit are capitalised."""
    words = [word for word in WORD.findall(unit) if len(word) > 3]
    if words and all(word.isupper() for word in words):
        return UPPER
    plain = [word for word in words if PLAIN.fullmatch(word)]
    capitals = sum(word[0].isupper() for word in plain)
    return TITLE if capitals > 1 and capitals >= 0.75 * len(plain) else SENTENCE


def place(draft: Draft, start: int, end: int, content: str) -> Edit:
    """An edit whose new words take the capitals of the unit and of the place."""
    content = draft.styled(draft.spell(content))
    old = draft.text[start:end].lstrip()
    if draft.style == SENTENCE and old[:1].isupper() and draft.opens(start):
        content = capitalised(content)
    return trimmed(draft.text, Edit(start, end, content))


def capitalised(words: str) -> str:
    """The words with their first letter in upper case."""
    lead = len(words) - len(words.lstrip())
    return words[:lead] + words[lead : lead + 1].upper() + words[lead + 1 :]


def trimmed(text: str, edit: Edit) -> Edit:
    """The same edit without the whole words at its start that it would leave as they are."""
    old, new = AFTER_SPACE.split(text[edit.start : edit.end]), AFTER_SPACE.split(edit.content)
    start = edit.start
    while len(old) > 1 and len(new) > 1 and old[0] == new[0]:
        start += len(old.pop(0))
        new.pop(0)
    return Edit(start, edit.end, "".join(new))


def realise(text: str, unit: Range, edits: Iterable[Edit]) -> str:
    """The unit with the edits made; they must not overlap."""
    start, end = unit
    result = text[start:end]
    for edit in sorted(edits, key=lambda each: (each.start, each.end), reverse=True):
        result = result[: edit.start - start] + edit.content + result[edit.end - start :]
    return result


def article(draft: Draft, offset: int, following: str) -> Edit | None:
    """The edit that turns *a* into *an*, or back, where the word behind it becomes ``following``."""
    match = re.search(r"\b(an?)\s+$", draft.text[draft.start : offset], re.IGNORECASE)
    if not match or not following:
        return None
    right = "an" if sounds_open(following, draft.wording) else "a"
    old = match.group(1)
    if old.lower() == right:
        return None
    start = draft.start + match.start(1)
    new = right.upper() if old.isupper() and draft.style == UPPER else right
    return Edit(start, start + len(old), capitalised(new) if old[0].isupper() else new)


def sounds_open(word: str, wording: Wording) -> bool:
    """Whether *an*, not *a*, stands before this word."""
    low, exceptions = word.lower(), wording.language["an-exceptions"]
    if low.startswith(tuple(exceptions["a"])):
        return False
    return low.startswith(tuple(exceptions["an"])) or low[:1] in "aeiou"


def removal(draft: Draft, start: int, end: int) -> tuple[Edit, ...]:
    """Edits that take out a range of words with its space, and mend article and capital around the gap."""
    text = draft.text
    if text[end : end + 1] == " ":
        end += 1
    elif text[start - 1 : start] == " ":
        start -= 1
    following = WORD.match(text, end)
    first = text[start:end].lstrip()[:1]
    opens = first.isupper() or (start == draft.start and not first.islower())
    capital = draft.opens(start) and opens and draft.style == SENTENCE
    edits = [Edit(start, end, "")]
    if capital and following and following.group().islower():
        edits = [Edit(start, end + 1, text[end].upper())]
    mended = article(draft, start, following.group() if following else "")
    return (mended, *edits) if mended else tuple(edits)
