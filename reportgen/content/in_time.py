"""Series in time: a draft in; its points with their times, and dates as ISO 8601 writes them in words, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportgen.content.field_reader import FieldReader
from reportgen.content.periods import in_words, times_of, uneven
from reportgen.content.report import Series
from reportgen.content.statistic_builder import StatisticBuilder
from reportgen.problems import Problem, Severity


def words_of_dates(sets: Sequence[Series], language: str) -> Mapping[str, str]:
    """Labels, and names of sets, that are dates as ISO 8601 writes them, each in words."""
    if not sets:
        return {}
    labels, names = [point.label for point in sets[0].points], [each.name for each in sets]
    return {**in_words(labels, language), **in_words(names, language)}


def set_in_time(made: StatisticBuilder) -> None:
    """Gives every point its time, and every date its words, by which it is known from then on."""
    if not made.sets:
        return
    labels, shown = made.facts().labels, made.shown
    times = times_of(labels, made.language) or (None,) * len(labels)
    made.sets = tuple(
        Series(
            shown.get(each.name, each.name),
            tuple(
                replace(point, label=shown.get(point.label, point.label), at=at)
                for point, at in zip(each.points, times, strict=True)
            ),
        )
        for each in made.sets
    )
    made.emphasised = tuple(shown.get(label, label) for label in made.emphasised)


def tell_uneven(reader: FieldReader, made: StatisticBuilder) -> None:
    """Columns stand at equal distances, so that a step over ten years looks like one over a year."""
    labels = made.facts().labels
    if made.figure == "columns" and uneven(labels, made.language):
        message = f"`{labels[0]}` to `{labels[-1]}` are not equally far apart in time, and columns are"
        hint = "use `figure: line`, which puts each at its time, or write `not available` for those between"
        place = reader.log.key_place(made.series_path)
        reader.log.problems.append(Problem("uneven", message, place, hint, Severity.WARNING))
