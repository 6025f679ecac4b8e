"""Type and figures as parts of a page, in one brand; the problems of setting them are gathered on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import groupby

from reportgen.brand import Brand
from reportgen.colour.inks import Ink
from reportgen.content.report import Report
from reportgen.figures.base import FigureError, MarkFigure, PlacedFigure
from reportgen.geometry import Flex, Rect, fixed
from reportgen.layout.parts import Part, nothing, space
from reportgen.page import Box, FigureBox, Group, LinkArea, Role, TextRun
from reportgen.problems import Place, Problem
from reportgen.text.breaking import TOLERANCE, break_lines
from reportgen.text.coverage import character_faults, missing_characters
from reportgen.text.paragraph import paragraph_of
from reportgen.text.printed_links import with_addresses
from reportgen.text.setting import SetLine, SetText, set_text
from reportgen.text.spans import Rich, Source, Span, plain
from reportgen.text.type_style import TypeStyle

_ADDRESS = re.compile(r"https?://|mailto:|www\.|@|\w\.\w+/", re.IGNORECASE)
SUPERIORS = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
_SUPERIORS = str.maketrans(SUPERIORS)
_BETWEEN_MARKS = "\N{THIN SPACE}"


_FEW = 3
"""From this many lines on a paragraph's measure is worth judging."""


@dataclass
class PageTypesetter:
    """Sets one report in one brand.

    `measures` gathers how many characters a line of each longer paragraph has, and `heads` the heights in pt of the
    heads that were set; `head` is the least height of one, so that neighbours begin level under theirs.
    """

    report: Report
    brand: Brand
    problems: list[Problem] = field(default_factory=list)
    measures: list[float] = field(default_factory=list)
    heads: list[float] = field(default_factory=list)
    head: float = 0.0
    made: dict[str, MarkFigure] = field(default_factory=dict)
    """Figures that were made already in this brand, each by what it is the figure of."""
    checked: dict[tuple[str, str, Rich], tuple[Problem, ...]] = field(default_factory=dict)
    """Texts whose characters were gone through, by path and style, with the problems of each."""
    shrunk: float = 0.0
    """How much under its style's size a number had to be set, as a share of it."""
    title: float = 0.0
    """What it costs that the title is high, or smaller than its style."""

    def gap(self, height: Flex) -> Part:
        """White space in whole vertical units of the page."""
        return space(height, self.brand.format.unit)

    def text(
        self,
        rich: Rich,
        style: TypeStyle,
        width: float,
        ink: Ink,
        source: str,
        *,
        role: Role = Role.PARAGRAPH,
        language: str = "",
        link: Ink | None = None,
        continues: bool = False,
        hanging: float = 0.0,
    ) -> Part:
        """A paragraph as a part `width` pt wide; its height runs from the top of its capitals to its last base line.

        Behind linked words stands their address, so that nothing is hidden on paper. `continues` says that the sentence
        goes on in another part: a number and its label, an amount and what it is for. The first line begins
        `hanging` pt left of the others.
        """
        spoken = language or self.report.language
        rich = self.marked(_with_addresses(rich))
        self._check_characters(rich, style, source)
        count, fits = _line_count(rich, style, width, spoken)
        if not fits:
            self._too_wide(set_text(rich, style, width, spoken, continues).overfull, width, source)
        foreign = self.foreign(spoken)

        def draw(box: Rect) -> tuple[Box, ...]:
            lines = set_text(rich, style, width, spoken, continues)
            boxes = text_boxes(lines, box.x, box.y, ink, link or ink, hanging)
            return (Group(role, boxes, language=foreign, source=source),)

        height = style.cap_height + (count - 1) * style.leading
        return Part(fixed(height), draw) if count else Part(fixed(0.0), nothing)

    def shrunk_to(self, style: TypeStyle, factor: float) -> TypeStyle:
        """The style of numbers that had to be set smaller by a factor; the page is worse for it."""
        self.shrunk = max(self.shrunk, 1 - factor)
        return style.at(style.size * factor) if factor < 1 else style

    def lines_of(self, rich: Rich, style: TypeStyle, width: float, language: str = "") -> int:
        """How many lines a text has at `width` pt."""
        return _line_count(self.marked(_with_addresses(rich)), style, width, language or self.report.language)[0]

    def holds(self, rich: Rich, style: TypeStyle, width: float) -> bool:
        """Whether no word of a text, or part of one at which it may be broken, is wider than `width` pt."""
        return _line_count(_with_addresses(rich), style, width, self.report.language)[1]

    def foreign(self, language: str) -> str:
        """`language` where it is another than the report's, else "": what a group has to say of it."""
        return language if language != self.report.language else ""

    def paragraphs(
        self,
        texts: tuple[Rich, ...],
        styles: tuple[TypeStyle, ...],
        width: float,
        source: str,
        *,
        ink: Ink,
        link: Ink | None = None,
        language: str = "",
        hanging: tuple[float, ...] = (),
    ) -> list[Part]:
        """Paragraphs with the brand's space between; the first in the first style, and so on, the rest in the last."""
        parts: list[Part] = []
        for index, rich in enumerate(texts):
            if index:
                parts.append(self.gap(self.brand.spaces.paragraph))
            style = styles[min(index, len(styles) - 1)]
            hangs = hanging[index] if hanging else 0.0
            part = self.text(rich, style, width, ink, source, language=language, link=link, hanging=hangs)
            parts.append(part)
            lines = self.lines_of(rich, style, width, language)
            if lines >= _FEW:
                self.measures.append(len(plain(rich)) / lines)
        return parts

    def figure(
        self,
        make: Callable[[], MarkFigure],
        width: float,
        source: str,
        explained: Callable[[FigureError], FigureError] = lambda error: error,
    ) -> tuple[MarkFigure, Flex] | None:
        """A figure and the heights that it can take; None, with a problem, when it cannot be drawn so narrow.

        `explained` may say more of why.
        """
        try:
            if source not in self.made:
                self.made[source] = make()
            figure = self.made[source]
            return figure, figure.measure(width)
        except FigureError as error:
            told = explained(error)
            self.problem("figure", str(told), source, told.hint)
            return None

    def marked(self, rich: Rich) -> Rich:
        """A text with the marks of its notes, when the page has several sources; each mark refers to its note."""
        spans: list[Span] = []
        for has_notes, stretch in groupby(rich, key=lambda span: bool(span.notes)):
            if not has_notes:
                spans += stretch
                continue
            sources = dict.fromkeys(source for span in stretch for source in span.notes)
            apart = spans[-1].text[-1:] in tuple(SUPERIORS.values()) if spans else False  # as behind km²
            for source in sources:
                mark = self.note_mark((source,))
                spans += [Span(_BETWEEN_MARKS, keep=True)] if mark and apart else []
                spans += [Span(mark, keep=True, within=(f"{Role.REFERENCE} {mark}",))] if mark else []
                apart = True
        return tuple(spans)

    def note_mark(self, sources: tuple[Source, ...]) -> str:
        """The numbers of sources as superior figures, in brackets if a typeface has none; "" for a lone source."""
        if len(self.report.sources) < 2:
            return ""
        numbers = [str(self.report.sources.index(source) + 1) for source in dict.fromkeys(sources)]
        if self._has_superiors:
            return _BETWEEN_MARKS.join(number.translate(_SUPERIORS) for number in numbers)
        return "".join(f" ({number})" for number in numbers)

    @cached_property
    def _has_superiors(self) -> bool:
        """Whether all typefaces of the brand have superior figures, so that all marks of a page look alike."""
        signs = "".join(SUPERIORS.values()) + _BETWEEN_MARKS
        return not any(missing_characters(signs, font) for font in self.brand.fonts)

    def problem(self, code: str, message: str, source: str, hint: str = "") -> None:
        """Note a problem at the place of the YAML that `source` names."""
        self.problems.append(Problem(code, message, self.report.place_of(source), hint))

    def _too_wide(self, word: str, width: float, source: str) -> None:
        """Note that a word does not fit, at the word itself."""
        place = self.report.place_of_word(source, word)
        message = f"`{word}` is wider than its column ({width / 72 * 25.4:.0f} mm)"
        self.problems.append(Problem("too-wide", message, place, _too_wide_hint(word, place)))

    def _check_characters(self, rich: Rich, style: TypeStyle, source: str) -> None:
        """Note every character of a text that cannot be set; each text is gone through once in each style."""
        key = (source, style.name, rich)
        if key not in self.checked:
            self.checked[key] = tuple(self._unsettable(rich, style, source))
        self.problems.extend(self.checked[key])

    def _unsettable(self, rich: Rich, style: TypeStyle, source: str) -> Iterator[Problem]:
        for span in rich:
            for char, why, hint in character_faults(span.text, style.family.face(span.bold, span.italic)):
                place = self.report.place_of_word(source, char)
                yield Problem("character", why, place, hint)


def _too_wide_hint(word: str, place: Place) -> str:
    """What to do about a word that is wider than its column; an address may have been broken, and be found in part."""
    around = (match[0] for match in re.finditer(r"\S+", place.excerpt) if match.start() < place.column <= match.end())
    if _ADDRESS.search(word) or _ADDRESS.search(next(around, "")):
        return "give a shorter address that leads to the same page"
    return "use a shorter word, or divide it with a hyphen"


_with_addresses = lru_cache(maxsize=1 << 12)(with_addresses)


@lru_cache(maxsize=1 << 14)
def _line_count(rich: Rich, style: TypeStyle, width: float, language: str) -> tuple[int, bool]:
    """How many lines a text has, and whether all of them keep to the width: all that a measure needs to know."""
    breakpoints = paragraph_of(rich, style, language).breakpoints
    breaks = break_lines(breakpoints, max(width, TOLERANCE), style.balance, style.size) if breakpoints else ()
    starts = (0.0, *(breakpoints[index].start for index in breaks))
    widest = max((breakpoints[index].end - start for index, start in zip(breaks, starts, strict=False)), default=0.0)
    return len(breaks), widest * style.size <= width + 2 * TOLERANCE


def text_boxes(text: SetText, x: float, y: float, ink: Ink, link: Ink, hanging: float = 0.0) -> tuple[Box, ...]:
    """A set paragraph with the top of its first capitals at `y`; links and notes as groups, also over several lines.

    Its first line begins `hanging` pt left of `x`.
    """
    placed: list[_Placed] = []
    for number, (line, down) in enumerate(zip(text.lines, text.baselines, strict=True)):
        placed.extend(_line_boxes(line, x if number else x - hanging, y + down, ink, link))
    return _nested(placed) if any(parts for parts, _ in placed) else tuple(box for _, box in placed)


def figure_box(figure: MarkFigure, box: Rect, source: str, language: str = "") -> Group:
    """A figure in its rectangle, with what a reader hears in its place; `language` if it is not the page's."""
    placed = PlacedFigure(figure, box.width, box.height)
    return Group(
        Role.FIGURE,
        (FigureBox(box, placed),),
        language=language,
        alt=figure.describe(),
        source=source,
        table=placed.table,
        listed=figure.listed,
    )


_Placed = tuple[tuple[str, ...], Box]
"""A box and the parts of the text that it stands in, outermost first."""


def _line_boxes(line: SetLine, x: float, base: float, ink: Ink, link: Ink) -> Iterator[_Placed]:
    """One set line on the base line `base`; a stretch that leads somewhere has its live area after it."""
    for placed in line.runs:
        url, run = placed.span.url, placed.run
        parts = (*placed.span.within, f"{Role.LINK} {url}") if url else placed.span.within
        yield parts, TextRun(x + placed.x, base, run, link if url else ink)
        if url:
            yield parts, LinkArea(Rect(x + placed.x, base - 0.8 * run.size, run.width, run.size), url, run.text.strip())


def _nested(placed: Sequence[_Placed], depth: int = 0) -> tuple[Box, ...]:
    """Neighbours that stand in the same part of the text as one group."""
    boxes: list[Box] = []
    for key, found in groupby(placed, key=lambda one: one[0][depth : depth + 1]):
        members = list(found)
        if not key:
            boxes.extend(box for _, box in members)
            continue
        role = Role(key[0].partition(" ")[0])
        children = _nested(members, depth + 1)
        boxes.append(Group(role, _with_all_words(children) if role is Role.LINK else children))
    return tuple(boxes)


def _with_all_words(boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    """The boxes of one link; each of its areas is heard as the whole link."""
    words = "".join(box.run.text for box in boxes if isinstance(box, TextRun)).strip()
    return tuple(replace(box, text=words) if isinstance(box, LinkArea) else box for box in boxes)
