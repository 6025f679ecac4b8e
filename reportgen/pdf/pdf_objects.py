"""Plain Python values as the objects of a PDF (ISO 32000-1, 7.3). They live in ReportLab's document."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from reportgen.pdf.engine import pdfdoc

LEVEL = 9
"""zlib's smallest, for what is compressed once for many documents."""

PAGE_LEVEL = 6
"""For what each document compresses anew: half the time of level 9, and on the sample page 0.2 % more bytes."""

_NAME_SAFE = frozenset(range(0x21, 0x7F)) - frozenset(b"#()<>[]{}/%")
_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})

Value = Any
"""None, bool, int, float, str (a name), bytes (written as they are), dict, tuple, list or a ReportLab object."""


@lru_cache(maxsize=1 << 14)
def number(value: float) -> str:
    """A number at two decimals, as short as it can be written. Raises `ValueError` for infinity and NaN."""
    text = f"{value:.2f}"
    if text[-1] > "9":
        raise ValueError(f"a PDF cannot hold the number {value}")
    text = text.rstrip("0").rstrip(".")
    if text.startswith("0."):
        return text[1:]
    if text.startswith("-0"):
        return "-" + text[2:] if len(text) > 2 else "0"
    return text


def precise(value: float) -> str:
    """A number at five decimals, for the turning part of a matrix. Raises `ValueError` for infinity and NaN."""
    text = f"{value:.5f}"
    if text[-1] > "9":
        raise ValueError(f"a PDF cannot hold the number {value}")
    text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def name(text: str) -> bytes:
    """A name object (ISO 32000-1, 7.3.5)."""
    return b"/" + b"".join(bytes((code,)) if code in _NAME_SAFE else b"#%02X" % code for code in text.encode("utf-8"))


def text_string(text: str) -> bytes:
    """A text string (7.9.2.2): plain where it is ASCII, else UTF-16BE with its mark."""
    if text.isascii() and (text.isprintable() or not text):
        return b"(" + text.translate(_ESCAPED).encode("ascii") + b")"
    return b"<FEFF" + utf16(text) + b">"


def utf16(text: str) -> bytes:
    """The hexadecimal digits of UTF-16BE; a lone surrogate becomes U+FFFD."""
    clean = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return clean.encode("utf-16-be").hex().upper().encode("ascii")


def serialise(value: Value, document: Any) -> bytes:
    """`value` as it is written in a file. `document` is ReportLab's, for references."""
    match value:
        case bytes():
            return value
        case str():
            return name(value)
        case bool():
            return b"true" if value else b"false"
        case int():
            return b"%d" % value
        case float():
            return number(value).encode("ascii")
        case None:
            return b"null"
        case dict():
            return b"<<" + b"".join(_entry(key, item, document) for key, item in value.items()) + b">>"
        case tuple() | list():
            return b"[" + b" ".join(serialise(item, document) for item in value) + b"]"
        case _:
            return bytes(pdfdoc.format(value, document))


def _entry(key: str, value: Value, document: Any) -> bytes:
    written = serialise(value, document)
    return name(key) + (b"" if written[:1] in b"/[(<" else b" ") + written


class Dictionary(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """A dictionary that stands as an object of its own; `entries` may change until the file is written."""

    __RefOnly__ = 1

    def __init__(self, entries: Mapping[str, Value]) -> None:
        self.entries = dict(entries)

    def format(self, document: Any) -> bytes:
        """The bytes of the object."""
        return serialise(self.entries, document)


class Stream(Dictionary):
    """A stream (7.3.8), compressed once here unless it is to stay `plain` or its entries name a filter of their own.

    The end-of-line before `endstream` is PDF/A's (ISO 19005-2, 6.1.7.1); ReportLab's own streams lack it.
    """

    def __init__(self, entries: Mapping[str, Value], content: bytes, *, plain: bool = False) -> None:
        super().__init__(entries)
        self.content = content
        if "Filter" not in entries and not plain:
            self.content = zlib.compress(content, PAGE_LEVEL)
            self.entries["Filter"] = "FlateDecode"

    def format(self, document: Any) -> bytes:
        """The bytes of the object."""
        head = serialise({**self.entries, "Length": len(self.content)}, document)
        return head + b"\nstream\n" + self.content + b"\nendstream\n"
