"""Finds colours with different meanings that a grey copy or a colour-blind reader cannot tell from each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from reportgen.brand import Roles
from reportgen.brand.model import key_of
from reportgen.colour.inks import Ink
from reportgen.colour.vision import NAMES, least_difference
from reportgen.figures.base import Shape
from reportgen.figures.lint.figure_view import FigureView, LintFinding
from reportgen.figures.lint.ink_geometry import apart, label_box
from reportgen.geometry import Rect

TELLS = 12.0
"""Two inks whose L* differs by less look alike on a photocopy."""
TOLD_APART = 8.0
"""Two inks whose CIEDE2000 difference is less look alike in small marks; 1 can just be seen in large ones."""
MOST_CATEGORIES = 4
"""How many colours a reader keeps apart without looking back at a legend (design guidance of the field)."""
LARGER = 1.5
"""From so many times the width on a dot is seen to be larger than another."""
NEAR = 16.0
"""A label within this many pt of a mark names it."""

_GROUPS = (
    ("mark", "mark_quiet", "dot_quiet"),
    ("mark_emphasised", "mark_beside"),
    ("series_1", "series_2", "series_3", "series_4"),
    ("step_1", "step_2", "step_3", "step_4"),
    ("locator_here", "locator_land"),
)
"""Roles that tell things apart when they stand in one figure; the names that a message has for two inks."""
_AREAS = (
    ("mark", "mark_quiet"), ("mark", "dot_quiet"), ("mark_emphasised", "mark_beside"), ("locator_here", "locator_land"),
)  # fmt: skip
"""Roles of areas that mean different things also where no mark stands for a value of its own."""


def grey_copy(view: FigureView) -> Iterator[LintFinding]:
    """Pairs of nearly one lightness."""
    for pair in _pairs(view):
        gap = abs(pair[0].lightness - pair[1].lightness)
        if gap < TELLS:
            yield LintFinding(
                "grey-copy",
                f"on a grey copy {_names(pair, view.roles)} look alike in this figure:"
                f" their lightness differs by {gap:.0f}",
                f"let the brand's inks for the two roles differ by {TELLS:.0f} or more in L*",
            )


def colour_vision(view: FigureView) -> Iterator[LintFinding]:
    """Pairs that look alike with one kind of cone missing."""
    for pair in _pairs(view):
        gap, kind = least_difference(*pair)
        if gap < TOLD_APART:
            yield LintFinding(
                "colour-vision",
                f"to somebody {NAMES[kind]} ({kind}) {_names(pair, view.roles)} look alike in this figure:"
                f" they differ by {gap:.0f} (CIEDE2000)",
                f"let the brand's inks for the two roles differ by {TOLD_APART:.0f} or more: one lighter, one darker",
            )


def categories(view: FigureView) -> Iterator[LintFinding]:
    """More than four colours for things that are not steps of one scale."""
    roles = view.roles
    ordered = {roles.step_1, roles.step_2, roles.step_3, roles.step_4}
    quiet = {roles.mark_quiet, roles.mark_beside, roles.dot_quiet, roles.not_available, roles.paper}
    used = set(_inks(view))
    told = used - quiet - (ordered if len(used & ordered) > 2 else set())
    if len(told) > MOST_CATEGORIES:
        yield LintFinding(
            "categories",
            f"{len(told)} categories are told apart by colour, and a reader keeps {MOST_CATEGORIES} apart",
            "group the smallest, or use a figure that names each, such as `figure: bars`",
        )


def _pairs(view: FigureView) -> Iterator[tuple[Ink, Ink]]:
    """Inks that mean different things; those of marks that are each labelled where they stand are left out."""
    inks = _inks(view)
    areas = {shape.fill for shape in view.shapes if shape.fill}
    of_roles = [(getattr(view.roles, first), getattr(view.roles, second)) for first, second in _AREAS]
    found = {frozenset(pair): pair for pair in of_roles if areas.issuperset(pair)}
    for pair in combinations(inks, 2):
        found.setdefault(frozenset(pair), pair)
    for first, second in found.values():
        marks = inks.get(first, ()), inks.get(second, ())
        if first != second and not _labelled(view, *marks) and not _told_by_size(*marks):
            yield first, second


def _inks(view: FigureView) -> dict[Ink, list[Shape]]:
    """The marks that stand for values, by ink. Guides and intervals lie behind or across them, and a gap is hatched or
    said in words.
    """
    roles, found = view.roles, dict[Ink, list[Shape]]()
    for shape in view.shapes:
        ink = shape.stroke if shape.fill is None or shape.fill == roles.paper else shape.fill
        beside = shape.by in ("x", "y", "") and ink in (roles.guide, roles.interval, roles.mark_axis)
        if shape.cell is not None and ink is not None and ink != roles.not_available and not beside:
            found.setdefault(ink, []).append(shape)
    return found


def _labelled(view: FigureView, first: Sequence[Shape], second: Sequence[Shape]) -> bool:
    """Whether what the marks of each ink stand for is written beside them, so that colour is not all that tells."""
    sides = [[(shape, shape.cell) for shape in side if shape.cell] for side in (first, second)]
    columns = [{column for _, (_, column) in side} for side in sides]
    if not all(sides) or {cell for _, cell in sides[0]} & {cell for _, cell in sides[1]}:
        return False
    if columns[0].isdisjoint(columns[1]):
        heads = [(side, own) for side, its in zip(sides, columns, strict=True) for own in its]
        return all(_named(view, [shape for shape, _ in side], [(0, own)]) for side, own in heads)
    return all(_named(view, [shape], [(cell[0], 0), cell]) for side in sides for shape, cell in side)


def _told_by_size(first: Sequence[Shape], second: Sequence[Shape]) -> bool:
    """Whether all dots of one ink are clearly larger than those of the other: the size of a dot stands for no value."""
    if not first or not second or any(shape.by not in ("x", "y") for shape in (*first, *second)):
        return False
    sizes = sorted([[Rect.of(shape.segments).width for shape in side] for side in (first, second)], key=max)
    return min(sizes[1]) >= LARGER * max(sizes[0])


def _named(view: FigureView, marks: list[Shape], cells: list[tuple[int, int]]) -> bool:
    """Whether a label of one of the cells stands by one of the marks, and not by its sample in a legend."""
    inks = {shape.fill or shape.stroke for shape in marks}
    samples = [view.box(shape) for shape in view.shapes if shape.cell is None and shape.fill in inks]
    for label in view.labels:
        if label.cell in cells:
            box = label_box(label)
            near = min(apart(box, view.box(shape)) for shape in marks)
            if near <= NEAR and all(near <= apart(box, sample) for sample in samples):
                return True
    return False


def _names(pair: tuple[Ink, Ink], roles: Roles) -> str:
    """The roles of the two in a group that has both; else the names of the inks."""
    names = [ink.name for ink in pair]
    for group in reversed(_GROUPS):
        of = {getattr(roles, role): role for role in reversed(group)}
        if pair[0] in of and pair[1] in of:
            names = [key_of(role) for role in sorted((of[ink] for ink in pair), key=group.index)]
    return " and ".join(f"`{name}`" for name in names)
