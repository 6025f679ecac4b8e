"""Formulas: what they come to, how that is written, and what is said, with an arrow, of those that are wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.content.formulas.arithmetic import Cells
from reportgen.content.formulas.evaluate import evaluate
from reportgen.content.formulas.functions import FUNCTIONS, Value
from reportgen.content.formulas.order import deepest_first
from reportgen.content.formulas.parse import is_formula, parse_formula
from reportgen.content.formulas.syntax_tree import FormulaError
from reportgen.content.quantities import AmountError, Quantity, written_like
from reportgen.text.locale import NumberRule, format_number
from reportgen.text.number_reading import NumberError, parse_number

LABELS = ("Corby", "Luton", "Milton Keynes", "Bedford")
COLUMNS = {
    "people": ("70", "210", "280", "140"),
    "growth": ("33%", "15%", "26%", "15%"),
    "budget": ("£7m", "£21m", "£28m", "£1.5m"),
    "gaps": ("1", "..", "3", "4"),
    "Rate per 1,000": ("1.5", "2", "3", "4"),
}
VALUES = {
    "now": "2,034,176",
    "before": "1,709,609",
    "rate": "12.5%",
    "old": "10%",
    "cost": "£1.2bn",
    "milton-keynes": "7",
}


def amount(written: str) -> Quantity:
    return Quantity(*parse_number(written, "en-GB"))


@dataclass
class Named:
    """A report's names, without a report."""

    values: Mapping[str, str] = field(default_factory=lambda: VALUES)
    total: str = ""

    def value(self, name: str, inner: str) -> Value | None:
        if name == "t" and inner in COLUMNS:
            cells = [None if cell == ".." else amount(cell) for cell in COLUMNS[inner]]
            return Cells(f"t.{inner}", LABELS, cells, self.total, "leave it out")
        return amount(self.values[name]) if name in self.values and not inner else None

    def matching(self, pattern: str) -> tuple[Quantity, ...] | None:
        return None

    def known(self, name: str) -> Iterable[str]:
        return COLUMNS if name == "t" else () if name else (*self.values, "t")


def shown(text: str, names: Named | None = None) -> str:
    found = evaluate(parse_formula(text), names or Named())
    assert isinstance(found, Quantity | str)
    return format_number(found.value, found.rule, "en-GB") if isinstance(found, Quantity) else found


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("= now - before", "324,567"),
        ("= round((now - before) / 17, 100)", "19,100"),
        ("= share(now - before, now)", "16%"),
        ("= change(before, now)", "19%"),
        ("=now/(now-before)", "6.27"),
        ("= round(now / (now - before))", "6"),
        ("= 2 + 3 * 4 - -1", "15"),
        ("= (2 + 3) × 4 ÷ 8 − 1", "1.5"),
        ("= sum(t.people)", "700"),
        ("= mean(t.people)", "175"),
        ("= median(t.people)", "175"),
        ("= median(t.people, 1000)", "210"),
        ("= least(t.people)", "70"),
        ("= max(2, 3, 1)", "3"),
        ("= first(t.people) + last(t.people)", "210"),
        ("= count(t.people)", "4"),
        ("= count(t.gaps)", "3"),
        ("= sum(known(t.gaps))", "8"),
        ('= rank(t.people, "Corby")', "4"),
        ("= rank(t.growth, 'Bedford')", "3"),
        ("= top(t.people, 2)", "210"),
        ("= name_of(most(t.growth))", "Corby"),
        ("= name_of(top(t.people, 2))", "Luton"),
        ("= t.people[Milton Keynes]", "280"),
        ('= t.people["Milton Keynes"] * 2', "560"),
        ("= sum(t.`Rate per 1,000`)", "10.5"),
        ("= `milton-keynes` + 1", "8"),
        ("= abs(before - now)", "324,567"),
        ("= rate - old", "2.5 percentage points"),
        ("= old + (rate - old)", "12.5%"),
        ("= (rate - old) * 2", "5 percentage points"),
        ("= mean(t.growth)", "22.3%"),
        ("= rate * 2", "25%"),
        ("= now * 10%", "203,418"),
        ("= 10% * now", "203,418"),
        ("= 50% * 10%", "5%"),
        ("= rate / old", "1.25"),
        ("= 5% / 2", "2.5%"),
        ("= cost / 4", "£300m"),
        ("= cost - £300m", "£900m"),
        ("= cost / now", "£590"),
        ("= sum(t.budget)", "£57.5m"),
        ("= share(t.budget[Corby], cost)", "0.58%"),
        ("= round(cost / 7, 1m)", "£171m"),
        ("= round(-2.5)", "−3"),
        ("= round(0.125, 0.01)", "0.13"),
        ("= 1 / 3", "0.333"),
        ("= share(1990, 2000)", "99.5%"),
    ],
)
def test_formulas_come_to_what_arithmetic_says(formula: str, said: str) -> None:
    assert shown(formula).replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("= ", "at 0+1: behind the `=` stands nothing; write what is to be worked out"),
        ("= now +", "at 6+1: the formula ends too early; here a number or a name is still wanted"),
        ("= now befor", "at 6+5: `befor` stands here without a sign before it; between two values stands `+`, `-`, `*` or `/`; "
         "a name that holds a blank stands between backticks"),
        ("= sum(now", "at 5+1: this bracket is never closed; close it with `)`"),
        ("= now)", "at 5+1: this bracket closes what was never opened; delete it"),
        ("= * 3", "at 2+1: `*` cannot stand here; here a number, a name or a function such as `sum(…)` is wanted"),
        ("= now $ 3", "at 6+1: `$` means nothing in a formula; known are `+`, `-`, `*`, `/`, brackets, names and functions such as `sum(…)`"),
        ("= 12x + 1", "at 2+3: `12x` is neither a number nor a name; write it like `1500`, `12.5`, `£28m` or `5%`; "
         "put a name that begins with a digit between backticks"),
        ("= 'now", "at 2+1: `'` opens here and is never closed; close it with `'`"),
        ("= bfore + 1", "at 2+5: unknown name `bfore`; did you mean `before`?"),
        ("= t.poeple", "at 4+6: `t` has no `poeple`; did you mean `people`?"),
        ("= t.people[Lutn]", "at 10+6: `t.people` has no row `Lutn`; did you mean `Luton`?"),
        ("= now[Corby]", "at 5+7: only a column of a table has rows to pick from; delete the brackets"),
        ("= t.gaps[Luton]", "at 8+7: `t.gaps` has no value for `Luton`; ask for another row"),
        ("= summ(t.people)", "at 2+4: unknown function `summ`; did you mean `sum`?"),
        ("= share(now)", "at 2+10: `share` needs 2 values; write it like `share(part, whole)`"),
        ("= now / (before - before)", "at 9+15: this is divided by zero; nothing can be; look at the numbers that it is worked out from"),
        ("= cost + rate", "at 2+11: an amount in £ and a percentage cannot be added; both must be counted in the same unit"),
        ("= now + cost", "at 2+10: a plain number and an amount in £ cannot be added; both must be counted in the same unit"),
        ("= £5 - €3", "at 2+7: an amount in £ and an amount in € cannot be subtracted; both must be counted in the same unit"),
        ("= share(now, cost)", "at 2+16: a plain number and an amount in £ cannot be compared; both must be counted in the same unit"),
        ("= share(now, now - now)", "at 2+21: nothing can be a share of zero, or of less; name the whole second: `share(part, whole)`"),
        ("= change(old, rate)", "at 2+17: the change of a percentage in per cent is taken for percentage points; "
         "write `after - before`, which is in percentage points"),
        ("= change(now - now, now)", "at 2+22: from zero there is no change in per cent; give the difference instead"),
        ("= cost * cost", "at 2+11: an amount in £ times an amount in £ is nothing that has a name; "),
        ("= now / cost", "at 2+10: a plain number divided by an amount in £ is nothing that has a name; "),
        ("= sum(t.gaps)", "at 6+6: `t.gaps` has no value for `Luton`; `known(t.gaps)` leaves the gaps out, if that is true to the facts"),
        ("= t.people + 1", "at 2+8: `t.people` is a whole column, and one number is wanted here; pick a row, `t.people[…]`, or write `sum(t.people)`"),
        ("= round(t.people)", "at 8+8: `t.people` is a whole column, and one number is wanted here; pick a row, `t.people[…]`, or write `sum(t.people)`"),
        ("= name_of(now)", "at 10+3: this number is of no row in particular, so it has no name; write it like `name_of(most(table.column))`"),
        ("= name_of(least(t.growth))", "at 10+15: `Luton` and `Bedford` have the same value, so there is no one name; say it in a text"),
        ("= top(t.people, 5)", "at 16+1: there are 4 rows; write a number from 1 to 4"),
        ('= rank(t.people, "Oakham")', "at 17+8: `t.people` has no row `Oakham`; use one of `Bedford`, `Corby`, `Luton`, `Milton Keynes`"),
        ("= milton-keynes * 2", "at 2+6: unknown name `milton`; if `milton-keynes` is meant, put it between backticks: its `-` is read as minus"),
        ("= sum(t.p*)", "at 8+2: a `*` picks columns within one row only; make it a column of `t`: under its `columns:`, `all: = sum(p*)`"),
        ("= sum(p*)", "at 6+2: a `*` picks columns within one row only; write it under a table's `columns:`"),
        ('= "Corby" + 1', "at 2+7: `Corby` is a text, and a number is wanted here; "),
        ("= 1234567890123456", "at 2+16: `1234567890123456` has too many digits; a number has 15 digits at most, 6 of them decimals"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_where_it_stands(formula: str, said: str) -> None:
    with pytest.raises(FormulaError) as caught:
        shown(formula)
    error = caught.value
    assert f"at {error.at[0]}+{error.at[1]}: {error.message}; {error.hint}" == said


def test_a_total_among_the_rows_is_refused_by_every_function_that_counts_it() -> None:
    for formula in ("sum(t.people)", "mean(t.people)", "most(t.people)", "count(t.people)", 'rank(t.people, "Corby")'):
        with pytest.raises(FormulaError, match="the row `Bedford` looks like a total of the others"):
            shown(f"= {formula}", Named(total="Bedford"))
    assert shown("= t.people[Corby]", Named(total="Bedford")) == "70"


@pytest.mark.parametrize(
    "hostile",
    [
        "=" + "(" * 390,
        "=" + "-" * 300 + "1",
        "= " + "+".join(["1"] * 190),
        "= " + "sum(" * 90 + "1" + ")" * 90,
        "= " + "*".join(["999999999999999"] * 24),
        "= 1" + " " * 500,
        "= 1" + " / 0.000001" * 30,
        "=" * 200,
    ],
)
def test_hostile_formulas_are_short_work(hostile: str) -> None:
    try:
        shown(hostile)
    except FormulaError as error:
        assert error.message
        assert 0 <= error.at[0] <= len(hostile)


@given(st.text("nowbefr tpl.()[]+-*/,0123456789%£m\"'`=*×", max_size=40))
def test_any_text_is_a_value_or_a_sentence_at_a_place(text: str) -> None:
    try:
        evaluate(parse_formula(f"={text}"), Named())
    except FormulaError as error:
        assert error.message
        assert 0 <= error.at[0] <= len(text) + 1
        assert error.at[1] >= 1


def _arithmetic() -> st.SearchStrategy[tuple[str, Fraction]]:
    numbers = st.integers(0, 9999).map(lambda value: (str(value), Fraction(value)))

    def grow(inner: st.SearchStrategy[tuple[str, Fraction]]) -> st.SearchStrategy[tuple[str, Fraction]]:
        return (
            st.tuples(inner, st.sampled_from("+-*/"), inner)
            .filter(lambda each: each[1] != "/" or each[2][1] != 0)
            .map(_put)
        )

    return st.recursive(numbers, grow, max_leaves=12)


def _put(each: tuple[tuple[str, Fraction], str, tuple[str, Fraction]]) -> tuple[str, Fraction]:
    (left, first), sign, (right, second) = each
    value = {"+": first + second, "-": first - second, "*": first * second}.get(sign)
    return f"({left} {sign} {right})", first / second if value is None else value


@given(_arithmetic())
def test_arithmetic_is_exact(case: tuple[str, Fraction]) -> None:
    text, value = case
    try:
        found = evaluate(parse_formula(f"= {text}"), Named())
    except FormulaError as error:
        assert "zero" in error.message or "40 digits" in error.message or "nested" in error.message
        return
    assert isinstance(found, Quantity)
    assert abs(Fraction(found.value) - value) <= abs(value) / 10**50 + Fraction(1, 10**50)


@given(st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=20))
def test_sums_and_means_are_exact_whatever_the_order(values: list[Decimal]) -> None:
    cells = Cells("c", [str(index) for index in range(len(values))], [amount(f"{value:f}") for value in values])
    for name, result in (("sum", sum(map(Fraction, values))), ("mean", sum(map(Fraction, values)) / len(values))):
        found = FUNCTIONS[name].run([cells])
        assert isinstance(found, Quantity)
        assert abs(Fraction(found.value) - result) < Fraction(1, 10**40)


def like(sample: str, language: str) -> NumberRule:
    return parse_number(sample, language)[1]


@pytest.mark.parametrize(
    ("value", "sample", "language", "said"),
    [
        ("2,034,176", "1.00m", "en-GB", "2.03m"),
        ("2,034,176", "1 million", "en-GB", "2 million"),
        ("2,034,176", "1,000", "en-GB", "2,034,176"),
        ("32.617%", "1%", "en-GB", "33%"),
        ("32.617", "1.0%", "en-GB", "32.6%"),
        ("2034176", "£1.0m", "en-GB", "£2.0m"),
        ("£2,034,176", "1.0m", "en-GB", "£2.0m"),
        ("2.5", "1.0 percentage points", "en-GB", "2.5\N{NO-BREAK SPACE}percentage points"),
        ("1.234.567", "1,0 Mio.", "de", "1,2\N{NO-BREAK SPACE}Mio."),
    ],
)
def test_a_sample_says_how_numbers_look(value: str, sample: str, language: str, said: str) -> None:
    found = written_like(Quantity(*parse_number(value, language)), like(sample, language))
    assert format_number(found.value, found.rule, language) == said


def test_a_sample_of_another_kind_or_of_none_is_refused() -> None:
    with pytest.raises(AmountError, match="the number is an amount in £, and the sample is a percentage"):
        written_like(amount("£5"), like("1%", "en-GB"))
    with pytest.raises(NumberError):
        like("viel", "en-GB")


@pytest.mark.parametrize(
    ("needs", "told"),
    [
        ({"a": {"b", "c"}, "b": {"c"}, "c": set()}, [("c",), ("b",), ("a",)]),
        ({"a": {"b"}, "b": {"a"}}, [("a", "b", "a"), ("b",), ("a",)]),
        ({"a": {"a"}}, [("a", "a"), ("a",)]),
    ],
)
def test_names_are_worked_out_the_deepest_first(needs: dict[str, set[str]], told: list[tuple[str, ...]]) -> None:
    done: set[str] = set()
    steps = []
    for step in deepest_first(["a"], lambda name: needs[name], lambda name: name not in done):
        steps.append(step)
        if len(step) == 1:
            done.add(step[0])
    assert steps == told


def test_a_chain_of_any_length_is_no_recursion() -> None:
    done: set[str] = set()
    steps = []
    for (name,) in deepest_first(
        ["0"], lambda name: {str(int(name) + 1)} if int(name) < 20_000 else set(), lambda name: name not in done
    ):
        done.add(name)
        steps.append(name)
    assert (steps[0], steps[-1], len(steps)) == ("20000", "0", 20_001)


def test_a_formula_is_told_by_its_sign() -> None:
    assert [is_formula(each) for each in ("= 1", "  =1", "1 = 1", "", 5, None)] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en-GB", "1 percentage point, 2 percentage points, 5 percentage points, −1.5 percentage points"),
        ("de", "1 Prozentpunkt, 2 Prozentpunkte, 5 Prozentpunkte, −1,5 Prozentpunkte"),
        ("fr", "1 point de pourcentage, 2 points de pourcentage, 5 points de pourcentage, −1,5 point de pourcentage"),
        ("cy", "1 pwynt canran, 2 pwynt canran, 5 pwynt canran, −1.5 pwynt canran"),
        ("pl", "1 punkt procentowy, 2 punkty procentowe, 5 punktów procentowych, −1,5 punktu procentowego"),
        ("es", "1 pp, 2 pp, 5 pp, −1,5 pp"),
    ],
)
def test_percentage_points_are_words_and_read_back(language: str, shown: str) -> None:
    written = []
    for value in ("1", "2", "5", "-1.5"):
        rule = NumberRule(unit="pp", decimals=len(value.partition(".")[2]))
        text = format_number(Decimal(value), rule, language)
        assert parse_number(text, language) == (Decimal(value), rule)
        written.append(text.replace("\N{NO-BREAK SPACE}", " "))
    assert ", ".join(written) == shown
