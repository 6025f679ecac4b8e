"""The place and the page's photograph as blocks of their own, when the header has no room for them."""

from __future__ import annotations

from reportgen.content.report import Photo, PlaceBlock
from reportgen.figures.make import place_of
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.layout_block import LayoutBlock, Variant
from reportgen.layout.parts import Part, column, grouped, inset, on_ground, space
from reportgen.layout.picture_parts import photo_part
from reportgen.layout.typesetter import PageTypesetter, figure_box
from reportgen.page import Role
from reportgen.text.words import words_or_signs as words

_OUTSIDE = 0.3
"""What it costs that the map or the photograph does not stand beside the title, where it is seen first."""


def variants(place: PlaceBlock) -> tuple[LayoutBlock, ...]:
    """The map, on the ground of the header, for which its inks are made."""

    def make(typesetter: PageTypesetter, grid: ColumnGrid, columns: int) -> Part:
        return _on_its_ground(typesetter, place, grid.span(columns))

    return (LayoutBlock("place", (Variant("block", make, 4, 8, penalty=_OUTSIDE),), fills=True),)


def photo_variants(photo: Photo) -> tuple[LayoutBlock, ...]:
    """The page's photograph."""

    def make(typesetter: PageTypesetter, grid: ColumnGrid, columns: int) -> Part:
        return photo_part(typesetter, photo, grid.span(columns), "page")

    return (LayoutBlock("photo", (Variant("block", make, 4, 24, penalty=_OUTSIDE),), fills=True),)


def map_part(typesetter: PageTypesetter, place: PlaceBlock, width: float) -> Part | None:
    """The map with its numbers, `width` pt wide; None, with a problem noted, when it cannot be drawn."""
    found = typesetter.figure(
        lambda: place_of(place, typesetter.brand, words(place.language), typesetter.note_mark), width, "place"
    )
    if found is None:
        return None
    figure, height = found
    return Part(height, lambda box: (figure_box(figure, box, "place", typesetter.foreign(place.language)),))


def _on_its_ground(typesetter: PageTypesetter, place: PlaceBlock, width: float) -> Part:
    brand = typesetter.brand
    bare = brand.roles.header_ground == brand.roles.paper
    padding = 0.0 if bare else brand.spaces.padding.normal
    found = map_part(typesetter, place, width - 2 * padding)
    if found is None:
        return column([])
    if bare:
        return grouped(found, Role.SECTION, "place")
    inner = column([space(brand.spaces.padding), inset(found, padding, padding), space(brand.spaces.padding)])
    return grouped(on_ground(inner, brand.roles.header_ground), Role.SECTION, "place")
