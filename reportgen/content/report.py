"""The report: what the content stage hands on. Frozen values, every text filled in, every number formatted once."""

from __future__ import annotations

import json
import pathlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from reportgen.blocks import ADDRESS, FIGURE, FIXED, INTERNAL, LABELS, PROSE, UNPRINTED, WORDS, set_with, unless
from reportgen.content.periods.period import Period
from reportgen.problems import Place, Problem
from reportgen.text.dates import ReportDate
from reportgen.text.locale import NumberRule, format_number
from reportgen.text.spans import Rich, Source, plain
from reportgen.text.units import ORDINAL

if TYPE_CHECKING:
    from reportgen.content.kinds.declaration import Kind

_EXCERPT = 1000
"""Characters of a line that a problem shows: a map is often written as one."""

Ring = tuple[tuple[float, float], ...]
"""A closed line of longitude and latitude in degrees (WGS84)."""


@dataclass(frozen=True, slots=True)
class Datum:
    """One number of the report. `text` is what a reader sees, in the text and in the figure alike."""

    name: str = field(metadata=INTERNAL)
    value: Decimal
    text: str = field(metadata=WORDS)
    rule: NumberRule = field(metadata=INTERNAL)

    @classmethod
    def written(cls, name: str, value: Decimal, rule: NumberRule, language: str) -> Datum:
        """The number as its rule and the language have it."""
        return cls(name, value, format_number(value, rule, language), rule)

    @property
    def size(self) -> str:
        """The text without its sign, where words tell the direction; `about −500` is about 500."""
        if not self.rule.said:
            return self.text.lstrip("+-−")
        return self.text.replace("−" if self.value < 0 else "+" if self.rule.plus else "", "", 1)

    @property
    def standing(self) -> Decimal:
        """By what it is ranked, the highest first: its value, but of places in an order the first is the highest."""
        return -self.value if self.rule.unit == ORDINAL else self.value


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series and what it is of: a year, a district, a part of a whole.

    Without a datum it has no value, and is never zero: `gap` is the row of the words table that says why
    ("not_available", "suppressed"). `low` and `high` are the ends of its interval of uncertainty. `period` is what its
    label means where that is a period, and `at` where it stands in time then, in a unit that all points of its series
    have (years, quarters, months, days).
    """

    label: str
    datum: Datum | None
    low: Datum | None = None
    high: Datum | None = None
    gap: str = field(default="not_available", metadata=INTERNAL)
    at: int | None = None
    period: Period | None = field(default=None, metadata=INTERNAL)


@dataclass(frozen=True, slots=True)
class Series:
    """Values that belong together; all series of a statistic have the same labels in the same order.

    `period` is what the name means where the names of all series are periods.
    """

    name: str
    points: tuple[Point, ...]
    period: Period | None = field(default=None, metadata=INTERNAL)


@dataclass(frozen=True, slots=True)
class Guide:
    """What values are held against: a "target", a "reference", or a "band" that reaches from `datum` to `until`."""

    kind: str = field(metadata=INTERNAL)
    label: str
    datum: Datum = field(metadata=UNPRINTED)
    until: Datum | None = field(default=None, metadata=UNPRINTED)


@dataclass(frozen=True, slots=True)
class Break:
    """From the point `label` on the series is counted in another way, which `note` says."""

    label: str = field(metadata=UNPRINTED)
    note: str


@dataclass(frozen=True, slots=True)
class Allowed:
    """A rule of the lint that the author has silenced, and why."""

    rule: str = field(metadata=INTERNAL)
    reason: str = field(metadata=INTERNAL)


@dataclass(frozen=True, slots=True)
class GeoFeature:
    """One area; its rings are filled even-odd, so that holes are holes."""

    name: str
    rings: tuple[Ring, ...] = field(metadata=INTERNAL)


@dataclass(frozen=True, slots=True)
class GeoFile:
    """A GeoJSON file, read and checked. Its points are not hashed: each look at what is kept would pay for them."""

    path: pathlib.Path
    data: tuple[GeoFeature, ...] = field(repr=False, hash=False)
    text: str = field(default="", repr=False, hash=False, compare=False, metadata=INTERNAL)

    def place_of(self, name: str) -> Place:
        """Where the name of an area stands in the file; the file as a whole where that cannot be told."""
        for spelled in (json.dumps(name, ensure_ascii=False), json.dumps(name)):
            at = self.text.find(spelled)
            if at >= 0:
                start, end = self.text.rfind("\n", 0, at) + 1, self.text.find("\n", at)
                line, column = self.text.count("\n", 0, at) + 1, at - start + 2
                whole = self.text[start : end if end >= 0 else None]
                return Place(str(self.path), line, column, len(spelled) - 2, whole if len(whole) <= _EXCERPT else "")
        return Place(str(self.path), 1, 1)


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A named point of a map, in degrees (WGS84)."""

    name: str
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class Areas:
    """What a shaded map is drawn from. `steps` are the bounds between its shades, rising; () leaves them to the figure.

    The names of the boundary's features are the labels of the series.
    """

    boundary: GeoFile
    locator: GeoFile | None = field(metadata=INTERNAL)
    steps: tuple[Datum, ...]
    spots: tuple[MapPoint, ...]


_IN_FIGURE = unless("title")
"""What is not set beside a figure that has a title: the title is its label, and the number stands in the figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic:
    """A number with its words and its figure. `data` has every number of it by name, given or worked out.

    `kind` is its kind of figure, None for the number alone, and `why` says why when the program has chosen it; `form`
    is the kind's variety, of a share "dots", "bar" or "ring". `whole_label` says what a share is a share of.
    A titled figure has a `title`, which is its label too, and its number is not set beside it; `width` is "" or
    "wide", "half" or "third" of the page. `since` and `until` name the times of a change, "" where they are not given.
    `emphasised` are the labels of the points that matter, and `rest` that of the sum of all that are left out;
    `is_cut` says that others are left out without one. `rows`
    says what the labels are ("Year", "District"), "" where nothing tells. `note` is a sentence
    of the author's or the program's on how the values are counted ("2001 = 100"); `allowed` what the lint lets pass.
    `short` are names that are drawn shorter than they are, in the figure alone.
    `totals` are the labels and names of a table that add up others; `bars` the names of its columns that have bars,
    None where the figure says.
    """

    path: str
    id: str = field(metadata=INTERNAL)
    datum: Datum = field(metadata=_IN_FIGURE | set_with("value"))
    label: Rich = field(metadata=PROSE | _IN_FIGURE)
    kind: Kind | None = field(default=None, metadata=FIGURE)
    caption: Rich = field(default=(), metadata=PROSE)
    data: Mapping[str, Datum] = field(metadata=UNPRINTED)
    since: str = field(default="", metadata=UNPRINTED)
    symbol: str = field(default="user", metadata=INTERNAL)
    whole_label: str = field(default="", metadata=UNPRINTED)
    source: tuple[Source, ...]
    alt: str = field(default="", metadata=UNPRINTED)
    language: str
    sets: tuple[Series, ...] = field(default=(), metadata=UNPRINTED)
    title: Rich = ()
    form: str = field(default="", metadata=INTERNAL)
    why: str = field(default="", metadata=INTERNAL)
    width: str = field(default="", metadata=INTERNAL)
    emphasised: tuple[str, ...] = field(default=(), metadata=UNPRINTED)
    guides: tuple[Guide, ...] = field(default=(), metadata=LABELS)
    breaks: tuple[Break, ...] = field(default=(), metadata=LABELS)
    areas: Areas | None = field(default=None, metadata=UNPRINTED)
    note: str = ""
    allowed: tuple[Allowed, ...] = field(default=(), metadata=UNPRINTED)
    until: str = field(default="", metadata=UNPRINTED)
    short: Mapping[str, str] = field(default_factory=dict, metadata=UNPRINTED)
    rest: str = field(default="", metadata=UNPRINTED)
    is_cut: bool = field(default=False, metadata=UNPRINTED)
    rows: str = field(default="", metadata=UNPRINTED)
    totals: tuple[str, ...] = field(default=(), metadata=UNPRINTED)
    bars: tuple[str, ...] | None = field(default=None, metadata=UNPRINTED)

    @property
    def figure(self) -> str:
        """The name of its kind of figure; "" for the number alone."""
        return self.kind.name if self.kind else ""

    @property
    def series(self) -> tuple[Point, ...]:
        """The points of the first series, as a rule the only one."""
        return self.sets[0].points if self.sets else ()


@dataclass(frozen=True, slots=True)
class PlaceBlock:
    """The area that the report is about: its map, where it lies, and the numbers that stand on it."""

    path: str
    name: str = field(metadata=UNPRINTED)
    boundary: GeoFile | None = field(metadata=INTERNAL)
    locator: GeoFile | None = field(metadata=INTERNAL)
    statistics: tuple[Statistic, ...] = field(metadata=FIXED | LABELS)
    source: tuple[Source, ...]
    alt: str = field(metadata=UNPRINTED)
    language: str


@dataclass(frozen=True, slots=True)
class Highlight:
    """One line of the list, with an amount, an icon or neither."""

    path: str
    amount: Datum | None
    icon: str = field(metadata=INTERNAL)
    text: Rich = field(metadata=PROSE)
    source: tuple[Source, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Highlights:
    """The list of highlights; a source of the whole list stands with its title.

    `why_no_bars` says why none of its amounts has a bar, "" where they have.
    """

    path: str
    title: Rich
    items: tuple[Highlight, ...]
    language: str
    why_no_bars: str = field(default="", metadata=UNPRINTED)

    @property
    def amounts(self) -> tuple[Datum, ...]:
        """Those of its items that have one."""
        return tuple(item.amount for item in self.items if item.amount)


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph: the bytes of its file, `kind` "png" or "jpeg", its size in pixels."""

    path: str
    file: pathlib.Path = field(metadata=INTERNAL)
    data: bytes = field(repr=False)
    kind: str = field(metadata=INTERNAL)
    width: int
    height: int
    alt: str = field(metadata=UNPRINTED)
    credit: str
    language: str


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo, `kind` "png", "jpeg" or "svg"; `aspect` is its width over its height.

    `at` is where it stands: at the "head" of the page, or at its "foot".
    """

    path: str
    file: pathlib.Path = field(metadata=INTERNAL)
    data: bytes = field(repr=False)
    kind: str = field(metadata=INTERNAL)
    aspect: float
    alt: str = field(metadata=UNPRINTED)
    language: str
    at: str = field(default="foot", metadata=INTERNAL)


@dataclass(frozen=True, slots=True)
class CaseStudy:
    """The example. Without a kicker of its own it has the stock words."""

    path: str
    kicker: str
    title: Rich
    text: tuple[Rich, ...] = field(metadata=PROSE)
    source: tuple[Source, ...]
    language: str
    photo: Photo | None


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said; `who` says who they are."""

    path: str
    text: tuple[Rich, ...] = field(metadata=PROSE)
    who: Rich
    source: tuple[Source, ...]
    language: str


@dataclass(frozen=True, slots=True)
class TextSection:
    """A head and plain text."""

    path: str
    title: Rich
    text: tuple[Rich, ...] = field(metadata=PROSE)
    source: tuple[Source, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Link:
    """Where to go next. `shown` is the address without scheme and closing slash."""

    path: str
    text: Rich
    url: str = field(metadata=ADDRESS)
    shown: str
    language: str


_IMPRINT = set_with("publisher")
"""What is set in the imprint, one paragraph."""


@dataclass(frozen=True, slots=True)
class Foot:
    """The small print; each part is empty when it is not given. `date` is in words."""

    publisher: Rich = ()
    contact: Rich = field(default=(), metadata=_IMPRINT)
    reference: Rich = field(default=(), metadata=_IMPRINT)
    request: Rich = ()
    date: str = field(default="", metadata=_IMPRINT)


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `blocks` has what stands in the body of its page, by key: a block, or a tuple of blocks.

    `order` has their keys as they stand in the file: that is the reader's order. `sources` are all that it names: those
    of blocks and texts in the order in which they are met, which gives their numbers, then those of the whole page.
    `places` maps the path of anything (`case_study.text`) to its place in the file. `page` is a format that replaces
    the brand's, by its name ("A5", "A4 landscape"), or "". `text` is the file as it was read, so that a problem can
    point at a word of it; "" for a report that was no file.
    """

    file: str = field(metadata=INTERNAL)
    brand: str = field(metadata=INTERNAL)
    language: str
    date: ReportDate | None = field(metadata=INTERNAL)
    kicker: Rich
    title: Rich
    intro: tuple[Rich, ...] = field(metadata=PROSE)
    intro_language: str = field(metadata=INTERNAL)
    blocks: Mapping[str, Any]
    closing: tuple[Rich, ...] = field(metadata=PROSE)
    closing_language: str = field(metadata=INTERNAL)
    link: Link | None
    foot: Foot
    logos: tuple[Logo, ...]
    sources: tuple[Source, ...]
    places: Mapping[str, Place] = field(repr=False, metadata=INTERNAL)
    warnings: tuple[Problem, ...] = field(default=(), metadata=INTERNAL)
    order: tuple[str, ...] = field(default=(), metadata=INTERNAL)
    page: str = field(default="", metadata=INTERNAL)
    allowed: tuple[Allowed, ...] = field(default=(), metadata=INTERNAL)
    text: str = field(default="", repr=False, compare=False, metadata=INTERNAL)

    @property
    def name(self) -> str:
        """The title without its marks, as the file's own title has it."""
        return plain(self.title)

    @property
    def place(self) -> PlaceBlock | None:
        """The area that it is about."""
        return cast("PlaceBlock | None", self.blocks.get("place"))

    @property
    def photo(self) -> Photo | None:
        """The page's photograph."""
        return cast("Photo | None", self.blocks.get("photo"))

    @property
    def statistics(self) -> tuple[Statistic, ...]:
        """Its numbers with their figures."""
        return cast("tuple[Statistic, ...]", self.blocks.get("statistics", ()))

    @property
    def figures(self) -> tuple[Statistic, ...]:
        """Its titled figures."""
        return cast("tuple[Statistic, ...]", self.blocks.get("figures", ()))

    def place_of(self, path: str) -> Place:
        """Where a path stands in the file; of a path that is not there, the nearest block round it; else the file."""
        while path:
            if path in self.places:
                return self.places[path]
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return Place(self.file)

    def place_of_word(self, path: str, word: str) -> Place:
        """Where a word of the text at a path stands: at the first place from its key on that holds it; else the key's.

        Where marks such as asterisks stand within the word, its longest stretch of letters and figures is looked for.
        """
        place = self.place_of(path)
        lines = self.text.splitlines() or [place.excerpt]
        first = place.line - 1 if self.text else 0
        for tried in (word, max(re.findall(r"\w+", word), key=len, default="")):
            for number, line in enumerate(lines[max(first, 0) :]):
                column = line.find(tried, max(place.column - 1, 0) if number == 0 else 0) if tried else -1
                if column >= 0:
                    return Place(place.file, place.line + number, column + 1, len(tried), line)
        return place
