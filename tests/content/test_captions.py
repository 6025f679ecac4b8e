"""Captions made from numbers, for every kind of data, in both languages; and alternative texts that are checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.content.load_report import load_report
from reportgen.content.report import Report
from reportgen.figures import text_alternatives
from reportgen.problems import ReportError
from reportgen.text.spans import plain
from reportgen.text.words import words

Load = Callable[..., Report]
Problems = Callable[..., list[str]]
GERMAN = "brand: b\nlanguage: de\ntitle: Titel\n"

DATA = {
    "change": 'value: "1,025,000", change: "111,400", since: 2010',
    "fall": 'value: 45%, change: "-2.5%", since: 2010',
    "flat": "value: 45, change: 0, since: 2010",
    "no year": "value: 45, change: 5, figure: change",
    "share": "value: 50, of: 1000",
    "most of it": "value: 900, of: 1000",
    "count": "value: 20, each: 5",
    "amount": "value: 20, of: 50, figure: amount",
    "line": 'series: {2010: "913,600", 2014: "-", 2018: "1,025,000"}',
    "rate": "series: {2010: 4%, 2014: 5%, 2018: 3%}",
    "ranking": "series: {Corby: 5, Luton: 9, Bedford: 7}",
    "equal": "series: {Corby: 5, Luton: 5}",
    "gains": "series: {Corby: 5, Luton: -9}",
    "parts": "series: {Owned: 60%, Rented: 40%}",
    "bridge": "series: {Start: 100, Built: 20, Lost: -50, End: 70}, figure: bridge",
    "periods": "series: {Corby: {2001: 5, 2018: 9}, Luton: {2001: 6, 2018: 5}}",
    "lines": "series: {Corby: {2001: 5, 2010: 2, 2018: 9}, Luton: {2001: 6, 2010: 8, 2018: 5}}",
    "two": "series: {Corby: {men: 5, women: 9}, Luton: {men: 6, women: 5}}",
    "table": "series: {Corby: {a: 5, b: 9, c: 4}, Luton: {a: 6, b: 5, c: 1}}",
}
SAID = {
    "change": "People in work rose from 913,600 in 2010 to 1,025,000, up 12%",
    "fall": "People in work fell from 47.5% in 2010 to 45%, down 2.5 percentage points",
    "flat": "People in work stayed at 45, the same as in 2010",
    "no year": "People in work rose from 40 earlier to 45, up 13%",
    "share": "That is 5.0% of 1,000, about 1 in 20",
    "most of it": "That is 90% of 1,000",
    "count": "Each figure stands for 5",
    "amount": "20 out of 50",
    "line": "People in work rose from 913,600 in 2010 to 1,025,000, up 12%",
    "rate": "People in work fell from 4% in 2010 to 3%, down 1 percentage point",
    "ranking": "Highest: Luton, 9; lowest: Corby, 5",
    "equal": "All are at 5",
    "gains": "Largest gain: Corby, 5; largest loss: Luton, −9",
    "parts": "The largest part is Owned, 60%",
    "bridge": "From 100 to 70; Lost changed it most, by −50",
    "periods": "From 2001 to 2018, 1 of 2 rose and 1 fell; Corby changed most, from 5 to 9",
    "lines": "From 2001 to 2018, 1 of 2 rose and 1 fell; Corby changed most, from 5 to 9",
    "two": "The difference is largest for Corby: 5 (men) and 9 (women)",
    "table": "The largest value is 9 (Corby, b)",
}


def statistic(data: str, more: str = "caption: auto") -> str:
    return f'statistics:\n  - {{label: "people in work, as far as known.", {data}, {more}}}\n'


@pytest.mark.parametrize("data", list(DATA))
def test_a_caption_for_every_kind_of_data(load: Load, data: str) -> None:
    (made,) = load(statistic(DATA[data])).statistics
    assert plain(made.caption).replace("\N{NO-BREAK SPACE}", " ") == SAID[data]


@pytest.mark.parametrize("data", ["change", "share", "amount", "line", "count"])
def test_a_caption_is_never_the_alternative_text(load: Load, data: str) -> None:
    (made,) = load(statistic(DATA[data])).statistics
    column = words("en")
    told = {
        "change": text_alternatives.change_alternative,
        "share": text_alternatives.share_alternative,
        "count": text_alternatives.count_alternative,
    }
    if made.figure in told:
        assert told[made.figure](made, column).sentence != plain(made.caption)


@pytest.mark.parametrize("data", list(DATA))
def test_every_caption_is_there_in_german(load: Load, data: str) -> None:
    written = DATA[data].replace("913,600", "913.600").replace("1,025,000", "1.025.000").replace("111,400", "111.400")
    written = written.replace("2.5%", "2,5%")
    (made,) = load(statistic(written).replace("people in work", "Beschäftigte"), head=GERMAN).statistics
    said = plain(made.caption)
    assert said and said != SAID[data]
    assert not {"rose", "fell", "from", "the", "of", "lowest"} & set(said.lower().split())


@pytest.mark.parametrize(("data", "column"), [("value: 5, figure: amount", 84), ("value: 45%, figure: share", 85)])
def test_there_is_no_caption_for_a_number_alone(problems: Problems, data: str, column: int) -> None:
    said = problems(statistic(data))
    assert [text.splitlines()[0] for text in said] == [
        f"r.yaml:5:{column}: error: there is nothing that a caption could add to this number; write one, or leave `caption` out"
    ]


@pytest.mark.parametrize(
    "alt",
    [
        "A line from 913,600 in 2010 to 1,025,000 in 2018.",
        "Three years, of which 2 are known: 913,600 and 1.025 million.",
        "People in work: up 12%, or 111,400, in the 21st century.",
        "Employment on the A421 and in the G7, from {first} to {last}.",
        "Measured against {grant}.",
    ],
)
def test_an_alternative_text_may_say_what_the_figure_shows(load: Load, alt: str) -> None:
    report = load("values: {grant: £3m}\n" + statistic(DATA["line"], f'alt: "{alt}"'))
    assert report.statistics[0].alt.startswith(alt[:4])


@pytest.mark.parametrize(
    ("alt", "said"),
    [
        ("From 913,600 to 1,052,000.", "126: error: `alt` says 1,052,000, which is not among the numbers of the figure; the nearest is 1,025,000"),
        ("A rise of 21%.", "123: error: `alt` says 21%, which is not among the numbers of the figure; the nearest is 12%"),
        ("People in work, as far as known.", "112: error: `alt` says again, word for word, what stands beside the figure; "
                                             "say what the figure shows, or leave `alt` out and the program says it"),
    ],
)  # fmt: skip
def test_an_alternative_text_is_checked(problems: Problems, alt: str, said: str) -> None:
    (text,) = problems(statistic(DATA["line"], f'alt: "{alt}"'))
    assert text.splitlines()[0].partition(" ")[2] == said.partition(" ")[2]
    assert int(text.splitlines()[0].split(":")[2]) > 100


def test_an_alternative_text_may_not_repeat_the_caption(problems: Problems) -> None:
    said = problems(
        statistic(DATA["ranking"], 'caption: "Luton leads, Corby trails.", alt: "Luton leads; Corby trails"')
    )
    assert [text.splitlines()[0].partition(" ")[2] for text in said] == [
        "error: `alt` says again, word for word, what stands beside the figure; say what the figure shows, or leave `alt` "
        "out and the program says it"
    ]


@pytest.mark.parametrize(
    ("series", "caption"),
    [
        ("{North: 300, South: 200, Total: 500}", "Highest: North, 300; lowest: South, 200"),
        (
            "{North: {Homes: 300, Shops: 20, Pubs: 3}, South: {Homes: 200, Shops: 30, Pubs: 3}, Total: {Homes: 500, Shops: 50, Pubs: 6}}",
            "The largest value is 300 (North, Homes)",
        ),
    ],
)
def test_a_total_is_not_the_largest_of_a_table(tmp_path: Path, series: str, caption: str) -> None:
    file = tmp_path / "r.yaml"
    file.write_text(
        f"brand: b\nlanguage: en\ntitle: T\nfigures:\n  - {{title: Jobs, figure: table, caption: auto, series: {series}}}\n",
        encoding="utf-8",
    )
    assert plain(load_report(file).figures[0].caption) == caption


def test_of_several_kinds_of_number_there_is_no_caption_to_make(tmp_path: Path) -> None:
    file = tmp_path / "r.yaml"
    series = "{A: {People: 5937200, Rate: 70.6%}, B: {People: 900300, Rate: 71.2%}}"
    file.write_text(
        f"brand: b\nlanguage: en\ntitle: T\nfigures:\n  - {{title: Jobs, figure: table, caption: auto, series: {series}}}\n",
        encoding="utf-8",
    )
    with pytest.raises(ReportError) as caught:
        load_report(file)
    assert [each.message for each in caught.value.problems] == [
        "there is nothing that a caption could add to this number"
    ]
