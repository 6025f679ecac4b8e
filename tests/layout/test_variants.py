"""Variants: what stands where for which content, and what a page keeps to whatever it holds."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
from layout_samples import BRANDS, arrangement_of, brand, placed, report
from test_extremes import BASE, FULL, HIGHLIGHTS, STATISTICS, made

from reportgen import load
from reportgen.brand import Styles
from reportgen.layout.arrangement import Arrangement, PageFrame
from reportgen.layout.composition import drawn
from reportgen.layout.frame_layout import frames
from reportgen.layout.search import Search
from reportgen.page import PathBox, TextRun
from reportgen.pipeline import compose

TEXT = (
    "Homes, school places, surgeries and transport are planned on these numbers. Growth ran from one in ten in one "
    "district to one in three in another, so no one plan fits all of them. "
)
SERIES = {str(year): str(1700 + 20 * (year - 2001)) for year in range(2001, 2019)}
NAMES = ("Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Maple", "Oak", "Pine", "Rowan", "Yew")
AREAS = {name: str(40 - 2 * index) for index, name in enumerate(NAMES)}
FIGURES: list[dict[str, Any]] = [
    {"title": "People living in the area", "figure": "line", "series": SERIES, "width": "wide"},
    {"title": "Growth of each district", "figure": "bars", "series": AREAS},
    {"title": "Homes by year", "figure": "line", "series": SERIES, "width": "half"},
]
QUOTE = {"text": "Now I teach it.", "who": "One of them"}
SECTION = {"title": "What it means", "text": TEXT}


def arrangement(look: str = BRANDS[0], **blocks: object) -> Arrangement:
    return arrangement_of(load({**BASE, **blocks}), brand(look))


def spans(found: Arrangement) -> list[list[tuple[int, tuple[str, ...]]]]:
    """The rows of a page: columns, and what stands in them."""
    return [[(column.columns, tuple(one.source for one in column.blocks)) for column in row] for row in found.rows]


def test_a_wide_figure_over_the_page_and_a_map_of_bars_beside_a_line() -> None:
    found = arrangement(figures=FIGURES, intro=TEXT)
    assert spans(found) == [[(12, ("figures[0]",))], [(6, ("figures[1]",)), (6, ("figures[2]",))]]


def test_highlights_beside_the_case_study() -> None:
    found = arrangement(**{**FULL, "case_study": {"title": "Vehicles", "text": TEXT * 2}})
    assert spans(found)[-1] == [(6, ("highlights",)), (6, ("case_study",))]


def test_a_lone_section_has_its_head_at_the_left() -> None:
    found = arrangement(**{**FULL, "sections": [SECTION]})
    assert [one.variant for one in found.rows[-1][0].blocks] == ["beside"]
    assert found.rows[-1][0].columns == 12


def test_the_introduction_stands_beside_the_title_where_the_brand_has_no_band() -> None:
    blocks = {"intro": TEXT, "figures": FIGURES, "sections": [SECTION]}
    assert arrangement(BRANDS[1], **blocks).frame.header == "aside"
    assert arrangement(BRANDS[0], **blocks).frame.header == "stacked"


def test_the_place_stands_in_the_header_and_the_photograph_on_the_page() -> None:
    found = frames(report("sample"), brand())
    assert found[0] == PageFrame("beside", "place")
    assert {frame.header for frame in found if not frame.picture} == {"aside", "stacked"}


ORDERS = [
    ("quote", "statistics", "highlights", "sections"),
    ("highlights", "sections", "quote", "statistics"),
    ("sections", "quote", "highlights", "statistics"),
]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("look", BRANDS)
def test_the_order_of_the_file_is_the_order_of_the_page(order: tuple[str, ...], look: str) -> None:
    blocks: dict[str, Any] = {
        "statistics": STATISTICS[:3],
        "highlights": {"title": "Highlights", "items": HIGHLIGHTS[:3]},
        "sections": [SECTION],
        "quote": QUOTE,
    }
    found = load({**BASE, **{key: blocks[key] for key in order}})
    chosen = arrangement_of(found, brand(look))
    stood = [one.source.split("[")[0] for row in chosen.rows for column in row for one in column.blocks]
    assert stood == list(order)


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("blocks", [{"quote": QUOTE}, {"sections": [SECTION] * 3}, {"figures": FIGURES}, FULL])
def test_what_every_page_keeps_to(blocks: dict[str, Any], look: str) -> None:
    page = made(look, intro=TEXT, **{key: value for key, value in blocks.items() if key != "intro"})
    sizes = {one.box.run.size for one in placed(page.root) if isinstance(one.box, TextRun)}
    assert min(sizes) >= brand(look).bounds.caption[0]


@pytest.mark.parametrize("look", BRANDS)
def test_text_keeps_to_its_bounds_at_every_step_and_all_text_is_of_one_size(look: str) -> None:
    normal = brand(look)
    for step in range(len(normal.steps.text)):
        styles = normal.at_step(step).styles
        assert normal.bounds.text[0] <= styles.text.size <= normal.bounds.text[1]
        for field in fields(Styles):
            assert getattr(styles, field.name).size >= normal.bounds.caption[0]
    page = made(look, **{**FULL, "sections": [SECTION], "quote": {"text": TEXT, "who": "One of them"}})
    texts = {"case_study.text", "sections[0].text", "highlights.items[0].text", "statistics[0].label"}
    sizes = {one.box.run.size for one in placed(page.root) if isinstance(one.box, TextRun) and one.source in texts}
    assert len(sizes) == 1


@pytest.mark.parametrize("look", BRANDS)
def test_a_page_with_little_on_it_is_set_larger(look: str) -> None:
    found = load({**BASE, "statistics": STATISTICS[:1]})
    little, full = arrangement_of(found, brand(look)), arrangement_of(report("sample"), brand(look))
    steps = brand(look).steps.text
    assert steps[little.step] > 1 >= steps[full.step] or steps[full.step] <= 1.08
    tallest = max(one.box.run.size for one in placed(compose(found, brand(look)).root) if isinstance(one.box, TextRun))
    assert tallest > brand(look).styles.title.size


def test_a_title_alone_makes_a_title_page() -> None:
    page = made(BRANDS[0], kicker="Local summary", intro="A short introduction.")
    grounds = [one.box for one in placed(page.root) if isinstance(one.box, PathBox)]
    assert len({ground.fill for ground in grounds}) == 1
    runs = [one.box for one in placed(page.root) if isinstance(one.box, TextRun)]
    assert page.height * 0.15 < min(run.y for run in runs) < page.height * 0.6
    assert max(run.run.size for run in runs) > 1.5 * brand().styles.title.size


def test_a_search_is_bounded_and_its_best_is_no_dearer_than_the_runner_up() -> None:
    search = Search(report("sample"), brand())
    found = search.run()
    assert len(found) > 1
    assert [one.cost for one in found] == sorted(one.cost for one in found)
    assert found[0].fits and not found[0].terms.broken
    assert str(drawn(search, found[0])) == str(compose(report("sample"), brand()))


def test_a_number_too_wide_for_its_cell_is_set_smaller_with_all_its_neighbours() -> None:
    statistics = [
        {"value": "£1,234,567,890", "label": "spent"},
        {"value": 7, "label": "times"},
        {"value": 9, "label": "more"},
    ]
    page = made(BRANDS[0], intro=TEXT, statistics=statistics, case_study={"title": "Vehicles", "text": TEXT * 8})
    sizes = {
        one.box.run.size for one in placed(page.root) if isinstance(one.box, TextRun) and one.source.endswith(".value")
    }
    assert len(sizes) == 1
