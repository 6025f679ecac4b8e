"""The search for the best arrangement of a page, and for the runner-up. It is bounded, and gives the same every time.

The normal size is tried first. How a page grows with its type then says what the other sizes promise; the one that
promises most is tried next, until none promises to be better than what was found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from reportgen.brand import Brand
from reportgen.content.report import Report
from reportgen.geometry import Flex, fixed, tallest, total
from reportgen.layout.arrangement import ArrangedColumn, Arrangement, PageFrame, PlacedBlock, Row
from reportgen.layout.block_registry import BLOCKS
from reportgen.layout.composition_score import Terms, cost, level_term, page_terms, size_term, summed
from reportgen.layout.frame_layout import FrameLayout, frame_layout, frames
from reportgen.layout.gc_pause import paused
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.layout_block import Blocks, LayoutBlock, Variant, placed_blocks
from reportgen.layout.measure_cache import MeasureCache, Measurement
from reportgen.layout.row_arithmetic import RowPlan, Shape, best_rows, shapes, strain

_VARIANTS = 3
"""How many variants of each block are combined when several share a row."""
_UNEVEN = 0.12
"""From this difference in height on two columns are tried in unequal widths."""
_NARROWEST = 15.0
"""The least width of a third of the page, in the size of its text."""
_GROWTH = 1.5
"""The power of the size of type with which a page grows: lines are higher, and there are more of them."""
_DOUBT = 0.1
"""By how much a promise may be too dear."""
_KEPT = 8
"""How many compositions are kept."""
_JUDGED = 8
"""How many of the cheapest bodies of a frame are judged as whole pages."""
_MIXED = 0.25
"""What it costs that blocks that are alike stand in two variants, and again for a third."""
_UNLEVEL = 0.3
"""What it costs that two columns of a row hold several blocks each: those under the first do not begin level."""
_PER_COLUMN = 0.06
"""What each column costs by which the middle of the page is missed."""


@dataclass(frozen=True, slots=True)
class Composition:
    """One page, not yet drawn: what was chosen, what it costs, and the height it can take (pt)."""

    arrangement: Arrangement
    terms: Terms
    height: Flex
    frame_layout: FrameLayout

    @property
    def cost(self) -> float:
        """The one number that is compared."""
        return cost(self.terms)

    @property
    def slack(self) -> float:
        """How far its spaces are from normal: -1 at their least, 1 at their most, beyond when even those miss."""
        return self.height.stretch_to(self.frame_layout.room)

    @property
    def fits(self) -> bool:
        """Whether the page holds it."""
        return self.terms.over <= 0.01

    @property
    def sound(self) -> bool:
        """Whether it fits and all in it can be set."""
        return self.fits and not self.terms.broken


@dataclass
class Search:
    """One search."""

    report: Report
    brand: Brand
    blocks: Blocks = BLOCKS
    cache: MeasureCache = field(init=False)
    _plans: dict[tuple[object, ...], list[list[RowPlan]]] = field(default_factory=dict)
    _placed: dict[str, tuple[LayoutBlock, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.cache = MeasureCache(self.report, self.brand)

    def like(self, report: Report, brand: Brand | None = None) -> Search:
        """A search of another report, or in another brand, with the same blocks."""
        return Search(report, brand or self.brand, self.blocks)

    def placed(self, in_header: str) -> tuple[LayoutBlock, ...]:
        """The blocks of the body without the picture that stands in the header; every step and frame asks for them."""
        if in_header not in self._placed:
            self._placed[in_header] = placed_blocks(self.report, self.blocks, in_header)
        return self._placed[in_header]

    @paused()
    def run(self, steps: Sequence[int] = ()) -> list[Composition]:
        """Compositions, the best first; only of `steps`, if some are given."""
        if not steps and not self.placed(""):
            return self._title_page()
        found: list[Composition] = []
        left = self.sizes(steps)
        while left:
            penalty, step = left.pop(self._next(left, found))
            limit = found[0].cost if found else float("inf")
            here = list(self._at_step(step, penalty, limit))
            found = sorted([*found, *here], key=lambda one: one.cost)[:_KEPT]
            left = [one for one in left if self._promises(one, found)]
        return found

    def _next(self, left: Sequence[tuple[float, int]], found: Sequence[Composition]) -> int:
        """Which size to try next: the normal one, then the one that promises most."""
        promised = [self._promised(one, found) for one in left]
        return promised.index(min(promised))

    def _promises(self, size: tuple[float, int], found: Sequence[Composition]) -> bool:
        """Whether a size may yet win. While nothing fits, the smaller sizes always may."""
        if not found[0].fits:
            return self.factor(size[1]) < self.factor(found[0].arrangement.step)
        return size[0] < found[0].cost and self._promised(size, found) < found[0].cost + _DOUBT

    def _promised(self, size: tuple[float, int], found: Sequence[Composition]) -> float:
        """What a page at a size is likely to cost, from the best page at the nearest size that was tried."""
        if not found:
            return size[0]
        factor = self.factor(size[1])
        nearest = min(found, key=lambda one: (abs(self.factor(one.arrangement.step) - factor), one.cost))
        before = self.factor(nearest.arrangement.step)
        grown = nearest.height * ((factor / before) ** _GROWTH)
        room = nearest.frame_layout.room
        return nearest.cost - strain(nearest.height, room) - size_term(before) + strain(grown, room) + size[0]

    def _title_page(self) -> list[Composition]:
        """A page that has nothing but its header: at the largest size at which it fits."""
        found: list[Composition] = []
        for penalty, step in sorted(self.sizes(), key=lambda size: -self.factor(size[1])):
            found = sorted(self._at_step(step, penalty, float("inf")), key=lambda one: one.cost)
            if found[0].sound:
                break
        return found

    def factor(self, step: int) -> float:
        """The size of text at a step over its normal size."""
        return self.brand.steps.text[step]

    def sizes(self, steps: Sequence[int] = ()) -> list[tuple[float, int]]:
        """The steps with what each costs by itself, the cheapest first."""
        wanted = steps or range(len(self.brand.steps.text))
        return sorted((size_term(self.factor(step)), step) for step in wanted)

    def _at_step(self, step: int, penalty: float, limit: float) -> Iterator[Composition]:
        """The best two compositions of every frame at one step."""
        for frame in frames(self.report, self.brand):
            usual = (min(variant.penalty for variant in block.variants) for block in self.placed(frame.picture))
            base = penalty + frame.penalty + sum(usual)
            if base < limit:
                found = list(self._in_frame(step, frame, penalty, limit - penalty - frame.penalty))
                limit = min([limit, *(one.cost for one in found)])
                yield from found

    def _in_frame(self, step: int, frame: PageFrame, penalty: float, limit: float) -> Iterator[Composition]:
        around = self._framed(step, frame)
        body = self.placed(frame.picture)
        plans = self._rows(step, around.grid, body)
        gap = around.gap
        found = []
        for whole in best_rows(plans, gap, around.height, around.room, limit)[:_JUDGED]:
            rows = tuple(plan.name for plan in whole.rows)
            arrangement = Arrangement(step, frame, rows)  # type: ignore[arg-type]  # the names that `_plan` gave
            found.append(self.judged(arrangement, around, body))
        yield from sorted(found, key=lambda one: one.cost)[:2]

    def _framed(self, step: int, frame: PageFrame) -> FrameLayout:
        return frame_layout(self.cache, step, frame, alone=not self.placed(frame.picture))

    def _rows(self, step: int, grid: ColumnGrid, body: Sequence[LayoutBlock]) -> list[list[RowPlan]]:
        """The rows that can begin with each block."""
        key = (step, grid, tuple(block.source for block in body))
        if key not in self._plans:
            self._plans[key] = [self._beginning(step, grid, body[index:]) for index in range(len(body))]
        return self._plans[key]

    def _beginning(self, step: int, grid: ColumnGrid, body: Sequence[LayoutBlock]) -> list[RowPlan]:
        three = grid.span(grid.columns // 3) >= _NARROWEST * self.brand.styles.text.size
        found: list[RowPlan] = []
        for count in range(1, min(len(body), 6 if three else 4) + 1):
            for shape in shapes(grid.columns, count, three):
                if not self._worth(step, grid, body, shape):
                    continue
                for variants in self._combined(grid, body[:count], shape):
                    row = _named(shape, body, variants)
                    height, terms = self.row(step, grid, row, {block.source: block for block in body[:count]})
                    found.append(RowPlan(count, height, cost(terms), row))
        return found

    def _worth(self, step: int, grid: ColumnGrid, body: Sequence[LayoutBlock], shape: Shape) -> bool:
        """Whether unequal widths are worth trying: only to bring two columns nearer to one height."""
        if len(shape) != 2 or shape[0][0] == shape[1][0]:
            return True
        even = grid.columns // 2
        in_row = body[: shape[0][1] + shape[1][1]]
        if any(block.even and self.cache.variants(block, grid, even) for block in in_row):
            return False
        heights = []
        start = 0
        for _, count in shape:
            heights.append(sum(self._usual_height(step, grid, block, even) for block in body[start : start + count]))
            start += count
        left, right = heights
        taller = left > right * (1 + _UNEVEN) if shape[0][0] > shape[1][0] else right > left * (1 + _UNEVEN)
        return taller and min(heights) > 0

    def _usual_height(self, step: int, grid: ColumnGrid, block: LayoutBlock, columns: int) -> float:
        variants = self.cache.variants(block, grid, columns)
        return self.cache.block(step, block, variants[0], grid, columns).height.normal if variants else 0.0

    def _combined(self, grid: ColumnGrid, body: Sequence[LayoutBlock], shape: Shape) -> Iterator[tuple[Variant, ...]]:
        """Every choice of a variant for each of the blocks in a row."""
        widths = [columns for columns, count in shape for _ in range(count)]
        most = len(max((block.variants for block in body), key=len)) if len(body) == 1 else _VARIANTS
        offered = [self.cache.variants(block, grid, width)[:most] for block, width in zip(body, widths, strict=True)]
        return product(*offered)

    def row(self, step: int, grid: ColumnGrid, row: Row, body: dict[str, LayoutBlock]) -> tuple[Flex, Terms]:
        """The height of a row and what it costs."""
        gap = self.cache.at_step(step).spaces.row
        columns = [self.column(step, grid, column, body) for column in row]
        heads = [found[0].head for found in columns if found[0].head]
        least = max(heads) if len(heads) > 1 else 0.0
        heights = []
        for found in columns:
            lower = max(0.0, least - found[0].head) if found[0].head else 0.0
            heights.append(total([*(one.height for one in found), *[gap] * (len(found) - 1), fixed(lower)]))
        terms = summed(one.terms for found in columns for one in found)
        widths = [column.columns for column in row]
        uneven = _PER_COLUMN * (max(widths) - min(widths)) / 2 if len(row) > 1 else 0.0
        unlevel = _UNLEVEL * max(0, sum(len(column.blocks) > 1 for column in row) - 1)
        return tallest(heights), terms + Terms(level=level_term(heights, widths), usual=uneven + unlevel)

    def column(
        self, step: int, grid: ColumnGrid, column: ArrangedColumn, body: dict[str, LayoutBlock], head: float = 0.0
    ) -> list[Measurement]:
        """The blocks of a column; the first has a head of `head` pt at least."""
        found = []
        for index, placed in enumerate(column.blocks):
            block = body[placed.source]
            variant = self._variant(block, placed, grid, column.columns)
            found.append(self.cache.block(step, block, variant, grid, column.columns, 0.0 if index else head))
        return found

    def _variant(self, block: LayoutBlock, placed: PlacedBlock, grid: ColumnGrid, columns: int) -> Variant:
        """The variant that an arrangement names; as it is offered for a column so wide, if it is."""
        offered = (*self.cache.variants(block, grid, columns), *block.variants)
        return next(variant for variant in offered if variant.name == placed.variant)

    def judged(self, arrangement: Arrangement, around: FrameLayout, body: Sequence[LayoutBlock]) -> Composition:
        """An arrangement with what it costs."""
        named = {block.source: block for block in body}
        rows = [self.row(arrangement.step, around.grid, row, named) for row in arrangement.rows]
        height = total([around.height, *(height + around.gap for height, _ in rows)])
        terms = summed([around.terms, *(terms for _, terms in rows)])
        terms += page_terms(height, around.room) + Terms(
            size=size_term(self.factor(arrangement.step)),
            usual=arrangement.frame.penalty + _MIXED * _mixed(arrangement, named),
        )
        return Composition(arrangement, terms, height, around)

    def following(self, lead: Arrangement) -> Composition | None:
        """The composition that another page's arrangement is of this report; None when the report has other blocks."""
        body = self.placed(lead.frame.picture)
        placed = [one for row in lead.rows for column in row for one in column.blocks]
        known = {(block.source, variant.name) for block in body for variant in block.variants}
        if [one.source for one in placed] != [block.source for block in body]:
            return None
        if any((one.source, one.variant) not in known for one in placed) or lead.step >= len(self.brand.steps.text):
            return None
        if lead.frame not in frames(self.report, self.brand):
            return None
        return self.judged(lead, self._framed(lead.step, lead.frame), body)


def _mixed(arrangement: Arrangement, named: Mapping[str, LayoutBlock]) -> int:
    """How many variants too many blocks stand in that are alike."""
    placed = [one for row in arrangement.rows for column in row for one in column.blocks]
    variants = {(named[one.source].alike, one.variant) for one in placed if named[one.source].alike}
    return len(variants) - len({alike for alike, _ in variants})


def _named(shape: Shape, body: Sequence[LayoutBlock], variants: Sequence[Variant]) -> Row:
    columns = []
    start = 0
    for width, count in shape:
        placed = (PlacedBlock(body[index].source, variants[index].name) for index in range(start, start + count))
        columns.append(ArrangedColumn(width, tuple(placed)))
        start += count
    return tuple(columns)
