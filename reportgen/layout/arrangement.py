"""Choices: a composition by name, as one page can hand it on to its neighbour; no part of it knows a report."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.layout.frame import PageFrame


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A unit by its path, and the name of the way in which it stands."""

    source: str
    variant: str


@dataclass(frozen=True, slots=True)
class ArrangedColumn:
    """A column of a row: how many columns of the grid it takes, and what stands in it from top to foot."""

    columns: int
    units: tuple[PlacedBlock, ...]


Row = tuple[ArrangedColumn, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A composition: the step of the type scale, the frame of the page, and the rows of its body."""

    step: int
    frame: PageFrame
    rows: tuple[Row, ...]

    def __str__(self) -> str:
        rows = [" | ".join(_told(column) for column in row) for row in self.rows]
        return "\n".join([f"header: {self.frame}", *rows])


def _told(column: ArrangedColumn) -> str:
    names = ", ".join(f"{placed.source} ({placed.variant})" for placed in column.units)
    return f"{column.columns} columns: {names}"
