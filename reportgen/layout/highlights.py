"""The highlights: a head and a list of amounts or icons with what they are for, all bars on one scale or no bars."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from reportgen.content.amount_bars import least_width
from reportgen.content.report import Highlight, Highlights
from reportgen.figures.base import in_box
from reportgen.figures.drawing.icons import Icon, icon
from reportgen.figures.make import bar_of
from reportgen.geometry import MM, Rect, fixed, transformed
from reportgen.layout.block_parts import headed
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.layout_block import LayoutBlock, Variant
from reportgen.layout.parts import Part, at_top, column, grouped, no_taller, row, rule, space
from reportgen.layout.statistic_cell import number_span, wanted_width
from reportgen.layout.typesetter import PageTypesetter
from reportgen.page import Box, PathBox, Role, artifact
from reportgen.text.setting import natural_width
from reportgen.text.spans import noted, plain
from reportgen.text.type_style import TypeStyle
from reportgen.text.words import words_or_signs as words

_SHRUNK = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""How much smaller all amounts are set when the longest is too wide for its place."""
_LEAST_LEAD = 1.8
"""The least width of the place of an amount or an icon, in the size of amounts."""
_LEADS = (1, 2, 3, 4)
"""Columns that the amounts of a list may take: the first of these that holds the longest."""


_ABREAST = {1: 0.25, 2: 0.2, 3: 0.1, 4: 0.2}
"""How many may stand side by side over the whole page, and what that costs against a list beside something else."""
_WIDE_LIST = 0.7
"""What a list over the whole width leaves bare at its right, in cells."""


def variants(found: Highlights) -> tuple[LayoutBlock, ...]:
    """The highlights as one block."""
    count = len(found.items)
    variants = [Variant("list", partial(highlights, found, 1), 5, 8)]
    variants += (
        [Variant("pairs", partial(highlights, found, 2), 6, 8, penalty=0.1, stranded=count % 2)] if count > 1 else []
    )
    for abreast, cost in _ABREAST.items():
        if abreast <= count:
            bare = -count % abreast if abreast > 1 else _WIDE_LIST
            variants.append(Variant(f"{abreast} abreast", partial(highlights, found, abreast), 9, 24, cost, bare))
    return (LayoutBlock("highlights", tuple(variants)),)


def highlights(found: Highlights, abreast: int, typesetter: PageTypesetter, grid: ColumnGrid, columns: int) -> Part:
    """The highlights over `columns` columns of the grid; `abreast` of them side by side."""
    items = (
        _list(typesetter, grid, found, columns) if abreast == 1 else _table(typesetter, grid, found, columns, abreast)
    )
    body = [grouped(items, Role.LIST, "highlights.items")]
    parts = headed(typesetter, found.title, grid.span(columns), "highlights.title", body, found.language)
    return grouped(column(parts), Role.SECTION, "highlights")


def _list(typesetter: PageTypesetter, grid: ColumnGrid, found: Highlights, columns: int) -> Part:
    """One under the other, the amount left of its text, with a hairline between."""
    leading = _leading(typesetter, grid, found, columns)
    lead, width = grid.span(leading), grid.span(columns - leading)
    start = grid.offset(leading)
    if not any(item.amount or item.icon for item in found.items):
        lead, width, start = 0.0, grid.span(columns), 0.0
    style, scale = _amount_style(typesetter, found, lead), _scale(found, lead)
    parts: list[Part] = []
    for index, item in enumerate(found.items):
        if index:
            parts += _between(typesetter)
        sign = _sign(typesetter, item, lead, scale, style)
        text = _text(typesetter, item, width)
        cells = [(0.0, lead, at_top(sign)), (start, width, at_top(text))]
        parts.append(_item(typesetter, row(cells), item))
    return column([no_taller(column(parts)), space(fixed(typesetter.brand.spaces.padding.normal))])


def _between(typesetter: PageTypesetter) -> list[Part]:
    brand, gap = typesetter.brand, typesetter.gap(typesetter.brand.spaces.item)
    return [gap, rule(brand.roles.hairline, brand.measures.hairline), gap]


def _table(typesetter: PageTypesetter, grid: ColumnGrid, found: Highlights, columns: int, abreast: int) -> Part:
    """Side by side, the amount over its text."""
    each = columns // abreast
    width, brand = grid.span(each), typesetter.brand
    lead = min(width, grid.span(_leading(typesetter, grid, found, columns)))
    style, scale = _amount_style(typesetter, found, lead), _scale(found, lead)
    rows: list[Part] = []
    for start in range(0, len(found.items), abreast):
        items = found.items[start : start + abreast]
        signs = [_sign(typesetter, item, lead, scale, style) for item in items]
        tall = max(sign.height.normal for sign in signs)
        cells = []
        for index, (item, sign) in enumerate(zip(items, signs, strict=True)):
            stacked = column(
                [at_top(sign, tall), space(fixed(brand.spaces.close.normal)), _text(typesetter, item, width)]
            )
            cells.append((grid.offset(index * each), width, _item(typesetter, at_top(stacked), item)))
        if rows:
            rows += _between(typesetter)
        rows.append(row(cells))
    return column(rows)


def _leading(typesetter: PageTypesetter, grid: ColumnGrid, found: Highlights, columns: int) -> int:
    """The columns that hold the longest amount; never more than the text beside it has."""
    style = typesetter.brand.styles.amount
    widths = [natural_width(item.amount.text, style, item.language) for item in found.items if item.amount]
    widest = max([*widths, _LEAST_LEAD * style.size])
    wanted = next((count for count in _LEADS if widest <= grid.span(count)), _LEADS[-1])
    return max(1, min(wanted, columns // 2))


def _amount_style(typesetter: PageTypesetter, found: Highlights, width: float) -> TypeStyle:
    """One style for all amounts of the list: the largest in which each fits."""
    style = typesetter.brand.styles.amount
    widest = max(
        (
            wanted_width(item.amount.text, style, item.language, width, _SHRUNK[-1])
            for item in found.items
            if item.amount
        ),
        default=0,
    )
    return typesetter.shrunk_to(style, next((factor for factor in _SHRUNK if factor * widest <= width), _SHRUNK[-1]))


def _item(typesetter: PageTypesetter, part: Part, item: Highlight) -> Part:
    """An item of the list; amount and text are read as one sentence."""
    sentence = grouped(part, Role.PARAGRAPH, language=typesetter.foreign(item.language))
    return grouped(grouped(sentence, Role.BODY), Role.ITEM, item.path)


def _text(typesetter: PageTypesetter, item: Highlight, width: float) -> Part:
    brand = typesetter.brand
    text = noted(item.text, item.source)
    return typesetter.text(
        text,
        brand.styles.text,
        width,
        brand.roles.text,
        f"{item.path}.text",
        role=Role.SPAN,
        language=item.language,
        link=brand.roles.link,
    )


def _sign(typesetter: PageTypesetter, item: Highlight, width: float, scale: Decimal, style: TypeStyle) -> Part:
    """The amount with its bar, or the icon, or nothing."""
    if item.amount:
        return _amount(typesetter, item, width, scale, style)
    if item.icon:
        return _icon(typesetter, icon(item.icon))
    return space(fixed(0.0))


def _amount(typesetter: PageTypesetter, item: Highlight, width: float, scale: Decimal, style: TypeStyle) -> Part:
    brand, datum = typesetter.brand, item.amount
    if datum is None:
        return space(fixed(0.0))
    number = (number_span(datum.text, style, width, item.language),)
    text = typesetter.text(
        number,
        style,
        width,
        brand.roles.amount,
        f"{item.path}.amount",
        role=Role.SPAN,
        language=item.language,
        continues=True,
    )
    if not scale or not datum.value:
        return text
    label = plain(item.text).rstrip(".")
    bar = bar_of(datum, label, scale, brand, words(item.language))

    def draw(box: Rect) -> tuple[Box, ...]:
        """The bar is decoration to a reader who has just heard the amount."""
        return (artifact(in_box(bar, Rect(box.x, box.y, width, box.height))),)

    return column([text, space(fixed(brand.spaces.close.normal * 1.3)), Part(bar.measure(width), draw)])


def _icon(typesetter: PageTypesetter, drawn: Icon) -> Part:
    """An icon as high as an amount is long in the eye, as decoration: the text beside it says what it stands for."""
    brand = typesetter.brand
    height = brand.styles.amount.leading

    def draw(box: Rect) -> tuple[Box, ...]:
        segments = transformed(drawn.at(0, 0, height), (1.0, 0.0, 0.0, -1.0, box.x, box.bottom))
        return (artifact(PathBox(segments, fill=brand.roles.icon)),)

    return Part(fixed(height), draw)


def _scale(found: Highlights, width: float) -> Decimal:
    """The amount whose bar is as long as amounts have room, `width` pt; 0 for no bars: they cannot be compared, or the
    shortest would be too short."""
    amounts = found.amounts
    if found.why_no_bars or not amounts or width / MM < least_width(amounts):
        return Decimal(0)
    return max(amount.value for amount in amounts)
