"""Every figure that ships, as its table is read from the written file, against the series that it is drawn from.

The tree is read by the program's own preflight, which knows nothing of figures; what must be in it is worked out from the
report alone: no row, no column, no header and no unit may be missing, whatever the sentences beside the figure say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from reportgen.check.document import opened
from reportgen.check.structure_tree import TreeElement
from reportgen.content.report import Datum, Point, Report, Statistic
from reportgen.pipeline import compose, load, load_brand, render
from reportgen.text.words import words

ROOT = Path(__file__).parents[1]
FOLDERS = ("content", "content/gallery", "content/gallery/kinds", "tests/cases")
PAGES = sorted(path for folder in FOLDERS for path in (ROOT / folder).glob("*.yaml"))
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)

Rows = list[list[str]]


def test_there_are_pages() -> None:
    assert len(PAGES) > 45


@every_page
def test_the_table_of_every_figure_has_every_row_column_and_header(page: Path) -> None:
    found = tables(page)
    for each in shown(load(page)):
        assert each.path in found, "it has values and no table"
        header, *rows = found[each.path]
        assert all(header), header
        assert {len(row) for row in rows} == {len(header)}
        noted = [at for at, name in enumerate(header) if name == words(each.language)["table_note"]]
        assert all(cell or at in noted for row in rows for at, cell in enumerate(row)), rows
        assert len({row[0] for row in rows}) == len(rows), "two rows have one name"
        for column, name in enumerate(columns(each), 1):
            assert not name or header[column] == name
        said = {row[0]: row[1:] for row in rows}
        assert all(guide.until or said[guide.label][0] == " ".join(guide.datum.text.split()) for guide in each.guides)
        for label, cells in expected(each):
            assert said.get(label, [])[: len(cells)] == [" ".join(cell.split()) for cell in cells], (each.path, label)


@every_page
def test_header_cells_say_what_they_head(page: Path) -> None:
    with opened(written(page)) as document:
        for table in (each for each in document.tree.all() if each.role == "Table"):
            first, *others = [kid for kid in table.elements if kid.role == "TR"]
            assert {(cell.role, scope(cell)) for cell in first.elements} == {("TH", "/Column")}
            for row in others:
                head, *cells = row.elements
                assert (head.role, scope(head)) == ("TH", "/Row")
                assert {cell.role for cell in cells} == {"TD"}


def scope(cell: TreeElement) -> str:
    return str(cell.attributes.get("Scope"))


@every_page
def test_no_legend_entry_and_no_note_runs_into_the_next(page: Path) -> None:
    """What is drawn as labels apart is read apart: each entry of a legend is an item, each note a paragraph."""
    with opened(written(page)) as document:
        read = {document.spoken_text.text(each) for each in document.tree.all() if each.role in ("P", "LBody")}
    for each in load(page).figures:
        for one in each.breaks:
            assert words(each.language).get("line_break", label=one.label, note=one.note) in read


def shown(report: Report) -> Iterator[Statistic]:
    """The statistics and figures with more than one value, which is what a table is for."""
    for each in (*report.statistics, *report.figures):
        if each.sets or (each.figure and len(each.data.keys() & {"before", "share", "each"}) and len(values(each)) > 1):
            yield each


def values(each: Statistic) -> set[str]:
    """The numbers of a figure without a series."""
    named = (each.datum, *(each.data.get(name) for name in ("before", "share", "whole", "each")))
    return {datum.text for datum in named if datum}


def columns(each: Statistic) -> list[str]:
    """The names of the columns of values, "" for one that has no name of its own."""
    return [series.name for series in each.sets] if not intervals(each) else []


def expected(each: Statistic) -> Iterator[tuple[str, list[str]]]:
    """The rows of a figure's series."""
    for points in zip(*(series.points for series in each.sets), strict=True):
        yield points[0].label, [cell for point in points for cell in cells(each, point)]


def cells(each: Statistic, point: Point) -> list[str]:
    signed = each.figure == "bridge" and point not in (each.series[0], each.series[-1])
    why = words(each.language)[point.gap]
    value = plus(point.datum) if signed and point.datum else point.datum.text if point.datum else why
    if not intervals(each):
        return [value]
    none = words(each.language)["not_available"] if point.datum else why
    return [value, *(end.text if end else none for end in (point.low, point.high))]


def plus(datum: Datum) -> str:
    return f"+{datum.text}" if datum.value > 0 and not datum.text.startswith("+") else datum.text


def intervals(each: Statistic) -> bool:
    return any(point.low for series in each.sets for point in series.points)


@cache
def written(page: Path) -> bytes:
    report = load(page)
    return render(report, load_brand(report.brand, beside=page.parent), "screen")


@cache
def tables(page: Path) -> Mapping[str, Rows]:
    """The tables of a file, each by the path of the block whose figure it follows."""
    found, report = {}, load(page)
    walked = compose(report, load_brand(report.brand, beside=page.parent)).walk()
    paths = [(group.alt, source) for group, _, source in walked if getattr(group, "table", ())]
    with opened(written(page)) as document:
        last = ""
        for element in document.tree.all():
            if element.role == "Figure":
                told = next((at for at, (alt, _) in enumerate(paths) if alt == element.alt), None)
                last = "" if told is None else paths.pop(told)[1]
            elif element.role == "Table":
                rows = [kid for kid in element.elements if kid.role == "TR"]
                found[last] = [[document.spoken_text.text(cell) for cell in row.elements] for row in rows]
    return found


PAGE = """brand: briefing
language: en-GB
date: 2026-11
title: A test page
intro: Some words.
"""


@pytest.mark.parametrize(
    ("figures", "corner"),
    [
        ("series: {2018: 4, 2019: 5, 2020: 6}", "Year"),
        ("period: financial year\n    series: {2018-19: 4, 2019-20: 5, 2020-21: 6}", "Year"),
        ("period: financial year\n    figure: line\n    series: {2018-19: 4, 2019-20: 5}", "Year"),
        ("series: {Q1 2020: 4, Q2 2020: 5, Q3 2020: 6}", "Quarter"),
        ("series: {2020-01: 4, 2020-02: 5, 2020-03: 6}", "Month"),
        ("series: {2020-01-03: 4, 2020-01-04: 5, 2020-01-06: 6}", "Day"),
        ("figure: bars\n    series: {Aged 16 to 24: 4, Aged 25 to 49: 5, Aged 50 or over: 6}", "Age group"),
        ("figure: bars\n    series: {Oak: 4, Ash: 5, Yew: 6}", "Name"),
        ("figure: stacked\n    series: {Wind: 40%, Sun: 35%, Water: 25%}", "Part"),
        ("figure: bridge\n    series: {Then: 4, Joined: 5, Now: 9}", "Step"),
        ("figure: dumbbell\n    series: {Oak: {2014: 4, 2024: 6}, Ash: {2014: 5, 2024: 7}}", "Name"),
        ("figure: bars\n    data: towns\n    x: town_name\n    y: homes", "Town name"),
        ("figure: dumbbell\n    data: towns\n    y: [homes, shops]", "Town name"),
        ("figure: line\n    data: towns\n    x: y_*", "Year"),
    ],
)
def test_the_corner_says_what_the_rows_are(figures: str, corner: str, tmp_path: Path) -> None:
    (tmp_path / "towns.csv").write_text(
        "town_name,homes,shops,y_2011,y_2012,y_2013\nHill,5,7,1,2,3\nDale,6,9,2,3,4\n", encoding="utf-8"
    )
    page = tmp_path / "page.yaml"
    data = "data: {towns: {file: towns.csv, key: town_name}}\n" if "data:" in figures else ""
    page.write_text(f"{PAGE}{data}figures:\n  - title: How many\n    {figures}\n", encoding="utf-8")
    ((header, *_),) = tables(page).values()
    assert re.sub(r"\s+", " ", header[0]) == corner
