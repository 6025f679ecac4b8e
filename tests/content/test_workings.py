"""Numbers that follow from numbers: right, formatted by one rule, and refused with a reason."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from reportgen.content.report import Report
from reportgen.text.spans import Span, plain

Load = Callable[..., Report]
Problems = Callable[..., list[str]]


def data(report: Report, index: int = -1) -> dict[str, str]:
    return {name: datum.text for name, datum in report.statistics[index].data.items()}


def statistic(*lines: str) -> str:
    return "statistics:\n  - " + "\n    ".join(lines) + "\n"


def test_change_gives_what_was_before_and_the_percentage(load: Load) -> None:
    report = load(statistic("value: 1025000", "label: a", "change: 111400", "since: 2010", "figure: change"))
    assert data(report) == {
        "value": "1,025,000",
        "change": "111,400",
        "change_size": "111,400",
        "before": "913,600",
        "change_percent": "12%",
    }
    assert report.statistics[0].data["before"].value == Decimal(913600)


def test_a_fall_is_a_change_too(load: Load) -> None:
    report = load(statistic("value: 900", "label: a", "change: -100"))
    assert data(report) == {
        "value": "900",
        "change": "−100",
        "change_size": "100",
        "before": "1,000",
        "change_percent": "−10%",
    }


@pytest.mark.parametrize(
    ("value", "change", "before"),
    [
        ("£1.2bn", "£250m", "£0.95bn"),
        ("2.03m", "320391", "1.71m"),
        ("2.03m", "0.321m", "1.709m"),
        ("2.00m", "0.32m", "1.68m"),
        ("50", "0.4", "49.6"),
        ("2m", "20000", "1.98m"),
        ("2m", "1999900", "0.0001m"),
        ("2m", "2000000", "0m"),
        ("85.2%", "3%", "82.2%"),
        ("2030000", "0.3m", "1,730,000"),
        ("2.0304m", "320391", "1.7100m"),
    ],
)
def test_before_is_written_like_the_value_as_far_as_that_shows_the_change(
    load: Load, value: str, change: str, before: str
) -> None:
    report = load(statistic(f"value: {value}", "label: a", f"change: {change}"))
    assert data(report)["before"] == before


def test_a_share_by_another_statistic(load: Load) -> None:
    body = "statistics:\n  - id: all\n    value: 1025000\n    label: people in employment, more than ever\n"
    report = load(body + "  - value: 50500\n    label: a\n    share_of: all\n    figure: share\n")
    assert data(report) == {"value": "50,500", "whole": "1,025,000", "share": "4.9%", "one_in": "1 in 20"}
    assert report.statistics[1].whole_label == "people in employment"


@pytest.mark.parametrize(
    ("value", "of", "share", "one_in"),
    [
        ("1", "3", "33%", "1 in 3"),
        ("1", "2", "50%", "1 in 2"),
        ("2", "3", "67%", None),
        ("5", "1000", "0.50%", "1 in 200"),
        ("999", "1000", "99.9%", None),
        ("0", "1000", "0%", None),
        ("1000", "1000", "100%", None),
        ("£5m", "£1bn", "0.50%", "1 in 200"),
    ],
)
def test_shares(load: Load, value: str, of: str, share: str, one_in: str | None) -> None:
    found = data(load(statistic(f"value: {value}", "label: a", f"of: {of}", "figure: share")))
    assert (found["share"], found.get("one_in")) == (share, one_in)


def test_marks_and_the_stock_caption(load: Load) -> None:
    report = load(statistic("value: 16450", "label: starts", "figure: count", "each: 1000"))
    (made,) = report.statistics
    assert made.data["marks"].value == Decimal("16.45")
    assert made.caption == (Span("Each figure stands for "), Span("1,000", keep=True))
    assert made.symbol == "user"


def test_a_line_has_gaps_and_its_last_point_for_a_value(load: Load) -> None:
    body = statistic("label: people", "figure: line", "series:", "  2001: 1,709,609", "  2002: not available",
                     "  2003: –", "  2018: 2,034,176")  # fmt: skip
    (made,) = load(body).statistics
    assert [(point.label, point.datum and point.datum.text) for point in made.series] == [
        ("2001", "1,709,609"), ("2002", None), ("2003", None), ("2018", "2,034,176"),
    ]  # fmt: skip
    assert made.datum.text == "2,034,176"
    assert made.data["first"].text == "1,709,609"


def test_names_stand_for_numbers_anywhere(load: Load) -> None:
    report = load(
        "values:\n  grant: £3m\nintro: \"{grant} for {all}, {all.change_percent} more since {{2010}}\"\n"
        + statistic("id: all", "value: 1100", "label: up {change} ({change_percent}) since {since}", "change: 100",
                    "since: 2010"),
    )  # fmt: skip
    assert plain(report.intro[0]) == "£3m for 1,100, 10% more since {2010}"
    assert plain(report.statistics[0].label) == "up 100 (10%) since 2010"
    assert Span("£3m", keep=True) in report.intro[0]


def test_a_number_in_a_text_of_another_language_is_written_as_that_language_has_it(load: Load) -> None:
    report = load("intro:\n  language: de\n  text: Es sind {all}, {all.one_in}\n"
                  + statistic("id: all", "value: 1000.5", "label: a", "of: 10000"))  # fmt: skip
    assert plain(report.intro[0]) == "Es sind 1.000,5, 1 von 10"
    assert report.intro_language == "de"


def test_german_numbers_in_a_german_report(load: Load) -> None:
    report = load(statistic("value: 1,5 Mrd. €", "label: Umsatz", "change: 100 Mio. €"),
                  head="brand: b\nlanguage: de\ntitle: T\ndate: 2018-12\n")  # fmt: skip
    assert data(report)["before"] == "1,4\u00a0Mrd.\u00a0€"
    assert report.foot.date == "Dezember 2018"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["value: 5", "label: a", "figure: change"], "7:13: error: `figure: change` needs the key `change`"),
        (["value: 5", "label: a", "figure: share"], "7:13: error: `figure: share` needs the key `share_of` or `of`"),
        (["value: 5", "label: a", "figure: count"], "7:13: error: `figure: count` needs the key `each`"),
        (["value: 5", "label: a", "figure: line"], "7:13: error: `figure: line` needs the key `series` or `data`"),
        (["value: 5", "label: a", "figure: number", "each: 1"], "8:5: error: `each` belongs to `figure: count`, and this "
                                                                "statistic has no figure"),
        (["value: 5", "label: a", "figure: amount", "symbol: user"], "8:5: error: `symbol` belongs to `figure: count`, "
                                                                     "and this statistic has `figure: amount`"),
        (["value: 5", "label: a", "caption: c"], "7:5: error: `caption` belongs to a figure, and this statistic has none"),
        (["value: 5", "label: a", "of: 4"], "7:9: error: 5 is more than the whole, 4; a share is at most 100%"),
        (["value: 5", "label: a", "of: 0"], "7:9: error: nothing can be a share of 0"),
        (["value: 5", "label: a", "of: £9"], "7:9: error: 5 cannot be a share of £9: two kinds of number"),
        (["id: me", "value: 5", "label: a", "share_of: me"], "8:15: error: `me` is this statistic itself; name another one"),
        (["id: 2nd", "value: 5", "label: a"], "5:9: error: `2nd` cannot be an id; write a letter and then letters, "
                                              "digits, `_` or `-`"),
        (["value: 5", "label: a", "change: 5", "figure: change"], "7:13: error: `change` is all of `value` (5), so there "
                                                                  "is nothing to compare it with; use another figure"),
        (["value: 5", "label: a", "change: 6"], "7:13: error: `change` (6) is larger than `value` (5), so it was less "
                                                "than nothing before"),
        (["value: 5", "label: a", "change: 6%"], "7:13: error: `value` is 5 and `change` is 6%: two kinds of number"),
        (["value: -5", "label: a", "figure: count", "each: 1"], "5:12: error: −5 is less than nothing, and "
                                                                "`figure: count` begins at zero"),
        (["value: 5", "label: a", "figure: count", "each: 0"], "8:11: error: a figure cannot stand for 0; write a round "
                                                               "number above zero"),
        (["value: 5", "label: a", "figure: line", "series: {2001: 5}"], "8:5: error: a line needs two points at least; "
                                                                        "add more, or leave the figure out"),
        (["value: 5", "label: a", "figure: line", "series: {2001: 4, 2002: 6}"],
         "5:12: error: `value` is 5, and the last point of `series` is 6; leave `value` out or let them agree"),
        (["value: 5", "label: a", "figure: line", "series: {2001: 4, 2002: many}"],
         "8:29: error: `many` is not a number; write it like `1,025,000`, `12.5%` or `£1.2bn`"),
        (["value: 5", "label: a {share}"], "6:14: error: unknown name `{share}`; use one of `value`"),
    ],
)  # fmt: skip
def test_wrong_combinations_have_a_reason(problems: Problems, lines: list[str], said: str) -> None:
    body = statistic(*lines)
    first, *rest = [text.splitlines()[0] for text in problems(body)]
    assert first == f"r.yaml:{said}"
    assert not rest


def test_two_wholes_for_one_share(problems: Problems) -> None:
    body = (
        "statistics:\n  - id: a\n    value: 9\n    label: b\n  - value: 5\n    label: c\n    of: 9\n    share_of: a\n"
    )
    (said,) = problems(body)
    assert said.splitlines()[0] == "r.yaml:10:5: error: `of` and `share_of` say the same twice; keep one"


def test_two_statistics_with_one_id(problems: Problems) -> None:
    body = "statistics:\n  - id: a\n    value: 1\n    label: b\n  - id: a\n    value: 2\n    label: c\n"
    (said,) = problems(body)
    assert said.splitlines()[0] == "r.yaml:8:9: error: two statistics have the id `a`; the other is `statistics[0]`"


def test_the_reason_is_told_once_and_not_again_where_the_name_is_used(problems: Problems) -> None:
    said = problems(statistic("value: 5", "label: up {change_percent} since {since}", "change: 0x", "since: 2010"))
    assert [line.splitlines()[0] for line in said] == [
        "r.yaml:7:13: error: `x` is not known behind a number; known are `%`, `k`, `m`, `bn`, `tn`, `thousand`, `million`, "
        "`billion`, `trillion`, and units of a few words, such as `km`; other words belong in the label"
    ]


@pytest.mark.parametrize(
    ("value", "each", "caption"),
    [
        ("16020", "1000", "Each figure stands for about 1,000"),
        ("15980", "1000", "Each figure stands for about 1,000"),
        ("16060", "1000", "Each figure stands for 1,000"),
        ("10", "3", "Each figure stands for 3"),
        ("16.02", "1", "Each figure stands for about 1"),
        ("16", "1", ""),
    ],
)
def test_the_caption_says_about_where_a_sliver_is_not_drawn(load: Load, value: str, each: str, caption: str) -> None:
    (made,) = load(statistic(f"value: {value}", "label: starts", "figure: count", f"each: {each}")).statistics
    assert plain(made.caption) == caption


def test_before_has_no_digits_that_its_value_does_not_show(load: Load) -> None:
    body = "values: {now: {value: 2.030412m, written: 1.00m}}\n"
    report = load(body + statistic("value: = now", "label: a", "change: 0.32m"))
    assert (data(report)["value"], data(report)["before"]) == ("2.03m", "1.71m")


SERIES = "series: {2001: 1.71m, 2011: 1.90m, 2018: 2.03m}"


@pytest.mark.parametrize("change", ["0.32m", "320391", "315000", "0.13m\n    since: 2011", "0.5m\n    since: 1990"])
def test_a_change_agrees_with_its_series_as_far_as_its_digits_go(load: Load, change: str) -> None:
    assert load(statistic("label: a", SERIES, f"change: {change}")).warnings == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("0.31m", "`change` is 0.31m, and from 2001 (1.71m) to 2018 (2.03m) it is 0.32m"),
        ("400000", "`change` is 400,000, and from 2001 (1.71m) to 2018 (2.03m) it is 0.32m"),
        ("-0.32m", "`change` is −0.32m, and from 2001 (1.71m) to 2018 (2.03m) it is 0.32m"),
        ("0.32m\n    since: 2011", "`change` is 0.32m, and from 2011 (1.90m) to 2018 (2.03m) it is 0.13m"),
        ("0.32m\n    until: 2011", "`change` is 0.32m, and from 2001 (1.71m) to 2011 (1.90m) it is 0.19m"),
    ],
)
def test_a_change_that_contradicts_its_series_is_refused(problems: Problems, change: str, said: str) -> None:
    told = problems(statistic("label: a", "figure: change", SERIES, f"change: {change}"))
    assert f"r.yaml:8:13: error: {said}; leave `change` out or let them agree" in [each.split("\n")[0] for each in told]


def test_a_change_of_percentages_is_compared_in_points(problems: Problems) -> None:
    body = statistic("label: a", "series: {2001: 40%, 2002: 42%}", "change: 3%")
    assert problems(body) == [
        "r.yaml:7:13: error: `change` is 3%, and from 2001 (40%) to 2002 (42%) it is 2\xa0percentage points; leave "
        "`change` out or let them agree\n    7 |     change: 3%\n      |             ^^"
    ]


SERIES_OF = {
    "columns": "figure: columns, series: {2021: -27.419, 2022: -28.509, 2023: -29.738}",
    "ranking": "figure: bars, series: {A: 5, B: 19.4, C: 33.7}, emphasise: B",
    "periods": "figure: bars, series: {June 2022: 19.4, April to June 2022: 33.7}, emphasise: June 2022",
    "bare": "figure: bars, series: {A: 5, B: 19.4, C: 33.7}",
    "lines": "figure: line, series: {A: {2001: 4, 2002: 5.26}, B: {2001: 6, 2002: 8}}, emphasise: A",
    "peak": "figure: line, series: {2001: 4, 2002: 9.6, 2003: 5}, emphasise: 2002",
}
"""Series that a `value` stands beside."""


@pytest.mark.parametrize(
    ("value", "series"),
    [
        *((each, "columns") for each in ("-29.738", "-29.74", "-29.7", "-30")),
        *((each, "ranking") for each in ("19.4", "19", "20", "19.36", "58.1", "19.37")),
        *((each, "periods") for each in ("19.4", "19")),
        *((each, "bare") for each in ("33.7", "7", "1.2m")),
        *((each, "lines") for each in ("5.26", "5.3", "5")),
        *((each, "peak") for each in ("9.6", "10", "5")),
    ],
)
def test_a_value_agrees_with_what_it_rounds(load: Load, value: str, series: str) -> None:
    assert load(f"statistics:\n- {{value: {value}, label: l, {SERIES_OF[series]}}}\n").statistics


@pytest.mark.parametrize(
    ("value", "series", "said"),
    [
        ("-29.8", "columns", "`value` is −29.800, and the last point of `series` is −29.738"),
        ("-29.73", "columns", "`value` is −29.730, and the last point of `series` is −29.738"),
        ("-31", "columns", "`value` is −31.000, and the last point of `series` is −29.738"),
        ("33.7", "ranking", "`value` is 33.7, and the emphasised `B` is 19.4"),
        ("19.5", "ranking", "`value` is 19.5, and the emphasised `B` is 19.4"),
        ("33.7", "periods", "`value` is 33.7, and the emphasised `June 2022` is 19.4"),
        ("8", "lines", "`value` is 8.00, and the last point of `A` is 5.26"),
        ("4", "peak", "`value` is 4.0, and the emphasised `2002` is 9.6"),
    ],
)
def test_a_value_that_its_series_does_not_have_is_told(problems: Problems, value: str, series: str, said: str) -> None:
    (told,) = problems(f"statistics:\n- {{value: {value}, label: l, {SERIES_OF[series]}}}\n")
    assert told.splitlines()[0] == f"r.yaml:5:11: error: {said}; leave `value` out or let them agree"
