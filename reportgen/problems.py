"""What is wrong, where, and what to do about it: data here, worded once, shown in one way."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

ERROR_EXIT = 1
_LONGEST = 40


class Severity(StrEnum):
    """How much a problem weighs: an error stops the build, a warning does not (unless `--strict`)."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a text file: `line` and `column` count from 1 (0 for the file as a whole); `width` in characters."""

    file: str
    line: int = 0
    column: int = 0
    width: int = 1
    excerpt: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `message` is a clause without a full stop; `hint` says what to do."""

    code: str
    message: str
    place: Place
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        hint = f"; {self.hint}" if self.hint else ""
        head = f"{self.place}: {self.severity}: {self.message}{hint}"
        return "\n".join([head, *_excerpt(self.place)])

    def as_dict(self) -> dict[str, str | int]:
        """The problem as plain values, for `--format json`."""
        return {
            "severity": str(self.severity),
            "code": self.code,
            "message": self.message,
            "hint": self.hint,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "width": self.place.width,
        }


class ReportError(Exception):
    """The one exception that a caller of `reportgen` sees: it carries every problem that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class HintedError(ValueError):
    """What cannot be used or done: `message` says why, as a clause, and `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems as a reader meets them: by file, line, column; each once."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (p.place.file, p.place.line, p.place.column)))


def raise_errors(problems: Iterable[Problem]) -> None:
    """Raise `ReportError` with all `problems` if one of them is an error; otherwise return."""
    found = tuple(problems)
    if any(problem.severity is Severity.ERROR for problem in found):
        raise ReportError(found)


def shortened(text: str) -> str:
    """A text on one line, cut for a message."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """A hint that names the nearest valid name, or lists what there is when none is near."""
    known = sorted(set(names))
    near = nearest(word, known)
    if near:
        return f"did you mean `{near}`?"
    some = ", ".join(f"`{name}`" for name in known[:12])
    return f"use one of {some}" + (" …" if len(known) > 12 else "") if known else ""


def nearest(word: str, names: Iterable[str], likeness: float = 0.6) -> str:
    """The name that is spelt most nearly like a word; "" when none is so near (0 to 1, as difflib measures it)."""
    known = sorted(set(names))
    near = difflib.get_close_matches(word.lower(), [name.lower() for name in known], n=1, cutoff=likeness)
    return next((name for name in known if near and name.lower() == near[0]), "")


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a sentence lists them: "a, b and c"."""
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _excerpt(place: Place) -> list[str]:
    if not place.line or not place.excerpt:
        return []
    margin = f"{place.line:>5} | "
    lead = "".join("\t" if char == "\t" else " " for char in place.excerpt[: place.column - 1])
    room = max(1, len(place.excerpt) - place.column + 1)
    carets = "^" * max(1, min(place.width, room))
    return [f"{margin}{place.excerpt}", f"{' ' * (len(margin) - 2)}| {lead}{carets}"]
