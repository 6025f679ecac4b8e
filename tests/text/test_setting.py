"""Setting: the leaflet's texts as they must look, and what holds for any text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportgen.text.invisible import SOFT_HYPHEN, visible
from reportgen.text.setting import narrowest_measure, natural_width, set_line, set_text
from reportgen.text.spans import Span, plain

INTRODUCTION = (
    "Our modern Industrial Strategy sets out our long-term plan to boost productivity by backing business to "
    "create high quality, well-paid jobs throughout the United Kingdom with investment in skills, industries and "
    "infrastructure."
)
PARTNERSHIP = (
    "In the South East Midlands a partnership of business and civic leaders \N{EN DASH} alongside other local "
    "partners \N{EN DASH} is working with the government to build on existing strengths, help business to "
    "flourish, and grow skills and opportunities for workers across the area."
)
CASE_STUDY = (
    "The MUEAVI is a purpose-built transport corridor running through Cranfield University campus. Benefitting "
    "from **£3m** of funding, it is an experimental facility for the rapid development of on and off highway, "
    "ground and airborne autonomous solutions including vehicles infrastructure, data, logistics, environment, "
    "sensors and their implementation and management. Clients currently using the facility include Nissan, "
    "Oxbotica, Jaguar Land Rover, Honda and Westfield, and CORAM projects led by Innovate UK."
)
MUEAVI = "Multi-User Environment for Autonomous Vehicle Innovation (MUEAVI)"


def lines(text: str) -> str:
    """A text as it stands below, without the margin."""
    return "\n".join(line.strip() for line in text.strip().splitlines())


def test_the_introduction(lead):
    assert str(set_text((Span(INTRODUCTION),), lead, 295, "en-GB")) == lines("""
        Our modern Industrial Strategy sets out our long-term plan
        to boost productivity by backing business to create high quality,
        well-paid jobs throughout the United Kingdom with investment
        in skills, industries and infrastructure.
    """)
    assert str(set_text((Span(PARTNERSHIP),), lead, 295, "en-GB")) == lines("""
        In the South East Midlands a partnership of business and
        civic leaders – alongside other local partners – is working
        with the government to build on existing strengths, help
        business to flourish, and grow skills and opportunities for
        workers across the area.
    """)


def test_the_case_study(body, marked):
    assert str(set_text(marked(CASE_STUDY), body, 251, "en-GB")) == lines("""
        The MUEAVI is a purpose-built transport corridor running
        through Cranfield University campus. Benefitting from
        £3m of funding, it is an experimental facility for the rapid
        development of on and off highway, ground and airborne
        autonomous solutions including vehicles infrastructure, data,
        logistics, environment, sensors and their implementation
        and management. Clients currently using the facility include
        Nissan, Oxbotica, Jaguar Land Rover, Honda and Westfield,
        and CORAM projects led by Innovate UK.
    """)


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        (
            "to **Millbrook Proving Ground** to develop new vehicle testing facilities",
            171,
            "to Millbrook Proving Ground to develop\nnew vehicle testing facilities",
        ),
        (
            "Investing in new **road and rail links** between Oxford and Cambridge.",
            171,
            "Investing in new road and rail links\nbetween Oxford and Cambridge.",
        ),
        (
            "to develop a new **Institute of Digital Technology** (IoT) at Bletchley Park, "
            "which will help lead the way in advancing digital skills.",
            171,
            "to develop a new Institute of Digital\nTechnology (IoT) at Bletchley Park,\n"
            "which will help lead the way in advancing\ndigital skills.",
        ),
        (
            "people in employment, an increase of **111,400** since 2010.",
            162.4,
            "people in employment, an increase\nof 111,400 since 2010.",
        ),
        (
            "workers directly benefiting from the National Living and Minimum Wages.",
            162.4,
            "workers directly benefiting from the\nNational Living and Minimum Wages.",
        ),
        ("apprenticeships starts last year.", 162.4, "apprenticeships starts last year."),
        ("apprenticeships starts last year.", 110, "apprenticeships starts\nlast year."),
        (
            "South East Midlands Local Enterprise Partnership is a trailblazer in developing its "
            "Local Industrial Strategy as part of the family of strategies covering the Oxford-Cambridge Arc.",
            251,
            "South East Midlands Local Enterprise Partnership is a\n"
            "trailblazer in developing its Local Industrial Strategy as part\n"
            "of the family of strategies covering the Oxford-Cambridge Arc.",
        ),
    ],
)
def test_the_small_texts(body, marked, text, measure, expected):
    assert str(set_text(marked(text), body, measure, "en-GB")) == expected


def test_heads_are_balanced(title, head):
    assert str(set_text((Span("South East Midlands"),), title, 300, "en-GB")) == "South East\nMidlands"
    assert str(set_text((Span(MUEAVI),), head, 216, "en-GB")) == (
        "Multi-User Environment\nfor Autonomous Vehicle\nInnovation (MUEAVI)"
    )
    assert len(set_text((Span("Industrial Strategy highlights include:"),), head, 251, "en-GB").lines) == 1
    greater = "Greater Cambridge and Greater Peterborough"
    assert str(set_text((Span(greater),), title, 480, "en-GB")) == "Greater Cambridge\nand Greater\nPeterborough"


@pytest.mark.parametrize("measure", range(120, 420, 20))
def test_no_paragraph_of_the_leaflet_strands_its_last_word(body, marked, measure):
    for text in (INTRODUCTION, PARTNERSHIP, CASE_STUDY):
        lines = set_text(marked(text), body, measure, "en-GB").lines
        assert len(lines[-1].text.split()) >= 2


def test_sizes(body):
    text = set_text((Span(PARTNERSHIP),), body, 251, "en-GB")
    cap = 0.66 * 9.6
    assert text.baselines == pytest.approx([cap, cap + 12.5, cap + 25, cap + 37.5, cap + 50])
    assert text.height == text.baselines[-1]
    assert text.width == max(line.width for line in text.lines)
    assert text.width <= 251
    assert text.measure == 251
    assert text.style is body


def test_nothing_has_no_lines(body):
    for rich in ((), (Span(""),), (Span(" \n "), Span("\t")), (Span("\u200b\u2060"),)):
        text = set_text(rich, body, 100, "en-GB")
        assert (text.lines, text.height, text.width, text.baselines, text.overfull) == ((), 0.0, 0.0, (), "")
    assert set_line("", body, "en-GB").runs == ()


def test_a_line_ends_with_its_space(body):
    first, last = set_text((Span("one two three four"),), body, 45, "en").lines
    assert (first.text, last.text) == ("one two ", "three four")
    assert first.runs[-1].run.glyphs[-1].text == " "
    assert first.width == pytest.approx(set_line("one two", body, "en").width)


def test_runs_stand_side_by_side(body):
    rich = (Span("to "), Span("Millbrook", bold=True), Span(" (go)", url="https://a.bc"))
    (line,) = set_text(rich, body, 300, "en").lines
    assert [(run.span.text, run.span.bold, run.span.url) for run in line.runs] == [
        ("to ", False, ""),
        ("Millbrook", True, ""),
        (" (go)", False, "https://a.bc"),
    ]
    for before, after in zip(line.runs, line.runs[1:], strict=False):
        assert after.x == pytest.approx(before.x + before.run.width)
    assert [run.run.font for run in line.runs] == [body.family.regular, body.family.bold, body.family.regular]
    assert line.width == pytest.approx(line.runs[-1].x + line.runs[-1].run.width)


def test_spans_that_are_set_alike_are_shaped_together(serif):
    (run,) = set_line((Span("of"), Span("fi", keep=True), Span("ce")), serif, "en").runs
    assert run.run == set_line("office", serif, "en").runs[0].run


def test_a_kept_span_is_not_broken(body):
    rich = (Span("spent "), Span("one two three", keep=True), Span(" here"))
    for measure in range(20, 120, 5):
        assert any("one two three" in line.text for line in set_text(rich, body, measure, "en").lines)


def test_a_word_that_is_too_wide_is_named(body):
    text = set_text((Span("an infrastructure project"),), body, 40, "en")
    assert (str(text), text.overfull) == ("an\ninfrastructure\nproject", "infrastructure")
    assert set_text((Span("an infrastructure project"),), body, 66, "en").overfull == ""


def test_the_narrowest_measure_is_just_enough(body):
    rich = (Span(CASE_STUDY),)
    least = narrowest_measure(rich, body, "en")
    assert set_text(rich, body, least, "en").overfull == ""
    assert set_text(rich, body, least - 0.1, "en").overfull == "implementation"
    assert narrowest_measure("", body, "en") == 0


def test_tracking_is_not_counted_after_a_line(title):
    plain = replace(title, tracking=0.0)
    loose = replace(title, tracking=0.1)
    assert set_line("AB", loose, "en").width == pytest.approx(set_line("AB", plain, "en").width + 4.4)
    assert natural_width("AB", title, "en") == set_line("AB", title, "en").width


def test_hyphenation_is_marked_as_soft(body):
    style = replace(body, hyphenate=True)
    text = set_text((Span("autonomous infrastructure"),), style, 52, "en-GB")
    assert [line.text for line in text.lines] == ["autonomous ", "infrastruc\u00ad", "ture"]
    hyphen = text.lines[1].runs[-1].run.glyphs[-1]
    assert hyphen.text == SOFT_HYPHEN
    assert hyphen.gid == set_line("-", style, "en-GB").runs[0].run.glyphs[0].gid
    assert text.overfull == ""
    assert set_text((Span("autonomous infrastructure"),), body, 52, "en-GB").overfull == "infrastructure"


def test_the_authors_soft_hyphen_shows_only_at_the_end_of_a_line(body):
    rich = (Span("broad\u00adband"),)
    assert [line.text for line in set_text(rich, body, 30, "en").lines] == ["broad\u00ad", "band"]
    assert [line.text for line in set_text(rich, body, 100, "en").lines] == ["broadband"]


def test_a_division_keeps_the_face_of_its_part(body):
    rich = (Span("auto"), Span("nomous", bold=True), Span("ly"))
    style = replace(body, hyphenate=True)
    first, second = set_text(rich, style, 42, "en-GB").lines
    assert [(run.span.text, run.span.bold) for run in first.runs] == [("auto", False), ("nom\u00ad", True)]
    assert [(run.span.text, run.span.bold) for run in second.runs] == [("ous", True), ("ly", False)]


def test_the_same_text_is_set_once(body):
    assert set_text((Span(PARTNERSHIP),), body, 200, "en") is set_text((Span(PARTNERSHIP),), body, 200, "en")


ODD = st.sampled_from([*"aeiomnrtTVY.,-/(£19 \t\n\u0301\u00a0\u202f\u00ad\u200b\u2060\u2013\u0645", "  ", "fi"])
ODD_TEXT = st.lists(ODD, max_size=60).map("".join)
RICH = st.lists(st.builds(Span, ODD_TEXT | st.text(max_size=30), st.booleans(), keep=st.booleans()), max_size=4).map(
    tuple
)


def letters(text: str) -> str:
    """What a reader must find again: everything but white space and what leaves no mark."""
    return "".join(visible(text).split())


@settings(deadline=None, max_examples=200)
@given(rich=RICH, measure=st.floats(5, 400), hyphenate=st.booleans(), balance=st.booleans())
def test_any_text_is_whole_and_within_the_measure(body, rich, measure, hyphenate, balance):
    style = replace(body, hyphenate=hyphenate, balance=balance)
    text = set_text(rich, style, measure, "en-GB")
    assert letters("".join(line.text for line in text.lines)) == letters(plain(rich))
    assert bool(text.overfull) == any(line.width > measure + 0.002 for line in text.lines)
    for line in text.lines:
        assert line.text == "".join(run.run.text for run in line.runs)
        assert [run.span.text for run in line.runs] == [run.run.text for run in line.runs]
        assert line.text.strip(" ")
        assert not line.text.startswith(" ")


WORDS = st.lists(st.text("abcfiVrY\u00ad-.,", min_size=1, max_size=14), min_size=1, max_size=20).map(" ".join)


@settings(deadline=None, max_examples=200)
@given(text=WORDS, measure=st.floats(20, 300), tracking=st.sampled_from([0.0, -0.02, 0.05]))
@example(text="YYrrY.V. .. Vffabfa V V V V", measure=116.0, tracking=0.0)  # a space kerned with a divided word
def test_a_line_is_too_wide_only_where_it_cannot_be_broken(serif, text, measure, tracking):
    style = replace(serif, tracking=tracking, hyphenate=True)
    overfull = set_text((Span(text),), style, measure, "de").overfull
    assert bool(overfull) == (narrowest_measure(text, style, "de") > measure + 0.002)
    assert letters(overfull) in letters(text)  # a word, or words that are kept together, as initials are


@settings(deadline=None)
@given(
    words=st.lists(st.text("abcfi-.,é", min_size=1, max_size=12), min_size=1, max_size=30), measure=st.floats(60, 300)
)
def test_words_keep_their_spaces(body, words, measure):
    text = set_text((Span(" \n".join(words)),), body, measure, "en")
    assert "".join(line.text for line in text.lines) == " ".join(words)
    assert all(line.text.endswith((" ", "-")) for line in text.lines[:-1])


@settings(deadline=None)
@given(rich=RICH, measure=st.floats(20, 300))
def test_what_is_measured_is_what_is_set(body, rich, measure):
    """A line's width is that of its glyphs, without the space and the tracking at its end."""
    style = replace(body, tracking=0.02)
    for line in set_text(rich, style, measure, "en").lines:
        glyphs = [glyph for run in line.runs for glyph in run.run.glyphs]
        shown = glyphs[:-1] if glyphs[-1].text == " " else glyphs
        assert line.width == pytest.approx(9.6 * (sum(glyph.advance for glyph in shown) - 0.02), abs=1e-6)


@settings(deadline=None)
@given(text=ODD_TEXT)
def test_one_line_is_the_text_in_a_wide_measure(body, text):
    lines = set_text((Span(text),), body, 1e6, "en").lines
    assert (lines or (set_line("", body, "en"),)) == (set_line(text, body, "en"),)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 10_000,
        "word " * 10_000,
        "ab-cd/" * 2_000,
        "\N{GRINNING FACE}\ufe0f" * 2_000,
        "a" + "\u0301" * 5_000,
        "\u200d" * 5_000,
        "https://a.bc/" + "abcdefg/" * 1_500,
        "\u0645\u0631\u062d " * 1_000,
        "\x00\x01",
        "\ud800",
    ],
    ids=lambda text: ascii(text[:8]),
)
@pytest.mark.parametrize("measure", [-1, 0, 80])
def test_hostile_texts(body, text, measure):
    done = set_text((Span(text),), body, measure, "en-GB")
    assert letters("".join(line.text for line in done.lines)) == letters(text)
