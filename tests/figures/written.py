"""Numbers read back from how they are written, by an own reading of the conventions."""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.content.report import Datum

_POWERS = {"": 0, "k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9, "tn": 12, "trillion": 12}
_NUMBER = re.compile(r"([+−-]?)\D{0,2}?([\d,]+(?:\.\d+)?)[\s\u00a0\u202f]*([a-z]*)\s*%?")


def read_number(text: str) -> Decimal | None:
    """The number that a text begins with, as a British reader has it ("−£1.2bn"); None without one."""
    found = _NUMBER.match(text.strip())
    if found is None or found[3] not in _POWERS:
        return None
    value = Decimal(found[2].replace(",", "")).scaleb(_POWERS[found[3]])
    return -value if found[1] in ("−", "-") else value


def exact(datum: Datum) -> Decimal:
    """The value, which test data have only to the last digit that is written."""
    return datum.value.quantize(Decimal(1).scaleb(datum.rule.scale - datum.rule.decimals))
