"""The figure of a statistic: its kind, its series in order, and the value that matters of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from reportgen.content import kind_choice
from reportgen.content.areas import areas_of
from reportgen.content.field_reader import FieldReader
from reportgen.content.figure_guides import emphasised_of, short_of
from reportgen.content.keys import check_keys, check_kind
from reportgen.content.kinds.declaration import Kind, Refusal
from reportgen.content.periods.period_words import words_of
from reportgen.content.periods.whole_series import LabelError, are_mostly_periods, one_period
from reportgen.content.quantities import Quantity, agrees, is_plain, told_apart, unlike
from reportgen.content.report import Datum, Series
from reportgen.content.row_names import row_name
from reportgen.content.samples import read_sample, write_by_sample
from reportgen.content.schema import Charted, PlainStatistic
from reportgen.content.series import transform
from reportgen.content.series.finish import Scope
from reportgen.content.series.raw import SeriesError
from reportgen.content.series.read_series import finished, read_raw, read_timing, said_of_time
from reportgen.content.statistic_builder import StatisticBuilder
from reportgen.content.summaries import summarise
from reportgen.content.table_options import bars_of, totals_of
from reportgen.problems import did_you_mean
from reportgen.reading.located_tree import Path
from reportgen.text.hedges import NUMBER
from reportgen.text.locale import NumberRule, format_number
from reportgen.text.units import ORDINAL, adds_up
from reportgen.text.words import has_words, words, words_or_signs

_NEAR = Decimal("0.05")
"""A value within this share of what its parts come to is taken to be meant for that."""

WIDTHS = ("wide", "half", "third")


def builder(reader: FieldReader, shape: PlainStatistic | Charted, path: Path, language: str) -> StatisticBuilder:
    """A statistic with the numbers that it states itself, and, if it has a series, with its figure."""
    made = StatisticBuilder(shape, path, language)
    made.named_unit = reader.unit((*path, "unit"), shape.unit, language)
    for key in ("value", "change", "each", "of"):
        datum = reader.number((*path, key), getattr(shape, key, None), language, made.named_unit)
        if datum:
            made.data[key] = datum
    if made.full is None:
        if made.absent(reader, "value"):
            reader.log.missing_key(path, "value")
        return made
    read_sample(reader, made)
    check_kind(reader, made)
    made.sets = _series(reader, made, made.full)
    if made.sets:
        made.areas = areas_of(reader, made, made.full) if made.gives("boundary") else None
        _settle(reader, made)
        _arrange(reader, made, made.full)
        made.rows = _rows(reader, made, made.full)
        made.short = short_of(reader, made)
    made.since, made.until = (_time(reader, made, made.full, key) for key in ("since", "until"))
    _find_value(reader, made)
    if made.has_series:
        write_by_sample(reader, made)
    return made


def _time(reader: FieldReader, made: StatisticBuilder, shape: Charted, key: str) -> str:
    """A time that a figure names, as the page has it: that of a point, a period by the language, or the words given."""
    written = (getattr(shape, key) or "").strip()
    said = said_of_time(reader, shape, made.path)
    if not written or said is None or reader.log.is_stand_in((*made.path, key)):
        return written
    known = made.words_of(written)
    if known != written:
        return known
    try:
        period = one_period(written, made.language, *said)
    except LabelError as error:
        for fault in error.faults:
            reader.log.at_value("period", fault.message, (*made.path, key), fault.hint)
        return written
    return words_of(written, period, made.language) if period else written


def settle(reader: FieldReader, made: StatisticBuilder) -> None:
    """The kind of figure of a statistic without a series, once all its numbers are worked out."""
    if made.full is None or made.has_series or reader.log.is_stand_in((*made.path, "figure")):
        return
    _settle(reader, made)
    value = made.data.get("value")
    if made.kind and made.kind.takes_percentage and value and "share" not in made.data:
        made.data["share"] = _as_percentage(value, made.language)
    if made.titled and not made.figure and not made.broken and value:
        hint = "give it a `series` or another key that makes a figure, or put it under `statistics`"
        reader.log.at_key("figure", "a titled figure needs more to show than one number", made.path, hint)


def _as_percentage(value: Datum, language: str) -> Datum:
    """A percentage as a share of 100%; one that is written as a ratio (`4 in 5`) in per cent."""
    is_ratio = value.rule.said and NUMBER not in value.rule.said
    return Datum.written("share", value.value, value.rule.derived if is_ratio else value.rule, language)


def _settle(reader: FieldReader, made: StatisticBuilder) -> None:
    """Chooses the kind when the author leaves that to the program; else says whether the data can be shown by it."""
    log = reader.log
    if made.asked:
        if made.kind and made.kind.is_drawn and not made.broken and _has_data(made, made.kind):
            refusal = made.kind.refusal(made.facts())
            if refusal:
                _refuse(reader, made, refusal)
        return
    if made.broken or ("value" not in made.data and not made.facts().known):
        return
    made.kind, made.why = kind_choice.choose(made.facts())
    if made.kind and made.kind.tabular and made.raw and made.full:
        made.sets = _finished(reader, made, Scope.COLUMN)
    if not log.is_stand_in((*made.path, "figure")):
        check_keys(reader, made, made.kind)


def _has_data(made: StatisticBuilder, kind: Kind) -> bool:
    """Whether what the kind is drawn from could be read."""
    return bool(made.facts().known) or (not kind.needs_series and "value" in made.data)


def _refuse(reader: FieldReader, made: StatisticBuilder, refusal: Refusal) -> None:
    made.broken = True
    path = made.series_path if refusal.key == "series" else (*made.path, refusal.key)
    tell = reader.log.at_key if refusal.key == "series" else reader.log.at_value
    tell("figure", refusal.message, path, refusal.hint)


def _series(reader: FieldReader, made: StatisticBuilder, shape: Charted) -> tuple[Series, ...]:
    """The series of a figure, as its kind wants them; () when something is wrong with them."""
    if not made.has_series:
        return ()
    kind = made.kind
    tabular = kind is not None and kind.tabular
    made.raw = read_raw(reader, shape, made.path, made.language, with_totals=tabular)
    mixed = kind is not None and (kind.tabular or kind.leads_to_last)
    ranked = kind is not None and kind.ranks
    if made.raw:
        made.timing = read_timing(reader, made.raw, shape, made.path, made.language, mixed, ranked)
    sets = _finished(reader, made, Scope.COLUMN if tabular else Scope.ALL if made.asked else Scope.ANY)
    made.read_labels = frozenset(point.label for each in sets[:1] for point in each.points)
    made.broken |= not sets
    if sets and not any(point.datum for each in sets for point in each.points):
        reader.log.at_key("figure", "the series has no value at all", made.series_path, "leave the figure out")
        made.broken = True
        return ()
    if sets and shape.index is not None:
        made.notes += (f"{made.words_of(shape.index.strip())} = 100",)
    if made.kind and not made.broken:
        return made.kind.orientation.of(replace(made.facts(), sets=sets)).sets
    return sets


def _finished(reader: FieldReader, made: StatisticBuilder, scope: Scope) -> tuple[Series, ...]:
    """The series with their numbers written alike within a scope."""
    if not made.raw or not made.timing or not made.full:
        return ()
    return finished(reader, made.raw, made.timing, made.full, made.path, scope, made.named_unit)


def _arrange(reader: FieldReader, made: StatisticBuilder, shape: Charted) -> None:
    """The sets in their order, the first of them, and the labels that matter."""
    if made.kind and not made.broken:
        made.sets = made.kind.orientation.of(made.facts()).sets
    made.emphasised = emphasised_of(reader, made)
    if made.kind and not made.broken:
        _tell_uneven(reader, made)
    if made.kind and made.kind.tabular:
        made.totals, made.bars = totals_of(made), bars_of(reader, made)
    if made.kind and not made.broken:
        try:
            _in_order(reader, made, shape)
            _summarise(made)
            _first_few(reader, made, shape)
        except SeriesError as error:
            made.broken = True
            reader.log.at_value("figure", error.message, (*made.path, error.key), error.hint)
    else:
        _summarise(made)


def _rows(reader: FieldReader, made: StatisticBuilder, shape: Charted) -> str:
    """What the labels of the points are; those of a figure that has turned its series round are the series' names."""
    names, labels = reader.workbook().headings(made.path) if made.gives("data") else ("", "")
    found = [point for point in made.sets[0].points if point.label != made.rest]
    about = getattr(shape, "title", None) or getattr(shape, "label", None) or ""
    heading = labels if made.read_labels.issuperset(point.label for point in found) else names
    return row_name(found, made.language, heading, about)


def _tell_uneven(reader: FieldReader, made: StatisticBuilder) -> None:
    """What stands at equal distances, as columns do, makes a step over ten years look like one over a year."""
    labels, evenly_spaced = made.facts().labels, made.kind.evenly_spaced if made.kind else ""
    if evenly_spaced and made.facts().is_uneven:
        message = f"`{labels[0]}` to `{labels[-1]}` are not equally far apart in time, and {evenly_spaced} are"
        hint = "use `figure: line`, which puts each at its time, or write `not available` for those between"
        reader.log.warn_at_key("uneven", message, made.series_path, hint)


def _summarise(made: StatisticBuilder) -> None:
    """Names for what follows from a single series, before the rest of it is summed."""
    if len(made.sets) == 1 and made.facts().kinds_of_number is None:
        points = [point for point in made.sets[0].points if point.label not in made.totals]
        summary = summarise(points, made.language, made.facts().over_time)
        made.data = {**summary.data, **made.data}
        made.texts = dict(summary.texts)


def _in_order(reader: FieldReader, made: StatisticBuilder, shape: Charted) -> None:
    path, facts = (*made.path, "order"), made.facts()
    has_order = facts.over_time or facts.in_steps
    order, given = shape.order, made.timing.given if made.timing else ()
    if order is None or reader.log.is_stand_in(path):
        if has_order:
            return
        order = "value" if made.kind and made.kind.ranks and _can_be_ranked(made) else "given"
    elif order not in transform.ORDERS:
        reader.log.at_value("figure", f"unknown order `{order}`", path, did_you_mean(order, transform.ORDERS))
        return
    elif has_order and not (made.kind and made.kind.ranks):
        _refuse_order(reader, made, order, given)
        return
    by = len(made.sets) - 1 if made.kind and made.kind.in_pairs else 0
    made.sets = transform.in_order(made.sets, order, given, by, made.totals)


def _can_be_ranked(made: StatisticBuilder) -> bool:
    """Whether the first column, by which rows are ordered, has numbers of one kind, and the rows are names."""
    if replace(made.facts(), sets=made.sets[:1]).kinds_of_number is not None:
        return False
    return not are_mostly_periods(made.facts().labels, made.language)


def _refuse_order(reader: FieldReader, made: StatisticBuilder, order: str, given: Sequence[str]) -> None:
    """An order that would mix up what has one of its own, in a figure that does not rank."""
    path, facts = (*made.path, "order"), made.facts()
    if order != "given":
        ends = f"{facts.labels[0]} to {facts.labels[-1]}"
        message = f"`order: {order}` would mix up {ends}, which have an order of their own"
        reader.log.at_value("figure", message, path, "delete the line, or use `figure: bars` or `figure: table`")
        return
    places = {label: at for at, label in enumerate(facts.labels)}
    known = [label for label in given if label in places]
    backwards = next(((one, other) for one, other in pairwise(known) if places[one] > places[other]), None)
    if facts.over_time and backwards:
        message = f"`order: given` would put `{backwards[1]}` after `{backwards[0]}`, and time runs forwards"
        reader.log.at_value("figure", message, path, "delete the line, or use `figure: bars` or `figure: table`")


def _first_few(reader: FieldReader, made: StatisticBuilder, shape: Charted) -> None:
    if shape.top is None:
        return
    path = (*made.path, "top")
    count = reader.number(path, shape.top, made.language)
    if count is None:
        return
    if count.value < 1 or count.value != int(count.value) or count.rule.unit:
        reader.log.at_value("figure", f"`top: {count.text}` is no number of entries", path, "write a whole number")
        return
    _cut(made, shape, int(count.value))
    known = (*made.facts().labels, *made.facts().names)
    lost = next((label for label in made.emphasised if label not in known), "")
    if lost:
        message = f"`{lost}` is emphasised and not among the first {count.text}"
        reader.log.at_value("figure", message, path, "raise `top`, or emphasise another")


def _cut(made: StatisticBuilder, shape: Charted, count: int) -> None:
    """The first entries; of the others their sum, if that means something, else that there are more is said."""
    labels = [label for label in made.facts().labels if label not in made.totals]
    if count >= len(labels):
        return
    entries, totals = transform.divided(made.sets, made.totals)
    parts_add_up = made.kind is not None and made.kind.adds_up
    if shape.index is None and (parts_add_up or all(adds_up(datum.rule.unit) for datum in made.facts().known)):
        made.rest = _rest(made.language)
        made.sets = transform.followed(transform.top(entries, count, made.rest, made.language), totals)
        return
    made.uncut, made.sets = made.sets, transform.followed(transform.first(entries, count), totals)
    shown, held = (format_number(Decimal(each), NumberRule(), made.language) for each in (count, len(labels)))
    made.notes += (words_or_signs(made.language).get("first_of", count=shown, all=held),)


def _rest(language: str) -> str:
    """What the sum of the rest is called. Raises SeriesError in a language that the program has no words for."""
    if not has_words(language):
        message = f"there are no words for language `{language}` yet, so the sum of the rest cannot be named"
        raise SeriesError("top", message, "leave `top` out, and the other rows out of the series")
    return words(language)["rest"]


def _find_value(reader: FieldReader, made: StatisticBuilder) -> None:
    """The value that matters of a series, unless one is given; a statistic without a series must give it."""
    found = _value_of_series(made) if made.sets else None
    if made.gives("value") or reader.log.is_stand_in((*made.path, "value")):
        if "value" in made.data and made.sets and not made.broken:
            _compare_value(reader, made, made.data["value"])
        return
    if found:
        made.data["value"] = replace(found, name="value")
    elif not made.has_series and not made.broken and not _lost_series(reader, made):
        reader.log.missing_key(made.path, "series" if made.titled else "value")


def _compare_value(reader: FieldReader, made: StatisticBuilder, given: Datum) -> None:
    """Whether a `value` is what its series says, be it rounded: the emphasised entry, or the last of one over time.

    Of names without an emphasised one it may be anything, and of those with one also their total or their mean.
    """
    series = _series_of_value(made)
    if series is None:
        return
    known = [point for point in series.points if point.datum and point.label != made.rest]
    emphasised = [point for point in known if point.label in made.emphasised]
    over_time = made.facts().over_time
    candidates = [*emphasised, *(known[-1:] if over_time else ())]
    stated = Quantity(given.value, given.rule)
    told = [(each, Quantity(each.datum.value, each.datum.rule)) for each in candidates if each.datum]
    if not told and made.kind and made.kind.adds_up and _misses_total(reader, made, stated):
        return
    if over_time and told and _two_kinds(reader, made, given, told[0][1]):
        return
    if not told or any(agrees(stated, each, made.language) for _, each in told):
        return
    if not over_time and (unlike(given.rule, told[0][1].rule) or _is_of_all(made, stated)):
        return
    point, nearest = told[0]
    key = "data" if made.gives("data") else "series"
    what = f"the emphasised `{point.label}`" if emphasised else f"the last point of `{key}`"
    if len(made.sets) > 1 and not emphasised:
        what = f"the last point of `{series.name}`"
    one, other = told_apart(stated, nearest, made.language)
    message = f"`value` is {one}, and {what} is {other}"
    reader.log.at_value("figure", message, (*made.path, "value"), "leave `value` out or let them agree")


def _two_kinds(reader: FieldReader, made: StatisticBuilder, given: Datum, last: Quantity) -> bool:
    """Tells a `value` of another kind than the last of its series, where neither is a plain number."""
    if not unlike(given.rule, last.rule) or is_plain(given.rule) or is_plain(last.rule):
        return False
    message = f"`value` is {given.text}, and its series has {last.text(made.language)}: two kinds of number"
    reader.log.at_value("figure", message, (*made.path, "value"), "let them agree, or leave `value` out")
    return True


def _misses_total(reader: FieldReader, made: StatisticBuilder, stated: Quantity) -> bool:
    """Tells a `value` that is near what its parts come to, and neither that nor one of them."""
    known, total = made.facts().known, made.data.get("total")
    if total is None or unlike(total.rule, stated.rule) or any(datum.value == stated.value for datum in known):
        return False
    found = Quantity(total.value, total.rule)
    if agrees(stated, found, made.language) or abs(total.value - stated.value) > _NEAR * abs(total.value):
        return False
    one, other = told_apart(stated, found, made.language)
    message = f"`value` is {one}, and the parts come to {other}"
    reader.log.at_value("figure", message, (*made.path, "value"), "leave `value` out or let them agree")
    return True


def _series_of_value(made: StatisticBuilder) -> Series | None:
    """The series that a `value` is compared with: the only one, or the emphasised one of several over time."""
    if len(made.sets) == 1:
        return made.sets[0]
    if not made.facts().over_time or made.facts().two_periods:
        return None
    return next((each for each in made.sets if each.name in made.emphasised), None)


def _is_of_all(made: StatisticBuilder, stated: Quantity) -> bool:
    """Whether a number is the total or the mean of a series."""
    found = [made.data[name] for name in ("total", "mean") if name in made.data]
    return any(agrees(stated, Quantity(each.value, each.rule), made.language) for each in found)


def _lost_series(reader: FieldReader, made: StatisticBuilder) -> bool:
    """Whether the series, or the whole block, is there but wrong, which has been told."""
    paths = (made.path, (*made.path, "series"), (*made.path, "data"))
    return any(reader.log.is_stand_in(path) for path in paths)


def _value_of_series(made: StatisticBuilder) -> Datum | None:
    """The emphasised value, else the last of a series in time, the end of a bridge, or the largest."""
    facts, kind = made.facts(), made.kind
    chosen = next((each for each in made.sets if each.name in made.emphasised), None)
    later = chosen or made.sets[-1 if facts.two_periods or (kind and kind.in_pairs) else 0]
    named = [point.datum for point in later.points if point.datum and point.label in made.emphasised]
    if named:
        return named[-1]
    aside = (made.rest, *made.totals)
    known = [point.datum for point in later.points if point.datum and point.label not in aside]
    if not known:
        return next(iter(facts.known), None)
    if facts.over_time or (kind and kind.leads_to_last):
        return known[-1]
    return max(known, key=_size)


def _size(datum: Datum) -> Decimal:
    return datum.standing if datum.rule.unit == ORDINAL else abs(datum.value)
