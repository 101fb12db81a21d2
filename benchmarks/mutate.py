"""Mutation testing of ``nlp/`` and ``rewrite/`` with cosmic-ray: ``python benchmarks/mutate.py --mutants 120``.

Needs ``pip install cosmic-ray``. Works on a copy of the checkout. Of all mutants a sample is drawn by ``--seed``;
each is put before the tests that read copy or word lists: the language, rewriting, packs, examples, fixes and what the
extractors' fixtures find. The tests of the terminal, configuration, reports, faults and documents are left out, as are
those on a labelled corpus. Prints how many were killed, and the survivors: mutants that are equivalent are among them,
as cosmic-ray makes eleven of each ``+`` and five of each ``==``, and ``cls >= "V"`` may well be ``cls == "V"``.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("claimcheck", "rules", "tests", "examples", "benchmarks", "docs", "README.md", "setup.cfg", "pyproject.toml")
FOLDERS = ("tests/language", "tests/rewrite", "tests/nlp")
FILES = ("examples", "example_copy", "other_languages", "judge", "fix", "register", "packs", "schema")
SLOW = ("test_wordlists.py", "test_gate.py", "test_properties.py", "test_corpus.py", "test_every_verb.py")
"""They come last, as a mutant is dropped once one test fails."""
CONFIG = """\
[cosmic-ray]
module-path = {modules}
timeout = {timeout}
excluded-modules = []
test-command = "{python} -m pytest -q -x -p no:cacheprovider {tests}"
[cosmic-ray.distributor]
name = "local"
"""
FUTILE = ("core/ReplaceBinaryOperator_BitOr_%", "%_Is", "%_IsNot", "%_Is_Eq", "%_IsNot_NotEq")
"""Mutants that no test can kill: of ``X | None``, ``is`` between short strings, ``== None``."""
PATIENCE = 4
"""A mutant that takes so many times as long as the tests do otherwise hangs, and is killed."""


def tests() -> list[str]:
    """Every test that reads copy or word lists, the quick ones first."""
    found = [path for folder in FOLDERS for path in sorted(ROOT.glob(f"{folder}/test_*.py"))]
    found += [*(ROOT / f"tests/test_{name}.py" for name in FILES), ROOT / "tests/extract/test_fixtures.py"]
    return [path.relative_to(ROOT).as_posix() for path in sorted(found, key=lambda path: path.name in SLOW)]


def sample(session: Path, count: int, seed: int) -> int:
    """Leave only some of the mutants in a session; returns how many there were."""
    with closing(sqlite3.connect(session)) as database, database:
        unlike = " AND ".join(["operator_name NOT LIKE ?"] * len(FUTILE))
        found = database.execute(f"SELECT job_id FROM mutation_specs WHERE {unlike}", FUTILE)
        jobs = sorted(job for (job,) in found)
        places = database.execute("SELECT job_id, module_path, operator_name, occurrence FROM mutation_specs")
        names = {job: tuple(map(str, place)) for job, *place in places}
        kept = set(random.Random(seed).sample(sorted(jobs, key=names.__getitem__), min(count, len(jobs))))
        for table in ("mutation_specs", "work_items"):
            database.executemany(f"DELETE FROM {table} WHERE job_id = ?", [(job,) for job in names if job not in kept])
    return len(jobs)


def report(session: Path, total: int, seed: int) -> None:
    """Print the counts and the survivors."""
    with closing(sqlite3.connect(session)) as database:
        rows = database.execute(
            "SELECT module_path, start_pos_row, operator_name, test_outcome, diff FROM work_results "
            "JOIN mutation_specs USING (job_id) ORDER BY module_path, start_pos_row"
        ).fetchall()
    survivors = [row for row in rows if "SURVIVED" in str(row[3]).upper()]
    for path, line, operator, _, diff in survivors:
        print(f"\n{path}:{line} {operator}")
        print("\n".join(each for each in diff.splitlines() if each[:1] in "+-" and each[:3] not in ("+++", "---")))
    killed = len(rows) - len(survivors)
    print(f"\n{date.today()}, {platform.machine()}, Python {platform.python_version()}, seed {seed}: ", end="")
    print(f"{killed} of {len(rows)} mutants killed ({killed / max(len(rows), 1):.0%}), drawn from {total}")


def main() -> int:
    """Draw, run, report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mutants", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--modules", nargs="+", default=["claimcheck/nlp", "claimcheck/rewrite"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name, "copy")
        for part in PARTS:
            source = ROOT / part
            if source.is_dir():
                shutil.copytree(source, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, copy / part)
        config, session = copy / "mutate.toml", copy / "mutate.sqlite"
        environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", "CLAIMCHECK_CORPUS": ""}
        stated = {"modules": options.modules, "python": sys.executable, "tests": " ".join(tests())}
        taken = 3600.0
        for step in ("baseline", "init", "exec"):
            config.write_text(CONFIG.format(**stated, timeout=round(PATIENCE * taken)))
            start = time.monotonic()
            arguments = [str(config)] if step == "baseline" else [str(config), str(session)]
            subprocess.run(["cosmic-ray", step, *arguments], cwd=copy, env=environment, check=True)
            if step == "baseline":
                taken = time.monotonic() - start
            if step == "init":
                total = sample(session, options.mutants, options.seed)
        report(session, total, options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
