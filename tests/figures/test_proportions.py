"""Sizes tell the truth: every kind of figure, many data, measured from the paths that are drawn."""

from __future__ import annotations

from collections import defaultdict
from decimal import ROUND_HALF_UP
from functools import cache

import pytest
from every_kind import DRAWN, drawn, subjects
from figure_samples import brand
from lint_samples import seen

from reportgen.colour.inks import Ink
from reportgen.content.report import Statistic
from reportgen.figures.base import MarkFigure, Shape
from reportgen.figures.drawing.icons import icon
from reportgen.figures.lint import findings
from reportgen.figures.lint.ink_geometry import drawn_size
from reportgen.figures.lint.proportions import POINTS, SHARE, Sized, off, placed, sized
from reportgen.figures.marks.count import Count
from reportgen.figures.marks.share import Share

SEEDS = range(12)
WIDTHS = (90.0, 163.0, 251.0, 516.0)
BY_SIZE = {"change", "amount", "columns", "bars", "diverging", "table", "stacked", "bridge"}
"""Kinds of which two marks or more have a size that stands for a value."""
BY_PLACE = {"line", "area", "slope", "dumbbell", "spark"}
"""Kinds of which two marks or more stand where their value is on a scale."""
OF_ITS_OWN = {"share", "count", "map"}
"""Kinds whose marks are counted or shaded; each has tests of its own."""


@pytest.mark.parametrize("kind", DRAWN)
def test_sizes_are_in_proportion(kind: str) -> None:
    """To half a per cent or 0.02 pt of what the greatest of the scale asks for, at four widths."""
    measured = 0
    for statistic, width, figure, height in figures(kind):
        for group in of_one_scale(sized(seen(figure, statistic, width, height)), kind):
            measured += len(group)
            assert off(group) == [], (kind, width, off(group)[0])
    assert measured > 20 or kind not in BY_SIZE, f"{kind} has hardly a mark whose size can be measured"


@pytest.mark.parametrize("kind", [kind for kind in DRAWN if kind in BY_PLACE])
def test_places_are_on_a_straight_scale(kind: str) -> None:
    """As far from the first as the values are, to 0.02 pt."""
    measured = 0
    for statistic, width, figure, height in figures(kind):
        found = seen(figure, statistic, width, height)
        for by in ("x", "y"):
            known = sorted((value, at) for at, value, _ in placed(found, by))
            if len(known) > 2 and known[0][0] != known[-1][0]:
                (low, start), (high, end) = known[0], known[-1]
                expected = [start + (end - start) * (value - low) / (high - low) for value, _ in known]
                assert [at for _, at in known] == pytest.approx(expected, abs=POINTS), (kind, width)
                measured += len(known)
    assert measured > 20


def test_a_share_is_a_share_of_the_ink() -> None:
    """Of a bar and a ring to half a per cent; a field of dots has the share in whole dots, and says how many."""
    roles, forms = brand().roles, set()
    for statistic, width, figure, height in figures("share"):
        counted, rest = (ink_of(figure, ink, width, height) for ink in (roles.mark, roles.dot_quiet))
        share = statistic.data["share"].value / 100
        forms.add(statistic.form)
        if isinstance(figure, Share):
            dots = (share * figure.dots).to_integral_value(ROUND_HALF_UP)
            assert counted / (counted + rest) == pytest.approx(float(dots / figure.dots), rel=SHARE)
            assert figure.dots > 100 or f"{dots} of {figure.dots}" in figure.describe() or dots == share * figure.dots
        else:
            assert counted / (counted + rest) == pytest.approx(float(share), rel=SHARE), statistic.form
    assert forms == {"", "bar", "ring"}


def test_icons_are_as_many_as_there_are_steps() -> None:
    """The ink of all of them, over that of a whole one: the last is cut by area."""
    for statistic, width, figure, height in figures("count"):
        assert isinstance(figure, Count)
        ink = ink_of(figure, brand().roles.mark, width, height)
        whole = drawn_size([first_icon(figure, width, height)], "area")
        steps = statistic.datum.value / statistic.data["each"].value
        assert ink / whole == pytest.approx(float(steps), rel=SHARE)


@pytest.mark.parametrize("kind", DRAWN)
def test_the_lint_finds_no_fault_of_ours(kind: str) -> None:
    """What only a figure's kind can get wrong; inks are the brand's."""
    for statistic, width, figure, height in figures(kind):
        found = {finding.rule for finding in findings(seen(figure, statistic, width, height))}
        assert found <= {"contrast", "colour-vision", "grey-copy"}, (kind, width)


def test_the_tolerance_is_that_of_the_issue() -> None:
    assert (SHARE, POINTS) == (0.005, 0.02)


@pytest.mark.parametrize("kind", DRAWN)
def test_every_kind_draws(kind: str) -> None:
    """A kind that refuses all of its data would pass everything."""
    assert len(figures(kind)) > 5, kind


@cache
def figures(kind: str) -> tuple[tuple[Statistic, float, MarkFigure, float], ...]:
    """Every figure of the kind that its data allow, at every width, with its height."""
    return tuple(
        (statistic, width, figure, height)
        for statistic in subjects(kind, SEEDS[:4] if kind == "map" else SEEDS)
        for width in WIDTHS
        for figure, height in drawn(statistic, width)
    )


def of_one_scale(found: list[Sized], kind: str) -> list[list[Sized]]:
    """Values that are measured alike and counted alike; in a table each column has a scale of its own."""
    groups: defaultdict[tuple[object, ...], list[Sized]] = defaultdict(list)
    for each in found:
        column = each.cell[1] if kind == "table" else 0
        groups[each.by, each.datum.rule.prefix, each.datum.rule.unit, column].append(each)
    return list(groups.values())


def ink_of(figure: MarkFigure, ink: Ink, width: float, height: float) -> float:
    """The area of all that is filled with an ink."""
    marks = [mark for mark in figure.marks(width, height) if isinstance(mark, Shape) and mark.fill == ink]
    return drawn_size(marks, "area")


def first_icon(figure: Count, width: float, height: float) -> Shape:
    """The first of the icons, from the path that has them all."""
    (shape,) = (mark for mark in figure.marks(width, height) if isinstance(mark, Shape))
    rings = sum(segment[0] == "M" for segment in icon(figure.symbol).segments)
    starts = [index for index, segment in enumerate(shape.segments) if segment[0] == "M"]
    return Shape(shape.segments[: starts[rings]] if len(starts) > rings else shape.segments)
