"""What can go wrong while a page is drawn. Every message is a clause that a problem can take over as it is."""

from __future__ import annotations

from reportgen.colour.inks import Ink
from reportgen.standards import Violation


class DrawingError(ValueError):
    """A page or a figure on it cannot be drawn."""


class UnknownInk(DrawingError):  # noqa: N818  # reads as what it is
    """A colour came to be drawn that is none of the brand's inks."""

    def __init__(self, srgb: tuple[int, int, int], nearest: Ink | None) -> None:
        self.srgb = srgb
        self.nearest = nearest
        near = f"; the nearest is `{nearest.name}` {nearest.hex}" if nearest else "; the brand has no inks"
        super().__init__(f"the colour #{bytes(srgb).hex()} is no ink of the brand{near}")


class BadPicture(DrawingError):  # noqa: N818  # reads as what it is
    """The bytes are no picture that can be drawn."""


class CannotDraw(DrawingError):  # noqa: N818  # reads as what it is
    """A figure asks for something that a page cannot hold as it should."""


class MissingGlyph(DrawingError):  # noqa: N818  # reads as what it is
    """A figure's text has a character for which its face has no glyph."""


class BrokenPromise(DrawingError):  # noqa: N818  # reads as what it is
    """The page would not be what its edition promises: `reasons` are of the edition, `violations` of the page."""

    def __init__(self, reasons: tuple[str, ...], violations: tuple[Violation, ...]) -> None:
        self.reasons = reasons
        self.violations = violations
        super().__init__("; ".join([*reasons, *(violation.message for violation in violations)]))
