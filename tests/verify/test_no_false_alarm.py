"""No false alarm: the sample, every case and every page made for veraPDF, in both brands and both editions."""

from __future__ import annotations

from pathlib import Path

import pytest
from verify_samples import BRANDS, EDITIONS, REPORTS, problems

from reportgen.standards import Edition


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_nothing_is_lost(path: Path, look: str, edition: Edition) -> None:
    assert [str(problem) for problem in problems(path, look, edition)] == []


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("value", ["5 years", "up to 5,000", "7 pgqyj"])
@pytest.mark.parametrize("count", [1, 2])
def test_a_number_with_words_hangs_clear_of_its_label(count: int, value: str, look: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    text = "brand: briefing\nlanguage: en-GB\ndate: 2026-11\ntitle: A page\nintro: Some words.\nstatistics:\n"
    text += "".join(f'  - {{value: {value!r}, label: "bbbbbbbbbbbb {each}"}}\n' for each in range(count))
    path.write_text(text, encoding="utf-8")
    assert [str(problem) for problem in problems(path, look)] == []


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("head", ["Österreich", "Île-de-France", "İzmir", "Ústí", "Ǻ Ṩ Ệ"])
def test_accents_on_the_heads_of_a_table_are_within_it(head: str, look: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    rows = f"{{A: {{{head}: 5, Y: 2}}, B: {{{head}: 6, Y: 3}}}}"
    path.write_text(
        "brand: briefing\nlanguage: en-GB\ndate: 2026-11\ntitle: A page\nintro: Some words.\n"
        f"figures:\n  - {{title: Jobs, figure: table, series: {rows}}}\n",
        encoding="utf-8",
    )
    assert [str(problem) for problem in problems(path, look)] == []
