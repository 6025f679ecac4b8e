"""The kinds of figure that come with the program, a module each: what each of them needs, may have and refuses."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.content.kinds import (
    amount_kind,
    area_kind,
    bars_kind,
    bridge_kind,
    change_kind,
    columns_kind,
    count_kind,
    diverging_kind,
    dumbbell_kind,
    line_kind,
    map_kind,
    number_kind,
    share_kind,
    slope_kind,
    spark_kind,
    stacked_kind,
    table_kind,
)
from reportgen.content.kinds.declaration import Kind

__all__ = ["AUTO", "KINDS", "KIND_KEYS", "NUMBER"]

AUTO = "auto"
"""What an author writes who leaves the choice of a kind to the program."""

_MODULES = (
    change_kind, share_kind, count_kind, amount_kind, line_kind, area_kind, slope_kind, columns_kind, bars_kind,
    stacked_kind, diverging_kind, dumbbell_kind, bridge_kind, map_kind, table_kind, spark_kind, number_kind,
)  # fmt: skip

KINDS: Mapping[str, Kind] = {module.KIND.name: module.KIND for module in _MODULES}
"""Every kind by its name, in the order in which they are listed and, where they suit equally well, chosen."""

NUMBER = number_kind.KIND
"""The number alone."""

KIND_KEYS = frozenset(key for kind in KINDS.values() for key in kind.all_keys) - {"change"}
"""Keys that only some kinds have."""
