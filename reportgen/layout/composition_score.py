"""The score of a composition: what may be wrong with a page, in numbers, and what that costs; the less, the better.

Every term is nothing on a page that has no such fault, and about one on a page that a designer would set anew for it
alone; `WEIGHTS` says how they weigh against each other, and is what to tune.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import add, attrgetter, mul

from reportgen.geometry import Flex


@dataclass(frozen=True, slots=True)
class Terms:
    """What is wrong with a composition.

    `over`: pt that it is too high. `space`: how far the white space is from the brand's normal, squared; 1 is its end.
    `fill`: the share of the page that stays empty even so. `size`: how far type is from the brand's normal sizes.
    `level`: how much of its row stays bare under shorter blocks. `lines`: how far the lines of text are from 45 to 75
    characters. `stranded`: cells without content. `order`: parts out of the reader's order. `usual`: how far blocks
    are from the way in which each stands best. `proportion`: by what share numbers had to be set smaller than their
    style, or bars shorter than compares well. `broken`: things that cannot be set at all.
    """

    over: float = 0.0
    space: float = 0.0
    fill: float = 0.0
    size: float = 0.0
    level: float = 0.0
    lines: float = 0.0
    stranded: float = 0.0
    order: float = 0.0
    usual: float = 0.0
    proportion: float = 0.0
    broken: float = 0.0

    @property
    def values(self) -> tuple[float, ...]:
        """The terms in the order of `NAMES`."""
        found: tuple[float, ...] = _values(self)
        return found

    def __add__(self, other: Terms) -> Terms:
        return Terms(*map(add, self.values, other.values))


NAMES = tuple(each.name for each in fields(Terms))
_values = attrgetter(*NAMES)

WEIGHTS: Mapping[str, float] = {
    "over": 100.0,  # a page that does not fit is no page
    "space": 1.0,
    "fill": 30.0,  # a thirtieth of the page empty is as bad as spaces at their end
    "size": 1.0,
    "level": 4.0,
    "lines": 1.0,
    "stranded": 0.5,
    "order": 0.4,
    "usual": 1.0,
    "proportion": 2.0,
    "broken": 1e6,  # nor one on which something cannot be set
}

_WEIGHTS = tuple(WEIGHTS[name] for name in NAMES)

_SHORT, _LONG = 45.0, 75.0
"""Characters of a line of text that is easy to read (Bringhurst, The Elements of Typographic Style, 2.1.2)."""
_NEAR = 0.12
"""How much shorter than its row a block may be before that counts."""
_TIGHT = 0.5
"""What a size under normal costs before its distance: pages grow more gladly than they shrink."""
_PER_SIZE = 4.0


def summed(terms: Iterable[Terms]) -> Terms:
    """All that is wrong with several parts of a page."""
    return Terms(*map(sum, zip(*(one.values for one in terms), strict=True)))


def cost(terms: Terms) -> float:
    """The one number that is compared."""
    return float(sum(map(mul, _WEIGHTS, terms.values)))


def size_term(factor: float) -> float:
    """What text at `factor` of its normal size costs."""
    return _PER_SIZE * (factor - 1) if factor >= 1 else _TIGHT + _PER_SIZE * (1 - factor)


def line_term(characters: Sequence[float]) -> float:
    """What lines of so many characters cost, a paragraph each; the mean of them."""
    return sum(map(_off, characters)) / len(characters) if characters else 0.0


def _off(characters: float) -> float:
    if characters < _SHORT:
        return (_SHORT - characters) / _SHORT
    return 2 * max(0.0, characters - _LONG) / _LONG


def level_term(heights: Sequence[Flex], widths: Sequence[float]) -> float:
    """How much of a row stays bare: blocks that cannot reach down to its foot, by the share of the row they take."""
    if len(heights) < 2:
        return 0.0
    tall = max(height.normal for height in heights)
    bare = (max(0.0, 1 - min(height.most, tall) / tall - _NEAR) if tall else 0.0 for height in heights)
    return 2 * sum(one * width for one, width in zip(bare, widths, strict=True)) / sum(widths)


def page_terms(height: Flex, room: float) -> Terms:
    """What a column of the page costs that is to fill `room` pt."""
    if height.least > room + 0.01:
        return Terms(over=height.least - room, space=1.0)
    stretch = min(1.0, max(-1.0, height.stretch_to(room)))
    return Terms(space=stretch * stretch, fill=max(0.0, room - height.most) / room)
