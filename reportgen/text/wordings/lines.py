"""What is said of lines, areas and slopes."""

from __future__ import annotations

from collections.abc import Mapping

ROWS: Mapping[str, Mapping[str, str]] = {}
