"""Tells alternative texts that say nothing from those after which a listener knows more than before."""

from __future__ import annotations

import re

_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|tiff?|webp|bmp|pdf|eps)\Z", re.IGNORECASE)
_NO_WORDS = frozenset(
    ("image", "picture", "figure", "photo", "graphic", "chart", "logo", "img", "bild", "alt", "untitled")
)


def says_nothing(alternative: str) -> bool:
    """Whether an alternative text only names the kind of thing, or its file (WCAG 2.2, 1.1.1)."""
    words = alternative.strip()
    return words.lower() in _NO_WORDS or bool(_FILE_NAME.match(words))
