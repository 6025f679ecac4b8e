"""Takes an inventory of a file: every dictionary, wherever it hangs, counted by what a rule asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reportgen.check import cos

ACTIONS = frozenset(
    (
        "JavaScript", "Launch", "GoTo", "GoToR", "GoToE", "GoTo3DView", "URI", "Named", "SubmitForm", "ResetForm",
        "ImportData", "Sound", "Movie", "Hide", "Rendition", "SetOCGState", "Trans", "Thread", "RichMediaExecute",
    )
)  # fmt: skip
_MOST = 400_000
_DEEPEST = 40


@dataclass(slots=True)
class Inventory:
    """What was met: for each kind of object that a rule asks for, the numbers of the objects (0: a direct one)."""

    lzw: list[int] = field(default_factory=list)
    external: list[int] = field(default_factory=list)
    crypt: list[int] = field(default_factory=list)
    actions: dict[str, int] = field(default_factory=dict)
    embedded_files: list[int] = field(default_factory=list)
    interpolated: list[int] = field(default_factory=list)
    opi: list[int] = field(default_factory=list)
    references: list[int] = field(default_factory=list)
    postscript: list[int] = field(default_factory=list)
    alternates: list[int] = field(default_factory=list)
    media: dict[str, int] = field(default_factory=dict)


def take_inventory(pdf: Any) -> Inventory:
    """Look at every object of an open file (or of none) once."""
    inventory = Inventory()
    for number, value in _dictionaries(pdf):
        _count(inventory, number, value)
    return inventory


def _dictionaries(pdf: Any) -> Iterator[tuple[int, Any]]:
    if pdf is None:
        return
    left = _MOST
    try:
        whole = list(pdf.objects)
    except Exception:
        return
    for value in whole:
        stack = [(value, 0)]
        number = cos.identity(value)[0]
        while stack and left > 0:
            left -= 1
            found, depth = stack.pop()
            if cos.is_dictionary(found):
                yield number, found
                kids = [each for _, each in cos.entries(found)]
            else:
                kids = cos.elements(found, 50_000)
            if depth < _DEEPEST:
                stack += [
                    (kid, depth + 1)
                    for kid in kids
                    if (cos.is_dictionary(kid) or cos.is_array(kid)) and cos.identity(kid) == (0, 0)
                ]


def _count(inventory: Inventory, number: int, value: Any) -> None:
    kind, subtype = (cos.name(cos.get(value, "Type")), cos.name(cos.get(value, "Subtype")))
    if cos.is_stream(value):
        _count_stream(inventory, number, value, subtype)
    action = cos.name(cos.get(value, "S"))
    if action in ACTIONS and kind in ("", "Action") and cos.get(value, "K") is None:
        inventory.actions.setdefault(action, number)
    if cos.get(value, "JS") is not None:
        inventory.actions.setdefault("JavaScript", number)
    if cos.get(value, "EF") is not None or kind == "EmbeddedFile":
        inventory.embedded_files.append(number)
    if subtype in ("Movie", "Sound", "Screen", "3D", "RichMedia", "FileAttachment"):
        inventory.media.setdefault(subtype, number)


def _count_stream(inventory: Inventory, number: int, value: Any, subtype: str) -> None:
    filters = cos.filters_of(value)
    if "LZWDecode" in filters or "LZW" in filters:
        inventory.lzw.append(number)
    if "Crypt" in filters:
        inventory.crypt.append(number)
    if any(cos.get(value, key) is not None for key in ("F", "FFilter", "FDecodeParms")):
        inventory.external.append(number)
    if cos.get(value, "Interpolate") is True:
        inventory.interpolated.append(number)
    if cos.get(value, "Alternates") is not None:
        inventory.alternates.append(number)
    if subtype in ("Form", "Image", "PS"):
        if cos.get(value, "OPI") is not None:
            inventory.opi.append(number)
        if cos.get(value, "Ref") is not None:
            inventory.references.append(number)
        if subtype == "PS" or cos.name(cos.get(value, "Subtype2")) == "PS":
            inventory.postscript.append(number)
