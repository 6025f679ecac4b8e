"""Slope: two periods for each of a few names, as lines from one to the other."""

from __future__ import annotations

from reportgen.content.data_facts import Facts
from reportgen.content.kinds.checks import no_pair
from reportgen.content.kinds.declaration import DrawnIn, Fit, Kind, Orientation, Recommendation, Refusal
from reportgen.content.kinds.key_groups import ALL_SERIES, SERIES

MOST_SLOPES = 8


def _check(facts: Facts) -> Refusal | None:
    if len(facts.sets) == 2 and len(facts.labels) > MOST_SLOPES:
        message = f"{len(facts.labels)} slopes run into each other; {MOST_SLOPES} are the most"
        return Refusal(message, "use `figure: dumbbell`, or leave some out")
    return no_pair(facts, "slope")


def _recommend(facts: Facts) -> Recommendation | None:
    pairs = Orientation.IN_PAIRS.of(facts)
    if len(facts.sets) < 2 or not pairs.two_periods or len(pairs.labels) > MOST_SLOPES:
        return None
    return Recommendation(Fit.MADE_FOR, f"it has two periods for each of {len(pairs.labels)} names")


KIND = Kind(
    "slope",
    DrawnIn("reportgen.figures.lines.slope"),
    needs=SERIES,
    keys=(*ALL_SERIES, "order", "index"),
    check=_check,
    orientation=Orientation.IN_PAIRS,
    recommend=_recommend,
)
