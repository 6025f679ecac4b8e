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
    """What was met: kinds of actions and of media, embedded files, and the numbers of odd streams (0: a direct one)."""

    actions: set[str] = field(default_factory=set)
    media: set[str] = field(default_factory=set)
    embeds: bool = False
    odd: dict[str, list[int]] = field(default_factory=dict)
    """By what is odd about them: `LZW`, `external`, `Interpolate`, `Alternates`, `OPI`, `Ref` or `PS`."""


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
    for oddity in _oddities(value, subtype) if cos.is_stream(value) else ():
        inventory.odd.setdefault(oddity, []).append(number)
    action = cos.name(cos.get(value, "S"))
    if action in ACTIONS and kind in ("", "Action") and cos.get(value, "K") is None:
        inventory.actions.add(action)
    if cos.get(value, "JS") is not None:
        inventory.actions.add("JavaScript")
    if cos.get(value, "EF") is not None or kind == "EmbeddedFile":
        inventory.embeds = True
    if subtype in ("Movie", "Sound", "Screen", "3D", "RichMedia", "FileAttachment"):
        inventory.media.add(subtype)


def _oddities(stream: Any, subtype: str) -> Iterator[str]:
    if {"LZWDecode", "LZW"}.intersection(cos.filters_of(stream)):
        yield "LZW"
    if any(cos.get(stream, key) is not None for key in ("F", "FFilter", "FDecodeParms")):
        yield "external"
    if cos.get(stream, "Interpolate") is True:
        yield "Interpolate"
    drawn = ("OPI", "Ref") if subtype in ("Form", "Image", "PS") else ()
    yield from (key for key in ("Alternates", *drawn) if cos.get(stream, key) is not None)
    if subtype == "PS" or (drawn and cos.name(cos.get(stream, "Subtype2")) == "PS"):
        yield "PS"
