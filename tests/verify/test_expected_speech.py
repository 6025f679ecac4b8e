"""What a report says: every text of it is looked for, and a field that nobody has thought of is one."""

from __future__ import annotations

from dataclasses import field, make_dataclass, replace
from typing import Any

import pytest
from verify_samples import REPORTS, page, problems, problems_of, report

from reportgen.blocks import UNPRINTED
from reportgen.content.report import Break, Guide, Quote, Report, Statistic, TextSection
from reportgen.text.spans import Span
from reportgen.verify.expected_speech import expected_speech

HIDDEN = field(metadata=UNPRINTED)


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
    assert "place.source: Boundaries: ONS and OS © Crown copyright and database right 2016, OGL v3." in texts
    assert not [text for text in texts if "https" in text or "industrial-strategy" in text or "user" in text]


def with_blocks(found: Report, **blocks: Any) -> Report:
    return replace(found, blocks={**found.blocks, **blocks})


def test_a_new_block_is_looked_for() -> None:
    """Nobody has to think of it: what a field says nothing about is to be read on the page."""
    lesson = make_dataclass(
        "Lesson", [("path", str), ("moral", Any), ("name", str), ("icon", str, HIDDEN)], frozen=True
    )
    moral = (Span("Measure "), Span("twice", bold=True))
    found = with_blocks(report(), lessons=(lesson("lessons[0]", (moral, moral), "Old rule", "ruler"),))
    more = [text for text in said(found) if text not in said(report())]
    assert more == ["lessons[0].moral: Measure twice", "lessons[0].moral: Measure twice", "lessons[0].name: Old rule"]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (
            {"quote": Quote("quote", ((Span("Nobody had asked us."),),), (Span("A gardener"),), None, "en-GB")},
            "A gardener",
        ),
        ({"sections": (TextSection("s", (Span("A head"),), ((Span("Its text."),),), None, "en-GB"),)}, "Its text."),
    ],
)
def test_a_block_that_is_not_laid_out_is_lost(more: dict[str, Any], words: str) -> None:
    found = problems_of(with_blocks(report(), **more), page())
    assert f"`{words}` is in the report and nowhere on the page" in {problem.message for problem in found}


def test_a_text_of_the_page_that_is_not_laid_out_is_lost() -> None:
    found = problems_of(replace(report(), closing=((Span("One sentence more."),),)), page())
    assert "`One sentence more.` is in the report and nowhere on the page" in {problem.message for problem in found}


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
    texts = said(with_blocks(report(), statistics=(), figures=(titled,)))
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
