"""Where the time of a page goes: `python tests/benchmarks/page.py [REPORT]` prints a table. All in one run, side by side.

Cold is a whole process; warm is a page in a process that has made ten before. Ratios are to an empty interpreter (cold) and
to the whole warm page; milliseconds drift from machine to machine, ratios do not.
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
            "build, both editions": process(*build),
        }
        for work in works.values():
            work()
        return [(name, median_ms(work, 7)) for name, work in works.items()]


def warm(report: Path) -> list[tuple[str, float]]:
    """The stages of a page, one after the other, in a process that is warm."""
    from reportgen.brand.faces import BrandFaces
    from reportgen.pdf import render_page
    from reportgen.pipeline import compose, load, load_brand
    from reportgen.sources import Sources

    loaded = load(report)
    brand = load_brand(loaded.brand)
    page = compose(loaded, brand)
    created = Sources().build_date("2018-12")

    def draw() -> bytes:
        return render_page(page, inks=brand.inks, fonts=BrandFaces(brand), created=created)

    for _ in range(10):
        draw()
    stages = [
        ("content: YAML to Report", median_ms(lambda: load(report))),
        ("layout: Report to Page", median_ms(lambda: compose(loaded, brand))),
        ("figures and pdf: Page to bytes", median_ms(draw)),
    ]
    return [*stages, ("the warm page", sum(ms for _, ms in stages))]


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
