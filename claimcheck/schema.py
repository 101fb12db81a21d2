"""JSON Schemas of the files that people write, so that editors complete and check them.

The shapes that the readers check are the source; ``rules/schema/*.json`` is written from them by ``write``.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claimcheck.nlp import gate, wordlists
from claimcheck.packs import EVIDENCE, MIN_EXAMPLES, RULE
from claimcheck.register import REGISTER
from claimcheck.rewrite.wording import LANGUAGE_SHAPE, PACK_SHAPE
from claimcheck.settings import HELP, SHAPE
from claimcheck.yamlfile import Either, Fields, ListOf, MapOf, OneOf

DIALECT = "https://json-schema.org/draft/2020-12/schema"
VERBS = MapOf(ListOf(str))

_TYPES: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    float: {"type": "number"},
    dict: {"type": "object"},
    type(None): {"type": "null"},
    datetime.date: {"type": "string", "format": "date"},
}

RULE_HELP = {
    "code": "three capitals and three digits; never changes its meaning once released",
    "name": "one word, for messages",
    "title": "the headline of the rule's page",
    "families": "families of effects that it reports; without any, all of its categories",
    "categories": "kinds of claim that it reports: benefit, proof, absolute, number ...",
    "severity": "a fixed severity; without it the level of the claim decides",
    "message": "what a finding says",
    "what": "what the rule flags",
    "why": "what the article says of it",
    "reword": "how to say it honestly",
    "evidence": "ids of statements in evidence.yaml",
    "examples": f"tests of the rule, {MIN_EXAMPLES} or more of each kind; invented copy only",
    "flagged": "copy that this rule must report",
    "clean": "copy that no rule may report as more than a note",
    "text": "the copy",
    "level": "the strength that the finding must have: 2 soft, 3 assertive, 4 proof or absolute",
    "heading": "the heading under which the copy stands",
    "rewrite": "the first suggestion, word for word",
    "format": "the format of the copy: text, markdown, html, json ...",
    "strict": "whether to check under strict",
    "config": "further configuration for this example",
}
EVIDENCE_HELP = {
    "article": "the source that the statements paraphrase",
    "id": "what rules refer to",
    "paraphrase": "the statement in our own words",
    "stance": "how the article stands to it; silent where it says nothing",
    "source": "who says it in the article",
    "paragraph": "number of the paragraph in the article, from 1",
}
CUE_HELP = {
    "forms": "the spellings that copy uses; (a|b) is one or the other, # any number",
    "scope": "how far it reaches; explained at the head of cues.yaml",
    "example": "the cue at work; runs as a test",
    "counter": "the cue is there, and a claim at full strength too; runs as a test",
    "hedge": "clears a claim: may, possibly, appear to",
    "attribution": "clears a claim by handing it to others: are said to, manufacturers claim",
    "limitation": "clears a claim by naming the state of the evidence",
    "softener": "lowers a claim to soft: can, helps, designed to",
    "invitation": "offers something named: discover renewal",
    "negation": "denies the effect",
    "pseudo-negation": "looks like a negation and is none: not only",
}
MARK_HELP = {
    "family": "the family that a finding names",
    "category": "the kind of claim, and so the rule; without it, the name of the list",
    "level": "3 assertive, 4 proof or absolute",
    "boosts": "whether it strengthens the effects beside it",
    "needs-effect": "whether it claims something only beside an effect",
    "adjacent": "whether it counts only right beside a verb",
    "phrases": "the spellings; hyphens and capitals do not matter, (a|b) is one or the other",
}
IDIOM_HELP = {
    "phrase": "the words; hyphens and capitals do not matter, (a|b) is one or the other",
    "target": "any: a benefit or problem must stand near; none: the phrase is enough",
    "family": "the family of the claim, where the target does not give it",
    "level": "2 soft, 3 assertive (the default), 4 absolute",
    "answers": "what answers a question that named the benefit",
}
EFFECT_HELP = {
    "family": "the family of every word of this file",
    "category": "the kind of claim, and so the rule; benefit by default",
    "verbs": "verbs that are an effect by themselves; their forms stand in english/verbs.yaml",
    "targets": "what effects are had on",
    "good": "wanted: more of it is the benefit",
    "bad": "unwanted: less of it is the benefit",
    "nouns": "nouns that name the effect itself",
    "adjectives": "the state that the effect leads to",
    "complaints": "the state before it",
    "treating-verbs": "verbs that act on a disease",
    "carriers": "verbs of transport: a claim with a word of directness behind them",
    "directness": "what makes transport a claim of delivery",
    "phrases": "fixed phrases by strength",
}
SCHEMAS: dict[str, tuple[Any, Mapping[str, str]]] = {
    "configuration": (SHAPE, HELP),
    "register": (REGISTER, {}),
    "rule": (RULE, RULE_HELP),
    "evidence": (EVIDENCE, EVIDENCE_HELP),
    "verbs": (VERBS, {}),
    "words": (wordlists.FUNCTION_WORDS, {}),
    "cues": (wordlists.CUES, CUE_HELP),
    "subjects": (gate.SUBJECTS, {}),
    "marks": (wordlists.MARKS, MARK_HELP),
    "idioms": (wordlists.IDIOMS, IDIOM_HELP),
    "effects": (wordlists.EFFECTS, EFFECT_HELP),
    "general-effects": (wordlists.GENERAL, {}),
    "rewriting": (LANGUAGE_SHAPE, {}),
    "rewrites": (PACK_SHAPE, {}),
}
"""Name of a schema → the shape it is made of, and what its keys mean."""


def json_schema(name: str = "configuration") -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one kind of file; KeyError for a name that is not in ``SCHEMAS``."""
    shape, texts = SCHEMAS[name]
    schema = _of(shape, texts)
    if name == "rule":
        schema["properties"]["code"]["pattern"] = "^[A-Z]{3}[0-9]{3}$"
        for kind in schema["properties"]["examples"]["properties"].values():
            kind["minItems"] = MIN_EXAMPLES
    elif name == "verbs":
        schema["additionalProperties"].update(minItems=4, maxItems=4, uniqueItems=False)
    return {"$schema": DIALECT, "title": f"claimcheck: {name}", **schema}


def write(folder: Path) -> None:
    """Write every schema into a folder as ``NAME.json``."""
    for name in SCHEMAS:
        (folder / f"{name}.json").write_text(json.dumps(json_schema(name), indent=2) + "\n", encoding="utf-8")


def _of(shape: Any, texts: Mapping[str, str]) -> dict[str, Any]:
    if isinstance(shape, Fields):
        properties = {
            key: {**_of(each, texts), **({"description": texts[key]} if key in texts else {})}
            for key, each in {**shape.required, **shape.optional}.items()
        }
        required = {"required": list(shape.required)} if shape.required else {}
        return {"type": "object", "properties": properties, **required, "additionalProperties": False}
    if isinstance(shape, ListOf):
        return {"type": "array", "items": _of(shape.item, texts), "uniqueItems": True}
    if isinstance(shape, MapOf):
        return {"type": "object", "additionalProperties": _of(shape.value, texts)}
    if isinstance(shape, OneOf):
        return {"enum": list(shape.values)}
    if isinstance(shape, Either):
        return {"anyOf": [_of(each, texts) for each in shape.shapes]}
    return dict(_TYPES[shape])
