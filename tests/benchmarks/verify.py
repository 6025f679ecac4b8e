"""What verification costs: `python tests/benchmarks/verify.py [REPORT]` prints ms a page, beside its drawing.

All take turns in one run, so that a machine that slows down slows all of them down; the least time of each is printed.
"Paths anew" forgets between two pages what it knows of paths: a page with a map or a code that was never met before.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from reportgen import load, load_brand
from reportgen.brand.model import BrandFaces
from reportgen.pdf import render_page
from reportgen.pdf.canvas import InkCanvas
from reportgen.pipeline import compose
from reportgen.sources import Sources
from reportgen.standards import PRINT, SCREEN, Edition
from reportgen.verify import Verification, drawn_shapes
from reportgen.verify.canvas_reader import read_page

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "content" / "south-east-midlands.yaml"
ROUNDS = 100


def works(path: Path, edition: Edition) -> dict[str, Callable[[], object]]:
    """What is measured of one edition."""
    report = load(path)
    brand = load_brand(report.brand)
    page = compose(report, brand)
    canvases: list[InkCanvas] = []
    created, faces = Sources().build_date("2018-12"), BrandFaces(brand)

    def draw(keep: Callable[[InkCanvas], None] | None = None) -> bytes:
        return render_page(page, inks=brand.inks, fonts=faces, created=created, edition=edition, drawn=keep)

    draw(canvases.append)
    (canvas,) = canvases
    check = Verification(report, page)

    def anew() -> object:
        for kept in (drawn_shapes._measured, drawn_shapes._crossings, drawn_shapes.rings):
            kept.cache_clear()
        return check.problems(canvas)

    return {
        "drawing": draw,
        "page and report made ready": lambda: Verification(report, page),
        "operators read": lambda: read_page(canvas),
        "verified, reading included": lambda: check.problems(canvas),
        "verified, paths anew": anew,
    }


def least_ms(found: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The least time of each work in ms."""
    times: dict[str, list[float]] = {name: [] for name in found}
    for _ in range(ROUNDS):
        for name, work in found.items():
            start = time.perf_counter()
            work()
            times[name].append(1000 * (time.perf_counter() - start))
    return {name: min(taken) for name, taken in times.items()}


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else REPORT
    for edition in (SCREEN, PRINT):
        measured = least_ms(works(chosen, edition))
        print(f"{edition.name:<32}{'ms':>8}{'ratio':>8}")
        for name, ms in measured.items():
            print(f"  {name:<30}{ms:>8.2f}{ms / measured['drawing']:>8.2f}")
