"""Write a file as a whole or not at all: whoever reads it, or kills the run, meets the old content or the new."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a new file, or replace one and keep its permissions; OSError leaves it as it was.

    A symbolic link stays one: the file behind it is replaced. A file that may not be written is not replaced either.
    What is no regular file, such as ``/dev/stdout``, is written to as it is.
    """
    target = Path(os.path.realpath(path))
    try:
        before = target.stat()
    except FileNotFoundError:
        _replace(target, content, None)
        return
    if stat.S_ISREG(before.st_mode):
        with target.open("r+b"):
            _replace(target, content, before)
    else:
        target.write_bytes(content)


def _replace(target: Path, content: bytes, before: os.stat_result | None) -> None:
    temporary = target.with_name(f".claimcheck-{os.urandom(8).hex()}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if before is not None:
            with suppress(OSError, AttributeError):  # another owner's file, written by root
                os.chown(temporary, before.st_uid, before.st_gid)
            temporary.chmod(stat.S_IMODE(before.st_mode))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
