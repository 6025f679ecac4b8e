"""Where the time of a page goes: `python tests/benchmarks/page.py [REPORT]` prints a table. All in one run, side by side.

Cold is a whole process; warm is a page in a process that has made ten before. Ratios are to an empty interpreter (cold), to
the whole warm page, and to the page without tags and metadata; milliseconds drift from machine to machine, ratios do not.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "content" / "south-east-midlands.yaml"
ROUNDS = 15


def median_ms(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of some work, in ms."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


def process(*arguments: str) -> Callable[[], object]:
    """A whole Python process, as work."""
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env={**os.environ})


def cold(report: Path) -> list[tuple[str, float]]:
    """Whole processes: the interpreter alone, its heaviest imports, and a build."""
    with tempfile.TemporaryDirectory() as out:
        build = ["-m", "reportgen", "build", str(report), "--out", out]
        works = {
            "python alone": process("-c", "pass"),
            "import matplotlib.figure": process("-c", "import matplotlib.figure"),
            "reportgen --version": process("-m", "reportgen", "--version"),
            "build, screen edition": process(*build, "--edition", "screen"),
            "build, print edition": process(*build, "--edition", "print"),
            "build, all editions": process(*build),
        }
        for work in works.values():
            work()
        return [(name, median_ms(work, 7)) for name, work in works.items()]


def warm(report: Path) -> list[tuple[str, float]]:
    """The stages of a page, one after the other, in a process that is warm."""
    from reportgen.brand.model import BrandFaces
    from reportgen.editions.job import EDITIONS, Job, faults
    from reportgen.pdf import render_page
    from reportgen.pipeline import compose, load, load_brand
    from reportgen.sources import Sources
    from reportgen.standards import PRINT, SCREEN, Edition

    loaded = load(report)
    brand = load_brand(loaded.brand)
    page = compose(loaded, brand)
    created = Sources().build_date("2018-12")

    def draw(edition: Edition) -> Callable[[], bytes]:
        return lambda: render_page(page, inks=brand.inks, fonts=BrandFaces(brand), created=created, edition=edition)

    for _ in range(10):
        draw(SCREEN)()
        draw(PRINT)()
    stages = [
        ("content: YAML to Report", median_ms(lambda: load(report))),
        ("layout: Report to Page", median_ms(lambda: compose(loaded, brand))),
        (
            "promises and prepress: problems",
            median_ms(lambda: tuple(faults(Job(page, loaded, brand, Sources()), EDITIONS))),
        ),
        ("pdf: Page to screen edition", median_ms(draw(SCREEN))),
        ("pdf: Page to print edition", median_ms(draw(PRINT))),
    ]
    return [*stages, ("the warm page", sum(ms for _, ms in stages))]


def finish(report: Path) -> list[tuple[str, float]]:
    """What a file costs that keeps its promises: the page as it was without tags, metadata and checks comes first.

    The ways take turns, so that a machine that slows down slows all of them down.
    """
    from reportgen.brand.model import BrandFaces
    from reportgen.pdf import render_page
    from reportgen.pdf.canvas import InkCanvas
    from reportgen.pdf.draw import draw_page, without_links
    from reportgen.pdf.edition_colours import InkTable, PrintColour, ScreenColour
    from reportgen.pdf.engine import our_settings
    from reportgen.pdf.figure_drawing import FigurePainter
    from reportgen.pipeline import compose, load, load_brand
    from reportgen.sources import Sources
    from reportgen.standards import PRINT, SCREEN

    loaded = load(report)
    brand = load_brand(loaded.brand)
    page = compose(loaded, brand)
    asks = {"inks": brand.inks, "fonts": BrandFaces(brand), "created": Sources().build_date("2018-12")}
    press = PrintColour(brand.output_intent)

    def bare(colour: Any, drawn: Any) -> bytes:
        with our_settings():
            canvas = InkCanvas(page.width, page.height, colour)
            with FigurePainter(canvas, InkTable(brand.inks), asks["fonts"]) as figures:
                draw_page(drawn, canvas, figures)
            return canvas.finish()

    works: dict[str, Callable[[], object]] = {
        "screen, bare": lambda: bare(ScreenColour(), page),
        "screen, tagged and finished": lambda: render_page(page, **asks, edition=SCREEN),
        "print, bare": lambda: bare(press, without_links(page)),
        "print, tagged and finished": lambda: render_page(page, **asks, edition=PRINT),
    }
    times: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(5 * ROUNDS):
        for name, work in works.items():
            taken = median_ms(work, 1)
            if turn >= ROUNDS:
                times[name].append(taken)
    return [(name, statistics.median(found)) for name, found in times.items()]


def show(title: str, rows: list[tuple[str, float]], base: float) -> None:
    """A table with a ratio to `base` ms in each row."""
    print(f"{title:<34}{'ms':>8}{'ratio':>8}")
    for name, ms in rows:
        print(f"  {name:<32}{ms:>8.1f}{ms / base:>8.2f}")


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else REPORT
    cold_rows = cold(chosen)
    show("cold, whole processes", cold_rows, cold_rows[0][1])
    warm_rows = warm(chosen)
    show("warm, one process", warm_rows, warm_rows[-1][1])
    finish_rows = finish(chosen)
    show("finish of the screen edition", finish_rows[:2], finish_rows[0][1])
    show("finish of the print edition", finish_rows[2:], finish_rows[2][1])
