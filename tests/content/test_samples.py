"""Numbers written by a sample: each number one way, its sign kept, and no part nothing or all that is neither."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.content.load_report import load_report
from reportgen.content.report import Report, Statistic
from reportgen.text.spans import plain

Load = Callable[..., Report]
Problems = Callable[..., list[str]]

HEAD = "brand: b\nlanguage: {}\ntitle: Title\n"


def figure(keys: str, language: str = "en-GB") -> Statistic:
    (made,) = load_report(HEAD.format(language) + f"figures:\n- {{title: T, {keys}}}\n", name="r.yaml").figures
    return made


def statistic(keys: str) -> Statistic:
    (made,) = load_report(HEAD.format("en-GB") + f"statistics:\n- {{{keys}}}\n", name="r.yaml").statistics
    return made


def texts(made: Statistic) -> dict[str, str]:
    return {name: datum.text for name, datum in made.data.items()}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (
            "value: 568210, change: 66133, since: 2001, written: 10.0%",
            {"value": "568,210", "change": "66,133", "change_percent": "13.2%"},
        ),
        (
            "value: 568210, change: 66133, since: 2001, written: 1.00m",
            {"value": "0.57m", "change": "0.07m", "before": "0.50m", "change_percent": "13%"},
        ),
        (
            "value: 44.4%, change: -0.37%, since: 2001, written: 10.0%",
            {"value": "44.4%", "change": "−0.4\u00a0percentage points", "before": "44.8%"},
        ),
        ("value: 63000, of: 532100, figure: share, written: 10.00%", {"value": "63,000", "share": "11.84%"}),
        ("value: 63000, of: 532100, figure: share, form: ring, written: 1k", {"value": "63k", "whole": "532k"}),
        ("value: 3, of: 1000, figure: share, written: 10%", {"share": "0.3%"}),
        ("value: 997, of: 1000, figure: share, written: 10%", {"share": "99.7%"}),
        ("value: 12.34%, figure: share, written: 10.0%", {"value": "12.3%", "share": "12.3%"}),
        ("value: 63210, each: 10000, figure: count, written: 1.0k", {"value": "63.2k", "each": "10,000"}),
        ("value: 63210, of: 100000, figure: amount, written: 1.0k", {"value": "63.2k", "whole": "100.0k"}),
        ("value: 63210, written: 1.0k", {"value": "63.2k"}),
        ("value: 63210, figure: number, written: £1.0k", {"value": "£63.2k"}),
        ("value: 5%, written: +1.0%", {"value": "+5.0%"}),
        ("value: +5%, written: 1.0%", {"value": "+5.0%"}),
        (
            "value: 5m, change: +400k, since: 2010, written: 1.0m",
            {"change": "+0.4m", "change_size": "0.4m", "before": "4.6m"},
        ),
        ("series: {2001: 1234567, 2002: 1334567}, written: 1.0m", {"last": "1.3m", "change": "0.1m", "mean": "1.3m"}),
        ("series: {2001: 1234567, 2002: 1334567}, written: 1.0m, value: 1.33m", {"value": "1.3m"}),
        ("series: {A: +5%, B: −3%, C: 2%}, written: 1.0%", {"first": "+5.0%", "least": "−3.0%", "last": "−3.0%"}),
        ("series: {A: +5, B: -3, C: 2}", {"value": "+5", "first": "+5", "least": "−3"}),
    ],
)
def test_a_sample_writes_all_that_it_is_for(keys: str, expected: dict[str, str]) -> None:
    found = texts(statistic(f"label: l, {keys}"))
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (
            "value: £5m, written: 10%",
            "`written` is another kind of number than £5m; write one of the numbers as it shall look",
        ),
        (
            "value: £5m, written: $1.0m",
            "`written` is another kind of number than £5m; write one of the numbers as it shall look",
        ),
        (
            "value: 5%, written: £1.0m",
            "`written` is another kind of number than 5%; write one of the numbers as it shall look",
        ),
    ],
)
def test_a_sample_of_another_kind_is_told_once(problems: Problems, keys: str, said: str) -> None:
    (told,) = problems(f"statistics:\n- {{label: l, {keys}}}\n")
    assert told.splitlines()[0].partition("error: ")[2] == said


PERCENTAGES = "Percentages may not add up to 100% because of rounding"
TOTAL = "Figures may not add up to the total because of rounding"


@pytest.mark.parametrize(
    ("keys", "note"),
    [
        ("figure: stacked, series: {A: 80, B: 86, C: 80}", PERCENTAGES),
        ("figure: stacked, series: {A: 80, B: 80, C: 40}", ""),
        ("series: {A: 33%, B: 35%, C: 33%}", PERCENTAGES),
        ("series: {A: 33%, B: 34%, C: 33%}", ""),
        ("series: {A: 33%, B: 35%, C: 33%}, note: From a survey", f"From a survey. {PERCENTAGES}"),
        ("series: {A: 33%, B: 35%, C: 33%}, note: Numbers are rounded", "Numbers are rounded"),
        ("series: {N: {A: 33%, B: 35%, C: 33%}, S: {A: 30%, B: 40%, C: 30%}}", PERCENTAGES),
        ("series: {A: 33.3%, B: 33.4%, C: 33.3%}, written: 10%", PERCENTAGES),
        ("figure: stacked, series: {A: 1400, B: 1400, C: 1400}, written: 1k", TOTAL),
        ("figure: stacked, series: {N: {A: 1400, B: 1400}, S: {A: 1400, B: 1400}}, written: 1k", TOTAL),
        ("figure: bridge, series: {A: 2.0m, B: 0.4m, C: -0.3m, D: 2.2m}", TOTAL),
        ("figure: bridge, series: {A: 20, B: 4, C: -3, D: 21}", ""),
        ("figure: bars, series: {A: 33%, B: 35%, C: 33%}", ""),
    ],
)
def test_parts_that_do_not_add_up_say_that_they_are_rounded(keys: str, note: str) -> None:
    assert figure(keys).note == note


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("de", "Durch Rundung ergeben die Prozentwerte zusammen nicht genau 100\u00a0%"),
        ("cy", "Efallai na fydd y canrannau’n adio i 100% oherwydd talgrynnu"),
        ("fr", "En raison des arrondis, la somme des pourcentages peut différer de 100\u00a0%"),
        ("pl", "Suma odsetków może się różnić od 100% z powodu zaokrągleń"),
    ],
)
def test_the_note_is_in_the_language_of_the_figure(language: str, note: str) -> None:
    assert figure("figure: stacked, series: {A: 80, B: 86, C: 80}", language).note == note


def test_without_words_the_author_is_asked_to_say_it(load: Load) -> None:
    body = "figures:\n- {title: T, language: es, alt: Tres partes, figure: stacked, series: {A: 80, B: 86, C: 80}}\n"
    (told,) = load(body).warnings
    assert told.message == "these parts do not add up as they are printed, because they are rounded"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (
            "series: {A: 33%, B: 35%, C: 36%}, figure: stacked",
            "these percentages add to 104%; what is more than 100% is no whole; use `figure: bars`",
        ),
        (
            "series: {A: 80, B: 86, C: 80}, figure: stacked, of: 250",
            "these parts come to 246 of 250, so that a part is missing; let the parts and `of` agree",
        ),
        (
            "series: {A: 80, B: 86, C: 80}, figure: stacked, value: 249",
            "`value` is 249, and the parts come to 246; leave `value` out or let them agree",
        ),
        (
            "figure: bridge, series: {A: 20, B: 4, C: -3, D: 22}",
            "a bridge must add up: 20 + 4 − 3 is 21, not 22; the first value is the start and the last the end",
        ),
    ],
)
def test_what_rounding_does_not_explain_is_refused(problems: Problems, keys: str, said: str) -> None:
    (told,) = problems(f"figures:\n- {{title: T, {keys}}}\n")
    assert told.splitlines()[0].partition("error: ")[2] == said


def test_a_caption_is_written_like_its_figure() -> None:
    made = figure("series: {2001: 1234567, 2002: 1334567}, written: 1.0m, caption: '{first} {last} {change} {value}'")
    assert plain(made.caption) == "1.2m 1.3m 0.1m 1.3m"
