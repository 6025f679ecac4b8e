"""Accessibility rules on text: spaces between words, characters without meaning, text twice, order (ISO 14289-1)."""

from __future__ import annotations

import itertools
import math
import re
from bisect import bisect_left
from collections.abc import Iterator

from reportgen.check.document import Document
from reportgen.check.painted_objects import PaintedText
from reportgen.check.rule import Breach, RuleFamily, rule
from reportgen.check.spoken_text import SpokenPiece
from reportgen.check.structure_tree import GROUPING, INLINE, MarkedContent, TreeElement
from reportgen.geometry import Bbox
from reportgen.problems import Severity

_GAP = 0.2
_NEW_LINE = 0.5
_JOINS = "-\u00ad\u2010\u2011\u2012\u2013\u2014/\u200b\u2060\u200d"
_ASIAN = 0x2E80
_SAME = 0.6
_FEW = 6
_DISORDER = 0.6
_JUMP = 0.25
_WHOLES = ("TR", "Figure", "Formula")
"""Elements whose parts are read together, wherever on the page each of them stands."""


def _blocks(document: Document) -> Iterator[TreeElement]:
    """Elements that hold lines of text: no grouping ones, and no parts of another's line."""
    for each in document.tree.all():
        inline = each.role in INLINE and each.parent is not None and each.parent.role not in GROUPING
        if each.role not in GROUPING and not inline:
            yield each


def _line(document: Document, block: TreeElement) -> Iterator[SpokenPiece]:
    """The pieces of a block that are its own or its inline elements'; blocks within it are apart."""
    if block.alt is not None or block.actual is not None:
        return
    for kid in block.kids:
        if isinstance(kid, MarkedContent):
            yield from document.spoken_text.pieces(kid)
        elif isinstance(kid, TreeElement) and kid.role in INLINE:
            yield from document.spoken_text.of(kid) if kid.alt or kid.actual else _line(document, kid)


_ADDRESS = re.compile(r"https?://|www\.|doi:|\b10\.\d{4,9}/|\w\.[a-z]{2,}[/?]|\w@\w", re.IGNORECASE)
"""What only an address has in it."""


def _spaces(document: Document) -> Iterator[Breach]:
    for block in _blocks(document):
        if any(each.alt is not None or each.actual is not None for each in block.above()):
            continue
        last: SpokenPiece | None = None
        word = ""
        for piece in _line(document, block):
            if "\ufffe" in piece.text:
                yield Breach(f"words are told apart by a gap, without a space: “{_short(piece.text)}”", piece.page)
            if last is not None and _runs_on(last, piece) and not _in_address(word, piece.text):
                joined = f"{last.text[-12:]}|{piece.text[:12]}"
                yield Breach(f"there is no space between words at a line's end or a gap: “{joined}”", piece.page)
            last = piece if piece.text else last
            word = re.split(r"\s", word + piece.text)[-1]


def _in_address(before: str, after: str) -> bool:
    """Whether an address goes on over the end of a line; with a capital behind a stop a sentence may begin."""
    whole = before + re.split(r"\s", after)[0]
    return _ADDRESS.search(whole) is not None and (before[-1:] not in ".,;:?!" or not after[:1].isupper())


def _short(text: str) -> str:
    return text.replace("\ufffe", "|")[:40]


def _runs_on(last: SpokenPiece, piece: SpokenPiece) -> bool:
    """Whether two pieces, apart on the page, read as one word."""
    if not last.text or not piece.text or not last.size or not piece.size:
        return False
    end, start = last.text[-1], piece.text[0]
    if end.isspace() or start.isspace() or end in _JOINS or start in _JOINS or ord(max(end, start)) >= _ASIAN:
        return False
    if not (end.isalnum() or end in ".,;:!?)]%’”\"'") or not (start.isalnum() or start in "([‘“\"'£$€"):
        return False
    size = max(1.0, min(last.size, piece.size))
    dx, dy = piece.start[0] - last.end[0], piece.start[1] - last.end[1]
    if last.page != piece.page:
        return True
    raised = abs(dy) <= _NEW_LINE * max(last.size, piece.size)
    return math.hypot(dx, dy) > _GAP * size if not raised else abs(dx) > _GAP * size


def _private(char: str) -> bool:
    return 0xE000 <= ord(char) <= 0xF8FF or ord(char) >= 0xF0000


def _private_use(document: Document) -> Iterator[Breach]:
    for page in document.pages:
        for text in page.painted.texts:
            strange = sorted({char for char in text.text if _private(char)})
            if not strange or text.artifact or any(mark.actual is not None for mark in text.marks):
                continue
            content = text.content
            owner = None if content is None else document.spoken_text.owner.get(MarkedContent(page.number, *content))
            if owner is None or not any(each.actual is not None for each in (owner, *owner.above())):
                codes = ", ".join(f"U+{ord(char):04X}" for char in strange[:4])
                yield Breach(f"{codes} has no meaning that anybody could read", page.number, text.box)


def _twice(document: Document) -> Iterator[Breach]:
    for page in document.pages:
        seen: dict[str, list[Bbox]] = {}
        hidden: list[PaintedText] = []
        for text in page.painted.texts:
            words = " ".join(text.text.split())
            if text.artifact or len(words) < 2:
                continue
            if text.mode == 3:
                hidden.append(text)
            if any(text.box.overlap(other) > _SAME for other in seen.get(words, [])):
                yield Breach(f"“{words[:40]}” stands in the page twice in one place", page.number, text.box)
            seen.setdefault(words, []).append(text.box)
        for text in hidden:
            words = " ".join(text.text.split())
            if len(seen.get(words, [])) > 1:
                yield Breach(
                    f"“{words[:40]}” stands in the page and once more where no one sees it", page.number, text.box
                )


def _order(document: Document) -> Iterator[Breach]:
    for page in document.pages:
        blocks = _placed(document, page.number)
        if len(blocks) < _FEW:
            continue
        kept = _longest_rise([order for order, _ in blocks]) / len(blocks)
        if kept < _DISORDER:
            yield Breach(
                f"the order of reading is not that of painting: {1 - kept:.0%} of the parts stand elsewhere",
                page.number,
                severity=Severity.WARNING,
            )
        jumps = sum(_climbs(low, high, page.trim.height) for (_, low), (_, high) in itertools.pairwise(blocks))
        if jumps > len(blocks) / 3:
            yield Breach(f"reading goes up the page {jumps} times in {len(blocks)} parts", page.number)


def _placed(document: Document, number: int) -> list[tuple[int, Bbox]]:
    """The page's blocks in the order of the tree: when each is first painted, and where.

    A row of a table is one, and so is a figure: its parts are read together wherever they stand, as the name under a
    column of a chart and the value over it, or the labels of an axis from the lowest up.
    """
    found: dict[TreeElement, tuple[int, Bbox]] = {}
    for block in document.tree.all():
        whole = next((each for each in (block, *block.above()) if each.role in _WHOLES), block)
        for kid in block.kids:
            if isinstance(kid, MarkedContent) and kid.page == number:
                for item in document.spoken_text.objects.get(kid, []):
                    order, box = found.get(whole, (item.order, item.box))
                    found[whole] = min(order, item.order), box.joined(item.box)
    return list(found.values())


def _climbs(last: Bbox, box: Bbox, height: float) -> bool:
    """Whether the second lies above the first in the same column."""
    same = min(last.right, box.right) - max(last.left, box.left) > 0.5 * min(last.width, box.width)
    return same and box.bottom >= last.top - 1 and (box.bottom - last.top) < _JUMP * height


def _longest_rise(values: list[int]) -> int:
    """The length of the longest rising subsequence."""
    tails: list[int] = []
    for value in values:
        at = bisect_left(tails, value)
        tails[at : at + 1] = [value]
    return len(tails)


_U = RuleFamily.UA
RULES = (
    rule("ua.word-spaces", "There are spaces between words", "ISO 32000-1, 14.8.2.5; ISO 14289-1, 7.2", _spaces, _U,
         hint="write the space at the end of the line"),
    rule("ua.private-use", "Every character can be read", "ISO 14289-1, 7.2; ISO 19005-2, 6.2.11.7.3", _private_use, _U,
         RuleFamily.A2A, hint="give it an ActualText"),
    rule("ua.text-twice", "No text is in the page twice", "ISO 14289-1, 7.1; WCAG 2.2, 1.3.1", _twice, _U,
         hint="mark the second as an artifact"),
    rule("ua.order", "The order of reading is that of the page", "ISO 14289-1, 7.2; WCAG 2.2, 1.3.2", _order, _U,
         hint="put the elements of the structure tree in the order in which they are read"),
)  # fmt: skip
