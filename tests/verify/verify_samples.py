"""Reports, their pages and canvases, and faults that are put into drawing on purpose."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reportgen import load, load_brand
from reportgen.brand import Brand
from reportgen.brand.model import BrandFaces
from reportgen.content.report import Report
from reportgen.glyphs import GlyphRun
from reportgen.page import Box, Group, Page, TextRun
from reportgen.pdf import render_page
from reportgen.pdf.canvas import InkCanvas
from reportgen.pipeline import compose
from reportgen.problems import Problem
from reportgen.sources import Sources
from reportgen.standards import PRINT, SCREEN, Edition
from reportgen.verify import Verification

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "content/south-east-midlands.yaml"
REPORTS = (
    SAMPLE,
    *sorted((ROOT / "tests/cases").glob("*.yaml")),
    *sorted((ROOT / "tests/verapdf/pages").glob("*.yaml")),
)
BRANDS = ("industrial-strategy", "briefing")
EDITIONS = (SCREEN, PRINT)


@cache
def report(path: Path = SAMPLE) -> Report:
    return load(path)


@cache
def brand(name: str = BRANDS[0]) -> Brand:
    return load_brand(ROOT / "content/brands" / f"{name}.yaml")


@cache
def page(path: Path = SAMPLE, look: str = BRANDS[0]) -> Page:
    return compose(report(path), brand(look))


def problems(
    path: Path = SAMPLE, look: str = BRANDS[0], edition: Edition = SCREEN, shown: Page | None = None
) -> tuple[Problem, ...]:
    """What the check says of a page, or of another one (`shown`) for the same report."""
    return problems_of(report(path), shown or page(path, look), look, edition)


def problems_if(change: Callable[[Box], Box | None], path: Path = SAMPLE) -> tuple[Problem, ...]:
    """What the check says of a page when every box of it is drawn as `change` gives it, or not drawn (None)."""
    return Verification(report(path), page(path)).problems(canvas_of(with_page(change, path)))


def problems_of(found: Report, drawn: Page, look: str = BRANDS[0], edition: Edition = SCREEN) -> tuple[Problem, ...]:
    """What the check says of a report and a page."""
    return Verification(found, drawn).problems(canvas_of(drawn, look, edition))


def canvas_of(drawn: Page, look: str = BRANDS[0], edition: Edition = SCREEN) -> InkCanvas:
    """A page as it is drawn."""
    canvases: list[InkCanvas] = []
    inks, faces, created = brand(look).inks, BrandFaces(brand(look)), Sources().build_date("2018-12")
    render_page(drawn, inks=inks, fonts=faces, created=created, edition=edition, drawn=canvases.append)
    return canvases[0]


def codes(found: tuple[Problem, ...]) -> set[str]:
    return {problem.code for problem in found}


Text = Callable[..., None]


@dataclass
class Wrap:
    """Wraps `InkCanvas.text`: `change` gets the real method and its arguments for every run that has `words` in it."""

    patch: pytest.MonkeyPatch

    def runs(self, words: str, change: Callable[[Text, InkCanvas, float, float, GlyphRun], None]) -> None:
        real = InkCanvas.text

        def text(canvas: InkCanvas, x: float, y: float, run: GlyphRun, angle: float = 0.0) -> None:
            if words in run.text:
                change(real, canvas, x, y, run)
            else:
                real(canvas, x, y, run, angle)

        self.patch.setattr(InkCanvas, "text", text)

    def after(self, paint: Callable[[InkCanvas], None]) -> None:
        """Something is painted when the page is drawn already."""
        from reportgen import pdf

        real = pdf.draw_page

        def draw_page(page: Page, canvas: InkCanvas, *rest: Any) -> None:
            real(page, canvas, *rest)
            canvas.begin("Artifact")
            paint(canvas)
            canvas.end()

        self.patch.setattr(pdf, "draw_page", draw_page)


@contextmanager
def kept(canvas: InkCanvas) -> Any:
    """A graphics state of its own."""
    canvas.keep()
    yield
    canvas.write("")
    canvas.back()


def changed(root: Group, change: Callable[[Box], Box | None]) -> Group:
    """The tree with every box changed, from the leaves up; a box that becomes None is left out."""
    boxes = [changed(box, change) if isinstance(box, Group) else box for box in root.children]
    children = [new for box in boxes if (new := change(box)) is not None]
    return replace(root, children=tuple(children))


def with_page(change: Callable[[Box], Box | None], path: Path = SAMPLE) -> Page:
    """The page of a report after a fault of layout."""
    whole = page(path)
    root = change(changed(whole.root, change))
    assert isinstance(root, Group)
    return replace(whole, root=root)


def moved(box: Box, across: float, down: float) -> Box:
    """Type at another place."""
    if isinstance(box, TextRun):
        return replace(box, x=box.x + across, y=box.y + down)
    if isinstance(box, Group):
        return replace(box, children=tuple(moved(child, across, down) for child in box.children))
    return box
