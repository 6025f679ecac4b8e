"""Pages with much, little and nothing: each is composed as it should be, or refused by name."""

from __future__ import annotations

from typing import Any

import pytest
from layout_samples import BRANDS, ROOT, brand, ink, placed, roles, text_of

from reportgen import load
from reportgen.geometry import Rect
from reportgen.layout.statistic_rows import even_rows
from reportgen.page import FigureBox, Page, PathBox, PictureBox, Role, TextRun
from reportgen.pipeline import compose
from reportgen.problems import ReportError

BASE: dict[str, Any] = {"brand": BRANDS[0], "language": "en-GB", "title": "South East Midlands"}
STATISTICS: list[dict[str, Any]] = [
    {"id": "work", "value": 25000, "label": "people in work, {change} more than in {since}.", "change": 1400, "since": "2010", "figure": "change"},
    {"value": 500, "label": "of them apprentices.", "share_of": "work", "figure": "share", "caption": "{share} of all"},
    {"value": 16450, "label": "apprenticeships starts last year.", "figure": "count", "each": 1000},
    {"value": 61, "label": "minutes to answer a call.", "figure": "line", "series": {"2019": 58, "2020": 96, "2021": 61}},
    {"value": "97.2%", "label": "of calls answered the same day."},
    {"value": "£5m", "label": "spent on roads.", "figure": "amount", "of": "£20m"},
    {"value": 4210, "label": "repairs still open.", "change": -1180, "since": "2025", "figure": "change"},
    {"value": 12480, "label": "homes that the council owns."},
    {"value": 1450, "label": "trees planted.", "figure": "count", "each": 100, "symbol": "tree"},
]  # fmt: skip
HIGHLIGHTS: list[dict[str, Any]] = [
    {"amount": "£5m", "text": "to **Millbrook Proving Ground**"},
    {"icon": "road-horizon", "text": "Investing in new **road and rail links**."},
    {"amount": "£28m", "text": "to develop a new **Institute of Digital Technology**."},
    *({"amount": f"£{amount}m", "text": "for new play areas in six parks"} for amount in (3, 2.7, 1.9, 1.2, 0.9, 0.6)),
]
FULL: dict[str, Any] = {
    "kicker": "Local summary",
    "date": "2018-12",
    "intro": "Our strategy sets out our long-term plan.\n\nA partnership works with the government.",
    "place": {
        "boundary": str(ROOT / "content/data/semlep_districts.geojson"),
        "locator": str(ROOT / "content/data/england_outline.geojson"),
        "statistics": [{"value": 2017000, "label": "people"}],
    },
    "statistics": STATISTICS[:3],
    "highlights": {"title": "Highlights", "items": HIGHLIGHTS[:3]},
    "case_study": {"title": "Autonomous vehicles", "text": "The corridor runs through the campus."},
    "closing": "The partnership develops its strategy.",
    "link": {"text": "For more go to", "url": "https://bit.ly/IS-map"},
}


def made(look: str, **blocks: object) -> Page:
    """The page of a report with these blocks, looked over for what holds of every page."""
    page = compose(load({**BASE, **blocks}), brand(look))
    assert roles(page.root).count(Role.HEADING_1) == 1
    bleed = Rect(0, 0, page.width, page.height).inset(-page.bleed)
    solid = [ink(one.box) for one in placed(page.root) if isinstance(one.box, TextRun | FigureBox | PictureBox)]
    assert all(Rect(0, 0, page.width, page.height).holds(box) for box in solid)
    assert all(bleed.holds(ink(one.box)) for one in placed(page.root) if isinstance(one.box, PathBox))
    for index, one in enumerate(solid):
        assert not any(one.meets(other, 0.1) for other in solid[index + 1 :]), one
    return page


def said(page: Page) -> str:
    return text_of([one.box for one in placed(page.root) if isinstance(one.box, TextRun)])


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("number", range(10))
def test_any_number_of_statistics(number: int, look: str) -> None:
    others = {key: FULL[key] for key in ("intro", "closing", "link")}
    page = made(look, **others, statistics=STATISTICS[:number])
    figures = [one for one in placed(page.root) if isinstance(one.box, FigureBox)]
    assert len(figures) == sum("figure" in statistic for statistic in STATISTICS[:number])


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("number", range(1, 10))
def test_any_number_of_highlights(number: int, look: str) -> None:
    others = {key: FULL[key] for key in ("intro", "statistics", "closing", "link")}
    page = made(look, **others, highlights={"title": "Highlights", "items": HIGHLIGHTS[:number]})
    assert roles(page.root).count(Role.ITEM) == number


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize(
    "block", ["kicker", "intro", "place", "statistics", "highlights", "case_study", "closing", "link"]
)
def test_a_page_without_one_of_its_blocks(block: str, look: str) -> None:
    page = made(look, **{key: value for key, value in FULL.items() if key != block})
    assert "South East Midlands" in said(page)


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("block", ["", *FULL])
def test_a_page_with_one_block_alone(block: str, look: str) -> None:
    page = made(look, **({block: FULL[block]} if block and block != "statistics" else {}))
    assert said(page).count("South East Midlands") == 1


@pytest.mark.parametrize(("number", "most", "rows"), [(2, 3, (2,)), (4, 3, (2, 2)), (5, 3, (3, 2)), (7, 4, (4, 3))])
def test_rows_are_even(number: int, most: int, rows: tuple[int, ...]) -> None:
    assert even_rows(number, most) == rows
    assert all(sum(even_rows(count, most)) == count for count in range(13))


def test_a_page_too_full_is_refused_and_says_by_how_much() -> None:
    items = [
        {"amount": f"£{number}m", "text": "for play areas, paths and places to sit " * 2} for number in range(21, 32)
    ]
    over = r"`highlights` is over: the page is \d lines? \(\d+ mm\) too long, more than shorter texts can save; drop"
    with pytest.raises(ReportError, match=over):
        made(BRANDS[0], **{**FULL, "statistics": STATISTICS, "highlights": {"title": "Highlights", "items": items}})
