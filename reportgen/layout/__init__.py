"""The layout stage: a report and a brand in; one page of finished boxes out, or the problems that forbid it."""

from reportgen.layout.composition import compose

__all__ = ["compose"]
