"""Reads back what the operators of an `InkCanvas` show: type, fills and pictures at their places.

It goes over the content stream as it stands in the file (ISO 32000-1, 8 and 9), not over what was expected to be drawn.
An operator that it does not know is an error: so the canvas cannot learn one that verification does not see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import hypot
from typing import Any, NamedTuple

from reportgen.geometry import IDENTITY, NOTHING, Bbox, Matrix, Point, apply, multiply
from reportgen.pdf.canvas import InkCanvas
from reportgen.verify.drawn import BLACK, Clip, DrawnPage, FillColour, Filled, ShownRun
from reportgen.verify.drawn_shapes import outlined
from reportgen.verify.fill_colours import Palette
from reportgen.verify.run_text import Codes, ShownString, UnreadableError, codes_of, read_string

UNIT = "0 0 1 1 re"
"""Where a picture lies (8.9.5.1)."""

_TOKEN = re.compile(r"\[[^\]]*\]|<<(?:[^<>]|<[^<>]*>)*>>|<[^<>]*>|/[^\s/<>\[\]()]+|[^\s/<>\[\]()]+")
_RUN = re.compile(r"(?:(/\S+) (\S+) Tf )?(?:(\S+) Tc )?(\S+) (\S+) Td (\[[^\]]*\]|<[^<>]*>)T[jJ]")
_NUMBERS = "0123456789.-"
_PAINTED = {"f": True, "f*": True, "B": True, "B*": True, "S": False}
"""Operators that paint a path, and whether they fill it."""
_IGNORED = frozenset(("w", "J", "j", "M", "d", "BDC", "BMC", "EMC", "RG", "K", "G", "CS", "SCN"))
"""Operators that make no difference to what is verified."""


@dataclass(slots=True)
class _State:
    """The graphics state (8.4), as far as verification needs it."""

    matrix: Matrix = IDENTITY
    clip: Clip | None = None
    paint: FillColour = BLACK
    font: Codes | None = None
    size: float = 0.0
    spacing: float = 0.0
    rise: float = 0.0


class _PlacedString(NamedTuple):
    """One string: what it is, where it starts, where its ink ends, and how far the pen moved in text space."""

    string: ShownString
    pen: Point
    end: Point
    advance: float


def read_page(canvas: InkCanvas) -> DrawnPage:
    """What was drawn on a canvas. Raises UnreadableError for what verification does not know."""
    reader = _CanvasReader(canvas)
    try:
        for line in filter(None, canvas.operators):
            reader.line(line)
    except (ValueError, IndexError):
        raise UnreadableError("operators that do not go together") from None
    return reader.drawn


class _CanvasReader:
    """Takes operators one after the other."""

    def __init__(self, canvas: InkCanvas) -> None:
        left, bottom, right, top = map(float, canvas.objects.entries["TrimBox"])
        self.drawn = DrawnPage(Bbox(0.0, 0.0, right - left, top - bottom))
        self._fonts = {label: codes_of(font) for label, font in canvas.fonts.by_label.items()}
        self._forms: Mapping[str, tuple[Any, Any]] = canvas.objects.labelled("XObject")
        self._palette = Palette(canvas)
        self._state = _State(matrix=(1.0, 0.0, 0.0, 1.0, -left, -bottom))
        self._kept: list[_State] = []
        self._text: Matrix = IDENTITY
        self._line: Matrix = IDENTITY
        self._order = 0

    def line(self, line: str) -> None:
        """One entry of the content: a path with what is done with it, or any other operators."""
        if line[-2:] in ("Tj", "TJ") and (run := _RUN.fullmatch(line)):
            self._plain_run(*run.groups())
            return
        path, _, operator = line.rpartition(" ")
        if operator in _PAINTED:
            self._painted(path, operator)
        elif operator in ("rg", "k"):
            self._state.paint = self._palette.process(self._state.paint, line)
        elif operator == "n":
            self._clip(path)
        elif "Tj" in line or "TJ" in line:
            self._type(line)
        elif not path:
            self._operator(operator, [])
        elif operator not in _IGNORED:
            self._tokens(line)

    def _plain_run(self, font: str | None, size: str, spacing: str | None, x: str, y: str, shown: str) -> None:
        """A run as nearly all are written, without the way over tokens."""
        if font is not None:
            self._set_font([font, size])
        if spacing is not None:
            self._state.spacing = float(spacing)
        self._next([x, y])
        self._run([self._show(shown)], shown)

    def _tokens(self, line: str) -> None:
        operands: list[str] = []
        for token in _TOKEN.findall(line):
            if token[0] in "/<[" or token[0] in _NUMBERS:
                operands.append(token)
            else:
                self._operator(token, operands)
                operands = []

    def _operator(self, operator: str, operands: list[str]) -> None:
        run = _OPERATORS.get(operator)
        if run is None and operator not in _IGNORED:
            raise UnreadableError(f"the operator `{operator}`")
        if run is not None:
            run(self, operands)

    def _keep(self, _: list[str]) -> None:
        self._kept.append(replace(self._state))

    def _back(self, _: list[str]) -> None:
        self._state = self._kept.pop()

    def _apply(self, operands: list[str]) -> None:
        self._state.matrix = multiply(_matrix(operands), self._state.matrix)

    def _clip(self, path: str) -> None:
        """`W n` or `W* n`; a path that is not painted does nothing."""
        operators, _, rule = path.rpartition(" ")
        if rule not in ("W", "W*"):
            raise UnreadableError("a path that is neither painted nor a clip")
        outline = _path(operators, self._state.matrix, rule == "W*")
        if outline is None:
            self._state.clip = Clip(NOTHING)
            return
        before = self._state.clip
        area = before.area.shared(outline.area) or NOTHING if before else outline.area
        paths = before.paths if before else ()
        self._state.clip = Clip(area, paths if outline.plain else (*paths, outline))

    def _painted(self, path: str, operator: str) -> None:
        outline = _path(path, self._state.matrix, operator.endswith("*"))
        self._order += 1
        if outline is None:
            return
        if _PAINTED[operator]:
            self.drawn.filled.append(Filled(self._order, outline, self._state.paint))
        else:
            self.drawn.lines.append(outline.area)

    def _place(self, operands: list[str]) -> None:
        """A form or a picture (8.8)."""
        if operands[-1][1:] not in self._forms:
            raise UnreadableError(f"the object `{operands[-1]}`")
        key, _ = self._forms[operands[-1][1:]]
        if isinstance(key, tuple):
            path, _, operator = str(key[1]).rpartition(" ")
            self._painted(path, operator)
            return
        self._order += 1
        outline, clip = outlined(UNIT, self._state.matrix), self._state.clip
        if outline and clip:
            outline = replace(outline, area=outline.area.shared(clip.area) or NOTHING)
        if outline:
            self.drawn.filled.append(Filled(self._order, outline, self._state.paint, picture=True))

    def _type(self, line: str) -> None:
        """Operators that show one run: its strings become one `ShownRun`."""
        operands: list[str] = []
        strings: list[_PlacedString] = []
        for token in _TOKEN.findall(line):
            if token[0] in "/<[" or token[0] in _NUMBERS:
                operands.append(token)
                continue
            if token in ("Tj", "TJ"):
                strings.append(self._show(operands[-1]))
            else:
                self._operator(token, operands)
            operands = []
        if strings:
            self._run(strings)

    def _show(self, operand: str) -> _PlacedString:
        """One string: what it is, where it starts and where its ink ends; the pen moves on."""
        state = self._state
        if state.font is None:
            raise UnreadableError("type without a font")
        string = read_string(operand, state.font)
        wide = string.advance * state.size + string.glyphs * state.spacing
        trail = string.trail * state.size + (string.spaces + (string.spaces < string.glyphs)) * state.spacing
        whole = multiply(self._text, state.matrix)
        a, b, c, d, e, f = self._text
        self._text = a, b, c, d, e + wide * a, f + wide * b
        return _PlacedString(string, apply(whole, 0.0, state.rise), apply(whole, wide - trail, state.rise), wide)

    def _run(self, strings: list[_PlacedString], operand: str = "") -> None:
        state, whole = self._state, multiply(self._text, self._state.matrix)
        a, b, c, d = whole[:4]
        level = b == c == 0
        across, up = (a, d) if level else (hypot(a, b), hypot(c, d))
        pen, end = strings[0].pen, strings[-1].end
        reach = strings[0].string if len(strings) == 1 else _reach(strings)
        low, high = state.size * reach.low, state.size * reach.high
        if level and a > 0 and d > 0:
            area = Bbox(pen[0], pen[1] + low * up, end[0], pen[1] + high * up)
        else:
            length = hypot(end[0] - pen[0], end[1] - pen[1]) / (abs(across) or 1.0)
            area = Bbox(0.0, low, length, high).through((a, b, c, d, *pen))
        self._order += 1
        text = strings[0].string.text if len(strings) == 1 else "".join(shown.string.text for shown in strings)
        last = strings[-1].string.last * state.size + state.spacing
        advance = across * (sum(shown.advance for shown in strings) - last)
        size, wide = state.size * up, state.size * across
        glyphs = (operand, state.font, state.spacing / state.size) if operand and state.font else None
        self.drawn.shown.append(
            ShownRun(self._order, text, level, pen, end, size, wide, advance, area, state.paint, state.clip, glyphs)
        )

    def _begin(self, _: list[str]) -> None:
        self._text = self._line = IDENTITY

    def _set_font(self, operands: list[str]) -> None:
        label, size = operands[-2][1:], float(operands[-1])
        if label not in self._fonts:
            raise UnreadableError(f"the font `{label}`")
        self._state.font, self._state.size = self._fonts[label], size

    def _next(self, operands: list[str]) -> None:
        x, y = float(operands[0]), float(operands[1])
        a, b, c, d, e, f = self._line
        self._text = self._line = a, b, c, d, a * x + c * y + e, b * x + d * y + f

    def _set_matrix(self, operands: list[str]) -> None:
        self._text = self._line = _matrix(operands)

    def _set_spacing(self, operands: list[str]) -> None:
        self._state.spacing = float(operands[0])

    def _set_rise(self, operands: list[str]) -> None:
        self._state.rise = float(operands[0])

    def _set_alpha(self, operands: list[str]) -> None:
        self._state.paint = self._palette.state(self._state.paint, operands[-1])

    def _set_colour(self, operands: list[str]) -> None:
        self._state.paint = self._palette.colour(self._state.paint, operands)


def _coloured(operator: str) -> Callable[[_CanvasReader, list[str]], None]:
    return lambda reader, operands: reader._set_colour([*operands, operator])


_OPERATORS: Mapping[str, Callable[[_CanvasReader, list[str]], None]] = {
    "q": _CanvasReader._keep,
    "Q": _CanvasReader._back,
    "cm": _CanvasReader._apply,
    "Do": _CanvasReader._place,
    "BT": _CanvasReader._begin,
    "ET": lambda *_: None,  # what comes next sets a place of its own
    "Tf": _CanvasReader._set_font,
    "Td": _CanvasReader._next,
    "Tm": _CanvasReader._set_matrix,
    "Tc": _CanvasReader._set_spacing,
    "Ts": _CanvasReader._set_rise,
    "gs": _CanvasReader._set_alpha,
    **{operator: _coloured(operator) for operator in ("rg", "k", "cs", "scn")},
}


def _reach(strings: list[_PlacedString]) -> ShownString:
    """The first string with the reach of all."""
    lows, highs = [shown.string.low for shown in strings], [shown.string.high for shown in strings]
    return strings[0].string._replace(low=min(lows), high=max(highs))


def _matrix(operands: list[str]) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _path(operators: str, matrix: Matrix, even_odd: bool) -> Any:
    try:
        return outlined(operators, matrix, even_odd)
    except (ValueError, IndexError):
        raise UnreadableError("a path that is none") from None
