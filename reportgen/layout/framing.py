"""Framing: a frame of the page measured: where its body goes, what stands round it, how the whole is put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportgen.brand import Brand
from reportgen.flex import Flex, fixed, total
from reportgen.layout.bench import Bench, Measured
from reportgen.layout.foot import foot, panel_foot
from reportgen.layout.frame import Frame
from reportgen.layout.grid import Grid
from reportgen.layout.header import header, panel_head
from reportgen.layout.parts import Part, column, inset, on_ground, space
from reportgen.layout.pictures import logo_boxes
from reportgen.layout.registry import units
from reportgen.layout.score import Terms
from reportgen.layout.setter import Setter
from reportgen.page import Box, Path, Rect, artifact, box_path
from reportgen.problems import Problem

_PANEL = 4
"""Columns of a panel at the left of the page, of twelve."""
_AIR = (0.04, 0.2, 0.4)
"""White over and under the words of a page that has nothing else, as shares of its height."""


@dataclass(frozen=True, slots=True)
class Framing:
    """The frame of a page at one step. `height` is what it takes of the `room` (pt), a `gap` follows each row."""

    frame: Frame
    brand: Brand
    grid: Grid
    height: Flex
    room: float
    gap: Flex
    terms: Terms
    problems: tuple[Problem, ...]
    head: Part
    logos: Part
    foot: Part

    def page(self, rows: Sequence[Part]) -> Part:
        """The whole page, `rows` as its body."""
        return self._with_panel(rows) if self.frame.header == "panel" else self._stacked(rows)

    def _stacked(self, rows: Sequence[Part]) -> Part:
        margin, gap = self.brand.format.margin, space(self.gap, self.brand.format.unit)
        inner = [part for one in rows for part in (inset(one, margin, margin), gap)]
        return column([self.head, *([gap] if inner or self.logos.height.most else []), *inner, self.logos, self.foot])

    def _with_panel(self, rows: Sequence[Part]) -> Part:
        page, gap = self.brand.format, space(self.gap, self.brand.format.unit)
        margin, width = page.margin, Grid(page).span(_PANEL)
        ends = space(fixed(margin))
        body = column([ends, *[part for one in rows for part in (one, gap)][: 2 * len(rows) - 1], self.logos, ends])

        def draw(box: Rect) -> tuple[Box, ...]:
            low = self.foot.height.normal
            head = Rect(box.x + margin, box.y + margin, width, box.height - 2 * margin - low)
            head_height = min(head.height, self.head.height.most)
            under = Rect(head.x, box.bottom - margin - low, width, low)
            right = Rect(self.grid.left, box.y, self.grid.width, box.height)
            return (
                *self._panel_ground(box),
                *self.head.draw(Rect(head.x, head.y, width, head_height)),
                *body.draw(right),
                *self.foot.draw(under),
            )

        return Part(body.height, draw)

    def _panel_ground(self, box: Rect) -> tuple[Box, ...]:
        roles, page = self.brand.roles, self.brand.format
        if roles.header_ground == roles.paper:
            return ()
        width = self.grid.left - page.gutter + page.bleed
        ground = Rect(box.x - page.bleed, box.y - page.bleed, width, box.height + 2 * page.bleed)
        return (artifact(Path(box_path(ground), fill=roles.header_ground)),)


def framing(bench: Bench, step: int, frame: Frame) -> Framing:
    """The frame of a report's page, measured at one step."""
    brand = bench.at_step(step)
    return _panel(bench, step, frame) if frame.header == "panel" else _band(bench, step, frame, Grid(brand.format))


def _band(bench: Bench, step: int, frame: Frame, grid: Grid) -> Framing:
    """A header on top and a foot under the body."""
    brand = bench.at_step(step)
    alone = not units(bench.report, frame.picture)
    head = bench.framing(step, f"header {frame}", lambda setter: _header(setter, grid, frame, alone))
    low = bench.framing(step, "foot", lambda setter: foot(setter, grid))
    logos = bench.framing(step, "logos", lambda setter: _logos(setter, brand.format.margin))
    gap = brand.spaces.row
    first = gap if not alone or logos.height.most else fixed(0.0)
    height = total([head.height, low.height, first, logos.height])
    return _framing(frame, brand, grid, height, brand.format.height, (head, logos, low))


def _header(setter: Setter, grid: Grid, frame: Frame, alone: bool) -> Part:
    """The header; on a page that has nothing else it takes all of the page, with air over and under its words."""
    part = header(setter, grid, frame)
    if not alone:
        return part
    least, normal, most = (share * setter.brand.format.height for share in _AIR)
    air = Flex(least, normal, most)
    ground, paper = setter.brand.roles.header_ground, setter.brand.roles.paper
    whole = column([space(air), part, space(air * 1.6)])
    return whole if ground == paper else on_ground(whole, ground, grid.to_edges)


def _panel(bench: Bench, step: int, frame: Frame) -> Framing:
    """Header and foot in a panel at the left, the body at its right over the whole height."""
    brand = bench.at_step(step)
    page = brand.format
    grid, width = Grid(page, _PANEL + 1), Grid(page).span(_PANEL)
    head = bench.framing(step, f"panel {frame.picture}", lambda setter: panel_head(setter, width, frame.picture))
    low = bench.framing(step, "panel foot", lambda setter: panel_foot(setter, width))
    logos = bench.framing(step, "panel logos", lambda setter: _logos(setter, 0.0))
    # The gap after the last row is none here: the margin ends the body.
    height = fixed(2 * page.margin - brand.spaces.row.normal) + logos.height
    over = head.height.least + low.height.normal + brand.spaces.row.normal + 2 * page.margin - page.height
    found = _framing(frame, brand, grid, height, page.height, (head, logos, low))
    return found if over <= 0 else replace(found, terms=found.terms + Terms(over=over))


def _framing(
    frame: Frame, brand: Brand, grid: Grid, height: Flex, room: float, parts: tuple[Measured, Measured, Measured]
) -> Framing:
    terms = sum((one.terms for one in parts), Terms())
    problems = tuple(problem for one in parts for problem in one.problems)
    head, logos, low = (one.part for one in parts)
    return Framing(frame, brand, grid, height, room, brand.spaces.row, terms, problems, head, logos, low)


def _logos(setter: Setter, margin: float) -> Part:
    """The partners' logos in a row, with the space under it."""
    logos = setter.report.logos
    if not logos:
        return column([])
    shown = Part(fixed(setter.brand.measures.logo), lambda box: logo_boxes(setter, logos, box))
    return column([inset(shown, margin, margin), setter.gap(setter.brand.spaces.row)])
