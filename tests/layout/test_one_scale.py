"""Statistics side by side whose figures measure lengths in one unit are on one scale."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from reportgen import load, load_brand
from reportgen.explain import explain
from reportgen.figures.base import Shape, marks_of
from reportgen.figures.lint.ink_geometry import drawn_size
from reportgen.page import FigureBox
from reportgen.pipeline import compose

REPORT = """\
    brand: briefing
    language: en-GB
    title: Title
    page: {page}
    statistics:
"""


def units(folder: Path, *statistics: str, page: str = "A4") -> dict[str, set[float]]:
    """Of each statistic how many points a unit of value takes, by its path."""
    file = folder / "r.yaml"
    file.write_text(dedent(REPORT.format(page=page)) + "".join(f"  - {{{each}}}\n" for each in statistics), "utf-8")
    made = compose(load(file), load_brand("briefing"))
    found: dict[str, set[float]] = {}
    for box, _, source in made.walk():
        if isinstance(box, FigureBox):
            numbers = box.drawing.figure.alternative.numbers  # type: ignore[attr-defined]
            pieces: dict[tuple[tuple[int, int], str], list[Shape]] = {}
            for mark in marks_of(box):
                if isinstance(mark, Shape) and mark.cell in numbers and mark.by in ("width", "height"):
                    pieces.setdefault((mark.cell, mark.by), []).append(mark)
            sizes = [(drawn_size(each, by), float(numbers[cell].value)) for (cell, by), each in pieces.items()]
            found[source] = {round(size / value * 1e6, 2) for size, value in sizes}
    return found


ROADS = "label: roads, figure: columns, series: {2018: £10m, 2019: £12m, 2020: £15m}"
SCHOOLS = "label: schools, figure: columns, series: {2018: £30m, 2019: £36m, 2020: £45m}"
PARKS = "label: parks, value: £20m, change: £5m, since: 2018"
EUROS = "label: ferries, figure: columns, series: {2018: €3m, 2019: €4m, 2020: €5m}"


@pytest.mark.parametrize("other", [SCHOOLS, PARKS])
def test_those_of_one_unit_are_on_one_scale(tmp_path: Path, other: str) -> None:
    found = units(tmp_path, ROADS, other)
    assert len(found["statistics[0]"]) == 1
    assert found["statistics[0]"] == found["statistics[1]"]


def test_those_of_two_units_are_not(tmp_path: Path) -> None:
    found = units(tmp_path, ROADS, EUROS)
    assert found["statistics[0]"].isdisjoint(found["statistics[1]"])


@pytest.mark.parametrize("unit", ["GW", "%"])
def test_bars_are_too(tmp_path: Path, unit: str) -> None:
    found = units(
        tmp_path,
        f"label: towns, figure: bars, series: {{Corby: 10 {unit}, Luton: 12 {unit}}}",
        f"label: rivers of the whole county, figure: bars, series: {{The Great Ouse: 3 {unit}, Nene: 5 {unit}}}",
    )
    assert found["statistics[0]"] == found["statistics[1]"]


def test_explain_says_so(tmp_path: Path) -> None:
    units(tmp_path, ROADS, SCHOOLS, EUROS)
    told = explain(load(tmp_path / "r.yaml"))
    assert told.count("  on one scale with `statistics[1]` where they stand side by side\n") == 1
    assert told.count("on one scale") == 2
    units(
        tmp_path,
        "label: a, figure: columns, series: {2018: 1, 2019: 2}",
        "label: b, figure: columns, series: {2018: 3, 2019: 9}",
    )
    told = explain(load(tmp_path / "r.yaml"))
    assert (
        "  on a scale of its own, because numbers without a unit may count something else in `statistics[1]`\n" in told
    )
