"""Numbers that follow from what a statistic states: before and after, share, one in so many, marks."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from reportgen.content.counting import are_single, ratio_in
from reportgen.content.field_reader import FieldReader
from reportgen.content.quantities import exact, unlike
from reportgen.content.report import Datum
from reportgen.content.statistic_builder import StatisticBuilder
from reportgen.content.summaries import difference, percent_rule
from reportgen.text.locale import NumberRule
from reportgen.text.units import ORDINAL, POINTS, has_ratios
from reportgen.text.words import has_words

MOST_MARKS = 200


def work_out(reader: FieldReader, made: StatisticBuilder, whole: Datum | None) -> None:
    """Add what follows from the numbers; `whole` is what `share_of` names."""
    whole = whole or made.data.pop("of", None)
    value = made.data.get("value")
    if value is None or made.broken:
        return
    if "change" in made.data and made.gives("change"):
        _work_out_change(reader, made, value, made.data["change"])
    if whole and made.sets:
        made.data["whole"] = replace(whole, name="whole")
    elif whole:
        _work_out_share(reader, made, value, whole)
    if made.asked and made.kind and made.kind.takes_few and not made.broken and not made.gives("each"):
        _count_singly(made, value, whole)
    if "each" in made.data:
        _work_out_marks(reader, made, made.data.get("counted", value), made.data["each"])


def _count_singly(made: StatisticBuilder, value: Datum, whole: Datum | None) -> None:
    """A small whole counted in marks of one each: a value `of` a whole, or a ratio such as "4 in 5"."""
    ratio = ratio_in(value, made.language)
    if whole and are_single(value.value, whole.value):
        _derive(made, "each", Decimal(1), replace(whole.rule.derived, decimals=0, scale=0))
    elif ratio and not whole and are_single(*ratio):
        for name, number in (("counted", ratio[0]), ("whole", ratio[1]), ("each", Decimal(1))):
            _derive(made, name, number, NumberRule())


def _work_out_change(reader: FieldReader, made: StatisticBuilder, value: Datum, change: Datum) -> None:
    in_points = value.rule.unit == "%" and change.rule.unit in ("%", POINTS)
    if unlike(value.rule, change.rule) and not in_points:
        _wrong(reader, made, "change", f"`value` is {value.text} and `change` is {change.text}: two kinds of number")
        return
    if value.rule.unit == ORDINAL:
        message = f"`value` is {value.text}, and from one place in an order to another there is no `change`"
        _wrong(reader, made, "change", message, "say it in the label: `up from 9th`")
        return
    _compare_with_series(reader, made, change)
    before = value.value - change.value
    if before < 0 <= value.value:
        message = f"`change` ({change.text}) is larger than `value` ({value.text}), so it was less than nothing before"
        _wrong(reader, made, "change", message)
        return
    if in_points:
        made.data["change"] = difference("change", change.value, change.rule, made.language)
    _derive(made, "change_size", abs(change.value), made.data["change"].rule.derived)
    _derive(made, "before", before, _rule_before(value, change))
    if before == 0:
        if made.asked and made.kind and "change" in made.kind.needs:
            message = f"`change` is all of `value` ({value.text}), so there is nothing to compare it with"
            _wrong(reader, made, "change", message, "use another figure")
        return
    if has_ratios(value.rule.unit):
        percent = change.value / abs(before) * 100
        _derive(made, "change_percent", percent, percent_rule(percent))


def _rule_before(value: Datum, change: Datum) -> NumberRule:
    """How the number before a change is written: as `value` is, with the decimals of `change` too where both are in one
    power of ten, so that the three add up (2.03m less 0.321m is 1.709m).

    Where they are not (2.03m less 320,391), with as many more than `value` has as keep what is rounded off under a
    hundredth of the change (1.71m; £1.2bn less £250m is £0.95bn), and never more than the two numbers have.
    """
    rule, before = value.rule.derived, value.value - change.value
    finest = max(rule.decimals, change.rule.decimals + rule.scale - change.rule.scale)
    if change.rule.scale == rule.scale:
        return replace(rule, decimals=finest)
    for decimals in range(rule.decimals, min(exact(rule, before).decimals, finest)):
        shown = before.quantize(Decimal(1).scaleb(rule.scale - decimals), ROUND_HALF_UP)
        if shown and abs(shown - before) * 100 < abs(change.value):
            return replace(rule, decimals=decimals)
    return replace(rule, decimals=max(rule.decimals, min(exact(rule, before).decimals, finest)))


def _compare_with_series(reader: FieldReader, made: StatisticBuilder, change: Datum) -> None:
    """Whether a `change` is that of the series over time beside it, as far as the digits of its values say."""
    ends = _ends_of_change(made)
    if ends is None:
        return
    (start, first), (end, last) = ends
    steps = [Decimal(1).scaleb(datum.rule.scale - datum.rule.decimals) for datum in (first, last, change)]
    coarse = max(steps[:2])
    found = last.value - first.value
    slack = coarse if coarse > steps[2] else steps[2] / 2
    if abs(found - change.value) > slack:
        told = difference("change", found, last.rule, made.language).text
        message = f"`change` is {change.text}, and from {start} ({first.text}) to {end} ({last.text}) it is {told}"
        _wrong(reader, made, "change", message, "leave `change` out or let them agree")


def _ends_of_change(made: StatisticBuilder) -> tuple[tuple[str, Datum], tuple[str, Datum]] | None:
    """The points of a single series over time from which and until which the change is, and their labels."""
    if len(made.sets) != 1 or not made.facts().over_time or not made.full:
        return None
    known = {point.label: point.datum for point in made.sets[0].points if point.datum}
    start, end = made.since or next(iter(known)), made.until or [*known][-1]
    return ((start, known[start]), (end, known[end])) if start in known and end in known else None


def _work_out_share(reader: FieldReader, made: StatisticBuilder, value: Datum, whole: Datum) -> None:
    key = "of" if made.gives("of") else "share_of"
    if unlike(value.rule, whole.rule):
        _wrong(reader, made, key, f"{value.text} cannot be a share of {whole.text}: two kinds of number")
        return
    if whole.value <= 0:
        _wrong(reader, made, key, f"nothing can be a share of {whole.text}")
        return
    if value.value < 0:
        _wrong(reader, made, key, f"{value.text} is less than nothing, and no share of {whole.text}")
        return
    share = value.value / whole.value * 100
    if share > 100:
        _wrong(reader, made, key, f"{value.text} is more than the whole, {whole.text}; a share is at most 100%")
        return
    made.data["whole"] = replace(whole, name="whole")
    _derive(made, "share", share, percent_rule(share))
    if 0 < share <= 50 and has_words(made.language):
        count = (whole.value / value.value).quantize(Decimal(1), ROUND_HALF_UP)
        _derive(made, "one_in", count, NumberRule(wording="one_in"))


def _work_out_marks(reader: FieldReader, made: StatisticBuilder, value: Datum, each: Datum) -> None:
    if each.value <= 0:
        _wrong(reader, made, "each", f"a figure cannot stand for {each.text}", "write a round number above zero")
        return
    if unlike(value.rule, each.rule):
        _wrong(reader, made, "each", f"`value` is {value.text} and `each` is {each.text}: two kinds of number")
        return
    whole = made.data.get("whole", value)
    marks = value.value / each.value
    if unlike(whole.rule, each.rule):
        _wrong(reader, made, "each", f"the whole is {whole.text} and `each` is {each.text}: two kinds of number")
        return
    if whole.value > MOST_MARKS * each.value:
        value, marks = whole, whole.value / each.value
        message = f"{value.text} at {each.text} each makes {marks:,.0f} figures; {MOST_MARKS} are the most"
        _wrong(reader, made, "each", message, "let each stand for more")
        return
    _derive(made, "marks", marks, exact(NumberRule(), marks, most=2))


def _wrong(reader: FieldReader, made: StatisticBuilder, key: str, message: str, hint: str = "") -> None:
    reader.log.at_value("figure", message, (*made.path, key), hint)
    made.broken = True


def _derive(made: StatisticBuilder, name: str, value: Decimal, rule: NumberRule) -> None:
    made.data[name] = Datum.written(name, value, rule, made.language)
