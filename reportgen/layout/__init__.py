"""The layout stage: a report and a brand in; one page of finished boxes out, or the problems that forbid it."""

from reportgen.layout.arrangement import Arrangement
from reportgen.layout.batch_arrangement import compose_all
from reportgen.layout.composition import Composed, compose, composed

__all__ = ["Arrangement", "Composed", "compose", "compose_all", "composed"]
