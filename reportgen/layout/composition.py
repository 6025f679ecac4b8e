"""Composition: the blocks in rows on one page, the room between them shared out; or a sentence that says what is too long."""

from __future__ import annotations

from collections.abc import Callable

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
from reportgen.page import Group, Page, Rect, Role
from reportgen.problems import Problem, ReportError
from reportgen.text.spans import plain
from reportgen.text.words import Words

Arrangement = Callable[[Setter, Grid], list[Part]]


def compose(report: Report, brand: Brand, words: Words) -> Page:
    """The page of a report in a brand; raises ReportError with every problem when it cannot be set or does not fit."""
    grid = Grid(brand.format)
    chosen, setter = _best(report, brand, words, grid)
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
        Group(Role.DOCUMENT, chosen.draw(sheet), language=report.language),
        title=plain(report.title),
        language=report.language,
        author=plain(report.foot.publisher),
        subject=plain(report.kicker),
        date=str(report.date.iso) if report.date else "",
    )


def _best(report: Report, brand: Brand, words: Words, grid: Grid) -> tuple[Part, Setter]:
    """The arrangement whose spaces are nearest to normal; one that does not fit only when none does."""
    found: list[tuple[float, int, Part, Setter]] = []
    for index, arrangement in enumerate(_arrangements(report)):
        setter = Setter(report, brand, words)
        part = _stack(setter, grid, arrangement)
        stretch = abs(part.height.stretch_to(brand.format.height))
        found.append((stretch + 0.05 * index, index, part, setter))
    _, _, part, setter = min(found, key=lambda entry: entry[:2])
    return part, setter


def _stack(setter: Setter, grid: Grid, arrangement: Arrangement) -> Part:
    """Header, rows and foot with the brand's space between."""
    brand, margin = setter.brand, setter.brand.format.margin
    parts = [header(setter, grid), space(brand.spaces.row)]
    for part in arrangement(setter, grid):
        parts += [inset(part, margin, margin), space(brand.spaces.row)]
    return column([*parts, foot(setter, grid)])


def _arrangements(report: Report) -> list[Arrangement]:
    """The ways in which the middle of the page can be arranged for what the report holds."""
    both = report.highlights is not None and report.case_study is not None
    ways: list[Arrangement] = [_side_by_side] if both else []
    abreast = (3, 2) if report.highlights else (1,)
    return [*ways, *(_one_over_the_other(count) for count in abreast)]


def _side_by_side(setter: Setter, grid: Grid) -> list[Part]:
    """Highlights on the left, the case study on the right."""
    report = setter.report
    if report.highlights is None or report.case_study is None:
        raise ValueError("side by side needs both")
    half = grid.share(2)
    left = highlights(setter, grid, report.highlights, half)
    right = case_study(setter, grid, report.case_study, half)
    lower = row([(0.0, grid.span(half), left), (grid.offset(half), grid.span(half), right)])
    return [*_upper(setter, grid), lower, *_logos(setter, grid)]


def _one_over_the_other(abreast: int) -> Arrangement:
    """Highlights over the whole width, `abreast` side by side, then the case study."""

    def arrange(setter: Setter, grid: Grid) -> list[Part]:
        report, columns = setter.report, grid.format.columns
        parts = _upper(setter, grid)
        if report.highlights:
            parts.append(highlights(setter, grid, report.highlights, columns, min(abreast, len(report.highlights.items))))
        if report.case_study:
            parts.append(case_study(setter, grid, report.case_study, columns))
        return [*parts, *_logos(setter, grid)]

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
