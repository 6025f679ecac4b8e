"""What a page has besides its content (ISO 32000-1, 7.7.3.3): its resources, its live areas, and its dictionary."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reportgen.geometry import Bbox
from reportgen.pdf.engine import pdfdoc
from reportgen.pdf.pdf_objects import Dictionary, Stream, text_string

_LINK_FLAGS = 4
"""Print (ISO 32000-1, 12.5.3): PDF/A asks for it on every annotation."""


class PageObjects:
    """The objects of the one page of ReportLab's `document`. `entries` are those of its dictionary beside our own."""

    def __init__(self, document: Any) -> None:
        self.entries: dict[str, Any] = {}
        self.live_areas: list[Any] = []
        self.transparent = False
        self._document = document
        self._named: dict[str, dict[Any, tuple[str, Any]]] = {}

    def named(self, kind: str, key: Any, make: Callable[[], Any]) -> str:
        """The label of a resource, made at its first use."""
        known = self._named.setdefault(kind, {})
        if key not in known:
            known[key] = f"{kind[0]}{len(known)}", make()
        return known[key][0]

    def labelled(self, kind: str) -> dict[str, tuple[Any, Any]]:
        """The resources of one kind by their labels: the key that each was asked for with, and what was made."""
        return {label: (key, made) for key, (label, made) in self._named.get(kind, {}).items()}

    def image(self, key: str, make: Callable[[], Stream]) -> str:
        """The label of an image by its `key`; one with a soft mask makes the page transparent."""
        label = self.named("XObject", key, make)
        self.transparent = self.transparent or "SMask" in self._named["XObject"][key][1].entries
        return label

    def link(self, box: Bbox, url: bytes, text: str) -> Dictionary:
        """A link annotation (12.5.6.5) without a frame; `text` is what is heard."""
        annotation = Dictionary(
            {
                "Type": "Annot",
                "Subtype": "Link",
                "Rect": list(box),
                "Border": [0, 0, 0],
                "F": _LINK_FLAGS,
                "Contents": text_string(text),
                "A": {"S": "URI", "URI": b"(" + url + b")"},
            }
        )
        self.live_areas.append(self._document.Reference(annotation))
        return annotation

    def page(self, size: tuple[float, float], content: bytes, fonts: Mapping[str, Any], blending: str) -> Dictionary:
        """The page's dictionary. `blending` is the colour space in which its transparency is worked out (11.6.6)."""
        document = self._document
        document.idToObject[pdfdoc.BasicFonts].dict.update(fonts)
        group = {"Type": "Group", "S": "Transparency", "CS": blending}
        entries = {
            "Type": "Page",
            "Parent": document.Reference(document.Pages),
            "MediaBox": [0, 0, *size],
            "Resources": self._resources(),
            "Contents": document.Reference(Stream({}, content)),
            **({"Annots": self.live_areas} if self.live_areas else {}),
            **({"Group": group} if self.transparent else {}),
        }
        return Dictionary({**entries, **self.entries})

    def _resources(self) -> dict[str, Any]:
        fonts = {"Font": pdfdoc.PDFObjectReference(pdfdoc.BasicFonts)}
        return {**fonts, **{kind: dict(known.values()) for kind, known in self._named.items()}}
