"""PDF/X-4 rules on what pages paint: colour spaces, graphics states, transparency, XObjects (ISO 15930-7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportgen.check import cos
from reportgen.check.colour_spaces import ColourSpace, read_space
from reportgen.check.document import Document, PdfPage
from reportgen.check.painted_objects import PaintedObject, PaintedPath, PaintedPicture, PaintedShading, PaintedText
from reportgen.check.rule import Breach, RuleFamily, odd_streams, rule

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


def painted_spaces(item: PaintedObject) -> Iterator[tuple[str, ColourSpace]]:
    """The spaces of the colours that an object is painted with, and what they are used for."""
    match item:
        case PaintedText():
            if item.mode not in (3, 7):
                yield "text", item.shown.space
            if item.mode in (2, 6):
                yield "text outline", item.stroke.space
        case PaintedPath():
            yield ("a line" if item.stroked else "a fill"), item.paint.space
        case PaintedPicture() if item.stencil:
            yield "a stencil", item.paint.space
        case PaintedPicture():
            yield ("a soft mask" if item.layer == "mask" else "an image"), item.space
        case PaintedShading():
            yield "a shading", item.space


def _device_colours(document: Document) -> Iterator[Breach]:
    good = allowed(document)
    for page in document.pages:
        for item in page.painted.objects:
            for use, space in painted_spaces(item):
                yield from _without_meaning(space, use, good, page, item)
        for space in page.painted.spaces:  # named, though nothing may be painted with it
            yield from _without_meaning(space, "a colour space in use", good, page, None)


def _without_meaning(
    space: ColourSpace, use: str, good: set[str], page: PdfPage, item: PaintedObject | None
) -> Iterator[Breach]:
    for depth, each in enumerate(space.chain()):
        if each.family in ("DeviceRGB", "DeviceCMYK", "DeviceGray") and each.family not in good:
            where = f"{use} is in {each.family}" if not depth else f"{use} is in {space.family} over {each.family}"
            yield Breach(f"{where}, which the output intent gives no meaning", page.number, item.box if item else None)


def _groups(document: Document) -> Iterator[Breach]:
    good = allowed(document)
    for page in document.pages:
        own = cos.get(page.value, "Group")
        for group, use in [
            (own, "the page's transparency group"),
            *((g, "a transparency group") for g in page.painted.groups),
        ]:
            value = cos.get(group, "CS")
            if value is not None:
                yield from _without_meaning(read_space(value), use, good, page, None)


def _transparent(page: PdfPage) -> bool:
    return any(
        item.compositing.alpha < 1 or item.compositing.blend not in ("Normal", "Compatible") or item.compositing.masked
        or (isinstance(item, PaintedPicture) and cos.is_stream(cos.get(item.value, "SMask")))
        for item in page.painted.objects
    )  # fmt: skip


def _blending_space(document: Document) -> Iterator[Breach]:
    if any(cos.name(cos.get(each, "S")) == "GTS_PDFA1" for each in document.intents):
        return
    for page in document.pages:
        if _transparent(page) and cos.get(page.value, "Group", "CS") is None:
            yield Breach(
                "the page has transparency, and neither a group nor an output intent says in what space", page.number
            )


def _states(document: Document) -> Iterator[tuple[PdfPage, Any]]:
    for page in document.pages:
        for state in page.painted.states:
            yield page, state


def _transfer(document: Document) -> Iterator[Breach]:
    for page, state in _states(document):
        named = cos.name(cos.get(state, "TR2"))
        if cos.get(state, "TR") is not None:
            yield Breach("a graphics state has a transfer function (TR)", page.number)
        elif cos.get(state, "TR2") is not None and named != "Default":
            yield Breach("a graphics state has a transfer function (TR2)", page.number)


def _halftone(document: Document) -> Iterator[Breach]:
    for page, state in _states(document):
        halftone = cos.get(state, "HT")
        if halftone is None or cos.name(halftone) == "Default":
            continue
        kind = cos.integer(cos.get(halftone, "HalftoneType"))
        if kind not in (1, 5):
            yield Breach(f"a halftone is of type {kind}; only 1 and 5 are allowed", page.number)
        if cos.get(halftone, "HalftoneName") is not None:
            yield Breach("a halftone is named", page.number)
        if cos.get(halftone, "TransferFunction") is not None:
            yield Breach("a halftone has a transfer function", page.number)


def _blends(document: Document) -> Iterator[Breach]:
    for page, state in _states(document):
        for each in cos.listed(cos.get(state, "BM")):
            called = cos.name(each)
            if called not in BLEND_MODES:
                yield Breach(f"there is no blend mode `{called}`", page.number)


_FOREIGN = {
    "OPI": "object {} is a placeholder for another file (OPI)",
    "PS": "object {} is PostScript",
    "Ref": "object {} is a reference to another file's page (Ref)",
    "Alternates": "object {} is an image with alternates",
}
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
         "ISO 15930-7, XObjects; ISO 19005-2, 6.2.8 and 6.2.9", odd_streams(**_FOREIGN), _X, _A),
    rule("x4.interpolate", "No image is interpolated", "ISO 19005-2, 6.2.8",
         odd_streams(Interpolate="the image in object {} is to be interpolated"), _X, _A),
)  # fmt: skip
