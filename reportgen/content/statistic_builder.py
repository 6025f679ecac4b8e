"""A statistic or a titled figure on its way: what its block states, and what has been worked out of it so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reportgen.content.data_facts import Facts, what_is_given
from reportgen.content.field_reader import FieldReader
from reportgen.content.kinds import AUTO
from reportgen.content.kinds.declaration import Kind
from reportgen.content.report import Areas, Datum, Series
from reportgen.content.schema import Charted, FigureShape, PlainStatistic
from reportgen.content.series.in_time import Timing
from reportgen.content.series.raw import RawData
from reportgen.reading.located_tree import Path
from reportgen.text.locale import NumberRule


@dataclass
class StatisticBuilder:
    """A statistic whose numbers are being worked out.

    `kind` is its kind of figure once that is known; `broken` when what is wrong with its figure
    has been told. `texts` are names that stand for texts, and `rest` is the label of the sum of what `top` leaves out,
    `uncut` are the sets with what it leaves out without a sum. `timing` knows labels that are periods by any spelling,
    and `since` and `until` are as the page has them. `rows` says what the labels are; `read_labels` are those that the
    series came with, before any turning round. `named_unit` is the unit that its block names for its plain numbers.
    `raw` are the numbers of its series as they were read; `totals` and `bars` are those of a `Statistic`.
    `sample` is how the numbers are to be written, where the report says it.
    """

    shape: PlainStatistic | Charted
    path: Path
    language: str
    data: dict[str, Datum] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    sets: tuple[Series, ...] = ()
    areas: Areas | None = None
    kind: Kind | None = None
    why: str = ""
    broken: bool = False
    emphasised: tuple[str, ...] = ()
    short: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    rest: str = ""
    uncut: tuple[Series, ...] = ()
    timing: Timing | None = None
    since: str = ""
    until: str = ""
    rows: str = ""
    read_labels: frozenset[str] = frozenset()
    named_unit: NumberRule | None = None
    raw: RawData | None = None
    totals: tuple[str, ...] = ()
    bars: tuple[str, ...] | None = None
    sample: NumberRule | None = None

    def words_of(self, label: str) -> str:
        """A label or the name of a set as the page has it, however it is written."""
        return self.timing.words(label) if self.timing else label

    @property
    def full(self) -> Charted | None:
        """The shape of one that may have a figure."""
        return self.shape if isinstance(self.shape, Charted) else None

    @property
    def titled(self) -> bool:
        """Whether it is a figure under a title."""
        return isinstance(self.shape, FigureShape)

    @property
    def what(self) -> str:
        """What to call it in a sentence."""
        return "figure" if self.titled else "statistic"

    @property
    def asked(self) -> str:
        """The kind of figure that the author asks for; "" leaves the choice to the program."""
        named = (self.full.figure if self.full else None) or ""
        return "" if named == AUTO else named

    @property
    def figure(self) -> str:
        """The name of its kind of figure; "" for the number alone."""
        return self.kind.name if self.kind and self.kind.is_drawn else ""

    @cached_property
    def given(self) -> frozenset[str]:
        """The keys that the block has."""
        return frozenset(key for key in type(self.shape).model_fields if getattr(self.shape, key) is not None)

    def gives(self, key: str) -> bool:
        """Whether the block has the key."""
        return key in self.given

    def absent(self, reader: FieldReader, key: str) -> bool:
        """Whether a key is not there at all: not even with something wrong behind it."""
        return not self.gives(key) and not reader.log.is_stand_in((*self.path, key))

    @property
    def has_series(self) -> bool:
        """Whether its values come as a series."""
        return self.gives("series") or self.gives("data")

    @property
    def series_path(self) -> Path:
        """Where its series stands."""
        return (*self.path, "data" if self.gives("data") else "series")

    @property
    def unit_of_values(self) -> NumberRule | None:
        """The unit that plain numbers have which are held against its values; index numbers have none."""
        return None if self.gives("index") else self.named_unit

    def facts(self) -> Facts:
        """What its figure depends on, as far as it is worked out."""
        data = self.data
        whole = data.get("of") or data.get("whole")
        return Facts(what_is_given(data, self.given), data.get("value"), whole, self.sets, self.language)
