"""Bars: names compared by their values, from zero on."""

from __future__ import annotations

from reportgen.content.data_facts import Facts
from reportgen.content.kinds.checks import below_zero, lone, one_series
from reportgen.content.kinds.declaration import DrawnIn, Fit, Kind, Recommendation, Refusal
from reportgen.content.kinds.key_groups import ALL_SERIES, GUIDES, INTERVALS, RANKING, SERIES


def _check(facts: Facts) -> Refusal | None:
    better = "dumbbell" if len(facts.sets) == 2 else "table"
    return lone(facts, "bars", better) or below_zero(facts, "bars begin at zero", "diverging")


def _recommend(facts: Facts) -> Recommendation | None:
    if not one_series(facts) or facts.over_time:
        return None
    return Recommendation(Fit.POSSIBLE, f"it compares {len(facts.labels)} names by their values")


KIND = Kind(
    "bars",
    DrawnIn("reportgen.figures.bars.bar_chart"),
    needs=SERIES,
    keys=(*ALL_SERIES, *INTERVALS, *GUIDES, *RANKING),
    check=_check,
    ranks=True,
    recommend=_recommend,
    lengths="width",
)
