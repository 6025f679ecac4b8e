"""Operators that set and show text (ISO 32000-1, 9.3 and 9.4)."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from reportgen.check import object_access
from reportgen.check.interpreter import Interpreter, Operator
from reportgen.check.painted_objects import PaintedText
from reportgen.check.pdf_fonts import Font, FontGlyph
from reportgen.geometry import IDENTITY, Bbox, Matrix, Point, apply, multiply, translation

_WORD_GAP = 0.25
"""A move to the right of so many ems within one string looks like a space."""


def _setter(field: str, factor: float = 1.0) -> Operator:
    def run(m: Interpreter, operands: list[Any]) -> None:
        value = object_access.number(operands[0])
        if value is not None:
            m.set_text(**{field: value * factor})

    return run


def _mode(m: Interpreter, operands: list[Any]) -> None:
    m.set_text(mode=object_access.integer(operands[0]) or 0)


def _font(m: Interpreter, operands: list[Any]) -> None:
    named = object_access.name(operands[0])
    found = object_access.get(m.resources, "Font", named)
    if not object_access.is_dictionary(found):
        m.fault(f"there is no font `{named}` in the resources")
    m.set_text(
        font=m.font(found) if object_access.is_dictionary(found) else None,
        size=object_access.number(operands[1]) or 0.0,
    )


def _begin(m: Interpreter, _: list[Any]) -> None:
    m.matrix = m.line = IDENTITY


def _to(m: Interpreter, x: float, y: float) -> None:
    m.matrix = m.line = multiply(translation(x, y), m.line)


def _move(m: Interpreter, operands: list[Any]) -> None:
    values = object_access.numbers(operands, 2)
    if values is None:
        raise ValueError("two numbers expected")
    _to(m, *values)


def _move_and_lead(m: Interpreter, operands: list[Any]) -> None:
    _move(m, operands)
    m.set_text(leading=-(object_access.number(operands[1]) or 0.0))


def _set_matrix(m: Interpreter, operands: list[Any]) -> None:
    six = object_access.numbers(operands, 6)
    if six is None:
        raise ValueError("six numbers expected")
    m.matrix = m.line = (six[0], six[1], six[2], six[3], six[4], six[5])


def _next_line(m: Interpreter, _: list[Any] | None = None) -> None:
    _to(m, 0, -m.state.text.leading)


def _show(m: Interpreter, operands: list[Any]) -> None:
    show(m, operands[:1])


def _show_many(m: Interpreter, operands: list[Any]) -> None:
    show(m, object_access.elements(operands[0]) if object_access.is_array(operands[0]) else list(operands[0]))


def _show_next(m: Interpreter, operands: list[Any]) -> None:
    _next_line(m)
    show(m, operands[:1])


def _show_spaced(m: Interpreter, operands: list[Any]) -> None:
    m.set_text(word_space=object_access.number(operands[0]) or 0.0, char_space=object_access.number(operands[1]) or 0.0)
    _next_line(m)
    show(m, operands[2:3])


@dataclass
class _ShownText:
    """What has been shown of a string so far; `edges` are the corners of its glyphs."""

    glyphs: list[FontGlyph] = field(default_factory=list)
    centres: list[Point] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    edges: list[Point] = field(default_factory=list)


def show(m: Interpreter, parts: list[Any]) -> None:
    """Show strings with the moves between them, as one thing."""
    text = m.state.text
    if text.font is None:
        m.fault("text is shown and no font is set")
        return
    shown, start = _ShownText(), _origin(m)
    for part in parts:
        move = object_access.number(part)
        if move is None:
            _show_string(m, text.font, object_access.raw(part), shown)
            continue
        _advance(m, -move / 1000 * text.size * text.scale)
        if -move / 1000 > _WORD_GAP and shown.words and shown.glyphs[-1].text != " ":
            shown.words.append("\ufffe")
    if shown.edges:
        _note(m, text.font, shown, Bbox.around(shown.edges), start)


def _show_string(m: Interpreter, font: Font, data: bytes, shown: _ShownText) -> None:
    text = m.state.text
    low, high = (each * text.size + text.rise for each in font.extent)
    for glyph in font.glyphs(data):
        whole = multiply(m.matrix, m.state.ctm)
        wide = glyph.width * text.size * text.scale
        shown.edges += [apply(whole, x, y) for x in (0.0, wide) for y in (low, high)]
        shown.centres.append(apply(whole, wide / 2, text.rise + 0.25 * text.size))
        shown.glyphs.append(glyph)
        shown.words.append("\ufffd" if glyph.text is None else glyph.text)
        _advance(m, wide + (text.char_space + (text.word_space if glyph.space else 0.0)) * text.scale)


def _note(m: Interpreter, font: Font, shown: _ShownText, around: Bbox, start: Point) -> None:
    state = m.state
    m.painted.things.append(
        PaintedText(
            order=m.next_order(),
            box=around,
            clip=state.clip,
            marks=tuple(m.marks),
            look=state.look(state.text.mode in (1, 5)),
            layer=m.layer,
            paint=state.fill,
            stroke=state.stroke,
            font=font,
            size=_size(multiply(m.matrix, state.ctm), state.text.size),
            mode=state.text.mode,
            glyphs=tuple(shown.glyphs),
            centres=tuple(shown.centres),
            start=start,
            end=_origin(m),
            text="".join(shown.words),
            line_width=state.line_width,
        )
    )


def _origin(m: Interpreter) -> Point:
    return apply(multiply(m.matrix, m.state.ctm), 0.0, m.state.text.rise)


def _advance(m: Interpreter, by: float) -> None:
    m.matrix = multiply(translation(by, 0.0), m.matrix)


def _size(whole: Matrix, size: float) -> float:
    """The size on the page: what the map makes of the type's height."""
    return abs(size) * math.hypot(whole[2], whole[3])


TEXT: dict[str, Operator] = {
    "BT": _begin,
    "ET": lambda m, _: None,
    "Tc": _setter("char_space"),
    "Tw": _setter("word_space"),
    "Tz": _setter("scale", 0.01),
    "TL": _setter("leading"),
    "Ts": _setter("rise"),
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
