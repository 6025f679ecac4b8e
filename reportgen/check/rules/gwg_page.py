"""Ghent Workgroup practice on pages: resolution, hairlines, bleed, boxes and sizes."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.check import cos
from reportgen.check.colour_spaces import inks
from reportgen.check.document import Document, PdfPage
from reportgen.check.painted_objects import PaintedObject, PaintedPath, PaintedPicture, PaintedText, parts
from reportgen.check.rule import Breach, RuleFamily, rule
from reportgen.check.rules.gwg_ink import paint_of, printed, printed_in
from reportgen.geometry import Bbox
from reportgen.press_practice import (
    COARSE_BITMAP_PPI,
    COARSE_PPI,
    FINE_BITMAP_PPI,
    FINE_PPI,
    bar_thickness,
    coarseness,
    thin_line_fault,
)
from reportgen.problems import Severity

BLEED = 3 * 72 / 25.4
_FEW_PIXELS = 16
_AT = 1.0
_SLACK = 0.3


def _resolution(document: Document) -> Iterator[Breach]:
    for page, item in printed_in(document):
        if not isinstance(item, PaintedPicture) or min(item.pixels) <= _FEW_PIXELS:
            continue
        fine, coarse = (FINE_BITMAP_PPI, COARSE_BITMAP_PPI) if item.bits == 1 else (FINE_PPI, COARSE_PPI)
        severity = coarseness(item.ppi, fine, coarse)
        if severity is not None:
            needs = coarse if severity is Severity.ERROR else fine
            yield Breach(f"an image has {item.ppi:.0f} ppi; {needs:g} are needed", page.number, item.box, severity)


def _hairlines(document: Document) -> Iterator[Breach]:
    for page, item in printed_in(document):
        if isinstance(item, PaintedPath) and item.layer == "page":
            width = item.width if item.stroked else _bar(item)
            fault = "" if width is None else thin_line_fault(width)
            if fault:
                yield Breach(fault, page.number, item.box)


def _bar(path: PaintedPath) -> float | None:
    """The thickness of a rectangle that is filled and looks like a line."""
    return bar_thickness(path.box.width, path.box.height, len(path.rings), len(path.rings[0]) if path.rings else 0)


def _is_ground(item: PaintedObject) -> bool:
    """Whether it leaves ink over some area: no text, no line, not the paper's white."""
    if isinstance(item, PaintedText) or (isinstance(item, PaintedPath) and item.stroked) or item.layer != "page":
        return False
    paint = paint_of(item)
    found = None if paint is None else inks(paint.space, paint.value)
    return found is None or any(value > 0.005 for value in found.values())


def _edges(inner: Bbox, outer: Bbox) -> tuple[tuple[str, float], ...]:
    """How far `outer` reaches past `inner`, by edge."""
    return (
        ("left", inner.left - outer.left),
        ("lower", inner.bottom - outer.bottom),
        ("right", outer.right - inner.right),
        ("upper", outer.top - inner.top),
    )


def _touching(page: PdfPage) -> Iterator[tuple[PaintedObject, str, float]]:
    """Grounds that come up to an edge of the trim, and how far they go past it."""
    for item in printed(page):
        for part in parts(item) if _is_ground(item) else ():
            met = part.shared(page.trim)
            if met is not None and met.area >= 4:
                yield from ((item, edge, past) for edge, past in _edges(page.trim, part) if past > -_AT)


def _bleed(document: Document) -> Iterator[Breach]:
    for page in document.pages:
        room = dict(_edges(page.trim, page.bleed))
        for item, edge, past in _touching(page):
            if past < max(BLEED, min(room[edge], BLEED)) - _SLACK:
                yield Breach(
                    f"something touches the {edge} edge of the trim, and ends {_millimetres(past)} mm past it",
                    page.number,
                    item.visible_box,
                )


def _millimetres(points: float) -> str:
    return f"{max(0.0, points) / 72 * 25.4:.1f}"


def _bleed_box(document: Document) -> Iterator[Breach]:
    for page in document.pages:
        touches = next(_touching(page), None) is not None
        short = [edge for edge, past in _edges(page.trim, page.bleed) if past < BLEED - _SLACK]
        if cos.get(page.value, "BleedBox") is None or short:
            severity = Severity.ERROR if touches else Severity.WARNING
            stated = "there is no BleedBox" if cos.get(page.value, "BleedBox") is None else "the bleed is under 3 mm"
            yield Breach(stated, page.number, severity=severity)


def _crop(document: Document) -> Iterator[Breach]:
    for page in document.pages:
        crop = page.inherited("CropBox")
        if crop is not None and max(abs(past) for _, past in _edges(page.media, page.crop)) > 0.01:
            yield Breach("CropBox is not the MediaBox, and hides a part of the page", page.number)
        if (cos.number(cos.get(page.value, "UserUnit")) or 1.0) != 1.0:
            yield Breach("the page is scaled (UserUnit)", page.number)


def _one_size(document: Document) -> Iterator[Breach]:
    sizes = {(round(page.trim.width), round(page.trim.height)) for page in document.pages}
    if len(sizes) > 1:
        yield Breach(f"the pages have {len(sizes)} sizes")


_G = RuleFamily.GWG
RULES = (
    rule("gwg.resolution", "Images are fine enough", "Ghent Workgroup 2022, image resolution", _resolution, _G,
         hint="take a larger image, or print it smaller"),
    rule("gwg.hairline", "No line is thinner than 0.25 pt", "Ghent Workgroup 2022, thin lines", _hairlines, _G,
         hint="draw it thicker"),
    rule("gwg.bleed", "What touches the trim reaches 3 mm past it", "Ghent Workgroup 2022, bleed", _bleed, _G,
         hint="draw it to the bleed's edge"),
    rule("gwg.bleed-box", "There is a bleed of 3 mm", "Ghent Workgroup 2022, page boxes", _bleed_box, _G),
    rule("gwg.crop-box", "The page is shown whole", "Ghent Workgroup 2022, page boxes", _crop, _G),
    rule("gwg.page-size", "All pages have one size", "Ghent Workgroup 2022, page size", _one_size, _G,
         severity=Severity.WARNING),
)  # fmt: skip
