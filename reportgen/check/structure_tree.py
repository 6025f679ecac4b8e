"""The structure tree of a file (ISO 32000-1, 14.7): elements with their roles, marked content and links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reportgen.check import cos
from reportgen.geometry import Bbox

_DEEPEST = 120
_MOST = 200_000

GROUPING = frozenset(
    (
        "StructTreeRoot", "Document", "Part", "Art", "Sect", "Div", "NonStruct", "Private", "Index", "TOC",
        "BlockQuote", "L", "Table", "TR", "THead", "TBody", "TFoot",
    )
)  # fmt: skip
"""Elements that hold blocks, not words."""
INLINE = frozenset(
    (
        "Span", "Quote", "Link", "Reference", "Code", "Em", "Strong", "Sub", "Annot", "BibEntry", "Formula", "Lbl",
        "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP",
    )
)  # fmt: skip
"""Elements that are parts of a line of text (a label among them where it is in one)."""


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """Marked content that an element holds. `page` counts from 1 (0: it is not said, or not in the file)."""

    page: int
    stream: int
    mcid: int


@dataclass(frozen=True, slots=True)
class ObjectReference:
    """An object that an element holds: an annotation, most often a link's."""

    page: int
    value: Any


@dataclass(eq=False, slots=True)
class TreeElement:
    """A structure element. `role` is the standard one, `own` what the file calls it."""

    role: str
    own: str
    parent: TreeElement | None
    lang: str | None = None
    alt: str | None = None
    actual: str | None = None
    page: int = 0
    attributes: dict[str, Any] = field(default_factory=dict)
    kids: list[TreeElement | MarkedContent | ObjectReference] = field(default_factory=list)

    @property
    def elements(self) -> list[TreeElement]:
        """The child elements."""
        return [kid for kid in self.kids if isinstance(kid, TreeElement)]

    def walk(self) -> Iterator[TreeElement]:
        """It and all below it, in reading order."""
        stack = [self]
        while stack:
            found = stack.pop()
            yield found
            stack.extend(reversed(found.elements))

    def contents(self) -> Iterator[MarkedContent | ObjectReference]:
        """Everything below it that is no element, in reading order."""
        stack: list[TreeElement | MarkedContent | ObjectReference] = [self]
        while stack:
            found = stack.pop()
            if isinstance(found, TreeElement):
                stack.extend(reversed(found.kids))
            else:
                yield found

    def above(self) -> Iterator[TreeElement]:
        """Its ancestors, nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    @property
    def box(self) -> Bbox | None:
        """The BBox attribute, in points on the page."""
        return cos.box(self.attributes.get("BBox"))


@dataclass(slots=True)
class TagTree:
    """The tree. `there` is False for a file without one."""

    root: TreeElement
    there: bool = False
    faults: list[str] = field(default_factory=list)

    def all(self) -> list[TreeElement]:
        """Every element, in reading order, without the root."""
        return list(self.root.walk())[1:]


def read_tree(root: Any, pages: list[Any]) -> TagTree:
    """The structure tree of a catalogue; an empty one where there is none, and what can be read of a broken one."""
    top = cos.get(root, "StructTreeRoot")
    tree = TagTree(TreeElement("StructTreeRoot", "StructTreeRoot", None), cos.is_dictionary(top))
    numbers = {cos.identity(page): number for number, page in enumerate(pages, 1)}
    roles = {key: cos.name(value) for key, value in cos.entries(cos.get(top, "RoleMap"))}
    _TreeReader(tree, numbers, roles, dict(cos.entries(cos.get(top, "ClassMap")))).read(top)
    return tree


class _TreeReader:
    def __init__(
        self, tree: TagTree, numbers: dict[tuple[int, int], int], roles: dict[str, str], classes: dict[str, Any]
    ):
        self.tree = tree
        self.numbers = numbers
        self.roles = roles
        self.classes = classes
        self.seen: set[tuple[int, int]] = set()
        self.left = _MOST

    def read(self, top: Any) -> None:
        stack: list[tuple[Any, TreeElement, int]] = [(top, self.tree.root, 0)]
        while stack:
            value, element, depth = stack.pop()
            for kid in cos.listed(cos.get(value, "K")):
                self.left -= 1
                if self.left < 0 or depth > _DEEPEST:
                    self._fault("the structure tree is nested or large past all measure")
                    break
                made = self._kid(kid, element)
                if made is not None:
                    element.kids.append(made)
                if isinstance(made, TreeElement):
                    stack.append((kid, made, depth + 1))

    def _fault(self, message: str) -> None:
        if message not in self.tree.faults:
            self.tree.faults.append(message)

    def _kid(self, kid: Any, parent: TreeElement) -> TreeElement | MarkedContent | ObjectReference | None:
        mcid = cos.integer(kid)
        if mcid is not None:
            return MarkedContent(parent.page, 0, mcid)
        if not cos.is_dictionary(kid):
            self._fault("an element holds something that is neither an element nor content")
            return None
        page = self.numbers.get(cos.identity(cos.get(kid, "Pg")), parent.page)
        match cos.name(cos.get(kid, "Type")):
            case "MCR":
                inner = cos.integer(cos.get(kid, "MCID"))
                stream = cos.identity(cos.get(kid, "Stm"))[0]
                return None if inner is None else MarkedContent(page, stream, inner)
            case "OBJR":
                return ObjectReference(page, cos.get(kid, "Obj"))
            case _:
                return self._element(kid, parent, page)

    def _element(self, kid: Any, parent: TreeElement, page: int) -> TreeElement | None:
        key = cos.identity(kid)
        if key in self.seen and key != (0, 0):
            self._fault("an element stands in the structure tree twice, or within itself")
            return None
        self.seen.add(key)
        own = cos.name(cos.get(kid, "S"))
        return TreeElement(
            self._role(own),
            own,
            parent,
            cos.text(cos.get(kid, "Lang")),
            cos.text(cos.get(kid, "Alt")),
            cos.text(cos.get(kid, "ActualText")),
            page,
            self._attributes(kid),
        )

    def _role(self, own: str) -> str:
        role = own
        for _ in range(20):
            if role not in self.roles:
                break
            role = self.roles[role]
        return role

    def _attributes(self, kid: Any) -> dict[str, Any]:
        """Attributes of all owners together, those of the element before those of its classes."""
        found: dict[str, Any] = {}
        for called in cos.listed(cos.get(kid, "C")):
            for each in cos.listed(self.classes.get(cos.name(called))):
                found.update(cos.entries(each))
        for each in cos.listed(cos.get(kid, "A")):
            found.update(cos.entries(each))
        return found
