"""The first page of a finished PDF as a picture (PDFium), and the pictures of several pages on one contact sheet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from math import ceil, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTH = 320
"""How wide a page is shown, in pixels: heads can be read, text is a grey."""
GAP = 16
GROUND = (128, 128, 128)
"""A middle grey, on which white pages and dark ones end where they end."""
_WIDER = 1.5
"""A sheet has so many times more columns than rows, because pages are taller than they are wide."""


def png(pdf: bytes, ppi: float) -> bytes:
    """The first page in RGB at `ppi` pixels an inch, which the file states (pHYs); always the same bytes, undated."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[0].render(scale=ppi / 72).to_pil().convert("RGB")
    finally:
        document.close()
    written = io.BytesIO()
    picture.save(written, "PNG", dpi=(ppi, ppi), optimize=True)
    return written.getvalue()


def contact_sheet(pictures: Sequence[bytes]) -> bytes:
    """PNG pictures of pages as one PNG, row by row in their order. Raises ValueError when there is none."""
    from PIL import Image as Images

    if not pictures:
        raise ValueError("a contact sheet needs a page")
    shown = [_reduced(Images.open(io.BytesIO(picture))) for picture in pictures]
    across = min(len(shown), ceil(sqrt(len(shown) * _WIDER)))
    rows = [shown[start : start + across] for start in range(0, len(shown), across)]
    tall = [max(page.height for page in row) for row in rows]
    sheet = Images.new("RGB", (across * (WIDTH + GAP) + GAP, sum(tall) + GAP * (len(rows) + 1)), GROUND)
    top = GAP
    for row, height in zip(rows, tall, strict=True):
        for column, page in enumerate(row):
            sheet.paste(page, (GAP + column * (WIDTH + GAP), top))
        top += height + GAP
    written = io.BytesIO()
    sheet.save(written, "PNG", optimize=True)
    return written.getvalue()


def _reduced(page: Image) -> Image:
    from PIL import Image as Images

    return page.convert("RGB").resize((WIDTH, round(page.height * WIDTH / page.width)), Images.Resampling.LANCZOS)
