"""Edits → text: apply fixes, prove each by linting the result again, and write the file as a whole or not at all."""

from __future__ import annotations

import codecs
import difflib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.model import Edit, Finding, Fix, Range, SourceFile
from claimcheck.writing import write_whole

MAX_PASSES = 10
BOMS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}

FindingsOf = Callable[[str], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Withheld:
    """A fix that was not applied because the text was no better for it: an error of ours to report."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of a file: its new text, the findings that are gone, those that stay, and the withheld fixes."""

    text: str
    applied: tuple[Finding, ...]
    left: tuple[Finding, ...]
    """Findings of the new text."""
    withheld: tuple[Withheld, ...] = ()


def apply(text: str, fixes: Iterable[Fix]) -> tuple[str, list[Fix], list[Fix]]:
    """The text with the fixes made, last edit first, and which were applied and which skipped.

    A fix whose edits overlap or touch those of one before it is skipped as a whole; one that is identical to it counts
    as applied.
    """
    taken: list[Edit] = []
    applied: list[Fix] = []
    skipped: list[Fix] = []
    for fix in sorted(fixes, key=lambda each: [(edit.start, edit.end) for edit in each.edits]):
        new = [edit for edit in fix.edits if edit not in taken]
        if any(_touch(edit, other) for edit in new for other in taken):
            skipped.append(fix)
            continue
        taken += new
        applied.append(fix)
    for edit in sorted(taken, key=lambda each: each.start, reverse=True):
        text = text[: edit.start] + edit.content + text[edit.end :]
    return text, applied, skipped


def _touch(one: Edit, other: Edit) -> bool:
    return one.start <= other.end and other.start <= one.end


def fix_file(
    file: SourceFile, findings_of: FindingsOf, unsafe: bool = False, wanted: Callable[[Finding], bool] | None = None
) -> Fixed:
    """Apply the fixes of a file in bounded passes, each proved by linting its result.

    ``findings_of`` lints a text as this file. A fix that does not remove its finding, or that brings another, is
    withheld, and the pass is repeated without it; at the end each withheld fix is tried once more alone, since the one
    next to it may have been to blame. The file itself is not touched.
    """
    text, found = file.text, list(findings_of(file.text))
    applied: list[Finding] = []
    withheld: list[Withheld] = []
    for _ in range(MAX_PASSES):
        barred = {_key(each.finding) for each in withheld}
        open_ = [each for each in found if _offers(each, unsafe, wanted) and _key(each) not in barred]
        if not open_:
            break
        new, made, _ = apply(text, [each.fix for each in open_ if each.fix])
        done = [each for each in open_ if each.fix in made]
        after = list(findings_of(new))
        failed = _unproved(found, after, done)
        if failed:
            withheld += failed
            continue
        text, found = new, after
        applied += done
    for each in tuple(withheld):
        if not any(_names(each.finding) == _names(other) for other in found):
            withheld.remove(each)  # the fix next to it did the work
            continue
        alone = next((other for other in found if _key(other) == _key(each.finding)), None)
        if alone is None or alone.fix is None:
            continue
        new, _, _ = apply(text, [alone.fix])
        after = list(findings_of(new))
        if not _unproved(found, after, [alone]):
            text, found = new, after
            applied.append(alone)
            withheld.remove(each)
    return Fixed(text, tuple(applied), tuple(found), tuple(withheld))


def _offers(finding: Finding, unsafe: bool, wanted: Callable[[Finding], bool] | None) -> bool:
    kinds = ("safe", "unsafe") if unsafe else ("safe",)
    offered = finding.fix is not None and bool(finding.fix.edits) and finding.fix.applicability in kinds
    return offered and (wanted is None or wanted(finding))


def _key(finding: Finding) -> tuple[str, str, str, tuple[str, ...]]:
    """What makes a finding the same after edits elsewhere: not its place, which they move."""
    contents = tuple(edit.content for edit in finding.fix.edits) if finding.fix else ()
    return finding.code, finding.unit, finding.effect, contents


def _names(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.effect


def _unproved(before: Sequence[Finding], after: Sequence[Finding], done: Sequence[Finding]) -> list[Withheld]:
    """The fixes to withhold: their finding is still there, or one that was not there before stands nearest to them."""
    shift = Shift([edit for each in done if each.fix for edit in each.fix.edits])
    made = set(map(id, done))
    left = {_names(each) for each in before if id(each) not in made}
    rest = [other for other in after if _names(other) not in left]
    failed = {
        index: "the finding is still there"
        for index, each in enumerate(done)
        if any(_same(each, other) and _overlap(shift.range(each), (other.start, other.end)) for other in rest)
    }
    for other in _unknown(before, after, shift):
        nearest = min(range(len(done)), key=lambda index: _distance(shift.range(done[index]), (other.start, other.end)))
        failed.setdefault(nearest, f"it brings {other.code} “{other.effect}”")
    return [Withheld(done[index], reason) for index, reason in sorted(failed.items())]


def _same(finding: Finding, other: Finding) -> bool:
    """Whether a finding of the new text is this one: the same rule on the same last word, inflection apart."""
    old, new = (words.lower().split()[-1:] for words in (finding.effect, other.effect))
    return finding.code == other.code and [word[:5] for word in old] == [word[:5] for word in new]


def _unknown(before: Sequence[Finding], after: Sequence[Finding], shift: Shift) -> list[Finding]:
    """The findings of the new text that none of the old ones accounts for."""
    open_ = [(each, shift.range(each)) for each in before]
    unknown = []
    for other in after:
        place = (other.start, other.end)
        near = [pair for pair in open_ if pair[0].code == other.code and _overlap(pair[1], place)]
        if not near:
            unknown.append(other)
            continue
        open_.remove(next((pair for pair in near if pair[0].effect == other.effect), near[0]))
    return unknown


class Shift:
    """Where offsets of a text are after edits."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.edits = sorted(set(edits), key=lambda edit: edit.start)
        self.starts = [edit.start for edit in self.edits]

    def offset(self, old: int, end: bool = False) -> int:
        """The new place of an offset; inside an edit, the new text's start or end."""
        count = bisect_right(self.starts, old) if end else bisect_right(self.starts, old - 1)
        moved = old
        for edit in self.edits[:count]:
            if edit.end > old:
                return moved - old + edit.start + (len(edit.content) if end else 0)
            moved += len(edit.content) - (edit.end - edit.start)
        return moved

    def range(self, finding: Finding) -> Range:
        """The new range of a finding with the edits of its fix."""
        edits = finding.fix.edits if finding.fix else ()
        start = min([finding.start, *(edit.start for edit in edits)])
        end = max([finding.end, *(edit.end for edit in edits)])
        return self.offset(start), self.offset(end, end=True)


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _distance(one: Range, other: Range) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def encoded(file: SourceFile, text: str) -> bytes:
    """The text as bytes in the encoding of the file, with its byte-order mark if it had one."""
    return (BOMS.get(file.encoding, b"") if file.bom else b"") + text.encode(file.encoding)


def write_atomic(path: Path, file: SourceFile, text: str) -> None:
    """Replace a file by the text in its own encoding and byte-order mark; see ``write_whole``. Raises OSError."""
    write_whole(path, encoded(file, text))


def unified_diff(file: SourceFile, text: str, path: str | None = None) -> str:
    """The change of a file as a diff that ``git apply`` takes; empty where nothing changed."""
    name = path or file.path
    tab = "\t" if " " in name else ""
    mark = "\ufeff" if file.bom else ""
    old, new = _lines(mark + file.text), _lines(mark + text)
    if old == new:
        return ""
    lines = [f"--- a/{name}{tab}\n", f"+++ b/{name}{tab}\n", *_hunks(old, new)]
    return "".join(line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines)


def _hunks(old: list[str], new: list[str]) -> Iterator[str]:
    """The hunks with three lines around each change.

    Lines are compared place by place where their number is the same: difflib takes a line that stands often, as a blank
    one does, for changed between two changes.
    """
    same = len(old) == len(new)
    one, two = ([(number if same else 0, line) for number, line in enumerate(lines)] for lines in (old, new))
    for group in difflib.SequenceMatcher(None, one, two).get_grouped_opcodes(3):
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"
        for kind, start, end, new_start, new_end in group:
            if kind == "equal":
                yield from (" " + line for line in old[start:end])
                continue
            yield from ("-" + line for line in old[start:end])
            yield from ("+" + line for line in new[new_start:new_end])


def _range(start: int, end: int) -> str:
    """The first line and the number of lines; of no lines, the line before."""
    return f"{start + (end > start)},{end - start}"


def _lines(text: str) -> list[str]:
    """The lines as git counts them: only a line feed ends one."""
    lines = text.split("\n")
    return [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
