"""Number: the number alone, without a figure."""

from __future__ import annotations

from reportgen.content.kinds.declaration import Kind
from reportgen.content.kinds.key_groups import INTERVALS, SERIES, TABLE, WHOLE

KIND = Kind("number", None, keys=(*SERIES, *TABLE, *INTERVALS, *WHOLE, "index"))
