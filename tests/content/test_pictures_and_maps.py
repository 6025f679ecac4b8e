"""Pictures are known by their content; maps are checked before anything draws them."""

from __future__ import annotations

import io
import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from reportgen.content.geojson import GeoJsonError, read_geojson
from reportgen.content.picture_files import Measure, PictureError, measure_picture, upright
from reportgen.content.report import GeoFeature, Report

SQUARE = [[0, 0], [1, 0], [1, 1], [0, 0]]


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 3, height: int = 2) -> bytes:
    rows = zlib.compress((b"\0" + b"\0\0\0" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int = 3, height: int = 2) -> bytes:
    comment = b"\xff\xfe" + struct.pack(">H", 6) + b"\xff\xc0ab"
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 17, 8, height, width, 3) + b"\1\x11\0" * 3
    return b"\xff\xd8" + comment + b"\xff" + frame + b"\xff\xd9"


def svg(head: str) -> bytes:
    return f"<?xml version='1.0'?>\n<!-- a > b -->\n<svg xmlns='http://www.w3.org/2000/svg' {head}/>".encode()


def test_kinds_and_sizes() -> None:
    assert measure_picture(png()) == Measure("png", 3, 2)
    assert measure_picture(jpeg()) == Measure("jpeg", 3, 2)
    assert measure_picture(svg('viewBox="0 0 20 10"')) == Measure("svg", 20, 10)
    assert measure_picture(svg("width='5mm' height='2.5mm'")).aspect == 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it is empty"),
        (b"words", "it is not a PNG, JPEG or SVG picture"),
        (b"<html><svg>", "it is not a PNG, JPEG or SVG picture"),
        (png()[:-5], "it is a PNG picture that is cut off or damaged"),
        (png(0), "it is a PNG picture without a size"),
        (jpeg()[:-2], "it is a JPEG picture that is cut off or damaged"),
        (jpeg()[:6], "it is a JPEG picture that is cut off or damaged"),
        (svg("width='100%'"), "it is an SVG picture without a viewBox"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "it is a WebP picture, and only PNG, JPEG and SVG are read"),
        (b"II*\0\x08\0\0\0", "it is a TIFF picture, or what a camera calls raw, and only PNG, JPEG and SVG are read"),
        (
            b"\0\0\0\x24ftypheic\0\0\0\0",
            "it is a HEIC photograph, as telephones take them, and only PNG, JPEG and SVG are read",
        ),
        (b"\0\0\0\x20ftypavif\0\0\0\0", "it is an AVIF picture, and only PNG, JPEG and SVG are read"),
        (b"GIF89a", "it is a GIF picture, and only PNG, JPEG and SVG are read"),
        (b"%PDF-1.4\n", "it is a PDF, and only PNG, JPEG and SVG are read"),
        (b"\x1f\x8b\x08\0", "it is packed (an SVGZ, perhaps), and only PNG, JPEG and SVG are read"),
        (b"<!---->" * 4000 + b"<html>", "it is not a PNG, JPEG or SVG picture"),
    ],
)
def test_what_is_no_picture(data: bytes, said: str) -> None:
    with pytest.raises(PictureError) as caught:
        measure_picture(data)
    assert str(caught.value) == said


def noise(kind: str) -> bytes:
    file = io.BytesIO()
    Image.effect_noise((120, 90), 80).convert("RGB").save(file, kind)
    return file.getvalue()


NOT_READ = "its pixels cannot be read (cannot load this image)"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (jpeg(), NOT_READ),
        (noise("JPEG").replace(b"\xff\xc0\0\x11\x08", b"\xff\xc0\0\x11\x0c", 1), "its pixels cannot be read"),
        (noise("JPEG")[:900], "it is a JPEG picture that is cut off or damaged"),
        (noise("PNG")[:-30], "it is a PNG picture that is cut off or damaged"),
        (noise("PNG").replace(b"IDAT", b"IDAX"), "its pixels cannot be read"),
        (
            png().replace(
                chunk(b"IEND", b""), chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(8_000_000))) + chunk(b"IEND", b"")
            ),
            "its pixels cannot be read (Decompressed data too large for PngImagePlugin.MAX_TEXT_CHUNK)",
        ),
        (
            jpeg(20_000, 10_000),
            "it has 200 million pixels, and 89 million are the most",
        ),
    ],
)
def test_a_damaged_picture_is_told_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(PictureError) as caught:
        upright(data, measure_picture(data))
    assert str(caught.value) == said
    assert caught.value.hint.split()[0] in ("save", "make")


@pytest.mark.parametrize("after", [b"junk", bytes(9000), b"\0\0\0\x18ftypmp42" * 700])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_what_follows_a_picture_is_no_matter(kind: str, after: bytes) -> None:
    data = noise(kind) + after
    assert upright(data, measure_picture(data)).aspect == 120 / 90


HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!-- Generator: a drawing program -->\n'
PUBLIC = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"'
ENTITY = '<!ENTITY ns_svg "http://www.w3.org/2000/svg">'


@pytest.mark.parametrize(
    "head",
    ["", HEAD, HEAD + PUBLIC + ">", "<!DOCTYPE svg>", "<!DOCTYPE svg [ ]>", "\ufeff" + HEAD, f"<!-- {'x' * 9000} -->",
     "<!DOCTYPE svg [<!ATTLIST svg xmlns:xlink CDATA #FIXED 'http://www.w3.org/1999/xlink'>]>"],
)  # fmt: skip
def test_a_document_type_that_declares_nothing_is_harmless(head: str) -> None:
    drawing = svg('viewBox="0 0 20 10"').partition(b"-->")[2].replace(b"/>", b"><path d='M0 0H20V10Z'/></svg>")
    data = head.encode() + drawing.strip()
    assert upright(data, measure_picture(data)) == Measure("svg", 20, 10)


@pytest.mark.parametrize("head", [HEAD + PUBLIC + f" [\n\t{ENTITY}\n]>", f"<!DOCTYPE svg [{ENTITY}]>"])
def test_a_document_type_with_entities_is_told_what_it_is(head: str) -> None:
    data = head.encode() + b"<svg xmlns='&ns_svg;' viewBox='0 0 20 10'/>"
    with pytest.raises(PictureError) as caught:
        upright(data, measure_picture(data))
    assert str(caught.value) == "it is an SVG whose document type declares entities of its own, and those are not read"
    assert caught.value.hint == (
        "export it again: from Illustrator without `Preserve Illustrator Editing Capabilities`, "
        "from Inkscape as `Plain SVG`"
    )


@given(st.sampled_from([png(), jpeg(), svg('viewBox="0 0 1 1"')]), st.integers(0, 80), st.binary(max_size=6))
def test_damaged_pictures_raise_nothing_else(data: bytes, at: int, other: bytes) -> None:
    try:
        measure = measure_picture(data[:at] + other + data[at + len(other) :])
    except PictureError:
        return
    assert measure.width > 0
    assert measure.height > 0


def test_areas_have_names_and_rings() -> None:
    polygon = {"type": "Polygon", "coordinates": [SQUARE, SQUARE]}
    many = {"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE]]}
    features = [
        {"type": "Feature", "properties": {"LAD13NM": "Luton"}, "geometry": polygon},
        {"type": "Feature", "properties": None, "geometry": many},
    ]
    first, second = read_geojson(json.dumps({"type": "FeatureCollection", "features": features}).encode())
    ring = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0))
    assert first == GeoFeature("Luton", (ring, ring))
    assert second == GeoFeature("", (ring, ring))
    assert read_geojson(json.dumps(polygon).encode()) == (GeoFeature("", (ring, ring)),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "it is not JSON (line 1, column 2)"),
        ("[" * 100_000, "it is not JSON"),
        ("[]", "it is not GeoJSON with areas (FeatureCollection, Feature, Polygon or MultiPolygon)"),
        ('{"type": "FeatureCollection", "features": []}', "it has no areas"),
        ('{"type": "Feature", "geometry": null}', "one of its features has no geometry"),
        ('{"type": "Feature", "geometry": {"type": "Point", "coordinates": []}}', "it holds a Point, which is not an area"),
        ('{"type": "Polygon", "coordinates": [[1, 2]]}', "its coordinates are not lists of points"),
        ('{"type": "Polygon", "coordinates": [[[1, 2]]]}', "one of its outlines has fewer than four points"),
        ('{"type": "Polygon", "coordinates": [[[NaN, 2],[1,2],[1,2],[1,2]]]}', "one of its points is not a number"),
        ('{"type": "Polygon", "coordinates": [[[1e5, 2e5],[1,2],[1,2],[1,2]]]}',
         "its points are not degrees of longitude and latitude (a national grid, perhaps)"),
        ('{"type": "Polygon", "coordinates": [[[1' + "0" * 400 + ', 2]]]}', "its coordinates are not lists of points"),
        ('{"type": "MultiPolygon", "coordinates": [7]}', "its coordinates are not lists of points"),
    ],
)  # fmt: skip
def test_what_is_no_map(text: str, said: str) -> None:
    with pytest.raises(GeoJsonError) as caught:
        read_geojson(text.encode())
    assert str(caught.value) == said


def test_pictures_in_a_report(tmp_path: Path, load: Callable[..., Report], problems: Callable[..., list[str]]) -> None:
    (tmp_path / "photo.jpg").write_bytes(png(30, 20))
    (tmp_path / "logo.png").write_bytes(svg('viewBox="0 0 20 10"').replace(b"/>", b"><path d='M0 0H20V10Z'/></svg>"))
    report = load(
        "photo:\n  file: photo.jpg\n  alt: A **field**\n  credit: Anna\nlogo:\n  file: logo.png\n  alt: Bank\n"
    )
    assert report.photo and (report.photo.kind, report.photo.width, report.photo.height) == ("png", 30, 20)
    assert (report.photo.alt, report.photo.credit) == ("A field", "Anna")
    (logo,) = report.logos
    assert (logo.kind, logo.aspect, logo.path, logo.alt) == ("svg", 2.0, "logo", "Bank")
    (tmp_path / "map.geojson").write_text('{"type": "Point"}')
    said = problems("photo:\n  file: logo.png\n  alt: a\nlogo:\n  - file: map.geojson\n    alt: b\n"
                    "place:\n  boundary: map.geojson\n  locator: photo.jpg\n")  # fmt: skip
    assert [line.splitlines()[0] for line in said] == [
        "r.yaml:5:9: error: `logo.png` is SVG, and only PNG or JPEG can stand here",
        "r.yaml:8:11: error: `map.geojson` cannot be used: it is not a PNG, JPEG or SVG picture",
        "r.yaml:11:13: error: `map.geojson` cannot be used: it is not GeoJSON with areas "
        "(FeatureCollection, Feature, Polygon or MultiPolygon)",
        "r.yaml:12:12: error: `photo.jpg` cannot be used: it is not JSON",
    ]
