"""What is said of parts of a whole, bridges and shaded maps."""

from __future__ import annotations

from collections.abc import Mapping

ROWS: Mapping[str, Mapping[str, str]] = {}
