"""The values of a figure as a Table or a list beside the Figure, whose cells hold the labels that are drawn.

A reader who has heard a figure's alternative text is not shown what is in the Figure, so nothing that is drawn as text
may stand there. The table is whole, with all its headers: a value or a header that is not drawn is said in its cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reportgen.page import BAND_ROW, LEGEND_ROW, NOTE_ROW, PLACES_ROW, Cell, Group, Role
from reportgen.pdf.structure import StructureElement

LIST_ATTRIBUTES = "<</O/List/ListNumbering/None>>"
_SCOPE = "<</O/Table/Scope/{}>>"
_LISTS, _PARAGRAPHS = (LEGEND_ROW, PLACES_ROW), (BAND_ROW, NOTE_ROW)


class FigureValues:
    """The values of the figure `group`, whose element is `figure`; their elements stand right after it."""

    def __init__(self, group: Group, figure: StructureElement) -> None:
        self._group = group
        self._figure = figure
        self._cells: dict[Cell, StructureElement] = {}

    def cell(self, cell: Cell) -> StructureElement:
        """The element for what is drawn as the label of `cell`; the figure itself for a cell that there is not."""
        row, column = cell
        is_value = 0 <= row < len(self._group.table) and 0 <= column < len(self._group.table[row])
        if not (is_value or row in _LISTS or row in _PARAGRAPHS):
            return self._figure
        key = (row, 0) if self._group.listed and is_value else cell
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
            whole = self._list(around) if listed else around.add(Role.TABLE)
            whole.language = self._figure.language
            for row in rows:
                yield from self._list_row(whole, row) if listed else self._table_row(whole, row)
        self._finish_besides(around)

    def _rows(self) -> range:
        """All rows, and of a list all but its header.

        None of a single value that is not drawn, such as that of a bar under its number: the words beside the figure
        have said it, and a table has nothing to compare it with.
        """
        table = self._group.table
        lone = len(table) == 2 and len(table[1]) == 2 and not any(row >= 0 for row, _ in self._cells)
        return range(0) if lone else range(1 if self._group.listed else 0, len(table))

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

    def _finish_besides(self, around: StructureElement) -> None:
        """Legend, places, bands and notes: lists with an item for each entry, and a paragraph for each of the rest."""
        besides = sorted(cell for cell in self._cells if cell[0] < 0)
        for row, cells in groupby(besides, key=lambda cell: cell[0]):
            whole = self._list(around) if row in _LISTS else None
            if whole is not None:
                whole.language = self._figure.language
            for cell in cells:
                self._cells[cell].move(around if whole is None else whole.add(Role.ITEM))

    def _list(self, around: StructureElement) -> StructureElement:
        return around.add(Role.LIST, LIST_ATTRIBUTES)

    def _holder(self, cell: Cell) -> StructureElement:
        row, column = cell
        if row in _PARAGRAPHS:
            return StructureElement(Role.PARAGRAPH, language=self._figure.language)
        if row in _LISTS or self._group.listed:
            return StructureElement(Role.BODY)
        if row and column:
            return StructureElement(Role.CELL)
        return StructureElement(Role.HEADER_CELL, attributes=_SCOPE.format("Row" if row else "Column"))


def _said(holder: StructureElement, text: str) -> StructureElement:
    span = holder.add(Role.SPAN)
    span.actual = text
    return span
