"""Drawing a page: every kind of box at its place, in its order, with y turned over."""

from __future__ import annotations

import io
import re
from datetime import datetime, timedelta, timezone

import numpy as np
import pytest
from pdf_samples import (
    AMBER,
    CREATED,
    HEIGHT,
    INK,
    INKS,
    TEAL,
    WHITE,
    Book,
    Drawing,
    content,
    line,
    opened,
    page_of,
    raster,
    rendered,
    text_of,
)
from PIL import Image

from reportgen.editions.pictures import png
from reportgen.geometry import Rect
from reportgen.page import (
    Box,
    Cap,
    FigureBox,
    Group,
    Join,
    LineStyle,
    LinkArea,
    PathBox,
    PictureBox,
    Role,
    artifact,
    box_path,
)
from reportgen.pdf import BadPicture, render_page
from reportgen.pdf.canvas import InkCanvas
from reportgen.pdf.draw import Watcher, draw_page
from reportgen.pdf.edition_colours import ScreenColour
from reportgen.pdf.metadata import pdf_date
from reportgen.raster.jpeg_file import without_camera_data

SPOT = Rect(40, 50, 80, 40)
QUARTERS = ((255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0))
"""Colours of the quarters of the sample picture: top left, top right, bottom left, bottom right."""


def picture(kind: str, mode: str = "RGB", orientation: int = 1, **more: object) -> bytes:
    """A file with a picture of four quarters, 40 by 20 pixels as it is stored."""
    image = Image.new("RGB", (40, 20))
    for index, colour in enumerate(QUARTERS):
        image.paste(colour, (20 * (index % 2), 10 * (index // 2), 20 * (index % 2) + 20, 10 * (index // 2) + 10))
    exif = Image.Exif()
    exif[0x0112] = orientation
    written = io.BytesIO()
    quality = {"quality": 95, "subsampling": 0} if kind == "JPEG" else {}
    image.convert(mode).save(written, kind, exif=exif, **quality, **more)
    return written.getvalue()


def quarters(pixels: np.ndarray, rect: Rect = SPOT) -> list[tuple[int, ...]]:
    """The colours in the middle of the four quarters of `rect`, at 72 ppi, to the nearest 51."""
    spots = [(rect.x + a * rect.width, rect.y + b * rect.height) for b in (0.25, 0.75) for a in (0.25, 0.75)]
    return [tuple(int(51 * round(channel / 51)) for channel in pixels[int(y), int(x)]) for x, y in spots]


def ink_box(pixels: np.ndarray) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is not white."""
    rows, columns = np.nonzero((pixels < 250).any(axis=2))
    return int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1


def test_a_path_is_filled_and_stroked_at_its_place() -> None:
    pixels = raster(rendered(PathBox(box_path(SPOT), fill=TEAL)))
    assert ink_box(pixels) == (40, 50, 120, 90)
    assert tuple(pixels[70, 80]) == TEAL.srgb
    curved = PathBox(
        (("M", 0, 0), ("C", 1, 2, 3, 4, 5, 6), ("Z",)), stroke=INK, line_width=1.5, pen=LineStyle(Cap.ROUND, Join.ROUND)
    )
    written = content(rendered(curved))
    assert "0 200 m 1 198 3 196 5 194 c h S" in written
    assert ("1.5 w" in written, "1 J" in written, "1 j" in written) == (True, True, True)


def test_a_path_without_ink_or_line_is_not_drawn() -> None:
    assert content(rendered(PathBox(box_path(SPOT)))) == ""
    assert "S" not in content(rendered(PathBox(box_path(SPOT), fill=TEAL, stroke=INK, line_width=0.0)))


def test_even_odd_leaves_a_hole() -> None:
    ring = box_path(SPOT) + box_path(SPOT.inset(10))
    holes = [tuple(raster(rendered(PathBox(ring, fill=TEAL, even_odd=odd)))[70, 80]) for odd in (True, False)]
    assert holes == [WHITE.srgb, TEAL.srgb]


def test_boxes_are_painted_in_their_order_and_read_in_it() -> None:
    ground = artifact(PathBox(box_path(Rect(0, 0, 300, 200)), fill=TEAL))
    pdf = rendered(ground, line("first", y=150), line("second", y=50))
    assert text_of(pdf) == "first\nsecond"
    assert tuple(raster(pdf)[5, 5]) == TEAL.srgb


def test_the_page_is_trimmed_and_what_reaches_into_the_bleed_is_drawn() -> None:
    pdf = rendered(PathBox(box_path(Rect(-9, -9, 318, 30)), fill=TEAL), bleed=9.0)
    page = opened(pdf).pages[0]
    assert [float(value) for value in page.MediaBox] == [0, 0, 300, 200]
    assert "-9 209 m 309 209 l 309 179 l -9 179 l h f" in content(pdf)


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGB"), ("PNG", "L"), ("PNG", "P"), ("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK")]
)
def test_a_picture_fills_its_box(kind: str, mode: str) -> None:
    pdf = rendered(PictureBox(SPOT, picture(kind, mode), kind.lower()))
    assert ink_box(raster(pdf)) == (40, 50, 120, 90)
    if mode == "CMYK":  # as coated offset prints it, so a little duller
        assert np.abs(np.array(quarters(raster(pdf))) - QUARTERS).max() < 110
    elif mode != "L":
        assert quarters(raster(pdf)) == list(QUARTERS)
    space = str(opened(pdf).pages[0].Resources.XObject.X0.ColorSpace)
    assert space == ("/DeviceGray" if mode == "L" else "/DeviceRGB")


def test_a_jpeg_is_copied_without_what_a_camera_wrote() -> None:
    data = picture("JPEG", comment=b"Held by Ann", dpi=(72, 72))
    image = opened(rendered(PictureBox(SPOT, data, "jpeg"))).pages[0].Resources.XObject.X0
    copied = image.read_raw_bytes()
    assert copied == without_camera_data(data) != data
    assert np.array_equal(np.asarray(Image.open(io.BytesIO(copied))), np.asarray(Image.open(io.BytesIO(data))))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_stands_as_the_camera_was_held(orientation: int, kind: str) -> None:
    from PIL import ImageOps

    data = picture(kind, orientation=orientation)
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).resize((80, 40))
    expected = quarters(np.array(upright), Rect(0, 0, 80, 40))
    assert quarters(raster(rendered(PictureBox(SPOT, data, kind.lower())))) == expected


def test_alpha_becomes_a_soft_mask_and_lets_the_ground_through() -> None:
    image = Image.new("RGBA", (40, 20), (255, 0, 0, 255))
    image.paste((255, 0, 0, 0), (20, 0, 40, 20))
    written = io.BytesIO()
    image.save(written, "PNG")
    pdf = rendered(PathBox(box_path(SPOT), fill=TEAL), PictureBox(SPOT, written.getvalue(), "png"))
    assert str(opened(pdf).pages[0].Resources.XObject.X0.SMask.ColorSpace) == "/DeviceGray"
    pixels = raster(pdf)
    assert (tuple(pixels[70, 50]), tuple(pixels[70, 110])) == ((255, 0, 0), TEAL.srgb)


def test_a_picture_that_is_used_twice_is_in_the_file_once() -> None:
    data = picture("PNG")
    pdf = rendered(PictureBox(SPOT, data, "png"), PictureBox(Rect(150, 50, 80, 40), data, "png"))
    assert pdf.count(b"/Subtype/Image") == 1
    assert rendered(PictureBox(SPOT, data, "png")) == rendered(PictureBox(SPOT, data, "png"))


@pytest.mark.parametrize("data", [b"", b"GIF89a", picture("PNG")[:80], picture("JPEG")[:50], b"\x89PNG\r\n\x1a\n" * 9])
def test_bytes_that_are_no_picture_are_refused(data: bytes) -> None:
    with pytest.raises(BadPicture, match="this is no PNG or JPEG that can be read"):
        rendered(PictureBox(SPOT, data, "png"))


def test_a_link_is_a_live_area_that_prints_and_can_be_heard() -> None:
    pdf = rendered(LinkArea(SPOT, "https://example.org/ü?(a)=%20", "More – examples"))
    annotation = opened(pdf).pages[0].Annots[0]
    assert [float(value) for value in annotation.Rect] == [40, HEIGHT - 90, 120, HEIGHT - 50]
    assert (annotation.F, str(annotation.Contents)) == (4, "More – examples")
    assert str(annotation.A.URI) == "https://example.org/%C3%BC?%28a%29=%20"


def test_a_writer_of_tags_hears_every_group_in_order() -> None:
    heard: list[str] = []

    class Listener(Watcher):
        def begin_group(self, group: Group) -> None:
            heard.append(str(group.role))

        def end_group(self, group: Group) -> None:
            heard.append(f"/{group.role}")

    boxes: tuple[Box, ...] = (Group(Role.PARAGRAPH, (line("one"),)), artifact(PathBox(box_path(SPOT), fill=TEAL)))
    page = page_of(*boxes)
    draw_page(page, InkCanvas(page.width, page.height, ScreenColour()), None, Listener())  # type: ignore[arg-type]
    assert heard == ["Document", "P", "/P", "Artifact", "/Artifact", "/Document"]


def test_a_page_without_figures_does_not_load_matplotlib() -> None:
    import subprocess
    import sys

    program = (
        "import sys; from datetime import *; from reportgen.page import *; from reportgen.pdf import render_page;"
        "page = Page(9, 9, 0, Group(Role.DOCUMENT, ()), 't', 'en');"
        "render_page(page, inks=[], fonts=None, created=datetime(2018, 1, 1, tzinfo=UTC));"
        "print([name for name in ('matplotlib', 'numpy', 'pypdfium2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_the_file_says_what_the_page_says() -> None:
    pdf = rendered(title="Größe – 1", language="de-DE", author="An (author)", subject="S")
    root, info = opened(pdf).Root, opened(pdf).trailer.Info
    assert (str(root.Lang), bool(root.ViewerPreferences.DisplayDocTitle)) == ("de-DE", True)
    assert {key: str(value) for key, value in info.items()} == {
        "/Title": "Größe – 1",
        "/Author": "An (author)",
        "/Subject": "S",
        "/Creator": "reportgen",
        "/Producer": "reportgen",
        "/CreationDate": "D:20181201000000Z",
        "/ModDate": "D:20181201000000Z",
    }


def test_what_the_page_does_not_say_is_left_out() -> None:
    assert not {"/Author", "/Subject", "/Keywords", "/Trapped"} & set(opened(rendered()).trailer.Info.keys())


def test_a_date_is_written_in_universal_time() -> None:
    assert pdf_date(datetime(2018, 12, 1, 1, 30, tzinfo=timezone(timedelta(hours=2)))) == "D:20181130233000Z"
    with pytest.raises(ValueError, match="the date of a file needs a time zone"):
        pdf_date(datetime(2018, 12, 1))


def test_png_is_the_first_page_in_rgb_with_its_resolution_and_no_date() -> None:
    data = png(rendered(PathBox(box_path(SPOT), fill=TEAL)), 150)
    with Image.open(io.BytesIO(data)) as picture_of_page:
        assert (picture_of_page.mode, picture_of_page.size) == ("RGB", (625, 417))
        assert picture_of_page.info["dpi"] == pytest.approx((150, 150), abs=0.1)
        assert picture_of_page.getpixel((160, 150)) == TEAL.srgb
    assert re.findall(rb"tIME|tEXt|iTXt|eXIf", data) == []
    assert data == png(rendered(PathBox(box_path(SPOT), fill=TEAL)), 150)


def test_a_figure_stands_at_its_place_and_leaves_nothing_behind() -> None:
    def artists(width: float, height: float) -> list[object]:
        from matplotlib.patches import Rectangle

        return [Rectangle((0, 0), width, height / 2, facecolor=AMBER.unit_srgb, alpha=0.5, edgecolor="none")]

    box = FigureBox(SPOT, Drawing(artists))
    pdf = rendered(box, PathBox(box_path(Rect(200, 50, 20, 20)), fill=TEAL))
    pixels = raster(pdf)
    assert ink_box(pixels[:, :180]) == (40, 70, 120, 90)
    assert tuple(pixels[60, 210]) == TEAL.srgb


def test_the_inks_may_come_from_any_iterable() -> None:
    first = render_page(page_of(line("a")), inks=iter(INKS), fonts=Book(), created=CREATED)
    assert first == rendered(line("a"))
