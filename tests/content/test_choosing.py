"""The choice of a figure: facts of every shape, the kind that they get, and why."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timed_series import timed

from reportgen.content.data_facts import Facts
from reportgen.content.kind_choice import allows, choose, others
from reportgen.content.kinds import KINDS
from reportgen.content.report import Datum, Point, Series
from reportgen.text.locale import NumberRule, format_number

Values = Mapping[str, object]


def datum(value: object, unit: str = "") -> Datum:
    number = Decimal(str(value))
    exponent = number.as_tuple().exponent
    rule = NumberRule(unit=unit, decimals=max(0, -exponent if isinstance(exponent, int) else 0))
    return Datum("value", number, format_number(number, rule, "en"), rule)


def series(values: Values, name: str = "", unit: str = "") -> Series:
    points = (Point(label, None if each is None else datum(each, unit)) for label, each in values.items())
    return Series(name, tuple(points))


def facts(*sets: Series, has: str = "", value: object = None, whole: object = None) -> Facts:
    numbers = (None if each is None else datum(each) for each in (value, whole))
    return Facts(frozenset(has.split()), *numbers, sets=timed(sets), language="en-GB")


YEARS = {str(year): year - 2000 for year in range(2001, 2009)}
FEW = {"2001": 5, "2011": 7, "2021": 9}
NAMES = {"Corby": 5, "Luton": 9, "Bedford": 7}
MANY = {f"Area {letter}": number for number, letter in enumerate("ABCDEFGHIJ", 1)}


@pytest.mark.parametrize(
    ("known", "kind", "why"),
    [
        (facts(value=5), "", "there is nothing that a figure could show beside the number"),
        (facts(value=5, has="since"), "", "there is nothing that a figure could show beside the number"),
        (facts(value=5, has="change"), "", "it has a `change`, and without `since` nobody knows from when"),
        (facts(value=5, has="change since"), "change", "it is a value with its change since an earlier time"),
        (facts(value=-5, has="change since"), "", "there is nothing that a figure could show beside the number"),
        (facts(value=5, whole=9, has="whole"), "share", "it is a part of a whole"),
        (facts(value=5, has="each"), "count", "`each` says what one mark stands for"),
        (facts(value=5, whole=9, has="whole each change since"), "change", "it is a value with its change since an earlier time"),
        (facts(series(YEARS)), "line", "it is a series of 8 periods"),
        (facts(series(YEARS | {"2009": None})), "line", "it is a series of 8 periods"),
        (facts(series(FEW)), "columns", "it is a series of only 3 periods"),
        (facts(series(FEW), has="breaks"), "line", "it is a series of 3 periods"),
        (facts(series({"Owned": 60, "Rented": 40}, unit="%"), has="target"), "bars", "it compares 2 names by their values"),
        (facts(series({"2001": 5})), "", "there is nothing that a figure could show beside the number"),
        (facts(series({"January": 1, "Feb": 2, "March": 3})), "columns", "it is a series of only 3 periods"),
        (facts(series({"Q1": 1, "Q2": 2})), "columns", "it is a series of only 2 periods"),
        (facts(series(NAMES)), "bars", "it compares 3 names by their values"),
        (facts(series({"0–15": 5, "16–64": 7, "65+": 2})), "columns", "its labels are numbers that have an order of their own"),
        (facts(series({str(age): age for age in range(20)})), "line", "its labels are numbers that have an order of their own"),
        (facts(series(NAMES | {"Corby": -1})), "diverging", "some of its values are below zero"),
        (facts(series({"A": -1, "B": -2})), "columns", "its values are below zero"),
        (facts(series({"Owned": 60, "Rented": 40}, unit="%")), "stacked", "its 2 parts add to a whole"),
        (facts(series({"Owned": 33, "Rented": 33, "Other": 33}, unit="%")), "stacked", "its 3 parts add to a whole"),
        (facts(series({"Owned": 60, "Rented": 50}, unit="%")), "bars", "it compares 2 names by their values"),
        (facts(series(dict.fromkeys("ABCDE", 20), unit="%")), "bars", "it compares 5 names by their values"),
        (facts(series(NAMES), value=21), "stacked", "its 3 parts add to a whole"),
        (facts(series(NAMES), whole=21), "stacked", "its 3 parts add to a whole"),
        (facts(series(NAMES), has="boundary"), "map", "it has a `boundary`, so that its values belong to areas of a map"),
        (facts(series(NAMES, "2001"), series(NAMES, "2018")), "slope", "it has two periods for each of 3 names"),
        (facts(series(FEW | {"2031": 1}, "Corby"), series(FEW | {"2031": 3}, "Luton")), "line", "it has 2 series over time"),
        (facts(series({"2001": 5, "2018": 7}, "Corby"), series({"2001": 5, "2018": 7}, "Luton")), "slope", "it has two periods for each of 2 names"),
        (facts(series(MANY, "2001"), series(MANY, "2018")), "dumbbell", "it has two periods for each of 10 names, too many for slopes"),
        (facts(series(NAMES, "men"), series(NAMES, "women")), "dumbbell", "it has two values for each of 3 names"),
        (facts(series({"A": 40, "B": 30}, "in", "%"), series({"A": 60, "B": 70}, "out", "%")), "stacked", "the 2 parts of each name add to a whole"),
        (facts(*(series(NAMES, name) for name in "xyz")), "table", "it has 3 values for each name"),
        (facts(*(series(YEARS, name) for name in "vwxyz")), "table", "it has 5 values for each name"),
    ],
)  # fmt: skip
def test_every_shape_of_data_has_its_kind(known: Facts, kind: str, why: str) -> None:
    chosen, reason = choose(known)
    assert (chosen.name if chosen else "", reason) == (kind, why)


def test_others_are_those_that_the_data_allow() -> None:
    def besides(known: Facts, chosen: str) -> tuple[str, ...]:
        return tuple(kind.name for kind in others(known, KINDS[chosen], KINDS.values()))

    assert besides(facts(series(YEARS)), "line") == ("area", "columns", "bars", "table", "spark", "number")
    assert besides(facts(value=5), "number") == ("amount",)
    assert besides(facts(series(NAMES, "2001"), series(NAMES, "2018")), "slope") == ("line", "stacked", "dumbbell", "table", "number")  # fmt: skip


numbers = st.none() | st.integers(-(10**9), 10**12) | st.decimals(-100, 100, places=2)
labels = st.sampled_from(
    [("2001", "2002", "2003"), ("Corby", "Luton", "Bedford"), ("0-4", "5-9", "10+"), ("A",), ("2001", "2018")]
)


@given(
    st.data(),
    labels,
    st.lists(st.sampled_from(["2001", "2018", "men", "women", "x"]), min_size=1, max_size=5, unique=True),
    st.sets(st.sampled_from(["change", "since", "whole", "each", "boundary"])),
    st.sampled_from(["", "%"]),
)
def test_whatever_is_chosen_is_allowed(
    data: st.DataObject, points: tuple[str, ...], names: list[str], has: set[str], unit: str
) -> None:
    sets = [series({label: data.draw(numbers) for label in points}, name, unit) for name in names]
    known = facts(*sets, has=" ".join(has), value=data.draw(st.integers(-9, 9)), whole=9)
    kind, why = choose(known)
    assert why
    assert not kind or allows(kind, known)
    assert not kind or kind not in others(known, kind, KINDS.values())
