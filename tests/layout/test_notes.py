"""Notes: sources of every text, numbered as their marks are met, told apart, in columns when there are many."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from layout_samples import ROOT, brand

from reportgen import check as checking
from reportgen.blocks import BlockSource, walk
from reportgen.content.load_report import load_report
from reportgen.content.report import Report
from reportgen.figures.base import Label, marks_of
from reportgen.layout.note_order import as_met
from reportgen.layout.notes import marked_sources, shared_in_columns
from reportgen.page import FigureBox, Group, LinkArea, Page, Role, TextRun
from reportgen.pipeline import compose, load, render
from reportgen.problems import ReportError
from reportgen.text.spans import plain

BRANDS = ("industrial-strategy", "briefing", "civic", "night")
ADDRESS = (
    "https://www.example.gov.uk/statistics/business-population-estimates-2026/regional_summary?table=4&area=south-east"
)
MAP = {"boundary": "../data/semlep_districts.geojson", "source": "Of the map"}
SERIES = {"2001": 40, "2002": 44, "2003": 50}


def told(**keys: Any) -> dict[str, Any]:
    return {"brand": "briefing", "language": "en-GB", "title": "Title", **keys}


def set_page(content: dict[str, Any], look: str = "briefing") -> tuple[Report, Page]:
    report = load(content)
    return report, compose(report, brand(look))


def text_in(group: Group) -> str:
    parts = (
        text_in(box) if isinstance(box, Group) else box.run.text if isinstance(box, TextRun) else ""
        for box in group.children
    )
    return "".join(parts)


def groups(page: Page, role: Role) -> list[Group]:
    return [placed.box for placed in page.walk() if isinstance(placed.box, Group) and placed.box.role is role]


def marks(page: Page) -> list[str]:
    return [text_in(group) for group in groups(page, Role.REFERENCE)]


def notes(page: Page) -> list[str]:
    return [" ".join(text_in(group).split()) for group in groups(page, Role.NOTE)]


EVERYWHERE = told(
    kicker={"text": "Kicker", "source": "S1"},
    title={"text": "Title", "source": "S2"},
    intro={"text": "One.\n\nTwo.", "source": ["S3", "S4"]},
    statistics=[
        {"value": 5, "label": {"text": "people", "source": "S5"}, "source": "S6"},
        {"label": "homes", "series": SERIES, "caption": {"text": "In spring", "source": "S7"}},
    ],
    figures=[
        {"title": {"text": "Figure", "source": "S8"}, "series": {"A": 5, "B": 6}, "source": "S9"},
        {"title": "Second", "series": {"A": 5, "B": 6}, "caption": "Counted", "source": "S10"},
    ],
    highlights={
        "title": {"text": "Done", "source": "S11"},
        "source": "S12",
        "items": [{"text": {"text": "A bridge", "source": "S13"}, "source": "S14"}, {"amount": "£5m", "text": "b", "source": "S15"}],
    },
    case_study={"title": {"text": "Case", "source": "S16"}, "text": {"text": "It was.", "source": "S17"}, "source": "S18"},
    quote={"text": {"text": "Said.", "source": "S19"}, "who": {"text": "Somebody", "source": "S20"}},
    sections=[{"title": {"text": "Section", "source": "S21"}, "text": "Words.", "source": "S22"}],
    closing={"text": "The end.", "source": ["S23", "S1"]},
    source=["Own one", "Own two"],
)  # fmt: skip


@pytest.mark.parametrize("look", BRANDS)
def test_every_text_and_block_may_have_sources(look: str) -> None:
    _, page = set_page(EVERYWHERE, look)
    assert sorted(texts_in_order(notes(page))) == sorted(f"S{number}" for number in range(1, 24))
    assert [note.split()[0] for note in notes(page)] == [superior(number) for number in range(1, 24)]
    assert marks(page)[-1] == "¹"  # the same source once more
    first = list(dict.fromkeys(marks(page)))
    assert first == [superior(number) for number in range(1, 24)]
    (own,) = (text_in(group) for group in groups(page, Role.PARAGRAPH) if group.source == "source")
    assert own == "Own one · Own two"


def superior(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def texts_in_order(found: list[str]) -> list[str]:
    return [note.partition(" ")[2] for note in found]


def test_two_marks_at_one_place_are_two_references_with_a_space_between() -> None:
    _, page = set_page(told(intro={"text": "Words", "source": ["A", "B"]}))
    (intro,) = (group for group in groups(page, Role.PARAGRAPH) if group.source == "intro")
    assert text_in(intro) == "Words¹\N{THIN SPACE}²"
    assert marks(page) == ["¹", "²"]


def test_a_mark_stands_apart_from_a_superior_figure_of_the_text() -> None:
    _, page = set_page(told(intro={"text": "184 per km²", "source": "A"}, closing={"text": "End", "source": "B"}))
    (intro,) = (group for group in groups(page, Role.PARAGRAPH) if group.source == "intro")
    assert text_in(intro) == "184 per km²\N{THIN SPACE}¹"


def test_a_lone_source_has_no_mark() -> None:
    report, page = set_page(told(intro={"text": "Words", "source": "A"}))
    assert (marks(page), notes(page), marked_sources(report)) == ([], [], ())
    assert [text_in(group) for group in groups(page, Role.PARAGRAPH) if group.source == "intro.source"] == ["A"]


def test_a_mark_and_its_page_s_own_source_are_told_apart() -> None:
    _, page = set_page(told(intro={"text": "Words", "source": "A"}, source="B"))
    assert (marks(page), notes(page)) == (["¹"], ["¹ A"])
    assert [text_in(group) for group in groups(page, Role.PARAGRAPH) if group.source == "source"] == ["B"]


PARTS: dict[str, Any] = {
    "statistics": [{"value": 5, "label": "a", "source": "Of a"}, {"value": 6, "label": "b", "source": "Of b"}],
    "figures": [{"title": "F", "series": {"A": 1, "B": 2}, "source": "Of F"}, {"title": "G", "series": SERIES, "source": "Of G"}],
    "highlights": {"title": "H", "items": [{"text": "c", "source": "Of c"}, {"text": "d", "source": "Of b"}]},
    "quote": {"text": "Q", "who": "W", "source": "Of Q"},
    "sections": [{"title": "S", "text": "T", "source": "Of S"}],
    "place": MAP,
}  # fmt: skip


@given(st.permutations(list(PARTS)), st.sampled_from(BRANDS), st.booleans())
@settings(max_examples=25)
def test_notes_are_numbered_as_their_marks_are_met(order: list[str], look: str, with_intro: bool) -> None:
    intro = {"intro": {"text": "Words", "source": "Of the intro"}} if with_intro else {}
    content = told(**intro, **{key: PARTS[key] for key in order})
    report = load_report(content, folder=FOLDER)
    page = compose(report, brand(look))
    seen = list(dict.fromkeys(number for number in map(value, marks(page))))
    of_map = value_of_note(page, "Of the map")
    assert [number for number in seen if number != of_map] == [
        number for number in range(1, len(seen) + 2) if number != of_map
    ]
    assert texts_in_order(notes(page))[:1] == (["Of the intro"] if with_intro else texts_in_order(notes(page))[:1])
    assert [value(note.split()[0]) for note in notes(page)] == list(range(1, len(notes(page)) + 1))


def value(mark: str) -> int:
    return int(mark.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")))


def value_of_note(page: Page, text: str) -> int:
    return next(value(note.split()[0]) for note in notes(page) if note.endswith(text))


FOLDER = ROOT / "content/gallery"


def test_a_map_that_stands_beside_the_title_is_met_before_what_stands_before_it_in_the_file() -> None:
    text = (ROOT / "content/south-east-midlands.yaml").read_text(encoding="utf-8")
    start, end = text.index("place:\n"), text.index("statistics:\n", text.index("place:\n") + 200)
    place, label = text[start:end], "\n    label: "
    moved = text[:start] + text[end:].replace(label, f"\n    source: Of the first{label}", 1) + "\n" + place
    report = load_report(moved, folder=ROOT / "content")
    assert report.order[-1] == "place"
    found = notes(compose(report, brand()))
    assert [note[:2] for note in found] == ["¹ ", "² "]
    assert found[1] == "² Of the first"


def test_a_report_whose_sources_are_in_order_is_itself() -> None:
    report, page = set_page(EVERYWHERE)
    ordered = as_met(report, page)
    assert as_met(ordered, page) is not None
    assert {source.text for source in ordered.sources} == {source.text for source in report.sources}


@pytest.mark.parametrize("look", BRANDS)
def test_statistics_with_sources_are_not_seen_out_of_order(look: str) -> None:
    stats = [
        {"value": n, "label": f"l{n}", "source": f"S{n}"} | ({"series": SERIES} if n % 2 else {"value": n})
        for n in range(1, 7)
    ]
    for each in stats:
        if "series" in each:
            del each["value"]
    _, page = set_page(told(statistics=stats), look)
    runs = [
        placed.box
        for placed in page.walk()
        if isinstance(placed.box, TextRun) and re.fullmatch("[⁰¹²³⁴-⁹]+", placed.box.run.text)
    ]
    seen = [one.run.text for one in runs if one.y < 700][:6]
    placed_order = [one.run.text for one in sorted(runs[:6], key=lambda one: (round(one.y / 30), one.x))]
    assert placed_order == seen


LONG = [f"Office {n}, a release on a subject with a long name, {ADDRESS}&release={n}" for n in range(1, 15)]


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("count", [2, 6, 14])
def test_many_long_notes_stand_in_columns_apart_from_one_another(count: int, look: str) -> None:
    stats = [{"value": n, "label": "a", "source": LONG[n - 1]} for n in range(1, min(count, 12) + 1)]
    more = {"closing": {"text": "End", "source": LONG[12:count]}} if count > 12 else {}
    _, page = set_page(told(statistics=stats, source="Own", **more), look)
    found = groups(page, Role.NOTE)
    assert notes(page) == [f"{superior(n)} {LONG[n - 1]}" for n in range(1, count + 1)]
    areas = [area(group) for group in found]
    for one, other in combinations(areas, 2):
        beside = one[2] + 4 <= other[0] or other[2] + 4 <= one[0]
        assert beside or one[3] < other[1] or other[3] < one[1]
    assert len({round(one[0]) for one in areas}) >= 2, "in columns"


def area(group: Group) -> tuple[float, float, float, float]:
    runs: list[TextRun] = []

    def gather(inner: Group) -> None:
        for box in inner.children:
            runs.append(box) if isinstance(box, TextRun) else gather(box) if isinstance(box, Group) else None

    gather(group)
    top, bottom = min(one.y - 0.6 * one.run.size for one in runs), max(one.y for one in runs)
    return min(one.x for one in runs), top, max(one.x + one.run.width for one in runs), bottom


@pytest.mark.parametrize("length", [401, 2000, 5900])
def test_a_source_is_as_long_as_it_needs_to_be(length: int) -> None:
    text = ("word " * 1200)[:length].strip()
    _, page = set_page(told(intro={"text": "Words", "source": [text, "B"]}, source="Own"))
    assert notes(page)[0] == f"¹ {text}"


@pytest.mark.parametrize("look", BRANDS)
def test_a_long_address_breaks_behind_its_signs_without_a_hyphen_and_is_one_link(look: str) -> None:
    url = ADDRESS + "&more=" + "-".join(["chapter", "section", "paragraph"] * 12)
    _, page = set_page(told(intro={"text": "Words", "source": [f"[{url}]({url})", "B"]}), look)
    note = groups(page, Role.NOTE)[0]
    (link,) = (group for group in groups(page, Role.LINK))
    lines = [box.run.text for box in link.children if isinstance(box, TextRun)]
    assert len(lines) > 2
    assert "".join(lines) == url
    assert all(line[-1] in "/.-?&=_" for line in lines[:-1])
    assert {(box.url, box.text) for box in link.children if isinstance(box, LinkArea)} == {(url, url)}
    assert text_in(note).endswith(url)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=9), st.integers(1, 4))
def test_columns_are_as_low_as_they_can_be(heights: list[int], count: int) -> None:
    tall, columns = shared_in_columns(heights, count)
    assert [index for column in columns for index in column] == list(range(len(heights)))
    assert all(columns)
    assert len(columns) <= count
    assert tall == max(sum(heights[index] for index in column) for column in columns) or tall >= max(heights)
    cuts = range(1, len(heights))
    ways = (places for number in range(min(count, len(heights))) for places in combinations(cuts, number))
    best = min(
        max(sum(heights[a:b]) for a, b in zip((0, *places), (*places, len(heights)), strict=True)) for places in ways
    )
    assert max(sum(heights[index] for index in column) for column in columns) == best


Problems = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("intro: {text: a, sorce: b}\n", "4:18: error: unknown key `sorce`; did you mean `source`?"),
        ("kicker: {text: a, sorce: b}\n", "4:19: error: unknown key `sorce`; did you mean `source`?"),
        ("kicker: {source: b}\n", "4:1: error: `kicker` has no key `text`"),
        ("kicker: {change}\n", "4:9: error: this text needs quotation marks, because it begins with `{`; write `kicker: \"{change}\"`"),
        ("source: []\n", "4:9: error: `source` must be a text or a list of texts"),
        ("source: [a, {b: c}]\n", "4:9: error: `source` must be a text or a list of texts"),
        ("source: [a, '']\n", "4:13: error: this entry is empty; fill it in or delete the line"),
        ("source: " + "a" * 6001 + "\n", "4:1: error: `source` has 6,001 characters; 6,000 is the most"),
        ("source: [" + ", ".join("abcdefghijklmnopqrstuvwxyz"[:25]) + "]\n", "4:1: error: `source` has 25 entries; 24 is the most"),
        ("intro: {text: a, source: 'b {c}'}\n", "4:29: error: unknown name `{c}`;"),
        ("intro: {text: a, source: [b, 'b {c}']}\n", "4:33: error: unknown name `{c}`;"),
    ],
)  # fmt: skip
def test_what_is_no_source_is_told_at_its_place(body: str, said: str) -> None:
    with pytest.raises(ReportError) as caught:
        load_report("brand: b\nlanguage: en-GB\ntitle: Title\n" + body, name="r.yaml")
    heads = [str(problem).splitlines()[0] for problem in caught.value.problems]
    assert any(head.startswith(f"r.yaml:{said}") for head in heads), heads


def test_sources_of_a_source_s_block_are_walked_once_each() -> None:
    report = load(told(intro={"text": "a", "source": ["X", "X"]}, closing={"text": "b", "source": "X"}))
    assert [one.source.text for one in walk(report) if isinstance(one, BlockSource)] == ["X", "X", "X"]
    assert [plain(source.paragraph) for source in report.sources] == ["X"]


@pytest.mark.parametrize("look", ["briefing", "night"])
@pytest.mark.parametrize("edition", ["screen", "print"])
def test_a_page_of_long_addresses_is_clean(look: str, edition: str) -> None:
    addresses = [
        "https://roadtraffic.dft.example.gov.uk/local-authorities/185?years=2000,2024&direction=both#table_4",
        "explore-education-statistics.service.example.gov.uk/find-statistics/apprenticeships-by-industry-characteristics",
        "doi:10.1234/a-journal.of-many.things.and-more.2026.01.123456789",
    ]
    sources = [f"{word} {address}" for word in ("A", "An office", "A long name of an office") for address in addresses]
    report = load(told(intro={"text": "Words", "source": sources}, source="Own"))
    data = render(report, brand(look), edition)
    assert not checking.check_bytes(data, "a.pdf").errors


def test_a_missing_space_behind_a_stop_is_no_address() -> None:
    """Two lines of a page, the first of which ends without a space, are told unless an address goes on."""
    from reportgen.check.rules.ua_text import _in_address

    assert _in_address("example.gov.uk/a?", "years=1 and more")
    assert _in_address("statistics.example.org/a.", "service.gov.uk")
    assert not _in_address("example.org/a.", "Next words")
    assert not _in_address("Luton,", "Bedford")
    assert not _in_address("and/or", "this")


def test_the_marks_of_a_map_and_of_its_last_number_stand_apart() -> None:
    statistics = [
        {"value": 5, "label": "people", "source": ["A", "B"]},
        {"value": 6, "label": "per km²", "source": "A"},
    ]
    report = load_report(told(place=MAP | {"statistics": statistics}, intro="Words", source="Own"), folder=FOLDER)
    page = compose(report, brand("briefing"))
    (box,) = (placed.box for placed in page.walk() if isinstance(placed.box, FigureBox) and placed.source == "place")
    labels = [mark.line.text for mark in marks_of(box) if isinstance(mark, Label)]
    assert "people¹\N{THIN SPACE}²" in labels
    assert "per km²\N{THIN SPACE}¹\N{THIN SPACE}³" in labels
    assert notes(page) == ["¹ A", "² B", "³ Of the map"]
