"""reportgen: a page of content in YAML becomes a finished, branded, one-page infographic.

    import reportgen

    reportgen.build("content/south-east-midlands.yaml")

Nothing heavy is imported until it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.problems import Place, Problem, ReportError

if TYPE_CHECKING:
    from reportgen.brand import Brand
    from reportgen.content.report import Report

from reportgen.pipeline import build, load, load_brand, render

__version__ = "0.1.0"
__all__ = ["Brand", "Place", "Problem", "Report", "ReportError", "__version__", "build", "load", "load_brand", "render"]


def __getattr__(name: str) -> object:
    """`Brand` and `Report` are imported when they are asked for."""
    if name == "Brand":
        from reportgen.brand import Brand

        return Brand
    if name == "Report":
        from reportgen.content.report import Report

        return Report
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
