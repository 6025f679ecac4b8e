"""From raw series to series: all with the same labels, in the order of time, of one kind of number, written alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import Enum

from reportgen.content.gaps import Gap
from reportgen.content.quantities import EXACT, AmountError, Quantity, in_unit, is_plain, unlike, written_like
from reportgen.content.report import Datum, Point, Series
from reportgen.content.series.in_time import Timing, in_order_of_time
from reportgen.content.series.raw import RawData, RawPoint, RawSeries, SeriesError
from reportgen.problems import did_you_mean
from reportgen.text.locale import MOST_DECIMALS, MOST_DIGITS, NumberRule

_BASE = Decimal(100)
_INDEX = NumberRule(decimals=1)

Change = Callable[[RawSeries, str, Quantity], Quantity]
"""What becomes of an amount of a series at a label."""
Group = Callable[[RawSeries, str], str]
"""What the numbers of a series at a label share with others."""


class Scope(Enum):
    """Which numbers of a figure are of one kind and are written alike."""

    ALL = "all"
    COLUMN = "column"
    """Those of each series; where these are of two kinds, those of each label. Series that are periods of one kind of
    number are one measure, and written alike."""
    ANY = "any"
    """All of them where they are of one kind, else as by column: the kind of figure is not known yet."""


def finish(
    raw: RawData,
    timing: Timing,
    index: str = "",
    sample: NumberRule | None = None,
    unit: NumberRule | None = None,
    scope: Scope = Scope.ALL,
) -> tuple[Series, ...]:
    """The series of a figure, which stand in time as `timing` has it. `index` is the label that is 100, `sample` the
    rule that all numbers are written by, `unit` that of plain numbers, and `scope` which numbers are of one kind and
    have as many decimals. Raises SeriesError."""
    language = timing.language
    raw = _in_unit(raw, unit) if unit else raw
    if index:
        index = next((each for each in (*raw.labels, *raw.names) if each == index), "") or _like(timing, index)
        raw = _indexed(raw, index, language)
    group = _grouping(raw, scope, language, timing)
    if sample:
        raw = _written(raw, sample, bool(index), language)
    raw = _finest(raw, group)
    labels, gap = raw.labels, RawPoint(Gap())
    made = [
        _series(each, timing, tuple(_point(raw, label, each.points.get(label, gap), timing) for label in labels))
        for each in raw.series
    ]
    return in_order_of_time(made, language)


def _like(timing: Timing, written: str) -> str:
    """The label or name that means the same period; the text itself when none does."""
    return timing.labels.label_like(written) or timing.names.label_like(written) or written


def _series(raw: RawSeries, timing: Timing, points: tuple[Point, ...]) -> Series:
    return Series(timing.words(raw.name), points, timing.names.period_of(raw.name))


def _grouping(raw: RawData, scope: Scope, language: str, timing: Timing) -> Group:
    """What numbers have to share to be written alike: nothing, their column, or their row.

    Raises SeriesError where these are of two kinds of number.
    """
    mixed, several = two_kinds([amount for _, _, amount in _amounts(raw)]), len(raw.series) > 1
    if mixed is None:
        one_measure = all(timing.names.period_of(name) for name in raw.names)
        return _column if scope is Scope.COLUMN and not one_measure else _all
    by_column, by_row = (_mixed_in(raw, group) for group in (_column, _row))
    may_differ = by_column is None or by_row is None
    if may_differ and (scope is Scope.COLUMN or (scope is Scope.ANY and several)):
        return _column if by_column is None else _row
    first, other = by_column or mixed
    hint = "let one figure have one kind of number"
    if several and may_differ:
        hint = f"{hint}, or use `figure: table`, in which each column has its own"
    elif several:
        hint = "let each column of a table have one kind of number"
    unit = next((each.rule.unit for each in (first, other) if each.rule.unit not in ("", "%")), "")
    if unit and any(is_plain(each.rule) for each in (first, other)):
        hint = f"give each number its unit, or all of them by `unit: {unit}`"
    one, two = first.text(language), other.text(language)
    label = next(label for _, label, amount in _amounts(raw) if amount == other)
    raise SeriesError("y", f"`{raw.key}` has {one} and {two}: two kinds of number", hint, label)


def two_kinds(amounts: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """Two of the numbers that are of two kinds, pounds and per cents, say; None where all are of one."""
    other = next((each for each in amounts if unlike(each.rule, amounts[0].rule)), None)
    return (amounts[0], other) if other else None


def _mixed_in(raw: RawData, group: Group) -> tuple[Quantity, Quantity] | None:
    """Two kinds of number within one group."""
    groups: dict[str, list[Quantity]] = {}
    for series, label, amount in _amounts(raw):
        groups.setdefault(group(series, label), []).append(amount)
    return next(filter(None, map(two_kinds, groups.values())), None)


def _amounts(raw: RawData) -> Iterator[tuple[RawSeries, str, Quantity]]:
    for each in raw.series:
        for label, point in each.points.items():
            yield from ((each, label, amount) for amount in point.quantities)


def _all(_series: RawSeries, _label: str) -> str:
    return ""


def _column(series: RawSeries, _label: str) -> str:
    return series.name


def _row(_series: RawSeries, label: str) -> str:
    return label


def _in_unit(raw: RawData, unit: NumberRule) -> RawData:
    """All plain numbers in the unit that the figure names."""

    def named(_series: RawSeries, label: str, amount: Quantity) -> Quantity:
        try:
            return in_unit(amount, unit)
        except AmountError as error:
            raise SeriesError("unit", error.message, error.hint, label) from None

    return _changed(raw, named)


def _indexed(raw: RawData, base: str, language: str) -> RawData:
    """Index numbers: each value in per cent of that at `base`, which is a label, or else the name of a series."""
    named = {each.name: each for each in raw.series}
    along = base in raw.labels
    if not along and base not in named:
        known = [*raw.labels, *filter(None, named)]
        raise SeriesError(
            "index", f"`index` names `{base}`, which `{raw.key}` does not have", did_you_mean(base, known)
        )

    def counted(series: RawSeries, label: str, amount: Quantity) -> Quantity:
        point = series.points.get(base) if along else named[base].points.get(label)
        start = point.value if point else Gap()
        if isinstance(start, Gap) or start.value <= 0:
            whose = series.name if along else label
            of = f" of `{whose}`" if whose else ""
            what = "not available" if isinstance(start, Gap) else start.text(language)
            message = f"`index` needs a value above zero, and that{of} for `{base}` is {what}"
            raise SeriesError("index", message, "name another base")
        value = EXACT.divide(EXACT.multiply(amount.value, _BASE), start.value)
        return Quantity(value.quantize(Decimal(1).scaleb(-MOST_DECIMALS)), _INDEX)

    return _changed(raw, counted)


def _written(raw: RawData, sample: NumberRule, indexed: bool, language: str) -> RawData:
    """All numbers written by the rule of a sample; where they are of several kinds, those of its kind."""
    several = two_kinds([*raw.quantities]) is not None
    own = several and any(not unlike(each.rule, sample) for each in raw.quantities)

    def like(_series: RawSeries, _label: str, amount: Quantity) -> Quantity:
        if own and unlike(amount.rule, sample):
            return amount
        try:
            if indexed and not is_plain(sample):
                raise AmountError("an index number has no unit")
            return written_like(amount, sample)
        except AmountError:
            message = f"`written` is another kind of number than {amount.text(language)}"
            raise SeriesError("written", message, "write one of the numbers as it shall look") from None

    return _changed(raw, like)


def _finest(raw: RawData, group: Group) -> RawData:
    """The numbers of each group with the decimals of its finest in their power of ten: 5 beside 4.25 is 5.00.

    Powers of ten stay as they are written: 12.5k beside 1,234 has no more digits than are known of it. So do numbers
    with words round them: about 5 is not about 5.00.
    """
    decimals: dict[tuple[str, int], int] = {}
    for series, label, amount in _amounts(raw):
        if amount.rule.said:
            continue
        key = group(series, label), amount.rule.scale
        decimals[key] = max(amount.rule.decimals, decimals.get(key, 0))

    def finest(series: RawSeries, label: str, amount: Quantity) -> Quantity:
        rule = amount.rule
        if rule.said:
            return amount
        finer = decimals[group(series, label), rule.scale]
        return amount if finer == rule.decimals else replace(amount, rule=replace(rule, decimals=finer))

    return _changed(raw, finest)


def _changed(raw: RawData, change: Change) -> RawData:
    def changed(series: RawSeries, label: str, point: RawPoint) -> RawPoint:
        def new(amount: Quantity | Gap | None) -> Quantity | None:
            return change(series, label, amount) if isinstance(amount, Quantity) else None

        return RawPoint(new(point.value) or point.value, new(point.low), new(point.high))

    return replace(
        raw,
        series=tuple(
            replace(each, points={label: changed(each, label, point) for label, point in each.points.items()})
            for each in raw.series
        ),
    )


def _point(raw: RawData, written: str, point: RawPoint, timing: Timing) -> Point:
    period, language = timing.labels.period_of(written), timing.language
    label = timing.words(written)
    if isinstance(point.value, Gap):
        return Point(label, None, gap=point.value.why, period=period)

    def datum(amount: Quantity | None) -> Datum | None:
        if amount is None:
            return None
        if amount.value and amount.value.adjusted() >= MOST_DIGITS:
            message = f"the value at `{label}` has more than {MOST_DIGITS} digits"
            raise SeriesError(raw.key, message, "give it in millions", written)
        return Datum.written(label, amount.value, amount.rule, language)

    return Point(label, datum(point.value), datum(point.low), datum(point.high), period=period)
