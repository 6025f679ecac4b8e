"""Area: one series over time, filled down to zero."""

from __future__ import annotations

from reportgen.content.data_facts import Facts
from reportgen.content.kinds.checks import below_zero, lone, needs_periods
from reportgen.content.kinds.declaration import DrawnIn, Kind, Orientation, Refusal
from reportgen.content.kinds.key_groups import ALL_SERIES, GUIDES, SERIES


def _check(facts: Facts) -> Refusal | None:
    wrong = needs_periods(facts, "an area") or lone(facts, "area", "line")
    return wrong or below_zero(facts, "an area begins at zero", "line")


KIND = Kind(
    "area",
    DrawnIn("reportgen.figures.lines.area"),
    needs=SERIES,
    keys=(*ALL_SERIES, *GUIDES, "breaks", "index"),
    check=_check,
    orientation=Orientation.ALONG_TIME,
    reads_across=True,
)
