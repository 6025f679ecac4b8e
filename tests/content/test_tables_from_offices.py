"""Tables as spreadsheets and statistics offices write them: read as they are meant, or told where and what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.content.load_report import load_report
from reportgen.content.report import Report, Series

Load = Callable[..., Report]
Problems = Callable[..., list[str]]

FIGURE = "figures:\n  - title: People\n    data: d.csv\n    x: When\n    y: People\n"


def points(report: Report) -> list[tuple[str, str]]:
    """Label and text of the values of the only series."""
    (series,) = report.figures[0].sets
    return texts(series)


def texts(series: Series) -> list[tuple[str, str]]:
    return [(point.label, point.datum.text if point.datum else point.gap) for point in series.points]


@pytest.mark.parametrize(
    "table",
    [
        "\ufeffWhen;People\r\n2017;100\r\n2018;200\r\n",
        "When,People,,\n2017,100,,\n2018,200,,\n,,,\n,,,\n",
        '"When ","People"\n2017,100\n2018,200\n\n\n',
        'When,"People\n"\n2017,100\n2018,200\n',
    ],
    ids=["Excel in Europe", "empty columns and rows at the ends", "blanks", "a line end in a heading"],
)
def test_what_spreadsheets_write_is_read(load: Load, tmp_path: Path, table: str) -> None:
    (tmp_path / "d.csv").write_text(table, encoding="utf-8", newline="")
    assert points(load(FIGURE)) == [("2017", "100"), ("2018", "200")]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            "Table 1: people\n\nWhen,People\n2017,1\n2018,2\n",
            "d.csv:1:1: error: this line has one cell, and most lines below have 2; the headings must stand in the first "
            "line: delete a title or notes above them\n    1 | Table 1: people\n      | ^^^^^^^^^^^^^^^",
        ),
        (
            "When,People\n2017,1\n2018,2\nSource: ONS\n",
            "d.csv:4:1: error: this row has one cell, and there are 2 headings; a note or source under the table is no "
            "row: delete it here, and say it in `note` or `source`\n    4 | Source: ONS\n      | ^^^^^^^^^^^",
        ),
        (
            'When,People\n2017,"1,234 [r]"\n2018,2\n',
            "d.csv:2:7: error: `[r]` behind the number looks like the mark of a footnote; write `1,234`, and say what "
            'the mark means in the figure\'s `note`\n    2 | 2017,"1,234 [r]"\n      |       ^^^^^^^^^',
        ),
        (
            "When,People\n2017,(125)\n2018,2\n",
            "d.csv:2:6: error: `(125)` may be a negative number; write it as `-125`\n"
            "    2 | 2017,(125)\n      |      ^^^^^",
        ),
        (
            "When,People\n2017,#N/A\n2018,2\n",
            "d.csv:2:6: error: `#N/A` is an error of the spreadsheet; mend the formula there, or leave the cell empty\n"
            "    2 | 2017,#N/A\n      |      ^^^^",
        ),
        (
            "When,People\n2017,none\n2018,2\n",
            "d.csv:2:6: error: `none` is not a number; leave the cell empty if there is no value, or write "
            "`suppressed`\n    2 | 2017,none\n      |      ^^^^",
        ),
        (
            "PK\x03\x04 and more",
            "d.csv: error: this is a spreadsheet and not a CSV file; open it in the spreadsheet and save the sheet as "
            "“CSV UTF-8 (Comma delimited)”",
        ),
        (
            "<!DOCTYPE html>\n<html></html>",
            "d.csv: error: this is a web page and not a CSV file; the address was that of a page about the data: "
            "download the CSV file itself",
        ),
    ],
)
def test_what_is_no_clean_table_is_told_with_its_cure(
    problems: Problems, tmp_path: Path, table: str, said: str
) -> None:
    (tmp_path / "d.csv").write_text(table, encoding="utf-8")
    (told,) = problems(FIGURE)
    assert told.removeprefix(f"{tmp_path.as_posix()}/") == said


@pytest.mark.parametrize(
    ("labels", "ordered"),
    [
        (["May 2016", "Apr 2016", "Jul 2016"], ["Apr 2016", "May 2016", "Jun 2016", "Jul 2016"]),
        (["2018 Q2", "2018 Q1", "2018 Q4"], ["Q1 2018", "Q2 2018", "Q3 2018", "Q4 2018"]),
        (["Q4 2018", "Q3 2018", "Q2 2019"], ["Q3 2018", "Q4 2018", "Q1 2019", "Q2 2019"]),
        (["October 2018", "August 2018", "July 2018"], ["Jul 2018", "Aug 2018", "Sept 2018", "Oct 2018"]),
        (["2011", "1981", "1991", "2001", "2018"], ["1981", "1991", "2001", "2011", "2018"]),
        (["2010/11", "2012/13"], ["2010–11", "2012–13"]),
        (["2010/11", "2011/12", "2013/14"], ["2010–11", "2011–12", "2012–13", "2013–14"]),
    ],
)
def test_moments_are_put_in_order_with_those_between(
    load: Load, tmp_path: Path, labels: list[str], ordered: list[str]
) -> None:
    rows = "".join(f"{label},{index + 5}\n" for index, label in enumerate(labels))
    (tmp_path / "d.csv").write_text(f"When,People\n{rows}", encoding="utf-8")
    found = points(load(FIGURE))
    assert [label for label, _ in found] == ordered
    values = [text for _, text in sorted(found) if text != "not_available"]
    assert sorted(values) == [str(index + 5) for index in range(len(labels))]
    assert len(found) - len(values) == len(ordered) - len(labels)


@pytest.mark.parametrize(
    ("labels", "ordered"),
    [
        (["2018-05", "2018-04", "2018-07"], ["Apr 2018", "May 2018", "Jun 2018", "Jul 2018"]),
        (["2018-05-01", "2018-04-01", "2018-07-01"], ["1 Apr 2018", "1 May 2018", "1 Jul 2018"]),
    ],
)
def test_dates_as_machines_write_them_are_in_words(
    load: Load, tmp_path: Path, labels: list[str], ordered: list[str]
) -> None:
    rows = "".join(f"{label},{index + 5}\n" for index, label in enumerate(labels))
    (tmp_path / "d.csv").write_text(f"When,People\n{rows}", encoding="utf-8")
    found = points(load(FIGURE))
    assert [label for label, _ in found] == ordered
    assert [text for _, text in found if text != "not_available"] == ["6", "5", "7"]


def test_seasons_of_several_years_are_put_in_the_order_of_these(load: Load, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("When,People\nspring 2018,1\nspring 2017,2\n", encoding="utf-8")
    assert points(load(FIGURE)) == [("spring 2017", "2"), ("spring 2018", "1")]


def test_months_without_a_year_run_forwards(problems: Problems) -> None:
    (told,) = problems("figures:\n  - title: People\n    series: {May: 5, Apr: 6, Jun: 7}\n")
    said = "`Apr` stands after `May`, and time runs forwards; put the points in order, the first one first"
    assert told.startswith(f"r.yaml:6:22: error: {said}\n")


def test_a_year_of_months_may_begin_in_april(load: Load) -> None:
    report = load("figures:\n  - title: People\n    series: {Nov: 5, Dec: 7, Jan: 8, Mar: 9}\n")
    assert points(report) == [
        ("Nov", "5"),
        ("Dec", "7"),
        ("Jan", "8"),
        ("Feb", "not_available"),
        ("Mar", "9"),
    ]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("y: []", "`y` must name a column; write a heading, a list of headings, or `Name: heading` below it"),
        ("y: [men, men]", "`y` names `men` twice; keep one"),
        ("y: {a: {b: c}}", "`y` must name a column; write a heading, a list of headings, or `Name: heading` below it"),
        ("y: men, low: low", "an interval has two ends, and `high` is missing; give `low` and `high`"),
        (
            "y: men, low: high, high: low",
            "5 at `A` is not between `low` (6) and `high` (4); let `low` be the smallest and `high` the largest of the three",
        ),
        (
            "y: men, low: low, high: half",
            "an interval has two ends, and `high` is missing at `B`; give both, or neither",
        ),
    ],
)
def test_what_would_be_drawn_wrongly_is_refused(problems: Problems, tmp_path: Path, keys: str, said: str) -> None:
    (tmp_path / "d.csv").write_text("name,men,low,high,half\nA,5,4,6,7\nB,5,4,6,\n", encoding="utf-8")
    (told,) = problems(f"figures:\n  - {{title: P, data: d.csv, x: name, {keys}}}\n")
    assert f"error: {said}\n" in told


def test_digits_beside_the_star_belong_to_the_label(load: Load, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("name,2016,2017\nA,1,2\nB,3,5\n", encoding="utf-8")
    report = load('figures:\n  - {title: P, data: d.csv, x: "20*", y: sum}\n')
    assert points(report) == [("2016", "4"), ("2017", "7")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("d.xlsx", "`data` has no table `d.xlsx`; save the sheet as “CSV UTF-8 (Comma delimited)”, and name that file"),
        (
            "https://a.org/d.csv",
            "`https://a.org/d.csv` is an address, and tables are read from files; download it, and name the file",
        ),
    ],
)
def test_a_table_is_a_csv_file(problems: Problems, data: str, said: str) -> None:
    (told,) = problems(f"figures:\n  - title: P\n    data: {data}\n    x: a\n    y: b\n")
    assert f"error: {said}\n" in told


def test_a_table_that_nothing_uses_is_a_warning(load: Load) -> None:
    (warning,) = load("data:\n  jobs: {file: nowhere.csv}\n").warnings
    assert str(warning) == (
        "r.yaml:5:3: warning: no figure and no formula uses the table `jobs`; write `data: jobs` at a figure, or delete "
        "the table\n    5 |   jobs: {file: nowhere.csv}\n      |   ^^^^"
    )


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("= sum(d)", "`d` is a table, and no number; write `d.people`, or another of its columns"),
        ("= 1,000 + 2", "`,` stands here without a sign before it; write a number without commas: `1000`"),
        (
            "= 10 million + 1",
            "`million` stands here without a sign before it; write the short form: `10k`, `10m`, `10bn` or `10tn`",
        ),
    ],
)
def test_mistakes_in_formulas_say_what_to_write(problems: Problems, tmp_path: Path, formula: str, said: str) -> None:
    (tmp_path / "d.csv").write_text("name,people\nA,5\nB,9\n", encoding="utf-8")
    (told,) = problems(f"data:\n  d: {{file: d.csv}}\nvalues:\n  v: '{formula}'\n")
    assert f"error: {said}\n" in told


def test_a_share_is_not_negative(problems: Problems) -> None:
    (told,) = problems("statistics:\n  - {value: -5, label: x, of: 40}\n")
    assert told == (
        "r.yaml:5:31: error: −5 is less than nothing, and no share of 40\n"
        "    5 |   - {value: -5, label: x, of: 40}\n      |                               ^^"
    )


def test_one_value_is_no_series(problems: Problems) -> None:
    (told,) = problems("figures:\n  - title: P\n    series: {A: 5}\n")
    assert told == (
        "r.yaml:6:5: error: the series has one value, and a figure needs two at least; add more values, or write the "
        "number as `value`\n    6 |     series: {A: 5}\n      |     ^^^^^^"
    )


def test_years_may_be_numbers_in_a_mapping() -> None:
    report = load_report(
        {"brand": "b", "language": "en-GB", "title": "T", "figures": [{"title": "P", "series": {2017: 1, 2018: 2}}]}
    )
    assert points(report) == [("2017", "1"), ("2018", "2")]


def test_an_alternative_text_says_something(problems: Problems) -> None:
    (told,) = problems("figures:\n  - title: P\n    series: {A: 5, B: 6}\n    alt: auto\n")
    assert told == (
        "r.yaml:7:10: error: `auto` tells a reader nothing; say what the figure shows, or leave `alt` out and the "
        "program says it\n    7 |     alt: auto\n      |          ^^^^"
    )


def test_a_written_series_has_the_gaps_of_tables(load: Load) -> None:
    report = load("figures:\n  - title: P\n    series: {A: 5, B: n/a, C: .., D: 7}\n")
    assert points(report) == [("D", "7"), ("A", "5"), ("B", "not_available"), ("C", "not_available")]
