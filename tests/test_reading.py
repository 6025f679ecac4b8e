"""What is read aloud: the text of the tree is the text of the report, in its order, with what its figures say; no more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from tag_reader import heard, read_tags

from reportgen.brand import Brand
from reportgen.content.report import Photo, Report
from reportgen.page import Group, Role
from reportgen.pipeline import compose, load, load_brand, render
from reportgen.problems import ReportError
from reportgen.text.printed_links import with_addresses
from reportgen.text.spans import Rich, Source, plain
from reportgen.text.words import words

ROOT = Path(__file__).parents[1]
FOLDERS = ("tests/cases", "tests/verapdf/pages")
MADE = sorted(path for folder in FOLDERS for path in (ROOT / folder).glob("*.yaml"))
SHIPPED = [ROOT / "content/south-east-midlands.yaml", ROOT / "content/gallery/health-trust.yaml"]
CASES = {path.stem: path for path in [*SHIPPED, *MADE]}
NOTES = "notes-and-links"
SUPERIORS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@cache
def report(name: str) -> Report:
    return load(CASES[name])


@cache
def brand(name: str) -> Brand:
    return load_brand(report(name).brand)


@cache
def built(name: str, edition: str = "screen") -> bytes:
    return render(report(name), brand(name), edition)


every_report = pytest.mark.parametrize("name", CASES)


def alternative(name: str, source: str) -> str:
    """The alternative text that layout gives to the figure of a source."""
    found = [box.alt for box, *_ in compose(report(name), brand(name)).walk() if isinstance(box, Group) and box.source == source and box.role is Role.FIGURE]  # fmt: skip
    assert len(found) == 1
    return found[0]


def spoken(name: str) -> Iterator[str]:
    """What a page says, from its YAML: every text in order, and each figure's description after its number or title."""
    told = report(name)
    yield from map(text, [told.kicker, told.title, *told.intro])
    order = sorted(BLOCKS, key=lambda key: told.order.index(key) if key in told.order else len(told.order))
    beside_title = "place" if told.place else "photo"
    for key in [beside_title, *(key for key in order if key != beside_title)]:
        yield from BLOCKS[key](name)
    yield from (logo.alt for logo in told.logos)
    yield from foot(told)


def place(name: str) -> Iterator[str]:
    told = report(name)
    if told.place:
        yield alternative(name, "place")
        marks = [""] * (len(told.place.statistics) - 1) + [mark(told, told.place.source)]
        for one, note in zip(told.place.statistics, marks, strict=True):
            yield f"{one.datum.text} {plain(one.label)}{note}"


def statistics(name: str) -> Iterator[str]:
    told = report(name)
    for one in told.statistics:
        yield f"{one.datum.text} {text(one.label)}{mark(told, one.source)}"
        if one.figure:
            yield alternative(name, one.path)
        yield text(one.caption)
        yield one.note if one.figure else ""


def figures(name: str) -> Iterator[str]:
    told = report(name)
    for one in told.figures:
        note = mark(told, one.source)
        yield text(one.title) + ("" if one.caption else note)
        yield alternative(name, one.path)
        yield text(one.caption) + (note if one.caption else "")
        yield one.note


def highlights(name: str) -> Iterator[str]:
    told = report(name)
    if told.blocks.get("highlights"):
        yield text(told.blocks.get("highlights").title)
        for item in told.blocks.get("highlights").items:
            amount = f"{item.amount.text} " if item.amount else ""
            yield f"{amount}{text(item.text)}{mark(told, item.source)}"


def case_study(name: str) -> Iterator[str]:
    told = report(name)
    if told.blocks.get("case_study"):
        case = told.blocks.get("case_study")
        yield from [case.kicker or words(case.language)["case_study"], text(case.title)]
        yield from paragraphs(told, case.text, case.source)
        if case.photo:
            yield from photograph(name, case.photo)


def quote(name: str) -> Iterator[str]:
    told = report(name)
    if told.blocks.get("quote"):
        yield from [
            *paragraphs(told, told.blocks.get("quote").text, told.blocks.get("quote").source),
            text(told.blocks.get("quote").who),
        ]


def sections(name: str) -> Iterator[str]:
    told = report(name)
    for one in told.blocks.get("sections", ()):
        yield from [text(one.title), *paragraphs(told, one.text, one.source)]


def page_photograph(name: str) -> Iterator[str]:
    photo = report(name).photo
    yield from photograph(name, photo) if photo else ()


BLOCKS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "place": place,
    "photo": page_photograph,
    "statistics": statistics,
    "figures": figures,
    "highlights": highlights,
    "case_study": case_study,
    "quote": quote,
    "sections": sections,
}
"""What each block of a page says; those that a file does not name stand in this order."""


def paragraphs(told: Report, found: Sequence[Rich], source: tuple[Source, ...]) -> list[str]:
    return [*map(text, found[:-1]), f"{text(found[-1])}{mark(told, source)}"]


def foot(told: Report) -> Iterator[str]:
    """The closing words, the link with its code, and the small print, wherever on the foot it stands."""
    yield from map(text, told.closing)
    if told.link:
        yield f"{text(told.link.text)} {told.link.shown}"
    yield text(told.foot.request)
    if told.link:
        yield words(told.link.language).get("qr_alt", url=told.link.url)
    for source in told.sources:
        yield f"{mark(told, (source,))} {text(source.rich) or source.text}".strip()
    parts = [text(part) for part in (told.foot.publisher, told.foot.contact, told.foot.reference)]
    yield " · ".join(part for part in [*parts, told.foot.date] if part)


def photograph(name: str, photo: Photo) -> Iterator[str]:
    yield photo.alt
    if photo.credit:
        yield words(photo.language).get("photo_credit", credit=photo.credit)


def text(rich: Rich) -> str:
    return " ".join(plain(with_addresses(rich)).replace("\u00ad", "").split())


def mark(told: Report, sources: tuple[Source, ...]) -> str:
    numbers = [str(told.sources.index(source) + 1).translate(SUPERIORS) for source in sources]
    return "\N{THIN SPACE}".join(numbers) if len(told.sources) > 1 else ""


def sentences(name: str, edition: str = "screen") -> list[str]:
    """What is heard outside the cells of tables."""
    return [words for role, words in heard(built(name, edition)) if role not in ("TH", "TD")]


def is_of_a_scale(name: str, heard_words: str) -> bool:
    """Whether it is the figure's own line under a scale that is cut; the report does not have its number."""
    before, after = words(report(name).language).get("scale_starts_at", value="|").split("|")
    return re.fullmatch(f"{re.escape(before)}.{{1,20}}{re.escape(after)}", heard_words) is not None


@every_report
@pytest.mark.parametrize("edition", ["screen", "print"])
def test_what_is_heard_is_the_report_in_its_order(name: str, edition: str) -> None:
    said = [words for words in sentences(name, edition) if not is_of_a_scale(name, words)]
    assert said == [" ".join(words.split()) for words in spoken(name) if words]


def test_the_sample_as_it_is_heard() -> None:
    """The beginning, which the README shows."""
    assert [(role, words) for role, words in heard(built("south-east-midlands"))][5:17] == [
        ("LBody", "2,017,000 people"),
        ("LBody", "93,690 businesses"),
        ("P", "1,025,000 people in employment, an increase of 111,400 since 2010."),
        (
            "Figure",
            "The value rose from 913,600 in 2010 to 1,025,000 now, up 111,400 (12%).",
        ),
        ("TH", "When"),
        ("TH", "Value"),
        ("TH", "2010"),
        ("TD", "913,600"),
        ("TH", "Now"),
        ("TD", "1,025,000"),
        ("TH", "Change"),
        ("TD", "+12%"),
    ]


@every_report
def test_every_value_of_a_figure_can_be_heard(name: str) -> None:
    """In a cell, an item or a sentence: in the alternative text alone it would be lost to who goes from word to word."""
    cells = [words for role, words in heard(built(name)) if role != "Figure"]
    for box, *_ in compose(report(name), brand(name)).walk():
        if isinstance(box, Group) and box.role is Role.FIGURE:
            for row in box.table[1:]:
                for value in row[1:]:
                    assert any(" ".join(value.split()) in cell for cell in cells), (box.source, value)


def test_every_point_of_a_line_is_a_row() -> None:
    table = next(tag for tag in read_tags(built(NOTES)).walk() if tag.role == "Table")
    rows = [tuple(cell.text for cell in row.kids) for row in table.kids]
    assert rows == [
        ("Year", "Value"), ("2010", "240"), ("2011", "250"), ("2012", "255"), ("2013", "not available"), ("2014", "260"),
        ("2015", "265"), ("2016", "280"), ("2017", "290"), ("2018", "300"),
        ("Change", "up 25%"),
    ]  # fmt: skip


@every_report
@pytest.mark.parametrize("edition", ["screen", "print"])
def test_what_is_extracted_is_what_is_printed_and_each_word_once(name: str, edition: str) -> None:
    """PDFium's text of the page against the drawn text of the tree: no invisible second copy, nothing outside it."""
    printed = Counter(squeezed(drawn_text(read_tags(built(name, edition)))))
    assert Counter(squeezed(extracted(built(name, edition)))) == printed
    assert Counter(squeezed(page_text(name))) <= printed


def squeezed(found: str) -> str:
    """The letters of a text: where a line ends a space may be lost to an extractor that goes by the place of glyphs."""
    return re.sub(r"[\s\u00ad\ufffe\u0002]", "", found)


def drawn_text(tag: object) -> str:
    kids = getattr(tag, "kids", [])
    return "" if getattr(tag, "actual", None) is not None else "".join(kid if isinstance(kid, str) else drawn_text(kid) for kid in kids)  # fmt: skip


def page_text(name: str) -> str:
    from reportgen.page import TextRun

    return "".join(box.run.text for box, *_ in compose(report(name), brand(name)).walk() if isinstance(box, TextRun))


def extracted(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    found: str = document[0].get_textpage().get_text_range()
    document.close()
    return found


@every_report
def test_words_do_not_run_together(name: str) -> None:
    """The tree's own text, with nothing put between the marked contents of a block, has the words of the report."""
    wanted = Counter(" ".join(words for words in spoken(name) if words).split())
    said = Counter(" ".join(words for words in sentences(name) if not is_of_a_scale(name, words)).split())
    assert said == wanted


def test_parts_in_another_language_say_so() -> None:
    found = [(tag.role, tag.language) for tag in read_tags(built(NOTES)).walk() if tag.language]
    assert found == [
        ("Figure", "de-DE"),
        ("L", "de-DE"),
        ("P", "de-DE"),
        ("Figure", "de-DE"),
        ("Table", "de-DE"),
        ("P", "de-DE"),
        ("Sect", "de-DE"),
    ]


def test_notes_and_what_refers_to_them() -> None:
    tags = list(read_tags(built(NOTES)).walk())
    assert [tag.text for tag in tags if tag.role == "Reference"] == ["²", "¹", "³"]
    assert [tag.text for tag in tags if tag.role == "Note"] == [
        "¹\N{NO-BREAK SPACE}Boundaries of 2016.",
        "²\N{NO-BREAK SPACE}Timetable, see here (example.org/timetable), 2018.",
        "³\N{NO-BREAK SPACE}Budget 2018.",
    ]


def test_a_private_use_character_is_refused_because_nobody_can_read_it_aloud() -> None:
    told = load({"brand": "industrial-strategy", "language": "en", "title": "A \ue000 mark"})
    with pytest.raises(ReportError) as caught:
        compose(told, load_brand("industrial-strategy"))
    assert "U+E000" in str(caught.value)
