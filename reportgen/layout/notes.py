"""The notes of a page: the sources that its texts have marks of, each with its mark, on a line or in columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportgen.blocks import BlockSource, walk
from reportgen.content.report import Report
from reportgen.geometry import fixed
from reportgen.layout.parts import Part, at_top, column, grouped, row, space
from reportgen.layout.typesetter import PageTypesetter
from reportgen.page import Role
from reportgen.text.printed_links import with_addresses
from reportgen.text.setting import natural_width
from reportgen.text.spans import Rich, Source, Span
from reportgen.text.type_style import TypeStyle

_NARROWEST = 18.0
"""The least width of a column of notes, in the size of their type: some forty characters."""
_MOST_COLUMNS = 4
_APART = 2.0
"""Space between notes that stand on one line, in the size of their type: more than between any words."""
_AFTER_MARK = 0.35
"""Space between a mark and its note, in the size of their type."""
_BETWEEN = 0.3
"""Space between notes that stand under one another, besides that of their lines, over the distance of these."""
_SLACK = 1e-6


def marked_sources(report: Report) -> tuple[Source, ...]:
    """The sources that texts of the page have marks of, by their numbers; a lone source of a page needs no mark."""
    if len(report.sources) < 2:
        return ()
    named = {one.source for one in walk(report) if isinstance(one, BlockSource) and one.block}
    return tuple(source for source in report.sources if source in named)


def own_sources(report: Report) -> tuple[Source, ...]:
    """The sources that no text has a mark of: those of the whole page, or its lone one.

    One that only a block named which has been left out is none of them.
    """
    if len(report.sources) < 2:
        return report.sources
    marked = marked_sources(report)
    return tuple(one for one in report.sources if one not in marked and one.path.partition("[")[0] in ("source", ""))


@dataclass(frozen=True, slots=True)
class SetNotes:
    """All notes as one part; `width` (pt) is what they take where all stand on one line, else all there is."""

    part: Part
    width: float
    on_one_line: bool


@dataclass(frozen=True, slots=True)
class _Note:
    """A source with its mark. `width` is that of its text on one line (pt)."""

    mark: str
    text: Rich
    path: str
    width: float


def set_notes(typesetter: PageTypesetter, sources: Sequence[Source], width: float) -> SetNotes:
    """The notes over `width` pt: on one line if they have the room, or in as many columns as make them lowest."""
    style, language = typesetter.brand.styles.note, typesetter.report.language
    notes = []
    for source in sources:
        text = with_addresses(source.paragraph)
        notes.append(_Note(typesetter.note_mark((source,)), text, source.path, natural_width(text, style, language)))
    hang = max(natural_width(note.mark.strip(), style, language) for note in notes) + _AFTER_MARK * style.size
    line = sum(hang + note.width for note in notes) + _APART * style.size * (len(notes) - 1)
    if line <= width:
        return SetNotes(_on_one_line(typesetter, notes, hang), line, on_one_line=True)
    return SetNotes(_in_columns(typesetter, notes, hang, width), width, on_one_line=False)


def _on_one_line(typesetter: PageTypesetter, notes: Sequence[_Note], hang: float) -> Part:
    cells, start = [], 0.0
    for note in notes:
        wide = hang + note.width
        cells.append((start, wide, at_top(_note(typesetter, note, hang, wide))))
        start += wide + _APART * typesetter.brand.styles.note.size
    return row(cells)


def _in_columns(typesetter: PageTypesetter, notes: Sequence[_Note], hang: float, width: float) -> Part:
    """In the order of their numbers down each column; of equal heights the fewest columns."""
    style, gutter = typesetter.brand.styles.note, typesetter.brand.format.gutter
    best: tuple[float, float, list[list[int]]] | None = None
    for count in range(1, _MOST_COLUMNS + 1):
        wide = (width - (count - 1) * gutter) / count
        if count > 1 and wide < _NARROWEST * style.size:
            break
        if count > 1 and not all(typesetter.holds(note.text, style, wide - hang) for note in notes):
            continue
        lines = [typesetter.lines_of(note.text, style, wide - hang) for note in notes]
        tall, columns = shared_in_columns([_BETWEEN + number for number in lines], count)
        if best is None or tall < best[0] - 0.01:
            best = tall, wide, columns
    assert best is not None  # one column always is
    _, wide, columns = best
    cells = []
    for index, members in enumerate(columns):
        parts: list[Part] = []
        for member in members:
            parts += [_gap(style)] if parts else []
            parts.append(_note(typesetter, notes[member], hang, wide))
        cells.append((index * (wide + gutter), wide, at_top(column(parts))))
    return row(cells)


def shared_in_columns(heights: Sequence[float], count: int) -> tuple[float, list[list[int]]]:
    """What stands in each of at most `count` columns, by index and in order, and the height of the tallest of them.

    That is as small as it can be.
    """
    sums = [0.0, *accumulate(heights)]
    tried = sorted(sums[last] - sums[first] for first in range(len(sums)) for last in range(first + 1, len(sums)))

    def fits(most: float) -> bool:
        return max(heights) <= most + _SLACK and len(_filled(heights, most)) <= count

    least = bisect_left(tried, True, key=fits)
    return tried[least], _filled(heights, tried[least])


def _filled(heights: Sequence[float], most: float) -> list[list[int]]:
    """Columns of at most `most`, each filled before the next is begun."""
    columns: list[list[int]] = [[]]
    tall = 0.0
    for index, height in enumerate(heights):
        if columns[-1] and tall + height > most + _SLACK:
            columns.append([])
            tall = 0.0
        columns[-1].append(index)
        tall += height
    return columns


def _note(typesetter: PageTypesetter, note: _Note, hang: float, width: float) -> Part:
    style, ink = typesetter.brand.styles.note, typesetter.brand.roles.foot_note
    mark = (Span(f"{note.mark.strip()}\N{NO-BREAK SPACE}", keep=True),)
    label = typesetter.text(mark, style, hang + style.size, ink, note.path, role=Role.LABEL)
    text = typesetter.text(note.text, style, width - hang, ink, note.path, role=Role.SPAN)
    inside = row([(0.0, hang, at_top(label)), (hang, width - hang, at_top(text))])
    return grouped(grouped(inside, Role.NOTE), Role.PARAGRAPH, note.path)


def _gap(style: TypeStyle) -> Part:
    return space(fixed((1 + _BETWEEN) * style.leading - style.cap_height))
