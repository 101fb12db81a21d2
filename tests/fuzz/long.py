"""Fuzz every target for a while with atheris, guided by coverage: ``python -m tests.fuzz.long --minutes 30``.

Needs ``pip install atheris``. Each target runs in a process of its own for its share of the time, from its saved inputs
and the fixtures on. What is found is written to ``--found``, once for each place that raises; the last line counts.
Put an input that was mended into ``saved/<target>/``: the tests run it from then on.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
import tempfile
import time
import traceback
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SHARES = {"checked": 6, "grammar": 6, "marked-up": 6, "configuration": 3, "patterns": 2}
"""Parts of the time by target; 1 for all others."""
MAX_INPUT = 2048
"""Bytes."""
MAX_SECONDS = 20
"""Longer for one input is a finding, too."""
SEEDS = {
    "configuration": ["docs/configuration.md", ".pre-commit-hooks.yaml"],
    "pack": ["rules/exosome/rules/*101*.yaml"],
    "marked-up": ["tests/extract/fixtures/*"],
    "patterns": [".gitignore"],
    "text": ["tests/extract/fixtures/*"],
}


def seeds(name: str) -> list[Path]:
    """Files to begin with."""
    patterns = SEEDS.get(name, [])
    if name.startswith("extract-"):
        formats = import_module("claimcheck.extract").EXTRACTORS
        patterns = [f"tests/extract/fixtures/*{suffix}" for suffix in formats if formats[suffix] == name[8:]]
    return [*(path for pattern in patterns for path in ROOT.glob(pattern)), *(HERE / "saved" / name).glob("*")]


def fuzz(name: str, seconds: int, found: Path) -> None:
    """Fuzz one target in this process, which ends with it."""
    import atheris

    with atheris.instrument_imports(include=["claimcheck"]):
        target = import_module("tests.fuzz.targets").TARGETS[name]
    target(b"")  # what is loaded once does not count
    places: set[Any] = set()

    def once(data: bytes) -> None:
        try:
            target(data)
        except Exception as error:
            frame = traceback.extract_tb(error.__traceback__)[-1]
            place = (type(error).__name__, frame.filename, frame.lineno)
            if place not in places:
                places.add(place)
                (found / f"{name}-{len(places)}").write_bytes(data)
                print(f"{name}: {place[0]} {str(error)[:200]!r} in {Path(place[1]).name}:{place[2]}", flush=True)

    with tempfile.TemporaryDirectory() as corpus:
        for number, path in enumerate(seeds(name)):
            Path(corpus, f"seed-{number}").write_bytes(path.read_bytes()[:MAX_INPUT])
        limits = (f"-max_len={MAX_INPUT}", f"-timeout={MAX_SECONDS}", f"-max_total_time={seconds}")
        atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={found}/{name}-", "-verbosity=0", corpus], once)
        atheris.Fuzz()


def main() -> int:
    """Give every target its share."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--found", type=Path, default=Path(tempfile.gettempdir(), "claimcheck-fuzz"))
    parser.add_argument("--target", action="append", help="only this one; may be repeated")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.found.mkdir(parents=True, exist_ok=True)
    if options.one:
        fuzz(options.one, round(options.minutes * 60), options.found)
        return 0
    names = options.target or sorted(import_module("tests.fuzz.targets").TARGETS)
    before, total, started = set(options.found.iterdir()), sum(SHARES.get(each, 1) for each in names), time.monotonic()
    for name in names:
        minutes = options.minutes * SHARES.get(name, 1) / total
        command = (sys.executable, "-m", "tests.fuzz.long", "--one", name, "--found", str(options.found.absolute()))
        subprocess.run([*command, "--minutes", str(minutes)], cwd=ROOT, check=False)
        print(f"{name}: {minutes:.1f} minutes", flush=True)
    new = sorted(path.name for path in set(options.found.iterdir()) - before)
    print(f"{date.today()}, {platform.machine()}, Python {platform.python_version()}: {len(names)} targets in")
    print(f"{(time.monotonic() - started) / 60:.1f} minutes, {len(new)} new: {' '.join(new) or 'nothing'}")
    return 1 if new else 0


if __name__ == "__main__":
    sys.exit(main())
