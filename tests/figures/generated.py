"""Nasty statistics from a seed, and what collides in a drawn figure: for the tests of every kind."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from figure_samples import SLACK, ink
from timed_series import timed

from reportgen.content.kinds import KINDS
from reportgen.content.report import Datum, Guide, Point, Series, Statistic
from reportgen.figures.base import Label, Mark, Shape
from reportgen.figures.drawing.segments import polygons
from reportgen.geometry import Rect
from reportgen.text.locale import NumberRule, format_number
from reportgen.text.spans import Span

SIZES = (1, 2, 3, 5, 8, 13, 25, 40)
SPANS = (
    (NumberRule(unit="%", decimals=1), "0.3", "99.4"),
    (NumberRule(unit="%"), "1", "33"),
    (NumberRule(), "0", "12"),
    (NumberRule(), "1", "1025000"),
    (NumberRule("£", scale=6, decimals=1), "100000", "28000000"),
    (NumberRule("£", scale=12, decimals=1), "100000000000", "1200000000000"),
    (NumberRule("£", scale=9, decimals=3, long=True), "1000000", "1200000000000"),
    (NumberRule(decimals=6), "0.000001", "0.9"),
)
"""How numbers are written, the least and the greatest."""
WORDS = (
    "Corby", "Milton", "Keynes", "East", "Northamptonshire", "Central", "Bedfordshire", "Aylesbury", "Vale", "and",
    "of", "Wellingborough", "Luton", "Health", "social", "care", "Telecommunications", "public", "administration",
)  # fmt: skip
PLAIN = NumberRule()
LONGEST = "Donaudampfschifffahrtsgesellschaftskapitän"
WIDTHS = (71.0, 90.0, 118.0, 163.0, 251.0, 340.0, 516.0)
"""25 mm to the width of a page, in pt."""


@dataclass(frozen=True)
class Nasty:
    """What the generated data may be like; the generator chooses among all that is left open."""

    kind: str
    sets: tuple[int, int] = (1, 1)
    sizes: Sequence[int] = SIZES
    negative: bool = True
    gaps: bool = True
    guides: bool = True
    intervals: bool = False
    years: bool | None = None


def nasty(seed: int, like: Nasty) -> Statistic:
    """A statistic of that kind: the same for the same seed."""
    dice = random.Random(f"{like.kind} {seed}")
    size, (rule, low, high) = dice.choice(list(like.sizes)), dice.choice(SPANS)
    years = dice.random() < 0.4 if like.years is None else like.years
    names = _years(dice, size) if years else _names(dice, size)
    signs = dice.choice([(1,), (1,), (1, -1), (-1,)]) if like.negative else (1,)
    count = dice.randint(*like.sets)
    sets = tuple(
        Series(name, _points(dice, like, names, rule, Decimal(low), Decimal(high), signs))
        for name in _names(dice, count)
    )
    known = [point for point in sets[0].points if point.datum]
    emphasised = tuple(point.label for point in dice.sample(known, min(len(known), dice.choice([0, 1, 1, 2]))))
    guides = _guides(dice, rule, Decimal(low), Decimal(high), signs) if like.guides else ()
    first = known[0].datum
    assert first is not None
    return statistic_of(like.kind, sets, first, emphasised=emphasised, guides=guides)


def statistic_of(
    kind: str,
    sets: Sequence[Series],
    datum: Datum | None = None,
    language: str = "en-GB",
    **keys: object,
) -> Statistic:
    """A statistic with these series, as the content stage would give it."""
    sets = timed(sets, language)
    known = datum or next(point.datum for series in sets for point in series.points if point.datum)
    given = {"caption": (), "data": {"value": known}, "since": "", "symbol": "", "whole_label": "", "alt": "", **keys}
    return Statistic(
        path="figures[0]",
        id="",
        datum=known,
        label=(Span("Growth of each district"),),
        kind=KINDS[kind],
        source=None,
        language=language,
        sets=tuple(sets),
        title=(Span("Growth of each district"),),
        **given,  # type: ignore[arg-type]  # the keys are those of the dataclass
    )


def number(value: object, rule: NumberRule = PLAIN, language: str = "en-GB") -> Datum:
    """A number as the content stage writes it."""
    return Datum("value", Decimal(str(value)), format_number(Decimal(str(value)), rule, language), rule)


def series_of(values: dict[str, object], rule: NumberRule = PLAIN, name: str = "") -> Series:
    """A series of names and values; None is a gap."""
    return Series(
        name, tuple(Point(key, None if value is None else number(value, rule)) for key, value in values.items())
    )


def collisions(
    marks: Iterable[Mark], width: float, height: float, keep_off: Iterable[Shape] | None = None, slack: float = 0.05
) -> list[str]:
    """What overlaps: labels with each other, labels with the shapes `keep_off`, and any mark with the figure's edges.

    Without `keep_off` every shape with a cell counts that does not hold the whole label and is no area of a guide. Of
    a shape each polygon counts by its box, so a slanted line is to be looked at by the test of its own kind.
    """
    drawn = list(marks)
    labels = [mark for mark in drawn if isinstance(mark, Label) and mark.line.runs]
    avoided = [
        mark for mark in drawn if isinstance(mark, Shape) and mark.cell and mark.by in ("width", "height", "area")
    ]
    found = [*outside(drawn, width, height)]
    inked = [(label, ink(label)) for label in labels]
    pieces = [(shape, piece) for shape in (avoided if keep_off is None else keep_off) for piece in boxes(shape)]
    for (one, box), (other, beside) in combinations(inked, 2):
        if box.meets(beside, slack):
            found.append(f"{named(one)} meets {named(other)}")
    for label, box in inked:
        for shape, piece in pieces:
            if piece.meets(box, slack) and (keep_off is not None or not piece.holds(box)):
                found.append(f"{named(label)} meets {named(shape)}")
    return found


def outside(marks: Iterable[Mark], width: float, height: float) -> list[str]:
    """The marks that are not wholly in the figure."""
    frame = Rect(0, 0, width, height)
    return [
        f"{named(mark)} stands out of {width:g} x {height:g}: {ink(mark)}"
        for mark in marks
        if not frame.holds(ink(mark), SLACK)
    ]


def boxes(shape: Shape) -> list[Rect]:
    """The box of each polygon of a shape, its line included, y upwards."""
    edge = shape.line_width / 2 if shape.stroke else 0.0
    found = []
    for ring in polygons(shape.segments):
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        found.append(Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).inset(-edge))
    return found


def named(mark: Mark) -> str:
    """What a message calls a mark."""
    return f"`{mark.line.text}`" if isinstance(mark, Label) else f"the {mark.by or 'shape'} of {mark.cell}"


def _names(dice: random.Random, size: int) -> list[str]:
    """Different names, from short to 40 characters and more."""
    found: list[str] = []
    while len(found) < size:
        name = " ".join(dice.sample(WORDS, dice.choice([1, 1, 2, 2, 3, 4])))[:40].strip()
        name = LONGEST if dice.random() < 0.02 else name[:1].upper() + name[1:]
        found.append(name if name not in found else f"{name[:36]} {len(found)}")
    return found


def _years(dice: random.Random, size: int) -> list[str]:
    start = dice.randint(1950, 2015)
    if dice.random() < 0.3:
        return [f"{start + index}/{(start + index + 1) % 100:02}" for index in range(size)]
    return [str(start + index) for index in range(size)]


def _points(
    dice: random.Random,
    like: Nasty,
    names: Sequence[str],
    rule: NumberRule,
    low: Decimal,
    high: Decimal,
    signs: Sequence[int],
) -> tuple[Point, ...]:
    gappy = like.gaps and len(names) > 1 and dice.random() < 0.35
    points = []
    for index, name in enumerate(names):
        if gappy and index and dice.random() < 0.3:
            points.append(Point(name, None, gap=dice.choice(["not_available", "suppressed"])))
            continue
        value = _value(dice, rule, low, high) * dice.choice(list(signs))
        ends: tuple[Datum | None, Datum | None] = (None, None)
        if like.intervals and dice.random() < 0.6:
            reach = abs(value) * Decimal(dice.randint(0, 30)) / 100
            ends = number(value - reach, rule), number(value + reach, rule)
        points.append(Point(name, number(value, rule), *ends))
    return tuple(points)


def _value(dice: random.Random, rule: NumberRule, low: Decimal, high: Decimal) -> Decimal:
    """Evenly spread, or over the orders of magnitude, now and then zero."""
    if dice.random() < 0.03:
        return Decimal(0)
    part = dice.random() ** dice.choice([1, 6])
    step = Decimal(1).scaleb(rule.scale - rule.decimals)
    return ((low + (high - low) * Decimal(str(part))) / step).to_integral_value() * step


def _guides(
    dice: random.Random, rule: NumberRule, low: Decimal, high: Decimal, signs: Sequence[int]
) -> tuple[Guide, ...]:
    found = []
    for kind in dice.sample(["target", "reference", "band"], dice.choice([0, 0, 0, 1, 1, 2, 3])):
        values = sorted(_value(dice, rule, low, high) * signs[0] for _ in range(2))
        until = number(values[1], rule) if kind == "band" else None
        found.append(
            Guide(kind, dice.choice(["Target", "England", "All of the districts"]), number(values[0], rule), until)
        )
    return tuple(found)
