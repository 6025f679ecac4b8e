"""The print edition's colours: CMYK and spot inks, black type that overprints, pictures in the inks of the press."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path as File
from subprocess import run
from typing import Any

import numpy as np
import pikepdf
import pytest
from pdf_samples import CREATED, HEAD, SANS, Book, Drawing, content, opened, page_of
from PIL import Image, ImageCms

from reportgen.colour.inks import Ink
from reportgen.colour.profiles import fogra39, read_profile, srgb_intent
from reportgen.geometry import Rect
from reportgen.page import Box, FigureBox, Group, PathBox, PictureBox, Role, TextRun, box_path
from reportgen.pdf import render_page
from reportgen.pdf.images import read_picture
from reportgen.pdf.picture_colours import PrintPictures
from reportgen.pdf.pixels import as_press, as_screen, most_ink
from reportgen.prepress.resolution import coarse_pictures, heavy_pictures, resolutions
from reportgen.problems import Place
from reportgen.raster.jpeg_file import without_camera_data
from reportgen.standards import PRINT, SCREEN, Edition
from reportgen.text.shaper import shape

ASSETS = File(__file__).parents[2] / "reportgen" / "assets"
BLACK = Ink("ink", (20, 33, 61), (0, 0, 0, 100))
GREY = Ink("grey", (85, 100, 111), (0, 0, 0, 77))
BAND = Ink("band", (15, 44, 76), (90, 58, 11, 66))
WHITE = Ink("white", (255, 255, 255), (0, 0, 0, 0))
TEAL = Ink("teal", (0, 117, 111))
SPOT = Ink("house red", (200, 16, 46), (0, 100, 80, 5.5), "PANTONE 186 C")
INKS = (BLACK, GREY, BAND, WHITE, TEAL, SPOT)
SQUARE = box_path(Rect(10, 10, 100, 50))
PRESS = fogra39()


def printed(*boxes: Box, edition: Edition = PRINT, **more: Any) -> bytes:
    """The print edition of a small page; a picture stands in a figure, and everything else in a paragraph."""
    told = [
        Group(
            Role.FIGURE if isinstance(box, PictureBox | FigureBox) else Role.PARAGRAPH,
            (box,),
            alt="A sample",
            source=f"b{index}",
        )
        for index, box in enumerate(boxes)
    ]
    page = page_of(Group(Role.HEADING_1, (text("Title", BLACK, y=190.0),)), *told, bleed=8.5, **more)
    return render_page(page, inks=INKS, fonts=Book(), created=CREATED, edition=edition)


def text(words: str, ink: Ink, y: float = 50.0, size: float = 12.0) -> TextRun:
    return TextRun(20, y, shape(words, SANS, size), ink)


def operators(pdf: bytes) -> list[str]:
    """The lines of the page that set a colour or a graphics state, or paint."""
    states = opened(pdf).pages[0].Resources.get("/ExtGState", {})
    names = {name[1:]: "over" if bool(state.get("/op", False)) else "out" for name, state in states.items()}
    lines = re.sub(r"/(E\d+) gs", lambda found: names[found[1]], content(pdf)).split("\n")
    kept = (re.sub(r".*T[jJ]$", "Tj", re.sub(r".* (f|S)$", r"\1", line)) for line in lines)
    return [line for line in kept if re.search(r"(\b[kK]|scn|SCN|over|out|Tj|TJ|^f|^S)$", line)]


def png(picture: Image.Image, **more: Any) -> bytes:
    written = io.BytesIO()
    picture.save(written, "PNG", **more)
    return written.getvalue()


def jpeg(picture: Image.Image, **more: Any) -> bytes:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=95, **more)
    return written.getvalue()


def photograph(mode: str = "RGB", size: tuple[int, int] = (200, 150)) -> Image.Image:
    """A picture with a great many colours."""
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]]
    channels = [columns * 255 // size[0], rows * 255 // size[1], (rows * columns) % 256]
    return Image.fromarray(np.stack(channels, axis=2).astype(np.uint8)).convert(mode)


def image_of(pdf: bytes) -> pikepdf.Object:
    return next(iter(opened(pdf).pages[0].Resources.XObject.values()))


def shown(data: bytes, **more: Any) -> bytes:
    return printed(PictureBox(Rect(20, 20, 72, 54), data, "png", **more))


class TestInks:
    def test_given_cmyk_is_written_as_it_is_and_missing_is_converted(self) -> None:
        pdf = printed(PathBox(SQUARE, fill=BAND, stroke=TEAL, line_width=1))
        assert {".9 .58 .11 .66 k", ".84 .23 .5 .28 K"} <= set(operators(pdf))

    def test_nothing_in_the_file_is_rgb_or_device_grey(self) -> None:
        boxes = [PathBox(SQUARE, fill=ink, stroke=ink, line_width=1) for ink in INKS]
        clear = photograph("RGBA")
        clear.putalpha(100)
        pdf = printed(*boxes, PictureBox(Rect(20, 20, 36, 27), png(clear), "png"), text("x", TEAL))
        assert re.findall(r"\b(rg|RG|g|G|sc|SC)$", content(pdf), re.MULTILINE) == []
        assert b"DeviceRGB" not in pdf
        assert image_of(pdf).SMask.ColorSpace == pikepdf.Name.DeviceGray

    def test_an_ink_with_a_spot_name_is_a_separation_of_its_cmyk(self) -> None:
        pdf = printed(
            PathBox(SQUARE, fill=SPOT, stroke=SPOT, line_width=1),
            PathBox(SQUARE, fill=BAND),
            PathBox(SQUARE, fill=SPOT),
        )
        spaces = opened(pdf).pages[0].Resources.ColorSpace
        kind, name, alternate, tint = next(space for space in spaces.values() if space[1] != "/All")
        assert (kind, name, alternate) == ("/Separation", "/PANTONE 186 C", "/DeviceCMYK")
        assert [float(value) for value in tint.C1] == [0, 1, 0.8, 0.055]
        assert (tint.FunctionType, [float(value) for value in tint.C0]) == (2, [0, 0, 0, 0])
        fills = [line for line in operators(pdf) if line.endswith((" k", " scn")) and line != "0 0 0 1 k"]
        assert fills == ["/C0 cs 1 scn", ".9 .58 .11 .66 k", "/C0 cs 1 scn"]

    def test_the_screen_edition_has_no_spot_colours(self) -> None:
        pdf = printed(PathBox(SQUARE, fill=SPOT), edition=SCREEN)
        assert ".784 .063 .18 rg" in content(pdf)
        assert "/ColorSpace" not in opened(pdf).pages[0].Resources


class TestOverprint:
    def test_black_type_overprints_and_nothing_else_does(self) -> None:
        pdf = printed(
            PathBox(SQUARE, fill=BAND),
            text("black", BLACK),
            PathBox(SQUARE, fill=BLACK),
            text("white", WHITE),
            text("grey", GREY),
        )
        assert operators(pdf) == [
            *("0 0 0 1 k", "over", "Tj"),
            *(".9 .58 .11 .66 k", "out", "f"),
            *("0 0 0 1 k", "over", "Tj"),
            *("out", "f"),
            *("0 0 0 0 k", "Tj"),
            *("0 0 0 .77 k", "Tj"),
            *("/C0 CS 1 SCN", "S"),
        ]

    def test_overprint_mode_one_leaves_the_ground_under_black(self) -> None:
        pdf = printed(text("black", BLACK), PathBox(SQUARE, fill=BAND))
        states = opened(pdf).pages[0].Resources.ExtGState.values()
        assert sorted((bool(state.OP), bool(state.op), int(state.OPM)) for state in states) == [
            (False, False, 0),
            (False, True, 1),
        ]

    def test_a_picture_or_white_after_black_type_knocks_out(self) -> None:
        pdf = printed(text("black", BLACK), PictureBox(Rect(20, 20, 72, 54), png(Image.new("RGB", (200, 150))), "png"))
        states = opened(pdf).pages[0].Resources.ExtGState
        off = next(name for name, state in states.items() if not bool(state.op))
        assert content(pdf).index(f"{off} gs") < content(pdf).index("/X0 Do")

    def test_the_state_after_a_kept_one_is_known(self) -> None:
        pdf = printed(
            text("black", BLACK),
            FigureBox(Rect(20, 60, 50, 50), Drawing(lambda width, height: [])),
            text("white", WHITE),
            text("black", BLACK),
        )
        assert operators(pdf)[-8:-2] == ["0 0 0 0 k", "out", "Tj", "0 0 0 1 k", "over", "Tj"]

    def test_nothing_overprints_on_screen(self) -> None:
        assert "gs" not in content(printed(text("black", BLACK), PathBox(SQUARE, fill=BAND), edition=SCREEN))


class TestPictures:
    def test_a_photograph_becomes_a_cmyk_jpeg_that_reads_as_it_prints(self) -> None:
        data = jpeg(photograph(), subsampling=0)
        image = image_of(shown(data))
        assert (image.ColorSpace, image.Filter) == ("/DeviceCMYK", "/DCTDecode")
        assert [int(value) for value in image.Decode] == [1, 0] * 4
        assert "/Interpolate" not in image
        seen = np.asarray(pikepdf.PdfImage(image).as_pil_image(), dtype=int)
        wanted = np.asarray(as_press(Image.open(io.BytesIO(data)), PRESS), dtype=int)
        assert np.abs(seen - wanted).mean() < 6

    def test_ghostscript_sees_the_same_inks(self, needs: Any, tmp_path: File) -> None:
        (tmp_path / "a.pdf").write_bytes(shown(jpeg(Image.new("RGB", (200, 150), (0, 117, 111)))))
        profile = ASSETS / "coated-fogra39l.icc"
        command = [
            needs("gs"),
            "-q",
            "-dBATCH",
            "-dNOPAUSE",
            "-dSAFER",
            "-sDEVICE=tiff32nc",
            "-r72",
            f"--permit-file-read={profile}",
        ]
        more = [f"-sDefaultCMYKProfile={profile}", f"-sOutputICCProfile={profile}", "-sOutputFile=a.tif", "a.pdf"]
        run([*command, *more], cwd=tmp_path, check=True, capture_output=True)
        with Image.open(tmp_path / "a.tif") as sheet:
            pixel = sheet.getpixel((28 + 56, 28 + 47))
        assert isinstance(pixel, tuple)
        assert pixel == pytest.approx([value * 2.55 for value in (84, 23, 50, 28)], abs=5)

    @pytest.mark.parametrize("mode", ["L", "LA", "1", "I;16"])
    def test_a_grey_picture_prints_in_black_alone(self, mode: str) -> None:
        grey = (
            Image.new("I;16", (200, 150), 128 * 257)
            if mode == "I;16"
            else Image.new("L", (200, 150), 255).convert(mode)
        )
        image = image_of(shown(png(grey)))
        assert image.ColorSpace == "/DeviceGray"
        level = image.read_bytes()[0]
        assert level == 255 if mode != "I;16" else 85 < level < 115

    def test_rgb_without_colour_prints_in_black_alone(self) -> None:
        assert as_press(Image.new("RGB", (9, 9), (40, 40, 40)), PRESS).mode == "L"
        assert as_press(Image.new("RGB", (9, 9), (0, 0, 0)), PRESS).getpixel((0, 0)) == 0
        assert as_press(Image.new("RGB", (9, 9), (40, 40, 41)), PRESS).mode == "CMYK"

    def test_a_logo_with_few_colours_is_kept_without_loss_and_its_alpha_as_a_mask(self) -> None:
        logo = Image.new("RGBA", (200, 150), (0, 117, 111, 255))
        logo.paste((0, 0, 0, 0), (0, 0, 100, 150))
        pdf = shown(png(logo))
        image = image_of(pdf)
        assert (image.ColorSpace, image.Filter, image.SMask.ColorSpace) == (
            "/DeviceCMYK",
            "/FlateDecode",
            "/DeviceGray",
        )
        assert list(image.read_bytes()[-4:]) == pytest.approx([value * 2.55 for value in (84, 23, 50, 28)], abs=1)
        assert image.SMask.read_bytes()[99:101] == b"\0\xff"
        assert "/Matte" not in image.SMask
        assert opened(pdf).pages[0].obj.Group.CS == "/DeviceCMYK"

    def test_a_page_without_transparency_has_no_group(self) -> None:
        assert "/Group" not in opened(shown(png(Image.new("RGB", (200, 150))))).pages[0].obj

    def test_the_group_of_the_screen_edition_is_in_rgb(self) -> None:
        half = PictureBox(Rect(20, 20, 72, 54), png(Image.new("RGBA", (200, 150), (9, 9, 90, 90))), "png")
        assert opened(printed(half, edition=SCREEN)).pages[0].obj.Group.CS == "/DeviceRGB"

    def test_a_cmyk_jpeg_is_kept_to_the_byte_with_its_polarity(self) -> None:
        data = jpeg(Image.new("CMYK", (200, 150), (255, 0, 0, 0)))
        image = image_of(shown(data))
        assert image.read_raw_bytes() == data
        assert [int(value) for value in image.Decode] == [1, 0] * 4
        marker = data.index(b"\xff\xee")
        plain = data[:marker] + data[marker + 2 + int.from_bytes(data[marker + 2 : marker + 4]) :]
        assert "/Decode" not in image_of(shown(plain))

    def test_a_cmyk_jpeg_of_another_press_is_converted(self) -> None:
        ours = (ASSETS / "coated-fogra39l.icc").read_bytes()
        other = ours.replace(b"Coated", b"Other ", 1)
        assert read_profile(other) != PRESS.profile
        flat = Image.new("CMYK", (200, 150), (200, 60, 0, 0))
        kept, changed = jpeg(flat, icc_profile=ours), jpeg(flat, icc_profile=other)
        assert image_of(shown(kept)).read_raw_bytes() == without_camera_data(kept) == jpeg(flat)
        image = image_of(shown(changed))
        assert image.ColorSpace == "/DeviceCMYK"
        assert image.read_raw_bytes() != changed
        assert b"ICC_PROFILE" not in image.read_raw_bytes()

    def test_an_embedded_profile_says_what_the_numbers_mean(self) -> None:
        flat = Image.new("RGB", (9, 9), (0, 200, 0))
        linear = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
        wide = _with_other_primaries((ASSETS / "sRGB.icc").read_bytes())
        assert _first(as_press(_with_profile(flat, wide), PRESS)) != _first(as_press(flat, PRESS))
        assert _first(as_screen(_with_profile(flat, wide))) != (0, 200, 0)
        for useless in (b"", b"no profile", linear, (ASSETS / "coated-fogra39l.icc").read_bytes(), wide[:900]):
            assert _first(as_press(_with_profile(flat, useless), PRESS)) == _first(as_press(flat, PRESS))
            assert _first(as_screen(_with_profile(flat, useless))) == (0, 200, 0)

    def test_a_cmyk_picture_on_screen_is_converted_from_its_press(self) -> None:
        seen = _first(as_screen(Image.new("CMYK", (9, 9), (214, 59, 128, 71))))
        assert seen == pytest.approx((14, 117, 110), abs=2)  # what naive arithmetic makes is (29, 141, 92)

    def test_the_sum_of_inks_in_a_picture(self) -> None:
        assert most_ink(Image.new("CMYK", (3, 3), (255, 0, 255, 51))) == pytest.approx(220)
        assert most_ink(Image.new("L", (3, 3), 51)) == pytest.approx(80)
        assert most_ink(as_press(photograph(), PRESS)) <= 303

    def test_a_print_sized_photograph_costs_no_megabytes(self) -> None:
        data = jpeg(photograph(size=(900, 700)))
        assert len(read_picture(data, PrintPictures(PRESS), 216, 168).data) < 3 * len(data)


class TestResolution:
    def page(self, data: bytes, width: float) -> Any:
        return page_of(Group(Role.FIGURE, (PictureBox(Rect(0, 0, width, 60), data, "png"),), alt="a", source="photo"))

    def test_it_is_that_of_what_is_seen_at_its_final_size(self) -> None:
        data = png(Image.new("RGB", (400, 200)))
        (found,) = resolutions(self.page(data, 144))
        assert (found.source, found.pixels, found.ppi) == ("photo", (400, 200), 200)

    def test_a_camera_that_was_turned_counts_the_other_way(self) -> None:
        exif = Image.Exif()
        exif[0x0112] = 6
        (found,) = resolutions(self.page(jpeg(Image.new("RGB", (200, 400)), exif=exif), 72))
        assert (found.pixels, found.ppi) == ((400, 200), 240)

    @pytest.mark.parametrize(
        ("pixels", "edition", "told"),
        [
            (225, "print", []),
            (224, "print", ["r.yaml:7:1: warning: the picture has 224 pixels to the inch at its size here; print needs 225; use one of 225 by 452 pixels or more"]),
            (72, "print", ["r.yaml:7:1: error: the picture has 72 pixels to the inch at its size here; print needs 225, and under 150 its pixels are seen; use one of 225 by 1406 pixels or more"]),
            (72, "screen", ["r.yaml:7:1: warning: the picture has 72 pixels to the inch at its size here; a screen shows 100; use one of 100 by 625 pixels or more"]),
            (100, "screen", []),
        ],
    )  # fmt: skip
    def test_too_few_pixels_are_told_at_the_block(self, pixels: int, edition: str, told: list[str]) -> None:
        page = self.page(png(Image.new("RGB", (pixels, 450))), 72)
        assert [
            str(problem) for problem in coarse_pictures(page, edition, lambda source: Place("r.yaml", 7, 1))
        ] == told

    def test_too_much_ink_is_told_at_the_block(self) -> None:
        data = jpeg(Image.new("CMYK", (200, 150), (255, 230, 230, 255)))
        (problem,) = heavy_pictures(self.page(data, 36), PRESS, Place)
        assert str(problem) == (
            "photo: error: the picture puts 380 % of ink on the paper; FOGRA39 takes 300; "
            "save it in RGB, or convert it with the profile of the press"
        )
        assert heavy_pictures(self.page(jpeg(photograph()), 36), PRESS, Place) == ()

    def test_one_in_rgb_is_too_heavy_by_its_profile(self) -> None:
        strict = replace(PRESS, ink_limit=200.0)
        (problem,) = heavy_pictures(self.page(jpeg(photograph()), 36), strict, Place)
        assert problem.hint == "name a profile that keeps to 200 %, or raise the `ink limit` of the brand"


def test_large_type_is_black_alone_too() -> None:
    big = TextRun(20, 80, shape("Big", HEAD, 44), BLACK)
    assert operators(printed(big))[:4] == ["0 0 0 1 k", "over", "Tj", "Tj"]


def _first(picture: Image.Image) -> tuple[int, ...]:
    pixel = picture.getpixel((0, 0))
    return pixel if isinstance(pixel, tuple) else (int(pixel or 0),)


def _with_profile(picture: Image.Image, profile: bytes) -> Image.Image:
    labelled = picture.copy()
    labelled.info["icc_profile"] = profile
    return labelled


def _with_other_primaries(profile: bytes) -> bytes:
    """sRGB's profile with red and green changed over, under another name."""
    names = {b"rXYZ": b"gXYZ", b"gXYZ": b"rXYZ"}
    head, tags = profile[:132], profile[132 : 132 + 12 * int.from_bytes(profile[128:132])]
    entries = [tags[at : at + 12] for at in range(0, len(tags), 12)]
    changed = b"".join(names.get(entry[:4], entry[:4]) + entry[4:] for entry in entries)
    done = head + changed + profile[132 + len(tags) :]
    return done.replace(b"sRGB", b"wide")


def test_the_screen_has_the_profile_that_is_shipped() -> None:
    assert srgb_intent().profile.description == "sRGB"
