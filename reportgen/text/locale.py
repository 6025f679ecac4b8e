"""Reads and writes numbers as a language writes them, by the data of CLDR; values are exact."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from reportgen.problems import HintedError, did_you_mean
from reportgen.text.words import percentage_points

if TYPE_CHECKING:
    from babel import Locale

POINTS = "pp"
"""The unit of percentage points, in which two percentages differ; also what is written where no word is known."""

MINUS = "\N{MINUS SIGN}"
NO_BREAK = "\N{NO-BREAK SPACE}"
MOST_DIGITS = 15
MOST_DECIMALS = 6
SCALES = (3, 6, 9, 12)

_EXACT = Context(prec=60)
_ENGLISH = {3: "k", 6: "m", 9: "bn", 12: "tn"}
_SPACES = " \u00a0\u202f\u2009"
_APOSTROPHES = "'’"
_SIGNS = "[£€$¥₹₺₽]|zł|Kč|kr|lei|Ft"
_CURRENCY = rf"{_SIGNS}|[A-Z]{{3}}(?![A-Za-z])"
_NUMBER = re.compile(
    rf"(?P<sign>[-+{MINUS}]?)(?P<currency>{_CURRENCY})?[{_SPACES}]?"
    rf"(?P<digits>[0-9](?:[0-9.,{_APOSTROPHES}{_SPACES}]*[0-9])?)[{_SPACES}]?(?P<tail>.*)",
    re.DOTALL,
)
_PERCENT_BEFORE = re.compile(rf"\A([-+{MINUS}]?)%[{_SPACES}]?(.*)\Z", re.DOTALL)
_TAIL_CURRENCY = re.compile(rf"(?:{_SIGNS}|(?:^|(?<=[{_SPACES}.]))[A-Z]{{3}})\Z")


@dataclass(frozen=True, slots=True)
class NumberRule:
    """How one number is written: currency, `%`, the power of ten that is put in words (`long` for "million"), decimals.

    A value with `unit` "%" is counted in per cent, with "pp" in percentage points. `wording` names a row of the words
    table that the number stands in.
    """

    prefix: str = ""
    unit: str = ""
    scale: int = 0
    decimals: int = 0
    long: bool = False
    wording: str = ""
    plus: bool = False


class NumberError(HintedError):
    """A text that is no number."""


def parse_number(text: str, language: str) -> tuple[Decimal, NumberRule]:
    """The value of `£1.2bn`, `1,025,000` or `−0.3%` and how it is written. Raises `NumberError`."""
    facts = facts_of(language)
    match = _NUMBER.fullmatch(facts.percent_behind(text.strip()))
    if match is None:
        raise _no_number(text, language)
    currency, word, unit = _tail(match, text, facts)
    number = _plain_digits(match["digits"], text, facts)
    if unit and (currency or word):
        raise NumberError(f"`{text}` is an amount and a percentage at once", "write one or the other")
    scale, long = facts.scale_of[word] if word else (0, False)
    decimals = len(number.partition(".")[2])
    if len(number.partition(".")[0]) + scale > MOST_DIGITS or decimals > MOST_DECIMALS:
        raise NumberError(f"`{text}` has too many digits", "a number has 15 digits at most, 6 of them decimals")
    value = Decimal(f"{Decimal(number).scaleb(scale, _EXACT):f}")
    negative = match["sign"] in ("-", MINUS)
    rule = NumberRule(currency, unit, scale, decimals, long, plus=match["sign"] == "+")
    return (-value if negative and value else value), rule


def format_number(value: Decimal, rule: NumberRule, language: str) -> str:
    """The number as the language writes it, rounded half up to the rule's decimals, with a true minus."""
    if rule.wording:
        from reportgen.text.words import words

        unit = "" if rule.unit == POINTS else rule.unit  # the wording says it
        bare = NumberRule(rule.prefix, unit, rule.scale, rule.decimals, rule.long)
        return words(language).get(rule.wording, n=format_number(value, bare, language))
    facts = facts_of(language)
    scaled, decimals, word = _scaled(value, rule, facts)
    rounded = abs(scaled).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT)
    body = facts.digits(rounded, decimals) + (facts.word(word, rounded) if word else "")
    if rule.unit == "%":
        body = facts.percent[0] + body + facts.percent[1]
    elif rule.unit == POINTS:
        body = f"{body}{NO_BREAK}{facts.points.get(facts.locale.plural_form(rounded), facts.points['other'])}"
    if rule.prefix:
        body = facts.money(body, rule.prefix)
    sign = MINUS if scaled < 0 else "+" if rule.plus else ""
    return (sign if rounded else "") + body


def printed_number(value: Decimal, rule: NumberRule, language: str) -> Decimal:
    """The number that a reader reads, with its sign and just the decimals that are printed.

    1.2m is 1200000, 1.0 has one decimal, and what is rounded to nothing is 0.
    """
    scaled, decimals, word = _scaled(value, rule, facts_of(language))
    rounded = scaled.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT)
    return Decimal(f"{rounded.scaleb(rule.scale, _EXACT).normalize(_EXACT):f}") if word else rounded


def format_percent(value: Decimal, decimals: int, language: str) -> str:
    """A value in per cent: `format_percent(Decimal("4.93"), 1, "en")` is "4.9%"."""
    return format_number(value, NumberRule(unit="%", decimals=decimals), language)


def format_list(items: Sequence[str], language: str) -> str:
    """Several names as the language lists them: "Bedford, Corby and Luton"."""
    from babel.lists import format_list as listed

    return listed(list(items), locale=facts_of(language).locale)


def rule_of(number: Decimal) -> NumberRule:
    """The rule of a number that comes as a value and not as text: its own decimals."""
    exponent = number.as_tuple().exponent
    return NumberRule(decimals=min(MOST_DECIMALS, max(0, -exponent if isinstance(exponent, int) else 0)))


@dataclass(frozen=True, slots=True)
class LocaleFacts:
    """What CLDR says of one language, as far as numbers need it. `scale_of` maps a word to its power of ten.

    `group` stands between groups of digits, `grouping` has how many digits the last group has and how many the others.
    """

    locale: Locale
    decimal: str
    group: str
    grouping: tuple[int, int]
    percent: tuple[str, str]
    currency: tuple[str, str]
    scale_of: dict[str, tuple[int, bool]]
    wordings: dict[tuple[int, bool], dict[str, str]]
    points: Mapping[str, str]

    def digits(self, number: Decimal, decimals: int) -> str:
        """Digits with the language's grouping and decimal sign; the number is not negative."""
        whole, _, fraction = f"{number:.{decimals}f}".partition(".")
        last, other = self.grouping
        rest, groups = whole[:-last], [whole[-last:]]
        while rest:
            rest, groups = rest[:-other], [rest[-other:], *groups]
        return self.group.join(groups) + (self.decimal + fraction if fraction else "")

    def same_marks(self, written: str) -> str:
        """Written digits with every sign that may stand for the language's grouping sign made that sign.

        CLDR has changed its mind about the Swiss sign (`’`, a space, `'`): there, all of them are read.
        """
        if self.group in _SPACES:
            return re.sub(f"[{_SPACES}]", self.group, written)
        return re.sub(f"[{_APOSTROPHES}{_SPACES}]", self.group, written) if self.group in _APOSTROPHES else written

    def percent_behind(self, text: str) -> str:
        """A number with its `%` behind it, also where the language has it in front, as Turkish and Basque do."""
        return _PERCENT_BEFORE.sub(r"\1\2%", text) if "%" in self.percent[0] else text

    def word(self, key: tuple[int, bool], number: Decimal) -> str:
        """The word or suffix for a power of ten, with the space before it, in the number's plural form."""
        forms = self.wordings[key]
        return forms.get(self.locale.plural_form(number), forms["other"])

    def money(self, body: str, sign: str) -> str:
        """The amount with its currency on the side where the language has it."""
        before, after = self.currency
        gap = NO_BREAK if len(sign) > 1 and not before.endswith(NO_BREAK) else ""
        return body + after.replace("¤", sign) if "¤" in after else before.replace("¤", sign) + gap + body


@lru_cache(maxsize=32)
def facts_of(language: str) -> LocaleFacts:
    """The facts of a language that `languages.check_language` has passed."""
    from reportgen.text.languages import locale_of

    locale = locale_of(language)
    symbols = locale.number_symbols.get("latn", {})
    percent = locale.percent_formats[None]
    money = locale.currency_formats["standard"]
    wordings = _english() if locale.language == "en" else _from_cldr(locale)
    scale_of = {text.strip(_SPACES): key for key, forms in wordings.items() for text in forms.values()}
    scale_of |= {word.removesuffix("."): key for word, key in scale_of.items()}
    return LocaleFacts(
        locale,
        symbols.get("decimal", "."),
        symbols.get("group", ",").replace("'", "’"),
        locale.decimal_formats[None].grouping,
        (percent.prefix[0], percent.suffix[0]),
        (money.prefix[0], money.suffix[0]),
        scale_of,
        wordings,
        percentage_points(language) or {"other": POINTS},
    )


def _english() -> dict[tuple[int, bool], dict[str, str]]:
    long = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
    table = {(scale, False): {"other": word} for scale, word in _ENGLISH.items()}
    return table | {(scale, True): {"other": f" {word}"} for scale, word in long.items()}


def _from_cldr(locale: Locale) -> dict[tuple[int, bool], dict[str, str]]:
    table: dict[tuple[int, bool], dict[str, str]] = {}
    for length in ("short", "long"):
        for scale in SCALES:
            forms = {
                plural: patterns[str(10**scale)].pattern.removeprefix("0").replace("'", "")
                for plural, patterns in locale.compact_decimal_formats.get(length, {}).items()
                if re.fullmatch(r"0[^0]+", patterns[str(10**scale)].pattern if str(10**scale) in patterns else "")
            }
            if "other" in forms:
                table[scale, length == "long"] = forms
    return table


def _scaled(value: Decimal, rule: NumberRule, facts: LocaleFacts) -> tuple[Decimal, int, tuple[int, bool] | None]:
    """The number before its word; a language that lacks the word has the other length, or all digits."""
    for key in ((rule.scale, rule.long), (rule.scale, not rule.long)):
        if key in facts.wordings:
            return value.scaleb(-rule.scale, _EXACT), rule.decimals, key
    return value, max(0, rule.decimals - rule.scale), None


def _tail(match: re.Match[str], text: str, facts: LocaleFacts) -> tuple[str, str, str]:
    """What stands behind the digits: currency, scale word, unit."""
    currency, tail = match["currency"] or "", match["tail"].strip(_SPACES)
    last = _TAIL_CURRENCY.search(tail)
    if last and not currency:
        currency, tail = last.group(), tail[: last.start()].strip(_SPACES)
    if tail == "%":
        return currency, "", "%"
    if tail == POINTS or tail.replace(NO_BREAK, " ") in facts.points.values():
        return currency, "", POINTS
    if tail and tail not in facts.scale_of:
        raise _unknown_tail(text, tail, match, facts)
    return currency, tail, ""


def _unknown_tail(text: str, tail: str, match: re.Match[str], facts: LocaleFacts) -> NumberError:
    if re.fullmatch(r":[0-9]{2}(:[0-9]{2})?", tail):
        return NumberError(f"`{text}` is a time of day, not a number", "put it in a text")
    if re.fullmatch(r"[eE][-+]?[0-9]+", tail):
        return NumberError(
            f"`{text}` is not written out", f"write all its digits, or a short form like {_short(facts)}"
        )
    if re.fullmatch(r"[0-9_]+", tail):
        whole = facts.digits(Decimal(re.sub(r"\D", "", text) or 0), 0)
        bare = re.sub(r"\D", "", text)
        return NumberError(f"`{text}` is not a number", f"write `{bare}`" + (f" or `{whole}`" if whole != bare else ""))
    near = did_you_mean(tail, facts.scale_of) if len(tail) > 3 or tail.lower() in facts.scale_of else ""
    if near.startswith("did you mean"):
        return NumberError(f"`{tail}` is not known behind a number", near)
    known = ", ".join(f"`{word}`" for word in facts.scale_of if word)
    return NumberError(f"`{tail}` is not known behind a number", f"a unit belongs in the label; known are `%`, {known}")


def _short(facts: LocaleFacts) -> str:
    word = next((facts.wordings[key]["other"] for key in ((9, False), (9, True)) if key in facts.wordings), "")
    return f"`{facts.money(facts.digits(Decimal('1.2'), 1) + word, '£')}`"


def _no_number(text: str, language: str) -> NumberError:
    odd = next((char for char in text if char.isnumeric() and char not in "0123456789"), "")
    if odd:
        return NumberError(f"`{text}` holds `{odd}`, which is not one of the digits 0 to 9", "type the number again")
    facts = facts_of(language)
    like = (
        f"write it like `{facts.digits(Decimal(1025000), 0)}`, `{facts.digits(Decimal('12.5'), 1)}%` or {_short(facts)}"
    )
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
    bare = re.sub(r"\D", "", written).lstrip("0") or "0"
    whole = facts.digits(Decimal(bare), 0)
    return NumberError(message, f"write `{bare}`" + (f" or `{whole}`" if whole != bare else ""))
