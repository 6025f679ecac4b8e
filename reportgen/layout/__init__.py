"""The layout stage: it turns a report and a brand into a page of finished boxes, or says why there is none."""

from reportgen.layout.arrangement import Arrangement
from reportgen.layout.batch_arrangement import compose_all
from reportgen.layout.composition import Composed, compose, composed

__all__ = ["Arrangement", "Composed", "compose", "compose_all", "composed"]
