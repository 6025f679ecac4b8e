"""Operators that set and show text (ISO 32000-1, 9.3 and 9.4)."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from reportgen.check import objects
from reportgen.check.fonts import Font, Glyph
from reportgen.check.geometry import IDENTITY, Box, Matrix, Point, apply, box_round, multiply
from reportgen.check.machine import Machine, Operator
from reportgen.check.things import Text

_WORD_GAP = 0.25
"""A move to the right of so many ems within one string looks like a space."""


def _setter(field: str, factor: float = 1.0) -> Operator:
    def run(m: Machine, operands: list[Any]) -> None:
        value = objects.number(operands[0])
        if value is not None:
            m.set_text(**{field: value * factor})

    return run


def _mode(m: Machine, operands: list[Any]) -> None:
    m.set_text(mode=objects.integer(operands[0]) or 0)


def _font(m: Machine, operands: list[Any]) -> None:
    named = objects.name(operands[0])
    found = objects.get(m.resources, "Font", named)
    if not objects.is_dictionary(found):
        m.fault(f"there is no font `{named}` in the resources")
    m.set_text(font=m.font(found) if objects.is_dictionary(found) else None, size=objects.number(operands[1]) or 0.0)


def _begin(m: Machine, _: list[Any]) -> None:
    m.matrix = m.line = IDENTITY


def _to(m: Machine, x: float, y: float) -> None:
    m.matrix = m.line = multiply((1, 0, 0, 1, x, y), m.line)


def _move(m: Machine, operands: list[Any]) -> None:
    values = objects.numbers(operands, 2)
    if values is None:
        raise ValueError("two numbers expected")
    _to(m, *values)


def _move_and_lead(m: Machine, operands: list[Any]) -> None:
    _move(m, operands)
    m.set_text(leading=-(objects.number(operands[1]) or 0.0))


def _set_matrix(m: Machine, operands: list[Any]) -> None:
    six = objects.numbers(operands, 6)
    if six is None:
        raise ValueError("six numbers expected")
    m.matrix = m.line = (six[0], six[1], six[2], six[3], six[4], six[5])


def _next_line(m: Machine, _: list[Any] | None = None) -> None:
    _to(m, 0, -m.state.text.leading)


def _show(m: Machine, operands: list[Any]) -> None:
    show(m, operands[:1])


def _show_many(m: Machine, operands: list[Any]) -> None:
    show(m, objects.elements(operands[0]) if objects.is_array(operands[0]) else list(operands[0]))


def _show_next(m: Machine, operands: list[Any]) -> None:
    _next_line(m)
    show(m, operands[:1])


def _show_spaced(m: Machine, operands: list[Any]) -> None:
    m.set_text(word_space=objects.number(operands[0]) or 0.0, char_space=objects.number(operands[1]) or 0.0)
    _next_line(m)
    show(m, operands[2:3])


@dataclass
class _Shown:
    """What has been shown of a string so far; `edges` are the corners of its glyphs."""

    glyphs: list[Glyph] = field(default_factory=list)
    centres: list[Point] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    edges: list[Point] = field(default_factory=list)


def show(m: Machine, parts: list[Any]) -> None:
    """Show strings with the moves between them, as one thing."""
    text = m.state.text
    if text.font is None:
        m.fault("text is shown and no font is set")
        return
    shown, start = _Shown(), _origin(m)
    for part in parts:
        move = objects.number(part)
        if move is None:
            _show_string(m, text.font, objects.raw(part), shown)
            continue
        _advance(m, -move / 1000 * text.size * text.scale)
        if -move / 1000 > _WORD_GAP and shown.words and shown.glyphs[-1].text != " ":
            shown.words.append("\ufffe")
    around = box_round(shown.edges)
    if around is not None:
        _note(m, text.font, shown, around, start)


def _show_string(m: Machine, font: Font, data: bytes, shown: _Shown) -> None:
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


def _note(m: Machine, font: Font, shown: _Shown, around: Box, start: Point) -> None:
    state = m.state
    m.painted.things.append(
        Text(
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


def _origin(m: Machine) -> Point:
    return apply(multiply(m.matrix, m.state.ctm), 0.0, m.state.text.rise)


def _advance(m: Machine, by: float) -> None:
    m.matrix = multiply((1, 0, 0, 1, by, 0), m.matrix)


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
