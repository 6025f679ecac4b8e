"""The conservation check: a report, its page and the canvas it was drawn on in; whatever is not as it should be out."""

from reportgen.verify.verification import Verification

__all__ = ["Verification"]
