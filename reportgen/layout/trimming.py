"""Trimming: a report in; the same with some words of a text, or a whole block, left out. Pure.

Words are cut from the end of a text, as an editor would who has to lose a line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast

from reportgen.content.report import Report
from reportgen.text.spans import Rich, Span, plain

T = TypeVar("T")

_WORD = re.compile(r"\S+")
_INDEX = re.compile(r"(?P<list>.+)\[(?P<index>\d+)\]\Z")


@dataclass(frozen=True, slots=True)
class TrimmableText:
    """A text that an author can shorten: its path, and its paragraphs."""

    path: str
    paragraphs: tuple[Rich, ...]

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(plain(rich).split()) for rich in self.paragraphs)


def texts(report: Report) -> tuple[TrimmableText, ...]:
    """Every text of the report that may be cut, in the order of the file's blocks."""
    found = [TrimmableText("intro", report.intro)]
    found += [TrimmableText(f"{one.path}.label", (one.label,)) for one in report.statistics]
    found += [TrimmableText(f"{one.path}.caption", (one.caption,)) for one in (*report.statistics, *report.figures)]
    if report.highlights:
        found += [TrimmableText(f"{item.path}.text", (item.text,)) for item in report.highlights.items]
    for block in (report.case_study, report.quote, *report.sections):
        found += [TrimmableText(f"{block.path}.text", block.text)] if block else []
    found.append(TrimmableText("closing", report.closing))
    return tuple(text for text in found if text.words)


def cut(paragraphs: Sequence[Rich], words: int) -> tuple[Rich, ...]:
    """The paragraphs without their last `words` words; one word always stays."""
    left = list(paragraphs)
    while left and words > 0:
        count = len(plain(left[-1]).split())
        if count > words or len(left) == 1:
            left[-1] = _cut_rich(left[-1], min(words, count - 1))
            break
        words -= count
        left.pop()
    return tuple(left)


def _cut_rich(rich: Rich, words: int) -> Rich:
    ends = [match.end() for match in _WORD.finditer(plain(rich))]
    keep = ends[-words - 1] if words > 0 else len(plain(rich))
    spans = []
    for span in rich:
        if keep > 0:
            spans.append(replace(span, text=span.text[:keep]))
        keep -= len(span.text)
    return tuple(spans)


def shortened(report: Report, words: Mapping[str, int]) -> Report:
    """The report without the last so many words of each of the texts named by their paths."""
    for text in texts(report):
        if words.get(text.path):
            report = _with_text(report, text.path, cut(text.paragraphs, words[text.path]))
    return report


def lengthened(report: Report, path: str, words: int) -> Report:
    """The report with so many words more at the end of the text at `path`: its own over again."""
    text = next(text for text in texts(report) if text.path == path)
    own = [word for rich in text.paragraphs for word in plain(rich).split()]
    more = " ".join(own[index % len(own)] for index in range(words))
    last = (*text.paragraphs[-1], Span(f" {more}"))
    return _with_text(report, path, (*text.paragraphs[:-1], last))


def _changed(one: T, **values: Any) -> T:
    """A frozen value with other values in some fields. (Any: which fields they are is known at run time.)"""
    return cast("T", replace(cast("Any", one), **values))


def _with_text(report: Report, path: str, paragraphs: tuple[Rich, ...]) -> Report:
    if path in ("intro", "closing"):
        return _changed(report, **{path: paragraphs})
    block, _, key = path.rpartition(".")
    one = paragraphs[0] if paragraphs else ()
    listed = _INDEX.match(block)
    if listed is None:
        found = getattr(report, block)
        return _changed(report, **{block: _changed(found, **{key: paragraphs})})
    name, index = listed["list"], int(listed["index"])
    value = paragraphs if name == "sections" else one
    if name == "highlights.items" and report.highlights:
        items = _with(report.highlights.items, index, key, value)
        return replace(report, highlights=replace(report.highlights, items=items))
    return _changed(report, **{name: _with(getattr(report, name), index, key, value)})


def _with(items: Sequence[T], index: int, key: str, value: object) -> tuple[T, ...]:
    return (*items[:index], _changed(items[index], **{key: value}), *items[index + 1 :])


def droppable(report: Report) -> tuple[str, ...]:
    """The paths of what may be left out, the smallest loss first: the last of each list, then whole blocks."""
    found: list[str] = []
    if report.highlights and len(report.highlights.items) > 1:
        found.append(report.highlights.items[-1].path)
    found += [one.path for one in (report.statistics[1:][-1:])]
    found += ["quote"] if report.quote else []
    found += [one.path for one in report.sections[-1:]]
    found += [one.path for one in report.figures[-1:]]
    found += ["photo"] if report.photo else []
    found += ["case_study"] if report.case_study else []
    found += ["highlights"] if report.highlights else []
    found += ["place"] if report.place else []
    return tuple(found)


def without(report: Report, path: str) -> Report:
    """The report without what stands at a path of `droppable`."""
    listed = _INDEX.match(path)
    if listed is None:
        return _changed(report, **{path: None})
    name = listed["list"]
    if name == "highlights.items" and report.highlights:
        return replace(report, highlights=replace(report.highlights, items=report.highlights.items[:-1]))
    return _changed(report, **{name: getattr(report, name)[:-1]})
