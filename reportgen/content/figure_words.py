"""The words of a figure: its caption, written or made from its numbers, and its own alternative text, checked."""

from __future__ import annotations

import re
from dataclasses import replace

from reportgen.content.alternatives import Stray, repeats, stray_numbers
from reportgen.content.captions import CaptionFacts
from reportgen.content.field_reader import FieldReader
from reportgen.content.kinds import AUTO
from reportgen.content.kinds.declaration import KindError
from reportgen.content.named_values import NamedValues
from reportgen.content.report import Datum
from reportgen.content.schema_parts import text_of
from reportgen.content.series import transform
from reportgen.content.statistic_builder import StatisticBuilder
from reportgen.reading.located_tree import Path, Scalar, find
from reportgen.text.alternative import says_nothing
from reportgen.text.spans import Rich, plain
from reportgen.text.words import has_words, words


def caption_of(reader: FieldReader, each: StatisticBuilder, label: Rich, whole_label: str, local: NamedValues) -> Rich:
    """The caption as it is written; made from the numbers for `caption: auto`, or where its kind has a stock one."""
    try:
        return _caption_of(reader, each, _caption_facts(each, label, whole_label), local)
    except KindError as error:
        each.broken = True
        reader.log.at_value("figure", str(error), (*each.path, "figure"), error.hint)
        return ()


def _caption_of(reader: FieldReader, each: StatisticBuilder, facts: CaptionFacts, local: NamedValues) -> Rich:
    given = each.full.caption if each.full else None
    path = (*each.path, "caption")
    written = text_of(given)
    if written is None or written.strip() != AUTO:
        return reader.line(path, given, each.language, local) or _stock_caption(each, facts)
    if not has_words(each.language):
        reader.need_words(each.path, each.language)
        return ()
    if each.broken or "value" not in each.data or not each.kind or not each.figure:
        return ()
    made = _stock_caption(each, facts) or each.kind.caption(facts, words(each.language))
    if not made:
        hint = "write one, or leave `caption` out"
        reader.log.at_value("figure", "there is nothing that a caption could add to this number", path, hint)
    return made


def _caption_facts(each: StatisticBuilder, label: Rich, whole_label: str) -> CaptionFacts:
    subject = first_clause(plain(label))
    subject = subject[:1].upper() + subject[1:]
    parts, _ = transform.divided(each.uncut or each.sets, each.totals)
    facts = replace(each.facts(), sets=tuple(series for series in parts if series.name not in each.totals))
    return CaptionFacts(subject, facts, each.data, each.since, whole_label, each.rest, bool(each.uncut))


def _stock_caption(each: StatisticBuilder, facts: CaptionFacts) -> Rich:
    """What the program says under a figure of its kind when the author says nothing."""
    if not each.kind or not each.kind.stock_caption or not has_words(each.language):
        return ()
    return each.kind.stock_caption(facts, words(each.language))


def first_clause(text: str) -> str:
    """A label up to its first comma: "people in employment, an increase of ..." is a share of people in employment."""
    return re.split(r"[,;:.](?:\s|$)", text, maxsplit=1)[0].strip()


def check_seen(reader: FieldReader, each: StatisticBuilder, *said: str) -> None:
    """Whether the number of a titled figure, which has no large type, is told: drawn, or said beside it."""
    kind, form = each.kind, each.full.form if each.full else None
    if kind is None or not each.titled or each.broken or form in kind.saying:
        return
    found = [name for name in kind.unsaid if name in each.data]
    if not found:
        return
    texts = "|".join(re.escape(each.data[name].text) for name in found)
    if not re.search(rf"(?<![\w.,])({texts})(?!\w|[.,]\d)", "\n".join(said)):
        message = f"under a title `figure: {kind.name}` shows no number, so nobody reads {each.data[found[0]].text}"
        hint = f"write `{{{found[0]}}}` in `title` or `caption`, or put it under `statistics`"
        reader.log.at_value("figure", message, (*each.path, "figure"), hint)


def sentences(*parts: str) -> str:
    """Notes one after the other, each but the last closed by a full stop."""
    *before, last = [part for part in parts if part] or [""]
    return " ".join([*(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in before), last])


def alternative_of(reader: FieldReader, each: StatisticBuilder, label: Rich, caption: Rich, local: NamedValues) -> str:
    """The author's alternative text of a figure, after a look at whether it is true and says something of its own.

    A language that the program has no words for must bring one.
    """
    path = (*each.path, "alt")
    written = each.full.alt if each.full else None
    if written is None:
        if each.figure:
            reader.need_alternative(each.path, each.language, "figure")
        return ""
    if each.kind and each.kind.draws_words:
        reader.need_words(each.path, each.language)
    alt = reader.words(path, written, each.language, local)
    if not alt or not each.figure or each.broken:
        return alt
    if says_nothing(alt) or alt.casefold() == "auto":
        hint = "say what the figure shows, or leave `alt` out and the program says it"
        reader.log.at_value("alt", f"`{alt}` tells a reader nothing", path, hint)
    if repeats(alt, (plain(caption), plain(label))):
        hint = "say what the figure shows, or leave `alt` out and the program says it"
        reader.log.at_value("alt", "`alt` says again, word for word, what stands beside the figure", path, hint)
    for stray in stray_numbers(alt, _data(reader, each), _texts(each, label, caption), _counts(each), each.language):
        _tell_stray(reader, path, stray)
    return alt


def _data(reader: FieldReader, each: StatisticBuilder) -> list[Datum]:
    """The numbers of a figure, and those that the report knows by name."""
    points = [point for series in each.sets for point in series.points]
    shown = [datum for point in points for datum in (point.datum, point.low, point.high) if datum]
    named = [named.datum for named in reader.names.known.values() if named.datum]
    return [*shown, *each.data.values(), *named]


def _texts(each: StatisticBuilder, label: Rich, caption: Rich) -> list[str]:
    """What is said of a figure beside its numbers: words that may hold years and the like."""
    facts, full = each.facts(), each.full
    said = [plain(label), plain(caption), *facts.labels, *facts.names, *_spellings(each)]
    if full:
        guides = [guide for guide in (full.target, full.reference) if guide]
        said += [
            full.since or "",
            full.until or "",
            each.since,
            each.until,
            full.note or "",
            *(str(guide.value) for guide in guides),
        ]
        said += [str(end) for end in (full.band.since, full.band.until)] if full.band else []
        said += [f"{name} {note}" for name, note in (full.breaks or {}).items()]
    return said


def _spellings(each: StatisticBuilder) -> tuple[str, ...]:
    """The labels of the series as they were written."""
    return (*each.timing.spellings(),) if each.timing else ()


def _counts(each: StatisticBuilder) -> set[int]:
    """How many points and series there are."""
    return {len(each.sets), len(each.facts().labels), len(each.facts().known)}


def _tell_stray(reader: FieldReader, path: Path, stray: Stray) -> None:
    node = find(reader.log.root, path)
    message = f"`alt` says {stray.text}, which is not among the numbers of the figure"
    hint = f"the nearest is {stray.nearest}" if stray.nearest else ""
    at = node.text.find(stray.text) if isinstance(node, Scalar) else -1
    if at < 0:
        reader.log.at_value("alt", message, path, hint)
    else:
        reader.log.within("alt", message, path, (at, len(stray.text)), hint)
