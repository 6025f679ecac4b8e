"""The layout stage: a report and a brand in; one page of finished boxes out, or the problems that forbid it."""

from reportgen.layout.choice import Choice
from reportgen.layout.composition import Composed, compose, composed
from reportgen.layout.series import compose_all

__all__ = ["Choice", "Composed", "compose", "compose_all", "composed"]
