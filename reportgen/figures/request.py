"""What a kind of figure is asked to draw: a statistic in a brand, beside its like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.brand import Brand
from reportgen.content.report import Statistic
from reportgen.text.words import Words


@dataclass(frozen=True, slots=True)
class Request:
    """A figure that is asked for: `words` are those of the statistic's language, `beside` all statistics near it."""

    statistic: Statistic
    brand: Brand
    words: Words
    beside: Sequence[Statistic] = ()
