"""The language stage over many files, in one process or several: the same outcomes in the same order."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from pathlib import Path

from claimcheck.discovery import failure
from claimcheck.model import ClaimcheckError, Failure
from claimcheck.work import Outcome, Work

PARALLEL_FROM = 150_000
"""Characters of copy that mentions a subject before a second process pays: half a second of work."""
MAX_CHUNK = 16

Checked = Outcome | Failure


def outcomes(works: Sequence[Work], jobs: int) -> Iterator[Checked]:
    """The outcome of each file, in their order. ``jobs`` is the most processes to use; 0 for one per core."""
    workers = min(jobs or _cores(), len(works))
    if workers < 2 or sum(len(work.file.text) for work in works) < PARALLEL_FROM:
        yield from _here(works)
    else:
        yield from _shared(works, workers)


def check_safely(work: Work) -> Checked:
    """The outcome of one file; an error of whatever kind becomes its failure."""
    from claimcheck.pipeline import check

    try:
        return check(work)
    except ClaimcheckError as error:
        return failure(work.file.path, error)
    except Exception as error:
        import traceback

        frames = traceback.extract_tb(error.__traceback__)
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
        return Failure(work.file.path, f"internal error: {type(error).__name__}: {error} ({place})")


def _here(works: Sequence[Work]) -> Iterator[Checked]:
    for index, work in enumerate(works):
        if index:
            yield check_safely(work)
        else:
            with _loading():
                first = check_safely(work)
            yield first


def _shared(works: Sequence[Work], workers: int) -> Iterator[Checked]:
    import multiprocessing
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

    done = 0
    if multiprocessing.get_start_method() == "fork":  # workers then start with everything loaded
        yield from _here(works[:1])
        done = 1
    pool = ProcessPoolExecutor(workers, initializer=_receive, initargs=(works,))
    try:
        size = max(1, min(MAX_CHUNK, len(works) // (8 * workers)))
        for checked in pool.map(_check_number, range(done, len(works)), chunksize=size):
            yield checked
            done += 1
    except BrokenExecutor:
        lost = "a process that checked this or another file was killed; check fewer files at once, or use --jobs 1"
        yield from map(Failure, (work.file.path for work in works[done:]), repeat(lost))
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


_received: list[Work] = []
"""In a worker, all files: a forked process has them from the start, any other is sent them once."""


def _receive(works: Sequence[Work]) -> None:
    """Get a worker ready; Ctrl-C is left to the parent, which ends its workers."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _received.extend(works)


def _check_number(number: int) -> Checked:
    return check_safely(_received[number])


@contextmanager
def _loading() -> Iterator[None]:
    """Load spaCy and the lexicon without collecting garbage amid it, and never walk over them later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
