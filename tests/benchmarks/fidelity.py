"""Prints how far our rendering of each figure is from Matplotlib's own PDF, and the sizes of both files."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "pdf")]

from fidelity_cases import CASES, PPI, TOLERANCE, compare, our_pdf, their_pdf  # noqa: E402  # found by the path above


def main() -> None:
    """One line a figure."""
    print(f"pixels at {PPI} ppi that differ by more than {TOLERANCE} of 255, pixels that are not white, bytes")
    print(f"{'figure':<16}{'differ %':>10}{'ink %':>8}{'ours':>8}{'theirs':>8}")
    for name, make in CASES.items():
        seen = compare(make)
        sizes = f"{len(our_pdf(make)):>8}{len(their_pdf(make)):>8}"
        print(f"{name:<16}{100 * seen.share:>10.3f}{100 * seen.ink:>8.1f}{sizes}")


if __name__ == "__main__":
    main()
