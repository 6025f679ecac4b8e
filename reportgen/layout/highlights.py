"""The highlights: a head and a list of amounts or icons with what they are for, all bars on one scale."""

from __future__ import annotations

from decimal import Decimal

from reportgen.content.report import Datum, Highlight, Highlights
from reportgen.figures.amount import scale_of
from reportgen.figures.icons import Icon, icon
from reportgen.figures.make import bar_of
from reportgen.flex import fixed
from reportgen.layout.grid import Grid
from reportgen.layout.parts import Part, at_top, column, grouped, row, rule, space
from reportgen.layout.setter import Setter
from reportgen.page import Box, FigureBox, Path, Rect, Role, artifact
from reportgen.text.setting import natural_width
from reportgen.text.spans import Span, plain
from reportgen.text.words import words

_LEADS = (2, 3, 4)
"""Columns that the amounts of a list may take: the first of these that holds the longest."""


def highlights(setter: Setter, grid: Grid, found: Highlights, columns: int, abreast: int = 1) -> Part:
    """The highlights over `columns` columns of the grid; `abreast` of them side by side."""
    brand = setter.brand
    items = _list(setter, grid, found, columns) if abreast == 1 else _table(setter, grid, found, columns, abreast)
    parts = [rule(brand.roles.rule, brand.measures.rule), space(brand.spaces.heading)]
    if found.title:
        title = setter.text(
            found.title, brand.styles.heading, grid.span(columns), brand.roles.heading, "highlights.title",
            role=Role.HEADING_2, language=found.language,
        )  # fmt: skip
        parts += [title, space(brand.spaces.section)]
    return grouped(column([*parts, grouped(items, Role.LIST, "highlights.items")]), Role.SECTION, "highlights")


def _list(setter: Setter, grid: Grid, found: Highlights, columns: int) -> Part:
    """One under the other, the amount left of its text, with a hairline between."""
    leading = _leading(setter, grid, found)
    lead, width = grid.span(leading), grid.span(columns - leading)
    parts: list[Part] = []
    for index, item in enumerate(found.items):
        if index:
            parts += [space(setter.brand.spaces.item), _hairline(setter), space(setter.brand.spaces.item)]
        sign = _sign(setter, item, lead, _scale(item.amount, found))
        text = _text(setter, item, width)
        cells = [(0.0, lead, at_top(sign)), (grid.offset(leading), width, at_top(text))]
        parts.append(_item(setter, row(cells), item))
    return column([*parts, space(fixed(setter.brand.spaces.padding.normal))])


def _table(setter: Setter, grid: Grid, found: Highlights, columns: int, abreast: int) -> Part:
    """Side by side, the amount over its text."""
    each = columns // abreast
    width, brand = grid.span(each), setter.brand
    lead = min(width, grid.span(_leading(setter, grid, found)))
    rows: list[Part] = []
    for start in range(0, len(found.items), abreast):
        items = found.items[start : start + abreast]
        signs = [_sign(setter, item, lead, _scale(item.amount, found)) for item in items]
        tall = max(sign.height.normal for sign in signs)
        cells = []
        for index, (item, sign) in enumerate(zip(items, signs, strict=True)):
            stacked = column([at_top(sign, tall), space(fixed(brand.spaces.close.normal)), _text(setter, item, width)])
            cells.append((grid.offset(index * each), width, _item(setter, at_top(stacked), item)))
        if rows:
            rows += [space(brand.spaces.item), _hairline(setter), space(brand.spaces.item)]
        rows.append(row(cells))
    return column(rows)


def _leading(setter: Setter, grid: Grid, found: Highlights) -> int:
    """The columns that hold the longest amount."""
    style = setter.brand.styles.amount
    widths = [natural_width(item.amount.text, style, item.language) for item in found.items if item.amount]
    return next((count for count in _LEADS if max(widths, default=0.0) <= grid.span(count)), _LEADS[-1])


def _item(setter: Setter, part: Part, item: Highlight) -> Part:
    """An item of the list; amount and text are read as one sentence."""
    sentence = grouped(part, Role.PARAGRAPH, language=setter.foreign(item.language))
    return grouped(grouped(sentence, Role.BODY), Role.ITEM, item.path)


def _hairline(setter: Setter) -> Part:
    return rule(setter.brand.roles.hairline, setter.brand.measures.hairline)


def _text(setter: Setter, item: Highlight, width: float) -> Part:
    brand = setter.brand
    text = setter.noted(item.text, item.source)
    return setter.text(
        text,
        brand.styles.text,
        width,
        brand.roles.text,
        f"{item.path}.text",
        role=Role.SPAN,
        language=item.language,
        link=brand.roles.link,
    )


def _sign(setter: Setter, item: Highlight, width: float, scale: Decimal) -> Part:
    """The amount with its bar, or the icon, or nothing."""
    if item.amount:
        return _amount(setter, item, width, scale)
    if item.icon:
        return _icon(setter, icon(item.icon))
    return space(fixed(0.0))


def _amount(setter: Setter, item: Highlight, width: float, scale: Decimal) -> Part:
    brand, datum = setter.brand, item.amount
    if datum is None:
        return space(fixed(0.0))
    number = (Span(datum.text, keep=True),)
    text = setter.text(
        number,
        brand.styles.amount,
        width,
        brand.roles.amount,
        f"{item.path}.amount",
        role=Role.SPAN,
        language=item.language,
        goes_on=True,
    )
    if datum.value <= 0 or scale <= 0:
        return text
    label = plain(item.text).rstrip(".")
    bar = bar_of(datum, label, scale, brand, words(item.language))

    def draw(box: Rect) -> tuple[Box, ...]:
        """The bar is decoration to a reader who has just heard the amount."""
        return (artifact(FigureBox(Rect(box.x, box.y, width, box.height), bar)),)

    return column([text, space(fixed(brand.spaces.close.normal * 1.3)), Part(bar.measure(width), draw)])


def _icon(setter: Setter, drawn: Icon) -> Part:
    """An icon as high as an amount is long in the eye, as decoration: the text beside it says what it stands for."""
    brand = setter.brand
    height = brand.styles.amount.leading

    def draw(box: Rect) -> tuple[Box, ...]:
        segments = tuple(_to_page(segment, box) for segment in drawn.at(0, 0, height))
        return (artifact(Path(segments, fill=brand.roles.icon)),)

    return Part(fixed(height), draw)


def _to_page(segment: tuple[str | float, ...], box: Rect) -> tuple[str | float, ...]:
    """A segment whose y grows upwards from the foot of `box`, in page points."""
    numbers = [float(value) for value in segment[1:]]
    turned = [box.x + value if index % 2 == 0 else box.bottom - value for index, value in enumerate(numbers)]
    return (segment[0], *turned)


def _scale(amount: Datum | None, found: Highlights) -> Decimal:
    """The scale of an amount: that of all amounts of the list that are counted alike."""
    return scale_of(amount, [item.amount for item in found.items if item.amount]) if amount else Decimal(0)
