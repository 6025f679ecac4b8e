"""The brand: what every page takes from its brand file. The fields are the roles; every brand fills the same ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace

from reportgen.colour.inks import Ink
from reportgen.colour.profiles import OutputIntent, fogra39
from reportgen.geometry import Flex
from reportgen.glyphs import FontFile
from reportgen.press_practice import SMALL_TYPE
from reportgen.problems import Place
from reportgen.text.type_style import FontFamily, TypeStyle

DISPLAY = ("title", "number", "amount", "emphasis", "place_number")
"""The styles that are read at a glance; they grow more than text does."""

_SMALL = ("caption", "figure_label", "note")
"""The styles of small print, which may be smaller than text."""


_COLOURED = ("kicker", "place_label", "figure_label")
"""The styles of small type that may stand in colour, or in white on it."""


_BOLD = 600


def key_of(field: str) -> str:
    """The name that the brand file has for a field."""
    return field.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Roles:
    """What each ink is for. A name in the brand file has spaces where the field has underscores.

    Of several marks `mark_emphasised` is the one that matters (and `mark_emphasised_label` its label) and `mark_beside`
    are those that it is seen beside; a lone mark is `mark`. `series_1` to `series_4` tell categories apart, `step_1`
    to `step_4` are the shades of a map from least to most, with `step_line` between its areas.
    """

    paper: Ink
    text: Ink
    heading: Ink
    rule: Ink
    hairline: Ink
    caption: Ink
    link: Ink
    header_ground: Ink
    header_kicker: Ink
    header_title: Ink
    header_text: Ink
    place_land: Ink
    place_district: Ink
    place_edge: Ink
    place_number: Ink
    place_number_emphasised: Ink
    place_label: Ink
    locator_land: Ink
    locator_here: Ink
    number: Ink
    mark: Ink
    mark_quiet: Ink
    mark_emphasised: Ink
    mark_emphasised_label: Ink
    mark_beside: Ink
    dot_quiet: Ink
    mark_label: Ink
    mark_axis: Ink
    gridline: Ink
    guide: Ink
    interval: Ink
    series_1: Ink
    series_2: Ink
    series_3: Ink
    series_4: Ink
    step_1: Ink
    step_2: Ink
    step_3: Ink
    step_4: Ink
    step_line: Ink
    not_available: Ink
    amount: Ink
    icon: Ink
    case_ground: Ink
    case_bar: Ink
    case_kicker: Ink
    foot_ground: Ink
    foot_text: Ink
    foot_link: Ink
    foot_note: Ink
    code_ground: Ink
    code_mark: Ink


@dataclass(frozen=True, slots=True)
class Styles:
    """The type scale: how each kind of text is set."""

    kicker: TypeStyle
    title: TypeStyle
    lead: TypeStyle
    text: TypeStyle
    heading: TypeStyle
    number: TypeStyle
    amount: TypeStyle
    emphasis: TypeStyle
    place_number: TypeStyle
    place_label: TypeStyle
    caption: TypeStyle
    figure_label: TypeStyle
    note: TypeStyle


@dataclass(frozen=True, slots=True)
class Format:
    """The page in pt: its trimmed size, margins, columns with gutters, bleed and the vertical unit of all spacing."""

    width: float
    height: float
    margin: float
    columns: int
    gutter: float
    bleed: float
    unit: float


@dataclass(frozen=True, slots=True)
class BrandLengths:
    """Lines and marks in pt."""

    rule: float
    hairline: float
    case_bar: float
    amount_bar: float
    code: float
    logo: float
    column_gap: float
    district_line: float
    edge_line: float


@dataclass(frozen=True, slots=True)
class Spaces:
    """Vertical spaces in pt, each with its least, normal and most."""

    row: Flex
    band: Flex
    title: Flex
    section: Flex
    heading: Flex
    paragraph: Flex
    figure: Flex
    item: Flex
    padding: Flex
    close: Flex

    def times(self, factor: float) -> Spaces:
        """All spaces by one factor."""
        return Spaces(**{each.name: getattr(self, each.name) * factor for each in fields(Spaces)})


@dataclass(frozen=True, slots=True)
class TypeSteps:
    """Factors on the type scale: `text` and `display` stepwise with the length of the content, `title` when long."""

    text: tuple[float, ...]
    display: tuple[float, ...]
    title: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most size of text and of small text (captions, notes, labels), in pt.

    Under 8.5 pt continuous text tires the eye, and under 7.5 pt a caption is no longer read (design guidance of the
    house, `page.md`); over 14 pt text competes with its heads. Type that may stand in colour is not set under 9 pt,
    where several inks blur it.
    """

    text: tuple[float, float] = (8.5, 14.0)
    caption: tuple[float, float] = (7.5, 12.0)

    def kept(self, name: str, own: float, size: float) -> float:
        """`size` of the style `name` within its bounds; a brand's `own` size is never a breach of them."""
        if name in _COLOURED:
            size = max(size, min(own, SMALL_TYPE))
        if name in DISPLAY or name in ("heading", "lead", "kicker"):
            return max(size, min(own, self.text[0]))
        least, most = self.caption if name in _SMALL else self.text
        return min(max(size, min(own, least)), max(own, most))


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand, ready to set any report. `file` is where it was read, `figure_height` that of a statistic's figure.

    `output_intent` is what its print editions are made for; `ink_places` says where each ink stands in the file.
    """

    name: str
    file: str
    inks: tuple[Ink, ...]
    roles: Roles
    families: tuple[tuple[str, FontFamily], ...]
    styles: Styles
    format: Format
    measures: BrandLengths
    spaces: Spaces
    figure_height: Flex
    steps: TypeSteps
    bounds: Bounds = Bounds()
    output_intent: OutputIntent = field(default_factory=fogra39)
    ink_places: tuple[tuple[str, Place], ...] = field(default=(), repr=False, compare=False)

    def at_step(self, step: int) -> Brand:
        """The brand with its type, its spaces and its figures at one of the steps; text keeps to its bounds."""
        text, display = self.steps.text[step], self.steps.display[step]
        if text == display == 1:
            return self
        styles = {
            name: style.at(self.bounds.kept(name, style.size, style.size * (display if name in DISPLAY else text)))
            for name, style in ((each.name, getattr(self.styles, each.name)) for each in fields(Styles))
        }
        return replace(
            self,
            styles=Styles(**styles),
            spaces=self.spaces.times(text),
            figure_height=self.figure_height * display,
        )

    @property
    def fonts(self) -> tuple[FontFile, ...]:
        """Every face of the brand, each once."""
        faces = [
            face
            for _, family in self.families
            for face in (family.regular, family.bold, family.italic, family.bold_italic)
        ]
        return tuple(dict.fromkeys(faces))


@dataclass(frozen=True)
class BrandFaces:
    """Faces of a brand as a figure asks for them: by family, weight and slant.

    A family that the brand does not name is set in its text family: a page has no other type.
    """

    brand: Brand

    def find(self, families: Sequence[str], weight: int, italic: bool) -> FontFile:
        """The face nearest to what is asked; `weight` counts from 100 to 900."""
        known = dict(self.brand.families)
        family = next((known[name] for name in families if name in known), self.brand.styles.text.family)
        return family.face(weight >= _BOLD, italic)
