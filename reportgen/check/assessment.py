"""Assesses one file: asks every rule that its claims or its purpose call for, whatever the file is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportgen.check.document import Document, opened
from reportgen.check.painted_objects import PaintedPicture
from reportgen.check.rule import Breach, CheckRule, Result, RuleFinding
from reportgen.check.rule_registry import families, rules_for
from reportgen.check.rules.gwg_ink import highest, printed_in, spots
from reportgen.geometry import Bbox
from reportgen.press_practice import MOST_INK
from reportgen.problems import Severity

_MOST_FOUND = 20_000
_MOST_REPORTED = 25


def assess(data: bytes, path: str, purpose: str | None = None, ink_limit: float = MOST_INK) -> Result:
    """Assess a file's bytes. Raises nothing: what cannot be assessed is a finding."""
    with opened(data, path, ink_limit) as document:
        claims = _safe(lambda: document.claims, ())
        asked = families(claims, purpose)
        ran = rules_for(asked)
        findings = [finding for rule in ran for finding in _ask(rule, document)]
        facts = _safe(lambda: _facts(document), {})
    ordered = sorted(findings, key=lambda each: (each.severity is not Severity.ERROR, each.page))
    return Result(path, claims, tuple(str(family) for family in asked), tuple(ordered), ran, facts)


def _safe(ask: Any, otherwise: Any) -> Any:
    try:
        return ask()
    except Exception:
        return otherwise


def _ask(rule: CheckRule, document: Document) -> list[RuleFinding]:
    """One rule's findings. A rule that stumbles over the file says so, as an error: nothing passes unseen."""
    found: list[Breach] = []
    try:
        for each in rule.find(document):
            found.append(each)
            if len(found) >= _MOST_FOUND:
                break
    except Exception as error:
        found.append(Breach(f"the file is so damaged that this could not be judged ({type(error).__name__})"))
    return _gathered(rule, found)


def _gathered(rule: CheckRule, found: Iterable[Breach]) -> list[RuleFinding]:
    """One finding for all breaches that read the same on a page; at most 25 for a rule."""
    groups: dict[tuple[int, str, Severity], list[Breach]] = {}
    for each in found:
        groups.setdefault((each.page, each.message, each.severity or rule.severity), []).append(each)
    made = []
    for (page, message, severity), same in list(groups.items())[:_MOST_REPORTED]:
        boxes = [each.box for each in same if each.box is not None]
        made.append(RuleFinding(rule, message, severity, page, boxes[0] if boxes else None, len(same)))
    left = len(groups) - len(made)
    if left:
        made.append(RuleFinding(rule, f"and {left} more", min(each.severity for each in made), made[-1].page))
    return made


def _facts(document: Document) -> dict[str, Any]:
    """What a printer asks first: sizes, inks, highest ink sum, lowest resolution, fonts."""
    objects = [item for _, item in printed_in(document)]
    sums = [total for item in objects if (total := highest(item)) is not None]
    sharp = [item.ppi for item in objects if isinstance(item, PaintedPicture) and min(item.pixels) > 16]
    return {
        "pages": len(document.pages),
        "trim": [_millimetres(page.trim) for page in document.pages[:1]],
        "spot colours": spots(document),
        "highest ink sum": round(max(sums, default=0.0), 1),
        "lowest resolution": round(min(sharp)) if sharp else None,
        "fonts": sorted({font.name for font in document.fonts.values()}),
    }


def _millimetres(box: Bbox) -> list[float]:
    return [round(box.width / 72 * 25.4, 1), round(box.height / 72 * 25.4, 1)]
