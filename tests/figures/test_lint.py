"""The lint: what it finds in a figure as it is drawn, where, and what it lets pass."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest
from figure_samples import BRANDS, ROOT, brand, report_of
from generated import number, series_of, statistic_of
from lint_samples import bar, label, linted, messages, sketch_page

from reportgen import load
from reportgen.brand import Roles
from reportgen.colour.inks import Ink
from reportgen.colour.vision import DEFICIENCIES, least_difference
from reportgen.content.lint_rules import RULES
from reportgen.content.load_report import load_report
from reportgen.content.report import Statistic
from reportgen.figures.base import Shape
from reportgen.figures.drawing.segments import circle, polyline, rectangle
from reportgen.figures.lint import lint
from reportgen.page import NOTE_CELL
from reportgen.pipeline import compose
from reportgen.problems import Severity
from reportgen.text.spans import Span

ROLES = brand().roles
SAMPLES = [ROOT / "content/south-east-midlands.yaml", *sorted((ROOT / "tests/cases").glob("*.yaml"))]
DISTRICTS = {"Corby": 40, "Luton": 20, "Bedford": 10}


def of_districts(**keys: object) -> Statistic:
    return statistic_of("bars", [series_of(DISTRICTS)], **keys)


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_the_sample_pages_give_no_warning(file: Path, look: str) -> None:
    report = load(file)
    assert lint(compose(report, brand(look)), report, brand(look).roles) == ()


class TestContrast:
    def test_a_mark_that_matters_is_seen_on_its_ground(self) -> None:
        (problem,) = linted([bar(ROLES.header_kicker, 50)])
        assert problem.code == "contrast"
        assert (
            problem.message
            == "a mark in `spot light` on `white` has a contrast of 1.8 to 1, and a mark that matters needs 3"
        )
        assert problem.hint == (
            "choose a darker or a lighter ink for it in the brand, or say why it may be: `allow: {contrast: the reason}`"
        )
        assert problem.severity is Severity.WARNING

    def test_the_ground_is_that_of_the_page_under_the_figure(self) -> None:
        assert linted([bar(ROLES.header_kicker, 50)], ground=ROLES.header_ground) == ()
        (problem,) = linted([bar(ROLES.mark, 50)], ground=ROLES.header_ground)
        assert (
            problem.message
            == "a mark in `accent` on `band` has a contrast of 2.5 to 1, and a mark that matters needs 3"
        )

    def test_a_label_is_read_on_the_bar_under_it(self) -> None:
        on_bar = label("42%", 5, 2, ink=ROLES.text)
        (problem,) = linted([bar(ROLES.mark, 50), on_bar])
        assert problem.message == "“42%” in `ink` on `accent` has a contrast of 2.8 to 1, and type of 8 pt needs 4.5"
        assert linted([bar(ROLES.mark, 50), label("42%", 60, 2)]) == ()

    def test_a_label_that_stands_half_on_its_bar_is_read_on_both(self) -> None:
        white = label("1,025,000", 5, 2, ink=ROLES.paper)
        (problem,) = linted([bar(ROLES.mark, 20), white])
        assert (
            problem.message == "“1,025,000” in `white` on `white` has a contrast of 1 to 1, and type of 8 pt needs 4.5"
        )

    @pytest.mark.parametrize(("size", "bold", "read"), [(13, True, False), (14, True, True), (14, False, False)])
    def test_large_bold_type_needs_less(self, size: float, bold: bool, read: bool) -> None:
        faint = label("12%", 0, 30, ink=ROLES.series_3, size=size, bold=bold)
        assert (linted([faint]) == ()) is read

    def test_a_line_with_a_pale_line_round_it_is_seen_on_a_dark_area(self) -> None:
        line, dark = polyline([(20, 5), (40, 5)]), bar(ROLES.header_ground, 60)
        ink = Shape(line, stroke=ROLES.mark, line_width=0.5)
        assert [problem.code for problem in linted([dark, ink])] == ["contrast"]
        assert linted([dark, Shape(line, stroke=ROLES.paper, line_width=2), ink]) == ()
        assert [each.code for each in linted([dark, Shape(line, stroke=ROLES.paper, line_width=0.6), ink])] == [
            "contrast"
        ]

    def test_a_dot_with_a_pale_outline_is_seen_on_a_dark_area(self) -> None:
        dot, dark = circle(30, 5, 2), bar(ROLES.header_ground, 60)
        assert [problem.code for problem in linted([dark, Shape(dot, fill=ROLES.mark)])] == ["contrast"]
        assert linted([dark, Shape(dot, ROLES.mark, ROLES.paper, 1)]) == ()

    def test_quiet_marks_may_be_pale(self) -> None:
        assert linted([bar(ROLES.mark_quiet, 50), bar(ROLES.gridline, 50, row=1), bar(ROLES.step_1, 50, row=2)]) == ()


class TestColours:
    def test_two_inks_of_one_lightness_are_lost_on_a_grey_copy(self) -> None:
        look = brand()
        red = Ink("red", (190, 60, 60))
        look = replace(look, inks=(*look.inks, red), roles=replace(look.roles, mark_quiet=red))
        report = report_of(statistics=[{"value": 40, "label": "of all.", "figure": "amount", "of": 100}])
        (problem,) = lint(compose(report, look), report, look.roles)
        assert problem.code == "grey-copy"
        assert (
            problem.message
            == "on a grey copy `mark` and `mark quiet` look alike in this figure: their lightness differs by 1"
        )
        assert problem.hint == (
            "let the brand's inks for the two roles differ by 12 or more in L*,"
            " or say why it may be: `allow: {grey-copy: the reason}`"
        )

    def test_areas_that_do_not_meet_in_a_figure_do_not_count(self) -> None:
        look = brand()
        alike = replace(look.roles, mark_quiet=look.roles.mark, locator_here=look.roles.locator_land)
        look = replace(look, roles=alike)
        report = report_of(statistics=[{"value": 4000, "label": "visits.", "figure": "count", "each": 1000}])
        assert lint(compose(report, look), report, look.roles) == ()

    def test_red_and_green_are_one_to_many(self) -> None:
        green, red = Ink("leaf", (110, 140, 60)), Ink("brick", (190, 110, 50))
        statistic = of_districts()
        marks = [bar(green, 80, (1, 1)), bar(red, 40, (2, 1), row=1)]
        found = dict(messages(linted(marks, statistic)))
        assert found["colour-vision"] == (
            "to somebody without green cones (deuteranopia) `leaf` and `brick` look alike in this figure: they differ by 4 (CIEDE2000)"
        )

    def test_marks_that_are_named_where_they_stand_do_not_need_their_colour(self) -> None:
        green, red = Ink("leaf", (110, 140, 60)), Ink("brick", (180, 100, 70))
        names = [label("Corby", 85, 2, (1, 0)), label("Luton", 45, 22, (2, 0))]
        assert linted([bar(green, 80, (1, 1)), bar(red, 40, (2, 1), row=1), *names], of_districts()) == ()

    @pytest.mark.parametrize(("radius", "told"), [(2.4, True), (2.0, False)])
    def test_dots_that_are_clearly_larger_do_not_need_their_colour(self, radius: float, told: bool) -> None:
        slate, coral = Ink("slate", (79, 124, 168)), Ink("coral", (200, 69, 31))
        small, large = circle(10, 10, 1.5), circle(80, 10, radius)
        statistic = statistic_of("spark", [series_of({"2001": 3, "2002": 4})])
        marks = [Shape(small, fill=slate, cell=(1, 1), by="y"), Shape(large, fill=coral, cell=(2, 1), by="y")]
        assert [problem.code for problem in linted(marks, statistic)] == ([] if told else ["grey-copy"])

    def test_a_legend_names_colours_and_not_marks(self) -> None:
        statistic = statistic_of("columns", [series_of(DISTRICTS, name="Men"), series_of(DISTRICTS, name="Women")])
        slate, coral = Ink("slate", (79, 124, 168)), Ink("coral", (200, 69, 31))
        marks = [bar(slate, 40, (1, 1)), bar(coral, 40, (1, 2), row=1)]
        samples = [
            Shape(rectangle(0, 80, 6, 6), fill=slate), label("Men", 8, 80, (0, 1)),
            Shape(rectangle(60, 80, 6, 6), fill=coral), label("Women", 68, 80, (0, 2)),
        ]  # fmt: skip
        beside = [label("Men", 45, 2, (0, 1)), label("Women", 45, 22, (0, 2))]
        assert messages(linted([*marks, *samples], statistic)) == [
            ("grey-copy", "on a grey copy `slate` and `coral` look alike in this figure: their lightness differs by 3")
        ]
        assert linted([*marks, *beside], statistic) == ()

    def test_five_colours_are_too_many(self) -> None:
        names = dict.fromkeys(["Ash", "Beech", "Cedar", "Elm", "Fir"], 10)
        inks = [ROLES.series_1, ROLES.series_2, ROLES.series_3, ROLES.series_4, Ink("wine", (120, 20, 60))]
        marks = [bar(ink, 40, (row, 1), row=row) for row, ink in enumerate(inks, 1)]
        labels = [label(name, 45, 20 * row + 2, (row, 0)) for row, name in enumerate(names, 1)]
        assert messages(linted([*marks, *labels], statistic_of("bars", [series_of(names)]))) == [
            ("categories", "5 categories are told apart by colour, and a reader keeps 4 apart")
        ]
        assert linted([*marks[:4], *labels[:4]], statistic_of("bars", [series_of(names)])) == ()

    @pytest.mark.parametrize("deficiency", DEFICIENCIES)
    def test_a_grey_is_seen_by_everybody_alike(self, deficiency: str) -> None:
        assert all(sum(row) == pytest.approx(1, abs=0.001) for row in DEFICIENCIES[deficiency])
        black, white = Ink("black", (0, 0, 0)), Ink("white", (255, 255, 255))
        assert least_difference(black, white)[0] == pytest.approx(100, abs=1)

    def test_the_classic_pairs(self) -> None:
        """Red and green of equal weight, and blue and green without blue cones, come much nearer to each other."""
        assert least_difference(Ink("red", (200, 60, 60)), Ink("green", (110, 110, 40)))[1] in (
            "protanopia",
            "deuteranopia",
        )
        blue, green = Ink("blue", (0, 120, 160)), Ink("green", (0, 125, 125))
        assert least_difference(blue, green) == (pytest.approx(2, abs=2), "tritanopia")


class TestScales:
    def test_a_bar_out_of_proportion(self) -> None:
        marks = [bar(ROLES.mark, length, (row, 1), row=row - 1) for row, length in enumerate((80, 41, 20), 1)]
        assert messages(linted(marks, of_districts())) == [
            ("proportion", "the mark of 20 (Luton) is 41.00 pt long, and in proportion to the others it would be 40.00")
        ]

    def test_half_a_per_cent_is_let_pass(self) -> None:
        marks = [bar(ROLES.mark, length, (row, 1), row=row - 1) for row, length in enumerate((80, 40.19, 20.019), 1)]
        assert linted(marks, of_districts()) == ()

    def test_bars_that_begin_at_five(self) -> None:
        marks = [bar(ROLES.mark, length, (row, 1), row=row - 1) for row, length in enumerate((70, 30, 10), 1)]
        (problem,) = linted(marks, of_districts())
        assert problem.code == "cut-axis"
        assert problem.message == "the lengths of the marks begin at about 5, not at zero: they do not compare"

    def test_an_area_is_measured_and_not_its_side(self) -> None:
        def bubbles(*radii: float) -> list[Shape]:
            return [
                Shape(circle(50 * row, 50, radius), fill=ROLES.mark, cell=(row, 1), by="area")
                for row, radius in enumerate(radii, 1)
            ]

        assert linted(bubbles(20, 20 / 2**0.5, 10), of_districts()) == ()
        (problem,) = linted(bubbles(20, 10, 5), of_districts())
        assert problem.code == "proportion"
        assert "square pt large" in problem.message

    def test_pieces_of_one_mark_count_together(self) -> None:
        lower = Shape(rectangle(0, 0, 10, 30), fill=ROLES.mark_quiet, cell=(1, 1), by="height")
        upper = Shape(rectangle(0, 30, 10, 10), fill=ROLES.mark, cell=(1, 1), by="height")
        other = Shape(rectangle(20, 0, 10, 20), fill=ROLES.mark_quiet, cell=(2, 1), by="height")
        assert linted([lower, upper, other], of_districts()) == ()
        assert [code for code, _ in messages(linted([lower, other], of_districts()))] == ["proportion"]

    def test_what_is_below_zero_is_as_long(self) -> None:
        statistic = statistic_of("diverging", [series_of({"Corby": 40, "Luton": -20})])
        marks = [bar(ROLES.mark, 80, (1, 1)), bar(ROLES.mark, 40, (2, 1), row=1)]
        assert linted(marks, statistic) == ()

    def test_a_cut_line_says_so(self) -> None:
        statistic = statistic_of("line", [series_of({"2001": 40, "2002": 44, "2003": 41})])
        dots = [
            Shape(circle(30 * row, y, 2), fill=ROLES.mark, cell=(row, 1), by="y")
            for row, y in enumerate((20, 60, 30), 1)
        ]
        assert linted(dots, statistic) == ()
        dots.append(label("2001", 0, 5, (1, 0)))
        assert messages(linted(dots, statistic)) == [
            ("cut-axis", "the scale does not begin at zero, and no words in the figure say so")
        ]
        assert linted([*dots, label("The scale starts at 38", 0, 85, NOTE_CELL)], statistic) == ()
        shown = [label(text, 30 * row, 80, (row, 1)) for row, text in enumerate(("40", "44", "41"), 1)]
        assert linted([*dots, *shown], statistic) == ()
        from_zero = [
            Shape(circle(30 * row, y, 2), fill=ROLES.mark, cell=(row, 1), by="y")
            for row, y in enumerate((40, 44, 41), 1)
        ]
        assert linted(from_zero, statistic) == ()


class TestEncodings:
    def test_a_label_says_what_its_cell_says(self) -> None:
        assert messages(linted([label("41", 0, 2, (1, 1))], of_districts())) == [
            ("double-encoding", "the label “41” stands for what the figure's table has as “40”")
        ]
        same = [label("40", 0, 2, (1, 1)), label("+40", 0, 22, (1, 1)), label("4\N{ZERO WIDTH SPACE}0", 0, 42, (1, 1))]
        assert linted(same, of_districts()) == ()

    def test_a_darker_shade_is_more(self) -> None:
        def shaded(*inks: Ink) -> list[Shape]:
            return [bar(ink, 40, (row, 1), by="", row=row) for row, ink in enumerate(inks, 1)]

        assert linted(shaded(ROLES.step_4, ROLES.step_2, ROLES.step_1), of_districts()) == ()
        assert messages(linted(shaded(ROLES.step_4, ROLES.step_1, ROLES.step_2), of_districts())) == [
            ("double-encoding", "Bedford (10) has the shade of more than Luton (20)")
        ]

    def test_the_mark_that_stands_out_is_the_one_that_matters(self) -> None:
        statistic = of_districts(emphasised=("Corby",))
        inks = (ROLES.mark_beside, ROLES.mark_emphasised, ROLES.mark_beside)
        marks = [
            bar(ink, 2 * value, (row, 1), row=row - 1)
            for row, (ink, value) in enumerate(zip(inks, DISTRICTS.values(), strict=True), 1)
        ]
        names = [label(name, 85, 20 * row + 2, (row + 1, 0)) for row, name in enumerate(DISTRICTS)]
        assert messages(linted([*marks, *names], statistic)) == [
            ("double-encoding", "Luton stands out in the figure, and the report emphasises Corby")
        ]

    def test_the_words_beside_name_the_mark_that_stands_out(self) -> None:
        caption = (Span("Growth was fastest in Luton"),)
        statistic = of_districts(emphasised=("Corby",), caption=caption)
        assert messages(linted([], statistic)) == [
            ("double-encoding", "Corby stands out in the figure, and the words beside it name Luton")
        ]
        both = replace(statistic, caption=(Span("Faster in Corby than in Luton"),))
        assert linted([], both) == ()

    @pytest.mark.parametrize(
        ("value", "finds"), [(52, False), (51, True), (50, False), (48, False), (10, False), ("52.0", False)]
    )
    def test_the_number_beside_a_line_is_its_last(self, value: object, finds: bool) -> None:
        years = series_of({"2001": 48, "2002": 47, "2003": 52})
        statistic = replace(statistic_of("line", [years], number(value)), title=())
        expected = [
            ("double-encoding", f"the number beside the figure is {value}, and the last value of the figure is 52")
        ]
        assert messages(linted([], statistic)) == (expected if finds else [])

    def test_a_rounded_number_is_the_same_number(self) -> None:
        years = series_of({"2001": 1709609, "2018": 2034176})
        statistic = replace(statistic_of("line", [years], number(2030000)), title=())
        assert linted([], statistic) == ()


def test_small_type() -> None:
    (problem,) = linted([label("2001", 0, 2, size=7), label("2002", 40, 2, size=7.5)])
    assert problem.code == "text-size"
    assert problem.message == "“2001” is set in 7.0 pt, and type under 7.5 pt is not read"


def texts_linted(text: str) -> list[tuple[str, str]]:
    found = lint(sketch_page([]), load_report(f"brand: b\nlanguage: en-GB\ntitle: T\n{text}", name="r.yaml"), ROLES)
    return [(problem.code, str(problem).splitlines()[0]) for problem in found]


@pytest.mark.parametrize(
    ("text", "rule", "told"),
    [
        (
            "intro: People are −4,000 fewer than before.\n",
            "sign",
            "r.yaml:4:26: warning: “−4,000 fewer”: the sign of the number and “fewer” do not go together; write the number "
            "without its sign, or let the word follow it: `{change} {more|fewer: change}`, or say why it may be: "
            "`allow: {sign: the reason}`",
        ),
        (
            "statistics:\n- {value: 96000, change: -4000, since: 2010, label: 'people, {change} fewer than in {since}'}\n",
            "sign",
            "r.yaml:5:71: warning: “−4,000 fewer”: the sign of the number and “fewer” do not go together; write the number "
            "without its sign, or let the word follow it: `{change} {more|fewer: change}`, or say why it may be: "
            "`allow: {sign: the reason}`",
        ),
        (
            "statistics:\n- {value: 1, label: people without a home}\n",
            "plural",
            "r.yaml:5:21: warning: “1 people”: “people” is more than one; let the word follow the number: "
            "`{value} {person|people: value}`, or say why it may be: `allow: {plural: the reason}`",
        ),
    ],
)
def test_numbers_and_their_words(text: str, rule: str, told: str) -> None:
    assert texts_linted(text) == [(rule, told)]


@pytest.mark.parametrize(
    "text",
    [
        "intro: People are −4,000 fewer than before.\nallow: {sign: a quotation}\n",
        "statistics:\n- {value: 1, label: people, allow: {plural: a name}}\n",
        "statistics:\n- {value: 96000, change: -4000, since: 2010, label: '{change} {more|fewer} than in {since}'}\n",
        "statistics:\n- {value: 1, label: '{person|people}'}\n",
    ],
)
def test_numbers_and_words_that_agree_or_are_let_pass(text: str) -> None:
    assert texts_linted(text) == []


def test_every_rule_is_documented_and_has_been_found() -> None:
    """Each rule has its head in the documentation, and each test class above has seen it."""
    told = (ROOT / "docs" / "lint.md").read_text(encoding="utf-8")
    assert [line.removeprefix("### ") for line in told.splitlines() if line.startswith("### ")] == list(RULES)
    here = Path(__file__).read_text(encoding="utf-8")
    assert all(f'"{rule}"' in here for rule in RULES)


def test_a_line_of_roles_that_are_quiet_names_roles_that_there_are() -> None:
    from reportgen.figures.lint import ink_pairs, legible

    names = {field.name for field in fields(Roles)}
    assert names.issuperset((*legible._QUIET, *legible._LOUD, *legible._SERIES))
    assert all(names.issuperset(group) for group in (*ink_pairs._GROUPS, *ink_pairs._AREAS))
