"""Pictures in the files: upright, as fine as their place needs and no finer, in the colours that they mean, bare."""

from __future__ import annotations

import io
import struct
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

from reportgen.colour.profiles import fogra39
from reportgen.pdf.images import Samples, read_picture
from reportgen.pdf.picture_colours import PRINT_PPI, SCREEN_PPI, PictureColour, PrintPictures, ScreenPictures
from reportgen.pdf.resampling import pixels_for

SCREEN, PRINT = ScreenPictures(), PrintPictures(fogra39())
EDITIONS = pytest.mark.parametrize("colour", [SCREEN, PRINT], ids=["screen", "print"])
QUARTERS = ((200, 40, 40), (40, 160, 60), (40, 60, 200), (230, 220, 60))


def quarters(size: tuple[int, int] = (1600, 1200), mode: str = "RGB") -> Image.Image:
    """A picture of four quarters of one colour each."""
    image, (wide, high) = Image.new("RGB", size), size
    for index, colour in enumerate(QUARTERS):
        left, top = wide // 2 * (index % 2), high // 2 * (index // 2)
        image.paste(colour, (left, top, left + wide // 2, top + high // 2))
    return image.convert(mode)


def noise(size: tuple[int, int], mode: str = "RGB") -> Image.Image:
    """A picture with as many colours as a photograph."""
    rng = np.random.default_rng(7)
    return Image.fromarray(rng.integers(0, 256, (size[1], size[0], 3), dtype=np.uint8)).convert(mode)


def written(picture: Image.Image, kind: str = "JPEG", orientation: int = 1, **more: Any) -> bytes:
    exif, file = Image.Exif(), io.BytesIO()
    exif[0x0112] = orientation
    picture.save(file, kind, exif=exif, **({"quality": 95, "subsampling": 0} if kind == "JPEG" else {}), **more)
    return file.getvalue()


def shown(found: Samples) -> Image.Image:
    """What a viewer makes of samples, in Pillow's terms, without the turn."""
    if found.filter == "DCTDecode":
        image = Image.open(io.BytesIO(found.data))
        image.load()
        return image
    import zlib

    mode = {"DeviceGray": "L", "DeviceRGB": "RGB", "DeviceCMYK": "CMYK"}[found.space]
    return Image.frombytes(mode, found.size, zlib.decompress(found.data))


class TestSize:
    @EDITIONS
    @pytest.mark.parametrize("kind", ["JPEG", "PNG"])
    @pytest.mark.parametrize("orientation", [1, 6, 8])
    def test_it_has_as_many_pixels_as_its_place_needs(self, colour: PictureColour, kind: str, orientation: int) -> None:
        upright = (72.0, 54.0) if orientation == 1 else (54.0, 72.0)
        found = read_picture(written(quarters(), kind, orientation), colour, *upright)
        stored = (round(colour.ppi), round(colour.ppi * 0.75))
        assert found.size == stored
        assert len(found.data) < 200_000

    @EDITIONS
    def test_it_keeps_its_proportions_where_its_place_has_others(self, colour: PictureColour) -> None:
        found = read_picture(written(quarters()), colour, 72, 10)
        assert found.size == (round(colour.ppi), round(colour.ppi * 0.75)), "the lesser resolution counts"

    def test_one_that_has_hardly_too_many_stays_as_it_is(self) -> None:
        assert pixels_for((312, 234), 72, 54, PRINT_PPI) == (312, 234)
        assert pixels_for((313, 235), 72, 54, PRINT_PPI) == (300, 226)
        assert pixels_for((100, 75), 72, 54, PRINT_PPI) == (100, 75)
        assert pixels_for((40_000, 2), 72, 0.0036, SCREEN_PPI) == (192, 1)

    @EDITIONS
    def test_the_same_file_gives_the_same_bytes_and_is_made_once(self, colour: PictureColour) -> None:
        data = written(noise((900, 700)))
        first = read_picture(data, colour, 90, 70)
        assert read_picture(bytes(bytearray(data)), colour, 90, 70) is first
        read_picture.cache_clear()
        assert read_picture(data, colour, 90, 70) == first
        assert read_picture.cache_info().maxsize == 16

    def test_a_png_with_very_many_colours_is_written_as_a_photograph(self) -> None:
        data = written(noise((900, 700)), "PNG")
        found = read_picture(data, SCREEN, 90, 70)
        assert found.filter == "DCTDecode"
        assert len(found.data) < len(data) / 10

    def test_one_with_few_colours_loses_nothing(self) -> None:
        picture = quarters((160, 120))
        found = read_picture(written(picture, "PNG"), SCREEN, 90, 70)
        assert found.filter == "FlateDecode"
        assert np.array_equal(np.asarray(shown(found)), np.asarray(picture))


class TestUpright:
    @EDITIONS
    @pytest.mark.parametrize("orientation", range(1, 9))
    @pytest.mark.parametrize("kind", ["JPEG", "PNG"])
    def test_it_stands_as_the_camera_was_held_when_it_is_made_smaller(
        self, colour: PictureColour, orientation: int, kind: str
    ) -> None:
        data = written(quarters(), kind, orientation)
        found = read_picture(data, colour, 40, 30)
        small = shown(found)
        exif = Image.Exif()
        exif[0x0112] = orientation
        turned = ImageOps.exif_transpose(_with_exif(small, orientation))
        wanted = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).resize(turned.size)
        seen = np.asarray(turned.convert("RGB"), dtype=int) if colour is SCREEN else None
        if seen is not None:
            assert np.abs(seen - np.asarray(wanted, dtype=int)).mean() < 3
        assert found.turn == read_picture(data, colour, 4000, 3000).turn

    def test_a_broken_orientation_is_none(self) -> None:
        data = written(quarters((40, 30)), "JPEG", 6)
        at = data.index(b"Exif\0\0") + 6
        for broken in (b"XX*\0" + data[at + 4 :], data[at : at + 4] + b"\xff\xff\xff\xff" + data[at + 8 :]):
            found = read_picture(data[:at] + broken, SCREEN, 40, 30)
            assert found.turn == (1, 0, 0, 1, 0, 0)


def _with_exif(picture: Image.Image, orientation: int) -> Image.Image:
    file, exif = io.BytesIO(), Image.Exif()
    exif[0x0112] = orientation
    picture.convert("RGB").save(file, "PNG", exif=exif)
    return Image.open(file)


class TestBare:
    @EDITIONS
    @pytest.mark.parametrize("place", [(30, 24), (3000, 2400)], ids=["smaller", "as it is"])
    def test_nothing_that_a_camera_wrote_comes_with_it(self, colour: PictureColour, place: tuple[float, float]) -> None:
        exif = Image.Exif()
        exif[0x013B] = exif[0x010E] = exif[0x927C] = "SECRET"
        exif[0x8825] = {1: "N", 2: (51.0, 30.0, 0.0), 29: "SECRET"}
        jpeg, png, chunks = io.BytesIO(), io.BytesIO(), PngImagePlugin.PngInfo()
        chunks.add_text("Author", "SECRET")
        chunks.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>SECRET</x:xmpmeta>", zip=False)
        noise((800, 640)).save(jpeg, "JPEG", exif=exif, comment=b"SECRET", xmp=b"<x>SECRET</x>")
        noise((800, 640)).save(png, "PNG", exif=exif, pnginfo=chunks)
        for file in (jpeg, png):
            assert b"SECRET" in file.getvalue()
            found = read_picture(file.getvalue(), colour, *place)
            assert b"SECRET" not in found.data
            assert b"Exif" not in found.data

    def test_a_photograph_of_a_telephone_with_a_second_picture_is_copied(self) -> None:
        plain, both = written(noise((90, 70))), io.BytesIO()
        noise((90, 70)).save(both, "MPO", save_all=True, append_images=[noise((20, 20))], quality=95, subsampling=0)
        found = read_picture(both.getvalue(), SCREEN, 900, 700)
        assert found.filter == "DCTDecode"
        assert found.data.count(b"\xff\xd8") == 1
        assert np.array_equal(np.asarray(shown(found)), np.asarray(Image.open(io.BytesIO(plain))))


class TestColours:
    @pytest.mark.parametrize("mode", ["RGB", "L", "P", "1", "LA", "RGBA", "I;16", "PA"])
    @EDITIONS
    @pytest.mark.parametrize("side", [36, 4000])
    def test_every_kind_of_png(self, mode: str, colour: PictureColour, side: float) -> None:
        picture = quarters((640, 480))
        if mode == "I;16":
            picture = Image.fromarray(np.asarray(picture.convert("L")).astype(np.uint16) * 257)
        elif mode in ("P", "PA"):
            picture = picture.quantize(16)
        else:
            picture = picture.convert(mode)
        file = io.BytesIO()
        picture.save(file, "PNG", **({"transparency": picture.getpixel((9, 9))} if mode == "PA" else {}))
        found = read_picture(file.getvalue(), colour, side, side * 0.75)
        assert (found.size == (640, 480)) == (side == 4000)
        assert (found.alpha is not None) == (mode == "PA")
        grey = mode in ("L", "1", "LA", "I;16")
        assert (found.space == "DeviceGray") == grey
        if colour is SCREEN and mode not in ("1", "PA"):
            wanted = np.asarray(quarters((640, 480), "L" if grey else "RGB").resize(found.size), dtype=int)
            assert np.abs(np.asarray(shown(found), dtype=int) - wanted).mean() < 3

    def test_an_edge_of_alpha_has_no_dark_fringe(self) -> None:
        picture = Image.new("RGBA", (400, 400), (255, 255, 255, 255))
        picture.paste((0, 0, 0, 0), (0, 0, 200, 400))
        file = io.BytesIO()
        picture.save(file, "PNG")
        found = read_picture(file.getvalue(), SCREEN, 30, 30)
        assert np.asarray(shown(found))[:, 45:].min() == 255

    @pytest.mark.parametrize("adobe", [True, False])
    def test_a_cmyk_jpeg_is_no_negative_whoever_wrote_it(self, adobe: bool) -> None:
        data = written(Image.new("CMYK", (600, 400), (255, 0, 0, 0)))
        if not adobe:
            marker = data.index(b"\xff\xee")
            data = data[:marker] + data[marker + 2 + int.from_bytes(data[marker + 2 : marker + 4]) :]
        for place in ((36, 24), (3000, 2000)):
            printed = read_picture(data, PRINT, *place)
            stored = np.asarray(_raw(printed.data))[0, 0]
            cyan = 255 - int(stored[0]) if printed.inverted else int(stored[0])
            assert (cyan > 250) == adobe
            assert printed.ink == pytest.approx(100 if adobe else 300, abs=3)
            red = np.asarray(shown(read_picture(data, SCREEN, *place)))[0, 0][0]
            assert red < 60

    @pytest.mark.parametrize("kind", ["JPEG", "PNG"])
    @pytest.mark.parametrize("side", [36, 4000], ids=["smaller", "as it is"])
    def test_a_profile_says_what_the_greys_mean(self, kind: str, side: float) -> None:
        grey = Image.new("L", (640, 480), 128)
        linear = read_picture(written(grey, kind, icc_profile=grey_profile(1.0)), SCREEN, side, side * 0.75)
        usual = read_picture(written(grey, kind), SCREEN, side, side * 0.75)
        assert np.asarray(shown(usual))[9, 9] == pytest.approx(128, abs=1)
        assert np.asarray(shown(linear))[9, 9] == pytest.approx(188, abs=2)  # half of the light

    @pytest.mark.parametrize("side", [36, 4000], ids=["smaller", "as it is"])
    def test_a_wide_profile_is_honoured_at_every_size(self, side: float) -> None:
        wide = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        wide = swapped_primaries(wide)
        for kind in ("JPEG", "PNG"):
            data = written(Image.new("RGB", (640, 480), (0, 200, 0)), kind, icc_profile=wide)
            red, green, blue = np.asarray(shown(read_picture(data, SCREEN, side, side * 0.75)))[9, 9]
            assert blue > 150 > green, (red, green, blue)


def _raw(data: bytes) -> Image.Image:
    """The samples of a CMYK JPEG as they are stored: Pillow inverts them."""
    from PIL import ImageChops

    return ImageChops.invert(Image.open(io.BytesIO(data)))


def grey_profile(gamma: float) -> bytes:
    """A profile for greys with one curve (ICC.1:2010, 8.3.4: its description, white point, copyright, curve)."""
    white = b"XYZ \0\0\0\0" + struct.pack(">iii", 63190, 65536, 54061)
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    name = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"Grey\0" + bytes(78) + b"\0"
    tags = [(b"desc", name), (b"wtpt", white), (b"kTRC", curve), (b"cprt", b"text\0\0\0\0free\0\0\0\0")]
    at, table, body = 128 + 4 + 12 * len(tags), b"", b""
    for tag, data in tags:
        table += tag + struct.pack(">II", at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = struct.pack(">I4sI", at + len(body), b"none", 0x02100000) + b"mntrGRAYXYZ " + bytes(12) + b"acsp"
    head += bytes(28) + struct.pack(">iii", 63190, 65536, 54061)
    return head + bytes(128 - len(head)) + struct.pack(">I", len(tags)) + table + body


def swapped_primaries(profile: bytes) -> bytes:
    """The profile with green where blue was, under another name."""
    green, blue = profile.index(b"gXYZ"), profile.index(b"bXYZ")
    swapped = bytearray(profile)
    swapped[green + 4 : green + 12], swapped[blue + 4 : blue + 12] = (
        profile[blue + 4 : blue + 12],
        profile[green + 4 : green + 12],
    )
    return bytes(swapped).replace(b"s\0R\0G\0B", b"s\0W\0A\0P").replace(b"sRGB", b"SWAP")
