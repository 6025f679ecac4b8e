"""Where a line may end. A stroke marks a place that costs little, a double one a place that costs much."""

from __future__ import annotations

import pytest

from reportgen.text import line_penalties
from reportgen.text.break_opportunities import break_opportunities
from reportgen.text.hyphens import hyphen_points


def shown(text: str, language: str = "en-GB", hyphenate: bool = False) -> str:
    found = {place.at: place for place in break_opportunities(text, language, hyphenate)}
    strokes = {at: "|" if place.penalty < line_penalties.LOOSE_PAIR else "||" for at, place in found.items()}
    return "".join(strokes.get(at, "") + char for at, char in enumerate(text))


def costs(text: str, language: str = "en") -> dict[str, float]:
    """The cost of a break after each word of `text`, by that word."""
    return {text[: place.at].rsplit(maxsplit=1)[-1]: place.penalty for place in break_opportunities(text, language)}


@pytest.mark.parametrize(
    "expected",
    [
        "plain |words |may |part",
        # numbers and units
        "a |contract |of ||£1.2 bn |over ||5 km",
        "12.5 per cent |or ||3 million |people |for ||5 years",
        "at ||5.30 p.m. |sharp",
        "£ 5, |EUR 5",
        # dates, ranges
        "on |5 May ||2018 |or |1st Mar |next",
        "from ||16 ||to ||24 |people |in |2010-17",
        # abbreviations, titles and initials
        "Mr Smith |of |No. 10 |met |Dr J. Jones |at |St Albans",
        "see |Fig. 3 |and |pp. 4-5 |of |Part ||2; |see |Phase ||2",
        # marks that stand alone stay with the word before them
        "leaders – |alongside |other |partners – |is",
        "Marks & ||Spencer |and |R&D",
        # compounds
        "long-||term |well-||paid |Multi-||User |Oxford-||Cambridge",
        "co-op |e-mail |on-off |2010-17 |-5 |A-level |x-ray",
        "London–|Cambridge |5–10 |A–B",
        "and/or |government/||business",
        # what forbids a break
        "10\u00a0km |5\u202f% |long\u2011term",
        # what allows one
        "soft\u00ad||ware |zero\u200b|width",
        # addresses
        "see |https://www.gov.uk/||government/||publications |or |bit.ly/IS-map.",
        "to |jane.roe@||some-||department.||gov.uk |today",
        # punctuation
        "the |area, |the |next, |(the) |“last” |one!",
    ],
)
def test_break_opportunities(expected):
    assert shown(expected.replace("|", "")) == expected


def test_a_stroke_between_words_stays_with_the_word_before_it():
    assert [place.at for place in break_opportunities("Strategy | Local", "en")] == [len("Strategy | ")]


def test_a_short_word_that_begins_a_sentence_does_not_end_a_line():
    assert costs("the area. The next")["The"] == line_penalties.ABRUPT_END
    assert costs("see No. 10 next")["10"] == 0


@pytest.mark.parametrize(
    "expected",
    ["im |Jahr |2018 |am |5. Mai |in |der |Region", "z. B. 3 Mio. |Menschen |und |Nr. 5", "bei |Prof. Dr. Meier |ist"],
)
def test_break_opportunities_in_german(expected):
    assert shown(expected.replace("|", ""), "de-DE") == expected


def test_the_order_of_costs():
    text = "One, the north of London and then all. It is James Watt done"
    found = costs(text)
    assert found["all."] < found["One,"] < found["north"] == 0 < found["and"] < found["James"] < found["of"]
    assert found["of"] < found["the"] < found["It"]


def test_german_words_do_not_weigh_in_english():
    assert costs("we die young", "en")["die"] == 0
    assert costs("und die Stadt", "de")["die"] == line_penalties.AFTER_ARTICLE


def test_a_divided_word_says_so():
    (soft, hyphen) = break_opportunities("soft\u00adware long-term".replace(" ", "\u00a0"), "en")
    assert (soft.divides, soft.hyphen) == (True, True)
    assert (hyphen.divides, hyphen.hyphen) == (False, True)


def test_hyphenation_is_off_unless_asked_for():
    text = "autonomous environment in Westfield"
    assert shown(text) == "autonomous |environment |in |Westfield"
    assert shown(text, hyphenate=True) == "autonom||ous |en||vir||on||ment |in |Westfield"


def test_hyphenation_by_language():
    assert shown("die Wirtschaft", "de", True) == "die |Wirt||schaft"
    assert hyphen_points("development", "en-GB")
    assert hyphen_points("development", "en")
    assert hyphen_points("development", "tlh") == ()
    assert hyphen_points("development", "") == ()


@pytest.mark.parametrize("word", ["", "short", "MUEAVI", "Westfield", "eMail", "x" * 61, "\u4e2d" * 10])
def test_words_that_are_not_divided(word):
    assert hyphen_points(word, "en-GB") == ()


@pytest.mark.parametrize(
    "text",
    ["", " ", "x" * 10_000, "." * 10_000, "1," * 5_000, "a@" * 5_000, "a." * 5_000 + "b/", "\u00ad" * 999],
)
def test_hostile_texts_are_read_quickly(text):
    assert all(0 < place.at < len(text) for place in break_opportunities(text, "en", True)) or text == " "
