"""sRGB (IEC 61966-2-1) as light: channels made linear and back, and luminance and contrast as WCAG 2.2 defines them."""

from __future__ import annotations

from collections.abc import Sequence


def linear(channel: float) -> float:
    """The light of a channel; both in 0 to 1."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def encoded(light: float) -> float:
    """The channel that has this light; both in 0 to 1."""
    return 12.92 * light if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)


def luminance(srgb: Sequence[float]) -> float:
    """Relative luminance, 0 (black) to 1 (white), of three channels in 0 to 1."""
    red, green, blue = srgb
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(first: float, second: float) -> float:
    """Contrast ratio of two luminances, 1 to 21 (WCAG 2.2, 1.4.3)."""
    darker, lighter = sorted((first, second))
    return (lighter + 0.05) / (darker + 0.05)
