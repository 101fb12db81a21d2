"""The edit of one verb: its group goes, and what is put in its place takes the capitals and the quotes of the place."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Edit, Verb
from claimcheck.rewrite.group import read_group
from claimcheck.rewrite.prose import TITLE, UPPER, Draft, capitalised, join, place
from claimcheck.rewrite.soften import softened, without_look

MESSAGE = "Hedge the claim"
QUOTES = "'\"‘’“”"


def conjunct(draft: Draft, verb: Verb, floor: int, passive: bool) -> Sequence[Edit]:
    """The edit of a coordinated verb: its own auxiliaries go, its base form stays."""
    group = read_group(draft, verb, floor)
    forms = draft.wording.verbs.forms(verb.lemma, draft.american)
    if passive or (group.letters.endswith("b") and verb.form == "participle"):
        new = forms.participle if passive else join("be", *group.adverbs, forms.participle)
        return edit_verb(draft, group.start, verb, join(*group.adverbs, new) if passive else new)
    if group.letters.startswith("b") and not {"p", "g", "e"} & set(group.letters) and verb.form == "gerund":
        return ()
    helped = "help" if "h" in group.letters else ""
    return edit_verb(draft, group.start, verb, join(*group.adverbs, helped, softened(draft, verb)))


def edit_verb(draft: Draft, start: int, verb: Verb, content: str) -> tuple[Edit, ...]:
    """The edit of a verb group, with the capitals of the place and without words that a softer verb repeats."""
    text, end = draft.text, without_look(draft, verb)
    if text[start] in "'’" and not content.startswith(("'", "’")):
        content = " " + content
    if content.startswith((",", " and ")):
        start = len(text[:start].rstrip(" ," if content[0] == " " else " "))
    listed = text[:start].endswith((", ", ", and "))
    if draft.style not in (TITLE, UPPER) and text[verb.start].isupper() and not draft.opens(start) and not listed:
        head, _, last = content.rpartition(" ")
        content = f"{head} {capitalised(last)}".strip() if start != verb.start or head else capitalised(content)
    if start == verb.start > draft.start and text[start - 1] in QUOTES and text[end : end + 1] in QUOTES:
        opening, _, last = content.rpartition(" ")
        outside = (place(draft, start - 1, start - 1, opening + " "),) if opening else ()
        return (*outside, place(draft, start, end, last))
    edit = place(draft, start, end, content)
    return () if text[edit.start : edit.end] == edit.content else (edit,)
