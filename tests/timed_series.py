"""Gives series that a test has put together their periods, as the content stage does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.content.periods.whole_series import read_labels, read_names
from reportgen.content.report import Point, Series


def timed(sets: Sequence[Series], language: str = "en-GB") -> tuple[Series, ...]:
    """The series with the periods that their labels and names are; they stand at even distances."""
    labels = read_labels([point.label for point in sets[0].points] if sets else [], language).periods
    names = read_names([each.name for each in sets if each.name], language).periods

    def known(point: Point) -> Point:
        return replace(point, period=labels.get(point.label))

    return tuple(Series(each.name, tuple(map(known, each.points)), names.get(each.name)) for each in sets)
