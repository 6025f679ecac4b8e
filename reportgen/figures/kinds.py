"""What a module of a kind of figure gives: its name, and how it makes a figure of a statistic."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportgen.brand import Brand
from reportgen.content.kinds import Check
from reportgen.content.report import Statistic
from reportgen.figures.base import Figure
from reportgen.text.words import Words


@dataclass(frozen=True, slots=True)
class Request:
    """A figure that is asked for: `words` are those of the statistic's language, `beside` all statistics near it."""

    statistic: Statistic
    brand: Brand
    words: Words
    beside: Sequence[Statistic] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of figure. `make` raises FigureError for a statistic that it cannot draw.

    A kind that another package adds says besides which keys it needs, one of them at least (`("series", "data")`),
    and may say which other keys of a statistic it draws (None: whatever there is) and what data it refuses; the
    program's own kinds have theirs in `reportgen.content.kinds`.
    """

    name: str
    make: Callable[[Request], Figure]
    needs: tuple[str, ...] = ()
    keys: tuple[str, ...] | None = None
    check: Check | None = None
