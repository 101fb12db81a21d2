"""A progress line on standard error, where somebody is looking and has waited for a second."""

from __future__ import annotations

import time
from typing import TextIO

DELAY = 1.0
"""Seconds before the line appears."""
PAUSE = 0.1
WIDTH = 24


class Progress:
    """Called with the number of files done and the number of all."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.next = time.monotonic() + DELAY
        self.shown = False

    def __call__(self, done: int, total: int) -> None:
        """Draw the line anew, not too often."""
        now = time.monotonic()
        if now < self.next and not (self.shown and done == total):
            return
        self.next, self.shown = now + PAUSE, True
        filled = WIDTH * done // max(total, 1)
        self.stream.write(f"\r[{'=' * filled}{' ' * (WIDTH - filled)}] {done} of {total} files")
        self.stream.flush()

    def close(self) -> None:
        """Remove the line."""
        if self.shown:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
