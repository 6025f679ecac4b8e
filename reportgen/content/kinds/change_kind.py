"""Change: what a number was before, what it is now, and by how much it has changed."""

from __future__ import annotations

from reportgen.content.captions import CaptionFacts, moved
from reportgen.content.data_facts import Facts
from reportgen.content.kinds.checks import begins_at_zero
from reportgen.content.kinds.declaration import DrawnIn, Fit, Kind, Recommendation
from reportgen.content.kinds.key_groups import WHOLE
from reportgen.content.periods.period_words import caption_time
from reportgen.text.spans import Rich
from reportgen.text.units import in_per_cent
from reportgen.text.words import Words


def _recommend(facts: Facts) -> Recommendation | None:
    if facts.known or not {"change", "since"} <= facts.has:
        return None
    return Recommendation(Fit.WELL, "it is a value with its change since an earlier time")


def _caption(basis: CaptionFacts, column: Words) -> Rich:
    data = basis.data
    when = caption_time(basis.since, column) if basis.since else column["earlier"]
    return moved(
        basis,
        column,
        (when, data["before"]),
        data["value"],
        data["change_percent" if in_per_cent(data["value"].rule.unit) else "change"],
    )


KIND = Kind(
    "change",
    DrawnIn("reportgen.figures.bars.change"),
    needs=("change",),
    keys=("until", *WHOLE, "written"),
    check=begins_at_zero("change"),
    draws_words=True,
    caption=_caption,
    recommend=_recommend,
    lengths="height",
)
