"""Whether the logos of a page can be seen on its paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportgen.brand import Brand
from reportgen.brand.contrast import LEAST_SEEN
from reportgen.colour.inks import Ink, contrast
from reportgen.content.report import Logo, Report
from reportgen.problems import Problem, Severity
from reportgen.raster.decoding import opened_picture

_LOOKED_AT = 48
"""Pixels a side to which a logo is made smaller to be looked at."""
_LIGHT = 0.18
"""The luminance of a middle grey."""
_SEEN = 128
"""From this alpha on a pixel counts."""


def faint_logos(report: Report, brand: Brand) -> Iterator[Problem]:
    """A warning for every logo of which no colour stands out from the paper; it may be made for another ground."""
    paper = brand.roles.paper
    ground = "light" if paper.luminance > _LIGHT else "dark"
    for logo in report.logos:
        best = max((contrast(Ink("logo", colour), paper) for colour in _colours(logo)), default=LEAST_SEEN)
        if best < LEAST_SEEN:
            message = f"the logo can hardly be seen: its contrast on the paper is {best:.1f}:1, of {LEAST_SEEN:g}:1"
            hint = f"use the version that is made for a {ground} ground, or another brand"
            yield Problem("contrast", message, report.place_of(f"{logo.path}.file"), hint, Severity.WARNING)


def _colours(logo: Logo) -> set[tuple[int, int, int]]:
    """The colours that a logo shows, in sRGB."""
    if logo.kind == "svg":
        from reportgen.svg import read_svg

        shapes = read_svg(logo.data).shapes
        return {colour for shape in shapes for colour in (shape.fill, shape.stroke) if colour is not None}
    with opened_picture(logo.data) as picture:
        small = picture.convert("RGBA").resize((_LOOKED_AT, _LOOKED_AT))
        found: Any = small.getcolors(_LOOKED_AT**2) or ()  # Any: of four channels each
        return {colour[:3] for _, colour in found if colour[3] >= _SEEN}
