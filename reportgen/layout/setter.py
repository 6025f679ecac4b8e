"""The setter: type and figures as parts. It holds report and brand, and gathers the problems of setting them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from reportgen.brand import Brand
from reportgen.content.report import Report, Source
from reportgen.figures.base import Figure, FigureError
from reportgen.flex import Flex, fixed
from reportgen.inks import Ink
from reportgen.layout.parts import Part, nothing
from reportgen.page import Box, FigureBox, Group, LinkArea, Rect, Role, TextRun
from reportgen.problems import Problem
from reportgen.text.coverage import has_rtl, missing_characters, name_of
from reportgen.text.setting import SetLine, SetText, set_text
from reportgen.text.spans import Rich, Span
from reportgen.text.style import TypeStyle

_SUPERIORS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass
class Setter:
    """Sets one report in one brand."""

    report: Report
    brand: Brand
    problems: list[Problem] = field(default_factory=list)

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
    ) -> Part:
        """A paragraph as a part `width` pt wide; its height runs from the top of its capitals to its last base line."""
        spoken = language or self.report.language
        self._check_characters(rich, style, source)
        lines = set_text(rich, style, width, spoken)
        if lines.overfull:
            self.problem(
                "too-wide",
                f"`{lines.overfull}` is wider than its column ({width / 72 * 25.4:.0f} mm)",
                source,
                "use a shorter word, or divide it with a hyphen",
            )
        foreign = self.foreign(spoken)

        def draw(box: Rect) -> tuple[Box, ...]:
            boxes = text_boxes(lines, box.x, box.y, ink, link or ink)
            return (Group(role, boxes, language=foreign, source=source),)

        return Part(fixed(lines.height if lines.lines else 0.0), draw if lines.lines else nothing)

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
    ) -> list[Part]:
        """Paragraphs with the brand's space between; the first in the first style, and so on, the rest in the last."""
        parts: list[Part] = []
        for index, rich in enumerate(texts):
            if index:
                parts.append(Part(self.brand.spaces.paragraph, nothing))
            style = styles[min(index, len(styles) - 1)]
            parts.append(self.text(rich, style, width, ink, source, language=language, link=link))
        return parts

    def figure(self, make: Callable[[], Figure], width: float, source: str) -> tuple[Figure, Flex] | None:
        """A figure and the heights that it can take; None, with a problem, when it cannot be drawn so narrow."""
        try:
            figure = make()
            return figure, figure.measure(width)
        except FigureError as error:
            self.problem("figure", str(error), source, error.hint)
            return None

    def noted(self, rich: Rich, source: Source | None) -> Rich:
        """A text with the number of its source behind it, when the page has several sources."""
        mark = self.note_mark(source)
        return (*rich, Span(mark, keep=True)) if mark else rich

    def note_mark(self, source: Source | None) -> str:
        """The number of a source as a superior figure, in brackets if the typeface has none; "" for a lone source."""
        if source is None or len(self.report.sources) < 2:
            return ""
        mark = str(source.number).translate(_SUPERIORS)
        missing = missing_characters(mark, self.brand.styles.text.family.regular)
        return f" ({source.number})" if missing else mark

    def foreign(self, language: str) -> str:
        """The language of a block where it is not the report's."""
        return language if language != self.report.language else ""

    def problem(self, code: str, message: str, source: str, hint: str = "") -> None:
        """Note a problem at the place of the YAML that `source` names."""
        self.problems.append(Problem(code, message, self.report.place_of(source), hint))

    def _check_characters(self, rich: Rich, style: TypeStyle, source: str) -> None:
        for span in rich:
            if has_rtl(span.text):
                hint = "leave it out until reportgen can set it right"
                self.problem("right-to-left", "this text runs from right to left", source, hint)
                continue
            font = style.family.face(span.bold, span.italic)
            for char in missing_characters(span.text, font):
                hint = "write it another way, or set the text in a typeface that has it"
                message = f"the typeface {font.name} has no `{char}` ({name_of(char)})"
                self.problem("missing-glyph", message, source, hint)


def text_boxes(text: SetText, x: float, y: float, ink: Ink, link: Ink) -> tuple[Box, ...]:
    """A set paragraph with the top of its first capitals at `y`."""
    boxes: list[Box] = []
    for line, down in zip(text.lines, text.baselines, strict=True):
        boxes.extend(line_boxes(line, x, y + down, ink, link))
    return tuple(boxes)


def line_boxes(line: SetLine, x: float, base: float, ink: Ink, link: Ink | None = None) -> tuple[Box, ...]:
    """One set line on the base line `base`; stretches that lead somewhere become links."""
    boxes: list[Box] = []
    for placed in line.runs:
        url = placed.span.url
        boxes.append(TextRun(x + placed.x, base, placed.run, link or ink if url else ink))
        if url:
            size = placed.run.size
            area = Rect(x + placed.x, base - 0.8 * size, placed.run.width, size)
            boxes.append(LinkArea(area, url, placed.run.text.strip()))
    return tuple(boxes)


def figure_box(figure: Figure, box: Rect, source: str, language: str) -> Group:
    """A figure in its rectangle, with what a reader hears in its place, in `language`."""
    alt, table = figure.describe(), figure.values()
    return Group(Role.FIGURE, (FigureBox(box, figure),), language=language, alt=alt, source=source, table=table)
