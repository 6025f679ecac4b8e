"""Verification: a drawn page is read back and compared with its report, so that nothing is lost, doubled or hidden."""

from reportgen.verify.verification import Verification

__all__ = ["Verification"]
