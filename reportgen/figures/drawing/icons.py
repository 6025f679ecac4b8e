"""Icons as path segments: the Phosphor set (MIT, see assets/phosphor.LICENSE) and the marks drawn for this project."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

from reportgen.figures.drawing.segments import polygons
from reportgen.geometry import Bbox, Segment, Segments, transformed
from reportgen.sources import Sources


@dataclass(frozen=True, slots=True)
class Icon:
    """A filled icon with its origin at the bottom left of what is drawn, y upwards."""

    name: str
    segments: Segments
    width: float
    height: float

    def at(self, x: float, y: float, height: float) -> Segments:
        """The icon `height` points high, its bottom left corner at x, y."""
        scale = height / self.height
        return transformed(self.segments, (scale, 0.0, 0.0, scale, x, y))

    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height


@lru_cache(maxsize=1)
def icon_names() -> tuple[str, ...]:
    """The names that a report may use."""
    return tuple(sorted(_drawings()))


@lru_cache(maxsize=64)
def icon(name: str) -> Icon:
    """The icon called `name`; raises KeyError when there is none."""
    drawn = _parse(_drawings()[name]["fill"][0][0])
    left, bottom, right, top = Bbox.around(point for ring in polygons(drawn) for point in ring)
    placed = transformed(drawn, (1.0, 0.0, 0.0, -1.0, -left, top))
    return Icon(name, placed, right - left, top - bottom)


@lru_cache(maxsize=1)
def _drawings() -> dict[str, dict[str, list[list[str]]]]:
    sources = Sources()
    files = (json.loads(sources.read_bytes(sources.asset(name)))["icons"] for name in ("phosphor.json", "marks.json"))
    return {name: drawing for icons in files for name, drawing in icons.items()}


def _parse(path: str) -> Segments:
    """SVG path data that holds absolute M, L, C and Z alone, each command with one set of numbers or several."""
    segments: list[Segment] = []
    for chunk in _commands(path):
        command, spaced = chunk[0], chunk[1:].replace(",", " ").replace("-", " -")
        numbers = [float(number) for number in spaced.split()]
        if command == "Z":
            segments.append(("Z",))
            continue
        size = 6 if command == "C" else 2
        for start in range(0, len(numbers), size):
            follows = "L" if command == "M" and start else command
            segments.append((follows, *numbers[start : start + size]))
    return tuple(segments)


def _commands(path: str) -> list[str]:
    chunks: list[str] = []
    for char in path:
        if char in "MLCZ":
            chunks.append(char)
        else:
            chunks[-1] += char
    return chunks
