"""Columns: the values of one series side by side, as a rule of a few periods."""

from __future__ import annotations

from reportgen.content.data_facts import Facts
from reportgen.content.kinds.checks import lone, one_series
from reportgen.content.kinds.declaration import DrawnIn, Fit, Kind, Orientation, Recommendation, Refusal
from reportgen.content.kinds.key_groups import ALL_SERIES, GUIDES, INTERVALS, RANKING, SERIES

_MOST_STEPS = 12


def _check(facts: Facts) -> Refusal | None:
    return lone(facts, "columns", "line" if facts.over_time else "table")


def _recommend(facts: Facts) -> Recommendation | None:
    if not one_series(facts):
        return None
    if facts.over_time:
        return Recommendation(Fit.WELL, f"it is a series of only {len(facts.known)} periods")
    if facts.least.value < 0:
        return Recommendation(Fit.FAIR, "its values are below zero")
    if facts.in_steps and len(facts.labels) <= _MOST_STEPS:
        return Recommendation(Fit.FAIR, "its labels are numbers that have an order of their own")
    return None


KIND = Kind(
    "columns",
    DrawnIn("reportgen.figures.bars.columns"),
    needs=SERIES,
    keys=(*ALL_SERIES, *INTERVALS, *GUIDES, *RANKING, "index"),
    check=_check,
    orientation=Orientation.ALONG_TIME,
    evenly_spaced="columns",
    reads_across=True,
    recommend=_recommend,
    lengths="height",
)
