"""The structure tree (ISO 32000-1, 14.7): a catalogue goes in; elements with roles, texts' marks and links come out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reportgen.check import object_access
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
class Content:
    """Marked content that an element holds. `page` counts from 1 (0: it is not said, or not in the file)."""

    page: int
    stream: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Reference:
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
    kids: list[TreeElement | Content | Reference] = field(default_factory=list)

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

    def contents(self) -> Iterator[Content | Reference]:
        """Everything below it that is no element, in reading order."""
        stack: list[TreeElement | Content | Reference] = [self]
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
        return object_access.box(self.attributes.get("BBox"))


@dataclass(slots=True)
class Tree:
    """The tree. `there` is False for a file without one."""

    root: TreeElement
    there: bool = False
    faults: list[str] = field(default_factory=list)

    def all(self) -> list[TreeElement]:
        """Every element, in reading order, without the root."""
        return list(self.root.walk())[1:]

    def owner(self) -> dict[tuple[int, int, int], TreeElement]:
        """Which element holds a page's marked content: by page, stream and MCID."""
        found: dict[tuple[int, int, int], TreeElement] = {}
        for element in self.root.walk():
            for kid in element.kids:
                if isinstance(kid, Content):
                    found.setdefault((kid.page, kid.stream, kid.mcid), element)
        return found


def read_tree(root: Any, pages: list[Any]) -> Tree:
    """The structure tree of a catalogue; an empty one where there is none, and what can be read of a broken one."""
    top = object_access.get(root, "StructTreeRoot")
    tree = Tree(TreeElement("StructTreeRoot", "StructTreeRoot", None), object_access.is_dictionary(top))
    numbers = {object_access.identity(page): number for number, page in enumerate(pages, 1)}
    roles = {key: object_access.name(value) for key, value in object_access.entries(object_access.get(top, "RoleMap"))}
    _TreeReader(tree, numbers, roles, dict(object_access.entries(object_access.get(top, "ClassMap")))).read(top)
    return tree


class _TreeReader:
    def __init__(self, tree: Tree, numbers: dict[tuple[int, int], int], roles: dict[str, str], classes: dict[str, Any]):
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
            for kid in object_access.listed(object_access.get(value, "K")):
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

    def _kid(self, kid: Any, parent: TreeElement) -> TreeElement | Content | Reference | None:
        mcid = object_access.integer(kid)
        if mcid is not None:
            return Content(parent.page, 0, mcid)
        if not object_access.is_dictionary(kid):
            self._fault("an element holds something that is neither an element nor content")
            return None
        page = self.numbers.get(object_access.identity(object_access.get(kid, "Pg")), parent.page)
        match object_access.name(object_access.get(kid, "Type")):
            case "MCR":
                inner = object_access.integer(object_access.get(kid, "MCID"))
                stream = object_access.identity(object_access.get(kid, "Stm"))[0]
                return None if inner is None else Content(page, stream, inner)
            case "OBJR":
                return Reference(page, object_access.get(kid, "Obj"))
            case _:
                return self._element(kid, parent, page)

    def _element(self, kid: Any, parent: TreeElement, page: int) -> TreeElement | None:
        key = object_access.identity(kid)
        if key in self.seen and key != (0, 0):
            self._fault("an element stands in the structure tree twice, or within itself")
            return None
        self.seen.add(key)
        own = object_access.name(object_access.get(kid, "S"))
        return TreeElement(
            self._role(own),
            own,
            parent,
            object_access.text(object_access.get(kid, "Lang")),
            object_access.text(object_access.get(kid, "Alt")),
            object_access.text(object_access.get(kid, "ActualText")),
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
        for called in object_access.listed(object_access.get(kid, "C")):
            for each in object_access.listed(self.classes.get(object_access.name(called))):
                found.update(object_access.entries(each))
        for each in object_access.listed(object_access.get(kid, "A")):
            found.update(object_access.entries(each))
        return found
