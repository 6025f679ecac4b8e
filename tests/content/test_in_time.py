"""Points at their times; dates in words; what stands at even distances although its periods do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.content.periods.period import positions
from reportgen.content.periods.whole_series import LabelError, read_labels
from reportgen.content.report import Report, Statistic
from reportgen.text.spans import plain

Load = Callable[..., Report]
Problems = Callable[..., list[str]]


def only(report: Report) -> Statistic:
    (made,) = report.figures
    return made


@pytest.mark.parametrize(
    ("labels", "times"),
    [
        (("1981", "1991", "2018"), (1981, 1991, 2018)),
        (("2009/10", "2012/13"), (2009, 2012)),
        (("2018 Q1", "2018 Q4", "2019 Q1"), (0, 3, 4)),
        (("2018-01", "2018-04", "2019-01"), (0, 3, 12)),
        (("Jan 2018", "Apr 2018"), (0, 3)),
        (("2018-02-27", "2018-03-01"), (0, 2)),
        (("Apr", "Aug", "Dec", "Jan", "Mar"), (0, 4, 8, 9, 11)),
        (("Q3", "Q4", "Q1"), (0, 1, 2)),
        (("Luton", "Corby"), ()),
        (("2018", "Corby"), ()),
        (("2018", "2018-05"), (0, 4)),
        (("2000", "2018", "2023", "2025-10"), (0, 216, 276, 309)),
        (("2018-W01", "2018-02-01"), (0, 31)),
        (("Jan to Mar 2018", "Apr to Jun 2018"), (0, 3)),
        (("2015-2017", "2016-2018"), (0, 1)),
    ],
)
def test_where_labels_stand_in_time(labels: Sequence[str], times: Sequence[int]) -> None:
    found = positions([*read_labels(labels, "en-GB").periods.values()])
    first = 0 if times[:1] != (0,) else found[0]
    assert tuple(time - first for time in found) == times


@given(st.lists(st.text("QJan 0123456789/-.(", max_size=10), min_size=1, max_size=6))
def test_whatever_the_labels_are_they_are_read_or_asked_about(labels: list[str]) -> None:
    try:
        found = read_labels(list(dict.fromkeys(labels)), "en-GB").periods
    except LabelError as error:
        assert all(fault.label in labels and fault.hint for fault in error.faults)
    else:
        assert len(found) in (0, len(set(labels)))
        assert len(set(positions([*found.values()]))) == len(found) or {each.length for each in found.values()} != {1}


def test_every_point_of_a_series_knows_its_time(load: Load) -> None:
    made = only(load("figures:\n  - title: P\n    series: {1981: 1, 1991: 2, 2001: 3, 2011: 4, 2018: 5}\n"))
    assert [point.at for point in made.series] == [1981, 1991, 2001, 2011, 2018]
    made = only(load("figures:\n  - title: P\n    series: {Luton: 1, Corby: 2}\n"))
    assert [point.at for point in made.series] == [None, None]


@pytest.mark.parametrize("kind", ["line", "area", "spark"])
def test_a_line_over_uneven_distances_is_no_warning(load: Load, kind: str) -> None:
    body = f"figures:\n  - title: P\n    figure: {kind}\n    caption: '{{value}} now'\n"
    assert load(body + "    series: {1981: 1, 1991: 2, 2001: 3, 2011: 4, 2018: 5}\n").warnings == ()


def test_columns_over_uneven_distances_are_a_warning(load: Load) -> None:
    (warning,) = load("figures:\n  - title: P\n    figure: columns\n    series: {2001: 1, 2011: 2, 2018: 5}\n").warnings
    assert str(warning) == (
        "r.yaml:7:5: warning: `2001` to `2018` are not equally far apart in time, and columns are; use `figure: line`, "
        "which puts each at its time, or write `not available` for those between\n"
        "    7 |     series: {2001: 1, 2011: 2, 2018: 5}\n      |     ^^^^^^"
    )


def test_few_moments_are_a_line_where_columns_would_not_be_true(load: Load) -> None:
    made = only(load("figures:\n  - title: P\n    series: {2001: 1, 2011: 2, 2018: 5}\n"))
    assert (made.figure, made.why) == ("line", "it is a series of 3 periods that are not equally far apart in time")
    assert only(load("figures:\n  - title: P\n    series: {2001: 1, 2011: 2, 2021: 5}\n")).figure == "columns"


def test_a_date_has_its_words_wherever_it_is_named(load: Load) -> None:
    made = only(
        load(
            "figures:\n  - title: P\n    figure: line\n    series: {2018-01: 5, 2018-02: 7, 2018-05: 8}\n"
            "    index: 2018-01\n    emphasise: 2018-02\n    breaks: {2018-02: asked online}\n"
            "    caption: Most in {most_name}\n"
        )
    )
    assert [point.label for point in made.series] == ["Jan 2018", "Feb 2018", "Mar 2018", "Apr 2018", "May 2018"]
    assert made.emphasised == ("Feb 2018",)
    assert [each.label for each in made.breaks] == ["Feb 2018"]
    assert made.note == "Jan 2018 = 100"
    assert plain(made.caption) == "Most in May 2018"


def test_the_moments_of_a_slope_have_their_words(load: Load) -> None:
    made = only(
        load("figures:\n  - title: P\n    series: {A: {2018-01: 5, 2019-02: 7}, B: {2018-01: 5, 2019-02: 9}}\n")
    )
    assert (made.figure, [each.name for each in made.sets]) == ("slope", ["Jan 2018", "Feb 2019"])


@pytest.mark.parametrize(
    "series",
    ["series: {2018: }", "series:\n      2018:", "series: {2018: 5, 2019: }", "series: {A: {2018: 5}, B: {2018: }}"],
)
def test_a_missing_value_is_told_once(problems: Problems, series: str) -> None:
    (told,) = problems(f"statistics:\n  - label: a\n    {series}\n")
    assert "` has no value; " in told


def test_a_text_of_values_that_is_a_period_is_printed_as_one(load: Load, problems: Problems) -> None:
    body = "values: {latest: 2025-10, year: 2018-19}\nsections: [{title: A, text: 'In {latest} and {year}.'}]\n"
    (section,) = load(body).blocks["sections"]
    assert plain(section.text[0]) == "In Oct 2025 and 2018–19."
    assert problems("values: {latest: 2011-12}\n")[0].splitlines()[0] == (
        "r.yaml:4:18: error: `2011-12` may be the financial year 2011–12 or the month Dec 2011, and the series does not "
        "show which; write `Dec 2011` for a month, `2011/12` for a financial year"
    )


def test_the_name_of_a_row_that_is_a_period_is_printed_as_one(load: Load, problems: Problems, tmp_path: Path) -> None:
    body = "data: {t: {file: t.csv%s}}\nvalues: {best: = name_of(most(t.jobs))}\nsections: [{title: A, text: 'In {best}.'}]\n"
    (tmp_path / "t.csv").write_text("when,jobs\n2025-09,5\n2025-10,7\n", encoding="utf-8")
    assert plain(load(body % "").blocks["sections"][0].text[0]) == "In Oct 2025."
    (tmp_path / "t.csv").write_text("when,jobs\n2008-09,5\n2010-11,7\n", encoding="utf-8")
    assert plain(load(body % ", period: financial year").blocks["sections"][0].text[0]) == "In 2010–11."
    assert problems(body % "")[0].splitlines()[0].replace(f"{tmp_path}/", "") == (
        "t.csv:2:1: error: `2008-09` may be the financial year 2008–09 or the month Sep 2008, and the series does not "
        "show which; write `period: financial year` or `period: month`"
    )


@pytest.mark.parametrize("cell", ["05-Sep", "05/09/2018", "2018-09-05 00:00:00", "5. September 2018"])
def test_a_date_among_numbers_is_told_at_its_cell(problems: Problems, tmp_path: Path, cell: str) -> None:
    (tmp_path / "t.csv").write_text(f"who,jobs\nA,{cell}\nB,7\n", encoding="utf-8")
    (told,) = problems("figures:\n  - {title: T, data: t.csv, y: jobs}\n")
    assert told.splitlines()[0].replace(f"{tmp_path}/", "") == (
        f"t.csv:2:3: error: `{cell}` is a date, and a number is wanted: a spreadsheet may have made it of `5.9`; look it "
        "up where the data come from, and format the column as numbers before anything is typed in it"
    )


@pytest.mark.parametrize(
    ("headings", "pattern", "labels"),
    [
        ("Apr-18,May-18,Jun-18", "*", ["Apr 2018", "May 2018", "Jun 2018"]),
        ('"2,014","2,015","2,016"', "2,*", ["2014", "2015", "2016"]),
        ("v_2008-09,v_2009-10,v_2010-11", "v_*", ["2008–09", "2009–10", "2010–11"]),
    ],
)
def test_headings_are_periods_as_labels_are(
    load: Load, tmp_path: Path, headings: str, pattern: str, labels: list[str]
) -> None:
    (tmp_path / "t.csv").write_text(f"who,{headings}\nA,1,2,3\nB,4,5,6\n", encoding="utf-8")
    made = only(load(f"figures:\n  - {{title: T, data: t.csv, x: '{pattern}', figure: line}}\n"))
    assert [point.label for point in made.sets[0].points] == labels
