"""Many files through the pipeline: read, gate, then the language stages, in one process or several."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from claimcheck.cache import NOTHING, Cache, build, hash_of
from claimcheck.config import ConfigError, Resolver, place_of, project_root
from claimcheck.discovery import Found, Skipped, Target, failure
from claimcheck.extract import is_packed, text_of
from claimcheck.generated import generated
from claimcheck.model import ClaimcheckError, Failure, Finding, SourceFile
from claimcheck.packs import DEFAULT, Pack, UnknownPackError
from claimcheck.paths import absolute, readable, shown
from claimcheck.result import Result
from claimcheck.selection import Selection
from claimcheck.settings import Settings
from claimcheck.source import read_bytes
from claimcheck.work import TEXT, Outcome, Work, may_matter, pack_of
from claimcheck.workers import outcomes

if TYPE_CHECKING:
    from claimcheck.register import Entry

Fixer = Callable[[Work, Outcome], tuple[Work, Outcome]]


class Filter(Protocol):
    """Lets findings pass that the project has accepted, or has not asked about."""

    @property
    def counter(self) -> str:
        """The field of ``Result`` that counts them."""

    def passes(self, work: Work, finding: Finding) -> bool:
        """Whether to let a finding pass."""


class Job(NamedTuple):
    """A file that may have findings."""

    work: Work
    outcome: Outcome | None = None
    """Known from an earlier run."""
    remember: tuple[str, str, str] | None = None
    """What to remember the outcome under: path, context, and hash of the content."""


class Place(NamedTuple):
    """What the files of one folder share."""

    folder: str
    """Absolute, with a separator at its end."""
    prefix: str
    """What stands before their names in their identities."""
    shown: str
    """What stands before their names where people read them."""
    settings: Settings
    context: str
    """All but the content that their results depend on."""


@dataclass(eq=False, repr=False)
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
    _places: dict[str, Place] = field(default_factory=dict)
    _registers: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    _contexts: dict[tuple[int, Path], str] = field(default_factory=dict)
    _ready: set[int] = field(default_factory=set)

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
            works = [work] if may_matter(work.file, work.settings) else []
        except ClaimcheckError as error:
            result.fail(failure(path, error))
            return result, []
        result.checked.append(work.identity)
        return result, works

    def read(self, content: bytes, name: str, path: Path) -> Work:
        """A file with these bytes and its settings, shown as ``name``. Raises ClaimcheckError."""
        return self._work(content, text_of(content, name), path)

    def _work(self, content: bytes, file: SourceFile, path: Path) -> Work:
        work = self.work(file, path)
        return work._replace(packed=content) if is_packed(file.path) else work

    def work(self, file: SourceFile, path: Path, format: str | None = None) -> Work:
        """A decoded file with its settings; ``format`` overrides its suffix. Raises ClaimcheckError."""
        settings = self.resolver.settings(path.parent)
        self._prepare(settings)
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
                return self._target_job(each, result)
            except ClaimcheckError as error:
                result.fail(failure(shown(each.path), error))
        return None

    def _target_job(self, target: Target, result: Result) -> Job | None:
        """What is left to do for a file: nothing if it cannot have findings."""
        name = target.name
        place = self._place(target.path[: -len(name)])
        key = place.folder + name
        known = self.cache.by_time(key, place.context) if self.cache else None
        if known is not None:
            result.checked.append(place.prefix + name)
            if known is not NOTHING:
                _count(known, shown(target.path), result)
            return None
        return self._read_job(target, key, place, result)

    def _read_job(self, target: Target, key: str, place: Place, result: Result) -> Job | None:
        name, path = place.shown + readable(target.name), target.path
        content = read_bytes(path)
        file = text_of(content, name)
        self._prepare(place.settings)
        reason = None if target.explicit else generated(file.text, name)
        if reason is not None:
            result.skipped.append((name, f"generated ({reason}); name it to check it"))
            return None
        result.checked.append(place.prefix + target.name)
        known = self.cache.by_content(key, place.context, content) if self.cache else None
        if known is not None:
            named = tuple(finding._replace(path=name) for finding in known.findings)
            return Job(self._work(content, file, Path(path)), known._replace(findings=named))
        remember = (key, place.context, hash_of(content)) if self.cache else None
        if may_matter(file, place.settings):
            return Job(self._work(content, file, Path(path)), remember=remember)
        self._remember(remember, NOTHING)
        return None

    def _remember(self, where: tuple[str, str, str] | None, outcome: Outcome) -> None:
        if self.cache is not None and where is not None:
            self.cache.put(*where, outcome)

    def _register(self, settings: Settings) -> tuple[Entry, ...]:
        file = settings.register
        if file is None:
            return ()
        if file not in self._registers:
            from claimcheck.register import load_register

            families = {family for rule in _pack(settings).rules.values() for family in rule.families}
            self._registers[file] = load_register(file, families)
        return self._registers[file]

    def _place(self, folder: str) -> Place:
        if folder not in self._places:
            here = absolute(folder)
            root = project_root(Path(here))
            settings = self.resolver.settings(Path(here))
            context = self._context(settings, root) if self.cache else ""
            names = shown(os.path.join(folder, "x"))[:-1]  # noqa: PTH118
            prefix = _below(Path(here), root)
            self._places[folder] = Place(os.path.join(here, ""), prefix, names, settings, context)  # noqa: PTH118
        return self._places[folder]

    def _context(self, settings: Settings, root: Path) -> str:
        if (key := (id(settings), root)) not in self._contexts:  # the resolver keeps its settings
            register = [*self._register(settings), self.today] if settings.register else []
            parts = (self._build, _pack(settings).digest, settings.digest, str(root), *map(repr, register))
            self._contexts[key] = hash_of("\0".join(parts).encode("utf-8", "surrogateescape"))
        return self._contexts[key]

    @cached_property
    def _build(self) -> str:
        return build()

    def identity(self, path: Path) -> str:
        """The path relative to its repository: what fingerprints and baselines call the file."""
        return self._place(os.fspath(path.parent)).prefix + path.name

    def _prepare(self, settings: Settings) -> None:
        """Packs of the user's own, and selectors, are read before the first file, so that no error stays hidden."""
        self._register(settings)
        if id(settings) in self._ready:  # the resolver keeps them
            return
        if settings.packs != (DEFAULT,) or settings.origins.keys() & CODE_KEYS:
            Selection(settings).check(_pack(settings).rules, partial(place_of, settings))
        self._ready.add(id(settings))

    def _check(self, jobs: Sequence[Job], result: Result) -> None:
        open_jobs = [job for job in jobs if job.outcome is None]
        found = outcomes([job.work for job in open_jobs], self.jobs)
        for count, job in enumerate(jobs):
            if self.progress is not None:
                self.progress(count, len(jobs))
            work, checked = job.work, job.outcome or next(found)
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


CODE_KEYS = {"select", "ignore", "extend-select", "severity", "per-file-ignores", "ignores"}


def _count(outcome: Outcome, path: str, result: Result) -> None:
    """Add up what was let pass in a file."""
    result.suppressed += outcome.suppressed
    result.registered += outcome.registered
    if outcome.foreign:
        strings = "1 string" if outcome.foreign == 1 else f"{outcome.foreign} strings"
        result.skipped.append((path, f"{strings} not in English"))


def _pack(settings: Settings) -> Pack:
    try:
        return pack_of(settings.packs)
    except UnknownPackError as error:
        raise ConfigError(f"{place_of(settings, 'packs')}: {error}") from error


def _below(folder: Path, root: Path) -> str:
    """The prefix of a folder's files as seen from the root."""
    if not folder.is_relative_to(root):
        return folder.as_posix() + "/"
    prefix = folder.relative_to(root).as_posix()
    return "" if prefix == "." else prefix + "/"
