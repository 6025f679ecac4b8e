"""Every dictionary of a file, wherever it hangs: a walk without end, with a limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reportgen.check import object_access

ACTIONS = frozenset(
    (
        "JavaScript", "Launch", "GoTo", "GoToR", "GoToE", "GoTo3DView", "URI", "Named", "SubmitForm", "ResetForm",
        "ImportData", "Sound", "Movie", "Hide", "Rendition", "SetOCGState", "Trans", "Thread", "RichMediaExecute",
    )
)  # fmt: skip
_MOST = 400_000
_DEEPEST = 40


@dataclass(slots=True)
class Census:
    """What was met: for each kind of thing a rule asks for, the numbers of the objects (0: a direct one)."""

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


def take(pdf: Any) -> Census:
    """Look at every object of an open file (or of none) once."""
    census = Census()
    for number, value in _dictionaries(pdf):
        _count(census, number, value)
    return census


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
        number = object_access.identity(value)[0]
        while stack and left > 0:
            left -= 1
            found, depth = stack.pop()
            if object_access.is_dictionary(found):
                yield number, found
                kids = [each for _, each in object_access.entries(found)]
            else:
                kids = object_access.elements(found, 50_000)
            if depth < _DEEPEST:
                stack += [
                    (kid, depth + 1)
                    for kid in kids
                    if (object_access.is_dictionary(kid) or object_access.is_array(kid))
                    and object_access.identity(kid) == (0, 0)
                ]


def _count(census: Census, number: int, value: Any) -> None:
    kind, subtype = (
        object_access.name(object_access.get(value, "Type")),
        object_access.name(object_access.get(value, "Subtype")),
    )
    if object_access.is_stream(value):
        _count_stream(census, number, value, subtype)
    action = object_access.name(object_access.get(value, "S"))
    if action in ACTIONS and kind in ("", "Action") and object_access.get(value, "K") is None:
        census.actions.setdefault(action, number)
    if object_access.get(value, "JS") is not None:
        census.actions.setdefault("JavaScript", number)
    if object_access.get(value, "EF") is not None or kind == "EmbeddedFile":
        census.embedded_files.append(number)
    if subtype in ("Movie", "Sound", "Screen", "3D", "RichMedia", "FileAttachment"):
        census.media.setdefault(subtype, number)


def _count_stream(census: Census, number: int, value: Any, subtype: str) -> None:
    filters = object_access.filters_of(value)
    if "LZWDecode" in filters or "LZW" in filters:
        census.lzw.append(number)
    if "Crypt" in filters:
        census.crypt.append(number)
    if any(object_access.get(value, key) is not None for key in ("F", "FFilter", "FDecodeParms")):
        census.external.append(number)
    if object_access.get(value, "Interpolate") is True:
        census.interpolated.append(number)
    if object_access.get(value, "Alternates") is not None:
        census.alternates.append(number)
    if subtype in ("Form", "Image", "PS"):
        if object_access.get(value, "OPI") is not None:
            census.opi.append(number)
        if object_access.get(value, "Ref") is not None:
            census.references.append(number)
        if subtype == "PS" or object_access.name(object_access.get(value, "Subtype2")) == "PS":
            census.postscript.append(number)
