"""Blocks: what a page has to place. A unit stands in one of several ways, each over so many columns of the grid.

A new block is one module with a function like `Variants`, and one line in `registry.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportgen.content.report import Report
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.parts import Part
from reportgen.layout.typesetter import PageTypesetter

Set = Callable[[PageTypesetter, ColumnGrid, int], Part]
"""Sets a unit over so many columns of the grid."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way in which a unit can stand, over `least` to `most` columns such as twelve make an A4 page.

    `penalty` is what it costs against the unit's best way, `stranded` how many cells of it stay without content and
    `moved` how many of its parts stand out of the reader's order; the score weighs them.
    """

    name: str
    set: Set
    least: int = 4
    most: int = 12
    penalty: float = 0.0
    stranded: float = 0.0
    moved: float = 0.0


@dataclass(frozen=True, slots=True)
class LayoutBlock:
    """What is placed as one: a block, or one figure or section of it. `source` is its path in the report.

    A unit that `fills` takes all the height that its neighbours have; another ends where its content does. One that is
    `even` shares its row in halves, not in a little more and less. Units that have the same `alike` are read as one
    list, and look best when all stand in one way.
    """

    source: str
    variants: tuple[Variant, ...]
    fills: bool = False
    even: bool = False
    alike: str = ""


Variants = Callable[[Report], tuple[LayoutBlock, ...]]
"""What a block offers of a report: nothing, one unit, or several in the reader's order."""
