"""Reads the cells of a column: each is a number with its rule, a gap, or wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.content.gaps import Gap, gap_of
from reportgen.content.periods.spreadsheets import date_for_number
from reportgen.content.quantities import Quantity
from reportgen.text.locale import MINUS, MOST_DECIMALS, NumberRule, facts_of
from reportgen.text.number_reading import NumberError, parse_number

_PLAIN = re.compile(rf"[-+{MINUS}]?(?:0|[1-9][0-9]{{0,14}})(?:\.[0-9]{{1,30}})?")
_GROUPED = re.compile(r"(?<![0-9])[0-9]{1,3}\.[0-9]{3}(?![0-9])")
_MACHINE = re.compile(rf"[-+{MINUS}]?[£€$¥]?[0-9]+\.[0-9]+ ?%?")

_SIGNED = re.compile(r"[0-9][.,][0-9]")
_FOR_ALL = "; or for the whole file `decimal: comma` or `decimal: point` at its table under `data:`"

_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?")
_ACCOUNT = re.compile(r"\(([£€$¥]?[0-9][0-9.,]*)\)")
_MARKED = re.compile(r"(.*[0-9%]) ?(\[\w{1,3}\]|\(\w\)|\*{1,3}|[†‡§¹²³⁴⁵]|(?![kKm])[a-z])")
"""A number and a mark as offices set them: `[r]` revised, `(p)` provisional, a star, a letter."""


_RULES = tuple(NumberRule(decimals=decimals) for decimals in range(MOST_DECIMALS + 1))

Reading = Quantity | Gap | NumberError


def read_cells(texts: Sequence[str], language: str, delimiter: str = ",", decimal: str = "") -> list[Reading]:
    """What each cell of a column holds; `decimal` is the sign before its decimals, where the report says which.

    A number is written as the language has it, or as machines do, with a point and no grouping. Where `1.234` could
    be either, the other cells of the column decide; if they do not, a semicolon between the cells speaks for the
    language (as spreadsheets write it), and otherwise the cell is refused: it would be a guess by a factor of 1,000.
    Where the language has a point, `20,333` could be either in a file with semicolons, which have commas for decimals
    where they come from; there too the other cells decide, or the cell is refused.
    """
    own = facts_of(language).decimal
    if decimal:
        return [_told(text if decimal == own else _with_signs_changed(text, language), language) for text in texts]
    if own == ".":
        known = {text: _read(text, language) for text in set(texts)}
        if delimiter == ";":
            known = _of_semicolons(known, language)
        return [known[text] for text in texts]
    both = [_both_ways(text, language) for text in texts]
    machine = any(local is None and plain is not None for local, plain in both)
    local_too = any(local is not None and plain is None for local, plain in both) or (delimiter == ";" and not machine)
    return [
        _chosen(text, pair, language, machine, local_too) if pair != (None, None) else _read(text, language)
        for text, pair in zip(texts, both, strict=True)
    ]


def _told(text: str, language: str) -> Reading:
    """A cell of which it is known that it is written as the language has it, and not as machines do."""
    found = _read(text, language)
    if isinstance(found, Quantity) and "." in text and facts_of(language).decimal == ",":
        try:
            return Quantity(*parse_number(text, language))
        except NumberError as error:
            return error
    return found


def _of_semicolons(known: dict[str, Reading], language: str) -> dict[str, Reading]:
    """The cells of a file with semicolons, whose commas may stand before decimals; by their texts.

    A cell that is a number in one way only decides for all.
    """
    commas = {text: _read(_with_signs_changed(text, language), language) for text in known if _SIGNED.search(text)}
    proofs = {text for text, reading in known.items() if text in commas and isinstance(reading, Quantity)}
    others = {text for text, reading in commas.items() if isinstance(reading, Quantity)}
    if others - proofs and not proofs - others:
        return known | commas
    asked = {text for text in proofs & others if "," in text} if not proofs - others else ()
    return known | {text: _either(text, known[text], commas[text]) for text in asked}


def _either(text: str, local: Reading, other: Reading) -> Reading:
    if not isinstance(local, Quantity) or not isinstance(other, Quantity):
        return local
    return NumberError(
        f"`{text}` can be read as {local.value:f} and as {other.value:f}",
        f"write `{text.replace(',', '')}`, or `{text.replace(',', '.')}`{_FOR_ALL}",
    )


def _with_signs_changed(text: str, language: str) -> str:
    """A text with points for commas and commas for points, as far as the language has these signs."""
    facts = facts_of(language)
    other = "." if facts.decimal == "," else ","
    return text.translate({ord(other): facts.decimal, ord(facts.decimal): facts.group})


def _read(text: str, language: str) -> Reading:
    found = _plain(text) if _PLAIN.fullmatch(text) else gap_of(text, language)
    if found:
        return found
    try:
        value, rule = parse_number(text, language)
    except NumberError as error:
        return _in_a_table(text, language, error)
    return (_footnote(text) if rule.unit == "p" else None) or Quantity(value, rule)


def _in_a_table(text: str, language: str, error: NumberError) -> NumberError:
    """What is wrong with a cell, in the words of tables: footnotes, amounts in brackets, dates, errors."""
    if _ERROR.fullmatch(text):
        return NumberError(
            f"`{text}` is an error of the spreadsheet", "mend the formula there, or leave the cell empty"
        )
    date = date_for_number(text, language)
    if date:
        return NumberError(date.message, date.hint)
    inner = _ACCOUNT.fullmatch(text)
    if inner:
        return NumberError(f"`{text}` may be a negative number", f"write it as `-{inner[1]}`")
    marked = _footnote(text)
    if marked:
        return marked
    if not any(char.isdigit() for char in text):
        hint = "leave the cell empty if there is no value, or write `suppressed`"
        return NumberError(f"`{text}` is not a number", hint)
    return error


def _footnote(text: str) -> NumberError | None:
    marked = _MARKED.fullmatch(text)
    if marked is None:
        return None
    hint = f"write `{marked[1]}`, and say what the mark means in the figure's `note`"
    return NumberError(f"`{marked[2]}` behind the number looks like the mark of a footnote", hint)


def _plain(text: str) -> Quantity:
    value = Decimal(text.replace(MINUS, "-"))
    rule = _RULES[min(MOST_DECIMALS, len(text.partition(".")[2]))]
    return Quantity(value or Decimal(0), replace(rule, plus=True) if text.startswith("+") else rule)


def _both_ways(text: str, language: str) -> tuple[Quantity | None, Quantity | None]:
    """A number with a sign in it as the language reads it and as a machine does; None for what neither must decide."""
    if "." not in text and "," not in text:
        return (None, None)
    plain: Quantity | None = None
    if _MACHINE.fullmatch(text):
        read = _read(text, "en")
        plain = read if isinstance(read, Quantity) else None
        if facts_of(language).group != "." or not _GROUPED.search(text):
            return None, plain
    try:
        return Quantity(*parse_number(text, language)), plain
    except NumberError:
        return None, plain


def _chosen(
    text: str, pair: tuple[Quantity | None, Quantity | None], language: str, machine: bool, local_too: bool
) -> Reading:
    local, plain = pair
    if local is None or plain is None or local.value == plain.value:
        found = local if local is not None else plain
        return found if found is not None else _read(text, language)
    if machine != local_too:
        return plain if machine else local
    whole = f"{local.value:f}"
    point = facts_of(language).decimal
    message = f"`{text}` can be read as {whole} and as {text.replace('.', point)}"
    return NumberError(message, f"write `{whole}`, or `{text.replace('.', point)}`{_FOR_ALL}")
