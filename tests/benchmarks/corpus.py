"""All 1,000 reports of the corpus: how many are composed, at which sizes and how full, how fast, and which refusals hold.

python tests/benchmarks/corpus.py [COUNT]
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).parent.parent / "layout"))

from corpus import ROOT, Case, cases
from remedies import broken

from reportgen import load, load_brand
from reportgen.brand import Brand
from reportgen.content.report import Report
from reportgen.layout.composition import drawn
from reportgen.layout.search import Search
from reportgen.problems import ReportError


@dataclass
class Tally:
    """What came of all reports."""

    composed: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    sizes: list[float] = field(default_factory=list)
    slack: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def main(count: int) -> None:
    """Go through the corpus and print what came of it."""
    tally, brands = Tally(), {}
    for case in cases(count):
        look = brands.setdefault(case.brand, load_brand(ROOT / "content/brands" / f"{case.brand}.yaml"))
        try:
            _one(case, load(case.content), look, tally)
        except ReportError as error:
            tally.wrong.append(f"{case.number}: {error}")
    _tell(tally)


def _one(case: Case, report: Report, look: Brand, tally: Tally) -> None:
    band = "60 to 120 %" if 0.6 <= case.scale <= 1.2 else "under 60 %" if case.scale < 0.6 else "over 120 %"
    search = Search(report, look)
    start = time.process_time()
    chosen = search.run()[0]
    tally.cold.append(time.process_time() - start)
    try:
        drawn(search, chosen)
    except ReportError as error:
        tally.refused[band] += 1
        tally.wrong += [f"{case.number}: {what} is no help: {error}" for what in broken(report, look, error.problems)]
        return
    tally.composed[band] += 1
    tally.sizes.append(search.cache.at_step(chosen.arrangement.step).styles.text.size)
    tally.slack.append(chosen.slack)
    tally.warm.append(_overhead(report, look, search))


def _overhead(report: Report, look: Brand, search: Search) -> float:
    """What following a neighbour's arrangement costs, over the setting of what it chooses."""
    neighbour = search.run()[0].arrangement
    again = Search(report, look)
    again.following(neighbour)  # what it sets is in the cache now
    start = time.process_time()
    again.following(neighbour)
    return time.process_time() - start


def _tell(tally: Tally) -> None:
    for band in ("under 60 %", "60 to 120 %", "over 120 %"):
        done, all_of = tally.composed[band], tally.composed[band] + tally.refused[band]
        print(f"{band:<12} {done} of {all_of} composed ({done / max(1, all_of):.1%})")
    print("text size    ", *(f"{size:.1f} pt: {many}" for size, many in sorted(Counter(tally.sizes).items())), sep="  ")
    print("slack        ", *(f"{value:+.2f}" for value in quantiles(tally.slack, n=10)), "(tenths; -1 full, 1 empty)")
    for name, times in (("cold search", tally.cold), ("warm search", tally.warm)):
        print(
            f"{name:<12}  median {median(times) * 1000:.1f} ms, ninth tenth {quantiles(times, n=10)[-1] * 1000:.1f} ms"
        )
    print(f"wrong         {len(tally.wrong)}", *tally.wrong, sep="\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
