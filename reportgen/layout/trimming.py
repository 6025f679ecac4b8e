"""A report shortened: some words of a text, or a whole block, are left out; nothing else of it changes. Pure.

Words are cut from the end of a text, as an editor would who has to lose a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reportgen.blocks import BlockText, Steps, blocks_in, changed, left_out, walk
from reportgen.content.block_kinds import BLOCK_KINDS, BlockKinds
from reportgen.content.report import Report
from reportgen.text.spans import Rich, Span, plain

_WORD = re.compile(r"\S+")


def texts(report: Report) -> tuple[BlockText, ...]:
    """Every text of the report that may be cut, block by block; the labels of a list together, then its captions."""
    found: dict[Steps, list[BlockText]] = {}
    for one in walk(report):
        if isinstance(one, BlockText) and one.prose:
            found.setdefault(tuple(step for step in one.at if isinstance(step, str)), []).append(one)
    return tuple(text for alike in found.values() for text in alike)


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
            report = _with_text(report, text, cut(text.paragraphs, words[text.path]))
    return report


def lengthened(report: Report, path: str, words: int) -> Report:
    """The report with so many words more at the end of the text at `path`: its own over again."""
    text = next(text for text in texts(report) if text.path == path)
    own = [word for rich in text.paragraphs for word in plain(rich).split()]
    more = " ".join(own[index % len(own)] for index in range(words))
    last = (*text.paragraphs[-1], Span(f" {more}"))
    return _with_text(report, text, (*text.paragraphs[:-1], last))


def _with_text(report: Report, text: BlockText, paragraphs: tuple[Rich, ...]) -> Report:
    def written(old: Any) -> Any:
        """The paragraphs as the field has them: a string, one of spans, or several."""
        if isinstance(old, str):
            return plain(paragraphs[0])
        return paragraphs[0] if isinstance(old[0], Span) else paragraphs

    return changed(report, text.at, written)


def droppable(report: Report, kinds: BlockKinds = BLOCK_KINDS) -> tuple[str, ...]:
    """The paths of what may be left out, the smallest loss first: the last of each list, then whole blocks."""
    found = sorted(_losses(report, kinds), key=lambda loss: loss[0])
    return tuple(path for _, path in found)


def _losses(report: Report, kinds: BlockKinds) -> Iterator[tuple[int, str]]:
    """How late each may be left out, and its path; a part of a block goes before all that is whole."""
    for kind in kinds:
        held = report.blocks.get(kind.key)
        if held is None:
            continue
        entries: Sequence[Any] = getattr(held, kind.entries) if kind.entries else held if kind.most else ()
        if len(entries) > kind.keeps:
            yield 0 if kind.entries else kind.loss, entries[-1].path
        if not kind.most:
            yield kind.loss, held.path


def without(report: Report, path: str) -> Report:
    """The report without the block at a path of `droppable`."""
    return left_out(report, next(at for at, block in blocks_in(report) if block.path == path))
