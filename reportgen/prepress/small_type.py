"""What a press would blur of a page's small type, with a warning at its place.

Small type in several inks is printed in the nearest ink of the brand on one plate (`reportgen.colour.registration`).
There is a warning where the brand has none, and for white type in a figure that several inks, none of them nearly
solid, would have to spare.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportgen.brand import Brand
from reportgen.colour.inks import Ink
from reportgen.colour.profiles import OutputIntent
from reportgen.colour.registration import is_blurred, is_spared, sharp
from reportgen.colour.separation import separator
from reportgen.figures.base import Label, marks_of
from reportgen.figures.lint import FigureView, figures_of
from reportgen.page import FigureBox, Page, TextRun
from reportgen.press_practice import SMALL_BLACK_TYPE, SMALL_TYPE, SMALL_TYPE_SEVERITY, plate_count
from reportgen.problems import Place, Problem, shortened

Type = tuple[str, float, Ink, str]
"""What is set, its size in pt, its ink and the path of its block."""


def small_type(page: Page, brand: Brand, intent: OutputIntent, place_of: Callable[[str], Place]) -> tuple[Problem, ...]:
    """A warning for each ink whose small type would be blurred, and for each pair of inks that would close up."""
    found: dict[object, Problem] = {}
    for text, size, ink, source in _type_of(page):
        if ink not in found and is_blurred(sharp(ink, size, brand.inks, intent), size, intent):
            place = dict(brand.ink_places).get(ink.name) or place_of(source)
            found[ink] = _blurred(text, size, separator(intent).of(ink), ink, place)
    for seen in figures_of(page, brand.roles):
        for label, ground in _white_labels(seen, intent):
            if (label.ink, ground) not in found:
                found[label.ink, ground] = _closing_up(label, ground, place_of(seen.source))
    return tuple(found.values())


def _type_of(page: Page) -> Iterator[Type]:
    """All type of a page, that of its figures too."""
    for box, _, source in page.walk():
        if isinstance(box, TextRun):
            yield box.run.text, box.run.size, box.ink, source
        elif isinstance(box, FigureBox):
            labels = (mark for mark in marks_of(box) if isinstance(mark, Label))
            yield from ((label.line.text, _size(label), label.ink, source) for label in labels if label.line.runs)


def _white_labels(seen: FigureView, intent: OutputIntent) -> Iterator[tuple[Label, Ink]]:
    """White labels of a figure that are small, and what they stand on where that would not keep them open."""
    for index, mark in enumerate(seen.marks):
        if isinstance(mark, Label) and mark.line.runs and _size(mark) < SMALL_TYPE and _is_white(mark.ink, intent):
            ground = seen.ink_under([(mark.left + mark.line.width / 2, mark.y + 0.3 * _size(mark))], index)
            if not is_spared(ground, _size(mark), intent):
                yield mark, ground


def _is_white(ink: Ink, intent: OutputIntent) -> bool:
    return ink.spot is None and plate_count(separator(intent).of(ink)) == 0


def _size(label: Label) -> float:
    return min(placed.run.size for placed in label.line.runs)


def _blurred(text: str, size: float, cmyk: tuple[float, ...], ink: Ink, place: Place) -> Problem:
    four = "/".join(f"{value:g}" for value in cmyk)
    least = SMALL_TYPE if size < SMALL_TYPE else SMALL_BLACK_TYPE
    message = (
        f"“{shortened(text)}” is set in `{ink.name}` at {size:.3g} pt, and {four} is printed in several inks, "
        f"which blur type under {least:g} pt"
    )
    hint = "give the brand an ink as light that is black alone, such as `cmyk: [0, 0, 0, 75]`, or larger type"
    return Problem("small-type", message, place, hint, SMALL_TYPE_SEVERITY)


def _closing_up(label: Label, ground: Ink, place: Place) -> Problem:
    message = (
        f"“{shortened(label.line.text)}” is white at {_size(label):.3g} pt on `{ground.name}`, "
        f"whose inks may close it up: none of them is nearly solid"
    )
    hint = f"let the brand's `figure label` be {SMALL_TYPE:g} pt or larger"
    return Problem("small-type", message, place, hint, SMALL_TYPE_SEVERITY)
