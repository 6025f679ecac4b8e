"""What an SVG may hold that a page of flat vector shapes cannot show, and how a person gets rid of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from reportgen.svg.svg_drawing import SvgError


class Feature(Enum):
    """One thing that is not drawn: "the logo has ..." and "export it with ..."."""

    TEXT = "text that is not converted to outlines", "the text converted to paths"
    GRADIENT = "a gradient", "flat colours instead of gradients and patterns"
    PATTERN = "a pattern", "flat colours instead of gradients and patterns"
    IMAGE = "a picture embedded in it", "shapes only, no embedded pictures"
    SEE_THROUGH = "see-through colours", "every colour fully opaque"
    BLEND = "colours that are blended with what is beneath", "every colour fully opaque"
    FILTER = "an effect such as a shadow or blur", "effects, masks and clipping removed or flattened"
    MASK = "a mask", "effects, masks and clipping removed or flattened"
    CLIP = "a clipping path that cuts shapes", "effects, masks and clipping removed or flattened"
    BEYOND = "shapes that reach beyond its edge", "the artboard fitted to the drawing"
    DASHES = "dashed lines", "lines converted to outlines"
    ENDS = "lines with ends or corners of a kind that is not known", "lines converted to outlines"
    STRETCHED = "lines that are stretched more in one direction", "lines converted to outlines"
    MARKERS = "arrow heads or markers on lines", "lines converted to outlines"
    PAINT_ORDER = "lines painted under their shapes", "lines converted to outlines"
    ANIMATION = "animation", "no animation or scripts"
    SCRIPT = "a script", "no animation or scripts"
    NESTED = "a drawing nested in the drawing", "all symbols and nested drawings expanded"
    OUTSIDE = "a reference to another file or to a part that is missing", "everything it uses embedded"
    RULES = "style rules of a kind that is not read", "styling as presentation attributes"
    COLOUR = "a colour that is not understood", "colours as plain RGB"
    UNKNOWN = "parts that are not shapes", "shapes only"

    @property
    def words(self) -> str:
        """The thing, after "the logo has"."""
        return self.value[0]

    @property
    def act(self) -> str:
        """The remedy, after "export it with"."""
        return self.value[1]


ELEMENTS = {
    "text": Feature.TEXT,
    "image": Feature.IMAGE,
    "foreignObject": Feature.UNKNOWN,
    "switch": Feature.UNKNOWN,
    "script": Feature.SCRIPT,
    "animate": Feature.ANIMATION,
    "animateColor": Feature.ANIMATION,
    "animateMotion": Feature.ANIMATION,
    "animateTransform": Feature.ANIMATION,
    "set": Feature.ANIMATION,
    "svg": Feature.NESTED,
}
"""Elements that stand for a feature wherever they would be painted."""


def refusal(features: Iterable[Feature]) -> SvgError:
    """The error that names every one of `features`, each once, in the order in which they were met."""
    met = list(dict.fromkeys(features))
    acts = list(dict.fromkeys(feature.act for feature in met))
    return SvgError(f"the logo has {_listed([feature.words for feature in met])}", f"export it with {_listed(acts)}")


def _listed(words: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
