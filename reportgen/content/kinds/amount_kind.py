"""Amount: one bar from zero, on one scale with its like on the page or within its whole."""

from __future__ import annotations

from reportgen.content.captions import CaptionFacts, filled, whole_of
from reportgen.content.kinds.checks import begins_at_zero
from reportgen.content.kinds.declaration import DrawnIn, Kind
from reportgen.content.kinds.key_groups import WHOLE
from reportgen.text.spans import Rich
from reportgen.text.words import Words


def _caption(basis: CaptionFacts, column: Words) -> Rich:
    if "whole" not in basis.data:
        return ()
    return filled(column["caption_amount"], value=basis.data["value"].text, whole=whole_of(basis))


KIND = Kind(
    "amount",
    DrawnIn("reportgen.figures.bars.amount"),
    keys=(*WHOLE, "written"),
    check=begins_at_zero("amount"),
    unsaid=("value",),
    caption=_caption,
)
