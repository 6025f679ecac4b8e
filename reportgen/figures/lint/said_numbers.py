"""Looks in the texts of a report, their references filled in, for numbers and words that disagree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.blocks import BlockText, blocks_in, walk
from reportgen.content.report import Highlight, Report, Statistic
from reportgen.figures.lint.figure_view import LintFinding
from reportgen.problems import Place
from reportgen.text.number_words import Disagreement, disagreements
from reportgen.text.spans import plain


@dataclass(frozen=True, slots=True)
class SaidNumber:
    """A finding in a text of the block at the path `block`, at the place of its word."""

    block: str
    place: Place
    finding: LintFinding


def said_numbers(report: Report) -> Iterator[SaidNumber]:
    """What the texts of a report say of numbers that their signs and sizes do not; a large number is read with its
    words."""
    blocks = [block for _, block in blocks_in(report)]
    languages = {block.path: getattr(block, "language", "") for block in blocks}
    headed = {block.path: head for block in blocks if (head := _headed(block))}
    own = {"intro": report.intro_language, "closing": report.closing_language}
    for text in (each for each in walk(report) if isinstance(each, BlockText)):
        language = languages.get(text.block) or own.get(text.key) or report.language
        key, words = headed.get(text.block, ("", ""))
        if text.key in ("datum", "amount") and words:
            continue
        for paragraph in text.paragraphs:
            said = words if text.key == key else plain(paragraph)
            yield from _found(report, text.block, text.path, said, language)
    for block in blocks:
        if isinstance(block, Statistic) and block.alt:
            yield from _found(report, block.path, f"{block.path}.alt", block.alt, block.language)


def _headed(block: object) -> tuple[str, str] | None:
    """The key of the words that a large number stands before, and both together."""
    if isinstance(block, Statistic) and not block.title:
        return "label", f"{block.datum.text} {plain(block.label)}"
    if isinstance(block, Highlight) and block.amount:
        return "text", f"{block.amount.text} {plain(block.text)}"
    return None


def _found(report: Report, block: str, path: str, text: str, language: str) -> Iterator[SaidNumber]:
    for each in disagreements(text, language):
        place = report.place_of_word(path, each.word)
        yield SaidNumber(block, place, _finding(each))


def _finding(found: Disagreement) -> LintFinding:
    if found.of_sign:
        hint = "write the number without its sign, or let the word follow it: `{change} {more|fewer: change}`"
        return LintFinding(
            "sign", f"“{found.phrase}”: the sign of the number and “{found.word}” do not go together", hint
        )
    hint = "let the word follow the number: `{value} {person|people: value}`"
    return LintFinding("plural", f"“{found.phrase}”: “{found.word}” is more than one", hint)
