"""What figures of two values for each of several things share: the pairs, their moments, a note on the scale."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.figures.base import MarkFigure
from reportgen.figures.lines.before_after import Pairs
from reportgen.text.setting import SetLine, set_line


@dataclass(frozen=True)
class Paired(MarkFigure):
    """`emphasised` are the names of the things that matter; `note` says where a cut scale starts."""

    pairs: Pairs
    emphasised: tuple[str, ...]
    language: str
    note: str = ""

    @property
    def foot(self) -> float:
        """Height of the note on a cut scale, in pt."""
        caption = self.brand.styles.caption
        return self.brand.spaces.close.normal + caption.cap_height + caption.depth if self.note else 0.0

    @property
    def notes(self) -> tuple[str, ...]:
        """The note on a cut scale."""
        return (self.note,) if self.note else ()

    @property
    def _heads(self) -> tuple[SetLine, SetLine]:
        before, after = (set_line(each, self.brand.styles.caption, self.language) for each in self.pairs.moments)
        return before, after

    @property
    def _note(self) -> SetLine:
        return set_line(self.note, self.brand.styles.caption, self.language)
