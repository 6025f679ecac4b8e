"""What was measured for one search: each block once in every variant, width and step of the type scale."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from reportgen.brand import Brand
from reportgen.content.report import Report
from reportgen.figures.base import MarkFigure
from reportgen.geometry import Flex
from reportgen.layout.composition_score import Terms, line_term
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.layout_block import LayoutBlock, Variant
from reportgen.layout.parts import Part
from reportgen.layout.typesetter import PageTypesetter
from reportgen.problems import Problem
from reportgen.text.spans import Rich

_FORCED = 0.6
"""What it costs that a block has the whole width, for which it has no variant."""
_PITCH = 4.6
"""A column of A4 with its gutter, in the size of text: variants are offered for columns of that width."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """A part that was set, with the height of its `head`, what is wrong with it, and what stops it."""

    part: Part
    terms: Terms
    head: float = 0.0
    problems: tuple[Problem, ...] = ()

    @property
    def height(self) -> Flex:
        """The heights it can take."""
        return self.part.height


@dataclass
class MeasureCache:
    """What was measured for one search of one report."""

    report: Report
    brand: Brand
    _steps: dict[int, Brand] = field(default_factory=dict)
    _figures: dict[int, dict[str, MarkFigure]] = field(default_factory=dict)
    _checked: dict[tuple[str, str, Rich], tuple[Problem, ...]] = field(default_factory=dict)
    _found: dict[tuple[object, ...], Measurement] = field(default_factory=dict)
    _variants: dict[tuple[str, int, bool], tuple[Variant, ...]] = field(default_factory=dict)

    def at_step(self, step: int) -> Brand:
        """The brand at a step of its type scale."""
        if step not in self._steps:
            self._steps[step] = self.brand.at_step(step)
        return self._steps[step]

    def variants(self, block: LayoutBlock, grid: ColumnGrid, columns: int) -> tuple[Variant, ...]:
        """The variants of a block for a column so wide; over the whole width there is one always, the nearest.

        Each is worked out once: a search of twenty blocks asks a thousand times.
        """
        key = (block.source, columns, columns < grid.columns)
        if key not in self._variants:
            self._variants[key] = self._offered(block, grid, columns)
        return self._variants[key]

    def _offered(self, block: LayoutBlock, grid: ColumnGrid, columns: int) -> tuple[Variant, ...]:
        pitch = _PITCH * self.brand.styles.text.size
        usual = round((grid.span(columns) + grid.format.gutter) / pitch)
        found = tuple(variant for variant in block.variants if variant.least <= usual <= variant.most)
        if found or columns < grid.columns:
            return found
        nearest = min(block.variants, key=lambda variant: max(variant.least - usual, usual - variant.most))
        return (replace(nearest, penalty=nearest.penalty + _FORCED),)

    def block(
        self, step: int, block: LayoutBlock, variant: Variant, grid: ColumnGrid, columns: int, head: float = 0.0
    ) -> Measurement:
        """A block in one of its variants over so many columns; its head is `head` pt high at least."""
        key = (step, block.source, variant.name, columns, head)
        return self._once(key, step, lambda typesetter: variant.set(typesetter, grid, columns), variant, head)

    def frame_layout(self, step: int, name: str, make: Callable[[PageTypesetter], Part]) -> Measurement:
        """A part of the page's frame, called `name`."""
        return self._once((step, name), step, make)

    def _once(
        self,
        key: tuple[object, ...],
        step: int,
        make: Callable[[PageTypesetter], Part],
        variant: Variant | None = None,
        head: float = 0.0,
    ) -> Measurement:
        if key not in self._found:
            made = self._figures.setdefault(step, {})
            typesetter = PageTypesetter(self.report, self.at_step(step), head=head, made=made, checked=self._checked)
            part = make(typesetter)
            terms = Terms(
                lines=line_term(typesetter.measures),
                proportion=typesetter.shrunk,
                broken=len(typesetter.problems),
                stranded=variant.stranded if variant else 0.0,
                order=variant.moved if variant else 0.0,
                usual=(variant.penalty if variant else 0.0) + typesetter.title,
            )
            self._found[key] = Measurement(part, terms, max(typesetter.heads, default=0.0), tuple(typesetter.problems))
        return self._found[key]
