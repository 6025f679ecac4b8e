"""From a report's `data` and `values` to series, numbers and names: the whole way, with every problem at its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from reportgen.content.field_reader import FieldReader
from reportgen.content.named_values import NamedValue, NameTable
from reportgen.content.problem_log import ProblemLog
from reportgen.content.report import Datum, Series
from reportgen.content.report_files import ReportFiles
from reportgen.content.schema import Charted
from reportgen.content.series.finish import Scope
from reportgen.content.series.read_series import finished, read_raw, read_timing
from reportgen.content.tables.table import Table
from reportgen.content.validate import validate
from reportgen.content.workbook import Workbook
from reportgen.reading.yaml_reader import read_yaml
from reportgen.sources import Sources

CONTENT = Path(__file__).resolve().parents[2] / "content"


@dataclass
class Made:
    """What came of a report: its data, the series of its statistics, its values as texts, and its problems."""

    data: Workbook
    series: list[tuple[Series, ...]]
    values: dict[str, str]
    problems: list[str]

    def points(self, index: int = 0) -> dict[str, dict[str, str]]:
        """Of a statistic the points by series and label, each as a reader sees it, or why there is none."""
        return {
            each.name: {point.label: point.datum.text if point.datum else point.gap for point in each.points}
            for each in self.series[index]
        }


class CountingSources(Sources):
    """Sources that remember what was read."""

    def __init__(self) -> None:
        super().__init__({})
        self.read: list[str] = []

    def read_bytes(self, path: Path) -> bytes:
        self.read.append(path.name)
        return super().read_bytes(path)


Make = Callable[..., Made]


def make_of(
    body: str,
    folder: Path,
    language: str = "en-GB",
    port: Sources | None = None,
    cache: dict[Path, Table] | None = None,
) -> Made:
    reading = read_yaml(f"brand: b\nlanguage: {language}\ntitle: T\n{dedent(body)}", "r.yaml")
    assert reading.root is not None
    log = ProblemLog(reading.root, list(reading.problems))
    shape = validate(log)
    assert shape is not None
    given = {name: each.model_dump() if hasattr(each, "model_dump") else each for name, each in shape.values.items()}
    files, names = ReportFiles(log, folder, port or Sources()), NameTable()
    data = Workbook(log, files, names, shape.data, given, language, {} if cache is None else cache)
    reader = FieldReader(log, files, names, lambda: data)
    values = {name: _text(each) for name, each in data.values().items()}
    series = [_series(reader, each, ("statistics", at), language) for at, each in enumerate(shape.statistics)]
    return Made(data, series, values, [str(each).replace(f"{folder}/", "") for each in log.problems])


def _series(reader: FieldReader, shape: Charted, path: tuple[str | int, ...], language: str) -> tuple[Series, ...]:
    raw = read_raw(reader, shape, path, language)
    timing = read_timing(reader, raw, shape, path, language, mixed=False) if raw else None
    return finished(reader, raw, timing, shape, path, Scope.ALL) if raw and timing else ()


def _text(named: NamedValue) -> str:
    return named.datum.text if named.datum else named.text or ""


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes a report of YAML text and CSV files, given by their names."""

    def maker(body: str, files: Mapping[str, str], **options: object) -> Made:
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        return make_of(body, tmp_path, **options)  # type: ignore[arg-type]

    return maker


GROWING = """
    data:
      districts:
        file: data/semlep_districts_population_businesses.csv
        leave_out: {district: ["South East Midlands (sum of 13)"]}
        columns:
          growth: = change(pop_2001, pop_2018)
          gain: = pop_2018 - pop_2001
    values:
      now: = sum(districts.pop_2018)
      gain: = now - sum(districts.pop_2001)
      mean_gain: = round(gain / 17, 100)
      gain_share: = share(gain, now)
      one_in: = round(now / gain)
      milton_keynes: = districts.pop_2018[Milton Keynes]
      milton_keynes_gain: = round(milton_keynes - districts.pop_2001[Milton Keynes], 100)
      least: {value: = least(districts.growth), written: 1%}
      least_where: = name_of(least(districts.growth))
      most: {value: = most(districts.growth), written: 1%}
      most_where: = name_of(most(districts.growth))
      count: = count(districts.growth)
      largest_gain: = name_of(most(districts.gain))
    statistics:
      - {label: people, data: districts, x: pop_*, y: sum}
      - {label: growth, data: districts, x: district, y: growth, written: 1%}
"""


def test_a_growing_place_is_worked_out_from_its_table() -> None:
    made = make_of(GROWING, CONTENT)
    assert made.problems == []
    assert made.values == {
        "now": "2,034,176",
        "gain": "324,567",
        "mean_gain": "19,100",
        "gain_share": "16%",
        "one_in": "6",
        "milton_keynes": "268,607",
        "milton_keynes_gain": "55,900",
        "least": "10%",
        "least_where": "Wellingborough",
        "most": "33%",
        "most_where": "Corby",
        "count": "13",
        "largest_gain": "Milton Keynes",
    }
    people = made.points(0)[""]
    assert list(people) == [str(year) for year in range(2001, 2019)]
    assert (people["2001"], people["2010"], people["2018"]) == ("1,709,609", "1,856,268", "2,034,176")
    growth = made.points(1)[""]
    assert len(growth) == 13
    assert (growth["Corby"], growth["Wellingborough"], growth["Luton"]) == ("33%", "10%", "15%")


def test_a_total_that_is_not_left_out_is_a_problem_with_the_line_to_write() -> None:
    body = """
    values:
      now: = sum(d.pop_2018)
    data:
      d: {file: data/semlep_districts_population_businesses.csv, columns: {growth: "= change(pop_2001, pop_2018)"}}
    statistics:
      - {label: people, data: d, x: pop_*, y: sum}
      - {label: growth, data: d, y: growth}
    """
    line = 'write `leave_out: {district: ["South East Midlands (sum of 13)"]}`'
    made = make_of(body, CONTENT)
    assert [said.splitlines()[0] for said in made.problems] == [
        f"r.yaml:6:14: error: the row `South East Midlands (sum of 13)` looks like a total of the others; {line} under "
        "`data.d`; if it is no total, name the rows that you want under `where`",
        "r.yaml:10:27: error: `South East Midlands (sum of 13)` looks like a total of the other rows, which must not "
        f"become one more; {line}; if it is no total, name the rows that you want under `where`",
        "r.yaml:11:27: error: `South East Midlands (sum of 13)` looks like a total of the other rows, which must not "
        f"become one more; {line}; if it is no total, name the rows that you want under `where`",
    ]


def test_a_total_that_does_not_say_so_shows_in_what_a_worked_out_column_is_made_from(make: Make) -> None:
    made = make(
        """
        data:
          d: {file: d.csv, columns: {growth: "= change(a, b)"}}
        statistics:
          - {label: growth, data: d, y: growth}
        """,
        {"d.csv": "area,a,b\nBedford,150,200\nCorby,250,300\nLuton,350,500\nThe region,750,1000\n"},
    )
    assert "`The region` looks like a total of the other rows" in made.problems[0]


LONG = (
    "area,year,men,women,lo,hi\nBedford,2001,10,20,9,11\nBedford,2004,12,c,11,13\nBedford,2002,11.5,..,10,12\n"
    "Luton,2001,5,6,4,6\nLuton,2002,n/a,7,,\n"
)


@pytest.mark.parametrize(
    ("keys", "points"),
    [
        ("y: men, where: {area: Bedford}", {"": {"2001": "10.0", "2002": "11.5", "2003": "not_available", "2004": "12.0"}}),
        (
            "y: {Men: men, Women: women}, where: {area: Luton}",
            {"Men": {"2001": "5", "2002": "not_available"}, "Women": {"2001": "6", "2002": "7"}},
        ),
        (
            "y: [men, women], where: {area: Bedford, year: ['2001', '2004']}",
            {"men": {"2001": "10", "2004": "12"}, "women": {"2001": "20", "2004": "suppressed"}},
        ),
        (
            "y: men, where: {area: [Bedford, Luton]}, leave_out: {year: '2004'}",
            {"Bedford": {"2001": "10.0", "2002": "11.5"}, "Luton": {"2001": "5.0", "2002": "not_available"}},
        ),
        ("y: men, where: {area: Bedford}, index: '2001'", {"": {"2001": "100.0", "2002": "115.0", "2003": "not_available", "2004": "120.0"}}),
        ("y: women, where: {area: Luton}, index: '2001', written: '1'", {"": {"2001": "100", "2002": "117"}}),
        ("y: women, where: {area: Luton}, written: £1.0m", {"": {"2001": "£0.0m", "2002": "£0.0m"}}),
    ],
)  # fmt: skip
def test_series_from_a_long_table(make: Make, keys: str, points: dict[str, dict[str, str]]) -> None:
    made = make(f"statistics:\n  - {{label: l, data: t.csv, x: year, {keys}}}\n", {"t.csv": LONG})
    assert made.problems == []
    assert made.points() == points


def test_ends_of_intervals_come_along(make: Make) -> None:
    keys = "x: year, y: men, low: lo, high: hi, where: {area: Luton}"
    ((series,),) = make(f"statistics:\n  - {{label: l, data: t.csv, {keys}}}\n", {"t.csv": LONG}).series
    first, second = series.points
    assert first.low and first.high and (first.low.text, first.high.text) == ("4", "6")
    assert (second.datum, second.low, second.high) == (None, None, None)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("x: year, y: men", "32: error: lines 2 and 5 of `t.csv` both have `2001` under `year`; pick one of them with `where`, or leave one out with `leave_out`"),
        ("x: yeer, y: men", "32: error: `t.csv` has no column `yeer`; did you mean `year`?"),
        ("x: year, y: mn", "41: error: `t.csv` has no column `mn`; did you mean `men`?"),
        ("x: year", "22: error: `y` is missing: it names the column that holds the values; write `y: men` or another heading"),
        ("x: year, y: men, where: {area: Bedfrod}", "60: error: no row has `Bedfrod` under `area`; did you mean `Bedford`?"),
        ("x: year, y: men, where: {aera: Bedford}", "54: error: `t.csv` has no column `aera`; did you mean `area`?"),
        ("x: year, y: men, where: {area: Luton}, index: '2009'", "75: error: `index` names `2009`, which `data` does not have; did you mean `2002`?"),
        ("x: year, y: men, where: {area: Luton}, index: '2002'", "75: error: `index` needs a value above zero, and that for `2002` is not available; name another base"),
        ("x: year, y: men, where: {area: Luton}, written: viel", "77: error: `viel` is not a number; write it like `1,025,000`, `12.5%` or `£1.2bn`"),
        ("x: year, y: sum, where: {area: Luton}", "41: error: `sum` and `mean` are for tables whose `x` has a `*`; write `x: pop_*`, with a `*` for what differs from heading to heading"),
        ("x: year, y: '= men / 2'", "41: error: `y` names a column, and here stands a formula; work it out under the `columns:` of a table in `data:`, and name that column here"),
        ("x: year, y: [men, women], low: lo, where: {area: Luton}", "60: error: an interval belongs to one column of `y`; name one under `y`"),
    ],
)  # fmt: skip
def test_what_a_table_cannot_give_is_told_where_it_is_asked_for(make: Make, keys: str, said: str) -> None:
    made = make(f"statistics:\n  - {{label: l, data: t.csv, {keys}}}\n", {"t.csv": LONG})
    assert [problem.splitlines()[0] for problem in made.problems] == [f"r.yaml:5:{said}"]
    assert made.series == [()]


WIDE = "name,v_2001,v_2002,v_2003\nA,1.5,2,3\nB,10%,20%,x1\nC,200,300,n/a\nD,300,500,650\n"


@pytest.mark.parametrize(
    ("keys", "points"),
    [
        ("where: {name: A}", {"": {"2001": "1.5", "2002": "2.0", "2003": "3.0"}}),
        ("where: {name: [C, D]}", {"C": {"2001": "200", "2002": "300", "2003": "not_available"}, "D": {"2001": "300", "2002": "500", "2003": "650"}}),
        ("y: sum, where: {name: [C, D]}", {"": {"2001": "500", "2002": "800", "2003": "not_available"}}),
        ("y: mean, leave_out: {name: [B, C]}", {"": {"2001": "150.8", "2002": "251.0", "2003": "326.5"}}),
    ],
)  # fmt: skip
def test_series_from_a_wide_table(make: Make, keys: str, points: dict[str, dict[str, str]]) -> None:
    made = make(f"statistics:\n  - {{label: l, data: t.csv, x: v_*, {keys}}}\n", {"t.csv": WIDE})
    assert made.problems == []
    assert made.points() == points


def test_a_cell_that_is_no_number_is_told_once_and_only_if_it_is_used(make: Make) -> None:
    body = """
    statistics:
      - {label: l, data: t.csv, x: v_*, where: {name: [A, C]}}
      - {label: l, data: t.csv, x: v_*, where: {name: B}}
      - {label: l, data: t.csv, y: v_2003, where: {name: B}}
      - {label: l, data: t.csv, y: v_2001}
    """
    made = make(body, {"t.csv": WIDE})
    assert made.problems == [
        "t.csv:3:11: error: `x1` is not a number; write it like `1,025,000`, `12.5%` or `£1.2bn`\n"
        "    3 | B,10%,20%,x1\n"
        "      |           ^^",
        "r.yaml:9:32: error: `data` has 1.5 and 10%: two kinds of number; let one figure have one kind of number\n"
        "    9 |   - {label: l, data: t.csv, y: v_2001}\n"
        "      |                                ^^^^^^",
    ]
    assert [bool(each) for each in made.series] == [True, False, False, False]


def test_tables_are_joined_and_worked_on(make: Make) -> None:
    made = make(
        """
        data:
          people: {file: people.csv, leave_out: {area: Total}, join: jobs, columns: {rate: "= share(jobs, people)"}}
          jobs: {file: jobs.csv, key: name, columns: {double: = jobs * 2}}
        values:
          corby: = people.rate[Corby]
          double: = jobs.double[Corby]
        """,
        {
            "people.csv": "area,people\nBedford,200\nCorby,80\nTotal,280\n",
            "jobs.csv": "code,name,jobs\n1,Corby,60\n2,Bedford,50\n",
        },
    )
    assert (made.problems, made.values) == ([], {"corby": "75%", "double": "120"})


def test_a_column_needs_no_typing_of_its_parts(make: Make) -> None:
    made = make(
        """
        data:
          t: {file: t.csv, columns: {total: "= sum(pop_*)", part: "= share(pop_1, all)", twice: = total * 2}}
        values:
          a: = t.total[X]
          b: = t.part[Y]
          all: = sum(t.pop_1)
          c: = sum(t.twice)
        """,
        {"t.csv": "name,pop_1,pop_2\nX,10,20\nY,30,5\n"},
    )
    assert (made.problems, made.values) == ([], {"a": "30", "b": "75%", "all": "40", "c": "130"})


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ("a: 12.5%", "12.5%"),
        ("a: £28m", "£28m"),
        ("a: Corby", "Corby"),
        ("a: = 2 * b\n  b: = c + 1\n  c: 3", "8"),
        ("a: {value: = 4069 * 500, written: 1.00m}", "2.03m"),
        ("a: {value: 12.345, written: 1.0%}", "12.3%"),
    ],
)
def test_values_are_numbers_formulas_and_texts(make: Make, values: str, shown: str) -> None:
    made = make(f"values:\n  {values}\n", {})
    assert (made.problems, made.values["a"]) == ([], shown)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            "a: = b\n  b: = a",
            ["r.yaml:5:6: error: `a` needs `b`, which needs `a`; one of them must be given, or worked out another way\n    5 |   a: = b\n      |      ^^^"],
        ),
        ("a: = 1 + a", ["r.yaml:5:6: error: `a` needs itself; one of them must be given, or worked out another way\n    5 |   a: = 1 + a\n      |      ^^^^^^^"]),
        ("a: = bb * 2\n  bc: 5", ["r.yaml:5:8: error: unknown name `bb`; use one of `a`, `bc`\n    5 |   a: = bb * 2\n      |        ^^"]),
        ("a: = 1 +\n  b: = a\n  c: = b * 2", ["r.yaml:5:10: error: the formula ends too early; here a number or a name is still wanted\n    5 |   a: = 1 +\n      |          ^"]),
        ("a: {value: £5, written: 1%}", ["r.yaml:5:27: error: the number is an amount in £, and the sample is a percentage\n    5 |   a: {value: £5, written: 1%}\n      |                           ^^"]),
        ("a: = 99999999999 * 99999999999", ["r.yaml:5:6: error: this comes to a number of more than 15 digits; look at what it is worked out from\n    5 |   a: = 99999999999 * 99999999999\n      |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^"]),
    ],
)  # fmt: skip
def test_each_fault_of_a_value_is_told_once(make: Make, values: str, said: list[str]) -> None:
    assert make(f"values:\n  {values}\n", {}).problems == said


def test_a_row_that_lacks_a_value_has_none_of_what_is_worked_out_from_it(make: Make) -> None:
    made = make(
        """
        data:
          t: {file: t.csv, columns: {rate: = a / b}}
        values:
          known: = mean(known(t.rate))
          all: = mean(t.rate)
        statistics:
          - {label: l, data: t, y: rate}
        """,
        {"t.csv": "name,a,b\nX,10,20\nY,c,10\nZ,30,60\n"},
    )
    assert made.points() == {"": {"X": "0.5", "Y": "not_available", "Z": "0.5"}}
    assert made.values == {"known": "0.5", "all": ""}
    assert [each.splitlines()[0] for each in made.problems] == [
        "r.yaml:9:15: error: `t.rate` has no value for `Y`; `known(t.rate)` leaves the gaps out, if that is true to the facts"
    ]


def test_a_division_by_zero_in_a_row_names_the_row(make: Make) -> None:
    made = make(
        """
        data:
          t: {file: t.csv, columns: {rate: = a / b}}
        values:
          x: = sum(t.rate)
          y: = t.rate[X] + x
        """,
        {"t.csv": "name,a,b\nX,10,20\nY,30,0\n"},
    )
    assert made.problems == [
        "r.yaml:6:42: error: this is divided by zero (in the row `Y`); nothing can be; look at the numbers that it is worked out from\n"
        "    6 |   t: {file: t.csv, columns: {rate: = a / b}}\n"
        "      |                                          ^"
    ]


def test_a_chain_of_two_hundred_values_is_worked_out(make: Make) -> None:
    chain = "".join(f"  v{index}: = v{index + 1} + 1\n" for index in range(199))
    made = make(f"values:\n{chain}  v199: 1\n", {})
    assert (made.problems, made.values["v0"]) == ([], "200")


def test_a_value_and_a_statistic_that_need_each_other_are_told(make: Make) -> None:
    made = make("values:\n  half: 5\nstatistics:\n  - {label: l, value: = whole * 2}\n", {})
    seen: list[Datum | None] = []

    def whole() -> NamedValue | None:
        seen.append(made.data.number(("statistics", 0, "value"), "= whole * 2", "en-GB"))
        return None

    made.data.names.promised["whole"] = whole
    assert made.data.number(("statistics", 0, "value"), "= whole * 2", "en-GB") is None
    assert seen == [None]
    assert [str(each).splitlines()[0] for each in made.data.log.problems] == [
        "r.yaml:7:25: error: `whole` needs itself; one of them must be given, or worked out another way"
    ]


def test_known_and_promised_names_stand_in_formulas(make: Make) -> None:
    made = make("values:\n  x: 5\n", {})
    jobs = made.data.values()["x"].datum
    assert jobs
    made.data.names.promised["jobs"] = lambda: NamedValue(jobs, "en-GB")
    made.data.names.known["jobs.share"] = NamedValue(jobs, "en-GB")
    found = made.data.number(("values", "x"), "= jobs + jobs.share * 2", "en-GB")
    assert found and found.text == "15"


def test_a_file_is_read_once_for_a_report_and_once_for_a_run(make: Make) -> None:
    body = """
    data:
      one: {file: t.csv}
      two: {file: t.csv, where: {name: X}}
    values:
      a: = sum(one.n)
      b: = sum(two.n)
    statistics:
      - {label: l, data: t.csv, y: n}
    """
    port, cache = CountingSources(), {}
    files = {"t.csv": "name,n\nX,10\nY,30\n"}
    first = make(body, files, port=port, cache=cache)
    again = make(body, files, port=port, cache=cache)
    assert port.read == ["t.csv"]
    assert first.values == again.values == {"a": "40", "b": "10"}
    assert first.points() == again.points() == {"": {"X": "10", "Y": "30"}}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("statistics:\n  - {label: l, data: people, y: n}", "r.yaml:5:22: error: `data` has no table `people`; write the path of a CSV file"),
        ("statistics:\n  - {label: l, data: no.csv, y: n}", "r.yaml:5:22: error: there is no file `no.csv`; paths count from the folder of the report, `{folder}`"),
        ("data:\n  t: {file: t.csv, key: nam}\nvalues:\n  a: = sum(t.n)", "r.yaml:5:25: error: `t.csv` has no column `nam`; did you mean `name`?"),
        ("data:\n  t: {file: t.csv, join: u}\nvalues:\n  a: = sum(t.n)", "r.yaml:5:26: error: `data` has no table `u`"),
        ("data:\n  t: {file: t.csv, join: t}\nvalues:\n  a: = sum(t.n)", "r.yaml:5:26: error: `t` is joined to itself; name another table"),
        ("data:\n  t: {file: t.csv, columns: {n: = 1 + 2}}\nvalues:\n  a: = sum(t.n)", "r.yaml:5:30: error: `t.csv` has a column `n` already; give the computed one another name"),
        ("data:\n  t: {file: t.csv, columns: {m: 12}}\nvalues:\n  a: = sum(t.m)", "r.yaml:5:33: error: `m` is no formula; begin it with `= `: `= change(before, after)`"),
        ("data:\n  t: {file: bad.csv}\nvalues:\n  a: = sum(t.n)\n  b: = a + 1", "bad.csv:1:3: error: columns 1 and 2 have the same heading `a`; rename one of them"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_had_is_told_once(make: Make, tmp_path: Path, body: str, said: str) -> None:
    made = make(f"{body}\n", {"t.csv": "name,n\nX,10\nY,30\n", "bad.csv": "a,a\n1,2\n"})
    assert [each.splitlines()[0] for each in made.problems] == [said.replace("{folder}", tmp_path.as_posix())]


def test_german_tables_are_read_as_the_report_is_written(make: Make) -> None:
    made = make(
        "statistics:\n  - {label: l, data: d.csv, y: anteil}\n  - {label: l, data: d.csv, y: wert}\n",
        {"d.csv": "gebiet;anteil;wert\nA;12,5%;1.234\nB;7 %;2.345.678\nC;c;\n"},
        language="de",
    )
    assert made.problems == []
    assert made.points(0)[""] == {"A": "12,5\N{NO-BREAK SPACE}%", "B": "7,0\N{NO-BREAK SPACE}%", "C": "suppressed"}
    assert made.points(1)[""] == {"A": "1.234", "B": "2.345.678", "C": "not_available"}


def test_a_total_column_becomes_neither_a_point_nor_a_part_of_a_sum(make: Make) -> None:
    made = make(
        """
        data:
          t: {file: t.csv, columns: {all: = sum(n_*)}}
        values:
          a: = sum(t.all)
          b: = t.all[Y]
        statistics:
          - {label: l, data: t, x: n_*}
        """,
        {"t.csv": "name,n_men,n_women,n_total\nX,10,20,30\nY,1,2,3\n"},
    )
    assert [each.splitlines()[0] for each in made.problems] == [
        "r.yaml:6:41: error: `n_*` picks `n_total` too, which looks like a total (in the row `X`); name the columns singly",
        "r.yaml:11:28: error: `n_total` looks like a total of the other columns, which must not become one more point; "
        "take it out of the file, or choose a pattern that does not match it",
    ]
