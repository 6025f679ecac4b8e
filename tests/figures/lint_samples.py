"""Pages with one figure whose marks a test gives, and what the lint says of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from figure_samples import brand, report_of

from reportgen.brand import Brand
from reportgen.colour.inks import Ink
from reportgen.content.report import Report, Statistic
from reportgen.figures.base import DataRow, Label, Mark, MarkFigure, Shape, TextAlternative, in_box
from reportgen.figures.drawing.segments import rectangle
from reportgen.figures.lint import FigureView, figures_of, lint
from reportgen.geometry import Flex, Rect, fixed
from reportgen.page import Box, Cell, Group, Page, PathBox, Role, box_path
from reportgen.problems import Problem
from reportgen.text.setting import set_line
from reportgen.text.spans import Span

SOURCE = "statistics[0]"


@dataclass(frozen=True)
class Sketch(MarkFigure):
    """A figure that draws what it is given."""

    drawn: tuple[Mark, ...] = ()

    def measure(self, width: float) -> Flex:
        return fixed(100.0)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        return self.drawn


def bar(ink: Ink, length: float, cell: Cell | None = None, by: str = "width", row: int = 0) -> Shape:
    """A bar 10 pt high, the first on the base line."""
    return Shape(rectangle(0, 20.0 * row, length, 10), fill=ink, cell=cell, by=by)


def label(
    text: str, x: float, y: float, cell: Cell | None = None, ink: Ink | None = None, size: float = 8, bold: bool = False
) -> Label:
    """A label in the sample's typeface."""
    style = brand().styles.figure_label.at(size)
    return Label(x, y, set_line((Span(text, bold=bold),), style, "en-GB"), ink or brand().roles.text, cell=cell)


def page_of(*boxes: Box) -> Page:
    return Page(600, 800, 0, Group(Role.DOCUMENT, boxes), "Title", "en-GB")


def sketch_page(marks: Iterable[Mark], statistic: Statistic | None = None, ground: Ink | None = None) -> Page:
    """A page with one figure, on a ground of its own or on the paper."""
    table = table_of(statistic) if statistic else ()
    figure = Sketch(brand(), TextAlternative("What it shows", table), tuple(marks))
    box = in_box(figure, Rect(100, 100, 200, 100))
    under = [PathBox(box_path(Rect(50, 50, 400, 400)), fill=ground)] if ground else []
    return page_of(*under, Group(Role.FIGURE, (box,), source=SOURCE))


def table_of(statistic: Statistic) -> tuple[DataRow, ...]:
    """The values of a statistic in rows, a column a series."""
    rows = [
        (points[0].label, *(point.datum or "not available" for point in points))
        for points in zip(*(series.points for series in statistic.sets), strict=True)
    ]
    return (("Area", *(series.name for series in statistic.sets)), *rows)


def report_with(statistic: Statistic | None = None) -> Report:
    """A report whose only statistic this is, with its places."""
    given = {"value": 40, "label": "of all.", "figure": "amount", "of": 100}
    report = report_of(statistics=[given])
    return replace(report, blocks={"statistics": (replace(statistic, path=SOURCE),)}) if statistic else report


def linted(
    marks: Iterable[Mark], statistic: Statistic | None = None, ground: Ink | None = None, look: Brand | None = None
) -> tuple[Problem, ...]:
    """What the lint says of a figure with these marks."""
    roles = (look or brand()).roles
    return lint(sketch_page(marks, statistic, ground), report_with(statistic), roles)


def messages(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    return [(problem.code, problem.message) for problem in problems]


def seen(figure: MarkFigure, statistic: Statistic, width: float, height: float) -> FigureView:
    """A figure as the lint sees it when it stands on paper."""
    source = statistic.path
    page = page_of(Group(Role.FIGURE, (in_box(figure, Rect(10, 10, width, height)),), source=source))
    (found,) = figures_of(page, brand().roles, replace(report_of(), blocks={"statistics": (statistic,)}))
    return found
