"""What stands under a figure: its caption, and the note on how its values are counted, each once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reportgen.page import Box, Group, TextRun
from reportgen.pipeline import compose, load, load_brand

SERIES = {"2001": 40, "2002": 44, "2003": 50, "2004": 60, "2005": 70}
TOLD = {
    "series": SERIES,
    "figure": "line",
    "caption": "Counted in May",
    "note": "Without the islands.",
    "index": "2001",
}


@pytest.mark.parametrize(
    "block",
    [
        {"figures": [{"title": "People", **TOLD}]},
        {"statistics": [{"label": "people", **TOLD}]},
        {"statistics": [{"label": "people", **TOLD}, {"value": 5, "label": "others"}]},
    ],
    ids=["titled figure", "statistic", "statistics"],
)
def test_caption_and_note_stand_under_the_figure_in_that_order(block: dict[str, object]) -> None:
    report = load({"brand": "briefing", "language": "en-GB", "title": "T", **block})
    said = " ".join(texts(compose(report, load_brand("briefing")).root))
    assert said.count("Counted in May") == said.count("Without the islands. 2001 = 100") == 1
    assert said.index("Counted in May") < said.index("Without the islands.")


def texts(box: Box) -> Iterator[str]:
    if isinstance(box, TextRun):
        yield box.run.text.strip()
    elif isinstance(box, Group):
        for child in box.children:
            yield from texts(child)
