"""Times claimcheck against what else one would run on the same copy, and against the limits of the machine.

Usage: ``python benchmarks/compare.py [--rounds N] [--tools DIR ...] [--only WORD]``. Prints a Markdown table per
corpus. The commands of a corpus are run in alternation, each in a new process; a cell is the median over the rounds.
Memory is the peak of the largest process of a command. Programs are looked for in the folders of ``--tools``, then
on the path; those that are missing are left out. To install them into folders of their own::

    python -m venv tools && tools/bin/pip install proselint codespell typos
    npm install --prefix tools textlint textlint-rule-write-good write-good alex
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import corpora

PYTHON = [sys.executable]
CHECK = [*PYTHON, "-m", "claimcheck", "check", "--quiet"]
COLD = [*CHECK, "--no-cache"]
READ = "import os\nfor folder, _, names in os.walk('.'):\n for name in names: open(f'{folder}/{name}', 'rb').read()"
BLANK = "import spacy; nlp = spacy.blank('en')"
TOKENS = f"{BLANK}; from pathlib import Path\nfor path in Path().rglob('*.md'): nlp(path.read_text())"
LIMITS = {
    "python -c pass": [*PYTHON, "-c", "pass"],
    "reading the bytes": [*PYTHON, "-c", READ],
    "grep -rli exosom": ["grep", "-rli", "exosom", "."],
}
OTHERS = {
    "proselint": ["proselint", "check", "."],
    "codespell": ["codespell", "."],
    "typos": ["typos", "."],
    "textlint + write-good": ["textlint", "--rule", "write-good", "."],
    "write-good": ["write-good", "*.md"],
    "alex": ["alex", "--quiet", "."],
}
SPACY = {"import spacy": [*PYTHON, "-c", BLANK], "blank tokenizer": [*PYTHON, "-c", TOKENS]}
JOBS = {f"claimcheck --jobs {jobs}": [*COLD, "--jobs", str(jobs)] for jobs in (1, 2)}
GIT = {"git status": ["git", "status"]}
START = {
    "click and yaml": [*PYTHON, "-c", "import click, yaml"],
    "claimcheck --help": [*PYTHON, "-m", "claimcheck", "--help"],
    "claimcheck rule": [*PYTHON, "-m", "claimcheck", "rule", "EXO101"],
    "import spacy": [*PYTHON, "-c", BLANK],
    "claimcheck": COLD,
}
WARM = {"claimcheck, unchanged": CHECK, **GIT}


@dataclass(frozen=True)
class Corpus:
    """Files, and the commands to run on them; the first command is what the others are compared with."""

    kind: str
    format: str
    files: int
    commands: dict[str, list[str]]


CORPORA = (
    Corpus("dense", "markdown", 1, START),
    Corpus("clean", "markdown", 1000, {"claimcheck": COLD, **LIMITS, **OTHERS}),
    Corpus("dense", "markdown", 600, {**JOBS, **SPACY, **LIMITS, **OTHERS}),
    Corpus("dense", "tsx", 400, {**JOBS, **LIMITS, "codespell": OTHERS["codespell"], "typos": OTHERS["typos"]}),
    Corpus("sparse", "markdown", 2000, {"claimcheck": COLD}),
    Corpus("sparse", "markdown", 20000, {"claimcheck": COLD}),
    Corpus("clean", "markdown", 10000, WARM),
    Corpus("sparse", "markdown", 10000, WARM),
)


@dataclass
class Times:
    """What the runs of one command took."""

    seconds: list[float] = field(default_factory=list)
    peak: int = 0
    """Bytes."""


def run(command: list[str], folder: Path, times: Times) -> None:
    """Run a command in a folder; its status does not matter, linters fail when they find something."""
    started = time.perf_counter()
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, cwd=folder, env=compiled, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    times.seconds.append(time.perf_counter() - started)
    times.peak = max(times.peak, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024))


def found(command: list[str], tools: list[Path], folder: Path) -> list[str] | None:
    """The command with the path of its program and with its patterns written out, None if it is not installed."""
    path = os.pathsep.join([*(str(tool) for tool in tools), os.environ["PATH"]])
    program = shutil.which(command[0], path=path)
    if program is None:
        return None
    arguments = [
        name for word in command[1:] for name in (written_out(word, folder) if word.startswith("*") else [word])
    ]
    return [program, *arguments]


def written_out(pattern: str, folder: Path) -> list[str]:
    """The files below a folder that a pattern stands for."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob(pattern))


def commit(folder: Path) -> None:
    """Make the folder a repository, for git status and so that the cache has its place."""
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "x"]):
        subprocess.run(["git", *command], cwd=folder, check=True)


def measure(corpus: Corpus, folder: Path, rounds: int, tools: list[Path]) -> str:
    """The table of one corpus."""
    size = corpora.write(folder, corpus.kind, corpus.format, corpus.files)
    commit(folder)
    commands = {name: line for name, words in corpus.commands.items() if (line := found(words, tools, folder))}
    times = {name: Times() for name in commands}
    if CHECK in corpus.commands.values():
        time.sleep(3)  # the cache trusts no file that is younger
        run(CHECK, folder, Times())
    for _ in range(rounds):
        for name, line in commands.items():
            run(line, folder, times[name])
    return table(corpus, size, times)


def table(corpus: Corpus, size: int, times: dict[str, Times]) -> str:
    """The rows of a corpus, as Markdown."""
    lines = [
        f"\n**{corpus.files:,} {corpus.kind} {corpus.format} files, {size / 1e6:.1f} MB**\n",
        "| command | seconds | ratio | s/MB | peak memory |",
        "|---|--:|--:|--:|--:|",
    ]
    first = statistics.median(next(iter(times.values())).seconds)
    for name, each in times.items():
        median = statistics.median(each.seconds)
        cells = (f"{median:.3f}", f"{median / first:.2f}", f"{median / size * 1e6:.2f}", f"{each.peak / 1e6:.0f} MB")
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def machine() -> str:
    """Processor, cores, Python and date."""
    info = Path("/proc/cpuinfo")
    names = [line.split(":")[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
    return f"{names[0]}, {len(names)} cores, Python {platform.python_version()}, {datetime.date.today()}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--tools", type=Path, nargs="*", default=[])
    parser.add_argument("--only", default="", help="only corpora whose name (as in 'dense markdown 600') holds this")
    options = parser.parse_args()
    print(machine(), flush=True)
    for corpus in CORPORA:
        if options.only in f"{corpus.kind} {corpus.format} {corpus.files}":
            with tempfile.TemporaryDirectory() as folder:
                print(measure(corpus, Path(folder), options.rounds, options.tools), flush=True)


if __name__ == "__main__":
    main()
