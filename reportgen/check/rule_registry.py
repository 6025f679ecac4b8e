"""All rules, in the order in which they are asked, and which of them a file must keep."""

from __future__ import annotations

from reportgen.check.rule import CheckRule, RuleFamily
from reportgen.check.rules import (
    a2,
    file_rules,
    font_rules,
    gwg_ink,
    gwg_page,
    ua_contrast,
    ua_figures,
    ua_text,
    ua_tree,
    x4_content,
    x4_file,
    x4_intent,
    x4_pages,
)

RULES: tuple[CheckRule, ...] = (
    *file_rules.RULES,
    *x4_file.RULES,
    *x4_intent.RULES,
    *x4_pages.RULES,
    *x4_content.RULES,
    *font_rules.RULES,
    *gwg_ink.RULES,
    *gwg_page.RULES,
    *a2.RULES,
    *ua_tree.RULES,
    *ua_figures.RULES,
    *ua_text.RULES,
    *ua_contrast.RULES,
)


def families(claims: tuple[str, ...], purpose: str | None) -> tuple[RuleFamily, ...]:
    """What a file is checked by: what it claims; `print` adds the press's rules, `screen` asks the reader's instead."""
    found = [RuleFamily.FILE]
    x4 = any(claim.startswith("PDF/X-4") for claim in claims)
    archive = any(claim.startswith("PDF/A-") for claim in claims)
    level_a = any(claim.startswith("PDF/A-") and claim.endswith("a") for claim in claims)
    tagged = any(claim.startswith("PDF/UA-") for claim in claims)
    if purpose == "print" or (x4 and purpose is None):
        found += [RuleFamily.X4, RuleFamily.GWG]
    if archive or purpose == "screen":
        found.append(RuleFamily.A2)
    if level_a:
        found.append(RuleFamily.A2A)
    if tagged or purpose == "screen":
        found.append(RuleFamily.UA)
    return tuple(found)


def rules_for(asked: tuple[RuleFamily, ...]) -> tuple[CheckRule, ...]:
    """The rules of these families."""
    return tuple(rule for rule in RULES if rule.applies & set(asked))
