"""The standards as data: names of promises in; a checked combination, what forbids what, and the clause lists out."""

from __future__ import annotations

from reportgen.standards.promises import PRINT, SCREEN, Edition, Standard, checked
from reportgen.standards.rules import FORBIDS, Fact, StandardRule, Violation, violations

__all__ = [
    "FORBIDS",
    "PRINT",
    "SCREEN",
    "Edition",
    "Fact",
    "Standard",
    "StandardRule",
    "Violation",
    "checked",
    "violations",
]
