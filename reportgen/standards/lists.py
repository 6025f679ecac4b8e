"""Clause lists: the tables beside the code in; every clause of a standard, and how it is seen to, out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from reportgen.sources import Sources
from reportgen.standards.promises import Standard

FOLDER = Path(__file__).parent / "clauses"
_FILES = {Standard.X4: "PDF_X-4.md", Standard.A2A: "PDF_A-2a.md", Standard.UA1: "PDF_UA-1.md"}
_ROW = re.compile(r"\| (?P<number>[^|]+?) \| (?P<what>[^|]+?) \| (?P<state>[^|]+?) \| (?P<where>[^|]+?) \|\Z")
UNKNOWN = "–"


class ClauseState(StrEnum):
    """How a clause is seen to."""

    CHECKED = "checked"
    CANNOT_OCCUR = "cannot occur"
    DOCUMENTED = "documented"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: `number` is "–" where it is not known; `where` names rules, checks, tests and modules."""

    standard: Standard
    number: str
    what: str
    state: ClauseState
    where: str

    @property
    def rules(self) -> tuple[str, ...]:
        """The codes of the rules that it names."""
        return tuple(re.findall(r"rule `([^`]+)`", self.where))

    @property
    def checks(self) -> tuple[str, ...]:
        """The rules of `reportgen check` that it names."""
        return tuple(re.findall(r"check `([\w.-]+)`", self.where))

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """The tests and modules that it names, each with the function in it that is meant, or ""."""
        return tuple(re.findall(r"`([\w/]+\.py)(?:::(\w+))?`", self.where))


@cache
def clauses(standard: Standard) -> tuple[Clause, ...]:
    """The clauses of a standard that apply to files, in its order. Raises `ValueError` for a row that is none."""
    lines = Sources().read_bytes(FOLDER / _FILES[standard]).decode("utf-8").splitlines()
    rows = [line for line in lines if line.startswith("|")][2:]
    return tuple(_clause(standard, row) for row in rows)


def _clause(standard: Standard, row: str) -> Clause:
    match = _ROW.match(row)
    if match is None:
        raise ValueError(f"no row of the list of {standard}: {row}")
    return Clause(standard, match["number"], match["what"], ClauseState(match["state"]), match["where"])
