"""The preflight: what would go wrong with a page on the press, or on the screen, in the editions that are wanted."""

from __future__ import annotations

from collections.abc import Callable, Collection

from reportgen.brand import Brand
from reportgen.brand.press import press_problems
from reportgen.colour.profiles import OutputIntent
from reportgen.page import Page
from reportgen.prepress.resolution import coarse_pictures, heavy_pictures
from reportgen.prepress.small_type import small_type
from reportgen.prepress.thin_lines import thin_lines
from reportgen.problems import Place, Problem


def preflight(
    page: Page, brand: Brand, editions: Collection[str], intent: OutputIntent, place_of: Callable[[str], Place]
) -> tuple[Problem, ...]:
    """Problems of inks, type, lines and pictures, each at its place in the brand file or, by `place_of`, in the report.

    Raises `DrawingError` for a picture that cannot be read.
    """
    if "print" not in editions:
        return coarse_pictures(page, "screen", place_of) if editions else ()
    of_brand = press_problems(brand, intent)
    told = {(each.code, each.place) for each in of_brand}
    return (
        *of_brand,
        *(each for each in small_type(page, brand, intent, place_of) if (each.code, each.place) not in told),
        *thin_lines(page, intent, place_of),
        *coarse_pictures(page, "print", place_of),
        *heavy_pictures(page, intent, place_of),
    )
