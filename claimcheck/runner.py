"""Many files through the pipeline: read, gate, then the language stages, in one process or several."""

from __future__ import annotations

import datetime
import hashlib
import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from claimcheck.cache import Cache, build
from claimcheck.config import Resolver, project_root
from claimcheck.discovery import Found, Skipped, failure
from claimcheck.model import ClaimcheckError, Failure, Finding, SourceFile
from claimcheck.packs import DEFAULT
from claimcheck.paths import absolute, shown
from claimcheck.pipeline import TEXT, Outcome, Work, check, may_matter, pack_of
from claimcheck.register import Entry, load_register
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


@dataclass(frozen=True)
class Job:
    """A file that may have findings."""

    work: Work
    outcome: Outcome | None = None
    """Known from an earlier run."""
    remember: tuple[Path, str, bytes] | None = None
    """What to remember the outcome under."""


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
    cache: Cache | None = None
    progress: Callable[[int, int], None] | None = None
    """Called with the number of files that went through the language stage, and of all that will."""
    _folders: dict[str, str] = field(default_factory=dict)
    _registers: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    _contexts: dict[str, str] = field(default_factory=dict)
    _ready: set[str] = field(default_factory=set)

    def run(self, found: Iterable[Found]) -> Result:
        """Check every target; what cannot be checked becomes a failure and stops nothing else."""
        result = Result(pack_of((DEFAULT,)))
        jobs = [job for each in found if (job := self._job(each, result))]
        self._check(jobs, result)
        if self.cache is not None:
            self.cache.save()
        return result

    def run_text(self, text: bytes, path: str) -> Result:
        """Check one text, for example standard input, as if it stood at ``path``."""
        result, works = self.prepare_text(text, path)
        self._check([Job(work) for work in works], result)
        return result

    def prepare(self, found: Iterable[Found]) -> tuple[Result, list[Work]]:
        """Read every target; returns a result with the failures so far, and the files that may hold a claim."""
        result = Result(pack_of((DEFAULT,)))
        self.cache = None
        return result, [job.work for each in found if (job := self._job(each, result))]

    def prepare_text(self, text: bytes, path: str) -> tuple[Result, list[Work]]:
        """The same for one text."""
        result = Result(pack_of((DEFAULT,)))
        try:
            work = self.read(text, path, Path(path))
        except ClaimcheckError as error:
            result.fail(failure(path, error))
            return result, []
        result.checked.append(work.identity)
        return result, [work] if may_matter(work) else []

    def read(self, content: bytes, name: str, path: Path) -> Work:
        """A file with these bytes and its settings, shown as ``name``. Raises ClaimcheckError."""
        from claimcheck.extract import unpack

        unpacked = unpack(content, name)
        if unpacked is None:
            return self.work(decode(content, name), path)
        return replace(self.work(unpacked[0], path), packed=content)

    def work(self, file: SourceFile, path: Path, format: str | None = None) -> Work:
        """A decoded file with its settings; ``format`` overrides its suffix. Raises ClaimcheckError."""
        settings = self.resolver.settings(path.parent)
        self._prepare_packs(settings)
        return Work(
            file,
            settings,
            format=format or (None if path.suffix.lower() in self.suffixes else TEXT),
            identity=self.identity(path),
            path=settings.relative(path),
            source=path,
            today=self.today,
            register=self._register(settings),
        )

    def _job(self, each: Found, result: Result) -> Job | None:
        if isinstance(each, Skipped):
            result.skipped.append((each.path, each.reason))
        elif isinstance(each, Failure):
            result.fail(each)
        else:
            try:
                return self._target_job(each.path, result)
            except ClaimcheckError as error:
                result.fail(failure(shown(each.path), error))
        return None

    def _target_job(self, path: Path, result: Result) -> Job | None:
        """What is left to do for a file: nothing if it cannot have findings."""
        context = self._context(self.resolver.settings(path.parent))
        known = self.cache.by_time(path, context) if self.cache else None
        if known is not None and not known.findings:
            result.checked.append(self.identity(path))
            _count(known, shown(path), result)
            return None
        content = read_bytes(path)
        work = self.read(content, shown(path), path)
        result.checked.append(work.identity)
        known = self.cache.by_content(path, context, content) if self.cache else None
        if known is not None:
            named = tuple(replace(finding, path=work.file.path) for finding in known.findings)
            return Job(work, replace(known, findings=named))
        if may_matter(work):
            return Job(work, remember=(path, context, content))
        self._remember((path, context, content), Outcome())
        return None

    def _remember(self, place: tuple[Path, str, bytes] | None, outcome: Outcome) -> None:
        if self.cache is not None and place is not None:
            self.cache.put(*place, outcome)

    def _register(self, settings: Settings) -> tuple[Entry, ...]:
        file = settings.register
        if file is not None and file not in self._registers:
            self._registers[file] = load_register(file)
        return self._registers[file] if file is not None else ()

    def _context(self, settings: Settings) -> str:
        """All but the content that the result of a file depends on."""
        if self.cache is None:
            return ""
        key = settings.digest
        if key not in self._contexts:
            register = [*self._register(settings), self.today] if settings.register else []
            parts = (build(), pack_of(settings.packs).digest, key, *map(repr, register))
            self._contexts[key] = hashlib.sha256("\0".join(parts).encode()).hexdigest()
        return self._contexts[key]

    def identity(self, path: Path) -> str:
        """The path relative to its repository: what fingerprints and baselines call the file."""
        folder, name = os.path.split(absolute(path))
        if folder not in self._folders:
            self._folders[folder] = _below(Path(folder), project_root(Path(folder)))
        return self._folders[folder] + name

    def _prepare_packs(self, settings: Settings) -> None:
        """Packs of the user's own, and selectors, are read before the first file, so that no error stays hidden."""
        if settings.digest in self._ready:
            return
        if settings.packs != (DEFAULT,) or settings.origins.keys() & CODE_KEYS:
            Selection(settings).check(pack_of(settings.packs).rules)
        self._ready.add(settings.digest)

    def _check(self, jobs: Sequence[Job], result: Result) -> None:
        open_jobs = [job for job in jobs if job.outcome is None]
        outcomes = self._outcomes([job.work for job in open_jobs])
        for count, job in enumerate(jobs):
            if self.progress is not None:
                self.progress(count, len(jobs))
            work, checked = job.work, job.outcome or next(outcomes)
            if isinstance(checked, Failure):
                result.fail(checked)
                continue
            self._remember(job.remember, checked)
            if self.fixer is not None and checked.findings:
                work, checked = self.fixer(work, checked)
            self._add(work, checked, result)

    def _add(self, work: Work, outcome: Outcome, result: Result) -> None:
        path = work.file.path
        _count(outcome, path, result)
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
        pool = ProcessPoolExecutor(workers, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
        try:
            yield from pool.map(check_safely, works, chunksize=max(1, min(32, len(works) // (4 * workers))))
        except BaseException:
            for process in multiprocessing.active_children():
                process.terminate()
            raise
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


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


def _count(outcome: Outcome, path: str, result: Result) -> None:
    """Add up what was let pass in a file."""
    result.suppressed += outcome.suppressed
    result.registered += outcome.registered
    if outcome.foreign:
        strings = "1 string" if outcome.foreign == 1 else f"{outcome.foreign} strings"
        result.skipped.append((path, f"{strings} not in English"))


def _below(folder: Path, root: Path) -> str:
    """The prefix of a folder's files as seen from the root."""
    if not folder.is_relative_to(root):
        return folder.as_posix() + "/"
    prefix = folder.relative_to(root).as_posix()
    return "" if prefix == "." else prefix + "/"
