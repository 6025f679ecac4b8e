"""The walk over a page: every box once, in reading order, with what it stands in."""

from __future__ import annotations

from reportgen.colour.inks import Ink
from reportgen.geometry import Rect
from reportgen.page import Box, Group, LinkArea, Page, PathBox, Role, artifact, box_path

SPOT = Rect(0, 0, 10, 10)
PATH = PathBox(box_path(SPOT), fill=Ink("black", (0, 0, 0)))
LINK = LinkArea(SPOT, "https://example.org", "an example")


def page(*boxes: Box) -> Page:
    return Page(100, 100, 0, Group(Role.DOCUMENT, boxes), "Title", "en-GB")


def test_a_group_comes_before_what_it_holds() -> None:
    inner = Group(Role.PARAGRAPH, (LINK,), source="intro")
    outer = Group(Role.SECTION, (inner, PATH))
    root = (found := page(outer, PATH)).root
    assert [(placed.box, placed.groups) for placed in found.walk()] == [
        (root, ()),
        (outer, (root,)),
        (inner, (root, outer)),
        (LINK, (root, outer, inner)),
        (PATH, (root, outer)),
        (PATH, (root,)),
    ]
    assert list(found.walk()) == list(found.walk())


def test_a_box_shows_the_block_of_the_nearest_group_that_names_one() -> None:
    nameless = Group(Role.SPAN, (LINK,))
    found = page(Group(Role.SECTION, (PATH, nameless, Group(Role.NOTE, (PATH,), source="notes[0]")), source="sections"))
    assert [(type(box).__name__, source) for box, _, source in found.walk()] == [
        ("Group", ""),
        ("Group", "sections"),
        ("PathBox", "sections"),
        ("Group", "sections"),
        ("LinkArea", "sections"),
        ("Group", "notes[0]"),
        ("PathBox", "notes[0]"),
    ]


def test_what_stands_in_a_figure_or_an_artifact_is_part_of_it() -> None:
    figure = Group(Role.FIGURE, (Group(Role.SPAN, (PATH,)),), alt="a dot")
    found = page(figure, artifact(Group(Role.FIGURE, (PATH,))), Group(Role.PARAGRAPH, (LINK,)))
    roles = [placed.role for placed in found.walk() if not isinstance(placed.box, Group)]
    assert roles == [Role.FIGURE, Role.ARTIFACT, Role.PARAGRAPH]
    assert [placed.role for placed in found.walk() if placed.box is figure] == [Role.DOCUMENT]
