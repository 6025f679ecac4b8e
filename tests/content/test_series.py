"""Series that are written in the report: their forms, their gaps, their order, and the names that they give."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.content.quantities import Quantity
from reportgen.content.report import Datum, Point, Report, Series, Statistic
from reportgen.content.series.finish import finish
from reportgen.content.series.in_time import timing_of
from reportgen.content.series.raw import RawData, RawPoint, RawSeries
from reportgen.content.series.transform import in_order, top, transpose
from reportgen.text.locale import NumberRule
from reportgen.text.spans import plain

Load = Callable[..., Report]
Problems = Callable[..., list[str]]


def statistic(*lines: str) -> str:
    return "statistics:\n  - " + "\n    ".join(("label: homes", *lines)) + "\n"


def shown(made: Statistic) -> dict[str, dict[str, str]]:
    return {
        each.name: {point.label: point.datum.text if point.datum else point.gap for point in each.points}
        for each in made.sets
    }


def test_values_by_name_and_moment_are_a_set_for_each_moment(load: Load) -> None:
    (made,) = load(
        statistic("series: {Corby: {2001: 5, 2018: 9}, Luton: {2001: 6, 2018: suppressed}}", "figure: slope")
    ).statistics
    assert shown(made) == {"2001": {"Corby": "5", "Luton": "6"}, "2018": {"Corby": "9", "Luton": "suppressed"}}
    assert made.datum.text == "9"


def test_a_line_has_its_moments_as_labels_whichever_way_they_are_written(load: Load) -> None:
    (made,) = load(
        statistic("series: {Corby: {2001: 5, 2005: 7, 2018: 9}, Luton: {2001: 6, 2005: 7, 2018: 4}}")
    ).statistics
    assert made.figure == "line"
    assert shown(made) == {
        "Corby": {"2001": "5", "2005": "7", "2018": "9"},
        "Luton": {"2001": "6", "2005": "7", "2018": "4"},
    }


def test_a_missing_value_is_a_gap_and_a_warning(load: Load) -> None:
    report = load(statistic("series: {Corby: {2001: 5, 2018: 9}, Luton: {2018: 4}}"))
    assert shown(report.statistics[0])["2001"] == {"Corby": "5", "Luton": "not_available"}
    assert [str(warning).splitlines()[0] for warning in report.warnings] == [
        "r.yaml:6:41: warning: `Luton` has no value for `2001`, and is shown there as not available; "
        "write `2001: not available` if that is so"
    ]


def test_entries_have_intervals_and_reasons(load: Load) -> None:
    entries = ("figure: bars", "series:", "  - {label: A, value: 3, low: 2, high: 4}", "  - {label: B, gap: suppressed}",
               "  - {label: C, value: '-'}", "  - {label: D, value: 9}")  # fmt: skip
    (made,) = load(statistic(*entries)).statistics
    assert shown(made) == {"": {"D": "9", "A": "3", "B": "suppressed", "C": "not_available"}}
    interval = made.series[1]
    assert interval.low and interval.high
    assert (interval.low.text, interval.high.text) == ("2", "4")


@pytest.mark.parametrize(
    ("series", "said"),
    [
        ("[{label: A, value: 3, low: 2}]", ["6:14: error: an interval has two ends, and `high` is missing at `A`; give both, or neither"]),
        ("[{label: A, value: 9, low: 2, high: 4}]", ["6:35: error: 9 at `A` is not between `low` (2) and `high` (4); let `low` be the smallest and `high` the largest of the three"]),
        ("[{label: A, value: 9, gap: suppressed}]", ["6:35: error: an entry has a `value` or a `gap`, not both; keep one"]),
        ("[{label: A, gap: lost}]", ["6:30: error: `lost` does not say why there is no value; write `not available` or `suppressed`"]),
        ("[{label: A, value: 1}, {label: A, value: 2}]", ["6:37: error: `A` stands twice in `series`; keep one"]),
        ("[{label: A}]", ["6:14: error: this entry of `statistics[0].series` has no key `value`; write `value: ` and the number"]),
        ("[{labl: A, value: 1}]", ["6:14: error: this entry of `statistics[0].series` has no key `label`; write `label: ` and what the number counts",
                                   "6:15: error: unknown key `labl`; did you mean `label`?"]),
        ("[5, 7]", ["6:14: error: this entry must be a block of keys; write its keys below it, indented: `label: `",
                    "6:17: error: this entry must be a block of keys; write its keys below it, indented: `label: `"]),
        ("{}", ["6:5: error: the series has no value at all; leave the figure out"]),
        ("{A: {}}", ["6:5: error: the series has no value at all; leave the figure out"]),
        ("five", ["6:13: error: `series` must be a block of keys; write a line for each value below it, indented: `2001: 5`"]),
        ("{A: 5, B: {2001: 7}}", ["6:5: error: some entries of `series` are single values and some are blocks; write all alike"]),
        ("{A: [5]}", ["6:17: error: `A` must be a number; write it like `1025000`, `12.5%` or `£28m`"]),
        ("{A: {2001: six}}", ["6:24: error: `six` is not a number; write it like `1,025,000`, `12.5%` or `£1.2bn`"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_series(problems: Problems, series: str, said: list[str]) -> None:
    assert [text.splitlines()[0] for text in problems(statistic(f"series: {series}"))] == [
        f"r.yaml:{each}" for each in said
    ]


def test_rankings_stand_in_the_order_of_their_values(load: Load) -> None:
    def labels(*lines: str) -> list[str]:
        (made,) = load(statistic("series: {Luton: 5, Évreux: '-', Corby: 9, bedford: 7}", *lines)).statistics
        return [point.label for point in made.series]

    assert labels() == ["Corby", "bedford", "Luton", "Évreux"]
    assert labels("order: given") == ["Luton", "Évreux", "Corby", "bedford"]
    assert labels("order: name") == ["bedford", "Corby", "Évreux", "Luton"]
    assert labels("figure: columns") == ["Luton", "Évreux", "Corby", "bedford"]


def test_the_rest_is_summed(load: Load) -> None:
    (made,) = load(statistic("series: {A: £1.2m, B: £5m, C: £800k, D: £3m}", "top: 2", "caption: auto")).statistics
    assert shown(made) == {"": {"B": "£5.0m", "D": "£3.0m", "Other": "£2.0m"}}
    assert made.data["least"].text == "£800k"
    assert plain(made.caption) == "The largest value is £5.0m (B)"


def test_index_numbers_and_their_note(load: Load) -> None:
    (made,) = load(
        statistic("index: 2001", "series: {2001: £40, 2011: £50, 2018: £70}", "note: Prices of 2018.")
    ).statistics
    assert shown(made) == {"": {"2001": "100.0", "2011": "125.0", "2018": "175.0"}}
    assert (made.datum.text, made.note) == ("175.0", "Prices of 2018. 2001 = 100")


def test_an_index_needs_a_base(problems: Problems) -> None:
    said = [
        problems(statistic(f"index: {base}", "series: {2001: 0, 2011: 50, 2018: 70}"))[0].splitlines()[0]
        for base in (2001, 2010)
    ]
    assert said == [
        "r.yaml:6:12: error: `index` needs a value above zero, and that for `2001` is 0; name another base",
        "r.yaml:6:12: error: `index` names `2010`, which `series` does not have; did you mean `2018`?",
    ]


def test_numbers_are_written_as_asked(load: Load) -> None:
    (made,) = load(statistic("written: £1.2m", "series: {2001: '£1,234,567', 2018: '£2,000,000'}")).statistics
    assert shown(made) == {"": {"2001": "£1.2m", "2018": "£2.0m"}}
    assert made.data["first"].value == Decimal(1234567)


def test_a_series_gives_names(load: Load) -> None:
    report = load(
        'intro: "{homes.first} {homes.most_name}"\n'
        + statistic("id: homes", "series: {2001: 40, 2002: 44, 2003: 30}", "since: 2001").replace(
            "label: homes",
            'label: "{first} {last} {least} {most} {mean} {total} {least_name} {most_name} {change} {change_size} {change_percent}"',
        )
    )
    assert plain(report.statistics[0].label) == "40 30 30 44 38 114 2003 2002 −10 10 −25%"
    assert plain(report.intro[0]) == "40 2002"


def test_percentages_differ_in_percentage_points(load: Load) -> None:
    report = load(statistic("value: 47%", "change: 6.5%", "since: 2001").replace("homes", "up {change}")
                  + "  - label: up {change_size}\n    series: {2001: 46%, 2018: 47%}\n")  # fmt: skip
    said = [plain(each.label).replace("\N{NO-BREAK SPACE}", " ") for each in report.statistics]
    assert said == ["up 6.5 percentage points", "up 1 percentage point"]
    assert "total" not in report.statistics[1].data


def test_names_of_a_broken_series_are_not_told_again(problems: Problems) -> None:
    said = problems(statistic("series: {A: 5, B: six}").replace("homes", "a {most} {change}"))
    assert [text.splitlines()[0] for text in said] == [
        "r.yaml:6:23: error: `six` is not a number; write it like `1,025,000`, `12.5%` or `£1.2bn`"
    ]


def test_the_value_that_matters(load: Load) -> None:
    def value(*lines: str) -> str:
        return load(statistic(*lines)).statistics[0].datum.text

    assert value("series: {2001: 9, 2002: 5}") == "5"
    assert value("series: {A: 5, B: 9, C: 7}") == "9"
    assert value("series: {A: 5, B: 9, C: 7}", "emphasise: C") == "7"
    assert value("series: {A: 5, B: 9, C: 7}", "value: 21") == "21"
    assert value("figure: bridge", "series: {A: 5, B: 9, C: 14}") == "14"


def test_text_values_formulas_and_samples(load: Load) -> None:
    report = load(
        "values:\n  now: 9\n  gain: = now - 4\n  place: Corby\n  rate: {value: = now / 4, written: '0.1'}\n"
        + "statistics:\n  - {id: a, value: = gain * 2, label: 'in {place}, {rate}'}\n  - {value: = a + 1, label: b}\n"
    )
    assert [(each.datum.text, plain(each.label)) for each in report.statistics] == [
        ("10", "in Corby, 2.3"),
        ("11", "b"),
    ]


numbers = st.lists(st.none() | st.integers(0, 10**6), min_size=2, max_size=12)


def made(values: list[int | None]) -> tuple[Series, ...]:
    rule = NumberRule()
    return (
        Series(
            "",
            tuple(
                Point(f"n{at}", None if each is None else Datum("n", Decimal(each), f"{each}", rule))
                for at, each in enumerate(values)
            ),
        ),
    )


@given(numbers)
def test_ordering_loses_nothing(values: list[int | None]) -> None:
    (ordered,) = in_order(made(values), "value", [point.label for point in made(values)[0].points])
    assert sorted(ordered.points, key=lambda point: point.label) == sorted(
        made(values)[0].points, key=lambda point: point.label
    )
    known = [point.datum.value for point in ordered.points if point.datum]
    assert known == sorted(known, reverse=True)
    assert all(point.datum for point in ordered.points[: len(known)])
    assert transpose(transpose(made(values))) == made(values)


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=12), st.integers(1, 12))
def test_the_sum_of_all_stays(values: list[int], count: int) -> None:
    (cut,) = top(made(list(values)), count, "Other", "en")
    assert sum(point.datum.value for point in cut.points if point.datum) == sum(values)
    assert len(cut.points) == min(len(values), count + 1)


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=12))
def test_an_index_keeps_the_proportions(values: list[int]) -> None:
    points = {f"n{at}": RawPoint(Quantity(Decimal(value), NumberRule())) for at, value in enumerate(values)}
    raw = RawData((RawSeries("", points),), "en", "series")
    (indexed,) = finish(raw, timing_of(raw, "en", "", "", mixed=False), index="n0")
    for value, point in zip(values, indexed.points, strict=True):
        assert point.datum
        assert abs(point.datum.value * values[0] - 100 * value) <= Decimal(values[0]) / 10**5
