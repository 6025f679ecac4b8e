"""Prints for a person at the terminal: files on standard output, problems on standard error."""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from reportgen.editions.output import Written
from reportgen.pipeline import Build
from reportgen.problems import Problem, Severity, in_order


def print_written(written: Sequence[Written]) -> None:
    """One line for each file: its path, its size (1 KB is 1000 bytes), the time it took."""
    wide = max((len(os.fspath(file.path)) for file in written), default=0)
    for file in written:
        size = max(1, round(file.size / 1000))
        click.echo(f"{os.fspath(file.path):<{wide}}   {size} KB   {file.seconds:.2f} s")


def print_problems(done: Build) -> None:
    """Every problem in order of its place, and how many there are."""
    problems = in_order(done.problems)
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        click.echo(_summary(problems, bool(done.written)), err=True)


def _summary(problems: Iterable[Problem], written: bool) -> str:
    severities = [problem.severity for problem in problems]
    counts = ((severities.count(Severity.ERROR), "problem"), (severities.count(Severity.WARNING), "warning"))
    parts = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count]
    return " and ".join(parts) + ("." if written else "; nothing was written.")


def print_json(done: Build) -> None:
    """One document, whether or not there are problems."""
    document: dict[str, list[dict[str, Any]]] = {
        "problems": [problem.as_dict() for problem in in_order(done.problems)],
        "written": [
            {"path": os.fspath(file.path), "bytes": file.size, "seconds": round(file.seconds, 3)}
            for file in done.written
        ],
    }
    click.echo(json.dumps(document, ensure_ascii=False, indent=2), err=True)


def print_unexpected(error: Exception) -> None:
    """One sentence about a fault of the program; the traceback only for who asks for it."""
    if os.environ.get("REPORTGEN_TRACEBACK") == "1":
        traceback.print_exception(error)
    click.echo(
        f"reportgen: this is a fault of the program, not of your content ({type(error).__name__} in {_place(error)}). "
        "Please report it with the file that you were building; REPORTGEN_TRACEBACK=1 shows more.",
        err=True,
    )


def _place(error: Exception) -> str:
    """The last line of our own code that the exception came through, as module:line."""
    package = Path(__file__).resolve().parents[1]
    ours = [
        (path, frame.lineno)
        for frame in traceback.extract_tb(error.__traceback__)
        if (path := Path(frame.filename).resolve()).is_relative_to(package)
    ]
    path, line = ours[-1] if ours else (Path(__file__), 0)
    return f"{'.'.join(path.relative_to(package.parent).with_suffix('').parts)}:{line}"
