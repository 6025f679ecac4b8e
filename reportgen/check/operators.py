"""The operators of a content stream (ISO 32000-1, Annex A), each a function that changes the machine."""

from __future__ import annotations

from reportgen.check.interpreter import Operator
from reportgen.check.ops_colour import COLOUR
from reportgen.check.ops_objects import OBJECTS
from reportgen.check.ops_paths import PATHS
from reportgen.check.ops_state import STATE
from reportgen.check.ops_text import TEXT

OPERATORS: dict[str, Operator] = {**STATE, **COLOUR, **PATHS, **TEXT, **OBJECTS}
