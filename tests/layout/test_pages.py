"""Pages: what holds of every page, on the sample and on all cases in both brands."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

import pytest
import segno
from layout_samples import (
    BRANDS,
    GOLDEN,
    PAGES,
    Placed,
    around,
    brand,
    figure_in,
    ink,
    page,
    paragraphs,
    placed,
    report,
    roles,
    text_of,
)

from reportgen.content.report import Report
from reportgen.figures.bars.amount import AmountBar
from reportgen.figures.bars.change import Change
from reportgen.geometry import Rect
from reportgen.layout.grid import ColumnGrid
from reportgen.page import FigureBox, Group, LinkArea, PathBox, PictureBox, Role, TextRun
from reportgen.text.printed_links import with_addresses
from reportgen.text.spans import Rich, plain
from reportgen.text.words import words

every_page = pytest.mark.parametrize(("name", "look"), PAGES)
SMALL = 0.02
SMALL_PRINT = re.compile(r"publisher|(.+\.)?source(\[\d+\])?")


def test_the_page_of_the_sample() -> None:
    """`python tests/layout/layout_samples.py --update` writes the golden file anew."""
    assert f"{page('sample')}\n" == GOLDEN.read_text(encoding="utf-8")


@every_page
def test_everything_is_on_the_sheet_and_grounds_at_its_edge_reach_the_bleed(name: str, look: str) -> None:
    sheet = page(name, look)
    trim = Rect(0, 0, sheet.width, sheet.height)
    bleed = trim.inset(-sheet.bleed)
    for one in placed(sheet.root):
        box = ink(one.box)
        if trim.inset(0.5).holds(box, 0):
            continue
        assert isinstance(one.box, PathBox) and one.box.fill, one
        assert (box.x, box.right) == pytest.approx((bleed.x, bleed.right))
        for touches, edge, wanted in (
            (box.y < 0.5, box.y, bleed.y),
            (box.bottom > trim.bottom - 0.5, box.bottom, bleed.bottom),
        ):
            assert not touches or edge == pytest.approx(wanted)


@every_page
def test_type_and_figures_keep_to_the_margins(name: str, look: str) -> None:
    sheet, margin = page(name, look), brand(look).format.margin
    inner = Rect(margin, margin * 0.5, sheet.width - 2 * margin, sheet.height - margin)
    for one in placed(sheet.root):
        if isinstance(one.box, TextRun | FigureBox | PictureBox | LinkArea):
            assert inner.holds(ink(one.box), 0.1 if isinstance(one.box, TextRun) else SMALL), one.box


@every_page
def test_nothing_stands_on_anything_else(name: str, look: str) -> None:
    solid = [
        ink(one.box) for one in placed(page(name, look).root) if isinstance(one.box, TextRun | FigureBox | PictureBox)
    ]
    for one, other in combinations(solid, 2):
        assert not one.meets(other, 0.1), (one, other)


@every_page
def test_paragraphs_side_by_side_keep_apart(name: str, look: str) -> None:
    found = paragraphs(page(name, look).root)
    columns = [around([ink(run) for run in runs]) for group, runs in found if group.role is not Role.LABEL]
    for one, other in combinations(columns, 2):
        level = min(one.bottom, other.bottom) - max(one.y, other.y) > 1
        apart = max(one.x, other.x) - min(one.right, other.right)
        assert not level or apart >= 5, (one, other)


@every_page
def test_paragraphs_begin_on_a_column_or_a_padding(name: str, look: str) -> None:
    look_of = brand(look)
    grid = ColumnGrid(look_of.format)
    edges = [look_of.format.margin + grid.offset(index) for index in range(12)]
    right = look_of.format.width - look_of.format.margin
    paddings = {brand(look).at_step(step).spaces.padding.normal for step in range(len(look_of.steps.text))}
    for group, runs in paragraphs(page(name, look).root):
        lines: dict[float, list[TextRun]] = {}
        for run in runs:
            lines.setdefault(round(run.y, 3), []).append(run)
        for line in lines.values():
            left, end = min(run.x for run in line), max(ink(run).right for run in line)
            starts = any(abs(left - edge) < SMALL for edge in edges)
            padded = any(abs(left - edge - padding) < SMALL for edge in edges for padding in paddings)
            in_box = "case_study" in group.source
            noted = group.role in (Role.LABEL, Role.SPAN) and is_small_print(group)  # notes may share a line
            at_right = is_small_print(group) and abs(end - right) < 0.1
            assert starts or (padded and in_box) or noted or at_right, text_of(line)


@every_page
def test_rows_of_statistics_begin_and_stand_level(name: str, look: str) -> None:
    boxes = placed(page(name, look).root)
    cells: dict[str, list[Placed]] = {}
    for one in boxes:
        if match := re.match(r"statistics\[\d+\]", one.source):
            cells.setdefault(match[0], []).append(one)
    rows: dict[float, list[list[Placed]]] = {}
    for cell in cells.values():
        rules = [
            ink(one.box)
            for one in boxes
            if one.groups[-1].role is Role.ARTIFACT and cell[0].groups[:-1] == one.groups[:-1]
        ]
        top = min([*(rule.y for rule in rules), *(ink(one.box).y for one in cell)])
        rows.setdefault(round(top, 2), []).append(cell)
    for row in rows.values():
        first_lines = {round(min(one.box.y for one in cell if isinstance(one.box, TextRun)), 2) for cell in row}
        base_lines = {
            round(ink(one.box).bottom - figure.foot, 2)
            for cell in row
            for one in cell
            if (figure := figure_in(one.box)) and not isinstance(figure, AmountBar)  # a bar keeps to its number
        }
        assert len(first_lines) == 1
        assert len(base_lines) <= 1


@every_page
def test_one_first_heading_and_the_others_under_it(name: str, look: str) -> None:
    headings = [role for role in roles(page(name, look).root) if role in (Role.HEADING_1, Role.HEADING_2)]
    found = report(name)
    wanted = [
        found.blocks.get("highlights") is not None and bool(found.blocks.get("highlights").title),
        found.blocks.get("case_study") is not None,
    ]
    count = sum(wanted) + len(found.figures) + len(found.blocks.get("sections", ()))
    assert headings == [Role.HEADING_1, *[Role.HEADING_2] * count]


@every_page
def test_lists_and_figures_are_what_their_roles_say(name: str, look: str) -> None:
    def check(group: Group) -> None:
        children = [child for child in group.children if isinstance(child, Group)]
        inner = {child.role for child in children} - {Role.ARTIFACT}
        if group.role is Role.LIST:
            assert inner == {Role.ITEM}
        if group.role is Role.ITEM:
            assert inner == {Role.BODY}
        if group.role is Role.FIGURE:
            assert group.alt.strip() and group.source
        assert (group.role is Role.DOCUMENT) == (group is page(name, look).root)
        for child in children:
            check(child)

    check(page(name, look).root)


@every_page
def test_no_type_is_without_a_paragraph_and_no_decoration_without_its_mark(name: str, look: str) -> None:
    text_roles = {Role.PARAGRAPH, Role.HEADING_1, Role.HEADING_2, Role.CAPTION}
    for one in placed(page(name, look).root):
        if isinstance(one.box, TextRun):
            assert len([group for group in one.groups if group.role in text_roles]) == 1
        if isinstance(one.box, PathBox):
            assert one.groups[-1].role in (Role.ARTIFACT, Role.FIGURE)
        if isinstance(one.box, FigureBox | PictureBox):
            # The bar of a highlight is decoration: its amount has just been read.
            decoration = one.groups[-1].role is Role.ARTIFACT and one.source.startswith("highlights.items")
            assert one.groups[-1].role is Role.FIGURE or decoration


@every_page
def test_every_text_of_the_report_stands_on_the_page_once_and_nothing_else_does(name: str, look: str) -> None:
    found = Counter(re.sub(r"[⁰¹²³⁴-⁹]+$| \(\d\)$", "", text_of(runs)) for _, runs in paragraphs(page(name, look).root))
    wanted = Counter(" ".join(text.split()) for text in texts_of(report(name)) if text.strip())
    notes = {text_of(runs) for group, runs in paragraphs(page(name, look).root) if is_small_print(group)}
    stripped = {re.sub(r"[⁰¹²³⁴-⁹]+$| \(\d\)$", "", note) for note in notes}
    assert Counter({text: count for text, count in found.items() if text not in stripped}) == wanted
    small = " ".join(notes)
    for source in report(name).sources:
        assert small.count(source.text) == 1
    foot = report(name).foot
    for part in (plain(foot.publisher), plain(foot.contact), plain(foot.reference), foot.date):
        assert part in small


def is_small_print(group: Group) -> bool:
    return SMALL_PRINT.fullmatch(group.source) is not None


def texts_of(found: Report) -> list[str]:
    """Every paragraph that a report's page has, small print and figures' labels apart."""
    texts: list[Rich | str] = [found.kicker, found.title, *found.intro]
    for statistic in found.statistics:
        texts += [statistic.datum.text, statistic.label, statistic.caption, statistic.note if statistic.figure else ""]
    for figure in found.figures:
        texts += [figure.title, figure.caption, figure.note]
    for section in found.blocks.get("sections", ()):
        texts += [section.title, *section.text]
    if found.blocks.get("quote"):
        texts += [*found.blocks.get("quote").text, found.blocks.get("quote").who]
    if found.blocks.get("highlights"):
        texts.append(found.blocks.get("highlights").title)
        for item in found.blocks.get("highlights").items:
            texts += [item.amount.text if item.amount else "", item.text]
    if found.blocks.get("case_study"):
        case = found.blocks.get("case_study")
        texts += [case.kicker or words(found.language)["case_study"], case.title, *case.text]
    texts += found.closing
    if found.link:
        texts.append(f"{plain(found.link.text)} {found.link.shown}")
    texts.append(found.foot.request)
    for photo in (found.photo, found.blocks.get("case_study").photo if found.blocks.get("case_study") else None):
        if photo and photo.credit:
            texts.append(words(found.language).get("photo_credit", credit=photo.credit))
    return [text if isinstance(text, str) else plain(with_addresses(text)) for text in texts]


@every_page
def test_reading_order_is_that_of_the_page(name: str, look: str) -> None:
    shown = [group for group, _ in paragraphs(page(name, look).root)]
    order = ["source" if is_small_print(group) and group.source != "publisher" else key_of(group) for group in shown]
    blocks = list(dict.fromkeys(order))
    body = ("statistics", "figures", "highlights", "case_study", "quote", "sections")
    given = [key for key in report(name).order or body if key in body]
    usual = ["kicker", "title", "intro", "photo", *given, "closing", "link", "request", "source", "publisher"]
    assert blocks == list(dict.fromkeys(block for block in usual if block in blocks))


def key_of(group: Group) -> str:
    return group.source.split(".")[0].split("[")[0]


@every_page
def test_words_that_lead_somewhere_have_an_area(name: str, look: str) -> None:
    boxes = [one.box for one in placed(page(name, look).root)]
    areas = [box for box in boxes if isinstance(box, LinkArea)]
    link = report(name).link
    wanted = ([link.url] if link else []) + (["https://example.org/names"] if name == "pictures" else [])
    assert set(wanted) <= {area.url for area in areas}
    for area in areas:
        run = boxes[boxes.index(area) - 1]
        assert isinstance(run, TextRun)
        assert run.run.text.strip() == area.text
        letters = ink(run)
        assert (area.rect.x, area.rect.width) == pytest.approx((letters.x, letters.width))
        assert area.rect.holds(
            letters, 0.05 * run.run.size + SMALL
        )  # `ink` reaches that much under the deepest letters
        assert area.rect.height <= 1.2 * run.run.size


@every_page
def test_the_code_is_the_link(name: str, look: str) -> None:
    codes = [
        one for one in placed(page(name, look).root) if isinstance(one.box, PathBox) and "QR" in one.groups[-1].alt
    ]
    link = report(name).link
    assert len(codes) == (link is not None)
    if not link:
        return
    (code,), matrix = codes, segno.make(link.url, error="m", micro=False).matrix
    assert code.groups[-1].alt == words(report(name).language).get("qr_alt", url=link.url)
    assert modules(code.box, len(matrix)) == [[bool(module) for module in row] for row in matrix]


def modules(code: object, count: int) -> list[list[bool]]:
    """Which modules of a code are dark."""
    assert isinstance(code, PathBox)
    frame = ink(code)
    step = frame.width / count
    assert frame.height == pytest.approx(frame.width)
    dark = [[False] * count for _ in range(count)]
    for start in range(0, len(code.segments), 5):
        x, y = (float(value) for value in code.segments[start][1:])
        right, bottom = (float(value) for value in code.segments[start + 2][1:])
        assert bottom - y == pytest.approx(step)
        for column in range(round((x - frame.x) / step), round((right - frame.x) / step)):
            dark[round((y - frame.y) / step)][column] = True
    return dark


@pytest.mark.parametrize("look", BRANDS)
def test_a_figure_is_told_in_the_language_of_the_page(look: str) -> None:
    boxes = [one for one in placed(page("german", look).root) if isinstance(one.box, FigureBox)]
    figures = [one for one in boxes if one.groups[-1].role is Role.FIGURE]
    told = "Der Wert stieg von 117.100 im Jahr 2020 auf 125.400 heute, das sind 8.300 (7,1\N{NO-BREAK SPACE}%) mehr."
    assert figures[0].groups[-1].alt == told
    assert isinstance(figure_in(figures[0].box), Change)
    assert {one.groups[-1].table[0][1] for one in figures} == {"Wert"}
