"""Words that follow a number: by its sign or by its plural, from the number as it is printed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.content.load_report import load_report
from reportgen.content.report import Report
from reportgen.text.plurals import plural_category, plural_orders
from reportgen.text.spans import plain

Load = Callable[..., Report]
Problems = Callable[..., list[str]]

HEAD = "brand: b\nlanguage: {}\ntitle: Title\n"


def statistic(label: str, numbers: str, language: str = "en-GB") -> tuple[str, str]:
    """The number and the label of a statistic."""
    body = f'statistics:\n- {{{numbers}, label: "{label}"}}\n'
    (made,) = load_report(HEAD.format(language) + body, name="r.yaml").statistics
    return made.datum.text, plain(made.label)


FALL = "value: 100000, change: -4000, since: 2010"
RISE = "value: 100000, change: 4000, since: 2010"
FLAT = "value: 100000, change: 0, since: 2010"
POINTS = "value: 45%, change: -2.5%, since: 2010"


@pytest.mark.parametrize(
    ("label", "numbers", "expected"),
    [
        ("people, {change_size} {more|fewer: change} than in {since}", FALL, "people, 4,000 fewer than in 2010"),
        ("people, {change} {more|fewer: change} than in {since}", FALL, "people, 4,000 fewer than in 2010"),
        ("people, {change} {more|fewer} than in {since}", FALL, "people, 4,000 fewer than in 2010"),
        ("people, {change_size} {more|fewer} than in {since}", RISE, "people, 4,000 more than in 2010"),
        ("people, {more|fewer} than in {since}", FALL, "people, fewer than in 2010"),
        ("people, {change_percent} {more|fewer: change} than in {since}", FALL, "people, 3.8% fewer than in 2010"),
        ("people, {up|down: change_percent} {change_percent}", FALL, "people, down 3.8%"),
        ("in work, {up|down} {change}", POINTS, "in work, down 2.5\u00a0percentage points"),
        ("people, {**more**|*fewer*: change}", FALL, "people, fewer"),
        ("people, {a boom|a bust: change}", FALL, "people, a bust"),
        ("{change_size} {more than|fewer than|as many as: change} in {since}", FLAT, "as many as in 2010"),
        ("{rose by|fell by|unchanged: change} {change_size} since {since}", FLAT, "unchanged since 2010"),
        ("{rose by|fell by|unchanged: change} {change} since {since}", RISE, "rose by 4,000 since 2010"),
        ("people ({change} in all). It {rose|fell: change}.", FALL, "people (−4,000 in all). It fell."),
        ("people, {change} in all, and {rose|fell: change}", FALL, "people, 4,000 in all, and fell"),
        ("people, {{more|fewer}}", FALL, "people, {more|fewer}"),
        ("people, {change_size} more {person|people: change_size}", FALL, "people, 4,000 more people"),
    ],
)
def test_words_of_a_change(label: str, numbers: str, expected: str) -> None:
    assert statistic(label, numbers)[1] == expected


@pytest.mark.parametrize(
    ("label", "numbers", "expected"),
    [
        ("{person|people} in work", "value: 1", ("1", "person in work")),
        ("{person|people: value} in work", "value: 0", ("0", "people in work")),
        ("{person|people: value} in work", "value: 1.0", ("1.0", "people in work")),
        ("{person|people: plural of value}", "value: 1", ("1", "person")),
        ("{person|people: plural}", "value: 1", ("1", "person")),
        ("{more|fewer} homes", "value: -4000", ("4,000", "fewer homes")),
        ("{more|fewer: value} homes", "value: +4000", ("4,000", "more homes")),
        ("{above|below|at: value} the mean", "value: 5%", ("5%", "above the mean")),
        ("{a boom|a bust: sign of value}", "value: -5%", ("5%", "a bust")),
    ],
)
def test_words_of_a_value(label: str, numbers: str, expected: tuple[str, str]) -> None:
    assert statistic(label, numbers) == expected


@pytest.mark.parametrize(
    ("language", "label", "numbers", "expected"),
    [
        ("de", "Personen, {change} {mehr|weniger} als {since}", FALL, "Personen, 4.000 weniger als 2010"),
        (
            "fr",
            "personnes, {change_size} {de plus|de moins} qu’en {since}",
            FALL,
            "personnes, 4\u202f000 de moins qu’en 2010",
        ),
        ("cy", "o bobl, {change_size} yn {fwy|llai} nag yn {since}", FALL, "o bobl, 4,000 yn llai nag yn 2010"),
        ("pl", "{osoba|osoby|osób}", "value: 1", "osoba"),
        ("pl", "{osoba|osoby|osób}", "value: 22", "osoby"),
        ("pl", "{osoba|osoby|osób}", "value: 112", "osób"),
        ("pl", "{osoba|osoby|osób|osoby}", 'value: "1,5"', "osoby"),
        ("pl", "{osoba|osoby|osób|osoby}, {change} {więcej|mniej}", FALL, "osób, 4\u00a0000 mniej"),
        ("cy", "{ci|ci|gi|chi|chi|ci}", "value: 2", "gi"),
        ("cy", "{ci|ci|gi|chi|chi|ci}", "value: 6", "chi"),
        ("fr", "{personne|personnes}", "value: 0", "personne"),
        ("fr", "{personne|personnes}", "value: 2000000", "personnes"),
        ("fr", "{personne|de personnes|personnes}", "value: 2000000", "de personnes"),
    ],
)
def test_words_in_other_languages(language: str, label: str, numbers: str, expected: str) -> None:
    assert statistic(label, numbers, language)[1] == expected


AT = "r.yaml:6:11: error: "
LABEL = 'statistics:\n- value: {}\n  label: "{}"\n'


@pytest.mark.parametrize(
    ("value", "label", "expected"),
    [
        ("5", "{more|fewer: chnage}", "unknown name `chnage`; use one of `value`"),
        ("5", "{more||same: value}", "form 2 of `{more||same: value}` is empty; write the whole word in each form"),
        (
            "5",
            "{a|b|c|d: value}",
            "`{a|b|c|d: value}` has 4 forms, and the plural of `en-GB` has 2 (for one, other); write one for each, as in"
            " `{person|people: value}`",
        ),
        (
            "5\n  change: 1\n  since: 2010",
            "{a|b|c|d: change}",
            "`{a|b|c|d: change}` has 4 forms, and the sign of `change` has three at most; write one for more, one for"
            " less and, if wanted, one for the same",
        ),
        (
            "5\n  change: 0\n  since: 2010",
            "{more|fewer}",
            "`change` is 0, and `{more|fewer}` has no words for what has not changed; add a third form, such as"
            " `{more|fewer|unchanged: change}`",
        ),
        (
            "5\n  change: 1\n  since: 2010",
            "{fewer|more: change}",
            "the first form is for more and the second for less, and `{fewer|more: change}` has them turned round; write"
            " `{more|fewer: change}`, or `{fewer|more: sign of change}`",
        ),
        (
            "5\n  change: 1\n  since: 2010",
            "{more|fewer: change_size}",
            "`change_size` has no sign that `{more|fewer: change_size}` could go by; write `{more|fewer: change}`",
        ),
        (
            "5\n  change: 1\n  since: 2010",
            "{job|jobs: change}",
            "`change` is a change, and `{job|jobs}` looks like a singular and a plural; write `{job|jobs: sign of"
            " change}` or `{job|jobs: plural of change}`",
        ),
        (
            "5\n  change: 1\n  since: 2010",
            "{person|people}",
            "`{person|people}` does not say which number it goes by; write `{person|people: value}` or `{person|people:"
            " change}`",
        ),
        (
            "5\n  change: 1\n  since: 2010",
            "{change_size} more {person|people}",
            "`{person|people}` does not say which number it goes by; write `{person|people: change_size}` or `{person|people:"
            " value}` or `{person|people: change}`",
        ),
        (
            "5%",
            "{a boom|a bust: value}",
            "`{a boom|a bust: value}` may go by the sign of 5% or by its plural; write `{a boom|a bust: sign of value}`"
            " or `{a boom|a bust: plural of value}`",
        ),
        (
            "5\n  change: 1\n  since: 2010",
            "{more|fewer: since}",
            "`since` is a text, and words can only be chosen by a number; as `{more|fewer|as many: change}`",
        ),
        (
            "5",
            "{{value} more|fewer: value}",
            "braces stand within the braces of `{{value} more|fewer: value}`; name the number outside them: `{change}"
            " {more|fewer: change}`",
        ),
        (
            "5",
            "{more {value}|fewer: value}",
            "braces stand within the braces of `{more {value}|fewer: value}`; name the number outside them: `{change}"
            " {more|fewer: change}`",
        ),
    ],
)
def test_what_is_wrong_is_told(problems: Problems, value: str, label: str, expected: str) -> None:
    (told,) = problems(LABEL.format(value, label))
    assert told.splitlines()[0].partition("error: ")[2] == expected


@pytest.mark.parametrize(
    ("values", "text", "expected"),
    [
        ("a: 5\n  b: 7\n  gain: = a - b", "{gain} {more|fewer} jobs", "2 fewer jobs"),
        ("gain: +7", "{gain} {a boom|a bust: gain}", "7 a boom"),
        ("gain: -7", "In all {gain} {more|fewer: gain} jobs", "In all 7 fewer jobs"),
        ("jobs: 1", "{jobs} {job|jobs: jobs}", "1 job"),
        ("jobs: 1", "{job|jobs}", "job"),
        ("rise: = change(200, 100)", "{rise} {higher|lower}", "50% lower"),
    ],
)
def test_values_choose_words_in_any_text(load: Load, values: str, text: str, expected: str) -> None:
    body = f'values:\n  {values}\nsections:\n- title: "{text}"\n  text: "{text}"\n'
    (section,) = load(body).blocks["sections"]
    assert (plain(section.title), plain(section.text[0])) == (expected, expected)


def test_a_statistic_is_named_elsewhere(load: Load) -> None:
    body = f'statistics:\n- {{id: jobs, {FALL}, label: jobs}}\nintro: "{{jobs.change}} {{more|fewer}} jobs"\n'
    assert plain(load(body).intro[0]) == "4,000 fewer jobs"


@given(st.integers(-30, 30), st.integers(0, 2))
def test_the_printed_number_decides(tenths: int, decimals: int) -> None:
    """A change that is rounded to nothing is none, and no number has a minus beside its words."""
    sample = "1" if decimals == 0 else f"1.{'0' * decimals}"
    value = Decimal(tenths).scaleb(-2)
    body = (
        f'values:\n  gain: {{value: "= {value} - 0", written: "{sample}"}}\n'
        'intro: "{gain} {more|fewer|as many: gain} jobs"\n'
    )
    said = plain(load_report(HEAD.format("en") + body, name="r.yaml").intro[0])
    rounded = round(abs(value) + Decimal("1e-9"), decimals)
    if rounded == 0:
        assert said == "as many jobs"
    else:
        assert said == f"{rounded:.{decimals}f} {'more' if value > 0 else 'fewer'} jobs"


@given(st.integers(0, 1_000_000), st.sampled_from(["en", "de", "fr", "pl", "cy", "es", "ru", "ja"]))
def test_every_number_has_a_form_when_all_are_given(number: int, language: str) -> None:
    orders = plural_orders(language)
    assert plural_category(Decimal(number), language) in orders[max(orders)]
