"""InkRenderer: Matplotlib draws with the brand's inks and faces, compactly, and says no out loud."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pdf_samples import (
    AMBER,
    BLACK,
    BOLD,
    INK,
    ITALIC,
    SANS,
    TEAL,
    WHITE,
    Book,
    Drawing,
    content,
    drawn,
    opened,
    rendered,
    text_of,
)

from reportgen.figures.drawing.mpl import load_matplotlib, quiet_defaults
from reportgen.geometry import Rect
from reportgen.page import FigureBox
from reportgen.pdf import CannotDraw, MissingGlyph, UnknownInk
from reportgen.pdf.figure_type import Typesetter
from reportgen.text.shaper import shape

mpl = load_matplotlib()

from matplotlib.artist import Artist  # noqa: E402  # Matplotlib must come in by its one door
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.font_manager import FontProperties  # noqa: E402
from matplotlib.lines import Line2D  # noqa: E402
from matplotlib.patches import Circle, Rectangle  # noqa: E402

SIZE = (200 / 72, 150 / 72)


def patch(**look: Any) -> list[Artist]:
    """One rectangle."""
    return [Rectangle((10, 10), 50, 40, **look)]


def figure_of(draw: Any) -> Any:
    """Artists of a whole figure on which `draw` has drawn, with axes in black."""

    def artists(width: float, height: float) -> list[Any]:
        figure = Figure(figsize=SIZE)
        draw(figure)
        return [figure]

    return artists


def test_a_colour_that_is_no_ink_is_refused_by_name() -> None:
    with pytest.raises(UnknownInk) as caught:
        drawn(lambda width, height: patch(facecolor="#00766e"))
    assert str(caught.value) == "the colour #00766e is no ink of the brand; the nearest is `teal` #00756f"


def test_an_invisible_colour_need_not_be_an_ink() -> None:
    written = content(drawn(lambda width, height: patch(facecolor=TEAL.unit_srgb, edgecolor=(1, 0, 0, 0))))
    assert " RG" not in written
    assert " gs" not in written


def test_an_invisible_edge_leaves_the_alpha_of_strokes_alone() -> None:
    pdf = drawn(lambda width, height: patch(facecolor=(*TEAL.unit_srgb, 0.5), edgecolor="none"))
    states = opened(pdf).pages[0].Resources.ExtGState
    assert [(float(state.ca), float(state.CA)) for state in states.values()] == [(0.5, 1.0)]


def test_artists_are_drawn_by_zorder_and_without_a_figure() -> None:
    def artists(width: float, height: float) -> list[Artist]:
        looks = [(TEAL, 3), (AMBER, 1), (INK, 2)]
        return [Circle((50, 50), 20, facecolor=ink.unit_srgb, edgecolor="none", zorder=z) for ink, z in looks]

    fills = re.findall(r"^(\S+ \S+ \S+) rg$", content(drawn(artists)), re.MULTILINE)
    assert fills == [".961 .718 0", ".078 .129 .239", "0 .459 .435"]


def test_a_shaped_run_is_drawn_in_the_pages_own_font() -> None:
    class Label(Artist):
        def draw(self, renderer: Any) -> None:
            renderer.draw_run(5, 7, shape("£28m office", BOLD, 14), TEAL)

    pdf = drawn(lambda width, height: [Label()])
    assert text_of(pdf) == "£28m office"
    assert "1 0 0 1 20 30 cm" in content(pdf)
    assert "/F1 14 Tf 5 7 Td" in content(pdf)


def test_a_figures_text_is_text_in_the_brands_faces() -> None:
    def draw(figure: Figure) -> None:
        figure.text(0.1, 0.7, "plain", color=INK.hex)
        figure.text(0.1, 0.4, "bold", color=INK.hex, weight="bold")
        figure.text(0.1, 0.1, "slanted", color=INK.hex, style="italic", rotation=30)

    pdf = drawn(figure_of(draw))
    names = sorted(str(font.BaseFont)[8:] for font in opened(pdf).pages[0].Resources.Font.values())
    assert names == ["SourceSans3-Bold", "SourceSans3-Italic", "SourceSans3-Regular"]
    assert set(text_of(pdf).split()) == {"plain", "bold", "slanted"}


def test_many_markers_are_one_form() -> None:
    def artists(width: float, height: float) -> list[Artist]:
        look = {"marker": "o", "ls": "none", "mfc": TEAL.unit_srgb, "mec": INK.unit_srgb}
        return [Line2D(range(0, 200, 2), [40] * 100, transform=None, **look)]

    pdf = drawn(artists)
    assert pdf.count(b"/Subtype/Form") == 1
    assert content(pdf).count("/X0 Do") == 100
    assert len(content(pdf)) < 2600


def test_a_scatter_of_one_shape_is_one_form() -> None:
    def draw(figure: Figure) -> None:
        axes = figure.add_axes((0, 0, 1, 1), frameon=False, xticks=[], yticks=[])
        axes.scatter(range(50), range(50), s=30, c=[TEAL.hex, AMBER.hex] * 25, edgecolors="none")

    assert drawn(figure_of(draw)).count(b"/Subtype/Form") == 1


def test_places_that_are_no_numbers_are_left_out() -> None:
    def artists(width: float, height: float) -> list[Artist]:
        nan, inf = float("nan"), float("inf")
        line = Line2D([0, 10, nan, 20, inf, 30], [5] * 6, transform=None, color=TEAL.unit_srgb, marker="o")
        return [line]

    written = content(drawn(artists))
    assert "nan" not in written
    assert "inf" not in written


def test_lines_that_run_far_out_are_cut() -> None:
    def artists(width: float, height: float) -> list[Artist]:
        return [Line2D([-1e9, 1e9], [20, 20], transform=None, color=TEAL.unit_srgb)]

    numbers = [float(number) for number in re.findall(r"-?[\d.]+(?= 20 [ml])", content(drawn(artists)))]
    assert len(numbers) == 2
    assert all(-210 < number < 410 for number in numbers)


def test_gouraud_shading_is_refused() -> None:
    def draw(figure: Figure) -> None:
        axes = figure.add_axes((0, 0, 1, 1), frameon=False, xticks=[], yticks=[])
        axes.pcolormesh([[0, 1], [1, 0]], shading="gouraud")

    with pytest.raises(CannotDraw, match="gouraud shading mixes colours that are no inks; draw the mesh with flat"):
        drawn(figure_of(draw))


def test_a_character_that_the_face_lacks_is_named() -> None:
    with pytest.raises(MissingGlyph) as caught:
        drawn(figure_of(lambda figure: figure.text(0.1, 0.5, "smile \N{GRINNING FACE}", color=INK.hex)))
    expected = "SourceSans3-Regular has no glyph for U+1F600 GRINNING FACE, which a figure shows"
    assert str(caught.value) == expected


def test_latex_is_refused() -> None:
    def draw(figure: Figure) -> None:
        figure.text(0.1, 0.1, "words", usetex=True, color=INK.hex)

    with pytest.raises(CannotDraw, match="text set by LaTeX has other faces than the page; leave `usetex` out"):
        drawn(figure_of(draw))


def test_mathematics_is_drawn_as_outlines() -> None:
    pdf = drawn(figure_of(lambda figure: figure.text(0.1, 0.5, r"$\frac{a}{b}$", color=TEAL.hex)))
    assert "Font" not in opened(pdf).pages[0].Resources or not opened(pdf).pages[0].Resources.Font.keys()
    assert content(pdf).count(" c\n") > 10


def test_a_figure_gets_its_canvas_and_resolution_back() -> None:
    figure = Figure(figsize=SIZE, dpi=123)
    figure.patch.set_facecolor(WHITE.hex)
    before = figure.canvas
    rendered(FigureBox(Rect(0, 0, 200, 150), Drawing(lambda width, height: [figure])))
    assert figure.canvas is before
    assert figure.get_dpi() == 123


def test_a_figures_own_clip_does_not_reach_the_next_figure() -> None:
    def clipped(width: float, height: float) -> list[Artist]:
        one = Circle((50, 50), 40, facecolor=TEAL.unit_srgb, edgecolor="none")
        one.set_clip_path(Rectangle((0, 0), 60, 60))
        return [one]

    written = content(drawn(clipped))
    assert written.count("\nq") + written.startswith("q") == written.count("\nQ")
    assert written.endswith("Q\nEMC\nQ")


def test_the_programs_settings_are_left_as_they_were() -> None:
    before = dict(dict.items(mpl.rcParams))
    mpl.rcParams["lines.linewidth"] = 7.5
    mpl.rcParams["axes.edgecolor"] = "red"
    try:
        with quiet_defaults():
            assert mpl.rcParams["lines.linewidth"] == 1.5
            assert mpl.rcParams["axes.edgecolor"] == "black"
        pdf = drawn(figure_of(lambda figure: figure.add_axes((0.2, 0.2, 0.7, 0.7))))
        assert (mpl.rcParams["lines.linewidth"], mpl.rcParams["axes.edgecolor"]) == (7.5, "red")
    finally:
        dict.update(mpl.rcParams, before)
    assert pdf == drawn(figure_of(lambda figure: figure.add_axes((0.2, 0.2, 0.7, 0.7))))


def test_the_programs_settings_come_back_after_an_error() -> None:
    before = mpl.rcParams["lines.linewidth"]
    mpl.rcParams["lines.linewidth"] = 3.25
    try:
        with pytest.raises(UnknownInk):
            drawn(lambda width, height: patch(facecolor="red"))
        assert mpl.rcParams["lines.linewidth"] == 3.25
    finally:
        mpl.rcParams["lines.linewidth"] = before


@pytest.mark.parametrize(
    ("asked", "face"),
    [
        ({}, SANS),
        ({"weight": "bold"}, BOLD),
        ({"weight": 650}, BOLD),
        ({"weight": "light"}, SANS),
        ({"style": "oblique"}, ITALIC),
        ({"weight": "black", "style": "normal"}, BOLD),
    ],
)
def test_font_properties_find_a_brand_face(asked: dict[str, Any], face: object) -> None:
    assert Typesetter(Book()).face(FontProperties(family="any", **asked)) is face


def test_type_is_measured_in_points() -> None:
    setter = Typesetter(Book())
    width, height, depth = setter.measure("Hxg", FontProperties(size=10))
    assert width == pytest.approx(shape("Hxg", SANS, 10).width)
    assert (height, depth) == (pytest.approx(8.65, abs=0.2), pytest.approx(2.05, abs=0.2))
    assert setter.measure("   ", FontProperties(size=10))[1:] == (0, 0)


def test_features_and_language_of_a_text_reach_the_shaper() -> None:
    def advance(text: str, **more: Any) -> float:
        pdf = drawn(figure_of(lambda figure: figure.text(0.1, 0.5, text, color=BLACK.hex, **more)))
        return content(pdf).count("<")

    assert advance("To AVATAR", fontfeatures=["-kern"]) < advance("To AVATAR")
