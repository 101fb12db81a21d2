"""``--fix`` and ``--diff``: apply the fixes of one file after another, each proved by checking the new text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from claimcheck.fix import Withheld, encoded, fix_file, unified_diff, write_atomic
from claimcheck.model import Failure, Finding
from claimcheck.runner import Filter
from claimcheck.source import ReadError, decode, read_bytes
from claimcheck.work import Outcome, Work
from claimcheck.workers import check_safely


class _UncheckedError(Exception):
    """The new text of a file could not be checked."""


@dataclass
class Fixer:
    """Fixes files as they are checked, and remembers what it did."""

    unsafe: bool
    write: bool
    """False leaves the files as they are."""
    filters: tuple[Filter, ...] = ()
    applied: list[Finding] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    diffs: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    read_only: list[str] = field(default_factory=list)
    """Files with findings whose format can only be read."""
    texts: dict[str, bytes] = field(default_factory=dict)
    """The fixed texts by path, in the encoding that they came in."""

    def __call__(self, work: Work, outcome: Outcome) -> tuple[Work, Outcome]:
        """The file after fixing and what is left of its findings; as before where nothing could be fixed."""
        if work.packed:
            self.read_only.append(work.file.path)
            return work, outcome
        latest = outcome

        def findings_of(text: str) -> tuple[Finding, ...]:
            nonlocal latest
            if text == work.file.text:
                return outcome.findings
            checked = check_safely(work._replace(file=replace(work.file, text=text)))
            if isinstance(checked, Failure):
                raise _UncheckedError(checked.message)
            latest = checked
            return latest.findings

        def wanted(finding: Finding) -> bool:
            return not any(each.passes(work, finding) for each in self.filters)

        try:
            fixed = fix_file(work.file, findings_of, self.unsafe, wanted)
        except _UncheckedError as error:
            self.failures.append(Failure(work.file.path, f"not fixed: what it would become cannot be checked: {error}"))
            return work, outcome
        self.withheld += fixed.withheld
        if fixed.text == work.file.text or not self._save(work, fixed.text):
            return work, outcome
        self.applied += fixed.applied
        new = work._replace(file=replace(work.file, text=fixed.text))
        return new, latest._replace(findings=fixed.left)

    def _save(self, work: Work, text: str) -> bool:
        path = work.file.path
        self.texts[path] = encoded(work.file, text)
        self.diffs.append(unified_diff(work.file, text, work.identity))
        if not self.write:
            return True
        try:
            if decode(read_bytes(work.source), path) != work.file:
                raise ReadError("it changed while it was being checked")
            write_atomic(work.source, work.file, text)
        except (OSError, ReadError) as error:
            self.failures.append(Failure(path, f"not fixed: {getattr(error, 'strerror', None) or error}"))
            return False
        return True
