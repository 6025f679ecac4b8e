"""Figures of generated data, drawn at some size in some brand, and what is wrong with them."""

from __future__ import annotations

import random
import time
import traceback
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, pairwise

from every_kind import DRAWN, LIKE, subject, with_values
from figure_samples import brand, ink, labels, place_block, shapes
from generated import SPANS, WIDTHS, named, nasty, number, outside
from lint_samples import seen

from reportgen.brand import Brand
from reportgen.content.report import Series, Statistic
from reportgen.figures.base import FigureError, Mark, MarkFigure, Shape
from reportgen.figures.drawing.segments import polygons
from reportgen.figures.lint.proportions import Sized, off, sized
from reportgen.figures.make import figure_of, place_of
from reportgen.geometry import Point, Rect
from reportgen.text.words import words

BRANDS = ("industrial-strategy", "briefing", "civic", "night")
STEPS = ("least", "normal", "normal", "most")
SLACK = 0.05
"""How far two marks may reach into each other before it counts, in pt."""
EVERY = (*DRAWN, "place")


@dataclass(frozen=True)
class Asked:
    """What is to be drawn: a statistic, or None for the map of a place, at a width; `stretch` is -1 for the least
    height, 0 for the usual and 1 for the most; `step` is "least", "normal" or "most" on the brand's scale of type.
    """

    kind: str
    statistic: Statistic | None
    width: float
    stretch: float
    brand: str
    step: str


@dataclass(frozen=True)
class Outcome:
    """What came of it: `refused` with the message, or drawn, with the `faults` that were seen; times in ms."""

    asked: Asked
    refused: str = ""
    faults: tuple[str, ...] = ()
    broken: str = ""
    made: float = 0.0
    drawn: float = 0.0


def asked(seed: int) -> Asked:
    """What the seed asks for: the kinds come in turn, everything else by chance."""
    dice, kind = random.Random(f"asked {seed}"), EVERY[seed % len(EVERY)]
    return Asked(
        kind,
        None if kind == "place" else _statistic(kind, seed, dice),
        dice.choice(WIDTHS),
        dice.choice([-1, 0, 1, dice.uniform(-1, 1)]),
        dice.choice(BRANDS),
        dice.choice(STEPS),
    )


def easy(kind: str, width: float, look: str) -> Asked:
    """The same with data that a kind should be able to draw at any width: few, small, with short names."""
    made: Statistic | None
    if kind in LIKE:
        sets = max(2, LIKE[kind].sets[0]) if kind in ("slope", "dumbbell", "stacked") else 1
        years = LIKE[kind].years or kind == "columns"
        names = ("2016", "2017", "2018", "2019") if years else ("Corby", "Luton", "Bedford", "Kettering")
        given = {"diverging": (12, -7, 9, -3), "bridge": (20, 6, -4, 22)}.get(kind, (12, 17, 9, 23))
        values = [[Decimal(value + 3 * index) for value in given] for index in range(sets)]
        made = nasty(0, replace(LIKE[kind], sets=(sets, sets), sizes=(4,), gaps=False, guides=False, years=years))
        made = replace(
            made,
            guides=(),
            emphasised=(),
            sets=tuple(
                Series(
                    name if sets > 1 else "",
                    tuple(
                        replace(point, label=label, datum=number(value), low=None, high=None)
                        for point, label, value in zip(series.points, names, row, strict=True)
                    ),
                )
                for name, series, row in zip(("Men", "Women"), made.sets, values, strict=False)
            ),
        )
    else:
        few = {"change": (40, 52), "share": (31, 100), "count": (7, 1), "amount": (12, 28)}
        made = with_values(kind, [Decimal(value) for value in few[kind]]) if kind in few else None
        made = subject(kind, 1) if kind == "map" else made
    return Asked(kind, made, width, 0.0, look, "normal")


def _statistic(kind: str, seed: int, dice: random.Random) -> Statistic:
    if kind in LIKE or kind == "map" or dice.random() < 0.5:
        made = subject(kind, seed)
    else:
        rule, low, high = dice.choice(SPANS)
        step = Decimal(1).scaleb(rule.scale - rule.decimals)
        first, second = (Decimal(low) + (Decimal(high) - Decimal(low)) * dice.randint(1, 99) / 100 for _ in range(2))
        least, most = sorted(max(value.quantize(step), step) for value in (first, second))
        given = {"change": [first.quantize(step) or step, second.quantize(step)], "count": [most, least]}
        made = with_values(kind, given.get(kind, [least, most]), rule)
        made = replace(made, form=dice.choice(["", "bar", "ring"])) if kind == "share" else made
    if kind == "count":
        made = replace(made, symbol=dice.choice(["user", "bicycle", "house", "train", "tree"]))
    return made


def outcome(ask: Asked) -> Outcome:
    """What comes of it. Nothing is raised: a traceback is a finding."""
    try:
        return _measured(ask)
    except FigureError as refusal:
        return Outcome(ask, refused=f"{refusal} ({refusal.hint})" if refusal.hint else f"{refusal} [no hint]")
    except Exception:  # whatever goes wrong in a kind is what we look for
        return Outcome(ask, broken=traceback.format_exc(limit=-3))


def _measured(ask: Asked) -> Outcome:
    look = _brand(ask.brand, ask.step)
    start = time.process_time()
    figure = _figure(ask, look)
    height = figure.measure(ask.width).at(ask.stretch) + figure.foot
    between = time.process_time()
    marks = figure.marks(ask.width, height)
    end = time.process_time()
    figure.describe()
    faults = (
        *outside(marks, ask.width, height), *overlaps(marks, look), *_untrue(figure, ask, height), *_misquoted(figure, marks),
    )  # fmt: skip
    return Outcome(ask, faults=faults, made=1000 * (between - start), drawn=1000 * (end - between))


def _brand(name: str, step: str) -> Brand:
    steps = brand(name).steps.text
    return brand(name, {"least": min(steps), "normal": 1, "most": max(steps)}[step])


def _figure(ask: Asked, look: Brand) -> MarkFigure:
    if ask.statistic is None:
        block = place_block(statistics=((1_025_000, "people in employment."), (66, "per cent of working age.")))
        made: MarkFigure = place_of(block, look, words("en-GB"))
    else:
        made = figure_of(ask.statistic, look, words(ask.statistic.language))
    assert isinstance(made, MarkFigure)
    return made


def _untrue(figure: MarkFigure, ask: Asked, height: float) -> Iterator[str]:
    """Marks that are out of proportion; in a table each column has a scale of its own."""
    if ask.statistic is None:
        return
    groups: defaultdict[tuple[object, ...], list[Sized]] = defaultdict(list)
    for each in sized(seen(figure, ask.statistic, ask.width, height)):
        groups[each.by, each.datum.rule, each.cell[1] if ask.kind == "table" else 0].append(each)
    for group in groups.values():
        for each, expected in off(group):
            yield f"out of proportion: {each.datum.text} is {each.size:.2f}, and should be {expected:.2f}"


def _misquoted(figure: MarkFigure, marks: tuple[Mark, ...]) -> Iterator[str]:
    """Labels that say something else than the cell of the table that they stand for; names may be broken into lines."""
    said: dict[tuple[int, int], str] = {}
    for label in labels(marks):
        if label.cell is not None and label.cell[0] >= 0:
            said[label.cell] = said.get(label.cell, "") + label.line.text
    table = figure.values()
    for (row, column), text in said.items():
        cell = table[row][column] if row < len(table) and column < len(table[row]) else "(no such cell)"
        if "".join(text.split()).replace("\u00ad", "") != "".join(cell.split()):
            yield f"misquoted: `{text}` stands for `{cell}`"


def overlaps(marks: tuple[Mark, ...], look: Brand) -> Iterator[str]:
    """Labels that meet each other, and labels that an edge or a line of any shape goes through.

    A label may stand wholly on a shape, such as a bar or an area of a map, and on the area of a band or of an interval.
    """
    found = [(label, ink(label)) for label in labels(marks)]
    for (one, box), (other, beside) in combinations(found, 2):
        if box.meets(beside, SLACK):
            yield f"collision: {named(one)} meets {named(other)}"
    for shape in shapes(marks):
        if shape.fill == look.roles.interval and shape.stroke is None:
            continue
        for label, box in found:
            if crosses(shape, box):
                yield f"collision: {named(label)} is crossed by {_what(shape)}"


def crosses(shape: Shape, box: Rect) -> bool:
    """Whether an outline of the shape, or its line, goes through the box; a shape inside it does too."""
    reach = shape.line_width / 2 if shape.stroke else 0.0
    near = box.inset(SLACK - reach)
    for ring in polygons(shape.segments):
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        if max(xs) <= near.x or min(xs) >= near.right or max(ys) <= near.y or min(ys) >= near.bottom:
            continue
        closed = shape.fill is not None and len(ring) > 2
        edges = pairwise((*ring, ring[0]) if closed else ring)
        if any(_cuts(one, other, near) for one, other in edges):
            return True
    return False


def _cuts(one: Point, other: Point, box: Rect) -> bool:
    """Whether a straight line has a part inside a box (Liang and Barsky 1984)."""
    start, end = 0.0, 1.0
    for at, step, low, high in (
        (one[0], other[0] - one[0], box.x, box.right),
        (one[1], other[1] - one[1], box.y, box.bottom),
    ):
        if step == 0:
            if not low < at < high:
                return False
            continue
        enter, leave = sorted(((low - at) / step, (high - at) / step))
        start, end = max(start, enter), min(end, leave)
    return start < end


def _what(shape: Shape) -> str:
    drawn = shape.fill or shape.stroke
    return f"{named(shape)} in {drawn.name if drawn else 'no ink'}"
