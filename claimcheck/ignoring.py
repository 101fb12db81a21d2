"""``--add-ignore``: write suppression comments, each proved by checking the new text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimcheck.fix import write_atomic
from claimcheck.model import Finding, SourceFile
from claimcheck.paths import suffix
from claimcheck.pipeline import blocks_of, check
from claimcheck.work import Work

MARKUP, HASH, SLASHES, BRACES, DOTS, NOTE = "<!-- {} -->", "# {}", "// {}", "{{/* {} */}}", ".. {}\n", "NOTE {}\n"
STYLES = {
    "asciidoc": (SLASHES,),
    "astro": (MARKUP,),
    "front-matter": (HASH,),
    "html": (MARKUP,),
    "js": (SLASHES,),
    "jsx": (SLASHES, BRACES),
    "markdown": (MARKUP,),
    "php": (SLASHES, MARKUP),
    "po": (HASH,),
    "rst": (DOTS,),
    "subtitles": (NOTE,),
    "svelte": (MARKUP,),
    "toml": (HASH,),
    "vue": (MARKUP,),
    "xliff": (MARKUP,),
    "yaml": (HASH,),
}
"""The first word of a block's scope → the comments of the language that it is written in."""
OWN_STYLES = {(".mdx", "html"): (BRACES,), (".mdx", "markdown"): (BRACES,), (".srt", "subtitles"): ()}
"""Suffix and first word of the scope → comments, where a file's kind differs."""
WHOLE = ("po", "subtitles")
"""Where a comment stands above all lines of an entry, never inside."""
MAX_LINES = 8
"""Lines to go up from a claim: to the start of its tag, entry or long string."""

CODE = (("<?", "?>"), ("<script", "</script"), ("<style", "</style"))

_IN_A_TAG = re.compile(r"<[A-Za-z/!][^<>]*\Z")
Insertion = tuple[int, str]
"""Where something is put into a text, and what."""


def add_ignores_to(work: Work, findings: Sequence[Finding], reason: str) -> tuple[int, list[Finding]]:
    """Write comments into a file; returns how many findings they let pass, and those left.

    Raises OSError and ClaimcheckError; the file is then as it was.
    """
    rows: dict[int, list[Finding]] = {}
    for finding in findings:
        rows.setdefault(work.file.location(finding.start)[0], []).append(finding)
    file, made, left = work.file, list[Insertion](), list[Finding]()
    for row in sorted(rows, reverse=True):
        insertion = _comment(work, file, [_moved(each, made) for each in rows[row]], reason)
        if insertion is None:
            left += rows[row]
        else:
            made.append(insertion)
            file = replace(file, text=_inserted(file.text, insertion))
    if made:
        write_atomic(work.source, work.file, file.text)
    return len(findings) - len(left), left


def _comment(work: Work, file: SourceFile, findings: Sequence[Finding], reason: str) -> Insertion | None:
    """The comment that lets exactly these findings of one line pass and changes no copy; None where none does."""
    copy, before = _copy(work, file), _found(work, file)
    codes = ",".join(sorted({each.code for each in findings}))
    said = " " + " ".join(reason.replace("--", "–").replace("*/", "").split()) if reason.strip() else ""
    language = re.split(r"[.:]", findings[0].scope)[0]
    styles = OWN_STYLES.get((suffix(file.path), language), STYLES.get(language, ()))
    row = file.location(findings[0].start)[0]
    left = [each for each in before if (each.code, each.start) not in {(one.code, one.start) for one in findings}]
    for insertion in _drafts(file, row, styles, f"claimcheck: ignore[{codes}]{said}", language in WHOLE):
        new = replace(file, text=_inserted(file.text, insertion))
        if _copy(work, new) == copy and _spots(_found(work, new)) == _spots(_moved(each, [insertion]) for each in left):
            return insertion
    return None


def _inserted(text: str, insertion: Insertion) -> str:
    at, comment = insertion
    return text[:at] + comment + text[at:]


def _moved(finding: Finding, insertions: Sequence[Insertion]) -> Finding:
    """The finding where it stands after the insertions."""
    start = finding.start
    for at, comment in insertions:
        start += len(comment) if at <= start else 0
    return finding._replace(start=start)


def _drafts(file: SourceFile, row: int, styles: Sequence[str], directive: str, whole: bool) -> Iterator[Insertion]:
    """The comment on a line of its own above the claim, behind the claim's line, and on a line further up."""
    newline = "\r\n" if "\r\n" in file.text else "\n"
    far = []
    for above, style in _places(file, row, styles, whole):
        start = file.line_starts[above - 1]
        indent = re.match(r"[ \t]*", file.text[start:])
        comment = (indent[0] if indent else "") + style.format(directive).replace("\n", newline) + newline
        if above == row:
            yield start, comment
        else:
            far.append((start, comment))
    end = file.line_starts[row - 1] + len(_line(file, row).rstrip())
    for style in styles:
        if not whole and not _is_inside(style, file.text[:end]):
            yield end, " " + style.format(directive).rstrip()
    yield from far


def _places(file: SourceFile, row: int, styles: Sequence[str], whole: bool) -> Iterator[tuple[int, str]]:
    """The lines that a comment may stand above, the nearest first, each with a style."""
    rows = [row]
    while rows[-1] > 1 and len(rows) < MAX_LINES and _line(file, rows[-1] - 1).strip():
        rows.append(rows[-1] - 1)
    in_a_tag = _IN_A_TAG.search(file.text[: file.line_starts[row - 1]]) is not None
    for above in rows[-1:] if whole else rows:
        last = _line(file, above - 1).strip() if above > 1 else ""
        for style in styles:
            near = above == row or in_a_tag or style in (HASH, SLASHES, NOTE)
            parts = not last or style not in (DOTS, BRACES) or (style == BRACES and last[-1] in ">}")
            first = above == 1 and style == MARKUP and file.text.startswith("<?")
            if near and parts and not first and not _is_inside(style, file.text[: file.line_starts[above - 1]]):
                yield above, style


def _is_inside(style: str, before: str) -> bool:
    """Whether this text ends inside of a tag or of a script, where a comment of mark-up is none."""
    if style not in (MARKUP, BRACES):
        return False
    return _IN_A_TAG.search(before) is not None or any(before.rfind(start) > before.rfind(end) for start, end in CODE)


def _line(file: SourceFile, row: int) -> str:
    starts = (*file.line_starts, len(file.text))
    return file.text[starts[row - 1] : starts[row]]


def _copy(work: Work, file: SourceFile) -> list[tuple[object, ...]]:
    """What a reader sees, and how it hangs together."""
    blocks = blocks_of(work._replace(file=file))
    return [(each.kind, each.text, each.scope, each.level, each.heading, each.lead, each.group) for each in blocks]


def _found(work: Work, file: SourceFile) -> Sequence[Finding]:
    return check(work._replace(file=file)).findings


def _spots(findings: Iterable[Finding]) -> list[tuple[str, int]]:
    return sorted((each.code, each.start) for each in findings)
