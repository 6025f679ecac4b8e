"""Numbers, statistics and brands for the tests of the figures stage, and where the ink of a mark lies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from itertools import combinations
from pathlib import Path

from reportgen import load, load_brand
from reportgen.brand import Brand
from reportgen.content.report import Datum, PlaceBlock, Report, Statistic
from reportgen.figures.base import Label, Mark, MarkFigure, Shape
from reportgen.figures.drawing.segments import polygons
from reportgen.figures.make import figure_of
from reportgen.geometry import Bbox, Rect
from reportgen.problems import ReportError
from reportgen.text.locale import NumberRule, format_number
from reportgen.text.words import words

ROOT = Path(__file__).parents[2]
BRANDS = ("industrial-strategy", "briefing")
SLACK = 0.02
"""How far ink may stand past a figure's edge before it counts, in pt."""


@cache
def brand(name: str = BRANDS[0], step: float = 1) -> Brand:
    """A shipped brand at the step of its type scale that sets text at this factor of its normal size."""
    shipped = load_brand(ROOT / "content" / "brands" / f"{name}.yaml")
    return shipped.at_step(shipped.steps.text.index(step))


def datum(value: object, text: str = "", name: str = "value") -> Datum:
    """A number as the content stage would write it."""
    number = Decimal(str(value))
    exponent = number.normalize().as_tuple().exponent
    rule = NumberRule(decimals=max(0, -int(exponent)))
    return Datum(name, number, text or format_number(number, rule, "en-GB"), rule)


def report_of(**blocks: object) -> Report:
    """A report with these blocks."""
    return load({"brand": BRANDS[0], "language": "en-GB", "title": "Title", **blocks})


def statistic(language: str = "en-GB", **keys: object) -> Statistic:
    """The last statistic of a report, with its numbers worked out; a whole that it is a share of may stand before it."""
    whole = keys.pop("share_of", None)
    before = [{"id": "whole", "value": whole, "label": "people in employment."}] if whole is not None else []
    extra = {"share_of": "whole"} if before else {}
    given = {"label": "people in work.", "language": language, **keys, **extra}
    return report_of(statistics=[*before, given]).statistics[-1]


def figure(look: Brand | None = None, language: str = "en-GB", **keys: object) -> MarkFigure:
    """The figure of a statistic with these keys."""
    return figure_of(statistic(language, **keys), look or brand(), words(language))


def refused(keys: Mapping[str, object]) -> bool:
    """Whether the content stage refuses a statistic, so that it never becomes a figure."""
    try:
        statistic(**dict(keys))
    except ReportError:
        return True
    return False


def place_block(locator: bool = True, statistics: Iterable[tuple[object, str]] = (), **keys: object) -> PlaceBlock:
    """The place of the sample, with other headlines."""
    given = {"boundary": str(ROOT / "content/data/semlep_districts.geojson"), **keys}
    if locator:
        given["locator"] = str(ROOT / "content/data/england_outline.geojson")
    given["statistics"] = [{"value": value, "label": label} for value, label in statistics]
    block = report_of(place=given).place
    assert block is not None
    return block


def ink(mark: Mark) -> Rect:
    """The rectangle of a mark's ink, y upwards: a line of type from a quarter of its size under its base line to its
    capitals' top, a stroke to its outer edge.
    """
    if isinstance(mark, Label):
        size = max((placed.run.size for placed in mark.line.runs), default=0.0)
        cap = max((placed.run.font.cap_height * size for placed in mark.line.runs), default=0.0)
        return Rect(mark.left, mark.y - 0.25 * size, mark.line.width, cap + 0.25 * size)
    left, bottom, right, top = Bbox.around(point for ring in polygons(mark.segments) for point in ring)
    edge = mark.line_width / 2 if mark.stroke else 0.0
    return Rect(left, bottom, right - left, top - bottom).inset(-edge)


def labels(marks: Iterable[Mark]) -> list[Label]:
    """The labels among some marks, those without type left out."""
    return [mark for mark in marks if isinstance(mark, Label) and mark.line.runs]


def shapes(marks: Iterable[Mark]) -> list[Shape]:
    """The shapes among some marks."""
    return [mark for mark in marks if isinstance(mark, Shape)]


def texts(marks: Iterable[Mark]) -> list[str]:
    """What the labels say."""
    return [mark.line.text.strip() for mark in labels(marks)]


def check_within(marks: Iterable[Mark], width: float, height: float) -> None:
    """All ink is inside the figure's rectangle."""
    frame = Rect(0, 0, width, height)
    for mark in marks:
        assert frame.holds(ink(mark), SLACK), (ink(mark), frame, mark)


def check_labels_apart(marks: Iterable[Mark]) -> None:
    """No two labels overlap."""
    for one, other in combinations(labels(marks), 2):
        assert not ink(one).meets(ink(other), SLACK), (one.line.text, ink(one), other.line.text, ink(other))


def printed(length: float) -> float:
    """How long a length that stands for a value is in print: 0.25 pt at least, if it is anything."""
    return max(length, 0.25) if length else 0.0
