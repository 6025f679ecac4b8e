"""Heads: a block's rule and title as parts; neighbours begin level under theirs."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.flex import Flex, fixed
from reportgen.inks import Ink
from reportgen.layout.parts import Part, at_top, rule, space
from reportgen.layout.setter import Setter
from reportgen.page import Role
from reportgen.text.spans import Rich


def headed(
    setter: Setter,
    title: Rich,
    width: float,
    source: str,
    body: Sequence[Part],
    language: str,
    under: Flex | None = None,
) -> list[Part]:
    """A rule over the title of a block, and under it the body; the title is as high as the setter's `head` asks.

    The space over the title does not give: neighbours would give by different amounts, and their titles not be level.
    """
    brand = setter.brand
    parts = [rule(brand.roles.rule, brand.measures.rule), space(fixed(brand.spaces.heading.normal))]
    if title:
        text = head(setter, title, width, source, language)
        setter.heads.append(text.height.normal)
        parts += [at_top(text, setter.head), setter.gap(under or brand.spaces.section)]
    return [*parts, *body]


def head(setter: Setter, title: Rich, width: float, source: str, language: str, ink: Ink | None = None) -> Part:
    """A title of the second level."""
    style, roles = setter.brand.styles.heading, setter.brand.roles
    return setter.text(title, style, width, ink or roles.heading, source, role=Role.HEADING_2, language=language)
