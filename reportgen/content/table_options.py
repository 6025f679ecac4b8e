"""What is particular to a table of numbers: which rows and columns are totals, and which columns have bars."""

from __future__ import annotations

from decimal import Decimal

from reportgen.content.field_reader import FieldReader
from reportgen.content.quantities import unlike
from reportgen.content.report import Series
from reportgen.content.statistic_builder import StatisticBuilder
from reportgen.content.totals import totals_in
from reportgen.problems import did_you_mean
from reportgen.reading.located_tree import Path, find
from reportgen.text.units import adds_up

YES, NO = "yes", "no"


def totals_of(made: StatisticBuilder) -> tuple[str, ...]:
    """The labels, and the names of series, that are totals of the others; periods are no parts of anything."""
    facts = made.facts()
    if not made.sets or facts.over_time:
        return ()
    rows = totals_in(facts.labels, [_values(each) for each in made.sets if _adds_up(each)])
    columns: tuple[str, ...] = ()
    if facts.kinds_of_number is None and all(map(_adds_up, made.sets)) and all(facts.names):
        columns = totals_in(facts.names, [_values(each) for each in facts.transposed().sets])
    return (*rows, *columns)


def bars_of(reader: FieldReader, made: StatisticBuilder) -> tuple[str, ...] | None:
    """The names of the columns that are to have bars, () for none; None leaves them to the figure."""
    written = made.full.bars if made.full else None
    path = (*made.path, "bars")
    if written is None or reader.log.is_stand_in(path) or not made.sets:
        return None
    if len(written) == 1 and written[0].casefold() in (YES, NO):
        return None if written[0].casefold() == YES else ()
    named = {each.name: each for each in made.sets if each.name}
    for index, name in enumerate(written):
        place: Path = path if find(reader.log.root, (*path, index)) is None else (*path, index)
        if name not in named:
            hint = did_you_mean(name, (*named, YES, NO) if len(written) == 1 else named)
            reader.log.at_value("figure", f"`bars` names `{name}`, which is no column of this table", place, hint)
        elif two := _two_kinds(named[name]):
            message = f"`{name}` has {two[0]} and {two[1]}: numbers of two kinds cannot be compared by bars"
            reader.log.at_value("figure", message, place, "take it out of `bars`")
    return tuple(written)


def _two_kinds(column: Series) -> tuple[str, str] | None:
    """Two values of a column that are of two kinds of number."""
    data = [point.datum for point in column.points if point.datum]
    other = next((each for each in data if unlike(each.rule, data[0].rule)), None)
    return (data[0].text, other.text) if other else None


def _values(series: Series) -> list[Decimal | None]:
    return [point.datum.value if point.datum else None for point in series.points]


def _adds_up(series: Series) -> bool:
    """Whether the sum of its values means something: of percentages it does not."""
    data = [point.datum for point in series.points if point.datum]
    return _two_kinds(series) is None and all(adds_up(each.rule.unit) for each in data)
