"""What stands under a figure: its caption and the note on how its values are counted in; their parts out."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.content.report import Statistic
from reportgen.flex import fixed
from reportgen.layout.parts import Part, space
from reportgen.layout.setter import Setter
from reportgen.page import Role
from reportgen.text.spans import Rich, Span


def caption_parts(
    setter: Setter, found: Statistic, caption: Rich, width: float, role: Role = Role.CAPTION
) -> list[Part]:
    """Caption and note, each a paragraph of its own under a small space; what a figure lacks is left out."""
    brand = setter.brand
    parts: list[Part] = []
    for key, rich in _paragraphs(found, caption):
        text = setter.text(
            rich, brand.styles.caption, width, brand.roles.caption, f"{found.path}.{key}",
            role=role, language=found.language, link=brand.roles.link,
        )  # fmt: skip
        parts += [space(fixed(brand.spaces.close.normal)), text, space(fixed(brand.styles.caption.depth))]
    return parts


def _paragraphs(found: Statistic, caption: Rich) -> Iterator[tuple[str, Rich]]:
    if caption:
        yield "caption", caption
    if found.note and found.figure:
        yield "note", (Span(found.note),)
