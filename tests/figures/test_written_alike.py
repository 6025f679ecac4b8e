"""One number is written one way, wherever a page prints it: labels, table of values, texts, alternative text."""

from __future__ import annotations

import re

import pytest
from figure_samples import brand, labels
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.content.load_report import load_report
from reportgen.figures.make import figure_of
from reportgen.page import NOTE_CELL
from reportgen.text.spans import plain
from reportgen.text.words import words

YEARS = ("2001", "2002", "2003", "2004", "2005")
NAMES = ("Corby", "Luton", "Bedford", "Rugby", "Daventry")
KINDS = {"line": YEARS, "columns": YEARS, "area": YEARS, "bars": NAMES, "table": NAMES}
SAMPLES = (None, "1", "1.0", "1.00", "1.0k", "1.00m", "£1k", "+1.0")
_NUMBER = re.compile(r"[+−]?£?\d(?:[\d,]*\d)?(?:\.\d+)?(?:k|m|%)?")


@settings(max_examples=60)
@given(
    st.sampled_from(sorted(KINDS)),
    st.lists(st.integers(1_000, 9_000_000), min_size=3, max_size=5, unique=True),
    st.sampled_from(SAMPLES),
    st.booleans(),
)
def test_a_series_is_written_alike_everywhere(kind: str, values: list[int], sample: str | None, wide: bool) -> None:
    series = ", ".join(f"{label}: {value}" for label, value in zip(KINDS[kind], values, strict=False))
    written = f"written: '{sample}', " if sample else ""
    names = " ".join(f"{{{name}}}" for name in ("first", "last", "least", "most", "value"))
    text = (
        "brand: b\nlanguage: en-GB\ntitle: T\nfigures:\n"
        f"- {{title: T, figure: {kind}, {written}caption: '{names}', series: {{{series}}}}}\n"
    )
    (made,) = load_report(text, name="r.yaml").figures
    points = [point.datum.text for point in made.series if point.datum]
    assert set(plain(made.caption).split()) <= set(points)
    assert made.datum.text in points
    figure = figure_of(made, brand(), words("en-GB"))
    changes = {made.data[name].text.lstrip("+−") for name in ("change", "change_percent") if name in made.data}
    rows = [row[1] for row in figure.values()[1 : 1 + len(points)]]
    assert rows == points
    said = set(_NUMBER.findall(figure.describe())) - set(KINDS[kind]) - changes - {str(len(points))}
    assert said <= set(points)
    width = 460.0 if wide else 230.0
    for label in labels(figure.marks(width, figure.measure(width).normal)):
        if label.cell and label.cell != NOTE_CELL:
            shown = figure.values()[label.cell[0]][label.cell[1]]
            assert label.line.text.strip() in shown


@settings(max_examples=40)
@given(st.integers(1, 10_000), st.integers(0, 10_000), st.sampled_from(["10%", "10.0%", "10.00%", "1.0k", None]))
def test_a_share_is_written_alike_everywhere(part: int, rest: int, sample: str | None) -> None:
    written = f"written: {sample}, " if sample else ""
    text = (
        "brand: b\nlanguage: en-GB\ntitle: T\nstatistics:\n"
        f"- {{figure: share, form: bar, {written}value: {part}, of: {part + rest}, label: '{{share}} of {{whole}}'}}\n"
    )
    (made,) = load_report(text, name="r.yaml").statistics
    share = made.data["share"]
    assert (share.text in ("0%", "0.0%", "0.00%", "100%", "100.0%", "100.00%")) == (rest == 0)
    assert plain(made.label).startswith(f"{share.text} of ")
    figure = figure_of(made, brand(), words("en-GB"))
    assert share.text in figure.describe()
    assert figure.values()[2][1] == share.text
    assert share.text in [label.line.text for label in labels(figure.marks(200.0, 40.0))]


@pytest.mark.parametrize("sample", ["10%", "10.0%", "10.00%", "1.0k"])
def test_a_change_is_written_alike_everywhere(sample: str) -> None:
    text = (
        "brand: b\nlanguage: en-GB\ntitle: T\nstatistics:\n"
        f"- {{value: 568210, change: 66133, since: 2001, written: {sample}, label: '{{change}} {{change_percent}}'}}\n"
    )
    (made,) = load_report(text, name="r.yaml").statistics
    change, percent = made.data["change"].text, made.data["change_percent"].text
    figure = figure_of(made, brand(), words("en-GB"))
    assert plain(made.label) == f"{change} {percent}"
    assert f"{change} ({percent})" in figure.describe()
    drawn = {label.line.text for label in labels(figure.marks(230.0, figure.measure(230.0).normal + figure.foot))}
    assert {f"+{percent}", made.datum.text, made.data["before"].text} <= drawn
