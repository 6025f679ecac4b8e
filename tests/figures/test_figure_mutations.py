"""One number changes: so do the picture, what is told of it, and the tags of the file. No number is lost on the way."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

import pytest
from every_kind import DRAWN, changed, drawn, subject, values
from figure_samples import brand
from tagged import tables
from written import exact, read_number

from reportgen.brand.model import BrandFaces
from reportgen.content.report import Datum, Statistic
from reportgen.figures.base import Mark, MarkFigure, Shape, in_box
from reportgen.geometry import Rect
from reportgen.page import Group, Page, Role
from reportgen.pdf import render_page
from reportgen.standards import SCREEN

WIDTH = 300.0
MUTATIONS = 200
EACH = -(-MUTATIONS // len(DRAWN))
"""How many mutations each kind has, so that all together have at least 200."""

LEAST_STEP = Decimal("0.05")
"""What a change is at least, over the greatest of a figure's values: a point or more in a figure 22 mm high."""


@dataclass(frozen=True, repr=False)
class Pair:
    """A figure before and after one of its numbers was changed."""

    before: MarkFigure
    after: MarkFigure
    height: float
    statistic: Statistic
    mutated: Statistic

    def __repr__(self) -> str:
        """What was changed, as a failing test tells it."""
        numbers = (", ".join(map(str, values(each))) for each in (self.statistic, self.mutated))
        return f"{self.statistic.figure}: {' became '.join(numbers)}"


@pytest.mark.parametrize("kind", DRAWN)
def test_a_changed_number_changes_picture_and_table(kind: str) -> None:
    """The marks and the table, of 200 changes in all; where there are three values or more the shapes alone, too."""
    found = pairs(kind)
    assert len(found) == EACH
    for pair in found:
        before, after = (picture(figure, pair) for figure in (pair.before, pair.after))
        assert before != after, pair
        assert pair.before.values() != pair.after.values(), pair


@pytest.mark.parametrize("kind", DRAWN)
def test_every_number_is_in_the_tags(kind: str) -> None:
    """The file's tables are the figures' own, and a reader finds every number of the input in them, to the last digit."""
    found = pairs(kind)
    before, after = (tables(file_of(figures)) for figures in ([p.before for p in found], [p.after for p in found]))
    assert len(before) == len(after) == len(found)
    for one, other, pair in zip(before, after, found, strict=True):
        assert one != other, pair
        assert without_header(other, pair.after) == plain(pair.after.values()[1:]), pair
        heard = [read_number(cell) for row in other for cell in row[1:]]
        for datum in data_of(pair.mutated):
            assert exact(datum) in heard, f"{datum.text} is not in {other}"


@cache
def pairs(kind: str) -> list[Pair]:
    """Figures of a kind before and after one number was changed by more than can be overlooked."""
    found: list[Pair] = []
    for seed in range(20 * EACH):
        dice = random.Random(f"{kind} changed {seed}")
        statistic = subject(kind, seed)
        mutated = mutation(statistic, dice)
        if mutated is None:
            continue
        both = [list(drawn(each, WIDTH)) for each in (statistic, mutated)]
        if all(both):
            (before, tall), (after, taller) = both[0][0], both[1][0]
            found.append(Pair(before, after, max(tall, taller), statistic, mutated))
        if len(found) == EACH:
            break
    return found


def mutation(statistic: Statistic, dice: random.Random) -> Statistic | None:
    """The statistic with one of its numbers more, or less, by a visible step and of the same sign; None without one."""
    given = values(statistic)
    index = dice.randrange(len(given))
    most = max(map(abs, given))
    by = most * (LEAST_STEP + Decimal(str(round(dice.random() * 0.4, 3)))) * dice.choice([1, -1])
    if statistic.figure == "map":  # to the other end of the scale, and so of another shade
        by = (min(given) if given[index] > sorted(given)[len(given) // 2] else most) - given[index]
    value = _on_grid(given[index] + by, _last_digit(statistic, index))
    if value * given[index] < 0 or value == given[index]:
        return None
    if not statistic.sets and not _is_part(statistic.figure, [*given[:index], value, *given[index + 1 :]]):
        return None
    mutated = changed(statistic, index, value)
    return mutated if values(mutated)[index] == value and _is_seen(statistic, mutated) else None


def _is_part(kind: str, given: list[Decimal]) -> bool:
    """Whether numbers make sense together: something, and no part greater than its whole."""
    return min(given) > 0 and (kind not in ("share", "amount") or given[0] < given[1])


def _is_seen(before: Statistic, after: Statistic) -> bool:
    """Whether a share has changed by two dots of a hundred."""
    shares = [each.data["share"].value for each in (before, after) if "share" in each.data]
    return not shares or abs(shares[0] - shares[1]) >= 2


def picture(figure: MarkFigure, pair: Pair) -> tuple[Mark, ...]:
    """What is drawn; if need be the shapes alone, as a label always changes with its number."""
    marks = figure.marks(WIDTH, pair.height)
    shapes = tuple(mark for mark in marks if isinstance(mark, Shape))
    return marks if _on_another_scale(values(pair.statistic), values(pair.mutated)) else shapes


def file_of(figures: list[MarkFigure]) -> bytes:
    """A file with these figures one under the other."""
    boxes, top = [], 10.0
    for figure in figures:
        height = figure.measure(WIDTH).normal + figure.foot
        box = in_box(figure, Rect(10, top, WIDTH, height))
        boxes.append(Group(Role.FIGURE, (box,), alt=figure.describe(), table=figure.values()))
        top += height + 10
    page = Page(WIDTH + 20, top, 0, Group(Role.DOCUMENT, tuple(boxes)), "Title", "en-GB")
    look, created = brand(), datetime(2024, 1, 1, tzinfo=UTC)
    return render_page(page, inks=look.inks, fonts=BrandFaces(look), created=created, edition=SCREEN, intent=None)


def data_of(statistic: Statistic) -> list[Datum]:
    """The numbers that the author gave."""
    found = [point.datum for series in statistic.sets for point in series.points if point.datum]
    given = values(statistic)
    return found or [datum for datum in statistic.data.values() if datum.value in given]


def without_header(table: list[list[str]], figure: MarkFigure) -> list[list[str]]:
    """The rows of a table that was read; its header is there only where a label of the figure draws it."""
    return table[1:] if len(table) == len(figure.values()) else table


def plain(rows: tuple[tuple[str, ...], ...]) -> list[list[str]]:
    """Cells with every space a plain one."""
    return [[" ".join(cell.split()) for cell in row] for row in rows]


def _on_another_scale(before: list[Decimal], after: list[Decimal]) -> bool:
    """Whether the same shapes on another scale show the values: all are as many times as great, or there are but two."""
    first = next(index for index, value in enumerate(before) if value or after[index])
    alike = all(x * after[first] == y * before[first] for x, y in zip(before, after, strict=True))
    return alike or len(before) < 3


def _last_digit(statistic: Statistic, index: int) -> int:
    """The power of ten of the last digit that is written of one of the values."""
    data = [point.datum for series in statistic.sets for point in series.points if point.datum]
    return data[index].rule.scale - data[index].rule.decimals if data else 0


def _on_grid(value: Decimal, power: int) -> Decimal:
    step = Decimal(1).scaleb(power)
    return (value / step).to_integral_value(ROUND_HALF_UP) * step
