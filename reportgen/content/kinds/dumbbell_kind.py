"""Dumbbell: two values for each name, and what is between them."""

from __future__ import annotations

from reportgen.content.data_facts import Facts
from reportgen.content.kinds.checks import no_pair
from reportgen.content.kinds.declaration import DrawnIn, Fit, Kind, Orientation, Recommendation, Refusal
from reportgen.content.kinds.key_groups import ALL_SERIES, SERIES
from reportgen.content.kinds.slope_kind import MOST_SLOPES


def _check(facts: Facts) -> Refusal | None:
    return no_pair(facts, "dumbbell")


def _recommend(facts: Facts) -> Recommendation | None:
    pairs = Orientation.IN_PAIRS.of(facts)
    if len(facts.sets) > 1 and pairs.two_periods and len(pairs.labels) > MOST_SLOPES:
        why = f"it has two periods for each of {len(pairs.labels)} names, too many for slopes"
        return Recommendation(Fit.MADE_FOR, why)
    if len(facts.sets) == 2 and not Orientation.ALONG_TIME.of(facts).over_time:
        return Recommendation(Fit.FAIR, f"it has two values for each of {len(facts.labels)} names")
    return None


KIND = Kind(
    "dumbbell",
    DrawnIn("reportgen.figures.lines.dumbbell"),
    needs=SERIES,
    keys=(*ALL_SERIES, "order", "index"),
    check=_check,
    orientation=Orientation.IN_PAIRS,
    ranks=True,
    recommend=_recommend,
)
