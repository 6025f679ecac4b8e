"""The inks that print a colour under an output intent (LittleCMS, through Pillow).

Relative colorimetric with black point compensation. What a brand gives in CMYK never comes here.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from reportgen.colour.inks import Cmyk, Ink
from reportgen.colour.lab import Lab, chroma, difference, lab
from reportgen.colour.profiles import OutputIntent, Profile, ProfileError, srgb_intent

if TYPE_CHECKING:
    from PIL import Image, ImageCms

BLACK: Cmyk = (0.0, 0.0, 0.0, 100.0)
NOTICEABLE = 5.0
"""A difference (CIEDE2000) past which a converted ink is not the colour of the brand."""

READ = ("text", "heading", "caption", "mark label", "mark axis")
"""The roles that are read on the paper: what misregisters there cannot be read."""
_DARK = 30.0
_NEUTRAL = 16.0


class Separator:
    """Converts colours for one output intent. Made by `separator`, which keeps it."""

    def __init__(self, intent: OutputIntent) -> None:
        self.intent = intent
        self._found: dict[tuple[int, int, int], Cmyk] = {}

    def of(self, ink: Ink) -> Cmyk:
        """The CMYK of an ink in per cent: as given, or converted."""
        return ink.cmyk if ink.cmyk is not None else self.converted(ink.srgb)

    def converted(self, srgb: tuple[int, int, int]) -> Cmyk:
        """A colour in whole per cent of ink. A grey is black alone, as light as it is in sRGB."""
        if srgb not in self._found:
            grey = srgb[0] == srgb[1] == srgb[2]
            self._found[srgb] = self.grey(lab(srgb)[0]) if grey else self._mixed(srgb)
        return self._found[srgb]

    def grey(self, lightness: float) -> Cmyk:
        """Black ink alone that is as light as `lightness` (L*, 100 for the paper), as far as black goes."""
        level = min(range(101), key=lambda k: abs(self.greys[k] - lightness))
        return (0.0, 0.0, 0.0, float(level))

    def off(self, ink: Ink) -> float:
        """How far (CIEDE2000) the printed ink is from its sRGB."""
        return difference(lab(ink.srgb), self._proof([self.of(ink)])[0])

    @cached_property
    def greys(self) -> tuple[float, ...]:
        """The lightness of black ink alone from 0 to 100 per cent, paper being 100."""
        return tuple(light for light, _, _ in self._proof([(0.0, 0.0, 0.0, float(k)) for k in range(101)]))

    def picture(self, picture: Image.Image, source: Profile) -> Image.Image:
        """The pixels of an RGB, grey or CMYK picture in CMYK; `source` says what its numbers mean."""
        return converted(picture, source, self.intent.profile, "CMYK")

    def _mixed(self, srgb: tuple[int, int, int]) -> Cmyk:
        from PIL import Image

        done = self.picture(Image.new("RGB", (1, 1), srgb), srgb_intent().profile)
        cyan, magenta, yellow, black = (float(round(value / 2.55)) for value in _pixels(done)[0])
        return cyan, magenta, yellow, black

    def _proof(self, colours: list[Cmyk]) -> list[Lab]:
        """How colours look in print, relative to the paper."""
        from PIL import Image

        strip = Image.new("CMYK", (len(colours), 1))
        strip.putdata([tuple(round(value * 2.55) for value in colour) for colour in colours])
        seen = _applied(_to_lab(self.intent.profile), strip)
        return [(100 * light / 255, float(_signed(a)), float(_signed(b))) for light, a, b in _pixels(seen)]


@lru_cache(maxsize=8)
def separator(intent: OutputIntent) -> Separator:
    """The converter of an output intent, with what it has converted so far."""
    return Separator(intent)


def text_ink(ink: Ink, roles: Collection[str], intent: OutputIntent) -> Ink:
    """An ink as type wants it, given the roles that it fills. CMYK or a spot name that the brand gives stands.

    The dark ink of the role `text` is black alone. What is read on the paper and is nearly grey is black alone too,
    at equal lightness: type in several inks is blurred when they do not register.
    """
    if ink.cmyk is not None or ink.spot is not None:
        return ink
    colour = lab(ink.srgb)
    if "text" in roles and colour[0] <= _DARK:
        return replace(ink, cmyk=BLACK)
    if chroma(colour) <= _NEUTRAL and not set(READ).isdisjoint(roles):
        return replace(ink, cmyk=separator(intent).grey(colour[0]))
    return ink


def text_inks(inks: Mapping[str, Ink], fills: Mapping[str, str], intent: OutputIntent) -> dict[str, Ink]:
    """All inks as type wants them; `fills` has the name of the ink of every role."""
    return {
        name: text_ink(ink, [role for role, filled in fills.items() if filled == name], intent)
        for name, ink in inks.items()
    }


def check_converts(profile: Profile) -> None:
    """Whether LittleCMS can work with a printer profile. Raises `ProfileError`."""
    from PIL import Image

    converted(Image.new("RGB", (1, 1)), srgb_intent().profile, profile, "CMYK")


def converted(picture: Image.Image, source: Profile, target: Profile, mode: str) -> Image.Image:
    """A picture from the numbers of one profile to those of another, in Pillow's `mode`. Raises `ProfileError`."""
    from PIL import ImageCms

    try:
        return _applied(_transform(source, target, picture.mode, mode), picture)
    except (ImageCms.PyCMSError, OSError, ValueError) as error:
        raise ProfileError(f"no colour can be converted with it ({str(error).lower()})") from None


@lru_cache(maxsize=16)
def _transform(source: Profile, target: Profile, have: str, want: str) -> ImageCms.ImageCmsTransform:
    from PIL import ImageCms

    first, second = (ImageCms.ImageCmsProfile(io.BytesIO(profile.data)) for profile in (source, target))
    black_point = ImageCms.Flags.BLACKPOINTCOMPENSATION
    return ImageCms.buildTransform(first, second, have, want, ImageCms.Intent.RELATIVE_COLORIMETRIC, black_point)


@lru_cache(maxsize=8)
def _to_lab(profile: Profile) -> ImageCms.ImageCmsTransform:
    from PIL import ImageCms

    source = ImageCms.ImageCmsProfile(io.BytesIO(profile.data))
    return ImageCms.buildTransform(
        source, ImageCms.createProfile("LAB"), "CMYK", "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC
    )


def _applied(transform: ImageCms.ImageCmsTransform, picture: Image.Image) -> Image.Image:
    from PIL import ImageCms

    done = ImageCms.applyTransform(picture, transform)
    assert done is not None  # it is None only for a change in place
    return done


def _signed(byte: int) -> int:
    """Pillow writes a* and b* in two's complement."""
    return byte - 256 if byte > 127 else byte


def _pixels(picture: Image.Image) -> list[tuple[int, ...]]:
    data, bands = picture.tobytes(), len(picture.getbands())
    return [tuple(data[at : at + bands]) for at in range(0, len(data), bands)]
