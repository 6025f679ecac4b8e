"""Worked-out numbers: what a statistic states, in; all that arithmetic on it gives, each with its one rule, out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from reportgen.content.desk import Desk
from reportgen.content.model import FullStatistic, PlainStatistic
from reportgen.content.report import Datum, Point
from reportgen.problems import did_you_mean
from reportgen.reading.tree import Path
from reportgen.text.locale import MOST_DECIMALS, NumberRule, format_number
from reportgen.text.words import has_words, words

FIGURES = ("change", "share", "count", "amount", "line")
MOST_MARKS = 200
FEWEST_POINTS = 2

_NEEDS = {"change": ("change",), "share": ("share_of", "of"), "count": ("each",), "line": ("series",)}
_BELONGS = {
    "each": ("count",),
    "symbol": ("count",),
    "series": ("line",),
    "of": ("share", "amount"),
    "share_of": ("share", "amount"),
}
_BARE = ("of", "share_of")  # these also serve a statistic without a figure: its text may name the share


@dataclass
class Draft:
    """A statistic whose numbers are being worked out."""

    shape: PlainStatistic | FullStatistic
    path: Path
    language: str
    data: dict[str, Datum] = field(default_factory=dict)
    points: tuple[Point, ...] = ()

    @property
    def full(self) -> FullStatistic | None:
        return self.shape if isinstance(self.shape, FullStatistic) else None

    @property
    def figure(self) -> str:
        return (self.full.figure if self.full else None) or ""


def draft(desk: Desk, shape: PlainStatistic | FullStatistic, path: Path, language: str) -> Draft:
    """A statistic with the numbers that it states itself."""
    made = Draft(shape, path, language)
    if made.full:
        _check_keys(desk, made, made.full)
        made.points = _points(desk, made, made.full)
    for key in ("value", "change", "each", "of"):
        datum = desk.number((*path, key), getattr(shape, key, None), language)
        if datum:
            made.data[key] = datum
    _value_of_line(desk, made)
    return made


def work_out(desk: Desk, made: Draft, whole: Datum | None) -> None:
    """Add what follows from the numbers; `whole` is what `share_of` names."""
    whole = whole or made.data.pop("of", None)
    value = made.data.get("value")
    if value is None:
        return
    if made.figure and made.figure != "line" and value.value < 0:
        _wrong(desk, made, "value", f"{value.text} is less than nothing, and `figure: {made.figure}` begins at zero")
        return
    if "change" in made.data:
        _work_out_change(desk, made, value, made.data["change"])
    if whole:
        _work_out_share(desk, made, value, whole)
    if "each" in made.data:
        _work_out_marks(desk, made, value, made.data["each"])


def _check_keys(desk: Desk, made: Draft, shape: FullStatistic) -> None:
    """Whether the keys fit the figure, and the figure has the keys that it needs."""
    figure, findings = made.figure, desk.findings
    if figure and figure not in FIGURES:
        findings.at_value("figure", f"unknown figure `{figure}`", (*made.path, "figure"), did_you_mean(figure, FIGURES))
        return
    for key, figures in _BELONGS.items():
        if getattr(shape, key) is not None and figure not in figures and not (not figure and key in _BARE):
            homes = " or ".join(f"`figure: {each}`" for each in figures)
            has = f"`figure: {figure}`" if figure else "no figure"
            findings.at_key("figure", f"`{key}` belongs to {homes}, and this statistic has {has}", (*made.path, key))
    for key in ("caption", "alt"):
        if getattr(shape, key) is not None and not figure:
            findings.at_key("figure", f"`{key}` belongs to a figure, and this statistic has none", (*made.path, key))
    if shape.of is not None and shape.share_of is not None:
        findings.at_key("figure", "`of` and `share_of` say the same twice", (*made.path, "of"), "keep one")
    needs = _NEEDS.get(figure, ())
    if needs and all(_absent(desk, made, key) for key in needs):
        wanted = " or ".join(f"`{key}`" for key in needs)
        findings.at_value("figure", f"`figure: {figure}` needs the key {wanted}", (*made.path, "figure"))


def _absent(desk: Desk, made: Draft, key: str) -> bool:
    return getattr(made.shape, key) is None and not desk.findings.is_hollow((*made.path, key))


def _points(desk: Desk, made: Draft, shape: FullStatistic) -> tuple[Point, ...]:
    path = (*made.path, "series")
    if shape.series is None:
        return ()
    gaps = {"-", "\N{EN DASH}", "not available"}
    if has_words(made.language):
        gaps.add(words(made.language)["not_available"])
    points, broken = [], False
    for label, written in shape.series.items():
        gap = isinstance(written, str) and written.strip().lower() in gaps
        datum = None if gap else desk.number((*path, label), written, made.language)
        points.append(Point(label, datum))
        broken |= datum is None and not gap
    _check_order(desk, path, list(shape.series))
    if not broken and sum(point.datum is not None for point in points) < FEWEST_POINTS:
        desk.findings.at_key("figure", "a line needs two points at least", path, "add more, or leave the figure out")
    return () if broken else tuple(points)


def _check_order(desk: Desk, path: Path, labels: list[str]) -> None:
    """Years that do not rise would be drawn backwards; other labels stand as they are written."""
    years = [re.match(r"[12]\d{3}(?!\d)", label) for label in labels]
    if not all(years):
        return
    for before, after in pairwise(labels):
        if before[:4] > after[:4]:
            message = f"`{after}` stands after `{before}`, and time runs forwards"
            desk.findings.at_key("figure", message, (*path, after), "put the points in order, the first year first")


def _value_of_line(desk: Desk, made: Draft) -> None:
    """A line's value is its last point unless it is given; a statistic of another kind must give it."""
    known = [point.datum for point in made.points if point.datum]
    if known:
        made.data["first"] = replace(known[0], name="first")
        made.data["last"] = replace(known[-1], name="last")
    if made.shape.value is not None or desk.findings.is_hollow((*made.path, "value")):
        given = made.data.get("value")
        if known and given and given.value != known[-1].value:
            message = f"`value` is {given.text}, and the last point of `series` is {known[-1].text}"
            desk.findings.at_value("figure", message, (*made.path, "value"), "leave `value` out or let them agree")
        return
    if known:
        made.data["value"] = replace(known[-1], name="value")
    elif made.figure != "line" and not desk.findings.is_hollow(made.path):
        desk.findings.missing_key(made.path, "value")


def _work_out_change(desk: Desk, made: Draft, value: Datum, change: Datum) -> None:
    if _unlike(value.rule, change.rule):
        _wrong(desk, made, "change", f"`value` is {value.text} and `change` is {change.text}: two kinds of number")
        return
    before = value.value - change.value
    if before < 0 <= value.value:
        message = f"`change` ({change.text}) is larger than `value` ({value.text}), so it was less than nothing before"
        _wrong(desk, made, "change", message)
        return
    made.data["before"] = _datum(made, "before", before, _exact(value.rule, before))
    if before == 0:
        if made.figure == "change":
            message = f"`change` is all of `value` ({value.text}), so there is nothing to compare it with"
            _wrong(desk, made, "change", message, "use another figure")
        return
    percent = change.value / abs(before) * 100
    made.data["change_percent"] = _datum(made, "change_percent", percent, _percent_rule(percent))


def _work_out_share(desk: Desk, made: Draft, value: Datum, whole: Datum) -> None:
    key = "of" if made.full and made.full.of is not None else "share_of"
    if _unlike(value.rule, whole.rule):
        _wrong(desk, made, key, f"{value.text} cannot be a share of {whole.text}: two kinds of number")
        return
    if whole.value <= 0:
        _wrong(desk, made, key, f"nothing can be a share of {whole.text}")
        return
    share = value.value / whole.value * 100
    if share > 100:
        _wrong(desk, made, key, f"{value.text} is more than the whole, {whole.text}; a share is at most 100%")
        return
    made.data["whole"] = replace(whole, name="whole")
    made.data["share"] = _datum(made, "share", share, _percent_rule(share))
    if 0 < share <= 50 and has_words(made.language):
        count = (whole.value / value.value).quantize(Decimal(1), ROUND_HALF_UP)
        made.data["one_in"] = _datum(made, "one_in", count, NumberRule(wording="one_in"))


def _work_out_marks(desk: Desk, made: Draft, value: Datum, each: Datum) -> None:
    if each.value <= 0:
        _wrong(desk, made, "each", f"a figure cannot stand for {each.text}", "write a round number above zero")
        return
    if _unlike(value.rule, each.rule):
        _wrong(desk, made, "each", f"`value` is {value.text} and `each` is {each.text}: two kinds of number")
        return
    marks = value.value / each.value
    if marks > MOST_MARKS:
        message = f"{value.text} at {each.text} each makes {marks:,.0f} figures; {MOST_MARKS} are the most"
        _wrong(desk, made, "each", message, "let each stand for more")
        return
    made.data["marks"] = _datum(made, "marks", marks, _exact(NumberRule(), marks, most=2))


def _wrong(desk: Desk, made: Draft, key: str, message: str, hint: str = "") -> None:
    desk.findings.at_value("figure", message, (*made.path, key), hint)


def _datum(made: Draft, name: str, value: Decimal, rule: NumberRule) -> Datum:
    return Datum(name, value, format_number(value, rule, made.language), rule)


def _unlike(first: NumberRule, second: NumberRule) -> bool:
    return (first.prefix, first.unit) != (second.prefix, second.unit)


def _exact(rule: NumberRule, value: Decimal, most: int = MOST_DECIMALS) -> NumberRule:
    """The rule with as many decimals as the value needs."""
    exponent = value.scaleb(-rule.scale).normalize().as_tuple().exponent
    needed = -exponent if isinstance(exponent, int) else 0
    return replace(rule, decimals=min(most, max(rule.decimals, needed)))


def _percent_rule(percent: Decimal) -> NumberRule:
    """Two significant figures, whole per cents at least; but what is not all of it never reads 100%."""
    size = abs(percent)
    decimals = next((places for places, least in enumerate((10, 1)) if size >= least), 2) if size else 0
    if size < 100 and size.quantize(Decimal(1), ROUND_HALF_UP) == 100:
        decimals = 1
    return NumberRule(unit="%", decimals=decimals)
