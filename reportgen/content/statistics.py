"""Statistics: their shapes in; every one with its numbers, names, words and source, out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.content.desk import Desk, Named
from reportgen.content.model import FullStatistic, PlainStatistic, ReportShape
from reportgen.content.report import Series, Statistic
from reportgen.content.workings import Draft, draft, work_out
from reportgen.problems import did_you_mean
from reportgen.reading.tree import Path, spell
from reportgen.text.spans import Rich, Span, plain
from reportgen.text.words import has_words, words

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\Z")
_NAME_HINT = "write a letter and then letters, digits, `_` or `-`"


@dataclass(frozen=True, slots=True)
class Numbers:
    """The statistics of a report before they have all their words: their numbers and their labels."""

    drafts: list[Draft]
    labels: Mapping[Path, Rich]


def read_numbers(desk: Desk, shape: ReportShape, language: str) -> Numbers:
    """All statistics with their numbers; whatever `{name}` may stand for is then known to the desk."""
    drafts = _drafts(desk, shape, language)
    _name_numbers(desk, shape, drafts, language)
    labels = {
        each.path: desk.line((*each.path, "label"), each.shape.label, each.language, _local(each)) for each in drafts
    }
    return Numbers(drafts, labels)


def _drafts(desk: Desk, shape: ReportShape, language: str) -> list[Draft]:
    """Every statistic with its own numbers, then with those that need another statistic."""
    drafts = []
    if shape.place:
        inner = desk.language(("place", "language"), shape.place.language, language)
        for index, plain_shape in enumerate(shape.place.statistics):
            path: Path = ("place", "statistics", index)
            drafts.append(draft(desk, plain_shape, path, _own(desk, plain_shape, path, inner)))
    for index, full_shape in enumerate(shape.statistics):
        path = ("statistics", index)
        drafts.append(draft(desk, full_shape, path, _own(desk, full_shape, path, language)))
    by_id = _by_id(desk, drafts)
    for each in drafts:
        whole = _whole(desk, each, by_id)
        work_out(desk, each, whole.data.get("value") if whole else None)
    return drafts


def _own(desk: Desk, shape: PlainStatistic | FullStatistic, path: Path, inherited: str) -> str:
    return desk.language((*path, "language"), shape.language, inherited)


def _by_id(desk: Desk, drafts: list[Draft]) -> dict[str, Draft]:
    found: dict[str, Draft] = {}
    for each in drafts:
        name, path = each.shape.id, (*each.path, "id")
        if name is None or desk.findings.is_hollow(path):
            continue
        if not _NAME.match(name):
            desk.findings.at_value("id", f"`{name}` cannot be an id", path, _NAME_HINT)
        elif name in found:
            message = f"two statistics have the id `{name}`"
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
        return None
    if by_id[name] is each:
        desk.findings.at_value("id", f"`{name}` is this statistic itself", path, "name another one")
        return None
    return by_id[name]


def _name_numbers(desk: Desk, shape: ReportShape, drafts: list[Draft], language: str) -> None:
    """What `{name}` may stand for anywhere in the report: `values`, `{id}` and `{id.name}`."""
    for name, written in shape.values.items():
        path = ("values", name)
        if not _NAME.match(name):
            desk.findings.at_key("id", f"`{name}` cannot be a name", path, _NAME_HINT)
        desk.names[name] = Named(desk.number(path, written, language), language)
    for each in drafts:
        name = each.shape.id or ""
        if name and name in shape.values:
            desk.findings.at_value("id", f"`{name}` is also a name in `values`", (*each.path, "id"), "rename one")
        if name:
            desk.names[name] = Named(each.data.get("value"), each.language)
            desk.names |= {f"{name}.{key}": Named(datum, each.language) for key, datum in each.data.items()}


def _local(each: Draft) -> dict[str, Named]:
    """What `{name}` may stand for within a statistic. A number that is given but broken is a name all the same."""
    given = [key for key in ("value", "change", "each", "since") if getattr(each.shape, key, None) is not None]
    names = {key: Named() for key in given}
    if "change" in given and "before" not in each.data:
        names |= {"before": Named(), "change_percent": Named()}
    if each.full and (each.full.share_of or each.full.of) and "share" not in each.data:
        names |= {"share": Named(), "one_in": Named(), "whole": Named()}
    names |= {key: Named(datum, each.language) for key, datum in each.data.items()}
    if each.full and each.full.since is not None:
        names["since"] = Named(text=each.full.since)
    return names


def finish(desk: Desk, numbers: Numbers, under: Path) -> tuple[Statistic, ...]:
    """The finished statistics of one list, which stands at the path `under`."""
    drafts, labels = numbers.drafts, numbers.labels
    ids = {each.shape.id: each for each in drafts if each.shape.id}
    made = []
    for each in drafts:
        if each.path[:-1] != under:
            continue
        whole = ids.get(each.full.share_of) if each.full and each.full.share_of else None
        whole_label = _first_clause(plain(labels[whole.path])) if whole else ""
        statistic = _statistic(desk, each, labels[each.path], whole_label)
        if statistic:
            made.append(statistic)
    return tuple(made)


def _statistic(desk: Desk, each: Draft, label: Rich, whole_label: str) -> Statistic | None:
    path, full, local = each.path, each.full, _local(each)
    if each.figure:
        desk.need_words(path, each.language)
    since = desk.literal((*path, "since"), full.since) if full else ""
    symbol = desk.icon((*path, "symbol"), full.symbol) if full else ""
    caption = desk.line((*path, "caption"), full.caption, each.language, local) if full else ()
    alt = desk.words((*path, "alt"), full.alt, each.language, local) if full else ""
    source = desk.source((*path, "source"), each.shape.source, each.language)
    if "value" not in each.data:
        return None
    return Statistic(
        path=spell(path),
        id=each.shape.id or "",
        datum=each.data["value"],
        label=label,
        figure=each.figure,
        caption=caption or _stock_caption(each),
        data=each.data,
        since=since,
        symbol=symbol or "user",
        whole_label=whole_label,
        source=source,
        alt=alt,
        language=each.language,
        sets=(Series("", each.points),) if each.points else (),
    )


def _stock_caption(each: Draft) -> Rich:
    """What a mark stands for, in the program's words, when the author says nothing and it is more than one."""
    if each.figure != "count" or "each" not in each.data or not has_words(each.language):
        return ()
    if each.data["each"].value == 1:
        return ()
    before, _, after = words(each.language)["each_stands_for"].partition("{each}")
    return tuple(span for span in (Span(before), Span(each.data["each"].text, keep=True), Span(after)) if span.text)


def _first_clause(text: str) -> str:
    """A label up to its first comma: "people in employment, an increase of ..." is a share of people in employment."""
    return re.split(r"[,;:.](?:\s|$)", text, maxsplit=1)[0].strip()
