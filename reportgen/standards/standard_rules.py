"""Rules: which standard forbids what, and which of them the facts break that drawing reports.

A fact says what a page holds and names the block that it comes from; it knows nothing of standards. A rule knows the
standards and their clauses, and nothing of pages. Whether a fact matters depends on what the edition promises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from reportgen.problems import Place, Problem
from reportgen.standards.promises import Standard

X4, A2A, UA1 = Standard.X4, Standard.A2A, Standard.UA1
_ISO = {X4: "ISO 15930-7", A2A: "ISO 19005-2", UA1: "ISO 14289-1"}


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a page holds: the `code` of a rule, the `source` of the block (`case_study.text`), a detail."""

    code: str
    source: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class StandardRule:
    """What standards forbid: `what` is a clause about the page in which `{}` stands for a fact's detail.

    `clauses` has the clause of every standard that forbids it.
    """

    code: str
    clauses: Mapping[Standard, str]
    what: str
    hint: str

    def broken_by(self, promises: frozenset[Standard]) -> str:
        """Those of the `promises` that it breaks, with their clauses: "PDF/UA-1 (ISO 14289-1, 7.3)"; else nothing."""
        broken = (standard for standard in Standard if standard in promises and standard in self.clauses)
        return " and ".join(f"{standard} ({_ISO[standard]}, {self.clauses[standard]})" for standard in broken)


FORBIDS = (
    StandardRule(
        "no-title", {X4: "document metadata", UA1: "7.1"}, "the page has no title", "write `title: ` and the title"
    ),
    StandardRule(
        "no-language",
        {A2A: "6.7.4", UA1: "7.2"},
        "the page does not say what language it is in",
        "write `language: en-GB`, or the tag of another language",
    ),
    StandardRule(
        "first-heading",
        {UA1: "7.4.2"},
        "the first heading is {}, not one of the first level",
        "give the report a `title`",
    ),
    StandardRule(
        "several-titles",
        {UA1: "7.4.2"},
        "the page has {} headings of the first level",
        "leave one title to the page",
    ),
    StandardRule(
        "no-alternative",
        {A2A: "6.7.5", UA1: "7.3"},
        "a picture has no words for those who cannot see it",
        "write `alt: ` and say in a sentence what it shows",
    ),
    StandardRule(
        "unmarked-picture",
        {A2A: "6.7.3.3", UA1: "7.1"},
        "a picture stands neither in a figure nor among the decoration",
        "this is a fault of the program; please report it",
    ),
    StandardRule(
        "list-parts",
        {A2A: "6.7.3.4", UA1: "7.2"},
        "{}",
        "this is a fault of the program; please report it",
    ),
    StandardRule(
        "ragged-table",
        {UA1: "7.5"},
        "the table of a figure's values has rows of {} cells",
        "this is a fault of the figure's kind; let `values()` give every row as many cells, empty ones where need be",
    ),
    StandardRule(
        "missing-glyph",
        {X4: "fonts", A2A: "6.2.11.8", UA1: "7.21.8"},
        "a typeface has no glyph for {}",
        "write another character, or choose a typeface that has it",
    ),
    StandardRule(
        "private-character",
        {A2A: "6.2.11.7.3", UA1: "7.21.7"},
        "{} is a character of private use, which nobody else can read",
        "write the character that is meant",
    ),
    StandardRule(
        "live-link",
        {X4: "6.17"},
        "a live link stands on the page",
        "leave the link out of this edition, where its address is printed",
    ),
    StandardRule(
        "hidden-address",
        {X4: "6.17"},
        "the words of a link hide its address `{}`, which paper cannot follow",
        "write the address as the words of the link, or build only the screen edition with `--edition screen`",
    ),
    StandardRule(
        "wordless-link",
        {UA1: "7.18.5"},
        "a link to `{}` has no words",
        "write the words between the brackets: `[words](address)`",
    ),
    StandardRule(
        "foreign-colour",
        {X4: "6.4.3.2", A2A: "6.2.4.3"},
        "a colour is written as {}, which the output intent does not describe",
        "this is a fault of the program; please report it",
    ),
    StandardRule(
        "page-size",
        {A2A: "6.1.13"},
        "the page is {} long; the most is 14400 pt and the least 3 pt",
        "choose another size in the brand's `format`",
    ),
    StandardRule(
        "long-text",
        {A2A: "6.1.13"},
        "a text of {} bytes is to be written as one string; the most is 32767",
        "make it shorter",
    ),
)  # fmt: skip
"""The one table of what forbids what."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A fact, the rule that it breaks, and the promises that go with it."""

    fact: Fact
    rule: StandardRule
    broken: str

    @property
    def message(self) -> str:
        """A clause that says what is wrong, and which clause of which standard forbids it."""
        return f"{self.rule.what.replace('{}', self.fact.detail)}, which {self.broken} does not allow"

    def problem(self, place_of: Callable[[str], Place]) -> Problem:
        """The same as a problem at the place of the fact's block."""
        return Problem(self.rule.code, self.message, place_of(self.fact.source), self.rule.hint)


def violations(facts: Iterable[Fact], promises: frozenset[Standard]) -> tuple[Violation, ...]:
    """All that the facts break of what is promised. Raises `KeyError` for a fact that no rule knows."""
    rules = {rule.code: rule for rule in FORBIDS}
    met = ((fact, rules[fact.code]) for fact in dict.fromkeys(facts))
    return tuple(Violation(fact, rule, broken) for fact, rule in met if (broken := rule.broken_by(promises)))
