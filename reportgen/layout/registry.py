"""The registry: every block of a page's body under its key in the YAML, in the order of a report that gives none."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.content.report import Report
from reportgen.layout import case_study, figures, highlights, place, quote, sections, statistics
from reportgen.layout.block import Offer, Unit

BLOCKS: Mapping[str, Offer] = {
    "place": place.offer,
    "photo": place.offer_photo,
    "statistics": statistics.offer,
    "figures": figures.offer,
    "highlights": highlights.offer,
    "case_study": case_study.offer,
    "quote": quote.offer,
    "sections": sections.offer,
}
"""Header, logos and foot have their places on every page and are no blocks of the body."""


def units(report: Report, in_header: str) -> tuple[Unit, ...]:
    """The units of a report in the reader's order, without the picture (`in_header`) that stands beside the title."""
    given = [key for key in report.order if key in BLOCKS]
    order = [*given, *(key for key in BLOCKS if key not in given)]
    return tuple(unit for key in order if key != in_header for unit in BLOCKS[key](report))
