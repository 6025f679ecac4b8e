"""Hostile labels through every door of a report: each is refused at its place, or stands on the page as it is meant."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import yaml
from hostile_labels import REFUSED, SET

from reportgen import pipeline
from reportgen.brand.cache import BrandCache
from reportgen.problems import Place, ReportError
from reportgen.sources import Sources

BRAND = "civic"
HEAD = f"brand: {BRAND}\nlanguage: en-GB\ndate: 2026-11\n"
Door = Callable[[Path, str], tuple[Path, str, int]]
"""Writes a report that has a text at one place; gives the report, and the file and the line at which the text stands."""


def quoted(text: str) -> str:
    """A text as YAML has it between double quotation marks, on one line, with nothing escaped that need not be."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def typed(template: str) -> Door:
    """A door of the report's own file: `@` is where the text stands."""

    def write(folder: Path, text: str) -> tuple[Path, str, int]:
        before = HEAD + template.partition("@")[0]
        file = folder / "r.yaml"
        file.write_text(HEAD + template.replace("@", quoted(text)), encoding="utf-8")
        return file, "r.yaml", before.count("\n") + 1

    return write


TITLE = "title: A page\nintro: Some words.\n"
BARS = TITLE + "figures:\n  - title: Jobs\n    figure: bars\n"


def tabled(row: tuple[str, str], line: int, keys: str = "x: k\n    y: v\n", heading: str = "v") -> Door:
    """A door of a table: `@` in the row or the heading is where the text stands."""

    def write(folder: Path, text: str) -> tuple[Path, str, int]:
        written = io.StringIO()
        writer = csv.writer(written, lineterminator="\n")
        writer.writerows([["k", heading.replace("@", text)], ["Luton", "9"], [each.replace("@", text) for each in row]])
        (folder / "t.csv").write_text(written.getvalue(), encoding="utf-8")
        file = folder / "r.yaml"
        file.write_text(HEAD + BARS + "    data: t.csv\n    " + keys.replace("@", quoted(text)), encoding="utf-8")
        return file, "t.csv", line

    return write


def area(folder: Path, text: str) -> tuple[Path, str, int]:
    """The door of a map: the name of an area in GeoJSON, and of its row."""
    places = [("Bedford", 0.0), (text, 1.0)]
    features = [
        {
            "type": "Feature",
            "properties": {"name": name},
            "geometry": {"type": "Polygon", "coordinates": [[[x, 50], [x + 1, 50], [x + 1, 51], [x, 51], [x, 50]]]},
        }
        for name, x in places
    ]
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in features)
    (folder / "m.geojson").write_text(f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}', encoding="utf-8")
    file = folder / "r.yaml"
    series = f"    figure: map\n    boundary: m.geojson\n    series:\n      Bedford: 5\n      {quoted(text)}: 7\n"
    file.write_text(HEAD + TITLE + "figures:\n  - title: Jobs\n" + series, encoding="utf-8")
    return file, "m.geojson", 3


DOORS: dict[str, Door] = {
    "title": typed("title: @\nintro: Some words.\n"),
    "kicker": typed("kicker: @\n" + TITLE),
    "intro": typed("title: A page\nintro: @\n"),
    "publisher": typed(TITLE + "publisher: @\n"),
    "source": typed(TITLE + "source: @\n"),
    "link": typed(TITLE + "link:\n  text: @\n  url: https://example.org\n"),
    "quote": typed(TITLE + "quote:\n  text: It works.\n  who: @\n"),
    "section": typed(TITLE + "sections:\n  - title: @\n    text: Some words.\n"),
    "value": typed("title: A page of {town}\nintro: Some words.\nvalues:\n  town: @\n"),
    "label": typed(BARS + "    series:\n      @: 5\n      Luton: 9\n"),
    "entry": typed(BARS + "    series:\n      - label: @\n        value: 5\n      - {label: Luton, value: 9}\n"),
    "name of a series": typed(
        TITLE + "figures:\n  - title: Jobs\n    figure: stacked\n    series:\n      Luton: {Care: 5, @: 6}\n"
        "      Leeds: {Care: 7, Trade: 6}\n"
    ),
    "caption": typed(BARS + "    caption: @\n    series: {Leeds: 5, Luton: 9}\n"),
    "alt": typed(BARS + "    alt: @\n    series: {Leeds: 5, Luton: 9}\n"),
    "note": typed(BARS + "    note: @\n    series: {Leeds: 5, Luton: 9}\n"),
    "target": typed(BARS + "    target: {value: 7, label: @}\n    series: {Leeds: 5, Luton: 9}\n"),
    "cell": tabled(("@", "5"), 3),
    "heading": tabled(("Leeds", "5"), 1, "x: k\n    y: [@]\n", "@"),
    "area": area,
}


BRANDS = BrandCache(Path("content"), Sources())


def problems(file: Path) -> list[tuple[str, Place]]:
    """What is wrong with a report, as it is loaded with its brand."""
    try:
        pipeline.load(file, brands=BRANDS)
    except ReportError as error:
        return [(problem.message, problem.place) for problem in error.problems]
    return []


@pytest.mark.parametrize("door", DOORS)
def test_what_cannot_be_set_is_refused_at_its_place(tmp_path: Path, door: str) -> None:
    for number, text in enumerate(REFUSED):
        folder = tmp_path / str(number)
        folder.mkdir()
        file, told_in, line = DOORS[door](folder, text)
        found = [(Path(place.file).name, place.line) for _, place in problems(file)]
        assert (told_in, line) in found, (ascii(text), problems(file))


def test_the_name_of_a_series_that_is_not_drawn_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("k,a,b\nLuton,9,8\nLeeds,5,4\n", encoding="utf-8")
    file = tmp_path / "r.yaml"
    text = BARS.replace("bars", "dumbbell") + "    data: t.csv\n    x: k\n    y: {東: a, Later: b}\n"
    file.write_text(HEAD + text, encoding="utf-8")
    assert [(message, place.line) for message, place in problems(file)] == [
        ("SourceSans3-Regular has no U+6771 CJK UNIFIED IDEOGRAPH-6771", 11)
    ]


@pytest.mark.parametrize("door", ["label", "cell", "area", "title"])
def test_what_can_be_set_is_not_refused(tmp_path: Path, door: str) -> None:
    for number, text in enumerate(SET):
        folder = tmp_path / str(number)
        folder.mkdir()
        file, _, _ = DOORS[door](folder, text)
        assert problems(file) == [], ascii(text)


def test_what_is_set_stands_on_the_page_and_in_the_file_composed(tmp_path: Path) -> None:
    """In NFC on the page, in its title, its bookmarks and its tags."""
    words = "Kra\u0301kow and Zu\u0308rich"
    text = TITLE.replace("A page", words) + "figures:\n  - title: Jobs in Kra\u0301ko\u0301w\n    figure: bars\n"
    file = tmp_path / "r.yaml"
    file.write_text(HEAD + text + "    series: {Kra\u0301kow: 5, Luton: 9}\n", encoding="utf-8")
    (written, *_) = pipeline.build(file, out=tmp_path / "out", editions=["screen"])
    with pypdfium2.PdfDocument(written) as pdf:
        page = pdf[0].get_textpage().get_text_range()
        said = [page, pdf.get_metadata_value("Title"), *(each.get_title() for each in pdf.get_toc())]
    assert all(unicodedata.is_normalized("NFC", each) for each in said)
    assert "Krákow" in page and "\u0301" not in page
    assert b"\x03\x01" not in written.read_bytes()


def test_names_are_alike_whatever_their_spaces_and_accents(tmp_path: Path) -> None:
    rows = "k\u00a0 e\u0301,v\nZu\u0308rich\u00a0Nord ,9\nLeeds,5\nLuton  Town,6\n"
    (tmp_path / "t.csv").write_text(rows, encoding="utf-8")
    file = tmp_path / "r.yaml"
    keys = '    data: t.csv\n    x: k é\n    y: v\n    emphasise: Zürich\u2009Nord\n    leave_out: {"k  é": [Leeds ]}\n'
    file.write_text(HEAD + BARS + keys, encoding="utf-8")
    (figure,) = pipeline.load(file, brands=BRANDS).figures
    assert [point.label for point in figure.series] == ["Zürich Nord", "Luton Town"]
    assert figure.emphasised == ("Zürich Nord",)


def test_two_keys_that_differ_only_by_a_space_are_told_with_both_places(tmp_path: Path) -> None:
    file = tmp_path / "r.yaml"
    file.write_text(
        HEAD + BARS + '    series:\n      "Rate ": 5\n      "Ra\u200ate": 6\n      Rate: 7\n', encoding="utf-8"
    )
    assert [(message, place.line) for message, place in problems(file)] == [
        ("the keys `Rate ` and `Rate` differ only in their spaces: in line 10 and in line 12", 12)
    ]
    with pytest.raises(ReportError) as caught:
        pipeline.load({**yaml.safe_load(HEAD + TITLE), "values": {"a b": 1, "a\u00a0b": 2}})
    assert "the keys 'a b' and 'a\\xa0b' are the same, but for their spaces or accents" in str(caught.value)


def test_a_key_may_be_as_long_as_an_answer(tmp_path: Path) -> None:
    answer = "People who travel to work by bicycle on at least three days of each week, " * 5
    file = tmp_path / "r.yaml"
    file.write_text(HEAD + BARS + f'    series:\n      "{answer}": 5\n      "{answer} no": 6\n', encoding="utf-8")
    assert problems(file) == []
    for length, told in ((1010, "this key has 1,010 characters; 1,000 is the most"), (1100, "what stands before this")):
        file.write_text(HEAD + BARS + f"    series:\n      {'a' * length}: 5\n      b: 6\n", encoding="utf-8")
        ((message, place),) = problems(file)
        assert message.startswith(told) and place.line == 10


def test_two_names_that_look_alike_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "r.yaml"
    file.write_text(HEAD + BARS + "    series: {Luton: 5, Lu\u00adton: 6}\n", encoding="utf-8")
    (message, _), *_ = problems(file)
    assert message == "two names look alike, `Luton`: they differ in characters that leave no mark"


def test_a_file_is_found_whose_name_has_its_accents_apart(tmp_path: Path) -> None:
    """As a Mac writes them."""
    (tmp_path / "kra\u0301kow.csv").write_text("k,v\nLuton,9\nLeeds,5\n", encoding="utf-8")
    file = tmp_path / "r.yaml"
    for name in ("kr\u00e1kow.csv", "kra\u0301kow.csv"):
        file.write_text(HEAD + BARS + f"    data: {name}\n    x: k\n    y: v\n", encoding="utf-8")
        assert problems(file) == []


def test_the_rest_is_not_called_by_three_dots(tmp_path: Path) -> None:
    """In a language that the program has no words for."""
    file = tmp_path / "r.yaml"
    series = "    alt: Posti\n    top: 2\n    series: {Roma: 9, Milano: 8, Napoli: 7, Torino: 5}\n"
    file.write_text(HEAD.replace("en-GB", "it") + BARS + series, encoding="utf-8")
    assert [(message, place.line) for message, place in problems(file)] == [
        ("there are no words for language `it` yet, so the sum of the rest cannot be named", 10)
    ]
