"""What stands for a value and is too small to print is as large as prints, and marked so: every kind, far ratios."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from every_kind import changed, drawn, subject, values
from figure_samples import ink, shapes
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lint_samples import seen

from reportgen.content.report import Statistic
from reportgen.figures.base import Mark, PlacedFigure
from reportgen.figures.drawing.segments import polygons
from reportgen.figures.lint import findings

KINDS = ("bars", "columns", "diverging", "table", "stacked", "bridge", "change", "amount", "share", "dumbbell", "spark")
WIDTHS = (90.0, 163.0, 251.0, 516.0)


def thin(marks: tuple[Mark, ...]) -> Iterator[str]:
    """What the preflight would take for a line that is too thin to print (gwg.hairline)."""
    for shape in shapes(marks):
        rings, box = polygons(shape.segments), ink(shape)
        low, long = sorted((box.width, box.height))
        if shape.fill and len(rings) == 1 and len(rings[0]) <= 5 and long > 4 and 0 < low < 0.245:
            yield f"{shape.cell} is {low:.3f} pt"
        if shape.stroke and shape.line_width < 0.245:
            yield f"a line of {shape.line_width} pt"


def far_apart(kind: str, seed: int, exponents: list[int]) -> Statistic:
    """Data of a kind whose values are up to a millionth of one another."""
    statistic = subject(kind, seed)
    given = values(statistic)
    count = len(given) if statistic.sets else 1
    for index in range(count):
        if given[index] and (index or not statistic.sets):
            small = given[index] * 10 ** exponents[index % len(exponents)] / 10**6
            statistic = changed(statistic, index, small)
    return statistic


@example(seed=215, exponents=[0], width=163.0)
@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    exponents=st.lists(st.integers(0, 6), min_size=1, max_size=5),
    width=st.sampled_from(WIDTHS),
)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_thinner_than_prints(kind: str, seed: int, exponents: list[int], width: float) -> None:
    statistic = far_apart(kind, seed, exponents)
    for figure, height in drawn(statistic, width):
        placed = PlacedFigure(figure, width, height)
        assert [*thin(placed.marks)] == []
        widened = {shape.cell for shape in shapes(placed.marks) if shape.widened}
        assert (len(placed.table[0]) > len(figure.values()[0])) == bool(widened)
        noted = {row for row, line in enumerate(placed.table) if "drawn wider than its value" in line[-1]}
        assert noted == {cell[0] for cell in widened if cell}


def test_the_lint_leaves_out_what_is_too_small_to_print() -> None:
    statistic = far_apart("stacked", 3, [0])
    for figure, height in drawn(statistic, 251.0):
        found = seen(figure, statistic, 251.0, height)
        assert any(shape.widened for shape in found.shapes)
        assert {finding.rule for finding in findings(found)} <= {"grey-copy", "colour-vision"}
