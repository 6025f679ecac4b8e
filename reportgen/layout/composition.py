"""Composition: the blocks in rows on one page, the room shared out; or a sentence that says what is too long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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
    """The rows between header and foot in one arrangement; `bare` says how much of it stays without content."""

    parts: list[Part]
    bare: float = 0.0


_LEVEL = 0.15
"""How much shorter one of two neighbours may be before it counts as bare."""
_WIDE_LIST = 0.7
"""What a list over the whole width leaves bare at its right, in cells."""
Arrangement = Callable[[Setter, Grid], Middle]


def compose(report: Report, brand: Brand) -> Page:
    """The page of a report in a brand; raises ReportError with every problem when it cannot be set or does not fit."""
    grid = Grid(brand.format)
    chosen, setter = _best(report, brand, grid)
    if setter.problems:
        raise ReportError(setter.problems)
    over = chosen.height.least - brand.format.height
    if over > 0.01:
        raise ReportError([_too_long(report, brand, over)])
    sheet = Rect(0.0, 0.0, brand.format.width, brand.format.height)
    return Page(
        brand.format.width,
        brand.format.height,
        brand.format.bleed,
        Group(Role.DOCUMENT, (*_paper(brand, grid, sheet), *chosen.draw(sheet)), language=report.language),
        title=plain(report.title),
        language=report.language,
        author=plain(report.foot.publisher),
        subject=plain(report.kicker),
        date=str(report.date.iso) if report.date else "",
    )


def _best(report: Report, brand: Brand, grid: Grid) -> tuple[Part, Setter]:
    """The arrangement and the step of the type scale that leave the spaces nearest to normal, as the score counts.

    The order is that of preference: the brand's normal size, then larger, then smaller ones; a later arrangement has to
    be better by a margin.
    """
    found: list[tuple[float, int, Part, Setter]] = []
    for factor, sized in _sizes(brand):
        for index, arrangement in enumerate(_arrangements(report)):
            setter = Setter(report, sized)
            middle = arrangement(setter, grid)
            part = _stack(setter, grid, middle)
            cost = _cost(part, brand, factor) + 0.1 * index + 0.5 * middle.bare + 1000 * len(setter.problems)
            found.append((cost, len(found), part, setter))
    _, _, part, setter = min(found, key=lambda entry: entry[:2])
    return part, setter


def _sizes(brand: Brand) -> list[tuple[float, Brand]]:
    """The brand at each step of its type scale, the normal one first."""
    order = sorted(range(len(brand.steps.text)), key=lambda step: abs(brand.steps.text[step] - 1))
    return [(brand.steps.text[step], brand.at_step(step)) for step in order]


def _cost(part: Part, brand: Brand, factor: float) -> float:
    """How far a composition is from what the brand would like; lower is better.

    Its stretch (0 when all spaces are normal, 1 at their ends, far more past them: a page too full is never chosen when
    another fits), and the step of the type scale (a page has the brand's normal size unless that leaves it crowded or
    bare).
    """
    stretch = part.height.stretch_to(brand.format.height)
    ends = 100.0 if stretch < -1.001 else 0.0
    return stretch * stretch + ends + (4 * abs(factor - 1) if factor >= 1 else 0.5 + 4 * (1 - factor))


def _paper(brand: Brand, grid: Grid, sheet: Rect) -> tuple[Box, ...]:
    """The ground of the whole page, where it is not the white of the sheet."""
    paper = brand.roles.paper
    return () if paper.srgb == (255, 255, 255) else (artifact(Path(box_path(grid.to_edges(sheet)), fill=paper)),)


def _stack(setter: Setter, grid: Grid, middle: Middle) -> Part:
    """Header, rows and foot with the brand's space between."""
    brand, margin = setter.brand, setter.brand.format.margin
    parts = [header(setter, grid), space(brand.spaces.row)]
    for part in middle.parts:
        parts += [inset(part, margin, margin), space(brand.spaces.row)]
    return column([*parts, foot(setter, grid)])


def _arrangements(report: Report) -> list[Arrangement]:
    """The ways in which the middle of the page can be arranged for what the report holds."""
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
    lower = row([(0.0, grid.span(half), left), (grid.offset(half), grid.span(half), right)])
    heights = sorted((left.height.normal, right.height.normal))
    bare = max(0.0, 1 - heights[0] / heights[1] - _LEVEL)
    return Middle([*_upper(setter, grid), lower, *_logos(setter, grid)], 4 * bare)


def _one_over_the_other(abreast: int, count: int) -> Arrangement:
    """`count` highlights over the whole width, `abreast` side by side, then the case study."""

    def arrange(setter: Setter, grid: Grid) -> Middle:
        report, columns = setter.report, grid.format.columns
        parts = _upper(setter, grid)
        if report.highlights:
            parts.append(highlights(setter, grid, report.highlights, columns, abreast))
        if report.case_study:
            parts.append(case_study(setter, grid, report.case_study, columns))
        bare = -count % abreast if abreast > 1 else _WIDE_LIST
        return Middle([*parts, *_logos(setter, grid)], bare)

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


def _logos(setter: Setter, grid: Grid) -> list[Part]:
    logos = setter.report.logos
    if not logos:
        return []
    return [Part(fixed(setter.brand.measures.logo), lambda box: logo_boxes(setter, logos, box))]


def _too_long(report: Report, brand: Brand, over: float) -> Problem:
    """What is too long, by how much, and where the longest text of the page stands."""
    source, words = max(_texts(report), key=lambda entry: entry[1])
    lines = max(1, round(over / brand.styles.text.leading + 0.5))
    return Problem(
        "too-long",
        f"the page is {over / 72 * 25.4:.0f} mm too long, about {lines} lines of text",
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
