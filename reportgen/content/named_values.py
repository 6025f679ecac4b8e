"""What a `{name}` in a text or a name in a formula stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reportgen.content.report import Datum
from reportgen.text.locale import format_number


@dataclass(frozen=True, slots=True)
class NamedValue:
    """A number with its language, a plain text, or (both None) something that is broken."""

    datum: Datum | None = None
    language: str = ""
    text: str | None = None

    def in_language(self, language: str) -> str:
        """The text as a reader of `language` expects it."""
        if self.datum is None:
            return self.text or ""
        if self.language == language:
            return self.datum.text
        return format_number(self.datum.value, self.datum.rule, language)


NamedValues = Mapping[str, NamedValue]


@dataclass
class NameTable:
    """The names of one report. A `promised` one is worked out when a formula first asks for it, as the value of a
    statistic is: it gives None if it is broken."""

    known: dict[str, NamedValue] = field(default_factory=dict)
    promised: dict[str, Callable[[], NamedValue | None]] = field(default_factory=dict)
