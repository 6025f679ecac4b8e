"""Numbers: read as people write them, refused with a sentence, written back by language."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.text.locale import NumberRule, facts_of, format_number, format_percent, rule_of
from reportgen.text.number_reading import NumberError, parse_number
from reportgen.text.words import languages

LANGUAGES = ("en-GB", "en", "de", "de-AT", "de-CH", "fr", "sv", "en-IN", "es", "pl")
TAGS = """
    be-BY bg-BG bs-BA ca-ES cs-CZ cy-GB da-DK de-AT de-CH de-DE de-LI de-LU el-GR en-CH en-GB en-IE en-MT es-ES et-EE
    eu-ES fi-FI fo-FO fr-BE fr-CH fr-FR fr-LU ga-IE gd-GB gl-ES gsw-CH hr-HR hu-HU is-IS it-CH it-IT kl-GL lb-LU lt-LT
    lv-LV mk-MK mt-MT nb-NO nl-BE nl-NL nn-NO pl-PL pt-PT rm-CH ro-MD ro-RO ru-RU se-NO sk-SK sl-SI sq-AL sr-Cyrl-RS
    sr-Latn-RS sv-FI sv-SE tr-TR uk-UA"""
EUROPE = sorted({*languages(), *TAGS.split()})
APOSTROPHES = "'’"
SPACES = " \u00a0\u202f\u2009"


@pytest.mark.parametrize(
    ("language", "written", "value", "shown"),
    [
        ("en-GB", "1025000", "1025000", "1,025,000"),
        ("en-GB", "1,025,000", "1025000", "1,025,000"),
        ("en-GB", "£28m", "28000000", "£28m"),
        ("en-GB", "£1.2bn", "1200000000", "£1.2bn"),
        ("en-GB", "£5 million", "5000000", "£5 million"),
        ("en-GB", "£1,234.50", "1234.50", "£1,234.50"),
        ("en-GB", "-£5m", "-5000000", "−£5m"),
        ("en-GB", "12.5%", "12.5", "12.5%"),
        ("en-GB", "−0.3%", "-0.3", "−0.3%"),
        ("en-GB", "-0.3%", "-0.3", "−0.3%"),
        ("en-GB", "4.93", "4.93", "4.93"),
        ("en-GB", "50500", "50500", "50,500"),
        ("en-GB", "-0", "0", "0"),
        ("en-IN", "1025000", "1025000", "10,25,000"),
        ("de", "28 Mio. €", "28000000", "28\u00a0Mio.\u00a0€"),
        ("de", "28 Mio €", "28000000", "28\u00a0Mio.\u00a0€"),
        ("de", "1,5 Mrd. €", "1500000000", "1,5\u00a0Mrd.\u00a0€"),
        ("de", "1 Million", "1000000", "1 Million"),
        ("de", "2 Millionen", "2000000", "2 Millionen"),
        ("de", "1.025.000", "1025000", "1.025.000"),
        ("de", "12,5%", "12.5", "12,5\u00a0%"),
        ("fr", "1 025 000", "1025000", "1\u202f025\u202f000"),
        ("pl", "1025", "1025", "1\u00a0025"),
        ("pt-PT", "1 025", "1025", "1\u00a0025"),
        ("de-CH", "1234567", "1234567", "1’234’567"),
        ("de-CH", "1'025'000", "1025000", "1’025’000"),
        ("de-CH", "1’025’000", "1025000", "1’025’000"),
        ("de-CH", "1'025.50", "1025.50", "1’025.50"),
        ("de-CH", "CHF 1'025'000", "1025000", "CHF\u00a01’025’000"),
        ("de-LI", "1'025’000", "1025000", "1’025’000"),
        ("it-CH", "1'025'000.5", "1025000.5", "1’025’000.5"),
        ("en-CH", "1'025'000", "1025000", "1’025’000"),
        ("tr", "−%12,5", "-12.5", "−%12,5"),
        ("tr", "12,5%", "12.5", "%12,5"),
        ("eu", "%12", "12", "%\u00a012"),
    ],
)
def test_numbers_are_understood_and_written(language: str, written: str, value: str, shown: str) -> None:
    number, rule = parse_number(written, language)
    assert number == Decimal(value)
    assert format_number(number, rule, language) == shown
    assert parse_number(shown, language) == (number, rule)


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("en", "1_000", "`1_000` is not a number; write `1000` or `1,000`"),
        ("en", "12:30", "`12:30` is a time of day, not a number; put it in a text"),
        ("en", "0800", "`0800` begins with a zero; write `800`; a telephone number belongs in a text"),
        ("en", "1,02,5", "the `,` in `1,02,5` does not stand where the language puts it; type it again, like `1,204.5`"),
        ("en", "1,204,50", "the `,` in `1,204,50` does not stand where the language puts it; type it again, like `1,204.5`"),
        ("en", "1 204,5", "the ` ` in `1 204,5` does not stand where the language puts it; write `1204.5`"),
        ("en", "£1.204,50m", "the `.` in `£1.204,50m` does not stand where the language puts it; write `£1204.50m`"),
        ("de", "€ 1,204.5", "the `,` in `€ 1,204.5` does not stand where the language puts it; write `€ 1204,5`"),
        ("en", "4,93", "the `,` in `4,93` does not stand where the language puts it; write `4.93` for a decimal"),
        ("de", "4.93", "the `.` in `4.93` does not stand where the language puts it; write `4,93` for a decimal"),
        ("en", "NaN", "`NaN` is not a number; write it like `1,025,000`, `12.5%` or `£1.2bn`"),
        ("de", "viele", "`viele` is not a number; write it like `1.025.000`, `12,5\u00a0%` or `1,2\u00a0Mrd.\u00a0€`"),
        ("en", "1e400", "`1e400` is not written out; write all its digits, or a short form like `£1.2bn`"),
        ("en", "①", "`①` holds `①`, which is not one of the digits 0 to 9; type the number again"),
        ("en", "12３", "`12３` holds `３`, which is not one of the digits 0 to 9; type the number again"),
        ("en", "£28M", "`M` is not known behind a number; did you mean `m`?"),
        ("en", "28 milion", "`milion` is not known behind a number; did you mean `million`?"),
        ("en", "£28m%", "`m%` is not known behind a number; known are `%`, `k`, `m`, `bn`, `tn`, `thousand`, `million`, "
         "`billion`, `trillion`, and units of a few words, such as `km`; other words belong in the label"),
        ("en", "£5%", "`£5%` is an amount and a percentage at once; write one or the other"),
        ("en", "9" * 16, "`9999999999999999` has too many digits; a number has 15 digits at most, 6 of them decimals"),
        ("en", "1.1234567", "`1.1234567` has too many digits; a number has 15 digits at most, 6 of them decimals"),
        ("en", "", "`` is not a number; write it like `1,025,000`, `12.5%` or `£1.2bn`"),
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused_with_what_to_write(language: str, written: str, said: str) -> None:
    with pytest.raises(NumberError) as caught:
        parse_number(written, language)
    assert f"{caught.value.message}; {caught.value.hint}" == said


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        ("0.5", 0, "1%"),
        ("1.5", 0, "2%"),
        ("2.5", 0, "3%"),
        ("-2.5", 0, "−3%"),
        ("4.95", 1, "5.0%"),
        ("-0.04", 1, "0.0%"),
    ],
)
def test_one_rounding_rule_half_up(value: str, decimals: int, shown: str) -> None:
    assert format_percent(Decimal(value), decimals, "en") == shown


@pytest.mark.parametrize(
    ("rule", "language", "shown"),
    [
        (NumberRule("£", scale=6), "de", "28\u00a0Mio.\u00a0£"),
        (NumberRule("EUR", scale=6), "en", "EUR\u00a028m"),
        (NumberRule(scale=9, decimals=3), "es", "0,028 mil millones"),
        (NumberRule(wording="one_in"), "en", "1 in 28,000,000"),
        (NumberRule(wording="one_in"), "de", "1 von 28.000.000"),
    ],
)
def test_a_rule_carries_over_to_another_language(rule: NumberRule, language: str, shown: str) -> None:
    assert format_number(Decimal(28_000_000), rule, language) == shown


def test_a_value_without_a_text_keeps_its_own_decimals() -> None:
    assert rule_of(Decimal("4.93")) == NumberRule(decimals=2)
    assert rule_of(Decimal("5E+3")) == NumberRule()


@given(
    language=st.sampled_from(LANGUAGES),
    digits=st.integers(-(10**9), 10**9),
    decimals=st.integers(0, 4),
    kind=st.sampled_from([("", "", 0), ("£", "", 0), ("€", "", 6), ("", "%", 0), ("", "", 9), ("CHF", "", 0)]),
    long=st.booleans(),
)
def test_what_is_written_reads_back(
    language: str, digits: int, decimals: int, kind: tuple[str, str, int], long: bool
) -> None:
    prefix, unit, scale = kind
    value = Decimal(digits).scaleb(scale - decimals)
    if abs(digits) >= 10 ** (15 - scale + decimals) or (language == "es" and scale == 9):
        return  # too large for a report, and Spanish has no short word for 10^9
    rule = NumberRule(prefix, unit, scale, decimals, long and scale > 0)
    shown = format_number(value, rule, language)
    assert "-" not in shown
    assert parse_number(shown, language) == (value, rule)


@given(
    language=st.sampled_from(EUROPE),
    digits=st.integers(0, 10**12),
    decimals=st.integers(0, 3),
    unit=st.sampled_from(["", "%"]),
    data=st.data(),
)
def test_europe_reads_what_it_writes(language: str, digits: int, decimals: int, unit: str, data: st.DataObject) -> None:
    """Plain, and with any of the signs that people type for the one that is printed, mixed as they come."""
    value, rule = Decimal(digits).scaleb(-decimals), NumberRule(unit=unit, decimals=decimals)
    shown = format_number(value, rule, language)
    assert "'" not in shown
    assert shown.strip("%\u00a0\u202f").count(facts_of(language).group) == (len(str(digits // 10**decimals)) - 1) // 3
    alike = next((signs for signs in (APOSTROPHES, SPACES) if facts_of(language).group in signs), "")
    typed = "".join(data.draw(st.sampled_from(alike)) if char in alike else char for char in shown)
    for text in (shown, typed):
        assert parse_number(text, language) == (value, rule)


@pytest.mark.parametrize("written", ["1 025 000", "1\u202f025\u202f000", "1'025'000", "1’025’000"])
def test_swiss_french_reads_the_sign_of_every_edition_of_cldr(written: str) -> None:
    """CLDR had a space for it before it had an apostrophe."""
    if facts_of("fr-CH").group == "’":
        assert parse_number(written, "fr-CH") == (Decimal(1025000), NumberRule())
    else:
        assert facts_of("fr-CH").group in SPACES


@given(st.sampled_from(LANGUAGES), st.text(max_size=20))
def test_any_text_is_a_number_or_a_sentence(language: str, text: str) -> None:
    try:
        value, rule = parse_number(text, language)
    except NumberError as error:
        assert error.message
        assert error.hint
    else:
        assert parse_number(format_number(value, rule, language), language) == (value, rule)


@given(st.sampled_from(LANGUAGES), st.text("0123456789.,'% -−£€mbnk\u00a0\u202f_:e", max_size=14))
def test_any_near_number_is_a_number_or_a_sentence(language: str, text: str) -> None:
    test_any_text_is_a_number_or_a_sentence.hypothesis.inner_test(language, text)  # type: ignore[attr-defined]
