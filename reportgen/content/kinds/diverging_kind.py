"""Diverging: gains to one side of zero, losses to the other."""

from __future__ import annotations

from reportgen.content.data_facts import Facts
from reportgen.content.kinds.checks import lone, one_series
from reportgen.content.kinds.declaration import DrawnIn, Fit, Kind, Recommendation, Refusal
from reportgen.content.kinds.key_groups import ALL_SERIES, GUIDES, INTERVALS, SERIES


def _check(facts: Facts) -> Refusal | None:
    if several := lone(facts, "diverging", "table"):
        return several
    if facts.least.value >= 0:
        return Refusal("`figure: diverging` shows gains and losses, and no value is below zero", "use `figure: bars`")
    if facts.most.value <= 0:
        message = "`figure: diverging` shows gains and losses, and no value is above zero"
        return Refusal(message, "use `figure: columns` or `figure: table`")
    return None


def _recommend(facts: Facts) -> Recommendation | None:
    if not one_series(facts) or facts.over_time or facts.least.value >= 0:
        return None
    return Recommendation(Fit.WELL, "some of its values are below zero")


KIND = Kind(
    "diverging",
    DrawnIn("reportgen.figures.bars.diverging"),
    needs=SERIES,
    keys=(*ALL_SERIES, *INTERVALS, *GUIDES, "order"),
    check=_check,
    ranks=True,
    recommend=_recommend,
    lengths="width",
)
