"""Quotation marks in YAML: whether the text of a line needs them, why, and the line with them."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 160
LONGEST_LINE = 4000

# indentation and dashes, a key, and the rest of the line
_LINE = re.compile(
    r"(?P<lead>\s*(?:-\s+)*)"
    r"(?:(?P<key>[^\s:#\"'\[\]{},&*!|>%@`-][^:#\"]*?|\"[^\"]*\")\s*:(?:\s+|$))?"
    r"(?P<value>.*)"
)
_MARKS = "*&!%@`[]{}|>\"'#,"


@dataclass(frozen=True, slots=True)
class YamlLine:
    """One line of YAML, taken apart; `column` (from 1) is where the value starts."""

    key: str
    value: str
    column: int
    lead: str

    @property
    def cause(self) -> str:
        """Why YAML wants quotation marks round the value, as the end of a sentence; "" when it does not."""
        value = self.value
        if value[:1] and value[0] in _MARKS:
            return "it begins with a backtick" if value[0] == "`" else f"it begins with `{value[0]}`"
        if re.match(r"[-?:](\s|$)", value):
            return f"it begins with `{value[0]} `"
        if ": " in value or value.endswith(":"):
            return "it holds `: `" if ": " in value else "it ends with `:`"
        return "it holds ` #`" if " #" in value else ""

    @property
    def quoted(self) -> str:
        """The line as it should be, without its indentation."""
        key = f"{self.key}: " if self.key else "- " if "-" in self.lead else ""
        return key + quote(self.value)

    @property
    def hint(self) -> str:
        """What to write instead."""
        if len(self.value) > LONGEST:
            block = f"`{self.key}: |` and the text indented below it" if self.key else "`|` and the text below it"
            return f"put the text in quotation marks, or write it as {block}"
        return f"write `{self.quoted}`"


def take_apart(line: str) -> YamlLine:
    """The parts of a line."""
    match = _LINE.match(line.rstrip()[:LONGEST_LINE])
    assert match is not None  # every part of the pattern may be empty
    return YamlLine(match["key"] or "", match["value"], match.start("value") + 1, match["lead"])


def quote(text: str) -> str:
    """A text as a quoted scalar on one line, in the quotation marks that need the fewest changes."""
    if re.fullmatch(r"'(\w'\w|[^'])*'", text):  # apostrophes inside, meant as 'it's'
        text = text[1:-1]
    if re.fullmatch(r"“[^“”]*”|‘[^‘’]*’", text):  # a word processor's marks, meant as YAML's
        text = text[1:-1]
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def needs_marks(cause: str) -> str:
    """The sentence for a text that YAML reads as something else."""
    return f"this text needs quotation marks, because {cause}"
