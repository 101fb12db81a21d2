"""Claims written by hand: ``[Exosomes] {calm} redness`` marks the subject and the verbs of one claim.

A verb's form is read from the table; where a word is ambiguous, ``{cut:past}`` names it.
"""

import re
from pathlib import Path

from claimcheck.inflect import VerbTable
from claimcheck.model import Block, Claim, Segment, SourceFile, SourceMap, Subject, Verb
from claimcheck.rewrite import Advice, load_wording, suggest
from claimcheck.rewrite.wording import Wording

ROOT = Path(__file__).parent.parent.parent / "rules"
MARK = re.compile(r"\[(?P<subject>[^\]]+)\]|\{(?P<verb>[^}:]+)(?::(?P<form>\w+))?\}|<(?P<effect>[^>]+)>")


class Pack:
    """A pack as far as rewriting needs it."""

    wording: Wording = load_wording(ROOT, ROOT / "exosome")


VERBS: VerbTable = Pack.wording.verbs


def read(marked: str, **fields: object) -> tuple[Claim, str]:
    """The claim and the plain text of a marked sentence; ``<…>`` marks an effect that has no verb."""
    text, verbs, subject, effect, last = "", [], Subject("", "heading"), None, 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        start, word = len(text), match["subject"] or match["verb"] or match["effect"]
        text += word
        if match["subject"]:
            subject = Subject(word, "explicit", start, len(text))
        elif match["verb"]:
            found = VERBS.analyse(word)
            lemma, form = next((pair for pair in found if match["form"] in (None, pair[1])), found[0])
            verbs.append(Verb(start, len(text), lemma, form))
        else:
            effect = (start, len(text))
        last = match.end()
    text += marked[last:]
    effect = effect or (verbs[0].start, len(text.rstrip('.!?”"')))
    values: dict[str, object] = {
        "block": 0,
        "unit": (0, len(text)),
        "start": effect[0] if subject.start < 0 else min(effect[0], subject.start),
        "end": max(effect[1], subject.end),
        "subject": subject,
        "effect": effect,
        "family": "collagen",
        "category": "benefit",
        "construction": "finite" if verbs else "nominal",
        "level": 3,
        "status": "asserted",
        "verbs": tuple(verbs),
    }
    return Claim(**{**values, **fields}), text  # type: ignore[arg-type]


def advise(marked: str, kind: str = "paragraph", strict: bool = False, path: str = "a.md", **fields: object) -> Advice:
    """What is suggested for a marked sentence that is a file of its own."""
    claim, text = read(marked, **fields)
    whole = SourceMap((Segment(0, 0, len(text), True),))
    return suggest(claim, Block(kind, text, whole), SourceFile(path, text), Pack(), (), strict)


def reworded(marked: str, kind: str = "paragraph", **fields: object) -> str:
    """The first suggestion."""
    return advise(marked, kind, **fields).suggestions[0]  # type: ignore[arg-type]


def applicability(marked: str, kind: str = "paragraph", **fields: object) -> str | None:
    """The applicability of the fix; None without one."""
    fix = advise(marked, kind, **fields).fix  # type: ignore[arg-type]
    return fix.applicability if fix else None
