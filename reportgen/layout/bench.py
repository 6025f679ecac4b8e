"""The bench: a report and a brand in; every unit measured once for each way, width and step of the type scale, out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from reportgen.brand import Brand
from reportgen.content.report import Report
from reportgen.figures.base import Figure
from reportgen.flex import Flex
from reportgen.layout.block import Unit, Way
from reportgen.layout.grid import Grid
from reportgen.layout.parts import Part
from reportgen.layout.score import Terms, line_term
from reportgen.layout.setter import Setter
from reportgen.problems import Problem
from reportgen.text.spans import Rich

_FORCED = 0.6
"""What it costs that a unit has the whole width, for which it has no way."""
_PITCH = 4.6
"""A column of A4 with its gutter, in the size of text: ways are offered for columns of that width."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A part that was set, with the height of its `head`, what is wrong with it, and what stops it."""

    part: Part
    terms: Terms
    head: float = 0.0
    problems: tuple[Problem, ...] = ()

    @property
    def height(self) -> Flex:
        """The heights it can take."""
        return self.part.height


@dataclass
class Bench:
    """What was measured for one search of one report."""

    report: Report
    brand: Brand
    _steps: dict[int, Brand] = field(default_factory=dict)
    _figures: dict[int, dict[str, Figure]] = field(default_factory=dict)
    _checked: dict[tuple[str, str, Rich], tuple[Problem, ...]] = field(default_factory=dict)
    _found: dict[tuple[object, ...], Measured] = field(default_factory=dict)
    _ways: dict[tuple[str, int, bool], tuple[Way, ...]] = field(default_factory=dict)

    def at_step(self, step: int) -> Brand:
        """The brand at a step of its type scale."""
        if step not in self._steps:
            self._steps[step] = self.brand.at_step(step)
        return self._steps[step]

    def ways(self, unit: Unit, grid: Grid, columns: int) -> tuple[Way, ...]:
        """The ways of a unit for a column so wide; over the whole width there is one always, the nearest.

        Each is worked out once: a search of twenty units asks a thousand times.
        """
        key = (unit.source, columns, columns < grid.columns)
        if key not in self._ways:
            self._ways[key] = self._offered(unit, grid, columns)
        return self._ways[key]

    def _offered(self, unit: Unit, grid: Grid, columns: int) -> tuple[Way, ...]:
        pitch = _PITCH * self.brand.styles.text.size
        usual = round((grid.span(columns) + grid.format.gutter) / pitch)
        found = tuple(way for way in unit.ways if way.least <= usual <= way.most)
        if found or columns < grid.columns:
            return found
        nearest = min(unit.ways, key=lambda way: max(way.least - usual, usual - way.most))
        return (replace(nearest, reluctance=nearest.reluctance + _FORCED),)

    def unit(self, step: int, unit: Unit, way: Way, grid: Grid, columns: int, head: float = 0.0) -> Measured:
        """A unit in one of its ways over so many columns; its head is `head` pt high at least."""
        key = (step, unit.source, way.name, columns, head)
        return self._once(key, step, lambda setter: way.set(setter, grid, columns), way, head)

    def framing(self, step: int, name: str, make: Callable[[Setter], Part]) -> Measured:
        """A part of the page's frame, called `name`."""
        return self._once((step, name), step, make)

    def _once(
        self,
        key: tuple[object, ...],
        step: int,
        make: Callable[[Setter], Part],
        way: Way | None = None,
        head: float = 0.0,
    ) -> Measured:
        if key not in self._found:
            made = self._figures.setdefault(step, {})
            setter = Setter(self.report, self.at_step(step), head=head, made=made, checked=self._checked)
            part = make(setter)
            terms = Terms(
                lines=line_term(setter.measures),
                proportion=setter.shrunk,
                broken=len(setter.problems),
                stranded=way.stranded if way else 0.0,
                order=way.moved if way else 0.0,
                usual=(way.reluctance if way else 0.0) + setter.title,
            )
            self._found[key] = Measured(part, terms, max(setter.heads, default=0.0), tuple(setter.problems))
        return self._found[key]
