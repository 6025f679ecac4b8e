"""Checks the keys of a figure: whether its kind is known and has the keys that it needs, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.content.counting import are_single, ratio_in
from reportgen.content.field_reader import FieldReader
from reportgen.content.kinds import AUTO, KIND_KEYS, KINDS
from reportgen.content.kinds.declaration import Kind, KindError
from reportgen.content.kinds.key_groups import SERIES
from reportgen.content.statistic_builder import StatisticBuilder
from reportgen.problems import did_you_mean

_MOST_HOMES = 3
_WITH_DATA = ("x", "y", "where", "leave_out")
_OF_TEXT = ("of", "share_of", "written")
"""Keys that also serve the text of a statistic without a figure."""
_OF_TIME = ("period", "dates")
_OF_SERIES = ("low", "high", "index")


def check_kind(reader: FieldReader, made: StatisticBuilder) -> None:
    """The kind that the author asks for, and whether it has the keys that it needs."""
    _check_twice(reader, made)
    _check_time_keys(reader, made)
    if not made.asked:
        return
    made.kind = _kind_asked_for(reader, made)
    made.broken |= made.kind is None
    if made.kind is not None:
        if not made.kind.is_drawn:
            _check_series_keys(reader, made)
        check_keys(reader, made, made.kind)
        _check_needs(reader, made, made.kind)


def _kind_asked_for(reader: FieldReader, made: StatisticBuilder) -> Kind | None:
    """The kind of that name; None when there is none, or none that can be used, which has been told."""
    try:
        kind = reader.kind(made.asked)
        message, hint = f"unknown figure `{made.asked}`", ""
    except KindError as error:
        kind, message, hint = None, str(error), error.hint
    if kind is None:
        hint = hint or did_you_mean(made.asked, (*KINDS, AUTO, *reader.added_kinds()))
        reader.log.at_value("figure", message, (*made.path, "figure"), hint)
    return kind


def _check_needs(reader: FieldReader, made: StatisticBuilder, kind: Kind) -> None:
    """Whether the keys are there that the kind needs."""
    lacking = []
    if kind.needs and all(made.absent(reader, key) for key in kind.needs) and not _is_enough(made, kind):
        lacking.append(_either(kind.needs))
    if kind.values_for and not made.has_series and made.absent(reader, "series"):
        lacking.append(f"{_either(SERIES)} for {kind.values_for}")
    for keys in lacking:
        reader.log.at_value("figure", f"`figure: {kind.name}` needs the key {keys}", (*made.path, "figure"))
    made.broken |= bool(lacking)


def _either(keys: Iterable[str]) -> str:
    return " or ".join(f"`{key}`" for key in keys)


def _is_enough(made: StatisticBuilder, kind: Kind) -> bool:
    """Whether a share is given as such, in per cent, or is of a whole so small that it is counted one by one."""
    value, whole = made.data.get("value"), made.data.get("of")
    if value and kind.takes_few:
        ratio = ratio_in(value, made.language)
        given = (value.value, whole.value) if whole else ratio
        return made.gives("share_of") or (given is not None and are_single(*given))
    return kind.takes_percentage and value is not None and value.rule.unit == "%"


def _check_twice(reader: FieldReader, made: StatisticBuilder) -> None:
    """Keys that say the same."""
    for one, other in (("of", "share_of"), ("series", "data")):
        if made.gives(one) and made.gives(other):
            reader.log.at_key("figure", f"`{one}` and `{other}` say the same twice", (*made.path, one), "keep one")
    for key in _WITH_DATA:
        if made.gives(key) and made.absent(reader, "data"):
            message = f"`{key}` belongs to `data`, and this {made.what} has none"
            reader.log.at_key("figure", message, (*made.path, key), "write `data: ` and the path of a CSV file")


def _check_time_keys(reader: FieldReader, made: StatisticBuilder) -> None:
    """Keys that tell of labels and times where there are none."""
    for key in _OF_TIME:
        if made.gives(key) and not made.has_series and not made.gives("since") and not made.gives("until"):
            message = f"`{key}` says what labels are, and this {made.what} has no series"
            reader.log.at_key("figure", message, (*made.path, key), "delete the line")


def _check_series_keys(reader: FieldReader, made: StatisticBuilder) -> None:
    """Keys that tell of a series beside a number alone."""
    for key in _OF_SERIES:
        if made.gives(key) and not made.has_series:
            message = f"`{key}` belongs to a series, and this {made.what} has none"
            hint = f"delete the line, or give the {made.what} a `series` or `data`"
            reader.log.at_key("figure", message, (*made.path, key), hint)


def check_keys(reader: FieldReader, made: StatisticBuilder, kind: Kind | None) -> None:
    """Whether the keys fit the kind."""
    has = f"`figure: {made.figure}`" if made.figure else "no figure"
    if kind is None and made.has_series:
        hint = "add more values, or write the number as `value`"
        reader.log.at_key("figure", "the series has one value, and a figure needs two at least", made.series_path, hint)
        return
    for key in _placed_keys(made):
        if kind and key in kind.all_keys:
            continue
        if not kind and key in _OF_TEXT:
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
    """The keys of a statistic that only some kinds have, as the model lists them."""
    for key in type(made.shape).model_fields:
        if key in KIND_KEYS and made.gives(key) and (key not in _WITH_DATA or made.gives("data")):
            yield key


def _misplaced(made: StatisticBuilder, key: str, has: str) -> tuple[str, str]:
    homes = [f"`figure: {name}`" for name, kind in KINDS.items() if key in kind.all_keys and kind.is_drawn]
    if len(homes) <= _MOST_HOMES:
        return f"`{key}` belongs to {' or '.join(homes)}, and this {made.what} has {has}", ""
    listed = ", ".join(home.removeprefix("`figure: ").rstrip("`") for home in homes)
    return f"`{key}` does not go with {has}", f"figures that have it: {listed}"
