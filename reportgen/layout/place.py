"""The place and the page's photograph as blocks of their own, when the header has no room for them."""

from __future__ import annotations

from reportgen.content.report import PlaceBlock, Report
from reportgen.figures.make import place_of
from reportgen.layout.block import Unit, Way
from reportgen.layout.grid import Grid
from reportgen.layout.parts import Part, column, grouped, inset, on_ground, space
from reportgen.layout.pictures import photo_part
from reportgen.layout.setter import Setter, figure_box
from reportgen.page import Role
from reportgen.text.words import words_or_signs as words

_OUTSIDE = 0.3
"""What it costs that the map or the photograph does not stand beside the title, where it is seen first."""


def offer(report: Report) -> tuple[Unit, ...]:
    """The map, if there is one, on the ground of the header, for which its inks are made."""
    place = report.place
    if place is None:
        return ()

    def make(setter: Setter, grid: Grid, columns: int) -> Part:
        return _on_its_ground(setter, place, grid.span(columns))

    return (Unit("place", (Way("block", make, 4, 8, reluctance=_OUTSIDE),), fills=True),)


def offer_photo(report: Report) -> tuple[Unit, ...]:
    """The photograph, if there is one."""
    photo = report.photo
    if photo is None:
        return ()

    def make(setter: Setter, grid: Grid, columns: int) -> Part:
        return photo_part(setter, photo, grid.span(columns), "page")

    return (Unit("photo", (Way("block", make, 4, 24, reluctance=_OUTSIDE),), fills=True),)


def map_part(setter: Setter, place: PlaceBlock, width: float) -> Part | None:
    """The map with its numbers, `width` pt wide; None, with a problem noted, when it cannot be drawn."""
    found = setter.figure(
        lambda: place_of(place, setter.brand, words(place.language), setter.note_mark), width, "place"
    )
    if found is None:
        return None
    figure, height = found
    return Part(height, lambda box: (figure_box(figure, box, "place", setter.foreign(place.language)),))


def _on_its_ground(setter: Setter, place: PlaceBlock, width: float) -> Part:
    brand = setter.brand
    bare = brand.roles.header_ground == brand.roles.paper
    padding = 0.0 if bare else brand.spaces.padding.normal
    found = map_part(setter, place, width - 2 * padding)
    if found is None:
        return column([])
    if bare:
        return grouped(found, Role.SECTION, "place")
    inner = column([space(brand.spaces.padding), inset(found, padding, padding), space(brand.spaces.padding)])
    return grouped(on_ground(inner, brand.roles.header_ground), Role.SECTION, "place")
