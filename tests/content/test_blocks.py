"""Blocks beside the statistics: titled figures, a quote, sections, the page's format, the order, silenced rules."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.content.report import Allowed, Break, Report
from reportgen.page import FORMATS, format_named
from reportgen.text.spans import plain

Load = Callable[..., Report]
Problems = Callable[..., list[str]]

BODY = """\
quote: {text: "It **works**.", who: A resident, source: Survey}
sections:
  - {title: Background, text: One.}
  - title: Method
    text: |
      Two.

      Three.
figures:
  - id: jobs
    title: "Jobs in {period}"
    series: {2001: 5, 2011: 8, 2018: 9}
    figure: area
    width: wide
    target: {value: 10, label: Goal}
    reference: 4
    band: {from: 6, to: 7, label: usual}
    breaks: {2011: a new survey}
    allow: {cut-axis: the page says so}
values: {period: the long run}
"""


def test_all_blocks_are_in_the_report(load: Load) -> None:
    report = load("page: a4 Landscape\nallow: {contrast: printed on tinted paper}\n" + BODY)
    assert report.blocks.get("quote")
    assert (
        plain(report.blocks.get("quote").text[0]),
        plain(report.blocks.get("quote").who),
        report.blocks.get("quote").source,
    ) == (
        "“It works.”",
        "A resident",
        (report.sources[0],),
    )
    assert [(plain(each.title), len(each.text), each.path) for each in report.blocks.get("sections", ())] == [
        ("Background", 1, "sections[0]"), ("Method", 2, "sections[1]"),
    ]  # fmt: skip
    (figure,) = report.figures
    assert (plain(figure.title), figure.label, figure.datum.text, figure.width) == (
        "Jobs in the long run",
        figure.title,
        "9",
        "wide",
    )
    assert [(guide.kind, guide.label, guide.datum.text) for guide in figure.guides] == [
        ("target", "Goal", "10"), ("reference", "", "4"), ("band", "usual", "6"),
    ]  # fmt: skip
    assert figure.breaks == (Break("2011", "a new survey"),)
    assert figure.allowed == (Allowed("cut-axis", "the page says so"),)
    assert report.allowed == (Allowed("contrast", "printed on tinted paper"),)
    assert (report.page, report.order) == ("A4 landscape", ("quote", "sections", "figures"))
    assert report.place_of("figures[0].target").line == 20


@pytest.mark.parametrize("name", FORMATS)
def test_formats(name: str) -> None:
    assert format_named(name) == format_named(f"  {name.upper()} ") == name
    if name == "slide":
        assert (format_named("slide landscape"), format_named("slide portrait")) == ("slide", "")
    elif "landscape" not in name:
        assert format_named(f"{name} portrait") == name


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("page: A2\n", "4:7: error: no format is called `A2`; use one of `A3`, `A3 landscape`, `A4`, `A4 landscape`, `A5`, `A5 landscape`, `Letter`, `Letter landscape`, `slide`"),
        ("page: Leter landscape\n", "4:7: error: no format is called `Leter landscape`; did you mean `Letter landscape`?"),
        ("quote: {text: a}\n", "4:1: error: `quote` has no key `who`; write `who: ` and who said it"),
        ("quote: {text: a, who: b, whoo: c}\n", "4:26: error: unknown key `whoo`; did you mean `who`?"),
        ("quote: a\n", "4:8: error: `quote` must be a block of keys; write its keys below it, indented: `text: `, `who: `"),
        ("sections:\n  - title: a\n", "5:5: error: this entry of `sections` has no key `text`"),
        ("sections: a\n", "4:1: error: `sections` must be a list; begin each entry with `- `"),
        ("figures:\n  - series: {A: 1, B: 2}\n", "5:5: error: this entry of `figures` has no key `title`; write `title: ` and the title"),
        ("figures:\n  - title: a\n", "5:5: error: this entry of `figures` has no key `series`; write `series: ` and its values, or `data: ` and the path of a CSV file"),
        ("figures:\n  - {title: a, value: 5}\n", "5:5: error: a titled figure needs more to show than one number; give it a `series` or another key that makes a figure, or put it under `statistics`"),
        ("figures:\n  - {title: a, label: b, series: {A: 1, B: 2}}\n", "5:16: error: unknown key `label`; it belongs to `place.statistics`, `statistics`, `statistics.target`, `statistics.reference`, `figures.target`, `figures.reference`, `statistics.band`, `figures.band`, `statistics.series` or `figures.series`"),
        ("figures:\n  - {title: a, width: huge, series: {A: 1, B: 2}}\n", "5:23: error: unknown width `huge`; use one of `half`, `third`, `wide`"),
        ("highlights:\n  title: a\n  items: [{text: b}]\n  credit: c\n", "7:3: error: unknown key `credit`; it belongs to `case_study.photo` or `photo`"),
        ("wher: a\n", "4:1: error: unknown key `wher`; did you mean `where`, which belongs to `statistics`, `figures` or `data`?"),
        ("statistics:\n  - {label: a, value: 5, links: wide}\n", "5:26: error: unknown key `links`; did you mean `link`, which belongs to the report itself?"),
        ("link: {texts: a, text: a, url: https://example.org, boundary: b}\n", "4:8: error: unknown key `texts`; did you mean `text`?"),
        ("statistics:\n  - {label: a, value: 5, from: 5}\n", "5:26: error: unknown key `from`; it belongs to `statistics.band` or `figures.band`"),
        ("figure: line\n", "4:1: error: unknown key `figure`; it belongs to `statistics` or `figures`; or did you mean `figures`?"),
        ("statistics:\n  - {label: a, width: wide, value: 5}\n", "5:16: error: unknown key `width`; it belongs to `figures`"),
        ("allow: {nothing: why}\n", "4:9: error: no rule is called `nothing`; use one of"),
        ("values: {a: [5]}\n", "4:13: error: `a` must be a text, and here stands a list"),
        ("values: {a: {value: 5, writen: 6}}\n", "4:24: error: unknown key `writen`; did you mean `written`?"),
        ("data: {a: {fil: x.csv}}\n", "4:12: error: unknown key `fil`; did you mean `file`?"),
        ("data: {a: {where: {b: [1, 2]}}}\n", "4:8: error: `data.a` has no key `file`"),
    ],
)  # fmt: skip
def test_what_does_not_fit(problems: Problems, body: str, said: str) -> None:
    heads = [text.splitlines()[0] for text in problems(body)]
    assert any(head.startswith(f"r.yaml:{said}") for head in heads), heads
    assert len(heads) <= 2


def test_all_problems_in_one_run(problems: Problems) -> None:
    body = ("page: A9\nallow: {x: y}\nquote: {text: '**a', who: b}\nfigures:\n  - title: a\n    figure: line\n    series: {A: 1, B: 2}\n"
            "    emphasise: C\n    allow: {z: y}\n  - title: b\n    series: {A: y}\n    top: y\n")  # fmt: skip
    assert [text.splitlines()[0].split(": error: ")[0] for text in problems(body)] == [
        f"r.yaml:{place}" for place in ("4:7", "5:9", "6:16", "9:13", "11:16", "12:13", "14:17")
    ]
