"""The structure tree (ISO 32000-1, 14.7): its elements, written as the objects of a file.

They are written without ReportLab's objects for dictionaries, which would cost ten times as much as all the tagging.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportgen.page import Role
from reportgen.pdf.engine import pdfdoc
from reportgen.pdf.pdf_objects import Dictionary, text_string

_CELLS = (Role.CELL, Role.HEADER_CELL)
"""What stays in the tree with nothing in it: all rows of a table have as many cells (ISO 14289-1, 7.5)."""

PAGE_KEY = 0
"""The page's key in the parent tree; annotations have those after it."""


@dataclass(slots=True, eq=False)
class StructureElement:
    """One element. `kids` are elements, the numbers of marked contents (MCID), and annotations; `attributes` is written
    as it stands. `actual` is read instead of what the element holds.
    """

    role: Role
    parent: StructureElement | None = None
    kids: list[StructureElement | int | Dictionary] = field(default_factory=list)
    language: str = ""
    alt: str = ""
    actual: str = ""
    attributes: str = ""
    number: int = 0

    def add(self, role: Role, attributes: str = "") -> StructureElement:
        """A new element, the last in this one."""
        kid = StructureElement(role, self, attributes=attributes)
        self.kids.append(kid)
        return kid

    def move(self, to: StructureElement) -> None:
        """Make an element that stands nowhere yet the last in `to`."""
        self.parent = to
        to.kids.append(self)

    def gather(self, into: list[StructureElement]) -> bool:
        """Bring this element and all in it into a list in reading order, without what holds nothing and is no cell."""
        place, empty = len(into), []
        into.append(self)
        for kid in self.kids:
            if isinstance(kid, StructureElement) and not kid.gather(into):
                empty.append(kid)
        if empty:
            self.kids = [kid for kid in self.kids if kid not in empty]
        stays = bool(self.kids) or self.role in _CELLS
        if not stays:
            del into[place:]
        return stays


class _Object(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """One object of the tree; its bytes are made when the file is written, because only then the page has a number."""

    __RefOnly__ = 1

    def __init__(self, tree: StructureTree, place: int) -> None:
        self._tree = tree
        self._place = place

    def format(self, document: Any) -> bytes:
        """The bytes of the object."""
        return self._tree.written(document)[self._place]


class StructureTree:
    """The tree of one page: `root` is its Document, `contents` the element of each marked content by its number."""

    def __init__(self, document: Any) -> None:
        self.root: StructureElement | None = None
        self.contents: list[StructureElement] = []
        self._document = document
        self._page = document.thisPageName()
        self._annotations: list[tuple[Dictionary, StructureElement]] = []
        self._elements: list[StructureElement] = []
        self._first = 0
        self._written: list[bytes] = []

    def hold_content(self, element: StructureElement) -> int:
        """The number of a new marked content, which belongs to `element`."""
        number = len(self.contents)
        self.contents.append(element)
        element.kids.append(number)
        return number

    def hold_annotation(self, element: StructureElement, annotation: Dictionary) -> None:
        """An annotation that belongs to `element`."""
        self._annotations.append((annotation, element))
        annotation.entries["StructParent"] = PAGE_KEY + len(self._annotations)
        element.kids.append(annotation)

    def register(self) -> Any:
        """Bring the tree into the document; gives the reference to its root. Nothing is added to it after that."""
        if self.root is not None:
            self.root.gather(self._elements)
        objects = [_Object(self, place) for place in range(len(self._elements) + 1)]
        references = [self._document.Reference(entry) for entry in objects]
        self._first = self._document.objectcounter - len(self._elements)
        for number, element in enumerate(self._elements, self._first + 1):
            element.number = number
        return references[0]

    def written(self, document: Any) -> list[bytes]:
        """The root and all elements, as bytes."""
        if not self._written:
            page = document.idToObjectNumberAndVersion[self._page][0]
            self._written = [self._root(), *(self._element(element, page, document) for element in self._elements)]
        return self._written

    def _root(self) -> bytes:
        contents = b" ".join(b"%d 0 R" % element.number for element in self.contents)
        links = b"".join(
            b" %d %d 0 R" % (key, element.number) for key, (_, element) in enumerate(self._annotations, PAGE_KEY + 1)
        )
        named = [element for element in self._elements if element.role is Role.NOTE]
        names = b" ".join(b"(%s)%d 0 R" % (_identifier(element), element.number) for element in named)
        return b"<</Type/StructTreeRoot%b/ParentTree<</Nums[%d [%b]%b]>>/ParentTreeNextKey %d%b>>" % (
            b"/K %d 0 R" % self._elements[0].number if self._elements else b"",
            PAGE_KEY,
            contents,
            links,
            PAGE_KEY + 1 + len(self._annotations),
            b"/IDTree<</Names[%b]>>" % names if named else b"",
        )

    def _element(self, element: StructureElement, page: int, document: Any) -> bytes:
        """ISO 32000-1, table 323. A note has a name of its own, which PDF/UA asks for (ISO 14289-1, 7.9)."""
        kids = element.kids
        parts = [
            b"<</Type/StructElem/S/%b/P %d 0 R" % (element.role.encode("ascii"), self._above(element)),
            b"" if all(isinstance(kid, StructureElement) for kid in kids) else b"/Pg %d 0 R" % page,
            b"/ID(%b)" % _identifier(element) if element.role is Role.NOTE else b"",
            b"/Lang" + text_string(element.language) if element.language else b"",
            b"/Alt" + text_string(element.alt) if element.alt else b"",
            b"/ActualText" + text_string(element.actual) if element.actual else b"",
            b"/A" + element.attributes.encode("ascii") if element.attributes else b"",
        ]
        if not kids:
            return b"%b>>" % b"".join(parts)
        held = [_kid(kid, document) for kid in kids]
        shown = held[0] if len(held) == 1 and held[0][:1] != b"<" else b"[%b]" % b" ".join(held)
        return b"%b/K%b%b>>" % (b"".join(parts), b"" if shown[:1] == b"[" else b" ", shown)

    def _above(self, element: StructureElement) -> int:
        return element.parent.number if element.parent is not None else self._first


def _kid(kid: StructureElement | int | Dictionary, document: Any) -> bytes:
    if isinstance(kid, int):
        return b"%d" % kid
    if isinstance(kid, StructureElement):
        return b"%d 0 R" % kid.number
    return b"<</Type/OBJR/Obj %b>>" % document.Reference(kid).format(document)


def _identifier(note: StructureElement) -> bytes:
    """Names sort as they are written, as a name tree must be (ISO 32000-1, 7.9.6)."""
    return b"note-%08d" % note.number
