"""The quote: what somebody said, larger than text, beside a bar, with who said it under it."""

from __future__ import annotations

from functools import partial

from reportgen.content.report import Quote, Report
from reportgen.flex import fixed
from reportgen.layout.block import Unit, Way
from reportgen.layout.grid import Grid
from reportgen.layout.parts import Part, at_top, column, grouped, inset, space
from reportgen.layout.setter import Setter
from reportgen.page import Box, Path, Rect, Role, artifact, box_path
from reportgen.text.spans import plain
from reportgen.text.style import TypeStyle

_SHORT = 160
"""Up to so many characters a quote is set in the style of heads; a longer one in that of the introduction."""
_MEASURE = 0.75
"""What the lines of a quote over the whole width take of it: they stay readable."""


def offer(report: Report) -> tuple[Unit, ...]:
    """The quote, if there is one."""
    found = report.quote
    if found is None:
        return ()

    beside = Way("beside", partial(quote, found, 1.0), 4, 8)
    across = Way("across", partial(quote, found, _MEASURE), 9, 24, reluctance=0.15)
    return (Unit("quote", (beside, across)),)


def quote(found: Quote, share: float, setter: Setter, grid: Grid, columns: int) -> Part:
    """The quote over `columns` columns of the grid, of which its lines take a `share`."""
    brand = setter.brand
    roles, spaces = brand.roles, brand.spaces
    indent = spaces.padding.normal
    width = grid.span(round(columns * share)) - indent
    last = setter.noted(found.text[-1], found.source)
    said = setter.paragraphs(
        (*found.text[:-1], last), (_style(setter, found),), width, "quote.text",
        ink=roles.heading, link=roles.link, language=found.language,
    )  # fmt: skip
    who = setter.text(found.who, brand.styles.text, width, roles.caption, "quote.who", language=found.language)
    told = at_top(column([*said, space(fixed(spaces.heading.normal)), who]))
    hang = space(fixed(brand.styles.text.depth))
    return grouped(_barred(setter, column([inset(told, indent, 0.0), hang])), Role.SECTION, "quote")


def _style(setter: Setter, found: Quote) -> TypeStyle:
    styles = setter.brand.styles
    return styles.heading if sum(len(plain(rich)) for rich in found.text) <= _SHORT else styles.lead


def _barred(setter: Setter, part: Part) -> Part:
    """A bar of the accent left of a part, as high as what it says."""
    brand = setter.brand

    def draw(box: Rect) -> tuple[Box, ...]:
        bar = Rect(box.x, box.y, brand.measures.case_bar, part.height.normal)
        return (artifact(Path(box_path(bar), fill=brand.roles.case_bar)), *part.draw(box))

    return Part(part.height, draw)
