"""Reads numbers as people write them: digits, currency, words of scale, unit, and the words round them; or says what is
wrong with a text that is none."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.problems import HintedError
from reportgen.text import ordinals, scale_words, units
from reportgen.text.hedges import NUMBER, ratio_of, split_words
from reportgen.text.locale import (
    APOSTROPHES,
    EXACT,
    MINUS,
    MOST_DECIMALS,
    MOST_DIGITS,
    SPACES,
    LocaleFacts,
    NumberRule,
    facts_of,
    format_number,
)
from reportgen.text.units import ORDINAL, POINTS
from reportgen.text.words import round_numbers

_SIGNS = r"(?:US|AU?|CA?|NZ|HK|R)\$|\$(?:US|A|CA)|[£€$¥₹₺₽₩₪]|(?:zł|Kč|kr|lei|Ft)(?![^\W\d_])"
_CODE = r"[A-Z]{3}(?![^\W_])"
_CURRENCY = rf"{_SIGNS}|{_CODE}"
_DIGITS = rf"[0-9](?:[0-9.,{APOSTROPHES}{SPACES}]*[0-9])?"
_NUMBER = re.compile(
    rf"(?P<sign>[-+{MINUS}]?)(?:(?P<currency>{_CURRENCY})[{SPACES}]?(?P<inner>[-{MINUS}]?))?[{SPACES}]?"
    rf"(?P<digits>{_DIGITS})(?P<gap>[{SPACES}]*)(?P<tail>.*)",
    re.DOTALL,
)
_POINTS = re.compile(r"(?:%|per ?cent|prozent|percentage)[ -]?(?:points?|punkte?)", re.IGNORECASE)
_EXPONENT = re.compile(rf"(?<=[^\W\d_])[-{MINUS}][1-4](?![0-9])")
_RANGE = re.compile(rf"(?:[-–—{MINUS}]| (?:to|bis|à|i|do) ) ?(?:{_SIGNS})?[0-9]")
_PERCENT_BEFORE = re.compile(rf"\A([-+{MINUS}]?)%[{SPACES}]?(.*)\Z", re.DOTALL)
_FIRST_CURRENCY = re.compile(rf"(?:{_CURRENCY})(?=[{SPACES}/]|\Z)")
_BRACKETS = re.compile(rf"\(({_CURRENCY})?[{SPACES}]?([0-9][0-9.,{APOSTROPHES}{SPACES}]*)(.*)\)")
_ELSEWHERE = re.compile(
    rf"(?P<whole>[0-9]{{1,3}}(?P<group>[.,{APOSTROPHES}{SPACES}])[0-9]{{3}}(?:(?P=group)[0-9]{{3}})*)"
    r"(?P<decimal>(?!(?P=group))[.,])(?P<fraction>[0-9]+)"
)
_DIGITS_OF_UNITS = "0123456789⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
_MEASURE_OF_METRES = frozenset(["high", "long", "wide", "deep", "tall", "above", "below", "apart", "thick", "per"])


class NumberError(HintedError):
    """A text that is no number."""


@dataclass(frozen=True, slots=True)
class _Tail:
    """What stands behind the digits: word of scale, currency and unit; `gap` whether a space was before it."""

    word: str
    currency: str
    unit: str
    gap: bool


def parse_number(text: str, language: str) -> tuple[Decimal, NumberRule]:
    """The value of `£1.2bn`, `15 GW`, `about 5,000`, `4 in 5` or `8th`, and how it is written. Raises `NumberError`."""
    found = _ratio(text, language)
    if found:
        return found
    written, said = split_words(text.strip(), language)
    found = _ratio(written, language) if said else None
    if not said:
        return _bare(text, written, language)
    value, rule = found or _bare(text, written, language)
    return value, replace(rule, said=said.replace(NUMBER, rule.said) if rule.said else said)


def parse_unit(text: str, language: str) -> NumberRule:
    """How numbers of a unit are written, which is named alone: `GW`, `£m`, `thousand tonnes`. Raises `NumberError`."""
    written = units.tidy(text)
    currency = re.match(rf"{_CURRENCY}", written)
    sample = f"{currency.group()}1{written[currency.end() :]}" if currency else f"1 {written}"
    if written == "%":
        sample = "1%"
    if re.match(r"m(?: |\Z)", written) and "m" in facts_of(language).scale_of:
        million, metres, rest = *_millions_and_metres(facts_of(language)), written[1:]
        hint = f"write `{million}{rest}`, or `{metres}{rest}`"
        raise NumberError(f"`{written}` can be read as millions and as metres", hint)
    if not written or any(char.isdigit() for char in written[:1]):
        thousand = facts_of(language).wordings.get((3, True), {"other": ""})["other"].strip()
        noughts = re.match(r"[0, ']*000s?(?: |\Z)", written)
        hint = (
            f"write `{thousand} {written[noughts.end() :]}`" if noughts and thousand else "write it like `GW` or `£m`"
        )
        raise NumberError(f"`{text}` is no unit", hint)
    return parse_number(sample, language)[1]


def _ratio(text: str, language: str) -> tuple[Decimal, NumberRule] | None:
    """A ratio that is read as it is written: `4 in 5` is 80 per cent."""
    found = ratio_of(text, language)
    if found is None:
        return None
    value, said = found
    return value, NumberRule(unit="%", decimals=0 if value == value.to_integral_value() else 1, said=said)


def _bare(text: str, written: str, language: str) -> tuple[Decimal, NumberRule]:
    """A number without words round it; `text` is all that stands there."""
    facts = facts_of(language)
    place = ordinals.ordinal_of(written, language)
    if place:
        return _ordinal(text, *place, language)
    percent = _PERCENT_BEFORE.sub(r"\1\2%", written) if "%" in facts.percent[0] else written
    match = _NUMBER.fullmatch(percent)
    if match is None:
        raise _no_number(text, facts)
    tail = _tail(match, text, facts)
    number = _plain_digits(match["digits"], text, facts)
    scale, long = facts.scale_of[tail.word] if tail.word else (0, False)
    decimals = len(number.partition(".")[2])
    if len(number.partition(".")[0]) + scale > MOST_DIGITS or decimals > MOST_DECIMALS:
        raise NumberError(f"`{text}` has too many digits", "a number has 15 digits at most, 6 of them decimals")
    value = Decimal(f"{Decimal(number).scaleb(scale, EXACT):f}")
    negative = (match["sign"] or match["inner"] or "") in ("-", MINUS)
    rule = NumberRule(tail.currency, tail.unit, scale, decimals, long, plus=match["sign"] == "+" and bool(value))
    return (-value if negative and value else value), rule


def _ordinal(text: str, number: int, written: str, language: str) -> tuple[Decimal, NumberRule]:
    usual = ordinals.suffix(number, language)
    if not ordinals.fits(number, written, language):
        raise NumberError(f"`{text}` has the ending of another number", f"write `{number}{usual}`")
    return Decimal(number), NumberRule(unit=ORDINAL, said="" if written == usual else f"{number}{written}")


def _tail(match: re.Match[str], text: str, facts: LocaleFacts) -> _Tail:
    """What stands behind the digits. Raises NumberError for what cannot stand there, or could mean two things."""
    currency, gap = match["currency"] or "", bool(match["gap"])
    if currency and re.fullmatch(_CODE, currency) and currency not in facts.locale.currencies:
        raise NumberError(f"`{currency}` before the number is no currency", f"write it behind, as in `12 {currency}`")
    rest = units.tidy(match["tail"])
    word, rest = _scale_word(rest, bool(currency), facts)
    behind = _FIRST_CURRENCY.match(rest) if not currency else None
    if behind and (not re.fullmatch(_CODE, behind.group()) or behind.group() in facts.locale.currencies):
        currency, rest = behind.group(), rest[behind.end() :].strip()
    if word == "m" and not currency and (gap or rest.partition(" ")[0] in _MEASURE_OF_METRES):
        raise _metres_or_millions(match, rest, text, facts)
    unit = _percent(rest, facts)
    if unit and (currency or word):
        raise NumberError(f"`{text}` is an amount and a percentage at once", "write one or the other")
    if not unit and rest:
        unit = _unit(rest, match, text, facts, close=not gap and not word and not currency, money=bool(currency))
    return _Tail(word, currency, unit, gap)


def _scale_word(rest: str, money: bool, facts: LocaleFacts) -> tuple[str, str]:
    """The word of scale with which a tail begins, and what is behind it."""
    for word in facts.longest_first:
        if not rest.startswith(word):
            continue
        behind = rest[len(word) :]
        if (
            not behind
            or behind[0] == " "
            or (behind[0] == "/" and (money or len(word) > 2))
            or _FIRST_CURRENCY.match(behind)
        ):
            return word, behind.strip()
    return "", rest


def _percent(rest: str, facts: LocaleFacts) -> str:
    if rest == "%" or rest.casefold() in facts.per_cent:
        return "%"
    return POINTS if rest == POINTS or rest in facts.points.values() or _POINTS.fullmatch(rest) else ""


def _unit(rest: str, match: re.Match[str], text: str, facts: LocaleFacts, close: bool, money: bool) -> str:
    """The unit behind a number. Raises NumberError."""
    wrong = _no_unit(rest, match, text, facts)
    if wrong:
        raise wrong
    first = rest.split(maxsplit=1)[0]
    millions = "MM" if money and first == "mm" else first  # £5mm is no length
    near = scale_words.meant(millions, facts, close or money)
    thousands = re.fullmatch(rf"([A-Za-z])({_CURRENCY})", first)
    if thousands and (meant := scale_words.meant(thousands[1], facts, close=True)):
        raise NumberError(f"`{first}` is not known behind a number", f"did you mean `{meant} {thousands[2]}`?")
    if near:
        hint = f"did you mean `{near}`?"
        if len(first) == 1 and not money:
            spaced = scale_words.meant(first, facts, close=False)
            hint += f" If `{first}` is a unit, write {'out its name' if spaced else 'a space before it'}"
        raise NumberError(f"`{first}` is not known behind a number", hint)
    if first.startswith("%") or first.casefold() in facts.per_cent:
        what = "write the percentage alone, and the words behind it in the label"
        raise NumberError(f"`{rest}` is more than a percentage", what)
    if close and not units.is_set_close(rest):
        hint = f"with a space before it, as in `{match['digits']} {rest}`, it is a unit"
        if not units.is_unit(rest):
            hint = _known(facts)
        raise NumberError(f"`{rest}` is not known behind a number", hint)
    if not units.is_unit(rest):
        raise NumberError(f"`{rest}` is not known behind a number", _known(facts))
    return units.as_many(rest, facts.tag)


def _no_unit(rest: str, match: re.Match[str], text: str, facts: LocaleFacts) -> NumberError | None:
    """What is something else than a number with a unit: times, days, ranges, other ways of writing a number."""
    if re.fullmatch(r":[0-9]{2}(:[0-9]{2})?", rest):
        return NumberError(f"`{text}` is a time of day, not a number", "put it in a text")
    if re.fullmatch(r"[eE][-+]?[0-9]+", rest):
        return NumberError(
            f"`{text}` is not written out", f"write all its digits, or a short form like {short_form(facts)}"
        )
    if re.fullmatch(r"[0-9_]+", rest):
        whole = facts.digits(Decimal(re.sub(r"\D", "", text) or 0), 0)
        bare = re.sub(r"\D", "", text)
        return NumberError(f"`{text}` is not a number", f"write `{bare}`" + (f" or `{whole}`" if whole != bare else ""))
    if re.fullmatch(rf"[-{MINUS}]", rest):
        return NumberError(f"`{text}` may be a negative number", f"write it as `-{text.rstrip('- −')}`")
    if _RANGE.search(_EXPONENT.sub("", f" {rest}")):
        hint = "give one number and say the range in the label, or in a series a `value` with its `low` and `high`"
        return NumberError(f"`{text}` is a range, or two numbers", hint)
    place = ordinals.ordinal_of(match["digits"] + rest.partition(" ")[0], facts.tag)
    if place and not match["gap"]:
        first, _, others = rest.partition(" ")
        hint = f"write `{match['digits']}{first}` alone, and `{others}` in the label"
        return NumberError(f"`{text}` is more than a place in an order", hint)
    parts = re.fullmatch(rf"(?:/|({'|'.join(round_numbers('ratios', facts.tag)) or '/'})) ?([0-9]+)(?: (.+))?", rest)
    if parts and not match["sign"] and not match["currency"]:
        return _no_ratio(text, int(re.sub(r"\D", "", match["digits"])), int(parts[2]), parts[3], facts)
    when = units.is_date_or_time(rest, facts.tag) if rest[0].isalpha() else ""
    if when:
        return NumberError(f"`{text}` is a {when}, not a number", "put it in a text")
    if re.search(r" [0-9]", rest) and not units.is_unit(rest):
        return NumberError(f"`{text}` holds two numbers", "write one, with one unit, or put it in a text")
    return _odd_digit(text)


def _no_ratio(text: str, part: int, whole: int, more: str | None, facts: LocaleFacts) -> NumberError:
    between = next(iter(round_numbers("ratios", facts.tag)), "/")
    if more:
        alone = text.strip().removesuffix(more).strip()
        return NumberError(f"`{text}` is more than a share", f"write `{alone}` alone, and `{more}` in the label")
    if part > whole or not part:
        return NumberError(f"`{text}` is no part of a whole", "let the first number be at most the other, and not 0")
    return NumberError(f"`{text}` can be read in more than one way", f"write `{part} {between} {whole}` for a share")


def _metres_or_millions(match: re.Match[str], rest: str, text: str, facts: LocaleFacts) -> NumberError:
    digits = f"{match['sign']}{match['digits']}"
    behind = f" {rest}" if rest else ""
    million, metres = _millions_and_metres(facts)
    choices = [f"`{digits} {million}{behind}`", *([f"`{digits}m`"] if not rest else [])]
    hint = f"write {' or '.join(choices)} for millions, `{digits} {metres}{behind}` for a length"
    if rest and rest.partition(" ")[0] not in _MEASURE_OF_METRES:
        hint = f"write {choices[0]} for millions"
    return NumberError(f"`{text}` can be read as millions and as metres", hint)


def _millions_and_metres(facts: LocaleFacts) -> tuple[str, str]:
    return facts.wordings[6, True]["other"].strip(), {"cy": "metr"}.get(facts.locale.language, "metres")


def _known(facts: LocaleFacts) -> str:
    known = ", ".join(f"`{word}`" for word in facts.scale_of if word)
    return f"known are `%`, {known}, and units of a few words, such as `km`; other words belong in the label"


def short_form(facts: LocaleFacts) -> str:
    """An amount as the language writes it in short, in backticks."""
    key = next(key for key in ((9, False), (9, True), (6, True)) if key in facts.wordings)
    rule = NumberRule(facts.usual_currency, scale=key[0], decimals=1, long=key[1])
    return f"`{format_number(Decimal('1.2').scaleb(key[0]), rule, facts.tag)}`"


def _odd_digit(text: str) -> NumberError | None:
    odd = next((char for char in text if char.isnumeric() and char not in _DIGITS_OF_UNITS), "")
    if not odd:
        return None
    hint = "type the number again"
    if unicodedata.normalize("NFKC", odd)[1:2] == "⁄":
        hint = "write it as a decimal"
    return NumberError(f"`{text}` holds `{odd}`, which is not one of the digits 0 to 9", hint)


def _no_number(text: str, facts: LocaleFacts) -> NumberError:
    odd = _odd_digit(text)
    if odd:
        return odd
    inner = _BRACKETS.fullmatch(text.strip())
    if inner:
        return NumberError(f"`{text}` may be a negative number", f"write it as `-{text.strip()[1:-1]}`")
    percent = format_number(Decimal("12.5"), NumberRule(unit="%", decimals=1), facts.tag)
    like = f"write it like `{facts.digits(Decimal(1025000), 0)}`, `{percent}` or {short_form(facts)}"
    return NumberError(f"`{text}` is not a number", like)


def _plain_digits(written: str, text: str, facts: LocaleFacts) -> str:
    """The digits without grouping and with a point; grouping has to be where the language has it."""
    whole, point, fraction = facts.same_marks(written).partition(facts.decimal)
    bare = whole.replace(facts.group, "")
    good = bare.isdigit() and (not point or fraction.isdigit())
    if good and len(bare) > 1 and bare.startswith("0"):
        raise NumberError(
            f"`{text}` begins with a zero", f"write `{bare.lstrip('0') or '0'}`; a telephone number belongs in a text"
        )
    if not good or (whole != bare and whole != facts.digits(Decimal(bare), 0)):
        raise _bad_grouping(written, text, facts)
    return f"{bare}.{fraction}" if point else bare


def _bad_grouping(written: str, text: str, facts: LocaleFacts) -> NumberError:
    marks = re.findall(r"\D", written)
    message = f"the `{marks[0]}` in `{text}` does not stand where the language puts it"
    if len(marks) == 1 and marks[0] != facts.decimal and marks[0] in ".,":
        return NumberError(message, f"write `{written.replace(marks[0], facts.decimal)}` for a decimal")
    foreign = _written_elsewhere(written)
    if foreign:
        mended = text.replace(written, foreign.replace(".", facts.decimal))
        return NumberError(message, f"write `{mended}`")
    if len(set(marks)) > 1 or not re.fullmatch(r"[0-9]{1,3}(?:[^0-9][0-9]{3})+", written):
        return NumberError(message, f"type it again, like `{facts.digits(Decimal('1204.5'), 1)}`")
    bare = re.sub(r"\D", "", written).lstrip("0") or "0"
    whole = facts.digits(Decimal(bare), 0)
    return NumberError(message, f"write `{bare}`" + (f" or `{whole}`" if whole != bare else ""))


def _written_elsewhere(written: str) -> str:
    """`1.204,5`, `1 204,5` or `1'204.5` with a point and no grouping; "" for what is grouped in no way known."""
    match = _ELSEWHERE.fullmatch(written)
    return f"{re.sub('[^0-9]', '', match['whole'])}.{match['fraction']}" if match else ""
