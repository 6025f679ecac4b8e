"""Plural forms by the data of CLDR: which a language has, and which one a number that is printed asks for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from reportgen.text.languages import locale_of

ORDER = ("zero", "one", "two", "few", "many", "other")
"""The categories of CLDR, in its order."""

_WHOLE = tuple(Decimal(number) for number in range(201))
_BROKEN = tuple(Decimal(number) / 10 for number in range(1, 100, 2))


def plural_category(number: Decimal, language: str) -> str:
    """The category of a number with just the decimals that it is printed with; the sign does not matter."""
    return str(locale_of(language).plural_form(abs(number)))


@lru_cache(maxsize=32)
def plural_orders(language: str) -> Mapping[int, tuple[str, ...]]:
    """How many forms may be given in a language, and of which categories they are then, in CLDR's order.

    The fewest are those of whole numbers up to 200 (Polish: one, few, many); then comes the one for fractions (other),
    and one that only millions have (French: many).
    """
    form = locale_of(language).plural_form
    whole = {form(number) for number in _WHOLE}
    counted = whole | {form(number) for number in _BROKEN}
    every = {*counted, *form.tags, "other"}
    orders = [tuple(each for each in ORDER if each in found) for found in (whole, counted, every)]
    return {len(order): order for order in orders}
