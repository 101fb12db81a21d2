"""Rule packs: YAML below ``rules/`` → rules, evidence and the lexicon, read only when asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.model import SEVERITIES, Evidence, Example, Rule
from claimcheck.paths import shown
from claimcheck.yamlfile import DataError, Either, Fields, ListOf, OneOf, at, check, load, nearest

if TYPE_CHECKING:
    from claimcheck.nlp.lexicon import Lexicon
    from claimcheck.rewrite.wording import Wording

LANGUAGE = "english"
"""The folder of language data that every pack shares."""
DEFAULT = "exosome"
STANCES = ("established", "attributed", "hedged", "needs-validation", "silent")
MIN_EXAMPLES = 4

EXAMPLE = Fields(
    required={"text": str},
    optional={
        "level": OneOf(range(5)),
        "heading": str,
        "rewrite": str,
        "format": str,
        "strict": bool,
        "config": dict,
    },
)
EXAMPLES = ListOf(Either([str, EXAMPLE]))
RULE = Fields(
    required={
        "code": str,
        "name": str,
        "title": str,
        "message": str,
        "what": str,
        "why": str,
        "reword": str,
        "evidence": ListOf(str),
        "examples": Fields({"flagged": EXAMPLES, "clean": EXAMPLES}),
    },
    optional={"families": ListOf(str), "categories": ListOf(str), "severity": OneOf(SEVERITIES), "url": str},
)
STATEMENT = Fields(
    required={"id": str, "paraphrase": str, "stance": OneOf(STANCES), "source": str},
    optional={"paragraph": Either([int, type(None)])},
)
EVIDENCE = Fields(
    required={"article": Fields({"title": str}, {"publisher": str, "url": str}), "statements": ListOf(STATEMENT)},
)


class PackError(DataError):
    """A rule pack that cannot be used; the message names file and line."""


class UnknownPackError(PackError):
    """A rule pack that does not exist; whoever asked for it knows the place."""


class Article(NamedTuple):
    """The source that the evidence paraphrases."""

    title: str
    publisher: str = ""
    url: str = ""


class Pack:
    """All that one or more pack folders hold; a later folder replaces rules and statements of an earlier one."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self.roots = tuple(roots)
        self.root = rules_root()

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """The rules by code, in order of their codes. Raises PackError."""
        found = {}
        for root in self.roots:
            own = [_read_rule(path, self.evidence) for path in sorted((root / "rules").glob("*.yaml"))]
            _refuse_twice([(rule.code, Path(rule.file)) for rule in own])
            found.update({rule.code: rule for rule in own})
        return dict(sorted(found.items()))

    @cached_property
    def evidence(self) -> dict[str, Evidence]:
        """The statements of the source article by id, in the order of the file. Raises PackError."""
        found: dict[str, Evidence] = {}
        for path in self._evidence_files():
            data = _load(path, EVIDENCE)
            _refuse_twice([(entry["id"], path) for entry in data["statements"]])
            found.update({entry["id"]: Evidence(**{"paragraph": None, **entry}) for entry in data["statements"]})
        return found

    @cached_property
    def article(self) -> Article:
        """The source article of the first pack. Raises PackError."""
        return Article(**_load(self._evidence_files()[0], EVIDENCE)["article"])

    @cached_property
    def words(self) -> Path:
        """The folder with the word lists and rewrites: that of the first pack that has its own, else the shipped."""
        own = (root for root in self.roots if (root / "subjects.yaml").is_file())
        return next(own, self.root / DEFAULT)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words that the language stage matches."""
        from claimcheck.nlp.loading import load_lexicon

        return load_lexicon(self.root, self.words)

    @cached_property
    def stems(self) -> frozenset[str]:
        """What a text must hold one of to be about the subject; read without the rest of the lexicon."""
        from claimcheck.nlp.gate import load_stems

        return load_stems(self.words)

    @cached_property
    def wording(self) -> Wording:
        """The words that rewrites are made of. Raises DataError."""
        from claimcheck.rewrite.wording import load_wording

        return load_wording(self.root, self.words)

    @cached_property
    def digest(self) -> str:
        """A hash over the names and bytes of every YAML file that a result can depend on."""
        import hashlib

        digest = hashlib.sha256()
        for root in dict.fromkeys((self.root, *self.roots)):
            for path in sorted(root.rglob("*.yaml")):
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
        return digest.hexdigest()

    def _evidence_files(self) -> list[Path]:
        paths = [path for root in self.roots if (path := root / "evidence.yaml").is_file()]
        if not paths:
            raise PackError(f"{shown(self.roots[0] / 'evidence.yaml')}: no such file")
        return paths


def rules_root() -> Path:
    """The folder of the rules that ship with claimcheck: beside the package in a checkout, else as installed."""
    checkout = Path(__file__).resolve().parent.parent / "rules"
    if (checkout / LANGUAGE).is_dir():
        return checkout
    import importlib.util

    spec = importlib.util.find_spec("claimcheck_rules")
    if spec is None or not spec.submodule_search_locations:
        raise PackError("the rules that ship with claimcheck are not installed; install claimcheck-copy again")
    return Path(next(iter(spec.submodule_search_locations)))


def load_pack(packs: Sequence[str | Path] | None = None) -> Pack:
    """The named packs: ``exosome`` or a folder with ``rules/*.yaml`` and perhaps ``evidence.yaml``.

    A folder with ``subjects.yaml`` is a pack on another ingredient: all of its word lists and its ``rewrites.yaml``
    stand in for the shipped ones.

    Without names, the one that ships. Raises PackError for a folder that does not exist; what stands in the files
    is read and checked when it is first asked for.
    """
    return Pack([_root_of(pack) for pack in packs or [DEFAULT]])


def _root_of(pack: str | Path) -> Path:
    shipped = {path.name: path for path in rules_root().iterdir() if (path / "rules").is_dir()}
    if str(pack) in shipped:
        return shipped[str(pack)]
    if not (Path(pack) / "rules").is_dir():
        hint = nearest(str(pack), shipped)
        raise UnknownPackError(f"no rule pack {str(pack)!r}: neither shipped nor a folder with rules/{hint}")
    return Path(pack)


def _load(path: Path, shape: Fields) -> Any:
    try:
        data = load(path)
        check(data, shape, at(path))
    except DataError as error:
        raise PackError(str(error)) from error
    return data


def _read_rule(path: Path, evidence: Mapping[str, Evidence]) -> Rule:
    data, place = _load(path, RULE), at(path)
    if not re.fullmatch(r"[A-Z]{3}\d{3}", data["code"]):
        raise PackError(f"{place(('code',))}: a code is three capitals and three digits, found {data['code']!r}")
    for index, name in enumerate(data["evidence"]):
        if name not in evidence:
            raise PackError(f"{place(('evidence', index))}: no evidence {name!r}{nearest(name, evidence)}")
    for kind in ("flagged", "clean"):
        if len(data["examples"][kind]) < MIN_EXAMPLES:
            raise PackError(f"{place(('examples', kind))}: {data['code']} needs {MIN_EXAMPLES} {kind} examples or more")
    return Rule(
        **{key: data[key] for key in ("code", "name", "title", "message", "what", "why", "reword")},
        families=tuple(data.get("families", ())),
        categories=tuple(data.get("categories", ("benefit",))),
        evidence=tuple(data["evidence"]),
        examples=tuple(_examples(data["examples"])),
        severity=data.get("severity"),
        url=data.get("url", ""),
        file=str(path),
    )


def _examples(data: Mapping[str, Sequence[Any]]) -> Iterator[Example]:
    for kind in ("flagged", "clean"):
        for entry in data[kind]:
            yield Example(flagged=kind == "flagged", **({"text": entry} if isinstance(entry, str) else entry))


def _refuse_twice(entries: Sequence[tuple[str, Path]]) -> None:
    seen: dict[str, Path] = {}
    for name, path in entries:
        if name in seen:
            raise PackError(f"{shown(path)}: {name!r} stands twice (also in {shown(seen[name])})")
        seen[name] = path
