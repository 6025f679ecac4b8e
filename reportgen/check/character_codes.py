"""What the character codes of a font mean, as text or as a CID, by CMap programs and simple encodings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from reportgen.check import cos

_MOST = 200_000


@dataclass(frozen=True)
class CMap:
    """A code's bytes to text (ToUnicode) or to a CID, and how long codes are: (length, first, last) each."""

    text: dict[int, str] = field(default_factory=dict)
    cids: dict[int, int] = field(default_factory=dict)
    lengths: tuple[tuple[int, int, int], ...] = ()


def read_cmap(data: bytes) -> CMap:
    """What a CMap program says; broken parts are left out."""
    text: dict[int, str] = {}
    cids: dict[int, int] = {}
    lengths: list[tuple[int, int, int]] = []
    for word, values in _words(data[:4_000_000]):
        match word:
            case "endcodespacerange":
                lengths += [
                    (len(a), int.from_bytes(a), int.from_bytes(b))
                    for a, b in _groups(values, 2)
                    if _both(a, b) and 1 <= len(a) <= 4
                ]
            case "endbfchar":
                text.update((int.from_bytes(a), _text(b)) for a, b in _groups(values, 2) if _both(a, b))
            case "endbfrange":
                for low, high, to in _groups(values, 3):
                    text.update(_range(low, high, to, _MOST - len(text)))
            case "endcidchar":
                cids.update((int.from_bytes(a), b) for a, b in _groups(values, 2) if _both(a) and isinstance(b, int))
            case "endcidrange":
                for low, high, to in _groups(values, 3):
                    if _both(low, high) and isinstance(to, int):
                        first = int.from_bytes(low)
                        last = min(int.from_bytes(high), first + _MOST - len(cids))
                        cids.update((code, to + code - first) for code in range(first, last + 1))
    return CMap(text, cids, tuple(lengths))


def _words(data: bytes) -> Iterator[tuple[str, list[Any]]]:
    """The words of a program, each with the values before it: bytes for strings, lists for arrays, numbers."""
    try:
        instructions = cos.instructions(data)
    except Exception:  # qpdf's own errors
        return
    for each in instructions:
        yield str(each.operator), [_value(value) for value in each.operands]


def _value(value: Any) -> Any:
    if cos.is_array(value):
        return [_value(each) for each in cos.elements(value)]
    return bytes(value) if isinstance(value, pikepdf.String) else value


def _both(*parts: Any) -> bool:
    return all(isinstance(part, bytes) for part in parts)


def _text(code: bytes) -> str:
    return code.decode("utf-16-be", "replace")


def _range(low: Any, high: Any, to: Any, room: int) -> Iterator[tuple[int, str]]:
    if not _both(low, high):
        return
    first = int.from_bytes(low)
    count = min(int.from_bytes(high) - first + 1, room)
    if isinstance(to, list):
        yield from ((first + i, _text(each)) for i, each in enumerate(to[: max(0, count)]) if isinstance(each, bytes))
    elif isinstance(to, bytes) and to:
        last = int.from_bytes(to[-2:])
        for i in range(max(0, count)):
            yield first + i, _text(to[:-2] + ((last + i) & 0xFFFF).to_bytes(2, "big"))


def _groups(values: list[Any], size: int) -> Iterator[tuple[Any, ...]]:
    yield from zip(*(values[i::size] for i in range(size)), strict=False)


def simple_names(encoding: Any, symbolic: bool) -> dict[int, str]:
    """A simple font's codes as glyph names: its base encoding and what differs from it (ISO 32000-1, 9.6.6)."""
    base = cos.name(encoding) or cos.name(cos.get(encoding, "BaseEncoding"))
    found = {} if symbolic and not base else dict(_base(base))
    code = 0
    for each in cos.elements(cos.get(encoding, "Differences"), 2000):
        whole = cos.integer(each)
        if whole is not None:
            code = whole
        elif cos.name(each):
            found[code] = cos.name(each)
            code += 1
    return found


def _base(base: str) -> Iterator[tuple[int, str]]:
    if base in ("WinAnsiEncoding", "MacRomanEncoding"):
        from fontTools.agl import UV2AGL

        table = "cp1252" if base == "WinAnsiEncoding" else "mac_roman"
        for code in range(32, 256):
            char = bytes([code]).decode(table, "ignore")
            if char and ord(char) in UV2AGL:
                yield code, UV2AGL[ord(char)]
        if base == "WinAnsiEncoding":
            yield from ((0xA0, "space"), (0xAD, "hyphen"))
        return
    from fontTools.encodings.StandardEncoding import StandardEncoding

    yield from ((code, name) for code, name in enumerate(StandardEncoding) if name != ".notdef")


def text_of(glyph_name: str) -> str:
    """What a glyph name stands for (Adobe Glyph List); nothing if it says nothing."""
    from fontTools import agl

    return str(agl.toUnicode(glyph_name))
