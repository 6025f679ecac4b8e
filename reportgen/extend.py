"""For packages that add kinds of figure: all that they need, under names that stay. `docs/extending.md` shows how.

A `Kind` is declared as the program's own are (`reportgen/content/kinds/`), and its figure is a `MarkFigure`.
"""

from reportgen.content.captions import CaptionFacts, caption_of_series, filled
from reportgen.content.data_facts import Facts
from reportgen.content.kinds.declaration import DrawnIn, Kind, Orientation, Refusal
from reportgen.content.report import Datum, Point, Series, Statistic
from reportgen.figures.base import FigureError, Label, Mark, MarkFigure, Shape, TextAlternative, too_narrow
from reportgen.figures.drawing.segments import circle, joined, polyline, rectangle
from reportgen.figures.request import Request
from reportgen.figures.series_alternatives import sets_alternative, value_of, values_alternative
from reportgen.geometry import Flex, fixed
from reportgen.text.setting import set_line, set_text
from reportgen.text.spans import Rich, Span
from reportgen.text.words import Words

__all__ = [
    "CaptionFacts", "Datum", "DrawnIn", "Facts", "FigureError", "Flex", "Kind", "Label", "Mark", "MarkFigure",
    "Orientation", "Point", "Refusal", "Request", "Rich", "Series", "Shape", "Span", "Statistic", "TextAlternative",
    "Words", "caption_of_series", "circle", "filled", "fixed", "joined", "polyline", "rectangle", "set_line",
    "set_text", "sets_alternative", "too_narrow", "value_of", "values_alternative",
]  # fmt: skip
