"""The colours of fills, about as they look in sRGB, from the operators that set their colour and their alpha."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from reportgen.pdf.canvas import InkCanvas
from reportgen.verify.drawn import FillColour, Rgb
from reportgen.verify.run_text import UnreadableError

_COUNTS = {"rg": 3, "k": 4}


class Palette:
    """The colours and states of one page."""

    def __init__(self, canvas: InkCanvas) -> None:
        self._spaces = canvas.objects.labelled("ColorSpace")
        self._states = canvas.objects.labelled("ExtGState")
        self._known: dict[tuple[float, str], FillColour] = {}

    def process(self, paint: FillColour, written: str) -> FillColour:
        """The paint after a colour in sRGB or CMYK, operands and operator as one text."""
        key = paint.alpha, written
        if key not in self._known:
            self._known[key] = self.colour(paint, written.split())
        return self._known[key]

    def colour(self, paint: FillColour, written: Sequence[str]) -> FillColour:
        """The paint after operands and operator of a colour of fills."""
        operator = written[-1]
        if operator == "cs":
            return replace(paint, operator=written[0][1:], colour=None)
        if operator == "scn":
            return self._tint(paint, written[:-1])
        return FillColour(" ".join(written), _rgb(tuple(written)), paint.alpha)

    def state(self, paint: FillColour, label: str) -> FillColour:
        """The paint after a `gs`; one that says nothing of alpha leaves it as it is."""
        if label[1:] not in self._states:
            raise UnreadableError(f"the state `{label}`")
        alpha = self._states[label[1:]][1].get("ca")
        return paint if alpha is None else replace(paint, alpha=float(alpha))

    def _tint(self, paint: FillColour, operands: Sequence[str]) -> FillColour:
        """A spot colour as it looks without its ink; a pattern hides nothing and has no colour."""
        if operands[-1].startswith("/"):
            return replace(paint, operator="pattern", colour=None)
        if paint.operator not in self._spaces:
            raise UnreadableError(f"the colour space `{paint.operator}`")
        space = self._spaces[paint.operator][1]
        full = space[3]["C1"].decode("ascii").strip("[]").split()
        tint = float(operands[0])
        return replace(paint, colour=_rgb((*(str(tint * float(value)) for value in full), "k")))


@lru_cache(maxsize=512)
def _rgb(written: tuple[str, ...]) -> Rgb:
    """A colour in sRGB or CMYK as sRGB, CMYK by the simple rule (ISO 32000-1, 10.3.5): enough to tell two apart."""
    *operands, operator = written
    try:
        values = [float(value) for value in operands]
    except ValueError:
        values = []
    if len(values) != _COUNTS[operator]:
        raise UnreadableError(f"the colour `{' '.join(written)}`")
    if operator == "rg":
        return values[0], values[1], values[2]
    cyan, magenta, yellow, black = values
    return 1 - min(1.0, cyan + black), 1 - min(1.0, magenta + black), 1 - min(1.0, yellow + black)
