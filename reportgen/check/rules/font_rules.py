"""Rules on fonts: embedded, with the glyphs and widths they claim (ISO 15930-7, ISO 19005-2, ISO 14289-1)."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.check.document import Document
from reportgen.check.font_program import FontProgram
from reportgen.check.painted_objects import PaintedText
from reportgen.check.pdf_fonts import PdfFont
from reportgen.check.rule import Breach, RuleFamily, rule

_TOLERANCE = 1.5
"""Thousandths of an em; ISO 19005-2 allows 1 and a rounding."""


def _shown(document: Document) -> Iterator[tuple[PdfFont, dict[int, tuple[int, PaintedText]]]]:
    """Every font that text is shown in, with its codes and where each is shown first."""
    used: dict[int, tuple[PdfFont, dict[int, tuple[int, PaintedText]]]] = {}
    for page in document.pages:
        for item in page.painted.objects:
            if isinstance(item, PaintedText):
                _, codes = used.setdefault(id(item.font), (item.font, {}))
                for glyph in item.glyphs:
                    if item.mode != 3 or glyph.code not in codes:
                        codes.setdefault(glyph.code, (page.number, item))
    yield from used.values()


def _embedded(document: Document) -> Iterator[Breach]:
    for font, codes in _shown(document):
        if not font.embedded:
            page = next(iter(codes.values()))[0] if codes else 0
            yield Breach(f"the font {font.name} is not embedded", page)
        elif font.program is not None and font.program[0] != "FontFile" and not document.program(font).usable:
            yield Breach(f"the font program of {font.name} cannot be read")


def _notdef(document: Document) -> Iterator[Breach]:
    for font, codes in _shown(document):
        program = document.program(font)
        for code, (page, text) in sorted(codes.items()):
            if program.usable and text.mode != 3 and program.glyph(code) in (0, ".notdef"):
                yield Breach(f"{font.name} has no glyph for code {code}, and shows .notdef", page, text.box)


def _widths(document: Document) -> Iterator[Breach]:
    for font, codes in _shown(document):
        program = document.program(font)
        wrong = [
            (code, stated, true)
            for code, (_, text) in sorted(codes.items())
            if text.mode != 3
            for stated, true in [_compared(font, program, code)]
            if true is not None and (stated is None or abs(true - stated) > _TOLERANCE)
        ]
        if wrong:
            code, stated, true = wrong[0]
            width = "none" if stated is None else f"{stated:g}"
            yield Breach(
                f"{len(wrong)} widths of {font.name} are not those of its program "
                f"(code {code}: {width} stated, {true:.0f} in the program)",
                codes[code][0],
            )


def _compared(font: PdfFont, program: FontProgram, code: int) -> tuple[float | None, float | None]:
    """A code's width as the file states it and as the program has it; None for what is not known."""
    stated = font.widths.get(font.cid(code) if font.composite else code, font.default_width)
    shown = program.usable and program.glyph(code) not in (0, ".notdef")
    return stated, program.advance(code) if shown else None


def _unicode(document: Document) -> Iterator[Breach]:
    for page in document.pages:
        for text in page.painted.texts:
            if any(mark.actual is not None or mark.artifact for mark in text.marks):
                continue
            if any(glyph.text is None for glyph in text.glyphs):
                yield Breach(f"{text.font.name} does not say what its characters mean", page.number, text.box)


_X, _A, _U = RuleFamily.X4, RuleFamily.A2, RuleFamily.UA
RULES = (
    rule("font.embedded", "Every font is embedded", "ISO 15930-7, fonts; ISO 19005-2, 6.2.11.4; ISO 14289-1, 7.21.4",
         _embedded, _X, _A, _U, hint="embed the font, or take one that may be embedded"),
    rule("font.notdef", "No missing glyph is shown", "ISO 15930-7, fonts; ISO 19005-2, 6.2.11.8; ISO 14289-1, 7.21.8",
         _notdef, _X, _A, _U),
    rule("font.widths", "Widths are those of the font program",
         "ISO 15930-7, fonts; ISO 19005-2, 6.2.11.5; ISO 14289-1, 7.21.5", _widths, _X, _A, _U),
    rule("font.unicode", "Every character says what it means", "ISO 19005-2, 6.2.11.7; ISO 14289-1, 7.21.7", _unicode,
         _A, _U, hint="give the font a ToUnicode map"),
)  # fmt: skip
