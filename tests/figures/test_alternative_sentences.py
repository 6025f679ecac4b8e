"""Alternative texts, whole, of every kind in every language; `python tests/figures/test_alternative_sentences.py` prints
them anew for `alternatives.txt`, which is read aloud before it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from every_kind import DRAWN, subjects

from reportgen.content.report import Report
from reportgen.figures.base import FigureError
from reportgen.figures.make import figure_of
from reportgen.figures.sentences import as_sentence
from reportgen.pipeline import load, load_brand
from reportgen.text.locale import format_list
from reportgen.text.words import languages, words

GOLDEN = Path(__file__).with_name("alternatives.txt")

FIGURES = {
    "line": "{figure: line, series: {2016: 34, 2017: 60, 2018: not available, 2019: 17, 2020: 20}, target: {value: 30, label: Goal}}",
    "line, broken": "{figure: line, series: {2016: 34, 2017: 60, 2018: 17}, band: {from: 20, to: 30, label: usual}, breaks: {2017: counted anew}}",
    "lines": "{figure: line, series: {2016: {North: 4, South: 6}, 2017: {North: 5, South: 9}, 2018: {North: 7, South: not available}}}",
    "area": "{figure: area, series: {2016: 34%, 2017: 60%, 2018: 70%}}",
    "columns": "{figure: columns, series: {2016: 34, 2017: 60, 2018: 50}, reference: {value: 50, label: Norm}}",
    "months": "{figure: columns, series: {Jan: 34, Feb: 60, Mar: 50}}",
    "bars": "{figure: bars, emphasise: Luton, reference: {value: 6, label: All}, series: [{label: Corby, value: 9, low: 8, high: 10}, {label: Luton, value: 7, low: 6, high: 8}, {label: Bedford, value: 5, low: 4, high: 6}, {label: Kettering, gap: suppressed}]}",
    "one bar": "{figure: bars, series: {Corby: 9}}",
    "two bars": "{figure: bars, series: {Corby: 9, Luton: 7}}",
    "equal bars": "{figure: bars, series: {Corby: 9, Luton: 9, Ham: 9}}",
    "the first two": "{figure: bars, top: 2, series: {Corby: 9, Luton: 7, Ham: 6, Wells: 5}}",
    "bars, many gaps": "{figure: bars, series: {Corby: 9, Luton: 7, Ham: 6, A: not available, B: not available, C: not available, D: not available}}",
    "diverging": "{figure: diverging, emphasise: B, series: {A: 9, B: 7, C: -6, D: -9}}",
    "dumbbell": "{figure: dumbbell, emphasise: A, series: {A: {2014: 3, 2024: 5}, B: {2014: 9, 2024: 5}, C: {2014: 1, 2024: 2}}}",
    "dumbbell, up": "{figure: dumbbell, series: {A: {2014: 3, 2024: 5}, B: {2014: 2, 2024: 5}}}",
    "dumbbell, down": "{figure: dumbbell, series: {A: {2014: 5, 2024: 3}, B: {2014: 5, 2024: 2}}}",
    "dumbbell of one": "{figure: dumbbell, series: {A: {2014: 5, 2024: 3}}}",
    "dumbbell of places": '{figure: dumbbell, order: given, emphasise: Soon, series: {Now: {Region: "+1", Country: "+2"}, Then: {Region: -2, Country: -4}, Soon: {Region: -2, Country: -1}}}',
    "slope": "{figure: slope, series: {A: {2014: 3, 2024: 5}, B: {2014: 9, 2024: 5}}}",
    "stacked": "{figure: stacked, emphasise: Sun, series: {Wind: 40%, Sun: 35%, Water: 25%}}",
    "stacked amounts": "{figure: stacked, series: {Wind: 40, Sun: 30, Water: 25}}",
    "stacked bars": "{figure: stacked, series: {East: {Wind: 40%, Sun: 60%}, West: {Wind: 30%, Sun: 70%}}}",
    "stacked years": "{figure: stacked, series: {2014: {Wind: 40%, Sun: 60%}, 2024: {Wind: 30%, Sun: 70%}}}",
    "bridge": "{figure: bridge, series: {2014: 10, Born: 5, Left: -2, 2024: 13}}",
    "bridge of many": "{figure: bridge, series: {2014: 10, Born: 5, Left: -2, A: 1, B: 1, C: 1, 2024: 16}}",
    "table": "{figure: table, series: {A: {X: 3, Y: 5}, B: {X: 9, Y: 5}, C: {X: 1, Y: 2}}}",
}  # fmt: skip
STATISTICS = {
    "change": "{value: 20, change: 5, since: 2010, figure: change, label: things}",
    "change, down": "{value: 20, change: -5, figure: change, label: things}",
    "no change": "{value: 20, change: 0, since: 2010, figure: change, label: things}",
    "dots": "{value: 20, of: 100, figure: share, label: things}",
    "bar of a whole": "{value: 20, of: 100, figure: share, form: bar, label: things}",
    "ring of a whole": "{value: 20, of: 100, figure: share, form: ring, label: things}",
    "dots of a percentage": "{value: 75%, figure: share, label: things}",
    "one dot": "{value: 1%, figure: share, label: things}",
    "bar of a percentage": "{value: 75%, figure: share, form: bar, label: things}",
    "ring of a percentage": "{value: 75%, figure: share, form: ring, label: things}",
    "many dots": "{value: 3, of: 1000, figure: share, label: things}",
    "count": "{value: 20, each: 5, figure: count, label: things}",
    "count, rounded": "{value: 2010, each: 500, figure: count, label: things}",
    "amount": "{value: 20, figure: amount, label: things}",
    "amount of a whole": "{value: 20, of: 50, figure: amount, label: things}",
    "spark": "{value: 5, figure: spark, label: things, series: {2016: 34, 2017: 60, 2018: 5}}",
}


def alternatives(folder: Path) -> Iterator[str]:
    for language in languages():
        yield f"# {language}"
        blocks = {name: ("figures", "title: Things, ", block) for name, block in FIGURES.items()}
        blocks |= {name: ("statistics", "", block) for name, block in STATISTICS.items()}
        for name, (key, title, block) in blocks.items():
            said = alternative(folder, language, f"{key}:\n  - {{{title}{block[1:]}\n")
            yield f"{name}: {said}"


def alternative(folder: Path, language: str, body: str) -> str:
    page = folder / "page.yaml"
    page.write_text(f"brand: briefing\nlanguage: {language}\ntitle: A\nintro: B\n{body}", encoding="utf-8")
    report: Report = load(page)
    (statistic,) = (*report.statistics, *report.figures)
    return figure_of(statistic, load_brand("briefing"), words(language), report.statistics).describe()


def test_every_kind_is_told_in_sentences_in_every_language(tmp_path: Path) -> None:
    assert list(alternatives(tmp_path)) == GOLDEN.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("kind", DRAWN)
def test_a_generated_figure_is_told_in_sentences_too(kind: str) -> None:
    for statistic in subjects(kind, range(25)):
        try:
            said = figure_of(statistic, load_brand("briefing"), words("en")).describe()
        except FigureError:
            continue
        assert re.fullmatch(r"[A-Z0-9£€−+].*[.!?]", said, re.DOTALL), said
        assert ".." not in said and ";;" not in said and "  " not in said, said


def test_what_an_author_writes_stays_as_it_is(tmp_path: Path) -> None:
    body = "figures:\n  - {title: Things, figure: bars, series: {A: 1, B: 2}, alt: B has more; A has less}\n"
    assert alternative(tmp_path, "en", body) == "B has more; A has less"


def test_two_places_have_a_difference_and_no_change(tmp_path: Path) -> None:
    body = 'figures:\n  - {title: Growth, figure: dumbbell, series: {Now: {North: "+1%", South: "+2%"}, Then: {North: "-2%", South: "-4%"}}}\n'  # fmt: skip
    said = alternative(tmp_path, "en", body)
    assert said == (
        "The value for South is higher in 1 of 2. The difference is largest for Then: −2% (North) and −4% (South)."
    )


@pytest.mark.parametrize("label", ["Other", "Others", "Ten others", "All others", "The rest", "Other 11", "Autres", "Übrige", "Sonstige", "Pozostałe", "Eraill"])  # fmt: skip
def test_the_sum_of_many_is_neither_the_highest_nor_the_lowest(label: str, tmp_path: Path) -> None:
    body = f"figures:\n  - {{title: T, figure: bars, series: {{A: 3, B: 2, C: 1, {label}: 90}}}}\n"
    assert alternative(tmp_path, "en", body) == "The highest of 3 values is 3 (A) and the lowest is 1 (C)."


@pytest.mark.parametrize("label", ["Hotels, restaurants and other catering", "Restormel", "Everest", "Andover"])  # fmt: skip
def test_a_name_that_only_looks_like_a_rest_is_a_name(label: str, tmp_path: Path) -> None:
    body = f"figures:\n  - {{title: T, figure: bars, series: {{A: 3, B: 2, C: 1, '{label}': 90}}}}\n"
    assert f"is 90 ({label})" in alternative(tmp_path, "en", body)


def test_sentences_have_their_capital_and_one_full_stop() -> None:
    assert as_sentence("mae 5 o 6") == "Mae 5 o 6."
    assert as_sentence("From 2017: asked online.") == "From 2017: asked online."
    assert as_sentence("it costs 5 Mio. €") == "It costs 5 Mio. €."


def test_welsh_lists_have_their_word_for_and() -> None:
    assert format_list(["Derw", "Bedw"], "cy") == "Derw a Bedw"
    assert format_list(["Derw", "Onnen", "Ynn"], "cy") == "Derw, Onnen, ac Ynn"


if __name__ == "__main__":
    import tempfile

    print("\n".join(alternatives(Path(tempfile.mkdtemp()))))
