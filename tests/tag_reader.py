"""Reads the tags of a file as a reader does: the bytes of a PDF in; its structure tree as text, and what is heard, out.

It knows nothing of the writer: it takes the tree from the catalog and the text from the content stream by its fonts.
`python tests/tag_reader.py FILE.pdf` prints a tree, as the tests keep it.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf

PAINT = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", '"', "EI"])
SHOW = frozenset(["Tj", "TJ"])


@dataclass
class Tag:
    """One element of the tree; `kids` are tags, texts of marked contents, and annotations."""

    role: str
    language: str = ""
    alt: str | None = None
    actual: str | None = None
    attributes: dict[str, Any] = field(default_factory=dict)
    identifier: str = ""
    kids: list[Any] = field(default_factory=list)

    def walk(self) -> Iterator[Tag]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.walk()

    @property
    def text(self) -> str:
        """What is heard of it: alternative and actual text in the place of what they stand for."""
        if self.alt is not None:
            return self.alt
        if self.actual is not None:
            return self.actual
        return "".join(kid.text if isinstance(kid, Tag) else kid for kid in self.kids if isinstance(kid, Tag | str))


@dataclass
class Content:
    """The marked contents of a page: the text of each by its number, and what stands outside of all."""

    texts: dict[int, str] = field(default_factory=dict)
    painted: set[int] = field(default_factory=set)
    stray: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read_tags(pdf: bytes) -> Tag:
    """The structure tree of a file of one page."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        content = read_content(file.pages[0])
        return _tag(file.Root.StructTreeRoot.K, content)


def dump(pdf: bytes) -> str:
    """The tree as text: an element on each line, and what it holds."""
    return "\n".join(_lines(read_tags(pdf), 0)) + "\n"


BLOCKS = frozenset(["P", "H1", "H2", "H3", "LBody", "Caption", "Figure", "TH", "TD", "Note"])


def heard(pdf: bytes) -> list[tuple[str, str]]:
    """What is read aloud, block by block: the role and the text of each."""
    return list(_heard(read_tags(pdf)))


def _heard(tag: Tag) -> Iterator[tuple[str, str]]:
    inner = [kid for kid in tag.kids if isinstance(kid, Tag) and any(part.role in BLOCKS for part in kid.walk())]
    if tag.role in BLOCKS and (tag.alt is not None or not inner):
        yield tag.role, re.sub(r"\s+", " ", tag.text.replace("\u00ad", "")).strip()
        return
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from _heard(kid)


def read_content(page: pikepdf.Page) -> Content:
    """The marked contents of a page, with what is wrong with how they are nested."""
    content = Content()
    walker = _Walker(page, content)
    for instruction in pikepdf.parse_content_stream(page):
        walker.step(str(instruction.operator), list(instruction.operands))
    if walker.open:
        content.faults.append(f"left open: {walker.open}")
    return content


class _Walker:
    def __init__(self, page: pikepdf.Page, content: Content) -> None:
        self.fonts = {name: _unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
        self.content = content
        self.open: list[str] = []
        self.marks: list[tuple[str, Any]] = []
        self.font: dict[int, str] = {}
        self.saved: list[dict[int, str]] = []
        self.actual_depth = 0

    def step(self, operator: str, operands: list[Any]) -> None:
        if operator in ("q", "BT", "BDC", "BMC"):
            self.open.append({"BDC": "MC", "BMC": "MC"}.get(operator, operator))
            if self.open[-1] == "MC":
                self._begin(operands)
        elif operator in ("Q", "ET", "EMC"):
            self._close({"Q": "q", "ET": "BT", "EMC": "MC"}[operator])
        self._font(operator, operands)
        if operator in PAINT:
            self._paint(operator, operands)

    def _font(self, operator: str, operands: list[Any]) -> None:
        """The font is part of what q saves and Q brings back (ISO 32000-1, 8.4.2)."""
        if operator == "q":
            self.saved.append(self.font)
        elif operator == "Q" and self.saved:
            self.font = self.saved.pop()
        elif operator == "Tf":
            self.font = self.fonts[str(operands[0])]

    def _begin(self, operands: list[Any]) -> None:
        properties = operands[1] if len(operands) > 1 else {}
        number = int(properties["/MCID"]) if "/MCID" in properties else None
        actual = str(properties["/ActualText"]) if "/ActualText" in properties else None
        tag = str(operands[0])
        around = [mark for mark in self.marks if mark[0] == "/Artifact" or isinstance(mark[1], int)]
        if (tag == "/Artifact" or number is not None) and around:
            self.content.faults.append(f"{tag} within {around[-1][0]}")
        if number in self.content.texts:
            self.content.faults.append(f"MCID {number} twice")
        self.marks.append((tag, number if number is not None else actual))
        if number is not None:
            self.content.texts[number] = ""
        elif actual is not None:
            self._say(actual)

    def _close(self, kind: str) -> None:
        if not self.open or self.open[-1] != kind:
            self.content.faults.append(f"{kind} is closed within {self.open[-1:]}")
            return
        self.open.pop()
        if kind == "MC":
            self.marks.pop()

    def _paint(self, operator: str, operands: list[Any]) -> None:
        number = self._number()
        if number is None and not any(tag == "/Artifact" for tag, _ in self.marks):
            self.content.stray.append(operator)
        if number is not None:
            self.content.painted.add(number)
        if operator in SHOW and not any(isinstance(value, str) for _, value in self.marks):
            strings = operands[0] if operator == "TJ" else operands
            codes = b"".join(bytes(part) for part in strings if isinstance(part, pikepdf.String))
            self._say("".join(self.font[codes[at] * 256 + codes[at + 1]] for at in range(0, len(codes), 2)))

    def _say(self, text: str) -> None:
        number = self._number()
        if number is not None:
            self.content.texts[number] += text

    def _number(self) -> int | None:
        return next((value for _, value in reversed(self.marks) if isinstance(value, int)), None)


def _unicode(font: Any) -> dict[int, str]:
    """What each code of a font stands for (ISO 32000-1, 9.10.3)."""
    pairs = re.findall(rb"<([0-9A-F]{4})><([0-9A-F]+)>\n", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be").strip("\u200b") for code, text in pairs}


def _tag(element: Any, content: Content) -> Tag:
    tag = Tag(
        str(element.S)[1:],
        str(element.get("/Lang", "")),
        str(element.Alt) if "/Alt" in element else None,
        str(element.ActualText) if "/ActualText" in element else None,
        {name[1:]: value for name, value in element.A.items() if name != "/O"} if "/A" in element else {},
        str(element.get("/ID", "")),
    )
    kids = element.get("/K", pikepdf.Array())  # an empty cell has none
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            tag.kids.append(content.texts[kid])
        elif kid.get("/Type") == "/OBJR":
            tag.kids.append((str(kid.Obj.A.URI), str(kid.Obj.Contents)))
        else:
            tag.kids.append(_tag(kid, content))
    return tag


def _lines(tag: Tag, depth: int) -> Iterator[str]:
    yield "  " * depth + " ".join(filter(None, [tag.role, *_notes(tag)]))
    pieces: list[str] = []
    for kid in [*tag.kids, None]:
        if isinstance(kid, str):
            pieces.append(kid)
            continue
        if "".join(pieces):
            yield "  " * (depth + 1) + " ".join(f'"{piece}"' for piece in pieces if piece)
        pieces = []
        if isinstance(kid, Tag):
            yield from _lines(kid, depth + 1)
        elif kid is not None:
            yield "  " * (depth + 1) + f"→ {kid[0]} ({kid[1]})"


def _notes(tag: Tag) -> Iterator[str]:
    if tag.language:
        yield f"[{tag.language}]"
    for name, value in tag.attributes.items():
        if name != "BBox":
            yield f"{name}={str(value).lstrip('/')}"
    if "BBox" in tag.attributes:
        yield "at " + " ".join(f"{float(number):.0f}" for number in tag.attributes["BBox"])
    if tag.identifier:
        yield f"#{tag.identifier}"
    if tag.alt is not None:
        yield f'alt="{tag.alt}"'
    if tag.actual is not None:
        yield f'says "{tag.actual}"'


if __name__ == "__main__":
    print(dump(Path(sys.argv[1]).read_bytes()), end="")
