"""Heads: a block's rule and title as parts; neighbours begin level under theirs."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.colour.inks import Ink
from reportgen.geometry import Flex, fixed
from reportgen.layout.parts import Part, at_top, rule, space
from reportgen.layout.typesetter import PageTypesetter
from reportgen.page import Role
from reportgen.text.spans import Rich


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


def head(
    typesetter: PageTypesetter, title: Rich, width: float, source: str, language: str, ink: Ink | None = None
) -> Part:
    """A title of the second level."""
    style, roles = typesetter.brand.styles.heading, typesetter.brand.roles
    return typesetter.text(title, style, width, ink or roles.heading, source, role=Role.HEADING_2, language=language)
