"""What a report is read through: the files, the tables, the typefaces and the added figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path as FilePath
from typing import Protocol

from reportgen.content.kinds.declaration import Kind
from reportgen.content.named_values import NamedValues
from reportgen.content.report import Datum
from reportgen.content.schema import Charted
from reportgen.content.series.raw import RawData
from reportgen.reading.located_tree import Path


class FilePort(Protocol):
    """How files are reached: `reportgen.sources.Sources`, or a test's own."""

    def read_bytes(self, path: FilePath) -> bytes: ...

    def exists(self, path: FilePath) -> bool: ...


class WorkbookPort(Protocol):
    """A report's tables and formulas: `reportgen.content.workbook.Workbook`. It reports what is wrong itself."""

    def series_of(self, shape: Charted, path: Path) -> RawData | None: ...

    def number(self, path: Path, text: str, language: str) -> Datum | None: ...

    def values(self) -> NamedValues: ...

    def tell_unused(self) -> None: ...


Unsettable = Callable[[str], tuple[tuple[str, str], ...]]
"""Of a text, the characters that cannot be set, each with a clause that says why."""


MoreKinds = Callable[[], Mapping[str, Kind]]
"""The kinds of figure that other packages add; only their names are read for a name that the program knows."""


def no_more_kinds() -> Mapping[str, Kind]:
    """What there is when nobody adds kinds."""
    return {}


def all_settable(_: str) -> tuple[tuple[str, str], ...]:
    """What is known of characters before a brand is: nothing against any."""
    return ()
