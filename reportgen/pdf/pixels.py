"""A picture's pixels in the colours of an edition (LittleCMS, through Pillow)."""

from __future__ import annotations

from functools import lru_cache

from PIL import Image, ImageChops

from reportgen.colour.lab import lab, lightness, luminance
from reportgen.colour.profiles import OutputIntent, Profile, ProfileError, fogra39, read_profile, srgb_intent
from reportgen.colour.separation import converted, separator

_GREY = ("1", "L", "LA", "La", "I", "I;16", "I;16B", "F")
_FITS = {"RGB": "RGB ", "L": "GRAY", "CMYK": "CMYK"}
"""Which space the profile of a picture must have."""


def embedded_profile(picture: Image.Image) -> Profile | None:
    """The profile that a picture brings, if it is one for its colours; a broken one does not count."""
    data = picture.info.get("icc_profile")
    try:
        profile = read_profile(data) if isinstance(data, bytes) else None
    except ProfileError:
        return None
    mode = "CMYK" if picture.mode == "CMYK" else "L" if picture.mode in _GREY else "RGB"
    return profile if profile and profile.space == _FITS[mode] else None


def is_srgb(picture: Image.Image) -> bool:
    """Whether the numbers of a picture mean sRGB: it says so, or it says nothing."""
    profile = embedded_profile(picture)
    return profile is None or "sRGB" in profile.description


def as_screen(picture: Image.Image) -> Image.Image:
    """A picture in sRGB ("RGB"), or grey ("L"). Without a profile CMYK is taken for coated offset."""
    if picture.mode in _GREY:
        return _grey(picture)
    if picture.mode == "CMYK":
        return _to_srgb(picture, embedded_profile(picture) or fogra39().profile) or picture.convert("RGB")
    flat = picture.convert("RGB")
    source = None if is_srgb(picture) else embedded_profile(picture)
    return (_to_srgb(flat, source) if source else None) or flat


def as_press(picture: Image.Image, intent: OutputIntent) -> Image.Image:
    """A picture in the inks of `intent`: "CMYK"; or "L" for a grey one, which prints in black alone.

    CMYK without a profile, or with the one of the intent, is given back as it is.
    """
    if picture.mode == "CMYK":
        source = embedded_profile(picture)
        if source is None or source == intent.profile:
            return picture
        return _separated(picture, source, intent) or picture
    if picture.mode in _GREY:
        return _grey(picture).point(_black_curve(intent))
    flat = picture.convert("RGB")
    source = embedded_profile(picture)
    if source is None and _has_no_colour(flat):
        return flat.getchannel("R").point(_black_curve(intent))
    done = _separated(flat, source, intent) if source else None
    return done or separator(intent).picture(flat, srgb_intent().profile)


def most_ink(pixels: Image.Image) -> float:
    """The highest sum of inks, in per cent, in a picture as `as_press` gives it."""
    import numpy as np

    levels = np.asarray(pixels, dtype=np.uint16)
    highest = 255 - levels.min() if pixels.mode == "L" else levels.sum(axis=2).max()
    return float(highest) / 2.55


def _grey(picture: Image.Image) -> Image.Image:
    """Eight bits of grey as sRGB means them; of sixteen the upper eight."""
    wide, source = picture.mode.startswith("I"), embedded_profile(picture)
    grey = picture.convert("I").point(lambda value: value / 256).convert("L") if wide else picture.convert("L")
    meant = _to_srgb(grey, source) if source else None
    return meant.getchannel("G") if meant else grey


def _has_no_colour(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    return all(ImageChops.difference(red, other).getextrema() == (0, 0) for other in (green, blue))


def _to_srgb(picture: Image.Image, source: Profile) -> Image.Image | None:
    """A picture in sRGB; None when its profile cannot be used."""
    try:
        return converted(picture, source, srgb_intent().profile, "RGB")
    except ProfileError:
        return None


def _separated(picture: Image.Image, source: Profile, intent: OutputIntent) -> Image.Image | None:
    """A picture in the inks of a press; None when its profile cannot be used."""
    try:
        return separator(intent).picture(picture, source)
    except ProfileError:
        return None


@lru_cache(maxsize=8)
def _black_curve(intent: OutputIntent) -> list[int]:
    """For each of 256 greys the DeviceGray that prints as light, the darkest as black as black ink can be."""
    greys = separator(intent).greys
    darkest = luminance(greys[100])
    levels = []
    for value in range(256):
        wanted = darkest + (1 - darkest) * luminance(lab((value, value, value))[0])
        levels.append(round(255 * (1 - _black_for(lightness(wanted), greys) / 100)))
    return levels


def _black_for(light: float, greys: tuple[float, ...]) -> float:
    """Per cent of black ink, between the measured ones, that is as light as `light`."""
    for level in range(100):
        if greys[level] >= light > greys[level + 1]:
            return level + (greys[level] - light) / (greys[level] - greys[level + 1])
    return 0.0 if light >= greys[0] else 100.0
