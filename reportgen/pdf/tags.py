"""The tags of a page, written while it is drawn: marked content on the canvas, and the structure tree.

Everything that is drawn stands either in the marked content of one element or in an artifact, never in both
(ISO 14289-1, 7.1). Marked content is begun when the first mark of an element is drawn and ends with its group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.page import Group, Page, Role
from reportgen.pdf.bounds import bounds
from reportgen.pdf.canvas import InkCanvas
from reportgen.pdf.data_tables import LIST_ATTRIBUTES, FigureValues
from reportgen.pdf.draw import Watcher
from reportgen.pdf.pdf_objects import Dictionary, number
from reportgen.pdf.structure import PAGE_KEY, StructureElement, StructureTree

if TYPE_CHECKING:
    from reportgen.page import Cell
    from reportgen.pdf.metadata import Catalog

ARTIFACT = "<</Type/Layout>>"
"""Decoration of the page's design, such as grounds and rules (ISO 32000-1, table 330)."""


class Tagger(Watcher):
    """Writes the tags of `page` while it is drawn on `canvas`; `finish` brings the tree into the file."""

    def __init__(self, page: Page, canvas: InkCanvas) -> None:
        self._page = page
        self._canvas = canvas
        self._tree = StructureTree(canvas.document)
        self._around: list[tuple[StructureElement | None, FigureValues | None, str]] = []
        self._element: StructureElement | None = None
        self._values: FigureValues | None = None
        self._language = page.language
        self._artifacts = 0
        self._open: StructureElement | None = None
        self._is_open = False

    def begin_group(self, group: Group) -> None:
        """What is drawn from here on belongs to `group`."""
        if self._artifacts or group.role is Role.ARTIFACT:
            self._artifacts += 1
            return
        self._around.append((self._element, self._values, self._language))
        if group.role is Role.SPAN and not group.alt and group.language in ("", self._language):
            return
        self._element = self._new(group)
        self._values = FigureValues(group, self._element) if group.table else None

    def end_group(self, group: Group) -> None:
        """All of `group` is drawn."""
        if self._artifacts:
            self._artifacts -= 1
            if not self._artifacts:
                self.pause()
            return
        before = self._element
        if self._values is not None and self._values is not self._around[-1][1]:
            self.pause()
            self._say(self._values)
        self._element, self._values, self._language = self._around.pop()
        if before is not self._element:
            self.pause()

    def content(self, cell: Cell | None = None) -> None:
        """Marks follow: of the group that is being drawn, or of a cell of its values."""
        element = None if self._artifacts else self._holder(cell)
        if self._is_open and element is self._open:
            return
        self.pause()
        if element is None:
            self._canvas.begin("Artifact", ARTIFACT)
        else:
            self._begin(element)
        self._open, self._is_open = element, True

    def pause(self) -> None:
        """End the marked content that is open: no marked content reaches into a `q` or out of it."""
        if self._is_open:
            self._canvas.end()
            self._is_open = False

    def link(self, annotation: Dictionary) -> None:
        """A live area belongs to the link that is being drawn (ISO 14289-1, 7.18.5)."""
        element = self._element
        if element is not None:
            link = element if element.role is Role.LINK else element.add(Role.LINK)
            self._tree.hold_annotation(link, annotation)

    def finish(self, catalog: Catalog) -> None:
        """Bring the tree into the file. The page is drawn."""
        self.pause()
        entries = self._canvas.objects.entries
        entries["StructParents"], entries["Tabs"] = PAGE_KEY, "S"
        catalog.entries["MarkInfo"] = {"Marked": True}
        catalog.entries["StructTreeRoot"] = self._tree.register()

    def _new(self, group: Group) -> StructureElement:
        """The element of a group; its language is named where it is another than around it."""
        if self._element is None:
            element = self._tree.root = StructureElement(group.role)
        else:
            element = self._element.add(group.role)
        element.alt = group.alt
        if group.language and group.language != self._language:
            element.language = self._language = group.language
        element.attributes = self._attributes(group)
        return element

    def _attributes(self, group: Group) -> str:
        if group.role is Role.LIST:
            return LIST_ATTRIBUTES
        box = bounds((group,)) if group.role is Role.FIGURE else None
        if box is None:
            return ""
        (x, y), height = self._canvas.origin, self._page.height
        corners = " ".join(map(number, (x + box.x, y + height - box.bottom, x + box.right, y + height - box.y)))
        return f"<</O/Layout/Placement/Block/BBox[{corners}]>>"

    def _holder(self, cell: Cell | None) -> StructureElement | None:
        if cell is not None and self._values is not None:
            return self._values.cell(cell)
        return self._element

    def _begin(self, element: StructureElement) -> None:
        self._canvas.begin(element.role, f"<</MCID {self._tree.hold_content(element)}>>")

    def _say(self, values: FigureValues) -> None:
        """The values that are not drawn, each as a marked content without marks, so that its cell is not empty."""
        for element in values.finish():
            self._begin(element)
            self._canvas.end()
