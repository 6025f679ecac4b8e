"""Table: names and columns of numbers, each with its kind of number, its decimals, and small bars on its scale."""

from __future__ import annotations

from reportgen.content.data_facts import Facts
from reportgen.content.kinds.declaration import DrawnIn, Fit, Kind, Recommendation
from reportgen.content.kinds.key_groups import ALL_SERIES, GUIDES, INTERVALS, RANKING, SERIES


def _recommend(facts: Facts) -> Recommendation | None:
    several = len(facts.sets) > 1
    return Recommendation(Fit.POSSIBLE, f"it has {len(facts.sets)} values for each name") if several else None


KIND = Kind(
    "table",
    DrawnIn("reportgen.figures.bars.bar_table"),
    needs=SERIES,
    keys=(*ALL_SERIES, *INTERVALS, *GUIDES, *RANKING, "bars"),
    ranks=True,
    tabular=True,
    recommend=_recommend,
)
