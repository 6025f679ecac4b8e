"""What a check gives back: findings, each under the rule that it breaks, and which rules were asked."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reportgen.problems import Place, Problem, Severity

if TYPE_CHECKING:
    from reportgen.check.rule import CheckRule


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
