"""Count: a row of icons, each of which stands for a round number; of a whole, the others are pale."""

from __future__ import annotations

from reportgen.content.captions import CaptionFacts
from reportgen.content.counting import is_about
from reportgen.content.data_facts import Facts
from reportgen.content.kinds.checks import begins_at_zero
from reportgen.content.kinds.declaration import DrawnIn, Fit, Kind, Recommendation
from reportgen.content.kinds.key_groups import WHOLE
from reportgen.text.spans import Rich, Span
from reportgen.text.words import Words


def _recommend(facts: Facts) -> Recommendation | None:
    if facts.known or "each" not in facts.has:
        return None
    return Recommendation(Fit.WELL, "`each` says what one mark stands for")


def _what_each_stands_for(basis: CaptionFacts, column: Words) -> Rich:
    """What an icon stands for, when it is more than one."""
    if "each" not in basis.data:
        return ()
    each, value = basis.data["each"], basis.data.get("counted", basis.data.get("value"))
    about = value is not None and each.value != 0 and is_about(value.value, each.value)
    if each.value == 1 and not about:
        return ()
    before, _, after = column["each_stands_for_about" if about else "each_stands_for"].partition("{each}")
    return tuple(span for span in (Span(before), Span(each.text, keep=True), Span(after)) if span.text)


KIND = Kind(
    "count",
    DrawnIn("reportgen.figures.marks.count"),
    needs=("each",),
    keys=("symbol", *WHOLE, "written"),
    check=begins_at_zero("count"),
    takes_few=True,
    unsaid=("value",),
    stock_caption=_what_each_stands_for,
    recommend=_recommend,
)
