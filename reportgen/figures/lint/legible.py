"""Checks that a figure can be read: no mark or label may be too faint or too small."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import floor

from reportgen.brand import Roles
from reportgen.brand.contrast import LEAST_READ, LEAST_SEEN
from reportgen.colour.inks import Ink, contrast
from reportgen.figures.base import Label, Mark, Shape
from reportgen.figures.lint.figure_view import FigureView, LintFinding
from reportgen.figures.lint.ink_geometry import label_box
from reportgen.geometry import Rect

SMALLEST = 7.5
"""The least size of type in pt."""

_BOLD = re.compile(r"bold|black|heavy", re.IGNORECASE)
_LARGE, _LARGE_BOLD = 18.0, 14.0
_QUIET = (
    "mark_quiet", "mark_beside", "dot_quiet", "gridline", "hairline", "rule", "interval", "not_available", "paper",
    "step_1", "step_2", "step_3", "step_4", "step_line", "place_land", "place_district", "place_edge", "locator_land",
)  # fmt: skip
"""Roles that may be paler than a mark that matters: what they show is labelled, or is there to be seen past."""
_REST = ("mark_quiet", "mark_beside", "dot_quiet", "interval")
"""Roles of what a mark is a part of or lies across: whether the two are told apart is for the rules on colours."""
_LOUD: tuple[str, ...] = ("mark", "mark_emphasised", "guide")
_SERIES = ("series_1", "series_2", "series_3", "series_4")


def text_size(view: FigureView) -> Iterator[LintFinding]:
    """Type under 7.5 pt, told once."""
    small = [(_size(label), label) for label in view.labels if _size(label) < SMALLEST - 0.005]
    if small:
        size, label = min(small, key=lambda pair: pair[0])
        yield LintFinding(
            "text-size",
            f"{_quoted(label)} is set in {size:.1f} pt, and type under {SMALLEST:g} pt is not read",
            "let the brand's `figure label` and `caption` be larger",
        )


def contrasts(view: FigureView) -> Iterator[LintFinding]:
    """What is too faint on what it stands on; each pair of inks is told once."""
    told: set[tuple[Ink, Ink]] = set()
    for index, mark in enumerate(view.marks):
        for finding, inks in _faint(view, mark, index):
            if inks not in told:
                told.add(inks)
                yield finding


def _faint(view: FigureView, mark: Mark, index: int) -> Iterator[tuple[LintFinding, tuple[Ink, Ink]]]:
    if isinstance(mark, Label) and mark.line.runs:
        least, kind = (LEAST_SEEN if _is_large(mark) else LEAST_READ), f"type of {_size(mark):g} pt"
        for ground in _grounds(view, mark, index):
            if contrast(mark.ink, ground) < least:
                yield _finding(_quoted(mark), mark.ink, ground, kind, least), (mark.ink, ground)
    elif isinstance(mark, Shape) and mark.segments and not mark.widened:
        ink = _ink_that_matters(mark, view.roles)
        if ink is None:
            return
        ground = _under(view, mark, index)
        if ground in {getattr(view.roles, role) for role in _REST}:
            ground = view.ground(*_centre(view.box(mark)))
        if ink != ground and contrast(ink, ground) < LEAST_SEEN and not _is_cased(view, mark, ink, index):
            yield _finding("a mark", ink, ground, "a mark that matters", LEAST_SEEN), (ink, ground)


def _ink_that_matters(shape: Shape, roles: Roles) -> Ink | None:
    """The ink of a mark, unless it is one that may be pale; a brand may give one ink to a loud role and a quiet one."""
    loud = {getattr(roles, role) for role in (_LOUD if shape.cell is None else _LOUD + _SERIES)}
    quiet = {getattr(roles, role) for role in _QUIET} - loud
    ink = shape.stroke if shape.fill in quiet or shape.fill is None else shape.fill
    axis = ink == roles.mark_axis and shape.cell is None
    return None if ink in quiet or axis else ink


def _is_cased(view: FigureView, shape: Shape, ink: Ink, before: int) -> bool:
    """Whether a mark is seen by the paler or darker line round it, whatever lies under both."""
    around = [shape.stroke] if shape.fill == ink else []
    for mark in view.marks[:before]:
        if isinstance(mark, Shape) and shape.stroke == ink and mark.segments == shape.segments:
            around += [mark.stroke] if mark.line_width >= 2 * shape.line_width else []
    return any(contrast(ink, line) >= LEAST_SEEN for line in around if line)


def _finding(what: str, ink: Ink, ground: Ink, kind: str, least: float) -> LintFinding:
    ratio = floor(contrast(ink, ground) * 10) / 10
    return LintFinding(
        "contrast",
        f"{what} in `{ink.name}` on `{ground.name}` has a contrast of {ratio:g} to 1, and {kind} needs {least:g}",
        "choose a darker or a lighter ink for it in the brand",
    )


def _grounds(view: FigureView, label: Label, before: int) -> list[Ink]:
    """The inks under a label: at its ends and its middle, as they lie when it is painted."""
    box = label_box(label)
    middle = (box.y + box.bottom) / 2
    spots = ((box.x + share * box.width, middle) for share in (0.03, 0.5, 0.97))
    return list(dict.fromkeys(view.ink_under([spot], before) for spot in spots))


def _under(view: FigureView, shape: Shape, before: int) -> Ink:
    """What a mark lies on: the last shape that holds all of it, or what the figure stands on."""
    whole = view.box(shape)
    box, centre = whole.inset(0.01), _centre(whole)
    corners = [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]
    return view.ink_under([centre, *corners], before)


def _centre(box: Rect) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2


def _size(label: Label) -> float:
    return min(placed.run.size for placed in label.line.runs)


def _is_large(label: Label) -> bool:
    """18 pt, or 14 pt and bold (WCAG 2.2, "large scale")."""
    bold = all(_BOLD.search(placed.run.font.name) for placed in label.line.runs)
    return _size(label) >= (_LARGE_BOLD if bold else _LARGE)


def _quoted(label: Label) -> str:
    return f"“{label.line.text.strip()}”"
