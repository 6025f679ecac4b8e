"""The look of titles, rows, quotes and feet: what an art director would send back, held on small reports."""

from __future__ import annotations

from typing import Any

import pytest
from layout_samples import BRANDS, ROOT, arrangement_of, brand, ink, placed, text_of
from layout_samples import Placed as Found
from test_extremes import BASE, STATISTICS, made
from test_variants import AREAS, FIGURES, SERIES, TEXT, arrangement, spans

from reportgen import load
from reportgen.layout.arrangement import ArrangedColumn, Arrangement, PlacedBlock
from reportgen.layout.composition import drawn
from reportgen.layout.frame_layout import frames
from reportgen.layout.search import Search
from reportgen.page import Group, Page, Role, TextRun

SOURCE = "Office for National Statistics, mid-year population estimates; areas as in 2018. " * 2
LINK = {"text": "For more go to", "url": "https://bit.ly/IS-map"}
TITLES = [
    "Energiewende vor der Haustür",
    "Cleaner, but not yet fast enough",
    "One adult in three gives time",
    "The year apprenticeships fell by a quarter",
    "England’s local economies",
]


def runs(page: Page, source: str) -> list[Found]:
    return [one for one in placed(page.root) if isinstance(one.box, TextRun) and one.source == source]


def lines(page: Page, source: str) -> list[str]:
    """The lines of a text, from top to foot."""
    found: dict[float, list[TextRun]] = {}
    for one in runs(page, source):
        assert isinstance(one.box, TextRun)
        found.setdefault(one.box.y, []).append(one.box)
    return [text_of(found[y]) for y in sorted(found)]


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("title", TITLES)
def test_a_title_has_two_lines_at_most_where_the_page_has_the_room(title: str, look: str) -> None:
    page = made(look, title=title, intro=TEXT, figures=FIGURES)
    assert len(lines(page, "title")) <= 2


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("title", ["Thirty-eight local economies", "A long-awaited, well-earned year of rest"])
def test_no_line_of_a_title_ends_in_a_hyphen(title: str, look: str) -> None:
    page = made(look, title=title, intro=TEXT, figures=FIGURES)
    assert not [line for line in lines(page, "title")[:-1] if line.endswith("-")]


@pytest.mark.parametrize("look", BRANDS)
def test_no_line_of_a_title_ends_in_a_word_that_belongs_with_the_next(look: str) -> None:
    page = made(look, language="fr-FR", title="Se déplacer à Exempleville", intro=TEXT, figures=FIGURES)
    assert lines(page, "title") in (["Se déplacer", "à Exempleville"], ["Se déplacer à Exempleville"])


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("width", [{"width": "half"}, {}])
def test_figures_of_half_the_page_share_their_row_evenly(width: dict[str, str], look: str) -> None:
    few = {name: AREAS[name] for name in ("Ash", "Birch", "Cedar")}
    figures: list[dict[str, Any]] = [
        {"title": "Twelve areas", "figure": "bars", "series": AREAS, "width": "half"},
        {"title": "Three areas", "figure": "bars", "series": few, **width},
    ]
    pair = [row for row in spans(arrangement(look, intro=TEXT, figures=figures)) if len(row) == 2]
    assert [columns for row in pair for columns, _ in row] in ([6, 6], [])


@pytest.mark.parametrize("look", BRANDS)
def test_a_number_begins_level_with_the_title_of_the_figure_beside_it(look: str) -> None:
    figure = {"title": "Growth of each area", "figure": "bars", "series": AREAS, "width": "half"}
    search = Search(load({**BASE, "intro": TEXT, "figures": [figure], "statistics": STATISTICS[:4]}), brand(look))
    pair = (
        ArrangedColumn(6, (PlacedBlock("figures[0]", "half"),)),
        ArrangedColumn(6, (PlacedBlock("statistics", "2+2"),)),
    )
    stacked = next(frame for frame in frames(search.report, brand(look)) if frame.header == "stacked")
    chosen = search.following(Arrangement(2, stacked, (pair,)))
    assert chosen
    page = drawn(search, chosen)
    tops = [ink(found[0].box).y for found in (runs(page, "figures[0].title"), runs(page, "statistics[0].value"))]
    assert tops[0] == pytest.approx(tops[1], abs=0.01)


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize(
    ("said", "larger"), [("I came in for soup. In March I was the one ladling it.", True), (TEXT * 3, False)]
)
def test_a_short_quote_in_a_row_of_its_own_is_larger_than_a_head(said: str, larger: bool, look: str) -> None:
    wide = {"title": "People", "figure": "line", "series": SERIES, "width": "wide"}
    page = made(look, intro=TEXT, figures=[wide, wide], quote={"text": said, "who": "One of them"})
    sizes = {one.box.run.size for one in runs(page, "quote.text") if isinstance(one.box, TextRun)}
    heads = {one.box.run.size for one in runs(page, "figures[0].title") if isinstance(one.box, TextRun)}
    assert len(sizes) == len(heads) == 1
    assert (min(sizes) > min(heads)) is larger


@pytest.mark.parametrize("look", BRANDS)
def test_a_date_stands_level_with_the_last_line_of_long_sources(look: str) -> None:
    page = made(look, intro=TEXT, figures=FIGURES, source=SOURCE, date="2019-06")
    sources, imprint = runs(page, "source"), runs(page, "publisher")
    assert len(lines(page, "source")) > 1
    assert max(one.box.y for one in sources) == pytest.approx(imprint[0].box.y)  # type: ignore[union-attr]


@pytest.mark.parametrize("look", BRANDS)
def test_the_small_print_stands_beside_the_code_where_the_words_leave_the_room(look: str) -> None:
    page = made(look, intro=TEXT, figures=FIGURES, date="2019-06", link=LINK)
    code = next(one for one in _groups(page.root) if one.source == "link" and one.role is Role.FIGURE)
    assert code.frame is not None
    (small,) = runs(page, "publisher")
    assert isinstance(small.box, TextRun)
    assert code.frame.y < small.box.y <= code.frame.bottom + 0.01


def _groups(root: Group) -> list[Group]:
    return [root, *(found for child in root.children if isinstance(child, Group) for found in _groups(child))]


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("language", ["en-GB", "de-DE", "fr-FR"])
def test_the_opening_marks_of_a_quote_hang_left_of_its_letters(language: str, look: str) -> None:
    page = made(look, language=language, intro=TEXT, figures=FIGURES, quote={"text": TEXT * 2, "who": "One of them"})
    said = [one.box for one in runs(page, "quote.text") if isinstance(one.box, TextRun)]
    first, *others = (min(box.x for box in said if box.y == y) for y in sorted({box.y for box in said}))
    who = min(one.box.x for one in runs(page, "quote.who") if isinstance(one.box, TextRun))
    marks = {"en-GB": "“", "de-DE": "„", "fr-FR": "«\u00a0"}[language]
    style = next(box.run for box in said)
    wide = style.size * sum(glyph.advance for glyph in style.glyphs[: len(marks)])
    assert others and set(others) == {who}
    assert who - first == pytest.approx(wide, abs=0.06 * style.size)


def test_tables_whose_bars_would_be_short_at_half_the_page_stand_over_all_of_it() -> None:
    found = arrangement_of(load(ROOT / "content/gallery/kinds/table.yaml"), brand("briefing"))
    tables = [[block.source for column in row for block in column.blocks] for row in found.rows]
    assert ["figures[1]"] in tables and ["figures[2]"] in tables
