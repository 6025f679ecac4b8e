"""Amount: a bar whose length is the amount, on a scale that several bars share."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from reportgen.brand import Brand
from reportgen.content.report import Datum
from reportgen.figures.base import Drawn, Mark, Shape, Table
from reportgen.figures.shapes import rectangle
from reportgen.flex import Flex, fixed


@dataclass(frozen=True)
class Amount(Drawn):
    """`amount` against `scale`, the amount whose bar takes the whole width."""

    brand: Brand
    amount: Datum
    scale: Decimal
    sentence: str
    quiet: bool = False

    def measure(self, width: float) -> Flex:
        """The bar's thickness."""
        return fixed(self.brand.measures.amount_bar)

    def describe(self) -> str:
        """What the bar shows."""
        return self.sentence

    def values(self) -> Table:
        """The amount."""
        return (("", ""), (self.amount.name, self.amount.text))

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """The bar, and behind it the whole scale where that means something."""
        roles = self.brand.roles
        length = float(self.amount.value / self.scale) * width
        bar = Shape(rectangle(0, 0, length, height), fill=roles.mark)
        whole = Shape(rectangle(0, 0, width, height), fill=roles.mark_quiet)
        return (whole, bar) if self.quiet else (bar,)
