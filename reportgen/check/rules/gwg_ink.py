"""Ghent Workgroup practice on inks: overprint, black text, ink sum, several inks in what is small, spot colours."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.check import image_samples
from reportgen.check.background import Background
from reportgen.check.document import Document, PdfPage
from reportgen.check.painted_objects import (
    PaintedColour,
    PaintedObject,
    PaintedPath,
    PaintedPicture,
    PaintedText,
    Shade,
    parts,
)
from reportgen.check.rule import Found, RuleFamily, rule
from reportgen.check.spaces import PROCESS, ink_sum, inks
from reportgen.geometry import Bbox
from reportgen.problems import Severity

SMALL_BLACK = 12.0
SMALL_TEXT = 9.0
THIN_LINE = 0.5
SOLID = 0.85
INK_LIMIT = 320.0
_TRACE = 0.005
_SLACK = 0.5
_MOST_SPOTS = 2


def printed(page: PdfPage) -> Iterator[PaintedObject]:
    """What is painted within the bleed and can be seen."""
    for thing in page.painted.things:
        if thing.layer == "mask" or thing.look.alpha <= 0:
            continue
        if thing.layer != "page" or any(_meets(part, page.bleed) for part in parts(thing)):
            yield thing


def _meets(part: Bbox, area: Bbox) -> bool:
    """Whether some of a part is in an area; a line without width counts too."""
    met = part.shared(area)
    return met is not None and (met.area > 0 or part.area == 0)


def paint_of(thing: PaintedObject) -> PaintedColour | None:
    """The plain colour of a thing; None for pictures, shadings and patterns."""
    match thing:
        case PaintedText() if thing.mode not in (3, 7):
            return thing.shown if thing.shown.pattern is None else None
        case PaintedPath() if thing.paint.pattern is None and thing.paint.space.family != "Pattern":
            return thing.paint
        case PaintedPicture() if thing.stencil:
            return thing.paint if thing.paint.pattern is None else None
        case _:
            return None


def _inks(paint: PaintedColour) -> dict[str, float] | None:
    found = inks(paint.space, paint.value)
    return None if found is None else {name: value for name, value in found.items() if value > _TRACE}


def _texts(document: Document) -> Iterator[tuple[PdfPage, PaintedText, dict[str, float]]]:
    for page in document.pages:
        for thing in printed(page):
            paint = paint_of(thing) if isinstance(thing, PaintedText) and thing.text.strip() else None
            found = None if paint is None else _inks(paint)
            if found is not None and isinstance(thing, PaintedText):
                yield page, thing, found


def _black_overprints(document: Document) -> Iterator[Found]:
    for page, text, found in _texts(document):
        black = set(found) == {"Black"} and found["Black"] > 0.995
        if not black or text.size >= SMALL_BLACK or text.shown.space.family == "DeviceGray":
            continue
        if not text.look.overprint:
            yield Found(f"black text under {SMALL_BLACK:g} pt knocks out of what is under it", page.number, text.box)
        elif text.look.mode != 1 and text.shown.space.family == "DeviceCMYK":
            yield Found("black text overprints in mode 0, which knocks out the other inks", page.number, text.box)


def _gray_text(document: Document) -> Iterator[Found]:
    for page, text, found in _texts(document):
        if text.shown.space.family == "DeviceGray" and found:
            yield Found("text is in DeviceGray, which cannot overprint", page.number, text.box)


def _rich_black(document: Document) -> Iterator[Found]:
    for page, text, found in _texts(document):
        others = sum(value for name, value in found.items() if name != "Black")
        if text.size < SMALL_BLACK and found.get("Black", 0.0) >= SOLID and others > 0.1:
            yield Found(f"text under {SMALL_BLACK:g} pt is in black with other inks", page.number, text.box)


def _white_overprints(document: Document) -> Iterator[Found]:
    for page in document.pages:
        for thing in printed(page):
            paint = paint_of(thing)
            if paint is not None and thing.look.overprint and _inks(paint) == {}:
                yield Found("something white overprints, and will not be seen", page.number, thing.box)


def _ink_sum(document: Document) -> Iterator[Found]:
    limit = document.ink_limit
    for page in document.pages:
        for thing in printed(page):
            most = highest(thing)
            if most is not None and most > limit + _SLACK:
                yield Found(
                    f"{_what(thing)} prints {most:.0f} % of ink; the limit is {limit:g} %", page.number, thing.box
                )


def _what(thing: PaintedObject) -> str:
    kinds: tuple[tuple[type[PaintedObject], str], ...] = (
        (PaintedText, "a text"),
        (PaintedPath, "a path"),
        (Shade, "a shading"),
    )
    return next((called for kind, called in kinds if isinstance(thing, kind)), "an image")


def highest(thing: PaintedObject) -> float | None:
    """The highest ink sum within a thing, in per cent; of an image, what all but one pixel in a thousand stay under."""
    paint = paint_of(thing)
    if paint is not None:
        return ink_sum(paint.space, paint.value)
    if isinstance(thing, Shade):
        sums = [total for each in thing.samples if (total := ink_sum(thing.space, each)) is not None]
        return max(sums, default=None)
    return _picture_sum(thing) if isinstance(thing, PaintedPicture) and thing.layer == "page" else None


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


def _small_in_inks(document: Document) -> Iterator[Found]:
    for page, text, found in _texts(document):
        if text.size < SMALL_TEXT - 0.01 and len(found) > 1:
            yield Found(f"text under {SMALL_TEXT:g} pt is in {len(found)} inks", page.number, text.box)


def _thin_in_inks(document: Document) -> Iterator[Found]:
    for page in document.pages:
        for thing in printed(page):
            if isinstance(thing, PaintedPath) and thing.stroked and thing.width < THIN_LINE - 0.005:
                paint = paint_of(thing)
                found = _inks(paint) if paint else None
                if found and len(found) > 1:
                    yield Found(f"a line under {THIN_LINE:g} pt is in {len(found)} inks", page.number, thing.box)


def _knocked_out(document: Document) -> Iterator[Found]:
    grounds: dict[int, Background] = {}
    for page, text, found in _texts(document):
        if found or text.size >= SMALL_TEXT - 0.01:
            continue
        ground = grounds.setdefault(page.number, Background(page, document))
        under = next(ground.covering(text.box.centre, text.order), None)
        paint = None if under is None else paint_of(under)
        below = _inks(paint) if paint else None
        if below and len(below) > 1 and max(below.values()) < SOLID:
            yield Found(
                f"white text under {SMALL_TEXT:g} pt stands in {len(below)} inks, none of {SOLID:.0%} or more",
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


def _spots(document: Document) -> Iterator[Found]:
    found = spots(document)
    if len(found) > _MOST_SPOTS:
        yield Found(f"there are {len(found)} spot colours ({', '.join(found[:6])}); each is a plate")


def _registration(document: Document) -> Iterator[Found]:
    for page in document.pages:
        for thing in printed(page):
            paint = paint_of(thing)
            if (
                paint is not None
                and "All" in paint.space.colorants
                and any(_meets(part, page.trim) for part in parts(thing))
            ):
                yield Found("registration colour is painted inside the trim", page.number, thing.box)


_G = RuleFamily.GWG
RULES = (
    rule("gwg.black-overprint", "Small black text overprints", "Ghent Workgroup 2022, black text", _black_overprints,
         _G, hint="set it in 0/0/0/100 with overprint on, mode 1"),
    rule("gwg.gray-text", "No text is in DeviceGray", "Ghent Workgroup 2022, black text", _gray_text, _G,
         hint="set it in black alone, in DeviceCMYK"),
    rule("gwg.rich-black", "Small text is black alone", "Ghent Workgroup 2022, black text", _rich_black, _G,
         hint="set it in 0/0/0/100"),
    rule("gwg.white-overprint", "White never overprints", "Ghent Workgroup 2022, white overprint", _white_overprints,
         _G, hint="turn overprint off for it"),
    rule("gwg.ink-sum", "No place takes more ink than the paper bears", "Ghent Workgroup 2022, total ink coverage",
         _ink_sum, _G, hint="convert it with the profile of the printing condition"),
    rule("gwg.small-text-inks", "Small text is in one ink", "Ghent Workgroup 2022, small text", _small_in_inks, _G,
         hint="set it larger or in black alone"),
    rule("gwg.thin-line-inks", "Thin lines are in one ink", "Ghent Workgroup 2022, thin lines", _thin_in_inks, _G,
         hint="draw it thicker or in one ink"),
    rule("gwg.knocked-out-text", "Small white text stands in a ground that one ink carries",
         "Ghent Workgroup 2022, small text", _knocked_out, _G, hint="set it larger"),
    rule("gwg.spot-colours", "There are two spot colours at most", "Ghent Workgroup 2022, spot colours", _spots, _G,
         severity=Severity.WARNING),
    rule("gwg.registration", "Registration colour stays outside the trim", "Ghent Workgroup 2022, registration colour",
         _registration, _G),
)  # fmt: skip
