"""Braces and brackets of one line in which a text lacks its quotation marks: which, why, and the line with them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from reportgen.reading.quoting import quote, take_apart

_CLOSES = {"{": "}", "[": "]"}
_BEGINS = re.compile(r"[#@%`*&!|>]|[-?:](?=\s|$)")
_ANCHOR = re.compile(r"&[\w-]+\s+(?=[{\[])")
_KEY = re.compile(r"\s*([^\s:,{}\[\]#\"'][^:,{}\[\]#\"']*?)\s*:(?=\s|$)")


@dataclass(frozen=True, slots=True)
class FlowMending:
    """The first text that lacks its marks: why, as the end of a sentence; its column (from 0); the line with them."""

    cause: str
    column: int
    line: str


@dataclass
class _Line:
    """A line that is gone through; `wanting` are the stretches that need marks, each with why."""

    text: str
    at: int
    wanting: list[tuple[int, int, str]] = field(default_factory=list)
    broken: bool = False
    goes_on: bool = False

    def collection(self) -> None:
        """What stands from an opening bracket to the one that closes it."""
        close = _CLOSES[self.text[self.at]]
        keyed = close == "}"
        self.at += 1
        while not self.broken:
            if keyed:
                key = _KEY.match(self.text, self.at)
                self.at = key.end() if key else self.at
            self.value(close)
            if self.at >= len(self.text):
                self.goes_on = True
                return
            elif self.text[self.at] == close:
                self.at += 1
                return
            else:
                self.at += 1

    def value(self, close: str) -> None:
        """What stands up to the next comma, or to the bracket that closes the whole."""
        self.at += len(self.text[self.at :]) - len(self.text[self.at :].lstrip())
        start = self.at
        if self.text[start : start + 1] in ('"', "'"):
            self._quoted()
        elif self.text[start : start + 1] in _CLOSES:
            inner = len(self.wanting)
            self.collection()
            if re.match(r"\s*[^\s,}\]]", self.text[self.at :]):  # the braces are a part of a text
                del self.wanting[inner:]
                self._plain(start, close)
        else:
            self._plain(start, close)
        self.at += len(self.text[self.at :]) - len(self.text[self.at :].lstrip())

    def _quoted(self) -> None:
        mark, end = self.text[self.at], self.at + 1
        while end < len(self.text) and self.text[end] != mark:
            end += 2 if mark == '"' and self.text[end] == "\\" else 1
        self.at = end + 1
        if self.at > len(self.text) or re.match(r"\s*[^\s,}\]]", self.text[self.at :]):
            self.broken = True

    def _plain(self, start: int, close: str) -> None:
        depth, end = 0, start
        while end < len(self.text):
            char = self.text[end]
            if depth == 0 and char in (",", close):
                break
            depth += (char in _CLOSES) - (depth > 0 and char in _CLOSES.values())
            end += 1
        self.at = end
        text = self.text[start:end].rstrip()
        why = _why(text)
        if why:
            self.wanting.append((start, start + len(text), why))


def mended(line: str) -> FlowMending | None:
    """What a line whose value is in braces or brackets lacks; None where it lacks nothing, or nothing that is clear."""
    taken = take_apart(line)
    anchor = _ANCHOR.match(taken.value)
    if anchor:  # which is told once the rest can be read
        start = taken.column - 1
        inner = mended(line[:start] + line[start + anchor.end() :])
        return inner and replace(inner, column=inner.column + anchor.end())
    if taken.value[:1] not in _CLOSES:
        return None
    found = _Line(line.rstrip(), taken.column - 1)
    found.collection()
    rest = found.text[found.at :].strip()
    if found.broken or not found.wanting or (rest.rstrip(",") not in ("", "}", "]") and not rest.startswith("#")):
        return None
    if found.goes_on and "`#`" not in found.wanting[0][2]:  # any text may begin with a bracket that is never closed
        return None
    text = found.text
    for start, end, _ in reversed(found.wanting):
        text = text[:start] + quote(text[start:end]) + text[end:]
    start, _, why = found.wanting[0]
    return FlowMending(why, start, text.strip())


def _why(text: str) -> str:
    """Why a text within braces or brackets needs marks, "" if it does not."""
    begins = _BEGINS.match(text)
    if begins:
        return "it begins with a backtick" if begins[0] == "`" else f"it begins with `{begins[0]}`"
    if text[:1] in _CLOSES:
        return f"it begins with `{text[0]}`"
    if ": " in text or text.endswith(":"):
        return "it holds `: `" if ": " in text else "it ends with `:`"
    if any(char in text for char in "{}[]"):
        return "it holds brackets"
    return "it holds ` #`" if " #" in text else ""
