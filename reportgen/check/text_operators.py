"""Operators that set and show text (ISO 32000-1, 9.3 and 9.4)."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from reportgen.check import cos
from reportgen.check.interpreter import Interpreter, Operator
from reportgen.check.painted_objects import PaintedText
from reportgen.check.pdf_fonts import FontGlyph, PdfFont
from reportgen.geometry import IDENTITY, Bbox, Point, apply, multiply, translation

_WORD_GAP = 0.25
"""A move to the right of so many ems within one string looks like a space."""


def _text_parameter(field: str, factor: float = 1.0) -> Operator:
    def run(interpreter: Interpreter, operands: list[Any]) -> None:
        value = cos.number(operands[0])
        if value is not None:
            interpreter.set_text(**{field: value * factor})

    return run


def _mode(interpreter: Interpreter, operands: list[Any]) -> None:
    interpreter.set_text(mode=cos.integer(operands[0]) or 0)


def _font(interpreter: Interpreter, operands: list[Any]) -> None:
    named = cos.name(operands[0])
    found = cos.get(interpreter.resources, "Font", named)
    if not cos.is_dictionary(found):
        interpreter.fault(f"there is no font `{named}` in the resources")
    interpreter.set_text(
        font=interpreter.font(found) if cos.is_dictionary(found) else None, size=cos.number(operands[1]) or 0.0
    )


def _begin(interpreter: Interpreter, _: list[Any]) -> None:
    interpreter.matrix = interpreter.line = IDENTITY


def _to(interpreter: Interpreter, x: float, y: float) -> None:
    interpreter.matrix = interpreter.line = multiply(translation(x, y), interpreter.line)


def _move(interpreter: Interpreter, operands: list[Any]) -> None:
    values = cos.numbers(operands, 2)
    if values is None:
        raise ValueError("two numbers expected")
    _to(interpreter, *values)


def _move_and_lead(interpreter: Interpreter, operands: list[Any]) -> None:
    _move(interpreter, operands)
    interpreter.set_text(leading=-(cos.number(operands[1]) or 0.0))


def _set_matrix(interpreter: Interpreter, operands: list[Any]) -> None:
    six = cos.numbers(operands, 6)
    if six is None:
        raise ValueError("six numbers expected")
    interpreter.matrix = interpreter.line = (six[0], six[1], six[2], six[3], six[4], six[5])


def _next_line(interpreter: Interpreter, _: list[Any] | None = None) -> None:
    _to(interpreter, 0, -interpreter.state.text.leading)


def _show(interpreter: Interpreter, operands: list[Any]) -> None:
    show(interpreter, operands[:1])


def _show_many(interpreter: Interpreter, operands: list[Any]) -> None:
    show(interpreter, cos.elements(operands[0]) if cos.is_array(operands[0]) else list(operands[0]))


def _show_next(interpreter: Interpreter, operands: list[Any]) -> None:
    _next_line(interpreter)
    show(interpreter, operands[:1])


def _show_spaced(interpreter: Interpreter, operands: list[Any]) -> None:
    interpreter.set_text(word_space=cos.number(operands[0]) or 0.0, char_space=cos.number(operands[1]) or 0.0)
    _next_line(interpreter)
    show(interpreter, operands[2:3])


@dataclass
class _ShownText:
    """What has been shown of a string so far; `edges` are the corners of its glyphs."""

    glyphs: list[FontGlyph] = field(default_factory=list)
    centres: list[Point] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    edges: list[Point] = field(default_factory=list)


def show(interpreter: Interpreter, parts: list[Any]) -> None:
    """Show strings with the moves between them, as one object."""
    text = interpreter.state.text
    if text.font is None:
        interpreter.fault("text is shown and no font is set")
        return
    shown, start = _ShownText(), _origin(interpreter)
    for part in parts:
        move = cos.number(part)
        if move is None:
            _show_string(interpreter, text.font, cos.raw(part), shown)
            continue
        _advance(interpreter, -move / 1000 * text.size * text.scale)
        if -move / 1000 > _WORD_GAP and shown.words and shown.glyphs[-1].text != " ":
            shown.words.append("\ufffe")
    if shown.edges:
        _note(interpreter, text.font, shown, start)


def _show_string(interpreter: Interpreter, font: PdfFont, data: bytes, shown: _ShownText) -> None:
    text = interpreter.state.text
    low, high = (each * text.size + text.rise for each in font.extent)
    for glyph in font.glyphs(data):
        whole = multiply(interpreter.matrix, interpreter.state.ctm)
        wide = glyph.width * text.size * text.scale
        shown.edges += [apply(whole, x, y) for x in (0.0, wide) for y in (low, high)]
        shown.centres.append(apply(whole, wide / 2, text.rise + 0.25 * text.size))
        shown.glyphs.append(glyph)
        shown.words.append("\ufffd" if glyph.text is None else glyph.text)
        _advance(interpreter, wide + (text.char_space + (text.word_space if glyph.space else 0.0)) * text.scale)


def _note(interpreter: Interpreter, font: PdfFont, shown: _ShownText, start: Point) -> None:
    state = interpreter.state
    whole = multiply(interpreter.matrix, state.ctm)
    interpreter.paint(
        PaintedText,
        Bbox.around(shown.edges),
        state.text.mode in (1, 5),
        paint=state.fill,
        stroke=state.stroke,
        font=font,
        size=abs(state.text.size) * math.hypot(whole[2], whole[3]),
        mode=state.text.mode,
        glyphs=tuple(shown.glyphs),
        centres=tuple(shown.centres),
        start=start,
        end=_origin(interpreter),
        text="".join(shown.words),
        line_width=state.line_width,
    )


def _origin(interpreter: Interpreter) -> Point:
    return apply(multiply(interpreter.matrix, interpreter.state.ctm), 0.0, interpreter.state.text.rise)


def _advance(interpreter: Interpreter, by: float) -> None:
    interpreter.matrix = multiply(translation(by, 0.0), interpreter.matrix)


TEXT_OPERATORS: dict[str, Operator] = {
    "BT": _begin,
    "ET": lambda interpreter, _: None,
    "Tc": _text_parameter("char_space"),
    "Tw": _text_parameter("word_space"),
    "Tz": _text_parameter("scale", 0.01),
    "TL": _text_parameter("leading"),
    "Ts": _text_parameter("rise"),
    "Tr": _mode,
    "Tf": _font,
    "Td": _move,
    "TD": _move_and_lead,
    "Tm": _set_matrix,
    "T*": _next_line,
    "Tj": _show,
    "TJ": _show_many,
    "'": _show_next,
    '"': _show_spaced,
}
