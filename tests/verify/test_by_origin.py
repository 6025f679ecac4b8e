"""The same words anywhere in a report are no fault: a text is known by where it comes from, and by that it is missed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen import pipeline
from reportgen.content.report import Report
from reportgen.editions.job import Job
from reportgen.page import Group, Page, TextRun
from reportgen.problems import ReportError
from reportgen.sources import Sources

WORDS = ("Care", "2022", "One")
FIELDS = (
    *("title", "kicker", "intro", "closing", "publisher", "contact", "reference", "request", "source"),
    *("link", "head", "section", "said", "who", "case", "story", "listed", "item", "label", "note", "target", "break"),
    *("figure title", "caption", "credit"),
)
LOOK = pipeline.load_brand("briefing")


def content(texts: dict[str, str], kind: str, names: tuple[str, ...], value: str) -> dict[str, Any]:
    """A report with a text in every field that has one."""
    of = texts.__getitem__
    series = dict(zip(names, (3, 4, 5), strict=True))
    figure = {"title": of("figure title"), "figure": kind, "series": series, "source": of("source")}
    figure |= {} if kind == "table" else {"caption": of("caption")}
    return {
        "brand": "briefing",
        "language": "en-GB",
        "date": "2022",
        **{key: of(key) for key in ("title", "kicker", "intro", "closing", "publisher", "contact", "reference")},
        "request": of("request"),
        "source": of("source"),
        "link": {"text": of("link"), "url": "https://example.org"},
        "sections": [{"title": of("head"), "text": of("section")}],
        "quote": {"text": of("said"), "who": of("who"), "source": of("who")},
        "case_study": {"kicker": of("case"), "title": of("head"), "text": of("story")},
        "highlights": {"title": of("listed"), "items": [{"text": of("item"), "amount": value}, {"text": of("note")}]},
        "statistics": [{"value": value, "label": of("label")}, {"value": "2022", "label": of("item")}],
        "figures": [figure],
    }


def faults(report: Report, page: Page) -> list[str]:
    """What verification says of a page that is drawn."""
    try:
        Job(page, report, LOOK, Sources()).screen  # noqa: B018
    except ReportError as error:
        return [problem.message for problem in error.problems]
    return []


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(
    texts=st.fixed_dictionaries({key: st.sampled_from(WORDS) for key in FIELDS}),
    kind=st.sampled_from(["bars", "columns", "line", "table"]),
    names=st.permutations(WORDS).map(tuple),
    value=st.sampled_from(["2022", "1", "3"]),
)
def test_all_texts_may_be_the_same_words(texts: dict[str, str], kind: str, names: tuple[str, ...], value: str) -> None:
    made = content(texts, kind, names, value)
    if kind in ("columns", "line"):
        made["figures"][0]["series"] = {"2021": 3, "2022": 4, "2023": 5}
        made["figures"][0]["target"] = {"value": 4, "label": texts["target"]}
    if kind == "line":
        made["figures"][0]["breaks"] = {"2022": texts["break"]}
    report = pipeline.load(made)
    assert faults(report, pipeline.compose(report, LOOK)) == []


ALIKE = pipeline.load(content(dict.fromkeys(FIELDS, "Care"), "bars", WORDS, "3"))
PAGE = pipeline.compose(ALIKE, LOOK)
SOURCES = sorted({placed.source for placed in PAGE.walk() if isinstance(placed.box, TextRun)})


def without(group: Group, source: str, around: str = "") -> Group:
    """A group without the type that comes from a field."""
    source_of = group.source or around
    kept = tuple(
        without(child, source, source_of) if isinstance(child, Group) else child
        for child in group.children
        if not (isinstance(child, TextRun) and source_of == source)
    )
    return replace(group, children=kept)


@pytest.mark.parametrize("source", SOURCES)
def test_a_text_that_is_lost_is_missed_though_its_words_stand_everywhere(source: str) -> None:
    told = faults(ALIKE, replace(PAGE, root=without(PAGE.root, source)))
    assert any("is in the report and nowhere on the page" in each for each in told), told


def twice(group: Group, source: str) -> Group:
    """A group with what comes from a field a second time, farther down."""
    found: list[Any] = []
    for child in group.children:
        if isinstance(child, Group):
            found.append(twice(child, source))
            if child.source == source:
                found.append(replace(child, children=tuple(map(_lower, child.children))))
        else:
            found.append(child)
    return replace(group, children=tuple(found))


def _lower(box: Any) -> Any:
    if isinstance(box, Group):
        return replace(box, children=tuple(map(_lower, box.children)))
    return replace(box, y=box.y + 3.0) if isinstance(box, TextRun) else box


@pytest.mark.parametrize("source", ["intro", "closing", "figures[0].title", "quote.text"])
def test_a_text_that_stands_twice_is_told(source: str) -> None:
    assert source in SOURCES
    told = faults(ALIKE, replace(PAGE, root=twice(PAGE.root, source)))
    assert any("stands on the page once more than in the report" in each for each in told), told
