"""The same values typed in the report and read from a table are one series: its points, its figure, its warnings."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from reportgen.content.load_report import load_report
from reportgen.content.report import Point, Statistic
from reportgen.problems import ReportError

Rows = Mapping[str, Mapping[str, str] | str]
"""The cells of each row by its label; a bare text is the only cell. A column "low" or "high" is an end of an interval."""
Shown = Mapping[str, Sequence[str]]

ENDS = ("low", "high")


@dataclass(frozen=True)
class Seen:
    """What a reader meets of a figure."""

    figure: str
    why: str
    sets: Mapping[str, Sequence[tuple[object, ...]]]
    value: str
    numbers: Mapping[str, str]
    note: str
    emphasised: Sequence[str]
    warnings: Sequence[str]

    def texts(self) -> dict[str, list[str]]:
        """The points of each series as `label: value`."""
        return {name: [f"{label}: {text}" for label, text, *_ in points] for name, points in self.sets.items()}


def cells_of(row: Mapping[str, str] | str) -> Mapping[str, str]:
    return {"value": row} if isinstance(row, str) else row


def typed(rows: Rows) -> str:
    """The rows as a report has them under `series`."""
    named = {label: cells_of(row) for label, row in rows.items()}
    if any(end in row for row in named.values() for end in ENDS):
        return "series: " + json.dumps([{"label": label, **row} for label, row in named.items()])
    bare = all(list(row) == ["value"] for row in named.values())
    return "series: " + json.dumps({label: row["value"] if bare else row for label, row in named.items()})


def table(rows: Rows) -> tuple[str, str]:
    """The rows as a CSV file, and the keys that read it."""
    named = {label: cells_of(row) for label, row in rows.items()}
    columns = list(dict.fromkeys(column for row in named.values() for column in row))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["what", *columns])
    writer.writerows([label, *(row.get(column, "") for column in columns)] for label, row in named.items())
    values = [column for column in columns if column not in ENDS]
    keys = [f"y: {json.dumps(values if len(values) > 1 else values[0])}"]
    keys += [f"{end}: {end}" for end in ENDS if end in columns]
    return out.getvalue(), "\n    ".join(["data: t.csv", "x: what", *keys])


def seen(made: Statistic, warnings: Sequence[str]) -> Seen:
    def shown(point: Point) -> tuple[object, ...]:
        ends = [end.text if end else None for end in (point.low, point.high)]
        value = point.datum.value.normalize() if point.datum else None
        return (point.label, point.datum.text if point.datum else point.gap, value, *ends, point.at)

    return Seen(
        made.figure,
        made.why,
        {each.name: [shown(point) for point in each.points] for each in made.sets},
        made.datum.text,
        {name: datum.text for name, datum in made.data.items()},
        made.note,
        made.emphasised,
        warnings,
    )


@dataclass
class Loader:
    """Loads the same rows both ways."""

    folder: Path
    language: str = "en-GB"

    def loaded(self, series: str, *keys: str) -> Seen | list[str]:
        """What is seen of the figure, or the messages that refuse it, with `data` and `series` as one word."""
        body = "\n    ".join(["figures:\n  - title: T", series, *keys])
        try:
            report = load_report(
                f"brand: b\nlanguage: {self.language}\ntitle: T\n{body}\n", name="r.yaml", folder=self.folder
            )
        except ReportError as error:
            return [f"{each.message}; {each.hint}".replace("`data`", "`series`") for each in error.problems]
        return seen(report.figures[0], [each.message for each in report.warnings])

    def both(self, rows: Rows, *keys: str) -> tuple[Seen | list[str], Seen | list[str]]:
        """From the report itself, and from a table."""
        text, source = table(rows)
        (self.folder / "t.csv").write_text(text, encoding="utf-8")
        return self.loaded(typed(rows), *keys), self.loaded(source, *keys)


@pytest.fixture
def loader(tmp_path: Path) -> Loader:
    return Loader(tmp_path)


YEARS = {"2015": "5", "2016": "7", "2017": "9"}
PAIRS = {"Corby": {"2001": "5", "2018": "9"}, "Luton": {"2001": "6", "2018": "4"}}

CASES: dict[str, tuple[Rows, Sequence[str], dict[str, list[str]]]] = {
    "plain numbers": ({"Corby": "5", "Luton": "1234"}, (), {"": ["Luton: 1,234", "Corby: 5"]}),
    "grouped numbers": ({"Corby": "12,345", "Luton": "1,234"}, (), {"": ["Corby: 12,345", "Luton: 1,234"]}),
    "decimals": ({"Corby": "5", "Luton": "4.25"}, (), {"": ["Corby: 5.00", "Luton: 4.25"]}),
    "negative": ({"Corby": "-5", "Luton": "−4", "Derby": "7"}, (), {"": ["Derby: 7", "Luton: −4", "Corby: −5"]}),
    "signs that were written": ({"Corby": "+5", "Luton": "-2"}, (), {"": ["Corby: +5", "Luton: −2"]}),
    "signs that were written, by a sample": (
        {"Corby": "+5%", "Luton": "-2%"},
        ("written: 1.0%",),
        {"": ["Corby: +5.0%", "Luton: −2.0%"]},
    ),
    "a part that is next to nothing": (
        {"A": "0.3%", "B": "99.7%"},
        ("figure: stacked", "written: 10%"),
        {"": ["A: 0.3%", "B: 99.7%"]},
    ),
    "parts that do not add up": ({"A": "33%", "B": "35%", "C": "33%"}, ("figure: stacked",), {"": ["A: 33%", "B: 35%", "C: 33%"]}),
    "a value that is the emphasised one, rounded": (
        {"A": "19.4", "B": "33.7"},
        ("figure: bars", "emphasise: A", "value: 19"),
        {"": ["B: 33.7", "A: 19.4"]},
    ),
    "per cents": ({"Corby": "12.5%", "Luton": "9%"}, (), {"": ["Corby: 12.5%", "Luton: 9.0%"]}),
    "money": ({"Corby": "£1.2m", "Luton": "£3m"}, (), {"": ["Luton: £3.0m", "Corby: £1.2m"]}),
    "numbers with a unit": ({"Corby": "15 GW", "Luton": "9.5 GW"}, (), {"": ["Corby: 15.0\u00a0GW", "Luton: 9.5\u00a0GW"]}),
    "one and many": ({"A": "1 week", "B": "3 weeks"}, (), {"": ["B: 3\u00a0weeks", "A: 1\u00a0week"]}),
    "rates of money": ({"A": "£3.20 per hour", "B": "£4 per hour"}, (), {"": ["B: £4.00\u00a0per\u00a0hour", "A: £3.20\u00a0per\u00a0hour"]}),
    "a unit for all": ({"A": "5", "B": "7.5"}, ("unit: thousand tonnes",), {"": ["B: 7.5\u00a0thousand\u00a0tonnes", "A: 5.0\u00a0thousand\u00a0tonnes"]}),
    "words round numbers": ({"A": "about 5", "B": "up to 7.5", "C": "9+"}, (), {"": ["C: 9+", "B: up to\u00a07.5", "A: about\u00a05"]}),
    "shares in words": ({"A": "4 in 5", "B": "two thirds", "C": "12%"}, ("figure: bars",), {"": ["A: 4\u00a0in\u00a05", "B: two\u00a0thirds", "C: 12%"]}),
    "places in an order": ({"A": "8th", "B": "1st"}, ("figure: table",), {"": ["B: 1st", "A: 8th"]}),
    "words of scale": ({"Corby": "12.5k", "Luton": "1,234"}, (), {"": ["Corby: 12.5k", "Luton: 1,234"]}),
    "far apart": ({"Pensions": "£1.2tn", "Album": "£40"}, (), {"": ["Pensions: £1.2tn", "Album: £40"]}),
    "years out of order": (
        {"2017": "9", "2015": "5", "2016": "7"},
        (),
        {"": ["2015: 5", "2016: 7", "2017: 9"]},
    ),
    "a missing year": (
        {"2014": "5", "2015": "6", "2017": "7", "2018": "8"},
        ("figure: line",),
        {"": ["2014: 5", "2015: 6", "2016: not_available", "2017: 7", "2018: 8"]},
    ),
    "regular years": ({"2001": "5", "2011": "6", "2021": "7"}, (), {"": ["2001: 5", "2011: 6", "2021: 7"]}),
    "few years far apart": ({"1951": "5", "2011": "6", "2018": "7"}, (), {"": ["1951: 5", "2011: 6", "2018: 7"]}),
    "school years": (
        {"2017/18": "5", "2015/16": "6", "2014/15": "7"},
        ("figure: line",),
        {"": ["2014–15: 7", "2015–16: 6", "2016–17: not_available", "2017–18: 5"]},
    ),
    "quarters": (
        {"2018 Q3": "5", "2018 Q1": "6", "2017 Q4": "7"},
        ("figure: line",),
        {"": ["Q4 2017: 7", "Q1 2018: 6", "Q2 2018: not_available", "Q3 2018: 5"]},
    ),
    "months": (
        {"2018-05": "5", "2018-02": "6", "2018-03": "7"},
        ("figure: line",),
        {"": ["Feb 2018: 6", "Mar 2018: 7", "Apr 2018: not_available", "May 2018: 5"]},
    ),
    "months by name": (
        {"Mar 2018": "5", "Jan 2018": "6", "Feb 2018": "4"},
        (),
        {"": ["Jan 2018: 6", "Feb 2018: 4", "Mar 2018: 5"]},
    ),
    "days": (
        {"2018-03-02": "5", "2018-02-27": "6", "2018-03-01": "4"},
        ("figure: line",),
        {"": ["27 Feb 2018: 6", "1 Mar 2018: 4", "2 Mar 2018: 5"]},
    ),
    "spans of months": (
        {"Jan to Mar 2018": "5", "Oct to Dec 2017": "6", "Jul to Sep 2017": "7"},
        ("figure: columns",),
        {"": ["Jul–Sept 2017: 7", "Oct–Dec 2017: 6", "Jan–Mar 2018: 5"]},
    ),
    "a table out of its time": ({"2017": "9", "2016": "5"}, ("order: given", "figure: table"), {"": ["2017: 9", "2016: 5"]}),
    "financial years that look like months": (
        {"2008-09": "5", "2009-10": "6", "2011-12": "7"},
        ("figure: line",),
        {"": ["2008–09: 5", "2009–10: 6", "2010–11: not_available", "2011–12: 7"]},
    ),
    "financial years as the report says": (
        {"2008-09": "5", "2010-11": "6"},
        ("period: financial year",),
        {"": ["2008–09: 5", "2010–11: 6"]},
    ),
    "months as the report says": ({"2008-09": "5", "2010-11": "6"}, ("period: month",), {"": ["Sept 2008: 5", "Nov 2010: 6"]}),
    "years as amounts": (
        {"2,014": "5", "2,015": "6", "2,017": "7"},
        ("figure: line",),
        {"": ["2014: 5", "2015: 6", "2016: not_available", "2017: 7"]},
    ),
    "years and a month": ({"2000": "5", "2018": "6", "2025-10": "7"}, (), {"": ["2000: 5", "2018: 6", "Oct 2025: 7"]}),
    "days with slashes": (
        {"01/02/2018": "5", "01/12/2018": "6", "01/01/2018": "7"},
        ("figure: line", "dates: day first"),
        {"": ["1 Jan 2018: 7", "1 Feb 2018: 5", "1 Dec 2018: 6"]},
    ),
    "months as a spreadsheet has them": ({"May-18": "5", "Apr-18": "6"}, (), {"": ["Apr 2018: 6", "May 2018: 5"]}),
    "names with years in them": (
        {"Sandy (2012)": "5", "Katrina (2005)": "9", "Harvey (2017)": "7"},
        (),
        {"": ["Katrina (2005): 9", "Harvey (2017): 7", "Sandy (2012): 5"]},
    ),
    "years ranked": ({"2016": "5", "2017": "9", "2018": "7"}, ("figure: bars", "order: value"), {"": ["2017: 9", "2018: 7", "2016: 5"]}),
    "years as given": ({"2017": "5", "2016": "9"}, ("figure: bars", "order: given"), {"": ["2017: 5", "2016: 9"]}),
    "two periods the wrong way round, as given": (
        {"North": {"2016": "5", "2014": "6"}, "South": {"2016": "7", "2014": "9"}},
        ("figure: dumbbell", "order: given"),
        {"2014": ["North: 6", "South: 9"], "2016": ["North: 5", "South: 7"]},
    ),
    "months of a year that begins in April": ({"Apr": "5", "May": "6", "Jan": "4"}, (), {"": ["Apr: 5", "May: 6", "Jan: 4"]}),
    "years with a remark": (
        {"2018 (provisional)": "5", "2016": "6", "2017 (revised)": "4"},
        (),
        {"": ["2016: 6", "2017 (revised): 4", "2018 (provisional): 5"]},
    ),
    "ages": ({"0-15": "5", "16-64": "9", "65+": "7"}, (), {"": ["0-15: 5", "16-64: 9", "65+: 7"]}),
    "intervals": (
        {"A": {"value": "3", "low": "2.5", "high": "4"}, "B": {"value": "9", "low": "8", "high": "10"}},
        (),
        {"": ["B: 9.0", "A: 3.0"]},
    ),
    "an interval round nothing": (
        {"A": {"value": "-", "low": "-", "high": "-"}, "B": {"value": "9", "low": "8", "high": "10"}, "C": {"value": "3", "low": "2", "high": "4"}},
        (),
        {"": ["B: 9", "C: 3", "A: not_available"]},
    ),
    "two periods of several names": (PAIRS, (), {"2001": ["Corby: 5", "Luton: 6"], "2018": ["Corby: 9", "Luton: 4"]}),
    "periods backwards": (
        {"Corby": {"2018": "9", "2001": "5"}, "Luton": {"2018": "4", "2001": "6"}},
        (),
        {"2001": ["Corby: 5", "Luton: 6"], "2018": ["Corby: 9", "Luton: 4"]},
    ),
    "a year that is missing in all names": (
        {"Corby": {"2016": "9", "2018": "5", "2019": "7"}, "Luton": {"2016": "4", "2018": "6", "2019": "8"}},
        (),
        {"Corby": ["2016: 9", "2017: not_available", "2018: 5", "2019: 7"], "Luton": ["2016: 4", "2017: not_available", "2018: 6", "2019: 8"]},
    ),
    "several parts of years": (
        {"2017": {"Men": "40%", "Women": "60%"}, "2016": {"Men": "41%", "Women": "59%"}, "2018": {"Men": "42.5%", "Women": "57.5%"}},
        ("figure: stacked",),
        {"Men": ["2016: 41.0%", "2017: 40.0%", "2018: 42.5%"], "Women": ["2016: 59.0%", "2017: 60.0%", "2018: 57.5%"]},
    ),
    "a table": (
        {"Corby": {"Homes": "9", "Jobs": "5.5", "Shops": "7"}, "Luton": {"Homes": "4", "Jobs": "c", "Shops": "8"}},
        ("figure: table",),
        {"Homes": ["Corby: 9", "Luton: 4"], "Jobs": ["Corby: 5.5", "Luton: suppressed"], "Shops": ["Corby: 7", "Luton: 8"]},
    ),
    "a table of counts and rates": (
        {"Corby": {"People": "5937200", "Rate": "70.6%"}, "Luton": {"People": "900300", "Rate": "71%"}},
        ("figure: table",),
        {"People": ["Corby: 5,937,200", "Luton: 900,300"], "Rate": ["Corby: 70.6%", "Luton: 71.0%"]},
    ),
    "a table whose columns are periods of one measure": (
        {"Corby": {"2022": "84%", "2023": "81%"}, "Luton": {"2022": "0.3%", "2023": "41%"}},
        ("figure: table",),
        {"2022": ["Corby: 84.0%", "Luton: 0.3%"], "2023": ["Corby: 81.0%", "Luton: 41.0%"]},
    ),
    "counts and rates, whatever shows them": (
        {"Corby": {"People": "5937200", "Rate": "70.6%"}, "Luton": {"People": "900300", "Rate": "71%"}},
        (),
        {"People": ["Corby: 5,937,200", "Luton: 900,300"], "Rate": ["Corby: 70.6%", "Luton: 71.0%"]},
    ),
    "a table of decimals that is not asked for": (
        {"Corby": {"Homes": "9", "Jobs": "5.5", "Shops": "7"}, "Luton": {"Homes": "4", "Jobs": "3", "Shops": "8"}},
        (),
        {"Homes": ["Corby: 9", "Luton: 4"], "Jobs": ["Corby: 5.5", "Luton: 3.0"], "Shops": ["Corby: 7", "Luton: 8"]},
    ),
    "counts and rates with a sample for the counts": (
        {"Corby": {"People": "5937200", "Rate": "70.6%"}, "Luton": {"People": "900300", "Rate": "71%"}},
        ("figure: table", "written: 1.2m"),
        {"People": ["Corby: 5.9m", "Luton: 0.9m"], "Rate": ["Corby: 70.6%", "Luton: 71.0%"]},
    ),
    "a table with a total": (
        {"Total": {"Homes": "9", "Jobs": "5.5"}, "Luton": {"Homes": "4", "Jobs": "3"}, "Corby": {"Homes": "5", "Jobs": "2.5"}},
        ("figure: table",),
        {"Homes": ["Corby: 5", "Luton: 4", "Total: 9"], "Jobs": ["Corby: 2.5", "Luton: 3.0", "Total: 5.5"]},
    ),
    "the first of a table with a total": (
        {
            "Total": {"Homes": "12", "Jobs": "6"}, "Luton": {"Homes": "4", "Jobs": "3"},
            "Corby": {"Homes": "5", "Jobs": "2"}, "Derby": {"Homes": "3", "Jobs": "1"},
        },
        ("figure: table", "top: 1"),
        {"Homes": ["Corby: 5", "Other: 7", "Total: 12"], "Jobs": ["Corby: 2", "Other: 4", "Total: 6"]},
    ),
    "index": (YEARS, ("index: 2015",), {"": ["2015: 100.0", "2016: 140.0", "2017: 180.0"]}),
    "index of money and per cents": (
        {"2015": {"Rent": "£5", "Share": "4%"}, "2016": {"Rent": "£6", "Share": "5%"}},
        ("index: 2015", "figure: line"),
        {"Rent": ["2015: 100.0", "2016: 120.0"], "Share": ["2015: 100.0", "2016: 125.0"]},
    ),
    "index written whole": (YEARS, ("index: 2015", "written: 1"), {"": ["2015: 100", "2016: 140", "2017: 180"]}),
    "index across names": (
        {"Corby": {"2001": "5", "2018": "9"}, "Luton": {"2001": "8", "2018": "4"}},
        ("index: 2001", "figure: line"),
        {"Corby": ["2001: 100.0", "2018: 180.0"], "Luton": ["2001: 100.0", "2018: 50.0"]},
    ),
    "written": ({"A": "£1,234,567", "B": "£2m"}, ("written: £1.2m",), {"": ["B: £2.0m", "A: £1.2m"]}),
    "written as per cents": ({"A": "12.345", "B": "80"}, ("written: 12.5%",), {"": ["B: 80.0%", "A: 12.3%"]}),
    "written without the sign": ({"A": "£1,234", "B": "£2,500"}, ("written: 1.2k",), {"": ["B: £2.5k", "A: £1.2k"]}),
    "fractions written as per cents": ({"A": "0.82", "B": "0.5"}, ("written: 12%",), {"": ["A: 1%", "B: 1%"]}),
    "top": ({"A": "5", "B": "7.5", "C": "1", "D": "2"}, ("top: 2",), {"": ["B: 7.5", "A: 5.0", "Other: 3.0"]}),
    "order by name": ({"B": "5", "A": "7"}, ("order: name",), {"": ["A: 7", "B: 5"]}),
    "order given": ({"B": "5", "A": "7"}, ("order: given",), {"": ["B: 5", "A: 7"]}),
    "order given in its time": (YEARS, ("order: given", "figure: columns"), {"": ["2015: 5", "2016: 7", "2017: 9"]}),
    "emphasis": ({"B": "5", "A": "7"}, ("emphasise: B",), {"": ["A: 7", "B: 5"]}),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "keys", "points"), CASES.values(), ids=CASES)
def test_typed_or_from_a_table_it_is_one_series(
    loader: Loader, rows: Rows, keys: Sequence[str], points: dict[str, list[str]]
) -> None:
    by_hand, by_table = loader.both(rows, *keys)
    assert isinstance(by_hand, Seen), by_hand
    assert by_hand.texts() == points
    assert by_table == by_hand


GAPS = (
    "-",
    "–",
    "—",
    ".",
    "..",
    "...",
    "…",
    ":",
    "x",
    "[x]",
    "z",
    "[z]",
    "n/a",
    "NA",
    "n.a.",
    "not  available",
    "null",
)
SUPPRESSED = ("c", "[c]", "*", "Suppressed", "confidential")


@pytest.mark.parametrize("language", ["en-GB", "de"])
@pytest.mark.parametrize(
    ("sign", "gap"),
    [*((sign, "not_available") for sign in GAPS), *((sign, "suppressed") for sign in SUPPRESSED)],
)
def test_every_sign_for_a_gap_is_one_wherever_it_stands(loader: Loader, sign: str, gap: str, language: str) -> None:
    loader.language = language
    by_hand, by_table = loader.both({"A": "5", "B": sign, "C": "7"})
    assert isinstance(by_hand, Seen), by_hand
    assert by_hand.texts() == {"": ["C: 7", "A: 5", f"B: {gap}"]}
    assert by_table == by_hand


@pytest.mark.parametrize(("word", "gap"), [("nicht verfügbar", "not_available"), ("Gesperrt", "suppressed")])
def test_a_gap_may_be_said_in_the_language_of_the_report(loader: Loader, word: str, gap: str) -> None:
    loader.language = "de"
    by_hand, by_table = loader.both({"A": "5", "B": word, "C": "7"})
    assert isinstance(by_hand, Seen), by_hand
    assert by_hand.texts()[""][-1] == f"B: {gap}"
    assert by_table == by_hand


REFUSED: dict[str, tuple[Rows, Sequence[str], str]] = {
    "two kinds of number": ({"A": "5%", "B": "£7"}, (), "`series` has 5% and £7: two kinds of number; let one figure have one kind of number"),
    "two kinds in an interval": (
        {"A": {"value": "5%", "low": "4", "high": "6"}, "B": {"value": "7%", "low": "6%", "high": "8%"}},
        (),
        "`series` has 5% and 4: two kinds of number; let one figure have one kind of number",
    ),
    "another kind of sample": (
        {"A": "5%", "B": "7%"},
        ("written: £5",),
        "`written` is another kind of number than 5%; write one of the numbers as it shall look",
    ),
    "no number as a sample": (YEARS, ("written: nice",), "`nice` is not a number; write it like `1,025,000`, `12.5%` or `£1.2bn`"),
    "no base": (YEARS, ("index: 2001",), "`index` names `2001`, which `series` does not have; did you mean `2017`?"),
    "a base without a value": (
        {"2015": "-", "2016": "7"},
        ("index: 2015",),
        "`index` needs a value above zero, and that for `2015` is not available; name another base",
    ),
    "a base of zero in one of two": (
        {"Corby": {"2001": "5", "2018": "9"}, "Luton": {"2001": "0", "2018": "4"}},
        ("index: 2001", "figure: line"),
        "`index` needs a value above zero, and that of `Luton` for `2001` is 0; name another base",
    ),
    "an index in per cent": (YEARS, ("index: 2015", "written: 5%"), "`written` is another kind of number than 100.0; write one of the numbers as it shall look"),
    "one end": ({"A": {"value": "5", "low": "4", "high": "-"}, "B": {"value": "7", "low": "6", "high": "8"}}, (),
                "an interval has two ends, and `high` is missing at `A`; give both, or neither"),
    "outside its interval": ({"A": {"value": "9", "low": "2", "high": "4"}, "B": {"value": "7", "low": "6", "high": "8"}}, (),
                             "9 at `A` is not between `low` (2) and `high` (4); let `low` be the smallest and `high` the largest of the three"),
    "months in no order": ({"Apr": "5", "Feb": "6", "Mar": "4", "Jan": "7"}, (), "`Jan` stands after `Mar`, and time runs forwards; put the points in order, the first one first"),
    "order given out of its time": (
        {"2017": "9", "2016": "5"},
        ("order: given", "figure: columns"),
        "`order: given` would put `2016` after `2017`, and time runs forwards; delete the line, or use `figure: bars` or `figure: table`",
    ),
    "metres or millions": (
        {"A": "29.7 m", "B": "30 million"},
        (),
        "`29.7 m` can be read as millions and as metres; write `29.7 million` or `29.7m` for millions, `29.7 metres` for a length",
    ),
    "a slip in a word of scale": ({"A": "5 milion", "B": "6 million"}, (), "`milion` is not known behind a number; did you mean `million`?"),
    "two units": ({"A": "5 GW", "B": "6 MW"}, (), "`series` has 5\u00a0GW and 6\u00a0MW: two kinds of number; let one figure have one kind of number"),
    "a unit beside none": ({"A": "5 GW", "B": "6"}, (), "`series` has 5\u00a0GW and 6: two kinds of number; give each number its unit, or all of them by `unit: GW`"),
    "a negative number of accountants": ({"A": "(1,234)", "B": "6"}, (), "`(1,234)` may be a negative number; write it as `-1,234`"),
    "a minus behind": ({"A": "1,234-", "B": "6"}, (), "`1,234-` may be a negative number; write it as `-1,234`"),
    "a year or a month": (
        {"2011-12": "5"},
        (),
        "`2011-12` may be the financial year 2011–12 or the month Dec 2011, and the series does not show which; "
        "write `period: financial year` or `period: month`",
    ),
    "two kinds of year": (
        {"2016": "5", "2017": "6", "2018-19": "7"},
        (),
        "`2016` is a calendar year and `2018-19` a financial year, and one axis cannot have both; "
        "write all labels alike, or make two figures",
    ),
    "no such day": (
        {"31/03/2019": "5", "31/04/2019": "6"},
        (),
        "`31/04/2019` is no day: April 2019 has 30; look it up where the data come from, and write the day as `2019-02-28`",
    ),
    "a name among years": (
        {"2016": "5", "2017": "6", "Average": "7"},
        (),
        "`Average` stands among `2016`, `2017` and is no period; "
        "write it like the others, or `period: none` if all labels are names",
    ),
    "no value at all": ({"A": "-", "B": "c"}, (), "the series has no value at all; leave the figure out"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "keys", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_drawn_is_refused_in_the_same_words(
    loader: Loader, rows: Rows, keys: Sequence[str], said: str
) -> None:
    by_hand, by_table = loader.both(rows, *keys)
    assert by_hand == [said]
    assert by_table == by_hand


def test_a_value_that_only_others_have_is_a_gap_and_a_warning(loader: Loader) -> None:
    by_hand = loader.loaded(
        "series: {2015: {Corby: 4, Luton: 5}, 2016: {Corby: 5, Luton: 6}, 2017: {Luton: 7}, 2018: {Luton: 8}}",
        "figure: line",
    )
    rows = "year,place,jobs\n2015,Corby,4\n2015,Luton,5\n2016,Corby,5\n2016,Luton,6\n2017,Luton,7\n2018,Luton,8\n"
    (loader.folder / "t.csv").write_text(rows, encoding="utf-8")
    by_table = loader.loaded("data: t.csv", "x: year", "y: jobs", "where: {place: [Corby, Luton]}", "figure: line")
    assert isinstance(by_hand, Seen)
    assert isinstance(by_table, Seen)
    assert by_table.sets == by_hand.sets
    assert by_hand.texts()["Corby"] == ["2015: 4", "2016: 5", "2017: not_available", "2018: not_available"]
    assert by_hand.warnings == [
        f"`{year}` has no value for `Corby`, and is shown there as not available" for year in (2017, 2018)
    ]
    assert by_table.warnings == ["`Corby` has no row for `2017` and 1 more, and is shown there as not available"]
