"""Worked-out numbers: what a statistic states, in; all that arithmetic on it gives, each with its one rule, out."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from reportgen.content.arranging import exact
from reportgen.content.desk import Desk
from reportgen.content.drafts import Draft
from reportgen.content.report import Datum
from reportgen.content.summaries import difference, percent_rule
from reportgen.text.locale import NumberRule, format_number
from reportgen.text.units import POINTS
from reportgen.text.words import has_words

MOST_MARKS = 200


def work_out(desk: Desk, made: Draft, whole: Datum | None) -> None:
    """Add what follows from the numbers; `whole` is what `share_of` names."""
    whole = whole or made.data.pop("of", None)
    value = made.data.get("value")
    if value is None or made.broken:
        return
    if "change" in made.data and made.gives("change"):
        _work_out_change(desk, made, value, made.data["change"])
    if whole and made.sets:
        made.data["whole"] = replace(whole, name="whole")
    elif whole:
        _work_out_share(desk, made, value, whole)
    if "each" in made.data:
        _work_out_marks(desk, made, value, made.data["each"])


def _work_out_change(desk: Desk, made: Draft, value: Datum, change: Datum) -> None:
    in_points = value.rule.unit == "%" and change.rule.unit in ("%", POINTS)
    if unlike(value.rule, change.rule) and not in_points:
        _wrong(desk, made, "change", f"`value` is {value.text} and `change` is {change.text}: two kinds of number")
        return
    before = value.value - change.value
    if before < 0 <= value.value:
        message = f"`change` ({change.text}) is larger than `value` ({value.text}), so it was less than nothing before"
        _wrong(desk, made, "change", message)
        return
    if in_points:
        made.data["change"] = difference("change", change.value, change.rule, made.language)
    size = made.data["change"]
    made.data["change_size"] = _datum(made, "change_size", abs(change.value), replace(size.rule, plus=False))
    made.data["before"] = _datum(made, "before", before, replace(exact(value.rule, before), plus=False))
    if before == 0:
        if made.asked == "change":
            message = f"`change` is all of `value` ({value.text}), so there is nothing to compare it with"
            _wrong(desk, made, "change", message, "use another figure")
        return
    percent = change.value / abs(before) * 100
    made.data["change_percent"] = _datum(made, "change_percent", percent, percent_rule(percent))


def _work_out_share(desk: Desk, made: Draft, value: Datum, whole: Datum) -> None:
    key = "of" if made.gives("of") else "share_of"
    if unlike(value.rule, whole.rule):
        _wrong(desk, made, key, f"{value.text} cannot be a share of {whole.text}: two kinds of number")
        return
    if whole.value <= 0:
        _wrong(desk, made, key, f"nothing can be a share of {whole.text}")
        return
    if value.value < 0:
        _wrong(desk, made, key, f"{value.text} is less than nothing, and no share of {whole.text}")
        return
    share = value.value / whole.value * 100
    if share > 100:
        _wrong(desk, made, key, f"{value.text} is more than the whole, {whole.text}; a share is at most 100%")
        return
    made.data["whole"] = replace(whole, name="whole")
    made.data["share"] = _datum(made, "share", share, percent_rule(share))
    if 0 < share <= 50 and has_words(made.language):
        count = (whole.value / value.value).quantize(Decimal(1), ROUND_HALF_UP)
        made.data["one_in"] = _datum(made, "one_in", count, NumberRule(wording="one_in"))


def _work_out_marks(desk: Desk, made: Draft, value: Datum, each: Datum) -> None:
    if each.value <= 0:
        _wrong(desk, made, "each", f"a figure cannot stand for {each.text}", "write a round number above zero")
        return
    if unlike(value.rule, each.rule):
        _wrong(desk, made, "each", f"`value` is {value.text} and `each` is {each.text}: two kinds of number")
        return
    marks = value.value / each.value
    if marks > MOST_MARKS:
        message = f"{value.text} at {each.text} each makes {marks:,.0f} figures; {MOST_MARKS} are the most"
        _wrong(desk, made, "each", message, "let each stand for more")
        return
    made.data["marks"] = _datum(made, "marks", marks, exact(NumberRule(), marks, most=2))


def unlike(first: NumberRule, second: NumberRule) -> bool:
    """Whether two numbers are of different kinds: pounds and per cents, say."""
    return (first.prefix, first.unit) != (second.prefix, second.unit)


def _wrong(desk: Desk, made: Draft, key: str, message: str, hint: str = "") -> None:
    desk.findings.at_value("figure", message, (*made.path, key), hint)
    made.broken = True


def _datum(made: Draft, name: str, value: Decimal, rule: NumberRule) -> Datum:
    return Datum(name, value, format_number(value, rule, made.language), rule)
