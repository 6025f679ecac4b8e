"""The report: what the content stage hands on. Frozen values, every text filled in, every number formatted once."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from reportgen.content.report_values import (
    Allowed,
    Areas,
    Break,
    Datum,
    GeoFeature,
    GeoFile,
    Guide,
    MapPoint,
    Point,
    Series,
    Source,
)
from reportgen.problems import Place, Problem
from reportgen.text.dates import ReportDate
from reportgen.text.spans import Rich, plain

__all__ = [
    "Allowed",
    "Areas",
    "Break",
    "CaseStudy",
    "Datum",
    "Foot",
    "GeoFeature",
    "GeoFile",
    "Guide",
    "Highlight",
    "Highlights",
    "Link",
    "Logo",
    "MapPoint",
    "Photo",
    "PlaceBlock",
    "Point",
    "Quote",
    "Report",
    "ReportDate",
    "Rich",
    "Series",
    "Source",
    "Statistic",
    "TextSection",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statistic:
    """A number with its words and its figure. `data` has every number of it by name, given or worked out.

    `figure` is "" (the number alone) or a kind of figure, and `why` says why when the program has chosen it; `form` is
    the kind's variety, of a share "dots", "bar" or "ring". `whole_label` says what a share is a share of.
    A titled figure has a `title`, which is its label too, and its number is not set beside it; `width` is "" or
    "wide", "half" or "third" of the page. `since` and `until` name the times of a change, "" where they are not given.
    `emphasised` are the labels of the points that matter. `note` is a sentence
    of the author's or the program's on how the values are counted ("2001 = 100"); `allowed` what the lint lets pass.
    """

    path: str
    id: str
    datum: Datum
    label: Rich
    figure: str
    caption: Rich
    data: Mapping[str, Datum]
    since: str
    symbol: str
    whole_label: str
    source: Source | None
    alt: str
    language: str
    sets: tuple[Series, ...] = ()
    title: Rich = ()
    form: str = ""
    why: str = ""
    width: str = ""
    emphasised: tuple[str, ...] = ()
    guides: tuple[Guide, ...] = ()
    breaks: tuple[Break, ...] = ()
    areas: Areas | None = None
    note: str = ""
    allowed: tuple[Allowed, ...] = ()
    until: str = ""

    @property
    def series(self) -> tuple[Point, ...]:
        """The points of the first series, as a rule the only one."""
        return self.sets[0].points if self.sets else ()


@dataclass(frozen=True, slots=True)
class PlaceBlock:
    """The area that the report is about: its map, where it lies, and the numbers that stand on it."""

    path: str
    name: str
    boundary: GeoFile | None
    locator: GeoFile | None
    statistics: tuple[Statistic, ...]
    source: Source | None
    alt: str
    language: str


@dataclass(frozen=True, slots=True)
class Highlight:
    """One line of the list, with an amount, an icon or neither."""

    path: str
    amount: Datum | None
    icon: str
    text: Rich
    source: Source | None
    language: str


@dataclass(frozen=True, slots=True)
class Highlights:
    """The list of highlights."""

    path: str
    title: Rich
    items: tuple[Highlight, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph: the bytes of its file, `kind` "png" or "jpeg", its size in pixels."""

    path: str
    file: pathlib.Path
    data: bytes = field(repr=False)
    kind: str
    width: int
    height: int
    alt: str
    credit: str
    language: str


@dataclass(frozen=True, slots=True)
class Logo:
    """A partner's logo, `kind` "png", "jpeg" or "svg"; `aspect` is its width over its height."""

    path: str
    file: pathlib.Path
    data: bytes = field(repr=False)
    kind: str
    aspect: float
    alt: str
    language: str


@dataclass(frozen=True, slots=True)
class CaseStudy:
    """The example. Without a kicker of its own it has the stock words."""

    path: str
    kicker: str
    title: Rich
    text: tuple[Rich, ...]
    source: Source | None
    language: str
    photo: Photo | None


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said; `who` says who they are."""

    path: str
    text: tuple[Rich, ...]
    who: Rich
    source: Source | None
    language: str


@dataclass(frozen=True, slots=True)
class TextSection:
    """A head and plain text."""

    path: str
    title: Rich
    text: tuple[Rich, ...]
    source: Source | None
    language: str


@dataclass(frozen=True, slots=True)
class Link:
    """Where to go next. `shown` is the address without scheme and closing slash."""

    path: str
    text: Rich
    url: str
    shown: str
    language: str


@dataclass(frozen=True, slots=True)
class Foot:
    """The small print; each part is empty when it is not given. `date` is in words."""

    publisher: Rich = ()
    contact: Rich = ()
    reference: Rich = ()
    request: Rich = ()
    date: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `places` maps the path of a block (`case_study.text`) to its place in the file.

    `order` has the keys of the blocks in the order in which they stand in the file: that is the reader's order.
    `page` is a format that replaces the brand's, by its name ("A5", "A4 landscape"), or "". `text` is the file as it
    was read, so that a problem can point at a word of it; "" for a report that was no file.
    """

    file: str
    brand: str
    language: str
    date: ReportDate | None
    kicker: Rich
    title: Rich
    intro: tuple[Rich, ...]
    intro_language: str
    place: PlaceBlock | None
    statistics: tuple[Statistic, ...]
    highlights: Highlights | None
    case_study: CaseStudy | None
    closing: tuple[Rich, ...]
    closing_language: str
    link: Link | None
    foot: Foot
    logos: tuple[Logo, ...]
    photo: Photo | None
    sources: tuple[Source, ...]
    places: Mapping[str, Place] = field(repr=False)
    warnings: tuple[Problem, ...] = ()
    figures: tuple[Statistic, ...] = ()
    quote: Quote | None = None
    sections: tuple[TextSection, ...] = ()
    order: tuple[str, ...] = ()
    page: str = ""
    allowed: tuple[Allowed, ...] = ()
    text: str = field(default="", repr=False, compare=False)

    @property
    def name(self) -> str:
        """The title without its marks, as the file's own title has it."""
        return plain(self.title)

    def place_of(self, path: str) -> Place:
        """Where a path stands in the file; of a path that is not there, the nearest block round it; else the file."""
        while path:
            if path in self.places:
                return self.places[path]
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return Place(self.file)
