"""Composition: the blocks in rows on one page, the room shared out; or a sentence that says what is too long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil

from reportgen.brand import Brand
from reportgen.content.report import Report
from reportgen.flex import fixed
from reportgen.layout.case_study import case_study
from reportgen.layout.foot import foot
from reportgen.layout.grid import Grid
from reportgen.layout.header import header
from reportgen.layout.highlights import highlights
from reportgen.layout.parts import Part, column, inset, row, space
from reportgen.layout.pictures import logo_boxes, photo_part
from reportgen.layout.setter import Setter
from reportgen.layout.statistics import statistics
from reportgen.page import Box, Group, Page, Path, Rect, Role, artifact, box_path
from reportgen.problems import Problem, ReportError
from reportgen.text.spans import plain


@dataclass(frozen=True)
class Middle:
    """Highlights and case study in one arrangement; `bare` says how much of it stays without content."""

    parts: list[Part]
    bare: float = 0.0


Arrangement = Callable[[Setter, Grid], Middle]

_LEVEL = 0.15
"""How much shorter one of two neighbours may be before it counts as bare."""
_WIDE_LIST = 0.7
"""What a list over the whole width leaves bare at its right, in cells."""
_PREFERENCE = 0.1
"""By how much a later arrangement has to be better than the one before it."""
_BARE = 0.5
"""What a cell without content costs."""


@dataclass(frozen=True)
class Composition:
    """A whole page, not yet drawn, with what it costs and what is wrong with it."""

    page: Part
    problems: tuple[Problem, ...]
    cost: float


def compose(report: Report, brand: Brand) -> Page:
    """The page of a report in a brand; raises ReportError with every problem when it cannot be set or does not fit."""
    grid = Grid(brand.format)
    chosen = best(report, brand, grid)
    if chosen.problems:
        raise ReportError(chosen.problems)
    over = chosen.page.height.least - brand.format.height
    if over > 0.01:
        raise ReportError([_too_long(report, brand, over)])
    sheet = Rect(0.0, 0.0, brand.format.width, brand.format.height)
    return Page(
        brand.format.width,
        brand.format.height,
        brand.format.bleed,
        Group(Role.DOCUMENT, (*_paper(brand, grid, sheet), *chosen.page.draw(sheet)), language=report.language),
        title=plain(report.title),
        language=report.language,
        author=plain(report.foot.publisher),
        subject=plain(report.kicker),
        date=str(report.date.iso) if report.date else "",
    )


def best(report: Report, brand: Brand, grid: Grid) -> Composition:
    """The composition that costs least.

    Steps of the type scale are tried in order of what they cost by themselves, arrangements in order of preference.
    A step that alone costs more than the best that was found cannot win, and is not set at all.
    """
    chosen: Composition | None = None
    for penalty, sized in _sizes(brand):
        if chosen is None or penalty < chosen.cost:
            found = min(_compositions(report, sized, grid, penalty), key=lambda composition: composition.cost)
            if chosen is None or found.cost < chosen.cost:
                chosen = found
    if chosen is None:
        raise ValueError("a brand has at least one step")
    return chosen


def _sizes(brand: Brand) -> list[tuple[float, Brand]]:
    """The brand at each step of its type scale with what the step costs, the cheapest first.

    The normal size costs nothing; a page is set larger or, with more reluctance, smaller only if it would else be
    bare or crowded.
    """
    costs = [4 * (factor - 1) if factor >= 1 else 0.5 + 4 * (1 - factor) for factor in brand.steps.text]
    order = sorted(range(len(costs)), key=lambda step: costs[step])
    return [(costs[step], brand.at_step(step)) for step in order]


def _compositions(report: Report, brand: Brand, grid: Grid, penalty: float) -> Iterator[Composition]:
    """The page in every arrangement at one size; what they share is set once."""
    common = Setter(report, brand)
    row_space = space(brand.spaces.row)
    head, upper, foot_part = header(common, grid), _upper(common, grid), foot(common, grid)
    logos = _logos(common)
    for index, arrangement in enumerate(_arrangements(report)):
        setter = Setter(report, brand, list(common.problems))
        middle = arrangement(setter, grid)
        rows = [inset(part, brand.format.margin, brand.format.margin) for part in (*upper, *middle.parts, *logos)]
        apart = [part for one in rows for part in (one, row_space)]
        page = column([head, *([row_space] if rows else []), *apart, foot_part])
        cost = _strain(page, brand) + penalty + _PREFERENCE * index + _BARE * middle.bare + 1000 * len(setter.problems)
        yield Composition(page, tuple(setter.problems), cost)


def _strain(page: Part, brand: Brand) -> float:
    """How far the spaces are from normal: 0 at normal, 1 at their ends, far more for a page that is too full."""
    stretch = page.height.stretch_to(brand.format.height)
    return stretch * stretch + (100.0 if stretch < -1.001 else 0.0)


def _paper(brand: Brand, grid: Grid, sheet: Rect) -> tuple[Box, ...]:
    """The ground of the whole page, where it is not the white of the sheet."""
    paper = brand.roles.paper
    return () if paper.srgb == (255, 255, 255) else (artifact(Path(box_path(grid.to_edges(sheet)), fill=paper)),)


def _arrangements(report: Report) -> list[Arrangement]:
    """The ways in which highlights and case study can stand, in order of preference."""
    both = report.highlights is not None and report.case_study is not None
    ways: list[Arrangement] = [_side_by_side] if both else []
    count = len(report.highlights.items) if report.highlights else 1
    return [*ways, *(_one_over_the_other(abreast, count) for abreast in (3, 2, 1) if abreast <= count)]


def _side_by_side(setter: Setter, grid: Grid) -> Middle:
    """Highlights on the left, the case study on the right."""
    report = setter.report
    if report.highlights is None or report.case_study is None:
        raise ValueError("side by side needs both")
    half = grid.share(2)
    left = highlights(setter, grid, report.highlights, half)
    right = case_study(setter, grid, report.case_study, half)
    heights = sorted((left.height.normal, right.height.normal))
    bare = max(0.0, 1 - heights[0] / heights[1] - _LEVEL)
    return Middle([row([(0.0, grid.span(half), left), (grid.offset(half), grid.span(half), right)])], 8 * bare)


def _one_over_the_other(abreast: int, count: int) -> Arrangement:
    """`count` highlights over the whole width, `abreast` side by side, then the case study."""

    def arrange(setter: Setter, grid: Grid) -> Middle:
        report, columns = setter.report, grid.format.columns
        parts: list[Part] = []
        if report.highlights:
            parts.append(highlights(setter, grid, report.highlights, columns, abreast))
        if report.case_study:
            parts.append(case_study(setter, grid, report.case_study, columns))
        return Middle(parts, -count % abreast if abreast > 1 else _WIDE_LIST)

    return arrange


def _upper(setter: Setter, grid: Grid) -> list[Part]:
    """What stands over highlights and case study: a photograph that the header has no room for, and the statistics."""
    report = setter.report
    parts: list[Part] = []
    if report.photo and report.place:
        parts.append(photo_part(setter, report.photo, grid.width, "page"))
    if report.statistics:
        parts.append(statistics(setter, grid))
    return parts


def _logos(setter: Setter) -> list[Part]:
    logos = setter.report.logos
    if not logos:
        return []
    return [Part(fixed(setter.brand.measures.logo), lambda box: logo_boxes(setter, logos, box))]


def _too_long(report: Report, brand: Brand, over: float) -> Problem:
    """What is too long, by how much, and where the longest text of the page stands."""
    source, words = max(_texts(report), key=lambda entry: entry[1])
    lines = max(1, ceil(over / (brand.styles.text.leading * min(brand.steps.text))))
    return Problem(
        "too-long",
        f"the page is {ceil(over / 72 * 25.4)} mm too long, about {lines} {'line' if lines == 1 else 'lines'} of text",
        report.place_of(source),
        f"shorten `{source}` ({words} words, the longest text), or leave a block out",
    )


def _texts(report: Report) -> list[tuple[str, int]]:
    """Every text of the page with its length in words."""
    texts = [("title", plain(report.title)), ("intro", " ".join(plain(rich) for rich in report.intro))]
    texts += [(f"{item.path}.label", plain(item.label)) for item in report.statistics]
    if report.highlights:
        texts += [(f"{item.path}.text", plain(item.text)) for item in report.highlights.items]
    if report.case_study:
        texts.append(("case_study.text", " ".join(plain(rich) for rich in report.case_study.text)))
    texts.append(("closing", " ".join(plain(rich) for rich in report.closing)))
    return [(source, len(text.split())) for source, text in texts]
