"""What an element looks like, by presentation attributes, class rules and `style` (SVG 2, chapter 6; CSS 2.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportgen.svg.element_tree import SvgElement
from reportgen.svg.features import Feature

INITIAL_VALUES: Mapping[str, str] = {
    "fill": "black",
    "fill-rule": "nonzero",
    "fill-opacity": "1",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-opacity": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-dasharray": "none",
    "color": "black",
    "visibility": "visible",
    "paint-order": "normal",
    "marker-start": "none",
    "marker-mid": "none",
    "marker-end": "none",
    "vector-effect": "none",
}
"""Inherited properties that are read, with the values they begin with."""
OWN = ("opacity", "display", "filter", "mask", "clip-path", "mix-blend-mode")
"""Properties that count for one element or group as a whole."""
PLACED_BY_STYLE = (
    *("transform", "transform-origin", "translate", "rotate", "scale", "d", "x", "y", "cx", "cy", "r", "rx", "ry"),
    *("width", "height", "animation", "animation-name", "offset-path"),
)
"""Geometry that a style rule may set in SVG 2, and that is not read from there."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(\*|[A-Za-z][\w-]*)?((?:[.#][A-Za-z_][\w-]*)*)\Z")


@dataclass(frozen=True, slots=True)
class CssRule:
    """A simple selector and what it sets."""

    tag: str
    id: str
    classes: frozenset[str]
    properties: Mapping[str, str]

    @property
    def weight(self) -> tuple[bool, int, bool]:
        """Specificity: an id before classes before a name."""
        return bool(self.id), len(self.classes), bool(self.tag)

    def fits(self, node: SvgElement) -> bool:
        """Whether the rule is for `node`."""
        return (
            self.tag in ("", node.tag)
            and self.id in ("", node.attributes.get("id"))
            and self.classes <= set(node.attributes.get("class", "").split())
        )


def read_rules(texts: Iterable[str], found: list[Feature]) -> tuple[CssRule, ...]:
    """The rules of `<style>` elements, the weakest first. What is no simple rule is added to `found`."""
    rules: list[CssRule] = []
    for text in texts:
        plain = _COMMENT.sub("", text).replace("<!--", "").replace("-->", "")
        if _RULE.sub("", plain).strip():
            found.append(Feature.RULES)
        for selectors, body in _RULE.findall(plain):
            for selector in selectors.split(","):
                rule = _rule(selector.strip(), properties_of(body))
                if rule:
                    rules.append(rule)
                else:
                    found.append(Feature.RULES)
    return tuple(sorted(rules, key=lambda rule: rule.weight))


def properties_of(body: str) -> dict[str, str]:
    """`fill: red; stroke: none` as names and values."""
    pairs = (part.partition(":") for part in _COMMENT.sub("", body).split(";"))
    return {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}


def own_properties(node: SvgElement, rules: Iterable[CssRule], found: list[Feature]) -> dict[str, str]:
    """What an element itself says: attributes, then rules, then its `style`, the later before the earlier."""
    attributes = {name: node.attributes[name].strip() for name in (*INITIAL_VALUES, *OWN) if name in node.attributes}
    styled: dict[str, str] = {}
    for rule in rules:
        if rule.fits(node):
            styled |= rule.properties
    styled |= properties_of(node.attributes.get("style", ""))
    marker = styled.get("marker", "none")
    placed = node.tag != "svg" and any(name in styled for name in PLACED_BY_STYLE)
    if placed or any("!important" in value for value in styled.values()):
        found.append(Feature.RULES)
    if marker != "none":
        found.append(Feature.MARKERS)
    return {name: value for name, value in (attributes | styled).items() if value != "inherit"}


def inherited(parent: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """The inherited properties of an element."""
    return {name: own.get(name, parent[name]) for name in INITIAL_VALUES}


def _rule(selector: str, properties: dict[str, str]) -> CssRule | None:
    match = _SELECTOR.match(selector)
    if not match or not selector:
        return None
    marks = re.findall(r"([.#])([\w-]+)", match[2])
    ids = [name for mark, name in marks if mark == "#"]
    if len(ids) > 1:
        return None
    tag = "" if match[1] in (None, "*") else match[1]
    return CssRule(tag, ids[0] if ids else "", frozenset(name for mark, name in marks if mark == "."), properties)
