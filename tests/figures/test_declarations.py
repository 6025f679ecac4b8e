"""The declarations of the kinds: each is complete, and what it says of the figure is true of what is drawn."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from every_kind import DRAWN, subject
from figure_samples import ROOT, brand, texts
from test_proportions import BY_PLACE, BY_SIZE, OF_ITS_OWN

from reportgen.content.kinds import KINDS
from reportgen.content.kinds.declaration import DrawnIn
from reportgen.content.report import Statistic
from reportgen.content.schema import Charted
from reportgen.figures.base import FigureError, MarkFigure
from reportgen.figures.make import figure_of
from reportgen.text.words import has_words, words_or_signs

WITHOUT_WORDS = "vo"
WIDTH = 340.0
README = (ROOT / "README.md").read_text(encoding="utf-8")


def drawn(kind: str, count: int = 12) -> Iterator[tuple[Statistic, MarkFigure, list[str]]]:
    """Figures of a kind in a language that the program has no words for, and what is written on them."""
    assert not has_words(WITHOUT_WORDS)
    for seed in range(count):
        statistic = replace(subject(kind, seed), alt="What it shows")
        try:
            figure = figure_of(statistic, brand(), words_or_signs(WITHOUT_WORDS))
            yield statistic, figure, texts(figure.marks(WIDTH, figure.measure(WIDTH).most))
        except FigureError:
            continue


def test_every_declaration_is_listed() -> None:
    modules = (ROOT / "reportgen" / "content" / "kinds").glob("*_kind.py")
    assert {module.stem.removesuffix("_kind") for module in modules} == set(KINDS)


@pytest.mark.parametrize("name", DRAWN)
def test_a_declaration_is_complete(name: str) -> None:
    kind = KINDS[name]
    assert isinstance(kind.make, DrawnIn), "its module is named, and loaded when a report has one"
    assert {*kind.all_keys, "series"} <= Charted.model_fields.keys()
    assert len(set(kind.all_keys)) == len(kind.all_keys)
    assert (ROOT / "content" / "gallery" / "kinds" / f"{name}.yaml").exists()
    assert any(drawn(name)), "tests/figures/every_kind.py has data for it"
    assert set(kind.saying) <= set(kind.forms)
    assert name in BY_SIZE | BY_PLACE | OF_ITS_OWN, "tests/figures/test_proportions.py says how its marks are measured"
    assert any(f"`{name}`" in row for row in README.splitlines() if row.startswith("| `")), "the README names it"


@pytest.mark.parametrize("name", DRAWN)
def test_what_is_left_unsaid_is_not_drawn(name: str) -> None:
    kind = KINDS[name]
    for statistic, _, written in drawn(name):
        assert bool(written) == (not kind.unsaid or statistic.form in kind.saying)


@pytest.mark.parametrize("name", [name for name in DRAWN if not KINDS[name].takes_series])
def test_words_that_are_drawn_are_declared(name: str) -> None:
    assert {"\N{EN DASH}" in written for _, _, written in drawn(name)} == {KINDS[name].draws_words}


def test_a_report_with_bars_loads_no_other_figures() -> None:
    program = """
import sys
import reportgen
from reportgen.pipeline import compose, load_brand
report = reportgen.load({"brand": "briefing", "language": "en", "title": "T", "figures": [
    {"title": "T", "figure": "bars", "series": {"A": 5, "B": 7}}]})
compose(report, load_brand("briefing"))
drawing = {name for name in sys.modules if name.startswith("reportgen.figures.")}
print(*sorted(name for name in drawing if name.rsplit(".", 1)[-1] in {"line", "slope", "shaded", "share", "count"}))
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout == "\n"


@pytest.mark.parametrize("name", DRAWN)
def test_the_table_of_values_keeps_its_numbers(name: str) -> None:
    """What is compared with the drawing is a number, and not how a number is written."""
    for statistic, figure, _ in drawn(name):
        known = [point.datum.value for series in statistic.sets for point in series.points if point.datum]
        told = figure.alternative
        assert {*known, *([] if known else [statistic.datum.value])} <= {datum.value for datum in told.numbers.values()}
        for (row, column), datum in told.numbers.items():
            assert told.table[row][column] == datum.text


def test_nobody_asks_for_a_kind_by_its_name() -> None:
    """`statistic.figure == "bars"` or `kind.name in ("bars", "table")`: it must be a property of the declaration."""
    trees = (ast.parse(module.read_text("utf-8")) for module in (ROOT / "reportgen").rglob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree))
    assert [ast.unparse(node) for node in nodes if _compares_kinds(node)] == []


def _compares_kinds(node: ast.AST) -> bool:
    if not isinstance(node, ast.Compare):
        return False
    sides = [node.left, *node.comparators]
    named = any(re.search(r"\b(figure|asked|kind\.name)$", ast.unparse(side)) for side in sides)
    return named and any(isinstance(part, ast.Constant) and part.value in KINDS for part in ast.walk(node))
