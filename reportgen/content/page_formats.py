"""The formats of a page by name: what a report asks for in; the name as the brand stage has it out."""

from __future__ import annotations

_PAPER = ("A3", "A4", "A5", "Letter")
NAMES = (*(f"{size}{transform}" for size in _PAPER for transform in ("", " landscape")), "slide")
"""Every format. Paper stands upright unless it says otherwise; a slide lies, and is 16:9."""


def format_named(written: str) -> str:
    """The name in its usual spelling: `a4 Landscape` gives `A4 landscape`, and `A4 portrait` `A4`; "" for none."""
    wanted = " ".join(written.replace(",", " ").split()).casefold()
    usual = " landscape" if wanted.startswith("slide") else " portrait"
    return next((name for name in NAMES if name.casefold() == wanted.removesuffix(usual)), "")
