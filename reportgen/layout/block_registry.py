"""The registry: every block of a page's body under its key in the YAML, in the order of a report that gives none."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.content.report import Report
from reportgen.layout import case_study, highlights, place_block, quote, sections, statistic_block, titled_figures
from reportgen.layout.layout_block import LayoutBlock, Variants

BLOCKS: Mapping[str, Variants] = {
    "place": place_block.offer,
    "photo": place_block.offer_photo,
    "statistics": statistic_block.offer,
    "figures": titled_figures.offer,
    "highlights": highlights.offer,
    "case_study": case_study.offer,
    "quote": quote.offer,
    "sections": sections.offer,
}
"""Header, logos and foot have their places on every page and are no blocks of the body."""


def units(report: Report, in_header: str) -> tuple[LayoutBlock, ...]:
    """The units of a report in the reader's order, without the picture (`in_header`) that stands beside the title."""
    given = [key for key in report.order if key in BLOCKS]
    order = [*given, *(key for key in BLOCKS if key not in given)]
    return tuple(unit for key in order if key != in_header for unit in BLOCKS[key](report))
