"""The foot of a line over time: the names of its points, as many as have room, and the notes under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.brand import Brand
from reportgen.content.report import Point
from reportgen.figures.base import Label
from reportgen.figures.lines.plot import RADIUS, Plot, known
from reportgen.page import NOTE_ROW
from reportgen.text.setting import SetLine, set_line

_LONG = 7
"""From this many points on, a year in the middle is named as well."""


@dataclass(frozen=True)
class LineFoot:
    """The names of `points`, which are years as a rule, and `notes`, a line each."""

    brand: Brand
    points: tuple[Point, ...]
    notes: tuple[str, ...]
    language: str

    @property
    def height(self) -> float:
        """From the base line down to the last descenders, in pt."""
        caption = self.brand.styles.caption
        return self._gap + caption.cap_height + caption.depth + caption.leading * len(self.notes)

    @property
    def least(self) -> float:
        """The width that the names of the first point and the last need, in pt."""
        return self.year(0).width + self._gap + self.year(len(self.points) - 1).width

    @property
    def note_lines(self) -> list[SetLine]:
        """The notes, each on one line."""
        return [set_line(note, self.brand.styles.caption, self.language) for note in self.notes]

    def year(self, index: int) -> SetLine:
        """The name of a point."""
        return set_line(self.points[index].label, self.brand.styles.caption, self.language)

    def years(self, plot: Plot, labelled: Sequence[int]) -> list[tuple[int, float]]:
        """The points that are named, and where each name begins; `labelled` are those that have a label in the plot.

        Those at the ends always are; where they have room under their points, labelled ones within the line, all of a
        few that are not equally far apart, and of a long line without such names the one in the middle.
        """
        end = plot.count - 1
        placed = {0: plot.x - RADIUS, end: plot.right + RADIUS - self.year(end).width}
        middle = (end // 2,) if plot.count >= _LONG else ()
        all_of_few = range(1, end) if plot.times and not middle else ()
        given = known(self.points)
        within = (index for index in labelled if index not in (given[0], given[-1]))
        for index in (*within, *all_of_few, *middle):
            if index in middle and len(placed) > 2:
                break
            wide = self.year(index).width
            x = plot.across(index) - wide / 2
            if index not in placed and all(
                x + wide + self._gap <= left or left + self.year(other).width + self._gap <= x
                for other, left in placed.items()
            ):
                placed[index] = x
        return list(placed.items())

    def labels(self, plot: Plot, labelled: Sequence[int]) -> list[Label]:
        """Names and notes."""
        caption, ink = self.brand.styles.caption, self.brand.roles.caption
        y = self.height - self._gap - caption.cap_height
        years = [Label(x, y, self.year(index), ink, cell=(index + 1, 0)) for index, x in self.years(plot, labelled)]
        notes = [
            Label(0.0, y - (index + 1) * caption.leading, line, ink, cell=(NOTE_ROW, index))
            for index, line in enumerate(self.note_lines)
        ]
        return [*years, *notes]

    @property
    def _gap(self) -> float:
        return self.brand.spaces.close.normal
