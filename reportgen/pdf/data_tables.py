"""The values of a figure as a Table or a list beside the Figure, whose cells hold the labels that are drawn.

A reader who has heard a figure's alternative text is not shown what is in the Figure, so nothing that is drawn as text
may stand there. A value that is not drawn is said in its cell. Where none is drawn, those that the text beside the
figure says are not said again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.page import NOTE_CELL, Cell, Group, Role
from reportgen.pdf.structure import StructureElement

LIST_ATTRIBUTES = "<</O/List/ListNumbering/None>>"
_SCOPE = "<</O/Table/Scope/{}>>"


class FigureValues:
    """The values of the figure `group`, whose element is `figure`; their elements stand right after it."""

    def __init__(self, group: Group, figure: StructureElement) -> None:
        self._group = group
        self._figure = figure
        self._cells: dict[Cell, StructureElement] = {}

    def cell(self, cell: Cell) -> StructureElement:
        """The element for what is drawn as the label of `cell`; the figure itself for a cell that there is not."""
        row, column = cell
        if cell != NOTE_CELL and not (0 <= row < len(self._group.table) and 0 <= column < len(self._group.table[row])):
            return self._figure
        key = (row, 0) if self._group.listed else cell
        if key not in self._cells:
            self._cells[key] = self._holder(key)
        return self._cells[key]

    def finish(self) -> Iterator[StructureElement]:
        """Put the elements in their place. Gives those that have to be given a content, such as values not drawn."""
        around, listed = self._figure.parent or self._figure, self._group.listed
        if not self._figure.kids:
            yield self._figure
        rows = self._rows()
        if rows:
            whole = around.add(Role.LIST if listed else Role.TABLE, LIST_ATTRIBUTES if listed else "")
            whole.language = self._figure.language
            for row in rows:
                yield from self._list_row(whole, row) if listed else self._table_row(whole, row)
        if NOTE_CELL in self._cells:
            self._cells[NOTE_CELL].move(around)

    def _rows(self) -> list[int]:
        """All rows where one is drawn, else those with a value that the text beside the figure does not say.

        The header is left out unless it is drawn: words that only the table has are no help to a listener.
        """
        drawn = {row for row, _ in self._cells if row >= 0}
        table, beside = self._group.table, self._group.beside
        if drawn:
            return list(range(0 if 0 in drawn else 1, len(table)))
        return [row for row, texts in enumerate(table) if row and not all(says(beside, text) for text in texts[1:])]

    def _table_row(self, table: StructureElement, row: int) -> Iterator[StructureElement]:
        line = table.add(Role.ROW)
        for column, text in enumerate(self._group.table[row]):
            element = self.cell((row, column))
            element.move(line)
            if text and not element.kids:
                yield _said(element, text)

    def _list_row(self, whole: StructureElement, row: int) -> Iterator[StructureElement]:
        body = self.cell((row, 0))
        body.move(whole.add(Role.ITEM))
        if not body.kids:
            yield _said(body, " ".join(self._group.table[row]))

    def _holder(self, cell: Cell) -> StructureElement:
        row, column = cell
        if cell == NOTE_CELL:
            return StructureElement(Role.PARAGRAPH, language=self._figure.language)
        if self._group.listed:
            return StructureElement(Role.BODY)
        if row and column:
            return StructureElement(Role.CELL)
        return StructureElement(Role.HEADER_CELL, attributes=_SCOPE.format("Row" if row else "Column"))


def says(beside: str, text: str) -> bool:
    """Whether a text says a value: as a number of its own, not as digits of another."""
    start = beside.find(text)
    while start >= 0:
        before, after = beside[max(0, start - 1) : start], beside[start + len(text) :][:2]
        if not (_NUMBER.match(before) or _GOES_ON.match(after)):
            return True
        start = beside.find(text, start + 1)
    return False


_NUMBER = re.compile(r"[\d.,\u2212-]")
_GOES_ON = re.compile(r"\d|[.,]\d")


def _said(holder: StructureElement, text: str) -> StructureElement:
    span = holder.add(Role.SPAN)
    span.actual = text
    return span
