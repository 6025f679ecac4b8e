"""The renderer: it draws what Matplotlib asks for in a brand's inks and faces on an InkCanvas. A unit is 1 pt."""

from __future__ import annotations

from reportgen.figures.drawing.mpl import load_matplotlib
from reportgen.geometry import Bbox

load_matplotlib()

from collections.abc import Iterable  # noqa: E402  # Matplotlib must come in by its own module, which is called above
from hashlib import sha256  # noqa: E402
from math import cos, radians, sin  # noqa: E402
from typing import TYPE_CHECKING, Any  # noqa: E402

from matplotlib.backend_bases import RendererBase  # noqa: E402
from PIL import Image  # noqa: E402

from reportgen.colour.inks import Ink  # noqa: E402
from reportgen.glyphs import GlyphRun  # noqa: E402
from reportgen.page import Cell  # noqa: E402
from reportgen.pdf.canvas import InkCanvas, paint_operator  # noqa: E402
from reportgen.pdf.draw import Watcher  # noqa: E402
from reportgen.pdf.edition_colours import InkTable  # noqa: E402
from reportgen.pdf.errors import CannotDraw  # noqa: E402
from reportgen.pdf.figure_type import FontBook, Typesetter  # noqa: E402
from reportgen.pdf.graphics_pen import Context, GraphicsPen  # noqa: E402
from reportgen.pdf.images import samples  # noqa: E402
from reportgen.pdf.outlines import Stamp, Stepper, mathematics, outline, stamp, worth_a_form  # noqa: E402

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.path import Path
    from matplotlib.text import Text

DPI = 72
IMAGE_PPI = 300
"""How finely Matplotlib resamples an image that it does not pass on as it is."""


class InkRenderer(RendererBase):
    """Draws on a canvas that somebody else owns, its origin moved to the figure's corner; `place` is where it lies."""

    def __init__(
        self,
        canvas: InkCanvas,
        place: tuple[float, float],
        size: tuple[float, float],
        inks: InkTable,
        fonts: FontBook,
        watcher: Watcher,
    ) -> None:
        super().__init__()
        self.dpi = DPI
        self.width, self.height = size
        self._canvas = canvas
        self._pen = GraphicsPen(canvas, inks, (place[0], place[1] + self.height))
        self._type = Typesetter(fonts)
        self._watcher = watcher
        self._cell: Cell | None = None
        # Beyond one figure's size around the figure nothing need be written.
        self._field: Bbox = Bbox(-self.width, -self.height, 2 * self.width, 2 * self.height)

    def draw_artists(self, artists: Iterable[Any]) -> None:
        """Draw artists, or whole figures, in the order of their `zorder`. Raises `DrawingError`."""
        for artist in sorted(artists, key=lambda artist: float(artist.get_zorder())):
            self._enter(getattr(artist, "cell", None))
            if hasattr(artist, "set_canvas"):
                self._draw_figure(artist)
            else:
                artist.draw(self)
        self._pen.unclip()

    def _enter(self, cell: Cell | None) -> None:
        """What is drawn from here on belongs to a cell of the figure's values, or to the figure itself."""
        if cell != self._cell:
            self._pen.unclip()
            self._cell = cell
        self._watcher.content(cell)

    def draw_run(self, x: float, y: float, run: GlyphRun, ink: Ink) -> None:
        """Shaped type of one ink, its pen at `x`, `y` in pt from the figure's bottom left corner."""
        self._pen.unclip()
        self._canvas.set_fill(ink, run.size)
        self._canvas.set_alpha(fill=1.0)
        self._canvas.text(x, y, run)

    def draw_path(self, gc: Context, path: Path, transform: Any, rgbFace: Any = None) -> None:  # noqa: N803  # Matplotlib's
        """A path, filled, hatched and stroked."""
        hatch = gc.get_hatch()
        fill, stroke = self._pen.for_path(gc, rgbFace)
        open_line = rgbFace is None and not hatch
        operators = outline(path, transform, self._field if open_line else None, gc.get_sketch_params())
        if not operators:
            return
        if not hatch:
            self._canvas.paint(operators, fill, stroke)
            return
        self._canvas.paint(operators, fill, stroke=False)
        self._pen.for_hatch(gc, hatch)
        self._canvas.paint(operators, fill=True, stroke=False)
        self._pen.for_edge(gc)
        self._canvas.paint(operators, fill=False, stroke=stroke)

    def draw_markers(
        self,
        gc: Context,
        marker_path: Path,
        marker_trans: Any,
        path: Path,
        trans: Any,
        rgbFace: Any = None,  # noqa: N803  # Matplotlib's name
    ) -> None:
        """One path at many places: written once as a form where that is shorter."""
        marker = stamp(marker_path, marker_trans, gc.get_linewidth())
        if not worth_a_form(len(marker_path), len(path)) or marker.box is None or gc.get_hatch():
            super().draw_markers(gc, marker_path, marker_trans, path, trans, rgbFace)
            return
        paint = paint_operator(*self._pen.for_path(gc, rgbFace))
        if not paint:
            return
        form = self._canvas.form(marker.box, f"{marker.operators} {paint}")
        with Stepper(self._canvas) as stepper:
            for vertices, _ in path.iter_segments(trans, clip=self._field, simplify=False):
                if len(vertices) and marker.meets(vertices[-2], vertices[-1], self._field):
                    stepper.place(form, float(vertices[-2]), float(vertices[-1]))

    def draw_path_collection(
        self,
        gc: Context,
        master_transform: Any,
        paths: Any,
        all_transforms: Any,
        offsets: Any,
        offset_trans: Any,
        facecolors: Any,
        edgecolors: Any,
        linewidths: Any,
        linestyles: Any,
        antialiaseds: Any,
        urls: Any,
        offset_position: Any,
        *,
        hatchcolors: Any = None,
    ) -> None:
        """Paths at many places: each written once as a form where that is shorter."""
        base: Any = super()  # whose stubs lack the helpers that it offers to backends
        looks = facecolors, edgecolors, linewidths, linestyles, antialiaseds, urls, offset_position
        uses = base._iter_collection_uses_per_path(paths, all_transforms, offsets, facecolors, edgecolors)
        if not len(paths) or gc.get_hatch() or not worth_a_form(len(paths[0].vertices), uses):
            base.draw_path_collection(
                gc, master_transform, paths, all_transforms, offsets, offset_trans, *looks, hatchcolors=hatchcolors
            )
            return
        widest = max((float(width) for width in linewidths), default=1.0)
        raw = base._iter_collection_raw_paths(master_transform, paths, all_transforms)
        stamps = [stamp(path, transform, widest) for path, transform in raw]
        for x, y, one, own, face in base._iter_collection(gc, stamps, offsets, offset_trans, *looks, hatchcolors=[]):
            self._draw_stamp(own, one, face, float(x), float(y))

    def draw_gouraud_triangles(self, gc: Context, triangles_array: Any, colors_array: Any, transform: Any) -> None:
        """Refused: colours that run into each other are no inks."""
        raise CannotDraw("gouraud shading mixes colours that are no inks; draw the mesh with flat shading")

    def draw_image(self, gc: Context, x: float, y: float, im: Any, transform: Any = None) -> None:
        """Pixels, RGBA from the bottom row up; with `transform` the unit square is laid by it."""
        rows, columns = im.shape[:2]
        if not rows or not columns:
            return
        self._pen.clip(gc)
        self._canvas.set_alpha(fill=1.0 if transform is None else gc.get_alpha())
        picture = Image.fromarray(im[::-1].copy())
        key = f"{picture.size} {sha256(picture.tobytes()).hexdigest()}"
        label = self._canvas.objects.image(key, lambda: samples(picture, self._canvas.colour.pictures, key).stream())
        self._canvas.keep()
        if transform is None:
            self._canvas.apply((columns * DPI / IMAGE_PPI, 0, 0, rows * DPI / IMAGE_PPI, x, y))
        else:
            a, b, c, d, e, f = transform.frozen().to_values()
            self._canvas.apply((a, b, c, d, x + e, y + f))
        self._canvas.place(label)
        self._canvas.back()

    def draw_text(
        self,
        gc: Context,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | str = False,
        mtext: Text | None = None,
    ) -> None:
        """A line of text in a brand face; mathematics as outlines."""
        if not self._pen.for_type(gc, prop.get_size_in_points()):
            return
        if not ismath:
            self._canvas.text(x, y, self._type.run(s, prop, mtext), angle)
            return
        turn = cos(radians(angle)), sin(radians(angle))
        self._canvas.keep()
        self._canvas.apply((turn[0], turn[1], -turn[1], turn[0], x, y))
        self._canvas.paint(mathematics(self._parsed(s, prop)), fill=True, stroke=False)
        self._canvas.back()

    def draw_tex(self, *_: Any, **__: Any) -> None:
        """Refused: LaTeX would bring faces of its own."""
        raise CannotDraw("text set by LaTeX has other faces than the page; leave `usetex` out")

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: bool | str
    ) -> tuple[float, float, float]:
        """Advance width, inked height and depth of a line in pt."""
        if ismath == "TeX":
            self.draw_tex()
        if ismath:
            parsed = self._parsed(s, prop)
            return parsed.width, parsed.height, parsed.depth
        return self._type.measure(s, prop)

    def _get_font_height_metrics(self, prop: FontProperties) -> tuple[float, float, float]:
        """Ascender, descender and line gap in pt: Matplotlib 3.11 asks here before it looks for a font file."""
        return self._type.height(prop)

    def flipy(self) -> bool:
        """Whether y grows downwards: no."""
        return False

    def get_canvas_width_height(self) -> tuple[float, float]:
        """The figure's size in pt."""
        return self.width, self.height

    def get_image_magnification(self) -> float:
        """Pixels to the point for images that Matplotlib resamples."""
        return IMAGE_PPI / DPI

    def option_image_nocomposite(self) -> bool:
        """Images stay apart."""
        return True

    def option_scale_image(self) -> bool:
        """Images may be turned and scaled by the page."""
        return True

    def points_to_pixels(self, points: Any) -> Any:
        """One unit is one point."""
        return points

    def _draw_figure(self, figure: Figure) -> None:
        """A whole figure at 72 units to the inch; while it is drawn, it measures its text with this renderer."""
        from reportgen.pdf.figure_canvas import borrowed_canvas

        with borrowed_canvas(figure, self, DPI):
            figure.draw(self)

    def _draw_stamp(self, gc: Context, one: Stamp, face: Any, x: float, y: float) -> None:
        paint = paint_operator(*self._pen.for_path(gc, face))
        if paint and one.box is not None and one.meets(x, y, self._field):
            form = self._canvas.form(one.box, f"{one.operators} {paint}")
            with Stepper(self._canvas) as stepper:
                stepper.place(form, x, y)

    def _parsed(self, text: str, prop: FontProperties) -> Any:
        """Mathematics as Matplotlib sets it."""
        own: Any = self  # the stubs lack the parser that the base class holds
        return own._text2path.mathtext_parser.parse(text, DPI, prop)
