"""What a kind of figure declares. All that the program asks about a kind is a property of its declaration.

Whoever draws it is named and not imported: to read a report loads no drawing code.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, IntEnum
from importlib import import_module
from typing import Any

from reportgen.content.captions import Caption, caption_of_series
from reportgen.content.data_facts import Facts
from reportgen.content.kinds.key_groups import ANY
from reportgen.problems import HintedError
from reportgen.text.units import ORDINAL


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why data cannot be shown by a kind; `hint` names a better one. `key` is where it is told."""

    message: str
    hint: str = ""
    key: str = "figure"


Check = Callable[[Facts], Refusal | None]


class Fit(IntEnum):
    """How well a kind shows data; among equals the kind that is declared first is chosen."""

    POSSIBLE = 0
    """It shows such data and much else."""
    FAIR = 1
    WELL = 2
    MADE_FOR = 3
    """The data are of the very shape that it is for."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """That a kind suits data: how well, and the clause that says why."""

    fit: Fit
    why: str


class Orientation(Enum):
    """What a kind wants for the labels of its points where a report has several series."""

    AS_GIVEN = "as given"
    ALONG_TIME = "along time"
    """Periods, whichever way they are written."""
    IN_PAIRS = "in pairs"
    """The names of which each has two values: two series, one before and one after."""

    def of(self, facts: Facts) -> Facts:
        """The facts with their series so."""
        match self:
            case Orientation.AS_GIVEN:
                return facts
            case Orientation.ALONG_TIME:
                better = facts.over_names and not facts.over_time
            case Orientation.IN_PAIRS:
                one_pair = len(facts.labels) == 2
                better = one_pair and (len(facts.sets) != 2 or (facts.over_time and not facts.two_periods))
        return facts.transposed() if better else facts


class KindError(HintedError):
    """A kind of figure cannot be used for what it is asked for."""


@dataclass(frozen=True, slots=True)
class DrawnIn:
    """A function of a module, which is loaded when it is first called."""

    module: str
    function: str = "make"

    def __call__(self, asked: Any) -> Any:
        """What the function gives."""
        return getattr(import_module(self.module), self.function)(asked)


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """One kind of figure. A kind is itself and equal to no other."""

    name: str
    """What a report calls it."""
    make: Callable[[Any], Any] | None
    """From a `figures.request.Request` to its `figures.base.MarkFigure`, or FigureError; None for the number alone."""
    needs: tuple[str, ...] = ()
    """The keys of which one must be given."""
    keys: tuple[str, ...] = ANY
    """The keys that it may have besides; of those that only some kinds have, no other is let pass."""
    check: Check | None = None
    """What is wrong with data for it, of a report that has all keys."""
    values_for: str = ""
    """What it takes a series for that it needs beside its other key ("its shades"); "" when it needs none besides."""
    takes_percentage: bool = False
    """Whether a value in per cent is enough: it is its own share of 100%."""
    takes_few: bool = False
    """Whether a whole of a few is enough: each of its marks is one."""
    forms: tuple[str, ...] = ()
    """Its varieties; the first is the usual one."""
    orientation: Orientation = Orientation.AS_GIVEN
    """Which way round it wants several series."""
    ranks: bool = False
    """Whether names stand in the order of their values unless the report says otherwise; what has an order of its own,
    such as years, does so when the report asks for it."""
    adds_up: bool = False
    """Whether its values are parts of one whole, so that even percentages have a sum."""
    leads_to_last: bool = False
    """Whether the value that matters most is the last one, and not the largest."""
    lengths: str = ""
    """In which direction its marks are as long as its values, "width" or "height": a statistic beside it that does the
    same in the same unit is on one scale with it."""
    tabular: bool = False
    """Whether each of its series is a column with a kind of number, decimals and a scale of its own, and a row may be
    the total of the others."""
    evenly_spaced: str = ""
    """What of it stands at equal distances, whatever time is between ("columns")."""
    unsaid: tuple[str, ...] = ()
    """The names of numbers that it shows and does not write, of which the words beside it must say one."""
    saying: tuple[str, ...] = ()
    """The forms that do write them."""
    draws_words: bool = False
    """Whether words of the program are drawn on it, which its language must then have."""
    caption: Caption = caption_of_series
    """The caption made of its numbers."""
    stock_caption: Caption | None = None
    """The caption that it has when the author writes none."""
    reads_across: bool = False
    """Whether it is read from left to right, and wants the whole width of a page."""
    recommend: Callable[[Facts], Recommendation | None] | None = None
    """Whether and why it suits data for which no kind is named."""

    def refusal(self, facts: Facts) -> Refusal | None:
        """Why the data cannot be shown by it; None when they can."""
        turned = self.orientation.of(facts)
        if facts.kinds_of_number and not self.tabular:
            one, two = facts.kinds_of_number
            message = f"`figure: {self.name}` has one scale, and {one.text} and {two.text} are two kinds of number"
            return Refusal(message, "use `figure: table`, in which each column has its own", "series")
        wrong = self._places(facts) or (self.check(turned) if self.check else None)
        return wrong or self._intervals(turned)

    def _places(self, facts: Facts) -> Refusal | None:
        """Whether it would draw places in an order as if they were sizes."""
        shown = next(iter(facts.known), facts.value)
        if self.tabular or shown is None or shown.rule.unit != ORDINAL:
            return None
        key, better = ("series", "use `figure: table`") if facts.known else ("value", "leave the figure out")
        return Refusal(f"{shown.text} is a place in an order, which has no size that a figure could show", better, key)

    def _intervals(self, facts: Facts) -> Refusal | None:
        """Whether there are intervals that it would leave out."""
        if "low" in self.keys or not facts.has_intervals:
            return None
        better = "line" if facts.over_time else "bars"
        message = f"`figure: {self.name}` does not show intervals (`low` and `high`)"
        return Refusal(message, f"use `figure: {better}`", "series")

    @property
    def is_drawn(self) -> bool:
        """Whether it is a figure, and not the number alone."""
        return self.make is not None

    @property
    def all_keys(self) -> tuple[str, ...]:
        """The keys that belong to it."""
        return (*self.needs, *self.keys)

    @property
    def takes_series(self) -> bool:
        """Whether it can be made from a series, and not from one number alone."""
        return "series" in self.all_keys

    @property
    def needs_series(self) -> bool:
        """Whether it cannot be made without a series."""
        return "series" in self.needs or bool(self.values_for)

    @property
    def in_pairs(self) -> bool:
        """Whether it shows two values for each name, of which the later matters."""
        return self.orientation is Orientation.IN_PAIRS
