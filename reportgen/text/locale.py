"""Writes numbers as a language writes them, by the data of CLDR; values are exact. `text.number_reading` reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from reportgen.text.hedges import NUMBER
from reportgen.text.ordinals import suffix
from reportgen.text.units import ORDINAL, POINTS, as_one, with_unit
from reportgen.text.words import percentage_points, round_numbers

if TYPE_CHECKING:
    from babel import Locale

MINUS = "\N{MINUS SIGN}"
NO_BREAK = "\N{NO-BREAK SPACE}"
MOST_DIGITS = 15
MOST_DECIMALS = 6
SCALES = (3, 6, 9, 12)

EXACT = Context(prec=60)
_USUAL = {"en": "£", "cy": "£", "en-US": "$", "pl": "zł", "de-CH": "CHF", "fr-CH": "CHF", "it-CH": "CHF"}
_ENGLISH = {3: "k", 6: "m", 9: "bn", 12: "tn"}
SPACES = " \u00a0\u202f\u2009"
APOSTROPHES = "'’"


_WELSH_AND = re.compile(r"\ba\(c\) (?=(\S))")
_WELSH_VOWELS = "aâeêiîoôuûwŵyŷ"
"""CLDR has Welsh lists with "a(c)" before the last; it is "ac" before a vowel, and else "a"."""


@dataclass(frozen=True, slots=True)
class NumberRule:
    """How one number is written: currency, unit, power of ten that is put in words (`long` for "million"), decimals.

    A value with `unit` "%" is counted in per cent, with "pp" in percentage points; with "th" it is a place in an order.
    `wording` names a row of the words table that the number stands in. `said` has the words that the author wrote
    round it, with `{n}` in its place (`up to {n}`), or all that is to be read instead of it (`4 in 5`).
    """

    prefix: str = ""
    unit: str = ""
    scale: int = 0
    decimals: int = 0
    long: bool = False
    wording: str = ""
    plus: bool = False
    said: str = ""

    @property
    def derived(self) -> NumberRule:
        """The rule for what is worked out of the number: without sign and words, which were its own."""
        return replace(self, plus=False, said="", wording="")


def format_number(value: Decimal, rule: NumberRule, language: str) -> str:
    """The number as the language writes it, rounded half up to the rule's decimals, with a true minus."""
    if rule.said:
        return rule.said.replace(NUMBER, format_number(value, replace(rule, said=""), language))
    if rule.wording:
        from reportgen.text.words import words

        unit = "" if rule.unit == POINTS else rule.unit  # the wording says it
        bare = NumberRule(rule.prefix, unit, rule.scale, rule.decimals, rule.long)
        return words(language).get(rule.wording, n=format_number(value, bare, language))
    facts = facts_of(language)
    scaled, decimals, word = _scaled(value, rule, facts)
    rounded = abs(scaled).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, EXACT)
    body = facts.digits(rounded, decimals) + (facts.word(word, rounded) if word else "")
    if rule.unit == "%":
        body = facts.percent[0] + body + facts.percent[1]
    elif rule.unit == POINTS:
        body = f"{body}{NO_BREAK}{facts.points.get(facts.locale.plural_form(rounded), facts.points['other'])}"
    if rule.prefix:
        body = facts.money(body, rule.prefix)
    if rule.unit == ORDINAL:
        body += suffix(int(rounded), language)
    elif rule.unit and rule.unit not in ("%", POINTS):
        body = body.replace(" ", NO_BREAK)
        is_one = not word and facts.locale.plural_form(rounded) == "one"
        body = with_unit(body, as_one(rule.unit, language) if is_one else rule.unit)
    sign = MINUS if scaled < 0 else "+" if rule.plus else ""
    return (sign if rounded else "") + body


def printed_number(value: Decimal, rule: NumberRule, language: str) -> Decimal:
    """The number that a reader reads, with its sign and just the decimals that are printed.

    1.2m is 1200000, 1.0 has one decimal, and what is rounded to nothing is 0.
    """
    scaled, decimals, word = _scaled(value, rule, facts_of(language))
    rounded = scaled.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, EXACT)
    return Decimal(f"{rounded.scaleb(rule.scale, EXACT).normalize(EXACT):f}") if word else rounded


def format_percent(value: Decimal, decimals: int, language: str) -> str:
    """A value in per cent: `format_percent(Decimal("4.93"), 1, "en")` is "4.9%"."""
    return format_number(value, NumberRule(unit="%", decimals=decimals), language)


def format_list(items: Sequence[str], language: str) -> str:
    """Several names as the language lists them: "Bedford, Corby and Luton"."""
    from babel.lists import format_list as listed

    found: str = listed(list(items), locale=facts_of(language).locale)
    return _WELSH_AND.sub(lambda match: "ac " if match[1].casefold() in _WELSH_VOWELS else "a ", found)


def rule_of(number: Decimal) -> NumberRule:
    """The rule of a number that comes as a value and not as text: its own decimals."""
    exponent = number.as_tuple().exponent
    return NumberRule(decimals=min(MOST_DECIMALS, max(0, -exponent if isinstance(exponent, int) else 0)))


@dataclass(frozen=True, slots=True)
class LocaleFacts:
    """What CLDR says of one language, as far as numbers need it. `scale_of` maps a word to its power of ten, and
    `longest_first` has these words so.

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
    per_cent: frozenset[str]
    longest_first: tuple[str, ...] = ()

    @property
    def tag(self) -> str:
        """The language's tag."""
        return str(self.locale).replace("_", "-")

    @property
    def usual_currency(self) -> str:
        """The currency in which an example is written."""
        tags = (self.tag, self.locale.language)
        return next((_USUAL[tag] for tag in tags if tag in _USUAL), "€")

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
        if self.group in SPACES:
            return re.sub(f"[{SPACES}]", self.group, written)
        return re.sub(f"[{APOSTROPHES}{SPACES}]", self.group, written) if self.group in APOSTROPHES else written

    def word(self, key: tuple[int, bool], number: Decimal) -> str:
        """The word or suffix for a power of ten, with the space before it, in the number's plural form."""
        forms = self.wordings[key]
        return forms.get(self.locale.plural_form(number), forms["other"])

    def money(self, body: str, sign: str) -> str:
        """The amount with its currency on the side where the language has it."""
        before, after = self.currency
        gap = NO_BREAK if len(sign) > 1 and sign[-1] not in "$£" and not before.endswith(NO_BREAK) else ""
        return body + after.replace("¤", sign) if "¤" in after else before.replace("¤", sign) + gap + body


@lru_cache(maxsize=32)
def facts_of(language: str) -> LocaleFacts:
    """The facts of a language that `languages.check_language` has passed."""
    from reportgen.text.languages import locale_of

    locale = locale_of(language)
    symbols = locale.number_symbols.get("latn", {})
    percent = locale.percent_formats[None]
    money = locale.currency_formats["standard"]
    wordings = _wordings(locale)
    scale_of = {text.strip(SPACES): key for key, forms in wordings.items() for text in forms.values()}
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
        frozenset(round_numbers("per cent", language)),
        tuple(sorted(filter(None, scale_of), key=len, reverse=True)),
    )


def _wordings(locale: Locale) -> dict[tuple[int, bool], dict[str, str]]:
    """Words of scale by their power of ten: those of CLDR, and where daily usage has others, those.

    Welsh offices write £1.2m and £240m as English ones do, and German ones have `Tsd.` for thousands.
    """
    if locale.language == "en":
        return _english()
    found = _from_cldr(locale)
    if locale.language == "cy":
        return {**{(scale, False): {"other": word} for scale, word in _ENGLISH.items()}, **_long(found)}
    return {(3, False): {"other": f"{NO_BREAK}Tsd."}, **found} if locale.language == "de" else found


def _long(wordings: dict[tuple[int, bool], dict[str, str]]) -> dict[tuple[int, bool], dict[str, str]]:
    """The long words alone; CLDR has letters among them for some plural forms of Welsh, which are left out."""
    return {
        key: {plural: word for plural, word in forms.items() if len(word.strip()) > 1}
        for key, forms in wordings.items()
        if key[1]
    }


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
            return value.scaleb(-rule.scale, EXACT), rule.decimals, key
    return value, max(0, rule.decimals - rule.scale), None
