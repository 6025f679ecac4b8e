"""What a report says: every text of it is looked for, and a field that nobody has thought of is one."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, make_dataclass, replace
from typing import Any

import pytest
from verify_samples import REPORTS, page, problems, problems_of, report

import reportgen.content.report as blocks
from reportgen.content.report import Break, Guide, Quote, Report, Statistic, TextSection
from reportgen.text.spans import Span
from reportgen.verify.expected_speech import DRAWN, TITLED, UNPRINTED, expected_speech

KINDS = [kind for kind in vars(blocks).values() if isinstance(kind, type) and is_dataclass(kind)]


def said(found: Report) -> list[str]:
    return [f"{one.source}: {one.text}" for one in expected_speech(found).texts]


def test_the_sample_says() -> None:
    texts = said(report())
    assert texts[:2] == ["kicker: Industrial Strategy | Local summary", "title: South East Midlands"]
    assert texts[4:8] == [
        "place.statistics[0].datum: 2,017,000",
        "place.statistics[0].label: people",
        "place.statistics[1].datum: 93,690",
        "place.statistics[1].label: businesses",
    ]
    assert "link.shown: bit.ly/IS-map" in texts
    assert "date: December 2018" in texts
    assert "sources: Boundaries: ONS and OS © Crown copyright and database right 2016, OGL v3." in texts
    assert not [text for text in texts if "https" in text or "industrial-strategy" in text or "user" in text]


def test_every_field_that_is_listed_is_one() -> None:
    known = {one.name for kind in KINDS for one in fields(kind)}
    known |= {f"{kind.__name__}.{one.name}" for kind in KINDS for one in fields(kind)}
    assert (UNPRINTED | DRAWN | TITLED) - known == set()


def test_a_new_block_is_looked_for() -> None:
    """Nobody has to think of it: a report with a field more says what stands in it."""
    lesson = make_dataclass("Lesson", [("path", str), ("moral", Any), ("url", str)], frozen=True)
    longer = make_dataclass("Longer", [("lessons", Any, ())], bases=(Report,), frozen=True)
    plain = {one.name: getattr(report(), one.name) for one in fields(Report)}
    moral = (Span("Measure "), Span("twice", bold=True))
    found = longer(**plain, lessons=(lesson("lessons[0]", (moral, moral), "https://example.org"),))
    assert said(found)[-2:] == ["lessons[0].moral: Measure twice"] * 2


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (
            {"quote": Quote("quote", ((Span("Nobody had asked us."),),), (Span("A gardener"),), None, "en-GB")},
            "A gardener",
        ),
        ({"sections": (TextSection("s", (Span("A head"),), ((Span("Its text."),),), None, "en-GB"),)}, "Its text."),
        ({"closing": ((Span("One sentence more."),),)}, "One sentence more."),
    ],
)
def test_a_block_that_is_not_laid_out_is_lost(more: dict[str, Any], words: str) -> None:
    found = problems_of(replace(report(), **more), page())
    assert f"`{words}` is in the report and nowhere on the page" in {problem.message for problem in found}


def test_what_is_drawn_in_a_figure() -> None:
    """A titled figure has neither number nor label beside it; its guides and breaks are to be read."""
    one: Statistic = report().statistics[0]
    titled = replace(
        one,
        title=(Span("More people at work"),),
        guides=(Guide("target", "The aim", one.datum),),
        breaks=(Break("2015", "counted anew"),),
        note="2001 = 100",
    )
    texts = said(replace(report(), statistics=(), figures=(titled,)))
    assert [text.partition(".")[2] for text in texts if text.startswith("statistics")] == [
        "title: More people at work",
        "label: The aim",
        "note: counted anew",
        "note: 2001 = 100",
    ]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_report_says_its_numbers(path: Any) -> None:
    texts = {one.text for one in expected_speech(report(path)).texts}
    assert {statistic.datum.text for statistic in report(path).statistics if not statistic.title} <= texts
    assert problems(path) == ()
