"""Figures that do not suit their data, and keys that do not suit their figure: refused with the reason, a better one named."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from reportgen.content.report import Report
from reportgen.text.spans import plain

Load = Callable[..., Report]
Problems = Callable[..., list[str]]


def heads(problems: list[str]) -> list[str]:
    return [problem.splitlines()[0] for problem in problems]


def charted(figure: str, *lines: str) -> str:
    return "\n".join(
        ["statistics:", "  - label: homes", f"    figure: {figure}", *(f"    {line}" for line in lines), ""]
    )


NAMES = "series: {Corby: 5, Luton: 9, Bedford: 7}"
SIGNED = "series: {Corby: 5, Luton: -9, Bedford: 7}"
YEARS = "series: {2001: 5, 2005: 9, 2018: 7}"
MOMENTS = "series: {Corby: {2001: 5, 2018: 9}, Luton: {2001: 6, 2018: 4}}"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (charted("line", NAMES), "6:13: error: a line joins periods, and these are names: `Corby`, `Luton` …; use `figure: bars`"),
        (charted("area", YEARS.replace("5,", "-5,")), "6:13: error: −5 is less than nothing, and an area begins at zero; use `figure: line`"),
        (charted("area", MOMENTS), "6:13: error: `figure: area` shows one series, and here are 2; use `figure: line`"),
        (charted("spark", NAMES), "6:13: error: a spark line joins periods, and these are names: `Corby`, `Luton` …; use `figure: bars`"),
        (charted("bars", SIGNED), "6:13: error: −9 is less than nothing, and bars begin at zero; use `figure: diverging`"),
        (charted("bars", MOMENTS), "6:13: error: `figure: bars` shows one series, and here are 2; use `figure: dumbbell`"),
        (charted("diverging", NAMES), "6:13: error: `figure: diverging` shows gains and losses, and no value is below zero; use `figure: bars`"),
        (charted("diverging", "series: {A: -1, B: -2}"), "6:13: error: `figure: diverging` shows gains and losses, and no value is above zero; use `figure: columns` or `figure: table`"),
        (charted("columns", MOMENTS), "6:13: error: `figure: columns` shows one series, and here are 2; use `figure: line`"),
        (charted("stacked", SIGNED), "6:13: error: stacked parts must not be negative, and one is −9; use `figure: diverging`"),
        (charted("stacked", "series: {A: 1, B: 2, C: 3, D: 4, E: 5}"), "6:13: error: here are 5 parts, and more than 4 categories cannot be told apart; use `figure: bars`, or leave some out"),
        (charted("stacked", "series: {A: 60%, B: 50%}"), "6:13: error: these percentages add to 110%; what is more than 100% is no whole; use `figure: bars`"),
        (charted("stacked", "series: {A: 60%, B: 20%}"), "6:13: error: these percentages add to 80%, so that a part is missing; give the rest, or use `figure: bars`"),
        (charted("stacked", "series: {A: 60%, B: '-'}"), "6:13: error: a whole cannot be stacked while one of its parts is missing; use `figure: bars`"),
        (charted("stacked", "series: {A: 60%}"), "6:13: error: one part alone makes no whole; use `figure: share`"),
        (charted("slope", NAMES), "6:13: error: `figure: slope` needs two values for each name, one before and one after; write `series: {Corby: {2001: 5, 2018: 9}}`, or use `figure: bars`"),
        (charted("dumbbell", "series: {A: 5, B: 7}"), "6:13: error: `figure: dumbbell` needs two values for each name, and here is one for `A` and one for `B`; use `figure: bars`"),
        (charted("slope", "series: {A: 5, B: 7}"), "6:13: error: `figure: slope` needs two values for each name, and here is one for `A` and one for `B`; use `figure: bars`"),
        (charted("dumbbell", YEARS), "6:13: error: `figure: dumbbell` needs two values for each name, one before and one after; write `series: {Corby: {2001: 5, 2018: 9}}`, or use `figure: line`"),
        (charted("slope", "series: {" + ", ".join(f"{a}: {{2001: 1, 2018: 2}}" for a in "ABCDEFGHI") + "}"), "6:13: error: 9 slopes run into each other; 8 are the most; use `figure: dumbbell`, or leave some out"),
        (charted("bridge", "series: {Start: 100, Built: 20, Lost: -5, End: 120}"), "7:5: error: a bridge must add up: 100 + 20 − 5 is 115, not 120; the first value is the start and the last the end"),
        (charted("bridge", "series: {Start: £1.2m, Built: £300k, End: £1.4m}"), "7:5: error: a bridge must add up: £1.2m + £300k is £1.5m, not £1.4m; the first value is the start and the last the end"),
        (charted("bridge", "series: {Start: 100, End: 120}"), "7:5: error: a bridge needs a start, what came or went, and an end; use `figure: change`"),
        (charted("share", "value: 120%"), "7:12: error: 120% is more than a whole; a share is at most 100%"),
        (charted("share", "value: 5", "of: 9", "form: donut"), "9:11: error: unknown form `donut`; did you mean `dots`?"),
        (charted("amount", "value: 5", "form: ring"), "8:5: error: `form` belongs to `figure: share`, and this statistic has `figure: amount`"),
        (charted("change", "value: -5", "change: -1"), "7:12: error: −5 is less than nothing, and `figure: change` begins at zero"),
        (charted("map", NAMES), "6:13: error: `figure: map` needs the key `boundary`"),
        (charted("bars", NAMES, "breaks: {Corby: x}"), "8:5: error: `breaks` belongs to `figure: line` or `figure: area`, and this statistic has `figure: bars`"),
        (charted("line", YEARS, "top: 2"), "8:5: error: `top` does not go with `figure: line`; figures that have it: columns, bars, stacked, table"),
        (charted("line", YEARS, "x: year"), "8:5: error: `x` belongs to `data`, and this statistic has none; write `data: ` and the path of a CSV file"),
        (charted("count", NAMES, "value: 5", "each: 1"), "7:5: error: `series` does not go with `figure: count`; figures that have it: line, area, slope, columns, bars, stacked, diverging, dumbbell, bridge, map, table, spark"),
        (charted("bars", NAMES, "data: a.csv"), "7:5: error: `series` and `data` say the same twice; keep one"),
        (charted("bars", "series: {Corby: 5, Luton: 9%}"), "7:24: error: `series` has 5 and 9%: two kinds of number; let one figure have one kind of number"),
        (charted("bars", "series: {Corby: '-', Luton: suppressed}"), "7:5: error: the series has no value at all; leave the figure out"),
        (charted("spark", "series: [{label: 2001, value: 5, low: 4, high: 6}, {label: 2002, value: 7}]"), "7:5: error: `figure: spark` does not show intervals (`low` and `high`); use `figure: line`"),
        (charted("lines", YEARS), "6:13: error: unknown figure `lines`; did you mean `line`?"),
    ],
)  # fmt: skip
def test_a_figure_that_does_not_suit_is_refused_with_the_reason(problems: Problems, body: str, said: str) -> None:
    assert f"r.yaml:{said}" in heads(problems(body))
    assert len(problems(body)) <= 2


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["order: size"], "8:12: error: unknown order `size`; use one of `given`, `name`, `value`"),
        (["top: 0"], "8:10: error: `top: 0` is no number of entries; write a whole number"),
        (["top: 1.5"], "8:10: error: `top: 1.5` is no number of entries; write a whole number"),
        (["emphasise: Lutn"], "8:16: error: `emphasise` names `Lutn`, which the series does not have; did you mean `Luton`?"),
        (["top: 1", "emphasise: Corby"], "8:10: error: `Corby` is emphasised and not among the first 1; raise `top`, or emphasise another"),
        (["target: 5%"], "8:13: error: 5% cannot be held against 9: two kinds of number; write it like 9"),
        (["target: {value: 5, lable: x}"], "8:24: error: unknown key `lable`; did you mean `label`?"),
        (["target: [5]"], "8:13: error: `target` must be a number; write it like `1025000`, `12.5%` or `£28m`"),
        (["reference: none"], "8:16: error: `none` is not a number; write it like `1,025,000`, `12.5%` or `£1.2bn`"),
        (["band: {from: 5, to: 3}"], "8:25: error: `band` reaches from 5 to 3, which is no range; let `to` be larger than `from`"),
        (["band: {from: 5}"], "8:5: error: `statistics[0].band` has no key `to`; write `to: ` and the upper end of the range"),
        (["allow: {contrst: because}"], "8:13: error: no rule is called `contrst`; did you mean `contrast`?"),
        (["allow: {contrast: ''}"], "8:23: error: `contrast` is empty; fill it in or delete the line"),
        (["allow: {contrast: }"], "8:13: error: `contrast` has no value; inside `{ }` a comma begins another key: put a text or number that holds one in quotation marks"),
        (["written: £5", "index: Corby"], "8:14: error: `written` is another kind of number than 100.0; write one of the numbers as it shall look"),
        (["written: nice"], "8:14: error: `nice` is not a number; write it like `1,025,000`, `12.5%` or `£1.2bn`"),
    ],
)  # fmt: skip
def test_what_belongs_to_a_figure_is_checked(problems: Problems, lines: list[str], said: str) -> None:
    assert f"r.yaml:{said}" in heads(problems(charted("bars", NAMES, *lines)))


def test_years_are_ranked_where_that_is_asked_for_and_else_never(problems: Problems, load: Load) -> None:
    def order(kind: str, *keys: str) -> list[str]:
        (made,) = load(charted(kind, "series: {2018: 7, 2001: 5, 2005: 9}", *keys)).statistics
        return [point.label for point in made.series]

    hint = "delete the line, or use `figure: bars` or `figure: table`"
    assert order("bars") == ["2001", "2005", "2018"]
    assert order("bars", "order: value") == ["2005", "2018", "2001"]
    assert order("bars", "order: given") == ["2018", "2001", "2005"]
    assert order("table", "order: given") == ["2018", "2001", "2005"]
    assert heads(problems(charted("columns", "series: {2017: 7, 2018: 9}", "order: value"))) == [
        f"r.yaml:8:12: error: `order: value` would mix up 2017 to 2018, which have an order of their own; {hint}"
    ]
    assert heads(problems(charted("columns", "series: {2018: 7, 2017: 5}", "order: given"))) == [
        f"r.yaml:8:12: error: `order: given` would put `2017` after `2018`, and time runs forwards; {hint}"
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The first 2 of 3"),
        ("de", "Die ersten 2 von 3"),
        ("fr", "Les 2 premiers sur 3"),
        ("cy", "Y 2 cyntaf o 3"),
        ("pl", "Pierwsze 2 z 3"),
    ],
)
def test_what_has_no_sum_is_cut_and_a_note_says_so(load: Load, language: str, said: str) -> None:
    body = charted("bars", "series: {A: 5%, B: 7%, C: 1%}", "top: 2", "note: Of all", f"language: {language}")
    (made,) = load(body).statistics
    assert [point.label for point in made.series] == ["B", "A"]
    assert made.note == f"Of all. {said}"
    assert (made.data["least"].text.replace("\xa0", ""), made.data["most"].text.replace("\xa0", "")) == ("1%", "7%")


def test_index_numbers_have_no_sum(load: Load) -> None:
    (made,) = load(charted("columns", "series: {A: 5, B: 10, C: 20}", "index: A", "top: 2")).statistics
    assert [point.label for point in made.series] == ["A", "B"]
    assert made.note == "A = 100. The first 2 of 3"


def test_a_caption_of_a_cut_figure_does_not_name_the_lowest(load: Load) -> None:
    (made,) = load(charted("bars", "series: {A: 5%, B: 7%, C: 1%}", "top: 2", "caption: auto")).statistics
    assert plain(made.caption) == "The largest value is 7% (B)"


def test_percentages_of_one_whole_have_a_sum(load: Load) -> None:
    (made,) = load(charted("stacked", "series: {A: 5%, B: 7%, C: 88%}", "top: 1")).statistics
    assert [(point.label, point.datum.text) for point in made.series if point.datum] == [("A", "5%"), ("Other", "95%")]
    assert made.note == ""


def test_a_sum_with_a_gap_is_refused(problems: Problems) -> None:
    assert heads(problems(charted("bars", "series: {A: 5, B: 7, C: '-'}", "top: 1"))) == [
        "r.yaml:8:10: error: `top` adds up the rest, and `C` has no value; leave it out, or raise `top`"
    ]


def test_a_percentage_is_a_share_of_itself(load: Load) -> None:
    (made,) = load(charted("share", "value: 45%", "form: ring")).statistics
    assert (made.data["share"].value, made.data["share"].text, made.form) == (Decimal(45), "45%", "ring")


def test_number_is_the_number_alone(load: Load) -> None:
    (made,) = load(charted("number", YEARS)).statistics
    assert (made.figure, made.why, made.sets, made.datum.text, made.data["most"].text) == ("", "", (), "7", "9")


def test_auto_and_nothing_are_the_same(load: Load) -> None:
    asked, left = load(charted("auto", NAMES) + "  - label: homes\n    " + NAMES + "\n").statistics
    assert (asked.figure, asked.why) == (left.figure, left.why) == ("bars", "it compares 3 names by their values")
