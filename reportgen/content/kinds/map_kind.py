"""Map: the areas of a boundary, shaded by their values."""

from __future__ import annotations

from reportgen.content.data_facts import Facts
from reportgen.content.kinds.checks import lone
from reportgen.content.kinds.declaration import DrawnIn, Fit, Kind, Recommendation, Refusal
from reportgen.content.kinds.key_groups import ALL_SERIES, SERIES


def _check(facts: Facts) -> Refusal | None:
    return lone(facts, "map", "table")


def _recommend(facts: Facts) -> Recommendation | None:
    if "boundary" not in facts.has:
        return None
    return Recommendation(Fit.MADE_FOR, "it has a `boundary`, so that its values belong to areas of a map")


KIND = Kind(
    "map",
    DrawnIn("reportgen.figures.maps.shaded"),
    needs=("boundary",),
    keys=(*SERIES, *ALL_SERIES, "locator", "steps", "spots"),
    check=_check,
    values_for="its shades",
    recommend=_recommend,
)
