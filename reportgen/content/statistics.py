"""Statistics and titled figures: their shapes in; each with its numbers, names, words and source, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from reportgen.content.charts import WIDTHS, draft, settle
from reportgen.content.desk import Desk, Named
from reportgen.content.drafts import Draft
from reportgen.content.guides import allowed_of, breaks_of, guides_of
from reportgen.content.model import Charted, FigureShape, PlainStatistic, ReportShape
from reportgen.content.model_parts import ValueShape
from reportgen.content.report import Statistic
from reportgen.content.summaries import NAMES, TEXTS
from reportgen.content.wordings import alternative_of, caption_of, check_seen, first_clause, sentences
from reportgen.content.workings import work_out
from reportgen.problems import did_you_mean
from reportgen.reading.tree import Path, spell
from reportgen.text.spans import Rich, plain

if TYPE_CHECKING:
    from reportgen.content.datasets import Data

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\Z")
_NAME_HINT = "write a letter and then letters, digits, `_` or `-`"


@dataclass(frozen=True, slots=True, eq=False)
class _Shaped:
    """A statistic as it is written, with its path and its language."""

    path: Path
    shape: PlainStatistic | Charted
    language: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """The statistics of a report before they have all their words: their numbers and their labels."""

    drafts: list[Draft]
    labels: Mapping[Path, Rich]


def read_numbers(desk: Desk, shape: ReportShape, language: str) -> Numbers:
    """All statistics with their numbers; whatever `{name}` may stand for is then known to the desk."""
    drafts = _Drafts(desk, dict.fromkeys(_shapes(desk, shape, language)))
    tables = cache(partial(_tables, desk, shape, language, drafts))
    desk.tables = tables
    if shape.values:
        _name_values(desk, tables())
    found = _worked_out(desk, drafts.all())
    if shape.data:
        tables().tell_unused()
    _name_numbers(desk, shape, found)
    return Numbers(found, {each.path: _label(desk, each) for each in found})


def _tables(desk: Desk, shape: ReportShape, language: str, drafts: _Drafts) -> Data:
    """The tables and formulas of a report, loaded with all their modules when something first asks for them."""
    from reportgen.content.datasets import Data

    data = Data(desk, shape.data, {name: _plain(given) for name, given in shape.values.items()}, language)
    for name in drafts.ids():
        data.declare(name, partial(drafts.value, name))
    return data


def _plain(given: object) -> object:
    """An entry of `values` as plain values."""
    return given.model_dump() if isinstance(given, ValueShape) else given


@dataclass
class _Drafts:
    """The statistics of a report, each drafted when it is first asked for: a formula may need one before its turn."""

    desk: Desk
    made: dict[_Shaped, Draft | None]

    def ids(self) -> tuple[str, ...]:
        """The ids, each once."""
        return tuple(dict.fromkeys(each.shape.id for each in self.made if each.shape.id))

    def value(self, name: str) -> Named | None:
        """What the id of a statistic stands for in a formula."""
        shaped = next(each for each in self.made if each.shape.id == name)
        found = self._draft(shaped)
        datum = found.data.get("value")
        return Named(datum, found.language) if datum else None

    def all(self) -> list[Draft]:
        """Every statistic, in reading order."""
        return [self._draft(shaped) for shaped in self.made]

    def _draft(self, shaped: _Shaped) -> Draft:
        found = self.made[shaped]
        if found is None:
            found = self.made[shaped] = draft(self.desk, shaped.shape, shaped.path, shaped.language)
        return found


def _label(desk: Desk, each: Draft) -> Rich:
    key = "title" if each.titled else "label"
    return desk.line((*each.path, key), getattr(each.shape, key), each.language, _local(each))


def _worked_out(desk: Desk, drafts: list[Draft]) -> list[Draft]:
    """The drafts with all that follows from their own numbers and from those of others."""
    by_id = _by_id(desk, drafts)
    for each in drafts:
        whole = _whole(desk, each, by_id)
        work_out(desk, each, whole.data.get("value") if whole else None)
        settle(desk, each)
    return drafts


def _shapes(desk: Desk, shape: ReportShape, language: str) -> Iterator[_Shaped]:
    """Every statistic with its path and its language."""
    if shape.place:
        inner = desk.language(("place", "language"), shape.place.language, language)
        for index, plain_shape in enumerate(shape.place.statistics):
            yield _shaped(desk, ("place", "statistics", index), plain_shape, inner)
    for index, full_shape in enumerate(shape.statistics):
        yield _shaped(desk, ("statistics", index), full_shape, language)
    for index, figure_shape in enumerate(shape.figures):
        yield _shaped(desk, ("figures", index), figure_shape, language)


def _shaped(desk: Desk, path: Path, shape: PlainStatistic | Charted, inherited: str) -> _Shaped:
    return _Shaped(path, shape, desk.language((*path, "language"), shape.language, inherited))


def _by_id(desk: Desk, drafts: list[Draft]) -> dict[str, Draft]:
    found: dict[str, Draft] = {}
    for each in drafts:
        name, path = each.shape.id, (*each.path, "id")
        if name is None or desk.findings.is_hollow(path):
            continue
        if not _NAME.match(name):
            desk.findings.at_value("id", f"`{name}` cannot be an id", path, _NAME_HINT)
        elif name in found:
            message = f"two {each.what}s have the id `{name}`"
            desk.findings.at_value("id", message, path, f"the other is `{spell(found[name].path)}`")
        else:
            found[name] = each
    return found


def _whole(desk: Desk, each: Draft, by_id: Mapping[str, Draft]) -> Draft | None:
    """The statistic that `share_of` names."""
    name = each.full.share_of if each.full else None
    path = (*each.path, "share_of")
    if name is None or desk.findings.is_hollow(path):
        return None
    if name not in by_id:
        hint = did_you_mean(name, by_id) or "give that statistic an `id`"
        desk.findings.at_value("id", f"no statistic has the id `{name}`", path, hint)
        each.broken = True
        return None
    if by_id[name] is each:
        desk.findings.at_value("id", f"`{name}` is this statistic itself", path, "name another one")
        each.broken = True
        return None
    return by_id[name]


def _name_values(desk: Desk, data: Data) -> None:
    """What the names in `values` stand for."""
    for name, named in data.values().items():
        if not _NAME.match(name):
            desk.findings.at_key("id", f"`{name}` cannot be a name", ("values", name), _NAME_HINT)
        desk.names[name] = named


def _name_numbers(desk: Desk, shape: ReportShape, drafts: list[Draft]) -> None:
    """What `{id}` and `{id.name}` may stand for anywhere in the report."""
    for each in drafts:
        name = each.shape.id or ""
        if name and name in shape.values:
            desk.findings.at_value("id", f"`{name}` is also a name in `values`", (*each.path, "id"), "rename one")
        if name:
            desk.names[name] = Named(each.data.get("value"), each.language)
            desk.names |= {f"{name}.{key}": Named(datum, each.language) for key, datum in each.data.items()}
            desk.names |= {f"{name}.{key}": Named(text=text) for key, text in each.texts.items()}


def _local(each: Draft) -> dict[str, Named]:
    """What `{name}` may stand for within a statistic. A number that is given but broken is a name all the same."""
    given = [key for key in ("value", "change", "each", "since", "until") if each.gives(key)]
    names = {key: Named() for key in given}
    if "change" in given and "before" not in each.data:
        names |= {"before": Named(), "change_percent": Named(), "change_size": Named()}
    if (each.gives("share_of") or each.gives("of")) and "share" not in each.data:
        names |= {"share": Named(), "one_in": Named(), "whole": Named()}
    if each.full and each.has_series and not each.sets:
        names |= {key: Named() for key in (*NAMES, *TEXTS)}
    names |= {key: Named(datum, each.language) for key, datum in each.data.items()}
    names |= {key: Named(text=text) for key, text in each.texts.items()}
    if each.full and each.full.since is not None:
        names["since"] = Named(text=each.full.since)
    if each.full and each.full.until is not None:
        names["until"] = Named(text=each.full.until)
    return names


def finish(desk: Desk, numbers: Numbers, under: Path) -> tuple[Statistic, ...]:
    """The finished statistics of one list, which stands at the path `under`."""
    ids = {each.shape.id: each for each in numbers.drafts if each.shape.id}
    made = []
    for each in numbers.drafts:
        if each.path[:-1] != under:
            continue
        whole = ids.get(each.full.share_of) if each.full and each.full.share_of else None
        whole_label = first_clause(plain(numbers.labels[whole.path])) if whole else ""
        statistic = _statistic(desk, each, numbers.labels[each.path], whole_label)
        if statistic:
            made.append(statistic)
    return tuple(made)


def _statistic(desk: Desk, each: Draft, label: Rich, whole_label: str) -> Statistic | None:
    full = each.full
    if full:
        return _charted(desk, each, full, label, whole_label)
    source = desk.source((*each.path, "source"), each.shape.source, each.language)
    if "value" not in each.data:
        return None
    return Statistic(
        path=spell(each.path),
        id=each.shape.id or "",
        datum=each.data["value"],
        label=label,
        figure="",
        caption=(),
        data=each.data,
        since="",
        symbol="user",
        whole_label=whole_label,
        source=source,
        alt="",
        language=each.language,
    )


def _charted(desk: Desk, each: Draft, full: Charted, label: Rich, whole_label: str) -> Statistic | None:
    path, local = each.path, _local(each)
    since, until = desk.literal((*path, "since"), full.since), desk.literal((*path, "until"), full.until)
    symbol = desk.icon((*path, "symbol"), full.symbol)
    caption = caption_of(desk, each, label, whole_label, local)
    alt = alternative_of(desk, each, label, caption, local)
    guides, breaks = guides_of(desk, each, local), breaks_of(desk, each, local)
    note = desk.words((*path, "note"), full.note, each.language, local)
    check_seen(desk, each, plain(label), plain(caption), note)
    width, allowed = _width(desk, each), allowed_of(desk, path, full.allow)
    source = desk.source((*path, "source"), full.source, each.language)
    if "value" not in each.data:
        return None
    return Statistic(
        path=spell(path),
        id=full.id or "",
        datum=each.data["value"],
        label=label,
        figure=each.figure,
        caption=caption,
        data=each.data,
        since=since,
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
        guides=guides,
        breaks=breaks,
        areas=each.areas,
        note=sentences(note, *each.notes),
        allowed=allowed,
        until=until,
    )


def _width(desk: Desk, each: Draft) -> str:
    """How wide a titled figure is; "" leaves that to the layout."""
    width = each.shape.width if isinstance(each.shape, FigureShape) else None
    path = (*each.path, "width")
    if width is None or desk.findings.is_hollow(path):
        return ""
    if width not in WIDTHS:
        desk.findings.at_value("figure", f"unknown width `{width}`", path, did_you_mean(width, WIDTHS))
    return width
