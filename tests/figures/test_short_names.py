"""Long names in every kind of figure: whole, shortened by their author, or refused with advice that holds."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from reportgen import pipeline
from reportgen.editions.job import Job
from reportgen.figures.base import Label, marks_of
from reportgen.page import FigureBox, Group
from reportgen.problems import ReportError
from reportgen.sources import Sources

WELSH = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
ANSWER = "People in employment who travel to work by bicycle on at least three days of each week"
LOOK = pipeline.load_brand("briefing")


def single(first: str) -> dict[str, Any]:
    return {first: 9000, "Luton": 8000, "Leeds": 7000}


def rows(first: str, *columns: str) -> dict[str, Any]:
    return {
        label: {name: 2000 + 700 * at + 300 * number for at, name in enumerate(columns)}
        for number, label in enumerate((first, "Luton", "Leeds"))
    }


def columns(first: str) -> dict[str, Any]:
    return {label: {first: 3000 + 100 * at, "Trade": 5000} for at, label in enumerate(("York", "Luton"))}


def years(first: str) -> dict[str, Any]:
    return {year: {first: 3000 + 400 * at, "Trade": 5000} for at, year in enumerate(("2014", "2015", "2016"))}


KINDS: dict[str, tuple[str, Any]] = {
    "bars": ("bars", single),
    "columns": ("columns", single),
    "diverging": ("diverging", lambda first: {**single(first), "Leeds": -7000}),
    "bridge": ("bridge", lambda first: {"Before": 9000, first: 500, "After": 9500}),
    "rows of a table": ("table", lambda first: rows(first, "Care", "Trade")),
    "heads of a table": ("table", columns),
    "bars of parts": ("stacked", lambda first: rows(first, "Care", "Trade")),
    "a legend": ("stacked", columns),
    "dumbbell": ("dumbbell", lambda first: rows(first, "2014", "2024")),
    "slope": ("slope", lambda first: rows(first, "2014", "2024")),
    "several lines": ("line", years),
}


def content(kind: str, name: str, **more: Any) -> dict[str, Any]:
    figure, series = KINDS[kind]
    made = {"title": "Jobs by trade", "figure": figure, "series": series(name), **more}
    head = {"brand": "briefing", "language": "en-GB", "title": "A test page", "intro": "Some words."}
    return {**head, "figures": [made, {**made, "title": "The same again"}]}


def text_of(made: dict[str, Any]) -> str:
    """What stands on the page, with single spaces and its divided words joined."""
    report = pipeline.load(made)
    job = Job(pipeline.compose(report, LOOK), report, LOOK, Sources())
    with pypdfium2.PdfDocument(job.screen) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    return " ".join(re.sub("[\ufffe\u00ad\x02]\\s*", "", text).split())


@pytest.mark.parametrize("width", ["wide", "half", "third"])
@pytest.mark.parametrize("name", [WELSH, ANSWER], ids=["a word", "an answer"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_long_name_is_whole_or_refused_with_advice_that_holds(kind: str, name: str, width: str) -> None:
    try:
        text = text_of(content(kind, name, width=width))
    except ReportError as error:
        told = next(each for each in error.problems if "characters, and there is room for" in each.message)
        room = re.search(r"there is room for (\d+)", told.message)
        assert f"`{name}`" in told.message and "`short:`" in told.hint and room, told
        short = name[: int(room[1])].strip()
        text = text_of(content(kind, name, width=width, short={name: short}))
        assert short.replace(" ", "") in text.replace(" ", "")
    else:
        assert name.replace(" ", "") in text.replace(" ", "")
    assert "…" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_a_short_name_is_drawn_and_the_whole_one_is_read(kind: str) -> None:
    report = pipeline.load(
        content(kind, WELSH, short={WELSH: "Llanfair PG"}, emphasise=WELSH)
        if kind in ("bars", "rows of a table")
        else content(kind, WELSH, short={WELSH: "Llanfair PG"})
    )
    page = pipeline.compose(report, LOOK)
    figures = [placed for placed in page.walk() if isinstance(placed.box, FigureBox)]
    drawn = "".join(mark.line.text for placed in figures for mark in marks_of(placed.box) if isinstance(mark, Label))
    assert "Llanfair PG" in drawn.replace("  ", " ") and "gogogoch" not in drawn
    tables = [placed.box.table for placed in page.walk() if isinstance(placed.box, Group) and placed.box.table]
    assert tables and all(any(WELSH in row for row in table) for table in tables)
    assert not any("Llanfair PG" in row for table in tables for row in table)


def told(**more: Any) -> list[str]:
    with pytest.raises(ReportError) as caught:
        pipeline.load(content("bars", WELSH, **more))
    return [f"{each.message}; {each.hint}" for each in caught.value.problems if "figures[0]" in each.message]


def test_short_names_that_cannot_be() -> None:
    assert told(short={"Lutn": "L"}) == [
        "figures[0].short.Lutn: `short` names `Lutn`, which the series does not have; did you mean `Luton`?"
    ]
    assert told(short={"Luton": "L", "Leeds": "L"}) == [
        "figures[0].short.Leeds: `Luton` and `Leeds` would both be drawn as `L`; give each a short name of its own"
    ]
    assert told(short={"Luton": "Leeds"}) == [
        "figures[0].short.Luton: `Luton` and `Leeds` would both be drawn as `Leeds`; give each a short name of its own"
    ]


def test_a_table_has_short_names_for_all_its_figures(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f"k,v\n{WELSH},9\nLuton,8\n", encoding="utf-8")
    file = tmp_path / "r.yaml"
    text = (
        "brand: briefing\nlanguage: en-GB\ntitle: A page\ndata:\n  t:\n    file: t.csv\n    short:\n"
        f"      {WELSH}: Llanfair PG\n      Lutn: L\nfigures:\n  - title: Jobs\n    figure: bars\n    data: t\n    x: k\n    y: v\n"
    )
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ReportError) as caught:
        pipeline.load(file)
    assert [(each.message, each.hint, each.place.line) for each in caught.value.problems] == [
        ("`short` names `Lutn`, which the table does not have", "did you mean `Luton`?", 9)
    ]
    file.write_text(text.replace("      Lutn: L\n", ""), encoding="utf-8")
    assert dict(pipeline.load(file).figures[0].short) == {WELSH: "Llanfair PG"}
