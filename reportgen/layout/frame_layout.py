"""What holds a page together round its body: the frames worth trying out, each measured and put round the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportgen.brand import Brand
from reportgen.content.report import Report
from reportgen.geometry import Flex, Rect, fixed, total
from reportgen.layout.arrangement import PageFrame
from reportgen.layout.composition_score import Terms
from reportgen.layout.foot import foot, panel_foot
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.header import header, panel_head
from reportgen.layout.measure_cache import MeasureCache, Measurement
from reportgen.layout.parts import Part, column, inset, on_ground, space
from reportgen.layout.picture_parts import logo_boxes
from reportgen.layout.typesetter import PageTypesetter
from reportgen.page import Box, PathBox, artifact, box_path
from reportgen.problems import Problem

_PANEL = 4
"""Columns of a panel at the left of the page, of twelve."""
_AIR = (0.04, 0.2, 0.4)
"""White over and under the words of a page that has nothing else, as shares of its height."""
_WIDE = 1.15
"""From this width over height on a page may have its header at its left side."""
_CLEAR = 0.7
"""Room over and under logos at the head of the page, over its margin: three quarters of a logo's height."""
_BLOCK = 0.3
"""What it costs when a picture that could stand in the header does not."""


def frames(report: Report, brand: Brand) -> tuple[PageFrame, ...]:
    """Every frame of a report, the likeliest first."""
    pictures = [name for name, found in (("place", report.place), ("photo", report.photo)) if found]
    found = [PageFrame("beside", name, 0.1 * index) for index, name in enumerate(pictures)]
    page = brand.format
    if page.width > _WIDE * page.height:
        found += [PageFrame("panel", name, 0.1 * index) for index, name in enumerate(pictures or [""])]
    apart = _BLOCK if pictures else 0.0
    quiet = brand.roles.header_ground == brand.roles.paper
    if report.intro:
        found.append(PageFrame("aside", "", apart + (0.0 if quiet else 0.15)))
    found.append(PageFrame("stacked", "", apart + (0.15 if quiet and report.intro else 0.0)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class FrameLayout:
    """The frame of a page at one step. `height` is what it takes of the `room` (pt), a `gap` follows each row.

    `over` are the logos at the head of the page, `logos` those over the foot.
    """

    frame: PageFrame
    brand: Brand
    grid: ColumnGrid
    height: Flex
    room: float
    gap: Flex
    terms: Terms
    problems: tuple[Problem, ...]
    over: Part
    head: Part
    logos: Part
    foot: Part

    def page(self, rows: Sequence[Part]) -> Part:
        """The whole page, `rows` as its body."""
        return self._with_panel(rows) if self.frame.header == "panel" else self._stacked(rows)

    def _stacked(self, rows: Sequence[Part]) -> Part:
        margin, gap = self.brand.format.margin, space(self.gap, self.brand.format.unit)
        inner = [part for one in rows for part in (inset(one, margin, margin), gap)]
        return column(
            [self.over, self.head, *([gap] if inner or self.logos.height.most else []), *inner, self.logos, self.foot]
        )

    def _with_panel(self, rows: Sequence[Part]) -> Part:
        page, gap = self.brand.format, space(self.gap, self.brand.format.unit)
        margin, width = page.margin, ColumnGrid(page).span(_PANEL)
        ends = space(fixed(margin))
        body = column(
            [ends, self.over, *[part for one in rows for part in (one, gap)][: 2 * len(rows) - 1], self.logos, ends]
        )

        def draw(box: Rect) -> tuple[Box, ...]:
            low = self.foot.height.normal
            apart = self.brand.spaces.row.normal
            head = Rect(box.x + margin, box.y + margin, width, box.height - 2 * margin - low - apart)
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
        return (artifact(PathBox(box_path(ground), fill=roles.header_ground)),)


def frame_layout(cache: MeasureCache, step: int, frame: PageFrame, alone: bool) -> FrameLayout:
    """The frame of a report's page, measured at one step; `alone` says that nothing stands in it."""
    return _panel(cache, step, frame) if frame.header == "panel" else _band(cache, step, frame, alone)


def _band(cache: MeasureCache, step: int, frame: PageFrame, alone: bool) -> FrameLayout:
    """A header on top and a foot under the body."""
    brand = cache.at_step(step)
    grid = ColumnGrid(brand.format)
    head = cache.frame_layout(step, f"header {frame}", lambda typesetter: _header(typesetter, grid, frame, alone))
    low = cache.frame_layout(step, "foot", lambda typesetter: foot(typesetter, grid))
    logos = cache.frame_layout(step, "logos", lambda typesetter: _logos(typesetter, brand.format.margin))
    over = cache.frame_layout(step, "logos over", lambda typesetter: _logos_over(typesetter, brand.format.margin))
    gap = brand.spaces.row
    first = gap if not alone or logos.height.most else fixed(0.0)
    height = total([over.height, head.height, low.height, first, logos.height])
    return _framing(frame, brand, grid, height, brand.format.height, (over, head, logos, low))


def _header(typesetter: PageTypesetter, grid: ColumnGrid, frame: PageFrame, alone: bool) -> Part:
    """The header; on a page that has nothing else it takes all of the page, with air over and under its words."""
    part = header(typesetter, grid, frame)
    if not alone:
        return part
    least, normal, most = (share * typesetter.brand.format.height for share in _AIR)
    air = Flex(least, normal, most)
    ground, paper = typesetter.brand.roles.header_ground, typesetter.brand.roles.paper
    whole = column([space(air), part, space(air * 1.6)])
    return whole if ground == paper else on_ground(whole, ground, grid.to_edges)


def _panel(cache: MeasureCache, step: int, frame: PageFrame) -> FrameLayout:
    """Header and foot in a panel at the left, the body at its right over the whole height."""
    brand = cache.at_step(step)
    page = brand.format
    grid, width = ColumnGrid(page, _PANEL + 1), ColumnGrid(page).span(_PANEL)
    head = cache.frame_layout(
        step, f"panel {frame.picture}", lambda typesetter: panel_head(typesetter, width, frame.picture)
    )
    low = cache.frame_layout(step, "panel foot", lambda typesetter: panel_foot(typesetter, width))
    logos = cache.frame_layout(step, "panel logos", lambda typesetter: _logos(typesetter, 0.0))
    above = cache.frame_layout(step, "panel logos over", lambda typesetter: _logos(typesetter, 0.0, "head"))
    # The gap after the last row is none here: the margin ends the body.
    height = fixed(2 * page.margin - brand.spaces.row.normal) + logos.height + above.height
    over = head.height.least + low.height.normal + brand.spaces.row.normal + 2 * page.margin - page.height
    found = _framing(frame, brand, grid, height, page.height, (above, head, logos, low))
    return found if over <= 0 else replace(found, terms=found.terms + Terms(over=over))


def _framing(
    frame: PageFrame,
    brand: Brand,
    grid: ColumnGrid,
    height: Flex,
    room: float,
    parts: tuple[Measurement, Measurement, Measurement, Measurement],
) -> FrameLayout:
    terms = sum((one.terms for one in parts), Terms())
    problems = tuple(problem for one in parts for problem in one.problems)
    over, head, logos, low = (one.part for one in parts)
    return FrameLayout(frame, brand, grid, height, room, brand.spaces.row, terms, problems, over, head, logos, low)


def _logos(typesetter: PageTypesetter, margin: float, at: str = "foot") -> Part:
    """The logos at one end of the page in a row, with the space under it."""
    shown = _logo_row(typesetter, margin, at)
    return column([shown, typesetter.gap(typesetter.brand.spaces.row)] if shown.height.most else [])


def _logos_over(typesetter: PageTypesetter, margin: float) -> Part:
    """The logos at the head of the page, on paper as at its foot, with as much room over them as under them.

    Under them begins the ground of the header, or on paper its own margin, which is room enough.
    """
    shown = _logo_row(typesetter, margin, "head")
    if not shown.height.most:
        return shown
    roles, clear = typesetter.brand.roles, space(fixed(_CLEAR * margin))
    return column([space(fixed(margin)), shown] if roles.header_ground == roles.paper else [clear, shown, clear])


def _logo_row(typesetter: PageTypesetter, margin: float, at: str) -> Part:
    logos = tuple(logo for logo in typesetter.report.logos if logo.at == at)
    if not logos:
        return column([])
    height = fixed(typesetter.brand.measures.logo)
    return inset(Part(height, lambda box: logo_boxes(typesetter, logos, box)), margin, margin)
