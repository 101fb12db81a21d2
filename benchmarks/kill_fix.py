"""Kills ``claimcheck check --fix`` at random moments: each file must then be the old one or the new one, whole.

Usage: ``python benchmarks/kill_fix.py [--runs N] [--files N] [--seed N]``. Prints what it saw and exits with 1 for a
file that is neither, or for a run after the kill that does not end in the new files.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import corpora

FIX = [sys.executable, "-m", "claimcheck", "check", "--fix", "--quiet"]


def contents(folder: Path) -> dict[str, bytes]:
    """What every file of a corpus holds."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.md"))}


def fix(folder: Path, seconds: float | None = None) -> None:
    """Fix a folder, killed after a time."""
    process = subprocess.Popen(FIX, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def compare(now: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]) -> Counter[str]:
    """How many files are old, new, and neither."""
    states: Counter[str] = Counter()
    for name, content in now.items():
        states["new" if content == new[name] else "old" if content == old[name] else "NEITHER"] += 1
    states["NEITHER"] += len(now.keys() ^ old.keys())
    return states


def main() -> int:
    """Kill, look, and fix again."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    draw, total, midway, strays = random.Random(options.seed), Counter[str](), 0, 0
    with tempfile.TemporaryDirectory() as name:
        source, place = Path(name, "source"), Path(name, "copy")
        corpora.write(source, "dense", "markdown", options.files)
        old = contents(source)
        shutil.copytree(source, place)
        started = time.perf_counter()
        fix(place)
        whole, new = time.perf_counter() - started, contents(place)
        for _ in range(options.runs):
            shutil.rmtree(place)
            shutil.copytree(source, place)
            fix(place, draw.uniform(whole * 0.3, whole))
            states = compare(contents(place), old, new)
            midway += 0 < states["new"] < len(old)
            strays += len(list(place.rglob(".claimcheck-*.tmp")))
            total += states
        fix(place)
        again = compare(contents(place), old, new)
    print(f"{options.runs} kills, {midway} amid the writing: {dict(total)}; fixed again: {dict(again)}")
    print(f"{strays} temporary files left behind, which no later run reads")
    return 1 if total["NEITHER"] or again["NEITHER"] else 0


if __name__ == "__main__":
    sys.exit(main())
