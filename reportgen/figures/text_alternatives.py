"""What a figure says to who does not see it: a sentence and a data table."""

from __future__ import annotations

from dataclasses import replace

from reportgen.content.periods.period_words import at_time
from reportgen.content.report import Datum, PlaceBlock, Statistic
from reportgen.figures.base import DataRow, TextAlternative
from reportgen.figures.sentences import as_sentence, counted, sentence_case
from reportgen.text.locale import format_list
from reportgen.text.spans import plain
from reportgen.text.units import POINTS, in_per_cent
from reportgen.text.words import Words, percentage_points

_LONGEST = 250
"""As long may an alternative text be that names the areas of a map, in characters; else it says that they are there."""


def subject(statistic: Statistic) -> str:
    """The label as the beginning of a sentence, without its full stop."""
    return sentence_case(plain(statistic.label).rstrip(".").strip())


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
    return TextAlternative(statistic.alt or as_sentence(sentence), rows)


def share_alternative(statistic: Statistic, words: Words) -> TextAlternative:
    """The part, its share and the whole; how it is shown is said by `shown_as` and `with_dots`."""
    share, whole = statistic.data["share"], statistic.data.get("whole")
    part, sentence = statistic.data.get("counted", statistic.datum), ""
    if whole:
        row = "share_alt_of" if part.text == share.text else "share_alt"
        sentence = words.get(row, value=part.text, share=share.text, whole=whole.text)
    rows = [(words["table_share"], share)]
    if part.text != share.text:
        rows.insert(0, (words["table_part"], part))
    if whole:
        rows.append((sentence_case(statistic.whole_label) or words["table_whole"], whole))
    return TextAlternative(statistic.alt or sentence, (_header("table_what", words), *rows))


def shown_as(alternative: TextAlternative, form: str, share: Datum, words: Words) -> TextAlternative:
    """The alternative of a share with its `form`: "bar", "ring", or "field" of more dots than can be counted."""
    whole = f"{alternative.sentence}, {words[f'share_alt_{form}']}" if alternative.sentence else ""
    sentence = whole or words.get(f"share_alone_{form}", share=share.text)
    return replace(alternative, sentence=as_sentence(sentence))


def with_dots(alternative: TextAlternative, filled: int, dots: int, words: Words, language: str) -> TextAlternative:
    """The alternative of a share with how many dots of the field are filled."""
    counts = {name: counted(count, language) for name, count in (("marked", filled), ("dots", dots))}
    whole = f"{alternative.sentence}, {words.get('share_alt_dots', **counts)}" if alternative.sentence else ""
    sentence = whole or words.get("share_alone_dot" if filled == 1 else "share_alone_dots", **counts)
    return replace(alternative, sentence=as_sentence(sentence))


def count_alternative(statistic: Statistic, words: Words) -> TextAlternative:
    """The number, the whole that it is of where there is one, and what one icon stands for."""
    each, whole = statistic.data["each"], statistic.data.get("whole")
    number = statistic.data.get("counted", statistic.datum)
    blanks = {"value": number.text, "each": each.text}
    sentence = words.get("count_alt_of", whole=whole.text, **blanks) if whole else words.get("count_alt", **blanks)
    rows = [(words["table_number"], number), (words["table_each"], each)]
    if whole:
        rows.insert(1, (sentence_case(statistic.whole_label) or words["table_whole"], whole))
    return TextAlternative(statistic.alt or as_sentence(sentence), (_header("table_what", words), *rows))


def amount_alternative(
    amount: Datum, label: str, words: Words, whole: Datum | None = None, alt: str = ""
) -> TextAlternative:
    """The amount, and the whole that it is out of where there is one."""
    rows = [(words["table_part"] if whole else label, amount)]
    sentence = words.get("amount_alt", value=amount.text)
    if whole:
        rows.append((words["table_whole"], whole))
        sentence = words.get("amount_alt_of", value=amount.text, whole=whole.text)
    return TextAlternative(alt or as_sentence(sentence), (_header("table_what", words), *rows))


def place_alternative(place: PlaceBlock, words: Words) -> TextAlternative:
    """What the map shows; the table has the numbers on it."""
    areas = place.boundary.data if place.boundary else ()
    names = [area.name for area in areas if area.name]
    named = words.get("place_alt_named", name=place.name, areas=format_list(sorted(names), place.language))
    if len(areas) < 2:
        sentence = words.get("place_alt_one", name=place.name)
    elif len(names) == len(areas) and len(named) <= _LONGEST:
        sentence = named
    else:
        sentence = words.get("place_alt", name=place.name)
    if place.locator:
        sentence = f"{sentence}, {words['place_alt_locator']}"
    rows = tuple((plain(statistic.label), statistic.datum) for statistic in place.statistics)
    table: tuple[DataRow, ...] = (_header("table_what", words), *rows) if rows else ()
    return TextAlternative(place.alt or as_sentence(sentence), table, listed=True)


def _header(first: str, words: Words) -> tuple[str, str]:
    return words[first], words["table_value"]


def _unsigned(datum: Datum) -> str:
    return datum.size
