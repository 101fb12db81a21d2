"""Peak memory and time against the size of a JSON file: ``python benchmarks/extract_memory.py [MEGABYTES ...]``.

Each line is a process of its own: reading the blocks, then a whole ``claimcheck check`` of one catalogue in which one
string in twenty speaks of exosomes.
"""

from __future__ import annotations

import datetime
import os
import platform
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import extract_speed

COPY = (
    "Our exosome serum firms the skin.",
    "Exosome therapy leaves guests talking about the tea.",
    "Exosomes may help calm redness.",
    "The exosome facial boosts collagen and takes an hour.",
)
SHARE = 0.15
"""Of the entries, which hold three strings each."""
EXTRACT = (
    "import sys, pathlib; from claimcheck.extract import extract; from claimcheck.source import read; "
    "extract(read(pathlib.Path(sys.argv[1])))"
)


def catalogue(megabytes: float) -> str:
    """A catalogue of about this size."""
    draw = random.Random(7)
    parts, length = [], 0
    while length < megabytes * 1e6:
        entry = extract_speed.json(draw)
        if draw.random() < SHARE:
            entry = entry.replace('"items": [', f'"items": ["{draw.choice(COPY)}", ', 1)
        parts.append(entry)
        length += len(entry)
    return "{" + "".join(parts) + '"end": 1}'


def measure(command: list[str]) -> tuple[float, float]:
    """Seconds of processor time and megabytes of peak resident memory of a command."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)  # the commands below
        _, _, usage = os.wait4(process.pid, 0)
    scale = 1e6 if sys.platform == "darwin" else 1e3
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale


if __name__ == "__main__":
    sizes = [float(each) for each in sys.argv[1:]] or [5.0, 50.0]
    today = datetime.datetime.now(tz=datetime.UTC).date()
    machine = f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores"
    print(f"{machine}, Python {platform.python_version()}, {today}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "catalogue.json")
        for size in sizes:
            path.write_text(catalogue(size), encoding="utf-8")
            check = ["-m", "claimcheck", "check", "--no-cache", "--jobs", "1", "--isolated", str(path)]
            for name, arguments in (("extract", ["-c", EXTRACT, str(path)]), ("check", check)):
                seconds, megabytes = measure([sys.executable, *arguments])
                print(f"{name:7} {size:6.1f} MB of JSON: {megabytes:6.0f} MB at most, {seconds:6.1f} s")
