"""Contrast of every text against what is painted behind it (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.check.background import Background
from reportgen.check.colour_appearance import Rgb, blend, contrast, to_rgb
from reportgen.check.document import Document
from reportgen.check.painted_objects import PaintedText
from reportgen.check.rule import Breach, RuleFamily, rule
from reportgen.problems import Severity

LEAST, LEAST_LARGE = 4.5, 3.0
LARGE, LARGE_BOLD = 18.0, 14.0
_SLACK = 0.05
_MOST_POINTS = 12
_SHARE = 0.2


def _contrast(document: Document) -> Iterator[Breach]:
    for page in document.pages:
        background = Background(page, document)
        for text in page.painted.texts:
            if text.artifact or not text.visible or not text.text.strip():
                continue
            worst, least, words = _worst(text, background, document), needed(text), text.text.strip()[:30]
            if worst is not None and worst < least - _SLACK:
                yield Breach(
                    f"“{words}” has a contrast of {worst:.1f}:1 with its ground; {least:g}:1 is needed",
                    page.number,
                    text.box,
                    _weight(text, worst, least),
                )


def _weight(text: PaintedText, worst: float, least: float) -> Severity:
    """How an ink looks is known from a proof, which is not exact: near the limit it is a warning."""
    like = text.shown.space.under if text.shown.space.family == "ICCBased" else text.shown.space
    in_inks = like is not None and like.family in ("DeviceCMYK", "Separation", "DeviceN")
    return Severity.WARNING if in_inks and worst >= 0.9 * least else Severity.ERROR


def needed(text: PaintedText) -> float:
    """The least ratio: 3:1 from 18 pt, or from 14 pt in bold."""
    size = text.size + 0.05
    return LEAST_LARGE if size >= LARGE or (text.font.bold and size >= LARGE_BOLD) else LEAST


def _worst(text: PaintedText, background: Background, document: Document) -> float | None:
    """The ratio that a fifth of the characters do not reach; None for a pattern or a broken colour."""
    paint = text.shown
    own = None if paint.pattern is not None else to_rgb(paint.space, paint.value, document.from_cmyk)
    if own is None:
        return None
    places = [
        point
        for point, glyph in zip(text.centres, text.glyphs, strict=True)
        if glyph.text is None or glyph.text.strip()
    ]
    step = max(1, len(places) // _MOST_POINTS)
    ratios = sorted(_ratio(own, text, background.under(point, text.order, text.size / 4)) for point in places[::step])
    return ratios[min(len(ratios) - 1, int(_SHARE * len(ratios)))] if ratios else None


def _ratio(own: Rgb, text: PaintedText, behind: tuple[Rgb, ...]) -> float:
    return min(contrast(blend(own, each, text.compositing.alpha, text.compositing.blend), each) for each in behind)


RULES = (
    rule("ua.contrast", "Text stands out from what is behind it", "WCAG 2.2, 1.4.3", _contrast, RuleFamily.UA,
         hint="set it darker, lighter or larger"),
)  # fmt: skip
