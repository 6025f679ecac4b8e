"""What stands under a figure: its caption, and the note on how its values are counted."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.content.report import Statistic
from reportgen.geometry import fixed
from reportgen.layout.parts import Part, space
from reportgen.layout.typesetter import PageTypesetter
from reportgen.page import Role
from reportgen.text.spans import Rich, Span


def caption_parts(
    typesetter: PageTypesetter,
    found: Statistic,
    caption: Rich,
    width: float,
    role: Role = Role.CAPTION,
    continues: bool = False,
) -> list[Part]:
    """Caption and note, each a paragraph of its own under a small space; what a figure lacks is left out.

    `continues` says that notes of the figure's own stand over them: the next line is set as one more of these.
    """
    brand, style = typesetter.brand, typesetter.brand.styles.caption
    apart = brand.spaces.close.normal
    above = max(0.0, style.leading - style.cap_height - style.depth) if continues else apart
    parts: list[Part] = []
    for key, rich in _paragraphs(found, caption):
        text = typesetter.text(
            rich, style, width, brand.roles.caption, f"{found.path}.{key}",
            role=role, language=found.language, link=brand.roles.link,
        )  # fmt: skip
        parts += [space(fixed(above)), text, space(fixed(style.depth))]
        above = apart
    return parts


def _paragraphs(found: Statistic, caption: Rich) -> Iterator[tuple[str, Rich]]:
    if caption:
        yield "caption", caption
    if found.note and found.figure:
        yield "note", (Span(found.note),)
