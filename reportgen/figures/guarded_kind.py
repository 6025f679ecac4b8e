"""A kind of figure from another package in; the same kind, whose own mistakes are told in a sentence, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.content.data_facts import Facts
from reportgen.content.kinds import Check, Refusal
from reportgen.figures.base import Figure, FigureError, Mark, MarkFigure
from reportgen.figures.kinds import Kind, Request
from reportgen.geometry import Flex

if TYPE_CHECKING:
    from matplotlib.artist import Artist

HINT = "mend or update that package"


def guarded(kind: Kind, told: str) -> Kind:
    """The kind, of whose code nothing but `FigureError` comes; `told` says which figure of which package it is."""
    return replace(kind, make=_made(kind, told), check=_checked(kind.check, told) if kind.check else None)


@contextmanager
def sentences(told: str) -> Iterator[None]:
    """Whatever somebody else's code raises becomes a FigureError: the report's author cannot mend it."""
    try:
        yield
    except FigureError:
        raise
    except (Exception, SystemExit) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise FigureError(f"{told}: {reason}", HINT) from error


@dataclass(frozen=True)
class Guarded(MarkFigure):
    """A figure of another package."""

    figure: MarkFigure
    whose: str

    @property
    def foot(self) -> float:
        """Height in pt of what stands under its base line."""
        return self.figure.foot

    def measure(self, width: float) -> Flex:
        """The heights in pt that it can take at `width` pt; raises FigureError."""
        with sentences(self.whose):
            measured = self.figure.measure(width)  # type: ignore[attr-defined]  # a Figure has it, `Drawn` says none
            if isinstance(measured, Flex):
                return measured
            raise TypeError(f"`measure` gives no `Flex`, but {type(measured).__name__}")

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """What it draws; raises FigureError."""
        with sentences(self.whose):
            return tuple(self.figure.marks(width, height))

    def artists(self, width: float, height: float) -> Sequence[Artist]:
        """What it draws, as Matplotlib artists; raises FigureError."""
        with sentences(self.whose):
            return self.figure.artists(width, height)


def _made(kind: Kind, told: str) -> Callable[[Request], Figure]:
    def make(asked: Request) -> Figure:
        with sentences(told):
            figure = kind.make(asked)
            if isinstance(figure, MarkFigure):
                return Guarded(figure.brand, figure.alternative, figure, told)
            raise TypeError(f"its `make` gives no `reportgen.figures.base.MarkFigure`, but {type(figure).__name__}")

    return make


def _checked(check: Check, told: str) -> Check:
    def checked(facts: Facts) -> Refusal | None:
        try:
            with sentences(told):
                found = check(facts)
                if found is None or isinstance(found, Refusal):
                    return found
                raise TypeError(f"its `check` gives no `Refusal`, but {type(found).__name__}")
        except FigureError as error:
            return Refusal(str(error), error.hint)

    return checked
