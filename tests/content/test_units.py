"""Units and words round numbers through a report: by `unit:`, in cells, in text, figure, table and changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.content.load_report import load_report
from reportgen.content.report import Report
from reportgen.problems import ReportError

NB = "\u00a0"


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Report]:
    def loaded(body: str, language: str = "en-GB", **files: str) -> Report:
        for name, text in files.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        return load_report(f"brand: b\nlanguage: {language}\ntitle: T\n{body}\n", name="r.yaml", folder=tmp_path)

    return loaded


def refused(load: Callable[..., Report], body: str, language: str = "en-GB", **files: str) -> list[str]:
    with pytest.raises(ReportError) as caught:
        load(body, language, **files)
    return [str(each).splitlines()[0].replace("error: ", "") for each in caught.value.problems]


def points(report: Report) -> dict[str, str]:
    (made,) = report.figures
    return {point.label: point.datum.text.replace(NB, " ") if point.datum else "" for point in made.sets[0].points}


def test_a_unit_may_be_named_for_a_statistic_with_all_its_numbers(load: Callable[..., Report]) -> None:
    body = "statistics:\n  - {id: w, value: 15, unit: GW, change: 5, since: 2010, label: 'wind, {change} more than {before}'}"
    (made,) = load(f"{body}\nintro: Now {{w}}.").statistics
    assert {name: datum.text for name, datum in made.data.items()} == {
        "value": f"15{NB}GW",
        "change": f"5{NB}GW",
        "change_size": f"5{NB}GW",
        "before": f"10{NB}GW",
        "change_percent": "50%",
    }


@pytest.mark.parametrize(
    ("unit", "shown"),
    [
        ("GW", {"A": "12.5 GW", "B": "3.0 GW"}),
        ("£m", {"A": "£12.5m", "B": "£3.0m"}),
        ("thousand tonnes", {"A": "12.5 thousand tonnes", "B": "3.0 thousand tonnes"}),
        ("'%'", {"A": "12.5%", "B": "3.0%"}),
    ],
)
def test_plain_numbers_of_a_series_take_the_unit_of_the_figure(
    load: Callable[..., Report], unit: str, shown: dict[str, str]
) -> None:
    typed = load(f"figures:\n  - {{title: T, unit: {unit}, series: {{A: 12.5, B: 3}}}}")
    tabular = load(f"figures:\n  - {{title: T, unit: {unit}, data: t.csv, y: v}}", t="p,v\nA,12.5\nB,3\n")
    assert points(typed) == points(tabular) == shown


def test_a_table_has_a_unit_for_all_its_columns_or_for_each(load: Callable[..., Report]) -> None:
    file = "p,v,w\nA,12.5,1\nB,3,2\n"
    figure = "figures:\n  - {title: T, data: t, y: v}"
    assert points(load(f"data:\n  t: {{file: t.csv, unit: GWh}}\n{figure}", t=file)) == {
        "A": "12.5 GWh",
        "B": "3.0 GWh",
    }
    each = f"data:\n  t: {{file: t.csv, unit: {{w: km²}}}}\n{figure.replace('y: v', 'y: w')}"
    assert points(load(each, t=file)) == {"B": "2 km²", "A": "1 km²"}


def test_a_unit_that_does_not_agree_is_told_at_its_number(load: Callable[..., Report]) -> None:
    assert refused(load, "statistics:\n  - {value: 5%, unit: GW, label: L}") == [
        "r.yaml:5:13: the number is a percentage, and `unit` says a number in GW; let them agree, or leave one out"
    ]
    assert refused(load, "statistics:\n  - {value: 5, unit: m, label: L}") == [
        "r.yaml:5:22: `m` can be read as millions and as metres; write `million`, or `metres`"
    ]
    (unknown,) = refused(
        load, "data:\n  t: {file: t.csv, unit: {x: GW}}\nfigures:\n  - {title: T, data: t, y: v}", t="p,v\nA,1\nB,2\n"
    )
    assert unknown.startswith("r.yaml:5:27: ")
    assert unknown.endswith("t.csv` has no column `x`; use one of `p`, `v`")


def test_degrees_change_by_degrees_and_places_in_an_order_do_not_change(load: Callable[..., Report]) -> None:
    (warm,) = load("figures:\n  - {title: T, figure: line, series: {2018: 10 °C, 2019: 12 °C}}").figures
    assert warm.data["change"].text == f"2{NB}°C"
    assert "change_percent" not in warm.data
    assert "total" not in warm.data
    assert refused(load, "statistics:\n  - {value: 8th, change: 2nd, label: L, since: 2010}") == [
        "r.yaml:5:26: `value` is 8th, and from one place in an order to another there is no `change`; "
        "say it in the label: `up from 9th`"
    ]


def test_words_round_a_number_stay_wherever_it_is_named(load: Callable[..., Report]) -> None:
    report = load("statistics:\n  - {id: j, value: up to 5000, label: jobs}\nintro: There are {j} of them.")
    assert report.statistics[0].datum.text == f"up to{NB}5,000"
    assert report.statistics[0].datum.value == 5000
    assert "".join(span.text for span in report.intro[0]) == f"There are up to{NB}5,000 of them."


def test_a_ratio_is_a_share_that_is_read_as_it_is_written(load: Callable[..., Report]) -> None:
    (made,) = load("statistics:\n  - {value: 4 in 5, figure: share, label: people are in work}").statistics
    assert (made.figure, made.datum.text, made.data["share"].value) == ("share", f"4{NB}in{NB}5", 80)


def test_two_units_in_one_series_are_refused(load: Callable[..., Report]) -> None:
    assert refused(load, "figures:\n  - {title: T, series: {A: 5 GW, B: 6 MW, C: 7 GW}}") == [
        "r.yaml:5:34: `series` has 5\u00a0GW and 6\u00a0MW: two kinds of number; let one figure have one kind of number"
    ]


SEMICOLONS = "figures:\n  - {title: T, data: t.csv, y: rate}"
ASKED = (
    "`20,333` can be read as 20333 and as 20.333; write `20333`, or `20.333`; or for the whole file `decimal: comma` or "
    "`decimal: point` at its table under `data:`"
)


def test_a_comma_in_a_file_with_semicolons_is_asked(load: Callable[..., Report]) -> None:
    said = refused(load, SEMICOLONS, t="place;rate\nA;20,333\nB;7\n")
    assert len(said) == 1
    assert said[0].endswith(f"t.csv:2:3: {ASKED}")


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (("20,333", "1,234,567"), ("20,333", "1,234,567")),
        (("20,333", "0.5"), ("20,333.0", "0.5")),
        (("20,333", "12,5"), ("20.333", "12.500")),
        (("20,333", "1.234,5"), ("20.333", "1,234.500")),
        (("0,333", "20,125"), ("0.333", "20.125")),
        (("20333", "7"), ("20,333", "7")),
        (("20.333", "7"), ("20.333", "7.000")),
    ],
)
def test_a_column_that_can_be_read_in_one_way_only_is_not_asked(
    load: Callable[..., Report], cells: tuple[str, str], read: tuple[str, str]
) -> None:
    file = f"place;rate\nA;{cells[0]}\nB;{cells[1]}\n"
    assert points(load(SEMICOLONS, t=file)) == dict(zip("AB", read, strict=True))


@pytest.mark.parametrize(
    ("language", "sign", "cell", "read"),
    [
        ("en-GB", "comma", "20,333", "20.333"),
        ("en-GB", "point", "20,333", "20,333"),
        ("en-GB", "comma", "1.234,5 GW", "1,234.5 GW"),
        ("de", "point", "1.234", "1,234"),
        ("de", "comma", "1.234", "1.234"),
        ("fr", "point", "1,234.5", "1\u202f234,5"),
    ],
)
def test_the_table_says_which_sign_stands_before_decimals(
    load: Callable[..., Report], language: str, sign: str, cell: str, read: str
) -> None:
    body = f"data:\n  t: {{file: t.csv, decimal: {sign}}}\nfigures:\n  - {{title: T, data: t, y: rate}}"
    cells = f'place,rate\nA,"{cell}"\nB,"{cell}"\n'
    assert points(load(body, language, t=cells)) == {"A": read, "B": read}


def test_another_sign_before_decimals_is_told(load: Callable[..., Report]) -> None:
    body = f"data:\n  t: {{file: t.csv, decimal: ','}}\n{SEMICOLONS.replace('t.csv', 't')}"
    assert refused(load, body, t="place;rate\nA;5\nB;7\n") == [
        "r.yaml:5:29: unknown sign before decimals `,`; use one of `comma`, `point`"
    ]


def test_a_letter_behind_a_number_in_a_table_is_no_unit(load: Callable[..., Report]) -> None:
    said = refused(load, SEMICOLONS, t="place;rate\nA;12p\nB;7\n")
    assert said[0].endswith(
        "t.csv:2:3: `p` behind the number looks like the mark of a footnote; write `12`, and say what the mark means in the figure's `note`"
    )


def test_places_in_an_order_are_listed_the_first_first_and_never_drawn(load: Callable[..., Report]) -> None:
    report = load("figures:\n  - {title: T, figure: table, series: {A: 8th, B: 1st, C: 22nd}}")
    (made,) = report.figures
    assert list(points(report)) == ["B", "A", "C"]
    assert (made.datum.text, made.data["most"].text, made.data["least"].text) == ("1st", "1st", "22nd")
    assert refused(load, "figures:\n  - {title: T, figure: bars, series: {A: 8th, B: 1st}}") == [
        "r.yaml:5:30: 8th is a place in an order, which has no size that a figure could show; use `figure: table`"
    ]
    assert refused(load, "statistics:\n  - {value: 8th, figure: amount, of: 32nd, label: L}") == [
        "r.yaml:5:13: 8th is a place in an order, which has no size that a figure could show; leave the figure out"
    ]


def test_the_share_of_a_ratio_is_in_per_cent_and_keeps_words(load: Callable[..., Report]) -> None:
    (ratio,) = load("statistics:\n  - {value: 4 in 5, figure: share, label: L}").statistics
    (about,) = load("statistics:\n  - {value: about 80%, figure: share, label: L}").statistics
    assert (ratio.data["share"].text, about.data["share"].text) == ("80%", f"about{NB}80%")


@pytest.mark.parametrize(
    ("value", "last", "agrees"),
    [
        ("almost £32m", "£31.8m", True),
        ("almost £32m", "£32.1m", False),
        ("more than £31m", "£31.8m", True),
        ("more than £32m", "£31.8m", False),
        ("over £30m", "£31.8m", True),
        ("£31m+", "£31.8m", True),
        ("£31m or more", "£31.8m", True),
        ("up to £45m", "£31.8m", False),
        ("about £32m", "£31.8m", True),
        ("≥ £32m", "£31.8m", False),
    ],
)
def test_words_round_a_value_are_true_of_its_series(
    load: Callable[..., Report], value: str, last: str, agrees: bool
) -> None:
    body = f"statistics:\n  - {{label: L, value: {value}, series: {{2017: £30.5m, 2018: {last}}}}}"
    if agrees:
        assert load(body).statistics[0].datum.text.replace(NB, " ") == value
    else:
        assert refused(load, body)[0].startswith("r.yaml:5:23: `value` is ")


def test_a_value_of_another_unit_than_its_series_is_refused(load: Callable[..., Report]) -> None:
    body = "statistics:\n  - {label: L, value: 31%, series: {2017: 30 GW, 2018: 31 GW}}"
    assert refused(load, body) == [
        f"r.yaml:5:23: `value` is 31%, and its series has 31{NB}GW: two kinds of number; "
        "let them agree, or leave `value` out"
    ]


def test_a_change_with_words_round_it_has_no_second_sign(load: Callable[..., Report]) -> None:
    (less,) = load("statistics:\n  - {value: 5000, change: about -500, since: 2010, label: L}").statistics
    (more,) = load("statistics:\n  - {value: 5000, change: up to +500, since: 2010, label: L}").statistics
    assert (less.data["change"].text, less.data["change"].size) == (f"about{NB}−500", f"about{NB}500")
    assert (more.data["change"].text, more.data["change"].size) == (f"up to{NB}+500", f"up to{NB}500")


def test_a_plain_number_beside_one_with_a_unit_is_told_how_to_get_it(load: Callable[..., Report]) -> None:
    assert refused(load, "figures:\n  - {title: T, series: {A: 5 GW, B: 6}}") == [
        f"r.yaml:5:34: `series` has 5{NB}GW and 6: two kinds of number; give each number its unit, or all of them by `unit: GW`"
    ]
    assert points(load("figures:\n  - {title: T, unit: GW, series: {A: 5 GW, B: 6}}")) == {"B": "6 GW", "A": "5 GW"}


def test_degrees_do_not_change_in_per_cent(load: Callable[..., Report]) -> None:
    body = "statistics:\n  - {value: 20 °C, change: 2 °C, since: 2010, label: 'mean, {change} more'}"
    assert "change_percent" not in load(body).statistics[0].data
    assert refused(load, body.replace("{change}", "{change_percent}")) == [
        "r.yaml:5:61: unknown name `{change_percent}`; "
        "a `change` has it that is neither from zero nor of degrees; here write `{change}`"
    ]
    assert refused(load, "values: {a: 18 °C, b: 20 °C, hotter: '= change(a, b)'}\nintro: '{hotter}'")[0].endswith(
        "a number in °C does not change in per cent: it has no true zero; write `after - before`"
    )


def test_units_column_by_column_belong_to_the_table(load: Callable[..., Report]) -> None:
    figure = "figures:\n  - {title: T, figure: table, data: d, x: Place, y: [Homes, Rate]"
    files = {"d": "Place,Homes,Rate\nA,5,6\nB,7,8\n"}
    assert refused(load, f"data: {{d: {{file: d.csv}}}}\n{figure}, unit: {{Homes: homes, Rate: '%'}}}}", **files) == [
        "r.yaml:6:74: `unit` is one text here; units column by column belong to the table, under `data:`"
    ]
    table = "data: {d: {file: d.csv, unit: {Homes: homes, Rate: '%'}}}"
    (made,) = load(f"{table}\n{figure}}}", **files).figures
    assert [each.points[-1].datum.text for each in made.sets if each.points[-1].datum] == [f"5{NB}homes", "6%"]
