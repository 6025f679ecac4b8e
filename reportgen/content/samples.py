"""Writes the numbers of a statistic by the sample that its report gives: `written: 1.0m`, or `written: 10.0%`."""

from __future__ import annotations

from reportgen.content.field_reader import FieldReader
from reportgen.content.quantities import (
    FRACTIONS_HINT,
    AmountError,
    Quantity,
    fractions_message,
    is_plain,
    unlike,
    written_like,
)
from reportgen.content.report import Datum
from reportgen.content.statistic_builder import StatisticBuilder
from reportgen.text.locale import NumberRule
from reportgen.text.number_reading import NumberError, parse_number
from reportgen.text.units import POINTS

_PERCENTAGES = ("change_percent", "share")
"""What is worked out in per cent of numbers that are none."""
_OWN = ("each", "one_in", "marks")
"""What is written in its own way: the number that a mark stands for is round."""


def read_sample(reader: FieldReader, made: StatisticBuilder) -> None:
    """The sample of a statistic; what is wrong with one of a series is told where that is read."""
    written, path = made.full.written if made.full else None, (*made.path, "written")
    if written is None or reader.log.is_stand_in(path):
        return
    try:
        made.sample = parse_number(written.strip(), made.language)[1]
    except NumberError as error:
        if not made.has_series:
            reader.log.at_value("number", error.message, path, error.hint)


def write_by_sample(reader: FieldReader, made: StatisticBuilder) -> None:
    """Write the numbers of a statistic as its sample is: the percentages by one in per cent, all others by any other.

    Numbers in per cent, and what they differ by in points, are themselves written by a sample in per cent.
    """
    sample, value = made.sample, made.data.get("value")
    if sample is None or value is None:
        return
    in_percent = value.rule.unit == "%"
    derived = [name for name in _PERCENTAGES if name in made.data]
    if sample.unit == "%" and not in_percent and (derived or not is_plain(value.rule)):
        if not derived:
            _refuse(reader, made, value)
            return
        _write(made, derived, sample)
        return
    names = [name for name in made.data if name not in _OWN and (in_percent or name not in _PERCENTAGES)]
    if made.has_series:  # beside which a value of another kind may stand
        names = [name for name in names if _is_for(sample, made.data[name].rule)]
        _write(made, names, sample)
        return
    try:
        _tell_fractions(reader, made, Quantity(value.value, value.rule), sample)
        _write(made, names, sample)
    except AmountError:
        _refuse(reader, made, value)


def _is_for(sample: NumberRule, rule: NumberRule) -> bool:
    """Whether a number can be written by a sample: points are what percentages differ by."""
    in_points = rule.unit == POINTS and sample.unit == "%"
    return in_points or is_plain(sample) or is_plain(rule) or not unlike(rule, sample)


def _write(made: StatisticBuilder, names: list[str], sample: NumberRule) -> None:
    for name in names:
        datum = made.data[name]
        in_points = NumberRule(decimals=sample.decimals, plus=sample.plus) if sample.unit in ("%", POINTS) else sample
        amount = written_like(Quantity(datum.value, datum.rule), in_points if datum.rule.unit == POINTS else sample)
        made.data[name] = Datum.written(name, amount.value, amount.rule, made.language)


def _tell_fractions(reader: FieldReader, made: StatisticBuilder, amount: Quantity, sample: NumberRule) -> None:
    told = fractions_message((amount,), sample, made.language)
    if told:
        reader.log.warn_at_key("written", told, (*made.path, "written"), FRACTIONS_HINT)


def _refuse(reader: FieldReader, made: StatisticBuilder, value: Datum) -> None:
    message = f"`written` is another kind of number than {value.text}"
    reader.log.at_value("written", message, (*made.path, "written"), "write one of the numbers as it shall look")
    made.broken, made.sample = True, None
