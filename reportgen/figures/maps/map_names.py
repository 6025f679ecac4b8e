"""Which areas of a map are named, and the ways in which each name and value can be set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportgen.figures.maps.map_labels import LabelCandidate, LabelLine, MapLabel
from reportgen.figures.maps.regions import Region
from reportgen.page import PLACES_ROW, Cell
from reportgen.text.setting import SetLine, set_line, set_text
from reportgen.text.spans import Span
from reportgen.text.type_style import TypeStyle

_NAME_WIDTH = 92.0
"""A longer name is set in lines, in pt."""
_GAP = 0.45
"""Space between a name and its value, in ems."""


@dataclass(frozen=True)
class MapNames:
    """How areas are named: those called one of `emphasised` always. `gaps` has the words for what has no value."""

    style: TypeStyle
    emphasised: tuple[str, ...]
    gaps: tuple[tuple[str, str], ...]
    language: str

    def labels(self, areas: Sequence[Region], is_readable: Callable[[Region], bool]) -> tuple[MapLabel, ...]:
        """The labels of the emphasised areas and of those with an extreme value.

        `is_readable` says whether type can be read on an area.
        """
        extremes = _extremes(areas)
        return tuple(
            MapLabel(
                index,
                region.outline.scan_lines,
                self._candidates(region),
                region.datum is not None and is_readable(region),
                needed,
            )
            for index, region in enumerate(areas)
            if (needed := region.name in self.emphasised) or region.name in extremes
        )

    def of_point(self, name: str, index: int) -> LabelCandidate:
        """The name of a point, the `index`-th of the map, on one line."""
        line = set_line(name, self.style, self.language)
        return LabelCandidate(line.width, self.style.cap_height, (LabelLine(0, 0, line, (PLACES_ROW, index)),))

    def _candidates(self, region: Region) -> tuple[LabelCandidate, ...]:
        """Name and value on one line where the name is short; the name over the value; the name in lines over it."""
        style, bold = self.style, region.name in self.emphasised
        rich = (Span(region.name, bold=bold),)
        text = region.datum.text if region.datum else dict(self.gaps)[region.gap]
        value = set_line((Span(text, bold=True),), style, self.language)
        name = set_line(rich, style, self.language, continues=True)
        cells = (region.row, 0), (region.row, 1)
        candidates = [self._stacked([name], value, cells)]
        if name.width <= _NAME_WIDTH:
            x = name.width + _GAP * style.size
            parts = (LabelLine(0, 0, name, cells[0]), LabelLine(x, 0, value, cells[1], True))
            candidates.insert(0, LabelCandidate(x + value.width, style.cap_height, parts))
        lines = set_text(rich, style, min(_NAME_WIDTH, name.width * 0.6), self.language, continues=True).lines
        return (*candidates, self._stacked(lines, value, cells)) if len(lines) > 1 else tuple(candidates)

    def _stacked(self, lines: Sequence[SetLine], value: SetLine, cells: tuple[Cell, Cell]) -> LabelCandidate:
        """The lines of a name over its value."""
        leading = self.style.leading
        parts = [LabelLine(0, (len(lines) - index) * leading, line, cells[0]) for index, line in enumerate(lines)]
        wide = max(line.width for line in (*lines, value))
        return LabelCandidate(
            wide, len(lines) * leading + self.style.cap_height, (*parts, LabelLine(0, 0, value, cells[1], True))
        )


def _extremes(areas: Sequence[Region]) -> tuple[str, ...]:
    """The areas with the greatest and the least value, each if it is the only one with it; none of two areas."""
    known = [(region.datum.value, region.name) for region in areas if region.datum]
    if len(known) < 3:
        return ()
    values = [value for value, _ in known]
    ends = {min(values), max(values)}
    return tuple(name for value, name in known if value in ends and values.count(value) == 1)
