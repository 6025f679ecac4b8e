"""The keys of a figure: a draft in; whether its kind is known and has the keys that it needs, and no others, told."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.content.field_reader import FieldReader
from reportgen.content.kinds import AUTO, KINDS, NUMBER, PLACED, KindShape
from reportgen.content.statistic_builder import StatisticBuilder
from reportgen.problems import did_you_mean

_MOST_HOMES = 3
_WITH_DATA = ("x", "y", "where", "leave_out")
_OF_SERIES = ("written", "low", "high", "index")


def check_kind(reader: FieldReader, made: StatisticBuilder) -> None:
    """The kind that the author asks for, and whether it has the keys that it needs."""
    log, path = reader.log, (*made.path, "figure")
    _check_twice(reader, made)
    if not made.asked:
        return
    made.kind = reader.kind(made.asked)
    if made.kind is None or made.kind.fault:
        made.broken = True
        message = made.kind.fault if made.kind else f"unknown figure `{made.asked}`"
        hint = (
            "mend or update that package"
            if made.kind
            else did_you_mean(made.asked, (*KINDS, AUTO, *reader.added_kinds()))
        )
        log.at_value("figure", message, path, hint)
        made.kind = None
        return
    check_keys(reader, made, made.kind)
    needs = made.kind.needs
    if needs and all(made.absent(reader, key) for key in needs) and not _is_percentage(made):
        wanted = " or ".join(f"`{key}`" for key in needs)
        log.at_value("figure", f"`figure: {made.asked}` needs the key {wanted}", path)
        made.broken = True
    if made.kind.name == "map" and not made.has_series and made.absent(reader, "series"):
        log.at_value("figure", "`figure: map` needs the key `series` or `data` for its shades", path)
        made.broken = True


def _is_percentage(made: StatisticBuilder) -> bool:
    """Whether a share is given as such, in per cent."""
    value = made.data.get("value")
    return made.asked == "share" and value is not None and value.rule.unit == "%"


def _check_twice(reader: FieldReader, made: StatisticBuilder) -> None:
    """Keys that say the same."""
    for one, other in (("of", "share_of"), ("series", "data")):
        if made.gives(one) and made.gives(other):
            reader.log.at_key("figure", f"`{one}` and `{other}` say the same twice", (*made.path, one), "keep one")
    for key in _WITH_DATA:
        if made.gives(key) and made.absent(reader, "data"):
            message = f"`{key}` belongs to `data`, and this {made.what} has none"
            reader.log.at_key("figure", message, (*made.path, key), "write `data: ` and the path of a CSV file")
    for key in _OF_SERIES if made.asked == NUMBER and not made.has_series else ():
        if made.gives(key):
            hint = f"delete the line, or give the {made.what} a `series` or `data`"
            reader.log.at_key(
                "figure", f"`{key}` belongs to a series, and this {made.what} has none", (*made.path, key), hint
            )


def check_keys(reader: FieldReader, made: StatisticBuilder, kind: KindShape | None) -> None:
    """Whether the keys fit the kind."""
    has = f"`figure: {made.figure}`" if made.figure else "no figure"
    if kind is None and made.has_series:
        hint = "add more values, or write the number as `value`"
        reader.log.at_key("figure", "the series has one value, and a figure needs two at least", made.series_path, hint)
        return
    for key in _placed_keys(made):
        if kind and key in (*kind.needs, *kind.keys):
            continue
        if not kind and key in ("of", "share_of"):  # these also serve the text of a statistic without a figure
            continue
        message, hint = _misplaced(made, key, has)
        reader.log.at_key("figure", message, (*made.path, key), hint)
    for key in ("caption", "alt"):
        if made.gives(key) and not made.figure and not made.broken:
            message = f"`{key}` belongs to a figure, and this {made.what} has none"
            reader.log.at_key("figure", message, (*made.path, key))
    form = made.full.form if made.full else None
    if form is not None and kind and kind.forms and form not in kind.forms:
        reader.log.at_value("figure", f"unknown form `{form}`", (*made.path, "form"), did_you_mean(form, kind.forms))


def _placed_keys(made: StatisticBuilder) -> Iterator[str]:
    """The keys of a draft that only some kinds have, as the model lists them."""
    for key in type(made.shape).model_fields:
        if key in PLACED and made.gives(key) and (key not in _WITH_DATA or made.gives("data")):
            yield key


def _misplaced(made: StatisticBuilder, key: str, has: str) -> tuple[str, str]:
    homes = [f"`figure: {name}`" for name, kind in KINDS.items() if key in (*kind.needs, *kind.keys) and name != NUMBER]
    if len(homes) <= _MOST_HOMES:
        return f"`{key}` belongs to {' or '.join(homes)}, and this {made.what} has {has}", ""
    listed = ", ".join(home.removeprefix("`figure: ").rstrip("`") for home in homes)
    return f"`{key}` does not go with {has}", f"figures that have it: {listed}"
