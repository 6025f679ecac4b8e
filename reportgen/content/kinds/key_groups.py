"""Keys of a figure that go together, as the declarations of kinds name them."""

from __future__ import annotations

SERIES = ("series", "data")
TABLE = ("x", "y", "where", "leave_out", "written")
ALL_SERIES = (*TABLE, "emphasise", "short")
"""What every figure of a series may have."""
INTERVALS = ("low", "high")
GUIDES = ("target", "reference", "band")
RANKING = ("order", "top")
WHOLE = ("of", "share_of")
ANY = (
    *SERIES, *ALL_SERIES, *INTERVALS, *GUIDES, *RANKING, "breaks", "index", *WHOLE, "each", "symbol",
)  # fmt: skip
"""What a kind may have that does not say: it draws whatever it is given."""
