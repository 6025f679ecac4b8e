"""Checks that what is read stands out from its ground: each pair of roles that is too faint is a problem."""

from __future__ import annotations

from math import floor

from reportgen.brand.model import Roles, key_of
from reportgen.brand.value_reader import BrandReader, named
from reportgen.colour.inks import Ink, contrast
from reportgen.reading.located_tree import MappingNode

READ_ON = (
    ("text", "paper"),
    ("heading", "paper"),
    ("caption", "paper"),
    ("header_title", "header_ground"),
    ("header_text", "header_ground"),
    ("header_kicker", "header_ground"),
    ("text", "case_ground"),
    ("case_kicker", "case_ground"),
    ("foot_text", "foot_ground"),
    ("foot_link", "foot_ground"),
    ("foot_note", "foot_ground"),
    ("place_number", "place_land"),
    ("place_label", "place_land"),
    ("mark_label", "mark_quiet"),
    ("code_mark", "code_ground"),
    ("mark_label", "paper"),
    ("mark_emphasised_label", "paper"),
    ("caption", "case_ground"),
    ("link", "paper"),
    ("link", "case_ground"),
    ("heading", "case_ground"),
    ("guide", "paper"),
)
"""Which role is read on which ground: each pair needs a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3)."""
SEEN_ON = (
    ("place_number_emphasised", "place_land"),
    ("number", "paper"),
    ("amount", "paper"),
    ("mark", "paper"),
    ("mark_emphasised", "paper"),
    ("series_1", "paper"),
    ("series_2", "paper"),
    ("series_3", "paper"),
    ("series_4", "paper"),
    ("icon", "paper"),
)
"""Large type and marks: these need 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11)."""
LEAST_READ, LEAST_SEEN = 4.5, 3.0
"""The least contrast of type, and of large type and marks that matter (WCAG 2.2, 1.4.3 and 1.4.11)."""
_CONTRASTS = ((READ_ON, LEAST_READ, "text"), (SEEN_ON, LEAST_SEEN, "large type or a mark"))


def readable(ink: Ink, ground: Ink) -> bool:
    """Whether text in an ink can be read on a ground."""
    return contrast(ink, ground) >= LEAST_READ


def check_contrast(roles: Roles, block: MappingNode, reader: BrandReader) -> None:
    """Report every role that is too faint on its ground, where the brand file's `block` names its ink."""
    for pairs, least, what in _CONTRASTS:
        for role, ground in pairs:
            ratio = contrast(getattr(roles, role), getattr(roles, ground))
            entry = named(block, key_of(role))
            if ratio < least and entry:
                message = f"`{key_of(role)}` on `{key_of(ground)}` has a contrast of {floor(ratio * 10) / 10} to 1"
                hint = f"{what} needs {least:g} to 1; choose a darker or lighter ink"
                reader.problem("contrast", message, entry.value.place, hint)
