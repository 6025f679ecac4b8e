"""What a shaded map says to who does not see it: its statistic and areas in; the finding and every value out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.content.report import Datum, Statistic
from reportgen.figures import text_alternatives
from reportgen.figures.base import TextAlternative
from reportgen.figures.drawing.scales import printed
from reportgen.figures.maps.regions import Region, Regions
from reportgen.text.locale import NumberRule, format_list, format_number
from reportgen.text.words import Words

_MOST_NAMES = 3
"""How many areas are named that share an extreme value or have none; more are counted."""


def map_alternative(statistic: Statistic, regions: Regions, words: Words) -> TextAlternative:
    """Where it is most and least, what is emphasised, what is missing; the table has every area."""
    known = [(region, region.datum) for region in regions.areas if region.datum]
    values = [printed(datum) for _, datum in known]
    subject, count = text_alternatives.subject(statistic), _number(len(regions.areas), statistic)
    top, bottom = _at(known, max(values)), _at(known, min(values))
    if len(set(values)) == 1:
        sentence = words.get("map_alt_same", label=subject, count=count, value=known[0][1].text)
    else:
        names = {"top": _names(top, statistic, words), "bottom": _names(bottom, statistic, words)}
        sentence = words.get(
            "map_alt", label=subject, count=count, most=_text(known, top), least=_text(known, bottom), **names
        )
        said = {*top, *bottom}
        more = [f"{r.name} {d.text}" for r, d in known if r.name in statistic.emphasised and r.name not in said]
        sentence = "; ".join((sentence, *more))
    rows = tuple((r.name, r.datum or words[r.gap]) for r in regions.areas)
    table = ((words["table_area"], words["table_value"]), *rows)
    return TextAlternative(statistic.alt or "; ".join((sentence, *_rest(statistic, regions, words))), table)


def _rest(statistic: Statistic, regions: Regions, words: Words) -> list[str]:
    """What has no value, and the points that are marked."""
    result = []
    for gap in dict.fromkeys(region.gap for region in regions.areas if region.datum is None):
        names = [region.name for region in regions.areas if region.datum is None and region.gap == gap]
        result.append(words.get("map_alt_gaps", gap=words[gap], areas=_names(names, statistic, words)))
    if regions.spots:
        names = [name for name, _ in regions.spots]
        result.append(words.get("map_alt_spots", names=format_list(names, statistic.language)))
    return result


def _at(known: Sequence[tuple[Region, Datum]], value: object) -> list[str]:
    return [region.name for region, datum in known if printed(datum) == value]


def _text(known: Sequence[tuple[Region, Datum]], names: Sequence[str]) -> str:
    return next(datum.text for region, datum in known if region.name == names[0])


def _names(names: Sequence[str], statistic: Statistic, words: Words) -> str:
    if len(names) <= _MOST_NAMES:
        return format_list(names, statistic.language)
    return words.get("map_alt_many", count=_number(len(names), statistic))


def _number(count: int, statistic: Statistic) -> str:
    return format_number(Decimal(count), NumberRule(), statistic.language)
