"""An interpreter of content streams (ISO 32000-1, 8 and 9): it finds out what a page paints."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from reportgen.check import cos
from reportgen.check.colour_spaces import GRAY, ColourSpace, read_space
from reportgen.check.painted_objects import Compositing, Mark, Painted, PaintedColour, PaintedObject
from reportgen.check.pdf_fonts import PdfFont
from reportgen.geometry import IDENTITY, Bbox, Matrix, Point, multiply

EVERYWHERE = Bbox(-cos.LARGEST, -cos.LARGEST, cos.LARGEST, cos.LARGEST)
BLACK = PaintedColour(GRAY, (0.0,))

_MOST_OPERATORS = 1_500_000
_MOST_FORMS = 100_000
_LONGEST_STREAM = 12_000_000
_DEEPEST_FORM = 16
_MOST_STATES = 2_000

Operator = Callable[["Interpreter", list[Any]], None]


@dataclass(frozen=True, slots=True)
class TextState:
    """What stays from one string to the next (ISO 32000-1, 9.3)."""

    font: PdfFont | None = None
    size: float = 0.0
    char_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


@dataclass(frozen=True, slots=True)
class InterpreterState:
    """The graphics state, as far as a rule asks for it."""

    ctm: Matrix = IDENTITY
    clip: Bbox = EVERYWHERE
    fill: PaintedColour = BLACK
    stroke: PaintedColour = BLACK
    line_width: float = 1.0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend: str = "Normal"
    fill_overprint: bool = False
    stroke_overprint: bool = False
    overprint_mode: int = 0
    masked: bool = False
    text: TextState = TextState()

    def compositing(self, stroked: bool) -> Compositing:
        """How a fill or a stroke meets what is there."""
        alpha = self.stroke_alpha if stroked else self.fill_alpha
        over = self.stroke_overprint if stroked else self.fill_overprint
        return Compositing(alpha, self.blend, over, self.overprint_mode, self.masked)


@dataclass
class PathInProgress:
    """The path under construction, in points on the page."""

    rings: list[list[Point]] = field(default_factory=list)
    here: Point = (0.0, 0.0)
    clip: bool = False

    @property
    def points(self) -> list[Point]:
        """Every point of it."""
        return [point for ring in self.rings for point in ring]


class Interpreter:
    """Runs content and collects what it paints. `fonts` are shared by the pages of a document."""

    def __init__(
        self, painted: Painted, fonts: dict[Any, PdfFont], page_box: Bbox, operators: Mapping[str, Operator]
    ) -> None:
        self.operators = operators
        self.painted = painted
        self.fonts = fonts
        self.spaces: dict[Any, ColourSpace] = {}
        self.state = InterpreterState(clip=page_box)
        self.stack: list[InterpreterState] = []
        self.marks: list[Mark] = []
        self.resources: Any = None
        self.outline = PathInProgress()
        self.matrix = self.line = IDENTITY
        self.layer = "page"
        self.stream = 0
        self.within: list[tuple[int, int]] = []
        self.left = _MOST_OPERATORS
        self.forms_left = _MOST_FORMS
        self.parsed: dict[tuple[int, int], list[Any]] = {}
        self.seen: set[tuple[int, int]] = set()
        self._floor = 0
        self._order = itertools.count()
        self._keys = itertools.count(1)

    def paint(self, kind: Callable[..., PaintedObject], box: Bbox, stroked: bool = False, /, **own: Any) -> None:
        """Note what is painted now: clipped, marked and composited as the state has it, with what is its own."""
        self.painted.objects.append(
            kind(
                order=next(self._order),
                box=box,
                clip=self.state.clip,
                marks=tuple(self.marks),
                compositing=self.state.compositing(stroked),
                layer=self.layer,
                **own,
            )
        )

    def next_key(self) -> int:
        """A number for a stretch of marked content."""
        return next(self._keys)

    def fault(self, message: str, repairable: bool = False) -> None:
        """Note what is wrong with the content, once; `repairable` is what every viewer puts right."""
        noted = self.painted.repairable if repairable else self.painted.faults
        if message not in noted and len(noted) < 50:
            noted.append(message)

    def set(self, **changes: Any) -> None:
        """Change the graphics state."""
        self.state = replace(self.state, **changes)

    def set_text(self, **changes: Any) -> None:
        """Change the text state."""
        self.state = replace(self.state, text=replace(self.state.text, **changes))

    def save(self) -> None:
        """Remember the graphics state (`q`)."""
        if len(self.stack) < _MOST_STATES:
            self.stack.append(self.state)
        else:
            self.fault("graphics states are nested past all measure")

    def restore(self) -> None:
        """Go back to the state remembered last (`Q`), not below those of the stream that is running."""
        if len(self.stack) > self._floor:
            self.state = self.stack.pop()
        else:
            self.fault("a graphics state is restored that was never saved (Q without q)", repairable=True)

    def space(self, value: Any) -> ColourSpace:
        """The colour space that a name or an array stands for here."""
        key = (cos.identity(self.resources), cos.name(value) or cos.identity(value))
        if key not in self.spaces or (0, 0) in key:
            self.spaces[key] = read_space(value, self.resources)
        return self.spaces[key]

    def font(self, value: Any) -> PdfFont:
        """The font of a dictionary; the same one for the same object."""
        key = cos.identity(value)
        if key == (0, 0):
            return PdfFont(value)
        if key not in self.fonts:
            self.fonts[key] = PdfFont(value)
        return self.fonts[key]

    def run(self, content: Any, resources: Any, key: tuple[int, int] = (0, 0)) -> None:
        """Run a stream (or a page) with its resources; what it leaves open is closed again."""
        outer = (self.resources, self.outline, self.matrix, self.line, self._floor)
        marks, floor = len(self.marks), len(self.stack)
        self.resources, self.outline, self._floor = resources, PathInProgress(), floor
        try:
            for instruction in self._instructions(content, key):
                self.left -= 1
                if self.left < 0:
                    self.fault("the content is longer than can be judged")
                    break
                self._step(instruction)
        finally:
            if len(self.stack) > floor:
                self.fault("a graphics state is saved and never restored (q without Q)", repairable=True)
                self.state = self.stack[floor]
                del self.stack[floor:]
            if len(self.marks) > marks:
                self.fault("marked content is begun and never ended (BDC without EMC)", repairable=True)
                del self.marks[marks:]
            self.resources, self.outline, self.matrix, self.line, self._floor = outer

    def _instructions(self, content: Any, key: tuple[int, int]) -> list[Any]:
        if key != (0, 0) and key in self.parsed:
            return self.parsed[key]
        found = self._parse(content)
        if key != (0, 0) and len(found) < 20_000:
            self.parsed[key] = found
        return found

    def _parse(self, content: Any) -> list[Any]:
        parts = content if isinstance(content, list) else [content]
        whole = [cos.data(part, _LONGEST_STREAM) for part in parts]
        if any(part is None for part in whole):
            self.fault("a content stream cannot be decoded, or is longer than 12 MB")
        joined = b"\n".join(part for part in whole if part is not None)
        if len(joined) > _LONGEST_STREAM:
            self.fault("the content is longer than 12 MB and was not judged")
            return []
        try:
            return cos.instructions(joined)
        except Exception as error:
            self.fault(f"a content stream cannot be read ({type(error).__name__})")
            return []

    def _step(self, instruction: Any) -> None:
        try:
            operands, operator = list(instruction.operands), str(instruction.operator)
            known = self.operators.get(operator)
            if known is not None:
                known(self, operands)
            elif operator not in _IGNORED:
                self.fault(f"there is no operator `{operator[:20]}`")
        except (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError) as error:
            self.fault(f"an operator has wrong operands ({type(error).__name__})")

    def run_form(self, form: Any, layer: str) -> None:
        """Run a form, a soft mask's group or a pattern's cell, within its box; the state is as before after it."""
        key = cos.identity(form)
        if not self._may_run(key):
            return
        outer = self.layer, self.stream, self.state, self.marks
        self.layer, self.stream = layer, key[0]
        self.marks = self.marks if layer == outer[0] else []
        self.within.append(key)
        try:
            self.transform(cos.matrix(cos.get(form, "Matrix")) or IDENTITY)
            frame = cos.box(cos.get(form, "BBox"))
            if frame is not None and layer == "page":
                self.clip(frame.through(self.state.ctm))
            group = cos.get(form, "Group")
            if group is not None:
                self.painted.groups.append(group)
            self.run(form, cos.get(form, "Resources") or self.resources, key)
        finally:
            self.layer, self.stream, self.state, self.marks = outer
            self.within.pop()

    def run_once(self, form: Any, layer: str) -> None:
        """Look at a pattern's cell or a soft mask's group once; where it lies does not matter for its colours."""
        if cos.is_stream(form) and cos.identity(form) not in self.seen:
            self.seen.add(cos.identity(form))
            self.run_form(form, layer)

    def _may_run(self, key: tuple[int, int]) -> bool:
        """Whether a form may be run: not one within itself, nor one too deep, nor one too many."""
        self.forms_left -= 1
        if self.forms_left < 0:
            self.fault("more forms are drawn than can be judged")
        elif key in self.within:
            self.fault("a form is drawn within itself")
        elif len(self.within) >= _DEEPEST_FORM:
            self.fault("forms are nested past all measure")
        else:
            return True
        return False

    def clip(self, to: Bbox) -> None:
        """Cut the clip to a box; to nothing, outside it, where the two do not touch."""
        clip = self.state.clip
        left, bottom = clip.left - 1, clip.bottom - 1
        self.set(clip=clip.shared(to) or Bbox(left, bottom, left, bottom))

    def transform(self, matrix: Matrix) -> None:
        """Put a map before the current one."""
        self.set(ctm=multiply(matrix, self.state.ctm))


_IGNORED = frozenset(["BX", "EX", "MP", "DP", "j", "J", "M", "d", "ri", "i", "d0", "d1", "EI", "ID"])
