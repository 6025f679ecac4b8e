"""What a `{name}` in a text or a name in a formula stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from reportgen.content.report import Datum
from reportgen.text.locale import format_number


@dataclass(frozen=True, slots=True)
class NamedValue:
    """A number with its language, a plain text, or (both None) something that is broken.

    `is_change` says that it is a difference, of which the sign tells a direction.
    """

    datum: Datum | None = None
    language: str = ""
    text: str | None = None
    is_change: bool = False

    def in_language(self, language: str) -> str:
        """The text as a reader of `language` expects it."""
        if self.datum is None:
            return self.text or ""
        if self.language == language:
            return self.datum.text
        return format_number(self.datum.value, self.datum.rule, language)

    def without_sign(self) -> NamedValue:
        """The number as a size, where words say its direction."""
        if self.datum is None:
            return self
        rule = replace(self.datum.rule, plus=False)
        return replace(self, datum=Datum.written(self.datum.name, abs(self.datum.value), rule, self.language))


CHANGES = ("change", "change_percent")
"""The names of the differences that a statistic or a series has."""


def family_of(name: str) -> str:
    """The name of the difference that a name belongs to: `jobs.change` for `jobs.change_percent` and
    `jobs.change_size`."""
    stem, dot, last = name.rpartition(".")
    return f"{stem}{dot}change" if last in (*CHANGES, "change_size") else name


NamedValues = Mapping[str, NamedValue]


@dataclass(frozen=True, slots=True)
class TextNames:
    """What the names of one text stand for, in its language. `own` are those of the statistic that it belongs to, which
    are among `known` too."""

    known: NamedValues
    own: NamedValues = field(default_factory=dict)
    language: str = "en"

    def text(self, name: str, signed: bool = True) -> str | None:
        """What is printed for a name, without its sign where words say that; None when there is no such name."""
        named = self.known.get(name)
        if named is None:
            return None
        return (named if signed else named.without_sign()).in_language(self.language)

    def is_wordy(self, name: str) -> bool:
        """Whether a name stands for words, between which a line may end."""
        return name in self.known and self.known[name].datum is None


@dataclass
class NameTable:
    """The names of one report. A `promised` one is worked out when a formula first asks for it, as the value of a
    statistic is: it gives None if it is broken."""

    known: dict[str, NamedValue] = field(default_factory=dict)
    promised: dict[str, Callable[[], NamedValue | None]] = field(default_factory=dict)
