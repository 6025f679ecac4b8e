#!/usr/bin/env python3.11
"""Runs the tests and the linters with the newest version of every package, and says what broke.

With `--write` the newest versions become the tested ones, if nothing broke: `constraints.txt` and the extra `tested` of
`pyproject.toml` are written anew. The exit code is 1 when something broke.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CONSTRAINTS = ROOT / "constraints.txt"
PROJECT = ROOT / "pyproject.toml"
HEADER = """\
# The versions that the tests pass with, of all packages that the program and its tests need.
# Written by `.ci/newest.py --write`; README, "Tests", says when.
"""
CHECKS = {
    # but for the test that the tested versions agree: they are about to change
    "the tests": ("pytest", "-q", "-rfE", "-p", "no:cacheprovider", "--ignore=tests/test_constraints.py"),
    "ruff check": ("ruff", "check", "."),
    "ruff format": ("ruff", "format", "--check", "."),
    "mypy": ("mypy",),
}
MOST_LINES = 40

_EXACT = re.compile(r"([A-Za-z0-9._-]+)==([^\s;@]+)")
_TESTED = re.compile(r"(?<=^tested = \[\n).*?(?=^\]$)", re.MULTILINE | re.DOTALL)
_BROKEN = re.compile(r"(?:FAILED|ERROR) (?=\S+\.py)")
_CLOSING = re.compile(r"\b\d+ (?:passed|failed|skipped|errors?|warnings?)\b")


def main(write: bool) -> int:
    """Tries the newest versions; 1 if something broke."""
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        newest = versions_in(environment(home / "newest", ".[test]"))
        tested = versions(CONSTRAINTS.read_text(encoding="utf-8"))
        if newest == tested:
            print("Newest versions: they are the tested ones, so there is nothing to try.")
            return 0
        print("Newest versions that differ from the tested ones:", ", ".join(differences(tested, newest)), flush=True)
        results = {name: broken(home / "newest", command) for name, command in CHECKS.items()}
        for name, lines in results.items():
            if lines:
                print(f"With the newest versions {name} would break:")
                print("".join(f"    {line}\n" for line in lines), end="")
        if any(results.values()):
            return 1
        print("With the newest versions nothing breaks.")
        if write:
            chosen = home / "constraints.txt"
            chosen.write_text(HEADER + listed(newest), encoding="utf-8")
            runtime = versions_in(environment(home / "runtime", ".", "-c", str(chosen)))
            project = with_tested(PROJECT.read_text(encoding="utf-8"), runtime)
            CONSTRAINTS.write_text(HEADER + listed(newest), encoding="utf-8")
            PROJECT.write_text(project, encoding="utf-8")
            print("constraints.txt and the extra `tested` in pyproject.toml are written.")
    return 0


def environment(home: Path, *what: str) -> Path:
    """A virtual environment with the program in it."""
    subprocess.run(["python3.11", "-m", "venv", home], check=True)
    subprocess.run([home / "bin/pip", "install", "-q", "-e", *what], cwd=ROOT, check=True)
    return home


def versions_in(home: Path) -> dict[str, str]:
    """The versions of all packages in an environment but for the program itself."""
    command = [home / "bin/pip", "freeze", "--exclude-editable"]
    return versions(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def versions(text: str) -> dict[str, str]:
    """Names and versions of lines like `babel==2.19.0`. Raises ValueError for a line that is another thing."""
    found = {}
    for line in text.splitlines():
        match = _EXACT.fullmatch(line)
        if match:
            found[match[1]] = match[2]
        elif line and not line.startswith("#"):
            raise ValueError(f"`{line}` is no exact version")
    return found


def listed(found: dict[str, str]) -> str:
    """The lines of a constraints file."""
    return "".join(f"{name}=={version}\n" for name, version in found.items())


def differences(old: dict[str, str], new: dict[str, str]) -> list[str]:
    """What is another version in `new`, or is in one of the two only."""
    changed = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    return [f"{name} {new.get(name, 'gone')} (tested: {old.get(name, 'none')})" for name in changed]


def with_tested(project: str, runtime: dict[str, str]) -> str:
    """The text of `pyproject.toml` with these versions as the extra `tested`."""
    lines = "".join(f'    "{name}=={version}",\n' for name, version in runtime.items())
    text, count = _TESTED.subn(lambda _: lines, project, count=1)
    if count != 1:
        raise ValueError("pyproject.toml has no list `tested`")
    return text


def broken(home: Path, command: Iterable[str]) -> list[str]:
    """What a check in an environment says is broken; nothing if it passes."""
    program, *rest = command
    ran = subprocess.run(
        [home / "bin/python", "-m", program, *rest],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "200"},  # pytest cuts what it says to the width of the terminal
    )
    return said(ran.stdout) or [f"exit code {ran.returncode}"] if ran.returncode else []


def said(output: str) -> list[str]:
    """The broken tests in what pytest prints, or else its last lines; never a line that closes a run of tests.

    Whoever reads the log of a job looks for such a line, and takes it for the result of the job.
    """
    lines = [line for line in output.splitlines() if line.strip() and not _CLOSING.search(line)]
    tests = [_BROKEN.sub("", line, count=1) for line in lines if _BROKEN.match(line)]
    if len(tests) > MOST_LINES:
        return [*tests[:MOST_LINES], f"and {len(tests) - MOST_LINES} more"]
    return tests or lines[-MOST_LINES:]


if __name__ == "__main__":
    try:
        sys.exit(main(write="--write" in sys.argv[1:]))
    except subprocess.CalledProcessError as failed:
        sys.exit(f"The newest versions could not be tried: {failed}")
