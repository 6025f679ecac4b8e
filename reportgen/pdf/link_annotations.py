"""Links: a rectangle, an address and words in; the annotation of a live area out."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.pdf.pdf_objects import Dictionary, text_string

LINK_FLAGS = 4
"""Print (ISO 32000-1, 12.5.3): PDF/A asks for it on every annotation."""


def link_annotation(box: Sequence[float], url: bytes, text: str) -> Dictionary:
    """A link annotation (12.5.6.5) without a frame; `box` is left, bottom, right, top in pt, `text` what is heard."""
    action = {"S": "URI", "URI": b"(" + url + b")"}
    return Dictionary(
        {
            "Type": "Annot",
            "Subtype": "Link",
            "Rect": list(box),
            "Border": [0, 0, 0],
            "F": LINK_FLAGS,
            "Contents": text_string(text),
            "A": action,
        }
    )
