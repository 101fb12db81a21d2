"""The labelled corpus of real copy, where the environment variable ``CLAIMCHECK_CORPUS`` says that there is one.

The bars are floors below what is reached, so that a change that loses quality fails; they are raised with it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CORPUS = os.environ.get("CLAIMCHECK_CORPUS", "")

pytestmark = pytest.mark.skipif(not CORPUS, reason="CLAIMCHECK_CORPUS names no labelled corpus")


def test_quality_on_labelled_copy_does_not_fall() -> None:
    scorer = Path(CORPUS, "score.py")
    command = [sys.executable, str(scorer), "--json", "--command", f"{sys.executable} -m claimcheck"]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    score = json.loads(result.stdout)
    assert score["precision"] >= 0.95
    assert score["recall"] >= 0.87
    assert score["family_accuracy"] >= 0.92
    assert score["severity_accuracy"] >= 0.93
    assert score["soft_over"] <= 0.08 * score["soft"]
    assert score["soft_missed"] <= 0.25 * score["soft"]
