"""The conservation check: a report, its page and the canvas it was drawn on in; whatever is not as it should be out."""

from reportgen.conserve.check import Conservation

__all__ = ["Conservation"]
