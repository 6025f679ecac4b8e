"""The rules of the lint: their names and what each finds. Content checks names against them."""

from __future__ import annotations

from collections.abc import Mapping

RULES: Mapping[str, str] = {
    "contrast": "a mark or a label is too faint on its ground",
    "colour-vision": "two colours of different meaning look alike to somebody who is colour-blind",
    "categories": "more than four categories are told apart by colour",
    "cut-axis": "a scale does not begin at zero and does not say so",
    "grey-copy": "two colours of different meaning look alike on a grey photocopy",
    "proportion": "the size of a mark is not in proportion to its number",
    "double-encoding": "two things in the figure tell the same number in ways that disagree",
    "text-size": "type is under 7.5 pt",
    "sign": "a number's sign and the word beside it say one thing twice, or two things at once",
    "plural": "the plural of a word stands beside a one",
}
"""What a report may silence by `allow: {rule: reason}`. The text is a clause, for documentation and hints."""
