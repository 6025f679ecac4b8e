"""Composed pages for the tests of the layout stage, and where their ink lies.

The golden file of the sample's page is written anew by `python tests/layout/layout_samples.py --update`; look at the
page before you do, and at the difference after.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path as File

from reportgen import load, load_brand
from reportgen.brand import Brand
from reportgen.content.report import Report
from reportgen.figures.base import MarkFigure, PlacedFigure
from reportgen.geometry import Rect
from reportgen.layout.arrangement import Arrangement
from reportgen.layout.composition import sized_for
from reportgen.layout.search import Search
from reportgen.page import Box, FigureBox, Group, LinkArea, Page, PathBox, PictureBox, Role, TextRun
from reportgen.pipeline import compose

ROOT = File(__file__).parents[2]
GOLDEN = File(__file__).with_name("south-east-midlands.txt")
REPORTS = {
    "sample": ROOT / "content/south-east-midlands.yaml",
    **{file.stem: file for file in sorted((ROOT / "tests/cases").glob("*.yaml"))},
}
BRANDS = ("industrial-strategy", "briefing")
PAGES = [(name, brand) for name in REPORTS for brand in BRANDS]


@cache
def report(name: str) -> Report:
    return load(REPORTS[name])


@cache
def brand(name: str = BRANDS[0]) -> Brand:
    return load_brand(ROOT / "content/brands" / f"{name}.yaml")


def arrangement_of(content: Report, look: Brand) -> Arrangement:
    """How the page of a report is arranged."""
    return Search(content, sized_for(content, look)).run()[0].arrangement


@cache
def page(name: str, look: str = BRANDS[0]) -> Page:
    return compose(report(name), brand(look))


@dataclass(frozen=True)
class Placed:
    """A box and the groups round it, the nearest last."""

    box: Box
    groups: tuple[Group, ...]

    @property
    def source(self) -> str:
        """What the box shows."""
        return next((group.source for group in reversed(self.groups) if group.source), "")

    @property
    def text(self) -> Group:
        """The text that a run of type stands in: the nearest group that names what it shows."""
        return next(group for group in reversed(self.groups) if group.source)


def placed(root: Group) -> list[Placed]:
    """Every box that is no group."""

    def walk(box: Box, groups: tuple[Group, ...]) -> Iterator[Placed]:
        if not isinstance(box, Group):
            yield Placed(box, groups)
            return
        for child in box.children:
            yield from walk(child, (*groups, box))

    return list(walk(root, ()))


def paragraphs(root: Group) -> list[tuple[Group, list[TextRun]]]:
    """The groups that say what the type in them shows, each with its runs; links and notes in a text belong to it."""
    found: dict[int, tuple[Group, list[TextRun]]] = {}
    for one in placed(root):
        if isinstance(one.box, TextRun):
            group = one.text
            found.setdefault(id(group), (group, []))[1].append(one.box)
    return list(found.values())


def text_of(runs: list[TextRun]) -> str:
    """What a paragraph says."""
    return " ".join("".join(run.run.text for run in runs).split())


def ink(box: Box) -> Rect:
    """The rectangle that a box inks or answers in.

    Type reaches from its capitals' top to a quarter of its size under its line; numbers have commas at most under theirs.
    """
    match box:
        case TextRun(x, y, run):
            cap = run.font.cap_height * run.size
            width = run.width - (run.size * run.glyphs[-1].advance if run.text.endswith(" ") else 0.0)
            depth = (0.25 if any(char.isalpha() for char in run.text) else 0.15) * run.size
            return Rect(x, y - cap, width, cap + depth)
        case PathBox(segments):
            numbers = [[float(value) for value in segment[1:]] for segment in segments]
            xs, ys = ([value for values in numbers for value in values[start::2]] for start in (0, 1))
            return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        case PictureBox() | FigureBox() | LinkArea():
            return box.rect
    raise AssertionError(box)


def around(rects: list[Rect]) -> Rect:
    """The rectangle round several."""
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    return Rect(left, top, max(rect.right for rect in rects) - left, max(rect.bottom for rect in rects) - top)


def figure_in(box: Box) -> MarkFigure | None:
    """The figure that a box holds; None for another box."""
    return box.drawing.figure if isinstance(box, FigureBox) and isinstance(box.drawing, PlacedFigure) else None


def roles(root: Group) -> list[Role]:
    """The roles of all groups, in reading order."""
    inner = [role for child in root.children if isinstance(child, Group) for role in roles(child)]
    return [root.role, *inner]


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit(f"usage: {sys.argv[0]} --update")
    GOLDEN.write_text(f"{page('sample')}\n", encoding="utf-8")
