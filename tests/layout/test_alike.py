"""Units that are alike: a report with sections in; all of them standing in one way out, and level where they abut."""

from __future__ import annotations

import pytest
from layout_samples import BRANDS, arrangement_of, brand, placed
from test_extremes import STATISTICS

from reportgen import load
from reportgen.layout.arrangement import Row
from reportgen.layout.composition import drawn
from reportgen.layout.search import Search
from reportgen.page import TextRun

TEXT = (
    "Homes, school places, surgeries and transport are planned on these numbers. Growth ran from one in ten in one "
    "district to one in three in another, so no one plan fits all of them. Each district was asked what it will build. "
)
BASE = {"brand": BRANDS[0], "language": "en-GB", "title": "A growing place", "intro": TEXT}


def sections(*lengths: int) -> list[dict[str, str]]:
    """Sections with texts of so many characters, cut at words."""
    texts = [(TEXT * 3)[:length].rsplit(" ", 1)[0] + "." for length in lengths]
    return [{"title": f"Part {at}", "text": text} for at, text in enumerate(texts)]


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("lengths", [(300,) * 3, (420,) * 5, (200, 400, 300, 250)])
def test_sections_stand_in_one_way(look: str, lengths: tuple[int, ...]) -> None:
    report = load({**BASE, "statistics": STATISTICS[:3], "sections": sections(*lengths)})
    found = arrangement_of(report, brand(look))
    variants = [one.variant for row in found.rows for column in row for one in column.blocks][1:]
    assert len(variants) == len(lengths)
    assert len(set(variants)) == 1, str(found)


def test_texts_of_sections_side_by_side_begin_level() -> None:
    report = load({**BASE, "statistics": STATISTICS[:3], "sections": sections(420, 250)})
    search = Search(report, brand())
    found = next(one for one in search.run() if any(_beside(row, "sections") for row in one.arrangement.rows))
    runs = [one for one in placed(drawn(search, found).root) if isinstance(one.box, TextRun)]
    tops = [min(one.box.y for one in runs if one.source == f"sections[{at}].text") for at in (0, 1)]
    assert tops[0] == pytest.approx(tops[1], abs=0.01)


def _beside(row: Row, key: str) -> bool:
    return len(row) == 2 and all(one.source.startswith(key) for column in row for one in column.blocks)
