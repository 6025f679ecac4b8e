"""The benchmark of the corpus runs: it asks the search for what the search has."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_it_composes_a_few_reports_and_finds_no_wrong_refusal() -> None:
    command = [sys.executable, "tests/benchmarks/corpus.py", "6"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    assert "wrong         0" in ran.stdout
