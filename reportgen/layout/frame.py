"""Frames: how a page is held together round its body. A report and a page's format in; the frames worth trying out."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.brand import Brand
from reportgen.content.report import Report


@dataclass(frozen=True, slots=True)
class PageFrame:
    """`header` is "beside" (words beside a picture), "aside" (title beside introduction), "stacked" or "panel".

    A panel takes the page's left side, header and foot in one. `picture` is what stands in the header: "place",
    "photo" or "". `penalty` is what it costs against the first frame of the report.
    """

    header: str
    picture: str
    penalty: float = 0.0


_WIDE = 1.15
"""From this width over height on a page may have its header at its left side."""
_BLOCK = 0.3
"""What it costs when a picture that could stand in the header does not."""


def frames(report: Report, brand: Brand) -> tuple[PageFrame, ...]:
    """Every frame of a report, the likeliest first."""
    pictures = [name for name, found in (("place", report.place), ("photo", report.photo)) if found]
    found = [PageFrame("beside", name, 0.1 * index) for index, name in enumerate(pictures)]
    page = brand.format
    if page.width > _WIDE * page.height:
        found += [PageFrame("panel", name, 0.1 * index) for index, name in enumerate(pictures or [""])]
    apart = _BLOCK if pictures else 0.0
    quiet = brand.roles.header_ground == brand.roles.paper
    if report.intro:
        found.append(PageFrame("aside", "", apart + (0.0 if quiet else 0.15)))
    found.append(PageFrame("stacked", "", apart + (0.15 if quiet and report.intro else 0.0)))
    return tuple(found)
