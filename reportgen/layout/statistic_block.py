"""The statistics: rows of cells that start and end level, or one alone with its figure large beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from operator import itemgetter

from reportgen.blocks import BlockSource, walk
from reportgen.content.report import Statistic
from reportgen.geometry import Flex, Rect, fixed, tallest
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.layout_block import LayoutBlock, Variant
from reportgen.layout.parts import Part, at_top, column, grouped, row, rule, space
from reportgen.layout.statistic_cell import Cell, cell_of, figure_zone, sentence, wanted_width
from reportgen.layout.statistic_rows import Pattern, patterns
from reportgen.layout.typesetter import PageTypesetter
from reportgen.page import Box, Role
from reportgen.text.type_style import TypeStyle

_ABREAST = (3, 2, 4, 6)
"""How many may stand side by side over the whole page, as a rule three."""
_UNUSUAL = {3: 0.0, 2: 0.05, 1: 0.1, 4: 0.1, 6: 0.2}
"""What it costs that the longest row has so many."""
_UNEVEN = 0.15
"""What it costs that rows have different numbers of cells."""
_LONE, _NARROW = 0.35, 5
"""What it costs that one stands alone in a row, but in a column as narrow as this."""
_HARMONY = 1.25
"""How much taller than the shallowest figure of a row the others may become."""
_FEATURED = (1.6, 1.4, 1.2, 1.0)
"""How much larger than in a row the number of a lone statistic may be."""
_SHRUNK = (1.0, 0.9, 0.8, 0.7, 0.6)
"""How much smaller the numbers are set, all alike, when one of them is too wide for its cell."""


def variants(found: Sequence[Statistic]) -> tuple[LayoutBlock, ...]:
    """All statistics as one block."""
    if len(found) == 1:
        alone = Variant("alone", partial(_alone, found[0]), 9, 24)
        return (
            LayoutBlock("statistics", (alone, Variant("cell", partial(_rows, found, Pattern(((0,),), 0, 0)), 3, 8))),
        )
    figured = [bool(statistic.figure) for statistic in found]
    usable = partial(_keeps_notes, found)
    whole = [pattern for pattern in patterns(figured, _ABREAST) if all(12 % len(cells) == 0 for cells in pattern.rows)]
    across = [_variant(found, pattern, 9, 24) for pattern in filter(usable, whole)]
    beside = [_variant(found, pattern, 6, 8) for pattern in filter(usable, patterns(figured, (2,)))]
    stacked = _variant(found, patterns(figured, (1,))[0], 3, 5)
    return (LayoutBlock("statistics", (*across, *beside, stacked)),)


def _keeps_notes(found: Sequence[Statistic], pattern: Pattern) -> bool:
    """Whether statistics that have a source are seen in the order in which they are read, as the marks of notes are."""
    order = [index for indices in pattern.rows for index in indices]
    noted = [index for index in order if any(isinstance(one, BlockSource) for one in walk(found[index]))]
    return not pattern.moved or noted == sorted(noted)


def _variant(found: Sequence[Statistic], pattern: Pattern, least: int, most: int) -> Variant:
    lone = sum(len(cells) == 1 for cells in pattern.rows) if least > _NARROW else 0
    penalty = _UNUSUAL.get(pattern.widest, 0.2) + _UNEVEN * pattern.uneven + _LONE * lone
    name = "+".join(str(len(cells)) for cells in pattern.rows) + (" regrouped" if pattern.moved else "")
    return Variant(name, partial(_rows, found, pattern), least, most, penalty, pattern.holes, pattern.moved)


def _rows(
    found: Sequence[Statistic], pattern: Pattern, typesetter: PageTypesetter, grid: ColumnGrid, columns: int
) -> Part:
    style = _number_style(typesetter, grid, found, pattern, columns)
    parts: list[Part] = []
    for indices in pattern.rows:
        if parts:
            parts.append(typesetter.gap(typesetter.brand.spaces.row))
        parts.append(_row(typesetter, grid, [found[index] for index in indices], columns, style))
    return _read_in_order(column(parts), [index for indices in pattern.rows for index in indices])


def _read_in_order(part: Part, indices: Sequence[int]) -> Part:
    """Cells, a box each, in the report's order, though rows be regrouped: "of them" is heard after what they are."""

    def draw(box: Rect) -> tuple[Box, ...]:
        return tuple(cell for _, cell in sorted(zip(indices, part.draw(box), strict=True), key=itemgetter(0)))

    return Part(part.height, draw)


def _offsets(grid: ColumnGrid, count: int, columns: int) -> list[tuple[float, float]]:
    """Where each of `count` cells over `columns` columns begins, and how wide it is: on columns, as even as can be."""
    starts = [round(index * columns / count) for index in range(count + 1)]
    return [(grid.offset(start), grid.span(end - start)) for start, end in pairwise(starts)]


def _number_style(
    typesetter: PageTypesetter, grid: ColumnGrid, found: Sequence[Statistic], pattern: Pattern, columns: int
) -> TypeStyle:
    """One style for all numbers of the block: the largest in which each fits its cell."""
    style = typesetter.brand.styles.number
    widths = {len(cells): min(width for _, width in _offsets(grid, len(cells), columns)) for cells in pattern.rows}
    fits = min(
        width / max(wanted_width(found[index].datum.text, style, found[index].language, width, _SHRUNK[-1]), 0.1)
        for cells in pattern.rows
        for width in (widths[len(cells)],)
        for index in cells
    )
    return typesetter.shrunk_to(style, next((factor for factor in _SHRUNK if factor <= fits), _SHRUNK[-1]))


def _alone(statistic: Statistic, typesetter: PageTypesetter, grid: ColumnGrid, columns: int) -> Part:
    """One statistic: its number and label on the left, its figure large beside them."""
    brand = typesetter.brand
    left = round(columns * 5 / 12)
    across = grid.span(columns)
    wide, right = (grid.span(left), grid.span(columns - left)) if statistic.figure else (across, across)
    cell = cell_of(typesetter, statistic, wide, right, _largest(typesetter, statistic, wide), brand.styles.lead)
    text = sentence(typesetter, statistic, [cell.number, space(fixed(brand.spaces.heading.normal)), cell.label])
    cells = [(0.0, wide, at_top(text))]
    if cell.figure:
        usual = max(cell.height.normal, min(cell.height.normal * _FEATURED[0], cell.height.most))
        tall = Flex(cell.height.least, usual, max(cell.height.most, usual, brand.figure_height.most))
        cell = replace(cell, height=tall)
        cells.append((grid.offset(left), right, figure_zone(typesetter, cell, tall, max(cell.axis, cell.under))))
    caption = [] if cell.figure else [space(fixed(brand.spaces.close.normal)), cell.foot]
    body = [
        rule(brand.roles.rule, brand.measures.rule),
        space(fixed(brand.spaces.heading.normal)),
        row(cells),
        *caption,
    ]
    return grouped(column(body), Role.SECTION, statistic.path)


def _largest(typesetter: PageTypesetter, statistic: Statistic, width: float) -> TypeStyle:
    """The style of a lone number: larger than in a row, as far as its column holds it."""
    style = typesetter.brand.styles.number
    sizes = [style.at(style.size * factor) for factor in (*_FEATURED, *_SHRUNK)]
    text, language = statistic.datum.text, statistic.language
    wide = wanted_width(text, sizes[-1], language, width, 1.0) / sizes[-1].size  # for each pt of size
    return next((size for size in sizes if wide * size.size <= width), sizes[-1])


def _row(
    typesetter: PageTypesetter, grid: ColumnGrid, found: Sequence[Statistic], columns: int, style: TypeStyle
) -> Part:
    places = _offsets(grid, len(found), columns)
    text = typesetter.brand.styles.text
    cells = [
        cell_of(typesetter, statistic, width, width, style, text)
        for statistic, (_, width) in zip(found, places, strict=True)
    ]
    numbers = max(cell.number.height.normal for cell in cells)
    labels = max(cell.label.height.normal for cell in cells)
    feet = max(max(cell.axis, cell.under) for cell in cells)
    drawn = [cell.height for cell in cells if cell.figure]
    tall = _common(drawn, typesetter.brand.figure_height) if drawn else fixed(0.0)
    placed = []
    for cell, (start, width) in zip(cells, places, strict=True):
        part = _column(typesetter, cell, numbers, labels, tall, feet, cells)
        placed.append((start, width, grouped(part, Role.SECTION, cell.statistic.path)))
    return row(placed)


def _common(heights: Sequence[Flex], usual: Flex) -> Flex:
    """The heights of figures that stand side by side: one for all, within the brand's bounds where they can be."""
    if all(height.least == height.most for height in heights):
        return tallest(heights)
    least = max(usual.least, *(height.least for height in heights))
    most = max(least, min(usual.most, _HARMONY * min(height.most for height in heights)))
    return Flex(least, min(max(least, usual.normal), most), most)


def _column(
    typesetter: PageTypesetter,
    cell: Cell,
    numbers: float,
    labels: float,
    tall: Flex,
    feet: float,
    beside: Sequence[Cell],
) -> Part:
    brand = typesetter.brand
    between = space(fixed(brand.spaces.heading.normal))
    parts = [
        rule(brand.roles.rule, brand.measures.rule),
        space(fixed(brand.spaces.heading.normal)),
        sentence(typesetter, cell.statistic, [at_top(cell.number, numbers), between, at_top(cell.label, labels)]),
    ]
    if tall.most:
        parts += [typesetter.gap(brand.spaces.figure), figure_zone(typesetter, cell, tall, feet, beside)]
    elif feet:
        parts.append(at_top(cell.foot, feet))
    return column(parts)
