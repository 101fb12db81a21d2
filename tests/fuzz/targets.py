"""What must hold for any bytes, one function per part: hypothesis, saved inputs and atheris all call these.

A target takes bytes and raises AssertionError, or whatever went wrong, where claimcheck breaks a promise.
"""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from claimcheck.baseline import load_baseline
from claimcheck.cache import INDEX, Cache
from claimcheck.changes import _hunks
from claimcheck.config import Resolver, place_of
from claimcheck.extract import FORMATS, extract, unpack
from claimcheck.fix import apply, fix_file
from claimcheck.globs import globs
from claimcheck.model import Block, ClaimcheckError, Finding, SourceFile
from claimcheck.nlp import analyse
from claimcheck.nlp.gate import may_mention
from claimcheck.packs import Pack, load_pack
from claimcheck.pipeline import check
from claimcheck.register import load_register
from claimcheck.selection import Selection
from claimcheck.settings import Settings
from claimcheck.source import decode
from claimcheck.suppress import parse
from claimcheck.work import Work

Target = Callable[[bytes], None]
TODAY = datetime.date(2030, 1, 1)
FIXTURES = Path(__file__).parent.parent / "extract" / "fixtures"
PUNCTUATION = (
    *(". , ; : ? ! – ( ) “ ” ' - / % 3 50 12-week & a an the our your its of in on for to with by from and or but if"),
    *("\n\n", "\n\n# ", "\n\n- ", "\n", "it", "they", "this", "may", "not", "can", "will", "be", "is", "are", "was"),
)


@cache
def shipped() -> Pack:
    """The pack that ships."""
    return load_pack()


@cache
def vocabulary() -> list[str]:
    """Words and marks that the grammar knows, those of the subject often enough to meet a claim."""
    words = sorted(word.text for word in shipped().lexicon.all_words())
    return [*words[:: max(len(words) // 4096, 1)], *("exosomes", "our exosome serum", *PUNCTUATION) * 8]


def spoken(data: bytes) -> str:
    """Text of the grammar's own words, two bytes to a word."""
    words = vocabulary()
    picks = (words[int.from_bytes(data[at : at + 2], "big") % len(words)] for at in range(0, len(data), 2))
    return "Exosomes " + " ".join(picks)


def work_of(text: str, path: str) -> Work:
    """A text as a file of that name under the default settings."""
    return Work(SourceFile(path, text), Settings(Path("/")), None, path, path, Path(path), TODAY)


def blocks_fit(blocks: list[Block], text: str) -> None:
    """Assert what every stage after extraction relies on."""
    for number, block in enumerate(blocks):
        assert block.text == " ".join(block.text.split()) != ""
        for other in (block.heading, block.lead):
            assert other is None or (0 <= other < len(blocks) and other != number)
        assert block.heading is None or block.heading < len(blocks)
        starts = [segment.text_start for segment in block.map.segments]
        assert starts[0] == 0
        assert starts == sorted(set(starts))
        for segment, end in zip(block.map.segments, [*starts[1:], len(block.text)], strict=True):
            assert 0 <= segment.source_start < segment.source_end <= len(text)
            if segment.verbatim:
                assert block.text[segment.text_start : end] == text[segment.source_start : segment.source_end]


def findings_fit(findings: tuple[Finding, ...], text: str) -> None:
    """Assert that findings and their edits lie in the text, and in order."""
    assert list(findings) == sorted(findings, key=lambda each: (each.start, each.end, each.code))
    for each in findings:
        assert 0 <= each.start < each.end <= len(text)
        for edit in each.fix.edits if each.fix else ():
            assert 0 <= edit.start <= edit.end <= len(text)


def extractor(format: str) -> Target:
    """Any text in one format, a passage of a fixture before it."""

    def target(data: bytes) -> None:
        text = data.decode("utf-8", "ignore")
        with suppress(ClaimcheckError):  # a script without an end
            blocks_fit(extract(SourceFile("x", text), format), text)

    return target


def docx(data: bytes) -> None:
    """Any bytes as a packed document."""
    try:
        unpacked = unpack(data, "x.docx")
    except ClaimcheckError:
        return
    assert unpacked is not None
    blocks_fit(unpacked[1], unpacked[0].text)


def grammar(data: bytes) -> None:
    """Known words in any order: every claim lies in its block, every cue has a scope in it."""
    text = spoken(data)
    blocks = extract(SourceFile("x.md", text))
    for claim in analyse(blocks, shipped().lexicon, ("Velmira",)):
        length = len(blocks[claim.block].text)
        places = [claim.unit, claim.effect, (claim.start, claim.end)]
        places += [place for cue in claim.cues for place in ((cue.start, cue.end), cue.scope)]
        places += [(verb.start, verb.end) for verb in claim.verbs]
        assert 0 <= claim.level <= 4
        assert all(0 <= start <= end <= length for start, end in places)


def checked(data: bytes) -> None:
    """Known words through the whole of a check, strictly; then the fixer, unsafe fixes included."""
    text, work = spoken(data), work_of("", "x.md")

    def findings_of(text: str) -> tuple[Finding, ...]:
        settings = replace(work.settings, strict=bool(data[:1] < b"\x80"))
        found = check(work._replace(settings=settings, file=SourceFile("x.md", text))).findings
        findings_fit(found, text)
        return found

    fixed = fix_file(SourceFile("x.md", text), findings_of, unsafe=True)
    assert fixed.left == tuple(findings_of(fixed.text))


def marked_up(data: bytes) -> None:
    """Claims among the mark-up of a format, with directives: checked and fixed."""
    names = sorted(path.name for path in FIXTURES.iterdir() if path.suffix not in (".blocks", ".findings", ".docx"))
    name, rest = names[data[0] % len(names) if data else 0], data[1:].decode("utf-8", "ignore")
    text = rest.replace("\x01", "Exosomes rebuild collagen. ").replace("\x02", "claimcheck: ignore[EXO1] x")

    def findings_of(text: str) -> tuple[Finding, ...]:
        found = check(work_of(text, name)).findings
        findings_fit(found, text)
        return found

    with suppress(ClaimcheckError):
        fix_file(SourceFile(name, text), findings_of, unsafe=True)


def configuration(data: bytes) -> None:
    """Any bytes as a configuration file: settings that can be used, or an error that says where."""
    for name in (".claimcheck.yaml", "pyproject.toml"):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, ".git").mkdir()
            Path(folder, name).write_bytes(data if name[0] == "." else b"[tool.claimcheck]\n" + data)
            try:
                settings = Resolver().settings(Path(folder))
                Selection(settings).check(shipped().rules, partial(place_of, settings))
                assert settings.excluded.match("a/b.md") in (True, False, None)
                for pattern in settings.per_file_ignores:
                    globs([pattern]).match("a/b.md")
            except ClaimcheckError as error:
                assert name in str(error) or "no rule" in str(error) or "pattern" in str(error), error


def pack(data: bytes) -> None:
    """Any bytes as a rule, as evidence, as word lists and as a register."""
    with tempfile.TemporaryDirectory() as folder:
        for name, ask in (("rules/A.yaml", "rules"), ("evidence.yaml", "evidence"), ("subjects.yaml", "stems")):
            path = Path(folder, name.replace("/", "-"), name)
            path.parent.mkdir(parents=True)
            (path.parent.parent if "/" in name else path.parent).joinpath("rules").mkdir(exist_ok=True)
            path.write_bytes(data)
            try:
                getattr(load_pack([path.parents[name.count("/")]]), ask)
            except ClaimcheckError as error:
                assert str(error)
        file = Path(folder, "register.yaml")
        file.write_bytes(data)
        try:
            load_register(str(file))
        except ClaimcheckError as error:
            assert "register.yaml" in str(error)


def stored(data: bytes) -> None:
    """Any bytes as the cache, which then is none, and as a baseline."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, INDEX)
        file.write_bytes(data)
        cache = Cache(Path(folder)).load()
        for path in list(cache.entries):
            cache.by_content(path, "", b"")
        cache.put("a", "", "", check(work_of("", "a.md")))
        cache.save()
        assert "a" in json.loads(file.read_bytes())["files"]
        file.write_bytes(data)
        try:
            load_baseline(str(file))
        except ClaimcheckError as error:
            assert INDEX in str(error)


def patterns(data: bytes) -> None:
    """Any lines as path patterns, the last as a path: they compile, and match alone as they do together."""
    *lines, path = data.decode("utf-8", "ignore").split("\n")
    together = globs(lines)
    matched = together.match(path)
    if matched:
        assert together.matching(path) in lines
    if matched is None:
        assert all(globs([line]).match(path) is None for line in lines)


def text_of_file(data: bytes) -> None:
    """Any bytes as a file, its gate, its directives, and a diff."""
    try:
        file = decode(data, "x.md")
    except ClaimcheckError:
        return
    may_mention(file.text, shipped().stems)
    with suppress(ClaimcheckError):
        parse([(file.text, 0, len(file.text))], extract(file), file)
    list(_hunks(file.text))
    apply(file.text, [])


TARGETS: dict[str, Target] = {
    **{f"extract-{name}": extractor(name) for name in sorted(FORMATS)},
    "checked": checked,
    "configuration": configuration,
    "docx": docx,
    "grammar": grammar,
    "marked-up": marked_up,
    "pack": pack,
    "patterns": patterns,
    "stored": stored,
    "text": text_of_file,
}
