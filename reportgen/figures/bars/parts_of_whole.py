"""The parts of a whole: checked to be one, with their inks, shares and totals, and what is said of them in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.brand.model import Roles
from reportgen.colour.inks import Ink
from reportgen.content.report import Datum, Point, Statistic
from reportgen.content.whole_and_parts import shares_of, total_of
from reportgen.figures import text_alternatives
from reportgen.figures.base import DataRow, FigureError, TextAlternative
from reportgen.figures.drawing.scales import printed
from reportgen.figures.sentences import as_sentence, emphasised, is_residue, named, over_time, told
from reportgen.text.locale import format_list, format_percent
from reportgen.text.words import Words


@dataclass(frozen=True)
class Bar:
    """A whole: its name, its parts, each with a value, and what they come to."""

    name: str
    data: tuple[Datum, ...]
    total: Datum

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The values of the parts."""
        return tuple(datum.value for datum in self.data)


@dataclass(frozen=True)
class Parts:
    """Bars of the same parts; `names` are those of the parts and `emphasised` the indices of those that matter."""

    names: tuple[str, ...]
    bars: tuple[Bar, ...]
    emphasised: tuple[int, ...]
    percent: bool
    """Whether the values are per cent already, so that every total is 100."""

    @property
    def greatest(self) -> Decimal:
        """The greatest total, which the longest bar stands for."""
        return max(bar.total.value for bar in self.bars)

    def inks(self, roles: Roles) -> tuple[Ink, ...]:
        """An ink for each part: four that tell categories apart, or quiet shades beside the emphasised part."""
        if not self.emphasised:
            return (roles.series_1, roles.series_2, roles.series_3, roles.series_4)[: len(self.names)]
        quiet = iter((roles.step_2, roles.step_1, roles.step_3, roles.not_available))
        return tuple(
            roles.mark_emphasised if index in self.emphasised else next(quiet) for index in range(len(self.names))
        )


def parts_of(statistic: Statistic) -> Parts:
    """One series is one bar and its points are the parts; several series are the parts, and their labels the bars.

    Raises FigureError for parts that are all nothing, and for per cents that are not 100 together.
    """
    sets = statistic.sets
    if len(sets) == 1:
        names = tuple(point.label for point in sets[0].points)
        rows = [("", sets[0].points)]
    else:
        names = tuple(series.name for series in sets)
        rows = [(points[0].label, points) for points in zip(*(series.points for series in sets), strict=True)]
    bars = tuple(_bar(name, points, statistic.language) for name, points in rows)
    if not any(bar.total.value for bar in bars):
        raise FigureError("parts that are all nothing make no bar", "leave the figure out")
    percent = all(datum.rule.unit == "%" for bar in bars for datum in bar.data)
    for bar in bars if percent else ():
        _check_hundred(bar)
    emphasised = tuple(index for index, name in enumerate(names) if name in statistic.emphasised)
    return Parts(names, bars, emphasised, percent)


def shares(bar: Bar, language: str) -> tuple[Datum, ...]:
    """The share of each part in the whole."""
    return shares_of(bar.values, language)


def one_alternative(statistic: Statistic, parts: Parts, words: Words) -> TextAlternative:
    """The largest and the smallest part and those that matter, of what total; the table has values and shares."""
    (bar,), language = parts.bars, statistic.language
    said = [datum.text for datum in (bar.data if parts.percent else shares(bar, language))]
    values = [(value, name, text) for value, name, text in zip(bar.values, parts.names, said, strict=True)]
    own = [each for each in values if not is_residue(each[1], statistic)]
    if len(values) == 1:
        sentences = [words.get("stacked_alt_one", value=bar.total.text, name=parts.names[0])]
    elif len(own) < 2 or len(values) == 2 or len({text for _, _, text in own}) == 1:
        each = format_list([named(text, name) for _, name, text in values], language)
        sentences = [words.get("values_alt_two", values=each)]
    else:
        (_, top, most), (_, low, least) = (pick(own, key=lambda part: part[0]) for pick in (max, min))
        sentences = [words.get("stacked_alt", most=named(most, top), least=named(least, low))]
        entries = ((name, named(text, name)) for _, name, text in values if name not in (top, low))
        sentences += emphasised(statistic, entries, words)
    if not parts.percent and len(values) > 1:
        sentences.append(words.get("stacked_alt_total", total=bar.total.text))
    return TextAlternative(statistic.alt or told(sentences), _one_table(statistic, bar, parts, words))


def _one_table(statistic: Statistic, bar: Bar, parts: Parts, words: Words) -> tuple[DataRow, ...]:
    first = statistic.rows or words["table_part"]
    if parts.percent:
        return ((first, words["table_value"]), *zip(parts.names, bar.data, strict=True))
    header = (first, text_alternatives.value_head(statistic, words), words["table_share"])
    total = (words["table_total"], bar.total, format_percent(Decimal(100), 0, statistic.language))
    return (header, *zip(parts.names, bar.data, shares(bar, statistic.language), strict=True), total)


def many_alternative(statistic: Statistic, parts: Parts, words: Words) -> TextAlternative:
    """In which bar the part that matters, else the first, is greatest and least; of periods, how each part moved. The
    table has all parts and totals."""
    sentence = _moved(parts, words, statistic.language) if over_time(statistic.series) else _ranged(parts, words)
    header = (statistic.rows or words["table_name"], *parts.names, *(() if parts.percent else (words["table_total"],)))
    rows = [(bar.name, *bar.data, *(() if parts.percent else (bar.total,))) for bar in parts.bars]
    return TextAlternative(statistic.alt or as_sentence(sentence), (header, *rows))


def _moved(parts: Parts, words: Words, language: str) -> str:
    first, *_, last = parts.bars
    each = [
        words.get("lines_alt_each", name=name, first=first.data[at].text, last=last.data[at].text)
        for at, name in enumerate(parts.names)
    ]
    return words.get("stacked_alt_time", start=first.name, end=last.name, each=format_list(each, language))


def _ranged(parts: Parts, words: Words) -> str:
    index = parts.emphasised[0] if parts.emphasised else 0
    data, part = [(bar.data[index], bar.name) for bar in parts.bars], parts.names[index]
    (most, top), (least, bottom) = max(data, key=lambda e: e[0].value), min(data, key=lambda e: e[0].value)
    if most.text == least.text:
        return words.get("stacked_alt_same", part=part, most=most.text)
    return words.get("stacked_alt_many", part=part, most=named(most.text, top), least=named(least.text, bottom))


def _check_hundred(bar: Bar) -> None:
    """That per cents come to 100, but for their rounding: half of the last digit of each."""
    slack = sum((Decimal(1).scaleb(-datum.rule.decimals) for datum in bar.data), Decimal(0)) / 2
    if abs(sum(map(printed, bar.data), Decimal(0)) - 100) > slack:
        of = f" of `{bar.name}`" if bar.name else ""
        message = f"the parts{of} come to {bar.total.text}, not to 100 per cent"
        raise FigureError(message, "give the rest as a part, or use `figure: bars`")


def _bar(name: str, points: Sequence[Point], language: str) -> Bar:
    data = tuple(point.datum for point in points if point.datum)
    return Bar(name, data, total_of(data, language))
