"""The numbers of notes: 1 is the first mark that a reader meets on the page as it is composed, and so on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportgen.blocks import BlockSource, walk
from reportgen.content.report import Report
from reportgen.page import Group, Page, Role, TextRun
from reportgen.text.spans import Source

_SUPERIORS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def as_met(report: Report, page: Page) -> Report:
    """The report with its sources in the order in which their marks are met on its page; itself if they are so already.

    Sources without a mark keep their order after those that have one.
    """
    met = dict.fromkeys(_met(report, page))
    sources = (*met, *(source for source in report.sources if source not in met))
    return report if sources == report.sources else replace(report, sources=sources)


def _met(report: Report, page: Page) -> Iterator[Source]:
    """The sources in the order of their marks on the page, which is read as it is painted."""
    if len(report.sources) < 2:
        return
    for placed in page.walk():
        box = placed.box
        if not isinstance(box, Group):
            continue
        if box.role is Role.REFERENCE:
            yield report.sources[_number(box) - 1]
        elif box.role is Role.FIGURE and report.place and box.source == report.place.path:
            yield from (one.source for one in walk(report.place) if isinstance(one, BlockSource))


def _number(reference: Group) -> int:
    """The number of a mark: superior figures, or figures in brackets."""
    text = "".join(child.run.text for child in reference.children if isinstance(child, TextRun))
    return int(re.sub(r"\D", "", text.translate(_SUPERIORS)))
