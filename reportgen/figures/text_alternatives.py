"""What a figure says to who does not see it: a sentence and a data table."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.content.periods.period_words import at_time
from reportgen.content.report import Datum, PlaceBlock, Statistic
from reportgen.figures.base import DataRow, TextAlternative
from reportgen.text.locale import NumberRule, format_list, format_number
from reportgen.text.spans import plain
from reportgen.text.units import POINTS, in_per_cent
from reportgen.text.words import Words, percentage_points

_MOST_NAMES = 24
"""How many areas a map's alternative text names; of more it says only that they are there."""


def subject(statistic: Statistic) -> str:
    """The label as the beginning of a sentence, without its full stop."""
    return sentence_case(plain(statistic.label).rstrip(".").strip())


def sentence_case(text: str) -> str:
    """A text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def counted(count: int, language: str) -> str:
    """How many there are of something."""
    return format_number(Decimal(count), NumberRule(), language)


def signed(datum: Datum) -> str:
    """A number with its sign, plus as well as minus."""
    is_printed = datum.value > 0 and any(digit in datum.text for digit in "123456789")
    return f"+{datum.text}" if is_printed and not (datum.rule.plus or datum.rule.said) else datum.text


def moved(statistic: Statistic) -> Datum:
    """The change as a reader wants it: in per cent, but of percentages in percentage points, of degrees in degrees."""
    return statistic.data["change_percent" if in_per_cent(statistic.data["change"].rule.unit) else "change"]


def unit_of(datum: Datum, language: str) -> str:
    """The words in which a number of percentage points ends; "" of every other number."""
    if datum.rule.unit != POINTS:
        return ""
    endings = (word for word in (*percentage_points(language).values(), POINTS) if datum.text.endswith(word))
    return max(endings, key=len, default="")


def value_head(statistic: Statistic, words: Words) -> str:
    """The name of the only column of values; that of numbers without a unit is the title, which says what they are."""
    known = next((point.datum for point in statistic.series if point.datum), statistic.datum)
    has_unit = known.rule.prefix or known.rule.unit
    return words["table_value"] if has_unit or not statistic.title else plain(statistic.title)


def change_alternative(statistic: Statistic, words: Words) -> TextAlternative:
    """From what to what, and by how much."""
    data, since, until = statistic.data, statistic.since or words["earlier"], statistic.until or words["now"]
    change, shown = data["change"], moved(statistic)
    size = _unsigned(change) if shown is change else f"{_unsigned(change)} ({_unsigned(shown)})"
    direction = "up" if change.value > 0 else "down" if change.value < 0 else "flat"
    sentence = words.get(
        f"change_alt_{direction}",
        label=subject(statistic),
        value=statistic.datum.text,
        at=at_time(statistic.until, words) if statistic.until else words["at_present"],
        change=size,
        before=data["before"].text,
        when=at_time(statistic.since, words) if statistic.since else words["earlier"],
    )
    then: DataRow = (since, data["before"])
    now: DataRow = (until, statistic.datum)
    is_said = _unsigned(change) in plain(statistic.label)  # else the sentence alone would say it
    said = {signed(each): each for each in ((shown,) if is_said else (shown, change))}
    heads = [words["table_change"]] if len(said) == 1 else [words["table_change_percent"], words["table_change"]]
    changes = ((head, replace(each, text=text)) for head, (text, each) in zip(heads, said.items(), strict=True))
    rows = (_header("table_when", words), then, now, *changes)
    return TextAlternative(statistic.alt or sentence, rows)


def share_alternative(statistic: Statistic, words: Words) -> TextAlternative:
    """The part, its share and the whole."""
    share, whole = statistic.data["share"], statistic.data.get("whole")
    named = " ".join(part for part in (whole.text if whole else "", statistic.whole_label) if part)
    label, value = subject(statistic), statistic.datum.text
    sentence = words.get("share_alt", label=label, value=value, percent=share.text, whole=named or "100%")
    rows = [(words["table_share"], share)]
    if statistic.datum.text != share.text:
        rows.insert(0, (words["table_part"], statistic.datum))
    if whole:
        rows.append((sentence_case(statistic.whole_label) or words["table_whole"], whole))
    return TextAlternative(statistic.alt or sentence, (_header("table_what", words), *rows))


def with_dots(alternative: TextAlternative, filled: int, dots: int, words: Words, language: str) -> TextAlternative:
    """The same, and how many dots of the field are filled."""
    marked, whole = (counted(count, language) for count in (filled, dots))
    return TextAlternative(
        f"{alternative.sentence}, {words.get('share_alt_dots', marked=marked, dots=whole)}", alternative.rows
    )


def count_alternative(statistic: Statistic, words: Words) -> TextAlternative:
    """The number, the whole that it is of where there is one, and what one icon stands for."""
    label, each, whole = subject(statistic), statistic.data["each"], statistic.data.get("whole")
    sentence = words.get("count_alt", label=label, value=counted_of(statistic, words), each=each.text)
    rows = [(words["table_number"], statistic.datum), (words["table_each"], each)]
    if whole:
        rows.insert(1, (statistic.whole_label or words["table_whole"], whole))
    return TextAlternative(statistic.alt or sentence, (_header("table_what", words), *rows))


def counted_of(statistic: Statistic, words: Words) -> str:
    """The number, and the whole that it is of where there is one and it does not say so itself: "4 of 5"."""
    value, whole = statistic.datum.text, statistic.data.get("whole")
    if whole is None or "counted" in statistic.data:
        return value
    return words.get("part_of", value=value, whole=" ".join(filter(None, (whole.text, statistic.whole_label))))


def amount_alternative(
    amount: Datum, label: str, words: Words, whole: Datum | None = None, alt: str = ""
) -> TextAlternative:
    """The amount, and the whole that it is out of where there is one."""
    rows = [(words["table_part"] if whole else label, amount)]
    sentence = words.get("amount_alt", label=label, value=amount.text)
    if whole:
        rows.append((words["table_whole"], whole))
        sentence = words.get("amount_alt_of", label=label, value=amount.text, whole=whole.text)
    return TextAlternative(alt or sentence, (_header("table_what", words), *rows))


def place_alternative(place: PlaceBlock, words: Words) -> TextAlternative:
    """What the map shows; the table has the numbers on it."""
    areas = place.boundary.data if place.boundary else ()
    names = [area.name for area in areas if area.name]
    if len(areas) < 2:
        sentence = words.get("place_alt_one", name=place.name)
    elif len(names) == len(areas) <= _MOST_NAMES:
        sentence = words.get("place_alt_named", name=place.name, areas=format_list(sorted(names), place.language))
    else:
        sentence = words.get("place_alt", name=place.name)
    if place.locator:
        sentence = f"{sentence}, {words['place_alt_locator']}"
    rows = tuple((plain(statistic.label), statistic.datum) for statistic in place.statistics)
    return TextAlternative(place.alt or sentence, (_header("table_what", words), *rows) if rows else (), listed=True)


def _header(first: str, words: Words) -> tuple[str, str]:
    return words[first], words["table_value"]


def _unsigned(datum: Datum) -> str:
    return datum.size
