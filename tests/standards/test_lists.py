"""The clause lists: each parses, each clause says how it is seen to, and what is named there exists."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest

from reportgen.check import every_rule
from reportgen.standards import FORBIDS, Standard

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "reportgen/standards/clauses"
FILES = {Standard.X4: "PDF_X-4.md", Standard.A2A: "PDF_A-2a.md", Standard.UA1: "PDF_UA-1.md"}
ROW = re.compile(r"\| (?P<number>[^|]+?) \| (?P<what>[^|]+?) \| (?P<state>[^|]+?) \| (?P<where>[^|]+?) \|\Z")
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
    lines = (FOLDER / FILES[standard]).read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("|")][2:]
    return tuple(row_of(standard, row) for row in rows)


def row_of(standard: Standard, row: str) -> Clause:
    match = ROW.match(row)
    if match is None:
        raise ValueError(f"no row of the list of {standard}: {row}")
    return Clause(standard, match["number"], match["what"], ClauseState(match["state"]), match["where"])


CLAUSES = [clause for standard in Standard for clause in clauses(standard)]
CHECKS = {rule.id for rule in every_rule()}
CODES = {rule.code for rule in FORBIDS}


def name_of(clause: Clause) -> str:
    return f"{clause.standard} {clause.number} {clause.what[:30]}"


@pytest.mark.parametrize(("standard", "least"), [(Standard.X4, 35), (Standard.A2A, 55), (Standard.UA1, 45)])
def test_the_lists_are_whole(standard: Standard, least: int) -> None:
    assert len(clauses(standard)) >= least
    numbers = [clause.number for clause in clauses(standard) if clause.number != UNKNOWN]
    assert numbers == sorted(numbers, key=lambda number: [int(part) for part in number.split(".")])


def test_every_file_is_a_list() -> None:
    files = sorted(path.name for path in FOLDER.iterdir() if path.suffix == ".md")
    assert len(files) == len(Standard)
    rows = sum(len(re.findall(r"^\|", (FOLDER / file).read_text(encoding="utf-8"), re.MULTILINE)) - 2 for file in files)
    assert rows == len(CLAUSES)


@pytest.mark.parametrize("clause", CLAUSES, ids=name_of)
def test_what_a_clause_names_exists(clause: Clause) -> None:
    assert set(clause.rules) <= CODES
    assert set(clause.checks) <= CHECKS
    for file, function in clause.files:
        assert (ROOT / file).is_file(), file
        if file.startswith("tests/"):
            found = named_in(ROOT / file)
            assert function in found if function else found
    if clause.state is ClauseState.CHECKED:
        assert clause.rules or clause.checks or any(file.startswith("tests/") for file, _ in clause.files), (
            "name a rule or a test"
        )
    if clause.state is ClauseState.CANNOT_OCCUR:
        assert clause.files, "name the module that never writes it"


@cache
def named_in(path: Path) -> frozenset[str]:
    """The names of the tests in a file."""
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return frozenset(node.name for node in tree if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"))


def test_every_rule_stands_in_a_list() -> None:
    for standard in Standard:
        listed = {code for clause in clauses(standard) for code in clause.rules}
        assert {rule.code for rule in FORBIDS if standard in rule.clauses} == listed, standard


def test_a_rule_and_its_clause_agree() -> None:
    for rule in FORBIDS:
        for standard, number in rule.clauses.items():
            if number[0].isdigit():
                listed = {clause.number for clause in clauses(standard) if rule.code in clause.rules}
                assert number in listed, (rule.code, standard)
