"""A kind of figure from one file: all that a built-in kind has, without a line in `reportgen/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from tag_reader import read_tags
from tagged import tables

import reportgen
from reportgen.cli import main
from reportgen.extend import (
    CaptionFacts,
    Facts,
    Flex,
    Kind,
    Label,
    Mark,
    MarkFigure,
    Point,
    Refusal,
    Request,
    Rich,
    Shape,
    Words,
    circle,
    filled,
    set_line,
    values_alternative,
)
from reportgen.layout.titled_figures import variants
from reportgen.pipeline import build_all
from reportgen.problems import ReportError
from reportgen.text.spans import plain

RADIUS = 4.0  # pt, of a dot for 1


@dataclass(frozen=True)
class Dots(MarkFigure):
    """A dot for each value, its area in proportion to it, and the name under it."""

    points: tuple[Point, ...]
    language: str
    power: float = 0.5
    """How the radius follows from a value: for an area in proportion to it by its root."""

    def measure(self, width: float) -> Flex:
        return Flex(70.0, 70.0, 70.0)

    def marks(self, width: float, height: float) -> Iterator[Mark]:  # type: ignore[override]
        style, roles = self.brand.styles.figure_label, self.brand.roles
        for row, point in enumerate(self.points, 1):
            assert point.datum
            x = (row - 0.5) * width / len(self.points)
            radius = RADIUS * float(point.datum.value) ** self.power
            yield Shape(circle(x, 45.0, radius), fill=roles.mark, cell=(row, 1), by="area")
            for column, (text, y) in enumerate(((point.label, 10.0), (point.datum.text, 20.0))):
                yield Label(x, y, set_line(text, style, self.language), roles.text, 0.5, (row, column))


def make(asked: Request) -> Dots:
    statistic = asked.statistic
    return Dots(asked.brand, values_alternative(statistic, asked.words), statistic.series, statistic.language)


def make_false(asked: Request) -> Dots:
    return replace(make(asked), power=0.8)


def check(facts: Facts) -> Refusal | None:
    return None if len(facts.labels) <= 5 else Refusal("dots show five values at most", "use `figure: bars`")


def caption(told: CaptionFacts, words: Words) -> Rich:
    return filled("Dots for {label}", label=told.label)


DOTS = Kind(
    "dots",
    make,
    needs=("series", "data"),
    keys=("x", "y", "order", "emphasise"),
    check=check,
    ranks=True,
    reads_across=True,
    caption=caption,
)
FALSE_DOTS = replace(DOTS, name="false-dots", make=make_false)

REPORT = """\
brand: briefing
language: en-GB
title: Homes
figures:
  - title: Homes by town
    figure: dots
    series: {Corby: 2, Luton: 5, Bedford: 3}
    caption: auto
  - title: Homes in all
    series: {Corby: 2, Luton: 5, Bedford: 3}
"""


EXPLAINED = """\
FILE:5:5: figures[0]: Homes by town
  dots: asked for with `figure: dots`
  `figure:` may also be `columns`, `bars`, `stacked`, `table`, `number`, `false-dots`
  with `boundary` it could be `map`

FILE:9:5: figures[1]: Homes in all
  bars: chosen, because it compares 3 names by their values
  `figure:` may also be `columns`, `stacked`, `table`, `number`, `dots`, `false-dots`
  with `boundary` it could be `map`

"""


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the two kinds were named by a package that is installed."""
    points = [
        EntryPoint(kind.name, f"{__name__}:{name}", "reportgen.figures")
        for name, kind in (("DOTS", DOTS), ("FALSE_DOTS", FALSE_DOTS))
    ]
    monkeypatch.setattr("reportgen.figures.plugins.entry_points", lambda **_: points)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.yaml"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_its_declaration_is_asked(report: Path) -> None:
    found = reportgen.load(report)
    dots, bars = found.figures
    assert (dots.figure, bars.figure) == ("dots", "bars")
    assert [point.label for point in dots.series] == ["Luton", "Bedford", "Corby"], "it ranks"
    assert plain(dots.caption) == "Dots for Homes by town"
    across, beside = next(iter(variants(found.figures))).variants
    assert across.penalty < beside.penalty, "it reads across"


def test_both_editions_are_built_with_its_alternative_text_and_its_table(report: Path, tmp_path: Path) -> None:
    made = build_all([report], out=tmp_path, editions=["screen", "print"])
    assert [str(problem) for problem in made.problems] == []
    screen = made.written[0].path.read_bytes()
    (alternative,) = [tag.alt for tag in read_tags(screen).walk() if tag.role == "Figure"][:1]
    assert alternative == "The highest of 3 values is 5 (Luton) and the lowest is 2 (Corby)."
    assert tables(screen)[0] == [["Name", "Homes by town"], ["Luton", "5"], ["Bedford", "3"], ["Corby", "2"]]


def test_it_refuses_and_is_given_no_other_keys(report: Path) -> None:
    def said(text: str) -> list[str]:
        report.write_text(text, encoding="utf-8")
        with pytest.raises(ReportError) as caught:
            reportgen.load(report)
        return [f"{problem.message}; {problem.hint}" for problem in caught.value.problems]

    six = "{" + ", ".join(f"{name}: 1" for name in "ABCDEF") + "}"
    assert said(REPORT.replace("{Corby: 2, Luton: 5, Bedford: 3}", six, 1)) == [
        "dots show five values at most; use `figure: bars`"
    ]
    assert said(REPORT.replace("    caption", "    target: 4\n    caption", 1)) == [
        "`target` does not go with `figure: dots`; figures that have it: line, area, columns, bars, diverging, table"
    ]


def test_the_lint_finds_what_is_false_in_it(report: Path, tmp_path: Path) -> None:
    report.write_text(REPORT.replace("dots", "false-dots"), encoding="utf-8")
    made = build_all([report], out=tmp_path, editions=["screen"])
    told = "the mark of 2 (Corby) is 152.17 square pt large, and in proportion to the others it would be 263.70"
    assert [(problem.code, problem.place.line, problem.message) for problem in made.problems] == [
        ("proportion", 6, told)
    ]


def test_explain_names_it(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["explain", str(report)])
    assert capsys.readouterr().out.replace(str(report), "FILE") == EXPLAINED
