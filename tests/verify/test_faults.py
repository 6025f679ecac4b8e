"""Faults that are put into drawing on purpose: each is found, with its code and its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from verify_samples import ROOT, SAMPLE, Wrap, codes, kept, moved, page, problems, problems_if, with_page

from reportgen.colour.inks import Ink
from reportgen.geometry import Matrix
from reportgen.glyphs import Glyph, GlyphRun
from reportgen.page import Box, Drawable, FigureBox, Group, PathBox, Role, TextRun
from reportgen.pdf.canvas import InkCanvas
from reportgen.pdf.document_fonts import EmbeddedFont
from reportgen.pdf.figure_drawing import FigurePainter
from reportgen.pdf.renderer import InkRenderer
from reportgen.problems import Problem
from reportgen.standards import PRINT

WHITE = Ink("white", (255, 255, 255), (0, 0, 0, 0))
BLACK = Ink("black", (0, 0, 0), (0, 0, 0, 100))
LABEL = "workers directly benefiting"
PICTURES = ROOT / "tests/cases/pictures.yaml"


@pytest.fixture
def wrap(monkeypatch: pytest.MonkeyPatch) -> Wrap:
    return Wrap(monkeypatch)


def messages(found: Sequence[Problem] | None = None) -> list[str]:
    """Code and message of each problem; those of the sample, unless others are given."""
    return [f"{problem.code}: {problem.message}" for problem in (problems() if found is None else found)]


def test_a_run_is_left_out(wrap: Wrap) -> None:
    wrap.runs(LABEL, lambda *_: None)
    (problem,) = problems()
    assert (
        str(problem)
        .splitlines()[0]
        .endswith(
            "error: `workers directly benefiting from the` was not drawn on the page; this is a fault of the program, not of"
            " your report, and nothing was written; please send it to its makers"
        )
    )
    assert problem.place.excerpt.strip().startswith("label: workers directly benefiting")


def test_a_run_is_drawn_twice(wrap: Wrap) -> None:
    def twice(text: Any, canvas: InkCanvas, x: float, y: float, run: GlyphRun) -> None:
        text(canvas, x, y, run)
        text(canvas, x, y, run)

    wrap.runs(LABEL, twice)
    assert messages() == ["twice: `workers directly benefiting from the` was drawn once more than it should be"]


@pytest.mark.parametrize(
    "matrix",
    [
        (1.01, 0, 0, 1.01, 0, 0),
        (0.97, 0, 0, 1, 10, 0),
        (1, 0, 0, 0.5, 0, 0),
        (-1, 0, 0, 1, 600, 0),
        (1, 0.02, -0.02, 1, 0, 0),
    ],
)
def test_a_run_is_scaled_squeezed_mirrored_or_turned(wrap: Wrap, matrix: tuple[float, ...]) -> None:
    def scaled(text: Any, canvas: InkCanvas, x: float, y: float, run: GlyphRun) -> None:
        canvas.keep()
        canvas.apply(matrix)  # type: ignore[arg-type]
        text(canvas, x, y, run)
        canvas.back()

    wrap.runs(LABEL, scaled)
    assert "outside: `workers directly benefiting from the` does not stand in its place, or is not of its size" in (
        messages()
    )


def test_a_run_is_mirrored_where_it_stands(wrap: Wrap) -> None:
    def mirrored(text: Any, canvas: InkCanvas, x: float, y: float, run: GlyphRun) -> None:
        canvas.keep()
        canvas.apply((-1, 0, 0, 1, 2 * x, 0))
        text(canvas, x, y, run)
        canvas.back()

    wrap.runs(LABEL, mirrored)
    assert "outside" in codes(problems())


@pytest.mark.parametrize(("across", "up"), [(600, 0), (0, -900), (-300, 0), (0, 400)])
def test_a_run_is_off_the_page(wrap: Wrap, across: float, up: float) -> None:
    wrap.runs(LABEL, lambda text, canvas, x, y, run: text(canvas, x + across, y + up, run))
    assert "outside: `workers directly benefiting from the` reaches over the edge of the page" in messages()


def test_a_run_is_in_the_wrong_place(wrap: Wrap) -> None:
    wrap.runs(LABEL, lambda text, canvas, x, y, run: text(canvas, x, y - 0.5, run))
    assert codes(problems()) == {"outside"}


def test_two_texts_change_places(monkeypatch: pytest.MonkeyPatch) -> None:
    real, places = InkCanvas.text, {"50,500": (0.0, 0.0), "16,450": (0.0, 0.0)}
    for box in (box for box, *_ in page().walk() if isinstance(box, TextRun)):
        if box.run.text.strip() in places:
            places[box.run.text.strip()] = box.x, page().height - box.y
    other = {"50,500": places["16,450"], "16,450": places["50,500"]}

    def text(canvas: InkCanvas, x: float, y: float, run: GlyphRun, angle: float = 0.0) -> None:
        real(canvas, *other.get(run.text.strip(), (x, y)), run, angle)

    monkeypatch.setattr(InkCanvas, "text", text)
    assert messages() == [
        "outside: `50,500` does not stand in its place, or is not of its size",
        "outside: `16,450` does not stand in its place, or is not of its size",
    ]


def clipped(wrap: Wrap, path: str) -> None:
    def cut(text: Any, canvas: InkCanvas, x: float, y: float, run: GlyphRun) -> None:
        width = run.width - run.size * (run.glyphs[-1].advance + run.glyphs[-2].advance)
        with kept(canvas):
            canvas.clip(path.format(x=x, y=y, low=y - 5, width=width, right=x + width))
            text(canvas, x, y, run)

    wrap.runs(LABEL, cut)


@pytest.mark.parametrize(
    "path",
    [
        "{x} {low} {width} 30 re",
        "{x} {y} 400 30 re",
        "{x} {low} m {right} {low} l {right} 900 l {x} 900 l h",
        "{x} {low} m {x} 900 l {right} {low} l h",
        "",
    ],
    ids=["by one glyph", "descenders", "as a path", "slanted", "all of it"],
)
def test_a_run_is_cut(wrap: Wrap, path: str) -> None:
    clipped(wrap, path)
    assert "clipped: a part of `workers directly benefiting from the` is cut off" in messages()


def where(words: str) -> tuple[float, float, float]:
    """Left, base line from the foot, and width of a run of the sample."""
    for box, *_ in page().walk():
        if isinstance(box, TextRun) and words in box.run.text:
            return box.x, page().height - box.y, box.run.width
    raise LookupError(words)


@pytest.mark.parametrize("edition", [None, PRINT])
@pytest.mark.parametrize("shape", ["{x} {y} 30 5 re", "{x} {y} m {x} {top} l {right} {y} l h"])
def test_something_is_painted_over_type(wrap: Wrap, shape: str, edition: Any) -> None:
    x, y, width = where(LABEL)

    def paint(canvas: InkCanvas) -> None:
        canvas.set_fill(WHITE)
        canvas.paint(shape.format(x=x, y=y, top=y + 30, right=x + width), fill=True, stroke=False)

    wrap.after(paint)
    found = problems(edition=edition) if edition else problems()
    assert "`workers directly benefiting from the` lies under something that was painted over it" in {
        problem.message for problem in found
    }


def test_a_veil_hides_nothing(wrap: Wrap) -> None:
    x, y, width = where(LABEL)

    def paint(canvas: InkCanvas) -> None:
        canvas.set_fill(BLACK)
        canvas.set_alpha(fill=0.1)
        canvas.paint(f"{x} {y} {width} 5 re", fill=True, stroke=False)

    wrap.after(paint)
    assert problems() == ()


def test_a_ring_hides_nothing_within(wrap: Wrap) -> None:
    def paint(canvas: InkCanvas) -> None:
        canvas.set_fill(BLACK)
        canvas.paint("-9 -9 620 880 re -8 -8 618 878 re", fill=True, stroke=False, even_odd=True)

    wrap.after(paint)
    assert problems() == ()


def test_a_picture_lies_over_type(wrap: Wrap) -> None:
    import io

    from PIL import Image

    from reportgen.pdf.images import read_picture
    from reportgen.pdf.picture_colours import ScreenPictures

    x, y, width = where(LABEL)
    written = io.BytesIO()
    Image.new("RGB", (2, 2), "red").save(written, "PNG")

    def paint(canvas: InkCanvas) -> None:
        image = read_picture(written.getvalue(), ScreenPictures(), width, 8)
        canvas.keep()
        canvas.apply((width, 0, 0, 8, x, y - 2))
        canvas.place(canvas.objects.image(image.key, image.stream))
        canvas.back()

    wrap.after(paint)
    assert messages() == ["covered: `workers directly benefiting from the` lies under a picture"]


def test_a_form_lies_over_type(wrap: Wrap) -> None:
    x, y, _ = where(LABEL)

    def paint(canvas: InkCanvas) -> None:
        canvas.set_fill(BLACK)
        form = canvas.form((0, 0, 40, 8), "0 0 40 8 re f")
        canvas.keep()
        canvas.apply((1, 0, 0, 1, x, y))
        canvas.place(form)
        canvas.back()

    wrap.after(paint)
    assert codes(problems()) == {"covered"}


@pytest.mark.parametrize("edition", [None, PRINT])
def test_white_on_white(wrap: Wrap, edition: Any) -> None:
    def white(text: Any, canvas: InkCanvas, x: float, y: float, run: GlyphRun) -> None:
        with kept(canvas):
            canvas.set_fill(WHITE)
            text(canvas, x, y, run)

    wrap.runs(LABEL, white)
    (problem,) = problems(edition=edition) if edition else problems()
    assert problem.code == "covered"
    assert problem.message == ("`workers directly benefiting from the` has the colour of its ground and cannot be seen")


def test_type_that_is_as_good_as_transparent(wrap: Wrap) -> None:
    def faint(text: Any, canvas: InkCanvas, x: float, y: float, run: GlyphRun) -> None:
        canvas.set_alpha(fill=0.02)
        text(canvas, x, y, run)
        canvas.set_alpha(fill=1.0)

    wrap.runs(LABEL, faint)
    assert codes(problems()) == {"covered"}


def test_the_ground_under_white_type_is_left_out() -> None:
    found = messages(problems_if(lambda box: None if isinstance(box, PathBox) and len(box.segments) == 5 else box))
    assert "covered: `South East` has the colour of its ground and cannot be seen" in found


def test_the_grounds_are_painted_last() -> None:
    def last(box: Box) -> Box:
        return replace(box, children=tuple(sorted(box.children, key=is_ground))) if isinstance(box, Group) else box

    found = messages(problems_if(last))
    assert "covered: `South East` lies under something that was painted over it" in found


def is_ground(box: Box) -> bool:
    return isinstance(box, Group) and box.role is Role.ARTIFACT


def test_a_label_of_a_figure_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    real = InkRenderer.draw_run
    monkeypatch.setattr(
        InkRenderer,
        "draw_run",
        lambda renderer, x, y, run, ink: None if run.text == "913,600" else real(renderer, x, y, run, ink),
    )
    assert messages() == ["lost: `913,600` was not drawn on the page"]


@dataclass(frozen=True)
class Backwards:
    """A figure's drawing, the last of its artists first."""

    drawing: Drawable

    def artists(self, width: float, height: float) -> Sequence[Any]:
        return self.drawing.artists(width, height)[::-1]


def test_the_bars_are_painted_over_their_labels() -> None:
    def backwards(box: Box) -> Box:
        return replace(box, drawing=Backwards(box.drawing)) if isinstance(box, FigureBox) else box

    found = messages(problems_if(backwards))
    assert "covered: `913,600` lies under something that was painted over it" in found
    assert "covered: `2,017,000` lies under something that was painted over it" in found


def test_a_figure_is_scaled(monkeypatch: pytest.MonkeyPatch) -> None:
    real = InkCanvas.apply

    def smaller(canvas: InkCanvas, matrix: Matrix) -> None:
        moves = matrix[:4] == (1, 0, 0, 1) and matrix[4] != matrix[5]  # to a figure's corner, and not the sheet's
        real(canvas, (0.98, 0, 0, 0.98, *matrix[4:]) if moves else matrix)

    monkeypatch.setattr(InkCanvas, "apply", smaller)
    assert "outside: `913,600` does not stand in its place, or is not of its size" in messages()


def test_no_figure_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FigurePainter, "draw", lambda *_: None)
    found = messages()
    assert "lost: nothing is drawn of the figure of `statistics[1]`" in found
    assert "lost: `913,600` was not drawn on the page" in found


def test_a_digit_is_another(wrap: Wrap) -> None:
    def wrong(text: Any, canvas: InkCanvas, x: float, y: float, run: GlyphRun) -> None:
        first, second, *rest = run.glyphs
        text(canvas, x, y, replace(run, glyphs=(second, first, *rest)))

    wrap.runs("50,500", wrong)
    assert messages() == ["lost: `50,500` was drawn as `05,500`"]


def test_a_ligature_loses_half_its_letters(wrap: Wrap) -> None:
    def split(text: Any, canvas: InkCanvas, x: float, y: float, run: GlyphRun) -> None:
        glyphs = [replace(glyph, text=glyph.text[:1]) if len(glyph.text) > 1 else glyph for glyph in run.glyphs]
        text(canvas, x, y, replace(run, glyphs=tuple(glyphs)))

    long = next(run for run in runs() if any(len(glyph.text) > 1 for glyph in run.glyphs))
    wrap.runs(long.text, split)
    (problem,) = problems()
    assert problem.code == "lost"
    assert "was drawn as" in problem.message


def runs() -> list[GlyphRun]:
    """The runs of a page that has ligatures."""
    return [box.run for box, *_ in page().walk() if isinstance(box, TextRun)]


def test_two_words_run_into_each_other(wrap: Wrap) -> None:
    def glued(text: Any, canvas: InkCanvas, x: float, y: float, run: GlyphRun) -> None:
        at = next(index for index, glyph in enumerate(run.glyphs) if glyph.text == " ")
        text(canvas, x, y, replace(run, glyphs=(*run.glyphs[:at], *run.glyphs[at + 1 :])))

    wrap.runs(LABEL, glued)
    assert messages() == [
        "lost: `workers directly benefiting from the` was drawn as `workersdirectly benefiting from the`"
    ]


def test_letterspacing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    real = EmbeddedFont.show
    monkeypatch.setattr(EmbeddedFont, "show", lambda font, run: (1.5 * bool(real(font, run)[0]), real(font, run)[1]))
    assert "outside: `1,025,000` is wider or narrower than it was set" in messages()


def test_glyphs_fall_on_each_other(wrap: Wrap) -> None:
    def pressed(text: Any, canvas: InkCanvas, x: float, y: float, run: GlyphRun) -> None:
        glyphs = tuple(Glyph(glyph.gid, glyph.text, 0.1) for glyph in run.glyphs)
        text(canvas, x, y, replace(run, glyphs=glyphs))

    wrap.runs(LABEL, pressed)
    assert messages() == ["outside: `workers directly benefiting from the` is wider or narrower than it was set"]


def test_a_photograph_and_a_logo_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(InkCanvas, "place", lambda *_: None)
    found = {problem.message for problem in problems(PICTURES)}
    assert "the picture of `photo` is not on the page, or not at its place" in found


def test_a_photograph_lies_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    real = InkCanvas.place

    def place(canvas: InkCanvas, label: str) -> None:
        canvas.apply((1, 0, 0, 1, 0.5, 0))
        real(canvas, label)

    monkeypatch.setattr(InkCanvas, "place", place)
    assert "lost" in codes(problems(PICTURES))


def is_code(box: Box) -> bool:
    return isinstance(box, PathBox) and len(box.segments) > 300


def test_the_code_is_left_out() -> None:
    found = messages(problems_if(lambda box: None if is_code(box) else box))
    assert "lost: nothing is drawn of `link`" in found


def test_the_page_lies_askew_on_the_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    real = InkCanvas.apply
    monkeypatch.setattr(
        InkCanvas, "apply", lambda canvas, m: real(canvas, (*m[:4], m[4] + 3, m[5]) if m[4] == m[5] else m)
    )
    assert "outside" in codes(problems(edition=PRINT))


@pytest.mark.parametrize("operator", ["3 Tr", "50 Tz", "12 TL", "/Nothing gs", "/F99 12 Tf", "1 0 0 0 0 rg"])
def test_what_the_check_does_not_know_is_said(wrap: Wrap, operator: str) -> None:
    wrap.after(lambda canvas: canvas.write(operator))
    (problem,) = problems()
    assert problem.code == "unread"
    assert problem.message.startswith("the page has something that verification cannot read: ")


# Faults of layout: the page is drawn as layout has it, and layout is wrong.


def source_of(box: Box) -> str:
    return box.source if isinstance(box, Group) else ""


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("highlights", "Industrial Strategy highlights include:"),
        ("case_study.title", "Multi-User Environment for Autonomous Vehicle Innovation (MUEAVI)"),
        ("closing", "bit.ly/IS-map"),
        ("statistics[1].value", "50,500"),
        ("statistics[2].caption", "Each figure stands for 1,000 starts"),
        ("place", "2,017,000"),
        ("place.source", "Boundaries: ONS and OS © Crown copyright and database right 2016, OGL v3."),
        ("kicker", "Industrial Strategy | Local summary"),
    ],
)
def test_a_block_is_forgotten(source: str, words: str) -> None:
    found = problems(shown=with_page(lambda box: None if source_of(box) == source else box))
    assert ("lost", f"`{words}` is in the report and nowhere on the page") in [
        (problem.code, problem.message[: len(words) + 100]) for problem in found
    ] or any(problem.code == "lost" and words[:60] in problem.message for problem in found)


def test_a_paragraph_is_forgotten() -> None:
    left = iter([True])

    def change(box: Box) -> Box | None:
        return None if source_of(box) == "intro" and next(left, False) else box

    (problem,) = problems(shown=with_page(change))
    assert problem.code == "lost"
    assert problem.message.startswith("`Our modern Industrial Strategy sets out our long-term plan t")


def test_a_text_stands_twice() -> None:
    def change(box: Box) -> Box:
        if source_of(box) != "kicker" or not isinstance(box, Group):
            return box
        return replace(box, source="", children=(box, replace(moved(box, 200, 0), source="intro")))

    assert [problem.message for problem in problems(shown=with_page(change))] == [
        "`Industrial Strategy | Local summary` stands on the page once more than in the report"
    ]


def test_a_caption_stands_twice() -> None:
    caption: list[Group] = []

    def change(box: Box) -> Box:
        if source_of(box) == "statistics[2].caption" and isinstance(box, Group):
            caption.append(box)
        if source_of(box) == "closing" and isinstance(box, Group):
            return replace(box, children=(*box.children, moved(caption[0], -100, 381)))
        return box

    found = problems(shown=with_page(change))
    assert "`Each figure stands for 1,000 starts` stands on the page once more than in the report" in {
        problem.message for problem in found
    }


def test_a_text_slides_onto_its_neighbour() -> None:
    found = problems(
        shown=with_page(lambda box: moved(box, 0, -14) if source_of(box) == "statistics[0].label" else box)
    )
    assert ("overlap", "`people in employment, an increase` and `1,025,000` stand on each other") in {
        (problem.code, problem.message) for problem in found
    } | {
        ("overlap", "`people in employment, an increase` and `1,025,000` stand on each other")
        for problem in found
        if problem.code == "overlap" and "1,025,000" in problem.message
    }


def test_a_text_runs_onto_the_ground_of_another_block() -> None:
    found = problems(
        shown=with_page(lambda box: moved(box, 60, 0) if source_of(box) == "highlights.items[0].text" else box)
    )
    assert "`develop new vehicle testing facilities` stands on the ground of another block" in {
        problem.message for problem in found
    }


def test_a_text_runs_over_the_edge_of_its_ground() -> None:
    found = problems(shown=with_page(lambda box: moved(box, 0, 22) if source_of(box) == "intro" else box))
    assert "overlap" in codes(found) or "covered" in codes(found)


def test_a_paragraph_runs_off_the_page() -> None:
    found = problems(shown=with_page(lambda box: moved(box, 0, 30) if source_of(box) == "place.source" else box))
    assert "outside" in codes(found)


def test_a_picture_is_forgotten() -> None:
    forgotten = with_page(lambda box: None if source_of(box) == "photo" else box, PICTURES)
    found = {problem.message for problem in problems(PICTURES, shown=forgotten)}
    assert "the picture of `photo` is in the report and nowhere on the page" in found


def test_a_code_without_ground_is_none() -> None:
    """A drawing that lies off its frame is not drawn."""
    found = messages(problems_if(lambda box: shifted(box) if isinstance(box, PathBox) and is_code(box) else box))
    assert "lost: nothing is drawn of `link`" in found


def shifted(path: PathBox) -> PathBox:
    return replace(
        path,
        segments=tuple(
            (kind, *(float(value) - 100 * (index % 2 == 0) for index, value in enumerate(values)))
            for kind, *values in path.segments
        ),
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_run_that_is_changed_is_found(data: st.DataObject) -> None:
    """Left out, drawn twice, moved or set in another size: whichever run it is."""
    wanted = [box for box, *_ in page().walk() if isinstance(box, TextRun) and box.run.text.strip()]
    one = data.draw(st.sampled_from(wanted))
    fault = data.draw(st.sampled_from(["left out", "twice", "moved", "size", "glyph"]))
    by = data.draw(st.floats(0.1, 50)) * data.draw(st.sampled_from([1, -1]))

    def change(text: Any, canvas: InkCanvas, x: float, y: float, run: GlyphRun) -> None:
        if run is not one.run or fault == "left out":
            return text(canvas, x, y, run) if run is not one.run else None
        text(
            canvas,
            x + by * (fault == "moved"),
            y,
            size(run) if fault == "size" else short(run) if fault == "glyph" else run,
        )
        if fault == "twice":
            text(canvas, x, y, run)
        return None

    def size(run: GlyphRun) -> GlyphRun:
        return replace(run, size=run.size + max(0.1, by / 10) if by > 0 else run.size - 0.1)

    def short(run: GlyphRun) -> GlyphRun:
        return replace(run, glyphs=run.glyphs[1:])

    with pytest.MonkeyPatch.context() as patch:
        Wrap(patch).runs("", change)
        assert codes(problems(SAMPLE)) & {"lost", "twice", "outside"}
