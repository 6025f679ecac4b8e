"""Draws figures of every kind from generated data and prints what goes wrong: `python tests/benchmarks/collisions.py [SETS]`.

Each of the 2,000 data sets is drawn at one width from 25 mm to a page, at one height between least and most, in one of
the shipped brands. Then come easy data of every kind at every width in every brand, which should hardly be refused.
"""

from __future__ import annotations

import re
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "figures")]

from generated import WIDTHS  # noqa: E402  # found by the path above
from measured import BRANDS, EVERY, Outcome, asked, easy, outcome  # noqa: E402

SETS = 2000


def main() -> None:
    """Draw them all and print the tables."""
    sets = int(sys.argv[1]) if len(sys.argv) > 1 else SETS
    nasty = [outcome(asked(seed)) for seed in range(sets)]
    plain = [outcome(easy(kind, width, look)) for kind in EVERY for width in WIDTHS for look in BRANDS]
    found = [*enumerate(nasty), *enumerate(plain)]
    print(f"{sets} generated data sets, and {len(plain)} figures of easy data\n")
    for title, outcomes in (("generated", nasty), ("easy", plain)):
        _counts(title, outcomes)
        _refusals(title, outcomes)
    _times(nasty)
    print("\nWhat is refused, and how often")
    for message, count in Counter(_shape_of(each.refused) for each in nasty if each.refused).most_common():
        print(f"{count:>6}  {message}")
    print("\nFaults")
    for number, each in found:
        for fault in (*each.faults, *([each.broken] if each.broken else [])):
            ask = each.asked
            print(f"{number:>6} {ask.kind} {ask.width:g} {ask.stretch:+.2f} {ask.brand} {ask.step}: {fault}")


def _counts(title: str, outcomes: Sequence[Outcome]) -> None:
    faults = Counter(fault.split(":")[0].split(" stands ")[-1] for each in outcomes for fault in each.faults)
    drawn = sum(not (each.refused or each.broken) for each in outcomes)
    bare = sum("[no hint]" in each.refused for each in outcomes)
    print(
        f"{title}: drawn {drawn}, refused {sum(bool(each.refused) for each in outcomes)} ({bare} without a hint), ",
        end="",
    )
    print(f"tracebacks {sum(bool(each.broken) for each in outcomes)}, faults {dict(faults)}")


def _refusals(title: str, outcomes: Iterable[Outcome]) -> None:
    """Per cent refused of each kind at each width."""
    groups: defaultdict[tuple[str, float], list[bool]] = defaultdict(list)
    for each in outcomes:
        groups[each.asked.kind, each.asked.width].append(bool(each.refused))
    print(f"\nPer cent of {title} data refused at a width of ... pt")
    print(f"{'kind':<12}" + "".join(f"{width:>7.0f}" for width in WIDTHS))
    for kind in EVERY:
        shares = [groups.get((kind, width), []) for width in WIDTHS]
        print(
            f"{kind:<12}" + "".join(f"{100 * sum(each) / len(each):>7.0f}" if each else f"{'-':>7}" for each in shares)
        )
    print()


def _times(outcomes: Sequence[Outcome]) -> None:
    """The time of a figure in ms: to make and measure it, to draw its marks, and both; each kind, and all."""
    print("ms: median and 95th percentile of making and measuring, of drawing, of both")
    for kind in (*EVERY, "all"):
        drawn = [each for each in outcomes if kind in (each.asked.kind, "all") and not each.refused and not each.broken]
        parts: list[Callable[[Outcome], float]] = [lambda o: o.made, lambda o: o.drawn, lambda o: o.made + o.drawn]
        cells = [_middle_and_late([part(each) for each in drawn]) for part in parts]
        print(f"{kind:<12}" + "".join(cells))


def _middle_and_late(times: Sequence[float]) -> str:
    if len(times) < 2:
        return f"{'-':>9}{'-':>8}"
    return f"{statistics.median(times):>9.2f}{statistics.quantiles(times, n=20)[-1]:>8.2f}"


def _shape_of(message: str) -> str:
    """A message without the names and numbers that differ from one data set to the next."""
    return re.sub(r"\d+", "N", re.sub(r"`[^`]*`", "`...`", message))


if __name__ == "__main__":
    main()
