"""Raw series: what either reader finds, before anything is put in order, worked out or formatted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reportgen.content.gaps import Gap
from reportgen.content.quantities import Quantity
from reportgen.problems import HintedError, Place

if TYPE_CHECKING:
    from reportgen.content.tables.table import TableColumn


class SeriesError(HintedError):
    """Series that cannot be had as they are asked for.

    `key` is the key of the figure at which that is told, where it has the key; else it is told at the series itself,
    and there at `label`.
    """

    def __init__(self, key: str, message: str, hint: str = "", label: str = "") -> None:
        super().__init__(message, hint)
        self.key = key
        self.label = label


class TableCell(NamedTuple):
    """A text of a table: its column and its row; without a row, the heading of the column."""

    text: str
    column: TableColumn
    row: int | None

    @property
    def place(self) -> Place | None:
        """Where it stands in its file."""
        if self.row is not None:
            return self.column.place(self.row)
        return self.column.origin.place(0, self.column.index) if self.column.origin else None


@dataclass(frozen=True, slots=True)
class RawPoint:
    """A value with the ends of its interval, or the reason why there is none."""

    value: Quantity | Gap
    low: Quantity | None = None
    high: Quantity | None = None

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers that it has."""
        return tuple(each for each in (self.value, self.low, self.high) if isinstance(each, Quantity))


@dataclass(frozen=True, slots=True)
class RawSeries:
    """Points by their labels; a label that only other series have is missing here."""

    name: str
    points: Mapping[str, RawPoint]


@dataclass(frozen=True, slots=True)
class RawData:
    """The series of one figure, in the order of their source, which stands under `key` ("series" or "data").

    Labels and names are in `language`. `cells` are what it was read from in a table, as far as it is not plain ASCII;
    `place_of` says where a label stands in a file of its own.
    """

    series: tuple[RawSeries, ...]
    language: str
    key: str
    cells: tuple[TableCell, ...] = ()
    place_of: Callable[[str], Place | None] = field(default=lambda _: None, repr=False, compare=False)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of all series, each once."""
        return tuple(dict.fromkeys(label for each in self.series for label in each.points))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the series."""
        return tuple(each.name for each in self.series)

    @property
    def quantities(self) -> Iterator[Quantity]:
        """All numbers."""
        return (amount for each in self.series for point in each.points.values() for amount in point.quantities)

    def absent(self) -> Iterator[tuple[str, str]]:
        """Series and labels of the points that are not even there as gaps."""
        return ((each.name, label) for each in self.series for label in self.labels if label not in each.points)


def raw_point(
    label: str, value: Quantity | Gap, low: Quantity | Gap | None, high: Quantity | Gap | None, language: str
) -> RawPoint:
    """A point with its interval, which must have both ends and hold the value; what is no value has none.

    Raises SeriesError.
    """
    first, last = (end if isinstance(end, Quantity) else None for end in (low, high))
    if not isinstance(value, Quantity):
        return RawPoint(value)
    if (first is None) != (last is None):
        missing = "low" if first is None else "high"
        message = f"an interval has two ends, and `{missing}` is missing at `{label}`"
        raise SeriesError(missing, message, "give both, or neither", label)
    if first and last and not first.value <= value.value <= last.value:
        said, least, most = (each.text(language) for each in (value, first, last))
        message = f"{said} at `{label}` is not between `low` ({least}) and `high` ({most})"
        hint = "let `low` be the smallest and `high` the largest of the three"
        raise SeriesError("low", message, hint, label)
    return RawPoint(value, first, last)
