"""Share: a part of a whole, as a field of dots, a bar or a ring."""

from __future__ import annotations

from reportgen.content.captions import CaptionFacts, filled, whole_of
from reportgen.content.data_facts import Facts
from reportgen.content.kinds.checks import begins_at_zero
from reportgen.content.kinds.declaration import DrawnIn, Fit, Kind, Recommendation, Refusal
from reportgen.text.spans import Rich
from reportgen.text.words import Words


def _check(facts: Facts) -> Refusal | None:
    if wrong := begins_at_zero("share")(facts):
        return wrong
    if "whole" not in facts.has and not facts.percent:
        return Refusal("`figure: share` needs a whole", "write `of: ` and the whole, or `share_of: ` and its id")
    if "whole" not in facts.has and facts.value and facts.value.value > 100:
        return Refusal(f"{facts.value.text} is more than a whole; a share is at most 100%", key="value")
    return None


def _recommend(facts: Facts) -> Recommendation | None:
    return Recommendation(Fit.WELL, "it is a part of a whole") if "whole" in facts.has and not facts.known else None


def _caption(basis: CaptionFacts, column: Words) -> Rich:
    data = basis.data
    if "whole" not in data:
        return ()
    blanks = {"percent": data["share"].text, "whole": whole_of(basis)}
    if "one_in" in data:
        return filled(column["caption_one_in"], **blanks, one_in=data["one_in"].text)
    return filled(column["caption_share"], **blanks)


KIND = Kind(
    "share",
    DrawnIn("reportgen.figures.marks.share"),
    needs=("share_of", "of"),
    keys=("form", "written"),
    check=_check,
    takes_percentage=True,
    forms=("dots", "bar", "ring"),
    unsaid=("share", "value", "one_in"),
    saying=("bar", "ring"),
    caption=_caption,
    recommend=_recommend,
)
