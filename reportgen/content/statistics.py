"""Statistics and titled figures: their numbers, names, words and sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from reportgen.content.charts import WIDTHS, builder, settle
from reportgen.content.derived_values import work_out
from reportgen.content.field_reader import FieldReader
from reportgen.content.figure_guides import allowed_of, breaks_of, guides_of
from reportgen.content.figure_words import alternative_of, caption_of, check_seen, first_clause, sentences
from reportgen.content.markup import families_said
from reportgen.content.named_values import CHANGES, NamedValue, NamedValues
from reportgen.content.report import Datum, Statistic
from reportgen.content.samples import write_by_sample
from reportgen.content.schema import Charted, FigureShape, PlainStatistic, ReportShape
from reportgen.content.schema_parts import text_of
from reportgen.content.statistic_builder import StatisticBuilder
from reportgen.content.summaries import NAMES, TEXTS
from reportgen.content.whole_and_parts import rounding_note
from reportgen.problems import did_you_mean
from reportgen.reading.located_tree import Path, spell
from reportgen.text.spans import Rich, plain
from reportgen.text.words import has_words, words

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\Z")
_NAME_HINT = "write a letter and then letters, digits, `_` or `-`"


@dataclass(slots=True)
class StatisticNumbers:
    """The statistics of a report before they have all their words: their numbers and their labels."""

    builders: list[StatisticBuilder]
    labels: Mapping[Path, Rich]


def read_numbers(reader: FieldReader, shape: ReportShape, language: str) -> StatisticNumbers:
    """All statistics with their numbers; whatever `{name}` may stand for is then known to the reader."""
    builders = [  # each made once: a formula may need one before its turn
        (each.id, cache(partial(builder, reader, each, path, inner)))
        for path, each, inner in _shapes(reader, shape, language)
    ]
    for name, make in reversed(builders):  # of two with one id the first counts
        if name:
            reader.names.promised[name] = partial(_promised, make)
    if shape.values:
        _name_values(reader, reader.workbook().values())
    found = _worked_out(reader, [make() for _, make in builders])
    if shape.data:
        reader.workbook().tell_unused()
    _name_numbers(reader, shape, found)
    return StatisticNumbers(found, {each.path: _label(reader, each) for each in found})


def _promised(make: Callable[[], StatisticBuilder]) -> NamedValue | None:
    """What the id of a statistic stands for in a formula."""
    made = make()
    datum = made.data.get("value")
    return NamedValue(datum, made.language) if datum else None


def _label(reader: FieldReader, each: StatisticBuilder) -> Rich:
    key = "title" if each.titled else "label"
    return reader.line((*each.path, key), getattr(each.shape, key), each.language, _local(each))


def _worked_out(reader: FieldReader, builders: list[StatisticBuilder]) -> list[StatisticBuilder]:
    """The builders with all that follows from their own numbers and from those of others."""
    by_id = _by_id(reader, builders)
    for each in builders:
        whole = _whole(reader, each, by_id)
        work_out(reader, each, whole.data.get("value") if whole else None)
        settle(reader, each)
        write_by_sample(reader, each)
    return builders


def _shapes(
    reader: FieldReader, shape: ReportShape, language: str
) -> Iterator[tuple[Path, PlainStatistic | Charted, str]]:
    """Every statistic with its path and its language."""
    place, found = shape.place, list[tuple[Path, Sequence[PlainStatistic | Charted], str]]()
    if place:
        inner = reader.language(("place", "language"), place.language, language)
        found.append((("place", "statistics"), place.statistics, inner))
    found += [(("statistics",), shape.statistics, language), (("figures",), shape.figures, language)]
    for under, shapes, inherited in found:
        for index, each in enumerate(shapes):
            path = (*under, index)
            yield path, each, reader.language((*path, "language"), each.language, inherited)


def _by_id(reader: FieldReader, builders: list[StatisticBuilder]) -> dict[str, StatisticBuilder]:
    found: dict[str, StatisticBuilder] = {}
    for each in builders:
        name, path = each.shape.id, (*each.path, "id")
        if name is None or reader.log.is_stand_in(path):
            continue
        if not _NAME.match(name):
            reader.log.at_value("id", f"`{name}` cannot be an id", path, _NAME_HINT)
        elif name in found:
            message = f"two {each.what}s have the id `{name}`"
            reader.log.at_value("id", message, path, f"the other is `{spell(found[name].path)}`")
        else:
            found[name] = each
    return found


def _whole(
    reader: FieldReader, each: StatisticBuilder, by_id: Mapping[str, StatisticBuilder]
) -> StatisticBuilder | None:
    """The statistic that `share_of` names."""
    name = each.full.share_of if each.full else None
    path = (*each.path, "share_of")
    if name is None or reader.log.is_stand_in(path):
        return None
    if name not in by_id:
        hint = did_you_mean(name, by_id) or "give that statistic an `id`"
        reader.log.at_value("id", f"no statistic has the id `{name}`", path, hint)
        each.broken = True
        return None
    if by_id[name] is each:
        reader.log.at_value("id", f"`{name}` is this statistic itself", path, "name another one")
        each.broken = True
        return None
    return by_id[name]


def _name_values(reader: FieldReader, values: NamedValues) -> None:
    """What the names in `values` stand for."""
    for name, named in values.items():
        if not _NAME.match(name):
            reader.log.at_key("id", f"`{name}` cannot be a name", ("values", name), _NAME_HINT)
        reader.names.known[name] = named


def _name_numbers(reader: FieldReader, shape: ReportShape, builders: list[StatisticBuilder]) -> None:
    """What `{id}` and `{id.name}` may stand for anywhere in the report."""
    for each in builders:
        name = each.shape.id or ""
        if name and name in shape.values:
            reader.log.at_value("id", f"`{name}` is also a name in `values`", (*each.path, "id"), "rename one")
        if name:
            names = reader.names.known
            names[name] = NamedValue(each.data.get("value"), each.language)
            names |= {f"{name}.{key}": named for key, named in _numbers(each).items()}
            names |= {f"{name}.{key}": NamedValue(text=text) for key, text in each.texts.items()}


def _numbers(each: StatisticBuilder) -> dict[str, NamedValue]:
    """The numbers of a statistic by name."""
    return {key: NamedValue(datum, each.language, is_change=key in CHANGES) for key, datum in each.data.items()}


def _local(each: StatisticBuilder) -> dict[str, NamedValue]:
    """What `{name}` may stand for within a statistic. A number that is given but broken is a name all the same."""
    given = [key for key in ("value", "change", "each", "since", "until") if each.gives(key)]
    names = {key: NamedValue() for key in given}
    if "change" in given and "before" not in each.data:
        names |= {"before": NamedValue(), "change_percent": NamedValue(), "change_size": NamedValue()}
    if (each.gives("share_of") or each.gives("of")) and "share" not in each.data:
        names |= {"share": NamedValue(), "one_in": NamedValue(), "whole": NamedValue()}
    if each.full and each.has_series and not each.sets:
        names |= {key: NamedValue() for key in (*NAMES, *TEXTS)}
    names |= _numbers(each)
    names |= {key: NamedValue(text=text) for key, text in each.texts.items()}
    if each.full and each.full.since is not None:
        names["since"] = NamedValue(text=each.since)
    if each.full and each.full.until is not None:
        names["until"] = NamedValue(text=each.until)
    return names


def finish(reader: FieldReader, numbers: StatisticNumbers, under: Path) -> tuple[Statistic, ...]:
    """The finished statistics of one list, which stands at the path `under`."""
    ids = {each.shape.id: each for each in numbers.builders if each.shape.id}
    made = []
    for each in numbers.builders:
        if each.path[:-1] != under:
            continue
        whole = ids.get(each.full.share_of) if each.full and each.full.share_of else None
        whole_label = first_clause(plain(numbers.labels[whole.path])) if whole else ""
        statistic = _statistic(reader, each, numbers.labels[each.path], whole_label)
        if statistic:
            made.append(statistic)
    return tuple(made)


def _statistic(reader: FieldReader, each: StatisticBuilder, label: Rich, whole_label: str) -> Statistic | None:
    if each.full:
        return _charted(reader, each, each.full, label, whole_label)
    source = reader.source((*each.path, "source"), each.shape.source, each.language)
    if "value" not in each.data:
        return None
    return Statistic(
        path=spell(each.path),
        id=each.shape.id or "",
        datum=_headline(reader, each),
        label=label,
        data=each.data,
        source=source,
        language=each.language,
    )


def _charted(
    reader: FieldReader, each: StatisticBuilder, full: Charted, label: Rich, whole_label: str
) -> Statistic | None:
    path, local = each.path, _local(each)
    reader.literal((*path, "since"), full.since)
    reader.literal((*path, "until"), full.until)
    symbol = reader.icon((*path, "symbol"), full.symbol)
    caption = caption_of(reader, each, label, whole_label, local)
    alt = alternative_of(reader, each, label, caption, local)
    guides, breaks = guides_of(reader, each, local), breaks_of(reader, each, local)
    note = reader.words((*path, "note"), full.note, each.language, local)
    check_seen(reader, each, plain(label), plain(caption), note)
    width, allowed = _width(reader, each), allowed_of(reader, path, full.allow)
    source = reader.source((*path, "source"), full.source, each.language)
    if "value" not in each.data:
        return None
    return Statistic(
        path=spell(path),
        id=full.id or "",
        datum=_headline(reader, each),
        label=label,
        kind=each.kind if each.figure else None,
        caption=caption,
        data=each.data,
        since=each.since,
        symbol=symbol or "user",
        whole_label=whole_label,
        source=source,
        alt=alt,
        language=each.language,
        sets=each.sets if each.figure else (),
        title=label if each.titled else (),
        form=full.form or "",
        why=each.why,
        width=width,
        emphasised=each.emphasised,
        short=each.short,
        guides=guides,
        breaks=breaks,
        areas=each.areas,
        note=sentences(note, *each.notes, _rounding(reader, each, note)),
        allowed=allowed,
        until=each.until,
        rest=each.rest,
        is_cut=bool(each.uncut),
        rows=each.rows,
        totals=each.totals,
        bars=each.bars,
    )


def _rounding(reader: FieldReader, each: StatisticBuilder, note: str) -> str:
    """A note on parts that do not add up as they are printed; without words for it the author is asked to say so."""
    if each.kind is None or each.broken or not each.figure or not each.sets:
        return ""
    if has_words(each.language):
        return rounding_note(each.kind, each.facts(), note, words(each.language))
    if not note and rounding_note(each.kind, each.facts(), "", words("en")):
        message = "these parts do not add up as they are printed, because they are rounded"
        reader.log.warn_at_key("rounding", message, each.series_path, "say so in `note`")
    return ""


def _headline(reader: FieldReader, each: StatisticBuilder) -> Datum:
    """The number beside a label, without its sign where the label says that in words ("4,000 fewer homes")."""
    datum, label, local = each.data["value"], text_of(getattr(each.shape, "label", None)), _local(each)
    if not label or "value" not in families_said(label, reader.text_names(each.language, local)):
        return datum
    return replace(datum, text=local["value"].without_sign().in_language(each.language))


def _width(reader: FieldReader, each: StatisticBuilder) -> str:
    """How wide a titled figure is; "" leaves that to the layout."""
    width = each.shape.width if isinstance(each.shape, FigureShape) else None
    path = (*each.path, "width")
    if width is None or reader.log.is_stand_in(path):
        return ""
    if width not in WIDTHS:
        reader.log.at_value("figure", f"unknown width `{width}`", path, did_you_mean(width, WIDTHS))
    return width
