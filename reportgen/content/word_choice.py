"""Words that follow a number: `{more|fewer|as many: change}` by its sign, `{person|people: value}` by its plural."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.content.named_values import NamedValue, NamedValues, TextNames, family_of
from reportgen.problems import HintedError, did_you_mean
from reportgen.text.directions import direction_of
from reportgen.text.locale import printed_number
from reportgen.text.plurals import plural_category, plural_orders

SIGN, PLURAL = "sign", "plural"
_SIGNED_FORMS = (2, 3)
_BY = re.compile(rf"(?P<by>{SIGN}|{PLURAL})(?:\s+of\s+(?P<name>.+))?", re.DOTALL)
_LIKE_SIGN = "`{more|fewer|as many: change}`"
_LIKE_PLURAL = "`{person|people: value}`"

Stretch = tuple[int, int]
"""Where a form begins and where it ends, within the text between the braces."""


class WordChoiceError(HintedError):
    """Words that cannot be chosen; `name` is the name that is not known, where that is why."""

    def __init__(self, message: str, hint: str = "", name: str = "") -> None:
        super().__init__(message, hint)
        self.name = name


@dataclass(frozen=True, slots=True)
class WordChoice:
    """Forms of words, of which a number says one. `by` is "sign", "plural" or, where the report does not say, "";
    `name` is the number's, "" where it is left out."""

    text: str
    forms: tuple[Stretch, ...]
    by: str
    name: str

    @property
    def words(self) -> tuple[str, ...]:
        """The forms as they are written."""
        return tuple(self.text[start:end] for start, end in self.forms)

    @property
    def bare(self) -> str:
        """The forms without what stands behind the colon."""
        return "|".join(self.words)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The place of the form that was chosen, the family of the number, whether it went by the sign, and whether that
    said that nothing has changed and there is a form for that. `form` is -1 where the number is broken, which has been
    told."""

    form: int
    family: str = ""
    signed: bool = False
    alone: bool = False


def word_choice(inside: str) -> WordChoice | None:
    """What stands between braces as forms and a name; None where it is a name alone."""
    if "|" not in inside:
        return None
    end = inside.rfind(":")
    if "|" in inside[end + 1 :]:
        end = -1
    name, by = inside[end + 1 :].strip() if end >= 0 else "", ""
    if match := _BY.fullmatch(name):
        by, name = match["by"], (match["name"] or "").strip()
    forms, start = [], 0
    for part in inside[: end if end >= 0 else None].split("|"):
        lead = len(part) - len(part.lstrip())
        forms.append((start + lead, start + max(lead, len(part.rstrip()))))
        start += len(part) + 1
    return WordChoice(inside, tuple(forms), by, name)


def choose(choice: WordChoice, named_here: TextNames, beside: Sequence[str]) -> Chosen:
    """The form that a number asks for; `beside` are the names that stand in the same text. Raises WordChoiceError."""
    names, own, language = named_here.known, named_here.own, named_here.language
    empty = next((index for index, word in enumerate(choice.words) if not word), -1)
    if empty >= 0:
        raise WordChoiceError(f"form {empty + 1} of `{{{choice.text}}}` is empty", "write the whole word in each form")
    name = choice.name or _only_number(choice, names, beside, own, language)
    if name not in names:
        raise WordChoiceError(f"unknown name `{name}`", _near(name, names), name)
    named = names[name]
    if named.datum is None and named.text is None:
        return Chosen(-1)
    if named.datum is None or named.datum.rule.wording:
        raise WordChoiceError(f"`{name}` is a text, and words can only be chosen by a number", f"as {_LIKE_SIGN}")
    number = printed_number(named.datum.value, named.datum.rule, language)
    if (choice.by or _goes_by(choice, name, named, language)) == PLURAL:
        return Chosen(_by_plural(choice, number, name, language), family_of(name))
    if len(choice.forms) not in _SIGNED_FORMS:
        message = f"`{{{choice.text}}}` has {len(choice.forms)} forms, and the sign of `{name}` has three at most"
        raise WordChoiceError(message, "write one for more, one for less and, if wanted, one for the same")
    if number == 0 and len(choice.forms) < 3:
        text = named.in_language(language)
        message = f"`{name}` is {text}, and `{{{choice.text}}}` has no words for what has not changed"
        raise WordChoiceError(message, f"add a third form, such as `{{{choice.bare}|unchanged: {name}}}`")
    return Chosen(0 if number > 0 else 1 if number else 2, family_of(name), True, number == 0)


def _goes_by(choice: WordChoice, name: str, named: NamedValue, language: str) -> str:
    """Whether the words go by the sign of a number or by its plural. Raises WordChoiceError where nothing says it."""
    ways = [direction_of(word, language) for word in choice.words[:2]]
    fits_sign = len(choice.forms) in _SIGNED_FORMS
    if fits_sign and _is_directed(choice, language):
        if name.rpartition(".")[2] == "change_size":
            signed = f"{name.removesuffix('_size')}"
            message = f"`{name}` has no sign that `{{{choice.text}}}` could go by"
            raise WordChoiceError(message, f"write `{{{choice.bare}: {signed}}}`")
        if ways[0] < 0:
            turned = "|".join((choice.words[1], choice.words[0], *choice.words[2:]))
            message = (
                f"the first form is for more and the second for less, and `{{{choice.text}}}` has them turned round"
            )
            raise WordChoiceError(message, f"write `{{{turned}: {name}}}`, or `{{{choice.bare}: sign of {name}}}`")
        return SIGN
    alike = len(choice.forms) == 2 and choice.words[1].startswith(choice.words[0])
    if named.is_change:
        if alike:
            raise _ask(
                choice, name, f"`{name}` is a change, and `{{{choice.bare}}}` looks like a singular and a plural"
            )
        return SIGN
    fits_plural = len(choice.forms) in plural_orders(language)
    datum = named.datum
    if fits_sign and not fits_plural:
        return SIGN
    if fits_plural and fits_sign and not alike and datum and (datum.rule.unit or datum.rule.plus or datum.value < 0):
        raise _ask(choice, name, f"`{{{choice.text}}}` may go by the sign of {datum.text} or by its plural")
    return PLURAL


def _ask(choice: WordChoice, name: str, message: str) -> WordChoiceError:
    ways = (f"`{{{choice.bare}: {by} of {name}}}`" for by in (SIGN, PLURAL))
    return WordChoiceError(message, f"write {' or '.join(ways)}")


def _by_plural(choice: WordChoice, number: Decimal, name: str, language: str) -> int:
    """The place of the form for a number, of as many as the language has."""
    orders: Mapping[int, tuple[str, ...]] = plural_orders(language)
    category = plural_category(number, language)
    order = orders.get(len(choice.forms), ())
    if not order:
        wanted = " or ".join(f"{count} (for {_listed(each)})" for count, each in orders.items())
        message = f"`{{{choice.text}}}` has {len(choice.forms)} forms, and the plural of `{language}` has {wanted}"
        raise WordChoiceError(message, f"write one for each, as in {_LIKE_PLURAL}")
    if category in order:
        return order.index(category)
    if category == "many" and "other" in order:  # of millions, as in French: the plural is the same without it
        return order.index("other")
    most = max(orders)
    message = f"`{{{choice.text}}}` has no form for {number}, which is “{category}” in `{language}`"
    raise WordChoiceError(message, f"give {most} forms, for {_listed(orders[most])}")


def _only_number(choice: WordChoice, names: NamedValues, beside: Sequence[str], own: NamedValues, language: str) -> str:
    """The number that words go by which name none: the change that the text tells of, that of the statistic, or the
    only number that there is. Raises WordChoiceError."""
    numbers = [each for each in dict.fromkeys(beside) if each in names and _is_number(names[each])]
    moving = dict.fromkeys(_signed_name(each, names) for each in numbers if _is_moving(each, names))
    if not moving and "change" in own and own["change"].text is None:
        moving = {"change": None}
    if choice.by == PLURAL or len(choice.forms) not in _SIGNED_FORMS:
        moving = {}
    elif choice.by == SIGN or _is_directed(choice, language) or len(choice.forms) not in plural_orders(language):
        if len({family_of(each) for each in moving}) == 1:
            return next(iter(moving))
        if moving:
            raise _which(choice, list(moving))
    counted = [each for each in numbers if not names[each].is_change and not _in_percent(names[each])]
    found = [*dict.fromkeys([*counted, *(["value"] if "value" in own else [])]), *moving]
    found = found or numbers or [name for name, named in {**names, **own}.items() if named.datum and _is_number(named)]
    if len(found) == 1:
        return found[0]
    raise _which(choice, found)


def _is_number(named: NamedValue) -> bool:
    """Whether it is a number, be it a broken one; "1 in 20" is words."""
    return not named.datum.rule.wording if named.datum else named.text is None


def _in_percent(named: NamedValue) -> bool:
    return named.datum is not None and named.datum.rule.unit == "%"


def _is_directed(choice: WordChoice, language: str) -> bool:
    """Whether the first two forms are known to say more and less."""
    return {direction_of(word, language) for word in choice.words[:2]} == {1, -1}


def _which(choice: WordChoice, names: Sequence[str]) -> WordChoiceError:
    if not names:
        return WordChoiceError(f"`{{{choice.text}}}` has no number to go by", f"name one, as in {_LIKE_SIGN}")
    shown = " or ".join(f"`{{{choice.bare}: {name}}}`" for name in names[:3])
    return WordChoiceError(f"`{{{choice.text}}}` does not say which number it goes by", f"write {shown}")


def _is_moving(name: str, names: NamedValues) -> bool:
    return names[name].is_change or name.rpartition(".")[2] == "change_size"


def _signed_name(name: str, names: NamedValues) -> str:
    """The name that has the sign: of `change_size` it is `change`."""
    signed = name.removesuffix("_size") if name.rpartition(".")[2] == "change_size" else name
    return signed if signed in names else name


def _near(name: str, names: NamedValues) -> str:
    return did_you_mean(name, names) or "write `{{` and `}}` for braces"


def _listed(categories: Sequence[str]) -> str:
    return ", ".join(categories)
