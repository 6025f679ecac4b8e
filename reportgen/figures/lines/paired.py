"""What figures of two values for each of several items share: the items that matter, inks, and a note on the scale."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import ClassVar, TypeVar

from reportgen.colour.inks import Ink
from reportgen.figures.base import Label, MarkFigure
from reportgen.figures.drawing.margin_labels import LabelPiece, value_line
from reportgen.figures.lines.before_after import BeforeAfter, Pairs, pairs_alternative, pairs_of
from reportgen.figures.lines.line_alternative import start_note
from reportgen.figures.request import Request
from reportgen.page import NOTE_CELL
from reportgen.text.setting import SetLine, set_line


@dataclass(frozen=True)
class Paired(MarkFigure):
    """`emphasised` are the names of the items that matter; `note` says where a cut scale starts."""

    pairs: Pairs
    emphasised: tuple[str, ...]
    language: str
    note: str = ""

    bold_columns: ClassVar[tuple[int, ...]] = (1, 2)
    """The columns whose values are bold where no item is emphasised."""

    @cached_property
    def starts_at(self) -> Decimal:
        """Where the scale starts: zero, or a round number under the least value."""
        raise NotImplementedError

    @property
    def foot(self) -> float:
        """Height of the note on a cut scale, in pt."""
        caption = self.brand.styles.caption
        return self.brand.spaces.close.normal + caption.cap_height + caption.depth if self.note else 0.0

    @property
    def notes(self) -> tuple[str, ...]:
        """The note on a cut scale."""
        return (self.note,) if self.note else ()

    @cached_property
    def has_one(self) -> bool:
        """Whether some item is emphasised."""
        return any(map(self.is_emphasised, self.pairs.items))

    def is_emphasised(self, item: BeforeAfter) -> bool:
        """Whether an item matters."""
        return item.name in self.emphasised

    def ink(self, item: BeforeAfter) -> Ink:
        """The ink of an item's marks."""
        roles = self.brand.roles
        if not self.has_one:
            return roles.mark
        return roles.mark_emphasised if self.is_emphasised(item) else roles.mark_beside

    def label_ink(self, item: BeforeAfter) -> Ink:
        """The ink of an item's labels."""
        return self.brand.roles.mark_emphasised_label if self.is_emphasised(item) else self.brand.roles.text

    def value(self, item: BeforeAfter, column: int) -> LabelPiece:
        """A value before (column 1) or after (2), or why there is none."""
        styles, text, cell = self.brand.styles, self.alternative.table[item.row][column], (item.row, column)
        if column not in item.known:
            line = set_line(text, styles.caption, self.language)
            return LabelPiece(line, styles.caption, self.brand.roles.caption, cell)
        bold = self.is_emphasised(item) or (not self.has_one and column in self.bold_columns)
        line = value_line(text, styles.figure_label, self.language, bold)
        return LabelPiece(line, styles.figure_label, self.label_ink(item), cell)

    @property
    def heads(self) -> tuple[SetLine, SetLine]:
        """The two periods."""
        before, after = (set_line(each, self.brand.styles.caption, self.language) for each in self.pairs.periods)
        return before, after

    @property
    def note_line(self) -> SetLine:
        """The note on one line."""
        return set_line(self.note, self.brand.styles.caption, self.language)

    @property
    def note_labels(self) -> list[Label]:
        """The note at the foot, if there is one."""
        y, ink = self.brand.styles.caption.depth, self.brand.roles.caption
        return [Label(0.0, y, self.note_line, ink, cell=NOTE_CELL)] if self.note else []


Kind = TypeVar("Kind", bound=Paired)


def make_paired(kind: type[Kind], asked: Request, what: str) -> Kind:
    """A figure of pairs, which is called `what` ("a slope") where it is refused."""
    statistic, words = asked.statistic, asked.words
    pairs = pairs_of(statistic, what)
    alternative = pairs_alternative(statistic, pairs, words)
    made = kind(asked.brand, alternative, pairs, statistic.emphasised, statistic.language)
    if not made.starts_at:
        return made
    rule = next(datum.rule for item in pairs.items for datum in item.known.values())
    return replace(made, note=start_note(made.starts_at, rule, words, statistic.language))
