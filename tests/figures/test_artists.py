"""Artists: every figure is drawn by Matplotlib's own machinery on our renderer; nothing else loads Matplotlib."""

from __future__ import annotations

import io
import subprocess
import sys
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pypdfium2
import pytest
from figure_samples import BRANDS, brand, figure, place_block, shapes, texts

from reportgen.brand.model import BrandFaces
from reportgen.figures.base import MarkFigure, in_box
from reportgen.figures.make import place_of
from reportgen.geometry import Rect
from reportgen.page import Drawable, FigureBox, Group, Page, Role
from reportgen.pdf import render_page
from reportgen.text.words import words

KINDS: dict[str, dict[str, Any]] = {
    "change": {"value": 1025000, "change": 111400, "since": "2010"},
    "share": {"value": 50500, "share_of": 1025000},
    "count": {"value": 16450, "each": 1000},
    "amount": {"value": "£5m", "of": "£28m"},
    "line": {"series": {"2019": 58, "2020": "-", "2021": 96, "2022": 74, "2023": 61}},
}


def of_kind(kind: str, look: str = BRANDS[0]) -> MarkFigure:
    if kind == "place":
        block = place_block(statistics=[(2017000, "people"), (93690, "businesses")])
        return place_of(block, brand(look), words("en"))
    return figure(brand(look), figure=kind, **KINDS[kind])


def pdf(drawing: Drawable, width: float, height: float, look: str = BRANDS[0]) -> bytes:
    """A page with one figure, a quarter of an inch from its edges."""
    box = FigureBox(Rect(18, 18, width, height), drawing)
    root = Group(Role.DOCUMENT, (Group(Role.FIGURE, (box,), alt="a figure"),))
    page = Page(width + 36, height + 36, 0, root, "Title", "en")
    faces = BrandFaces(brand(look))
    return render_page(page, inks=brand(look).inks, fonts=faces, created=datetime(2020, 1, 1, tzinfo=UTC))


def pixels(data: bytes) -> np.ndarray[Any, Any]:
    return np.asarray(pypdfium2.PdfDocument(io.BytesIO(data))[0].render(scale=2).to_pil().convert("RGB"))


def words_of(data: bytes) -> str:
    return str(pypdfium2.PdfDocument(io.BytesIO(data))[0].get_textpage().get_text_range())


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("kind", [*KINDS, "place"])
def test_every_kind_is_drawn_in_its_rectangle_without_a_warning(kind: str, look: str) -> None:
    drawn = of_kind(kind, look)
    height = drawn.measure(205).normal + getattr(drawn, "foot", 0.0)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        data = pdf(in_box(drawn, Rect(0, 0, 205, height)).drawing, 205, height, look)
    seen = pixels(data)
    inked = np.argwhere((seen != seen[0, 0]).any(axis=2))
    (top, left), (bottom, right) = inked.min(axis=0), inked.max(axis=0)
    assert 35 <= left <= right <= 2 * 223 + 1 and 35 <= top <= bottom <= 2 * (height + 18) + 1
    drawn_inks = {shape.fill for shape in shapes(drawn.marks(205, height)) if shape.fill}
    for ink in drawn_inks:
        assert (seen.reshape(-1, 3) == ink.srgb).all(axis=1).any(), ink
    assert sorted(words_of(data).split()) == sorted(" ".join(texts(drawn.marks(205, height))).split())


def test_artists_are_matplotlibs_own_and_painted_in_their_order() -> None:
    from reportgen.figures.drawing.mpl import load_matplotlib

    load_matplotlib()
    from matplotlib.artist import Artist

    for kind in [*KINDS, "place"]:
        drawn = of_kind(kind)
        artists = in_box(drawn, Rect(0, 0, 205, 120)).drawing.artists(205, 120)
        assert len(artists) == len(drawn.marks(205, 120))
        assert all(isinstance(artist, Artist) for artist in artists)
        assert {artist.get_zorder() for artist in artists} == {0}


@dataclass(frozen=True)
class Own:
    """A user's own figure: an ordinary Matplotlib chart with axes."""

    def artists(self, width: float, height: float) -> Sequence[Any]:
        from matplotlib.figure import Figure as MatplotlibFigure

        inks = brand().roles
        chart = MatplotlibFigure(figsize=(width / 72, height / 72), dpi=72, layout="constrained")
        axes = chart.add_subplot()
        axes.bar(["2019", "2020", "2021"], [5, 8, 13], color=inks.mark.hex)
        axes.set_ylabel("Starts", color=inks.text.hex)
        axes.tick_params(colors=inks.text.hex)
        axes.spines[:].set_color(inks.text.hex)
        chart.set_facecolor("none")
        axes.set_facecolor("none")
        return [chart]


def test_an_ordinary_matplotlib_figure_is_a_figure_too() -> None:
    data = pdf(Own(), 240, 160)
    assert {"2019", "2020", "2021", "Starts"} <= set(words_of(data).split())
    seen = pixels(data).reshape(-1, 3)
    bars = (seen == brand().roles.mark.srgb).all(axis=1).sum() / 4
    assert 240 * 160 * 0.1 < bars < 240 * 160 * 0.6


LOADED = """
import sys
sys.path.insert(0, {folder!r})
from test_artists import KINDS, Rect, in_box, of_kind
for kind in [*KINDS, "place"]:
    drawn = of_kind(kind)
    drawn.measure(205), drawn.describe(), drawn.values(), drawn.marks(205, 150)
    assert not [name for name in sys.modules if name.split(".")[0] == "matplotlib"], kind
in_box(drawn, Rect(0, 0, 205, 150)).drawing.artists(205, 150)
print("matplotlib.patches" in sys.modules, "matplotlib.pyplot" in sys.modules)
"""


def test_only_artists_loads_matplotlib_and_never_pyplot() -> None:
    folder = str(__import__("pathlib").Path(__file__).parent)
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(folder=folder)], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("True False\n", "")
