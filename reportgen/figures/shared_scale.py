"""Figures side by side whose lengths count the same: all are on one scale, that of the one with the least room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import inf

from reportgen.content.quantities import is_plain
from reportgen.content.report import Datum
from reportgen.figures.base import MarkFigure

ScaleKey = tuple[str, str, str]
"""What figures must have in common to share a scale: the direction of their lengths, currency and unit."""


@dataclass(frozen=True)
class ScaledFigure(MarkFigure):
    """A figure whose marks are as long as its values; `most_unit` is the most that a unit of value may take, in pt."""

    most_unit: float = field(default=inf, kw_only=True)

    @property
    def scale_key(self) -> ScaleKey | None:
        """What it must have in common with another to share its scale; None where nobody knows what it counts."""
        raise NotImplementedError

    def unit_at(self, width: float, height: float) -> float:
        """What a unit of value takes in a figure of that size, in pt; never more than `most_unit`."""
        raise NotImplementedError


def key_of(direction: str, datum: Datum) -> ScaleKey | None:
    """The key of lengths in a direction ("width" or "height"); plain numbers may count different things."""
    return None if is_plain(datum.rule) else (direction, datum.rule.prefix, datum.rule.unit)


def on_one_scale(figure: MarkFigure, beside: Sequence[tuple[MarkFigure, float, float]]) -> MarkFigure:
    """The figure on the scale that it shares with those `beside` it, itself among them, each with width and height."""
    if not isinstance(figure, ScaledFigure) or figure.scale_key is None:
        return figure
    scaled = [(each, width, height) for each, width, height in beside if isinstance(each, ScaledFigure)]
    alike = [entry for entry in scaled if entry[0].scale_key == figure.scale_key]
    if len(alike) < 2:
        return figure
    unit = inf
    for _ in range(_MOST_ROUNDS):
        least = min(replace(each, most_unit=unit).unit_at(width, height) for each, width, height in alike)
        if least >= unit:
            break
        unit = least
    return replace(figure, most_unit=unit)


_MOST_ROUNDS = 12
"""A smaller scale may ask for other rows of labels, which make it smaller again; so often it is tried."""
