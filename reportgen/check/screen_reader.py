"""What a screen reader reads of a file: its words in order, with roles, an element a line."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.check import cos
from reportgen.check.document import Document, opened
from reportgen.check.structure_tree import GROUPING, INLINE, MarkedContent, ObjectReference, TreeElement

_CALLED = {
    "P": "paragraph",
    "L": "list",
    "LI": "item",
    "BlockQuote": "quotation",
    "Table": "table",
    "TR": "row",
    "Figure": "figure",
    "Link": "link",
}
_DEEPEST_INDENT = 12


def read(data: bytes) -> str:
    """The whole reading. Raises nothing: what is broken is said in a line."""
    with opened(data) as document:
        try:
            return "\n".join(_lines(document)) + "\n"
        except Exception as error:
            return f"the file is so damaged that it cannot be read ({type(error).__name__})\n"


def _lines(document: Document) -> Iterator[str]:
    if document.fault:
        yield f"the file cannot be opened: {document.fault}"
        return
    language = cos.text(cos.get(document.root, "Lang"))
    yield f"[language {language or 'not stated'}]"
    if not document.tree.there:
        yield "[no structure tree: a screen reader guesses]"
        for page in document.pages:
            yield f"[page {page.number}]"
            yield from (text.text.replace("\ufffe", " ") for text in page.painted.texts if text.text.strip())
        return
    for kid in document.tree.root.elements:
        yield from _element(document, kid, 0)


def _element(document: Document, element: TreeElement, depth: int) -> Iterator[str]:
    indent = "  " * min(depth, _DEEPEST_INDENT)
    called = _called(element)
    if element.role == "Table" and element.alt is None:
        yield from _table(document, element, indent + called, depth)
    elif element.alt is not None or element.actual is not None or _is_line(element):
        yield (indent + called + " " + _words(document, element)).rstrip()
    else:
        own = "".join(_content(document, kid) for kid in element.kids if isinstance(kid, MarkedContent)).strip()
        yield f"{indent}{called}" + (f" {_clean(own)}" if own else "")
        for kid in element.elements:
            yield from _element(document, kid, depth + 1)


def _called(element: TreeElement) -> str:
    role = element.role
    called = f"heading {role[1:]}" if role[:1] == "H" and role[1:].isdigit() else _CALLED.get(role, role or "?")
    own = f" ({element.own})" if element.own != role else ""
    language = f" [{element.lang}]" if element.lang else ""
    return f"{called}{own}{language}:" if role not in GROUPING else f"{called}{own}{language}"


def _is_line(element: TreeElement) -> bool:
    """Whether it has words and no blocks, so that it is read in one go."""
    return element.role not in GROUPING and all(kid.role in INLINE and _is_line(kid) for kid in element.elements)


def _words(document: Document, element: TreeElement) -> str:
    return _clean(_run_on(document, element)) + _target(element)


def _run_on(document: Document, element: TreeElement) -> str:
    """The words of an element with the spaces at its ends, which part it from its neighbours."""
    if element.alt is not None:
        return f"“{element.alt}”"
    if element.actual is not None:
        return element.actual
    parts: list[str] = []
    for kid in element.kids:
        if isinstance(kid, MarkedContent):
            parts.append(_content(document, kid))
        elif isinstance(kid, TreeElement):
            words, target = _run_on(document, kid), _target(kid)
            before = f"[{kid.lang}: " if kid.lang else "[link " if kid.role == "Link" else ""
            parts.append(f"{before}{words.strip()}{target}]" if before else words + target)
    return "".join(parts)


def _target(element: TreeElement) -> str:
    for kid in element.kids:
        if isinstance(kid, ObjectReference):
            address = cos.get(kid.value, "A", "URI")
            contents = cos.text(cos.get(kid.value, "Contents"))
            contents_text = f" ({contents})" if contents else ""
            return f" → {cos.text(address) or 'a place in the file'}{contents_text}"
    return ""


def _content(document: Document, kid: MarkedContent) -> str:
    return "".join(piece.text for piece in document.spoken_text.pieces(kid))


def _clean(text: str) -> str:
    return " ".join(text.replace("\ufffe", "⎵").replace("\u00ad", "").split())


def _table(document: Document, table: TreeElement, called: str, depth: int) -> Iterator[str]:
    """Rows, cell by cell, and of headers what they head."""
    yield called.removesuffix(":")
    indent = "  " * min(depth + 1, _DEEPEST_INDENT)
    for each in table.walk():
        if each.role == "Caption" and each is not table:
            yield f"{indent}caption: {document.spoken_text.text(each)}"
        if each.role != "TR":
            continue
        cells = [kid for kid in each.elements if kid.role in ("TH", "TD")]
        yield f"{indent}row: " + " | ".join(_cell(document, cell) for cell in cells)


def _cell(document: Document, cell: TreeElement) -> str:
    words = document.spoken_text.text(cell)
    if cell.role != "TH":
        return words
    scope = cos.name(cell.attributes.get("Scope"))
    return f"[{scope.lower() or 'no scope'} header] {words}"
