"""The standards as data: names of promises in; a checked combination, what forbids what, and the clause lists out."""

from __future__ import annotations

from reportgen.standards.promises import PRINT, SCREEN, Edition, Standard, checked
from reportgen.standards.rules import FORBIDS, Fact, Rule, Violation, violations

__all__ = [
    "FORBIDS",
    "PRINT",
    "SCREEN",
    "Edition",
    "Fact",
    "Rule",
    "Standard",
    "Violation",
    "checked",
    "violations",
]
