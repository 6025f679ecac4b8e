"""Guards a kind of figure from another package: its own mistakes become problems in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from reportgen.colour.inks import Ink
from reportgen.content.captions import Caption, CaptionFacts
from reportgen.content.data_facts import Facts
from reportgen.content.kinds.declaration import Check, Kind, Orientation, Refusal
from reportgen.figures.base import FigureError, Label, Mark, MarkFigure, Shape
from reportgen.figures.request import Request
from reportgen.geometry import Flex
from reportgen.page import LEGEND_ROW
from reportgen.text.spans import Rich, Span
from reportgen.text.words import Words

HINT = "mend or update that package"


def guarded(kind: Kind, whose: str) -> Kind:
    """The kind, of whose code nothing but `FigureError` comes; `whose` says which figure of which package it is.

    Raises FigureError for a declaration that is not made as it must be.
    """
    with sentences(whose):
        for name in ("needs", "keys", "forms", "unsaid", "saying"):
            value = getattr(kind, name)
            if not isinstance(value, tuple) or not all(isinstance(each, str) for each in value):
                raise TypeError(f"its `{name}` is no tuple of texts, but {value!r}")
        if not isinstance(kind.orientation, Orientation):
            raise TypeError(f"its `orientation` is no `Orientation`, but {kind.orientation!r}")
    return replace(
        kind,
        make=_made(kind.make, whose) if kind.make else None,
        check=_checked(kind.check, whose) if kind.check else None,
        caption=_captioned(kind.caption, whose),
        stock_caption=_captioned(kind.stock_caption, whose) if kind.stock_caption else None,
    )


@contextmanager
def sentences(whose: str) -> Iterator[None]:
    """Whatever somebody else's code raises becomes a FigureError: the report's author cannot mend it."""
    try:
        yield
    except FigureError:
        raise
    except (Exception, SystemExit) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise FigureError(f"{whose}: {reason}", HINT) from error


@dataclass(frozen=True)
class Guarded(MarkFigure):
    """A figure of another package."""

    figure: MarkFigure
    whose: str

    @property
    def foot(self) -> float:
        """Height in pt of what stands under its base line."""
        return self.figure.foot

    @property
    def notes(self) -> tuple[str, ...]:
        """Notes that it sets at its foot itself."""
        return self.figure.notes

    def measure(self, width: float) -> Flex:
        """The heights in pt that it can take at `width` pt; raises FigureError."""
        with sentences(self.whose):
            measured = self.figure.measure(width)
            if isinstance(measured, Flex):
                return measured
            raise TypeError(f"`measure` gives no `Flex`, but {type(measured).__name__}")

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """What it draws; raises FigureError."""
        with sentences(self.whose):
            marks = tuple(self.figure.marks(width, height))
            for mark in marks:
                self._check(mark)
            return marks

    def _check(self, mark: object) -> None:
        """Raises TypeError for what is no mark, and for one that the page could not draw or tell."""
        if not isinstance(mark, Shape | Label):
            raise TypeError(f"its `marks` has no `Shape` or `Label`, but {type(mark).__name__}")
        for ink in (mark.fill, mark.stroke) if isinstance(mark, Shape) else (mark.ink,):
            if not isinstance(ink, Ink | None):
                raise TypeError(f"a mark is drawn in no ink of the brand, but in {ink!r}")
        if mark.cell is not None and not LEGEND_ROW <= mark.cell[0] < 0:
            row, column = mark.cell
            if not (0 <= row < len(self.alternative.rows) and 0 <= column < len(self.alternative.rows[row])):
                raise TypeError(f"a mark stands for the cell {mark.cell}, which the table of values does not have")


def _made(make: Callable[[Request], object], whose: str) -> Callable[[Request], MarkFigure]:
    def made(asked: Request) -> MarkFigure:
        with sentences(whose):
            figure = make(asked)
            if isinstance(figure, MarkFigure):
                return Guarded(figure.brand, figure.alternative, figure, whose)
            raise TypeError(f"its `make` gives no `reportgen.extend.MarkFigure`, but {type(figure).__name__}")

    return made


def _checked(check: Check, whose: str) -> Check:
    def checked(facts: Facts) -> Refusal | None:
        try:
            with sentences(whose):
                found = check(facts)
                if found is None or isinstance(found, Refusal):
                    return found
                raise TypeError(f"its `check` gives no `Refusal`, but {type(found).__name__}")
        except FigureError as error:
            return Refusal(str(error), error.hint)

    return checked


def _captioned(caption: Caption, whose: str) -> Caption:
    def captioned(facts: CaptionFacts, words: Words) -> Rich:
        with sentences(whose):
            found = caption(facts, words)
            if isinstance(found, tuple) and all(isinstance(span, Span) for span in found):
                return found
            raise TypeError(f"its caption is no tuple of `Span`, but {type(found).__name__}")

    return captioned
