"""Numbers as people write them: units, words round them, ratios, places in an order; what could be two things is asked."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.text.locale import NumberRule, format_number
from reportgen.text.number_reading import NumberError, parse_number, parse_unit
from reportgen.text.words import languages, round_numbers

NB = "\u00a0"


@pytest.mark.parametrize(
    ("language", "written", "value", "shown"),
    [
        ("en-GB", "39.97 °F", "39.97", "39.97 °F"),
        ("en-GB", "39.97°F", "39.97", "39.97 °F"),
        ("en-GB", "−3 °C", "-3", "−3 °C"),
        ("en-GB", "45°", "45", "45°"),
        ("en-GB", "15 GW", "15", "15 GW"),
        ("en-GB", "15GW", "15", "15 GW"),
        ("en-GB", "421 ppm", "421", "421 ppm"),
        ("en-GB", "29.8m MWh", "29800000", "29.8m MWh"),
        ("en-GB", "184 per km²", "184", "184 per km²"),
        ("en-GB", "15 per 100,000", "15", "15 per 100,000"),
        ("en-GB", "3.5 GtCO₂e", "3.5", "3.5 GtCO₂e"),
        ("en-GB", "6.5 t CO2", "6.5", "6.5 t CO2"),
        ("en-GB", "5 m/s", "5", "5 m/s"),
        ("en-GB", "5 W m-2", "5", "5 W m-2"),
        ("en-GB", "5.6 l/100 km", "5.6", "5.6 l/100 km"),
        ("en-GB", "1.5 °C above normal", "1.5", "1.5 °C above normal"),
        ("fr", "29,7 millions d’euros", "29700000", "29,7 millions d’euros"),
        ("en-GB", "5 % points", "5", "5 percentage points"),
        ("en-GB", "500 or so", "500", "500 or so"),
        ("en-GB", "1,234 FTE", "1234", "1,234 FTE"),
        ("en-GB", "£3.20 per hour", "3.20", "£3.20 per hour"),
        ("en-GB", "£1.2m a year", "1200000", "£1.2m a year"),
        ("en-GB", "£29.7 m", "29700000", "£29.7m"),
        ("en-GB", "€5/kg", "5", "€5/kg"),
        ("en-GB", "85p", "85", "85p"),
        ("en-GB", "1 week", "1", "1 week"),
        ("en-GB", "1 weeks", "1", "1 week"),
        ("en-GB", "0 weeks", "0", "0 weeks"),
        ("en-GB", "1.5 tonnes of waste", "1.5", "1.5 tonnes of waste"),
        ("en-GB", "1 million tonnes", "1000000", "1 million tonnes"),
        ("de", "1 Woche", "1", "1 Woche"),
        ("fr", "0,5 heures", "0.5", "0,5 heure"),
        ("fr", "2 heures", "2", "2 heures"),
        ("en-GB", "US$5m", "5000000", "US$5m"),
        ("en-GB", "£-5", "-5", "−£5"),
        ("en-GB", "12.5 per cent", "12.5", "12.5%"),
        ("en-GB", "22nd", "22", "22nd"),
        ("en-GB", "11th", "11", "11th"),
        ("de", "3,20 € pro Stunde", "3.20", "3,20 € pro Stunde"),
        ("de", "5 €/kg", "5", "5 €/kg"),
        ("de", "5 Tsd. €", "5000", "5 Tsd. €"),
        ("de", "1,2 Mio. t", "1200000", "1,2 Mio. t"),
        ("de", "29,7 m", "29.7", "29,7 m"),
        ("de", "12,5 Prozent", "12.5", "12,5 %"),
        ("de", "8.", "8", "8."),
        ("de-CH", "1'234.5 GW", "1234.5", "1’234.5 GW"),
        ("fr", "29,7 M€", "29700000", "29,7 M €"),
        ("fr", "29,7 m", "29.7", "29,7 m"),
        ("fr", "8e", "8", "8e"),
        ("fr", "1er", "1", "1er"),
        ("fr", "1re", "1", "1re"),
        ("cy", "£1.2m", "1200000", "£1.2m"),
        ("cy", "£240m", "240000000", "£240m"),
        ("cy", "240 miliwn", "240000000", "240 miliwn"),
        ("cy", "184 fesul km²", "184", "184 fesul km²"),
        ("cy", "12.5 y cant", "12.5", "12.5%"),
        ("pl", "12,5 GW", "12.5", "12,5 GW"),
        ("en-GB", "up to 5,000", "5000", "up to 5,000"),
        ("en-GB", "Up  to 5000", "5000", "Up to 5,000"),
        ("en-GB", "£1bn+", "1000000000", "£1bn+"),
        ("en-GB", "almost £32m", "32000000", "almost £32m"),
        ("en-GB", "no fewer than 12 weeks", "12", "no fewer than 12 weeks"),
        ("en-GB", "up to about 5", "5", "up to about 5"),
        ("en-GB", "5 or more", "5", "5 or more"),
        ("en-GB", "~5", "5", "~5"),
        ("en-GB", "c. 500", "500", "c. 500"),
        ("en-GB", "≥ 5", "5", "≥ 5"),
        ("de", "Rund 1,2 Mrd. €", "1200000000", "Rund 1,2 Mrd. €"),
        ("fr", "près de 3 millions", "3000000", "près de 3 millions"),
        ("cy", "hyd at £5m", "5000000", "hyd at £5m"),
        ("pl", "około 5 tys.", "5000", "około 5 tys."),
        ("en-GB", "4 in 5", "80", "4 in 5"),
        ("en-GB", "1 out of 8", "12.5", "1 out of 8"),
        ("en-GB", "Nearly one in five", "20", "Nearly one in five"),
        ("en-GB", "two thirds", "66.666667", "two thirds"),
        ("en-GB", "4.2 out of 5", "84", "4.2 out of 5"),
        ("de", "4 von 5", "80", "4 von 5"),
        ("fr", "deux tiers", "66.666667", "deux tiers"),
        ("cy", "4 o bob 5", "80", "4 o bob 5"),
        ("pl", "4 na 5", "80", "4 na 5"),
    ],
)  # fmt: skip
def test_units_and_words_are_read_and_kept(language: str, written: str, value: str, shown: str) -> None:
    number, rule = parse_number(written, language)
    text = format_number(number, rule, language)
    assert number == Decimal(value)
    assert text.replace(NB, " ") == shown.replace(NB, " ")
    assert parse_number(text, language) == (number, rule)


@pytest.mark.parametrize(
    ("written", "shown"),
    [("184 per km²", f"184{NB}per{NB}km²"), ("29.8m MWh", f"29.8m{NB}MWh"), ("4 in 5", f"4{NB}in{NB}5"), ("up to 5", f"up to{NB}5")],
)  # fmt: skip
def test_a_number_is_not_parted_from_its_unit_and_a_short_unit_not_broken(written: str, shown: str) -> None:
    assert format_number(*parse_number(written, "en"), "en") == shown


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("en", "29.7 m", "`29.7 m` can be read as millions and as metres; write `29.7 million` or `29.7m` for millions, `29.7 metres` for a length"),
        ("en", "29.7m high", "`29.7m high` can be read as millions and as metres; write `29.7 million high` for millions, `29.7 metres high` for a length"),
        ("en", "29.8 m MWh", "`29.8 m MWh` can be read as millions and as metres; write `29.8 million MWh` for millions"),
        ("cy", "29.7 m", "`29.7 m` can be read as millions and as metres; write `29.7 miliwn` or `29.7m` for millions, `29.7 metr` for a length"),
        ("fr", "29,7m", "`m` is not known behind a number; did you mean `M`? If `m` is a unit, write a space before it"),
        ("en", "28 milion", "`milion` is not known behind a number; did you mean `million`?"),
        ("en", "£5 mln", "`mln` is not known behind a number; did you mean `m`?"),
        ("en", "5 Mio.", "`Mio.` is not known behind a number; did you mean `million`?"),
        ("en", "5 b", "`b` is not known behind a number; did you mean `billion`? If `b` is a unit, write out its name"),
        ("en", "£5b", "`b` is not known behind a number; did you mean `bn`?"),
        ("en", "5t", "`t` is not known behind a number; did you mean `tn`? If `t` is a unit, write a space before it"),
        ("de", "12 T€", "`T€` is not known behind a number; did you mean `Tsd. €`?"),
        ("en", "5abc", "`abc` is not known behind a number; with a space before it, as in `5 abc`, it is a unit"),
        ("en", "5% of income", "`% of income` is more than a percentage; write the percentage alone, and the words behind it in the label"),
        ("en", "2st", "`2st` has the ending of another number; write `2nd`"),
        ("fr", "2er", "`2er` has the ending of another number; write `2e`"),
        ("en", "FTE 12", "`FTE` before the number is no currency; write it behind, as in `12 FTE`"),
        ("en", "(£1.2m)", "`(£1.2m)` may be a negative number; write it as `-£1.2m`"),
        ("en", "1,234-", "`1,234-` may be a negative number; write it as `-1,234`"),
        ("en", "5–10 GW", "`5–10 GW` is a range, or two numbers; give one number and say the range in the label, or in a series a `value` with its `low` and `high`"),
        ("en", "5/10", "`5/10` can be read in more than one way; write `5 in 10` for a share"),
        ("en", "5 in 4", "`5 in 4` is no part of a whole; let the first number be at most the other, and not 0"),
        ("en", "£5m to £10m", "`£5m to £10m` is a range, or two numbers; give one number and say the range in the label, or in a series a `value` with its `low` and `high`"),
        ("en", "8th of 32", "`8th of 32` is more than a place in an order; write `8th` alone, and `of 32` in the label"),
        ("en", "2 hours 30 minutes", "`2 hours 30 minutes` holds two numbers; write one, with one unit, or put it in a text"),
        ("en", "1 in 4 people", "`1 in 4 people` is more than a share; write `1 in 4` alone, and `people` in the label"),
        ("en", "12 Nov", "`12 Nov` is a day, not a number; put it in a text"),
        ("en", "5pm", "`5pm` is a time of day, not a number; put it in a text"),
        ("en", "½", "`½` holds `½`, which is not one of the digits 0 to 9; write it as a decimal"),
        ("en", "1e6", "`1e6` is not written out; write all its digits, or a short form like `£1.2bn`"),
        ("de", "viele", "`viele` is not a number; write it like `1.025.000`, `12,5\u00a0%` or `1,2\u00a0Mrd.\u00a0€`"),
        ("fr", "beaucoup", "`beaucoup` is not a number; write it like `1\u202f025\u202f000`, `12,5\u00a0%` or `1,2\u00a0Md\u00a0€`"),
        ("de-CH", "viele", "`viele` is not a number; write it like `1’025’000`, `12.5%` or `CHF\u00a01.2\u00a0Mrd.`"),
    ],
)  # fmt: skip
def test_what_may_be_two_things_is_asked_and_slips_are_told(language: str, written: str, said: str) -> None:
    with pytest.raises(NumberError) as caught:
        parse_number(written, language)
    assert f"{caught.value.message}; {caught.value.hint}" == said


def test_the_guide_to_numbers_keeps_its_word() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "numbers.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in guide.splitlines() if line.startswith("| ") and "---" not in line]
    languages_of = {"German": "de", "French": "fr", "Welsh": "cy"}
    written = [found for row in rows for found in re.findall(r"(?:in (\w+) )?`([^`]+)`", row)]
    assert len(written) > 25
    for named, text in written:
        parse_number(text, languages_of.get(named, "en-GB"))


@pytest.mark.parametrize(
    ("language", "advised"),
    [
        ("en", ["29.7 million", "29.7m", "29.7 metres", "29.7 metres high", "5 billion", "5 t", "5 abc", "2nd", "12 FTE"]),
        ("cy", ["29.7 miliwn", "29.7m", "29.7 metr"]),
        ("fr", ["29,7 M", "29,7 m", "2e"]),
        ("de", ["12 Tsd. €", "1.025.000", "12,5\u00a0%", "1,2\u00a0Mrd.\u00a0€"]),
    ],
)  # fmt: skip
def test_advice_works_when_it_is_followed(language: str, advised: list[str]) -> None:
    for each in advised:
        parse_number(each, language)


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("GW", NumberRule(unit="GW")),
        ("%", NumberRule(unit="%")),
        ("per km²", NumberRule(unit="per km²")),
        ("£", NumberRule("£")),
        ("£m", NumberRule("£", scale=6)),
        ("£ per hour", NumberRule("£", unit="per hour")),
        ("thousand tonnes", NumberRule(unit="tonnes", scale=3, long=True)),
        ("million", NumberRule(scale=6, long=True)),
    ],
)
def test_a_unit_may_be_named_alone(written: str, rule: NumberRule) -> None:
    assert parse_unit(written, "en") == rule


UNITS = (
    "GW",
    "°C",
    "°F",
    "°",
    "per km²",
    "kg/m²",
    "GtCO₂e",
    "ppm",
    "m²",
    "t",
    "per 100,000",
    "tonnes of waste a year",
    "/kg",
    "p",
)


@given(
    language=st.sampled_from([*languages(), "en-GB", "en-IN", "de-CH", "de-AT", "fr-CH", "it", "es", "sv"]),
    digits=st.integers(-(10**8), 10**8),
    decimals=st.integers(0, 3),
    unit=st.sampled_from(UNITS),
    scale=st.sampled_from([0, 0, 6]),
    long=st.booleans(),
    data=st.data(),
)
def test_what_is_written_with_unit_and_words_reads_back(
    language: str, digits: int, decimals: int, unit: str, scale: int, long: bool, data: st.DataObject
) -> None:
    if scale and not long and unit[:1] in "/°p":
        return  # `5m per km²` and `5m/kg` may be metres
    before = data.draw(st.sampled_from(["", *round_numbers("before", language)]))
    after = "" if before else data.draw(st.sampled_from(["", "+", *round_numbers("after", language)]))
    said = f"{before} {{n}}" if before else f"{{n}}{'' if after == '+' else ' '}{after}" if after else ""
    rule = NumberRule(
        unit=unit,
        scale=scale,
        decimals=decimals,
        long=long and scale > 0,
        said=said.replace(" {", f"{NB}{{").replace("} ", f"}}{NB}"),
    )
    value = Decimal(digits).scaleb(scale - decimals)
    shown = format_number(value, rule, language)
    assert parse_number(shown, language) == (value, rule)


@given(
    language=st.sampled_from([*languages(), "de-CH"]),
    parts=st.lists(
        st.sampled_from(["5", "1,234", "2.5", "½", "m", "M", "k", "bn", "Mio.", "Md", "GW", "t", "°C", "per", "km²", "/", "%", "£", "€", "-", "–", "+", "about", "up to", "rund", "in", "of", "von", "th", "e", "st", ".", ",", " ", " ", "\u00a0", "(", ")", "~", "weeks", "two thirds", "pp"]),
        max_size=7,
    ),
)  # fmt: skip
def test_whatever_people_put_together_reads_back_or_is_a_sentence(language: str, parts: list[str]) -> None:
    text = "".join(parts)
    try:
        value, rule = parse_number(text, language)
    except NumberError as error:
        assert error.message
        assert error.hint
    else:
        assert parse_number(format_number(value, rule, language), language) == (value, rule)
