"""The job ticket: what a printer wants to know of a page and of the press that it is made for, as plain text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from textwrap import wrap

from reportgen.colour.inks import Ink
from reportgen.colour.profiles import OutputIntent
from reportgen.colour.separation import BLACK, separator
from reportgen.figures.base import Label, Shape, marks_of
from reportgen.geometry import MM, Rect
from reportgen.page import FigureBox, Page, PathBox, PictureBox, TextRun
from reportgen.pdf.picture_colours import PRINT_PPI
from reportgen.pdf.resampling import pixels_for
from reportgen.prepress.resolution import Resolution, ink_of, resolutions

_LABEL = 18
_WIDTH = 100


@dataclass
class InkUse:
    """What a page is printed with. `sums` has the per cent of ink of whatever is drawn, and what that is."""

    inks: dict[Ink, None] = field(default_factory=dict)
    fonts: dict[str, None] = field(default_factory=dict)
    sums: list[tuple[float, str]] = field(default_factory=list)

    @property
    def most(self) -> tuple[float, str]:
        """The highest sum of inks and where it is."""
        return max(self.sums, default=(0.0, "nothing"), key=lambda entry: entry[0])


def job_ticket(
    page: Page, intent: OutputIntent, *, file: str, promises: Iterable[str] = (), checked: Iterable[str] = ()
) -> str:
    """What goes beside the print edition `file`: the same text for the same page. Raises `DrawingError`.

    `promises` are the standards that the file claims, `checked` says in clauses what was looked at.
    """
    found = ink_use(page, intent)
    lines = [f"{page.title} – for the printer", ""]
    lines += _entry("File", [file])
    lines += _entry("Trimmed size", [f"{_mm(page.width)} x {_mm(page.height)} mm, 1 page"])
    lines += _entry("Bleed", [f"{_mm(page.bleed)} mm on every side; crop marks outside it"])
    lines += _entry("Output intent", [intent.condition, f"profile: {intent.profile.description}, embedded"])
    lines += _entry("Inks", _inks(found.inks, intent))
    total, where = found.most
    lines += _entry("Highest ink sum", [f"{total:.0f} % ({where}); the limit is {intent.ink_limit:.0f} %"])
    lines += _entry("Black text", ["black ink alone; what is 100 % black overprints, nothing else does"])
    lines += _entry("Trapping", ["none was done"])
    lines += _entry("Fonts", [f"{name}, embedded as a subset" for name in sorted(found.fonts)] or ["none"])
    lines += _entry("Pictures", [_picture(each) for each in resolutions(page)] or ["none in pixels"])
    lines += _entry("Standards", list(promises) or ["none claimed"])
    lines += _entry("Checked", list(checked)) if checked else []
    return "\n".join(lines) + "\n"


def ink_use(page: Page, intent: OutputIntent) -> InkUse:
    """The inks, the faces and the sums of ink of a page. Raises `BadPicture`."""
    found = InkUse()
    grounds: list[tuple[Rect, Ink]] = []
    for box, _, _ in page.walk():
        match box:
            case TextRun(x, y, run, ink):
                _type(found, ink, run.font.name, _under((x, y), grounds), intent)
            case PathBox(fill=fill, stroke=stroke):
                _area(found, fill, intent)
                _area(found, stroke, intent)
                if fill and box.segments:
                    grounds.append((Rect.of(box.segments), fill))
            case PictureBox():
                found.sums.append((ink_of(box, intent), "a picture"))
            case FigureBox():
                _figure(found, box, grounds, intent)
    return found


def _figure(found: InkUse, box: FigureBox, grounds: list[tuple[Rect, Ink]], intent: OutputIntent) -> None:
    """A figure's marks; its type stands on one of its areas, or on what the figure stands on."""
    areas: list[tuple[Rect, Ink]] = []
    for mark in marks_of(box):
        if isinstance(mark, Shape):
            _area(found, mark.fill, intent)
            _area(found, mark.stroke, intent)
            if mark.fill and mark.segments:
                areas.append((Rect.of(mark.segments), mark.fill))
        elif isinstance(mark, Label):
            under = _under((mark.left, mark.y), areas) or _under((box.rect.x, box.rect.y), grounds)
            for placed in mark.line.runs:
                _type(found, mark.ink, placed.run.font.name, under, intent)


def _area(found: InkUse, ink: Ink | None, intent: OutputIntent) -> None:
    if ink is not None:
        found.inks.setdefault(ink)
        found.sums.append((sum(separator(intent).of(ink)), f"`{ink.name}`"))


def _type(found: InkUse, ink: Ink, font: str, under: Iterable[Ink], intent: OutputIntent) -> None:
    """Black type prints over its ground: the ground's cyan, magenta and yellow stay."""
    found.fonts.setdefault(font)
    _area(found, ink, intent)
    if separator(intent).of(ink) == BLACK and not ink.spot:
        for ground in under:
            total = sum(separator(intent).of(ground)[:3]) + 100
            found.sums.append((total, f"`{ink.name}` over `{ground.name}`"))


def _under(point: tuple[float, float], grounds: list[tuple[Rect, Ink]]) -> list[Ink]:
    """The ink of the last area that was painted where a point is."""
    x, y = point
    on = [ink for rect, ink in grounds if rect.x <= x <= rect.right and rect.y <= y <= rect.bottom]
    return on[-1:]


def _inks(inks: Iterable[Ink], intent: OutputIntent) -> list[str]:
    """Name, CMYK and, for a spot colour, its own name; every ink of the page in the order of its first use."""
    lines = []
    for ink in inks:
        cmyk = "/".join(f"{value:g}" for value in separator(intent).of(ink))
        how = "" if ink.cmyk is not None else ", converted"
        lines.append(f"{ink.name}: {cmyk}{how}" + (f", spot colour {ink.spot}" if ink.spot else ""))
    spots = sorted({ink.spot for ink in inks if ink.spot})
    plates = ["Cyan", "Magenta", "Yellow", "Black", *spots]
    return [", ".join(plates), *lines]


def _picture(found: Resolution) -> str:
    size = f"{_mm(found.size[0])} x {_mm(found.size[1])} mm"
    own = f"{found.pixels[0]} x {found.pixels[1]} pixels, {size}, {found.ppi:.0f} ppi"
    used = pixels_for(found.pixels, *found.size, PRINT_PPI)
    made = "" if used == found.pixels else f", made {used[0]} x {used[1]} pixels, {PRINT_PPI:.0f} ppi"
    return f"{found.source or 'picture'}: {own}{made}"


def _mm(points: float) -> str:
    return f"{points / MM:.1f}".removesuffix(".0")


def _entry(label: str, values: Iterable[str]) -> list[str]:
    """A label and its values, one under the other."""
    rows = [row for value in values for row in wrap(value, _WIDTH - _LABEL, subsequent_indent="  ")]
    return [f"{label if not index else '':<{_LABEL}}{row}".rstrip() for index, row in enumerate(rows)]
