"""Findings that are let pass after the pipeline: accepted ones, and those on lines that nobody changed."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.model import Finding
from claimcheck.work import Work

if TYPE_CHECKING:
    from claimcheck.changes import Changes


class Baseline:
    """Lets pass what the baseline of a file's settings holds."""

    counter = "baselined"

    def __init__(self) -> None:
        self._loaded: dict[str, Collection[str]] = {}

    def passes(self, work: Work, finding: Finding) -> bool:
        """Whether the finding is in the baseline. Raises BaselineError."""
        file = work.settings.baseline
        if file is not None and file not in self._loaded:
            from claimcheck.baseline import load_baseline

            self._loaded[file] = load_baseline(file).keys()
        return file is not None and finding.fingerprint in self._loaded[file]


class Unchanged(NamedTuple):
    """Lets pass what stands on lines without a change."""

    changes: Changes
    counter: str = "unchanged"

    def passes(self, work: Work, finding: Finding) -> bool:
        """Whether no line of the finding changed; of a packed file, whether nothing did."""
        if work.packed:
            return not self.changes.touches_file(work.source)
        first, last = work.file.location(finding.start)[0], work.file.location(max(finding.end - 1, finding.start))[0]
        return not self.changes.touches(work.source, first, last)
