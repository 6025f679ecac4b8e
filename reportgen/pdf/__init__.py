"""The stage that draws a `Page` as the bytes of a PDF. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from reportgen.colour.inks import Ink
from reportgen.colour.profiles import OutputIntent, fogra39, srgb_intent
from reportgen.page import Page
from reportgen.pdf.canvas import InkCanvas
from reportgen.pdf.draw import draw_page, without_links
from reportgen.pdf.edition_colours import InkTable, PrintColour, ScreenColour
from reportgen.pdf.engine import our_settings
from reportgen.pdf.errors import BadPicture, BrokenPromise, CannotDraw, DrawingError, MissingGlyph, UnknownInk
from reportgen.pdf.figure_drawing import FigurePainter
from reportgen.pdf.figure_type import FontBook
from reportgen.pdf.metadata import claims_of, describe, identified, output_intents
from reportgen.pdf.page_facts import facts_in, facts_of
from reportgen.pdf.sheet import close_sheet, open_sheet, sheet_of
from reportgen.pdf.tags import Tagger
from reportgen.standards import SCREEN, Edition, Fact, checked, violations

__all__ = [
    "BadPicture",
    "BrokenPromise",
    "CannotDraw",
    "DrawingError",
    "FontBook",
    "MissingGlyph",
    "UnknownInk",
    "render_page",
]


def render_page(
    page: Page,
    *,
    inks: Iterable[Ink],
    fonts: FontBook,
    created: datetime,
    edition: Edition = SCREEN,
    intent: OutputIntent | None = None,
    drawn: Callable[[InkCanvas], None] | None = None,
) -> bytes:
    """An edition of `page` as a PDF file. `inks` and `fonts` are what figures may use; `created` is aware.

    `intent` is what the file is made for; without one it is sRGB, or FOGRA39 for an edition in CMYK. `drawn` is given
    the canvas when all is drawn, to see what is on it.

    Raises `DrawingError`: a colour that is no ink, a picture that cannot be read, a figure that asks for too much;
    and, before anything is drawn, `BrokenPromise` with all that would break what the edition promises.
    """
    made_for = intent or (srgb_intent() if edition.colour == "srgb" else fogra39())
    _keep_promises(facts_of(page, edition), edition, made_for)
    page, sheet = page if edition.links else without_links(page), sheet_of(page, edition.bleed)
    claims, known = claims_of(page, edition, created), tuple(inks)
    with our_settings():
        colour = ScreenColour() if edition.colour == "srgb" else PrintColour(made_for, known)
        canvas = InkCanvas(page.width, page.height, colour)
        tagger = Tagger(page, canvas)
        open_sheet(sheet, canvas)
        with FigurePainter(canvas, InkTable(known), fonts) as figures:
            draw_page(page, canvas, figures, tagger)
        close_sheet(sheet, canvas)
        catalog = describe(claims, canvas)
        catalog.entries["OutputIntents"] = output_intents(made_for, edition.promises, canvas.document)
        tagger.finish(catalog)
        _keep_promises(facts_in(canvas), edition, made_for)
        data = identified(canvas.finish(), claims)
    if drawn:
        drawn(canvas)
    return data


def _keep_promises(facts: Iterable[Fact], edition: Edition, intent: OutputIntent) -> None:
    """Raises `BrokenPromise` with all that is against what the edition promises."""
    reasons = checked(edition.promises, links=edition.links, colour=edition.colour, profile=intent.profile)
    broken = violations(facts, edition.promises)
    if reasons or broken:
        raise BrokenPromise(reasons, broken)
