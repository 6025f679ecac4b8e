"""Blocks as layout sees them: what a page has to place, and the variants in which each may stand.

A block of the program is declared in `block_registry.py`, from its kind, which says how it is read, and a function of
its own module, which says how it is set.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from reportgen.content.block_kinds import BlockKind
from reportgen.content.report import Report
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.parts import Part
from reportgen.layout.typesetter import PageTypesetter

B = TypeVar("B")

Set = Callable[[PageTypesetter, ColumnGrid, int], Part]
"""Sets a block over so many columns of the grid."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way in which a block can stand, over `least` to `most` columns such as twelve make an A4 page.

    `penalty` is what it costs against the block's best variant, `stranded` how many cells of it stay without content
    and `moved` how many of its parts stand out of the reader's order; the score weighs them.
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

    One that `fills` takes all the height that its neighbours have; another ends where its content does. One that is
    `even` shares its row in halves, not in a little more and less. Those that have the same `alike` are read as one
    list, and look best when all stand in one variant.
    """

    source: str
    variants: tuple[Variant, ...]
    fills: bool = False
    even: bool = False
    alike: str = ""


@dataclass(frozen=True, slots=True)
class BlockDeclaration(Generic[B]):
    """A kind of block, whole: how a report has it, and how it is set.

    `variants` is given the block, or the blocks of a list, and gives what is to be placed, in the reader's order.
    """

    kind: BlockKind[B]
    variants: Callable[[B], tuple[LayoutBlock, ...]]


Blocks = tuple[BlockDeclaration[Any], ...]


def placed_blocks(report: Report, blocks: Blocks, in_header: str) -> tuple[LayoutBlock, ...]:
    """What a report's body has to place, in the reader's order, without the picture beside the title (`in_header`).

    Raises LookupError for a block of the report that is not among `blocks`.
    """
    known = {block.kind.key: block.variants for block in blocks}
    shown = {key: found for key, found in report.blocks.items() if found and key != in_header}
    for key in shown:
        if key not in known:
            raise LookupError(f"the report has a block `{key}`, and none of that key is declared")
    keys = [key for key in dict.fromkeys((*report.order, *shown)) if key in shown]
    return tuple(placed for key in keys for placed in known[key](shown[key]))
