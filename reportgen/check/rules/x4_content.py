"""PDF/X-4 rules on what pages paint: colour spaces, graphics states, transparency, XObjects (ISO 15930-7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportgen.check import object_access
from reportgen.check.document import Document, PdfPage
from reportgen.check.painted_objects import PaintedObject, PaintedPath, PaintedPicture, PaintedText, Shade
from reportgen.check.rule import Found, RuleFamily, rule
from reportgen.check.spaces import Space, read_space

BLEND_MODES = frozenset(
    (
        "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn",
        "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity",
    )
)  # fmt: skip
_DEVICE_OF = {b"GRAY": {"DeviceGray"}, b"RGB ": {"DeviceRGB", "DeviceGray"}, b"CMYK": {"DeviceCMYK", "DeviceGray"}}


def allowed(document: Document) -> set[str]:
    """The device spaces that the output intent gives a meaning; all but RGB where there is none."""
    space = (document.profile or b"")[16:20]
    return _DEVICE_OF.get(space, {"DeviceCMYK", "DeviceGray"})


def painted_spaces(thing: PaintedObject) -> Iterator[tuple[str, Space]]:
    """The spaces of the colours that a thing is painted with, and what they are used for."""
    match thing:
        case PaintedText():
            if thing.mode not in (3, 7):
                yield "text", thing.shown.space
            if thing.mode in (2, 6):
                yield "text outline", thing.stroke.space
        case PaintedPath():
            yield ("a line" if thing.stroked else "a fill"), thing.paint.space
        case PaintedPicture() if thing.stencil:
            yield "a stencil", thing.paint.space
        case PaintedPicture():
            yield ("a soft mask" if thing.layer == "mask" else "an image"), thing.space
        case Shade():
            yield "a shading", thing.space


def _device_colours(document: Document) -> Iterator[Found]:
    good = allowed(document)
    for page in document.pages:
        for thing in page.painted.things:
            for use, space in painted_spaces(thing):
                yield from _judge(space, use, good, page, thing)
        for space in page.painted.spaces:  # named, though nothing may be painted with it
            yield from _judge(space, "a colour space in use", good, page, None)


def _judge(space: Space, use: str, good: set[str], page: PdfPage, thing: PaintedObject | None) -> Iterator[Found]:
    for depth, each in enumerate(space.chain()):
        if each.family in ("DeviceRGB", "DeviceCMYK", "DeviceGray") and each.family not in good:
            where = f"{use} is in {each.family}" if not depth else f"{use} is in {space.family} over {each.family}"
            yield Found(f"{where}, which the output intent gives no meaning", page.number, thing.box if thing else None)


def _groups(document: Document) -> Iterator[Found]:
    good = allowed(document)
    for page in document.pages:
        own = object_access.get(page.value, "Group")
        for group, use in [
            (own, "the page's transparency group"),
            *((g, "a transparency group") for g in page.painted.groups),
        ]:
            value = object_access.get(group, "CS")
            if value is not None:
                yield from _judge(read_space(value), use, good, page, None)


def _transparent(page: PdfPage) -> bool:
    return any(
        thing.look.alpha < 1 or thing.look.blend not in ("Normal", "Compatible") or thing.look.masked
        or (isinstance(thing, PaintedPicture) and object_access.is_stream(object_access.get(thing.value, "SMask")))
        for thing in page.painted.things
    )  # fmt: skip


def _blending_space(document: Document) -> Iterator[Found]:
    if any(object_access.name(object_access.get(each, "S")) == "GTS_PDFA1" for each in document.intents):
        return
    for page in document.pages:
        if _transparent(page) and object_access.get(page.value, "Group", "CS") is None:
            yield Found(
                "the page has transparency, and neither a group nor an output intent says in what space", page.number
            )


def _states(document: Document) -> Iterator[tuple[PdfPage, Any]]:
    for page in document.pages:
        for state in page.painted.states:
            yield page, state


def _transfer(document: Document) -> Iterator[Found]:
    for page, state in _states(document):
        named = object_access.name(object_access.get(state, "TR2"))
        if object_access.get(state, "TR") is not None:
            yield Found("a graphics state has a transfer function (TR)", page.number)
        elif object_access.get(state, "TR2") is not None and named != "Default":
            yield Found("a graphics state has a transfer function (TR2)", page.number)


def _halftone(document: Document) -> Iterator[Found]:
    for page, state in _states(document):
        halftone = object_access.get(state, "HT")
        if halftone is None or object_access.name(halftone) == "Default":
            continue
        kind = object_access.integer(object_access.get(halftone, "HalftoneType"))
        if kind not in (1, 5):
            yield Found(f"a halftone is of type {kind}; only 1 and 5 are allowed", page.number)
        if object_access.get(halftone, "HalftoneName") is not None:
            yield Found("a halftone is named", page.number)
        if object_access.get(halftone, "TransferFunction") is not None:
            yield Found("a halftone has a transfer function", page.number)


def _blends(document: Document) -> Iterator[Found]:
    for page, state in _states(document):
        for each in object_access.listed(object_access.get(state, "BM")):
            called = object_access.name(each)
            if called not in BLEND_MODES:
                yield Found(f"there is no blend mode `{called}`", page.number)


def _foreign(document: Document) -> Iterator[Found]:
    for numbers, what in (
        (document.census.opi, "is a placeholder for another file (OPI)"),
        (document.census.postscript, "is PostScript"),
        (document.census.references, "is a reference to another file's page (Ref)"),
        (document.census.alternates, "is an image with alternates"),
    ):
        for number in numbers:
            yield Found(f"object {number} {what}")


def _interpolated(document: Document) -> Iterator[Found]:
    for number in document.census.interpolated:
        yield Found(f"the image in object {number} is to be interpolated")


_X, _A = RuleFamily.X4, RuleFamily.A2
RULES = (
    rule("x4.device-colour", "Every colour has a meaning under the output intent",
         "ISO 15930-7, 6.4.3.2; ISO 19005-2, 6.2.4.3", _device_colours, _X, _A,
         hint="convert it to the output intent's space"),
    rule("x4.group-space", "Transparency is blended in the output intent's space",
         "ISO 15930-7, transparency; ISO 19005-2, 6.2.10", _groups, _X, _A),
    rule("a2.blending-space", "A page with transparency says in what space it is blended", "ISO 19005-2, 6.2.10",
         _blending_space, _A),
    rule("x4.transfer-function", "There are no transfer functions", "ISO 15930-7, graphics state; ISO 19005-2, 6.2.5",
         _transfer, _X, _A),
    rule("x4.halftone", "There are no halftone tricks", "ISO 15930-7, graphics state; ISO 19005-2, 6.2.5", _halftone,
         _X, _A),
    rule("x4.blend-mode", "Blend modes are those of ISO 32000-1", "ISO 15930-7, transparency; ISO 19005-2, 6.2.10",
         _blends, _X, _A),
    rule("x4.foreign-xobject", "There is no OPI, PostScript, reference or alternate image",
         "ISO 15930-7, XObjects; ISO 19005-2, 6.2.8 and 6.2.9", _foreign, _X, _A),
    rule("x4.interpolate", "No image is interpolated", "ISO 19005-2, 6.2.8", _interpolated, _X, _A),
)  # fmt: skip
