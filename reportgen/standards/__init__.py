"""The standards as data: what an edition promises, which promises go together, and what they forbid."""

from __future__ import annotations

from reportgen.standards.promises import PRINT, SCREEN, Edition, Standard, checked
from reportgen.standards.standard_rules import FORBIDS, Fact, StandardRule, Violation, violations

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
