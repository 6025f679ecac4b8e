"""The words of a level guide beside a plot: a set guide in; its rows, and the value that they stand at, out."""

from __future__ import annotations

from decimal import Decimal

from reportgen.brand import Brand
from reportgen.figures.drawing.guides import SetGuide
from reportgen.figures.drawing.margin_labels import LabelPiece, LabelRows, named
from reportgen.geometry import MM
from reportgen.page import NOTE_CELL
from reportgen.text.setting import set_text
from reportgen.text.spans import Span

Placed = tuple[LabelRows, Decimal]
"""A block of a column and the value at whose height it would like to stand."""

_SHARE = 0.3
"""The share of the width in which the words are set before they take another line."""
_LEAST = 15 * MM


def guide_block(each: SetGuide, width: float, brand: Brand, language: str) -> Placed:
    """The words of a guide in a figure of `width` pt, over several lines where they are long; a band at its middle."""
    style, ink, measure = brand.styles.caption, brand.roles.guide, max(_SHARE * width, _LEAST)
    middle = sum(each.values, Decimal(0)) / len(each.values)
    line, cell = each.parts[-1]
    if each.guide.until:
        text = set_text((Span(line.text),), style, measure, language)
        return LabelRows(tuple((LabelPiece(row, style, ink, NOTE_CELL),) for row in text.lines)), middle
    value = LabelPiece(line, style, ink, cell)
    return named(value, each.guide.label, ink, each.parts[0][1], measure, language, first=True), middle
