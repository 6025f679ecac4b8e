"""Labels of one cell are read in one go: all but the last have a space at their end."""

from __future__ import annotations

from figure_samples import BRANDS, brand

from reportgen.figures.base import Label, Shape, kept_apart
from reportgen.page import NOTE_CELL, Cell
from reportgen.text.setting import continuing, set_line

LOOK = brand(BRANDS[0])


def label(text: str, cell: Cell | None, continues: bool = False) -> Label:
    return Label(0, 0, set_line(text, LOOK.styles.figure_label, "en", continues=continues), LOOK.roles.text, cell=cell)


def test_notes_and_names_in_lines_are_kept_apart_and_single_labels_are_left() -> None:
    shape = Shape((("M", 0.0, 0.0),), fill=LOOK.roles.mark)
    marks = [
        *(label("under 15%", NOTE_CELL), shape, label("15 to 20%", NOTE_CELL), label("Holy", (1, 0))),
        *(label("30%", (1, 1)), label("Trinity", (1, 0)), label("over 25%", NOTE_CELL)),
    ]
    kept = kept_apart(marks)
    assert [mark.line.text for mark in kept if isinstance(mark, Label)] == [
        *("under 15% ", "15 to 20% ", "Holy ", "30%", "Trinity", "over 25%")
    ]
    assert kept[1] is shape and kept[4] is marks[4]
    same = [(mark.line.width, mark.x) for mark in marks if isinstance(mark, Label)]
    assert [(mark.line.width, mark.x) for mark in kept if isinstance(mark, Label)] == same


def test_a_space_is_set_in_the_line_s_own_face_and_only_once() -> None:
    line = set_line("Moved in", LOOK.styles.figure_label, "en")
    spaced = continuing(line)
    assert spaced.text == "Moved in " and continuing(spaced) is spaced
    assert spaced.runs[-1].run.font == line.runs[-1].run.font
    assert spaced == set_line("Moved in", LOOK.styles.figure_label, "en", continues=True)
    empty = set_line("", LOOK.styles.figure_label, "en")
    assert continuing(empty) is empty


def test_type_that_may_be_coloured_keeps_to_nine_points() -> None:
    for look in map(brand, BRANDS):
        small = look.at_step(0).styles
        assert min(small.figure_label.size, small.place_label.size, small.kicker.size) >= 9.0
        assert small.caption.size < look.styles.caption.size
