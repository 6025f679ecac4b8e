"""Reads PDF objects (COS; ISO 32000-1, 7.3) that may be anything: what is not there is None, never an exception."""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pikepdf

from reportgen.geometry import Bbox, Matrix

LARGEST = 1e9
"""No length or number of a real page is larger; what is, is read as this."""


MOST_DATA = 256_000_000
"""No stream is unpacked past so many bytes."""
_MOST_GROWTH = 1032
"""What Deflate can make of a byte."""


def is_dictionary(value: Any) -> bool:
    """Whether it has keys: a dictionary or a stream."""
    return isinstance(value, (pikepdf.Dictionary, pikepdf.Stream))


def is_stream(value: Any) -> bool:
    """Whether it has data."""
    return isinstance(value, pikepdf.Stream)


def is_array(value: Any) -> bool:
    """Whether it is an array."""
    return isinstance(value, pikepdf.Array)


def get(value: Any, *keys: str) -> Any:
    """What stands under the keys, one inside the other (`get(page, "Resources", "Font")`); None if nothing does."""
    for key in keys:
        if not is_dictionary(value):
            return None
        try:
            value = value.get(f"/{key}")
        except Exception:  # a reference to an object that cannot be read
            return None
    return value


def entries(value: Any) -> list[tuple[str, Any]]:
    """The keys (without slash) and values of a dictionary; nothing for what is none."""
    if not is_dictionary(value):
        return []
    try:
        keys = sorted(value.keys())
    except Exception:
        return []
    return [(key[1:], get(value, key[1:])) for key in keys]


def elements(value: Any, limit: int = 1_000_000) -> list[Any]:
    """What an array holds, at most `limit` of it; nothing for what is none."""
    return list(_elements(value, limit)) if is_array(value) else []


def _elements(value: Any, limit: int) -> Iterator[Any]:
    for index in range(min(limit, len(value))):
        try:
            yield value[index]
        except Exception:
            yield None


def listed(value: Any) -> list[Any]:
    """One object or an array of them, as a list; nothing for null."""
    return elements(value) if is_array(value) else [] if value is None else [value]


def number(value: Any) -> float | None:
    """A number, kept within what can be reckoned with; None for anything else."""
    if not isinstance(value, (int, float, Decimal)) or isinstance(value, bool):
        return None
    try:
        plain = float(value)
    except (TypeError, ValueError, OverflowError, ArithmeticError):
        return None
    return None if math.isnan(plain) else max(-LARGEST, min(LARGEST, plain))


def numbers(value: Any, count: int | None = None) -> tuple[float, ...] | None:
    """An array (or list) of numbers, `count` of them if that is given; None for anything else."""
    parts = list(value) if isinstance(value, (list, tuple)) else elements(value) if is_array(value) else None
    if parts is None or (count is not None and len(parts) != count):
        return None
    plain = tuple(number(part) for part in parts)
    return None if any(part is None for part in plain) else plain  # type: ignore[return-value]  # none is None


def integer(value: Any) -> int | None:
    """A whole number; None for anything else."""
    plain = number(value)
    return int(plain) if plain is not None and plain == int(plain) else None


def name(value: Any) -> str:
    """A name without its slash; nothing for anything else."""
    try:
        return str(value)[1:] if isinstance(value, pikepdf.Name) else ""
    except Exception:  # a name whose bytes are no UTF-8
        return ""


def text(value: Any) -> str | None:
    """A text string; None for anything else."""
    if isinstance(value, str):
        return value
    if not isinstance(value, pikepdf.String):
        return None
    try:
        return str(value)
    except Exception:
        return bytes(value).decode("latin-1")


def raw(value: Any) -> bytes:
    """The bytes of a string; nothing for anything else."""
    return bytes(value) if isinstance(value, pikepdf.String) else value if isinstance(value, bytes) else b""


def box(value: Any) -> Bbox | None:
    """A rectangle with its corners in order; None for anything else."""
    four = numbers(value, 4)
    if four is None:
        return None
    return Bbox(min(four[0], four[2]), min(four[1], four[3]), max(four[0], four[2]), max(four[1], four[3]))


def matrix(value: Any) -> Matrix | None:
    """A map of six numbers; None for anything else."""
    six = numbers(value, 6)
    return None if six is None else (six[0], six[1], six[2], six[3], six[4], six[5])


def identity(value: Any) -> tuple[int, int]:
    """Which object it is: number and generation; (0, 0) for a direct one."""
    try:
        found = value.objgen
        return int(found[0]), int(found[1])
    except Exception:
        return (0, 0)


def data(stream: Any, limit: int = MOST_DATA) -> bytes | None:
    """A stream's decoded bytes; None if it is none, is damaged, cannot be decoded or is longer than `limit`."""
    if not is_stream(stream) or not _may_be_decoded(stream):
        return None
    try:
        if _is_bomb(stream, limit):
            return None
        found = bytes(stream.read_bytes())
    except Exception:
        return None
    return found if len(found) <= limit else None


def _may_be_decoded(stream: Any) -> bool:
    """Whether decoding is bounded: qpdf holds to a limit for every filter but LZW, whose ratio is about 1400."""
    filters = filters_of(stream)
    if "LZWDecode" not in filters and "LZW" not in filters:
        return True
    try:
        return len(filters) == 1 and len(stream.read_raw_bytes()) < 200_000
    except Exception:
        return False


def _is_bomb(stream: Any, limit: int) -> bool:
    """Whether a Flate stream that might grow past the limit does; found by unpacking it no further."""
    if limit >= MOST_DATA or filters_of(stream)[:1] not in (("FlateDecode",), ("Fl",)):
        return False  # past that size qpdf itself refuses
    packed = stream.read_raw_bytes()
    if len(packed) * _MOST_GROWTH <= limit:
        return False
    maker = zlib.decompressobj()
    return len(maker.decompress(packed, limit + 1)) > limit


def instructions(data: bytes) -> list[Any]:
    """The operators of a content stream, or the words of a CMap program, with their operands. Raises what qpdf has."""
    with pikepdf.new() as scratch:
        return list(pikepdf.parse_content_stream(pikepdf.Stream(scratch, data)))


def filters_of(stream: Any) -> tuple[str, ...]:
    """The names of a stream's filters, in order."""
    return tuple(name(each) for each in listed(get(stream, "Filter")))
