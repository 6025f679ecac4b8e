"""Tags: the tree of a page as text, and what must hold of every file: all that is drawn is marked, once, and well nested."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path as File
from typing import Any

import pikepdf
import pytest
from pdf_samples import INK, SANS, TEAL, Drawing, line, rendered
from tag_reader import dump, heard, read_content, read_tags

from reportgen.geometry import Rect
from reportgen.page import (
    BAND_ROW,
    LEGEND_ROW,
    NOTE_CELL,
    NOTE_ROW,
    PLACES_ROW,
    Box,
    Cell,
    FigureBox,
    Group,
    LinkArea,
    PathBox,
    Role,
    TextRun,
    artifact,
    box_path,
)
from reportgen.pdf.draw import without_links
from reportgen.pipeline import load, load_brand, render
from reportgen.text.shaper import shape

ROOT = File(__file__).parents[2]
GOLDEN = File(__file__).with_name("south-east-midlands.tags.txt")
FOLDERS = ("content", "tests/cases", "tests/verapdf/pages")
REPORTS = [path for folder in FOLDERS for path in sorted((ROOT / folder).glob("*.yaml"))]
SPOT = Rect(40, 50, 80, 40)
TABLE = (("When", "Value"), ("2010", "913"), ("2011", "950"), ("Now", "1,025"))

every_file = pytest.mark.parametrize("edition", ["screen", "print"])
every_report = pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)


@cache
def built(report: File, edition: str) -> bytes:
    loaded = load(report)
    return render(loaded, load_brand(loaded.brand), edition)


def tree(*boxes: Box, **more: Any) -> str:
    """The tree of a small page, without its Document."""
    lines = dump(rendered(*boxes, **more)).splitlines()
    assert lines[0] == "Document"
    return "\n".join(text[2:] for text in lines[1:])


def words(text: str, y: float = 100.0) -> TextRun:
    return line(text, y=y)


def figure(make: Callable[[float, float], Sequence[Any]], **more: Any) -> Group:
    return Group(Role.FIGURE, (FigureBox(SPOT, Drawing(make)),), **{"alt": "A drawing", **more})


def shape_artist() -> Any:
    from matplotlib.patches import Rectangle

    return Rectangle((0, 0), 20, 20, facecolor=TEAL.unit_srgb, edgecolor="none")


def label(text: str, cell: Cell | None) -> Any:
    """An artist that draws a label for a cell."""
    from reportgen.figures.base import Label
    from reportgen.figures.drawing.artists import SetLabel
    from reportgen.text.setting import PlacedRun, SetLine
    from reportgen.text.spans import Span

    run = shape(text, SANS, 9)
    return SetLabel(Label(5, 5, SetLine((PlacedRun(0, run, Span(text)),), run.width, text), INK, cell=cell))


def test_the_tree_of_the_sample() -> None:
    """`python tests/tag_reader.py output/south-east-midlands.pdf` prints the golden file anew."""
    assert dump(built(REPORTS[0], "screen")) == GOLDEN.read_text(encoding="utf-8")


def test_the_print_edition_says_the_same_and_has_no_live_links() -> None:
    screen, printed = (built(REPORTS[0], edition) for edition in ("screen", "print"))
    assert heard(printed) == heard(screen)
    assert "Link" in dump(screen) and "Link" not in dump(printed) and "→" not in dump(printed)


@every_report
@every_file
def test_everything_that_is_drawn_is_marked_once_and_well_nested(report: File, edition: str) -> None:
    with pikepdf.open(io.BytesIO(built(report, edition))) as file:
        content = read_content(file.pages[0])
    assert (content.faults, content.stray) == ([], [])
    assert sorted(content.texts) == list(range(len(content.texts)))


@every_report
@every_file
def test_the_tree_and_the_page_point_to_each_other(report: File, edition: str) -> None:
    with pikepdf.open(io.BytesIO(built(report, edition))) as file:
        root, page = file.Root.StructTreeRoot, file.pages[0]
        contents = read_content(page).texts
        assert (bool(file.Root.MarkInfo.Marked), page.StructParents, str(page.Tabs)) == (True, 0, "/S")
        numbers = list(root.ParentTree.Nums)
        parents = dict(zip(map(int, numbers[0::2]), numbers[1::2], strict=True))
        assert list(parents) == list(range(int(root.ParentTreeNextKey)))
        assert len(parents[0]) == len(contents)
        found: list[int] = []
        stack: list[tuple[Any, Any]] = [(root.K, root)]
        while stack:
            element, above = stack.pop()
            assert element.P.objgen == above.objgen
            kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
            for kid in kids:
                if isinstance(kid, int):
                    assert (parents[0][kid].objgen, element.Pg.objgen) == (element.objgen, page.obj.objgen)
                    found.append(kid)
                elif kid.get("/Type") == "/OBJR":
                    assert parents[int(kid.Obj.StructParent)].objgen == element.objgen
                else:
                    stack.append((kid, element))
        assert sorted(found) == sorted(contents)
        assert len(parents) - 1 == len(page.get("/Annots", []))


@every_report
@every_file
def test_what_pdf_ua_asks_of_the_elements(report: File, edition: str) -> None:
    elements = list(read_tags(built(report, edition)).walk())
    roles = [element.role for element in elements]
    assert roles.count("H1") == 1
    assert next(role for role in roles if role in ("H1", "H2")) == "H1"
    for element in elements:
        kids = [kid.role for kid in element.kids if not isinstance(kid, str | tuple)]
        assert element.kids, element
        if element.role == "Figure":
            assert element.alt and str(element.attributes["Placement"]) == "/Block"
            left, bottom, right, top = (float(value) for value in element.attributes["BBox"])
            assert left < right and bottom < top
            assert "".join(kid for kid in element.kids if isinstance(kid, str)) == ""  # no type is hidden by the Alt
        if element.role == "Table":
            assert set(kids) == {"TR"}
        if element.role == "TR":
            assert kids[0] == "TH"
        if element.role == "TH":
            assert str(element.attributes["Scope"]) in ("/Row", "/Column")
        if element.role == "L":
            assert (set(kids), str(element.attributes["ListNumbering"])) == ({"LI"}, "/None")
        if element.role == "LI":
            assert kids == ["LBody"]
        if element.role == "Note":
            assert element.identifier
    assert len({element.identifier for element in elements if element.identifier}) == roles.count("Note")


def test_paragraphs_headings_and_lists() -> None:
    item = Group(Role.ITEM, (Group(Role.BODY, (words("one", 60),)),))
    boxes = (Group(Role.HEADING_1, (words("Title", 20),)), Group(Role.PARAGRAPH, (words("Text", 40),)))
    assert tree(Group(Role.SECTION, boxes), Group(Role.LIST, (item,))) == (
        'Sect\n  H1\n    "Title"\n  P\n    "Text"\nL ListNumbering=None\n  LI\n    LBody\n      "one"'
    )


def test_lines_of_a_paragraph_are_one_content_and_keep_their_words_apart() -> None:
    assert tree(Group(Role.PARAGRAPH, (words("one ", 20), words("two-", 40), words("three", 60)))) == (
        'P\n  "one two-three"'
    )


def test_decoration_is_passed_over_also_within_a_paragraph() -> None:
    bar = artifact(PathBox(box_path(SPOT), fill=TEAL), Group(Role.PARAGRAPH, (words("nothing", 90),)))
    assert tree(Group(Role.PARAGRAPH, (words("£5m ", 20), bar, words("to us", 40)))) == 'P\n  "£5m " "to us"'
    assert tree(bar, Group(Role.PARAGRAPH, (words("here"),))) == 'P\n  "here"'


def test_groups_that_hold_nothing_are_left_out() -> None:
    empty = Group(
        Role.SECTION, (Group(Role.LIST, (Group(Role.ITEM, ()),)), artifact(PathBox(box_path(SPOT), fill=TEAL)))
    )
    assert tree(empty, Group(Role.PARAGRAPH, (words("here"),)), empty) == 'P\n  "here"'


def test_a_page_without_anything_has_no_elements() -> None:
    with pikepdf.open(io.BytesIO(rendered())) as file:
        assert "/K" not in file.Root.StructTreeRoot


def test_a_language_is_named_where_it_changes() -> None:
    inner = (Group(Role.PARAGRAPH, (words("Wort", 20),), language="de-DE"), Group(Role.PARAGRAPH, (words("word", 40),)))
    german = Group(Role.SECTION, inner, language="de-DE")
    english = Group(Role.PARAGRAPH, (words("word", 60),), language="en-GB")
    assert tree(german, english) == 'Sect [de-DE]\n  P\n    "Wort"\n  P\n    "word"\nP\n  "word"'
    back = Group(Role.SECTION, (Group(Role.PARAGRAPH, (words("word"),), language="en-GB"),), language="de-DE")
    assert tree(back) == 'Sect [de-DE]\n  P [en-GB]\n    "word"'


def test_a_span_is_an_element_only_where_it_says_something() -> None:
    plain, german = (Group(Role.SPAN, (words("Wort "),), language=language) for language in ("en-GB", "de-DE"))
    assert tree(Group(Role.PARAGRAPH, (plain, Group(Role.SPAN, (words("word"),))))) == 'P\n  "Wort word"'
    assert tree(Group(Role.PARAGRAPH, (german, words("word")))) == 'P\n  Span [de-DE]\n    "Wort "\n  "word"'


def link(*children: Box) -> Group:
    return Group(Role.LINK, children)


def test_a_link_over_two_lines_is_one_link_with_two_areas() -> None:
    areas = [LinkArea(Rect(20, y - 9, 50, 12), "https://example.org/a", "more to read") for y in (40, 60)]
    linked = link(words("more ", 40), areas[0], words("to read", 60), areas[1])
    area = "→ https://example.org/a (more to read)"
    assert tree(Group(Role.PARAGRAPH, (words("See ", 20), linked))) == (
        f'P\n  "See "\n  Link\n    "more to read"\n    {area}\n    {area}'
    )


def test_an_area_outside_a_link_makes_its_own() -> None:
    area = LinkArea(SPOT, "https://example.org/a", "more")
    assert tree(Group(Role.PARAGRAPH, (words("See more"), area))) == (
        'P\n  "See more"\n  Link\n    → https://example.org/a (more)'
    )


def test_without_links_what_was_a_link_is_plain_text() -> None:
    from pdf_samples import page_of

    area = LinkArea(SPOT, "https://example.org/a", "more")
    page = page_of(Group(Role.PARAGRAPH, (words("See "), link(words("more"), area), words("."))))
    (paragraph,) = without_links(page).root.children
    assert isinstance(paragraph, Group)
    assert tree(paragraph) == 'P\n  "See more."'


def test_notes_have_names_and_a_tree_of_names() -> None:
    note = Group(Role.NOTE, (Group(Role.LABEL, (words("¹ "),)), words("Census.")))
    pdf = rendered(
        Group(Role.PARAGRAPH, (words("x"), Group(Role.REFERENCE, (words("¹"),)))), Group(Role.PARAGRAPH, (note, note))
    )
    with pikepdf.open(io.BytesIO(pdf)) as file:
        names = list(file.Root.StructTreeRoot.IDTree.Names)
        assert [str(name) for name in names[0::2]] == [str(element.ID) for element in names[1::2]]
        assert [str(element.S) for element in names[1::2]] == ["/Note", "/Note"]
        assert str(names[0]) < str(names[2])
    assert "Reference\n" in dump(pdf)


def test_drawn_labels_are_the_cells_of_a_table_beside_the_figure() -> None:
    def artists(width: float, height: float) -> list[Any]:
        cells: list[tuple[str, Cell]] = [("2010", (1, 0)), ("913", (1, 1)), ("Now", (3, 0)), ("1,025", (3, 1))]
        return [shape_artist(), *(label(*cell) for cell in cells), shape_artist(), label("From zero.", NOTE_CELL)]

    assert tree(figure(artists, table=TABLE, alt="Two columns: 913 and 1,025")) == (
        'Figure Placement=Block at 40 110 120 150 alt="Two columns: 913 and 1,025"\n'
        'Table\n'
        '  TR\n    TH Scope=Column\n      Span says "When"\n    TH Scope=Column\n      Span says "Value"\n'
        '  TR\n    TH Scope=Row\n      "2010"\n    TD\n      "913"\n'
        '  TR\n    TH Scope=Row\n      Span says "2011"\n    TD\n      Span says "950"\n'
        '  TR\n    TH Scope=Row\n      "Now"\n    TD\n      "1,025"\n'
        'P\n  "From zero."'
    )  # fmt: skip


def test_a_header_that_is_drawn_is_the_header() -> None:
    def artists(width: float, height: float) -> list[Any]:
        return [label("When", (0, 0)), label("2010", (1, 0))]

    assert tree(figure(artists, table=TABLE[:2], alt="913")).splitlines()[1:] == [
        "Table",
        "  TR", "    TH Scope=Column", '      "When"', "    TH Scope=Column", '      Span says "Value"',
        "  TR", "    TH Scope=Row", '      "2010"', "    TD", '      Span says "913"',
    ]  # fmt: skip


def test_values_as_a_list_are_read_as_they_are_drawn() -> None:
    def artists(width: float, height: float) -> list[Any]:
        return [shape_artist(), label("913 ", (1, 1)), label("people", (1, 0))]

    table = (("Measure", "Value"), ("people", "913"), ("firms", "12"))
    assert tree(figure(artists, table=table, listed=True)).splitlines()[1:] == [
        "L ListNumbering=None", "  LI", "    LBody", '      "913 people"', "  LI", "    LBody", '      Span says "firms 12"',
    ]  # fmt: skip


def test_a_table_of_which_nothing_is_drawn_is_whole() -> None:
    def artists(width: float, height: float) -> list[Any]:
        return [shape_artist()]

    lines = tree(figure(artists, table=TABLE, alt="From 913 to 1,025")).splitlines()
    said = re.findall('says "(.*)"', "\n".join(lines))
    assert said == ["When", "Value", "2010", "913", "2011", "950", "Now", "1,025"]


def test_a_single_value_that_is_not_drawn_makes_no_table() -> None:
    def artists(width: float, height: float) -> list[Any]:
        return [shape_artist()]

    assert "Table" not in tree(figure(artists, table=TABLE[:2], alt="A bar shows 913."))


def test_a_legend_and_places_are_lists_and_bands_and_notes_are_paragraphs() -> None:
    def artists(width: float, height: float) -> list[Any]:
        shown: list[tuple[str, Cell]] = [
            ("2010", (1, 0)), ("913", (1, 1)), ("Cut at 2. ", (NOTE_ROW, 0)), ("South", (LEGEND_ROW, 1)),
            ("North", (LEGEND_ROW, 0)), ("usual ", (BAND_ROW, 2)), ("Hill", (PLACES_ROW, 0)), ("A break", (NOTE_ROW, 1)),
            ("5 to 9", (BAND_ROW, 2)),
        ]  # fmt: skip
        return [shape_artist(), *(label(*each) for each in shown)]

    found = tree(figure(artists, table=TABLE[:2], alt="A drawing.")).splitlines()
    listed = ["L ListNumbering=None", "  LI", "    LBody"]
    assert found[found.index("L ListNumbering=None") :] == [
        *(*listed, '      "North"', "  LI", "    LBody", '      "South"'),
        *(*listed, '      "Hill"'),
        *("P", '  "usual " "5 to 9"'),
        *("P", '  "Cut at 2. "', "P", '  "A break"'),
    ]


def test_the_values_are_in_the_language_of_the_figure() -> None:
    def artists(width: float, height: float) -> list[Any]:
        return [shape_artist(), label("2010", (1, 0)), label("913", (1, 1)), label("Skala", NOTE_CELL)]

    found = tree(figure(artists, table=TABLE[:2], language="de-DE"))
    assert [text.split()[:2] for text in found.splitlines() if not text.startswith(" ")] == [
        ["Figure", "[de-DE]"], ["Table", "[de-DE]"], ["P", "[de-DE]"],
    ]  # fmt: skip


def test_a_label_for_a_cell_that_there_is_not_stays_in_the_figure() -> None:
    def artists(width: float, height: float) -> list[Any]:
        return [label("loose", (9, 9)), label("free", None)]

    assert tree(figure(artists)).endswith('alt="A drawing"\n  "loosefree"')


def test_a_whole_matplotlib_figure_is_one_figure() -> None:
    def artists(width: float, height: float) -> list[Any]:
        from matplotlib.figure import Figure

        made = Figure(figsize=(width / 72, height / 72))
        made.patch.set_alpha(0)
        made.text(0.1, 0.1, "inside", color=INK.unit_srgb, fontfamily="Source Sans 3", fontsize=8)
        made.add_artist(shape_artist())
        return [made]

    assert tree(figure(artists)) == 'Figure Placement=Block at 40 110 120 150 alt="A drawing"\n  "inside"'


def test_clips_of_a_figure_are_nested_with_its_labels() -> None:
    def artists(width: float, height: float) -> list[Any]:
        from matplotlib.patches import Rectangle

        clipped = [shape_artist() for _ in range(3)]
        for index, artist in enumerate(clipped):
            artist.set_clip_path(Rectangle((0, 0), 5 + index, 5))
        return [clipped[0], label("2010", (1, 0)), clipped[1], clipped[2], label("913", (1, 1))]

    pdf = rendered(figure(artists, table=TABLE[:2]))
    with pikepdf.open(io.BytesIO(pdf)) as file:
        content = read_content(file.pages[0])
    assert (content.faults, content.stray) == ([], [])
    assert [text for text in content.texts.values() if text] == ["2010", "913"]


@pytest.mark.parametrize("alt", ["(\\)", "a\nb", "Größe – m²", "\U0001d4b3", ")>>endobj", "\x00\x07"])
def test_any_alternative_text_is_read_as_it_was_written(alt: str) -> None:
    mark = PathBox(box_path(SPOT), fill=TEAL)
    tags = read_tags(rendered(Group(Role.FIGURE, (mark,), alt=alt)))
    assert [element.alt for element in tags.walk() if element.role == "Figure"] == [alt]


def test_the_box_of_a_figure_is_round_its_marks() -> None:
    curve = PathBox((("M", 10, 20), ("C", 10, 0, 90, 0, 90, 20)), stroke=TEAL, line_width=4)
    assert "at -2 178 102 202" not in tree(Group(Role.FIGURE, (curve,), alt="A curve"))
    assert tree(Group(Role.FIGURE, (curve,), alt="A curve")).splitlines()[0] == (
        'Figure Placement=Block at 8 178 92 202 alt="A curve"'
    )
    framed = Group(Role.FIGURE, (curve,), alt="A curve", frame=SPOT)
    assert "at 40 110 120 150" in tree(framed)
