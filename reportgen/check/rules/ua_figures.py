"""Accessibility rules on figures and links: alternative texts that say something true (ISO 14289-1, 7.3 and 7.18.5)."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.check import cos
from reportgen.check.document import Document
from reportgen.check.numerals import numbers_in, numbers_of
from reportgen.check.rule import Breach, RuleFamily, rule
from reportgen.check.structure_tree import ObjectReference, TreeElement
from reportgen.text.alternative import says_nothing


def _figures(document: Document) -> list[TreeElement]:
    return [each for each in document.tree.all() if each.role in ("Figure", "Formula")]


def _alternatives(document: Document) -> Iterator[Breach]:
    for each in _figures(document):
        alternative = each.alt if each.alt is not None else each.actual
        if alternative is None:
            yield Breach(f"a {each.role} has no alternative text", each.page, each.box)
        elif not alternative.strip():
            yield Breach(f"the alternative text of a {each.role} is empty", each.page, each.box)
        elif says_nothing(alternative):
            yield Breach(f"the alternative text “{alternative.strip()[:40]}” says nothing", each.page, each.box)


def _numbers(document: Document) -> Iterator[Breach]:
    known = numbers_in(document.spoken_text.whole) | _spoken(document)
    for each in _figures(document):
        alternative = each.alt or ""
        expected = known | _counts(each)
        wrong = [written for written, values in numbers_of(alternative) if not values & expected]
        if wrong:
            what = " and ".join(wrong[:4])
            yield Breach(
                f"the alternative text says {what}, which stands nowhere in the page's words", each.page, each.box
            )


def _counts(figure: TreeElement) -> set[float]:
    """How many things a figure may say that it shows: as many as its own table has rows, or some of them."""
    beside = figure.parent.elements if figure.parent is not None else []
    after = beside[beside.index(figure) + 1 :][:1]
    rows = sum(each.role == "TR" for table in after if table.role == "Table" for each in table.walk())
    return set(map(float, range(rows + 1)))


def _spoken(document: Document) -> set[float]:
    """Numbers of elements that are read by their ActualText."""
    found: set[float] = set()
    for each in document.tree.all():
        if each.actual and each.role not in ("Figure", "Formula"):
            found |= numbers_in(each.actual)
    return found


def _boxes(document: Document) -> Iterator[Breach]:
    for each in _figures(document):
        if each.role != "Figure":
            continue
        if each.box is None:
            yield Breach("a Figure has no BBox", each.page)
        elif each.box.area <= 0:
            yield Breach("the BBox of a Figure is empty", each.page, each.box)


def _links(document: Document) -> list[tuple[int, object]]:
    return [
        (page.number, each)
        for page in document.pages
        for each in page.annotations
        if cos.name(cos.get(each, "Subtype")) == "Link"
    ]


def _contents(document: Document) -> Iterator[Breach]:
    for page, link in _links(document):
        if not (cos.text(cos.get(link, "Contents")) or "").strip():
            yield Breach("a link does not say where it leads (Contents)", page, cos.box(cos.get(link, "Rect")))


def _held(document: Document) -> Iterator[Breach]:
    owners = {
        cos.identity(kid.value): each
        for each in document.tree.root.walk()
        for kid in each.kids
        if isinstance(kid, ObjectReference)
    }
    for page, link in _links(document):
        owner = owners.get(cos.identity(link))
        box = cos.box(cos.get(link, "Rect"))
        if owner is None:
            yield Breach("a link is not in the structure tree (OBJR)", page, box)
        elif owner.role not in ("Link", "Reference", "TOCI") and not any(e.role == "Link" for e in owner.above()):
            yield Breach(f"a link stands in a {owner.role}, not in a Link", page, box)


def _link_words(document: Document) -> Iterator[Breach]:
    for each in document.tree.all():
        if each.role == "Link" and not document.spoken_text.text(each):
            yield Breach("a Link has no words", each.page)


_U = RuleFamily.UA
RULES = (
    rule("ua.figure-alt", "Figures say what they show", "ISO 14289-1, 7.3; WCAG 2.2, 1.1.1", _alternatives, _U,
         hint="write an alternative text"),
    rule("ua.alt-numbers", "Numbers in alternative texts are those of the page", "WCAG 2.2, 1.1.1", _numbers, _U,
         hint="correct the number, or give it in a table or in the text"),
    rule("ua.figure-bbox", "Figures say where they are", "ISO 32000-1, 14.8.5.4.3", _boxes, _U),
    rule("ua.link-contents", "Links say where they lead", "ISO 14289-1, 7.18.5", _contents, _U),
    rule("ua.link-tagged", "Links are in the structure tree", "ISO 14289-1, 7.18.5", _held, _U),
    rule("ua.link-words", "Links have words", "WCAG 2.2, 2.4.4", _link_words, _U),
)  # fmt: skip
