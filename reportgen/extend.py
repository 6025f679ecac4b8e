"""For packages with figures, and programs with blocks, of their own: all that they need, under names that stay.

`docs/extending.md` shows how. A `Kind` is declared as the program's own are (`reportgen/content/kinds/`) and its figure
is a `MarkFigure`; a block is declared by a `BlockDeclaration` beside those of `BLOCKS`.
"""

from reportgen.blocks import FIXED, INTERNAL, PROSE, UNPRINTED
from reportgen.content.block_kinds import BlockContext, BlockKind
from reportgen.content.captions import CaptionFacts, caption_of_series, filled
from reportgen.content.data_facts import Facts
from reportgen.content.kinds.declaration import DrawnIn, Kind, Orientation, Refusal
from reportgen.content.report import Datum, Point, Series, Statistic
from reportgen.content.schema import Located
from reportgen.content.schema_parts import Line, Text
from reportgen.figures.base import FigureError, Label, Mark, MarkFigure, Shape, TextAlternative, too_narrow
from reportgen.figures.drawing.segments import circle, joined, polyline, rectangle
from reportgen.figures.request import Request
from reportgen.figures.series_alternatives import sets_alternative, value_of, values_alternative
from reportgen.geometry import Flex, fixed
from reportgen.layout.block_registry import BLOCKS
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.layout_block import BlockDeclaration, LayoutBlock, Variant
from reportgen.layout.parts import Part, column, grouped, inset, on_ground, row, space
from reportgen.layout.typesetter import PageTypesetter
from reportgen.page import Role
from reportgen.text.setting import set_line, set_text
from reportgen.text.spans import Rich, Source, Span, noted
from reportgen.text.words import Words

__all__ = [
    "BLOCKS", "FIXED", "INTERNAL", "PROSE", "UNPRINTED", "BlockContext", "BlockDeclaration", "BlockKind",
    "CaptionFacts", "ColumnGrid", "Datum", "DrawnIn", "Facts", "FigureError", "Flex", "Kind", "Label", "LayoutBlock",
    "Line",
    "Located", "Mark", "MarkFigure", "Orientation", "PageTypesetter", "Part", "Point", "Refusal", "Request", "Rich",
    "Role", "Series", "Shape", "Source", "Span", "Statistic", "Text", "TextAlternative", "Variant", "Words",
    "caption_of_series", "circle", "column", "filled", "fixed", "grouped", "inset", "joined", "noted", "on_ground",
    "polyline", "rectangle", "row", "set_line", "set_text", "sets_alternative", "space", "too_narrow", "value_of",
    "values_alternative",
]  # fmt: skip
