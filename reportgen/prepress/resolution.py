"""Whether the pictures of a page have pixels enough at their final size, and not more ink than a press takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reportgen.colour.profiles import OutputIntent
from reportgen.page import Page, PictureBox
from reportgen.pdf.images import is_cmyk, read_picture, size_of
from reportgen.pdf.picture_colours import PrintPictures
from reportgen.press_practice import COARSE_PPI, FINE_PPI, INK_ROUNDING, MOST_INK, coarseness
from reportgen.problems import Place, Problem, Severity

SCREEN_FINE = 100.0
"""Pixels to the inch that a screen shows at 100 %."""

_SLACK = 5.0
"""Profiles keep to their limit to within a few per cent of ink."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """One picture at its final size in pt: `source` names its block, `pixels` are its own, upright.

    `ppi` is the lesser of both ways.
    """

    source: str
    pixels: tuple[int, int]
    size: tuple[float, float]
    ppi: float


def resolutions(page: Page) -> tuple[Resolution, ...]:
    """Every picture of a page, in its order. Raises `BadPicture`."""
    return tuple(_resolution(picture, source) for picture, source in _pictures(page))


def _pictures(page: Page) -> Iterator[tuple[PictureBox, str]]:
    """The pictures of a page, each with the block it shows."""
    return ((box, source) for box, _, source in page.walk() if isinstance(box, PictureBox))


def coarse_pictures(page: Page, edition: str, place_of: Callable[[str], Place]) -> tuple[Problem, ...]:
    """What is wrong with the pictures of a page in an edition ("screen" or "print"), at the places of their blocks.

    Pixels to the inch: in print under 225 is a warning and under 150 an error; on screen under 100 is a warning.
    Raises `BadPicture`.
    """
    wanted, least = (FINE_PPI, COARSE_PPI) if edition == "print" else (SCREEN_FINE, 0.0)
    return tuple(
        _problem(found, edition, wanted, least, severity, place_of(found.source))
        for found in resolutions(page)
        if (severity := coarseness(found.ppi, wanted, least))
    )


def heavy_pictures(page: Page, intent: OutputIntent, place_of: Callable[[str], Place]) -> tuple[Problem, ...]:
    """Pictures that put more ink on the paper than a press takes. Raises `BadPicture`."""
    problems = []
    for picture, source in _pictures(page):
        total = ink_of(picture, intent)
        if total > min(intent.ink_limit + _SLACK, MOST_INK + INK_ROUNDING):
            message = (
                f"the picture puts {total:.0f} % of ink on the paper; {intent.condition} takes {intent.ink_limit:.0f}"
            )
            hint = (
                "save it in RGB, or convert it with the profile of the press"
                if is_cmyk(picture.data)
                else f"name a profile that keeps to {intent.ink_limit:.0f} %, or raise the `ink limit` of the brand"
            )
            problems.append(Problem("ink-sum", message, place_of(source), hint))
    return tuple(problems)


def ink_of(picture: PictureBox, intent: OutputIntent) -> float:
    """The highest sum of inks, in per cent, in a picture as it is printed. Raises `BadPicture`."""
    return read_picture(picture.data, PrintPictures(intent), picture.rect.width, picture.rect.height).ink


def _resolution(picture: PictureBox, source: str) -> Resolution:
    (wide, high), rect = size_of(picture.data), picture.rect
    ppi = min(72 * wide / rect.width, 72 * high / rect.height)
    return Resolution(source, (wide, high), (rect.width, rect.height), ppi)


def _problem(found: Resolution, edition: str, wanted: float, least: float, severity: Severity, place: Place) -> Problem:
    seen = "print needs" if edition == "print" else "a screen shows"
    message = f"the picture has {found.ppi:.0f} pixels to the inch at its size here; {seen} {wanted:.0f}"
    if severity is Severity.ERROR:
        message += f", and under {least:.0f} its pixels are seen"
    pixels = [round(wanted * side / found.ppi) for side in found.pixels]
    hint = f"use one of {pixels[0]} by {pixels[1]} pixels or more"
    return Problem("resolution", message, place, hint, severity)
