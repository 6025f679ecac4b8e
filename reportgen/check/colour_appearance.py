"""What colours of any space look like: in sRGB, as luminance and as contrast (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Sequence

from reportgen.check.colour_spaces import ColourSpace
from reportgen.colour import srgb

Rgb = tuple[float, float, float]
"""sRGB, 0 to 1."""
FromCmyk = Callable[[tuple[float, ...]], Rgb]

WHITE: Rgb = (1.0, 1.0, 1.0)


def to_rgb(space: ColourSpace, value: Sequence[float], from_cmyk: FromCmyk) -> Rgb | None:
    """A colour as sRGB; None if the space or the value is broken."""
    space, value = space.spread(value)
    if space.family in ("Separation", "DeviceN"):
        if space.under is None or space.tint is None or len(value) < space.components:
            return None
        return to_rgb(space.under, space.tint(value), from_cmyk)
    like = space.under if space.family == "ICCBased" and space.under else space
    if len(value) < like.components or not value:
        return None
    inside = tuple(min(1.0, max(0.0, v)) for v in value)
    match like.family:
        case "DeviceGray" | "CalGray":
            return inside[0], inside[0], inside[0]
        case "DeviceRGB" | "CalRGB":
            return inside[0], inside[1], inside[2]
        case "DeviceCMYK":
            return from_cmyk(tuple(round(v, 3) for v in inside[:4]))
        case "Lab":
            return _from_lab(value[0], value[1], value[2])
        case _:
            return None


def cmyk_by_formula(value: tuple[float, ...]) -> Rgb:
    """CMYK as sRGB without a profile: what is left of the light, with inks less pure than the formula's."""
    c, m, y, k = value
    return (1 - c) * (1 - 0.9 * k), (1 - 0.8 * m) * (1 - 0.5 * c) * (1 - 0.9 * k), (1 - y) * (1 - m / 2) * (1 - 0.9 * k)


@functools.lru_cache(maxsize=4)
def cmyk_by_profile(profile: bytes) -> FromCmyk:
    """CMYK as sRGB through an output profile, as a proof would show it; with a broken one, by formula."""
    try:
        from PIL import Image, ImageCms

        source = ImageCms.getOpenProfile(io.BytesIO(profile))
        screen = ImageCms.createProfile("sRGB")
        intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
        transform = ImageCms.buildTransform(source, screen, "CMYK", "RGB", intent, flags)
    except Exception:  # whatever LittleCMS has against it
        return cmyk_by_formula

    @functools.lru_cache(maxsize=4096)
    def convert(value: tuple[float, ...]) -> Rgb:
        pixel = Image.new("CMYK", (1, 1), tuple(round(255 * v) for v in value))
        found = ImageCms.applyTransform(pixel, transform)
        red, green, blue = found.getpixel((0, 0)) if found is not None else (0, 0, 0)  # type: ignore[misc]  # RGB: three
        return red / 255, green / 255, blue / 255

    return convert


def _from_lab(light: float, a: float, b: float) -> Rgb:
    y = (light + 16) / 116
    x, z = y + a / 500, y - b / 200
    big = [v**3 if v > 6 / 29 else (v - 4 / 29) * 108 / 841 for v in (x, y, z)]
    red, green, blue = big[0] * 0.9642, big[1], big[2] * 0.8249
    linear = (
        3.1339 * red - 1.6169 * green - 0.4906 * blue,
        -0.9788 * red + 1.9161 * green + 0.0335 * blue,
        0.0719 * red - 0.2290 * green + 1.4052 * blue,
    )
    r, g, bl = (srgb.encoded(min(1.0, max(0.0, v))) for v in linear)
    return r, g, bl


def contrast(one: Rgb, other: Rgb) -> float:
    """The ratio of two colours, 1 to 21."""
    return srgb.contrast(srgb.luminance(one), srgb.luminance(other))


def blend(over: Rgb, under: Rgb, alpha: float, mode: str = "Normal") -> Rgb:
    """One colour laid on another; of the blend modes only Multiply is more than Normal here."""
    if mode == "Multiply":
        over = (over[0] * under[0], over[1] * under[1], over[2] * under[2])
    share = min(1.0, max(0.0, alpha))
    r, g, b = (share * o + (1 - share) * u for o, u in zip(over, under, strict=True))
    return r, g, b
