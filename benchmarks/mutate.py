"""Mutation testing of ``nlp/`` and ``rewrite/`` with cosmic-ray: ``python benchmarks/mutate.py --mutants 120``.

Needs ``pip install cosmic-ray``. Works on a copy of the checkout. Of all mutants a sample is drawn by ``--seed``;
each is put before the tests of the language and of rewriting. Prints how many were killed, and the survivors.
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
from contextlib import closing
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("claimcheck", "rules", "tests", "examples", "benchmarks", "docs", "README.md", "setup.cfg", "pyproject.toml")
TESTS = "tests/language tests/rewrite/test_constructions.py tests/rewrite/test_formats.py tests/rewrite/test_advice.py"
TESTS += " tests/rewrite/test_end_to_end.py tests/nlp/test_cues.py tests/test_judge.py tests/test_examples.py"
CONFIG = """\
[cosmic-ray]
module-path = {modules}
timeout = {timeout}
excluded-modules = []
test-command = "{python} -m pytest -q -x -p no:cacheprovider {tests}"
[cosmic-ray.distributor]
name = "local"
"""
FUTILE = ("core/ReplaceBinaryOperator_BitOr_%", "%_Is", "%_IsNot")
"""Mutants that no test can kill: of ``X | None``, and ``is`` between short strings."""


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
    parser.add_argument("--timeout", type=int, default=240, help="seconds for the tests of one mutant")
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
        stated = {"modules": options.modules, "timeout": options.timeout, "python": sys.executable, "tests": TESTS}
        config.write_text(CONFIG.format(**stated))
        environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
        for step in ("baseline", "init", "exec"):
            arguments = [str(config)] if step == "baseline" else [str(config), str(session)]
            subprocess.run(["cosmic-ray", step, *arguments], cwd=copy, env=environment, check=True)
            if step == "init":
                total = sample(session, options.mutants, options.seed)
        report(session, total, options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
