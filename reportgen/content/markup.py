"""Reads the marks within a text: `**bold**`, `*italic*`, `[words](url)`, `{name}` and `{more|fewer: name}`."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import urlsplit

from reportgen.content.named_values import TextNames, family_of
from reportgen.content.word_choice import Chosen, WordChoiceError, choose, word_choice
from reportgen.text.spans import Rich, Span

_TOKEN = re.compile(r"\{\{|\}\}|\{[^{}\n]*\}|\{[^{}]*\|[^{}]*\}|\{|\*+|\[|[ \t\n]{2,}|[\t\n]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_LINE_END = re.compile(r"\n\s*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”“’»)*]*\s+")
_SCHEMES = ("http", "https", "mailto")
_NESTED = re.compile(r"\{[^{}]+\{[^{}]*\}[^{}]*\}|\{\{[^{}]*\}(?!\})[^{}]*\}")
LONGEST_URL = 2000
LONGEST_LINK = 4000
MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class MarkupFault:
    """What is wrong at `offset` of a text, over `width` characters. An unknown `name` gets its hint from the caller."""

    offset: int
    width: int
    message: str
    hint: str = ""
    name: str = ""


def read_markup(text: str, names: TextNames, folded: bool = False) -> tuple[tuple[Rich, ...], tuple[MarkupFault, ...]]:
    """The paragraphs of a text. In a `folded` one YAML has joined the lines, so every line end left is a blank line.

    A number that a name stands for is kept together. In a sentence whose words are chosen by its sign it has none.
    """
    paragraphs: list[Rich] = []
    faults: list[MarkupFault] = []
    for start, part in _paragraphs(text, _LINE_END if folded else _BLANK_LINE):
        reader = _MarkupReader(part, start, names)
        rich = reader.read()
        faults += reader.faults
        if rich:
            paragraphs.append(rich)
    return tuple(paragraphs), tuple(faults[:MOST_FAULTS])


def families_said(text: str, names: TextNames) -> frozenset[str]:
    """The families of numbers whose direction words of a text say."""
    found = (_Braces.of(part, names) for _, part in _paragraphs(text, _BLANK_LINE))
    return frozenset(chosen.family for braces in found for chosen in braces.chosen.values() if chosen.signed)


def url_fault(url: str) -> tuple[str, str] | None:
    """What is wrong with an address, and what to do; None when nothing is."""
    if re.search(r"[\s<>\"\\^`{}|]", url):
        return f"the address `{url}` holds a character that no address has", "copy it from the browser"
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return f"`{url}` is not an address", "copy it from the browser"
    if len(url) > LONGEST_URL:
        return f"the address has {len(url)} characters; {LONGEST_URL} is the most", "use a short one"
    if parts.scheme.lower() not in _SCHEMES:
        near = f"did you mean `https://{url}`?" if re.match(r"[\w-]+(\.[\w-]+)+(/|$)", url) else ""
        return f"`{url}` does not begin with `https://`, `http://` or `mailto:`", near or "write the whole address"
    if (parts.scheme.lower() == "mailto" and "@" not in parts.path) or (parts.scheme.lower() != "mailto" and not host):
        return f"`{url}` is not a whole address", "copy it from the browser"
    return None


def _paragraphs(text: str, between: re.Pattern[str]) -> list[tuple[int, str]]:
    parts, start = [], 0
    for match in between.finditer(text):
        parts.append((start, text[start : match.start()]))
        start = match.end()
    return [*parts, (start, text[start:])]


@dataclass(frozen=True, slots=True)
class _Braces:
    """What the braces of one paragraph hold, worked out before it is read: a number stands before its words or behind.

    `chosen` are the words that were chosen and `wrong` those that could not be, by where their braces open; the numbers
    that open at `unsigned` lose their sign, and those at `dropped` are left out, because the words beside them say all.
    """

    chosen: Mapping[int, Chosen]
    wrong: Mapping[int, WordChoiceError]
    unsigned: frozenset[int]
    dropped: frozenset[int]

    @classmethod
    def of(cls, text: str, names: TextNames) -> _Braces:
        """The braces of a paragraph."""
        if "|" not in text:
            return _NO_CHOICES
        found = [match for match in _TOKEN.finditer(text) if match.group()[0] == "{" and len(match.group()) > 2]
        inside = {match.start(): match.group()[1:-1].strip() for match in found}
        beside = [each for each in inside.values() if "|" not in each]
        chosen, wrong = dict[int, Chosen](), dict[int, WordChoiceError]()
        for at, each in inside.items():
            choice = word_choice(each)
            try:
                if choice:
                    chosen[at] = choose(choice, names, beside)
            except WordChoiceError as error:
                wrong[at] = error
        ends = [match.end() for match in _SENTENCE_END.finditer(text) if _begins_sentence(text[match.end() :])]
        said = {(bisect(ends, at), each.family) for at, each in chosen.items() if each.signed}
        unsigned = {at for at, each in inside.items() if (bisect(ends, at), family_of(each)) in said}
        dropped = set()
        for one, other in pairwise(found):
            for words, number in ((one, other), (other, one)):
                alone = chosen.get(words.start())
                beside_it = not text[one.end() : other.start()].strip()
                if alone and alone.alone and beside_it and family_of(inside[number.start()]) == alone.family:
                    dropped.add(number.start())
        return cls(chosen, wrong, frozenset(unsigned), frozenset(dropped))


def _begins_sentence(text: str) -> bool:
    """Whether a text begins with a capital; where a brace does, the sentence may go on: "by approx. {change}"."""
    return text.lstrip("*[(\"'“„«‘")[:1].isupper()


_NO_CHOICES = _Braces({}, {}, frozenset(), frozenset())


@dataclass
class _MarkupReader:
    """Reads one paragraph that begins at `base` of its text."""

    text: str
    base: int
    names: TextNames
    faults: list[MarkupFault] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    bold_at: int = -1
    italic_at: int = -1
    url: str = ""
    braces: _Braces = _NO_CHOICES

    def read(self) -> Rich:
        self.braces = _Braces.of(self.text, self.names)
        self._stretch(0, len(self.text))
        for at, mark in ((self.bold_at, "**"), (self.italic_at, "*")):
            if at >= 0:
                self._fault(at, len(mark), f"`{mark}` opens here and is never closed", _close_hint(mark))
        return _trim(self.spans)

    def _stretch(self, start: int, end: int) -> None:
        while start < end:
            match = _TOKEN.search(self.text, start, end)
            if match is None:
                self._add(self.text[start:end])
                return
            self._add(self.text[start : match.start()])
            start = self._token(match, end)

    def _token(self, match: re.Match[str], end: int) -> int:
        """Deals with one token; says where reading goes on."""
        token, at = match.group(), match.start()
        if token[0] == "{" and len(token) < 3 and (nested := _NESTED.match(self.text, at, end)) and "|" in nested[0]:
            message = f"braces stand within the braces of `{nested[0]}`"
            hint = "name the number outside them: `{change} {more|fewer: change}`"
            self._fault(at, len(nested[0]), message, hint)
            return nested.end()
        if token in ("{{", "}}"):
            self._add(token[0])
        elif token == "{":
            self._fault(at, 1, "`{` opens a name that is never closed", "write `{{` for a brace")
        elif token[0] == "{" and "|" in token:
            self._words(token, at)
        elif token[0] == "{":
            self._name(token[1:-1].strip(), at, len(token))
        elif token[0] == "*":
            self._stars(token, at, match.end())
        elif token == "[" and not self.url:
            return self._link(at, end)
        else:
            self._add(" " if token.isspace() else token)
        return match.end()

    def _name(self, name: str, at: int, width: int) -> None:
        if at in self.braces.dropped:
            return
        filled = self.names.text(name, at not in self.braces.unsigned)
        if filled is None:
            self.faults.append(MarkupFault(self.base + at, width, f"unknown name `{{{name}}}`", name=name))
        else:
            self._add(filled, keep=not self.names.is_wordy(name))

    def _words(self, token: str, at: int) -> None:
        """The form that was chosen, with the marks that it has."""
        if error := self.braces.wrong.get(at):
            self.faults.append(MarkupFault(self.base + at, len(token), error.message, error.hint, error.name))
            return
        choice, chosen = word_choice(token[1:-1]), self.braces.chosen[at]
        if choice and chosen.form >= 0:
            start, end = choice.forms[chosen.form]
            self._stretch(at + 1 + start, at + 1 + end)

    def _stars(self, token: str, at: int, end: int) -> None:
        before, after = self.text[at - 1 : at], self.text[end : end + 1]
        opens, closes = bool(after) and not after.isspace(), bool(before) and not before.isspace()
        count = len(token)
        if count > 3 or not (opens or closes):
            self._add(token)
            return
        if count >= 2 and (self.bold_at >= 0 if closes else False):
            self.bold_at, count = -1, count - 2
        elif count >= 2 and opens and self.bold_at < 0:
            self.bold_at, count = at, count - 2
        elif count >= 2:
            self._fault(at, 2, "`**` closes here what was never opened", _close_hint("**"))
            return
        if count:
            self._star(at + len(token) - 1, opens and not before.isalnum(), closes and not after.isalnum())

    def _star(self, at: int, opens: bool, closes: bool) -> None:
        """A single star; between letters or digits it is only a star."""
        if self.italic_at >= 0 and closes:
            self.italic_at = -1
        elif self.italic_at < 0 and opens:
            self.italic_at = at
        else:
            self._add("*")

    def _link(self, at: int, end: int) -> int:
        closing = _match(self.text, at, end, "[]") if "](" in self.text[at : min(end, at + LONGEST_LINK)] else -1
        if closing < 0 or not self.text.startswith("(", closing + 1, end):
            self._add("[")
            return at + 1
        last = _match(self.text, closing + 1, end, "()")
        if last < 0:
            self._fault(closing + 1, 1, "the address that opens here is never closed", "close it with `)`")
            self._stretch(at + 1, closing)
            return end
        self._url(closing + 2, last)
        self._stretch(at + 1, closing)
        self.url = ""
        return last + 1

    def _url(self, start: int, end: int) -> None:
        self.url = self.text[start:end].strip() or "#"
        wrong = url_fault(self.text[start:end].strip())
        if wrong:
            self._fault(start, max(1, end - start), *wrong)

    def _add(self, text: str, keep: bool = False) -> None:
        if text:
            self.spans.append(Span(text, self.bold_at >= 0, self.italic_at >= 0, self.url, keep))

    def _fault(self, at: int, width: int, message: str, hint: str) -> None:
        self.faults.append(MarkupFault(self.base + at, width, message, hint))


def _match(text: str, at: int, end: int, pair: str) -> int:
    """Where the bracket that opens at `at` is closed; -1 when it is not."""
    depth = 0
    for index in range(at, min(end, at + LONGEST_LINK)):
        depth += (text[index] == pair[0]) - (text[index] == pair[1])
        if depth == 0:
            return index
    return -1


def _close_hint(mark: str) -> str:
    if mark == "**":
        return "write `**bold**`; with a space on both sides it stays as it is"
    return "write `*italic*`; a star with a space on both sides stays as it is"


def _trim(spans: list[Span]) -> Rich:
    """Neighbours that are set alike joined; one blank between words, none at the ends."""
    joined: list[Span] = []
    blank = True
    for span in spans:
        text = span.text.lstrip(" ") if blank and not span.keep else span.text
        if not text:
            continue
        blank = text.endswith(" ")
        last = joined[-1] if joined else None
        if last and not (last.keep or span.keep) and _alike(last, span):
            joined[-1] = Span(last.text + text, span.bold, span.italic, span.url)
        else:
            joined.append(Span(text, span.bold, span.italic, span.url, span.keep))
    if joined and not joined[-1].keep and joined[-1].text.endswith(" "):
        last = joined.pop()
        if last.text != " ":
            joined.append(Span(last.text[:-1], last.bold, last.italic, last.url))
    return tuple(joined)


def _alike(first: Span, second: Span) -> bool:
    return (first.bold, first.italic, first.url) == (second.bold, second.italic, second.url)
