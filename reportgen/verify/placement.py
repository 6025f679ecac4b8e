"""Finds what cannot be read where it was drawn: type, pictures and figures that are cut, covered or crowded."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reportgen.geometry import Bbox, Point
from reportgen.verify.drawn import Clip, DrawnPage, FillColour, Filled, ShownRun, indistinguishable
from reportgen.verify.expected_runs import ExpectedObject, ExpectedPage
from reportgen.verify.match import RunPair
from reportgen.verify.wording import DrawingFault, fault

SLACK = 0.35
"""How far type may reach over an edge, in pt: a rounding, or the overhang of a slanted letter."""

CROWDED = 0.5
"""How much two runs must share across and up, in pt, to be on each other: whole runs are measured, not outlines."""

ROOM = 2.0
"""How far the lines of a drawing may reach out of it, in pt."""

TOUCHING = 0.25
"""How much two glyphs must share across and up, in pt, to be on each other: boxes are larger than outlines."""

AJAR = 1.5
"""How far the ink of a label may reach out of its figure, in pt: descenders hang out of many."""

FAINT = 0.1
"""Up to this alpha type cannot be seen on any ground."""

PAPER = FillColour("paper", (1.0, 1.0, 1.0))
"""What a page is where nothing is painted."""


def outside_or_clipped(pairs: Sequence[RunPair], drawn: DrawnPage) -> Iterator[DrawingFault]:
    """Type that is outside the trim, or cut by a clip."""
    for pair in pairs:
        shown = pair.shown
        if not drawn.trim.holds(shown.area, SLACK):
            yield fault("outside", "trim", pair)
        elif shown.clip and not _uncut(shown, shown.clip):
            yield fault("clipped", "clip", pair)


def _uncut(shown: ShownRun, clip: Clip) -> bool:
    return clip.area.holds(shown.area, SLACK) and all(
        path.has(point) for path in clip.paths for point in shown.samples()
    )


def out_of_figures(pairs: Sequence[RunPair]) -> Iterator[DrawingFault]:
    """Labels that leave their figure."""
    for pair in pairs:
        figure = pair.owner.figure
        if figure and not figure.holds(pair.shown.area, AJAR):
            yield fault("outside", "figure", pair)


class RunIndex:
    """Pairs in the order of their feet, so that those near an area are found at once."""

    def __init__(self, pairs: Sequence[RunPair]) -> None:
        self.pairs = sorted(pairs, key=lambda pair: pair.shown.area.bottom)
        self._feet = [pair.shown.area.bottom for pair in self.pairs]
        self._tallest = max((pair.shown.area.top - pair.shown.area.bottom for pair in pairs), default=0.0)

    def meeting(self, area: Bbox) -> list[RunPair]:
        """Those that stand on an area, also in part."""
        left, right, foot = area.left + CROWDED, area.right - CROWDED, area.bottom + CROWDED
        low = bisect_left(self._feet, area.bottom - self._tallest)
        level = self.pairs[low : bisect_left(self._feet, area.top - CROWDED)]
        return [
            pair
            for pair in level
            if (found := pair.shown.area).top > foot and found.left < right and found.right > left and pair.has_ink
        ]


def overlapping(runs: RunIndex) -> Iterator[DrawingFault]:
    """Type of two texts on each other: each pair of texts is reported once."""
    reported: set[tuple[int, int]] = set()
    for index, one in enumerate(runs.pairs):
        area, own = one.shown.area, one.owner.number
        top = area.top - CROWDED
        for other in runs.pairs[index + 1 :]:
            if other.shown.area.bottom >= top:
                break
            key = own, other.owner.number
            if key[0] == key[1] or key in reported or not area.meets(other.shown.area, CROWDED):
                continue
            if one.has_ink and other.has_ink and _touch(one.shown, other.shown):
                reported.update((key, key[::-1]))
                yield fault("overlap", "text", one, other)


def _touch(one: ShownRun, other: ShownRun) -> bool:
    """Whether a glyph of the one is on a glyph of the other: descenders may hang between capitals."""
    others = [box for box in other.boxes() if box.meets(one.area, 0.0)]
    return any(box.meets(other_box, TOUCHING) for box in one.boxes() for other_box in others)


def off_their_ground(runs: RunIndex, expected: ExpectedPage) -> Iterator[DrawingFault]:
    """Type that leaves its ground over the edge, or stands on the ground or the rule of another block."""
    for ground in expected.grounds:
        for pair in runs.meeting(ground.area):
            if pair.owner.figure is not None:
                continue
            if ground.group not in pair.owner.groups:
                yield fault("overlap", "ground", pair)
            elif not ground.area.holds(pair.shown.area, SLACK + CROWDED):
                yield fault("overlap", "edge", pair)


def covered(runs: RunIndex, drawn: DrawnPage) -> Iterator[DrawingFault]:
    """Type under something opaque that was painted later."""
    first = min((pair.shown.order for pair in runs.pairs), default=0)
    reported: set[int] = set()
    for cover in drawn.filled:
        if cover.order < first or not cover.hides:
            continue
        for pair in runs.meeting(cover.outline.area):
            shown = pair.shown
            if shown.order < cover.order and shown.order not in reported and _hidden(shown, cover):
                reported.add(shown.order)
                yield fault("covered", "picture" if cover.picture else "fill", pair)


def _hidden(shown: ShownRun, cover: Filled) -> bool:
    return cover.outline.plain or any(cover.outline.has(point) for point in shown.samples())


def of_no_contrast(pairs: Sequence[RunPair], drawn: DrawnPage) -> Iterator[DrawingFault]:
    """Type that has the colour of what it stands on."""
    grounds = {(one.paint.operator, one.paint.alpha): one.paint for one in drawn.filled if one.hides}
    paints = [PAPER, *grounds.values()]
    like: dict[str, list[str]] = {}
    hiding = [one for one in drawn.filled if one.hides][::-1]
    for pair in pairs:
        paint = pair.shown.paint
        if paint.operator not in like:
            like[paint.operator] = [other.operator for other in paints if indistinguishable(paint, other)]
        alike = like[paint.operator]
        faint = paint.alpha <= FAINT
        if (alike or faint) and pair.has_ink and (faint or _unseen(pair.shown, hiding, alike)):
            yield fault("covered", "colour", pair)


def _unseen(shown: ShownRun, hiding: Sequence[Filled], alike: Sequence[str]) -> bool:
    """Whether a part of it stands on a paint that is `alike` its own; `hiding` has the last painted first."""
    left, bottom, right, top = shown.area
    under: list[Filled] = []
    for one in hiding:
        found = one.outline.area
        if one.order > shown.order or found.left > right or found.right < left:
            continue
        if found.bottom <= top and found.top >= bottom:
            under.append(one)
            if one.outline.plain and found.holds(shown.area, 0.0):
                break
    if len(under) == 1 and under[0].outline.plain and under[0].outline.area.holds(shown.area, 0.0):
        return not under[0].picture and under[0].paint.operator in alike
    return any(_vanishes(point, under, alike) for point in shown.samples())


def _vanishes(point: Point, under: Sequence[Filled], alike: Sequence[str]) -> bool:
    """Whether what was painted last at a point, or the paper, is of a paint that type cannot be told from.

    Whether a point lies in a shape with many corners takes long to say, so it is asked only where it counts.
    """
    between: list[Filled] = []
    for one in under:
        same = not one.picture and one.paint.operator in alike
        if not same and not one.outline.plain:
            between.append(one)
        elif one.outline.has(point):
            return same and not any(other.outline.has(point) for other in between)
    return PAPER.operator in alike and not any(other.outline.has(point) for other in between)


def missing_objects(expected: ExpectedPage, drawn: DrawnPage) -> Iterator[DrawingFault]:
    """Pictures, figures and drawings of which nothing is to be seen."""
    for item in expected.objects:
        if not item.picture:
            if not _has_marks(item, drawn):
                yield fault("lost", item.what, item)
            continue
        placed = [one for one in drawn.filled if one.picture and _fills(one, item)]
        if not placed:
            yield fault("lost", item.what, item)
        elif any(_covers(one, item, placed[-1]) for one in drawn.filled):
            yield fault("covered", "object", item)


def _fills(picture: Filled, item: ExpectedObject) -> bool:
    """Whether what was placed has the frame to itself: all of it, and the rest is cut away."""
    area = picture.outline.area
    return area.holds(item.area, SLACK) and item.area.holds(area, SLACK)


def _has_marks(item: ExpectedObject, drawn: DrawnPage) -> bool:
    """Whether anything is painted within an object; the ground that it stands on reaches farther and does not count."""
    if any(item.area.holds(one.outline.area, ROOM) for one in drawn.filled):
        return True
    return any(item.area.holds(area, ROOM) for area in drawn.lines)


def _covers(later: Filled, item: ExpectedObject, picture: Filled) -> bool:
    """Whether a picture is covered by something that was painted later."""
    return later.order > picture.order and later.hides and later.outline.area.holds(item.area, ROOM)
