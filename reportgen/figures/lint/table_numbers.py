"""The numbers behind a table: a figure's values and the report in; the report's own number of each cell out.

The lint does not ask a figure what its marks stand for: it finds out from the table that is read aloud.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from reportgen.blocks import blocks_in
from reportgen.content.report import Datum, Highlight, Report, Statistic
from reportgen.figures.base import Table
from reportgen.page import Cell

Block = Statistic | Highlight
"""What a figure is made for."""


def numbers_of(table: Table, data: Mapping[str, tuple[Datum, ...]]) -> dict[Cell, Datum]:
    """The number of each cell whose text is that of exactly one value among `data`.

    A row that is named like a point has the numbers of that point alone; `data` has those of all under "".
    """
    found: dict[Cell, Datum] = {}
    for row, cells in enumerate(table[1:], 1):
        near = data.get(cells[0], ()) if cells else ()
        for column, text in enumerate(cells[1:], 1):
            datum = _only(text, near) or (_only(text, data.get("", ())) if not near else None)
            if datum:
                found[row, column] = datum
    return found


def data_of(statistic: Block | None) -> dict[str, tuple[Datum, ...]]:
    """Every number of a block by the label of its point; under "" all that belong to none."""
    found: defaultdict[str, list[Datum]] = defaultdict(list)
    if isinstance(statistic, Highlight):
        found[""] += [statistic.amount] if statistic.amount else []
    elif statistic is not None:
        for series in statistic.sets:
            for point in series.points:
                found[point.label] += [each for each in (point.datum, point.low, point.high) if each]
        found[""] += _others(statistic)
    return {label: tuple(data) for label, data in found.items()}


def blocks_of(report: Report) -> dict[str, Block]:
    """The blocks of a report that have a figure, by their paths."""
    return {block.path: block for _, block in blocks_in(report) if isinstance(block, Statistic | Highlight)}


def _others(statistic: Statistic) -> Iterator[Datum]:
    yield statistic.datum
    yield from statistic.data.values()
    for guide in statistic.guides:
        yield from (each for each in (guide.datum, guide.until) if each)
    if statistic.areas:
        yield from statistic.areas.steps


def _only(text: str, data: Iterable[Datum]) -> Datum | None:
    """The one number that is written so, its plus sign left out."""
    written = {datum.value: datum for datum in data if text and text.lstrip("+") == datum.text.lstrip("+")}
    return next(iter(written.values())) if len(written) == 1 else None
