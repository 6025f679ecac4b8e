"""Rules as data, each with the function that finds its breaches, and what a check by them gives back."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from reportgen.geometry import Bbox
from reportgen.problems import Place, Problem, Severity

if TYPE_CHECKING:
    from reportgen.check.document import Document


class RuleFamily(StrEnum):
    """What a rule is asked of: every file, or one that claims (or is asked) to keep a standard."""

    FILE = "PDF"
    X4 = "PDF/X-4"
    GWG = "Ghent Workgroup"
    A2 = "PDF/A-2"
    A2A = "PDF/A-2a"
    UA = "PDF/UA-1"


@dataclass(frozen=True, slots=True)
class Breach:
    """What a rule's function yields: a clause without a full stop, and where."""

    message: str
    page: int = 0
    box: Bbox | None = None
    severity: Severity | None = None
    """Another than the rule's own, where one breach weighs less than another."""


FindBreaches = Callable[["Document"], Iterable[Breach]]


@dataclass(frozen=True, slots=True)
class CheckRule:
    """One rule. `clause` names the standard and where it says so; `hint` what to do about a breach."""

    id: str
    title: str
    clause: str
    applies: frozenset[RuleFamily]
    find: FindBreaches
    hint: str = ""
    severity: Severity = Severity.ERROR


def odd_streams(**messages: str) -> FindBreaches:
    """What finds streams that the inventory has, by what is odd about them; `{}` in a message is an object's number."""

    def find(document: Document) -> Iterator[Breach]:
        for kind, message in messages.items():
            yield from (Breach(message.format(number)) for number in document.inventory.odd.get(kind, ()))

    return find


def rule(
    name: str,
    title: str,
    clause: str,
    find: FindBreaches,
    *applies: RuleFamily,
    hint: str = "",
    severity: Severity = Severity.ERROR,
) -> CheckRule:
    """A rule for the families given."""
    return CheckRule(name, title, clause, frozenset(applies), find, hint, severity)


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """One breach of one rule. `page` counts from 1 (0 for the file); `box` is in points from the page's lower left."""

    rule: CheckRule
    message: str
    severity: Severity
    page: int = 0
    box: tuple[float, float, float, float] | None = None
    count: int = 1

    def as_problem(self, path: str) -> Problem:
        """The finding as one of the program's problems."""
        where = f"page {self.page}: " if self.page else ""
        return Problem(self.rule.id, where + self.message, Place(path), self.rule.hint, self.severity)

    def as_dict(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        return {
            "rule": self.rule.id,
            "title": self.rule.title,
            "clause": self.rule.clause,
            "severity": str(self.severity),
            "message": self.message,
            "hint": self.rule.hint,
            "page": self.page or None,
            "box": None if self.box is None else [round(each, 2) for each in self.box],
            "count": self.count,
        }


@dataclass(frozen=True, slots=True)
class Result:
    """What was found in one file: its claims, the families it was checked by, the rules that ran; errors come first."""

    path: str
    claims: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    findings: tuple[RuleFinding, ...] = ()
    ran: tuple[CheckRule, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def errors(self) -> tuple[RuleFinding, ...]:
        """The findings that make the file unfit."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[RuleFinding, ...]:
        """The findings that a person should look at."""
        return tuple(each for each in self.findings if each.severity is Severity.WARNING)

    @property
    def ids(self) -> frozenset[str]:
        """The rules that were broken."""
        return frozenset(each.rule.id for each in self.findings)

    def problems(self) -> tuple[Problem, ...]:
        """The findings as the program's problems, for a pipeline that checks what it wrote."""
        return tuple(each.as_problem(self.path) for each in self.findings)

    def as_dict(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        return {
            "file": os.fspath(self.path),
            "claims": list(self.claims),
            "judged": list(self.families),
            "findings": [each.as_dict() for each in self.findings],
            "rules": [each.id for each in self.ran],
            "facts": self.facts,
        }
