"""What stacked bars say to who does not see them: the parts in; the finding and every value out."""

from __future__ import annotations

from reportgen.content.report import Statistic
from reportgen.figures import text_alternatives
from reportgen.figures.bars.parts_of_whole import Bar, Parts, shares
from reportgen.figures.base import Table, TextAlternative
from reportgen.text.words import Words


def one_alternative(statistic: Statistic, parts: Parts, words: Words) -> TextAlternative:
    """The largest and the smallest part and those that matter, of what total; the table has values and shares."""
    (bar,), language = parts.bars, statistic.language
    said = [point.datum.text for point in bar.points if point.datum] if parts.percent else shares(bar, language)
    label, values = text_alternatives.subject(statistic), list(bar.values)
    top, low = values.index(max(values)), values.index(min(values))
    total = bar.total.text if bar.total else ""
    if len(values) == 1:
        sentence = words.get("stacked_alt_one", label=label, value=total, name=parts.names[0])
    else:
        sentence = words.get(
            "stacked_alt",
            label=label,
            largest=parts.names[top],
            share=said[top],
            smallest=parts.names[low],
            least=said[low],
        )
        more = [f"{parts.names[index]} {said[index]}" for index in parts.emphasised if index not in (top, low)]
        sentence = "; ".join((sentence, *more))
        if not parts.percent:
            sentence = f"{sentence}, {words.get('stacked_alt_total', total=total)}"
    return TextAlternative(statistic.alt or sentence, _one_table(bar, parts, said, words))


def _one_table(bar: Bar, parts: Parts, said: tuple[str, ...] | list[str], words: Words) -> Table:
    texts = [point.datum.text for point in bar.points if point.datum]
    if parts.percent:
        return ((words["table_part"], words["table_value"]), *zip(parts.names, texts, strict=True))
    header = (words["table_part"], words["table_value"], words["table_share"])
    total = (words["table_total"], bar.total.text if bar.total else "", "")
    return (header, *zip(parts.names, texts, said, strict=True), total)


def many_alternative(statistic: Statistic, parts: Parts, words: Words) -> TextAlternative:
    """In which bar the part that matters, else the first, is greatest and least; the table has all parts and totals."""
    index = parts.emphasised[0] if parts.emphasised else 0
    known = [(bar.points[index].datum, bar.name) for bar in parts.bars]
    data = [(datum, name) for datum, name in known if datum]
    label, part = text_alternatives.subject(statistic), parts.names[index]
    (most, top), (least, bottom) = max(data, key=lambda e: e[0].value), min(data, key=lambda e: e[0].value)
    if most.text == least.text:
        sentence = words.get("stacked_alt_same", label=label, part=part, most=most.text)
    else:
        sentence = words.get(
            "stacked_alt_many", label=label, part=part, least=least.text, bottom=bottom, most=most.text, top=top
        )
    header = (words["table_what"], *parts.names, *(() if parts.percent else (words["table_total"],)))
    rows = []
    for bar in parts.bars:
        cells = [point.datum.text if point.datum else words[point.gap] for point in bar.points]
        total = () if parts.percent else (bar.total.text if bar.total else words["not_available"],)
        rows.append((bar.name, *cells, *total))
    return TextAlternative(statistic.alt or sentence, (header, *rows))
