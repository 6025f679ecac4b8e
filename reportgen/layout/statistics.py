"""The statistics: cells of a rule, a number, its label, its figure and a caption, in rows that start and end level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportgen.content.report import Statistic
from reportgen.figures.base import Figure
from reportgen.figures.make import figure_of
from reportgen.flex import Flex, fixed, tallest
from reportgen.layout.grid import Grid
from reportgen.layout.parts import Part, at_top, column, grouped, row, rule, space
from reportgen.layout.setter import Setter, figure_box
from reportgen.page import Box, Rect, Role
from reportgen.text.setting import natural_width
from reportgen.text.spans import Span, plain
from reportgen.text.style import TypeStyle
from reportgen.text.words import words

_ROWS = {1: (1,), 2: (2,), 3: (3,), 4: (2, 2), 5: (3, 2), 6: (3, 3), 7: (3, 2, 2), 8: (3, 3, 2), 9: (3, 3, 3)}
"""How many cells each row has, for so many statistics."""


_HARMONY = 1.25
"""How much taller than the shallowest figure of a row the others may become."""
_FEATURED = (1.6, 1.4, 1.2, 1.0)
"""How much larger than in a row the number of a lone statistic may be."""


@dataclass(frozen=True)
class _Cell:
    statistic: Statistic
    width: float
    number: Part
    label: Part
    figure: Figure | None
    height: Flex
    foot: Part

    @property
    def axis(self) -> float:
        """Height of what the figure sets under its base line."""
        return float(getattr(self.figure, "foot", 0.0))


def rows_of(count: int) -> tuple[int, ...]:
    """How many statistics stand in each row."""
    return _ROWS.get(count, tuple([3] * (count // 3) + ([count % 3] if count % 3 else [])))


def statistics(setter: Setter, grid: Grid) -> Part:
    """All statistics of the report, in rows."""
    found = setter.report.statistics
    if len(found) == 1:
        return feature(setter, grid, found[0])
    parts: list[Part] = []
    start = 0
    for count in rows_of(len(found)):
        if parts:
            parts.append(space(setter.brand.spaces.row))
        parts.append(_row(setter, grid, found[start : start + count]))
        start += count
    return column(parts)


def feature(setter: Setter, grid: Grid, statistic: Statistic) -> Part:
    """One statistic alone: its number and label on the left, its figure large beside them."""
    brand = setter.brand
    left, right = (grid.span(5), grid.span(7)) if statistic.figure else (grid.width, 0.0)
    number = _largest(setter, statistic, left)
    cell = _cell(setter, statistic, left, right or left, number, brand.styles.lead)
    text = _sentence(setter, statistic, [cell.number, space(brand.spaces.heading), cell.label])
    cells = [(0.0, left, at_top(text))]
    if cell.figure:
        usual = cell.height.normal * _FEATURED[0]
        tall = Flex(cell.height.least, usual, max(cell.height.most, usual, brand.figure_height.most))
        cell = replace(cell, height=tall)
        cells.append((grid.offset(5), right, _figure_zone(setter, cell, tall, max(cell.axis, cell.foot.height.normal))))
    body = [rule(brand.roles.rule, brand.measures.rule), space(brand.spaces.heading), row(cells)]
    return grouped(column(body), Role.SECTION, statistic.path)


def _largest(setter: Setter, statistic: Statistic, width: float) -> TypeStyle:
    """The style of a lone number: larger than in a row, as far as its column holds it."""
    style = setter.brand.styles.number
    sizes = [style.at(style.size * factor) for factor in _FEATURED]
    text = statistic.datum.text
    return next((size for size in sizes if natural_width(text, size, statistic.language) <= width), style)


def _row(setter: Setter, grid: Grid, found: Sequence[Statistic]) -> Part:
    columns = grid.share(len(found))
    width, styles = grid.span(columns), setter.brand.styles
    cells = [_cell(setter, statistic, width, width, styles.number, styles.text) for statistic in found]
    numbers = max(cell.number.height.normal for cell in cells)
    labels = max(cell.label.height.normal for cell in cells)
    feet = max(max(cell.axis, cell.foot.height.normal) for cell in cells)
    drawn = [cell.height for cell in cells if cell.figure]
    tall = _common(drawn, setter.brand.figure_height) if drawn else fixed(0.0)
    placed = []
    for index, cell in enumerate(cells):
        part = _column(setter, cell, numbers, labels, tall, feet)
        placed.append((grid.offset(index * columns), cell.width, grouped(part, Role.SECTION, cell.statistic.path)))
    return row(placed)


def _common(heights: Sequence[Flex], usual: Flex) -> Flex:
    """The heights of figures that stand side by side: one for all, within the brand's bounds where they can be."""
    if all(height.least == height.most for height in heights):
        return tallest(heights)
    least = max(usual.least, *(height.least for height in heights))
    most = max(least, min(usual.most, _HARMONY * min(height.most for height in heights)))
    return Flex(least, min(max(least, usual.normal), most), most)


def _column(setter: Setter, cell: _Cell, numbers: float, labels: float, tall: Flex, feet: float) -> Part:
    brand = setter.brand
    parts = [
        rule(brand.roles.rule, brand.measures.rule),
        space(brand.spaces.heading),
        _sentence(
            setter,
            cell.statistic,
            [at_top(cell.number, numbers), space(brand.spaces.heading), at_top(cell.label, labels)],
        ),
    ]
    if tall.most:
        parts += [space(brand.spaces.figure), _figure_zone(setter, cell, tall, feet)]
    return column(parts)


def _sentence(setter: Setter, statistic: Statistic, parts: Sequence[Part]) -> Part:
    """Number and label, which are read as one sentence."""
    return grouped(column(parts), Role.PARAGRAPH, language=setter.foreign(statistic.language))


def _figure_zone(setter: Setter, cell: _Cell, tall: Flex, feet: float) -> Part:
    """The figure on a base line that the whole row shares, and its caption or its axis under it."""

    def draw(box: Rect) -> tuple[Box, ...]:
        if cell.figure is None:
            return ()
        height = min(box.height - feet, max(cell.height.most, cell.height.normal))
        is_bar = cell.height.least == cell.height.most  # a bar keeps to its number, and its caption to the bar
        base = box.y + height if is_bar else box.bottom - feet
        frame = Rect(box.x, base - height, box.width, height + cell.axis)
        under = Rect(box.x, base + cell.axis, box.width, cell.foot.height.normal)
        statistic = cell.statistic
        beside = " ".join([statistic.datum.text, plain(statistic.label), plain(statistic.caption)])
        told = figure_box(cell.figure, frame, statistic.path, setter.foreign(statistic.language), beside)
        return told, *cell.foot.draw(under)

    return Part(tall + fixed(feet), draw)


def _cell(
    setter: Setter, statistic: Statistic, width: float, figure_width: float, large: TypeStyle, text: TypeStyle
) -> _Cell:
    styles, roles, path = setter.brand.styles, setter.brand.roles, statistic.path
    language = statistic.language
    number = (Span(statistic.datum.text, keep=True),)
    label = setter.noted(statistic.label, statistic.source)
    found = None
    if statistic.figure:
        beside = setter.report.statistics
        found = setter.figure(
            lambda: figure_of(statistic, setter.brand, words(language), beside), figure_width, f"{path}.figure"
        )
    figure, height = found or (None, fixed(0.0))
    foot: list[Part] = []
    if statistic.caption:
        role = Role.CAPTION if figure else Role.PARAGRAPH
        caption = setter.text(
            statistic.caption, styles.caption, figure_width, roles.caption, f"{path}.caption",
            role=role, language=language,
        )  # fmt: skip
        foot = [space(fixed(setter.brand.spaces.close.normal)), caption, space(fixed(styles.caption.depth))]
    return _Cell(
        statistic,
        width,
        setter.text(
            number, large, width, roles.number, f"{path}.value", role=Role.SPAN, language=language, goes_on=True
        ),
        setter.text(
            label, text, width, roles.text, f"{path}.label", role=Role.SPAN, language=language, link=roles.link
        ),
        figure,
        height,
        column(foot),
    )
