"""Spark: a small line beside a number, without a scale."""

from __future__ import annotations

from reportgen.content.data_facts import Facts
from reportgen.content.kinds.checks import lone, needs_periods
from reportgen.content.kinds.declaration import DrawnIn, Kind, Orientation, Refusal
from reportgen.content.kinds.key_groups import ALL_SERIES, SERIES


def _check(facts: Facts) -> Refusal | None:
    return needs_periods(facts, "a spark line") or lone(facts, "spark", "line")


KIND = Kind(
    "spark",
    DrawnIn("reportgen.figures.lines.spark"),
    needs=SERIES,
    keys=(*ALL_SERIES, "index"),
    check=_check,
    orientation=Orientation.ALONG_TIME,
    unsaid=("value",),
)
