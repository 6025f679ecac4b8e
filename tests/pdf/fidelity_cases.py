"""Figures that exercise a renderer, and the comparison of two renderings of each: ours and Matplotlib's own PDF."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from reportgen.figures.drawing.mpl import load_matplotlib, quiet_defaults

load_matplotlib()

import matplotlib as mpl  # noqa: E402  # Matplotlib must come in by its one door
from matplotlib import font_manager  # noqa: E402
from matplotlib.collections import LineCollection, PatchCollection, PolyCollection  # noqa: E402
from matplotlib.colors import ListedColormap  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.lines import Line2D  # noqa: E402
from matplotlib.patches import Circle, Ellipse, FancyArrowPatch, PathPatch, Polygon, Rectangle, Wedge  # noqa: E402
from matplotlib.path import Path  # noqa: E402
from matplotlib.transforms import Affine2D, Bbox, TransformedBbox  # noqa: E402
from pdf_samples import CREATED, FONTS, Book, raster  # noqa: E402

from reportgen.colour.inks import Ink  # noqa: E402
from reportgen.geometry import Rect  # noqa: E402
from reportgen.page import FigureBox, Group, Page, Role  # noqa: E402
from reportgen.pdf import render_page  # noqa: E402

FAMILY = "Source Sans 3"
WIDTH, HEIGHT = 288.0, 216.0
PPI = 144
TOLERANCE = 32
"""Difference of a channel, of 255, above which a pixel counts as different: less is two ways of smoothing an edge."""

TEAL, NAVY, AMBER, CORAL, PALE = "#00756f", "#0f2c4c", "#f5b700", "#c8451f", "#d3dde4"
WHITE, BLACK, GREY, MESH = "#ffffff", "#000000", "#b0b0b0", "#cccccc"
COLOURS = (TEAL, NAVY, AMBER, CORAL, PALE, WHITE, BLACK, GREY, MESH)
INKS = tuple(Ink(colour, tuple(bytes.fromhex(colour[1:]))) for colour in COLOURS)


@dataclass(frozen=True)
class Whole:
    """A drawing that is one whole Matplotlib figure."""

    figure: Figure

    def artists(self, width: float, height: float) -> Sequence[Any]:
        return [self.figure]


@dataclass(frozen=True)
class Comparison:
    """Two pictures and the share of their pixels that differ; `ink` is the share of the reference that is not white."""

    ours: np.ndarray
    theirs: np.ndarray

    @property
    def share(self) -> float:
        return float(self.differs.mean())

    @property
    def ink(self) -> float:
        return float((self.theirs < 250).any(axis=2).mean())

    @property
    def differs(self) -> np.ndarray:
        return (np.abs(self.ours.astype(int) - self.theirs.astype(int)) > TOLERANCE).any(axis=2)


def compare(make: Callable[[], Figure]) -> Comparison:
    """The figure that `make` makes, drawn by both."""
    return Comparison(raster(our_pdf(make), PPI), raster(their_pdf(make), PPI))


def our_pdf(make: Callable[[], Figure]) -> bytes:
    """The figure drawn by our renderer, on a page of its size."""
    with house_style():
        figure = make()
    box = FigureBox(Rect(0, 0, WIDTH, HEIGHT), Whole(figure))
    page = Page(WIDTH, HEIGHT, 0, Group(Role.FIGURE, (box,), alt="a figure"), "Fidelity", "en-GB")
    return render_page(page, inks=INKS, fonts=Book(), created=CREATED)


def their_pdf(make: Callable[[], Figure]) -> bytes:
    """The figure drawn by Matplotlib's own PDF backend, with the same faces."""
    known = {entry.fname for entry in font_manager.fontManager.ttflist}
    for path in sorted((FONTS / "source-sans-3").glob("*.ttf")):
        if str(path) not in known:
            font_manager.fontManager.addfont(path)
    written = io.BytesIO()
    with house_style():
        make().savefig(written, format="pdf", dpi=300, metadata={"CreationDate": None})
    return written.getvalue()


class house_style:  # noqa: N801  # used like a function
    """Matplotlib's defaults with the page's family and TrueType fonts."""

    def __enter__(self) -> None:
        self._defaults = quiet_defaults()
        self._defaults.__enter__()
        self._rc = mpl.rc_context({"font.family": FAMILY, "pdf.fonttype": 42})
        self._rc.__enter__()

    def __exit__(self, *error: Any) -> None:
        self._rc.__exit__(*error)
        self._defaults.__exit__(*error)


def blank() -> Figure:
    """An empty figure of the size of all cases."""
    return Figure(figsize=(WIDTH / 72, HEIGHT / 72))


def lines() -> Figure:
    figure = blank()
    for step in range(12):
        x = 20 + 20 * step
        figure.add_artist(Line2D([x, x + 30], [20, 190 - 8 * step], transform=None, color=TEAL, lw=0.25 + 0.5 * step))
    wave = np.linspace(0, 260, 4000)
    figure.add_artist(Line2D(wave + 14, 100 + 60 * np.sin(wave / 9), transform=None, color=CORAL, lw=1))
    gaps = np.where((np.arange(40) % 7) == 3, np.nan, 30 + 5.0 * (np.arange(40) % 5))
    figure.add_artist(Line2D(np.linspace(10, 280, 40), gaps, transform=None, color=NAVY, lw=1.5))
    return figure


def dashes() -> Figure:
    figure = blank()
    styles = ["--", ":", "-.", (0, (5, 1)), (3, (5, 1)), (7.3, (6.1, 2.2, 1, 2.2)), (0, (0.1, 4)), (2, (9,) * 3)]
    for index, style in enumerate(styles):
        y = 20 + 24 * index
        figure.add_artist(Line2D([15, 270], [y, y + 4], transform=None, color=NAVY, lw=1.3, ls=style))
        ends = {"dash_capstyle": ("butt", "round", "projecting")[index % 3], "lw": 4, "color": CORAL}
        figure.add_artist(Line2D([15, 270], [y + 9, y + 13], transform=None, ls=style, **ends))
    return figure


def caps_and_joins() -> Figure:
    figure = blank()
    for row, cap in enumerate(("butt", "round", "projecting")):
        for column, join in enumerate(("miter", "round", "bevel")):
            x, y = 25 + 88 * column, 25 + 66 * row
            ends = {"solid_capstyle": cap, "solid_joinstyle": join, "transform": None}
            figure.add_artist(Line2D([x, x + 25, x + 50], [y, y + 40, y], color=TEAL, lw=11, **ends))
            figure.add_artist(Line2D([x + 45, x + 67, x + 45], [y + 30, y + 35, y + 40], color=CORAL, lw=4, **ends))
    return figure


def clip_rectangle() -> Figure:
    figure = blank()
    box = TransformedBbox(Bbox([[0.2, 0.25], [0.85, 0.7]]), figure.transFigure)
    for index in range(9):
        disc = Circle(
            (30 * index + 20, 25 * index), 40, facecolor=(TEAL, AMBER, CORAL)[index % 3], edgecolor=NAVY, lw=2
        )
        figure.add_artist(disc, clip=False)
        disc.set_transform(None)
        disc.set_clip_box(box)
    figure.add_artist(Line2D([0, 288], [216, 0], transform=None, color=BLACK, lw=6))
    return figure


def clip_path() -> Figure:
    figure = blank()
    star = Path.unit_regular_star(7, 0.4)
    shape = star.transformed(Affine2D().scale(100).translate(144, 108))
    for index in range(14):
        bar = Rectangle((0, 16 * index), 288, 8, facecolor=(TEAL, CORAL)[index % 2], edgecolor="none")
        figure.add_artist(bar)
        bar.set_transform(None)
        bar.set_clip_path(shape, Affine2D())
    ring = PathPatch(shape, facecolor="none", edgecolor=NAVY, lw=1.5)
    figure.add_artist(ring)
    ring.set_transform(None)
    return figure


def alpha() -> Figure:
    figure = blank()
    looks = [
        {"facecolor": (*rgb(TEAL), 0.5), "edgecolor": (*rgb(CORAL), 0.4)},
        {"facecolor": TEAL, "edgecolor": CORAL, "alpha": 0.3},
        {"facecolor": "none", "edgecolor": NAVY, "alpha": 0.5},
        {"facecolor": (*rgb(AMBER), 0.7), "edgecolor": "none"},
        {"facecolor": AMBER, "edgecolor": (*rgb(NAVY), 0.0)},
        {"facecolor": (*rgb(CORAL), 0.0), "edgecolor": TEAL},
    ]
    for index, look in enumerate(looks):
        add(figure, Circle((50 + 37 * index, 80 + 55 * (index % 2)), 48, lw=9, **look))
    add(figure, Line2D([10, 280], [20, 200], color=BLACK, lw=8, alpha=0.25))
    return figure


def markers() -> Figure:
    figure = blank()
    for row, marker in enumerate("os^Dv*+xP.|_h"):
        x = np.linspace(15, 270, 22)
        look = {
            "marker": marker,
            "ls": "none",
            "ms": 5 + row % 4,
            "mfc": TEAL,
            "mec": NAVY,
            "mew": 0.7,
            "transform": None,
        }
        figure.add_artist(Line2D(x, np.full(22, 14 + 15.5 * row) + 2 * np.sin(x), **look))
    see = {"marker": "o", "ls": "-", "ms": 16, "mfc": AMBER, "mec": CORAL, "alpha": 0.4, "transform": None, "lw": 1}
    figure.add_artist(Line2D(np.linspace(20, 260, 18), np.full(18, 100.0), color=CORAL, **see))
    figure.add_artist(
        Line2D([40, 240], [60, 60], marker="s", ms=20, mfc="none", mec=BLACK, color=BLACK, transform=None, ls=":")
    )
    return figure


def rotated_text() -> Figure:
    figure = blank()
    for angle in range(0, 360, 30):
        place = 0.5 + 0.12 * np.cos(np.radians(angle)), 0.5 + 0.16 * np.sin(np.radians(angle))
        turn = {"rotation": angle, "rotation_mode": "anchor", "va": "center", "color": NAVY}
        figure.text(*place, f"  AVATAR {angle}°", size=11, weight="bold" if angle % 60 else "normal", **turn)
    figure.text(0.02, 0.9, "Office traffic, efficient", size=14, style="italic", color=CORAL)
    figure.text(0.98, 0.02, "two lines\nof text, right", size=12, ha="right", va="bottom", color=TEAL, alpha=0.6)
    figure.text(0.02, 0.02, "boxed", size=12, bbox={"facecolor": PALE, "edgecolor": BLACK, "boxstyle": "round"})
    return figure


def mathematics() -> Figure:
    figure = blank()
    figure.text(0.1, 0.6, r"$\frac{a^2+b^2}{\sqrt{c}}$ and $x_{i}$", size=22, color=NAVY)
    figure.text(0.5, 0.2, r"$10^{-3}$", size=18, rotation=30, color=CORAL)
    return figure


def hatches() -> Figure:
    figure = blank()
    for index, hatch in enumerate(("/", "\\\\", "|", "--", "+", "xx", "o", "O", ".", "*", "/.", "")):
        look = {"facecolor": (PALE, "none", AMBER)[index % 3], "edgecolor": NAVY, "hatch": hatch, "lw": 1}
        add(figure, Rectangle((8 + 70 * (index % 4), 10 + 68 * (index // 4)), 62, 60, **look))
    return figure


def images() -> Figure:
    figure = blank()
    pixels = np.zeros((12, 16, 4), dtype=np.uint8)
    pixels[..., :3] = np.random.default_rng(1).integers(0, 255, (12, 16, 3))
    pixels[..., 3] = np.linspace(60, 255, 16)
    axes = figure.add_axes((0.02, 0.05, 0.45, 0.9), frameon=False, xticks=[], yticks=[])
    turned = axes.imshow(pixels, interpolation="none", extent=(0, 4, 0, 3))
    turned.set_transform(Affine2D().rotate_deg(25).translate(1, 0.5) + axes.transData)
    axes.set(xlim=(-1, 6), ylim=(-1, 6))
    plain = figure.add_axes((0.55, 0.55, 0.4, 0.4), frameon=False, xticks=[], yticks=[])
    plain.imshow(pixels, interpolation="nearest", alpha=0.8)
    scaled = figure.add_axes((0.55, 0.05, 0.4, 0.4), frameon=False, xticks=[], yticks=[])
    ramp = ListedColormap([rgb(PALE), rgb(TEAL), rgb(NAVY)])
    scaled.imshow(np.arange(30).reshape(5, 6) % 3, cmap=ramp, aspect="auto", interpolation="none")
    return figure


def collections() -> Figure:
    figure = blank()
    axes = figure.add_axes((0, 0, 1, 1), frameon=False, xticks=[], yticks=[], xlim=(0, 10), ylim=(0, 10))
    many = np.random.default_rng(3)
    x, y = many.uniform(0.5, 9.5, (2, 60))
    axes.scatter(x, y / 2, s=many.uniform(10, 160, 60), c=[(TEAL, CORAL, AMBER)[i % 3] for i in range(60)], alpha=0.6)
    axes.scatter(x, 5 + y / 2, marker="s", s=40, facecolors="none", edgecolors=NAVY, linewidths=1.2)
    axes.scatter(x[:20], y[:20], s=50, c=PALE, edgecolors=BLACK, linewidths=0.5)
    axes.add_collection(
        LineCollection([[(0, 5), (3, 9), (9, 7)], [(1, 1), (8, 4)]], colors=[CORAL, NAVY], linewidths=[3, 1])
    )
    squares = [[(a, 4), (a + 0.4, 4), (a + 0.2, 5)] for a in np.arange(0.5, 9, 0.8)]
    axes.add_collection(PolyCollection(squares, facecolors=[AMBER, TEAL], edgecolors="none"))
    wedges = PatchCollection(
        [Wedge((2, 8), 1, 0, 200), Ellipse((8, 2), 2, 1, angle=30)], facecolor=CORAL, edgecolor=NAVY
    )
    axes.add_collection(wedges)
    mesh = axes.pcolormesh(np.arange(4) + 6, np.arange(4) / 2 + 8, np.arange(9).reshape(3, 3) % 2)
    mesh.set_cmap(ListedColormap([rgb(PALE), rgb(TEAL)]))
    return figure


def shapes() -> Figure:
    figure = blank()
    add(
        figure,
        Polygon([(20, 20), (120, 30), (90, 120), (40, 90)], facecolor=PALE, edgecolor=NAVY, lw=3, joinstyle="bevel"),
    )
    quadratic = Path(
        [(150, 30), (200, 180), (270, 40), (150, 30)], [Path.MOVETO, Path.CURVE3, Path.CURVE3, Path.CLOSEPOLY]
    )
    add(figure, PathPatch(quadratic, facecolor=AMBER, edgecolor=TEAL, lw=2))
    ring = Path.make_compound_path(
        Path.circle((70, 160), 40), Path(Path.circle((70, 160), 25).vertices[::-1], Path.circle().codes)
    )
    add(figure, PathPatch(ring, facecolor=CORAL, edgecolor="none"))
    add(figure, FancyArrowPatch((140, 190), (260, 120), arrowstyle="-|>", mutation_scale=20, color=NAVY, lw=2))
    wavy = Line2D([140, 260], [100, 100], color=TEAL, lw=3)
    wavy.set_sketch_params(2, 30, 5)
    add(figure, wavy)
    return figure


def bar_chart() -> Figure:
    figure = blank()
    axes = figure.add_axes((0.14, 0.14, 0.82, 0.72))
    places = np.arange(5)
    axes.bar(places - 0.2, [5, 7, 3, 8, 6], 0.4, color=TEAL, label="2010", edgecolor=NAVY)
    bars = axes.bar(places + 0.2, [6, 9, 4, 8.5, 7], 0.4, color=AMBER, label="2018", hatch="//", edgecolor=NAVY)
    axes.bar_label(bars, padding=2)
    axes.set_xticks(places, ["Luton", "Bedford", "Corby", "Kettering", "Daventry"], rotation=20)
    axes.set(title="Businesses by district", ylabel="thousands", ylim=(0, 12))
    axes.legend(loc="upper left", ncols=2)
    axes.grid(axis="y", lw=0.5, ls="--")
    axes.set_axisbelow(True)
    return figure


def line_chart() -> Figure:
    figure = blank()
    axes = figure.subplots()
    years = np.arange(2000, 2019)
    axes.plot(
        years, 1.4 + 0.03 * (years - 2000) + 0.05 * np.sin(years), color=TEAL, marker="o", ms=4, label="employment"
    )
    axes.plot(years, 1.6 + 0.02 * (years - 2000), color=CORAL, ls="--", label="population")
    axes.fill_between(years, 1.35, 1.4 + 0.02 * (years - 2000), color=PALE, alpha=0.6)
    axes.annotate("peak", (2014, 1.86), (2003, 2.0), arrowprops={"arrowstyle": "->", "color": NAVY}, color=NAVY)
    axes.axhline(1.7, color=GREY, lw=0.8)
    axes.set(title="Over time", xlabel="year", ylabel="million")
    axes.legend(frameon=True)
    figure.set_layout_engine("none")
    figure.subplots_adjust(0.14, 0.2, 0.97, 0.88)
    return figure


def fitted_chart() -> Figure:
    figure = blank()
    figure.set_layout_engine("constrained")
    left, right = figure.subplots(1, 2)
    left.barh(["Bedford", "Milton Keynes", "Luton"], [3, 8, 5], color=[PALE, TEAL, PALE])
    left.set_title("A fitted chart", loc="left", weight="bold")
    right.errorbar([1, 2, 3], [3, 4, 2], yerr=[0.5, 0.3, 0.7], color=NAVY, capsize=4, fmt="s")
    right.set(xlabel="x label", ylabel="y label", yscale="linear")
    figure.suptitle("Both measured by their renderer", color=CORAL)
    return figure


def rgb(colour: str) -> tuple[float, float, float]:
    """`#rrggbb` in 0 to 1."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255


def add(figure: Figure, artist: Any) -> None:
    """Put an artist on the figure in points."""
    figure.add_artist(artist)
    artist.set_transform(None)


CASES: dict[str, Callable[[], Figure]] = {
    make.__name__: make
    for make in (
        *(lines, dashes, caps_and_joins, clip_rectangle, clip_path, alpha, markers, rotated_text, mathematics, hatches),
        *(images, collections, shapes, bar_chart, line_chart, fitted_chart),
    )
}
