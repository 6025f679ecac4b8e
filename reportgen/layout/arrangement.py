"""How a page is arranged, by names alone, so that it can be handed on to the next page; it knows no report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageFrame:
    """`header` is "beside" (words beside a picture), "aside" (title beside introduction), "stacked" or "panel".

    A panel takes the page's left side, header and foot in one. `picture` is what stands in the header: "place",
    "photo" or "". `penalty` is what it costs against the first frame of the report.
    """

    header: str
    picture: str
    penalty: float = 0.0


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block by its path, and the name of the variant in which it stands."""

    source: str
    variant: str


@dataclass(frozen=True, slots=True)
class ArrangedColumn:
    """A column of a row: how many columns of the grid it takes, and what stands in it from top to foot."""

    columns: int
    blocks: tuple[PlacedBlock, ...]

    def __str__(self) -> str:
        return ", ".join(f"{placed.source} ({placed.variant})" for placed in self.blocks)


Row = tuple[ArrangedColumn, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A composition: the step of the type scale, the frame of the page, and the rows of its body."""

    step: int
    frame: PageFrame
    rows: tuple[Row, ...]

    def __str__(self) -> str:
        rows = [" | ".join(f"{column.columns} columns: {column}" for column in row) for row in self.rows]
        return "\n".join([f"header: {self.frame}", *rows])
