"""The text of a file as the structure tree has it: what each element says, piece by piece."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportgen.check.painted_objects import Painted, PaintedObject, PaintedText
from reportgen.check.structure_tree import MarkedContent, TagTree, TreeElement
from reportgen.geometry import Point


@dataclass(frozen=True, slots=True)
class SpokenPiece:
    """Text from one string shown (or from an ActualText that stands for several), and where it lies."""

    text: str
    page: int
    start: Point
    end: Point
    size: float


class SpokenText:
    """The words of a document by marked content and by element."""

    def __init__(self, tree: TagTree, pages: Iterable[tuple[int, Painted]]) -> None:
        self.tree = tree
        self.objects: dict[MarkedContent, list[PaintedObject]] = {}
        for number, painted in pages:
            for item in painted.objects:
                content = item.content
                if content is not None and item.layer == "page" and not item.artifact:
                    self.objects.setdefault(MarkedContent(number, *content), []).append(item)

    @functools.cached_property
    def owner(self) -> dict[MarkedContent, TreeElement]:
        """Which element holds which marked content."""
        found: dict[MarkedContent, TreeElement] = {}
        for element in self.tree.root.walk():
            for kid in element.kids:
                if isinstance(kid, MarkedContent):
                    found.setdefault(kid, element)
        return found

    def pieces(self, key: MarkedContent) -> Iterator[SpokenPiece]:
        """The text of one marked content, in the order of painting."""
        replaced: set[int] = set()
        for item in self.objects.get(key, []):
            mark = next((each for each in item.marks if each.actual is not None), None)
            if isinstance(item, PaintedText) and mark is None:
                yield SpokenPiece(item.text, key.page, item.start, item.end, item.size)
            elif mark is not None and mark.key not in replaced:
                replaced.add(mark.key)
                yield self._replaced(key, mark.key, mark.actual or "")

    def _replaced(self, key: MarkedContent, mark: int, actual: str) -> SpokenPiece:
        texts = [
            each
            for each in self.objects[key]
            if isinstance(each, PaintedText) and any(level.key == mark for level in each.marks)
        ]
        if not texts:
            return SpokenPiece(actual, key.page, (0, 0), (0, 0), 0)
        return SpokenPiece(actual, key.page, texts[0].start, texts[-1].end, texts[0].size)

    def of(self, element: TreeElement) -> Iterator[SpokenPiece]:
        """The text of an element and all in it, in reading order; an ActualText or Alt stands for what is below."""
        if element.actual is not None or element.alt is not None:
            yield self._spoken(element)
            return
        for kid in element.kids:
            if isinstance(kid, TreeElement):
                yield from self.of(kid)
            elif isinstance(kid, MarkedContent):
                yield from self.pieces(kid)

    def _spoken(self, element: TreeElement) -> SpokenPiece:
        text = element.actual if element.actual is not None else element.alt
        kids = (kid for kid in element.contents() if isinstance(kid, MarkedContent))
        below = [piece for kid in kids for piece in self.pieces(kid)]
        if not below:
            return SpokenPiece(text or "", element.page, (0, 0), (0, 0), 0)
        return SpokenPiece(text or "", below[0].page, below[0].start, below[-1].end, below[0].size)

    def text(self, element: TreeElement) -> str:
        """What an element says, in one line."""
        return " ".join("".join(piece.text for piece in self.of(element)).replace("\ufffe", " ").split())

    @functools.cached_property
    def whole(self) -> str:
        """Every word of the file that is no artifact, whatever the tree makes of it."""
        return " ".join(piece.text.replace("\ufffe", " ") for key in self.objects for piece in self.pieces(key))
