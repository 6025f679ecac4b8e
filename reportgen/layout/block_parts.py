"""What several blocks have: a rule and a title over their body, paragraphs, caption and note under a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.colour.inks import Ink
from reportgen.content.report import CaseStudy, Quote, Statistic, TextSection
from reportgen.geometry import Flex, fixed
from reportgen.layout.parts import Part, at_top, rule, space
from reportgen.layout.typesetter import PageTypesetter
from reportgen.page import Role
from reportgen.text.spans import Rich, Span, noted
from reportgen.text.type_style import TypeStyle


def headed(
    typesetter: PageTypesetter,
    title: Rich,
    width: float,
    source: str,
    body: Sequence[Part],
    language: str,
    under: Flex | None = None,
) -> list[Part]:
    """A rule over the title of a block, and under it the body; the title is as high as the typesetter's `head` asks.

    The space over the title does not give: neighbours would give by different amounts, and their titles not be level.
    """
    brand = typesetter.brand
    parts = [rule(brand.roles.rule, brand.measures.rule), space(fixed(brand.spaces.heading.normal))]
    if title:
        text = head(typesetter, title, width, source, language)
        typesetter.heads.append(text.height.normal)
        parts += [at_top(text, typesetter.head), typesetter.gap(under or brand.spaces.section)]
    return [*parts, *body]


def head(typesetter: PageTypesetter, title: Rich, width: float, source: str, language: str) -> Part:
    """A title of the second level."""
    style, ink = typesetter.brand.styles.heading, typesetter.brand.roles.heading
    return typesetter.text(title, style, width, ink, source, role=Role.HEADING_2, language=language)


def prose(
    typesetter: PageTypesetter,
    found: CaseStudy | Quote | TextSection,
    width: float,
    style: TypeStyle | None = None,
    ink: Ink | None = None,
    hanging: tuple[float, ...] = (),
) -> list[Part]:
    """The paragraphs of a block, as a rule in the style and ink of text; the last has the mark of its source.

    Each begins as many pt left of its other lines as `hanging` says of it.
    """
    styles, roles = typesetter.brand.styles, typesetter.brand.roles
    texts = (*found.text[:-1], noted(found.text[-1], found.source)) if found.text else ()
    return typesetter.paragraphs(
        texts, (style or styles.text,), width, f"{found.path}.text",
        ink=ink or roles.text, link=roles.link, language=found.language, hanging=hanging,
    )  # fmt: skip


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
