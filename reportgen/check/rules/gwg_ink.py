"""Ghent Workgroup practice on inks: overprint, black text, ink sum, several inks in what is small, spot colours."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.check import image_samples
from reportgen.check.background import Background
from reportgen.check.colour_spaces import PROCESS, ink_sum, inks
from reportgen.check.document import Document, PdfPage
from reportgen.check.painted_objects import (
    PaintedColour,
    PaintedObject,
    PaintedPath,
    PaintedPicture,
    PaintedShading,
    PaintedText,
    parts,
)
from reportgen.check.rule import Breach, RuleFamily, rule
from reportgen.geometry import Bbox
from reportgen.press_practice import (
    INK_ROUNDING,
    SMALL_BLACK_TYPE,
    SMALL_TYPE,
    SMALL_TYPE_SEVERITY,
    SOLID,
    closes_up,
    is_rich_black,
    is_small_in_inks,
    thin_inks_fault,
)
from reportgen.problems import Severity

_TRACE = 0.005
_MOST_SPOTS = 2


def printed(page: PdfPage) -> Iterator[PaintedObject]:
    """What is painted within the bleed and can be seen."""
    for item in page.painted.objects:
        if item.layer == "mask" or item.compositing.alpha <= 0:
            continue
        if item.layer != "page" or any(_meets(part, page.bleed) for part in parts(item)):
            yield item


def printed_in(document: Document) -> Iterator[tuple[PdfPage, PaintedObject]]:
    """The same for every page of a file."""
    return ((page, item) for page in document.pages for item in printed(page))


def _meets(part: Bbox, area: Bbox) -> bool:
    """Whether some of a part is in an area; a line without width counts too."""
    met = part.shared(area)
    return met is not None and (met.area > 0 or part.area == 0)


def paint_of(item: PaintedObject) -> PaintedColour | None:
    """The plain colour of an object; None for pictures, shadings and patterns."""
    match item:
        case PaintedText() if item.mode not in (3, 7):
            return item.shown if item.shown.pattern is None else None
        case PaintedPath() if item.paint.pattern is None and item.paint.space.family != "Pattern":
            return item.paint
        case PaintedPicture() if item.stencil:
            return item.paint if item.paint.pattern is None else None
        case _:
            return None


def _inks(paint: PaintedColour) -> dict[str, float] | None:
    found = inks(paint.space, paint.value)
    return None if found is None else {name: value for name, value in found.items() if value > _TRACE}


def _amounts(found: dict[str, float]) -> tuple[float, ...]:
    """Of each ink, in per cent."""
    return tuple(100 * amount for amount in found.values())


def _texts(document: Document) -> Iterator[tuple[PdfPage, PaintedText, dict[str, float]]]:
    for page, item in printed_in(document):
        paint = paint_of(item) if isinstance(item, PaintedText) and item.text.strip() else None
        found = None if paint is None else _inks(paint)
        if found is not None and isinstance(item, PaintedText):
            yield page, item, found


def _black_overprints(document: Document) -> Iterator[Breach]:
    for page, text, found in _texts(document):
        black = set(found) == {"Black"} and found["Black"] > 0.995
        if not black or text.size >= SMALL_BLACK_TYPE or text.shown.space.family == "DeviceGray":
            continue
        if not text.compositing.overprint:
            yield Breach(
                f"black text under {SMALL_BLACK_TYPE:g} pt knocks out of what is under it", page.number, text.box
            )
        elif text.compositing.mode != 1 and text.shown.space.family == "DeviceCMYK":
            yield Breach("black text overprints in mode 0, which knocks out the other inks", page.number, text.box)


def _gray_text(document: Document) -> Iterator[Breach]:
    for page, text, found in _texts(document):
        if text.shown.space.family == "DeviceGray" and found:
            yield Breach("text is in DeviceGray, which cannot overprint", page.number, text.box)


def _rich_black(document: Document) -> Iterator[Breach]:
    for page, text, found in _texts(document):
        others = sum(value for name, value in found.items() if name != "Black")
        if is_rich_black(100 * found.get("Black", 0.0), 100 * others, text.size):
            yield Breach(f"text under {SMALL_BLACK_TYPE:g} pt is in black with other inks", page.number, text.box)


def _white_overprints(document: Document) -> Iterator[Breach]:
    for page, item in printed_in(document):
        paint = paint_of(item)
        if paint is not None and item.compositing.overprint and _inks(paint) == {}:
            yield Breach("something white overprints, and will not be seen", page.number, item.box)


def _ink_sum(document: Document) -> Iterator[Breach]:
    limit = document.ink_limit
    for page, item in printed_in(document):
        most = highest(item)
        if most is not None and most > limit + INK_ROUNDING:
            yield Breach(f"{_what(item)} prints {most:.0f} % of ink; the limit is {limit:g} %", page.number, item.box)


def _what(item: PaintedObject) -> str:
    return {PaintedText: "a text", PaintedPath: "a path", PaintedShading: "a shading"}.get(type(item), "an image")


def highest(item: PaintedObject) -> float | None:
    """The highest ink sum of an object, in per cent; of an image, what all but one pixel in a thousand stay under."""
    paint = paint_of(item)
    if paint is not None:
        return ink_sum(paint.space, paint.value)
    if isinstance(item, PaintedShading):
        sums = [total for each in item.samples if (total := ink_sum(item.space, each)) is not None]
        return max(sums, default=None)
    return _picture_sum(item) if isinstance(item, PaintedPicture) and item.layer == "page" else None


def _picture_sum(picture: PaintedPicture) -> float | None:
    import numpy as np

    space = picture.space.under if picture.space.family == "ICCBased" and picture.space.under else picture.space
    if space.family == "Indexed" and space.under is not None:
        entries = len(space.table) // max(1, space.under.components)
        totals = [ink_sum(space, (float(i),)) for i in range(min(256, entries))]
        return max((total for total in totals if total is not None), default=None)
    if space.family not in ("DeviceCMYK", "DeviceN"):
        return None
    found = image_samples.samples(picture)
    return None if found is None or not found.size else 100 * float(np.percentile(found.sum(axis=2), 99.9))


def _small_in_inks(document: Document) -> Iterator[Breach]:
    for page, text, found in _texts(document):
        if is_small_in_inks(_amounts(found), text.size):
            yield Breach(f"text under {SMALL_TYPE:g} pt is in {len(found)} inks", page.number, text.box)


def _thin_in_inks(document: Document) -> Iterator[Breach]:
    for page, item in printed_in(document):
        if isinstance(item, PaintedPath) and item.stroked:
            paint = paint_of(item)
            found = _inks(paint) if paint else None
            fault = thin_inks_fault(item.width, _amounts(found)) if found else ""
            if fault:
                yield Breach(fault, page.number, item.box)


def _knocked_out(document: Document) -> Iterator[Breach]:
    backgrounds: dict[int, Background] = {}
    for page, text, found in _texts(document):
        if found or text.size >= SMALL_TYPE:
            continue
        background = backgrounds.setdefault(page.number, Background(page, document))
        under = next(background.covering(text.box.centre, text.order), None)
        paint = None if under is None else paint_of(under)
        below = _inks(paint) if paint else None
        if below and closes_up(_amounts(below), text.size):
            yield Breach(
                f"white text under {SMALL_TYPE:g} pt stands in {len(below)} inks, none of {SOLID:g}% or more",
                page.number,
                text.box,
            )


def spots(document: Document) -> list[str]:
    """The spot colours that are painted with."""
    found: dict[str, None] = {}
    for page in document.pages:
        for space in page.painted.spaces:
            for each in space.chain():
                found.update(dict.fromkeys(each.colorants))
    return [name for name in found if name not in (*PROCESS, "All", "None")]


def _spots(document: Document) -> Iterator[Breach]:
    found = spots(document)
    if len(found) > _MOST_SPOTS:
        yield Breach(f"there are {len(found)} spot colours ({', '.join(found[:6])}); each is a plate")


def _registration(document: Document) -> Iterator[Breach]:
    for page, item in printed_in(document):
        paint = paint_of(item)
        if (
            paint is not None
            and "All" in paint.space.colorants
            and any(_meets(part, page.trim) for part in parts(item))
        ):
            yield Breach("registration colour is painted inside the trim", page.number, item.box)


_G = RuleFamily.GWG
RULES = (
    rule("gwg.black-overprint", "Small black text overprints", "Ghent Workgroup 2022, black text", _black_overprints,
         _G, hint="set it in 0/0/0/100 with overprint on, mode 1"),
    rule("gwg.gray-text", "No text is in DeviceGray", "Ghent Workgroup 2022, black text", _gray_text, _G,
         hint="set it in black alone, in DeviceCMYK"),
    rule("gwg.rich-black", "Small text is black alone", "Ghent Workgroup 2022, black text", _rich_black, _G,
         hint="set it in 0/0/0/100", severity=SMALL_TYPE_SEVERITY),
    rule("gwg.white-overprint", "White never overprints", "Ghent Workgroup 2022, white overprint", _white_overprints,
         _G, hint="turn overprint off for it"),
    rule("gwg.ink-sum", "No place takes more ink than the paper bears", "Ghent Workgroup 2022, total ink coverage",
         _ink_sum, _G, hint="convert it with the profile of the printing condition"),
    rule("gwg.small-text-inks", "Small text is in one ink", "Ghent Workgroup 2022, small text", _small_in_inks, _G,
         hint="set it larger or in black alone", severity=SMALL_TYPE_SEVERITY),
    rule("gwg.thin-line-inks", "Thin lines are in one ink", "Ghent Workgroup 2022, thin lines", _thin_in_inks, _G,
         hint="draw it thicker or in one ink"),
    rule("gwg.knocked-out-text", "Small white text stands in a ground that one ink carries",
         "Ghent Workgroup 2022, small text", _knocked_out, _G, hint="set it larger",
         severity=SMALL_TYPE_SEVERITY),
    rule("gwg.spot-colours", "There are two spot colours at most", "Ghent Workgroup 2022, spot colours", _spots, _G,
         severity=Severity.WARNING),
    rule("gwg.registration", "Registration colour stays outside the trim", "Ghent Workgroup 2022, registration colour",
         _registration, _G),
)  # fmt: skip
