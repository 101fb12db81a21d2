"""Many files through the pipeline: read, gate, then the language stages, in one process or several."""

from __future__ import annotations

import datetime
import os
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from claimcheck.config import Resolver, project_root
from claimcheck.discovery import Found, Skipped, Target, failure
from claimcheck.model import ClaimcheckError, Failure, Finding, SourceFile
from claimcheck.packs import DEFAULT
from claimcheck.paths import shown
from claimcheck.pipeline import TEXT, Outcome, Work, check, may_matter, pack_of
from claimcheck.register import load_register
from claimcheck.result import Result
from claimcheck.selection import Selection
from claimcheck.settings import Settings
from claimcheck.source import decode, read_bytes

PARALLEL_FROM = 1_000_000
"""Characters of copy that mentions a subject before a second process pays for its start."""

Checked = Outcome | Failure
Fixer = Callable[[Work, Outcome], tuple[Work, Outcome]]


class Filter(Protocol):
    """Lets findings pass that the project has accepted, or has not asked about."""

    @property
    def counter(self) -> str:
        """The field of ``Result`` that counts them."""

    def passes(self, work: Work, finding: Finding) -> bool:
        """Whether to let a finding pass."""


@dataclass
class Runner:
    """Checks files under the settings that a resolver finds for them."""

    resolver: Resolver
    suffixes: frozenset[str]
    """What has a reader of its own; anything else is read as plain text."""
    jobs: int = 1
    verbose: bool = False
    today: datetime.date = field(default_factory=datetime.date.today)
    filters: Sequence[Filter] = ()
    """What may let findings pass after the pipeline; the first that does is counted."""
    fixer: Fixer | None = None
    works: dict[str, Work] = field(default_factory=dict)
    """The files with findings, by ``Finding.path``."""
    _ready: set[str] = field(default_factory=set)

    def run(self, found: Iterable[Found]) -> Result:
        """Check every target; what cannot be checked becomes a failure and stops nothing else."""
        result = Result(pack_of((DEFAULT,)))
        works = [work for each in found if (work := self._prepare(each, result))]
        self._check(works, result)
        return result

    def run_text(self, text: bytes, path: str) -> Result:
        """Check one text, for example standard input, as if it stood at ``path``."""
        result = Result(pack_of((DEFAULT,)))
        try:
            work = self.work(decode(text, path), Path(path))
            result.checked.append(work.identity)
            self._check([work] if may_matter(work) else [], result)
        except ClaimcheckError as error:
            result.fail(failure(path, error))
        return result

    def work(self, file: SourceFile, path: Path, format: str | None = None) -> Work:
        """A decoded file with its settings; ``format`` overrides its suffix. Raises ClaimcheckError."""
        settings = self.resolver.settings(path.parent)
        self._prepare_packs(settings)
        return Work(
            file,
            settings,
            format=format or (None if path.suffix.lower() in self.suffixes else TEXT),
            identity=_relative(path, project_root(path.parent)),
            path=settings.relative(path),
            today=self.today,
            register=load_register(settings.register) if settings.register else (),
        )

    def _prepare(self, each: Found, result: Result) -> Work | None:
        if isinstance(each, Skipped):
            result.skipped.append((each.path, each.reason))
        elif isinstance(each, Failure):
            result.fail(each)
        else:
            return self._read(each, result)
        return None

    def _read(self, target: Target, result: Result) -> Work | None:
        try:
            work = self.work(decode(read_bytes(target.path), shown(target.path)), target.path)
            result.checked.append(work.identity)
            return work if may_matter(work) else None
        except ClaimcheckError as error:
            result.fail(failure(shown(target.path), error))
            return None

    def _prepare_packs(self, settings: Settings) -> None:
        """Packs of the user's own, and selectors, are read before the first file, so that no error stays hidden."""
        if settings.digest in self._ready:
            return
        if settings.packs != (DEFAULT,) or settings.origins.keys() & CODE_KEYS:
            Selection(settings).check(pack_of(settings.packs).rules)
        self._ready.add(settings.digest)

    def _check(self, works: Sequence[Work], result: Result) -> None:
        for work, checked in zip(works, self._outcomes(works), strict=True):
            if isinstance(checked, Failure):
                result.fail(checked)
                continue
            if self.fixer is not None and checked.findings:
                work, checked = self.fixer(work, checked)
            self._add(work, checked, result)

    def _add(self, work: Work, outcome: Outcome, result: Result) -> None:
        path = work.file.path
        result.suppressed += outcome.suppressed
        result.registered += outcome.registered
        kept = []
        for finding in outcome.findings:
            passing = next((each for each in self.filters if each.passes(work, finding)), None)
            if passing is None:
                kept.append(finding)
            else:
                setattr(result, passing.counter, getattr(result, passing.counter) + 1)
        if kept:
            result.findings += kept
            result.sources[path] = work.file
            result.fail_on[path] = work.settings.fail_on
            result.identities[path] = work.identity
            self.works[path] = work

    def _outcomes(self, works: Sequence[Work]) -> Iterator[Checked]:
        workers = min(self.jobs or os.cpu_count() or 1, len(works))
        if workers < 2 or sum(len(work.file.text) for work in works) < PARALLEL_FROM:
            yield from map(check_safely, works)
            return
        with ProcessPoolExecutor(workers) as pool:
            yield from pool.map(check_safely, works, chunksize=max(1, min(32, len(works) // (4 * workers))))


CODE_KEYS = {"select", "ignore", "extend-select", "severity", "per-file-ignores", "ignores"}


def check_safely(work: Work) -> Checked:
    """The outcome of one file; an error of whatever kind becomes its failure."""
    try:
        return check(work)
    except ClaimcheckError as error:
        return failure(work.file.path, error)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
        return Failure(work.file.path, f"internal error: {type(error).__name__}: {error} ({place})")


def _relative(path: Path, root: Path) -> str:
    absolute = Path(os.path.normpath(path.absolute()))
    return (absolute.relative_to(root) if absolute.is_relative_to(root) else absolute).as_posix()
