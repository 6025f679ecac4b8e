"""Pages whose values are up to ten million times one another: what is built, the preflight finds clean."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen.check import check_file
from reportgen.pipeline import build

NAMES = ("Corby", "Luton", "Derby", "Leeds", "York")


def figures(seed: int) -> Iterator[str]:
    """A figure of every kind that measures in lengths, areas or angles, on one line of YAML each."""
    dice = random.Random(seed)

    def some() -> int:
        return int(10 ** dice.uniform(0, 7))

    def named(count: int = 5) -> str:
        return ", ".join(f"{name}: {some()}" for name in NAMES[:count])

    def yearly(count: int) -> str:
        return ", ".join(f"{2015 + at}: {some()}" for at in range(count))

    several = ", ".join(f"{name}: {{One: {some()}, Two: {some()}, Three: {some()}}}" for name in NAMES[:3])
    start, steps = some(), [some() * dice.choice([1, -1]) for _ in range(3)]
    value, step = some(), dice.choice([0, 1])
    yield f"figure: bars, series: {{{named()}}}"
    yield f"figure: columns, series: {{{yearly(5)}}}, target: 3, band: {{from: 100, to: 101}}"
    yield f"figure: table, series: {{{several}}}"
    yield f"figure: stacked, series: {{{named(4)}}}"
    yield f"figure: stacked, series: {{{several}}}"
    yield f"figure: diverging, series: {{Corby: {some()}, Luton: {-some()}, Derby: {some()}, Leeds: {-some()}}}"
    added = ", ".join(f"{name}: {each}" for name, each in zip("ABC", steps, strict=True))
    yield f"figure: bridge, series: {{Start: {start}, {added}, End: {start + sum(steps)}}}"
    yield f"figure: area, series: {{{yearly(6)}}}, band: {{from: 3, to: 4}}"
    entry = f"{{label: Corby, value: {value}, low: {value - step}, high: {value + step}}}"
    yield f"figure: bars, series: [{entry}, {{label: Luton, value: {some()}}}]"


def statistics(seed: int) -> Iterator[str]:
    """The same for figures of one number."""
    dice = random.Random(seed)
    small = int(10 ** dice.uniform(0, 6))
    yield f"value: 9999999, label: a, change: {small}, since: 2010"
    yield f"value: {small}, of: 10000000, label: b, figure: share, form: bar"
    yield f"value: {small}, of: 10000000, label: c, figure: share, form: ring"
    yield f"value: £{small}, of: £10000000, label: d, figure: amount"


@pytest.mark.parametrize("seed", range(2))
def test_what_is_built_is_found_clean(seed: int, tmp_path: Path) -> None:
    made, head = [], f"brand: {('briefing', 'industrial-strategy')[seed % 2]}\nlanguage: en-GB\ntitle: T\n"
    every = [*figures(seed)]
    for at in range(0, len(every), 3):
        lines = "".join(f"  - {{title: T, width: half, {each}}}\n" for each in every[at : at + 3])
        made.append((f"figures-{at}.yaml", f"{head}figures:\n{lines}"))
    made.append(("statistics.yaml", head + "statistics:\n" + "".join(f"  - {{{each}}}\n" for each in statistics(seed))))
    for name, text in made:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        build(file, out=tmp_path, editions=("screen", "print"))
    files = sorted(tmp_path.glob("*.pdf"))
    assert len(files) == 2 * len(made)
    for file in files:
        assert [str(finding) for finding in check_file(file).findings] == []
