"""Line: one series over time, or up to four."""

from __future__ import annotations

from reportgen.content.data_facts import Facts
from reportgen.content.kinds.checks import MOST_CATEGORIES, needs_periods, one_series, too_many
from reportgen.content.kinds.declaration import DrawnIn, Fit, Kind, Orientation, Recommendation, Refusal
from reportgen.content.kinds.key_groups import ALL_SERIES, GUIDES, INTERVALS, SERIES

_MANY = 5
"""From so many periods on a line shows them better than columns."""


def _check(facts: Facts) -> Refusal | None:
    return needs_periods(facts, "a line") or too_many(len(facts.sets), "lines", "table")


def _recommend(facts: Facts) -> Recommendation | None:
    if one_series(facts):
        return _for_one(facts, len(facts.known))
    along = Orientation.ALONG_TIME.of(facts)
    if len(facts.sets) > 1 and along.over_time and len(along.sets) <= MOST_CATEGORIES:
        return Recommendation(Fit.WELL, f"it has {len(along.sets)} series over time")
    return None


def _for_one(facts: Facts, count: int) -> Recommendation | None:
    if facts.over_time and count >= _MANY:
        return Recommendation(Fit.WELL, f"it is a series of {count} periods")
    if facts.over_time and facts.is_uneven:
        return Recommendation(Fit.WELL, f"it is a series of {count} periods that are not equally far apart in time")
    if facts.over_time:  # where columns lack one of the keys that are given
        return Recommendation(Fit.POSSIBLE, f"it is a series of {count} periods")
    if facts.in_steps:
        return Recommendation(Fit.POSSIBLE, "its labels are numbers that have an order of their own")
    return None


KIND = Kind(
    "line",
    DrawnIn("reportgen.figures.lines.line"),
    needs=SERIES,
    keys=(*ALL_SERIES, *INTERVALS, *GUIDES, "breaks", "index"),
    check=_check,
    orientation=Orientation.ALONG_TIME,
    reads_across=True,
    recommend=_recommend,
)
