"""SVG: what is drawn comes out as flat shapes at the right places; what cannot be drawn is refused in a sentence."""

from __future__ import annotations

import math
import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from work import little_work

from reportgen.colour.inks import Ink
from reportgen.geometry import Rect, Segments
from reportgen.layout.picture_parts import vector_logo
from reportgen.page import Cap, Join, LineStyle, PathBox
from reportgen.svg import Drawing, DrawnShape, SvgError, read_svg

SQUARE = '<rect width="10" height="10"/>'


def svg(body: str, root: str = 'viewBox="0 0 100 50"') -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {root}>{body}</svg>'
    ).encode()


def drawn(body: str, root: str = 'viewBox="0 0 100 50"') -> DrawnShape:
    (shape,) = read_svg(svg(body, root)).shapes
    return shape


def refused(data: bytes) -> str:
    with pytest.raises(SvgError) as caught:
        read_svg(data)
    return str(caught.value)


def outline(segments: Segments) -> str:
    """Segments as path data, to two decimals."""
    return " ".join(f"{kind}{','.join(f'{round(value, 4) + 0.0:g}' for value in values)}" for kind, *values in segments)


def path(d: str) -> str:
    return outline(drawn(f'<path d="{d}"/>').segments)


class TestPaths:
    @pytest.mark.parametrize(
        ("d", "expected"),
        [
            ("M1 2 3 4L5,6", "M1,2 L3,4 L5,6"),
            ("m1 2 3 4l1-1z", "M1,2 L4,6 L5,5 Z"),
            ("M1 1H5v4h-2V9", "M1,1 L5,1 L5,5 L3,5 L3,9"),
            ("M0 0C1 2 3 4 5 6s1 1 2 0", "M0,0 C1,2,3,4,5,6 C7,8,6,7,7,6"),
            ("M0 0L1 0S3 4 5 6", "M0,0 L1,0 C1,0,3,4,5,6"),
            ("M0 0Q3 3 6 0T12 0", "M0,0 C2,2,4,2,6,0 C8,-2,10,-2,12,0"),
            ("M0 0L1 0T7 0", "M0,0 L1,0 C1,0,3,0,7,0"),
            ("M1.5.5-.5e1+2", "M1.5,0.5 L-5,2"),
            ("M1 1L2 2ZL3 3", "M1,1 L2,2 Z M1,1 L3,3"),
            ("M10 10h5zm1 1h5", "M10,10 L15,10 Z M11,11 L16,11"),
            ("M0 0A0 5 0 0 1 9 9", "M0,0 L9,9"),
            ("M0 0A5 5 0 0 1 0 0L1 1", "M0,0 L1,1"),
        ],
    )
    def test_commands(self, d: str, expected: str) -> None:
        body = f'<g transform="translate(20 20)"><path d="{d}"/></g>'
        moved = drawn(body).segments
        back = tuple((kind, *(float(value) - 20 for value in values)) for kind, *values in moved)
        assert outline(back) == expected

    @pytest.mark.parametrize(
        ("flags", "centre", "through"),
        [
            ("0 0", (35, 20), (35 - 15 / math.sqrt(2), 20 + 15 / math.sqrt(2))),
            ("0 1", (20, 35), (20 + 15 / math.sqrt(2), 35 - 15 / math.sqrt(2))),
            ("1 0", (20, 35), (20 - 15 / math.sqrt(2), 35 + 15 / math.sqrt(2))),
            ("1 1", (35, 20), (35 + 15 / math.sqrt(2), 20 - 15 / math.sqrt(2))),
        ],
    )
    def test_arc_flags(self, flags: str, centre: tuple[float, float], through: tuple[float, float]) -> None:
        """The four arcs of SVG 2, figure 9.3, from (20, 20) to (35, 35)."""
        root = 'viewBox="0 0 100 100"'
        segments = drawn(f'<path d="M20 20A15 15 0 {flags} 35 35"/>', root).segments
        points = along(segments)
        assert all(math.dist(point, centre) == pytest.approx(15, abs=0.01) for point in points)
        assert min(math.dist(point, through) for point in points) < 0.3
        assert segments[-1][-2:] == (35, 35)

    def test_arc_of_a_turned_ellipse_that_is_too_small_is_enlarged(self) -> None:
        points = along(drawn('<path d="M20 20A2 1 90 0 1 40 20"/>').segments)
        assert min(y for _, y in points) == pytest.approx(0, abs=0.01)

    def test_flags_without_spaces(self) -> None:
        assert path("M20 20a5 5 0 015 5") == path("M20 20A5 5 0 0 1 25 25")

    @pytest.mark.parametrize("d", ["L1 1", "M1", "M1 1L2", "M1 1 X 3", "M1 1Z2", "M1 1A1 1 0 2 0 3 3", "M nan 1L1 1"])
    def test_what_is_no_path_is_refused(self, d: str) -> None:
        assert "the drawing" in refused(svg(f'<path d="{d}"/>'))


def along(segments: Segments) -> list[tuple[float, float]]:
    """Points on an outline, sixteen to a curve."""
    points: list[tuple[float, float]] = []
    for kind, *values in segments:
        numbers = [float(value) for value in values]
        if kind == "C":
            (x0, y0), (x1, y1, x2, y2, x3, y3) = points[-1], numbers
            for step in range(1, 17):
                t, s = step / 16, 1 - step / 16
                weights = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
                points.append(
                    (
                        sum(w * v for w, v in zip(weights, (x0, x1, x2, x3), strict=True)),
                        sum(w * v for w, v in zip(weights, (y0, y1, y2, y3), strict=True)),
                    )
                )
        elif numbers:
            points.append((numbers[0], numbers[1]))
    return points


class TestBasicShapes:
    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            ('<rect x="1" y="2" width="3" height="4"/>', "M1,2 L4,2 L4,6 L1,6 Z"),
            ('<rect width="50%" height="100%"/>', "M0,0 L50,0 L50,50 L0,50 Z"),
            ('<polygon points="1,1 5,1 5,5"/>', "M1,1 L5,1 L5,5 Z"),
            ('<polyline points="1 1 5 1 5 5"/>', "M1,1 L5,1 L5,5"),
            ('<line x1="1" y1="2" x2="1in" y2="4" stroke="red"/>', "M1,2 L96,4"),
        ],
    )
    def test_straight(self, body: str, expected: str) -> None:
        assert outline(drawn(body).segments) == expected

    def test_circle_and_ellipse(self) -> None:
        points = along(drawn('<circle cx="50" cy="25" r="20"/>').segments)
        assert all(math.dist(point, (50, 25)) == pytest.approx(20, abs=0.01) for point in points)
        wide = along(drawn('<ellipse cx="50" cy="25" rx="40" ry="10"/>').segments)
        assert max(x for x, _ in wide) == pytest.approx(90)
        assert max(y for _, y in wide) == pytest.approx(35)

    def test_rounded_corners_are_at_most_half_a_side(self) -> None:
        points = along(drawn('<rect x="10" y="10" width="20" height="20" rx="90"/>').segments)
        assert all(math.dist(point, (20, 20)) == pytest.approx(10, abs=0.01) for point in points)

    @pytest.mark.parametrize("body", ['<rect width="0" height="9"/>', '<circle r="0"/>', '<polygon points=""/>'])
    def test_nothing_to_see(self, body: str) -> None:
        assert refused(svg(body)) == "the drawing shows nothing; export it again with its shapes visible"


class TestPlaces:
    @pytest.mark.parametrize(
        ("transform", "expected"),
        [
            ("translate(5)", "M5,0 L15,0"),
            ("translate(5,6) scale(2)", "M5,6 L25,6"),
            ("matrix(1 0 0 1 3 4)", "M3,4 L13,4"),
            ("rotate(90)translate(0 -20)", "M20,0 L20,10"),
            ("rotate(90, 10, 10)", "M20,0 L20,10"),
            ("skewX(45) translate(0 10)", "M10,10 L20,10"),
        ],
    )
    def test_transforms(self, transform: str, expected: str) -> None:
        assert outline(drawn(f'<g transform="{transform}">{SQUARE}</g>').segments).startswith(expected)

    @pytest.mark.parametrize(
        ("root", "size", "start"),
        [
            ('viewBox="-10 -20 100 50"', (100, 50), "M10,20"),
            ('viewBox="0 0 10 10" width="40" height="20"', (40, 20), "M10,0"),
            ('viewBox="0 0 10 10" width="40" height="20" preserveAspectRatio="xMaxYMid meet"', (40, 20), "M20,0"),
            ('viewBox="0 0 10 10" width="40" height="20" preserveAspectRatio="none"', (40, 20), "M0,0 L40,0 L40,20"),
            ('viewBox="0 0 100 50" width="100%"', (100, 50), "M0,0"),
            ('viewBox="0 0 100 50" width="20"', (20, 10), "M0,0"),
            ('width="72pt" height="1in"', (96, 96), "M0,0 L10,0"),
        ],
    )
    def test_viewport(self, root: str, size: tuple[float, float], start: str) -> None:
        drawing = read_svg(svg(SQUARE, root))
        assert (drawing.width, drawing.height) == pytest.approx(size)
        assert outline(drawing.shapes[0].segments).startswith(start)

    def test_use_is_placed_and_takes_the_style_round_it(self) -> None:
        body = (
            f'<defs><g id="a">{SQUARE}</g></defs><g fill="red"><use xlink:href="#a" x="20" y="5"/></g>'
            '<symbol id="b"><circle r="5"/></symbol><use href="#b" transform="translate(50 20)" fill="blue"/>'
        )
        first, second = read_svg(svg(body)).shapes
        assert (outline(first.segments)[:5], first.fill) == ("M20,5", (255, 0, 0))
        assert (outline(second.segments)[:5], second.fill) == ("M55,2", (0, 0, 255))

    def test_what_lies_outside_is_not_drawn(self) -> None:
        assert len(read_svg(svg(SQUARE + '<rect x="200" width="9" height="9"/>')).shapes) == 1


class TestPaint:
    @pytest.mark.parametrize(
        ("colour", "srgb"),
        [
            ("#0a0", (0, 170, 0)),
            ("#0F2C4C", (15, 44, 76)),
            ("rebeccapurple", (102, 51, 153)),
            ("rgb(1, 2,3)", (1, 2, 3)),
            ("rgb(12.5%, 0%, 100%)", (32, 0, 255)),
            ("rgb(1 2 3 / 100%)", (1, 2, 3)),
            ("hsl(120, 100%, 50%)", (0, 255, 0)),
            ("currentColor", (1, 1, 1)),
        ],
    )
    def test_colours(self, colour: str, srgb: tuple[int, int, int]) -> None:
        assert drawn(f'<g color="#010101" fill="{colour}">{SQUARE}</g>').fill == srgb

    def test_the_cascade(self) -> None:
        """Attribute, name, class, id, `style`: each before the last."""
        rules = "<style>/* c */ #e{fill:#555} rect{fill:#222} .c,.x{fill:#333} rect.d{fill:#444}</style>"
        body = "".join(
            f'<rect width="1" height="1" {attributes}/>'
            for attributes in (
                'fill="#111"',
                'class="c"',
                'class="c d"',
                'class="c d" id="e"',
                'id="e" style="fill:#666"',
            )
        )
        fills = [shape.fill for shape in read_svg(svg(rules + body)).shapes]
        assert fills == [(0x22,) * 3, (0x33,) * 3, (0x44,) * 3, (0x55,) * 3, (0x66,) * 3]

    def test_lines_grow_with_the_drawing(self) -> None:
        line = '<path d="M0 0h5" fill="none" stroke="red" stroke-width="1.5"/>'
        shape = drawn(f'<g transform="translate(20 20) scale(2)">{line}</g>')
        assert (shape.fill, shape.stroke, shape.line_width) == (None, (255, 0, 0), 3)

    def test_round_lines_and_even_odd(self) -> None:
        style = "stroke:red;stroke-linecap:round;stroke-linejoin:bevel;fill-rule:evenodd"
        shape = drawn(f'<path d="M20 20h9v9" style="{style}"/>')
        assert (shape.pen, shape.even_odd) == (LineStyle(Cap.ROUND, Join.BEVEL, 4.0), True)
        pointed = drawn('<path d="M20 20h9v9" style="stroke:red;stroke-miterlimit:2;stroke-linecap:square"/>')
        assert pointed.pen == LineStyle(Cap.SQUARE, Join.MITER, 2.0)

    @pytest.mark.parametrize(
        "hidden",
        [
            'display="none"',
            'opacity="0"',
            'visibility="hidden"',
            'fill="none"',
            'style="fill-opacity:0"',
            'fill="transparent"',
        ],
    )
    def test_what_is_hidden_is_not_drawn(self, hidden: str) -> None:
        assert len(read_svg(svg(SQUARE + f'<rect width="5" height="5" {hidden}/>')).shapes) == 1


class TestRefused:
    @pytest.mark.parametrize(
        ("body", "has", "hint"),
        [
            ("<text>LEP</text>", "text that is not converted to outlines", "the text converted to paths"),
            (
                '<linearGradient id="g"/><rect width="9" height="9" fill="url(#g)"/>',
                "a gradient",
                "flat colours instead of gradients and patterns",
            ),
            (
                '<pattern id="g"/><rect width="9" height="9" style="fill:url(#g)"/>',
                "a pattern",
                "flat colours instead of gradients and patterns",
            ),
            (
                '<image href="data:image/png;base64,AA"/>',
                "a picture embedded in it",
                "shapes only, no embedded pictures",
            ),
            (f'<g opacity=".5">{SQUARE}</g>', "see-through colours", "every colour fully opaque"),
            ('<rect width="9" height="9" fill="#ff000080"/>', "see-through colours", "every colour fully opaque"),
            (
                f'<g filter="url(#f)">{SQUARE}</g>',
                "an effect such as a shadow or blur",
                "effects, masks and clipping removed or flattened",
            ),
            (f'<g mask="url(#m)">{SQUARE}</g>', "a mask", "effects, masks and clipping removed or flattened"),
            (
                f'<clipPath id="c"><circle r="5"/></clipPath><g clip-path="url(#c)">{SQUARE}</g>',
                "a clipping path that cuts shapes",
                "effects, masks and clipping removed or flattened",
            ),
            ('<rect width="10"><animate/></rect>' + SQUARE, "animation", "no animation or scripts"),
            (f"<script>alert(1)</script>{SQUARE}", "a script", "no animation or scripts"),
            (
                '<use href="other.svg#a"/>',
                "a reference to another file or to a part that is missing",
                "everything it uses embedded",
            ),
            (
                f"<style>g rect{{fill:red}}</style>{SQUARE}",
                "style rules of a kind that is not read",
                "styling as presentation attributes",
            ),
            ('<rect width="9" height="9" fill="var(--x)"/>', "a colour that is not understood", "colours as plain RGB"),
            ('<path d="M9 9h9" stroke="red" stroke-dasharray="1"/>', "dashed lines", "lines converted to outlines"),
            (
                '<rect width="300" height="9"/>',
                "shapes that reach beyond its edge",
                "the artboard fitted to the drawing",
            ),
            ("<foreignObject/>", "parts that are not shapes", "shapes only"),
            ("<svg/>", "a drawing nested in the drawing", "all symbols and nested drawings expanded"),
        ],
    )
    def test_what_cannot_be_drawn(self, body: str, has: str, hint: str) -> None:
        assert refused(svg(body)) == f"the logo has {has}; export it with {hint}"

    def test_all_of_it_is_told_at_once(self) -> None:
        group = '<g filter="url(#x)" mask="url(#y)"><rect width="9" height="9" opacity=".5"/></g>'
        assert refused(svg(f"<text>a</text><text>b</text>{group}")) == (
            "the logo has text that is not converted to outlines, an effect such as a shadow or blur, a mask and "
            "see-through colours; export it with the text converted to paths, effects, masks and clipping removed or "
            "flattened and every colour fully opaque"
        )

    def test_what_is_not_painted_is_no_matter(self) -> None:
        body = (
            '<title>Logo</title><defs><linearGradient id="g"/><text>a</text></defs><g display="none"><text>b</text></g>'
            '<x:namedview xmlns:x="http://inkscape.sourceforge.net/"><rect/></x:namedview>'
            '<clipPath id="c"><rect width="100" height="50" fill="white"/></clipPath>'
        )
        assert len(read_svg(svg(f'{body}<g clip-path="url(#c)">{SQUARE}</g>')).shapes) == 1


BOMB = "".join(
    f'<g id="{name}">' + f'<use href="#{inner}"/>' * 10 + "</g>"
    for inner, name in zip("abcdefgh", "bcdefghi", strict=True)
)


class TestHostile:
    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"", "the file is damaged or is no SVG (line 1, column 1: no element found)"),
            (b"<svg><g></svg>", "the file is damaged or is no SVG (line 1, column 11: mismatched tag)"),
            (b"<html/>", "the file is XML, but no SVG drawing"),
            (svg(SQUARE, ""), "the drawing does not say how large it is"),
            (
                svg(SQUARE, 'viewBox="0 0 0 9"'),
                "the drawing's viewBox `0 0 0 9` is not four numbers with a width and a height",
            ),
            (svg(SQUARE, 'viewBox="0 0 9 9" width="0"'), "the drawing has no width"),
            (svg(SQUARE, 'viewBox="0 0 NaN 9"'), "`0 0 NaN 9` in the drawing is no list of numbers"),
            (svg('<path d="M1e400 1L1 1"/>'), "a coordinate of the drawing is out of all proportion"),
            (svg('<circle r="1e300"/>'), "a coordinate of the drawing is out of all proportion"),
            (
                svg('<g transform="scale(1e8)"><g transform="scale(1e8)"><path d="M1 1h1v1"/></g></g>'),
                "a coordinate of the",
            ),
            (svg('<rect width="ten" height="1"/>'), "`ten` in the drawing is no length"),
            (svg('<g transform="spin(1)"><rect/></g>'), "`spin(1)` in the drawing is no transformation"),
            (svg("<g>" * 9000 + "</g>" * 9000), "the drawing's groups are nested more than 60 deep"),
            (svg('<g id="a"><use href="#a"/></g>'), "the drawing's parts use one another more than 60 deep"),
            (svg(f'<g id="a">{SQUARE}</g>{BOMB}'), "the drawing has more than 20000 parts"),
            (svg('<path d="' + "M1 1L2 2" * 1_250_000 + '"/>'), "the drawing is too large (10.0 MB; the most is 2 MB)"),
            (
                b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + svg("<g>&b;</g>"),
                "it is an SVG whose document type declares entities of its own, and those are not read",
            ),
            (
                '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg/>'.encode("utf-16"),
                "it is an SVG whose document type declares entities",
            ),
        ],
    )
    def test_is_refused_in_a_sentence(self, data: bytes, message: str) -> None:
        with little_work():
            assert refused(data).startswith(message)

    def test_a_plain_doctype_is_harmless(self) -> None:
        head = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/svg11.dtd">'
        assert len(read_svg(head + svg(SQUARE)).shapes) == 1

    @settings(max_examples=300, deadline=None)
    @given(st.text(alphabet="MmZzLlHhVvCcSsQqTtAa0123456789.-+eE, ", max_size=60))
    def test_any_path_is_read_or_refused(self, d: str) -> None:
        """Never another error, and never a coordinate that is not a number."""
        try:
            drawing = read_svg(svg(f'<path d="{d}"/>'))
        except SvgError:
            return
        for shape in drawing.shapes:
            assert all(math.isfinite(float(value)) for _, *values in shape.segments for value in values)

    @settings(max_examples=300, deadline=None)
    @given(
        st.sampled_from(["transform", "style", "fill", "opacity", "stroke-width", "x", "clip-path"]),
        st.text(max_size=30),
    )
    def test_any_attribute_is_read_or_refused(self, name: str, value: str) -> None:
        safe = re.sub(r"[<&\"\x00-\x1f\ud800-\udfff\ufffe\uffff]", "", value)
        with suppress(SvgError):
            assert isinstance(read_svg(svg(f'<rect width="9" height="9" stroke="red" {name}="{safe}"/>')), Drawing)


class TestLogo:
    def test_it_fills_its_frame_in_proportion(self) -> None:
        data = svg('<rect width="100" height="50" fill="#0F2C4C" stroke="#fff" stroke-width="2"/>')
        (path,) = vector_logo(data, Rect(10, 20, 60, 60), "logo")
        assert isinstance(path, PathBox)
        assert outline(path.segments) == "M10,35 L70,35 L70,65 L10,65 Z"
        assert path.fill == Ink("logo #0f2c4c", (15, 44, 76))
        assert path.stroke == Ink("logo #ffffff", (255, 255, 255))
        assert path.line_width == pytest.approx(1.2)

    def test_its_aspect(self) -> None:
        assert read_svg(svg(SQUARE)).aspect == 2
