"""Characters that steer how a text is set and leave no mark: which they are, and a text without them."""

from __future__ import annotations

SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACE = "\u200b"
JOINERS = (0x200C, 0x200D)

RANGES = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xE0000, 0xE0FFF),
)
"""Unicode's Default_Ignorable_Code_Point, as far as it meets running text."""

INVISIBLE = tuple(code for first, last in RANGES for code in range(first, last + 1))

UNSEEN = "".join(f"{chr(first)}-{chr(last)}" for first, last in RANGES)
"""The same as the inside of a pattern's character class."""

_ALL = dict.fromkeys(INVISIBLE)
_FOR_BREAKS = {code: None for code in INVISIBLE if code not in JOINERS}


def visible(text: str) -> str:
    """`text` without the characters that leave no mark."""
    return text if text.isascii() else text.translate(_ALL)


def for_shaping(text: str) -> str:
    """`text` without those that only steer line breaks; a joiner or non-joiner also forms or parts ligatures."""
    return text if text.isascii() else text.translate(_FOR_BREAKS)
